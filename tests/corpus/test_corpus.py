from pathlib import Path

import pytest

import argmine
from argmine.corpus.corpus import Corpus
from argmine.errors import CorpusError
from tests.conftest import ROOT


def test_the_reference_example() -> None:
    gold = argmine.load_reference()
    assert gold.metadata.series == "国問研戦略コメント"
    assert gold.metadata.number == "2025-05"
    assert gold.target.action == "reinforcement"
    assert len(gold.units) == 39
    assert gold.thesis is not None and "極めて重要である" in gold.thesis.text
    assert {unit.stance.label for unit in gold.components if unit.stance} == {
        "pro-reinforcement",
        "con-reinforcement",
        "neutral",
    }


@pytest.mark.parametrize("name", ["policy-ja", "assembly-ja"])
def test_units_as_a_dataframe(name: str) -> None:
    corpus = argmine.Corpus(ROOT / "corpora" / name)
    frame = corpus.to_dataframe("dev")
    assert set(frame["document"]) == set(corpus.ids_of("dev"))
    assert set(frame["type"]) <= {"claim", "premise", "evidence", "none"}
    assert (frame["end"] > frame["start"]).all()
    texts = {id: corpus[id].text for id in corpus.ids_of("dev")}
    for row in frame.to_dict("records"):
        assert texts[row["document"]][row["start"] : row["end"]] == row["text"]


def test_the_training_split_never_meets_the_others() -> None:
    for name in ("policy-ja", "assembly-ja"):
        corpus = Corpus(ROOT / "corpora" / name)
        ids = [set(corpus.ids_of(split)) for split in ("train", "dev", "test")]
        assert not ids[0] & ids[1] and not ids[0] & ids[2] and not ids[1] & ids[2]
        assert set.union(*ids) == set(corpus.ids)


def test_folders_that_are_no_corpus(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="no such corpus folder"):
        Corpus(tmp_path / "none")
    with pytest.raises(CorpusError, match=r"neither corpus\.toml nor annotated passages"):
        Corpus(tmp_path)


def test_a_folder_of_passages(tmp_path: Path) -> None:
    (tmp_path / "R01.txt").write_text("target: 橋を建設すべきである\n\n橋が要る。\n造るべきだ。\n", encoding="utf-8")
    (tmp_path / "R01.tsv").write_text(
        "1\tpremise\t-\tauthor\tpro\t2\tsupport\t橋が要る。\n2\tclaim\tpolicy\tauthor\tpro\t-\tthesis\t造るべきだ。\n",
        encoding="utf-8",
    )
    (document,) = Corpus(tmp_path)
    assert document.target.name == "橋の建設"
    assert [unit.text for unit in document.units] == ["橋が要る。\n", "造るべきだ。"]
    assert document.thesis is document.units[1]
