"""Any sentence-transformers model that stands in a local folder (extra ``sentence-transformers``)."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from argmine.errors import MissingExtraError, ModelError
from argmine.language.encoding.encoder import TextEncoder, fingerprint

if TYPE_CHECKING:
    import numpy as np

MODULES = "modules.json"
# Formats that can run code when they are read, or that need another framework to be read at all.
FOREIGN = (".bin", ".pt", ".pth", ".ckpt", ".pkl", ".pickle", ".joblib", ".h5", ".msgpack")


class SentenceTransformer(TextEncoder):
    """A sentence-transformers model from a folder (Reimers & Gurevych 2019), on the processor.

    Nothing is downloaded, no code of the folder is run, and only weights in safetensors are read. A text longer than
    the model reads is cut off.

    Parameters
    ----------
    path : str or Path
        The folder; ``modules.json`` stands in it.

    Raises
    ------
    MissingExtraError
        If sentence-transformers is not installed.
    ModelError
        If the folder is no such model, has its weights in another format, or names code of its own.
    """

    kind = "sentence-transformers"

    def __init__(self, path: str | Path) -> None:
        folder = Path(path)
        files = check(folder)
        try:
            import sentence_transformers
        except ImportError as error:
            raise MissingExtraError(
                "this encoder needs the extra sentence-transformers: pip install 'argmine[sentence-transformers]'"
            ) from error
        try:
            with _quiet():
                self._model = sentence_transformers.SentenceTransformer(
                    str(folder.resolve()),
                    device="cpu",
                    local_files_only=True,
                    trust_remote_code=False,
                    model_kwargs={"use_safetensors": True},
                )
            dimension = self._model.get_embedding_dimension()
        except Exception as error:  # whatever a damaged file makes torch, transformers or tokenizers raise
            fault = " ".join(f"{type(error).__name__}: {error}".split())
            raise ModelError(f"{path}: cannot be loaded ({fault})") from error
        if not dimension:
            raise ModelError(f"{path}: tells no length of its vectors")
        super().__init__(folder.resolve().name, fingerprint(files))
        self.dimension = int(dimension)

    def embed(self, texts: list[str]) -> "np.ndarray[Any, Any]":
        """Vectors of some texts."""
        vectors: np.ndarray[Any, Any] = self._model.encode(
            texts, batch_size=len(texts), show_progress_bar=False, convert_to_numpy=True, normalize_embeddings=True
        )
        return vectors


@contextmanager
def _quiet() -> Iterator[None]:
    """Without the progress bars that transformers draws on standard error while it loads."""
    from transformers.utils import logging

    drawn = logging.is_progress_bar_enabled()
    logging.disable_progress_bar()
    try:
        yield
    finally:
        if drawn:
            logging.enable_progress_bar()


def check(folder: Path) -> list[Path]:
    """Look at a model's folder before anything of it is loaded.

    Returns
    -------
    list of Path
        The files that decide what its vectors are, in order.

    Raises
    ------
    ModelError
    """
    if not folder.is_dir():
        raise ModelError(f"{folder}: no such encoder (static, e5, or the folder of a sentence-transformers model)")
    try:
        modules = [str(module["type"]) for module in json.loads((folder / MODULES).read_bytes())]
    except FileNotFoundError as error:
        raise ModelError(f"{folder}: not a sentence-transformers model (no {MODULES} in it)") from error
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelError(f"{folder}: damaged {MODULES} ({type(error).__name__}: {error})") from error
    for module in modules:
        if not module.startswith("sentence_transformers."):
            raise ModelError(f"{folder}: asks for the class {module!r}, which is not part of sentence-transformers")
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    weights = [path for path in files if path.suffix == ".safetensors"]
    foreign = [path for path in files if path.suffix in FOREIGN]
    for path in foreign:
        if not any(other.parent == path.parent for other in weights):
            raise ModelError(f"{folder}: {path.relative_to(folder)} is not read; only weights in safetensors are")
    if not weights:
        raise ModelError(f"{folder}: no weights in safetensors")
    return [path for path in files if path in weights or path.suffix in (".json", ".txt", ".model")]
