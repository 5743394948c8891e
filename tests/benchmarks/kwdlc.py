"""Clause boundaries and discourse relations against people, learned on one file and measured on another.

``python -m tests.benchmarks.kwdlc --train FILE [--test FILE] [--baseline] [--json]``. The files are JSON Lines,
plain or gzipped, a document a line: ``id``, ``clauses`` (list of strings) and ``pairs`` (``left``, ``right``, 1-based
clause numbers, and ``votes`` by relation), as the Kyoto University Web Document Leads Corpus in
``../shared/data/kwdlc-discourse``.

Clauses: the library's `ClauseSegmenter` learns on the training documents and cuts the joined text of each test
document; boundaries inside the text are compared. `rules` are the boundaries that `clauses` gives untrained. Relations:
adjacent clauses as people cut them, the relation with most votes, no votes or a relation outside the five meaning none;
`DiscourseClassifier` on `discourse_features`. ``--baseline`` adds a balanced logistic regression over the character
n-grams of both clauses. Without ``--test``, five-fold cross-validation over documents. Intervals: documents resampled
1,000 times (seed 0).
"""

import argparse
import gzip
import itertools
import json
import sys
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from scipy import sparse
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from threadpoolctl import threadpool_limits

from argmine.language import Analyser
from argmine.relations.discourse import pair_features, read_side
from argmine.relations.discourse_classifier import FOLDS, RELATIONS, DiscourseClassifier, folds
from argmine.segmentation.clause_segmenter import train_clause_segmenter
from argmine.segmentation.outline import Outline, outline

RELATION_OF = {
    "原因・理由": "support",
    "根拠": "support",
    "逆接": "contrast",
    "対比": "contrast",
    "条件": "condition",
    "目的": "purpose",
    "談話関係なし": "none",
}
SAMPLES = 1_000
MIN_COUNT = 3


class BadFileError(Exception):
    """A file that is not what the benchmark reads; the message is one line."""


class Pair(NamedTuple):
    """Two adjacent clauses: their features, the relation with most votes, each relation's share of the votes, texts."""

    features: dict[str, float]
    relation: str
    shares: dict[str, float]
    texts: tuple[str, str]


class Text(NamedTuple):
    """A document with what is learned from it and asked of it."""

    id: str
    outline: Outline
    boundaries: frozenset[int]
    pairs: list[Pair]


class _Stretch(NamedTuple):
    start: int
    end: int
    first: int
    last: int


def read(path: Path) -> list[dict[str, Any]]:
    """The documents of a file.

    Raises
    ------
    BadFileError
        Naming the file, and the line where there is one.
    """
    try:
        raw = path.read_bytes()
        text = (gzip.decompress(raw) if raw[:2] == b"\x1f\x8b" else raw).decode("utf-8")
    except (OSError, EOFError, zlib.error, UnicodeDecodeError) as error:
        raise BadFileError(f"{path}: cannot be read: {error}") from error
    documents = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            documents.append(json.loads(line))
        except ValueError as error:
            raise BadFileError(f"{path}: line {number}: not JSON: {error}") from error
        fault = _fault(documents[-1])
        if fault:
            raise BadFileError(f"{path}: line {number}: {fault}")
    if not documents:
        raise BadFileError(f"{path}: no documents")
    return documents


def _fault(document: Any) -> str:
    """What is wrong with a document, empty if nothing is."""
    if not isinstance(document, dict) or not isinstance(document.get("id"), str):
        return "want an object with a text `id`"
    clauses, pairs = document.get("clauses"), document.get("pairs")
    if not isinstance(clauses, list) or not clauses or not all(isinstance(c, str) and c for c in clauses):
        return "`clauses` must be a list of texts"
    if not isinstance(pairs, list):
        return "`pairs` must be a list"
    return next(filter(None, (_pair_fault(pair, len(clauses)) for pair in pairs)), "")


def _pair_fault(pair: Any, clauses: int) -> str:
    if not isinstance(pair, dict) or not isinstance(pair.get("votes"), dict):
        return "a pair must be an object with `left`, `right` and `votes`"
    if not all(isinstance(pair.get(side), int) and 1 <= pair[side] <= clauses for side in ("left", "right")):
        return "`left` and `right` must be numbers of clauses, from 1"
    for votes in pair["votes"].values():
        if isinstance(votes, bool) or not isinstance(votes, int | float) or not 0 <= votes < float("inf"):
            return "a number of votes must be 0 or more"
    return ""


