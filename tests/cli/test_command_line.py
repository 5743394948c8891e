"""The real command line, in processes of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from rich.cells import cell_len

from argmine.objects import ArgumentDocument
from tests.conftest import REFERENCE, ROOT


def argmine(
    *arguments: object, stdin: bytes = b"", cwd: Path | None = None, **env: str
) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "argmine", *map(str, arguments)]
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8", **env}
    return subprocess.run(command, input=stdin, capture_output=True, cwd=cwd, env=environment, check=False)


def test_mining_the_reference_piece_as_a_table() -> None:
    done = argmine("mine", REFERENCE)
    text = done.stdout.decode("utf-8")
    assert done.returncode == 0 and done.stderr == b""
    assert max(cell_len(line) for line in text.splitlines()) <= 80
    for expected in ("未来への回帰", "小谷哲男", "[reinforcement]", "claim", "★主題", "pro-reinforcement"):
        assert expected in text
    assert "\x1b" not in text


def test_colour_when_asked_for() -> None:
    assert b"\x1b[" in argmine("mine", REFERENCE, FORCE_COLOR="1", NO_COLOR="").stdout


def test_json_is_the_contract(tmp_path: Path) -> None:
    done = argmine("mine", REFERENCE, "--format", "json", cwd=tmp_path)
    data = json.loads(done.stdout)
    assert list(data) == ["text", "metadata", "target", "units", "relations"]
    assert set(data["units"][0]) == {
        "id", "start", "end", "text", "type", "kind", "attribution", "stance", "thesis", "confidence",
    }  # fmt: skip
    stance = next(unit["stance"] for unit in data["units"] if unit["stance"])
    assert set(stance) == {"polarity", "label", "confidence"}
    assert set(data["relations"][0]) == {"source", "target", "type", "confidence"}
    assert ArgumentDocument.from_dict(data).to_dict() == data


def test_several_files_as_json_lines_into_a_file(tmp_path: Path) -> None:
    paths = [tmp_path / f"{n}.txt" for n in "ab"]
    for path in paths:
        path.write_text("防衛費は増やすべきである。\n", encoding="utf-8")
    out = tmp_path / "out.jsonl"
    done = argmine("mine", *paths, "--format", "jsonl", "--target", "防衛費の増額", "--out", out)
    assert (done.returncode, done.stdout) == (0, b"")
    documents = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert [document["target"]["action"] for document in documents] == ["increase", "increase"]


def test_standard_input() -> None:
    done = argmine("mine", "-", "--format", "json", stdin="防衛費は増やすべきである。".encode("cp932"))
    assert json.loads(done.stdout)["text"] == "防衛費は増やすべきである。"


def bad_files(folder: Path) -> dict[str, Path]:
    files = {
        "empty": b"",
        "binary": bytes(range(256)) * 4,
        "undecodable": b"\x81\x20\xff\xfe" * 40 + b"\xfd",
        "english": b"There is nothing Japanese here.",
    }
    for name, data in files.items():
        (folder / f"{name}.txt").write_bytes(data)
    return {name: folder / f"{name}.txt" for name in files} | {"missing": folder / "missing.txt", "folder": folder}


@pytest.mark.parametrize("kind", ["empty", "binary", "undecodable", "english", "missing", "folder"])
def test_bad_input_is_one_line_status_2_and_nothing_written(kind: str, tmp_path: Path) -> None:
    path = bad_files(tmp_path)[kind]
    out = tmp_path / "out.json"
    done = argmine("mine", REFERENCE, path, "--format", "json", "--out", out)
    error = done.stderr.decode("utf-8")
    assert done.returncode == 2
    assert error.count("\n") == 1 and error.startswith("argmine: ") and str(path) in error
    assert done.stdout == b"" and not out.exists()


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("mine", REFERENCE, "--model", "nothing"), "nothing"),
        (("mine", REFERENCE, "--model", str(ROOT / "docs")), "docs"),
        (("mine", REFERENCE, "--format", "xml"), "xml"),
        (("mine", REFERENCE, "--target", " "), "--target"),
        (("mine", REFERENCE, "--out", "/nowhere/out.txt"), "/nowhere/out.txt"),
        (("mine",), "FILE"),
        (("dig",), "dig"),
        (("evaluate", "default", "nothing"), "nothing"),
        (("evaluate", "default", str(ROOT / "corpora" / "policy-ja"), "--split", "x"), "'x'"),
        (("train", "nothing", "--out", "never-made"), "nothing"),
        (("train", str(ROOT / "corpora" / "jiia-2025-05"), "--out", "never-made"), "jiia-2025-05"),
        (("corpus", "validate", "nothing"), "nothing"),
    ],
)
def test_bad_arguments_are_one_line_and_status_2(arguments: tuple[object, ...], named: str) -> None:
    done = argmine(*arguments)
    error = done.stderr.decode("utf-8")
    assert done.returncode == 2
    assert error.count("\n") == 1 and named in error
    assert done.stdout == b""


def test_the_input_is_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "own.txt"
    path.write_text("防衛費は増やすべきである。", encoding="utf-8")
    done = argmine("mine", path, "--out", path)
    assert done.returncode == 2 and b"overwrite" in done.stderr
    assert path.read_text(encoding="utf-8") == "防衛費は増やすべきである。"


def test_a_damaged_model_is_refused(tmp_path: Path) -> None:
    (tmp_path / "model.json").write_bytes(b"\x80\x04cos\nsystem\n")
    done = argmine("mine", REFERENCE, "--model", tmp_path)
    assert done.returncode == 2 and str(tmp_path).encode() in done.stderr and done.stderr.count(b"\n") == 1


def test_evaluate_prints_a_table_and_json() -> None:
    corpus = ROOT / "corpora" / "jiia-2025-05"
    table = argmine("evaluate", "default", corpus).stdout.decode("utf-8")
    data = json.loads(argmine("evaluate", "default", corpus, "--json").stdout)
    assert "unit F1 (exact span)" in table and f"{data['unit_f1']:.3f}" in table
    assert (data["documents"], data["units"]) == (1, 39)


def test_corpus_commands() -> None:
    corpus = ROOT / "corpora" / "jiia-2025-05"
    assert argmine("corpus", "validate", corpus).stdout == b"valid\n"
    assert b"evidence" in argmine("corpus", "stats", corpus).stdout
    agreement = argmine("corpus", "agreement", corpus)
    assert agreement.returncode == 0 and b"unit F1" in agreement.stdout
    assert argmine("corpus", "rules").stdout.startswith(b"## corpus\n")
    stats = json.loads(argmine("corpus", "stats", corpus, "--json").stdout)
    assert stats["jiia-2025-05"]["parts"]["all"]["all"]["units"] == 39
    figures = json.loads(argmine("corpus", "agreement", corpus, "--json").stdout)
    assert figures["jiia-2025-05"]["all"]["unit_f1"] == {"value": 1.0, "low": None, "high": None}


def test_validate_names_what_is_wrong_and_exits_1(tmp_path: Path) -> None:
    import shutil

    copy = shutil.copytree(ROOT / "corpora" / "jiia-2025-05", tmp_path / "jiia-2025-05")
    layer = copy / "layers" / "gold" / "jiia-2025-05.tsv"
    layer.write_text(layer.read_text(encoding="utf-8").replace("\tclaim\t", "\tClaim\t", 1), encoding="utf-8")
    done = argmine("corpus", "validate", copy)
    assert done.returncode == 1
    assert done.stdout.decode("utf-8").startswith(f"{layer.as_posix()}, unit 3: [layer/type]")
    found = json.loads(argmine("corpus", "validate", copy, "--json").stdout)
    assert not found["valid"]
    assert {key: found["violations"][0][key] for key in ("file", "unit", "rule")} == {
        "file": layer.as_posix(),
        "unit": 3,
        "rule": "layer/type",
    }
