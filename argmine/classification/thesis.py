"""What tells the thesis of a text from its other claims: every unit is looked at next to all others."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from argmine.classification.features import UnitView
from argmine.learning.linear import Features

RANKS = 4
MANY = 5.0  # claims before or after, beyond which more make no difference
CANDIDATES = 200
_LEFT_OUT = ("w=", "w2=", "c=", "prev", "next")


def thesis_options(
    units: Sequence[UnitView],
    rows: Sequence[Features],
    types: "np.ndarray[Any, Any]",
    claim_kinds: "np.ndarray[Any, Any]",
    proposition: str,
    closeness: "np.ndarray[Any, Any]",
    signs: Sequence[Features],
    among: Sequence[int],
) -> list[dict[str, float]]:
    """Features of candidates for the thesis, one row a candidate.

    Parameters
    ----------
    units : sequence of UnitView
    rows : sequence of mapping
        Their own features (``UnitFeatures``).
    types : array of shape (n, 4)
        Probability of claim, premise, evidence, none.
    claim_kinds : array of shape (n, 3)
        Probability of policy, value, interpretation.
    proposition : str
        What a supporter of the target would want.
    closeness : array of shape (n,)
        Cosine of each unit's vector and the proposition's.
    signs : sequence of mapping
        What else tells that a unit is the thesis, by name.
    among : sequence of int
        Indices of the candidates.
    """
    if not units:
        return []
    claim, silent = types[:, 0], types[:, 3]
    covered = coverage([unit.text for unit in units], proposition)
    measures = {
        "cover": covered,
        "close": closeness,
        "cover&claim": covered * claim,
        "close&claim": (closeness - closeness.min()) * claim,
    }
    options = [{**_own(rows[i], float(claim[i]), float(claim_kinds[i, 0])), **signs[i]} for i in among]
    for name, values in measures.items():
        _compare(options, among, name, values, claim)
    _place(options, among, claim, silent)
    return [{name: value for name, value in option.items() if value} for option in options]


def thesis_candidates(types: "np.ndarray[Any, Any]") -> list[int]:
    """Indices of the units that may be the thesis: all, or of a long text the likeliest claims."""
    return sorted(int(i) for i in np.argsort(-types[:, 0], kind="stable")[:CANDIDATES])


def coverage(texts: Sequence[str], proposition: str) -> "np.ndarray[Any, Any]":
    """Share of the proposition's character bigrams that each text has."""
    wanted = _bigrams(proposition)
    return np.asarray([len(_bigrams(text) & wanted) / max(len(wanted), 1) for text in texts])


def _bigrams(text: str) -> set[str]:
    return {text[i : i + 2] for i in range(len(text) - 1)}


def _own(row: Features, claim: float, policy: float) -> dict[str, float]:
    """A unit's own features but its words, which would learn topics."""
    kept = {name: value for name, value in row.items() if not name.startswith(_LEFT_OUT)}
    kept["claim"] = claim
    kept["policy"] = policy
    kept["claim&target"] = claim * row.get("target", 0.0)
    return kept


def _ranks(values: "np.ndarray[Any, Any]") -> list[int]:
    """Place of each value among all, 0 for the largest, never beyond ``RANKS``."""
    places = np.empty(len(values), dtype=int)
    places[np.argsort(-values, kind="stable")] = np.arange(len(values))
    return [min(int(place), RANKS) for place in places]


def _compare(
    options: list[dict[str, float]],
    among: Sequence[int],
    name: str,
    values: "np.ndarray[Any, Any]",
    claim: "np.ndarray[Any, Any]",
) -> None:
    """Add a measure: as it is, next to the largest of the text, and its rank."""
    largest = float(values.max())
    ranks = _ranks(values)
    for option, i in zip(options, among, strict=True):
        option[name] = float(values[i])
        option[f"{name}/largest"] = float(values[i]) / largest if largest > 0 else 0.0
        option[f"{name}_rank={ranks[i]}"] = 1.0
        option[f"{name}&claim"] = float(values[i] * claim[i])


def _place(
    options: list[dict[str, float]],
    among: Sequence[int],
    claim: "np.ndarray[Any, Any]",
    silent: "np.ndarray[Any, Any]",
) -> None:
    """Add where a unit stands among the claims, and how much of what follows argues nothing."""
    ranks = _ranks(claim)
    last = max((i for i in range(len(claim)) if claim[i] > 0.5), default=-1)
    claims = np.concatenate([[0.0], np.cumsum(claim)])
    silences = np.concatenate([[0.0], np.cumsum(silent)])
    for option, i in zip(options, among, strict=True):
        following = len(claim) - i - 1
        option[f"claim_rank={ranks[i]}"] = 1.0
        option["last_claim"] = float(i == last)
        option["next_silent"] = float(silent[i + 1]) if following else 1.0
        option["rest_silent"] = float(silences[-1] - silences[i + 1]) / following if following else 1.0
        option["claims_before"] = min(float(claims[i]), MANY) / MANY
        option["claims_after"] = min(float(claims[-1] - claims[i + 1]), MANY) / MANY
