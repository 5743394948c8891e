"""Where a text speaks of its target."""

import pytest

from argmine.classification.features import views
from argmine.language import Analyser
from argmine.objects import Target
from argmine.segmentation.outline import outline
from argmine.segmentation.segmenter import segments
from argmine.stance.features import view_target
from argmine.stance.focus import focus_features
from argmine.stance.verdict import judge

TEXT = """市の人口は減っている。
路線バスの増便を進めるべきである。
市長の所見を伺います。
学校の給食も見直すべきである。
教育長の所見を伺います。"""


@pytest.fixture(scope="module")
def rows(analyser: Analyser) -> list[dict[str, float]]:
    target = Target(name="路線バスの増便", proposition="路線バスの増便を進めるべきである", action="increase")
    parsed = outline(TEXT, 0, len(TEXT), analyser)
    units = views(parsed, segments(parsed, frozenset()))
    view = view_target(target, analyser.tokens(target.proposition, [(0, len(target.proposition))]))
    return focus_features(units, view, judge(units, view))


def test_the_unit_that_repeats_the_proposition_is_the_measure_of_the_others(rows: list[dict[str, float]]) -> None:
    assert rows[1]["cover/largest"] == 1.0
    assert all(row.get("cover/largest", 0.0) < 1.0 for i, row in enumerate(rows) if i != 1)


def test_what_stands_before_the_first_mention_says_so(rows: list[dict[str, float]]) -> None:
    assert [row.get("before_target", 0.0) for row in rows] == [1.0, 0.0, 0.0, 0.0, 0.0]


def test_a_request_ends_the_block_and_the_next_question_is_another(rows: list[dict[str, float]]) -> None:
    assert [row["block_cover"] == 1.0 for row in rows] == [True, True, True, False, False]


def test_a_body_without_units_has_no_rows() -> None:
    target = Target(name="増便", proposition="増便すべきである", action="increase")
    assert focus_features([], view_target(target, []), []) == []
