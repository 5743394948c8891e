"""The readable files that decide behaviour: cue words, connectives, clause forms, action nouns, colours."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load(name: str) -> dict[str, Any]:
    """Read one of the TOML files of this folder, by its name without the ending."""
    return tomllib.loads(files(__name__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))


@cache
def words(name: str, key: str) -> frozenset[str]:
    """One list of words of one of the files."""
    return frozenset(load(name)[key])
