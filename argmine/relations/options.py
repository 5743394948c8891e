"""What a unit may bear on: the units near by, the likely theses, or nothing."""

from collections.abc import Sequence

import numpy as np

from argmine.classification.classifier import UnitLabels
from argmine.classification.features import UnitView
from argmine.objects.labels import UNIT_TYPES
from argmine.relations.features import WINDOW, PairFeatures
from argmine.segmentation.outline import Outline
from argmine.stance.classifier import StanceScores

NOTHING = -1
THESES = 2


class HeadOptions:
    """The possible heads of every unit of a body, with their features.

    Parameters
    ----------
    outline : Outline
    units : sequence of UnitView
    labels : UnitLabels
    stance : StanceScores
    """

    def __init__(self, outline: Outline, units: Sequence[UnitView], labels: UnitLabels, stance: StanceScores) -> None:
        self._theses = [int(j) for j in np.argsort(-labels.thesis, kind="stable")[:THESES]]
        self._argues = labels.types.argmax(axis=1) != UNIT_TYPES.index("none")
        best = self._theses[0] if self._theses else NOTHING
        self._features = PairFeatures(outline, units, labels, stance, best)

    def heads(self, i: int) -> list[int]:
        """Indices of the units that unit ``i`` may bear on, ``NOTHING`` first; one that argues nothing has no other."""
        if not self._argues[i]:
            return [NOTHING]
        near = range(max(0, i - WINDOW), min(len(self._argues), i + WINDOW + 1))
        return [NOTHING, *sorted({j for j in (*near, *self._theses) if j != i and self._argues[j]})]

    def rows(self, i: int, heads: Sequence[int]) -> list[dict[str, float]]:
        """Features of unit ``i`` bearing on each of the heads."""
        return [self._features.nothing(i) if j == NOTHING else self._features.pair(i, j) for j in heads]
