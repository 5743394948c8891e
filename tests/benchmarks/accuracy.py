"""Scores of the default model with bootstrap intervals: ``python -m tests.benchmarks.accuracy [--json]``.

Documents are resampled with replacement 1,000 times (seed 0); the interval is the middle 95 %.
"""

import argparse
import json
import random

import argmine
from argmine.corpus.corpus import Corpus
from argmine.evaluation.scores import score
from argmine.objects import ArgumentDocument
from tests.conftest import ROOT, SHARED

FIGURES = ("unit_f1", "type_macro_f1", "stance_macro_f1", "link_f1", "link_label_f1")
SAMPLES = 1_000


def corpora() -> dict[str, tuple[Corpus, str | None]]:
    """What is measured, by name; ``../shared`` only where it is there."""
    found: dict[str, tuple[Corpus, str | None]] = {}
    realdev = SHARED / "data" / "realdev"
    if realdev.exists():
        found["realdev"] = (Corpus(realdev), None)
    found["jiia-2025-05"] = (Corpus(ROOT / "corpora" / "jiia-2025-05"), None)
    for name in ("policy-ja", "assembly-ja"):
        found[f"{name} test"] = (Corpus(ROOT / "corpora" / name), "test")
    return found


def measure(pairs: list[tuple[ArgumentDocument, ArgumentDocument]]) -> dict[str, list[float]]:
    """Each figure with the bounds of its interval."""
    whole = score(pairs)
    rng = random.Random(0)
    samples = [score(rng.choices(pairs, k=len(pairs))) for _ in range(SAMPLES)] if len(pairs) > 1 else []
    out = {}
    for figure in FIGURES:
        values = sorted(getattr(sample, figure) for sample in samples)
        bounds = [values[SAMPLES * 25 // 1000], values[SAMPLES * 975 // 1000]] if values else []
        out[figure] = [getattr(whole, figure), *bounds]
    return out


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--model", default="default")
    arguments = parser.parse_args()
    miner = argmine.load(arguments.model)
    results: dict[str, dict[str, list[float]]] = {}
    counts: dict[str, int] = {}
    for name, (corpus, split) in corpora().items():
        ids = corpus.ids_of(split)
        pairs = [(corpus.document(id), miner(corpus.commentary(id), target=corpus.card(id).target)) for id in ids]
        results[name] = measure(pairs)
        counts[name] = len(ids)
    if arguments.json:
        print(json.dumps({name: {"documents": counts[name], **row} for name, row in results.items()}))
        return
    print(f"{'':18}{'docs':>5}" + "".join(f"{figure:>22}" for figure in FIGURES))
    for name, row in results.items():
        cells = []
        for figure in FIGURES:
            value, *bounds = row[figure]
            cells.append(f"{value:.3f}" + (f" [{bounds[0]:.2f}, {bounds[1]:.2f}]" if bounds else " " * 13))
        print(f"{name:18}{counts[name]:>5}" + "".join(f"{cell:>22}" for cell in cells))


if __name__ == "__main__":
    main()
