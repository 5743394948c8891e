"""What the figures of a model are measured on, mined once."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from argmine.corpus.corpus import Corpus
from argmine.objects import ArgumentDocument
from argmine.pipeline.miner import Miner
from tests.conftest import ROOT, SHARED


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
    for name in ("policy-ja", "assembly-ja"):
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
