"""Confidence against correctness, and what is taken for what: ``python -m tests.benchmarks.calibration [--json]``.

Units whose span is right are counted. ECE is the expected calibration error over ten bins of equal width (Guo et al.
2017, "On Calibration of Modern Neural Networks"); the bins are the points of a reliability diagram.
"""

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from typing import Any, NamedTuple

import argmine
from argmine.objects import ArgumentDocument
from argmine.objects.labels import POLARITIES, UNIT_TYPES
from tests.benchmarks.measured import matched, mined

BINS = 10


class Judged(NamedTuple):
    """A unit that was found, with what it is, what it was taken for and how surely."""

    gold: str
    predicted: str
    confidence: float


def reliability(judged: Sequence[Judged]) -> dict[str, Any]:
    """ECE, and for each bin its mean confidence, the share that is right and the number of units."""
    bins: list[list[Judged]] = [[] for _ in range(BINS)]
    for unit in judged:
        bins[min(int(unit.confidence * BINS), BINS - 1)].append(unit)
    points = [
        {
            "confidence": sum(u.confidence for u in group) / len(group),
            "accuracy": sum(u.gold == u.predicted for u in group) / len(group),
            "units": len(group),
        }
        for group in bins
        if group
    ]
    error = sum(p["units"] * abs(p["confidence"] - p["accuracy"]) for p in points) / max(len(judged), 1)
    return {"ece": error, "units": len(judged), "bins": points}


def confusion(judged: Sequence[Judged], labels: Sequence[str]) -> dict[str, dict[str, int]]:
    """Counts by gold label (outer) and predicted label (inner)."""
    counts = Counter((unit.gold, unit.predicted) for unit in judged)
    return {gold: {predicted: counts[gold, predicted] for predicted in labels} for gold in labels}


def measure(pairs: Sequence[tuple[ArgumentDocument, ArgumentDocument]]) -> dict[str, Any]:
    """Types and stances of the units that were found."""
    units = list(matched(pairs))
    types = [Judged(gold.type, predicted.type, predicted.confidence) for gold, predicted in units]
    stances = [
        Judged(gold.stance.polarity, predicted.stance.polarity, predicted.stance.confidence)
        for gold, predicted in units
        if gold.stance is not None and predicted.stance is not None
    ]
    return {
        "type": {**reliability(types), "confusion": confusion(types, UNIT_TYPES)},
        "stance": {**reliability(stances), "confusion": confusion(stances, POLARITIES)},
    }


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--model", default="default")
    arguments = parser.parse_args()
    results = {name: measure(pairs) for name, pairs in mined(argmine.load(arguments.model))}
    if arguments.json:
        print(json.dumps(results))
        return
    for name, tasks in results.items():
        for task, row in tasks.items():
            print(f"{name}, {task}: ECE {row['ece']:.3f} over {row['units']} units")
            print(
                "  confidence → right: " + "  ".join(f"{p['confidence']:.2f}→{p['accuracy']:.2f}" for p in row["bins"])
            )
            labels = list(row["confusion"])
            print("  gold \\ predicted " + "".join(f"{label:>10}" for label in labels))
            for gold, counts in row["confusion"].items():
                print(f"  {gold:<17}" + "".join(f"{counts[label]:>10}" for label in labels))


if __name__ == "__main__":
    main()
