"""What GiNZA's components add to the unit classifier: named features and dense columns."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from argmine.classification.classifier import UnitClassifier, UnitLabels
from argmine.classification.features import UnitView
from argmine.language.encoding.encoder import SPREAD, Passage
from argmine.language.predicates import plain_words
from argmine.learning.linear import Features
from argmine.training.examples import Example
from argmine.training.settings import Settings
from argmine.training.units import train_units
from tests.benchmarks.ablated.marks import MarkedToken

Array = Any
Namer = Callable[[UnitView], Iterator[str]]
WIDTH = 256
_MANY = (2, 4, 6, 9, 13, 18)


def marked_tokens(passage: Passage) -> list[MarkedToken]:
    """The words of a passage without punctuation."""
    return [t for t in passage.tokens if isinstance(t, MarkedToken) and t.pos != "補助記号"]


def parser_names(unit: UnitView) -> Iterator[str]:
    """The last word that depends on nothing in the unit, its label, its head, and the labels of what depends on it."""
    tokens = marked_tokens(unit)
    inside = {t.mark.place for t in tokens}
    roots = [t for t in tokens if t.mark.head == t.mark.place or t.mark.head not in inside]
    if not roots:
        return
    root = roots[-1]
    yield f"parser:root={root.lemma}"
    yield f"parser:root_dep={root.mark.dep}"
    yield f"parser:roots={min(len(roots), 4)}"
    if root.mark.head != root.mark.place:
        yield f"parser:head={root.mark.head_lemma}"
    for t in tokens:
        yield f"parser:dep={t.mark.dep}"
        if t.mark.head == root.mark.place and t is not root:
            yield f"parser:child={t.mark.dep}"
            yield f"parser:child={t.mark.dep}&{t.lemma}"
            yield f"parser:child={t.mark.dep}&root={root.lemma}"


def ner_names(unit: UnitView) -> Iterator[str]:
    """The kinds of entities named, and how many."""
    kinds = [t.mark.entity for t in marked_tokens(unit) if t.mark.entity]
    yield f"ner:entities={min(len(kinds), 4)}"
    for kind in kinds:
        yield f"ner:kind={kind}"
        yield f"ner:class={kind.partition('_')[0]}"


def bunsetu_names(unit: UnitView) -> Iterator[str]:
    """The last two bunsetu, the head of the last, and how many there are."""
    phrases: list[list[MarkedToken]] = []
    for t in marked_tokens(unit):
        if t.mark.opens or not phrases:
            phrases.append([])
        phrases[-1].append(t)
    for limit in _MANY:
        if len(phrases) > limit:
            yield f"bunsetu:more>{limit}"
    for back, phrase in enumerate(reversed(phrases[-2:]), 1):
        yield f"bunsetu:{back}={' '.join(plain_words(phrase))}"
        for t in phrase:
            if t.mark.role in ("SEM_HEAD", "ROOT"):
                yield f"bunsetu:{back}head={t.lemma}"
                yield f"bunsetu:{back}pos={t.tag}"
        particles = [t.lemma for t in phrase if t.mark.role not in ("SEM_HEAD", "ROOT", "CONT")]
        yield f"bunsetu:{back}rest={' '.join(particles)}"


class Tok2Vec:
    """Encodes a passage as the mean of what tok2vec makes of its words."""

    kind = "tok2vec"
    name = "ja_ginza"
    dimension = WIDTH

    def encode(self, passages: Sequence[Passage]) -> "np.ndarray[Any, Any]":
        out = np.zeros((len(passages), WIDTH), dtype=np.float32)
        for i, passage in enumerate(passages):
            tokens = marked_tokens(passage)
            if tokens:
                mean = np.mean([t.mark.vector for t in tokens], axis=0)
                out[i] = mean / max(float(np.linalg.norm(mean)), 1e-9)
        return out

    def scale(self, vectors: "np.ndarray[Any, Any]") -> float:
        """As ``TextEncoder.scale``."""
        spread = float(np.sqrt(((vectors - vectors.mean(axis=0)) ** 2).sum(axis=1).mean()))
        return round(SPREAD / spread, 1) if spread else 1.0

    def describe(self) -> dict[str, Any]:
        return {"kind": self.kind, "name": self.name}


class NoVectors:
    """Encodes nothing: all passages are alike."""

    kind = "none"
    name = "none"
    dimension = 1

    def encode(self, passages: Sequence[Passage]) -> "np.ndarray[Any, Any]":
        return np.zeros((len(passages), 1), dtype=np.float32)

    def scale(self, vectors: "np.ndarray[Any, Any]") -> float:
        return 1.0

    def describe(self) -> dict[str, Any]:
        return {"kind": self.kind, "name": self.name}


@dataclass(frozen=True)
class Added:
    """What the unit classifier is given besides its own features.

    Attributes
    ----------
    names : tuple of callable
        Each makes named features of a unit.
    tok2vec : bool
        Whether the vectors of tok2vec stand beside the encoder's.
    """

    names: tuple[Namer, ...] = ()
    tok2vec: bool = False

    def rows(self, units: Sequence[UnitView], rows: Sequence[Features]) -> list[dict[str, float]]:
        """The rows with the named features."""
        return [
            {**row, **{name: 1.0 for make in self.names for name in make(unit)}}
            for unit, row in zip(units, rows, strict=True)
        ]

    def vectors(self, units: Sequence[UnitView], vectors: Array, scale: float, own: float) -> Array:
        """The encoder's vectors as they are scaled, with those of tok2vec beside them, scaled by ``own``."""
        if not self.tok2vec:
            return vectors * scale
        return np.hstack([vectors * scale, Tok2Vec().encode(units) * own])

    def train(
        self, examples: Sequence[Example], settings: Settings, scale: float
    ) -> tuple[UnitClassifier, list[UnitLabels]]:
        """``train_units`` with what is added."""
        encoder = Tok2Vec()
        own = encoder.scale(np.vstack([encoder.encode(e.units) for e in examples])) if self.tok2vec else 1.0
        given = [
            replace(e, rows=self.rows(e.units, e.rows), vectors=self.vectors(e.units, e.vectors, scale, own))
            for e in examples
        ]
        trained, labels = train_units(given, settings, 1.0)
        classifier = AddedUnitClassifier(**vars(trained), added=self, scale=scale, own=own)
        return classifier, [replace(label, vectors=e.vectors) for label, e in zip(labels, examples, strict=True)]


@dataclass
class AddedUnitClassifier(UnitClassifier):
    """A ``UnitClassifier`` that is given more; the later steps see what they always see."""

    added: Added = Added()
    scale: float = 1.0
    own: float = 1.0

    def predict(
        self,
        units: Sequence[UnitView],
        rows: Sequence[Features],
        vectors: "np.ndarray[Any, Any]",
        proposition: str,
        closeness: "np.ndarray[Any, Any]",
        signs: Sequence[Features],
    ) -> UnitLabels:
        given = self.added.vectors(units, vectors, self.scale, self.own)
        labels = super().predict(units, self.added.rows(units, rows), given, proposition, closeness, signs)
        return replace(labels, vectors=vectors)
