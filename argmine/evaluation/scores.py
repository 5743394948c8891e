"""Scores of predicted against gold annotation.

Unit F1 counts exact spans. Type and stance are macro-averaged F1 and Krippendorff's alpha (nominal, two coders;
Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability") over characters, so that unit borders count. Relation
F1 matches both ends of a predicted relation to the gold units they overlap most. White space counts nowhere.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Literal, NamedTuple

from argmine.objects import ArgumentDocument
from argmine.objects.labels import POLARITIES, UNIT_TYPES


@dataclass(frozen=True)
class Scores:
    """The figures that count; all in 0 to 1 but alpha, which may be negative, and ``units``, a count of gold units."""

    unit_f1: float
    unit_type_f1: float
    unit_type_stance_f1: float
    type_macro_f1: float
    type_alpha: float
    type_f1: dict[str, float]
    stance_macro_f1: float
    stance_alpha: float
    stance_f1: dict[str, float]
    link_f1: float
    link_label_f1: float
    units: int

    def to_dict(self) -> dict[str, Any]:
        """Plain data."""
        return asdict(self)


class _Row(NamedTuple):
    start: int
    end: int
    type: str
    stance: str
    head: int | None
    relation: str | None


def score(pairs: Iterable[tuple[ArgumentDocument, ArgumentDocument]]) -> Scores:
    """Compare predicted documents with gold ones.

    Parameters
    ----------
    pairs : iterable of (gold, predicted)
        Two annotations of the same body.

    Raises
    ------
    ValueError
        If there is no pair, or two annotations cover different text.
    """
    rows = _paired_rows(pairs)
    if not rows:
        raise ValueError("nothing to score")
    type_pairs = _label_pairs(rows, "type")
    stance_pairs = _label_pairs(rows, "stance")
    type_macro, type_f1 = _macro_f1(type_pairs, UNIT_TYPES)
    stance_macro, stance_f1 = _macro_f1(stance_pairs, POLARITIES)
    unit_f1, unit_type_f1, unit_type_stance_f1 = _unit_f1(rows)
    link_f1, link_label_f1 = _link_f1(rows)
    return Scores(
        unit_f1=unit_f1,
        unit_type_f1=unit_type_f1,
        unit_type_stance_f1=unit_type_stance_f1,
        type_macro_f1=type_macro,
        type_alpha=_alpha(type_pairs),
        type_f1=type_f1,
        stance_macro_f1=stance_macro,
        stance_alpha=_alpha(stance_pairs),
        stance_f1=stance_f1,
        link_f1=link_f1,
        link_label_f1=link_label_f1,
        units=sum(len(gold) for gold, _ in rows),
    )


Pairs = Sequence[tuple[list[_Row], list[_Row]]]


class Matches(NamedTuple):
    """How many units, characters or links are in the gold annotation, in the predicted one, and in both."""

    both: int
    gold: int
    predicted: int

    @property
    def f1(self) -> float:
        """2 ``both`` / (``gold`` + ``predicted``)."""
        return _f1(*self)


def unit_matches(gold: ArgumentDocument, predicted: ArgumentDocument) -> Matches:
    """Units with the same span, those that ``unit_f1`` counts."""
    spans = [{(row.start, row.end) for row in side} for side in _paired_rows([(gold, predicted)])[0]]
    return Matches(len(spans[0] & spans[1]), len(spans[0]), len(spans[1]))


def link_matches(gold: ArgumentDocument, predicted: ArgumentDocument, labelled: bool = True) -> Matches:
    """Relations with both ends the same, and the label too unless ``labelled`` is false.

    Those that ``link_label_f1`` and ``link_f1`` count.
    """
    hits, same_label, wanted, got = _link_counts(_paired_rows([(gold, predicted)]))
    return Matches(same_label if labelled else hits, wanted, got)


def label_matches(
    gold: ArgumentDocument, predicted: ArgumentDocument, attribute: Literal["type", "stance"], labels: Sequence[str]
) -> list[Matches]:
    """Characters with each of some labels, those that the macro-averaged F1 counts."""
    pairs = _label_pairs(_paired_rows([(gold, predicted)]), attribute)
    return list(_class_matches(pairs, labels).values())


def _paired_rows(pairs: Iterable[tuple[ArgumentDocument, ArgumentDocument]]) -> list[tuple[list[_Row], list[_Row]]]:
    rows = [(_rows(gold), _rows(predicted)) for gold, predicted in pairs]
    if any((g[-1].end if g else 0) != (p[-1].end if p else 0) for g, p in rows):
        raise ValueError("gold and predicted annotation cover different text")
    return rows


def _rows(document: ArgumentDocument) -> list[_Row]:
    number = {unit.id: i for i, unit in enumerate(document.units)}
    rows: list[_Row] = []
    position = 0
    for unit in document.units:
        length = unit.visible_length
        relation = document.relation(unit)
        rows.append(
            _Row(
                position,
                position + length,
                unit.type,
                unit.stance.polarity if unit.stance else "none",
                number[relation.target] if relation else None,
                relation.type if relation else None,
            )
        )
        position += length
    return rows


def _label_pairs(rows: Pairs, attribute: str) -> "Counter[tuple[str, str]]":
    """How many characters carry each pair of gold and predicted label."""
    counts: Counter[tuple[str, str]] = Counter()
    for gold, predicted in rows:
        i = j = 0
        while i < len(gold) and j < len(predicted):
            overlap = min(gold[i].end, predicted[j].end) - max(gold[i].start, predicted[j].start)
            counts[getattr(gold[i], attribute), getattr(predicted[j], attribute)] += overlap
            advance_gold = gold[i].end <= predicted[j].end
            advance_predicted = predicted[j].end <= gold[i].end
            i += advance_gold
            j += advance_predicted
    return counts


def _f1(hits: int, gold: int, predicted: int) -> float:
    return 2 * hits / (gold + predicted) if gold + predicted else 0.0


def _class_matches(pairs: "Counter[tuple[str, str]]", labels: Sequence[str]) -> dict[str, Matches]:
    return {
        label: Matches(
            pairs[label, label],
            sum(n for (gold, _), n in pairs.items() if gold == label),
            sum(n for (_, predicted), n in pairs.items() if predicted == label),
        )
        for label in labels
    }


def _macro_f1(pairs: "Counter[tuple[str, str]]", labels: Sequence[str]) -> tuple[float, dict[str, float]]:
    each = {label: matches.f1 for label, matches in _class_matches(pairs, labels).items()}
    return sum(each.values()) / len(labels), each


def _alpha(pairs: "Counter[tuple[str, str]]") -> float:
    n = 2 * sum(pairs.values())
    totals: Counter[str] = Counter()
    for (gold, predicted), count in pairs.items():
        totals[gold] += count
        totals[predicted] += count
    observed = 2 * sum(count for (gold, predicted), count in pairs.items() if gold != predicted)
    expected = sum(count * (n - count) for count in totals.values()) / (n - 1)
    return 1 - observed / expected if expected else 1.0


def _unit_f1(rows: Pairs) -> tuple[float, float, float]:
    hits = [0, 0, 0]
    gold_count = predicted_count = 0
    for gold, predicted in rows:
        by_span = {(row.start, row.end): row for row in predicted}
        gold_count += len(gold)
        predicted_count += len(by_span)
        for row in gold:
            other = by_span.get((row.start, row.end))
            if other is not None:
                hits[0] += 1
                hits[1] += row.type == other.type
                hits[2] += row.type == other.type and row.stance == other.stance
    a, b, c = (_f1(n, gold_count, predicted_count) for n in hits)
    return a, b, c


def _link_f1(rows: Pairs) -> tuple[float, float]:
    hits, labelled, gold_count, predicted_count = _link_counts(rows)
    return _f1(hits, gold_count, predicted_count), _f1(labelled, gold_count, predicted_count)


def _link_counts(rows: Pairs) -> tuple[int, int, int, int]:
    """Links in both, with the same label, in the gold and in the predicted annotation."""
    hits = labelled = gold_count = predicted_count = 0
    for gold, predicted in rows:
        wanted = {(i, row.head): row.relation for i, row in enumerate(gold) if row.head is not None}
        place = [_best_overlap(row, gold) for row in predicted]
        got = {(place[i], place[row.head]): row.relation for i, row in enumerate(predicted) if row.head is not None}
        gold_count += len(wanted)
        predicted_count += len(got)
        both = wanted.keys() & got.keys()
        hits += len(both)
        labelled += sum(wanted[link] == got[link] for link in both)
    return hits, labelled, gold_count, predicted_count


def _best_overlap(row: _Row, rows: list[_Row]) -> int:
    """Index of the row that overlaps most, the first of equals."""
    return max(range(len(rows)), key=lambda i: min(row.end, rows[i].end) - max(row.start, rows[i].start))
