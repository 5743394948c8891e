"""Train the segmenter."""

from collections.abc import Sequence

from argmine.learning.linear import LinearClassifier
from argmine.segmentation.features import boundary_features
from argmine.segmentation.segmenter import CUT, KEEP, Segmenter
from argmine.training.examples import Example
from argmine.training.settings import Settings


def train_segmenter(examples: Sequence[Example], settings: Settings) -> Segmenter:
    """Learn which clause boundaries separate units."""
    rows, labels = [], []
    for example in examples:
        for sentence in example.outline.sentences:
            for index, clause in enumerate(sentence.clauses[:-1]):
                rows.append(boundary_features(example.outline, sentence, index))
                labels.append(CUT if clause.end in example.cuts else KEEP)
    return Segmenter(LinearClassifier(**settings.boundary).fit(rows, labels), settings.boundary_threshold)
