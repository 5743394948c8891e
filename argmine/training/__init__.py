"""Training: the steps of the pipeline learn from corpora, never from their test splits."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from threadpoolctl import threadpool_limits

from argmine.corpus.corpus import Corpus
from argmine.errors import CorpusError
from argmine.language import Analyser
from argmine.language.encoding import choose_encoder
from argmine.pipeline.model import Model
from argmine.training.settings import Settings
from argmine.training.trainer import train

__all__ = ["Settings", "learned_ids", "train", "train_corpora"]
HELD_OUT = "test"


def learned_ids(corpus: Corpus) -> list[str]:
    """What is learned from of a corpus: all documents but those of the test split, in order."""
    held_out = set(corpus.splits.get(HELD_OUT, ()))
    return [id for id in corpus.ids if id not in held_out]


def train_corpora(
    corpora: Sequence[Corpus],
    name: str,
    settings: Settings | None = None,
    encoder: str | Path | None = None,
) -> tuple[Model, dict[str, Any]]:
    """Train on everything in the corpora but their test splits.

    Parameters
    ----------
    corpora : sequence of Corpus
        Of a corpus without splits every document is used.
    name : str
        What to call the model.
    settings : Settings, optional
    encoder : str or Path, optional
        ``static`` (the default), ``e5``, or the folder of a sentence-transformers model.

    Returns
    -------
    Model, dict
        The model, and what to note of it: its name and what it learned from.

    Raises
    ------
    CorpusError
        If there is too little to learn from, or a corpus may not be trained on.
    MissingExtraError, ModelError
        If the encoder is not there.
    """
    analyser = Analyser()
    chosen = choose_encoder(encoder, analyser)
    documents, learned = [], []
    for corpus in corpora:
        if not corpus.info.get("constructed", False):
            raise CorpusError(f"{corpus.path}: this corpus is for measuring, not for training")
        part = [corpus.document(id) for id in learned_ids(corpus)]
        documents += part
        units = sum(len(document.units) for document in part)
        learned.append({"name": corpus.name, "version": corpus.info["version"], "documents": len(part), "units": units})
    with threadpool_limits(1):  # the order of additions decides the last bits of a weight
        model = train(documents, analyser, settings, chosen)
    return model, {"name": name, "corpora": learned}
