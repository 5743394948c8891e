"""Kernel ridge regression whose held-out predictions come from one inversion.

With G the inverse of the penalised kernel matrix, the predictions for a group of examples that a model without them
would make are ``y - inv(G[group, group]) @ (G @ y)[group]`` (the leave-group-out identity of linear smoothers;
Rasmussen and Williams 2006, Gaussian Processes for Machine Learning, section 5.4.2, for single examples).
"""

from typing import Any, Self

import numpy as np
from scipy import sparse
from scipy.linalg import lapack

BLOCK = 1_000
PENALTY = 1.0


def gram(one: sparse.csr_matrix, other: sparse.csr_matrix) -> "np.ndarray[Any, Any]":
    """Inner products of the rows of two sparse matrices, in single precision."""
    out = np.empty((one.shape[0], other.shape[0]), dtype=np.float32)
    columns = other.astype(np.float32).T.tocsr()
    rows = one.astype(np.float32).tocsr()
    for start in range(0, len(out), BLOCK):
        out[start : start + BLOCK] = (rows[start : start + BLOCK] @ columns).toarray()
    return out


class KernelRidge:
    """Regression of several outputs.

    Parameters
    ----------
    kernel : array of float32, shape (n, n)
        Overwritten.
    outputs : array of shape (n, k)
    weights : array of shape (n,)
        How much each example counts, 1 on average.
    """

    def __init__(
        self, kernel: "np.ndarray[Any, Any]", outputs: "np.ndarray[Any, Any]", weights: "np.ndarray[Any, Any]"
    ) -> None:
        self.outputs = outputs
        kernel[np.diag_indices(len(kernel))] += (PENALTY / weights).astype(np.float32)
        # Symmetric, so the transpose is the same matrix in the order LAPACK wants.
        factor, failed = lapack.spotrf(kernel.T, lower=1, overwrite_a=1)
        if failed:
            raise ValueError("the kernel matrix is not positive definite")
        inverse, _ = lapack.spotri(factor, lower=1, overwrite_c=1)
        for start in range(0, len(inverse), BLOCK):
            end = start + BLOCK
            inverse[start:end, end:] = inverse[end:, start:end].T
            square = inverse[start:end, start:end]
            inverse[start:end, start:end] = np.tril(square) + np.tril(square, -1).T
        self._inverse = inverse
        self._solved = inverse @ outputs.astype(np.float32)
        self._solved_ones = inverse.sum(axis=1, dtype=np.float64)

    @classmethod
    def fit(
        cls, kernel: "np.ndarray[Any, Any]", votes: "np.ndarray[Any, Any]", weights: "np.ndarray[Any, Any]"
    ) -> Self:
        """Learn the share of judges for each label."""
        return cls(kernel, votes / votes.sum(axis=1, keepdims=True), weights)

    def without(self, group: "np.ndarray[Any, Any]") -> tuple["np.ndarray[Any, Any]", "np.ndarray[Any, Any]"]:
        """Weights of the examples, and the intercept, had a group of them (a mask) never been there."""
        mean = self.outputs[~group].mean(axis=0) if (~group).any() else self.outputs.mean(axis=0)
        solved = self._solved - np.outer(self._solved_ones, mean)
        if group.any():
            inside = self._inverse[np.ix_(group, group)].astype(np.float64)
            solved = solved - self._inverse[:, group] @ np.linalg.solve(inside, solved[group])
            solved[group] = 0.0
        return solved, mean

    def held_out(self, groups: "np.ndarray[Any, Any]") -> "np.ndarray[Any, Any]":
        """Predictions for each example from a model without its group."""
        out = np.zeros(self.outputs.shape)
        for name in sorted(set(groups)):
            group = groups == name
            mean = self.outputs[~group].mean(axis=0)
            centred = self.outputs[group] - mean
            solved = self._solved[group] - np.outer(self._solved_ones[group], mean)
            inside = self._inverse[np.ix_(group, group)].astype(np.float64)
            out[group] = centred - np.linalg.solve(inside, solved) + mean
        return out