def prepare(documents: Sequence[dict[str, Any]], analyser: Analyser) -> list[Text]:
    """Parse the documents."""
    out = []
    for document in documents:
        clauses = document["clauses"]
        text = "".join(clauses)
        ends = list(itertools.accumulate(map(len, clauses)))
        parsed = outline(text, 0, len(text), analyser)
        votes = {(pair["left"], pair["right"]): pair["votes"] for pair in document["pairs"]}
        sides = [read_side(parsed, stretch) for stretch in _stretches(parsed, ends)]
        pairs = [
            Pair(pair_features(left, right), *_gold(votes.get((i, i + 1), {})), (clauses[i - 1], clauses[i]))
            for i, (left, right) in enumerate(itertools.pairwise(sides), 1)
        ]
        out.append(Text(document["id"], parsed, frozenset(ends[:-1]), pairs))
    return out


def _stretches(parsed: Outline, ends: Sequence[int]) -> list[_Stretch]:
    out = []
    start = first = 0
    for end in ends:
        last = first
        while last < len(parsed.tokens) and parsed.tokens[last].start < end:
            last += 1
        out.append(_Stretch(start, end, first, last))
        start, first = end, last
    return out


def _gold(votes: dict[str, float]) -> tuple[str, dict[str, float]]:
    """The relation with most votes, of equals the one named first, and the shares."""
    total = sum(votes.values())
    if not total:
        return "none", {"none": 1.0}
    shares: dict[str, float] = {}
    for name, count in votes.items():
        relation = RELATION_OF.get(name, "none")
        shares[relation] = shares.get(relation, 0.0) + count / total
    return RELATION_OF.get(max(votes, key=lambda name: votes[name]), "none"), shares


def run(train: Sequence[Text], test: Sequence[Text], baseline: bool) -> dict[str, "np.ndarray[Any, Any]"]:
    """Learn on some documents and count on others: per test document, hits and misses, and confusion matrices."""
    counts = {**_cut(train, test), "relations": _relate(train, test)}
    return {**counts, "ngrams": _ngrams(train, test)} if baseline else counts


def _cut(train: Sequence[Text], test: Sequence[Text]) -> dict[str, "np.ndarray[Any, Any]"]:
    segmenter = train_clause_segmenter([t.outline for t in train], [t.boundaries for t in train], min_count=MIN_COUNT)
    trained, rules = [], []
    for text in test:
        trained.append(_hits(set(segmenter.boundaries(text.outline)), text.boundaries))
        by_rule = {clause.end for sentence in text.outline.sentences for clause in sentence.clauses}
        rules.append(_hits(by_rule - {text.outline.end}, text.boundaries))
    return {"clauses": np.array(trained), "rules": np.array(rules)}


def _relate(train: Sequence[Text], test: Sequence[Text]) -> "np.ndarray[Any, Any]":
    pairs = [(text.id, pair) for text in train for pair in text.pairs]
    classifier = DiscourseClassifier().fit(
        [pair.features for _, pair in pairs],
        [pair.shares for _, pair in pairs],
        [pair.relation for _, pair in pairs],
        [id for id, _ in pairs],
    )
    return _confusions(test, classifier.predict([pair.features for text in test for pair in text.pairs]))


def _ngrams(train: Sequence[Text], test: Sequence[Text]) -> "np.ndarray[Any, Any]":
    known, asked = ([pair for text in texts for pair in text.pairs] for texts in (train, test))
    blocks = []
    for side in (0, 1):
        vectorizer = TfidfVectorizer(analyzer="char", ngram_range=(1, 3), min_df=5, sublinear_tf=True)
        learned = vectorizer.fit_transform([pair.texts[side] for pair in known])
        blocks.append((learned, vectorizer.transform([pair.texts[side] for pair in asked])))
    model = LogisticRegression(C=4, class_weight="balanced", max_iter=300, tol=1e-3)
    model.fit(sparse.hstack([learned for learned, _ in blocks]), [pair.relation for pair in known])
    return _confusions(test, model.predict(sparse.hstack([new for _, new in blocks])))


def _confusions(test: Sequence[Text], predicted: Sequence[str]) -> "np.ndarray[Any, Any]":
    """A matrix for each document, rows gold; ``predicted`` for all pairs in order."""
    matrices = np.zeros((len(test), len(RELATIONS), len(RELATIONS)), dtype=int)
    names = iter(predicted)
    for matrix, text in zip(matrices, test, strict=True):
        for pair in text.pairs:
            matrix[RELATIONS.index(pair.relation), RELATIONS.index(next(names))] += 1
    return matrices


def _hits(predicted: "set[int]", gold: "frozenset[int]") -> list[int]:
    return [len(predicted & gold), len(predicted - gold), len(gold - predicted)]


def boundary_f1(counts: "np.ndarray[Any, Any]") -> float:
    """F1 of summed (hits, false alarms, misses); 0 where there is nothing to find and nothing found."""
    hit, false, missed = counts.sum(axis=0)
    return float(2 * hit / max(2 * hit + false + missed, 1))


