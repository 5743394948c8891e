"""Train every step from annotated documents.

Steps that use another step's output learn from out-of-fold predictions of it, so that they meet in training the errors
they will meet later.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from argmine.classification.classifier import (
    UnitClassifier,
    UnitLabels,
    columns,
    context_features,
    with_layout,
)
from argmine.classification.features import GROUPS
from argmine.classification.thesis import thesis_options
from argmine.decoding.propagation import Bonds
from argmine.errors import CorpusError
from argmine.language import Analyser
from argmine.language.encoding import Encoder, StaticVectors
from argmine.learning.choice import ChoiceClassifier
from argmine.learning.linear import LinearClassifier
from argmine.objects import ArgumentDocument
from argmine.objects.labels import ATTRIBUTIONS, KINDS, POLARITIES, UNIT_TYPES
from argmine.pipeline.model import Model
from argmine.relations.options import NOTHING, HeadOptions
from argmine.relations.scorer import RelationScorer
from argmine.segmentation.features import boundary_features
from argmine.segmentation.segmenter import CUT, KEEP, Segmenter
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
from argmine.training.examples import Example, make_examples

Rows = Sequence[dict[str, float]]
Array = Any
FEWEST_DOCUMENTS = 5


@dataclass(frozen=True)
class Settings:
    """Strengths of the classifiers: ``C`` is the inverse of the L2 penalty, ``balanced`` see ``LinearClassifier``."""

    boundary: dict[str, Any] = field(default_factory=lambda: {"C": 0.1, "min_count": 3})
    boundary_threshold: float = 0.55
    type: dict[str, Any] = field(default_factory=lambda: {"C": 0.05, "min_count": 3, "balanced": 0.7})
    context: dict[str, Any] = field(default_factory=lambda: {"C": 0.3, "min_count": 3, "balanced": 0.9})
    kind: dict[str, Any] = field(default_factory=lambda: {"C": 0.05, "min_count": 3, "balanced": 0.5})
    thesis: dict[str, Any] = field(default_factory=lambda: {"C": 0.1, "min_count": 3})
    direct: dict[str, Any] = field(default_factory=lambda: {"C": 0.05, "min_count": 3, "balanced": 0.5})
    orientation: dict[str, Any] = field(default_factory=lambda: {"C": 0.02, "min_count": 3, "balanced": 0.5})
    side: dict[str, Any] = field(default_factory=lambda: {"C": 0.3, "min_count": 3})
    side_prior: float = 0.6
    head: dict[str, Any] = field(default_factory=lambda: {"C": 0.2, "min_count": 5})
    attack: dict[str, Any] = field(default_factory=lambda: {"C": 0.1, "min_count": 5, "balanced": 0.5})
    groups: tuple[str, ...] = GROUPS
    folds: int = 5


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
    units, labels = _train_units(examples, settings, scale)
    stance, scores = _train_stance(examples, labels, settings)
    relations = _train_relations(examples, labels, scores, settings)
    return Model(analyser, encoder, segmenter, units, stance, relations, _count_bonds(examples))


def _count_bonds(examples: Sequence[Example]) -> Bonds:
    """How often the stances at both ends of a relation go together (add-one smoothing)."""
    tables = {"support": np.ones((3, 3)), "attack": np.ones((3, 3))}
    for example in examples:
        for polarity, head in zip(example.polarities, example.heads, strict=True):
            if head is not None and example.polarities[head[0]] != "none":
                tables[head[1]][POLARITIES.index(example.polarities[head[0]]), POLARITIES.index(polarity)] += 1
    rows = {name: np.round(table / table.sum(axis=1, keepdims=True), 4) for name, table in tables.items()}
    return Bonds(rows["support"], rows["attack"])


def train_segmenter(examples: Sequence[Example], settings: Settings) -> Segmenter:
    """Learn which clause boundaries separate units."""
    rows, labels = [], []
    for example in examples:
        for sentence in example.outline.sentences:
            for index, clause in enumerate(sentence.clauses[:-1]):
                rows.append(boundary_features(example.outline, sentence, index))
                labels.append(CUT if clause.end in example.cuts else KEEP)
    return Segmenter(LinearClassifier(**settings.boundary).fit(rows, labels), settings.boundary_threshold)


@dataclass
class _Task:
    """Rows, dense features and labels of one classifier, example by example; a label of None is left out."""

    rows: list[Rows]
    labels: list[Sequence[str | None]]
    dense: list[Array] | None
    options: dict[str, Any]

    def fit(self, ids: Sequence[int]) -> LinearClassifier:
        rows, labels, kept = [], [], []
        position = 0
        for i in ids:
            for row, label in zip(self.rows[i], self.labels[i], strict=True):
                if label is not None:
                    rows.append(row)
                    labels.append(label)
                    kept.append(position)
                position += 1
        dense = np.vstack([self.dense[i] for i in ids])[kept] if self.dense is not None else None
        return LinearClassifier(**self.options).fit(rows, labels, dense)

    def out_of_fold(self, folds: int, order: Sequence[str]) -> list[Array]:
        """Predictions for every example by a classifier that has not seen it."""
        out: list[Array] = [None] * len(self.rows)
        for fold in range(folds):
            held = range(fold, len(self.rows), folds)
            classifier = self.fit([i for i in range(len(self.rows)) if i % folds != fold])
            for i in held:
                dense = self.dense[i] if self.dense is not None else None
                out[i] = columns(classifier, classifier.predict_proba(self.rows[i], dense), order)
        return out

    def all(self) -> LinearClassifier:
        return self.fit(range(len(self.rows)))


@dataclass
class _ThesisTask:
    """Options of each example, and which one is the thesis; an example without a thesis is not learned from."""

    options: list[list[dict[str, float]]]
    theses: list[int | None]
    settings: dict[str, Any]

    def fit(self, ids: Sequence[int]) -> ChoiceClassifier:
        pairs = [(self.options[i], thesis) for i in ids if (thesis := self.theses[i]) is not None]
        return ChoiceClassifier(**self.settings).fit_choices([o for o, _ in pairs], [t for _, t in pairs])

    def out_of_fold(self, folds: int) -> list[Array]:
        out: list[Array] = [None] * len(self.options)
        for fold in range(folds):
            classifier = self.fit([i for i in range(len(self.options)) if i % folds != fold])
            for i in range(fold, len(self.options), folds):
                out[i] = classifier.choose(self.options[i])
        return out

    def all(self) -> ChoiceClassifier:
        return self.fit(range(len(self.options)))


def _train_units(
    examples: Sequence[Example], settings: Settings, vector_scale: float
) -> tuple[UnitClassifier, list[UnitLabels]]:
    """The unit classifier, and its out-of-fold labels of the examples."""
    rows: list[Rows] = [e.rows for e in examples]
    dense = [e.vectors * vector_scale for e in examples] if "vectors" in settings.groups else None
    first_task = _Task(rows, [e.types for e in examples], dense, settings.type)
    first = first_task.out_of_fold(settings.folds, UNIT_TYPES)
    context_task = _Task(
        [list(context_features(e.units, p)) for e, p in zip(examples, first, strict=True)],
        [e.types for e in examples],
        None,
        settings.context,
    )
    types = [
        with_layout(e.units, p)
        for e, p in zip(examples, context_task.out_of_fold(settings.folds, UNIT_TYPES), strict=True)
    ]

    def kind_task(type: str) -> _Task:
        labels: list[Sequence[str | None]] = [
            [u.kind if u.type == type else None for u in e.document.units] for e in examples
        ]
        return _Task(rows, labels, dense, settings.kind)

    tasks = {"claim": kind_task("claim"), "evidence": kind_task("evidence")}
    attribution_task = _Task(rows, [[u.attribution for u in e.document.units] for e in examples], dense, settings.kind)
    claim_kinds = tasks["claim"].out_of_fold(settings.folds, KINDS["claim"])
    thesis_task = _ThesisTask(
        [
            thesis_options(e.units, e.rows, t, k, e.document.target.proposition, e.closeness, range(len(e.units)))
            for e, t, k in zip(examples, types, claim_kinds, strict=True)
        ],
        [next((i for i, u in enumerate(e.document.units) if u.thesis), None) for e in examples],
        settings.thesis,
    )
    classifier = UnitClassifier(
        first_task.all(),
        context_task.all(),
        tasks["claim"].all(),
        tasks["evidence"].all(),
        attribution_task.all(),
        thesis_task.all(),
        settings.groups,
        vector_scale,
    )
    thesis = thesis_task.out_of_fold(settings.folds)
    attributions = attribution_task.out_of_fold(settings.folds, ATTRIBUTIONS)
    evidence_kinds = [np.zeros((len(e.units), 3)) for e in examples]  # no later step looks at them
    labels = [
        UnitLabels(t, c, k, a, th, e.vectors)
        for t, c, k, a, th, e in zip(types, claim_kinds, evidence_kinds, attributions, thesis, examples, strict=True)
    ]
    return classifier, labels


def _train_stance(
    examples: Sequence[Example], labels: Sequence[UnitLabels], settings: Settings
) -> tuple[StanceClassifier, list[StanceScores]]:
    """The stance classifier, and its out-of-fold scores of the examples."""
    pairs = list(zip(examples, labels, strict=True))
    direct_task = _Task(
        [[direct_features(e.units, i, p, e.target) for i in range(len(e.units))] for e, p in pairs],
        [[None if s == "none" else s for s in e.polarities] for e in examples],
        None,
        settings.direct,
    )
    orientation_task = _Task(
        [[orient_features(e.units, e.rows, i, p) for i in range(len(e.units))] for e, p in pairs],
        [[_orientation(s, e.side) for s in e.polarities] for e in examples],
        None,
        settings.orientation,
    )
    direct = direct_task.out_of_fold(settings.folds, POLARITIES)
    orientation = orientation_task.out_of_fold(settings.folds, ORIENTATIONS)
    side_task = _Task(
        [
            [side_features(e.units, p, e.target, experts_lean(d, o, p))]
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


def _train_relations(
    examples: Sequence[Example], labels: Sequence[UnitLabels], scores: Sequence[StanceScores], settings: Settings
) -> RelationScorer:
    sets: list[Rows] = []
    chosen: list[int] = []
    attack_rows: list[dict[str, float]] = []
    attacks: list[str] = []
    for example, label, score in zip(examples, labels, scores, strict=True):
        options = HeadOptions(example.outline, example.units, label, score)
        for i, (type, head) in enumerate(zip(example.types, example.heads, strict=True)):
            heads = options.heads(i)
            wanted = NOTHING if head is None else head[0]
            if type == "none" or example.document.units[i].thesis or wanted not in heads:
                continue
            rows = options.rows(i, heads)
            place = heads.index(wanted)
            if len(heads) > 1:
                sets.append(rows)
                chosen.append(place)
            if head is not None:
                attack_rows.append(rows[place])
                attacks.append(head[1])
    head_model = ChoiceClassifier(**settings.head).fit_choices(sets, chosen)
    return RelationScorer(head_model, LinearClassifier(**settings.attack).fit(attack_rows, attacks))
