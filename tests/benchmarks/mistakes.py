"""The worst mistakes on realdev: ``python -m tests.benchmarks.mistakes [--worst 50] [--json]``.

A mistake is a gold unit of which something is wrong. It weighs as much as the model was sure of what is wrong: the
confidences of a wrong type, a wrong stance and a wrong head or relation are added; a missed border counts 1, a missed
relation 0.5, and a wrong thesis is told and counts nothing.
Units are named by document and number, and their text is not printed (``../shared`` is not ours to copy).
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import argmine
from argmine.objects import Relation, Unit
from tests.benchmarks.measured import Pair, corpora, matched, mined

REALDEV = "realdev"
LOST = 0.5  # what a relation weighs that is not found: there is no confidence to go by


class Mistake(NamedTuple):
    """What is wrong about one gold unit; each fault as ``gold → predicted``."""

    document: str
    unit: str
    weight: float
    faults: dict[str, str]


def mistakes(pair: Pair) -> Iterator[Mistake]:
    """The mistakes in one document."""
    gold = pair.gold
    found = {wanted.id: got for wanted, got in matched([pair])}
    gold_ids = {got.id: id for id, got in found.items()}
    for wanted in gold.units:
        got = found.get(wanted.id)
        faults = _faults(pair, wanted, got, gold_ids) if got else {"border": ("", "not found", 1.0)}
        if faults:
            weight = sum(sure for _, _, sure in faults.values())
            told = {name: f"{right} → {wrong}" if right else wrong for name, (right, wrong, _) in faults.items()}
            yield Mistake(str(gold.metadata.id), wanted.id, round(weight, 3), told)


def _faults(pair: Pair, wanted: Unit, got: Unit, gold_ids: dict[str, str]) -> dict[str, tuple[str, str, float]]:
    """What is wrong about a unit that was found: the gold answer, the given one, and how sure the model was."""
    faults: dict[str, tuple[str, str, float]] = {}
    if wanted.type != got.type:
        faults["type"] = (wanted.type, got.type, got.confidence)
    if wanted.stance and got.stance and wanted.stance.polarity != got.stance.polarity:
        faults["stance"] = (wanted.stance.polarity, got.stance.polarity, got.stance.confidence)
    right, wrong = pair.gold.relation(wanted), pair.predicted.relation(got)
    ends = _told(right, {u.id: u.id for u in pair.gold.units}), _told(wrong, gold_ids)
    if ends[0] != ends[1] and "none" not in (wanted.type, got.type):
        faults["head"] = (*ends, wrong.confidence if wrong else LOST)
    if wanted.thesis != got.thesis:
        faults["thesis"] = ("yes" if wanted.thesis else "no", "yes" if got.thesis else "no", 0.0)
    return faults


def _told(relation: Relation | None, names: dict[str, str]) -> str:
    return f"{relation.type} {names.get(relation.target, '?')}" if relation else "none"


def worst(pairs: Sequence[Pair], count: int) -> list[Mistake]:
    """The heaviest mistakes first."""
    return sorted((m for pair in pairs for m in mistakes(pair)), key=lambda m: (-m.weight, m.document, m.unit))[:count]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--model", default="default")
    parser.add_argument("--worst", type=int, default=50, metavar="N")
    arguments = parser.parse_args()
    if REALDEV not in corpora():
        raise SystemExit("needs ../shared/data/realdev, which is not beside this clone")
    pairs = dict(mined(argmine.load(arguments.model), (REALDEV,)))[REALDEV]
    rows: list[dict[str, Any]] = [m._asdict() for m in worst(pairs, arguments.worst)]
    if arguments.json:
        print(json.dumps(rows))
        return
    for row in rows:
        faults = "; ".join(f"{name} {told}" for name, told in row["faults"].items())
        print(f"{row['document']:5}{row['unit']:5}{row['weight']:7.2f}  {faults}")


if __name__ == "__main__":
    main()
