"""Rules of the cards: metadata complete, target, construction, style."""

import datetime
from collections.abc import Iterator
from typing import Any

from argmine.corpus.card import Card
from argmine.corpus.info import CorpusInfo
from argmine.corpus.violation import Violation
from argmine.stance.actions import FALLBACK_SLUG, find_action, lexicon

CONSTRUCTED = ("constructed",)


def check_card(card: Card, id: str, info: CorpusInfo) -> Iterator[Violation]:
    """Every violation in a card that could be read."""
    file = f"cards/{id}.toml"
    for rule, message in (*_metadata(card, id, info), *_target(card), *_construction(card, info)):
        yield Violation(file, 0, f"card/{rule}", message)


def _metadata(card: Card, id: str, info: CorpusInfo) -> Iterator[tuple[str, str]]:
    metadata = card.metadata
    for place, value in _strings(card.model_dump(exclude_none=True), ""):
        if not value.strip() or value != value.strip():
            yield "blank", f"{place} is {value!r}"
    if metadata.id != id:
        yield "id", f"metadata.id is {metadata.id!r}"
    if metadata.genre not in info.genres:
        yield "genre", f"genre {metadata.genre!r} is not in corpus.toml" if metadata.genre else "no genre"
    if metadata.area not in info.areas:
        yield "area", f"area {metadata.area!r} is not in corpus.toml" if metadata.area else "no area"
    if not metadata.authors:
        yield "authors", "no authors"
    elif info.constructed and metadata.authors != CONSTRUCTED:
        yield "authors", f"the author of a constructed document is 'constructed', not {', '.join(metadata.authors)!r}"
    if metadata.date is not None and len(metadata.date) > len("2025"):
        try:
            datetime.date.fromisoformat((metadata.date + "-01")[:10])
        except ValueError:
            yield "date", f"{metadata.date} is no date"


def _target(card: Card) -> Iterator[tuple[str, str]]:
    proposition = card.target.proposition
    if not proposition.endswith("べきである") or "。" in proposition or "\n" in proposition:
        yield "proposition", f"{proposition!r} is not one sentence in …べきである"
    if card.target.action not in {action.slug for action in lexicon().values()} | {FALLBACK_SLUG}:
        yield "action", f"action {card.target.action!r} is no slug of the lexicon"
    known = {action.slug for text in (card.target.name, proposition) if (action := find_action(text))}
    if known and card.target.action not in known:
        yield "action", f"action {card.target.action!r}, but {card.target.name} is {' or '.join(sorted(known))}"


def _construction(card: Card, info: CorpusInfo) -> Iterator[tuple[str, str]]:
    if info.constructed != (card.construction is not None):
        yield "construction", "missing" if info.constructed else "a document that was found has none"
    style = info.style
    required, known = (set(style.required), {*style.required, *style.optional}) if style else (set(), set())
    for field in sorted(required - card.style.keys()):
        yield "style-fields", f"no field {field!r}"
    for field in sorted(card.style.keys() - known):
        yield "style-fields", f"the field {field!r} is not in corpus.toml"


def _strings(value: Any, place: str) -> Iterator[tuple[str, str]]:
    """Every string in nested tables and lists, with where it stands."""
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _strings(item, f"{place}.{key}".lstrip("."))
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _strings(item, place)


def check_styles(cards: dict[str, Card]) -> Iterator[Violation]:
    """No two documents with the same style card."""
    seen: dict[tuple[tuple[str, str], ...], str] = {}
    for id, card in cards.items():
        if card.style:
            other = seen.setdefault(tuple(sorted(card.style.items())), id)
            if other != id:
                yield Violation(f"cards/{id}.toml", 0, "card/style-unique", f"the style card of {other} again")
