"""How sure to be: temperatures from predictions for examples that the predicting classifiers have not seen."""

from collections.abc import Sequence

import numpy as np
from scipy.optimize import minimize_scalar

from argmine.classification.classifier import UnitLabels
from argmine.decoding.decoder import arrange, stance_beliefs
from argmine.decoding.propagation import Bonds
from argmine.decoding.temperature import LEAST, Temperatures, tempered
from argmine.objects.labels import POLARITIES, UNIT_TYPES
from argmine.relations.options import NOTHING
from argmine.stance.classifier import StanceScores
from argmine.training.examples import Example
from argmine.training.relations import train_relations
from argmine.training.settings import Settings
from argmine.training.tasks import Array


def calibrate(
    examples: Sequence[Example],
    labels: Sequence[UnitLabels],
    scores: Sequence[StanceScores],
    bonds: Bonds,
    settings: Settings,
) -> Temperatures:
    """Temperatures of type, stance and relation.

    Labels and scores are out of fold for every example; the scores are without the prior of the side, as the corpora
    are balanced. Relations, and with them the stances that are handed along
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
        decisions = arrange(labels[i], candidates, Temperatures())
        beliefs = stance_beliefs(scores[i], decisions, bonds)
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
    return Temperatures(_types(examples, labels), fit_temperature(stances), fit_temperature(heads))


def _types(examples: Sequence[Example], labels: Sequence[UnitLabels]) -> float:
    return fit_temperature(
        [
            (row, UNIT_TYPES.index(type))
            for example, label in zip(examples, labels, strict=True)
            for unit, row, type in zip(example.units, label.types, example.types, strict=True)
            if unit.layout == "text"
        ]
    )


def fit_temperature(judged: Sequence[tuple[Array, int]]) -> float:
    """The temperature under which the gold labels are likeliest, between 0.25 and 4, to two decimals.

    Parameters
    ----------
    judged : sequence of (array, int)
        Probabilities of an example, by a model that has not seen it, and the index of what is right; the numbers of
        options may differ.
    """
    if not judged:
        return 1.0

    def loss(logarithm: float) -> float:
        temperature = float(np.exp(logarithm))
        return -float(np.log([tempered(row, temperature)[index] + LEAST for row, index in judged]).sum())

    found = minimize_scalar(loss, bounds=(np.log(0.25), np.log(4.0)), method="bounded")
    return round(float(np.exp(found.x)), 2)
