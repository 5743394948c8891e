"""How sure to be: temperatures from predictions for examples that the predicting classifiers have not seen."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from scipy.optimize import minimize_scalar

from argmine.classification.classifier import UnitLabels
from argmine.decoding.calibration import LEAST, Temperatures, tempered
from argmine.decoding.decoder import decode, stance_beliefs
from argmine.decoding.propagation import Bonds
from argmine.objects.labels import POLARITIES, UNIT_TYPES
from argmine.relations.options import NOTHING
from argmine.stance.classifier import StanceScores
from argmine.training.examples import Example
from argmine.training.relations import train_relations
from argmine.training.settings import Settings

Array = Any


def calibrate(
    examples: Sequence[Example],
    labels: Sequence[UnitLabels],
    scores: Sequence[StanceScores],
    bonds: Bonds,
    settings: Settings,
) -> Temperatures:
    """Temperatures of type, stance and relation.

    Labels and scores are out of fold for every example. Relations, and with them the stances that are handed along
    them, are looked at in one fold, by a scorer that learned from the others; only the bonds were counted over all.
    """
    held = range(0, len(examples), settings.folds)
    rest = [i for i in range(len(examples)) if i % settings.folds]
    scorer = train_relations(
        [examples[i] for i in rest], [labels[i] for i in rest], [scores[i] for i in rest], settings
    )
    stances: list[tuple[Array, int]] = []
    heads: list[tuple[Array, int]] = []
    for i in held:
        example = examples[i]
        candidates = scorer.predict(example.outline, example.units, labels[i], scores[i])
        decisions = decode(labels[i], scores[i], candidates, bonds)
        beliefs = stance_beliefs(labels[i], scores[i], decisions, bonds)
        for k, decision in enumerate(decisions):
            if "none" in (decision.type, example.types[k]):
                continue
            stances.append((beliefs[k], POLARITIES.index(example.polarities[k])))
            relation = example.heads[k]
            wanted = NOTHING if relation is None else relation[0]
            options = [candidate.head for candidate in candidates[k]]
            if wanted in options and not decision.thesis:
                chances = np.asarray([candidate.probability for candidate in candidates[k]])
                heads.append((chances, options.index(wanted)))
    return Temperatures(_types(examples, labels), _fit(stances), _fit(heads))


def _types(examples: Sequence[Example], labels: Sequence[UnitLabels]) -> float:
    return _fit(
        [
            (row, UNIT_TYPES.index(type))
            for example, label in zip(examples, labels, strict=True)
            for unit, row, type in zip(example.units, label.types, example.types, strict=True)
            if unit.layout == "text"
        ]
    )


def _fit(pairs: Sequence[tuple[Array, int]]) -> float:
    return fit_temperature([row for row, _ in pairs], [gold for _, gold in pairs])


def fit_temperature(rows: Sequence[Array], gold: Sequence[int]) -> float:
    """The temperature under which the gold labels are likeliest, between 0.25 and 4, to two decimals.

    Parameters
    ----------
    rows : sequence of array
        Probabilities of each example, by a model that has not seen it; their numbers of options may differ.
    gold : sequence of int
        Index of the right option of each.
    """
    if not rows:
        return 1.0

    def loss(logarithm: float) -> float:
        temperature = float(np.exp(logarithm))
        right = [tempered(row, temperature)[index] + LEAST for row, index in zip(rows, gold, strict=True)]
        return -float(np.log(right).sum())

    found = minimize_scalar(loss, bounds=(np.log(0.25), np.log(4.0)), method="bounded")
    return round(float(np.exp(found.x)), 2)
