"""Validate a corpus: a release passes every rule or is no release."""

import itertools
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from argmine.corpus.corpus import SPLITS, Corpus
from argmine.corpus.layer_rules import check_layer
from argmine.corpus.violation import Violation
from argmine.errors import ArgmineError, CorpusError
from argmine.stance.actions import FALLBACK_SLUG, lexicon

SHARED_LENGTH = 25
_INFO = ("name", "version", "guideline", "language", "licence", "layers", "constructed")


def validate(path: str | Path) -> list[Violation]:
    """Every violation in a corpus folder, file by file.

    Parameters
    ----------
    path : str or Path
        A folder with ``corpus.toml``.

    Raises
    ------
    CorpusError
        If it is no such folder.
    """
    corpus = Corpus(path)
    if not (corpus.path / "corpus.toml").exists():
        raise CorpusError(f"{corpus.path}: no corpus.toml in it")
    missing = [key for key in _INFO if key not in corpus.info]
    if missing:
        return [Violation("corpus.toml", "-", "info", f"no field {key!r}") for key in missing]
    checks = (_files(corpus), _splits(corpus), *(_document(corpus, id) for id in corpus.ids), _overlap(corpus))
    return list(itertools.chain.from_iterable(checks))


def _files(corpus: Corpus) -> Iterator[Violation]:
    """The same ids everywhere, nothing else."""
    if not corpus.ids:
        yield Violation("documents", "-", "files", "no documents")
    for one, other in itertools.pairwise(sorted(corpus.ids, key=str.casefold)):
        if one.casefold() == other.casefold():
            yield Violation(f"documents/{other}.txt", "-", "id", f"the id differs from {one} only in case")
    folders = {"documents": ".txt", "cards": ".toml", **{f"layers/{layer}": ".tsv" for layer in corpus.layers}}
    for folder, suffix in folders.items():
        have = {entry.name for entry in (corpus.path / folder).glob("*")}
        want = {f"{id}{suffix}" for id in corpus.ids}
        for name in sorted(want - have):
            yield Violation(f"{folder}/{name}", "-", "files", "missing")
        for name in sorted(have - want):
            yield Violation(f"{folder}/{name}", "-", "files", "belongs to no document")


def _splits(corpus: Corpus) -> Iterator[Violation]:
    """Every document in one split, no target in two."""
    if not corpus.splits:
        return
    for name in corpus.splits.keys() - set(SPLITS):
        yield Violation("splits.toml", "-", "split", f"unknown split {name!r}")
    seen: dict[str, str] = {}
    targets: dict[str, str] = {}
    for name, ids in corpus.splits.items():
        for id in ids:
            if id not in corpus.ids:
                yield Violation("splits.toml", "-", "split", f"{id} in {name} does not exist")
            if id in seen:
                yield Violation("splits.toml", "-", "split", f"{id} is in {seen[id]} and again in {name}")
            seen[id] = name
            try:
                target = corpus.card(id).target
            except CorpusError:
                continue  # reported where the card is checked
            for text in {target.name, target.proposition}:
                if targets.setdefault(text, name) != name:
                    yield Violation(f"cards/{id}.toml", "-", "target", f"{text!r} is also a target in {targets[text]}")
    for id in sorted(set(corpus.ids) - set(seen)):
        yield Violation("splits.toml", "-", "split", f"{id} is in no split")


def _document(corpus: Corpus, id: str) -> Iterator[Violation]:
    text_file = f"documents/{id}.txt"
    constructed = bool(corpus.info["constructed"])
    try:
        commentary = corpus.commentary(id)
    except ArgmineError as error:
        yield Violation(f"cards/{id}.toml" if "cards" in str(error) else text_file, "-", "readable", str(error))
        return
    if constructed:
        yield from _normal(commentary.text, text_file)
    yield from _card(corpus, id, constructed)
    for layer in corpus.layers:
        file = f"layers/{layer}/{id}.tsv"
        try:
            content = (corpus.path / file).read_bytes().decode("utf-8")
        except FileNotFoundError:
            continue  # reported with the files
        except UnicodeDecodeError as error:
            yield Violation(file, "-", "utf-8", f"no UTF-8 at byte {error.start}")
            continue
        yield from check_layer(content, commentary.body, file)


def _normal(text: str, file: str) -> Iterator[Violation]:
    """UTF-8 NFC with LF, where the text is the corpus's own."""
    if unicodedata.normalize("NFC", text) != text:
        yield Violation(file, "-", "nfc", "not in Unicode normal form C")
    if "\r" in text:
        yield Violation(file, "-", "lf", "a carriage return")
    if text.startswith("\ufeff"):
        yield Violation(file, "-", "bom", "a byte order mark")
    if not text.endswith("\n") or text.endswith("\n\n"):
        yield Violation(file, "-", "end", "must end with one line feed")
    for number, line in enumerate(text.split("\n"), 1):
        if line != line.rstrip():
            yield Violation(file, "-", "space", f"white space at the end of line {number}")
    for char in sorted(set(text)):
        if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Cn") and char != "\n":
            yield Violation(file, "-", "control", f"the character U+{ord(char):04X}")


def _card(corpus: Corpus, id: str, constructed: bool) -> Iterator[Violation]:
    """Metadata complete."""
    file = f"cards/{id}.toml"
    card = corpus.card(id)
    if card.metadata.id != id:
        yield Violation(file, "-", "id", f"metadata.id is {card.metadata.id!r}")
    for field in ("genre", "area"):
        if not getattr(card.metadata, field):
            yield Violation(file, "-", "metadata", f"no {field}")
    if not card.metadata.authors:
        yield Violation(file, "-", "metadata", "no authors")
    slugs = {action.slug for action in lexicon().values()} | {FALLBACK_SLUG}
    if card.target.action not in slugs:
        yield Violation(file, "-", "target", f"action {card.target.action!r} is no slug of the lexicon")
    if constructed and card.construction is None:
        yield Violation(file, "-", "construction", "a constructed document must say how it was made")


def _overlap(corpus: Corpus) -> Iterator[Violation]:
    """No long string in documents of two splits."""
    seen: dict[str, tuple[str, str]] = {}
    for split, ids in corpus.splits.items():
        for id in ids:
            try:
                text = "".join(corpus.commentary(id).text.split())
            except ArgmineError:
                continue  # reported with the document
            for start in range(len(text) - SHARED_LENGTH + 1):
                piece = text[start : start + SHARED_LENGTH]
                other, other_split = seen.setdefault(piece, (id, split))
                if other_split != split:
                    yield Violation(f"documents/{id}.txt", "-", "overlap", f"shares {piece!r} with {other}")
                    break
