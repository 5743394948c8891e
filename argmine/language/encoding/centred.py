"""Vectors around the mean of what was learned from."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self

from argmine.language.encoding.encoder import Encoder, Passage

if TYPE_CHECKING:
    import numpy as np

DECIMALS = 6


@dataclass
class Centred:
    """An encoder less the mean of its vectors, again of length 1.

    The vectors of a sentence encoder all lean one way (the cosine of two Japanese sentences under
    multilingual-e5-small is hardly ever below 0.75; anisotropy, Ethayarajh 2019). Without what they share, their
    cosines tell what is alike.

    Attributes
    ----------
    encoder : Encoder
    mean : array of shape (d,)
    """

    encoder: Encoder
    mean: "np.ndarray[Any, Any]"

    @classmethod
    def fit(cls, encoder: Encoder, vectors: "np.ndarray[Any, Any]") -> Self:
        """Take the mean over some of its vectors; one row a vector."""
        import numpy as np

        return cls(encoder, np.round(vectors.mean(axis=0, dtype=np.float64), DECIMALS).astype(np.float32))

    @property
    def kind(self) -> str:
        """See ``Encoder``."""
        return self.encoder.kind

    @property
    def name(self) -> str:
        """See ``Encoder``."""
        return self.encoder.name

    @property
    def scale(self) -> float:
        """See ``Encoder``."""
        return self.encoder.scale

    @property
    def dimension(self) -> int:
        """See ``Encoder``."""
        return self.encoder.dimension

    def encode(self, passages: Sequence[Passage]) -> "np.ndarray[Any, Any]":
        """See ``Encoder``."""
        return self.centre(self.encoder.encode(passages))

    def centre(self, vectors: "np.ndarray[Any, Any]") -> "np.ndarray[Any, Any]":
        """Move vectors that the encoder made; one row a vector."""
        import numpy as np

        moved = vectors - self.mean
        return np.asarray(moved / np.clip(np.linalg.norm(moved, axis=1, keepdims=True), 1e-9, None), dtype=np.float32)

    def describe(self) -> dict[str, Any]:
        """See ``Encoder``."""
        return self.encoder.describe()
