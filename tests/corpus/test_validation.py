"""Every shipped corpus is valid, and every way of breaking one is found."""

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from argmine.corpus.corpus import Corpus
from argmine.corpus.layer_rules import check_layer
from argmine.corpus.validation import validate
from tests.conftest import ROOT

CORPORA = ("jiia-2025-05", "policy-ja", "assembly-ja")


@pytest.mark.parametrize("name", CORPORA)
def test_shipped_corpora_are_valid(name: str) -> None:
    assert [str(violation) for violation in validate(ROOT / "corpora" / name)] == []


def layer(corpus: Corpus, id: str) -> tuple[list[list[str]], str]:
    content = (corpus.path / "layers" / "gold" / f"{id}.tsv").read_text(encoding="utf-8")
    return [line.split("\t") for line in content.splitlines()], corpus.commentary(id).body


def joined(rows: list[list[str]]) -> str:
    return "".join("\t".join(row) + "\n" for row in rows)


COLUMN = {"number": 0, "type": 1, "kind": 2, "attribution": 3, "stance": 4, "head": 5, "relation": 6, "text": 7}
WRONG = {
    "number": ["0", "99", "x", ""],
    "type": ["Claim", "fact", "", "-", "主張"],
    "kind": ["opinion", "", "Policy", "none"],
    "attribution": ["editor", "", "Author", "none"],
    "stance": ["positive", "", "Pro", "pro-reinforcement", "none"],
    "head": ["0", "999", "x", "-1"],
    "relation": ["because", "", "Support", "none"],
}


def mutate(rows: list[list[str]], body: str, seed: int) -> str:
    """One of many kinds of damage: a wrong value in any column of any type of unit, or a structural fault."""
    rng = random.Random(seed)
    rows = [list(row) for row in rows]
    i = rng.randrange(len(rows))
    row = rows[i]
    structural: list[Callable[[], object]] = [
        lambda: rows.pop(i),
        lambda: rows.insert(i, list(row)),
        lambda: row.pop(rng.randrange(8)),
        lambda: row.append("x"),
        lambda: row.__setitem__(7, row[7] + "余"),
        lambda: row.__setitem__(7, row[7][1:]),
        lambda: row.__setitem__(7, row[7][:-1]),
        lambda: row.__setitem__(7, " " + row[7]),
        lambda: row.__setitem__(7, row[7] + "　"),
        lambda: row.__setitem__(5, row[0]),
        rows.reverse,
        rows.clear,
    ]
    kind = rng.randrange(len(structural) + len(WRONG) * 4)
    if kind < len(structural):
        structural[kind]()
    else:
        column = list(WRONG)[kind % len(WRONG)]
        row[COLUMN[column]] = rng.choice([value for value in WRONG[column] if value != row[COLUMN[column]]])
    return joined(rows)


@given(st.integers(0, 10**9))
@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_seeded_mutation_of_a_layer_is_caught(seed: int) -> None:
    corpus = Corpus(ROOT / "corpora" / "jiia-2025-05")
    rows, body = layer(corpus, corpus.ids[0])
    assert list(check_layer(joined(rows), body, "x.tsv")) == []
    assert list(check_layer(mutate(rows, body, seed), body, "x.tsv")) != []


def pair(rows: list[list[str]], type: str) -> int:
    return next(i for i, row in enumerate(rows) if row[1] == type)


@pytest.mark.parametrize(
    ("column", "type", "value", "rule"),
    [
        ("stance", "none", "pro", "none"),
        ("relation", "none", "support", "none"),
        ("kind", "premise", "fact", "kind"),
        ("kind", "claim", "fact", "kind"),
        ("relation", "premise", "thesis", "thesis"),
        ("number", "claim", "x", "index"),
        ("text", "claim", "別の文。", "tiling"),
    ],
)
def test_violations_name_file_unit_and_rule(column: str, type: str, value: str, rule: str) -> None:
    corpus = Corpus(ROOT / "corpora" / "jiia-2025-05")
    rows, body = layer(corpus, corpus.ids[0])
    i = pair(rows, type)
    rows[i][COLUMN[column]] = value
    violations = list(check_layer(joined(rows), body, "gold/x.tsv"))
    assert any(v.rule == rule and v.file == "gold/x.tsv" for v in violations)
    assert all(str(v).startswith("gold/x.tsv") for v in violations)


