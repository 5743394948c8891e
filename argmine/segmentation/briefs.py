"""What the clauses on either side of a boundary do by their wording: units differ in type, and types show in cues."""

from collections.abc import Sequence
from typing import NamedTuple

from argmine.language import Token
from argmine.language.cues import connective, cues
from argmine.language.predicates import plain_words
from argmine.segmentation.outline import Outline, Sentence

TAIL = 4  # words at the end of a clause in which tense and negation stand
_DENYING = frozenset({"ない", "ず", "ぬ"})


class Brief(NamedTuple):
    """A clause in short.

    Attributes
    ----------
    cues : list of str
        See ``argmine.language.cues``.
    function : str
        What its opening connective does; ``none`` if it has none.
    nouns : frozenset of str
        Dictionary forms of its common nouns.
    marks : list of str
        ``number``, ``name``, ``past``, ``negated``.
    """

    cues: list[str]
    function: str
    nouns: frozenset[str]
    marks: list[str]


def briefs(outline: Outline, sentence: Sentence) -> list[Brief]:
    """The clauses of a sentence in short."""
    out = []
    for clause in sentence.clauses:
        tokens = outline.tokens[clause.first : clause.last]
        opening = connective(outline.text[tokens[0].start : clause.end]) if tokens else None
        out.append(
            Brief(
                cues(plain_words(tokens)),
                opening[1] if opening else "none",
                frozenset(token.lemma for token in tokens if token.tag.startswith("名詞-普通名詞")),
                _marks(tokens),
            )
        )
    return out


def _marks(tokens: Sequence[Token]) -> list[str]:
    tail = {token.lemma for token in tokens[-TAIL:]}
    found = {
        "number": any(token.tag.startswith("名詞-数詞") for token in tokens),
        "name": any("固有名詞" in token.tag for token in tokens),
        "past": "た" in tail,
        "negated": not tail.isdisjoint(_DENYING),
    }
    return [name for name, there in found.items() if there]


def brief_features(sentence: Sentence, clauses: Sequence[Brief], index: int) -> dict[str, float]:
    """Features of the boundary after clause ``index``, given the clauses in short."""
    left, right, last = clauses[index], clauses[index + 1], clauses[-1]
    form = sentence.clauses[index].form
    row = {f"left:{name}": 1.0 for name in (*left.cues, *left.marks)}
    row.update({f"right:{name}": 1.0 for name in (*right.cues, *right.marks)})
    for name in last.cues:
        row[f"last:{name}"] = row[f"{form}&last:{name}"] = 1.0
    for one in left.cues:
        row.update({f"left:{one}>last:{other}": 1.0 for other in last.cues if _both_end(one, other)})
    row[f"left_conn={left.function}"] = 1.0
    row[f"opening_conn={clauses[0].function}"] = 1.0
    if left.nouns & right.nouns:
        row["shared_nouns"] = 1.0
    return row


def _both_end(one: str, other: str) -> bool:
    return one.startswith("end=") and other.startswith("end=")
