"""Every way of breaking a corpus is found, and the file, the unit and the rule are named."""

import random
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from argmine.corpus.validation import validate
from argmine.corpus.violation import Violation, rules
from tests.corpus.mutations import MUTATIONS, Mutation
from tests.corpus.small import build

Damage = Callable[[Mutation, int], list[Violation]]
Files = dict[Path, bytes]


def snapshot(root: Path) -> Files:
    return {path: path.read_bytes() for path in root.rglob("*") if path.is_file() and not path.is_symlink()}


@contextmanager
def restored(root: Path, files: Files) -> Iterator[None]:
    """Undo, afterwards, whatever was done to the files."""
    try:
        yield
    finally:
        for path in sorted(root.rglob("*"), reverse=True):
            if path.is_symlink() or (path.is_file() and path not in files):
                path.unlink()
            elif path.is_dir() and not any(path.iterdir()):
                path.rmdir()
        for path, data in files.items():
            if not path.exists() or path.read_bytes() != data:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Files]:
    """A valid corpus and its files."""
    root = build(tmp_path_factory.mktemp("corpus"))
    assert validate(root) == []
    return root, snapshot(root)


@pytest.fixture(scope="module")
def damage(small: tuple[Path, Files]) -> Damage:
    """Breaks a valid corpus in one way, checks that the fault is found where it is, and returns all that is found."""
    root, files = small

    def run(mutation: Mutation, seed: int) -> list[Violation]:
        with restored(root, files):
            place = mutation.apply(root, random.Random(seed))
            found = validate(root)
        file = (root / place.file).as_posix()
        hits = [v for v in found if v.rule == mutation.rule and v.file == file]
        assert any(not place.lines or v.line in place.lines for v in hits), (place, [str(v) for v in found])
        return found

    return run


def test_there_are_more_than_a_hundred_kinds() -> None:
    assert len({mutation.name for mutation in MUTATIONS}) == len(MUTATIONS) > 300


def test_every_rule_is_broken_by_some_kind() -> None:
    assert {mutation.rule for mutation in MUTATIONS} == set(rules())


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.name)
def test_every_kind_is_found(mutation: Mutation, damage: Damage) -> None:
    damage(mutation, 0)


@given(st.sampled_from(MUTATIONS), st.integers(0, 10**9))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_kind_is_found_wherever_it_strikes(damage: Damage, mutation: Mutation, seed: int) -> None:
    assert {violation.rule for violation in damage(mutation, seed)} <= set(rules())


@given(st.integers(0, 10**9), st.binary(max_size=6))
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_bytes_make_the_validator_fail(small: tuple[Path, Files], seed: int, junk: bytes) -> None:
    """Junk over a stretch of any file: whatever is found, it is reported under a rule."""
    root, files = small
    rng = random.Random(seed)
    path = rng.choice(sorted(files))
    start = rng.randrange(len(files[path]) + 1)
    with restored(root, files):
        path.write_bytes(files[path][:start] + junk + files[path][start + rng.randrange(20) :])
        found = validate(root)
    assert {violation.rule for violation in found} <= set(rules())


def test_the_mutations_leave_no_trace(tmp_path: Path) -> None:
    root = build(tmp_path)
    files = snapshot(root)
    with restored(root, files):
        shutil.rmtree(root / "layers")
    assert snapshot(root) == files and validate(root) == []
