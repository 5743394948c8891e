"""Features of a pair of units, to tell whether the first bears on the second."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from argmine import resources
from argmine.classification.classifier import UnitLabels
from argmine.classification.features import UnitView
from argmine.segmentation.outline import Outline
from argmine.stance.classifier import ORIENTATIONS, StanceScores

WINDOW = 6  # in the corpora one head in a hundred is further away and is not the thesis
_TYPES = "cpe"  # claim, premise, evidence
_LATER = 2  # beyond this distance the end of the source counts the same


@dataclass(frozen=True)
class PairView:
    """What the features of pairs need to know of one unit.

    Attributes
    ----------
    function : str
        What its opening connective does.
    next_function : str
        That of the unit after it; ``end`` for the last.
    anaphoric : bool
        Whether it opens with これ, こうした, その, …
    endings : list of str
        Its cues of the kind ``end=obligation``.
    last_words, last_word : str
        Its last two plain words, its last one.
    asks : bool
        Whether it is a request for an answer.
    sentence, paragraph : int
    content : frozenset of str
    """

    function: str
    next_function: str
    anaphoric: bool
    endings: list[str]
    last_words: str
    last_word: str
    asks: bool
    sentence: int
    paragraph: int
    content: frozenset[str]


def pair_views(outline: Outline, units: Sequence[UnitView]) -> list[PairView]:
    """Look at every unit once; all its pairs share the result."""
    anaphora = tuple(sorted(resources.words("stopwords", "anaphora")))
    out = []
    for i, unit in enumerate(units):
        sentence = unit.segment.sentence
        out.append(
            PairView(
                unit.function,
                units[i + 1].function if i + 1 < len(units) else "end",
                unit.text.startswith(anaphora),
                [name for name in unit.cues if name.startswith("end=")],
                " ".join(unit.words[-2:]),
                unit.words[-1] if unit.words else "",
                "end=request" in unit.cues,
                sentence,
                outline.sentences[sentence].paragraph,
                unit.content,
            )
        )
    return out


class PairFeatures:
    """Named features of pairs of one body's units.

    Parameters
    ----------
    outline : Outline
    units : sequence of UnitView
    labels : UnitLabels
    stance : StanceScores
    best : int
        Index of the likeliest thesis.
    """

    def __init__(
        self, outline: Outline, units: Sequence[UnitView], labels: UnitLabels, stance: StanceScores, best: int
    ) -> None:
        self._views = pair_views(outline, units)
        self._cues = [unit.cues for unit in units]
        self._types = labels.types
        self._thesis = labels.thesis
        self._vectors = labels.vectors
        self._orientations = stance.orientations
        self._best = best

    def pair(self, i: int, j: int) -> dict[str, float]:
        """Features of unit ``i`` bearing on unit ``j``."""
        source, head = self._views[i], self._views[j]
        step = j - i
        side = "after" if step > 0 else "before"
        distance = f"{side}{abs(step) if abs(step) <= WINDOW else 'far'}"
        top = j == self._best
        row: dict[str, float] = {
            f"d={distance}": 1.0,
            "top_thesis": float(top),
            "thesis": float(self._thesis[j]),
            f"{side}&top_thesis={top}": 1.0,
            "head_none": float(self._types[j, 3]),
            "source_none": float(self._types[i, 3]),
            f"source_conn={source.function}&{distance}": 1.0,
            f"head_conn={head.function}&{distance}": 1.0,
            f"next_conn={source.next_function}&{distance}": 1.0,
            f"source_end={source.last_words}&{side}{min(abs(step), _LATER)}": 1.0,
            "head_last": float(j == len(self._views) - 1),
            "head_first": float(j == 0),
        }
        row.update(_crossed(self._types[i], self._types[j], _TYPES, _TYPES, distance))
        row.update(_crossed(self._orientations[i], self._orientations[j], ORIENTATIONS, ORIENTATIONS, side))
        for name in source.endings:
            row[f"source_{name}&{distance}"] = 1.0
        for name in head.endings:
            row[f"head_{name}&{side}"] = 1.0
        if source.anaphoric:
            row[f"source_anaphora&{distance}"] = 1.0
        if head.anaphoric:
            row[f"head_anaphora&{distance}"] = 1.0
        if source.sentence == head.sentence:
            row[f"same_sentence&{side}"] = 1.0
            row[f"same_sentence&{side}&{source.last_word}"] = 1.0
        paragraphs = f"paragraphs={min(abs(source.paragraph - head.paragraph), 2)}"
        row[paragraphs] = row[f"{paragraphs}&{distance}"] = 1.0
        if 1 < abs(step) <= WINDOW:
            between = self._views[min(i, j) + 1 : max(i, j)]
            row["request_between"] = float(any(view.asks for view in between))
        self._add_likeness(row, i, j, side)
        return row

    def nothing(self, i: int) -> dict[str, float]:
        """Features of unit ``i`` bearing on nothing."""
        row: dict[str, float] = {
            "d=nothing": 1.0,
            "nothing&thesis": float(self._thesis[i]),
            "nothing&top_thesis": float(i == self._best),
            f"nothing&conn={self._views[i].function}": 1.0,
            "nothing&last": float(i == len(self._views) - 1),
            "nothing&first": float(i == 0),
        }
        row.update({f"nothing&{name}": float(value) for name, value in zip("cpen", self._types[i], strict=True)})
        row.update({f"nothing&{name}": float(v) for name, v in zip(ORIENTATIONS, self._orientations[i], strict=True)})
        row.update({f"nothing&{name}": 1.0 for name in self._cues[i]})
        return row

    def _add_likeness(self, row: dict[str, float], i: int, j: int, side: str) -> None:
        """Shared words, and the cosine of the units' vectors."""
        one, other = self._views[i].content, self._views[j].content
        shared = len(one & other)
        if shared:
            overlap = shared / (len(one) + len(other) - shared)
            row["overlap"] = row[f"overlap&{side}"] = overlap
        similarity = float(self._vectors[i] @ self._vectors[j])
        row["similarity"] = row[f"similarity&{side}"] = similarity


def _crossed(
    one: "np.ndarray[Any, Any]",
    other: "np.ndarray[Any, Any]",
    names: Sequence[str],
    other_names: Sequence[str],
    place: str,
) -> dict[str, float]:
    """Products of two rows of probabilities, by themselves and with a place."""
    out = {}
    left, right = one.tolist(), other.tolist()
    for name, p in zip(names, left[: len(names)], strict=True):
        for other_name, q in zip(other_names, right[: len(other_names)], strict=True):
            key = f"{name}>{other_name}"
            out[key] = out[f"{key}&{place}"] = p * q
    return out
