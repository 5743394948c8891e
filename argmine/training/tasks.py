"""What one classifier learns, example by example, and its out-of-fold predictions."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from argmine.classification.classifier import columns
from argmine.learning.choice import ChoiceClassifier
from argmine.learning.linear import LinearClassifier

Rows = Sequence[dict[str, float]]
Array = Any


@dataclass
class Task:
    """Rows, dense features and labels of one classifier, example by example; a label of None is left out."""

    rows: Sequence[Rows]
    labels: Sequence[Sequence[str | None]]
    dense: Sequence[Array] | None
    options: dict[str, Any]

    def fit(self, ids: Sequence[int]) -> LinearClassifier:
        """Learn from the examples of these indices."""
        rows, labels, kept = [], [], []
        position = 0
        for i in ids:
            for row, label in zip(self.rows[i], self.labels[i], strict=True):
                if label is not None:
                    rows.append(row)
                    labels.append(label)
                    kept.append(position)
                position += 1
        dense = np.vstack([self.dense[i] for i in ids])[kept] if self.dense is not None else None
        return LinearClassifier(**self.options).fit(rows, labels, dense)

    def out_of_fold(self, folds: int, order: Sequence[str]) -> list[Array]:
        """Predictions for every example by a classifier that has not seen it."""
        out: list[Array] = [None] * len(self.rows)
        for fold in range(folds):
            held = range(fold, len(self.rows), folds)
            classifier = self.fit([i for i in range(len(self.rows)) if i % folds != fold])
            for i in held:
                dense = self.dense[i] if self.dense is not None else None
                out[i] = columns(classifier, classifier.predict_proba(self.rows[i], dense), order)
        return out

    def all(self) -> LinearClassifier:
        """Learn from every example."""
        return self.fit(range(len(self.rows)))


@dataclass
class ChoiceTask:
    """Options of each example, and the one to choose; an example of which none is to be chosen is not learned from."""

    options: list[list[dict[str, float]]]
    chosen: list[int | None]
    settings: dict[str, Any]

    def fit(self, ids: Sequence[int]) -> ChoiceClassifier:
        """Learn from the examples of these indices."""
        pairs = [(self.options[i], choice) for i in ids if (choice := self.chosen[i]) is not None]
        return ChoiceClassifier(**self.settings).fit_choices([o for o, _ in pairs], [c for _, c in pairs])

    def out_of_fold(self, folds: int) -> list[Array]:
        """Probabilities of the options of every example by a classifier that has not seen it."""
        out: list[Array] = [None] * len(self.options)
        for fold in range(folds):
            classifier = self.fit([i for i in range(len(self.options)) if i % folds != fold])
            for i in range(fold, len(self.options), folds):
                out[i] = classifier.choose(self.options[i])
        return out

    def all(self) -> ChoiceClassifier:
        """Learn from every example."""
        return self.fit(range(len(self.options)))
