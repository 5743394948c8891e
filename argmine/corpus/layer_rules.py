"""Rules of one annotation layer: columns, labels, tiling, relations (annotation guideline, 2 to 5)."""

import re
from collections.abc import Iterator, Sequence

from argmine.corpus.layer import COLUMNS, AlignmentError, Row, align, cell_text
from argmine.corpus.violation import Violation
from argmine.objects.labels import ATTRIBUTIONS, KINDS, POLARITIES, RELATION_TYPES, UNIT_TYPES
from argmine.segmentation.sentences import protected_spans, sentence_spans

# Guideline 2.2: a sentence is cut after 読点, or after one of the conjunctive particles that need none.
_CUT = re.compile(r"(?:[、，]|が|けど|けれど|けれども|のに|から|ので|し|て|ため)$")

Fault = tuple[int, str, str]


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
    for line, rule, message in _faults(content, body):
        yield Violation(file, line, f"layer/{rule}", message)


def _faults(content: str, body: str) -> Iterator[Fault]:
    lines = content.removesuffix("\n").split("\n")
    if not content.strip():
        yield 0, "empty", "no units"
        return
    cells = [line.removesuffix("\r").split("\t") for line in lines]
    malformed = False
    for line, row in enumerate(cells, 1):
        if not "".join(row).strip():
            malformed = True
            yield line, "blank-line", "a blank line"
        elif len(row) != len(COLUMNS):
            malformed = True
            yield line, "columns", f"{len(row)} columns, want {len(COLUMNS)} ({', '.join(COLUMNS)})"
    if malformed:
        return
    rows = [Row(*row) for row in cells]
    for line, unit in enumerate(rows, 1):
        if unit.number != str(line):
            yield line, "number", f"the number is {unit.number!r}, must be {line}"
        for rule, message in _labels(unit):
            yield line, rule, message
    yield from _tiling(rows, body)
    yield from _relations(rows)


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
        yield "kind", f"the kind of {row.type} must be {' or '.join(kinds)}, not {row.kind!r}"
    if row.attribution not in ATTRIBUTIONS:
        yield "attribution", f"unknown attribution {row.attribution!r}"
    if row.stance not in POLARITIES:
        yield "stance", f"unknown stance {row.stance!r}"
    if row.relation == "thesis":
        if row.type != "claim":
            yield "thesis-claim", f"only a claim can be the thesis, not {row.type}"
        if row.head != "-":
            yield "thesis-head", f"the thesis has the head {row.head!r}"
    elif row.relation not in (*RELATION_TYPES, "-"):
        yield "relation", f"unknown relation {row.relation!r}"
    elif (row.relation in RELATION_TYPES) != (row.head != "-"):
        yield "head-relation", f"relation {row.relation!r} does not go with head {row.head!r}"


def _tiling(rows: Sequence[Row], body: str) -> Iterator[Fault]:
    try:
        spans = align([row.text for row in rows], body, "")
    except AlignmentError as error:
        yield error.unit, "tiling", error.reason
        return
    starts = {start: line for line, (start, _) in enumerate(spans, 1)}
    for line, (row, (start, end)) in enumerate(zip(rows, spans, strict=True), 1):
        if row.text != cell_text(body[start:end]):
            yield line, "text", f"white space differs from the document's {cell_text(body[start:end])[:20]!r}"
    sentence_starts = {start for start, _ in sentence_spans(body)}
    for start in sorted(sentence_starts - starts.keys() - {0}):
        line = max(line for begin, line in starts.items() if begin < start)
        yield line, "sentence", f"the unit crosses the sentence end after {body[:start].strip()[-8:]!r}"
    quotes = protected_spans(body)
    for start, line in starts.items():
        if start in sentence_starts or line == 1:
            continue
        if any(a < start < b for a, b in quotes):
            yield line, "quote", f"the unit starts inside brackets, after {body[:start][-8:]!r}"
        if not _CUT.search(body[:start].rstrip()) or body[start] in "、，":
            yield line, "cut", f"no place to cut a sentence, after {body[:start][-8:]!r}"


def _relations(rows: Sequence[Row]) -> Iterator[Fault]:
    theses = [line for line, row in enumerate(rows, 1) if row.relation == "thesis"]
    for line in theses[1:]:
        yield line, "thesis-once", f"a second thesis; the first is unit {theses[0]}"
    by_number = {row.number: row for row in rows}
    head: dict[int, int] = {}
    for line, row in enumerate(rows, 1):
        if row.head == "-":
            continue
        if row.head not in by_number:
            yield line, "head-exists", f"the head {row.head!r} is no unit"
        elif row.head == row.number:
            yield line, "head-self", "the unit is its own head"
        elif by_number[row.head].type == "none":
            yield line, "head-none", f"the head {row.head} is of type none"
        else:
            head[line] = rows.index(by_number[row.head]) + 1
    yield from _cycles(head)


def _cycles(head: dict[int, int]) -> Iterator[Fault]:
    reported: set[int] = set()
    for start in head:
        path: list[int] = []
        node = start
        while node in head and node not in path:
            path.append(node)
            node = head[node]
        if node in path and node not in reported:
            cycle = path[path.index(node) :]
            reported |= set(cycle)
            yield min(cycle), "cycle", "the relations form a cycle: " + " → ".join(map(str, [*cycle, node]))
