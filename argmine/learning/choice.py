"""A choice of one among several, such as the thesis among the units of a document."""

from collections.abc import Sequence
from typing import Any, Self

import numpy as np
from scipy import sparse
from scipy.special import softmax

from argmine.learning.linear import Features, LinearClassifier

CHOSEN, PASSED = "chosen", "passed"


class ChoiceClassifier(LinearClassifier):
    """Conditional logit with L2 penalty (McFadden 1974): one option of every set is chosen.

    Unlike a yes-or-no question put to each option by itself, the options of a set compete.

    Parameters
    ----------
    C : float
        Inverse strength of the penalty.
    min_count : int
        A feature must occur in this many options.
    """

    def fit_choices(self, sets: Sequence[Sequence[Features]], chosen: Sequence[int]) -> Self:
        """Learn from sets of options.

        Parameters
        ----------
        sets : sequence of sequence of mapping
            Named features of each option of each set; no set is empty.
        chosen : sequence of int
            Index of the option chosen from each set.
        """
        rows = [row for options in sets for row in options]
        self._collect(rows)
        matrix = self._matrix(rows, None)
        self.classes_ = [PASSED, CHOSEN]
        sizes = np.asarray([len(options) for options in sets])
        starts = np.concatenate([[0], np.cumsum(sizes)[:-1]]).astype(int)
        hits = starts + np.asarray(chosen, dtype=int)
        weights = _maximise(matrix, starts, sizes, hits, self.C)
        self.coef_, self.intercept_ = weights[:, None], np.zeros(1)
        return self

    def choose(self, options: Sequence[Features]) -> "np.ndarray[Any, Any]":
        """Probability of each option of one set."""
        if not len(options):
            return np.zeros(0)
        return np.asarray(softmax(self.decision_function(options)[:, 0]))


def _maximise(
    matrix: sparse.csr_matrix,
    starts: "np.ndarray[Any, Any]",
    sizes: "np.ndarray[Any, Any]",
    hits: "np.ndarray[Any, Any]",
    C: float,
) -> "np.ndarray[Any, Any]":
    """Weights of the largest penalised likelihood."""
    from scipy.optimize import minimize

    transposed = matrix.T.tocsr()

    def loss(weights: "np.ndarray[Any, Any]") -> tuple[float, "np.ndarray[Any, Any]"]:
        scores = matrix @ weights
        scores -= np.repeat(np.maximum.reduceat(scores, starts), sizes)
        grown = np.exp(scores)
        total = np.add.reduceat(grown, starts)
        gradient = grown / np.repeat(total, sizes)
        gradient[hits] -= 1.0
        value = C * (np.log(total).sum() - scores[hits].sum()) + 0.5 * float(weights @ weights)
        return float(value), C * (transposed @ gradient) + weights

    found = minimize(loss, np.zeros(matrix.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": 1000})
    return np.asarray(found.x)
