"""Resampled documents, for intervals (Efron and Tibshirani 1993, "An Introduction to the Bootstrap")."""

from typing import Any

import numpy as np

SAMPLES = 1_000
BOUNDS = (0.025, 0.975)  # quantiles: the middle 95 %


def resamples(documents: int) -> "np.ndarray[Any, Any]":
    """How often each document is drawn in each sample; the same every time.

    Parameters
    ----------
    documents : int
        At least 1.

    Returns
    -------
    array of shape (SAMPLES, documents)
        Rows sum to ``documents``.
    """
    return np.random.default_rng(0).multinomial(documents, [1 / documents] * documents, size=SAMPLES)
