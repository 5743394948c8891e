"""Which side of its target a document is on, from what its claims do with the proposal (resources/sides.toml)."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np

from argmine.classification.classifier import UnitLabels
from argmine.classification.features import UnitView
from argmine.stance.features import TargetView
from argmine.stance.verdict import Verdict
from argmine.stance.wording import AGAINST, FOR, side_words

Array = Any
SIDES = ("pro", "con")
TAIL = 12  # plain words at the end of a unit, where Japanese says what it wants
LATE = 4  # units at the end of a document
# Units less likely a claim than this, and less likely the thesis, say nothing of the side.
LIKELY = 0.1
LEAST = 0.02
# What these say depends on whether the target wants more or less of a thing.
TURNED = frozenset({"keep", "end"})


def side_features(
    units: Sequence[UnitView],
    labels: UnitLabels,
    target: TargetView,
    verdicts: Sequence[Verdict],
    lean: Mapping[str, float],
) -> dict[str, float]:
    """Features of a document's side: what its likely thesis, and its claims as a whole, do with the proposition.

    Claims count as far as they are likely claims, and the author's own.

    Parameters
    ----------
    units : sequence of UnitView
    labels : UnitLabels
    target : TargetView
    verdicts : sequence of Verdict
    lean : mapping
        What the judges of single units say of the whole, by name.
    """
    row: dict[str, float] = {f"direction={target.direction}": 1.0, **lean}
    claims = labels.types[:, 0] * labels.attributions[:, 0]
    thesis = claims * labels.thesis
    thesis = thesis / max(float(thesis.sum()), 1e-9)
    _weigh_verdicts(row, verdicts, claims, thesis, labels.types[:, 1] * labels.attributions[:, 0])
    opposing = 0.0
    for i, unit in enumerate(units):
        if claims[i] < LIKELY and thesis[i] < LEAST:
            continue
        view = _Claim(float(claims[i]), float(thesis[i]), verdicts[i].covered, i >= len(units) - LATE)
        tail = side_words(unit.words[-TAIL:])
        _count_words(row, view, tail, side_words(unit.words), len(unit.content & target.words) > 0, target.direction)
        opposing += view.claim * bool(tail & AGAINST)
    row["opposing"] = 2.0 * opposing / max(float(claims.sum()), 1e-6)
    return {name: value for name, value in row.items() if value}


def _weigh_verdicts(
    row: dict[str, float], verdicts: Sequence[Verdict], claims: Array, thesis: Array, premises: Array
) -> None:
    """Add what the thesis, the claims and the premises want done with the proposal, on balance and at most."""
    if not verdicts:
        return
    strength = np.asarray([verdict.strength for verdict in verdicts])
    closing = np.asarray([verdict.closing for verdict in verdicts])
    covered = np.asarray([verdict.covered for verdict in verdicts])
    weights = claims * (0.2 + covered)  # a claim on the proposal itself says more
    row["verdict:thesis"] = float(thesis @ strength)
    row["closing:thesis"] = float(thesis @ closing)
    row["agreed:thesis"] = float(thesis @ (strength * (strength * closing > 0)))
    row["closing_alone:thesis"] = float(thesis @ (closing * (strength == 0)))
    row["verdict:claims"] = 2.0 * float(weights @ strength) / max(float(weights.sum()), 1e-6)
    row["closing:claims"] = float(weights @ closing) / max(float(weights.sum()), 1e-6)
    row["verdict:premises"] = 2.0 * float(premises @ strength) / max(float(premises.sum()), 1e-6)
    row["verdict:most"] = max(0.0, float((claims * strength).max()))
    row["verdict:least"] = min(0.0, float((claims * strength).min()))
    row["covered:for"] = 2.0 * float((claims * covered * (strength > 0.5)).max())
    row["covered:against"] = 2.0 * float((claims * covered * (strength < -0.5)).max())
    for share, verdict in zip(thesis, verdicts, strict=True):
        if share > LEAST:
            for name in sorted({mention.name for mention in verdict.mentions}):
                row[f"thesis:{name}"] = row.get(f"thesis:{name}", 0.0) + float(share)


class _Claim(NamedTuple):
    claim: float
    thesis: float
    covered: float
    late: bool


def _count_words(
    row: dict[str, float], view: _Claim, tail: set[str], whole: set[str], on_topic: bool, direction: str
) -> None:
    def add(name: str, value: float) -> None:
        row[name] = row.get(name, 0.0) + value

    def raise_to(name: str, value: float) -> None:
        row[name] = max(row.get(name, 0.0), value)

    for word in sorted(tail):  # sums of floats depend on their order, and sets have none
        add(f"thesis:{word}", view.thesis)
        raise_to(f"any:{word}", view.claim)
        if on_topic:
            raise_to(f"on:{word}", view.claim)
        if view.late:
            raise_to(f"late:{word}", view.claim)
    for word in sorted(whole & TURNED):
        add(f"thesis:{word}&{direction}", view.thesis)
        raise_to(f"any:{word}&{direction}", view.claim)
    mode = ("against" if tail & AGAINST else "") + ("for" if tail & FOR else "")
    add(f"thesis:mode={mode}", view.thesis)
    add(f"cover:mode={mode}", 2 * view.thesis * view.covered)
    raise_to(f"most_covered:mode={mode}", 2 * view.claim * view.covered)
    if on_topic:
        add(f"on:mode={mode}", view.claim / 3)
