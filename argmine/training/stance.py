"""Train the stance step."""

from collections.abc import Sequence

from argmine.classification.classifier import UnitLabels
from argmine.objects.labels import POLARITIES
from argmine.stance.classifier import (
    ORIENTATIONS,
    StanceClassifier,
    StanceScores,
    combine,
    direct_features,
    experts_lean,
    orient_features,
)
from argmine.stance.side import side_features
from argmine.training.examples import Example
from argmine.training.settings import Settings
from argmine.training.tasks import Task


def train_stance(
    examples: Sequence[Example], labels: Sequence[UnitLabels], settings: Settings
) -> tuple[StanceClassifier, list[StanceScores]]:
    """The stance classifier, and its out-of-fold scores of the examples."""
    pairs = list(zip(examples, labels, strict=True))
    direct_task = Task(
        [list(direct_features(e.units, p, e.target, e.verdicts)) for e, p in pairs],
        [[None if s == "none" else s for s in e.polarities] for e in examples],
        None,
        settings.direct,
    )
    orientation_task = Task(
        [[orient_features(e.units, e.rows, i, p) for i in range(len(e.units))] for e, p in pairs],
        [[_orientation(s, e.side) for s in e.polarities] for e in examples],
        None,
        settings.orientation,
    )
    direct = direct_task.out_of_fold(settings.folds, POLARITIES)
    orientation = orientation_task.out_of_fold(settings.folds, ORIENTATIONS)
    side_task = Task(
        [
            [side_features(e.units, p, e.target, e.verdicts, experts_lean(d, o, p))]
            for (e, p), d, o in zip(pairs, direct, orientation, strict=True)
        ],
        [[e.side] for e in examples],
        None,
        settings.side,
    )
    sides = side_task.out_of_fold(settings.folds, ("pro",))
    scores = [
        StanceScores(combine(d, o, float(s[0, 0])), o, float(s[0, 0]))
        for d, o, s in zip(direct, orientation, sides, strict=True)
    ]
    return (
        StanceClassifier(direct_task.all(), orientation_task.all(), side_task.all(), settings.side_prior),
        scores,
    )


def _orientation(polarity: str, side: str) -> str | None:
    if polarity in ("none", "neutral"):
        return None if polarity == "none" else "neutral"
    return "aligned" if polarity == side else "opposed"
