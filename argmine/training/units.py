"""Train the steps that say what a unit is: its type, kind and attribution, and which one is the thesis."""

from collections.abc import Sequence

import numpy as np

from argmine.classification.classifier import UnitClassifier, UnitLabels, context_features, with_layout
from argmine.classification.thesis import thesis_options
from argmine.objects.labels import ATTRIBUTIONS, KINDS, UNIT_TYPES
from argmine.stance.verdict import thesis_signs
from argmine.training.examples import Example
from argmine.training.settings import Settings
from argmine.training.tasks import Array, ChoiceTask, Rows, Task


def train_units(
    examples: Sequence[Example], settings: Settings, vector_scale: float
) -> tuple[UnitClassifier, list[UnitLabels]]:
    """The unit classifier, and its out-of-fold labels of the examples."""
    rows: list[Rows] = [e.rows for e in examples]
    dense = [e.vectors * vector_scale for e in examples] if "vectors" in settings.groups else None
    type_task, context_task, types = _learn_types(examples, rows, dense, settings)
    claim_task = _kind_task(examples, "claim", rows, dense, settings)
    evidence_task = _kind_task(examples, "evidence", rows, dense, settings)
    attribution_task = Task(rows, [[u.attribution for u in e.document.units] for e in examples], dense, settings.kind)
    claim_kinds = claim_task.out_of_fold(settings.folds, KINDS["claim"])
    thesis_task = _thesis_task(examples, types, claim_kinds, settings)
    classifier = UnitClassifier(
        type_task.all(),
        context_task.all(),
        claim_task.all(),
        evidence_task.all(),
        attribution_task.all(),
        thesis_task.all(),
        settings.groups,
        vector_scale,
    )
    theses = thesis_task.out_of_fold(settings.folds)
    attributions = attribution_task.out_of_fold(settings.folds, ATTRIBUTIONS)
    evidence_kinds = [np.zeros((len(e.units), 3)) for e in examples]  # no later step looks at them
    labels = [
        UnitLabels(t, c, k, a, thesis, e.vectors)
        for t, c, k, a, thesis, e in zip(
            types, claim_kinds, evidence_kinds, attributions, theses, examples, strict=True
        )
    ]
    return classifier, labels


def _learn_types(
    examples: Sequence[Example], rows: list[Rows], dense: list[Array] | None, settings: Settings
) -> tuple[Task, Task, list[Array]]:
    """The first look at types, the second look in context, and the out-of-fold probabilities of the two."""
    gold = [e.types for e in examples]
    type_task = Task(rows, gold, dense, settings.type)
    first = type_task.out_of_fold(settings.folds, UNIT_TYPES)
    context_rows = [list(context_features(e.units, p)) for e, p in zip(examples, first, strict=True)]
    context_task = Task(context_rows, gold, None, settings.context)
    second = context_task.out_of_fold(settings.folds, UNIT_TYPES)
    return type_task, context_task, [with_layout(e.units, p) for e, p in zip(examples, second, strict=True)]


def _kind_task(
    examples: Sequence[Example], type: str, rows: list[Rows], dense: list[Array] | None, settings: Settings
) -> Task:
    labels: list[Sequence[str | None]] = [
        [u.kind if u.type == type else None for u in e.document.units] for e in examples
    ]
    return Task(rows, labels, dense, settings.kind)


def _thesis_task(
    examples: Sequence[Example], types: list[Array], claim_kinds: list[Array], settings: Settings
) -> ChoiceTask:
    options = [
        thesis_options(
            e.units,
            e.rows,
            t,
            k,
            e.document.target.proposition,
            e.closeness,
            [thesis_signs(verdict) for verdict in e.verdicts],
            range(len(e.units)),
        )
        for e, t, k in zip(examples, types, claim_kinds, strict=True)
    ]
    theses = [next((i for i, u in enumerate(e.document.units) if u.thesis), None) for e in examples]
    return ChoiceTask(options, theses, settings.thesis)
