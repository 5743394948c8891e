"""Confidence that means what it says: temperature scaling (Guo et al. 2017).

Guo, Pleiss, Sun and Weinberger, "On Calibration of Modern Neural Networks", ICML.

A temperature flattens (above 1) or sharpens (below 1) probabilities and never changes which is largest.
"""

from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

LEAST = 1e-9  # stands for a probability of 0, which has no logarithm


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
