"""Stance and checkability of single sentences against human judges (NTCIR-14 QA Lab-PoliInfo classification).

``python -m tests.benchmarks.ntcir14 --train FILE [--test FILE] [--leave-topic-out] [--json]``

Without ``--test``, five-fold cross-validation inside the training file (folds drawn within topics, seed 0). With
``--leave-topic-out``, the sentences of each topic are judged by a classifier that saw none of that topic: those of the
test file if one is given, else those of the training file. The figures are defined in ``poliinfo/scoring.py``, the
classifier in ``poliinfo/model.py``. Intervals are the middle 95 % of 1,000 bootstrap resamples of the sentences.
"""

import argparse
import json
import math
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from threadpoolctl import threadpool_limits

from argmine.errors import ArgmineError, InputError
from tests.benchmarks.poliinfo import scoring
from tests.benchmarks.poliinfo.model import FOLDS, Bench
from tests.benchmarks.poliinfo.sentences import TASKS, Judged, read, votes


def measure(train: list[Judged], test: list[Judged] | None, leave_topic_out: bool) -> dict[str, Any]:
    """All figures of both tasks."""
    bench = Bench(train, test)
    scored = train if test is None else test
    protocol = "leave-topic-out" if leave_topic_out else f"{FOLDS}-fold" if test is None else "test"
    results: dict[str, Any] = {
        "protocol": protocol,
        "train_sentences": len(train),
        "scored_sentences": len(scored),
    }
    topics = np.asarray([sentence.topic for sentence in scored])
    groups = bench.folds if protocol == f"{FOLDS}-fold" else topics
    for task in TASKS:
        results[task] = _figures(votes(scored, task), bench.label(task, leave_topic_out), groups)
    for task in TASKS:
        results.update({f"{task}.{name}": value for name, value in results[task].items()})
    return results


def _figures(
    judged: "np.ndarray[Any, Any]", answers: "np.ndarray[Any, Any]", groups: "np.ndarray[Any, Any]"
) -> dict[str, Any]:
    out: dict[str, Any] = {k: _plain(v) for k, v in scoring.figures(judged, answers).items()}
    for statistic in ("macro_f1", "accuracy"):
        out[f"N2_{statistic}_interval"] = scoring.interval(judged, answers, statistic)
    names = np.unique(groups)
    if len(names) > 1:
        points = scoring.gold(judged, "N2")
        each = {str(n): scoring.macro_f1(points[groups == n], answers[groups == n]) for n in names}
        out["N2_macro_f1_by_group"] = each
        out["N2_macro_f1_mean"] = float(np.mean(list(each.values())))
        out["N2_macro_f1_sd"] = float(np.std(list(each.values()), ddof=1))
    return out


def _plain(value: float) -> float | None:
    return None if math.isnan(value) else value


def table(results: dict[str, Any]) -> str:
    """The figures as text."""
    lines = [f"{results['protocol']}: {results['train_sentences']:,} to train, {results['scored_sentences']:,} scored"]
    for task in TASKS:
        row = results[task]
        low, high = row["N2_macro_f1_interval"]
        lines += ["", f"{task}: N2 macro-F1 {row['N2_macro_f1']:.3f} [{low:.3f}, {high:.3f}]"]
        if "N2_macro_f1_mean" in row:
            lines.append(f"by fold or topic: mean {row['N2_macro_f1_mean']:.3f}, sd {row['N2_macro_f1_sd']:.3f}")
        labels = [name.rpartition("_")[2] for name in row if name.startswith("N1_precision_")]
        columns = ["accuracy", *(f"{figure}_{label}" for figure in ("precision", "recall", "f1") for label in labels)]
        lines.append(f"{'':4}" + "".join(f"{column:>12}" for column in columns))
        for method in scoring.METHODS:
            cells = (row[f"{method}_{column}"] for column in columns)
            lines.append(f"{method:4}" + "".join(f"{'-':>12}" if cell is None else f"{cell:>12.3f}" for cell in cells))
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; 2 if a file cannot be used."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--train", type=Path, required=True, help="judged sentences to learn from, .jsonl or .jsonl.gz")
    parser.add_argument("--test", type=Path, help="judged sentences to score")
    parser.add_argument("--leave-topic-out", action="store_true", help="never learn from the topic that is scored")
    parser.add_argument("--json", action="store_true", help="one JSON object instead of a table")
    options = parser.parse_args(arguments)
    try:
        train = read(options.train)
        test = read(options.test) if options.test else None
        if options.leave_topic_out and len({sentence.topic for sentence in train}) < 2:
            raise InputError(f"{options.train}: one topic only, none to leave out")
        with threadpool_limits(1):
            results = measure(train, test, options.leave_topic_out)
    except ArgmineError as error:
        print(f"ntcir14: {error}", file=sys.stderr)
        return 2
    print(json.dumps(results, ensure_ascii=False) if options.json else table(results))
    return 0


if __name__ == "__main__":
    sys.exit(main())
