"""Which discourse relation holds between two neighbouring stretches, learned from votes of several people."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Self

import numpy as np
from sklearn.metrics import f1_score

from argmine.classification.classifier import columns
from argmine.errors import ModelError
from argmine.learning.linear import Features, LinearClassifier

RELATIONS = ("none", "support", "contrast", "condition", "purpose")
FOLDS = 5
_INNER_FOLDS = 3
_STEPS = (0.6, 0.7, 0.8, 0.9, 1.1, 1.2, 1.35, 1.5)
_ROUNDS = 3


@dataclass
class DiscourseClassifier:
    """A soft-label logistic regression with a factor for each relation.

    Every pair is learned once for each relation that somebody voted for, weighted by the share of the votes. The
    factors multiply the probabilities before the largest is taken; they are chosen on out-of-fold probabilities for
    the macro-F1 of the relation with most votes.

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
        self,
        rows: Sequence[Features],
        shares: Sequence[Mapping[str, float]],
        labels: Sequence[str],
        groups: Sequence[str],
    ) -> Self:
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
        fold = folds(groups, _INNER_FOLDS)
        out_of_fold = np.zeros((len(rows), len(RELATIONS)))
        for k in range(_INNER_FOLDS):
            held, rest = np.flatnonzero(fold == k).tolist(), np.flatnonzero(fold != k).tolist()
            if not held or not rest:
                continue
            model = self._fit(rows, shares, rest)
            out_of_fold[held] = columns(model, model.predict_proba([rows[i] for i in held]), RELATIONS)
        self.factors = best_factors(out_of_fold, labels)
        self.classifier = self._fit(rows, shares, range(len(rows)))
        return self

    def _fit(
        self, rows: Sequence[Features], shares: Sequence[Mapping[str, float]], ids: Sequence[int]
    ) -> LinearClassifier:
        classifier = LinearClassifier(C=self.C, min_count=self.min_count)
        return classifier.fit_shares([rows[i] for i in ids], [shares[i] for i in ids])

    def predict_proba(self, rows: Sequence[Features]) -> "np.ndarray[Any, Any]":
        """Expected share of the votes, columns as `RELATIONS`.

        Raises
        ------
        ModelError
            Before `fit`.
        """
        if self.classifier is None:
            raise ModelError("the classifier is not trained")
        return columns(self.classifier, self.classifier.predict_proba(rows), RELATIONS)

    def predict(self, rows: Sequence[Features]) -> list[str]:
        """The likeliest relation of each pair, factors applied."""
        return [RELATIONS[k] for k in (self.predict_proba(rows) * self.factors).argmax(axis=1)]


def folds(groups: Sequence[str], count: int = FOLDS, seed: int = 0) -> "np.ndarray[Any, Any]":
    """A fold from 0 to ``count`` - 1 for each example, the same for all of a group."""
    names = sorted(set(groups))
    order = np.random.default_rng(seed).permutation(len(names))
    fold = {names[i]: position % count for position, i in enumerate(order)}
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
