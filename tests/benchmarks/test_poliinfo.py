"""The benchmark's own scoring, reading and regression, on examples small enough to work out by hand."""

import gzip
import json
import math
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmine.errors import InputError
from tests.benchmarks import ntcir14
from tests.benchmarks.poliinfo.kernel import KernelRidge
from tests.benchmarks.poliinfo.model import best_offsets, comparable, folds, topic_weights
from tests.benchmarks.poliinfo.scoring import figures, interval, macro_f1
from tests.benchmarks.poliinfo.sentences import read, votes

# Five sentences; columns: neither, for, against. The third has no label of two judges, the fourth two such labels.
VOTES = np.array([[3, 0, 0], [1, 2, 0], [1, 1, 1], [2, 2, 1], [0, 0, 3]])
ANSWERS = np.array([0, 0, 1, 1, 2])


def test_n2_leaves_out_a_sentence_without_two_agreeing_judges_and_takes_either_of_two_right_labels() -> None:
    row = figures(VOTES, ANSWERS)
    assert row["N2_sentences"] == 4
    assert row["N2_accuracy"] == 3 / 4  # the second is wrong
    assert [row[f"N2_precision_{label}"] for label in range(3)] == [1 / 2, 1.0, 1.0]
    assert [row[f"N2_recall_{label}"] for label in range(3)] == [1 / 2, 1 / 2, 1.0]
    assert row["N2_macro_f1"] == pytest.approx((1 / 2 + 2 / 3 + 1) / 3)


def test_n1_takes_any_label_and_n3_only_those_of_three_judges() -> None:
    row = figures(VOTES, ANSWERS)
    assert (row["N1_sentences"], row["N1_accuracy"]) == (5, 1.0)
    assert row["N1_recall_0"] == 2 / 4
    assert (row["N3_sentences"], row["N3_accuracy"]) == (2, 1.0)
    assert math.isnan(row["N3_precision_1"])
    assert math.isnan(row["N3_recall_1"])


def test_sc_pays_a_point_for_every_judge_who_agrees() -> None:
    row = figures(VOTES, ANSWERS)
    assert row["SC_accuracy"] == (3 + 1 + 1 + 2 + 3) / 17
    assert row["SC_precision_0"] == (3 + 1) / 6
    assert row["SC_recall_1"] == (1 + 2) / 5


judgements = st.lists(
    st.tuples(st.lists(st.integers(0, 2), min_size=3, max_size=5), st.integers(0, 2)), min_size=1, max_size=20
)


@given(judgements)
def test_every_figure_lies_between_0_and_1_and_the_bootstrap_scores_what_the_table_scores(
    cases: list[tuple[list[int], int]],
) -> None:
    table = np.array([[given.count(label) for label in range(3)] for given, _ in cases])
    answers = np.array([answer for _, answer in cases])
    row = figures(table, answers)
    assert all(math.isnan(v) or 0 <= v <= 1 for k, v in row.items() if not k.endswith("_sentences"))
    assert macro_f1(table >= 2, answers) == pytest.approx(row["N2_macro_f1"])


def test_the_bootstrap_interval_is_the_same_each_time_and_holds_the_figure() -> None:
    low, high = interval(VOTES, ANSWERS, "accuracy")
    assert [low, high] == interval(VOTES, ANSWERS, "accuracy")
    assert low < 3 / 4 < high


def test_held_out_scores_are_those_of_a_model_fitted_without_the_group() -> None:
    rng = np.random.default_rng(0)
    rows = rng.normal(size=(12, 5))
    judged, weights = rng.integers(1, 4, size=(12, 3)), rng.uniform(0.5, 2.0, size=12)
    groups = np.arange(12) % 3
    kernel = (rows @ rows.T).astype(np.float32)
    model = KernelRidge.fit(kernel.copy(), judged, weights)
    out = model.held_out(groups)
    for name in range(3):
        inside = groups == name
        part = KernelRidge.fit(kernel[np.ix_(~inside, ~inside)].copy(), judged[~inside], weights[~inside])
        solved, mean = part.without(np.zeros(8, dtype=bool))
        expected = kernel[np.ix_(inside, ~inside)] @ solved + mean
        assert out[inside] == pytest.approx(expected, abs=1e-4)
        solved, mean = model.without(inside)
        assert kernel[inside] @ solved + mean == pytest.approx(expected, abs=1e-4)


def test_held_out_scores_do_not_look_at_the_judgements_of_the_group() -> None:
    rng = np.random.default_rng(1)
    rows = rng.normal(size=(9, 4))
    groups = np.arange(9) // 3
    one = rng.integers(1, 4, size=(9, 3))
    other = one.copy()
    other[groups == 0] = [[5, 1, 1], [1, 5, 1], [1, 1, 5]]
    kernel, weights = (rows @ rows.T).astype(np.float32), np.ones(9)
    scores = [KernelRidge.fit(kernel.copy(), judged, weights).held_out(groups)[:3] for judged in (one, other)]
    assert scores[0] == pytest.approx(scores[1], abs=1e-4)


