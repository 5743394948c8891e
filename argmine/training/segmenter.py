"""Train the segmenter."""

from collections.abc import Sequence

from argmine.learning.linear import LinearClassifier
from argmine.segmentation.features import boundary_features
from argmine.segmentation.segmenter import CUT, KEEP, Segmenter
from argmine.training.examples import Example
from argmine.training.settings import Settings


def train_segmenter(examples: Sequence[Example], settings: Settings) -> Segmenter:
    """Learn which clause boundaries separate units."""
    rows: list[dict[str, float]] = []
    labels: list[str] = []
    for example in examples:
        for sentence in example.outline.sentences:
            rows += boundary_features(example.outline, sentence)
            labels += [CUT if clause.end in example.cuts else KEEP for clause in sentence.clauses[:-1]]
    return Segmenter(LinearClassifier(**settings.boundary).fit(rows, labels), settings.boundary_threshold)
