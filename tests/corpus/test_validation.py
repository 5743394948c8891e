"""What is shipped is valid, several corpora are checked against each other, and violations read well."""

from pathlib import Path

import pytest

from argmine.corpus.layer_rules import check_layer
from argmine.corpus.validation import validate
from argmine.corpus.violation import Violation, rules, rules_page
from argmine.errors import CorpusError
from tests.conftest import ROOT
from tests.corpus.small import NAME, build


def test_shipped_corpora_are_valid_together() -> None:
    folders = sorted(path.parent for path in (ROOT / "corpora").glob("*/corpus.toml"))
    assert {"jiia-2025-05", "policy-ja", "assembly-ja"} <= {folder.name for folder in folders}
    assert [str(violation) for violation in validate(folders)] == []


def test_the_page_of_rules_is_that_of_the_code() -> None:
    page = (ROOT / "docs" / "reference" / "corpus-rules.md").read_text(encoding="utf-8")
    assert page.endswith("\n\n" + rules_page())
    assert all(f"| `{rule}` | " in page for rule in rules())


@pytest.mark.parametrize(
    ("violation", "line"),
    [
        (Violation("layers/gold/a.tsv", 3, "layer/cycle", "x"), "c/layers/gold/a.tsv, unit 3: [layer/cycle] x"),
        (Violation("documents/a.txt", 2, "file/nfc", "x"), "c/documents/a.txt, line 2: [file/nfc] x"),
        (Violation("cards/a.toml", 0, "card/id", "x"), "c/cards/a.toml: [card/id] x"),
    ],
)
def test_a_violation_names_file_unit_and_rule(violation: Violation, line: str) -> None:
    assert str(violation.within(Path("c"))) == line


ROWS = (
    "1\tclaim\tvalue\tauthor\tpro\t2\tsupport\t一つ。\n"
    "2\tclaim\tvalue\tauthor\tpro\t1\tsupport\t二つ。\n"
    "3\tclaim\tvalue\tauthor\tpro\t-\tthesis\t三つ。\n"
)


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("", "", [("layer/cycle", 1)]),
        ("2\tsupport\t一", "3\tsupport\t一", []),
        ("1\tsupport\t二", "-\tthesis\t二", [("layer/thesis-once", 3)]),
        ("2\tsupport\t一", "-\t-\t一", []),
        ("2\tsupport\t一つ。", "-\t-\t一つ", [("layer/tiling", 2)]),
    ],
)
def test_only_what_is_wrong_is_reported(old: str, new: str, found: list[tuple[str, int]]) -> None:
    violations = check_layer(ROWS.replace(old, new, 1), "一つ。二つ。三つ。", "x.tsv")
    assert [(violation.rule, violation.unit) for violation in violations] == found


def test_every_faulty_unit_is_reported_at_once() -> None:
    rows = ROWS.replace("value", "values").replace("author", "writer")
    violations = [(v.unit, v.rule) for v in check_layer(rows, "一つ。二つ。三つ。", "x.tsv")]
    assert [v for v in violations if v[1] != "layer/cycle"] == [
        (unit, rule) for unit in (1, 2, 3) for rule in ("layer/kind", "layer/attribution")
    ]


def renamed(folder: Path, letter: str, text: str = "") -> Path:
    """The small corpus under another name, with other ids, and ``text`` at the end of its test document."""
    root = build(folder / letter)
    for path in list(root.rglob("m0*")):
        path.rename(path.with_name(path.name.replace("m", letter, 1)))
    for path in [*root.glob("cards/*"), root / "splits.toml"]:
        path.write_text(path.read_text(encoding="utf-8").replace('"m0', f'"{letter}0'), encoding="utf-8")
    last = root / "documents" / f"{letter}04.txt"
    last.write_text(last.read_text(encoding="utf-8")[:-1] + text + "\n", encoding="utf-8")
    return root


def test_corpora_are_checked_against_each_other(tmp_path: Path) -> None:
    one = build(tmp_path)
    assert {v.rule for v in validate([one, one])} == {"files/id-unique"}
    other = renamed(tmp_path, "n")
    assert validate([one, other]) == []  # the same texts and targets, but in the same splits
    splits = other / "splits.toml"
    text = splits.read_text(encoding="utf-8").replace("train", "x").replace("dev", "train").replace("x", "dev")
    splits.write_text(text, encoding="utf-8")
    assert validate(other) == []
    found = validate([one, other])
    assert {v.rule for v in found} == {"sharing/target", "sharing/text"}
    assert {Path(v.file).name[:3] for v in found} == {"n01", "n02", "n03"}
    assert all(v.file.startswith(f"{tmp_path.as_posix()}/n/{NAME}/") for v in found)


@pytest.mark.parametrize(("length", "shared"), [(24, False), (25, True), (26, True)])
def test_twenty_five_characters_are_too_many(length: int, shared: bool, tmp_path: Path) -> None:
    root = build(tmp_path)
    passage = "いろはにほへとちりぬるをわかよたれそつねならむうゐの"[:length]
    for id, mark in (("m01", "甲"), ("m04", "乙")):
        path = root / "documents" / f"{id}.txt"
        path.write_text(path.read_text(encoding="utf-8")[:-1] + mark + passage + mark + "\n", encoding="utf-8")
    assert ("sharing/text" in {v.rule for v in validate(root)}) == shared


def test_a_found_text_stays_as_it_was_received(tmp_path: Path) -> None:
    root = build(tmp_path)
    path = root / "documents" / "m01.txt"
    path.write_bytes(b"\n\n" + path.read_bytes().replace(b"\n", b" \n") + b"\n")
    assert {v.rule for v in validate(root)} == {
        "file/trailing-space",
        "file/final-newline",
        "file/blank-lines",
        "text/title",
    }
    for name in ("m01", "m02", "m03", "m04"):
        card = root / "cards" / f"{name}.toml"
        card.write_text(card.read_text(encoding="utf-8").partition("\n[construction]")[0], encoding="utf-8")
    info = (root / "corpus.toml").read_text(encoding="utf-8").partition("\n[style]")[0].replace("true", "false")
    (root / "corpus.toml").write_text(info, encoding="utf-8")
    assert {v.rule for v in validate(root)} <= {"text/title"}


def test_folders_that_are_no_corpus(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="no such corpus folder"):
        validate(tmp_path / "none")
    with pytest.raises(CorpusError, match=r"no corpus\.toml in it"):
        validate(tmp_path)
