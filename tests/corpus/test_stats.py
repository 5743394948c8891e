"""Statistics of the small corpus, figure by figure, and how they print."""

from pathlib import Path

import pytest
from rich.cells import cell_len

from argmine.corpus.corpus import Corpus
from argmine.corpus.stats import describe, minority_share
from argmine.corpus.stats_tables import render
from tests.conftest import ROOT
from tests.corpus.small import build


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    return Corpus(build(tmp_path))


def test_the_whole(corpus: Corpus) -> None:
    stats = describe(corpus)
    whole = stats["parts"]["all"]["all"]
    assert (whole["documents"], whole["units"]) == (4, 26)
    assert whole["type"] == {"claim": 8, "premise": 6, "evidence": 8, "none": 4}
    assert whole["stance"] == {"pro": 12, "con": 7, "neutral": 3}
    assert whole["relation"] == {"support": 10, "attack": 6}
    assert whole["thesis"] == {"pro": 4, "con": 0, "neutral": 0, "-": 0}
    assert whole["side"] == {"pro": 4, "con": 0, "balanced": 0}
    assert whole["type_stance"]["evidence"] == {"pro": 3, "con": 3, "neutral": 2, "-": 0}
    assert stats["kind"]["evidence"] == {"fact": 3, "statistic": 2, "testimony": 3}
    assert stats["attribution"]["evidence"] == {"author": 5, "reported": 3, "-": 0}
    assert stats["relation"]["claim"] == {"support": 1, "attack": 3, "thesis": 4, "-": 0}
    assert sum(stats["distance"].values()) == 16


def test_characters_are_those_of_the_body_without_white_space(corpus: Corpus) -> None:
    body = corpus.commentary("m01").body
    assert "\u3000" in body and "\n" in body
    assert describe(corpus)["parts"]["split"]["dev"]["characters"] == sum(
        not c.isspace() for c in corpus.commentary("m03").body
    )


def test_parts_add_up(corpus: Corpus) -> None:
    parts = describe(corpus)["parts"]
    assert list(parts["split"]) == ["train", "dev", "test"]
    for group in ("split", "round", "genre", "area"):
        for figure in ("documents", "units", "characters"):
            assert sum(part[figure] for part in parts[group].values()) == parts["all"]["all"][figure]


def test_documents_without_a_minority_are_named(corpus: Corpus) -> None:
    assert [round(minority_share(document), 3) for document in corpus] == [0.333, 0.4, 0.25, 0.5]
    path = corpus.path / "layers" / "gold" / "m03.tsv"
    path.write_text(path.read_text(encoding="utf-8").replace("\tcon\t", "\tneutral\t"), encoding="utf-8")
    stats = describe(Corpus(corpus.path))
    assert stats["minority"] == {"threshold": 0.2, "share": 0.75, "below": {"m03": 0.0}}
    assert stats["parts"]["split"]["dev"]["minority"] == 0.0
    assert "3 of 4 (75%)" in render(stats) and "m03 0%" in render(stats)


@pytest.mark.parametrize("name", ["jiia-2025-05", "policy-ja", "assembly-ja"])
def test_tables_fit_a_terminal(name: str) -> None:
    text = render(describe(Corpus(ROOT / "corpora" / name)))
    assert max(cell_len(line) for line in text.split("\n")) <= 80
