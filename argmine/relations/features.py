"""Features of a pair of units, to tell whether the first bears on the second."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from argmine import resources
from argmine.classification.features import UnitView
from argmine.segmentation.outline import Outline

WINDOW = 8


def candidate_heads(i: int, count: int, theses: Sequence[int]) -> list[int]:
    """Units that unit ``i`` may bear on: those near by, and the likely theses."""
    near = range(max(0, i - WINDOW), min(count, i + WINDOW + 1))
    return sorted({j for j in (*near, *theses) if j != i})


def pair_features(
    outline: Outline,
    units: Sequence[UnitView],
    i: int,
    j: int,
    labels: "np.ndarray[Any, Any]",
    thesis: "np.ndarray[Any, Any]",
    best: int,
    orientation: "np.ndarray[Any, Any]",
    similarity: float,
) -> dict[str, float]:
    """Named features of source ``i`` and head ``j``.

    Parameters
    ----------
    labels : array of shape (units, 4)
        Probability of claim, premise, evidence, none.
    thesis : array of shape (units,)
        Probability of being the thesis.
    best : int
        The likeliest thesis.
    orientation : array of shape (units, 3)
        Probability of serving the author's side, opposing it, neither.
    similarity : float
        Cosine of the units' mean word vectors.
    """
    source, head = units[i], units[j]
    step = j - i
    side = "after" if step > 0 else "before"
    distance = f"{side}{min(abs(step), 6) if abs(step) <= WINDOW else 'far'}"
    row: dict[str, float] = {f"d={distance}": 1.0}
    anaphora = tuple(sorted(resources.words("stopwords", "anaphora")))
    top = j == best
    row["top_thesis"] = float(top)
    row["thesis"] = float(thesis[j])
    row[f"{side}&top_thesis={top}"] = 1.0
    for a, name_a in enumerate("cpe"):
        for b, name_b in enumerate("cpe"):
            value = float(labels[i, a] * labels[j, b])
            row[f"{name_a}>{name_b}"] = value
            row[f"{name_a}>{name_b}&{distance}"] = value
    row["head_none"] = float(labels[j, 3])
    row["source_none"] = float(labels[i, 3])
    for a, name_a in enumerate(("aligned", "opposed", "neutral")):
        for b, name_b in enumerate(("aligned", "opposed", "neutral")):
            row[f"{name_a}>{name_b}"] = float(orientation[i, a] * orientation[j, b])
            row[f"{name_a}>{name_b}&{side}"] = row[f"{name_a}>{name_b}"]
    own = source.function
    other = head.function
    following = units[i + 1] if i + 1 < len(units) else None
    after = following.function if following else "end"
    row[f"source_conn={own}&{distance}"] = 1.0
    row[f"head_conn={other}&{distance}"] = 1.0
    row[f"next_conn={after}&{distance}"] = 1.0
    if source.text.startswith(anaphora):
        row[f"source_anaphora&{distance}"] = 1.0
    if head.text.startswith(anaphora):
        row[f"head_anaphora&{distance}"] = 1.0
    if source.segment.sentence == head.segment.sentence:
        form = source.words[-1] if source.words else ""
        row[f"same_sentence&{side}"] = 1.0
        row[f"same_sentence&{side}&{form}"] = 1.0
    for name in source.cues:
        if name.startswith("end="):
            row[f"source_{name}&{distance}"] = 1.0
    for name in head.cues:
        if name.startswith("end="):
            row[f"head_{name}&{side}"] = 1.0
    row["source_end=" + " ".join(source.words[-2:]) + f"&{side}{min(abs(step), 2)}"] = 1.0
    row.update(_place(outline, units, i, j, distance))
    union = len(source.content | head.content)
    overlap = len(source.content & head.content) / union if union else 0.0
    row["overlap"] = overlap
    row[f"overlap&{side}"] = overlap
    row["similarity"] = similarity
    row[f"similarity&{side}"] = similarity
    return {name: value for name, value in row.items() if value}


def _place(outline: Outline, units: Sequence[UnitView], i: int, j: int, distance: str) -> dict[str, float]:
    paragraph = [outline.sentences[units[k].segment.sentence].paragraph for k in (i, j)]
    row = {f"paragraphs={min(abs(paragraph[0] - paragraph[1]), 2)}": 1.0}
    row[f"paragraphs={min(abs(paragraph[0] - paragraph[1]), 2)}&{distance}"] = 1.0
    row["head_last"] = float(j == len(units) - 1)
    row["head_first"] = float(j == 0)
    if abs(i - j) <= WINDOW:
        between = units[min(i, j) + 1 : max(i, j)]
        row["request_between"] = float(any("end=request" in unit.cues for unit in between))
    return row


def no_head_features(
    units: Sequence[UnitView],
    i: int,
    labels: "np.ndarray[Any, Any]",
    thesis: "np.ndarray[Any, Any]",
    best: int,
    orientation: "np.ndarray[Any, Any]",
) -> dict[str, float]:
    """Features of unit ``i`` bearing on nothing."""
    row: dict[str, float] = {"d=nothing": 1.0, "nothing&thesis": float(thesis[i])}
    row["nothing&top_thesis"] = float(i == best)
    for a, name in enumerate("cpen"):
        row[f"nothing&{name}"] = float(labels[i, a])
    for a, name in enumerate(("aligned", "opposed", "neutral")):
        row[f"nothing&{name}"] = float(orientation[i, a])
    unit = units[i]
    row[f"nothing&conn={unit.function}"] = 1.0
    for name in unit.cues:
        row[f"nothing&{name}"] = 1.0
    row["nothing&last"] = float(i == len(units) - 1)
    row["nothing&first"] = float(i == 0)
    return {name: value for name, value in row.items() if value}
