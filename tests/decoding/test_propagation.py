from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmine.decoding.propagation import Bonds, propagate

SAME = np.array([[0.90, 0.02, 0.08], [0.02, 0.90, 0.08], [0.10, 0.10, 0.80]])
TURNED = np.array([[0.01, 0.97, 0.02], [0.97, 0.01, 0.02], [0.20, 0.20, 0.60]])
BONDS = Bonds(SAME, TURNED, strength=1.0)
PRO, UNSURE = [0.90, 0.05, 0.05], [0.34, 0.33, 0.33]


def test_a_ground_leans_the_way_of_what_it_supports() -> None:
    assert propagate(np.array([PRO, UNSURE]), [None, 0], [0.0, 0.0], BONDS)[1].argmax() == 0


def test_a_ground_leans_against_what_it_attacks() -> None:
    assert propagate(np.array([PRO, UNSURE]), [None, 0], [0.0, 1.0], BONDS)[1].argmax() == 1


def test_a_head_hears_its_grounds() -> None:
    beliefs = propagate(np.array([UNSURE, PRO, PRO]), [None, 0, 0], [0.0, 0.0, 0.0], BONDS)
    assert beliefs[0].argmax() == 0
    assert beliefs[0, 0] > 0.9


def test_without_strength_or_links_every_unit_stands_alone() -> None:
    unary = np.array([PRO, UNSURE])
    assert propagate(unary, [None, None], [0.0, 0.0], BONDS) == pytest.approx(unary)
    weak = Bonds(SAME, TURNED, strength=0.0)
    assert propagate(unary, [None, 0], [0.0, 0.9], weak) == pytest.approx(unary)


@given(st.data())
@settings(deadline=None, max_examples=40)
def test_beliefs_are_the_exact_marginals(data: st.DataObject) -> None:
    n = data.draw(st.integers(1, 5))
    chances = st.floats(0.05, 1.0)
    unary = np.array(data.draw(st.lists(st.lists(chances, min_size=3, max_size=3), min_size=n, max_size=n)))
    unary /= unary.sum(axis=1, keepdims=True)
    heads = [None, *(data.draw(st.sampled_from([None, *range(i)])) for i in range(1, n))]
    attacks = data.draw(st.lists(st.floats(0, 1), min_size=n, max_size=n))
    expected = np.zeros((n, 3))
    for states in product(range(3), repeat=n):
        weight = 1.0
        for i, state in enumerate(states):
            weight *= unary[i, state]
            head = heads[i]
            if head is not None:
                weight *= BONDS.between(attacks[i])[states[head], state]
        for i, state in enumerate(states):
            expected[i, state] += weight
    expected /= expected.sum(axis=1, keepdims=True)
    assert propagate(unary, heads, attacks, BONDS) == pytest.approx(expected, abs=1e-9)
