"""Tokenizes text of any length with GiNZA's tokenizer."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from argmine.errors import ModelError
from argmine.language.token import Token

if TYPE_CHECKING:
    import numpy as np
    from spacy.language import Language
    from spacy.tokens import Doc

# SudachiPy refuses more than 49,149 bytes of UTF-8, at most 4 bytes a code point; far shorter pieces are as fast.
PIECE_LENGTH = 8_000
_UNREADABLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_LEFT_OUT = [
    "tok2vec",
    "parser",
    "attribute_ruler",
    "ner",
    "morphologizer",
    "compound_splitter",
    "bunsetu_recognizer",
    "strings",  # the words of the vectors; rows are found by hash, and reading the words takes most of the loading
]


class Analyser:
    """GiNZA's tokenizer and word vectors, without its neural components.

    Loading happens at first use.
    """

    def __init__(self, package: str = "ja_ginza") -> None:
        self.package = package

    @cached_property
    def nlp(self) -> "Language":
        """The spaCy pipeline, tokenizer only."""
        import spacy

        try:
            return spacy.load(self.package, exclude=_LEFT_OUT)
        except OSError as error:
            raise ModelError(f"the GiNZA package {self.package!r} is not installed (pip install ja-ginza)") from error

    @cached_property
    def vectors(self) -> "np.ndarray":
        """The static word vectors, one row each; ``Token.vector_row`` points into it."""
        import numpy as np

        return np.asarray(self.nlp.vocab.vectors.data)

    def tokens(self, text: str, sentences: Sequence[tuple[int, int]]) -> list[Token]:
        """Tokenize a text sentence-aligned piece by piece.

        Parameters
        ----------
        text : str
            Any text; control characters and lone surrogates are read as spaces.
        sentences : sequence of (int, int)
            Spans that tile the text. No token crosses a border of theirs that starts a piece.

        Returns
        -------
        list of Token
            In order, without white space; ``text[t.start:t.end] == t.text`` but for unreadable characters.
        """
        clean = readable(text)
        pieces = list(_pieces(sentences))
        docs = (self.nlp.make_doc(clean[start:end]) for start, end in pieces)
        return [
            token
            for (start, _), doc in zip(pieces, docs, strict=True)
            for token in self.tokens_of_doc(doc, offset=start)
        ]

    def tokens_of_doc(self, doc: "Doc", offset: int = 0) -> list[Token]:
        """The tokens of a spaCy ``Doc`` that GiNZA made."""
        key2row = self.nlp.vocab.vectors.key2row
        out = []
        for t in doc:
            if t.is_space:
                continue
            start = offset + t.idx
            inflection = t.morph.get("Inflection", [])
            row = key2row.get(t.orth, -1)
            out.append(
                Token(start, start + len(t.text), t.text, t.lemma_, t.tag_, inflection[0] if inflection else "", row)
            )
        return out


def readable(text: str) -> str:
    """The text with control characters and lone surrogates as spaces, one for one."""
    return _UNREADABLE.sub(" ", text)


def _pieces(sentences: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Join sentences into pieces of at most PIECE_LENGTH; cut a sentence that is longer by itself."""
    start = end = 0
    for a, b in sentences:
        if b - start > PIECE_LENGTH and end > start:
            yield start, end
            start = a
        while b - start > PIECE_LENGTH:
            yield start, start + PIECE_LENGTH
            start += PIECE_LENGTH
        end = b
    if end > start:
        yield start, end
