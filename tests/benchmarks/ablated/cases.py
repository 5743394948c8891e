"""Annotated documents to learn from and to measure on, each looked at once."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from argmine.classification.features import GROUPS, UnitFeatures
from argmine.corpus.corpus import Corpus
from argmine.language import Analyser
from argmine.language.encoding import Encoder, Proposition, StaticVectors, closeness
from argmine.objects import ArgumentDocument
from argmine.segmentation.outline import Outline, outline
from argmine.training import learned_ids
from argmine.training.examples import Example, make_examples
from tests.benchmarks.ablated.components import NoVectors, Tok2Vec
from tests.benchmarks.ablated.variants import Variant
from tests.benchmarks.measured import CONSTRUCTED
from tests.conftest import ROOT, SHARED

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
    corpora = [Corpus(ROOT / "corpora" / name) for name in CONSTRUCTED]
    documents = (corpus.document(id) for corpus in corpora for id in learned_ids(corpus)[:limit])
    examples = make_examples(documents, analyser)
    path = SHARED / "data" / "realdev"
    if not path.exists():
        return Material(analyser, examples, [])
    realdev = Corpus(path)
    return Material(analyser, examples, [_case(realdev, id, analyser) for id in realdev.ids[:limit]])


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
        if variant.settings.groups != GROUPS:
            rows = list(UnitFeatures(e.outline, e.units, e.target.words, variant.settings.groups))
        if variant.encoder != "static":
            vectors = encoder.encode(e.units)
            text = e.document.target.proposition
            close = closeness(encoder, vectors, Proposition(text, analyser.tokens(text, [(0, len(text))])))
        out.append(replace(e, rows=rows, vectors=vectors, closeness=close))
    return out
