"""Sentences of assembly speech, each judged by three to five people against a policy proposition."""

import gzip
import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from argmine.errors import InputError

LABELS = {"stance": (0, 1, 2), "fact_checkable": (0, 1), "relevant": (0, 1)}
TASKS = ("stance", "fact_checkable")


@dataclass(frozen=True)
class Judged:
    """A sentence with what its judges say.

    Attributes
    ----------
    id, topic, proposition, text : str
    votes : mapping of str to tuple of int
        For each of ``LABELS``, how many judges gave each label.
    """

    id: str
    topic: str
    proposition: str
    text: str
    votes: Mapping[str, tuple[int, ...]]


def read(path: Path) -> list[Judged]:
    """Read a ``.jsonl`` or ``.jsonl.gz`` file, one sentence a line.

    Raises
    ------
    InputError
        Naming the file, and the line where there is one, if it cannot be read as such.
    """
    try:
        data = path.read_bytes()
        text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8")
    except (OSError, EOFError, zlib.error) as error:
        raise InputError(f"{path}: {getattr(error, 'strerror', None) or error}") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: not UTF-8 text") from error
    sentences = [_judged(path, number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    if not sentences:
        raise InputError(f"{path}: no sentences")
    return sentences


def _judged(path: Path, number: int, line: str) -> Judged:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        raise InputError(f"{path}, line {number}: not JSON") from error
    if not isinstance(row, dict):
        raise InputError(f"{path}, line {number}: not a JSON object")
    for name in ("id", "topic_id", "proposition", "text"):
        if not isinstance(row.get(name), str):
            raise InputError(f"{path}, line {number}: {name} is missing or not text")
    votes = {name: _votes(path, number, name, row.get(name)) for name in LABELS if name in row or name in TASKS}
    return Judged(row["id"], row["topic_id"], row["proposition"], row["text"], votes)


def _votes(path: Path, number: int, name: str, judgements: Any) -> tuple[int, ...]:
    if not isinstance(judgements, dict) or not judgements:
        raise InputError(f"{path}, line {number}: {name} is missing or no table of judges")
    given = list(judgements.values())
    if any(type(value) is not int or value not in LABELS[name] for value in given):
        raise InputError(f"{path}, line {number}: {name} has a label other than {', '.join(map(str, LABELS[name]))}")
    return tuple(given.count(label) for label in LABELS[name])


def votes(sentences: Sequence[Judged], task: str) -> "np.ndarray[Any, Any]":
    """Judges who gave each label, one row a sentence."""
    return np.asarray([sentence.votes[task] for sentence in sentences], dtype=np.int64).reshape(-1, len(LABELS[task]))
