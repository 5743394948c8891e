"""What can be counted in a sample of commentaries, to compare constructed text with real text."""

import statistics
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from argmine import resources
from argmine.language import Analyser, Token
from argmine.language.cues import connective
from argmine.objects import ArgumentDocument
from argmine.objects.labels import KINDS, POLARITIES, UNIT_TYPES
from argmine.segmentation.outline import Outline, outline

WINDOW = 200
ENDINGS = ("です・ます", "だ・である", "普通体 plain", "べき", "たい", "か", "体言 noun", "ほか other")
_POLITE = frozenset(
    {"です", "ます", "まし", "ませ", "でし", "でしょう", "ましょう", "ください", "下さい", "ございます", "ござい"}
)
_COPULA = frozenset({"だ", "だっ", "だろう", "だろ"})

Measures = dict[str, dict[str, float]]


class Text(NamedTuple):
    """A body of a sample.

    Attributes
    ----------
    group : str
        Its document, or another source that must not be split between training and testing.
    body : str
    document : ArgumentDocument or None
        Its annotation, if there is one.
    """

    group: str
    body: str
    document: ArgumentDocument | None = None


def outlines(texts: Sequence[Text], analyser: Analyser) -> list[Outline]:
    """Words, sentences and clauses of every text."""
    return [outline(text.body, 0, len(text.body), analyser) for text in texts]


def measure(texts: Sequence[Text], read: Sequence[Outline]) -> Measures:
    """All measures of a sample.

    Parameters
    ----------
    texts : sequence of Text
    read : sequence of Outline
        Their ``outlines``.

    Returns
    -------
    dict of dict of float
        Group by group. Shares in per cent; clause forms and connectives per 100 sentences; lengths in characters
        without white space. Headings and markup are no sentences.
    """
    sentences = [(o, s) for o in read for s in o.sentences if s.layout == "text" and s.last > s.first]
    lengths = [sum(not char.isspace() for char in o.text[s.start : s.end]) for o, s in sentences]
    forms = Counter(clause.form for _, s in sentences for clause in s.clauses[:-1])
    found = (connective(o.text[s.start : s.end]) for o, s in sentences)
    functions = Counter(item[1] for item in found if item)
    endings = Counter(ending(o.tokens[s.first : s.last]) for o, s in sentences)
    n = len(sentences)
    names = [form["name"] for form in resources.load("clause_forms")["form"]]
    return {
        "size": {"documents": len(texts), "characters": sum(lengths), "sentences": n},
        "sentence length": {
            "mean": statistics.fmean(lengths),
            "sd": statistics.pstdev(lengths),
            "median": statistics.median(lengths),
        },
        **_annotation([text.document for text in texts if text.document], n),
        "clause forms": _rate(forms, names, n),
        "endings": {name: 100 * endings[name] / n for name in ENDINGS},
        "connectives": _rate(functions, list(resources.load("connectives")), n),
        "words": {"MATTR": 100 * mattr([[t.lemma for t in o.tokens if t.pos != "補助記号"] for o in read])},
    }


def _rate(counts: Mapping[str, int], names: Sequence[str], sentences: int) -> dict[str, float]:
    return {
        "all": 100 * sum(counts.values()) / sentences,
        **{name: 100 * counts.get(name, 0) / sentences for name in names},
    }


def _annotation(documents: Sequence[ArgumentDocument], sentences: int) -> Measures:
    if not documents:
        return {}
    units = [unit for document in documents for unit in document.units]
    types = Counter(unit.type for unit in units)
    stances = Counter(unit.stance.polarity for unit in units if unit.stance)
    kinds = Counter(unit.kind for unit in units if unit.type == "evidence")
    return {
        "units": {"per sentence": len(units) / sentences},
        "type": {type: 100 * types[type] / len(units) for type in UNIT_TYPES},
        "stance": {stance: 100 * stances[stance] / stances.total() for stance in POLARITIES},
        "evidence": {kind: 100 * kinds[kind] / max(1, kinds.total()) for kind in KINDS["evidence"]},
    }


def ending(tokens: Sequence[Token]) -> str:
    """How a sentence ends: one of ``ENDINGS``."""
    words = [token for token in tokens if token.pos not in ("補助記号", "空白")]
    while words and words[-1].tag == "助詞-終助詞" and words[-1].text != "か":
        words.pop()
    if not words:
        return "ほか other"
    last, tail = words[-1], words[-5:]
    tests = {
        "か": last.text == "か" and last.pos == "助詞",
        "べき": any(token.text == "べき" for token in tail),
        "たい": any(token.lemma == "たい" and token.pos == "助動詞" for token in tail),
        "です・ます": any(token.text in _POLITE for token in tail[-3:]),
        "だ・である": _is_copula(tail),
        "体言 noun": last.pos in ("名詞", "代名詞", "接尾辞", "形状詞"),
        "普通体 plain": last.pos in ("動詞", "助動詞", "形容詞"),
    }
    return next((name for name, holds in tests.items() if holds), "ほか other")


def _is_copula(tail: Sequence[Token]) -> bool:
    """Whether it ends in だ, だった, だろう, である, であった, であろう, ではない or the like."""
    words = [token.text for token in tail]
    joined = "".join(words[-4:])
    if joined.endswith(("である", "であった", "であろう", "ではない", "でない", "ではあるまい")):
        return True
    return words[-1] in _COPULA or (words[-1] == "た" and len(words) > 1 and words[-2] == "だっ")


def mattr(documents: Sequence[Sequence[str]], window: int = WINDOW) -> float:
    """Moving-average type-token ratio (Covington and McFall 2010), over all windows of all documents; 0 to 1.

    Documents shorter than the window are joined to the next.
    """
    ratios: list[float] = []
    words: list[str] = []
    for document in documents:
        words += document
        if len(words) >= window:
            counts = Counter(words[:window])
            ratios.append(len(counts) / window)
            for out, into in zip(words, words[window:], strict=False):
                counts[into] += 1
                counts[out] -= 1
                if not counts[out]:
                    del counts[out]
                ratios.append(len(counts) / window)
            words = []
    return statistics.fmean(ratios) if ratios else float("nan")
