"""What several tests need: the shipped miner, the reference example, a small hand-made document."""

from pathlib import Path

import pytest

import argmine
from argmine.language import Analyser
from argmine.objects import ArgumentDocument, Metadata, Relation, Stance, Target, Unit
from argmine.pipeline.miner import Miner

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
REFERENCE = ROOT / "corpora" / "jiia-2025-05" / "documents" / "jiia-2025-05.txt"


def shared(*parts: str) -> Path:
    """A path under ``../shared``; skips the test where a clone has none beside it."""
    path = SHARED.joinpath(*parts)
    if not path.exists():
        pytest.skip(f"needs ../shared/{'/'.join(parts)}, which is not beside this clone")
    return path


@pytest.fixture(scope="session")
def miner() -> Miner:
    return argmine.load()


@pytest.fixture(scope="session")
def analyser() -> Analyser:
    return Analyser()


@pytest.fixture
def target() -> Target:
    return Target(name="在日米軍の強化", proposition="在日米軍を強化すべきである", action="reinforcement")


@pytest.fixture
def document(target: Target) -> ArgumentDocument:
    """費用はかかるが、抑止は高まる。強化すべきだ。"""
    text = "費用はかかるが、抑止は高まる。\n強化すべきだ。"
    con, pro = Stance(polarity="con", target=target), Stance(polarity="pro", target=target)
    units = (
        Unit(id="u1", start=0, end=8, text=text[0:8], type="premise", attribution="author", stance=con),
        Unit(id="u2", start=8, end=16, text=text[8:16], type="premise", attribution="author", stance=pro),
        Unit(
            id="u3",
            start=16,
            end=23,
            text=text[16:23],
            type="claim",
            kind="policy",
            attribution="author",
            stance=pro,
            thesis=True,
        ),
    )
    relations = (Relation(source="u1", target="u3", type="attack"), Relation(source="u2", target="u3", type="support"))
    return ArgumentDocument(text=text, metadata=Metadata(id="small"), target=target, units=units, relations=relations)
