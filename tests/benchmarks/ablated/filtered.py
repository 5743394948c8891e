"""Classifiers that do not see some features, put in the place of the library's while a variant is trained.

A name that a classifier did not see in training it passes over in prediction, so nothing else has to change. What one
variant learned is kept and taken over where another would learn the same from the same, which most steps do.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from typing import Any, Self
from unittest.mock import patch

import numpy as np

from argmine.learning.choice import ChoiceClassifier
from argmine.learning.linear import Features, LinearClassifier
from argmine.training import relations, segmenter, tasks

Kept = dict[tuple[Any, ...], dict[str, Any]]
_kept: Kept = {}
_keeping = False


class Filtered(LinearClassifier):
    """A ``LinearClassifier`` without the features whose names start with a pattern."""

    def __init__(self, without: str = "", **options: Any) -> None:
        super().__init__(**options)
        self.without = without

    def fit(
        self,
        rows: Sequence[Features],
        labels: Sequence[str],
        dense: "np.ndarray[Any, Any] | None" = None,
    ) -> Self:
        seen = filtered(rows, self.without)
        extra = b"" if dense is None else dense.tobytes()
        _once(
            self,
            ("linear", _digest(seen), tuple(labels), hash(extra)),
            lambda: super(Filtered, self).fit(seen, labels, dense),
        )
        return self


class FilteredChoice(ChoiceClassifier):
    """A ``ChoiceClassifier`` without the features whose names start with a pattern."""

    def __init__(self, without: str = "", **options: Any) -> None:
        super().__init__(**options)
        self.without = without

    def fit_choices(self, sets: Sequence[Sequence[Features]], chosen: Sequence[int]) -> Self:
        seen = [filtered(options, self.without) for options in sets]
        key = ("choice", hash(tuple(map(_digest, seen))), tuple(chosen))
        _once(self, key, lambda: super(FilteredChoice, self).fit_choices(seen, chosen))
        return self


def filtered(rows: Sequence[Features], without: str) -> Sequence[Features]:
    """The rows without the features whose names start with the pattern; a row left empty gets a constant."""
    if not without:
        return rows
    pattern = re.compile(without)
    return [{k: v for k, v in row.items() if not pattern.match(k)} or {"bias": 1.0} for row in rows]


def _digest(rows: Sequence[Features]) -> int:
    return hash(tuple(hash(frozenset(row.items())) for row in rows))


def _once(classifier: LinearClassifier, key: tuple[Any, ...], fit: Callable[[], object]) -> None:
    """Fit the classifier, or take over what one with the same options made of the same examples."""
    key = (*key, classifier.C, classifier.min_count, classifier.balanced)
    if key in _kept:
        vars(classifier).update(_kept[key])
        return
    fit()
    if _keeping:
        _kept[key] = dict(vars(classifier))


@contextmanager
def filtering(keep: bool = False) -> Iterator[None]:
    """Train with filtered classifiers.

    Parameters
    ----------
    keep : bool
        Whether to keep what is learned for later variants.
    """
    global _keeping  # noqa: PLW0603
    _keeping = keep
    try:
        with ExitStack() as stack:
            for module in (tasks, segmenter, relations):
                stack.enter_context(patch.object(module, "LinearClassifier", Filtered))
                if hasattr(module, "ChoiceClassifier"):
                    stack.enter_context(patch.object(module, "ChoiceClassifier", FilteredChoice))
            yield
    finally:
        _keeping = False
