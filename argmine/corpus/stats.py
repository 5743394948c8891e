"""What is in a corpus, as plain data; ``stats_tables`` prints it.

Characters are those of the bodies, white space aside. The *minority share* of a document is the part of its pro and con
units that are of the rarer of the two stances.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from statistics import median
from typing import Any, NamedTuple

from argmine.corpus.card import Card
from argmine.corpus.corpus import GOLD, Corpus
from argmine.errors import CorpusError
from argmine.objects import ArgumentDocument
from argmine.objects.labels import ATTRIBUTIONS, KINDS, POLARITIES, RELATION_TYPES, UNIT_TYPES

MINORITY = 0.2
SIDES = ("pro", "con", "balanced")
Table = dict[str, dict[str, int]]


class _Entry(NamedTuple):
    card: Card
    document: ArgumentDocument
    split: str | None

    @property
    def characters(self) -> int:
        return sum(unit.visible_length for unit in self.document.units)

    @property
    def minority(self) -> float:
        return minority_share(self.document)


def minority_share(document: ArgumentDocument) -> float:
    """Share of the rarer of pro and con among a document's units of either, 0 to 0.5; 0 if it has neither."""
    counts = Counter(unit.stance.polarity for unit in document.components if unit.stance)
    pro, con = counts["pro"], counts["con"]
    return min(pro, con) / (pro + con) if pro + con else 0.0


def describe(corpus: Corpus, layer: str = GOLD) -> dict[str, Any]:
    """Statistics of a corpus.

    Returns
    -------
    dict
        ``parts``: figures of the whole, and by split, writing round, genre and area. ``kind``, ``attribution``,
        ``relation``: counts of units. ``head``, ``distance``: to which type relations point, and how far.
        ``minority``: in how many documents the minority share reaches 20 %, and the ids of the others.

    Raises
    ------
    CorpusError
        If there are no documents, or one is malformed.
    """
    split_of = {id: name for name, ids in corpus.splits.items() for id in ids}
    entries = [_Entry(corpus.card(id), corpus.document(id, layer), split_of.get(id)) for id in corpus.ids]
    if not entries:
        raise CorpusError(f"{corpus.path}: no documents")
    documents = [entry.document for entry in entries]
    below = {e.document.metadata.id or "": round(e.minority, 3) for e in entries if e.minority < MINORITY}
    return {
        "name": corpus.name,
        "version": str(corpus.info["version"]),
        "layer": layer,
        "parts": {name: _parts(entries, key) for name, key in _GROUPS.items()},
        "kind": {
            type: {kind: _count(documents, "kind", kind) for kind in KINDS[type]} for type in ("claim", "evidence")
        },
        "attribution": _cross(documents, lambda u, d: u.attribution or "-", (*ATTRIBUTIONS, "-")),
        "relation": _cross(documents, _relation, (*RELATION_TYPES, "thesis", "-")),
        "head": _cross(documents, _head, (*UNIT_TYPES[:3], "-")),
        "distance": _distances(documents),
        "minority": {"threshold": MINORITY, "share": 1 - len(below) / len(entries), "below": below},
    }


def _all(entry: _Entry) -> str | None:
    return "all"


def _round(entry: _Entry) -> str | None:
    return str(entry.card.construction.round) if entry.card.construction else None


_GROUPS: dict[str, Callable[[_Entry], str | None]] = {
    "all": _all,
    "split": lambda entry: entry.split,
    "round": _round,
    "genre": lambda entry: entry.card.metadata.genre,
    "area": lambda entry: entry.card.metadata.area,
}


def _parts(entries: Sequence[_Entry], key: Callable[[_Entry], str | None]) -> dict[str, dict[str, Any]]:
    groups: dict[str, list[_Entry]] = {}
    for entry in entries:
        name = key(entry)
        if name is not None:
            groups.setdefault(name, []).append(entry)
    order = sorted(groups) if key is _round else list(groups)
    if key is _GROUPS["split"]:
        order = [name for name in ("train", "dev", "test") if name in groups]
    return {name: _figures(groups[name]) for name in order}


def _figures(entries: Sequence[_Entry]) -> dict[str, Any]:
    lengths = [entry.characters for entry in entries]
    units = [unit for entry in entries for unit in entry.document.units]
    theses = [entry.document.thesis for entry in entries]
    stances = Counter(unit.stance.polarity for unit in units if unit.stance)
    relations = Counter(relation.type for entry in entries for relation in entry.document.relations)
    sides = Counter(entry.card.construction.side for entry in entries if entry.card.construction)
    thesis = Counter(unit.stance.polarity for unit in theses if unit and unit.stance)
    types = Counter(unit.type for unit in units)
    return {
        "documents": len(entries),
        "characters": sum(lengths),
        "shortest": min(lengths),
        "median_length": median(lengths),
        "longest": max(lengths),
        "units": len(units),
        "type": {type: types[type] for type in UNIT_TYPES},
        "stance": {stance: stances[stance] for stance in POLARITIES},
        "relation": {relation: relations[relation] for relation in RELATION_TYPES},
        "side": {side: sides[side] for side in SIDES},
        "thesis": {**{stance: thesis[stance] for stance in POLARITIES}, "-": theses.count(None)},
        "type_stance": _cross([entry.document for entry in entries], _stance, (*POLARITIES, "-")),
        "minority": sum(entry.minority >= MINORITY for entry in entries) / len(entries),
    }


def _cross(
    documents: Sequence[ArgumentDocument], label: Callable[[Any, ArgumentDocument], str], labels: Sequence[str]
) -> Table:
    """Counts of units by type and some label."""
    counts = Counter((unit.type, label(unit, document)) for document in documents for unit in document.units)
    return {type: {name: counts[type, name] for name in labels} for type in UNIT_TYPES}


def _count(documents: Sequence[ArgumentDocument], field: str, value: str) -> int:
    return sum(getattr(unit, field) == value for document in documents for unit in document.units)


def _stance(unit: Any, document: ArgumentDocument) -> str:
    return unit.stance.polarity if unit.stance else "-"


def _relation(unit: Any, document: ArgumentDocument) -> str:
    relation = document.relation(unit)
    return "thesis" if unit.thesis else relation.type if relation else "-"


def _head(unit: Any, document: ArgumentDocument) -> str:
    head = document.head(unit)
    return head.type if head else "-"


def _distances(documents: Sequence[ArgumentDocument]) -> dict[str, int]:
    """How many relations point how many units on (+) or back (-)."""
    counts: Counter[str] = Counter()
    for document in documents:
        index = {unit.id: number for number, unit in enumerate(document.units)}
        for relation in document.relations:
            steps = index[relation.target] - index[relation.source]
            counts[f"{steps:+d}" if abs(steps) <= 3 else "further on" if steps > 0 else "further back"] += 1
    order = ("further back", "-3", "-2", "-1", "+1", "+2", "+3", "further on")
    return {name: counts[name] for name in order}
