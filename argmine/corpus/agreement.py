"""Agreement of two annotators (guideline, 6).

Krippendorff's alpha, nominal, over the characters of the bodies, white space aside, with the ``krippendorff`` package
(Krippendorff 2019, "Content Analysis", ch. 12; Castro 2017). The relation of a character is that of its unit: support,
attack, thesis or none. Where a relation points is measured by the F1 of labelled links.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from argmine.corpus.corpus import Corpus
from argmine.errors import CorpusError, MissingExtraError
from argmine.evaluation.scores import score
from argmine.objects import ArgumentDocument

ANNOTATORS = ("annotator-1", "annotator-2")


class Agreement(NamedTuple):
    """Agreement of two annotators on a set of documents.

    Attributes
    ----------
    part : str
        The split, or ``all``.
    documents : int
    type_alpha, stance_alpha, relation_alpha : float
        Krippendorff's alpha over characters, at most 1, 0 is chance.
    unit_f1 : float
        F1 of exact unit spans.
    link_f1 : float
        F1 of relations with both ends and label the same.
    """

    part: str
    documents: int
    type_alpha: float
    stance_alpha: float
    relation_alpha: float
    unit_f1: float
    link_f1: float


def agreement(corpus: Corpus) -> list[Agreement]:
    """Agreement by split, and over all documents.

    Raises
    ------
    CorpusError
        If the corpus has not two annotators' layers.
    MissingExtraError
        If the ``krippendorff`` package is not installed.
    """
    if not set(ANNOTATORS) <= set(corpus.layers):
        raise CorpusError(f"{corpus.path}: no layers {' and '.join(ANNOTATORS)} in it")
    parts: list[tuple[str, Sequence[str]]] = [*corpus.splits.items(), ("all", corpus.ids)]
    return [_measure(corpus, part, ids) for part, ids in parts]


def _measure(corpus: Corpus, part: str, ids: Sequence[str]) -> Agreement:
    pairs = [(corpus.document(id, ANNOTATORS[0]), corpus.document(id, ANNOTATORS[1])) for id in ids]
    types, stances, relations = (_alpha(pairs, column) for column in range(3))
    scores = score(pairs)
    return Agreement(part, len(pairs), types, stances, relations, scores.unit_f1, scores.link_label_f1)


def _alpha(pairs: Sequence[tuple[ArgumentDocument, ArgumentDocument]], column: int) -> float:
    try:
        import krippendorff
    except ImportError as error:
        raise MissingExtraError("agreement needs the package krippendorff: pip install 'argmine[agreement]'") from error
    coders: list[list[str]] = [[], []]
    for pair in pairs:
        for coder, document in zip(coders, pair, strict=True):
            coder.extend(_characters(document)[column])
    values = {label: code for code, label in enumerate(sorted({*coders[0], *coders[1]}))}
    if len(values) < 2:
        return 1.0
    data: Any = [[values[label] for label in coder] for coder in coders]
    return float(krippendorff.alpha(reliability_data=data, level_of_measurement="nominal"))


def _characters(document: ArgumentDocument) -> tuple[list[str], list[str], list[str]]:
    """Type, stance and relation of every visible character."""
    types: list[str] = []
    stances: list[str] = []
    relations: list[str] = []
    for unit in document.units:
        visible = sum(not char.isspace() for char in unit.text)
        relation = document.relation(unit)
        link = "thesis" if unit.thesis else "-"
        if relation is not None:
            link = relation.type
        types += [unit.type] * visible
        stances += [unit.stance.polarity if unit.stance else "none"] * visible
        relations += [link] * visible
    return types, stances, relations


def render(rows: Sequence[Agreement]) -> str:
    """The figures as a table."""
    lines = [f"{'':8}{'documents':>10}{'type α':>9}{'stance α':>10}{'relation α':>12}{'unit F1':>9}{'link F1':>9}"]
    lines += [
        f"{r.part:8}{r.documents:>10}{r.type_alpha:>9.3f}{r.stance_alpha:>10.3f}{r.relation_alpha:>12.3f}{r.unit_f1:>9.3f}{r.link_f1:>9.3f}"
        for r in rows
    ]
    return "\n".join(lines)
