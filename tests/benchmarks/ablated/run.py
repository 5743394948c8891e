"""Trains and measures one variant."""

import time
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from typing import Any
from unittest.mock import patch

from threadpoolctl import threadpool_limits

import argmine
from argmine.decoding.temperature import Temperatures
from argmine.language import Analyser
from argmine.objects import ArgumentDocument
from argmine.pipeline.miner import Miner
from argmine.pipeline.model import Model
from argmine.training import trainer
from argmine.training.examples import Example
from tests.benchmarks.ablated.cases import FOLDS, Case, Material, encoder_of, prepared
from tests.benchmarks.ablated.filtered import filtering
from tests.benchmarks.ablated.marks import MarkingAnalyser
from tests.benchmarks.ablated.variants import Variant
from tests.benchmarks.figures import tally

Array = Any
PASSES, COPIES, LEAST_SECONDS = 3, 4, 4.0


@dataclass(frozen=True)
class Measured:
    """What was measured of a variant.

    Attributes
    ----------
    variant : Variant
    crossed : array
        Counts by document of the cross-validation (``tally``).
    real : array or None
        Those of realdev, mined by the model of each fold.
    speed : float
        Tokens mined a second.
    """

    variant: Variant
    crossed: Array
    real: Array | None
    speed: float


def measure(variant: Variant, material: Material, keep: bool = False) -> Measured:
    """Train a variant on each fold's complement, and mine the fold and realdev.

    Parameters
    ----------
    variant : Variant
    material : Material
    keep : bool
        Whether other variants may take over what this one learns.
    """
    with threadpool_limits(1):
        examples, cases = prepared(material.examples, variant, material.analyser), material.cases
        predicted: list[Any] = [None] * len(cases)
        real: list[tuple[ArgumentDocument, ArgumentDocument]] = []
        for fold in range(FOLDS):
            rest = [example for i, example in enumerate(examples) if i % FOLDS != fold]
            model = fit(rest, variant, material.analyser, keep)
            predicted[fold::FOLDS] = [mine(model, case) for case in cases[fold::FOLDS]]
            real += [(case.gold, mine(model, case)) for case in material.realdev]
        crossed = tally([(case.gold, one) for case, one in zip(cases, predicted, strict=True)])
        return Measured(variant, crossed, tally(real) if real else None, speed(model, variant))


def fit(examples: Sequence[Example], variant: Variant, analyser: Analyser, keep: bool = False) -> Model:
    """Train a variant on examples prepared for it."""
    with ExitStack() as stack:
        stack.enter_context(filtering(keep))
        stack.enter_context(patch.object(trainer, "calibrate", lambda *_: Temperatures()))  # touches confidences alone
        if variant.added:
            stack.enter_context(patch.object(trainer, "train_units", variant.added.train))
        model = trainer.train_examples(examples, analyser, variant.settings, encoder_of(variant, analyser))
    return variant.adjust(model)


def mine(model: Model, case: Case) -> ArgumentDocument:
    """Predict a document; the target is given, units are predicted."""
    gold = case.gold
    return model.label(case.outline, model.segmenter.segment(case.outline), gold.target, gold.metadata)


def speed(model: Model, variant: Variant) -> float:
    """Tokens mined a second of processor time: the best of three passes or more.

    A pass mines copies of the reference commentary's body; passes go on for four seconds, as short ones are noisy.
    """
    analyser = MarkingAnalyser(variant.components) if variant.components else Analyser()
    miner = Miner(replace(model, analyser=analyser))
    reference = argmine.load_reference()
    body = reference.text[reference.units[0].start :]
    tokens = COPIES * len(analyser.nlp.make_doc(body))
    list(miner.pipe([body], target=reference.target))
    seconds: list[float] = []
    while len(seconds) < PASSES or sum(seconds) < LEAST_SECONDS:
        started = time.process_time()
        list(miner.pipe([body] * COPIES, target=reference.target))
        seconds.append(time.process_time() - started)
    return tokens / min(seconds)
