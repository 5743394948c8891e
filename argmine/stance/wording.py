"""Words by which a text takes a side on a proposal (resources/sides.toml)."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from argmine import resources

AGAINST = frozenset({"decline", "postpone", "caution", "refuse", "prohibit"})
FOR = frozenset({"endorse", "urge", "commit"})
# Weaker than the above: they judge, and do not say what is to be done.
FAULT, FAVOUR = "fault", "favour"
_ASKING = r" (?:だ )?(?:う )?か(?: |$)"  # after ない it turns a denial into an assertion
_DENIABLE = "て "  # ては ならない forbids, but なくては ならない demands


class Found(NamedTuple):
    """A row of words that takes a side.

    Attributes
    ----------
    first, last : int
        Indices of its first plain word and one past its last.
    value : float
        1 for, -1 against.
    name : str
        Its table in resources/sides.toml.
    """

    first: int
    last: int
    value: float
    name: str


def side_words(words: Sequence[str]) -> set[str]:
    """What a row of plain words does with a proposal, such as ``decline``, ``endorse`` or ``keep``."""
    text = " ".join(words)
    others = {name for name, pattern in _patterns().items() if name not in _values() and pattern.search(text)}
    return others | {one.name for one in find_sides(words)}


def find_sides(words: Sequence[str]) -> list[Found]:
    """Where plain words turn down or back, in their order; of rows that overlap, the longest."""
    text = " ".join(words)
    places: dict[int, int] = {}
    at = 0
    for k, word in enumerate(words):
        places[at] = k
        at += len(word) + 1
    found = [
        Found(places[match.start()], places[match.start()] + match.group().count(" ") + 1, value, name)
        for name, value in _values().items()
        for match in _patterns()[name].finditer(text)
    ]
    kept: list[Found] = []
    for one in sorted(found, key=lambda one: (one.first - one.last, one)):
        if all(one.last <= other.first or one.first >= other.last for other in kept):
            kept.append(one)
    return sorted(kept)


@cache
def _values() -> dict[str, float]:
    return dict.fromkeys(sorted(AGAINST | {FAULT}), -1.0) | dict.fromkeys(sorted(FOR | {FAVOUR}), 1.0)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {name: _pattern(rows) for name, rows in resources.load("sides").items()}


def _pattern(rows: Sequence[str]) -> re.Pattern[str]:
    alternatives = [
        (r"(?<!ない )" if row.startswith(_DENIABLE) else "")
        + re.escape(row).replace(r"\ ", " ")
        + (rf"(?!{_ASKING})" if row.endswith("ない") else rf"(?! ない(?!{_ASKING}))")
        for row in sorted(rows, key=len, reverse=True)
    ]
    return re.compile("(?<!\\S)(?:" + "|".join(alternatives) + ")(?!\\S)")
