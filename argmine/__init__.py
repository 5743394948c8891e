"""Argument mining for Japanese policy commentaries.

>>> import argmine
>>> miner = argmine.load()  # doctest: +SKIP
>>> document = miner(open("commentary.txt").read())  # doctest: +SKIP
>>> document.thesis, document.claims, document.relations  # doctest: +SKIP
"""

from pathlib import Path

from argmine.corpus.corpus import Corpus, load_reference
from argmine.errors import ArgmineError, CorpusError, InputError, MissingExtraError, ModelError
from argmine.objects import ArgumentDocument, Metadata, Relation, Stance, Target, Unit
from argmine.pipeline.miner import Miner
from argmine.pipeline.persistence import load_model
from argmine.reading import Commentary

__version__ = "0.2.0.dev0"
__all__ = [
    "ArgmineError",
    "ArgumentDocument",
    "Commentary",
    "Corpus",
    "CorpusError",
    "InputError",
    "Metadata",
    "Miner",
    "MissingExtraError",
    "ModelError",
    "Relation",
    "Stance",
    "Target",
    "Unit",
    "load",
    "load_reference",
]


def load(name: str | Path | None = None, *, encoder: str | Path | None = None) -> Miner:
    """Load a trained miner.

    Parameters
    ----------
    name : str or Path, optional
        A packaged model's name or a model folder; the packaged default if not given.

    encoder : str or Path, optional
        The folder of the sentence-transformers model that the model was trained with; no other encoder must be named.

    Raises
    ------
    ModelError
        If there is no such model, it is damaged, or its encoder is not given or another.
    MissingExtraError
        If its encoder comes with an extra that is not installed.
    """
    return Miner(load_model(name, encoder), str(name or "default"))
