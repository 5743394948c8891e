import gzip
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.benchmarks.kwdlc import boundary_f1, main, read, relation_f1s

DOCUMENTS: list[dict[str, Any]] = [
    {
        "id": f"{name}{i}",
        "clauses": clauses,
        "pairs": [{"left": 1, "right": 2, "votes": votes}],
    }
    for i in range(8)
    for name, clauses, votes in (
        ("a", ["値段が高いので", "買わなかった。", "雨も降った。"], {"原因・理由": 6, "根拠": 2, "談話関係なし": 2}),
        ("b", ["駅に近いが", "家賃は安い。"], {"逆接": 7, "対比": 3}),
        ("c", ["春になれば", "花が咲く。"], {"条件": 9, "談話関係なし": 1}),
        ("d", ["空を見上げるために", "庭に出た。"], {"目的": 10}),
    )
]


def write(path: Path, documents: list[dict[str, Any]] = DOCUMENTS) -> Path:
    text = "".join(json.dumps(document, ensure_ascii=False) + "\n" for document in documents)
    path.write_bytes(gzip.compress(text.encode()) if path.suffix == ".gz" else text.encode())
    return path


def test_what_was_learned_is_found_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    train, test = write(tmp_path / "train.jsonl.gz"), write(tmp_path / "test.jsonl", DOCUMENTS[:4])
    assert main(["--train", str(train), "--test", str(test), "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["documents"] == 4
    assert figures["clause_boundary_f1"] == 1.0
    assert figures["relation_macro_f1"] == 1.0
    assert figures["relation_pairs"] == {"none": 1, "support": 1, "contrast": 1, "condition": 1, "purpose": 1}


def test_without_a_test_file_folds_are_held_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--train", str(write(tmp_path / "train.jsonl"))]) == 0
    shown = capsys.readouterr().out
    assert "documents                     32" in shown
    (line,) = [line for line in shown.splitlines() if line.startswith("relation_macro_f1_folds")]
    assert len(line.split()) == 6


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", "no documents"),
        (b"{", "line 1: not JSON"),
        (b"\xff\xfe", "cannot be read"),
        (b"\x1f\x8b\x00", "cannot be read"),
        (b"[]", "line 1: want an object with a text `id`"),
        (b'{"id": "x", "clauses": [], "pairs": []}', "line 1: `clauses` must be a list of texts"),
        (b'{"id": "x", "clauses": ["a"]}', "line 1: `pairs` must be a list"),
        (b'{"id": "x", "clauses": ["a"], "pairs": [{"left": 1, "right": 2, "votes": {}}]}', "numbers of clauses"),
        (b'{"id": "x", "clauses": ["a"], "pairs": [{"left": 1, "right": 1, "votes": {"k": -1}}]}', "0 or more"),
    ],
)
def test_a_bad_file_is_one_clear_line(
    content: bytes, fault: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = tmp_path / "bad.jsonl"
    bad.write_bytes(content)
    assert main(["--train", str(bad)]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert len(shown.err.splitlines()) == 1
    assert str(bad) in shown.err
    assert fault in shown.err


def test_a_missing_file_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--train", str(tmp_path / "none.jsonl")]) == 2
    assert "none.jsonl: cannot be read" in capsys.readouterr().err


def test_plain_and_gzipped_are_read_alike(tmp_path: Path) -> None:
    assert read(write(tmp_path / "a.jsonl")) == read(write(tmp_path / "a.jsonl.gz")) == DOCUMENTS


def test_figures_of_counts() -> None:
    assert boundary_f1(np.array([[2, 1, 0], [0, 0, 1]])) == pytest.approx(2 / 3)
    matrix = np.zeros((1, 5, 5), dtype=int)
    matrix[0, 0, 0], matrix[0, 1, 0], matrix[0, 1, 1] = 2, 1, 1
    assert relation_f1s(matrix) == pytest.approx([0.8, 2 / 3, 0, 0, 0])
