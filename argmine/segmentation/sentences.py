"""Sentences of a Japanese text, as spans that tile it.

A sentence ends at 。！？ or a line break that stands outside quotes and brackets (annotation guideline, 2.1). The white
space after a sentence belongs to it, so that the next one starts with a character that says something.
"""

import itertools
import re
from collections.abc import Iterator

Span = tuple[int, int]

_PAIRS = {
    "「": "」",
    "『": "』",
    "（": "）",
    "(": ")",
    "“": "”",
    "〝": "〟",
    "【": "】",
    "〈": "〉",
    "《": "》",
    "［": "］",
}
_CLOSERS = frozenset(_PAIRS.values())
# A quote longer than this, or one that a blank line interrupts, is taken for a lost bracket.
_LONGEST_QUOTE = 1_000
_BRACKETS = re.compile("[" + re.escape("".join(_PAIRS) + "".join(_CLOSERS) + '"＂') + r"]|\n[^\S\n]*\n")

_JAPANESE = r"[ぁ-んァ-ヶー一-龠々〆）」』”％%]"
_ENDS = re.compile(
    r"[。｡！？!?‼⁇⁈⁉]+[」』）)”]*"  # the terminator, with brackets it may have left open
    rf"|(?<={_JAPANESE})[．.](?![0-9０-９])"  # ，． typography; never inside 3.5
    r"|(?<=[ぁ-ん])．(?=[0-9０-９])"  # …である．2023年に
    r"|(?:\r\n|[\n\r\v\f\x85\u2028\u2029])"
)
# After one of these, ！？ or 。」 does not end the sentence: 「……。」と述べた, Yahoo！の
_CONTINUES = re.compile(
    r"[」』）)”]*\s*(?:と(?!ころ|りわけ|にかく|もに|き|はいえ)|って|とか|などと?|の(?!ち)|を|に(?!もか)|は|が|も(?!ちろん|ともと|し)"
    r"|で(?!は|も|すか)|へ|や|、|，|。|．)"
)


def sentence_spans(text: str) -> list[Span]:
    """Cut a text into sentences.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    list of (int, int)
        Code-point offsets, in order, tiling ``text``. White space before the first sentence is part of it; a text
        without a visible character is one span.
    """
    if not text:
        return []
    bounds = [0]
    for end in sorted(set(_sentence_ends(text))):
        cut = end
        while cut < len(text) and text[cut].isspace():
            cut += 1
        if cut < len(text) and text[bounds[-1] : cut].strip() and cut > bounds[-1]:
            bounds.append(cut)
    bounds.append(len(text))
    return list(itertools.pairwise(bounds))


def protected_spans(text: str) -> list[Span]:
    """Outermost quotes and brackets, from the opening to the closing character, in order; no two overlap."""
    spans: list[Span] = []
    for start, end in sorted(_matched_brackets(text), key=lambda span: (span[0], -span[1])):
        if not spans or start >= spans[-1][1]:
            spans.append((start, end))
    return spans


def _matched_brackets(text: str) -> Iterator[Span]:
    """Pairs of brackets in order of their closing; a bracket without a partner is skipped."""
    stack: list[tuple[str, int]] = []
    straight: int | None = None
    for match in _BRACKETS.finditer(text):
        mark, at = match.group(), match.start()
        if mark[0] == "\n":
            stack.clear()
            straight = None
        elif mark in '"＂':
            if straight is None or at - straight > _LONGEST_QUOTE or "\n" in text[straight:at]:
                straight = at
            else:
                yield straight, at + 1
                straight = None
        elif mark in _PAIRS:
            stack.append((mark, at))
        else:
            for depth in range(len(stack) - 1, -1, -1):
                opener, start = stack[depth]
                if _PAIRS[opener] == mark:
                    del stack[depth:]
                    if at - start <= _LONGEST_QUOTE:
                        yield start, at + 1
                    break


def _sentence_ends(text: str) -> Iterator[int]:
    quotes = protected_spans(text)
    q = 0
    line_start = 0
    for match in _ENDS.finditer(text):
        at, end = match.start(), match.end()
        while q < len(quotes) and quotes[q][1] <= at:
            q += 1
        inside = q < len(quotes) and quotes[q][0] < at < quotes[q][1]
        if match.group()[0] in "\r\n\v\f\x85\u2028\u2029":
            if not inside:
                yield end
            line_start = end
            continue
        if inside:
            closing = quotes[q][1]
            # 「……。」 that stands as a sentence of its own ends one; 「……。」と does not.
            whole = not text[line_start : quotes[q][0]].strip() or text[quotes[q][0] - 1] in "。！？"
            if end >= closing and whole and text[closing - 1] in "」』" and not _CONTINUES.match(text, closing):
                yield closing
            continue
        if match.group()[0] in "！？!?‼⁇⁈⁉" and _CONTINUES.match(text, end):
            continue
        if match.group()[0] in "!?" and _inside_word(text, at):
            continue
        yield end


def _inside_word(text: str, at: int) -> bool:
    """Whether an ASCII mark stands inside a name, an address or a formula: Yahoo!ニュース, ?q=1."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return before.isascii() and before.isalnum() and after.isalnum()
