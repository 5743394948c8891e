"""What the figures of a model are measured on, mined once."""

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from argmine.corpus.corpus import Corpus
from argmine.objects import ArgumentDocument, Unit
from argmine.pipeline.miner import Miner
from tests.conftest import ROOT, SHARED

CONSTRUCTED = ("policy-ja", "assembly-ja")  # what the default model learns from, their test splits left out


class Pair(NamedTuple):
    """A gold document, and what a model makes of its text and target."""

    gold: ArgumentDocument
    predicted: ArgumentDocument


def corpora() -> dict[str, tuple[Corpus, str | None]]:
    """Corpora and their splits, by name; ``../shared`` only where it is there."""
    found: dict[str, tuple[Corpus, str | None]] = {}
    realdev = SHARED / "data" / "realdev"
    if realdev.exists():
        found["realdev"] = (Corpus(realdev), None)
    found["jiia-2025-05"] = (Corpus(ROOT / "corpora" / "jiia-2025-05"), None)
    for name in CONSTRUCTED:
        found[f"{name} test"] = (Corpus(ROOT / "corpora" / name), "test")
    return found


def mined(miner: Miner, only: Collection[str] | None = None) -> Iterator[tuple[str, list[Pair]]]:
    """Each name with its documents; ``only`` names those that are wanted."""
    for name, (corpus, split) in corpora().items():
        if only is not None and name not in only:
            continue
        yield (
            name,
            [
                Pair(corpus.document(id), miner(corpus.commentary(id), target=corpus.card(id).target))
                for id in corpus.ids_of(split)
            ],
        )


def matched(pairs: Sequence[tuple[ArgumentDocument, ArgumentDocument]]) -> Iterator[tuple[Unit, Unit]]:
    """Gold and predicted units of the same span, white space aside."""
    for gold, predicted in pairs:
        spans = {span(unit): unit for unit in predicted.units}
        for unit in gold.units:
            if span(unit) in spans:
                yield unit, spans[span(unit)]


def span(unit: Unit) -> tuple[int, int]:
    """Where a unit's visible text stands."""
    return unit.start, unit.start + len(unit.text.rstrip())
