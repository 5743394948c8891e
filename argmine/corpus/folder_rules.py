"""Rules of a corpus folder: ``corpus.toml``, the files that are there, ``splits.toml``."""

import itertools
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from argmine.corpus.corpus import ANNOTATORS, GOLD, SPLITS
from argmine.corpus.info import CorpusInfo
from argmine.corpus.violation import Violation

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
INFO, SPLIT_FILE = "corpus.toml", "splits.toml"


def check_info(path: Path) -> tuple[CorpusInfo | None, list[Violation]]:
    """``corpus.toml`` as far as it can be read, and every violation in it."""
    try:
        info = CorpusInfo.model_validate(_toml(path / INFO))
    except ValueError as error:
        if not isinstance(error, ValidationError):
            return None, [Violation(INFO, 0, "corpus/readable", f"no TOML ({error})")]
        faults = [(".".join(map(str, fault["loc"])), fault["msg"]) for fault in error.errors()]
        return None, [Violation(INFO, 0, "corpus/field", f"{place}: {message}") for place, message in faults]
    return info, list(_info(info, path))


def _toml(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_bytes().decode("utf-8"))


def _info(info: CorpusInfo, path: Path) -> Iterator[Violation]:
    if path.resolve().name not in (info.name, f"{info.name}-{info.version}"):
        yield Violation(INFO, 0, "corpus/name", f"the corpus is called {info.name!r}, its folder is not")
    wanted = (GOLD, *ANNOTATORS)
    if info.layers[: len(wanted)] != wanted or len(set(info.layers)) < len(info.layers):
        yield Violation(INFO, 0, "corpus/layers", f"the layers are {', '.join(info.layers)}")
    if info.constructed != (info.style is not None):
        yield Violation(INFO, 0, "corpus/field", "style: goes with constructed = true, and only with it")


def check_files(path: Path, ids: tuple[str, ...], info: CorpusInfo) -> Iterator[Violation]:
    """The same ids everywhere, nothing else."""
    if not ids:
        yield Violation("documents", 0, "files/none", "no documents")
    for id in ids:
        if not _ID.fullmatch(id):
            yield Violation(f"documents/{id}.txt", 0, "files/id-form", f"the id {id!r}")
    folders = {"documents": ".txt", "cards": ".toml", **{f"layers/{layer}": ".tsv" for layer in info.layers}}
    wanted = {f"{folder}/{id}{suffix}" for folder, suffix in folders.items() for id in ids} | {"README.md", INFO}
    known = wanted | {SPLIT_FILE} | folders.keys() | {"layers"}
    have = {entry.relative_to(path).as_posix(): entry for entry in path.rglob("*")}
    for name in sorted(wanted):
        if name not in have or not have[name].is_file():
            yield Violation(name, 0, "files/missing", "missing")
    for name in sorted(have.keys() - known):
        if (folder := name.rpartition("/")[0]) in known or not folder:
            yield Violation(name, 0, "files/stray", "belongs to no document")
    for name in sorted(have.keys() & known):
        if have[name].is_symlink():
            yield Violation(name, 0, "files/stray", "a link, not a file")


def read_splits(path: Path) -> tuple[dict[str, list[str]] | None, list[Violation]]:
    """``splits.toml`` as far as it can be read; None if there is none."""
    if not (path / SPLIT_FILE).exists():
        return None, []
    try:
        splits = _toml(path / SPLIT_FILE)
    except ValueError as error:
        return {}, [Violation(SPLIT_FILE, 0, "split/readable", f"no TOML ({error})")]
    good = {
        name: ids for name, ids in splits.items() if isinstance(ids, list) and all(isinstance(id, str) for id in ids)
    }
    bad = splits.keys() - good.keys()
    return good, [Violation(SPLIT_FILE, 0, "split/readable", f"{name} is no list of ids") for name in sorted(bad)]


def check_splits(splits: dict[str, list[str]] | None, ids: tuple[str, ...], constructed: bool) -> Iterator[Violation]:
    """Every document in exactly one split."""
    messages: list[tuple[str, str]] = []
    if splits is None:
        if constructed:
            yield Violation(SPLIT_FILE, 0, "split/missing", "a constructed corpus has splits")
        return
    messages += [("missing", f"no documents in {name}") for name in SPLITS if not splits.get(name)]
    messages += [("name", f"unknown split {name!r}") for name in splits if name not in SPLITS]
    listed = [(id, name) for name, members in splits.items() for id in members]
    messages += [("unknown-document", f"{id} in {name} does not exist") for id, name in listed if id not in ids]
    for id, group in itertools.groupby(sorted(listed), key=lambda entry: entry[0]):
        names = [name for _, name in group]
        if len(names) > 1:
            messages.append(("once", f"{id} is in {' and in '.join(names)}"))
    messages += [("covers", f"{id} is in no split") for id in ids if id not in dict(listed)]
    for rule, message in messages:
        yield Violation(SPLIT_FILE, 0, f"split/{rule}", message)
