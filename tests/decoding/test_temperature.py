"""Temperatures: confidence becomes what it says, decisions stay what they were."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmine.decoding.temperature import Temperatures, tempered
from argmine.objects import ArgumentDocument
from argmine.pipeline.miner import Miner
from argmine.training.calibration import fit_temperature

SHARES = st.lists(st.floats(0.01, 1.0), min_size=2, max_size=6)


@given(SHARES, st.floats(0.3, 4.0))
def test_a_temperature_keeps_the_order_and_the_sum(shares: list[float], temperature: float) -> None:
    row = np.asarray(shares) / sum(shares)
    warm = tempered(row, temperature)
    assert warm.sum() == pytest.approx(1.0)
    assert (np.diff(warm[np.argsort(row, kind="stable")]) >= -1e-12).all()


def test_one_changes_nothing() -> None:
    row = np.asarray([0.7, 0.2, 0.1])
    assert tempered(row, 1.0) == pytest.approx(row)


def test_who_says_nine_and_is_right_seven_times_in_ten_says_seven() -> None:
    row = np.asarray([0.9, 0.1])
    temperature = fit_temperature([(row, 0)] * 7 + [(row, 1)] * 3)
    assert tempered(row, temperature)[0] == pytest.approx(0.7, abs=0.01)


def test_a_temperature_is_never_above_four() -> None:
    row = np.asarray([0.9, 0.1])
    assert fit_temperature([(row, 0)] * 6 + [(row, 1)] * 4) == pytest.approx(4.0, abs=0.01)


def test_nothing_to_learn_from_leaves_confidence_alone() -> None:
    assert fit_temperature([]) == 1.0


def test_decisions_do_not_depend_on_temperatures(miner: Miner) -> None:
    text = "防衛費は増やすべきである。しかし、財源がないので、増税は避けられない。国民の理解も得られていない。"
    cool = Miner(replace(miner.model, temperatures=Temperatures(0.5, 0.5, 0.5)))
    warm = Miner(replace(miner.model, temperatures=Temperatures(3.0, 3.0, 3.0)))
    one, other = cool(text, target="防衛費の増額"), warm(text, target="防衛費の増額")
    assert [(u.type, u.stance and u.stance.polarity, u.thesis) for u in one.units] == [
        (u.type, u.stance and u.stance.polarity, u.thesis) for u in other.units
    ]
    assert [(r.source, r.target, r.type) for r in one.relations] == [
        (r.source, r.target, r.type) for r in other.relations
    ]
    assert len(sureness(one)) > len(one.units) + len(one.relations) > len(one.units)
    assert all(sure > unsure for sure, unsure in zip(sureness(one), sureness(other), strict=True))


def sureness(document: ArgumentDocument) -> list[float]:
    """Every confidence in a document: of types, stances and relations."""
    stances = [unit.stance.confidence for unit in document.units if unit.stance]
    return [*(u.confidence for u in document.units), *stances, *(r.confidence for r in document.relations)]
