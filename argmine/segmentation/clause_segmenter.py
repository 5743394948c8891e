"""Clauses by a trained decision: rules propose places, a linear classifier chooses among them.

`clauses` cuts after every clause-final form, because an argument unit may end at any of them. A corpus that people cut
into clauses follows a convention of its own (as a rule: adverbial and parallel clauses are cut off, complement and
relative clauses are not), and the same form falls on either side of it: …て in 資料を調べて、議会に報告する and in
立って話す. A `ClauseSegmenter` learns such a convention.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from argmine.language import Token
from argmine.learning.linear import LinearClassifier
from argmine.segmentation.clauses import COMMAS
from argmine.segmentation.outline import Outline, Sentence

CUT, KEEP = "cut", "keep"
SENTENCE = "sentence"  # the form of a candidate where a sentence ends
REACH = 6  # words before a cut among which its predicate must stand
_PREDICATES = frozenset({"動詞", "形容詞", "形状詞", "助動詞"})
_NEVER_FIRST = frozenset({"助動詞", "接尾辞"})
_ENDING_TAGS = ("助詞", "助動詞", "動詞", "形容詞", "接尾辞-形容詞的", "形状詞-助動詞語幹")
_CASE_PARTICLES = frozenset("をがの")


class Candidate(NamedTuple):
    """A place where a clause may end.

    Attributes
    ----------
    at : int
        Offset into the document at which the next clause would begin.
    token : int
        Index of the first token of the next clause.
    form : str
        The clause-final form that ends here by rule, `SENTENCE`, or empty.
    """

    at: int
    token: int
    form: str


def candidates(outline: Outline) -> list[Candidate]:
    """Every place of a body where a clause may end, in order: sentence ends, clause-final forms, and looser places.

    Looser places stand after a comma, a full stop, or a word that can end a clause with a predicate at most `REACH`
    words before.
    """
    out: list[Candidate] = []
    for sentence in outline.sentences:
        forms = {clause.last: clause.form for clause in sentence.clauses[:-1]}
        for i in range(sentence.first + 1, sentence.last):
            if i in forms or _may_end(outline.tokens, sentence.first, i):
                out.append(Candidate(outline.tokens[i].start, i, forms.get(i, "")))
        if sentence.last < len(outline.tokens):
            out.append(Candidate(sentence.end, sentence.last, SENTENCE))
    return out


def _may_end(tokens: Sequence[Token], first: int, i: int) -> bool:
    before, after = tokens[i - 1], tokens[i]
    if after.pos == "補助記号":
        return before.text in "。．！？…・" and after.tag.startswith("補助記号-括弧開")
    if before.pos == "補助記号":
        return before.tag.startswith(("補助記号-読点", "補助記号-句点", "補助記号-一般"))
    if after.pos in _NEVER_FIRST or not (before.tag.startswith(_ENDING_TAGS) or "副詞可能" in before.tag):
        return False
    if before.text in _CASE_PARTICLES and before.tag == "助詞-格助詞":
        return False
    return any(t.pos in _PREDICATES for t in tokens[max(first, i - REACH) : i])


def candidate_features(outline: Outline, sentence: Sentence, candidate: Candidate) -> dict[str, float]:
    """Named features of a candidate: the words on both sides, the next predicate, and how much stands around.

    Parameters
    ----------
    sentence : Sentence
        The sentence that ends at the candidate or goes on after it.
    """
    tokens, i = outline.tokens, candidate.token
    last = sentence.last if i < sentence.last else min(i + 4, len(outline.tokens))
    comma = tokens[i - 1].text in COMMAS
    before = tokens[max(sentence.first, i - 7) : i - 1 if comma else i]
    after = tokens[i : min(i + 4, last)]
    names = ["bias", f"rule={candidate.form}{int(comma)}"]
    words = [t.text for t in before]
    shapes = [f"{t.tag}@{t.form}" for t in before]
    mixed = [_mixed(t) for t in before]
    for size in (1, 2, 3, 4, 5):
        names.append(f"l{size}={int(comma)} {' '.join(words[-size:])}")
    for size in (1, 2, 3):
        names.append(f"lt{size}={int(comma)} {' '.join(shapes[-size:])}")
        names.append(f"lm{size + 1}={int(comma)} {' '.join(mixed[-size - 1 :])}")
    for size in (1, 2, 3):
        names.append(f"r{size}={' '.join(t.text for t in after[:size])}")
        names.append(f"rm{size}={' '.join(map(_mixed, after[:size]))}")
    left1, left2 = " ".join(mixed[-1:]), " ".join(mixed[-2:])
    if after:
        names.append(f"lr1={int(comma)} {left2} | {after[0].text}")
        names.append(f"lr2={int(comma)} {left1} | {_mixed(after[0])}")
        names.append(f"lr3={int(comma)} {left2} | {after[0].tag}")
    names += [f"near={t.lemma}" for t in before if t.pos in ("動詞", "形容詞", "形状詞")]
    rest = tokens[i:last]
    names += _next_predicate(rest, f"{int(comma)} {left1}")
    names.append(f"left={_size(i - sentence.first)}")
    names.append(f"left_end={_size(i - sentence.first)} {int(comma)} {left1}")
    for k in range(i - 2, max(sentence.first, i - 25), -1):
        if tokens[k].text in COMMAS:
            names.append(f"comma_before={_size(i - k)} {left1}")
            break
    for k, t in enumerate(rest):
        if t.text in COMMAS:
            names.append(f"comma_after={_size(k)} {left1}")
            names.append(f"comma_after_form={' '.join(map(_mixed, rest[max(0, k - 2) : k]))} {left1}")
            break
    else:
        names.append(f"no_comma_after {left1}")
    return dict.fromkeys(names, 1.0)


def _mixed(token: Token) -> str:
    """A function word as it is, any other word as its kind."""
    if token.pos in ("助詞", "助動詞", "補助記号", "接続詞") or token.tag.endswith("非自立可能"):
        return f"{token.text}@{token.form}"
    return f"{token.pos}@{token.form}" if token.form else token.tag


def _size(count: int) -> str:
    return str(next(limit for limit in (1, 2, 3, 5, 8, 12, 20, 10**9) if count <= limit))


def _next_predicate(rest: Sequence[Token], left: str) -> list[str]:
    """Where the next predicate stands, how it inflects and what follows: it may embed the clause before it."""
    for k, t in enumerate(rest):
        if t.pos in ("動詞", "形容詞", "形状詞") and t.text not in ("よう", "そう"):
            stop = k + 1
            while stop < len(rest) and rest[stop].pos in ("助動詞", "動詞", "形容詞", "接尾辞") and stop < k + 6:
                stop += 1
            following = _mixed(rest[stop]) if stop < len(rest) else "end"
            form = rest[stop - 1].form
            return [
                f"next_at={_size(k)} {left}",
                f"next_follow={form} {following} {left}",
                f"next_word={t.lemma} {left}",
                f"next={t.lemma}",
                f"next_near={_size(k)} {form} {following}",
            ]
    return [f"next=none {left}"]


@dataclass
class ClauseSegmenter:
    """Cuts a body into clauses as the documents it learned from were cut.

    Attributes
    ----------
    classifier : LinearClassifier
        Decides between ``cut`` and ``keep`` at every candidate.
    threshold : float
        Probability from which a candidate is cut.
    """

    classifier: LinearClassifier
    threshold: float = 0.5

    def boundaries(self, outline: Outline) -> list[int]:
        """Offsets inside the body at which a clause begins, in order; the body's own start is not among them."""
        places = candidates(outline)
        probabilities = self.probabilities(outline, places)
        return [place.at for place, p in zip(places, probabilities, strict=True) if p >= self.threshold]

    def probabilities(self, outline: Outline, places: Sequence[Candidate]) -> list[float]:
        """Probability of a clause end at each place."""
        if CUT not in self.classifier.classes_:
            return [0.0] * len(places)
        column = self.classifier.classes_.index(CUT)
        return [float(p) for p in self.classifier.predict_proba(rows(outline, places))[:, column]]


def rows(outline: Outline, places: Sequence[Candidate]) -> list[dict[str, float]]:
    """Features of the candidates of a body."""
    out = []
    number = 0
    for place in places:
        while outline.sentences[number].last < place.token:
            number += 1
        out.append(candidate_features(outline, outline.sentences[number], place))
    return out


def train_clause_segmenter(
    outlines: Sequence[Outline], boundaries: Sequence["set[int] | frozenset[int]"], C: float = 1.0, min_count: int = 2
) -> ClauseSegmenter:
    """Learn where clauses end.

    Parameters
    ----------
    outlines : sequence of Outline
    boundaries : sequence of set of int
        For each outline, the offsets at which a clause begins.
    C, min_count
        As of `LinearClassifier`.
    """
    examples: list[dict[str, float]] = []
    labels: list[str] = []
    for parsed, gold in zip(outlines, boundaries, strict=True):
        places = candidates(parsed)
        examples += rows(parsed, places)
        labels += [CUT if place.at in gold else KEEP for place in places]
    return ClauseSegmenter(LinearClassifier(C=C, min_count=min_count).fit(examples, labels))
