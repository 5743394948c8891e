"""Features of a unit: its words, how it ends, what it opens with, numbers, names, place in the text, neighbours.

Feature groups can be left out one by one, for the ablation in docs/benchmarks.
"""

import itertools
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import overload

from argmine import resources
from argmine.language import Token
from argmine.language.cues import connective, cues
from argmine.language.predicates import plain_words
from argmine.segmentation.outline import Outline
from argmine.segmentation.segmenter import Segment

KEPT = 2048
GROUPS = ("words", "ending", "characters", "cues", "connective", "shape", "position", "target", "context", "vectors")
_NAMES = {"地名": "place", "人名": "person", "組織名": "organisation", "一般": "name"}


@dataclass
class UnitView:
    """A unit as the later steps see it.

    Attributes
    ----------
    segment : Segment
    text : str
        Without white space around it.
    tokens : sequence of Token
    words : list of str
        Plain words.
    cues : list of str
    connective : (str, str) or None
        The opening connective and its function.
    content : frozenset of str
        Nouns, verbs and adjectives in plain form.
    layout : str
    """

    segment: Segment
    text: str
    tokens: Sequence[Token]
    words: list[str]
    cues: list[str]
    connective: tuple[str, str] | None
    content: frozenset[str]
    layout: str

    @property
    def function(self) -> str:
        """What the opening connective does; ``none`` without one."""
        return self.connective[1] if self.connective else "none"


def content_words(tokens: Sequence[Token]) -> frozenset[str]:
    """Nouns, verbs and adjectives, without numbers and light words."""
    light = resources.words("stopwords", "light")
    return frozenset(
        t.lemma
        for t in tokens
        if t.pos in ("名詞", "動詞", "形容詞", "形状詞") and t.tag != "名詞-数詞" and t.lemma not in light
    )


def views(outline: Outline, segments: Sequence[Segment]) -> list[UnitView]:
    """Look at every unit once; all steps share the result."""
    out = []
    for segment in segments:
        tokens = outline.tokens[segment.first : segment.last]
        text = outline.text[segment.start : segment.end].strip()
        words = plain_words(tokens)
        layout = outline.sentences[segment.sentence].layout
        out.append(UnitView(segment, text, tokens, words, cues(words), connective(text), content_words(tokens), layout))
    return out


class UnitFeatures(Sequence[dict[str, float]]):
    """Named features of every unit of a body, made when they are asked for.

    Those of a long text are not kept, so that memory does not grow with its length.

    Parameters
    ----------
    outline : Outline
    units : sequence of UnitView
    target_words : frozenset of str
        Content words of the target.
    groups : collection of str
        Which of ``GROUPS`` to use.
    """

    def __init__(
        self,
        outline: Outline,
        units: Sequence[UnitView],
        target_words: frozenset[str],
        groups: Collection[str] = GROUPS,
    ) -> None:
        self._outline, self._units, self._target_words, self._groups = outline, units, target_words, groups
        self._brief = [_brief(unit) for unit in units] if "context" in groups else []
        self._kept: dict[int, dict[str, float]] | None = {} if len(units) <= KEPT else None

    def __len__(self) -> int:
        return len(self._units)

    @overload
    def __getitem__(self, i: int) -> dict[str, float]: ...
    @overload
    def __getitem__(self, i: slice) -> list[dict[str, float]]: ...
    def __getitem__(self, i: int | slice) -> dict[str, float] | list[dict[str, float]]:
        if isinstance(i, slice):
            return [self[k] for k in range(*i.indices(len(self)))]
        if not 0 <= i < len(self):
            raise IndexError(i)
        if self._kept is None:
            return self._make(i)
        if i not in self._kept:
            self._kept[i] = self._make(i)
        return self._kept[i]

    def _make(self, i: int) -> dict[str, float]:
        units = self._units
        unit = units[i]
        row = _own(unit, self._target_words, self._groups)
        if "position" in self._groups:
            row.update(_position(self._outline, units, i, unit))
        if "context" in self._groups:
            for distance, prefix in ((-1, "prev"), (1, "next"), (2, "next2")):
                j = i + distance
                inside = 0 <= j < len(units)
                names = self._brief[j] if inside else ["none"]
                row.update({f"{prefix}:{name}": 1.0 for name in names})
                if inside and distance != 2 and units[j].segment.sentence == unit.segment.sentence:
                    row.update({f"{prefix}same:{name}": 1.0 for name in names})
        return row


