"""From probabilities to one consistent document: types, thesis, stance, relations without cycles."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from argmine.classification.classifier import UnitLabels
from argmine.decoding.propagation import Bonds, propagate
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
from argmine.relations.options import NOTHING
from argmine.relations.scorer import Candidate
from argmine.stance.classifier import StanceScores

_NONE = UNIT_TYPES.index("none")


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


def decode(
    labels: UnitLabels, stance: StanceScores, candidates: Sequence[Sequence[Candidate]], bonds: Bonds
) -> list[Decision]:
    """Choose labels that fit together.

    The thesis is the likeliest claim. Heads are given out in order of certainty; a head that would close a cycle, or
    that argues nothing, is passed over for the next. Stance is then handed along the relations, and a relation between
    units of opposite stances is an attack, one between units of the same stance a support.
    """
    out = [_label(labels, i) for i in range(len(labels.types))]
    claims = [i for i, d in enumerate(out) if d.type == "claim"]
    if claims:
        out[max(claims, key=lambda i: labels.thesis[i])].thesis = True
    attacks = _link(out, candidates)
    unary = np.where(labels.types.argmax(axis=1)[:, None] == _NONE, 1.0 / len(POLARITIES), stance.polarities)
    beliefs = propagate(unary, [d.head for d in out], attacks, bonds)
    for decision, belief in zip(out, beliefs, strict=True):
        if decision.type != "none":
            best = int(np.argmax(belief))
            decision.polarity, decision.polarity_confidence = POLARITIES[best], float(belief[best])
    for decision, attack in zip(out, attacks, strict=True):
        if decision.head is not None:
            decision.relation = _relation(decision.polarity, out[decision.head].polarity, attack)
    return out


def _label(labels: UnitLabels, i: int) -> Decision:
    best = int(np.argmax(labels.types[i]))
    decision = Decision(UNIT_TYPES[best], float(labels.types[i, best]))
    if decision.type == "none":
        return decision
    if decision.type == "claim":
        decision.kind = KINDS["claim"][int(np.argmax(labels.claim_kinds[i]))]
    elif decision.type == "evidence":
        decision.kind = KINDS["evidence"][int(np.argmax(labels.evidence_kinds[i]))]
    decision.attribution = ATTRIBUTIONS[int(np.argmax(labels.attributions[i]))]
    return decision


def _link(out: list[Decision], candidates: Sequence[Sequence[Candidate]]) -> list[float]:
    """Give out heads; returns how likely each unit's relation is an attack."""
    attacks = [0.0] * len(out)
    order = sorted(range(len(out)), key=lambda i: -max((c.probability for c in candidates[i]), default=0.0))
    for i in order:
        if out[i].type == "none" or out[i].thesis:
            continue
        for candidate in candidates[i]:
            if candidate.head == NOTHING:
                break
            if out[candidate.head].type == "none" or _reaches(out, candidate.head, i):
                continue
            out[i].head, attacks[i] = candidate.head, candidate.attack
            out[i].relation_confidence = candidate.probability
            break
    return attacks


def _reaches(out: Sequence[Decision], start: int, goal: int) -> bool:
    node: int | None = start
    while node is not None:
        if node == goal:
            return True
        node = out[node].head
    return False


def _relation(source: Polarity | None, head: Polarity | None, attack: float) -> RelationType:
    if "neutral" not in (source, head):
        return "support" if source == head else "attack"
    return "attack" if attack > 0.5 else "support"
