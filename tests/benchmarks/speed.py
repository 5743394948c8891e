"""Tokens per second of the miner and of plain ja_ginza, in one run: ``python -m tests.benchmarks.speed [--json]``.

The text is the reference commentary's body, five copies, each a document. Both pipelines are loaded and warmed, then
take turns five times; the best turn of each counts, in processor time of one thread, as machines are rarely quiet. Peak
memory is that of a process that only mines.
"""

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Iterable

from threadpoolctl import threadpool_limits

COPIES, TURNS = 5, 5
_MEMORY = """
import resource, time
started = time.perf_counter()
import argmine, sys
miner = argmine.load(sys.argv[1])
miner.model.analyser.nlp, miner.model.analyser.vectors
loaded = time.perf_counter() - started
text = argmine.load_reference().text
for document in miner.pipe([text] * 5):
    pass
print(loaded, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def seconds(documents: Iterable[object]) -> float:
    """Processor time that it takes to get them."""
    started = time.process_time()
    for _ in documents:
        pass
    return time.process_time() - started


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--model", default="default")
    arguments = parser.parse_args()
    measured = subprocess.check_output([sys.executable, "-c", _MEMORY, arguments.model], text=True)
    load_seconds, peak = map(float, measured.split())

    import spacy

    import argmine

    reference = argmine.load_reference()
    body = reference.text[reference.units[0].start :]
    miner, nlp = argmine.load(arguments.model), spacy.load("ja_ginza")
    tokens = COPIES * len(nlp.make_doc(body))
    with threadpool_limits(1):
        list(miner.pipe([body], target=reference.target))
        list(nlp.pipe([body]))
        turns = [
            (seconds(miner.pipe([body] * COPIES, target=reference.target)), seconds(nlp.pipe([body] * COPIES)))
            for _ in range(TURNS)
        ]
    ours, plain = (tokens / min(times) for times in zip(*turns, strict=True))
    figures = {
        "tokens": tokens,
        "miner_tokens_per_second": ours,
        "ja_ginza_tokens_per_second": plain,
        "ratio": ours / plain,
        "load_seconds": load_seconds,
        "peak_mebibytes": peak,
    }
    if arguments.json:
        print(json.dumps(figures))
    else:
        print("\n".join(f"{name:<30}{value:>12,.1f}" for name, value in figures.items()))


if __name__ == "__main__":
    main()
