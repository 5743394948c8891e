"""The rows of the table: the default, everything taken away by itself, and every component of GiNZA added."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from argmine.classification.features import GROUPS
from argmine.pipeline.model import Model
from argmine.training.settings import Settings
from tests.benchmarks.ablated.components import Added, bunsetu_names, ner_names, parser_names
from tests.benchmarks.ablated.groups import ACROSS, PARTS, WHOLES, Group


def _as_it_is(model: Model) -> Model:
    return model


@dataclass(frozen=True)
class Variant:
    """A way to train the pipeline.

    Attributes
    ----------
    step, name : str
    settings : Settings
    adjust : callable
        What is done to the trained model.
    encoder : {"static", "none", "tok2vec"}
    added : Added or None
        What GiNZA's components give the unit classifier.
    components : tuple of str
        The components that mining takes then.
    """

    step: str
    name: str
    settings: Settings = field(default_factory=Settings)
    adjust: Callable[[Model], Model] = _as_it_is
    encoder: Literal["static", "none", "tok2vec"] = "static"
    added: Added | None = None
    components: tuple[str, ...] = ()


DEFAULT = Variant("", "all (default)")


def without_group(group: str) -> tuple[str, ...]:
    """The groups of unit features but one."""
    return tuple(name for name in GROUPS if name != group)


def _without(group: Group) -> Variant:
    settings: dict[str, Any] = {
        classifier: {**getattr(DEFAULT.settings, classifier), "without": pattern}
        for classifier, pattern in group.patterns.items()
    }
    return Variant(group.step, group.name, replace(DEFAULT.settings, **settings))


def _no_bonds(model: Model) -> Model:
    return replace(model, bonds=replace(model.bonds, strength=0.0))


def _no_reluctance(model: Model) -> Model:
    return replace(model, relations=replace(model.relations, reluctance=0.0))


def _decisions() -> list[Variant]:
    return [
        Variant("stance: side", "prior", replace(DEFAULT.settings, side_prior=0.0)),
        Variant("decoding", "stance handed along relations", adjust=_no_bonds),
        Variant("decoding", "nothing-as-head made less likely", adjust=_no_reluctance),
    ]


def _components() -> list[Variant]:
    step = "GiNZA"
    everything = Added((parser_names, ner_names, bunsetu_names), tok2vec=True)
    return [
        Variant(
            step,
            "tokenizer only, no vectors",
            replace(DEFAULT.settings, groups=without_group("vectors")),
            encoder="none",
        ),
        Variant(step, "tok2vec instead of static vectors", encoder="tok2vec", components=("tok2vec",)),
        Variant(step, "+ tok2vec", added=Added(tok2vec=True), components=("tok2vec",)),
        Variant(step, "+ parser", added=Added((parser_names,)), components=("parser",)),
        Variant(step, "+ ner", added=Added((ner_names,)), components=("ner",)),
        Variant(step, "+ bunsetu", added=Added((bunsetu_names,)), components=("bunsetu_recognizer",)),
        Variant(step, "+ all four", added=everything, components=("ner", "bunsetu_recognizer")),
    ]


def variants() -> list[Variant]:
    """All rows, the default first."""
    units = [Variant("unit features", name, replace(DEFAULT.settings, groups=without_group(name))) for name in GROUPS]
    removed = [_without(group) for group in (*PARTS, *WHOLES, *ACROSS)]
    steps = list(dict.fromkeys(variant.step for variant in removed))
    ordered = sorted([*removed, *_decisions()], key=lambda v: steps.index(v.step) if v.step in steps else len(steps))
    return [DEFAULT, *_components(), *units, *ordered]
