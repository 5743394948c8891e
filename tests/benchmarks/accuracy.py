"""Scores of a model with bootstrap intervals: ``python -m tests.benchmarks.accuracy [--json] [--model NAME]``.

Whole corpora first, then the test splits by genre. Documents are resampled with replacement 1,000 times (seed 0); the
interval is the middle 95 %.
"""

import argparse
import json
from collections.abc import Mapping, Sequence
from typing import Any

import argmine
from argmine.evaluation.scores import score
from argmine.objects import ArgumentDocument
from tests.benchmarks.figures import FIGURES, figures, interval, tally
from tests.benchmarks.measured import Pair, mined

FEWEST = 5  # documents below which there is no interval to speak of
Row = dict[str, Any]


def measure(pairs: Sequence[tuple[ArgumentDocument, ArgumentDocument]]) -> dict[str, list[float]]:
    """Each figure with the bounds of its interval."""
    counts = tally(pairs)
    rows = interval(counts) if len(pairs) >= FEWEST else figures(counts.sum(axis=0))[:, None]
    return dict(zip(FIGURES, rows.tolist(), strict=True))


def by_genre(found: Mapping[str, Sequence[Pair]]) -> dict[str, list[Pair]]:
    """The documents of the test splits by genre and corpus."""
    genres: dict[str, list[Pair]] = {}
    for name, pairs in found.items():
        if name.endswith(" test"):
            for pair in pairs:
                genres.setdefault(f"{pair.gold.metadata.genre} ({name.removesuffix(' test')})", []).append(pair)
    return genres


def table(groups: Mapping[str, Sequence[Pair]]) -> dict[str, Row]:
    """Number of documents, figures, and F1 of each class."""
    rows = {}
    for name, pairs in groups.items():
        whole = score(pairs)
        classes = {"type_f1": whole.type_f1, "stance_f1": whole.stance_f1}
        rows[name] = {"documents": len(pairs), **measure(pairs), **classes}
    return rows


def show(rows: Mapping[str, Row]) -> None:
    """Print a table, and below it the F1 of each class."""
    print(f"{'':44}{'docs':>5}" + "".join(f"{figure:>21}" for figure in FIGURES))
    for name, row in rows.items():
        cells = []
        for figure in FIGURES:
            value, *bounds = row[figure]
            cells.append(f"{value:.3f}" + (f" [{bounds[0]:.2f}, {bounds[1]:.2f}]" if bounds else " " * 13))
        print(f"{name:44}{row['documents']:>5}" + "".join(f"{cell:>21}" for cell in cells))
    for name, row in rows.items():
        classes = {**row["type_f1"], **row["stance_f1"]}
        print(f"{name:44}" + "  ".join(f"{label} {value:.2f}" for label, value in classes.items()))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--model", default="default")
    arguments = parser.parse_args()
    found = dict(mined(argmine.load(arguments.model)))
    corpora, genres = table(found), table(by_genre(found))
    if arguments.json:
        print(json.dumps({**corpora, "by genre": genres}))
        return
    show(corpora)
    print()
    show(genres)


if __name__ == "__main__":
    main()
