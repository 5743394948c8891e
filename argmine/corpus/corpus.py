"""A folder of annotated commentaries."""

import tomllib
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from argmine.corpus.card import Card, read_card
from argmine.corpus.layer import read_layer
from argmine.errors import ArgmineError, CorpusError
from argmine.objects import ArgumentDocument, Metadata
from argmine.reading import Commentary
from argmine.stance.actions import make_target

if TYPE_CHECKING:
    import pandas as pd

GOLD = "gold"
ANNOTATORS = ("annotator-1", "annotator-2")  # whose layers stand beside the gold one
SPLITS = ("train", "dev", "test")


class Corpus:
    """An annotated corpus: texts, cards, annotation layers and splits.

    Two layouts are read. A corpus folder has ``corpus.toml``, ``documents/ID.txt``, ``cards/ID.toml``,
    ``layers/LAYER/ID.tsv`` and ``splits.toml``. A folder of passages has ``ID.txt``, whose first line is ``target: ``
    and the proposition, then an empty line, then the body; and beside it ``ID.tsv``.

    Parameters
    ----------
    path : str or Path
        The folder.

    Raises
    ------
    CorpusError
        If the folder is neither.

    Examples
    --------
    >>> corpus = Corpus("corpora/policy-ja")  # doctest: +SKIP
    >>> corpus.to_dataframe("train")  # doctest: +SKIP
    """

    def __init__(self, path: str | Path) -> None:
        self.path = Path(path)
        if not self.path.is_dir():
            raise CorpusError(f"{self.path}: no such corpus folder")
        self._passages = not (self.path / "corpus.toml").exists()
        if self._passages and not any(self.path.glob("*.tsv")):
            raise CorpusError(f"{self.path}: neither corpus.toml nor annotated passages (ID.txt with ID.tsv) in it")

    @cached_property
    def info(self) -> dict[str, Any]:
        """What ``corpus.toml`` says: name, version, licence, languages, layers."""
        if self._passages:
            return {"name": self.path.name, "version": "0", "layers": [GOLD]}
        return _read_toml(self.path / "corpus.toml")

    @property
    def name(self) -> str:
        """The corpus's name."""
        return str(self.info["name"])

    @property
    def layers(self) -> tuple[str, ...]:
        """Names of the annotation layers; ``gold`` is the adjudicated one."""
        return tuple(self.info["layers"])

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """Ids of all documents, sorted."""
        folder = self.path if self._passages else self.path / "documents"
        return tuple(sorted(path.stem for path in folder.glob("*.txt")))

    @cached_property
    def splits(self) -> dict[str, tuple[str, ...]]:
        """Ids by split; a corpus without splits has none."""
        path = self.path / "splits.toml"
        return {name: tuple(ids) for name, ids in _read_toml(path).items()} if path.exists() else {}

    def ids_of(self, split: str | None = None) -> tuple[str, ...]:
        """Ids of a split, or all.

        Raises
        ------
        CorpusError
            If the corpus has no such split.
        """
        if split is None:
            return self.ids
        if split not in self.splits:
            raise CorpusError(f"{self.path}: no split {split!r} (it has: {', '.join(self.splits) or 'none'})")
        return self.splits[split]

    def card(self, id: str) -> Card:
        """The card of a document."""
        if self._passages:
            proposition = self._text(id).split("\n", 1)[0].removeprefix("target:").strip()
            return Card(metadata=Metadata(id=id), target=make_target(proposition))
        return read_card(self.path / "cards" / f"{id}.toml")

    def commentary(self, id: str) -> Commentary:
        """The unannotated text of a document with its metadata."""
        text = self._text(id)
        metadata = self.card(id).metadata
        if not self._passages:
            return Commentary.from_text(text, metadata=metadata, name=id)
        start = text.find("\n") + 1
        start += len(text[start:]) - len(text[start:].lstrip())
        return Commentary(text=text, metadata=metadata, body_start=start, body_end=len(text.rstrip()))

    def document(self, id: str, layer: str = GOLD) -> ArgumentDocument:
        """A document as one layer annotates it.

        Raises
        ------
        CorpusError
            If there is no such annotation, or it is malformed.
        """
        path = self.path / f"{id}.tsv" if self._passages else self.path / "layers" / layer / f"{id}.tsv"
        card, commentary = self.card(id), self.commentary(id)
        body = commentary.body_start, commentary.body_end
        return read_layer(_read(path), commentary.text, body, card.target, commentary.metadata, str(path))

    def documents(self, split: str | None = None, layer: str = GOLD) -> Iterator[ArgumentDocument]:
        """The annotated documents of a split, or all, in order of their ids."""
        for id in self.ids_of(split):
            yield self.document(id, layer)

    def __iter__(self) -> Iterator[ArgumentDocument]:
        return self.documents()

    def __len__(self) -> int:
        return len(self.ids)

    def __getitem__(self, id: str) -> ArgumentDocument:
        return self.document(id)

    def to_dataframe(self, split: str | None = None, layer: str = GOLD) -> "pd.DataFrame":
        """One row a unit, with the document's id, split, genre and area.

        Offsets are code points into the document's text; they and ``text`` leave out the white space after a unit.
        ``head`` is a unit id.
        """
        import pandas as pd

        split_of = {id: name for name, ids in self.splits.items() for id in ids}
        rows = []
        for id in self.ids_of(split):
            document = self.document(id, layer)
            for unit in document.units:
                relation = document.relation(unit)
                visible = unit.text.rstrip()
                rows.append(
                    {
                        "document": id,
                        "split": split_of.get(id),
                        "genre": document.metadata.genre,
                        "area": document.metadata.area,
                        "unit": unit.id,
                        "start": unit.start,
                        "end": unit.start + len(visible),
                        "type": unit.type,
                        "kind": unit.kind,
                        "attribution": unit.attribution,
                        "stance": unit.stance.polarity if unit.stance else None,
                        "label": unit.stance.label if unit.stance else None,
                        "thesis": unit.thesis,
                        "head": relation.target if relation else None,
                        "relation": relation.type if relation else None,
                        "text": visible,
                    }
                )
        return pd.DataFrame(rows)

    def _text(self, id: str) -> str:
        folder = self.path if self._passages else self.path / "documents"
        return _read(folder / f"{id}.txt")


def _read(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        raise CorpusError(f"{path}: no such file") from None
    except (UnicodeDecodeError, OSError) as error:
        raise CorpusError(f"{path}: cannot be read ({error})") from error


def _read_toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(_read(path))
    except tomllib.TOMLDecodeError as error:
        raise CorpusError(f"{path}: no TOML ({error})") from error


def load_reference() -> ArgumentDocument:
    """The reference example, 国問研戦略コメント 2025-05, with its adjudicated annotation.

    © JIIA (text); see the card of the corpus ``jiia-2025-05``.
    """
    corpus = Corpus(reference_path())
    return corpus.document(corpus.ids[0])


def reference_path() -> Path:
    """Folder of the reference corpus: beside the package in a checkout, inside it when installed."""
    from argmine.pipeline.places import data_folder

    folder = data_folder("corpora") / "jiia-2025-05"
    if not folder.is_dir():
        raise ArgmineError("the reference corpus is missing from this installation")
    return folder