def test_folds_are_even_within_every_topic() -> None:
    topics = np.array(["a"] * 10 + ["b"] * 7, dtype=object)
    drawn = folds(topics, 5)
    assert np.bincount(drawn[:10]).tolist() == [2, 2, 2, 2, 2]
    assert sorted(np.bincount(drawn[10:], minlength=5).tolist()) == [1, 1, 1, 2, 2]


def test_a_topic_and_label_weigh_by_the_inverse_root_of_their_number() -> None:
    weights = topic_weights(np.array(["a"] * 5, dtype=object), np.array([[3, 0]] * 4 + [[0, 3]]))
    assert weights[4] == pytest.approx(2 * weights[0])
    assert weights.mean() == pytest.approx(1)


def test_a_topic_keeps_half_its_lean_and_takes_the_rate_of_the_others() -> None:
    scores, reference = np.array([[0.6, 0.1, 0.3], [0.6, 0.1, 0.3]]), np.array([0.8, 0.1, 0.1])
    mean = comparable(scores, reference).mean(axis=0)
    assert mean[0] == pytest.approx(0.8)
    assert mean[1] + mean[2] == pytest.approx(0.2)
    assert mean[2] - mean[1] == pytest.approx(0.1)  # half of 0.3 - 0.1


def test_offsets_raise_a_label_that_scores_too_low() -> None:
    scores = np.array([[0.8, 0.2], [0.7, 0.3], [0.7, 0.3], [0.9, 0.1]])
    right = np.array([[1, 0], [0, 1], [0, 1], [1, 0]])
    offsets = best_offsets(scores, right)
    assert offsets[0] == 0
    assert np.log(0.7 / 0.3) < offsets[1] < np.log(0.8 / 0.2)


ROW: dict[str, Any] = {
    "id": "1",
    "topic_id": "01",
    "proposition": "橋を建設するべきである",
    "text": "橋は必要です。",
    "stance": {"A": 1, "B": 1, "C": 0},
    "fact_checkable": {"A": 0, "B": 0, "C": 1},
    "relevant": {"A": 1, "B": 1, "C": 1},
}


def test_plain_and_compressed_files_read_alike(tmp_path: Path) -> None:
    line = json.dumps(ROW, ensure_ascii=False) + "\n"
    plain, compressed = tmp_path / "a.jsonl", tmp_path / "a.jsonl.gz"
    plain.write_text(line, encoding="utf-8")
    compressed.write_bytes(gzip.compress(line.encode()))
    assert read(plain) == read(compressed)
    assert votes(read(plain), "stance").tolist() == [[1, 2, 0]]


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", "no sentences"),
        (b"\xff\xfe", "not UTF-8 text"),
        (b"{", "line 1: not JSON"),
        (b"[]", "line 1: not a JSON object"),
        (json.dumps(ROW | {"text": 3}).encode(), "line 1: text is missing or not text"),
        (json.dumps(ROW | {"stance": {"A": 3}}).encode(), "line 1: stance has a label other than 0, 1, 2"),
        (json.dumps(ROW | {"fact_checkable": {}}).encode(), "line 1: fact_checkable is missing or no table of judges"),
    ],
)
def test_a_file_that_cannot_be_used_is_named_with_its_fault(tmp_path: Path, content: bytes, fault: str) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_bytes(content)
    with pytest.raises(InputError, match=fault) as caught:
        read(path)
    assert str(caught.value).startswith(str(path))


def test_a_broken_archive_ends_the_command_with_one_line_and_status_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "bad.jsonl.gz"
    path.write_bytes(b"no archive")
    assert ntcir14.main(["--train", str(path), "--json"]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.count("\n") == 1
    assert str(path) in shown.err


@pytest.fixture
def small(tmp_path: Path) -> Path:
    endings = ("賛成です。", "反対です。", "について伺います。")
    rows = [
        ROW
        | {
            "id": f"{topic}{i}",
            "topic_id": topic,
            "proposition": f"{thing}を建設するべきである",
            "text": f"{thing}の建設に{endings[i % 3]}"[: 40 - i],
            "stance": dict.fromkeys("ABC", (1, 2, 0)[i % 3]),
            "fact_checkable": dict.fromkeys("ABC", i % 2),
        }
        for topic, thing in (("01", "橋"), ("02", "駅"), ("03", "港"))
        for i in range(15)
    ]
    path = tmp_path / "small.jsonl"
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8")
    return path


@pytest.mark.parametrize("options", [["--test"], ["--leave-topic-out"]])
def test_the_command_prints_one_object_with_nested_and_dotted_figures(
    small: Path, options: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = [*options, str(small)] if "--test" in options else options
    assert ntcir14.main(["--train", str(small), "--json", *arguments]) == 0
    results = json.loads(capsys.readouterr().out)
    for task in ("stance", "fact_checkable"):
        for name in ("N2_macro_f1", "N2_accuracy", "N2_macro_f1_interval"):
            assert results[f"{task}.{name}"] == results[task][name]
    assert results["stance"]["N2_macro_f1"] > 0.9


def test_one_topic_cannot_be_left_out(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    small.write_text("\n".join(small.read_text(encoding="utf-8").splitlines()[:15]), encoding="utf-8")
    assert ntcir14.main(["--train", str(small), "--leave-topic-out"]) == 2
    assert capsys.readouterr().err == f"ntcir14: {small}: one topic only, none to leave out\n"
