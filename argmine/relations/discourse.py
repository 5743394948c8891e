"""What the wording of two neighbouring stretches says about the discourse relation between them.

A stretch is a clause, a unit or any other run of words; left stands before right. The features serve whoever relates
neighbours: clause pairs of one sentence as well as adjacent units.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple, Protocol

from argmine import resources
from argmine.language.cues import connective, cues
from argmine.language.predicates import plain_words
from argmine.language.token import Token
from argmine.segmentation.clauses import clause_form
from argmine.segmentation.outline import Outline

GROUPS = ("form", "connective", "ending", "predicate", "contrast", "edges", "words", "shape")
_MARKS = ("補助記号", "空白", "記号")
_PREDICATES = frozenset({"動詞", "形容詞", "形状詞"})
_LIGHT = frozenset(
    {
        "する",
        "為る",
        "いる",
        "居る",
        "ある",
        "有る",
        "成る",
        "なる",
        "しまう",
        "仕舞う",
        "くださる",
        "下さる",
        "いただく",
        "頂く",
        "できる",
        "出来る",
    }
)
_SENTENCE_ENDS = "。！？．!?"


class Stretch(Protocol):
    """Anything with a span and token indices: a `Clause`, a `Segment`."""

    @property
    def start(self) -> int:
        """Offset of its first character."""

    @property
    def end(self) -> int:
        """Offset after its last character."""

    @property
    def first(self) -> int:
        """Index of its first token."""

    @property
    def last(self) -> int:
        """Index after its last token."""


class Side(NamedTuple):
    """One of the two stretches, read once.

    Attributes
    ----------
    tokens : list of Token
        Its words without the punctuation at its end.
    words : list of str
        Its plain words.
    form : str
        Name of the clause-final form it ends in; ``。`` where a sentence ends, empty where neither is so.
    comma : bool
        Whether it ends in 、.
    cues : list of str
    opening : tuple of (str, str)
        The connective it opens with, and its function; two empty strings if there is none.
    predicate : str
        Dictionary form of its last full predicate, empty if it has none.
    kind : str
        What kind of predicate that is, with tense and negation, such as ``形容詞`` or ``動詞+past``.
    """

    tokens: list[Token]
    words: list[str]
    form: str
    comma: bool
    cues: list[str]
    opening: tuple[str, str]
    predicate: str
    kind: str


@cache
def _functions() -> dict[str, str]:
    return {form["name"]: form["function"] for form in resources.load("clause_forms")["form"]}


def read_side(outline: Outline, stretch: Stretch) -> Side:
    """Read one stretch of a body."""
    tokens = outline.tokens[stretch.first : stretch.last]
    marks = ""
    while tokens and tokens[-1].pos in _MARKS:
        marks = tokens[-1].text + marks
        tokens = tokens[:-1]
    form = "。" if any(mark in _SENTENCE_ENDS for mark in marks) else ""
    if tokens and not form:
        form = clause_form(tokens, len(tokens) - 1, True) or ""
    words = plain_words(tokens)
    text = outline.text[stretch.start : stretch.end]
    predicate, kind = _predicate(tokens)
    return Side(
        tokens, words, form, "、" in marks or "，" in marks, cues(words), connective(text) or ("", ""), predicate, kind
    )


def _predicate(tokens: Sequence[Token]) -> tuple[str, str]:
    """The last full predicate, and its kind with what its ending adds."""
    last = len(tokens) - 1
    while last >= 0 and not (tokens[last].pos in _PREDICATES and tokens[last].lemma not in _LIGHT):
        last -= 1
    if last < 0:
        return "", "none"
    verb = tokens[last]
    kind = verb.pos
    tail = tokens[last + 1 :]
    if any(t.text in ("た", "だっ") and t.pos == "助動詞" for t in tail):
        kind += "+past"
    if any(t.lemma in ("ない", "無い", "ず", "ぬ") for t in tail):
        kind += "+not"
    if any(t.lemma in ("いる", "居る", "おる", "居る") for t in tail):
        kind += "+state"
    if any(t.lemma in ("れる", "られる") for t in tail):
        kind += "+passive"
    return verb.lemma, kind


def discourse_features(
    outline: Outline, left: Stretch, right: Stretch, groups: Sequence[str] = GROUPS
) -> dict[str, float]:
    """Named features of a pair of neighbouring stretches.

    Parameters
    ----------
    outline : Outline
        The body both stand in.
    left, right : Stretch
        The earlier and the later one.
    groups : sequence of str
        Which of `GROUPS` to give: the form that joins them, connectives, endings (modality), predicates, signs of
        contrast, the words around the boundary, all words, length and place.
    """
    return pair_features(read_side(outline, left), read_side(outline, right), groups)


def pair_features(left: Side, right: Side, groups: Sequence[str] = GROUPS) -> dict[str, float]:
    """The same from two sides already read."""
    names = ["bias"]
    for group in groups:
        names += [f"{group}:{name}" for name in _GROUPS[group](left, right)]
    return dict.fromkeys(names, 1.0)


def _join(left: Side) -> str:
    return _functions().get(left.form, "sentence" if left.form == "。" else "other")


def _form(left: Side, right: Side) -> Iterator[str]:
    function = _join(left)
    yield f"form={left.form}"
    yield f"form={left.form}{int(left.comma)}"
    yield f"function={function}"
    yield f"next={right.form}"
    yield f"pair={left.form}>{right.form}"
    yield f"kind={left.form} {left.kind}"
    yield f"kinds={function} {left.kind} {right.kind}"
    yield f"right_kind={left.form} {right.kind}"
    for cue in right.cues:
        yield f"right={left.form} {cue}"
    for cue in left.cues:
        if cue.startswith("any="):
            yield f"left={left.form} {cue}"


def _connective(left: Side, right: Side) -> Iterator[str]:
    function = _join(left)
    yield f"right={right.opening[1]}"
    yield f"right_word={right.opening[0]}"
    yield f"right&{function}={right.opening[1]}"
    yield f"left={left.opening[1]}"
    yield f"left_word={left.opening[0]}"
    yield f"left&{function}={left.opening[1]}"


def _ending(left: Side, right: Side) -> Iterator[str]:
    function = _join(left)
    for cue in left.cues:
        yield f"left_{cue}"
        yield f"left_{cue}&{function}"
    for cue in right.cues:
        yield f"right_{cue}"
        yield f"right_{cue}&{function}"
    for a in left.cues:
        for b in right.cues:
            if a.startswith("end=") and b.startswith("end="):
                yield f"{a}>{b}"
    for size in (1, 2, 3):
        yield f"right{size}={' '.join(right.words[-size:])}"
        yield f"right{size}&{function}={' '.join(right.words[-size:])}"
        yield f"left{size}={' '.join(left.words[-size:])}"
    yield f"surfaces={' '.join(t.text for t in right.tokens[-2:])}"


def _predicate_pair(left: Side, right: Side) -> Iterator[str]:
    function = _join(left)
    yield f"left={left.predicate}"
    yield f"left&{function}={left.predicate}"
    yield f"right={right.predicate}"
    yield f"right&{function}={right.predicate}"
    yield f"kinds={left.kind}>{right.kind}"
    yield f"kinds&{function}={left.kind}>{right.kind}"


def _contrast(left: Side, right: Side) -> Iterator[str]:
    function = _join(left)
    topics = [any(t.text == "は" and t.tag == "助詞-係助詞" for t in side.tokens) for side in (left, right)]
    yield f"topics={topics}"
    yield f"topics&{function}={topics}"
    yield f"also={any(t.text == 'も' and t.tag == '助詞-係助詞' for t in right.tokens)}&{function}"
    negated = ["ない" in side.words[-4:] for side in (left, right)]
    yield f"negated={negated}"
    yield f"negated&{function}={negated}"
    tone = [_tone(side.words) for side in (left, right)]
    yield f"tone={tone}"
    yield f"tone&{function}={tone}"
    shared = {w for w in left.words if len(w) > 1} & {w for w in right.words if len(w) > 1}
    yield f"shared={min(len(shared), 3)}&{function}"
    yield f"same_predicate={bool(left.predicate) and left.predicate == right.predicate}&{function}"
    if right.tokens and right.tokens[0].lemma.startswith(_anaphora()):
        yield f"anaphora={right.tokens[0].text}"
        yield f"anaphora&{function}"


@cache
def _anaphora() -> tuple[str, ...]:
    return tuple(sorted(resources.words("stopwords", "anaphora")))


def _tone(words: Sequence[str]) -> int:
    """Sign of the good and bad words of a side, turned by a negation at its end."""
    good, bad = resources.words("polarity", "positive"), resources.words("polarity", "negative")
    score = sum((word in good) - (word in bad) for word in words)
    if "ない" in words[-3:]:
        score = -score
    return (score > 0) - (score < 0)


def _edges(left: Side, right: Side) -> Iterator[str]:
    for size in (1, 2, 3, 4):
        yield f"l{size}={' '.join(t.text for t in left.tokens[-size:])}"
        yield f"r{size}={' '.join(t.text for t in right.tokens[:size])}"
    for size in (2, 3, 4):
        yield f"lt{size}={' '.join(f'{t.tag}@{t.form}' for t in left.tokens[-size:-1])} {left.form}"
    yield f"rt2={' '.join(t.tag for t in right.tokens[:2])}"
    yield f"ends={''.join(t.text for t in left.tokens[-2:])}|{''.join(t.text for t in right.tokens[-2:])}"


def _words(left: Side, right: Side) -> Iterator[str]:
    for name, side in (("l", left), ("r", right)):
        for word in side.words:
            yield f"{name}={word}"
        for a, b in zip(side.words, side.words[1:], strict=False):
            yield f"{name}={a} {b}"


def _shape(left: Side, right: Side) -> Iterator[str]:
    for name, side in (("l", left), ("r", right)):
        yield f"{name}={next(n for n in (3, 6, 10, 16, 25, 10**9) if len(side.tokens) <= n)}"
    yield f"comma={left.comma}"
    yield f"question={any(t.text in '？?' for t in right.tokens[-2:])}"


_GROUPS = {
    "form": _form,
    "connective": _connective,
    "ending": _ending,
    "predicate": _predicate_pair,
    "contrast": _contrast,
    "edges": _edges,
    "words": _words,
    "shape": _shape,
}
