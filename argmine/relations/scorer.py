"""Which unit each unit bears on, and whether it supports or attacks it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from scipy.special import softmax

from argmine.classification.classifier import UnitLabels, columns
from argmine.classification.features import UnitView
from argmine.learning.choice import ChoiceClassifier
from argmine.learning.linear import LinearClassifier
from argmine.relations.options import NOTHING, HeadOptions
from argmine.segmentation.outline import Outline
from argmine.stance.classifier import StanceScores

BLOCK = 256  # units whose pairs are held in memory at a time


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
    """Which head a unit has, and what the relation is.

    Attributes
    ----------
    head : ChoiceClassifier
        Chooses among a unit's possible heads, none of them included.
    attack : LinearClassifier
        Whether a relation is an attack.
    reluctance : float
        Taken from the score of bearing on nothing: for F1 a relation that is missed costs more than one that is wrong.
    """

    head: ChoiceClassifier
    attack: LinearClassifier
    reluctance: float = 0.75

    def predict(
        self, outline: Outline, units: Sequence[UnitView], labels: UnitLabels, stance: StanceScores
    ) -> list[list[Candidate]]:
        """Candidate heads of every unit, the likeliest first."""
        options = HeadOptions(outline, units, labels, stance)
        out: list[list[Candidate]] = []
        for start in range(0, len(units), BLOCK):
            out += self._block(options, range(start, min(start + BLOCK, len(units))))
        return out

    def _block(self, options: HeadOptions, sources: range) -> list[list[Candidate]]:
        heads = [options.heads(i) for i in sources]
        rows = [row for i, candidates in zip(sources, heads, strict=True) for row in options.rows(i, candidates)]
        scores = self.head.decision_function(rows)[:, 0]
        scores -= self.reluctance * np.asarray([j == NOTHING for candidates in heads for j in candidates])
        attack = columns(self.attack, self.attack.predict_proba(rows), ("attack",))[:, 0]
        out: list[list[Candidate]] = []
        first = 0
        for candidates in heads:
            part = slice(first, first + len(candidates))
            chances = softmax(scores[part])
            ranked = [
                Candidate(j, float(p), float(hostile))
                for j, p, hostile in zip(candidates, chances, attack[part], strict=True)
            ]
            out.append(sorted(ranked, key=lambda candidate: -candidate.probability))
            first += len(candidates)
        return out
