"""Confidence that means what it says: temperature scaling (Guo et al. 2017).

Guo, Pleiss, Sun and Weinberger, "On Calibration of Modern Neural Networks", ICML.

A temperature flattens (above 1) or sharpens (below 1) probabilities and never changes which is largest.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

LEAST = 1e-9


@dataclass(frozen=True)
class Temperatures:
    """One temperature for each kind of confidence; 1 leaves it as it is."""

    type: float = 1.0
    stance: float = 1.0
    relation: float = 1.0

    def to_dict(self) -> dict[str, float]:
        """Plain data."""
        return asdict(self)


def tempered(probabilities: "np.ndarray[Any, Any]", temperature: float) -> "np.ndarray[Any, Any]":
    """Probabilities at a temperature.

    Parameters
    ----------
    probabilities : array of shape (k,) or (n, k)
        Rows sum to 1.
    temperature : float
        Above 0.
    """
    scaled = np.log(np.clip(probabilities, LEAST, None)) / temperature
    scaled = np.exp(scaled - scaled.max(axis=-1, keepdims=True))
    return np.asarray(scaled / scaled.sum(axis=-1, keepdims=True))


def fit_temperature(rows: Sequence["np.ndarray[Any, Any]"], gold: Sequence[int]) -> float:
    """The temperature under which the gold labels are likeliest, between 0.25 and 4, to two decimals.

    Parameters
    ----------
    rows : sequence of array
        Probabilities of each example, by a model that has not seen it; their numbers of options may differ.
    gold : sequence of int
        Index of the right option of each.
    """
    from scipy.optimize import minimize_scalar

    if not rows:
        return 1.0

    def loss(logarithm: float) -> float:
        temperature = float(np.exp(logarithm))
        right = [tempered(row, temperature)[index] for row, index in zip(rows, gold, strict=True)]
        return -float(np.log(np.clip(right, LEAST, None)).sum())

    found = minimize_scalar(loss, bounds=(np.log(0.25), np.log(4.0)), method="bounded")
    return round(float(np.exp(found.x)), 2)