def _own(unit: UnitView, target_words: frozenset[str], groups: Collection[str]) -> dict[str, float]:
    row: dict[str, float] = {"bias": 1.0, f"layout={unit.layout}": 1.0}
    if "words" in groups:
        row.update({f"w={word}": 1.0 for word in unit.words})
        row.update({f"w2={a} {b}": 1.0 for a, b in itertools.pairwise(unit.words)})
    if "ending" in groups:
        row.update(dict.fromkeys(_ending(unit), 1.0))
    if "characters" in groups:
        tail = unit.text[-14:]
        for size in (2, 3, 4):
            row.update({f"c={tail[k : k + size]}": 1.0 for k in range(len(tail) - size + 1)})
    if "cues" in groups:
        ends = [name for name in unit.cues if name.startswith("end=")]
        names = [*unit.cues, *(f"{a}&{b}" for a in ends for b in ends if a < b)]
        row.update(dict.fromkeys(names, 1.0))
    if "connective" in groups:
        opening = unit.words[:3]
        for size in range(1, len(opening) + 1):
            row[f"open{size}={' '.join(opening[:size])}"] = 1.0
        row[f"connf={unit.function}"] = 1.0
        if unit.connective:
            row[f"conn={unit.connective[0]}"] = 1.0
    if "shape" in groups:
        row.update(_shape(unit))
    if "target" in groups and target_words:
        share = len(unit.content & target_words) / len(target_words)
        row["target"] = share
        row["target>half"] = float(share > 0.5)
        row["target>0"] = float(share > 0)
    return row


def _ending(unit: UnitView) -> list[str]:
    """How a unit ends: its last plain words, tags, conjugation forms and characters."""
    last = [t for t in unit.tokens if t.pos not in ("補助記号", "空白")][-3:]
    return [
        *(f"end{size}={' '.join(unit.words[-size:])}" for size in range(1, 6) if len(unit.words) >= size),
        "endtag=" + "+".join(t.tag for t in last),
        "endform=" + "+".join(t.form or t.pos for t in last),
        "endsurface=" + unit.text[-6:],
        "endmark=" + unit.text[-1:],
    ]


def _shape(unit: UnitView) -> dict[str, float]:
    """Length, numbers, names, quotes, person, tense."""
    row: dict[str, float] = {}
    for limit in (10, 20, 35, 50, 70, 100, 140):
        if len(unit.text) > limit:
            row[f"longer>{limit}"] = 1.0
    numbers = sum(t.tag == "名詞-数詞" for t in unit.tokens)
    for limit in (0, 1, 3, 6):
        if numbers > limit:
            row[f"numbers>{limit}"] = 1.0
    for t in unit.tokens:
        if t.tag.startswith("名詞-固有名詞"):
            row[f"name={_NAMES.get(t.tag.split('-')[2], 'other')}"] = 1.0
        elif t.tag == "名詞-普通名詞-助数詞可能":
            row[f"counter={t.lemma}"] = 1.0
    row["names"] = min(sum(t.tag.startswith("名詞-固有名詞") for t in unit.tokens), 5) / 5
    row["quote"] = float("「" in unit.text or "『" in unit.text or "“" in unit.text)
    row["bracket"] = float("（" in unit.text)
    row["past"] = float("た" in unit.words[-3:])
    row["topic"] = float(any(t.text == "は" and t.tag == "助詞-係助詞" for t in unit.tokens))
    subject = next(
        (
            t.lemma
            for t, n in zip(unit.tokens, unit.tokens[1:], strict=False)
            if n.text in ("は", "が", "も") and n.pos == "助詞"
        ),
        "",
    )
    row[f"subject={subject}"] = 1.0
    return {name: value for name, value in row.items() if value}


def _position(outline: Outline, units: Sequence[UnitView], i: int, unit: UnitView) -> dict[str, float]:
    sentence = outline.sentences[unit.segment.sentence]
    before = outline.sentences[units[i - 1].segment.sentence].paragraph if i else -1
    after = outline.sentences[units[i + 1].segment.sentence].paragraph if i + 1 < len(units) else -1
    share = i / max(len(units) - 1, 1)
    row = {f"place={int(share * 5)}": 1.0, "share": share, "share2": share * share}
    row["first"] = float(i == 0)
    row["last"] = float(i == len(units) - 1)
    row["last3"] = float(i >= len(units) - 3)
    row["opens_paragraph"] = float(before != sentence.paragraph)
    row["closes_paragraph"] = float(after != sentence.paragraph)
    row[f"part={unit.segment.part}/{min(unit.segment.parts, 3)}"] = 1.0
    row["politeness"] = float(any(t.lemma in ("ます", "です", "ござる") for t in unit.tokens))
    return {name: value for name, value in row.items() if value}


def _brief(unit: UnitView) -> list[str]:
    """What a neighbour shows of itself."""
    names = [name for name in unit.cues if name.startswith("end=")]
    names += ["end2=" + " ".join(unit.words[-2:]), "end1=" + " ".join(unit.words[-1:])]
    names.append(f"connf={unit.function}")
    names.append("open=" + " ".join(unit.words[:1]))
    names.append(f"layout={unit.layout}")
    if any(t.tag == "名詞-数詞" for t in unit.tokens):
        names.append("number")
    return names
