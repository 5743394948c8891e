"""Which unit each unit bears on, and whether it supports or attacks it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np

from argmine.classification.classifier import YES, UnitLabels, columns
from argmine.classification.features import UnitView
from argmine.learning.linear import LinearClassifier
from argmine.relations.features import candidate_heads, no_head_features, pair_features
from argmine.segmentation.outline import Outline
from argmine.stance.classifier import StanceScores

NOTHING = -1
THESES = 2
BLOCK = 256  # units whose pairs are held in memory at a time
Row = dict[str, float]


class Candidate(NamedTuple):
    """A possible head of a unit.

    Attributes
    ----------
    head : int
        Index of the unit borne on, ``NOTHING`` for none.
    probability : float
        Among the candidates of the same unit; they sum to 1.
    attack : float
        Probability that the relation, if there is one, is an attack.
    """

    head: int
    probability: float
    attack: float


@dataclass
class RelationScorer:
    """Two logistic regressions over pairs of units.

    Attributes
    ----------
    head : LinearClassifier
        Whether a pair is a relation; its odds are normalised over the candidates of a unit.
    attack : LinearClassifier
        Whether a relation is an attack.
    """

    head: LinearClassifier
    attack: LinearClassifier

    def predict(
        self, outline: Outline, units: Sequence[UnitView], labels: UnitLabels, stance: StanceScores
    ) -> list[list[Candidate]]:
        """Candidate heads of every unit, the likeliest first."""
        out: list[list[Candidate]] = []
        for start in range(0, len(units), BLOCK):
            out += self._block(outline, units, labels, stance, range(start, min(start + BLOCK, len(units))))
        return out

    def _block(
        self, outline: Outline, units: Sequence[UnitView], labels: UnitLabels, stance: StanceScores, sources: range
    ) -> list[list[Candidate]]:
        pairs, rows = candidate_rows(outline, units, labels, stance, sources)
        odds = _odds(columns(self.head, self.head.predict_proba(rows), (YES,))[:, 0])
        attack = columns(self.attack, self.attack.predict_proba(rows), ("attack",))[:, 0]
        out: list[list[Candidate]] = [[] for _ in sources]
        for (i, j), odd, hostile in zip(pairs, odds, attack, strict=True):
            out[i - sources.start].append(Candidate(j, float(odd), float(hostile)))
        for position, candidates in enumerate(out):
            total = sum(c.probability for c in candidates)
            scaled = [c._replace(probability=c.probability / total) for c in candidates]
            out[position] = sorted(scaled, key=lambda c: -c.probability)
        return out


def _odds(p: "np.ndarray[Any, Any]") -> "np.ndarray[Any, Any]":
    p = np.clip(p, 1e-6, 1 - 1e-6)
    return np.asarray(p / (1 - p))


def candidate_rows(
    outline: Outline, units: Sequence[UnitView], labels: UnitLabels, stance: StanceScores, sources: range
) -> tuple[list[tuple[int, int]], list[Row]]:
    """All pairs that are looked at for some sources, with their features."""
    theses = [int(j) for j in np.argsort(-labels.thesis, kind="stable")[:THESES]]
    best = theses[0] if theses else NOTHING
    pairs: list[tuple[int, int]] = []
    rows: list[Row] = []
    for i in sources:
        pairs.append((i, NOTHING))
        rows.append(no_head_features(units, i, labels.types, labels.thesis, best, stance.orientations))
        for j in candidate_heads(i, len(units), theses):
            similarity = float(labels.vectors[i] @ labels.vectors[j])
            pairs.append((i, j))
            rows.append(
                pair_features(outline, units, i, j, labels.types, labels.thesis, best, stance.orientations, similarity)
            )
    return pairs, rows
