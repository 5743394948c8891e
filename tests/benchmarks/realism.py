"""Constructed against real text: ``python -m tests.benchmarks.realism [--json] [--tell [N]] [--shared PATH]``.

Real are the reference commentary, the passages of ``../shared/data/realdev`` and, as a second sample of speech, the
sentences of ``../shared/data/ntcir14-stance`` (joined within a topic, 20 passages each). Nothing of them is printed but
counts, unless ``--tell`` asks for the n-grams that tell most, as a help to writers; those are for the terminal only.
"""

import argparse
import gzip
import json
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from argmine.corpus.corpus import Corpus
from argmine.language import Analyser
from argmine.view.columns import columns
from tests.benchmarks.detection import LENGTH, Passage, detect, passages, telling
from tests.benchmarks.text_measures import Measures, Text, measure, outlines
from tests.conftest import ROOT, SHARED

CONSTRUCTED = ("policy-ja", "assembly-ja")
PER_TOPIC = 20


class Sample(NamedTuple):
    """A named set of texts, measured, cut into passages of about 300 characters and into sentences."""

    name: str
    measures: Measures
    passages: list[Passage]
    sentences: list[Passage]


def texts_of(corpus: Corpus, keep: Callable[[Any], bool] = lambda card: True) -> list[Text]:
    """The bodies of a corpus with their annotation, of those documents whose card passes."""
    return [Text(id, corpus.commentary(id).body, corpus.document(id)) for id in corpus.ids if keep(corpus.card(id))]


def ntcir(path: Path) -> list[Text]:
    """Sentences of a topic in their order, joined to PER_TOPIC passages' worth of text."""
    topics: dict[str, list[str]] = {}
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            topic = topics.setdefault(row["topic_id"], [])
            if sum(map(len, topic)) < PER_TOPIC * (LENGTH + 50):
                topic.append(row["text"])
    return [Text(f"topic {name}", "\n".join(sentences)) for name, sentences in sorted(topics.items())]


def sample(name: str, texts: list[Text], analyser: Analyser) -> Sample:
    """Measure texts and cut them."""
    read = outlines(texts, analyser)
    return Sample(name, measure(texts, read), passages(texts, read), passages(texts, read, 1))


def real_samples(shared: Path, analyser: Analyser) -> list[Sample]:
    """The reference commentary, and what is there of the rest."""
    samples = [sample("JIIA", texts_of(Corpus(ROOT / "corpora" / "jiia-2025-05")), analyser)]
    for name, folder, read in (
        ("realdev", "realdev", lambda path: texts_of(Corpus(path))),
        ("NTCIR", "ntcir14-stance/train.jsonl.gz", ntcir),
    ):
        path = shared / "data" / folder
        if path.exists():
            samples.append(sample(name, read(path), analyser))
        else:
            print(f"{path} is not there: compared without {name}", file=sys.stderr)
    return samples


def constructed_samples(name: str, analyser: Analyser) -> list[Sample]:
    """All of a corpus, each writing round, and the speeches in a corpus of several genres."""
    corpus = Corpus(ROOT / "corpora" / name)
    cards = [corpus.card(id) for id in corpus.ids]
    rounds = sorted({card.construction.round for card in cards if card.construction})
    parts = [sample("all", texts_of(corpus), analyser)]
    for number in rounds:
        parts.append(sample(f"r{number}", texts_of(corpus, partial(_in_round, number)), analyser))
    if len({card.metadata.genre for card in cards}) > 1:
        parts.append(sample("speech", texts_of(corpus, lambda card: card.metadata.genre == "debate speech"), analyser))
    return parts


def _in_round(number: int, card: Any) -> bool:
    return bool(card.construction.round == number)


def measures_table(samples: list[Sample]) -> str:
    """One column a sample, one row a measure; measures that nobody has are left out."""
    heads = {
        "size": "",
        "sentence length": "文の長さ sentence length, characters",
        "units": "単位 units",
        "type": "型 type, %",
        "stance": "立場 stance, %",
        "evidence": "証拠の種類 evidence, %",
        "endings": "文末 sentence ends, %",
        "clause forms": "節末 clause ends per 100 sentences",
        "connectives": "接続語 connectives per 100 sentences",
        "words": "語彙 type-token ratio in windows of 200 words, %",
    }
    rows: list[list[str]] = []
    for group, head in heads.items():
        if head:
            rows.append([head])
        for name in next(s.measures[group] for s in samples if group in s.measures):
            values = [s.measures.get(group, {}).get(name) for s in samples]
            rows.append([f"  {name}", *("-" if value is None else _number(value, group) for value in values)])
    plain = columns(["", *(s.name for s in samples)], [row for row in rows if len(row) > 1], gap=1)
    lines = iter(plain.split("\n"))
    return "\n".join([next(lines), *(row[0] if len(row) == 1 else next(lines) for row in rows)])


