"""Every feature group taken away and every GiNZA component added: ``python -m tests.benchmarks.ablation``.

``--markdown`` prints the table of docs/benchmarks/ablation.md, ``--json`` the figures. Accuracy by two-fold
cross-validation over the train and dev splits of policy-ja and assembly-ja, with the difference to the default and its
interval, and on realdev by the models of both folds; tokens a second in the same run, one thread. Takes about an hour;
``--only`` measures the rows whose step and name hold a pattern, next to the default.
"""

import argparse
import json
import re
import sys
import time
from typing import Any

from argmine.language import Analyser
from tests.benchmarks.ablated.cases import load
from tests.benchmarks.ablated.marks import CachingAnalyser, MarkingAnalyser
from tests.benchmarks.ablated.run import measure
from tests.benchmarks.ablated.table import markdown, plain, record
from tests.benchmarks.ablated.variants import Variant, variants


def chosen(pattern: str) -> list[Variant]:
    """The default and the variants whose step and name hold the pattern."""
    default, *others = variants()
    return [default, *(v for v in others if re.search(pattern, f"{v.step}: {v.name}"))]


def measure_all(rows: list[Variant], limit: int | None = None) -> list[dict[str, Any]]:
    """The rows as plain data, the default first."""
    neural = any(variant.components for variant in rows)
    material = load(CachingAnalyser(MarkingAnalyser() if neural else Analyser()), limit)
    _tell(f"{len(material.examples)} documents, {len(material.realdev)} of realdev")
    if not material.realdev:
        _tell("no ../shared beside this clone: the realdev columns are left out")
    default = measure(rows[0], material, keep=True)
    out = [record(default, default)]
    _tell(json.dumps(out[-1]))
    for number, variant in enumerate(rows[1:], 2):
        _tell(f"{number}/{len(rows)} {variant.step}: {variant.name}")
        out.append(record(measure(variant, material), default))
        _tell(json.dumps(out[-1]))
    return out


_STARTED = time.perf_counter()


def _tell(message: str) -> None:
    print(f"{time.perf_counter() - _STARTED:6.0f} s  {message}", file=sys.stderr, flush=True)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--markdown", action="store_true")
    parser.add_argument("--only", default="", metavar="PATTERN")
    parser.add_argument("--limit", type=int, help="documents of each corpus, for trying out")
    arguments = parser.parse_args()
    rows = measure_all(chosen(arguments.only), arguments.limit)
    print(json.dumps(rows) if arguments.json else markdown(rows) if arguments.markdown else plain(rows))


if __name__ == "__main__":
    main()
