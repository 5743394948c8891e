"""Documents as files: a format is one module with one function to write it and, where it can, one to read it."""

from argmine.formats.json import dump_json, load_json
from argmine.formats.jsonl import dump_jsonl

__all__ = ["dump_json", "dump_jsonl", "load_json"]
