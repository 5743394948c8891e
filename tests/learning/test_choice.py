import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmine.learning.choice import ChoiceClassifier
from argmine.learning.linear import LinearClassifier

SETS = [
    [{"last": 1.0}, {"claim": 1.0}, {}],
    [{"claim": 1.0}, {"last": 1.0}],
    [{}, {"last": 1.0}, {"claim": 1.0, "last": 1.0}],
    [{"last": 1.0, "claim": 1.0}, {}],
]
CHOSEN = [1, 0, 2, 0]  # always the one with "claim"


@pytest.fixture(scope="module")
def chooser() -> ChoiceClassifier:
    return ChoiceClassifier(C=10.0, min_count=1).fit_choices(SETS, CHOSEN)


def test_options_compete_and_the_feature_that_decides_wins(chooser: ChoiceClassifier) -> None:
    chances = chooser.choose([{}, {"claim": 1.0}, {"last": 1.0}])
    assert chances.argmax() == 1
    assert chances.sum() == pytest.approx(1.0)


def test_options_without_a_known_feature_share_the_chance(chooser: ChoiceClassifier) -> None:
    assert chooser.choose([{"new": 1.0}, {}]) == pytest.approx([0.5, 0.5])
    assert chooser.choose([]).shape == (0,)


def test_what_is_written_down_chooses_the_same(chooser: ChoiceClassifier) -> None:
    again = ChoiceClassifier.from_arrays(*chooser.to_arrays())
    assert again.choose(SETS[0]) == pytest.approx(chooser.choose(SETS[0]), abs=1e-3)


@given(st.lists(st.dictionaries(st.sampled_from(["a", "b", "c"]), st.floats(-3, 3)), max_size=8))
@settings(deadline=None)
def test_scores_are_sums_of_weights(rows: list[dict[str, float]]) -> None:
    classifier = LinearClassifier(min_count=1).fit([{"a": 1.0}, {"b": 1.0}, {"c": 2.0}], ["x", "y", "x"])
    assert classifier.coef_ is not None
    weights = dict(zip(classifier.features_, classifier.coef_[:, 0], strict=True))
    expected = [classifier.intercept_[0] + sum(weights[k] * v for k, v in row.items()) for row in rows]
    assert classifier.decision_function(rows)[:, 0] == pytest.approx(np.asarray(expected))
