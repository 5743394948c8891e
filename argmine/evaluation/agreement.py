"""Agreement of two annotators (guideline, 6).

Krippendorff's alpha, nominal, over the characters of the bodies, white space aside, with the ``krippendorff`` package
(Krippendorff 2019, "Content Analysis", ch. 12; Castro 2017). The relation of a character is that of its unit: support,
attack, thesis or none. Where a relation points is measured by the F1 of labelled links.

Intervals are percentile bootstrap intervals: documents are resampled with replacement (Efron and Tibshirani 1993).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np

from argmine.corpus.corpus import ANNOTATORS, Corpus
from argmine.errors import CorpusError, MissingExtraError
from argmine.evaluation.bootstrap import BOUNDS, resamples
from argmine.evaluation.scores import link_matches, unit_matches
from argmine.objects import ArgumentDocument
from argmine.objects.labels import POLARITIES, RELATION_TYPES, UNIT_TYPES
from argmine.view.columns import columns

LABELS: dict[str, tuple[str, ...]] = {
    "type": UNIT_TYPES,
    "stance": (*POLARITIES, "none"),
    "relation": (*RELATION_TYPES, "thesis", "none"),
}


class Figure(NamedTuple):
    """A figure with its interval.

    Attributes
    ----------
    value : float
    low, high : float or None
        Bounds of the 95 % interval over documents; None where there is one document.
    """

    value: float
    low: float | None
    high: float | None


@dataclass(frozen=True)
class Agreement:
    """Agreement of two annotators on a set of documents.

    Attributes
    ----------
    part : str
        The split, or ``all``.
    documents : int
    type_alpha, stance_alpha, relation_alpha : Figure
        Krippendorff's alpha over characters, at most 1, 0 is chance.
    unit_f1 : Figure
        F1 of exact unit spans.
    link_f1 : Figure
        F1 of relations with both ends and label the same.
    """

    part: str
    documents: int
    type_alpha: Figure
    stance_alpha: Figure
    relation_alpha: Figure
    unit_f1: Figure
    link_f1: Figure

    @property
    def figures(self) -> dict[str, Figure]:
        """The five figures by name."""
        names = ("type_alpha", "stance_alpha", "relation_alpha", "unit_f1", "link_f1")
        return {name: getattr(self, name) for name in names}

    def to_dict(self) -> dict[str, Any]:
        """Plain data."""
        figures = {name: figure._asdict() for name, figure in self.figures.items()}
        return {"documents": self.documents, **figures}


class _Counts(NamedTuple):
    """What two annotators did in one document: a confusion matrix over characters for each column, and matches."""

    confusions: "dict[str, np.ndarray[Any, Any]]"
    units: tuple[int, int, int]
    links: tuple[int, int, int]


def agreement(corpus: Corpus) -> list[Agreement]:
    """Agreement by split, and over all documents.

    Raises
    ------
    CorpusError
        If the corpus has not two annotators' layers, or no documents.
    MissingExtraError
        If the ``krippendorff`` package is not installed.
    """
    if not set(ANNOTATORS) <= set(corpus.layers):
        raise CorpusError(f"{corpus.path}: no layers {' and '.join(ANNOTATORS)} in it")
    if not corpus.ids:
        raise CorpusError(f"{corpus.path}: no documents")
    counts = {id: _count(*(corpus.document(id, layer) for layer in ANNOTATORS)) for id in corpus.ids}
    parts: list[tuple[str, Sequence[str]]] = [*corpus.splits.items(), ("all", corpus.ids)]
    return [_measure(part, [counts[id] for id in ids]) for part, ids in parts]


def _count(one: ArgumentDocument, other: ArgumentDocument) -> _Counts:
    confusions = {}
    for column, labels in LABELS.items():
        code = {label: number for number, label in enumerate(labels)}
        matrix = np.zeros((len(labels), len(labels)), dtype=np.int64)
        pairs = zip(_characters(one, column), _characters(other, column), strict=True)
        np.add.at(matrix, tuple(zip(*((code[a], code[b]) for a, b in pairs), strict=True)), 1)
        confusions[column] = matrix
    return _Counts(confusions, unit_matches(one, other), link_matches(one, other))


def _characters(document: ArgumentDocument, column: str) -> list[str]:
    """The label of every visible character in one column."""
    labels: list[str] = []
    for unit in document.units:
        relation = document.relation(unit)
        label = {
            "type": unit.type,
            "stance": unit.stance.polarity if unit.stance else "none",
            "relation": "thesis" if unit.thesis else relation.type if relation else "none",
        }[column]
        labels += [label] * unit.visible_length
    return labels


def _measure(part: str, counts: Sequence[_Counts]) -> Agreement:
    draws = resamples(len(counts))
    figures = {}
    for column in LABELS:
        confusions = np.stack([count.confusions[column] for count in counts])
        samples = nominal_alpha(np.tensordot(draws, confusions, axes=1))
        figures[column] = _figure(krippendorff_alpha(confusions.sum(axis=0)), samples, len(counts))
    for name in ("units", "links"):
        matches = np.array([getattr(count, name) for count in counts])
        samples = _f1(draws @ matches)
        figures[name] = _figure(float(_f1(matches.sum(axis=0, keepdims=True))[0]), samples, len(counts))
    return Agreement(part, len(counts), *figures.values())


def _figure(value: float, samples: "np.ndarray[Any, Any]", documents: int) -> Figure:
    if documents < 2:
        return Figure(value, None, None)
    low, high = np.quantile(samples, BOUNDS)
    return Figure(value, float(low), float(high))


def _f1(matches: "np.ndarray[Any, Any]") -> "np.ndarray[Any, Any]":
    both, one, other = matches.T
    return np.asarray(2 * both / np.maximum(one + other, 1))


def krippendorff_alpha(confusion: "np.ndarray[Any, Any]") -> float:
    """Nominal alpha of two coders, with the ``krippendorff`` package.

    Parameters
    ----------
    confusion : array of shape (n, n)
        How often one coder chose the row's label and the other the column's.

    Raises
    ------
    MissingExtraError
        If the package is not installed.
    """
    try:
        import krippendorff
    except ImportError as error:
        raise MissingExtraError("agreement needs the package krippendorff: pip install 'argmine[agreement]'") from error
    pairs = np.argwhere(confusion)
    if len(np.unique(pairs)) < 2:
        return 1.0
    ratings = np.repeat(pairs, confusion[tuple(pairs.T)], axis=0).T
    return float(krippendorff.alpha(reliability_data=ratings, level_of_measurement="nominal"))


def nominal_alpha(confusions: "np.ndarray[Any, Any]") -> "np.ndarray[Any, Any]":
    """Nominal alpha of many pairs of coders at once; the same figure as ``krippendorff_alpha``, for the bootstrap.

    Parameters
    ----------
    confusions : array of shape (samples, n, n)
    """
    coincidences = confusions + confusions.transpose(0, 2, 1)
    totals = coincidences.sum(axis=2).astype(float)
    n = totals.sum(axis=1)
    observed = n - np.trace(coincidences, axis1=1, axis2=2)
    expected = (n * n - (totals * totals).sum(axis=1)) / (n - 1)
    return np.asarray(np.where(expected > 0, 1 - observed / np.where(expected > 0, expected, 1), 1.0))


def render(name: str, rows: Sequence[Agreement]) -> str:
    """The figures as a table of at most 80 columns, intervals below the figures."""
    title = f"{name}: 注釈者の一致度 agreement of the annotators (95 %, over documents)"
    table = [["", "docs", "type α", "stance α", "relation α", "unit F1", "link F1"]]
    for row in rows:
        table.append([row.part, str(row.documents), *(f"{f.value:.3f}" for f in row.figures.values())])
        if row.documents > 1:
            table.append(["", "", *(f"{f.low:.2f}–{f.high:.2f}" for f in row.figures.values())])
    return f"{title}\n\n" + columns(("", "文書", "型", "立場", "関係", "単位", "リンク"), table)