def relation_f1s(matrices: "np.ndarray[Any, Any]") -> "np.ndarray[Any, Any]":
    """F1 of each relation from summed confusion matrices (rows gold, columns predicted)."""
    matrix = matrices.sum(axis=0)
    hits = np.diag(matrix)
    return np.asarray(2 * hits / np.maximum(matrix.sum(axis=0) + matrix.sum(axis=1), 1))


def interval(values: Sequence[float]) -> list[float]:
    """The middle 95 %."""
    ordered = sorted(values)
    return [ordered[len(ordered) * 25 // 1000], ordered[len(ordered) * 975 // 1000]]


def report(counts: dict[str, "np.ndarray[Any, Any]"]) -> dict[str, Any]:
    """The figures with their intervals."""
    clauses, rules, relations = counts["clauses"], counts["rules"], counts["relations"]
    rng = np.random.default_rng(0)
    samples = [rng.integers(0, len(clauses), len(clauses)) for _ in range(SAMPLES)]
    hit, false, missed = clauses.sum(axis=0)
    figures: dict[str, Any] = {
        "documents": len(clauses),
        "clause_boundary_f1": boundary_f1(clauses),
        "clause_boundary_f1_interval": interval([boundary_f1(clauses[s]) for s in samples]),
        "clause_boundary_precision": float(hit / max(hit + false, 1)),
        "clause_boundary_recall": float(hit / max(hit + missed, 1)),
        "rules_boundary_f1": boundary_f1(rules),
        "relation_macro_f1": float(relation_f1s(relations).mean()),
        "relation_macro_f1_interval": interval([float(relation_f1s(relations[s]).mean()) for s in samples]),
        "relation_f1": dict(zip(RELATIONS, map(float, relation_f1s(relations)), strict=True)),
        "relation_pairs": dict(zip(RELATIONS, map(int, relations.sum(axis=(0, 2))), strict=True)),
    }
    if "ngrams" in counts:
        figures["ngram_macro_f1"] = float(relation_f1s(counts["ngrams"]).mean())
        figures["ngram_f1"] = dict(zip(RELATIONS, map(float, relation_f1s(counts["ngrams"])), strict=True))
    return figures


def measure(train: Sequence[Text], test: Sequence[Text] | None, baseline: bool = False) -> dict[str, Any]:
    """The figures on ``test``, or of five-fold cross-validation with each fold's own."""
    if test is not None:
        return report(run(train, test, baseline))
    fold = folds([text.id for text in train])
    parts = []
    for k in range(FOLDS):
        held = [text for text, f in zip(train, fold, strict=True) if f == k]
        rest = [text for text, f in zip(train, fold, strict=True) if f != k]
        if held and rest:
            parts.append(run(rest, held, baseline))
    if not parts:
        raise BadFileError("cross-validation wants at least two documents")
    out = report({name: np.concatenate([part[name] for part in parts]) for name in parts[0]})
    out["clause_boundary_f1_folds"] = [boundary_f1(part["clauses"]) for part in parts]
    for name, key in (("relation", "relations"), ("ngram", "ngrams")):
        if key in parts[0]:
            out[f"{name}_macro_f1_folds"] = [float(relation_f1s(part[key]).mean()) for part in parts]
    return out


def _table(figures: dict[str, Any]) -> str:
    lines = []
    for name, value in figures.items():
        if isinstance(value, dict):
            shown = "  ".join(f"{key} {_number(number)}" for key, number in value.items())
        elif isinstance(value, list):
            shown = "  ".join(map(_number, value))
        else:
            shown = _number(value)
        lines.append(f"{name:<30}{shown}")
    return "\n".join(lines)


def _number(value: float) -> str:
    return str(value) if isinstance(value, int) else f"{value:.3f}"


def main(argv: Sequence[str] | None = None) -> int:
    """Measure and print; the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--train", type=Path, required=True, help="documents to learn from (.jsonl or .jsonl.gz)")
    parser.add_argument("--test", type=Path, help="documents to measure on; without it, cross-validation on --train")
    parser.add_argument("--baseline", action="store_true", help="also measure plain character n-grams on relations")
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of a table")
    arguments = parser.parse_args(argv)
    try:
        train = read(arguments.train)
        test = read(arguments.test) if arguments.test else None
        analyser = Analyser()
        with threadpool_limits(1):
            texts = prepare(test, analyser) if test is not None else None
            figures = measure(prepare(train, analyser), texts, arguments.baseline)
    except BadFileError as error:
        print(f"kwdlc: {error}", file=sys.stderr)
        return 2
    print(json.dumps(figures) if arguments.json else _table(figures))
    return 0


if __name__ == "__main__":
    sys.exit(main())
