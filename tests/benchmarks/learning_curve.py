"""Whether more or different documents help: ``python -m tests.benchmarks.learning_curve [--json]``.

Models are trained on the documents written up to each round (test splits left out) and on as many drawn at random from
all rounds (``--draws``; the mean, the lowest and the highest), and scored on realdev, or without ``../shared`` on the
test splits. Intervals are 95 % over documents (1,000 bootstrap samples, seed 0).
"""

import argparse
import json
import random
from collections.abc import Sequence
from typing import Any

from threadpoolctl import threadpool_limits

from argmine.corpus.corpus import Corpus
from argmine.language import Analyser
from argmine.objects import ArgumentDocument
from argmine.pipeline.miner import Miner
from argmine.training import learned_ids
from argmine.training.examples import Example, make_examples
from argmine.training.settings import Settings
from argmine.training.trainer import train_examples
from tests.benchmarks.accuracy import measure
from tests.benchmarks.figures import FIGURES
from tests.benchmarks.measured import CONSTRUCTED, corpora
from tests.conftest import ROOT

DRAWS = 3
Row = dict[str, Any]


def material() -> tuple[list[ArgumentDocument], list[int]]:
    """What the default model learns from, and the writing round of each document."""
    documents, rounds = [], []
    for name in CONSTRUCTED:
        corpus = Corpus(ROOT / "corpora" / name)
        for id in learned_ids(corpus):
            construction = corpus.card(id).construction
            if construction is not None:
                documents.append(corpus.document(id))
                rounds.append(construction.round)
    return documents, rounds


def measured_on() -> dict[str, tuple[Corpus, str | None]]:
    """Realdev where it is there, the test splits otherwise."""
    found = corpora()
    return {"realdev": found["realdev"]} if "realdev" in found else {k: v for k, v in found.items() if v[1]}


class Curve:
    """Trains on parts of the examples and scores each time.

    Parameters
    ----------
    examples : sequence of Example
    analyser : Analyser
    """

    def __init__(self, examples: Sequence[Example], analyser: Analyser) -> None:
        self._examples = examples
        self._analyser = analyser
        self._measured = [
            (corpus.document(id), corpus.commentary(id), corpus.card(id).target)
            for corpus, split in measured_on().values()
            for id in corpus.ids_of(split)
        ]

    def score(self, part: Sequence[int]) -> Row:
        """Figures of a model that learned from these examples."""
        chosen = [self._examples[i] for i in part]
        miner = Miner(train_examples(chosen, self._analyser, Settings()))
        pairs = [(gold, miner(text, target=target)) for gold, text, target in self._measured]
        units = sum(len(example.units) for example in chosen)
        return {"documents": len(chosen), "units": units, "figures": measure(pairs)}


def by_round(curve: Curve, rounds: Sequence[int]) -> list[Row]:
    """One row for each round and all before it."""
    return [
        {"round": last, **curve.score([i for i, number in enumerate(rounds) if number <= last])}
        for last in sorted(set(rounds))
    ]


def at_random(curve: Curve, total: int, sizes: Sequence[int], draws: int) -> list[Row]:
    """For each size the mean, lowest and highest figures over draws from all rounds."""
    rows = []
    for size in sizes:
        drawn = [curve.score(sorted(random.Random(seed).sample(range(total), size))) for seed in range(draws)]
        figures = {}
        for name in FIGURES:
            values = [row["figures"][name][0] for row in drawn]
            figures[name] = [sum(values) / len(values), min(values), max(values)]
        units = round(sum(row["units"] for row in drawn) / len(drawn))
        rows.append({"round": None, "documents": size, "units": units, "figures": figures})
    return rows


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--draws", type=int, default=DRAWS, help="random draws of each size; 0 leaves them out")
    arguments = parser.parse_args()
    analyser = Analyser()
    documents, rounds = material()
    with threadpool_limits(1):
        curve = Curve(make_examples(documents, analyser), analyser)
        written = by_round(curve, rounds)
        sizes = [row["documents"] for row in written[:-1]] if arguments.draws else []
        drawn = at_random(curve, len(documents), sizes, arguments.draws)
    if arguments.json:
        print(json.dumps({"measured_on": list(measured_on()), "by_round": written, "at_random": drawn}))
        return
    print("measured on " + ", ".join(measured_on()) + "; rounds: 95 % over documents, draws: lowest to highest")
    print(f"{'learned from':16}{'docs':>5}{'units':>7}" + "".join(f"{figure:>20}" for figure in FIGURES))
    for row in (*written, *drawn):
        name = f"to round {row['round']}" if row["round"] else "drawn at random"
        cells = (f"{value:.3f} ({low:.2f}–{high:.2f})" for value, low, high in row["figures"].values())
        print(f"{name:16}{row['documents']:>5}{row['units']:>7,}" + "".join(f"{cell:>20}" for cell in cells))


if __name__ == "__main__":
    main()
