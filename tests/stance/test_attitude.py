from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from argmine import resources
from argmine.language import Analyser
from argmine.language.predicates import plain_words
from argmine.stance.attitude import attitude_features, attitudes, mentions

BRIDGE = frozenset({"橋"})


def words(text: str, analyser: Analyser) -> list[str]:
    return plain_words(analyser.tokens(text, [(0, len(text))]))


def names(row: Sequence[str]) -> set[str]:
    return {one.name for one in attitudes(row)}


def test_a_class_is_found_by_its_longest_row() -> None:
    assert [(one.first, one.last) for one in attitudes(["認める", "られる", "ない"])] == [(0, 3)]


def test_negation_within_three_words_is_seen() -> None:
    assert [one.negated for one in attitudes(["賛成", "は", "できる", "ない"])] == [True]
    assert [one.negated for one in attitudes(["賛成", "だ"])] == [False]


def test_adjoining_target_words_are_one_mention() -> None:
    assert mentions(["大きい", "橋", "建設", "は", "橋"], {"橋", "建設"}) == [2, 4]


def test_what_is_said_of_the_target_is_named_without_its_words(analyser: Analyser) -> None:
    one = attitude_features(words("橋の建設に反対です。", analyser), BRIDGE, "more")
    other = attitude_features(words("駅の建設に反対です。", analyser), frozenset({"駅"}), "more")
    assert one == other
    assert one["end:declare_against"] == 1
    assert one["after_T:declare_against"] == 1


def test_for_a_target_that_wants_less_pushing_and_stopping_change_places(analyser: Analyser) -> None:
    row = words("橋の撤去を求める。", analyser)
    assert "stop" in attitude_features(row, BRIDGE, "more")
    assert "push" in attitude_features(row, BRIDGE, "less")
    assert "stop" not in attitude_features(row, BRIDGE, "less")


def test_no_row_stands_twice_in_a_class() -> None:
    for name, rows in resources.load("attitude").items():
        assert sorted(set(rows)) == sorted(rows), name


vocabulary = st.sampled_from(["橋", "に", "反対", "賛成", "ない", "求める", "推進", "危険", "べき", "だ", "は"])


@given(st.lists(vocabulary, max_size=25), st.sampled_from(["more", "less", "change"]))
def test_features_are_positive_and_counted_to_three(row: list[str], direction: str) -> None:
    features = attitude_features(row, BRIDGE, direction)  # type: ignore[arg-type]
    assert all(0 < value <= 3 for value in features.values())
