"""Type, kind, attribution and thesis of units, as probabilities."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from argmine.classification.features import GROUPS, UnitView
from argmine.classification.thesis import thesis_candidates, thesis_options
from argmine.language.encoding import STATIC_SCALE
from argmine.learning.choice import ChoiceClassifier
from argmine.learning.linear import Features, LinearClassifier
from argmine.objects.labels import ATTRIBUTIONS, KINDS, UNIT_TYPES

Matrix = "np.ndarray[Any, Any]"
YES, NO = "yes", "no"


@dataclass
class UnitLabels:
    """What the classifier thinks of the units of a body; one row a unit.

    Attributes
    ----------
    types : array of shape (n, 4)
        Probabilities in the order of ``UNIT_TYPES``.
    claim_kinds, evidence_kinds : array of shape (n, 3)
        Probabilities in the order of ``KINDS``, were the unit a claim, or evidence.
    attributions : array of shape (n, 2)
    thesis : array of shape (n,)
        Probability that the unit is the thesis.
    vectors : array of shape (n, d)
        From the encoder.
    """

    types: "np.ndarray[Any, Any]"
    claim_kinds: "np.ndarray[Any, Any]"
    evidence_kinds: "np.ndarray[Any, Any]"
    attributions: "np.ndarray[Any, Any]"
    thesis: "np.ndarray[Any, Any]"
    vectors: "np.ndarray[Any, Any]"


@dataclass
class UnitClassifier:
    """Logistic regressions over the features of a unit.

    Types are decided twice: first each unit by itself, then with what the first look said of its neighbours (stacked
    generalisation; Wolpert 1992).

    Attributes
    ----------
    type, context, claim_kind, evidence_kind, attribution : LinearClassifier
    thesis : ChoiceClassifier
    groups : tuple of str
        The feature groups in use.
    vector_scale : float
        What the encoder's vectors are multiplied by (``Encoder.scale``).
    """

    type: LinearClassifier
    context: LinearClassifier
    claim_kind: LinearClassifier
    evidence_kind: LinearClassifier
    attribution: LinearClassifier
    thesis: ChoiceClassifier
    groups: tuple[str, ...] = GROUPS
    vector_scale: float = STATIC_SCALE

    def predict(
        self,
        units: Sequence[UnitView],
        rows: Sequence[Features],
        vectors: "np.ndarray[Any, Any]",
        proposition: str,
        closeness: "np.ndarray[Any, Any]",
        signs: Sequence[Features],
    ) -> UnitLabels:
        """Label the units of a body.

        Parameters
        ----------
        units : sequence of UnitView
        rows : sequence of mapping
            Their features (``UnitFeatures``).
        vectors : array of shape (n, d)
            What the encoder makes of them.
        proposition : str
            What a supporter of the target would want.
        closeness : array of shape (n,)
            Cosine of each unit's vector and the proposition's.
        signs : sequence of mapping
            What else tells that a unit is the thesis.
        """
        dense = vectors * self.vector_scale if "vectors" in self.groups else None
        first = columns(self.type, self.type.predict_proba(rows, dense), UNIT_TYPES)
        types = columns(self.context, self.context.predict_proba(context_features(units, first)), UNIT_TYPES)
        types = with_layout(units, types)
        claim_kinds = columns(self.claim_kind, self.claim_kind.predict_proba(rows, dense), KINDS["claim"])
        candidates = thesis_candidates(types)
        thesis = np.zeros(len(units))
        thesis[candidates] = self.thesis.choose(
            thesis_options(units, rows, types, claim_kinds, proposition, closeness, signs, candidates)
        )
        return UnitLabels(
            types,
            claim_kinds,
            columns(self.evidence_kind, self.evidence_kind.predict_proba(rows, dense), KINDS["evidence"]),
            columns(self.attribution, self.attribution.predict_proba(rows, dense), ATTRIBUTIONS),
            thesis,
            vectors,
        )


def columns(
    classifier: LinearClassifier, probabilities: "np.ndarray[Any, Any]", order: Sequence[str]
) -> "np.ndarray[Any, Any]":
    """Reorder probability columns; a class never seen in training gets 0."""
    out = np.zeros((len(probabilities), len(order)))
    for k, name in enumerate(order):
        if name in classifier.classes_:
            out[:, k] = probabilities[:, classifier.classes_.index(name)]
    return out


def with_layout(units: Sequence[UnitView], types: "np.ndarray[Any, Any]") -> "np.ndarray[Any, Any]":
    """Headings and markup argue nothing, whatever they say."""
    types = types.copy()
    for i, unit in enumerate(units):
        if unit.layout != "text":
            types[i] = [0.0, 0.0, 0.0, 1.0]
    return types


def context_features(units: Sequence[UnitView], first: "np.ndarray[Any, Any]") -> Iterator[dict[str, float]]:
    """Features of the second look: the first look's probabilities of a unit and its neighbours."""
    logs = np.log(np.clip(first, 1e-4, 1.0))
    for i, unit in enumerate(units):
        row: dict[str, float] = {}
        for name, value in zip("cpen", logs[i], strict=True):
            row[f"own_{name}"] = float(value)
        for distance in (-2, -1, 1, 2):
            j = i + distance
            if 0 <= j < len(units):
                for name, value in zip("cpen", first[j], strict=True):
                    row[f"{distance:+d}{name}"] = float(value)
                    if abs(distance) == 1:
                        same = unit.segment.sentence == units[j].segment.sentence
                        row[f"{distance:+d}{name}&same={same}"] = float(value)
                if distance == 1:
                    row[f"+1conn={units[j].function}"] = 1.0
            else:
                row[f"{distance:+d}end"] = 1.0
        yield row
