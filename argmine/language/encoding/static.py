"""The mean of static word vectors: no network to run, the default."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from argmine.language.analyser import Analyser
from argmine.language.encoding.encoder import Passage

if TYPE_CHECKING:
    import numpy as np

STATIC_SCALE = 3.0
MEANT = ("名詞", "動詞", "形容詞", "形状詞", "副詞", "助動詞")


class StaticVectors:
    """The word vectors of the GiNZA package, averaged.

    Parameters
    ----------
    analyser : Analyser
        Whose vectors to use, and whose tokens the passages have.
    """

    kind = "static"

    def __init__(self, analyser: Analyser) -> None:
        self.analyser = analyser

    @property
    def name(self) -> str:
        """The GiNZA package."""
        return self.analyser.package

    @property
    def dimension(self) -> int:
        """Length of a vector."""
        return int(self.analyser.vectors.shape[1])

    def encode(self, passages: Sequence[Passage]) -> "np.ndarray[Any, Any]":
        """Mean vector of each passage's content words, length 1; zeros where none has a vector."""
        import numpy as np

        table = self.analyser.vectors
        out = np.zeros((len(passages), table.shape[1]), dtype=np.float32)
        for i, passage in enumerate(passages):
            rows = [t.vector_row for t in passage.tokens if t.vector_row >= 0 and t.pos in MEANT]
            if rows:
                mean = table[rows].mean(axis=0)
                norm = float(np.linalg.norm(mean))
                out[i] = mean / norm if norm else mean
        return out

    def scale(self, vectors: "np.ndarray[Any, Any]") -> float:
        """See ``Encoder``; the same for all."""
        return STATIC_SCALE

    def describe(self) -> dict[str, Any]:
        """See ``Encoder``."""
        return {"kind": self.kind, "name": self.name}
