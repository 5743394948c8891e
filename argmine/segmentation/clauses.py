"""Clauses: a sentence cut after every Japanese clause-final form (resources/clause_forms.toml)."""

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from argmine import resources
from argmine.language.token import Token

COMMAS = frozenset("、，､")


class Clause(NamedTuple):
    """A stretch of a sentence that ends in a clause-final form or with the sentence.

    Attributes
    ----------
    start, end : int
        Code-point offsets; the 、after the form belongs to the clause.
    form : str
        Name of the clause-final form, ``"。"`` for the last clause of a sentence.
    comma : bool
        Whether 、stands after the form.
    first, last : int
        Indices of the clause's first token and one past its last.
    """

    start: int
    end: int
    form: str
    comma: bool
    first: int
    last: int


class _Word(NamedTuple):
    surface: str
    tag: str
    form: str

    def matches(self, token: Token) -> bool:
        return self.surface in ("*", token.text) and token.tag.startswith(self.tag) and token.form.startswith(self.form)


class _Pattern(NamedTuple):
    words: tuple[_Word, ...]
    name: str
    needs_comma: bool


@cache
def _patterns() -> dict[str, list[_Pattern]]:
    """Patterns by the surface of their last word, ``*`` for any, the longest first."""
    table: dict[str, list[_Pattern]] = {}
    for form in resources.load("clause_forms")["form"]:
        for row in form["patterns"]:
            words = tuple(_word(item) for item in row.split())
            table.setdefault(words[-1].surface, []).append(_Pattern(words, form["name"], form.get("comma", False)))
    for row in table.values():
        row.sort(key=lambda pattern: -len(pattern.words))
    return table


@lru_cache(maxsize=1 << 15)  # nearly every word ends no form, and is asked about on every text
def _patterns_ending_in(text: str, tag: str, inflection: str) -> tuple[_Pattern, ...]:
    token = Token(0, 0, text, "", tag, inflection, -1)
    table = _patterns()
    return tuple(p for p in table.get(text, []) + table.get("*", []) if p.words[-1].matches(token))


@cache
def _compound_particles() -> dict[str, list[tuple[_Word, ...]]]:
    """Rows of words that are particles, by the surface of their last word."""
    table: dict[str, list[tuple[_Word, ...]]] = {}
    for row in resources.load("clause_forms")["compound_particles"]:
        words = tuple(_word(item) for item in row.split())
        table.setdefault(words[-1].surface, []).append(words)
    return table


def _word(item: str) -> _Word:
    surface, _, rest = item.partition("/")
    tag, _, form = rest.partition("@")
    return _Word(surface, tag, form)


def clause_form(tokens: Sequence[Token], last: int, comma: bool) -> str | None:
    """Name of the clause-final form that ends at token ``last``, or None."""
    token = tokens[last]
    for pattern in _patterns_ending_in(token.text, token.tag, token.inflection):
        first = last - len(pattern.words) + 1
        if pattern.needs_comma and not comma:
            continue
        if first > 0 and _match(pattern.words[:-1], tokens[first:last]):
            return None if _is_no_clause(tokens, last, len(pattern.words)) else pattern.name
    return None


def _match(words: Sequence[_Word], tokens: Sequence[Token]) -> bool:
    return all(word.matches(token) for word, token in zip(words, tokens, strict=True))


def _is_no_clause(tokens: Sequence[Token], last: int, length: int) -> bool:
    """Whether a form of ``length`` words is part of a particle written with a verb (…について) or of だから."""
    if all(token.pos in ("助動詞", "補助記号") for token in tokens[: last + 1 - length]):
        return True
    return any(
        length <= len(words) <= last and _match(words, tokens[last - len(words) + 1 : last + 1])
        for words in _compound_particles().get(tokens[last].text, [])
    )


def clauses(
    tokens: Sequence[Token], start: int, end: int, first: int, protected: Sequence[tuple[int, int]]
) -> list[Clause]:
    """Cut one sentence into clauses.

    Parameters
    ----------
    tokens : sequence of Token
        The tokens of the sentence.
    start, end : int
        The sentence's span.
    first : int
        Index of the sentence's first token in its document.
    protected : sequence of (int, int)
        Quotes and brackets that overlap the sentence; no clause ends inside one.
    """
    out: list[Clause] = []
    begin, begin_token = start, 0
    for i in range(len(tokens) - 1):
        if i < begin_token or not _patterns_ending_in(tokens[i].text, tokens[i].tag, tokens[i].inflection):
            continue
        comma = tokens[i + 1].text in COMMAS
        form = clause_form(tokens[begin_token : i + 1], i - begin_token, comma)
        if form is None:
            continue
        cut_token = i + 2 if comma else i + 1
        if cut_token >= len(tokens) or _continues(tokens, i, cut_token, comma):
            continue
        cut = tokens[cut_token].start
        if any(a < cut < b for a, b in protected) or (
            tokens[cut_token].pos == "補助記号" and tokens[cut_token].text in "。！？"
        ):
            continue
        out.append(Clause(begin, cut, form, comma, first + begin_token, first + cut_token))
        begin, begin_token = cut, cut_token
    out.append(Clause(begin, end, "。", False, first + begin_token, first + len(tokens)))
    return out


def _continues(tokens: Sequence[Token], i: int, cut: int, comma: bool) -> bool:
    """Whether the word after the form carries the same predicate on: …て｜いる, …と｜思う, …が｜ゆえ."""
    if comma:
        return False
    nxt = tokens[cut]
    if tokens[i].text in ("て", "で"):
        return nxt.pos in ("助詞", "助動詞", "接尾辞") or nxt.tag.startswith(("動詞-非自立可能", "形容詞-非自立可能"))
    return nxt.pos in ("助詞", "助動詞", "補助記号", "接尾辞")