def test_cycles_second_theses_and_heads_of_type_none() -> None:
    body = "一つ。二つ。三つ。"
    text = (
        "1\tclaim\tvalue\tauthor\tpro\t2\tsupport\t一つ。\n"
        "2\tclaim\tvalue\tauthor\tpro\t1\tsupport\t二つ。\n"
        "3\tclaim\tvalue\tauthor\tpro\t-\tthesis\t三つ。\n"
    )
    assert [v.rule for v in check_layer(text, body, "x")] == ["cycle"]
    assert [v.rule for v in check_layer(text.replace("1\tsupport\t二", "-\tthesis\t二"), body, "x")] == ["thesis"]
    none = text.replace("3\tclaim\tvalue\tauthor\tpro\t-\tthesis", "3\tnone\t-\t-\t-\t-\t-").replace("\t1\ts", "\t3\ts")
    assert [v.rule for v in check_layer(none, body, "x")] == ["head"]


def test_a_unit_must_not_cross_a_sentence_end() -> None:
    text = "1\tpremise\t-\tauthor\tpro\t-\t-\t一つ。二つ。\n"
    (violation,) = check_layer(text, "一つ。二つ。", "x")
    assert (violation.rule, violation.unit) == ("sentence", "1")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return shutil.copytree(ROOT / "corpora" / "assembly-ja", tmp_path / "copy")


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_bytes().decode("utf-8")
    assert old in text
    path.write_bytes(text.replace(old, new, 1).encode("utf-8"))


def append(path: Path, text: str) -> None:
    path.write_bytes(path.read_bytes() + text.encode("utf-8"))


def first(copy: Path, split: str) -> str:
    return Corpus(copy).ids_of(split)[0]


FOLDER_FAULTS: list[tuple[str, Callable[[Path], object]]] = [
    ("files", lambda c: (c / "cards" / f"{first(c, 'dev')}.toml").unlink()),
    ("files", lambda c: (c / "layers" / "gold" / f"{first(c, 'dev')}.tsv").unlink()),
    ("files", lambda c: (c / "layers" / "gold" / "stray.tsv").write_text("", encoding="utf-8")),
    ("split", lambda c: edit(c / "splits.toml", f'"{first(c, "dev")}"', '"nobody"')),
    ("split", lambda c: edit(c / "splits.toml", "dev =", "tune =")),
    ("split", lambda c: edit(c / "splits.toml", f'"{first(c, "dev")}"', f'"{first(c, "test")}"')),
    ("id", lambda c: edit(c / "cards" / f"{first(c, 'dev')}.toml", f'id = "{first(c, "dev")}"', 'id = "x"')),
    ("metadata", lambda c: edit(c / "cards" / f"{first(c, 'dev')}.toml", 'genre = "', 'title = "')),
    ("target", lambda c: edit(c / "cards" / f"{first(c, 'dev')}.toml", 'action = "', 'action = "zz-')),
    ("readable", lambda c: edit(c / "cards" / f"{first(c, 'dev')}.toml", "[target]", "[goal]")),
    ("lf", lambda c: edit(c / "documents" / f"{first(c, 'dev')}.txt", "\n", "\r\n")),
    ("end", lambda c: append(c / "documents" / f"{first(c, 'dev')}.txt", "\n")),
    ("nfc", lambda c: edit(c / "documents" / f"{first(c, 'dev')}.txt", "が", "か\u3099")),
    ("bom", lambda c: edit(c / "documents" / f"{first(c, 'dev')}.txt", "", "\ufeff")),
    ("control", lambda c: edit(c / "documents" / f"{first(c, 'dev')}.txt", "が", "が\u200b")),
    ("space", lambda c: edit(c / "documents" / f"{first(c, 'dev')}.txt", "。\n", "。 \n")),
    ("tiling", lambda c: edit(c / "documents" / f"{first(c, 'dev')}.txt", "が", "は")),
]


@pytest.mark.parametrize(("rule", "damage"), FOLDER_FAULTS)
def test_faults_of_the_folder_are_found(rule: str, damage: Callable[[Path], object], copy: Path) -> None:
    damage(copy)
    assert rule in {violation.rule for violation in validate(copy)}


def test_a_target_in_two_splits_and_a_string_in_two_splits(copy: Path) -> None:
    one, other = first(copy, "dev"), first(copy, "test")
    target = Corpus(copy).card(one).target
    other_target = Corpus(copy).card(other).target
    edit(copy / "cards" / f"{other}.toml", other_target.name, target.name)
    text = (copy / "documents" / f"{one}.txt").read_text(encoding="utf-8").strip()
    path = copy / "documents" / f"{other}.txt"
    path.write_text(path.read_text(encoding="utf-8").strip() + text[:40] + "\n", encoding="utf-8")
    assert {"target", "overlap"} <= {violation.rule for violation in validate(copy)}
