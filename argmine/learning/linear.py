"""A linear classifier over named sparse features and an optional dense block."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, Self

import numpy as np
from scipy import sparse
from scipy.special import expit, softmax

from argmine.errors import ModelError

Features = Mapping[str, float]
Arrays = dict[str, "np.ndarray[Any, Any]"]

# Weights below this never change a decision by as much as their rounding does.
NEGLIGIBLE = 2e-3
DECIMALS = 4
BLOCK = 512  # examples whose features are looked up at a time
# Shares of votes are noisy and their rows many: a closer fit takes twice as long and predicts no better.
SHARES_TOLERANCE = 1e-3


class LinearClassifier:
    """Multinomial logistic regression with L2 penalty (fitted by scikit-learn's ``LogisticRegression``).

    Parameters
    ----------
    C : float
        Inverse strength of the penalty.
    min_count : int
        A sparse feature must occur in this many examples.
    balanced : float
        0 weighs every example alike, 1 every class alike; between, class weights are ``(n / n_class) ** balanced``.

    Attributes
    ----------
    classes_ : list of str
        Sorted; columns of ``predict_proba``.
    features_ : list of str
        Names of the sparse features, sorted.
    coef_ : array of shape (features and dense columns, classes), or (..., 1) for two classes
    intercept_ : array of shape (classes,), or (1,) for two classes
    """

    def __init__(self, C: float = 1.0, min_count: int = 2, balanced: float = 0.0) -> None:
        self.C = C
        self.min_count = min_count
        self.balanced = balanced
        self.classes_: list[str] = []
        self.features_: list[str] = []
        self.coef_: np.ndarray[Any, Any] | None = None
        self.intercept_: np.ndarray[Any, Any] = np.zeros(0)
        self._index: dict[str, int] = {}

    def fit(
        self,
        rows: Sequence[Features],
        labels: Sequence[str],
        dense: "np.ndarray[Any, Any] | None" = None,
    ) -> Self:
        """Learn from examples.

        Parameters
        ----------
        rows : sequence of mapping
            Named features of each example.
        labels : sequence of str
        dense : array of shape (n, d), optional
            Features without names.
        """
        self._collect(rows)
        matrix = self._matrix(rows, dense)
        sizes = Counter(labels)
        if len(sizes) == 1:
            return self._settle(str(labels[0]), matrix.shape[1])
        class_weight = {label: (len(labels) / (len(sizes) * n)) ** self.balanced for label, n in sizes.items()}
        return self._regress(matrix, labels, None, class_weight=class_weight, tol=1e-5)

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
        self._collect(rows)
        votes = [(i, label, share) for i, row in enumerate(shares) for label, share in row.items() if share > 0]
        matrix = self._matrix(rows, None)[[i for i, _, _ in votes]]
        if len({label for _, label, _ in votes}) == 1:
            return self._settle(votes[0][1], matrix.shape[1])
        weights = np.array([share for *_, share in votes])
        return self._regress(matrix, [label for _, label, _ in votes], weights, tol=SHARES_TOLERANCE)

    def _regress(self, matrix: Any, labels: Sequence[str], weights: Any, **options: Any) -> Self:
        from sklearn.linear_model import LogisticRegression  # takes long to import, and mining needs none

        model = LogisticRegression(C=self.C, max_iter=2000, **options)
        model.fit(matrix, np.asarray(labels), sample_weight=weights)
        self.classes_ = [str(label) for label in model.classes_]
        self.coef_, self.intercept_ = np.ascontiguousarray(model.coef_.T), np.asarray(model.intercept_)
        return self

    def _settle(self, label: str, columns: int) -> Self:
        """The only label there is, always: nothing to decide, and scikit-learn would refuse."""
        self.classes_ = [label]
        self.coef_, self.intercept_ = np.zeros((columns, 1)), np.zeros(1)
        return self

    def predict_proba(
        self, rows: Iterable[Features], dense: "np.ndarray[Any, Any] | None" = None
    ) -> "np.ndarray[Any, Any]":
        """Probability of each class, one row an example, columns as ``classes_``."""
        scores = self.decision_function(rows, dense)
        if len(self.classes_) == 1:
            return np.ones((len(scores), 1))
        if len(self.classes_) == 2:
            second = expit(scores[:, 0])
            return np.column_stack([1.0 - second, second])
        return np.asarray(softmax(scores, axis=1))

    def decision_function(
        self, rows: Iterable[Features], dense: "np.ndarray[Any, Any] | None" = None
    ) -> "np.ndarray[Any, Any]":
        """Scores before they become probabilities, one row an example, one column a class (one for two classes)."""
        if self.coef_ is None:
            raise ModelError("the classifier is not trained")
        blocks = list(self._named_scores(rows))
        scores = np.vstack(blocks) if blocks else np.zeros((0, self.coef_.shape[1]))
        if dense is not None:
            scores = scores + dense @ self.coef_[len(self.features_) :]
        return np.asarray(scores + self.intercept_)

    def _named_scores(self, rows: Iterable[Features]) -> "Iterator[np.ndarray[Any, Any]]":
        """What the named features add to the scores, block by block."""
        assert self.coef_ is not None
        find = self._index.get
        stream = iter(rows)
        while block := list(islice(stream, BLOCK)):
            columns: list[int] = []
            values: list[float] = []
            starts: list[int] = []
            for row in block:
                starts.append(len(columns))
                for name, value in row.items():
                    column = find(name)
                    if column is not None:
                        columns.append(column)
                        values.append(value)
            weighted = self.coef_[columns] * np.asarray(values)[:, None]
            weighted = np.vstack([weighted, np.zeros((1, weighted.shape[1]))])  # so that a last row may be empty
            scores = np.add.reduceat(weighted, starts, axis=0)
            empty = np.diff([*starts, len(columns)]) == 0
            scores[empty] = 0.0
            yield scores

    def _collect(self, rows: Iterable[Features]) -> None:
        """Note which features are frequent enough."""
        counts: Counter[str] = Counter()
        for row in rows:
            counts.update(row.keys())
        self._name(sorted(name for name, count in counts.items() if count >= self.min_count))

    def _name(self, features: list[str]) -> None:
        self.features_ = features
        self._index = {name: i for i, name in enumerate(features)}

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
        if self.coef_ is None:
            raise ModelError("the classifier is not trained")
        named = len(self.features_)
        heavy = np.abs(self.coef_[:named]).max(axis=1) >= NEGLIGIBLE if named else np.zeros(0, dtype=bool)
        kept = np.concatenate([np.flatnonzero(heavy), np.arange(named, len(self.coef_))])
        arrays = {
            "coef": np.round(self.coef_[kept], DECIMALS).astype(np.float32),
            "intercept": np.round(self.intercept_, DECIMALS).astype(np.float32),
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
        self._name([str(name) for name in data["features"]])
        coef, intercept = arrays["coef"].astype(np.float64), arrays["intercept"].astype(np.float64)
        width = 1 if len(self.classes_) <= 2 else len(self.classes_)
        if coef.ndim != 2 or coef.shape[1] != width or len(coef) < len(self.features_) or intercept.shape != (width,):
            raise ModelError("weights and features of a classifier do not fit together")
        self.coef_, self.intercept_ = np.ascontiguousarray(coef), intercept
        return self
