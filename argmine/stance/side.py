"""Which side of its target a document is on, from what its claims do with the proposal (resources/sides.toml)."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from argmine import resources
from argmine.classification.classifier import UnitLabels
from argmine.classification.features import UnitView
from argmine.classification.thesis import coverage
from argmine.stance.features import TargetView

_ASKING = r" (?:だ )?(?:う )?か(?: |$)"  # after ない it turns a denial into an assertion
SIDES = ("pro", "con")
TAIL = 12  # plain words at the end of a unit, where Japanese says what it wants
LATE = 4  # units at the end of a document
# Units less likely a claim than this, and less likely the thesis, say nothing of the side.
LIKELY = 0.1
LEAST = 0.02
AGAINST = frozenset({"decline", "postpone", "caution", "refuse", "prohibit"})
FOR = frozenset({"endorse", "urge", "commit"})
# What these say depends on whether the target wants more or less of a thing.
TURNED = frozenset({"keep", "end"})


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {name: _pattern(rows) for name, rows in resources.load("sides").items()}


def _pattern(rows: Sequence[str]) -> re.Pattern[str]:
    alternatives = [
        re.escape(row).replace(r"\ ", " ") + (rf"(?!{_ASKING})" if row.endswith("ない") else rf"(?! ない(?!{_ASKING}))")
        for row in sorted(rows, key=len, reverse=True)
    ]
    return re.compile("(?<!\\S)(?:" + "|".join(alternatives) + ")(?!\\S)")


def side_words(words: Sequence[str]) -> set[str]:
    """What a row of plain words does with a proposal, such as ``decline``, ``endorse`` or ``keep``."""
    text = " ".join(words)
    return {name for name, pattern in _patterns().items() if pattern.search(text)}


def side_features(
    units: Sequence[UnitView], labels: UnitLabels, target: TargetView, lean: Mapping[str, float]
) -> dict[str, float]:
    """Features of a document's side: what its likely thesis, and its claims as a whole, do with the proposition.

    Claims count as far as they are likely claims, and the author's own.

    Parameters
    ----------
    units : sequence of UnitView
    labels : UnitLabels
    target : TargetView
    lean : mapping
        What the judges of single units say of the whole, by name.
    """
    row: dict[str, float] = {f"direction={target.direction}": 1.0, **lean}
    claims = labels.types[:, 0] * labels.attributions[:, 0]
    thesis = claims * labels.thesis
    thesis = thesis / max(float(thesis.sum()), 1e-9)
    covered = coverage([unit.text for unit in units], target.proposition)
    opposing = 0.0
    for i, unit in enumerate(units):
        if claims[i] < LIKELY and thesis[i] < LEAST:
            continue
        view = _Claim(float(claims[i]), float(thesis[i]), float(covered[i]), i >= len(units) - LATE)
        tail = side_words(unit.words[-TAIL:])
        _count_words(row, view, tail, side_words(unit.words), len(unit.content & target.words) > 0, target.direction)
        opposing += view.claim * bool(tail & AGAINST)
    row["opposing"] = 2.0 * opposing / max(float(claims.sum()), 1e-6)
    return {name: value for name, value in row.items() if value}


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
