"""Train every step from annotated documents.

Steps that use another step's output learn from out-of-fold predictions of it, so that they meet in training the errors
they will meet later.
"""

from collections.abc import Iterable, Sequence

import numpy as np

from argmine.decoding.propagation import Bonds
from argmine.errors import CorpusError
from argmine.language import Analyser
from argmine.language.encoding import Encoder, StaticVectors
from argmine.objects import ArgumentDocument
from argmine.objects.labels import POLARITIES
from argmine.pipeline.model import Model
from argmine.training.calibration import calibrate
from argmine.training.examples import Example, make_examples
from argmine.training.relations import train_relations
from argmine.training.segmenter import train_segmenter
from argmine.training.settings import Settings
from argmine.training.stance import train_stance
from argmine.training.units import train_units

FEWEST_DOCUMENTS = 5


def train(
    documents: Iterable[ArgumentDocument],
    analyser: Analyser | None = None,
    settings: Settings | None = None,
    encoder: Encoder | None = None,
) -> Model:
    """Train a model.

    Parameters
    ----------
    documents : iterable of ArgumentDocument
        At least five annotated documents.
    analyser : Analyser, optional
        Gives words and vectors; GiNZA's by default.
    settings : Settings, optional
    encoder : Encoder, optional
        Makes the dense vectors of units; the analyser's static vectors by default.

    Returns
    -------
    Model
        The same for the same documents in the same order.

    Raises
    ------
    CorpusError
        If there are too few documents, or one cannot be learned from.
    """
    settings = settings or Settings()
    analyser = analyser or Analyser()
    encoder = encoder or StaticVectors(analyser)
    examples = make_examples(documents, analyser, settings.groups, encoder)
    return train_examples(examples, analyser, settings, encoder)


def train_examples(
    examples: Sequence[Example], analyser: Analyser, settings: Settings, encoder: Encoder | None = None
) -> Model:
    """Train a model from prepared examples; see ``train``."""
    if len(examples) < FEWEST_DOCUMENTS:
        raise CorpusError(f"{len(examples)} documents to learn from, want at least {FEWEST_DOCUMENTS}")
    encoder = encoder or StaticVectors(analyser)
    segmenter = train_segmenter(examples, settings)
    scale = encoder.scale(np.vstack([e.vectors for e in examples]))
    units, labels = train_units(examples, settings, scale)
    stance, scores = train_stance(examples, labels, settings)
    relations = train_relations(examples, labels, scores, settings)
    bonds = _count_bonds(examples)
    temperatures = calibrate(examples, labels, scores, bonds, settings)
    return Model(analyser, encoder, segmenter, units, stance, relations, bonds, temperatures)


def _count_bonds(examples: Sequence[Example]) -> Bonds:
    """How often the stances at both ends of a relation go together (add-one smoothing)."""
    tables = {"support": np.ones((3, 3)), "attack": np.ones((3, 3))}
    for example in examples:
        for polarity, head in zip(example.polarities, example.heads, strict=True):
            if head is not None and example.polarities[head[0]] != "none":
                tables[head[1]][POLARITIES.index(example.polarities[head[0]]), POLARITIES.index(polarity)] += 1
    rows = {name: np.round(table / table.sum(axis=1, keepdims=True), 4) for name, table in tables.items()}
    return Bonds(rows["support"], rows["attack"])
