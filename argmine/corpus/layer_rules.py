"""Rules of one annotation layer: columns, labels, tiling, relations (annotation guideline, 2 to 5)."""

from collections.abc import Iterator, Sequence

from argmine.corpus.layer import Row, align, parse_rows
from argmine.corpus.violation import Violation
from argmine.errors import CorpusError
from argmine.objects.labels import ATTRIBUTIONS, KINDS, POLARITIES, RELATION_TYPES, UNIT_TYPES
from argmine.segmentation.sentences import sentence_spans


def check_layer(content: str, body: str, file: str) -> Iterator[Violation]:
    """Every violation in one layer file.

    Parameters
    ----------
    content : str
        The file.
    body : str
        The body it annotates.
    file : str
        What to call the file.
    """
    try:
        rows = parse_rows(content, file)
    except CorpusError as error:
        yield Violation(file, "-", "columns", str(error).partition(": ")[2])
        return
    if not rows:
        yield Violation(file, "-", "empty", "no units")
        return
    if not content.endswith("\n") or "\r" in content or "\n\n" in content:
        yield Violation(file, "-", "lines", "lines must end with LF, without empty lines")
    for position, row in enumerate(rows, 1):
        if row.number != str(position):
            yield Violation(file, row.number, "index", f"the index must be {position}")
        for rule, message in _labels(row):
            yield Violation(file, row.number, rule, message)
        if row.text != row.text.strip():
            yield Violation(file, row.number, "space", "white space around the text")
    yield from _tiling(rows, body, file)
    yield from _relations(rows, file)


def _labels(row: Row) -> Iterator[tuple[str, str]]:
    """Closed label sets, and which go together."""
    if row.type not in UNIT_TYPES:
        yield "type", f"unknown type {row.type!r}"
        return
    if row.type == "none":
        for column in ("kind", "attribution", "stance", "head", "relation"):
            if getattr(row, column) != "-":
                yield "none", f"a unit of type none has no {column}, but {getattr(row, column)!r}"
        return
    kinds = KINDS[row.type] or ("-",)
    if row.kind not in kinds:
        yield "kind", f"kind of a {row.type} must be {' or '.join(kinds)}, not {row.kind!r}"
    if row.attribution not in ATTRIBUTIONS:
        yield "attribution", f"unknown attribution {row.attribution!r}"
    if row.stance not in POLARITIES:
        yield "stance", f"unknown stance {row.stance!r}"
    if row.relation not in (*RELATION_TYPES, "thesis", "-"):
        yield "relation", f"unknown relation {row.relation!r}"
    elif (row.relation in RELATION_TYPES) != (row.head != "-"):
        yield "relation", f"relation {row.relation!r} does not go with head {row.head!r}"
    if row.relation == "thesis" and row.type != "claim":
        yield "thesis", f"only a claim can be the thesis, not a {row.type}"


def _tiling(rows: Sequence[Row], body: str, file: str) -> Iterator[Violation]:
    try:
        spans = align([row.text for row in rows], body, file)
    except CorpusError as error:
        yield Violation(file, "-", "tiling", str(error).removeprefix(file).lstrip(":, "))
        return
    if body[: spans[0][0]].strip():
        yield Violation(file, rows[0].number, "tiling", "the first unit does not start with the body")
    ends = {end for _, end in spans}
    for start, end in sentence_spans(body):
        if end not in ends:
            unit = next(row.number for row, span in zip(rows, spans, strict=True) if span[0] < end < span[1])
            yield Violation(
                file, unit, "sentence", f"the unit crosses the sentence end after {body[start:end].strip()[-8:]!r}"
            )


def _relations(rows: Sequence[Row], file: str) -> Iterator[Violation]:
    by_index = {row.number: row for row in rows}
    theses = [row.number for row in rows if row.relation == "thesis"]
    for index in theses[1:]:
        yield Violation(file, index, "thesis", f"a second thesis; the first is unit {theses[0]}")
    head = {row.number: row.head for row in rows if row.head != "-"}
    for index, other in head.items():
        if other not in by_index:
            yield Violation(file, index, "head", f"head {other!r} does not exist")
        elif by_index[other].type == "none":
            yield Violation(file, index, "head", f"head {other} is of type none")
    reported: set[str] = set()
    for index in head:
        path: list[str] = []
        node = index
        while node in head and node not in path:
            path.append(node)
            node = head[node]
        if node in path and node not in reported:
            reported |= set(path[path.index(node) :])
            yield Violation(
                file, node, "cycle", "the relations form a cycle: " + " → ".join([*path[path.index(node) :], node])
            )
