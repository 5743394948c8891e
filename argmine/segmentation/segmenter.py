"""Units: which clause boundaries of a sentence separate argument components."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from argmine.learning.linear import LinearClassifier
from argmine.segmentation.features import boundary_features
from argmine.segmentation.outline import Outline, Sentence

CUT, KEEP = "cut", "keep"


class Segment(NamedTuple):
    """A unit that has no labels yet.

    Attributes
    ----------
    start, end : int
        Code-point offsets into the document.
    first, last : int
        Indices of its first token and one past its last.
    sentence : int
        Index of its sentence.
    part, parts : int
        Its place among the units of the sentence, and their number.
    """

    start: int
    end: int
    first: int
    last: int
    sentence: int
    part: int
    parts: int


@dataclass
class Segmenter:
    """Cuts sentences into units.

    Attributes
    ----------
    classifier : LinearClassifier
        Decides between ``cut`` and ``keep`` at every clause boundary.
    threshold : float
        Probability from which a boundary is cut.
    """

    classifier: LinearClassifier
    threshold: float = 0.5

    def segment(self, outline: Outline) -> list[Segment]:
        """The units of a body, tiling it."""
        texts = [s for s in outline.sentences if s.layout == "text"]
        places = [clause.end for s in texts for clause in s.clauses[:-1]]
        rows = (row for s in texts for row in boundary_features(outline, s))
        column = self.classifier.classes_.index(CUT)
        probabilities = self.classifier.predict_proba(rows)[:, column]
        cuts = {end for end, p in zip(places, probabilities, strict=True) if p >= self.threshold}
        return segments(outline, cuts)


def segments(outline: Outline, cuts: "set[int] | frozenset[int]") -> list[Segment]:
    """The units that come of cutting at sentence ends and at the given offsets inside sentences."""
    out: list[Segment] = []
    for number, sentence in enumerate(outline.sentences):
        out += _parts(outline, sentence, number, sorted(c for c in cuts if sentence.start < c < sentence.end))
    return out


def _parts(outline: Outline, sentence: Sentence, number: int, cuts: Sequence[int]) -> list[Segment]:
    bounds = [sentence.start, *cuts, sentence.end]
    parts = []
    first = sentence.first
    for i, (start, end) in enumerate(itertools.pairwise(bounds)):
        last = first
        while last < sentence.last and outline.tokens[last].start < end:
            last += 1
        parts.append(Segment(start, end, first, last, number, i, len(bounds) - 1))
        first = last
    return parts
