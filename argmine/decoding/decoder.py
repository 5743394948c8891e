"""From probabilities to one consistent document: types, thesis, stance, relations without cycles."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from argmine.classification.classifier import UnitLabels
from argmine.decoding.propagation import Bonds, propagate
from argmine.decoding.temperature import Temperatures, tempered
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


@dataclass
class Decision:
    """What was decided of one unit.

    ``head`` is a unit index, None for no relation; ``attack`` is how likely the relation to it is an attack.
    """

    type: UnitType
    type_confidence: float
    kind: Kind | None = None
    attribution: Attribution | None = None
    polarity: Polarity | None = None
    polarity_confidence: float = 1.0
    thesis: bool = False
    head: int | None = None
    attack: float = 0.0
    relation: RelationType | None = None
    relation_confidence: float = 1.0


def decode(
    labels: UnitLabels,
    stance: StanceScores,
    candidates: Sequence[Sequence[Candidate]],
    bonds: Bonds,
    temperatures: Temperatures,
) -> list[Decision]:
    """Choose labels that fit together.

    Stance is handed along the relations that ``arrange`` gives, and a relation between units of opposite stances is an
    attack, one between units of the same stance a support. Temperatures touch the confidences alone.
    """
    out = arrange(labels, candidates, temperatures)
    for decision, belief in zip(out, stance_beliefs(stance, out, bonds), strict=True):
        if decision.type != "none":
            best = int(np.argmax(belief))
            decision.polarity = POLARITIES[best]
            decision.polarity_confidence = float(tempered(belief, temperatures.stance)[best])
    for decision in out:
        if decision.head is not None:
            decision.relation = _relation(decision.polarity, out[decision.head].polarity, decision.attack)
    return out


def arrange(
    labels: UnitLabels, candidates: Sequence[Sequence[Candidate]], temperatures: Temperatures
) -> list[Decision]:
    """Choose types, thesis and heads; stance is still open.

    The thesis is the likeliest claim. Heads are given out in order of certainty; a head that would close a cycle, or
    that argues nothing, is passed over for the next.
    """
    out = [_label(labels, i, temperatures.type) for i in range(len(labels.types))]
    claims = [i for i, d in enumerate(out) if d.type == "claim"]
    if claims:
        out[max(claims, key=lambda i: labels.thesis[i])].thesis = True
    _link(out, candidates, temperatures.relation)
    return out


def stance_beliefs(stance: StanceScores, decisions: Sequence[Decision], bonds: Bonds) -> "np.ndarray[Any, Any]":
    """Polarities of units after they were handed along the relations that were decided; one row a unit."""
    silent = np.asarray([decision.type == "none" for decision in decisions], dtype=bool)[:, None]
    unary = np.where(silent, 1.0 / len(POLARITIES), stance.polarities)
    return propagate(unary, [d.head for d in decisions], [d.attack for d in decisions], bonds)


def _label(labels: UnitLabels, i: int, temperature: float) -> Decision:
    best = int(np.argmax(labels.types[i]))
    decision = Decision(UNIT_TYPES[best], float(tempered(labels.types[i], temperature)[best]))
    if decision.type == "none":
        return decision
    if decision.type == "claim":
        decision.kind = KINDS["claim"][int(np.argmax(labels.claim_kinds[i]))]
    elif decision.type == "evidence":
        decision.kind = KINDS["evidence"][int(np.argmax(labels.evidence_kinds[i]))]
    decision.attribution = ATTRIBUTIONS[int(np.argmax(labels.attributions[i]))]
    return decision


def _link(out: list[Decision], candidates: Sequence[Sequence[Candidate]], temperature: float) -> None:
    """Give out heads."""
    order = sorted(range(len(out)), key=lambda i: -max((c.probability for c in candidates[i]), default=0.0))
    for i in order:
        if out[i].type == "none" or out[i].thesis:
            continue
        for k, candidate in enumerate(candidates[i]):
            if candidate.head == NOTHING:
                break
            if out[candidate.head].type == "none" or _reaches(out, candidate.head, i):
                continue
            out[i].head, out[i].attack = candidate.head, candidate.attack
            chances = np.asarray([other.probability for other in candidates[i]])
            out[i].relation_confidence = float(tempered(chances, temperature)[k])
            break


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
