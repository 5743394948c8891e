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

__version__ = "0.1.0"
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


def load(name: str | Path | None = None) -> Miner:
    """Load a trained miner.

    Parameters
    ----------
    name : str or Path, optional
        A packaged model's name or a model folder; the packaged default if not given.

    Raises
    ------
    ModelError
        If there is no such model, or it is damaged.
    """
    return Miner(load_model(name), str(name or "default"))
