"""Rules between documents, of one corpus or several: what two splits must not share."""

import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from argmine.corpus.card import Card
from argmine.corpus.violation import Violation

SHARED_LENGTH = 25


class Member(NamedTuple):
    """A document among those that must not share.

    Attributes
    ----------
    folder : str
        Path of its corpus.
    id : str
    part : str
        Its split. A corpus without splits is a part by itself.
    text : str
    card : Card or None
        None where it could not be read.
    """

    folder: str
    id: str
    part: str
    text: str
    card: Card | None

    def __str__(self) -> str:
        return f"{self.id} ({self.part})"


def check_sharing(members: Sequence[Member]) -> Iterator[Violation]:
    """Every id that occurs twice, and every target and long string that two parts share."""
    yield from _ids(members)
    yield from _targets(members)
    yield from _texts(members)


def _ids(members: Sequence[Member]) -> Iterator[Violation]:
    seen: dict[str, Member] = {}
    for member in members:
        other = seen.setdefault(member.id.casefold(), member)
        if other is not member:
            file = f"{member.folder}/documents/{member.id}.txt"
            yield Violation(file, 0, "files/id-unique", f"the id of {other.folder}/documents/{other.id}.txt")


def _targets(members: Sequence[Member]) -> Iterator[Violation]:
    seen: dict[tuple[str, str], Member] = {}
    for member in members:
        if member.card is None:
            continue
        target = member.card.target
        for field, text in (("name", target.name), ("proposition", target.proposition)):
            plain = "".join(unicodedata.normalize("NFKC", text).split())
            other = seen.setdefault((field, plain), member)
            if other.part != member.part:
                file = f"{member.folder}/cards/{member.id}.toml"
                yield Violation(file, 0, "sharing/target", f"{text!r} is also the target of {other}")


def _texts(members: Sequence[Member]) -> Iterator[Violation]:
    seen: dict[str, Member] = {}
    for member in members:
        places = [place for place, char in enumerate(member.text) if not char.isspace()]
        visible = "".join(member.text[place] for place in places)
        reported: set[tuple[str, str]] = set()
        for start in range(len(visible) - SHARED_LENGTH + 1):
            piece = visible[start : start + SHARED_LENGTH]
            other = seen.setdefault(piece, member)
            if other.part != member.part and other[:2] not in reported:
                reported.add(other[:2])
                line = member.text.count("\n", 0, places[start]) + 1
                file = f"{member.folder}/documents/{member.id}.txt"
                yield Violation(file, line, "sharing/text", f"shares {piece!r} with {other}")
