"""The closed label sets of the annotation scheme (docs/guideline)."""

from typing import Literal, get_args

UnitType = Literal["claim", "premise", "evidence", "none"]
ClaimKind = Literal["policy", "value", "interpretation"]
EvidenceKind = Literal["fact", "statistic", "testimony"]
Kind = Literal["policy", "value", "interpretation", "fact", "statistic", "testimony"]
Attribution = Literal["author", "reported"]
Polarity = Literal["pro", "con", "neutral"]
RelationType = Literal["support", "attack"]

UNIT_TYPES: tuple[UnitType, ...] = get_args(UnitType)
POLARITIES: tuple[Polarity, ...] = get_args(Polarity)
ATTRIBUTIONS: tuple[Attribution, ...] = get_args(Attribution)
RELATION_TYPES: tuple[RelationType, ...] = get_args(RelationType)
KINDS: dict[UnitType, tuple[Kind, ...]] = {
    "claim": get_args(ClaimKind),
    "premise": (),
    "evidence": get_args(EvidenceKind),
    "none": (),
}
