"""What every encoder of texts can do."""

import hashlib
from abc import ABC, abstractmethod
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from argmine.language.analyser import readable
from argmine.language.token import Token

if TYPE_CHECKING:
    import numpy as np

BATCH = 64
SPREAD = 6.0  # docs/benchmarks/encoders.md


class Passage(Protocol):
    """A stretch of text with its words; a ``UnitView`` is one."""

    @property
    def text(self) -> str:
        """Without white space around it."""

    @property
    def tokens(self) -> Sequence[Token]:
        """Its words."""


class Proposition(NamedTuple):
    """What a supporter of a target would want, as a passage."""

    text: str
    tokens: Sequence[Token]


class Encoder(Protocol):
    """Turns texts into vectors.

    Attributes
    ----------
    kind : str
        ``static``, ``e5`` or ``sentence-transformers``.
    name : str
        Which model it is.
    """

    @property
    def kind(self) -> str: ...  # noqa: D102

    @property
    def name(self) -> str: ...  # noqa: D102

    @property
    def dimension(self) -> int:
        """Length of a vector."""

    def encode(self, passages: Sequence[Passage]) -> "np.ndarray[Any, Any]":
        """Vectors of length 1 as a float32 array of shape (passages, dimension); zeros for what cannot be told."""

    def scale(self, vectors: "np.ndarray[Any, Any]") -> float:
        """What the classifiers multiply vectors by, so that they count next to named features of value 1.

        Parameters
        ----------
        vectors : array of shape (n, d)
            Those of the training examples.
        """

    def describe(self) -> dict[str, Any]:
        """What a trained model notes of it, so that it is found again and no other is taken for it."""


class TextEncoder(ABC):
    """An encoder that reads the characters, not the words.

    Parameters
    ----------
    name : str
    fingerprint : str
        SHA-256 of its weights.
    """

    kind: str
    dimension: int

    def __init__(self, name: str, fingerprint: str) -> None:
        self.name = name
        self.fingerprint = fingerprint

    @abstractmethod
    def embed(self, texts: list[str]) -> "np.ndarray[Any, Any]":
        """Vectors of length 1 of some texts, none of which is unreadable."""

    def encode(self, passages: Sequence[Passage]) -> "np.ndarray[Any, Any]":
        """See ``Encoder``; a text that comes again is encoded once."""
        import numpy as np

        texts = [readable(passage.text) for passage in passages]
        distinct = list(dict.fromkeys(texts))
        table = np.zeros((len(distinct), self.dimension), dtype=np.float32)
        for start in range(0, len(distinct), BATCH):
            part = distinct[start : start + BATCH]
            table[start : start + len(part)] = self.embed(part)
        row = {text: i for i, text in enumerate(distinct)}
        return table[[row[text] for text in texts]]

    def scale(self, vectors: "np.ndarray[Any, Any]") -> float:
        """See ``Encoder``: vectors that differ little, as those of a sentence encoder do, are multiplied by more.

        What they have in common (anisotropy; Ethayarajh 2019) goes into the intercepts; what is left of them has a
        root mean square length of ``SPREAD`` then.
        """
        import numpy as np

        spread = float(np.sqrt(((vectors - vectors.mean(axis=0)) ** 2).sum(axis=1).mean()))
        return round(SPREAD / spread, 1) if spread else 1.0

    def describe(self) -> dict[str, Any]:
        """See ``Encoder``."""
        return {"kind": self.kind, "name": self.name, "dimension": self.dimension, "sha256": self.fingerprint}


def closeness(encoder: Encoder, vectors: "np.ndarray[Any, Any]", proposition: Proposition) -> "np.ndarray[Any, Any]":
    """Cosine of each row of vectors that the encoder made and the proposition's vector."""
    import numpy as np

    return np.asarray(vectors @ encoder.encode([proposition])[0])


def fingerprint(files: Sequence[Path]) -> str:
    """SHA-256 over files in the order given."""
    digest = hashlib.sha256()
    for path in files:
        with path.open("rb") as stream:
            while block := stream.read(1 << 20):
                digest.update(block)
    return digest.hexdigest()
