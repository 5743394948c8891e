"""A text cut into sentences and clauses, with its words: what every later step looks at."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from argmine.language import Analyser, Token
from argmine.segmentation.clauses import Clause, clauses
from argmine.segmentation.sentences import protected_spans, sentence_spans

_NUMBERING = r"[（(]?[0-9０-９一二三四五六七八九十ⅠⅡⅢⅣⅤIVX]{1,3}[）)．.、，\s　]+"
_HEADING = re.compile(
    rf"#{{1,6}}\s|{_NUMBERING}\S{{1,30}}$|[■□◆◇▼▽●○【《]\S{{1,40}}$|第[0-9０-９一二三四五六七八九十]+[章節部]"
)
_MARKUP = re.compile(r"\||```|~~~|(?:[-*_=＊－―─]\s*){3,}$|!\[|https?://\S+$|<[a-zA-Z/!]")
_TEXT_END = re.compile(r"[。！？!?．.]['\"」』）)”]*$")


class Sentence(NamedTuple):
    """A sentence.

    Attributes
    ----------
    start, end : int
        Code-point offsets into the document; white space after the sentence is part of it.
    first, last : int
        Indices of its first token and one past its last.
    paragraph : int
        Number of its paragraph, 0 is the first.
    layout : {"text", "heading", "markup"}
        Whether it is running text, a heading, or Markdown that says nothing (tables, rules, code, bare links).
    clauses : tuple of Clause
    """

    start: int
    end: int
    first: int
    last: int
    paragraph: int
    layout: str
    clauses: tuple[Clause, ...]


@dataclass(frozen=True)
class Outline:
    """Words, sentences and clauses of a body.

    Attributes
    ----------
    text : str
        The whole document; all offsets point into it.
    start, end : int
        Where the body stands.
    tokens : list of Token
    sentences : list of Sentence
    """

    text: str
    start: int
    end: int
    tokens: list[Token]
    sentences: list[Sentence]


def outline(text: str, start: int, end: int, analyser: Analyser, tokens: Sequence[Token] | None = None) -> Outline:
    """Cut the body of a document into sentences and clauses.

    Parameters
    ----------
    text : str
        The document.
    start, end : int
        Where the body stands in it.
    analyser : Analyser
        Gives the words, unless ``tokens`` has them.
    tokens : sequence of Token, optional
        Words of the document that were made before, in order.
    """
    body = text[start:end]
    spans = [(a + start, b + start) for a, b in sentence_spans(body)]
    if tokens is None:
        local = [(a - start, b - start) for a, b in spans]
        words = [t._replace(start=t.start + start, end=t.end + start) for t in analyser.tokens(body, local)]
    else:
        words = [t for t in tokens if start <= t.start < end]
    protected = [(a + start, b + start) for a, b in protected_spans(body)]
    sentences: list[Sentence] = []
    word = quote = paragraph = 0
    for i, (a, b) in enumerate(spans):
        if i and _starts_paragraph(text, spans[i - 1], a):
            paragraph += 1
        last = word
        while last < len(words) and words[last].start < b:
            last += 1
        while quote < len(protected) and protected[quote][1] <= a:
            quote += 1
        nearby = [p for p in protected[quote : quote + 64] if p[0] < b]
        parts = tuple(clauses(words[word:last], a, b, word, nearby))
        sentences.append(Sentence(a, b, word, last, paragraph, _layout(text[a:b].strip()), parts))
        word = last
    return Outline(text, start, end, words, sentences)


def _starts_paragraph(text: str, before: tuple[int, int], at: int) -> bool:
    gap = text[before[0] : before[1]]
    tail = gap[len(gap.rstrip()) :]
    return tail.count("\n") > 1 or tail.count("\r\r") > 0 or ("\n" in tail and text[at - 1] == "　")


def _layout(line: str) -> str:
    if _MARKUP.match(line):
        return "markup"
    if _HEADING.match(line) and not _TEXT_END.search(line):
        return "heading"
    return "text"
