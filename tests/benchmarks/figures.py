"""Scores of many documents from counts of each, so that resampling documents costs an addition.

The figures are those of ``argmine.evaluation.scores``.
"""

from collections.abc import Sequence
from typing import Any, Literal

import numpy as np

from argmine.evaluation.bootstrap import BOUNDS, resamples
from argmine.evaluation.scores import Matches, label_matches, link_matches, unit_matches
from argmine.objects import ArgumentDocument
from argmine.objects.labels import POLARITIES, UNIT_TYPES

Array = Any
FIGURES = ("unit_f1", "type_macro_f1", "stance_macro_f1", "link_f1", "link_label_f1")
_COUNTED: tuple[tuple[Literal["type", "stance"], tuple[str, ...]], ...] = (("type", UNIT_TYPES), ("stance", POLARITIES))


def tally(pairs: Sequence[tuple[ArgumentDocument, ArgumentDocument]]) -> Array:
    """Counts of gold and predicted documents.

    Returns
    -------
    array of shape (documents, parts, 3)
        Of each part of a figure, how many are in both annotations, in the gold one and in the predicted one. The
        parts are the units, every type, every polarity, the links, and the links with their labels.
    """
    return np.asarray([_counts(gold, predicted) for gold, predicted in pairs], dtype=float)


def _counts(gold: ArgumentDocument, predicted: ArgumentDocument) -> list[Matches]:
    rows = [unit_matches(gold, predicted)]
    for attribute, labels in _COUNTED:
        rows += label_matches(gold, predicted, attribute, labels)
    rows += [link_matches(gold, predicted, labelled) for labelled in (False, True)]
    return rows


def figures(counts: Array) -> Array:
    """The ``FIGURES`` of summed counts: shape (..., parts, 3) becomes (..., 5)."""
    both, total = counts[..., 0], counts[..., 1] + counts[..., 2]
    f1 = np.divide(2 * both, total, out=np.zeros_like(both), where=total > 0)
    types, stances = len(UNIT_TYPES), len(POLARITIES)
    parts = [
        f1[..., 0],
        f1[..., 1 : 1 + types].mean(axis=-1),
        f1[..., 1 + types : 1 + types + stances].mean(axis=-1),
        f1[..., -2],
        f1[..., -1],
    ]
    return np.stack(parts, axis=-1)


def interval(counts: Array) -> Array:
    """The figures and the bounds of their intervals.

    Returns
    -------
    array of shape (5, 3)
        The bounds are the middle 95 % of samples of the documents (``argmine.evaluation.bootstrap``).
    """
    low, high = np.quantile(_resampled(counts), BOUNDS, axis=0)
    return np.stack([figures(counts.sum(axis=0)), low, high], axis=-1)


def difference(one: Array, other: Array) -> Array:
    """How much higher the figures of ``one`` are than those of ``other``, on the same documents.

    Returns
    -------
    array of shape (5, 3)
        The difference and the bounds of its interval, as ``interval`` draws them, the samples the same for both (paired
        bootstrap).
    """
    low, high = np.quantile(_resampled(one) - _resampled(other), BOUNDS, axis=0)
    return np.stack([figures(one.sum(axis=0)) - figures(other.sum(axis=0)), low, high], axis=-1)


def _resampled(counts: Array) -> Array:
    """The figures of every sample."""
    return figures(np.tensordot(resamples(len(counts)).astype(float), counts, axes=1))
