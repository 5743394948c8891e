"""Which discourse relation holds between two neighbouring stretches, learned from votes of several people."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from sklearn.metrics import f1_score

from argmine.classification.classifier import columns
from argmine.learning.linear import Features, LinearClassifier

RELATIONS = ("none", "support", "contrast", "condition", "purpose")
FOLDS = 5
SMALLEST_SHARE = 0.15
_STEPS = (0.6, 0.7, 0.8, 0.9, 1.1, 1.2, 1.35, 1.5)
_ROUNDS = 3

Array = "np.ndarray[Any, Any]"


@dataclass
class DiscourseClassifier:
    """A soft-label logistic regression with a factor for each relation.

    Every pair is learned once for each relation that somebody voted for, weighted by the share of the votes. The factors
    multiply the probabilities before the largest is taken; they are chosen on out-of-fold probabilities for the
    macro-F1 of the relation with most votes.

    Attributes
    ----------
    C, min_count
        As of `LinearClassifier`.
    factors : array of shape (5,)
        In the order of `RELATIONS`.
    """

    C: float = 0.1
    min_count: int = 3
    factors: "np.ndarray[Any, Any]" = field(default_factory=lambda: np.ones(len(RELATIONS)))
    classifier: LinearClassifier | None = None

    def fit(
        self, rows: Sequence[Features], shares: Sequence[Mapping[str, float]], labels: Sequence[str], groups: Sequence[str]
    ) -> "DiscourseClassifier":
        """Learn from pairs.

        Parameters
        ----------
        rows : sequence of mapping
            `discourse_features` of each pair.
        shares : sequence of mapping
            Share of the votes by relation.
        labels : sequence of str
            The relation to be predicted for each pair.
        groups : sequence of str
            The document of each pair; the out-of-fold probabilities never see a pair's own document.
        """
        fold = folds(groups)
        out_of_fold = np.zeros((len(rows), len(RELATIONS)))
        for k in range(FOLDS):
            held = np.flatnonzero(fold == k)
            if not len(held):
                continue
            model = self._fit(rows, shares, np.flatnonzero(fold != k))
            out_of_fold[held] = columns(model, model.predict_proba([rows[i] for i in held]), RELATIONS)
        self.factors = best_factors(out_of_fold, labels)
        self.classifier = self._fit(rows, shares, np.arange(len(rows)))
        return self

    def _fit(
        self, rows: Sequence[Features], shares: Sequence[Mapping[str, float]], ids: "np.ndarray[Any, Any]"
    ) -> LinearClassifier:
        votes = [(i, name, share) for i in ids for name, share in shares[i].items() if share >= SMALLEST_SHARE]
        return LinearClassifier(C=self.C, min_count=self.min_count).fit(
            [rows[i] for i, _, _ in votes], [name for _, name, _ in votes], weights=np.array([share for *_, share in votes])
        )

    def predict_proba(self, rows: Sequence[Features]) -> "np.ndarray[Any, Any]":
        """Expected share of the votes, columns as `RELATIONS`."""
        assert self.classifier is not None
        return columns(self.classifier, self.classifier.predict_proba(rows), RELATIONS)

    def predict(self, rows: Sequence[Features]) -> list[str]:
        """The likeliest relation of each pair, factors applied."""
        return [RELATIONS[k] for k in (self.predict_proba(rows) * self.factors).argmax(axis=1)]


def folds(groups: Sequence[str], seed: int = 0) -> "np.ndarray[Any, Any]":
    """A fold between 0 and `FOLDS` - 1 for each example, the same for all of a group."""
    names = sorted(set(groups))
    order = np.random.default_rng(seed).permutation(len(names))
    fold = {names[i]: position % FOLDS for position, i in enumerate(order)}
    return np.array([fold[group] for group in groups], dtype=int)


def best_factors(probabilities: "np.ndarray[Any, Any]", labels: Sequence[str]) -> "np.ndarray[Any, Any]":
    """Factors under which the macro-F1 of the likeliest relation is highest, by coordinate ascent."""
    truth = np.array([RELATIONS.index(label) for label in labels])

    def macro_f1(factors: "np.ndarray[Any, Any]") -> float:
        return float(
            f1_score(
                truth,
                (probabilities * factors).argmax(axis=1),
                average="macro",
                labels=range(len(RELATIONS)),
                zero_division=0.0,
            )
        )

    factors = np.ones(len(RELATIONS))
    best = macro_f1(factors)
    for _ in range(_ROUNDS):
        for c in range(1, len(RELATIONS)):
            for step in _STEPS:
                tried = factors.copy()
                tried[c] *= step
                value = macro_f1(tried)
                if value > best:
                    best, factors = value, tried
    return factors
