"""One annotation of one document as tab-separated lines.

Columns: number, type, kind, attribution, stance, number of the head, relation (``support``, ``attack``, ``thesis``),
text; ``-`` where a column does not apply. A unit's text stands without the white space around it; units tile the body
in order, so the offsets follow from the text.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple, cast

from pydantic import ValidationError

from argmine.errors import CorpusError
from argmine.objects import ArgumentDocument, Relation, Stance, Target, Unit
from argmine.objects.metadata import Metadata

COLUMNS = ("number", "type", "kind", "attribution", "stance", "head", "relation", "text")


class AlignmentError(CorpusError):
    """The units of a layer do not tile the body.

    Attributes
    ----------
    unit : int
        Number of the unit where they leave it.
    reason : str
    """

    def __init__(self, name: str, unit: int, reason: str) -> None:
        super().__init__(f"{name}, unit {unit}: {reason}")
        self.unit = unit
        self.reason = reason


class Row(NamedTuple):
    """One line of a layer, still as strings."""

    number: str
    type: str
    kind: str
    attribution: str
    stance: str
    head: str
    relation: str
    text: str


def parse_rows(content: str, name: str) -> list[Row]:
    """Split a layer file into rows.

    Raises
    ------
    CorpusError
        If a line has not eight columns; the message names file and line.
    """
    rows = []
    for number, line in enumerate(content.split("\n"), 1):
        if not line.strip():
            continue
        cells = line.rstrip("\r").split("\t")
        if len(cells) != len(COLUMNS):
            raise CorpusError(
                f"{name}, line {number}: {len(cells)} columns, want {len(COLUMNS)} ({', '.join(COLUMNS)})"
            )
        rows.append(Row(*cells))
    return rows


def align(texts: Sequence[str], body: str, name: str) -> list[tuple[int, int]]:
    """Find the spans of unit texts that tile a body, white space aside.

    Raises
    ------
    AlignmentError
        If the texts, joined without white space, are not the body.
    """
    starts = []
    position = 0
    for number, text in enumerate(texts, 1):
        begin: int | None = None
        for char in text:
            if char.isspace():
                continue
            while position < len(body) and body[position].isspace():
                position += 1
            if position >= len(body) or body[position] != char:
                found = body[position : position + 10] or "the end"
                raise AlignmentError(name, number, f"its text leaves the document's at {found!r}")
            begin = position if begin is None else begin
            position += 1
        if begin is None:
            raise AlignmentError(name, number, "empty text")
        starts.append(begin)
    if body[position:].strip():
        rest = body[position:].strip()[:10]
        raise AlignmentError(name, len(texts), f"the units end before the document does, at {rest!r}")
    return list(zip(starts, [*starts[1:], len(body)], strict=True))


def read_layer(
    content: str, text: str, body: tuple[int, int], target: Target, metadata: Metadata, name: str
) -> ArgumentDocument:
    """Build a document from a layer file.

    Parameters
    ----------
    content : str
        The layer file.
    text : str
        The document's text.
    body : (int, int)
        Where its body stands.
    target, metadata
        What the document's card says.
    name : str
        What to call the layer in an error message.

    Raises
    ------
    CorpusError
        If the layer is malformed or breaks a rule of the scheme.
    """
    rows = parse_rows(content, name)
    spans = align([row.text for row in rows], text[body[0] : body[1]], name)
    ids = {row.number: f"u{number}" for number, row in enumerate(rows, 1)}
    units, relations = [], []
    try:
        for row, span in zip(rows, spans, strict=True):
            start, end = span[0] + body[0], span[1] + body[0]
            argues = row.type != "none"
            stance = Stance(polarity=cast(Any, row.stance), target=target) if argues else None
            units.append(
                Unit(
                    id=ids[row.number],
                    start=start,
                    end=end,
                    text=text[start:end],
                    type=cast(Any, row.type),
                    kind=cast(Any, None if row.kind == "-" else row.kind),
                    attribution=cast(Any, None if row.attribution == "-" else row.attribution),
                    stance=stance,
                    thesis=row.relation == "thesis",
                )
            )
            if row.head != "-":
                if row.head not in ids:
                    raise CorpusError(f"{name}, unit {row.number}: head {row.head!r} does not exist")
                relations.append(Relation(source=ids[row.number], target=ids[row.head], type=cast(Any, row.relation)))
        return ArgumentDocument(
            text=text, metadata=metadata, target=target, units=tuple(units), relations=tuple(relations)
        )
    except ValidationError as error:
        raise CorpusError(f"{name}: {_first_fault(error)}") from error


def write_layer(document: ArgumentDocument) -> str:
    """The layer file of a document; the reverse of ``read_layer``."""
    return "".join("\t".join(row) + "\n" for row in rows_of(document))


def rows_of(document: ArgumentDocument) -> Iterable[Row]:
    """The rows of a document's layer."""
    index = {unit.id: str(number) for number, unit in enumerate(document.units, 1)}
    for unit in document.units:
        relation = document.relation(unit)
        yield Row(
            index[unit.id],
            unit.type,
            unit.kind or "-",
            unit.attribution or "-",
            unit.stance.polarity if unit.stance else "-",
            index[relation.target] if relation else "-",
            "thesis" if unit.thesis else relation.type if relation else "-",
            cell_text(unit.text),
        )


def cell_text(text: str) -> str:
    """A unit's text as a layer gives it: without white space around it, tabs and line breaks inside as a space."""
    return re.sub(r"[\t\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+", " ", text.strip())


def _first_fault(error: ValidationError) -> str:
    fault = error.errors()[0]
    place = ".".join(map(str, fault["loc"]))
    return f"{place}: {fault['msg']}" if place else str(fault["msg"]).removeprefix("Value error, ")
