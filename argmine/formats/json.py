"""JSON: one object a document, the contract of ``argmine mine --format json``."""

import json
from collections.abc import Sequence

from argmine.errors import InputError
from argmine.objects import ArgumentDocument


def dump_json(documents: Sequence[ArgumentDocument]) -> str:
    r"""One document as a JSON object, several as a JSON array; indented, with Japanese as it is.

    Lone surrogates, which no UTF-8 file can hold, are written as ``\udXXX`` escapes.
    """
    data = [document.to_dict() for document in documents]
    text = json.dumps(data[0] if len(data) == 1 else data, ensure_ascii=False, indent=2)
    return escape_surrogates(text) + "\n"


def load_json(text: str) -> list[ArgumentDocument]:
    """Read what ``dump_json`` wrote.

    Raises
    ------
    InputError
        If it is no JSON, or no argmine document.
    """
    try:
        data = json.loads(text)
    except ValueError as error:
        raise InputError(f"no JSON: {error}") from error
    return [ArgumentDocument.from_dict(item) for item in (data if isinstance(data, list) else [data])]


def escape_surrogates(text: str) -> str:
    """Replace lone surrogates by their JSON escapes."""
    try:
        text.encode("utf-8")
        return text
    except UnicodeEncodeError:
        return "".join(f"\\u{ord(char):04x}" if "\ud800" <= char <= "\udfff" else char for char in text)
