"""Curated cues (resources/cues.toml, connectives.toml): what a unit's wording says it does."""

import re
from collections.abc import Sequence
from functools import cache

from argmine import resources

TAIL = 8


@cache
def _cue_patterns(place: str) -> dict[str, re.Pattern[str]]:
    table = resources.load("cues")[place]
    return {
        name: re.compile("(?<!\\S)(?:" + "|".join(sorted(map(_row, rows), key=len, reverse=True)) + ")(?!\\S)")
        for name, rows in table.items()
    }


def _row(row: str) -> str:
    return " ".join(r"\S+" if word == "_" else re.escape(word) for word in row.split())


@cache
def _connectives() -> tuple[dict[str, str], int]:
    table = {word: function for function, words in resources.load("connectives").items() for word in words}
    return table, max(map(len, table))


def cues(words: Sequence[str]) -> list[str]:
    """Names of the cues in a unit's plain words, such as ``end=obligation`` or ``any=law``."""
    whole, tail = " ".join(words), " ".join(words[-TAIL:])
    found = [f"end={name}" for name, pattern in _cue_patterns("end").items() if pattern.search(tail)]
    found += [f"any={name}" for name, pattern in _cue_patterns("any").items() if pattern.search(whole)]
    return found


def connective(text: str) -> tuple[str, str] | None:
    """The discourse connective that opens a text, with its function; None if there is none.

    Short connectives count only before a comma or a change of script that shows the word has ended.
    """
    table, longest = _connectives()
    plain = text.lstrip("　 ・●○■□◆◇①②③④⑤⑥⑦⑧⑨「")[: longest + 1]
    for length in range(min(longest, len(plain)), 0, -1):
        word = plain[:length]
        if word in table:
            after = plain[length : length + 1]
            if length >= 4 or after in "、，" or not ("ぁ" <= after <= "ん" and "ぁ" <= word[-1] <= "ん"):
                return word, table[word]
    return None
