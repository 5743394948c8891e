"""Annotated documents as training examples: outline, views and gold labels side by side."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np

from argmine.classification.features import GROUPS, UnitFeatures, UnitView, views
from argmine.errors import CorpusError
from argmine.language import Analyser
from argmine.language.encoding import Encoder, Proposition, StaticVectors, closeness
from argmine.objects import ArgumentDocument
from argmine.segmentation.outline import Outline, outline
from argmine.segmentation.segmenter import segments
from argmine.stance.features import TargetView, view_target
from argmine.stance.side import SIDES
from argmine.stance.verdict import Verdict, judge


@dataclass
class Example:
    """One annotated document, looked at the way the miner will look at it.

    Attributes
    ----------
    document : ArgumentDocument
    outline : Outline
    cuts : frozenset of int
        Gold unit borders inside sentences.
    units : list of UnitView
        The gold units.
    rows : list of dict
        Their features.
    vectors : array
    closeness : array
        Cosine of each unit's vector and the proposition's.
    target : TargetView
    verdicts : list of Verdict
    types, polarities : list of str
        Gold labels; the polarity of a ``none`` unit is ``none``.
    side : str
        The side of the thesis, or of most units where it is neutral.
    heads : list of (int, str) or None
        Index of the unit borne on, and the relation.
    """

    document: ArgumentDocument
    outline: Outline
    cuts: frozenset[int]
    units: list[UnitView]
    rows: list[dict[str, float]]
    vectors: "np.ndarray[Any, Any]"
    closeness: "np.ndarray[Any, Any]"
    target: TargetView
    verdicts: list[Verdict]
    types: list[str]
    polarities: list[str]
    side: str
    heads: list[tuple[int, str] | None]


def make_examples(
    documents: Iterable[ArgumentDocument],
    analyser: Analyser,
    groups: tuple[str, ...] = GROUPS,
    encoder: Encoder | None = None,
) -> list[Example]:
    """Prepare annotated documents for training.

    Raises
    ------
    CorpusError
        If a document has no units, or a unit border stands inside a word.
    """
    encoder = encoder or StaticVectors(analyser)
    return [_example(document, analyser, groups, encoder) for document in documents]


def _example(document: ArgumentDocument, analyser: Analyser, groups: tuple[str, ...], encoder: Encoder) -> Example:
    name = document.metadata.id or "document"
    if not document.units:
        raise CorpusError(f"{name}: no units to learn from")
    parsed = outline(document.text, document.units[0].start, document.units[-1].end, analyser)
    cuts = frozenset(unit.end for unit in document.units) - {s.end for s in parsed.sentences}
    parts = segments(parsed, cuts)
    if [(p.start, p.end) for p in parts] != [(u.start, u.end) for u in document.units]:
        raise CorpusError(f"{name}: the annotated units cross sentence ends")
    units = views(parsed, parts)
    words = analyser.tokens(document.target.proposition, [(0, len(document.target.proposition))])
    target = view_target(document.target, words)
    vectors = encoder.encode(units)
    polarities = [unit.stance.polarity if unit.stance else "none" for unit in document.units]
    index = {unit.id: i for i, unit in enumerate(document.units)}
    relations = [document.relation(unit) for unit in document.units]
    return Example(
        document,
        parsed,
        cuts,
        units,
        list(UnitFeatures(parsed, units, target.words, groups)),
        vectors,
        closeness(encoder, vectors, Proposition(document.target.proposition, words)),
        target,
        judge(units, target),
        [unit.type for unit in document.units],
        polarities,
        _side(document, polarities),
        [(index[r.target], r.type) if r else None for r in relations],
    )


def _side(document: ArgumentDocument, polarities: list[str]) -> str:
    thesis = document.thesis
    if thesis is not None and thesis.stance is not None and thesis.stance.polarity in SIDES:
        return thesis.stance.polarity
    return "con" if polarities.count("con") > polarities.count("pro") else "pro"