def _number(value: float, group: str) -> str:
    return (
        f"{value:,.0f}"
        if group in ("size", "type", "stance", "evidence", "endings")
        else f"{value:.2f}"
        if group == "units"
        else f"{value:.1f}"
    )


VIEWS = {"text": "文字 text", "form": "語形だけ form", "sentence": "一文ずつ sentences"}


def detections(real: Sample, parts: dict[str, Sample]) -> dict[str, dict[str, Any]]:
    """AUC of telling each part from a real sample: on passages, on their form, on single sentences."""
    out: dict[str, dict[str, Any]] = {}
    for name, part in parts.items():
        found = {
            "text": detect(real.passages, part.passages, "text"),
            "form": detect(real.passages, part.passages, "form"),
            "sentence": detect(real.sentences, part.sentences, "text"),
        }
        figures = {view: item._asdict() if item else None for view, item in found.items()}
        out[name] = {"passages": len(part.passages), **figures}
    return out


def detections_table(rows: dict[str, dict[str, Any]]) -> str:
    """AUCs with their intervals."""
    table = []
    for name, row in rows.items():
        cells = [f"{d['auc']:.2f} ({d['low']:.2f}–{d['high']:.2f})" if (d := row[view]) else "-" for view in VIEWS]
        table.append([name, str(row["passages"]), *cells])
    return columns(["", "passages", *VIEWS.values()], table)


def all_detections(real: list[Sample], parts: dict[str, Sample]) -> dict[str, dict[str, dict[str, Any]]]:
    """``detections`` against the passages with the reference commentary, and against NTCIR."""
    by_name = {sample.name: sample for sample in real}
    out = {}
    if "realdev" in by_name:
        one, other = by_name["realdev"], by_name["JIIA"]
        both = Sample("realdev + JIIA", {}, one.passages + other.passages, one.sentences + other.sentences)
        out[both.name] = detections(both, parts | {name: by_name[name] for name in ("NTCIR",) if name in by_name})
    if "NTCIR" in by_name:
        out["NTCIR"] = detections(by_name["NTCIR"], parts)
    return out


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--tell", type=int, nargs="?", const=40, metavar="N", help="print the N most telling n-grams")
    parser.add_argument("--shared", type=Path, default=SHARED, metavar="PATH", help="where ../shared is")
    arguments = parser.parse_args()
    analyser = Analyser()
    real = real_samples(arguments.shared, analyser)
    constructed = {name: constructed_samples(name, analyser) for name in CONSTRUCTED}
    named = {f"{name} {part.name}": part for name, parts in constructed.items() for part in parts}
    if arguments.tell:
        _tell(real, named, arguments.tell)
        return
    auc = all_detections(real, named)
    if arguments.json:
        samples = {**{s.name: s.measures for s in real}, **{name: part.measures for name, part in named.items()}}
        print(json.dumps({"measures": samples, "auc": auc}, ensure_ascii=False))
        return
    for name, parts in constructed.items():
        print(f"{name}: " + ", ".join(s.name for s in real) + " beside the corpus, its rounds\n")
        print(measures_table([*real, *parts]) + "\n")
    for name, rows in auc.items():
        print(f"AUC of a character n-gram classifier that tells real text ({name}) from the rest;")
        print("0.50 is chance (95 % interval over documents)\n")
        print(detections_table(rows) + "\n")


def _tell(real: list[Sample], parts: dict[str, Sample], n: int) -> None:
    items = [p for s in real if s.name != "NTCIR" for p in s.passages]
    for name, part in parts.items():
        for view in ("text", "form"):
            ours, theirs = telling(items, part.passages, view, n)
            print(f"{name}, {view}\n  real         {'  '.join(ours)}\n  constructed  {'  '.join(theirs)}\n")


if __name__ == "__main__":
    main()
