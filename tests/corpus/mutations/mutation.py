"""What a mutation is, and what several kinds share."""

import random
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from tests.corpus.small import DOCUMENTS, LAYERS

COLUMN = {"number": 0, "type": 1, "kind": 2, "attribution": 3, "stance": 4, "head": 5, "relation": 6, "text": 7}
Rows = list[list[str]]


class Place(NamedTuple):
    """Where the validator must find a fault: a file of the corpus, and the lines it may name (none: any)."""

    file: str
    lines: tuple[int, ...] = ()


class Mutation(NamedTuple):
    """One kind of damage.

    Attributes
    ----------
    name : str
    rule : str
        The rule that it breaks.
    apply : callable
        Damages the corpus in a folder at a place it draws, and says where.
    """

    name: str
    rule: str
    apply: Callable[[Path, random.Random], Place]


def read(path: Path) -> str:
    """A file's text, line ends as they are."""
    return path.read_bytes().decode("utf-8")


def write(path: Path, text: str) -> None:
    """Write text, line ends as they are."""
    path.write_bytes(text.encode("utf-8"))


def replace(path: Path, old: str, new: str) -> None:
    """Replace the first occurrence of a string that must occur."""
    text = read(path)
    assert old in text, f"{path} has no {old!r}"
    write(path, text.replace(old, new, 1))


def change_rows(
    change: Callable[[Rows, int, random.Random], Sequence[int]],
    when: Callable[[list[str]], bool] = lambda row: True,
    documents: Sequence[str] = tuple(DOCUMENTS),
) -> Callable[[Path, random.Random], Place]:
    """Damage one unit of one layer.

    ``change`` gets the rows and the index of a unit for which ``when`` holds, and returns the lines that may be named.
    """

    def apply(root: Path, rng: random.Random) -> Place:
        file = f"layers/{rng.choice(LAYERS)}/{rng.choice(documents)}.tsv"
        rows = [line.split("\t") for line in read(root / file).splitlines()]
        index = rng.choice([i for i, row in enumerate(rows) if when(row)])
        lines = change(rows, index, rng)
        write(root / file, "".join("\t".join(row) + "\n" for row in rows))
        return Place(file, tuple(lines))

    return apply


def set_cell(column: str, value: str) -> Callable[[Rows, int, random.Random], Sequence[int]]:
    """Put a value into a column of the unit."""

    def change(rows: Rows, i: int, rng: random.Random) -> Sequence[int]:
        assert rows[i][COLUMN[column]] != value
        rows[i][COLUMN[column]] = value
        return (i + 1,)

    return change


def of_type(*types: str) -> Callable[[list[str]], bool]:
    """Whether a unit has one of these types."""
    return lambda row: row[1] in types
