import json
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

from argmine.errors import MissingExtraError, ModelError
from argmine.language import Token
from argmine.language.encoding.sentence_transformer import SentenceTransformer
from tests.language.encoding.tiny import tiny_model


@dataclass
class Text:
    text: str
    tokens: tuple[Token, ...] = ()


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pytest.importorskip("sentence_transformers", reason="needs the extra sentence-transformers")
    return tiny_model(tmp_path_factory.mktemp("encoders") / "tiny")


@pytest.fixture
def folder(built: Path, tmp_path: Path) -> Path:
    return shutil.copytree(built, tmp_path / "tiny")


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """The files of a model, as far as they are looked at before sentence-transformers is asked."""
    folder = tmp_path / "files"
    folder.mkdir()
    module = {"idx": 0, "name": "0", "path": "", "type": "sentence_transformers.models.Transformer"}
    (folder / "modules.json").write_text(json.dumps([module]))
    (folder / "model.safetensors").write_bytes(b"")
    return folder


def test_vectors_of_length_1(folder: Path) -> None:
    encoder = SentenceTransformer(folder)
    vectors = encoder.encode([Text("防衛費を増やすべきだ。"), Text("財源がない。"), Text("防衛費を増やすべきだ。")])
    assert (vectors.shape, vectors.dtype, encoder.dimension) == ((3, 16), np.float32, 16)
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-5)
    np.testing.assert_array_equal(vectors[0], vectors[2])
    assert not np.allclose(vectors[0], vectors[1])


def test_the_fingerprint_tells_weights_and_not_places(folder: Path, built: Path, tmp_path: Path) -> None:
    told = SentenceTransformer(folder).describe()
    assert told == {**SentenceTransformer(built).describe(), "name": "tiny"}
    other = SentenceTransformer(tiny_model(tmp_path / "other", seed=1)).describe()
    assert other["sha256"] != told["sha256"]


def test_loading_draws_nothing(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    SentenceTransformer(folder).encode([Text("財源")])
    assert capfd.readouterr() == ("", "")


def test_weights_in_a_format_that_runs_code_are_left_alone(folder: Path) -> None:
    (folder / "pytorch_model.bin").write_bytes(b"\x80\x04would run code.")
    assert SentenceTransformer(folder).dimension == 16  # the safetensors beside it are read
    (folder / "model.safetensors").unlink()
    with pytest.raises(ModelError, match=r"pytorch_model\.bin is not read"):
        SentenceTransformer(folder)


@pytest.mark.parametrize("name", ["model.safetensors", "config.json", "tokenizer.json"])
def test_a_damaged_file_is_one_line(name: str, folder: Path) -> None:
    (folder / name).write_bytes(b"\x00damaged")
    with pytest.raises(ModelError, match="cannot be loaded") as caught:
        SentenceTransformer(folder)
    assert "\n" not in str(caught.value) and str(folder) in str(caught.value)


def test_a_missing_extra_is_named(files: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'argmine\[sentence-transformers\]'"):
        SentenceTransformer(files)


@pytest.mark.parametrize("type", ["os.system", "own_code.Transformer", "sentence_transformersx.Own"])
def test_a_class_from_elsewhere_is_refused(type: str, files: Path) -> None:
    (files / "modules.json").write_text(json.dumps([{"idx": 0, "name": "0", "path": "", "type": type}]))
    with pytest.raises(ModelError, match="not part of sentence-transformers"):
        SentenceTransformer(files)


@pytest.mark.parametrize("content", [b"", b"{}x", b"[1]", b'[{"path": ""}]', b"\xff"])
def test_what_is_no_list_of_modules_is_refused(content: bytes, files: Path) -> None:
    (files / "modules.json").write_bytes(content)
    with pytest.raises(ModelError, match=r"damaged modules\.json"):
        SentenceTransformer(files)


@pytest.mark.parametrize("name", ["pytorch_model.bin", "2_Dense/pytorch_model.bin", "0/weights.pkl"])
def test_a_part_without_safetensors_is_refused(name: str, files: Path) -> None:
    if "/" not in name:
        (files / "model.safetensors").unlink()
    (files / name).parent.mkdir(exist_ok=True)
    (files / name).write_bytes(b"\x80")
    with pytest.raises(ModelError, match=f"{name} is not read"):
        SentenceTransformer(files)


def test_a_folder_without_weights_is_refused(files: Path) -> None:
    (files / "model.safetensors").unlink()
    with pytest.raises(ModelError, match="no weights in safetensors"):
        SentenceTransformer(files)
