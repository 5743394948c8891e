"""What a single sentence shows of its speaker's attitude to a target, in terms that hold for any topic.

Words count by their class (resources/attitude.toml), by whether negation follows, and by where they stand: at the end,
after a mention of the target, elsewhere. The sentence is also read as the row of its classes, mentions of the target
among them (``T>push>urge``): who urges what, and what is said of the target, without the words of the topic.
"""

import itertools
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from argmine import resources
from argmine.stance.actions import Direction

END = 6
AFTER = 8
NEGATION = 3
MENTION = "T"
_PARTICLES = frozenset("をにはがのともへで")
_TURNED = {"push": "stop", "stop": "push"}


class Attitude(NamedTuple):
    """A word or row of words that shows an attitude.

    Attributes
    ----------
    name : str
        Its class.
    first, last : int
        Indices of its first word and one past its last.
    negated : bool
    """

    name: str
    first: int
    last: int
    negated: bool


@cache
def _rows() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Rows of words with their class, longest first, by their first word."""
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, entries in resources.load("attitude").items():
        for entry in entries:
            row = tuple(entry.split())
            table.setdefault(row[0], []).append((row, name))
    return {word: sorted(rows, key=lambda item: -len(item[0])) for word, rows in table.items()}


def attitudes(words: Sequence[str]) -> list[Attitude]:
    """The attitudes in plain words; one place may show several classes, each in its longest row."""
    negators = resources.words("stopwords", "negators")
    found: list[Attitude] = []
    for k, word in enumerate(words):
        seen: set[str] = set()
        for row, name in _rows().get(word, ()):
            end = k + len(row)
            if name not in seen and tuple(words[k:end]) == row:
                seen.add(name)
                negated = any(w in negators for w in words[end : end + NEGATION])
                found.append(Attitude(name, k, end, negated))
    return found


def mentions(words: Sequence[str], target_words: Collection[str]) -> list[int]:
    """Where mentions of the target end: the index of the last of adjoining target words."""
    places = [k for k, word in enumerate(words) if word in target_words]
    return [k for k in places if k + 1 not in places]


def attitude_features(words: Sequence[str], target_words: Collection[str], direction: Direction) -> dict[str, float]:
    """Named features of a sentence.

    Parameters
    ----------
    words : sequence of str
        Its plain words.
    target_words : collection of str
        Words that name the thing the target is about.
    direction : {"more", "less", "change"}
        What a supporter of the target wants done to the thing; for ``less``, ``push`` and ``stop`` change places.
    """
    turned = _TURNED if direction == "less" else {}
    shown = [one._replace(name=turned.get(one.name, one.name)) for one in attitudes(words)]
    places = mentions(words, target_words)
    row: dict[str, float] = {}
    for name in itertools.chain(
        _by_place(shown, places, len(words)), _skeleton(shown, places), _said_of(words, shown, places), _last(words)
    ):
        row[name] = min(row.get(name, 0.0) + 1.0, 3.0)
    row["T"] = float(min(len(places), 3))
    for name in ("push", "stop", "benefit", "harm", "fear"):
        row[f"share_{name}"] = 3.0 * sum(one.name == name for one in shown) / max(len(shown), 1)
    return {name: value for name, value in row.items() if value}


def _signed(one: Attitude) -> str:
    return f"{'not_' if one.negated else ''}{one.name}"


def _by_place(shown: Sequence[Attitude], places: Sequence[int], length: int) -> Iterator[str]:
    at_end = {_signed(one) for one in shown if one.last > length - END}
    for one in shown:
        yield _signed(one)
        if any(0 < one.first - place <= AFTER for place in places):
            yield f"after_T:{_signed(one)}"
        if any(0 < place - one.first <= AFTER for place in places):
            yield f"before_T:{_signed(one)}"
    yield from (f"end:{name}" for name in at_end)
    everywhere = {_signed(one) for one in shown if one.last <= length - END}
    yield from (f"{a}..end:{b}" for a in everywhere for b in at_end)
    yield from ("end:" + "+".join(sorted(at_end)),)


def _skeleton(shown: Sequence[Attitude], places: Sequence[int]) -> Iterator[str]:
    """Pairs and triples of the row of classes."""
    marks: dict[int, str] = dict.fromkeys(places, MENTION)
    for one in shown:
        marks.setdefault(one.first, _signed(one))
    sequence = ["^", *(marks[k] for k in sorted(marks)), "$"]
    yield from (f"{a}>{b}" for a, b in itertools.pairwise(sequence))
    yield from (f"{a}>{b}>{c}" for a, b, c in zip(sequence, sequence[1:], sequence[2:], strict=False))


def _said_of(words: Sequence[str], shown: Sequence[Attitude], places: Sequence[int]) -> Iterator[str]:
    """The words after a mention of the target, its particle, and the first attitude that follows."""
    for place in places:
        after = words[place + 1 : place + 4]
        for size in range(1, len(after) + 1):
            yield f"T {' '.join(after[:size])}"
        particle = next((w for w in words[place + 1 : place + 5] if w in _PARTICLES), "")
        following = next((_signed(one) for one in shown if one.first > place), "$")
        yield f"T {particle} {following}"


def _last(words: Sequence[str]) -> Iterator[str]:
    for size in range(1, 6):
        if len(words) >= size:
            yield f"last{size}={' '.join(words[-size:])}"
