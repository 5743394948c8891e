"""Annotated documents to learn from and to measure on, each looked at once."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import NamedTuple

from argmine.classification.features import UnitFeatures
from argmine.corpus.corpus import Corpus
from argmine.language import Analyser
from argmine.language.encoding import Encoder, Proposition, StaticVectors, closeness
from argmine.objects import ArgumentDocument
from argmine.segmentation.outline import Outline, outline
from argmine.training import HELD_OUT
from argmine.training.examples import Example, make_examples
from tests.benchmarks.ablated.components import NoVectors, Tok2Vec
from tests.benchmarks.ablated.variants import Variant
from tests.conftest import ROOT, SHARED

CORPORA = ("policy-ja", "assembly-ja")
FOLDS = 2


class Case(NamedTuple):
    """A document to be mined: its annotation, and its words, sentences and clauses."""

    gold: ArgumentDocument
    outline: Outline


@dataclass(frozen=True)
class Material:
    """Everything a variant is trained and measured with.

    Attributes
    ----------
    analyser : Analyser
    examples : list of Example
        To learn from, and to measure on by cross-validation.
    realdev : list of Case
        Empty without ``../shared``.
    """

    analyser: Analyser
    examples: list[Example]
    realdev: list[Case]

    @property
    def cases(self) -> list[Case]:
        """The examples as documents to be mined."""
        return [Case(example.document, example.outline) for example in self.examples]


def load(analyser: Analyser, limit: int | None = None) -> Material:
    """Read the corpora but their test splits, and realdev.

    Parameters
    ----------
    analyser : Analyser
    limit : int, optional
        At most so many documents of each corpus.
    """
    corpora = [Corpus(ROOT / "corpora" / name) for name in CORPORA]
    documents = chain.from_iterable(_learned_from(corpus, limit) for corpus in corpora)
    path = SHARED / "data" / "realdev"
    real = [_case(Corpus(path), id, analyser) for id in Corpus(path).ids[:limit]] if path.exists() else []
    return Material(analyser, make_examples(documents, analyser), real)


def _learned_from(corpus: Corpus, limit: int | None) -> list[ArgumentDocument]:
    """The documents that the default model learns from, in the same order."""
    held_out = set(corpus.ids_of(HELD_OUT))
    return [corpus.document(id) for id in [id for id in corpus.ids if id not in held_out][:limit]]


def _case(corpus: Corpus, id: str, analyser: Analyser) -> Case:
    text = corpus.commentary(id)
    return Case(corpus.document(id), outline(text.text, text.body_start, text.body_end, analyser))


def encoder_of(variant: Variant, analyser: Analyser) -> Encoder:
    """What makes the vectors of a variant."""
    if variant.encoder == "static":
        return StaticVectors(analyser)
    return Tok2Vec() if variant.encoder == "tok2vec" else NoVectors()


def prepared(examples: Sequence[Example], variant: Variant, analyser: Analyser) -> list[Example]:
    """The examples as a variant sees them."""
    encoder = encoder_of(variant, analyser)
    out = []
    for e in examples:
        rows, vectors, close = e.rows, e.vectors, e.closeness
        if variant.settings.groups != Variant("", "").settings.groups:
            rows = list(UnitFeatures(e.outline, e.units, e.target.words, variant.settings.groups))
        if variant.encoder != "static":
            vectors = encoder.encode(e.units)
            text = e.document.target.proposition
            close = closeness(encoder, vectors, Proposition(text, analyser.tokens(text, [(0, len(text))])))
        out.append(replace(e, rows=rows, vectors=vectors, closeness=close))
    return out
