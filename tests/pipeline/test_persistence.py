import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from argmine.corpus.corpus import Corpus
from argmine.errors import CorpusError, ModelError
from argmine.pipeline.miner import Miner
from argmine.pipeline.persistence import find_model, load_model, save_model
from argmine.training import train_corpora
from tests.conftest import ROOT


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return shutil.copytree(find_model("default"), tmp_path / "model")


def test_a_saved_model_predicts_the_same(miner: Miner, tmp_path: Path) -> None:
    text = "防衛費は増やすべきである。しかし、財源がないので、増税は避けられない。"
    save_model(miner.model, tmp_path / "again", {"name": "again"})
    again = Miner(load_model(tmp_path / "again"))
    assert again(text, target="防衛費の増額") == miner(text, target="防衛費の増額")


def kernels() -> dict[str, str]:
    """The kernels that the Makefile asks for; others round the last bits differently."""
    lines = (ROOT / "Makefile").read_text(encoding="utf-8").splitlines()
    exports = (line.removeprefix("export ").partition(" := ") for line in lines if line.startswith("export "))
    return {name: value for name, _, value in exports}


def test_training_gives_the_shipped_model_to_the_byte(tmp_path: Path) -> None:
    described = json.loads((ROOT / "models" / "default" / "model.json").read_text(encoding="utf-8"))
    corpora = [str(ROOT / "corpora" / entry["name"]) for entry in described["about"]["corpora"]]
    command = [sys.executable, "-m", "argmine", "train", *corpora, "--out", str(tmp_path / "default")]
    subprocess.run(command, env={**os.environ, **kernels()}, check=True)
    for name in ("model.json", "features.json", "weights.safetensors"):
        assert (tmp_path / "default" / name).read_bytes() == (ROOT / "models" / "default" / name).read_bytes(), name


def test_the_reference_piece_is_never_trained_on() -> None:
    with pytest.raises(CorpusError, match="for measuring, not for training"):
        train_corpora([Corpus(ROOT / "corpora" / "jiia-2025-05")], name="x")


@pytest.mark.parametrize("name", ["weights.safetensors", "features.json"])
def test_a_changed_file_is_refused(name: str, copy: Path) -> None:
    data = bytearray((copy / name).read_bytes())
    data[len(data) // 2] ^= 1
    (copy / name).write_bytes(data)
    with pytest.raises(ModelError, match="damaged") as caught:
        load_model(copy)
    assert str(copy) in str(caught.value)


@pytest.mark.parametrize("name", ["weights.safetensors", "features.json"])
def test_a_missing_file_is_refused(name: str, copy: Path) -> None:
    (copy / name).unlink()
    with pytest.raises(ModelError, match="damaged"):
        load_model(copy)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"format": "other"}, "not an argmine model"),
        ({"version": 99}, "model version 99"),
        ({"analyser": "os"}, "not on argmine's list"),
        ({"groups": ["secrets"]}, "unknown feature groups"),
        ({"classifiers": {}}, "damaged"),
        ({"threshold": None}, "damaged"),
    ],
)
def test_a_foreign_description_is_refused(change: dict[str, object], fault: str, copy: Path) -> None:
    path = copy / "model.json"
    path.write_text(json.dumps({**json.loads(path.read_text(encoding="utf-8")), **change}), encoding="utf-8")
    with pytest.raises(ModelError, match=fault):
        load_model(copy)


@pytest.mark.parametrize("content", [b"", b"[]", b"null", b"\x80\x04\x95", b"{"])
def test_what_is_no_description_is_refused(content: bytes, copy: Path) -> None:
    (copy / "model.json").write_bytes(content)
    with pytest.raises(ModelError):
        load_model(copy)


def test_models_that_do_not_exist(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="no such model"):
        load_model("nothing")
    with pytest.raises(ModelError, match="not a model folder"):
        load_model(tmp_path)


def test_every_weight_has_a_finite_value(miner: Miner) -> None:
    import numpy as np

    for classifier in (miner.model.units.type, miner.model.stance.direct, miner.model.relations.head):
        arrays, data = classifier.to_arrays()
        assert all(np.isfinite(array).all() for array in arrays.values())
        assert len(data["features"]) <= arrays["coef"].shape[0]


def test_test_splits_are_not_trained_on() -> None:
    described = json.loads((ROOT / "models" / "default" / "model.json").read_text(encoding="utf-8"))
    for entry in described["about"]["corpora"]:
        corpus = Corpus(ROOT / "corpora" / entry["name"])
        assert entry["documents"] == len(corpus) - len(corpus.splits.get("test", ()))
