"""A linear classifier over named sparse features and an optional dense block."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Self

import numpy as np
from scipy import sparse
from sklearn.linear_model import LogisticRegression

from argmine.errors import ModelError

Features = Mapping[str, float]
Arrays = dict[str, "np.ndarray[Any, Any]"]

# Weights below this never change a decision by as much as their rounding does.
NEGLIGIBLE = 2e-3
DECIMALS = 4
# Shares of votes are noisy and their rows many: a closer fit takes twice as long and predicts no better.
SHARES_TOLERANCE = 1e-3


class LinearClassifier:
    """Multinomial logistic regression with L2 penalty (scikit-learn's ``LogisticRegression``).

    Parameters
    ----------
    C : float
        Inverse strength of the penalty.
    min_count : int
        A sparse feature must occur in this many examples.
    balanced : float
        0 weighs every example alike, 1 every class alike; between, class weights are ``(n / n_class) ** balanced``.
    """

    def __init__(self, C: float = 1.0, min_count: int = 2, balanced: float = 0.0) -> None:
        self.C = C
        self.min_count = min_count
        self.balanced = balanced
        self.classes_: list[str] = []
        self.features_: list[str] = []
        self._index: dict[str, int] = {}
        self._model: LogisticRegression | None = None

    def fit(
        self,
        rows: Sequence[Features],
        labels: Sequence[str],
        dense: "np.ndarray[Any, Any] | None" = None,
        weights: "np.ndarray[Any, Any] | None" = None,
    ) -> Self:
        """Learn from examples.

        Parameters
        ----------
        rows : sequence of mapping
            Named features of each example.
        labels : sequence of str
        dense : array of shape (n, d), optional
            Features without names.
        weights : array of shape (n,), optional
            How much each example counts.
        """
        self._choose_features(rows)
        sizes = Counter(labels)
        if len(sizes) == 1:
            return self._settle(str(labels[0]), self._matrix(rows, dense).shape[1])
        class_weight = {label: (len(labels) / (len(sizes) * n)) ** self.balanced for label, n in sizes.items()}
        model = LogisticRegression(C=self.C, class_weight=class_weight, max_iter=2000, tol=1e-5)
        model.fit(self._matrix(rows, dense), np.asarray(labels), sample_weight=weights)
        self._model = model
        self.classes_ = [str(label) for label in model.classes_]
        return self

    def fit_shares(self, rows: Sequence[Features], shares: Sequence[Mapping[str, float]]) -> Self:
        """Learn from examples that several people labelled differently.

        An example counts once for each of its labels, weighted by the label's share; ``balanced`` has no effect.

        Parameters
        ----------
        rows : sequence of mapping
            Named features of each example.
        shares : sequence of mapping
            For each example, the share of each label, between 0 and 1.
        """
        self._choose_features(rows)
        votes = [(i, label, share) for i, row in enumerate(shares) for label, share in row.items() if share > 0]
        matrix = self._matrix(rows, None)[[i for i, _, _ in votes]]
        if len({label for _, label, _ in votes}) == 1:
            return self._settle(votes[0][1], matrix.shape[1])
        model = LogisticRegression(C=self.C, max_iter=2000, tol=SHARES_TOLERANCE)
        weights = np.array([share for *_, share in votes])
        self._model = model.fit(matrix, np.array([label for _, label, _ in votes]), sample_weight=weights)
        self.classes_ = [str(label) for label in model.classes_]
        return self

    def _settle(self, label: str, columns: int) -> Self:
        """The only label there is, always: nothing to decide, and scikit-learn would refuse."""
        self.classes_ = [label]
        self._model = LogisticRegression(C=self.C)
        self._model.coef_ = np.zeros((1, columns))
        self._model.intercept_ = np.zeros(1)
        return self

    def _choose_features(self, rows: Sequence[Features]) -> None:
        counts: Counter[str] = Counter()
        for row in rows:
            counts.update(row.keys())
        self.features_ = sorted(name for name, count in counts.items() if count >= self.min_count)
        self._index = {name: i for i, name in enumerate(self.features_)}

    def predict_proba(
        self, rows: Iterable[Features], dense: "np.ndarray[Any, Any] | None" = None
    ) -> "np.ndarray[Any, Any]":
        """Probability of each class, one row an example, columns as ``classes_``."""
        if self._model is None:
            raise ModelError("the classifier is not trained")
        matrix = self._matrix(rows, dense)
        if len(self.classes_) == 1 or not matrix.shape[0]:
            return np.ones((matrix.shape[0], len(self.classes_)))
        return np.asarray(self._model.predict_proba(matrix))

    def _matrix(self, rows: Iterable[Features], dense: "np.ndarray[Any, Any] | None") -> sparse.csr_matrix:
        index = self._index
        columns: list[int] = []
        values: list[float] = []
        ends = [0]
        for row in rows:
            known = [name for name in row if name in index]
            columns += [index[name] for name in known]
            values += [row[name] for name in known]
            ends.append(len(columns))
        shape = (len(ends) - 1, len(index))
        matrix = sparse.csr_matrix((np.asarray(values, dtype=np.float64), columns, ends), shape=shape)
        matrix.sort_indices()  # rows list features in no fixed order, and the order of additions decides the last bits
        if dense is None:
            return matrix
        return sparse.hstack([matrix, sparse.csr_matrix(dense)], format="csr")

    def to_arrays(self) -> tuple[Arrays, dict[str, Any]]:
        """What is needed to rebuild the classifier: weights, and plain data with the feature names."""
        if self._model is None:
            raise ModelError("the classifier is not trained")
        coef = self._model.coef_
        named = len(self.features_)
        heavy = np.abs(coef[:, :named]).max(axis=0) >= NEGLIGIBLE if named else np.zeros(0, dtype=bool)
        kept = np.concatenate([np.flatnonzero(heavy), np.arange(named, coef.shape[1])])
        arrays = {
            "coef": np.round(coef[:, kept], DECIMALS).astype(np.float32),
            "intercept": np.round(self._model.intercept_, DECIMALS).astype(np.float32),
        }
        settings = {"C": self.C, "min_count": self.min_count, "balanced": self.balanced}
        features = [self.features_[i] for i in np.flatnonzero(heavy)]
        return arrays, {"settings": settings, "classes": self.classes_, "features": features}

    @classmethod
    def from_arrays(cls, arrays: Arrays, data: Mapping[str, Any]) -> Self:
        """The reverse of ``to_arrays``.

        Raises
        ------
        ModelError
            If weights and feature names do not fit together.
        """
        self = cls(**data["settings"])
        self.classes_ = [str(label) for label in data["classes"]]
        self.features_ = [str(name) for name in data["features"]]
        self._index = {name: i for i, name in enumerate(self.features_)}
        coef, intercept = arrays["coef"].astype(np.float64), arrays["intercept"].astype(np.float64)
        rows = 1 if len(self.classes_) <= 2 else len(self.classes_)
        if coef.ndim != 2 or coef.shape[0] != rows or coef.shape[1] < len(self.features_) or intercept.shape != (rows,):
            raise ModelError("weights and features of a classifier do not fit together")
        model = LogisticRegression(C=self.C)
        model.classes_ = np.asarray(self.classes_)
        model.coef_, model.intercept_ = coef, intercept
        model.n_features_in_ = coef.shape[1]
        self._model = model
        return self
