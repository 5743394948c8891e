"""From probabilities to one consistent document: types, thesis, stance, relations without cycles."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from argmine.classification.classifier import UnitLabels
from argmine.objects.labels import (
    ATTRIBUTIONS,
    KINDS,
    POLARITIES,
    UNIT_TYPES,
    Attribution,
    Kind,
    Polarity,
    RelationType,
    UnitType,
)
from argmine.relations.scorer import NOTHING, Candidate
from argmine.stance.classifier import StanceScores


@dataclass
class Decision:
    """What was decided of one unit. ``head`` is a unit index, None for no relation."""

    type: UnitType
    type_confidence: float
    kind: Kind | None = None
    attribution: Attribution | None = None
    polarity: Polarity | None = None
    polarity_confidence: float = 1.0
    thesis: bool = False
    head: int | None = None
    relation: RelationType | None = None
    relation_confidence: float = 1.0


def decode(labels: UnitLabels, stance: StanceScores, candidates: Sequence[Sequence[Candidate]]) -> list[Decision]:
    """Choose labels that fit together.

    The thesis is the likeliest claim. Heads are given out in order of certainty; a head that would close a cycle, or
    that argues nothing, is passed over for the next. Whether a relation supports or attacks is weighed from the scorer
    and from how far the stances of both units agree.
    """
    out = [_label(labels, stance, i) for i in range(len(labels.types))]
    claims = [i for i, d in enumerate(out) if d.type == "claim"]
    if claims:
        thesis = max(claims, key=lambda i: labels.thesis[i] * labels.types[i, 0])
        out[thesis].thesis = True
    _link(out, stance, candidates)
    return out


def _label(labels: UnitLabels, stance: StanceScores, i: int) -> Decision:
    best = int(np.argmax(labels.types[i]))
    decision = Decision(UNIT_TYPES[best], float(labels.types[i, best]))
    if decision.type == "none":
        return decision
    if decision.type == "claim":
        decision.kind = KINDS["claim"][int(np.argmax(labels.claim_kinds[i]))]
    elif decision.type == "evidence":
        decision.kind = KINDS["evidence"][int(np.argmax(labels.evidence_kinds[i]))]
    decision.attribution = ATTRIBUTIONS[int(np.argmax(labels.attributions[i]))]
    polarity = int(np.argmax(stance.polarities[i]))
    decision.polarity = POLARITIES[polarity]
    decision.polarity_confidence = float(stance.polarities[i, polarity])
    return decision


def _link(out: list[Decision], stance: StanceScores, candidates: Sequence[Sequence[Candidate]]) -> None:
    order = sorted(range(len(out)), key=lambda i: -max((c.probability for c in candidates[i]), default=0.0))
    for i in order:
        if out[i].type == "none" or out[i].thesis:
            continue
        for candidate in candidates[i]:
            if candidate.head == NOTHING:
                break
            if out[candidate.head].type == "none" or _reaches(out, candidate.head, i):
                continue
            out[i].head = candidate.head
            out[i].relation = _relation(stance.polarities[i], stance.polarities[candidate.head], candidate.attack)
            out[i].relation_confidence = candidate.probability
            break


def _reaches(out: Sequence[Decision], start: int, goal: int) -> bool:
    node: int | None = start
    while node is not None:
        if node == goal:
            return True
        node = out[node].head
    return False


def _relation(source: "np.ndarray[Any, Any]", head: "np.ndarray[Any, Any]", attack: float) -> RelationType:
    same = float(source[0] * head[0] + source[1] * head[1])
    different = float(source[0] * head[1] + source[1] * head[0])
    return "attack" if attack * (different + 0.1) > (1 - attack) * (same + 0.1) else "support"
