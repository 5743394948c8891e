"""Words with what GiNZA's neural components say of them."""

from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from argmine.language import Analyser, Token

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from spacy.language import Language
    from spacy.tokens import Doc

COMPONENTS = ("tok2vec", "parser", "ner", "bunsetu_recognizer")
# What a component runs on.
NEEDS = {
    "tok2vec": ("tok2vec",),
    "parser": ("tok2vec", "parser"),
    "ner": ("tok2vec", "ner"),
    "bunsetu_recognizer": ("tok2vec", "parser", "bunsetu_recognizer"),
}
_UNUSED = ("attribute_ruler", "morphologizer", "compound_splitter")


class Mark(NamedTuple):
    """What the components say of a word; empty where a component did not run.

    Attributes
    ----------
    vector : array of shape (256,)
        From tok2vec.
    place, head : int
        The word's place in its piece of text, and its head's; a root is its own head.
    dep : str
        Its dependency label.
    head_lemma : str
    entity : str
        Kind of the entity it begins.
    opens : bool
        Whether a bunsetu begins with it.
    role : str
        Its role in the bunsetu, such as ``SEM_HEAD``.
    """

    vector: "np.ndarray[Any, Any]"
    place: int
    head: int
    dep: str
    head_lemma: str
    entity: str
    opens: bool
    role: str


class MarkedToken(Token):
    """A token that carries a mark along."""

    mark: Mark

    def _replace(self, **changes: Any) -> "MarkedToken":
        return marked(super()._replace(**changes), self.mark)


def marked(token: Token, mark: Mark) -> MarkedToken:
    """The token with a mark."""
    out = MarkedToken(*token)
    out.mark = mark
    return out


class MarkingAnalyser(Analyser):
    """GiNZA's tokenizer and some of its components.

    Parameters
    ----------
    components : collection of str
        Of ``COMPONENTS``; those they run on are added.
    """

    def __init__(self, components: "Collection[str]" = COMPONENTS) -> None:
        super().__init__()
        self.components = {need for name in components for need in NEEDS[name]}

    @cached_property
    def nlp(self) -> "Language":
        import spacy

        return spacy.load(self.package, exclude=[*_UNUSED, *(set(COMPONENTS) - self.components)])

    def tokens_of_doc(self, doc: "Doc", offset: int = 0) -> list[Token]:
        tokens = super().tokens_of_doc(doc, offset)
        for _, component in self.nlp.pipeline:
            doc = component(doc)
        return [marked(token, mark) for token, mark in zip(tokens, _marks(doc), strict=True)]


def _marks(doc: "Doc") -> list[Mark]:
    opens = doc.user_data.get("bunsetu_bi_labels") or [""] * len(doc)
    roles = doc.user_data.get("bunsetu_position_types") or [""] * len(doc)
    vectors = np.asarray(doc.tensor, dtype=np.float32)
    nothing = np.zeros(0, dtype=np.float32)
    return [
        Mark(
            vectors[t.i] if len(vectors) else nothing,
            t.i,
            t.head.i,
            t.dep_,
            t.head.lemma_,
            t.ent_type_ if t.ent_iob_ == "B" else "",
            opens[t.i] == "B",
            roles[t.i],
        )
        for t in doc
        if not t.is_space
    ]


class CachingAnalyser(Analyser):
    """Another analyser, which is asked only once about a text."""

    def __init__(self, inner: Analyser) -> None:
        super().__init__(inner.package)
        self._inner = inner
        self._known: dict[str, list[Token]] = {}

    @cached_property
    def nlp(self) -> "Language":
        return self._inner.nlp

    def tokens(self, text: str, sentences: "Sequence[tuple[int, int]]") -> list[Token]:
        if text not in self._known:
            self._known[text] = self._inner.tokens(text, sentences)
        return self._known[text]
