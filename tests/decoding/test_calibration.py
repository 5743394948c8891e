"""Temperatures: confidence becomes what it says, decisions stay what they were."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmine.decoding.calibration import tempered
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


def test_who_is_too_sure_is_made_less_sure() -> None:
    """Says 0.9 and is right six times in ten: at the temperature found it says about 0.6."""
    rows = [np.asarray([0.9, 0.1])] * 10
    temperature = fit_temperature(rows, [0] * 6 + [1] * 4)
    assert tempered(rows[0], temperature)[0] == pytest.approx(0.63, abs=0.02)  # 4 is the most it may be
    temperature = fit_temperature(rows, [0] * 7 + [1] * 3)
    assert tempered(rows[0], temperature)[0] == pytest.approx(0.7, abs=0.01)


def test_nothing_to_learn_from_leaves_confidence_alone() -> None:
    assert fit_temperature([], []) == 1.0


def test_decisions_do_not_depend_on_temperatures(miner: Miner) -> None:
    from dataclasses import replace

    from argmine.decoding.calibration import Temperatures

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
    assert all(u.confidence >= v.confidence for u, v in zip(one.units, other.units, strict=True))
