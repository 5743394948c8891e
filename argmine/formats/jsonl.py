"""JSON lines: one document a line."""

import json
from collections.abc import Iterable

from argmine.formats.json import escape_surrogates
from argmine.objects import ArgumentDocument


def dump_jsonl(documents: Iterable[ArgumentDocument]) -> str:
    """Documents as JSON lines, in order."""
    return "".join(escape_surrogates(json.dumps(doc.to_dict(), ensure_ascii=False)) + "\n" for doc in documents)
