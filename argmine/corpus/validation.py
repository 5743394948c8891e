"""Validate corpora: a release passes every rule or is no release.

The rules, by id, are those of ``resources/corpus_rules.toml`` (docs/reference/corpus-rules.md).
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from argmine.corpus.card import Card, read_card
from argmine.corpus.card_rules import check_card, check_styles
from argmine.corpus.corpus import Corpus
from argmine.corpus.file_rules import check_file
from argmine.corpus.folder_rules import INFO, check_files, check_info, check_splits, read_splits
from argmine.corpus.info import CorpusInfo
from argmine.corpus.layer_rules import check_layer
from argmine.corpus.sharing_rules import Member, check_sharing
from argmine.corpus.violation import Violation
from argmine.errors import ArgmineError, CorpusError
from argmine.reading import Commentary

SUFFIXES = (".txt", ".toml", ".tsv", ".md")


def validate(paths: str | Path | Sequence[str | Path]) -> list[Violation]:
    """Every violation in one corpus folder or several, file by file.

    Parameters
    ----------
    paths : path or sequence of paths
        Folders with ``corpus.toml``. Ids, targets and long strings are compared across all of them.

    Raises
    ------
    CorpusError
        If one is no such folder.
    """
    folders = [Path(path) for path in ([paths] if isinstance(paths, str | Path) else paths)]
    for folder in folders:
        if not folder.is_dir():
            raise CorpusError(f"{folder}: no such corpus folder")
        if not (folder / INFO).is_file():
            raise CorpusError(f"{folder}: no {INFO} in it")
    violations: list[Violation] = []
    members: list[Member] = []
    for folder in folders:
        info, faults = check_info(folder)
        if info is not None:
            faults += _corpus(folder, info, members)
        violations += [fault.within(folder) for fault in faults]
    return violations + list(check_sharing(members))


def _corpus(folder: Path, info: CorpusInfo, members: list[Member]) -> Iterator[Violation]:
    """The rules of one corpus; its documents are added to ``members``."""
    ids = Corpus(folder).ids
    splits, faults = read_splits(folder)
    yield from faults
    yield from check_files(folder, ids, info)
    yield from check_splits(splits, ids, info.constructed)
    for path in sorted(folder.rglob("*")):
        if path.suffix in SUFFIXES and path.is_file():
            yield from check_file(path.read_bytes(), path.relative_to(folder).as_posix(), info.constructed)
    part = {id: name for name, listed in (splits or {}).items() for id in listed}
    cards: dict[str, Card] = {}
    for id in ids:
        try:
            cards[id] = read_card(folder / "cards" / f"{id}.toml")
            yield from check_card(cards[id], id, info)
        except CorpusError as error:
            if (folder / "cards" / f"{id}.toml").exists():
                yield Violation(f"cards/{id}.toml", 0, "card/readable", str(error).partition(".toml: ")[2])
        text = _decoded(folder / "documents" / f"{id}.txt")
        if text is not None:
            members.append(Member(folder.as_posix(), id, part.get(id, folder.name), text, cards.get(id)))
            yield from _document(folder, id, text, cards.get(id), info)
    yield from check_styles(cards)


def _document(folder: Path, id: str, text: str, card: Card | None, info: CorpusInfo) -> Iterator[Violation]:
    """The text of a document, and its layers against it."""
    file = f"documents/{id}.txt"
    try:
        commentary = Commentary.from_text(text, name=id)
    except ArgmineError as error:
        yield Violation(file, 0, "text/readable", str(error))
        return
    title = card.metadata.title if card else None
    header = text[: commentary.body_start].splitlines()
    if title is not None and not any(
        line == title or (not info.constructed and line.endswith(title)) for line in header
    ):
        yield Violation(file, 1, "text/title", f"the title {title!r} does not stand above the body")
    characters = len("".join(commentary.body.split()))
    if info.length and not info.length.least <= characters <= info.length.most:
        bounds = f"{info.length.least} to {info.length.most}"
        yield Violation(file, 0, "text/length", f"{characters} characters without white space, want {bounds}")
    for layer in info.layers:
        content = _decoded(folder / "layers" / layer / f"{id}.tsv")
        if content is not None:
            yield from check_layer(content, commentary.body, f"layers/{layer}/{id}.tsv")


def _decoded(path: Path) -> str | None:
    """The text of a file; None where it is missing or no UTF-8, which other rules report."""
    try:
        return path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return None
