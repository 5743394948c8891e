"""Stance handed along the argument graph: a ground leans the way of what it supports, and against what it attacks.

Sum-product belief propagation on a forest (Pearl 1988, ch. 4), exact because the graph has no cycles.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

STRENGTH = 0.3


@dataclass(frozen=True)
class Bonds:
    """How the stances at both ends of a relation go together.

    Attributes
    ----------
    support, attack : array of shape (3, 3)
        Probability of the source's polarity (columns, in the order of ``POLARITIES``) given the head's (rows).
    strength : float
        Exponent of both: 0 leaves units alone, 1 believes every relation.
    """

    support: "np.ndarray[Any, Any]"
    attack: "np.ndarray[Any, Any]"
    strength: float = STRENGTH

    def between(self, attack: float) -> "np.ndarray[Any, Any]":
        """The table of a relation that is an attack with this probability."""
        return np.asarray(((1.0 - attack) * self.support + attack * self.attack) ** self.strength)


def propagate(
    unary: "np.ndarray[Any, Any]", heads: Sequence[int | None], attacks: Sequence[float], bonds: Bonds
) -> "np.ndarray[Any, Any]":
    """Polarities of units, given those of the units they are linked with.

    Parameters
    ----------
    unary : array of shape (n, 3)
        What each unit says by itself.
    heads : sequence of int or None
        Index of the unit each one bears on; no cycles.
    attacks : sequence of float
        Probability that the relation to the head is an attack.
    bonds : Bonds

    Returns
    -------
    array of shape (n, 3)
        Rows sum to 1.
    """
    order = _from_roots(heads)
    tables = [bonds.between(attack) if head is not None else None for head, attack in zip(heads, attacks, strict=True)]
    inner = unary.astype(float).copy()
    messages = np.ones_like(inner)
    for i in reversed(order):  # from the leaves
        inner[i] /= max(float(inner[i].sum()), 1e-12)
        head, table = heads[i], tables[i]
        if head is not None and table is not None:
            messages[i] = table @ inner[i]
            messages[i] /= messages[i].max()  # only ratios count, and long lists would come to nothing
            inner[head] *= messages[i]
    beliefs = inner.copy()
    for i in order:  # and back
        head, table = heads[i], tables[i]
        if head is not None and table is not None:
            others = beliefs[head] / np.clip(messages[i], 1e-12, None)
            beliefs[i] = inner[i] * ((others / others.sum()) @ table)
            beliefs[i] /= beliefs[i].sum()
    return beliefs


def _from_roots(heads: Sequence[int | None]) -> list[int]:
    """All units, each after its head."""
    children: list[list[int]] = [[] for _ in heads]
    order = [i for i, head in enumerate(heads) if head is None]
    for i, head in enumerate(heads):
        if head is not None:
            children[head].append(i)
    for i in order:
        order += children[i]
    return order
