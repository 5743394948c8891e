"""The official figures of the NTCIR-14 QA Lab-PoliInfo classification task.

Source: the README and ``poliinfo_eval_formal_classification.py`` (version of 2018-11-26) that the organisers published
with the formal run's data, in the folder Classification; Kimura et al., "Overview of the NTCIR-14 QA Lab-PoliInfo
Task", NTCIR-14, 2019. The same definitions hold for each task:

N1, N2, N3
    A label is right if at least one, two, three judges gave it. More than one label may be right (four or five judges;
    any split under N1). A sentence without a right label is left out.
SC
    Every judge's vote is one point: an answer earns as many points as judges gave it, of as many as there were judges.
accuracy
    Sentences answered with a right label, of those that have one; SC: points earned, of all points.
precision of a label
    Answers of this label that are right, of all its answers; SC: points earned by them, of the points at stake there.
recall of a label
    Sentences where this label is right that are answered so, of all sentences where it is right; SC: points of this
    label earned, of all points of this label. A label missed in favour of another right one counts as missed here.
macro-F1
    Mean over the labels of the harmonic mean of precision and recall; a label never right or never given has F1 0. Not
    official; N2 macro-F1 is the figure this project compares with.

The script knows combined gold labels of 0 with 1 and of 0 with 2 only: where 1 and 2 are right at once it counts a hit
for accuracy but not for precision and recall. Here such a hit counts everywhere, as the README's definition has it.
With three judges this concerns N1 alone.
"""

import math
from collections.abc import Callable
from typing import Any

import numpy as np

METHODS = ("N1", "N2", "N3", "SC")
RESAMPLES = 1_000


def gold(votes: "np.ndarray[Any, Any]", method: str) -> "np.ndarray[Any, Any]":
    """Weight of each label as an answer to each sentence: 0 or 1 under N1 to N3, votes under SC."""
    return votes if method == "SC" else (votes >= int(method[1])).astype(np.int64)


def figures(votes: "np.ndarray[Any, Any]", answers: "np.ndarray[Any, Any]") -> dict[str, float]:
    """All figures by name, such as ``N2_accuracy`` or ``SC_recall_1``; NaN where nothing defines one.

    Parameters
    ----------
    votes : array of int, shape (n, k)
        Judges who gave each of k labels.
    answers : array of int, shape (n,)
        The labels to score.
    """
    out: dict[str, float] = {}
    for method in METHODS:
        points = gold(votes, method)
        kept = points.any(axis=1)
        points, given = points[kept], np.eye(votes.shape[1], dtype=np.int64)[answers[kept]]
        stakes = points.sum(axis=1) if method == "SC" else np.ones(len(points))
        earned = (points * given).sum(axis=0)
        out[f"{method}_sentences"] = int(kept.sum())
        out[f"{method}_accuracy"] = _ratio(earned.sum(), stakes.sum())
        at_stake, wanted = stakes @ given, points.sum(axis=0)
        f1 = []
        for label in range(votes.shape[1]):
            precision, recall = _ratio(earned[label], at_stake[label]), _ratio(earned[label], wanted[label])
            out[f"{method}_precision_{label}"], out[f"{method}_recall_{label}"] = precision, recall
            f1.append(2 * float(earned[label]) / max(float(at_stake[label] + wanted[label]), 1.0))
            out[f"{method}_f1_{label}"] = f1[-1]
        out[f"{method}_macro_f1"] = sum(f1) / len(f1)
    return out


def _ratio(part: float, whole: float) -> float:
    return float(part) / float(whole) if whole else math.nan


def macro_f1(points: "np.ndarray[Any, Any]", answers: "np.ndarray[Any, Any]") -> float:
    """Macro-F1 of answers to sentences whose right labels are marked 1; the others are left out."""
    kept = points.any(axis=1)
    given = np.eye(points.shape[1], dtype=np.int64)[answers[kept]]
    hits = (points[kept] * given).sum(axis=0)
    return float(np.mean(2 * hits / np.maximum(given.sum(axis=0) + points[kept].sum(axis=0), 1)))


def interval(
    votes: "np.ndarray[Any, Any]", answers: "np.ndarray[Any, Any]", statistic: str, seed: int = 0
) -> list[float]:
    """Middle 95 % of an N2 figure over 1,000 bootstrap resamples of the sentences.

    Parameters
    ----------
    statistic : {"macro_f1", "accuracy"}
    """
    points = gold(votes, "N2")
    of: Callable[[Any, Any], float] = macro_f1 if statistic == "macro_f1" else _accuracy
    rng = np.random.default_rng(seed)
    draws = (rng.integers(len(answers), size=len(answers)) for _ in range(RESAMPLES))
    values = [of(points[draw], answers[draw]) for draw in draws]
    return [float(bound) for bound in np.nanquantile(values, (0.025, 0.975))]


def _accuracy(points: "np.ndarray[Any, Any]", answers: "np.ndarray[Any, Any]") -> float:
    kept = points.any(axis=1)
    return float(points[kept, answers[kept]].mean()) if kept.any() else math.nan
