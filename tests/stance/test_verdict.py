import pytest

from argmine.classification.features import UnitView, views
from argmine.language import Analyser
from argmine.reading import Commentary
from argmine.segmentation.outline import outline
from argmine.segmentation.segmenter import segments
from argmine.stance.actions import make_target
from argmine.stance.features import view_target
from argmine.stance.verdict import MOST, Verdict, judge, thesis_signs, verdict_features


def units(sentence: str, analyser: Analyser) -> list[UnitView]:
    commentary = Commentary.from_text(sentence)
    parsed = outline(commentary.text, commentary.body_start, commentary.body_end, analyser)
    return views(parsed, segments(parsed, set()))


def verdict(sentence: str, proposition: str, analyser: Analyser) -> Verdict:
    target = make_target(proposition)
    words = analyser.tokens(target.proposition, [(0, len(target.proposition))])
    (one,) = judge(units(sentence, analyser), view_target(target, words))
    return one


@pytest.mark.parametrize(
    ("proposition", "sentence", "sign"),
    [
        ("市電の廃止を進めるべきである", "市電の廃止は見合わせるべきだと考えます。", -1),
        ("市電の廃止を進めるべきである", "市電の廃止に賛成いたします。", 1),
        ("市電の廃止を進めるべきである", "市電の運行を維持していただきたい。", -1),
        ("給食費の無償化を進めるべきである", "給食費の無償化は必要ではない。", -1),
        ("給食費の無償化を進めるべきである", "給食費を無償化すべきではありませんか。", 1),
        ("水道料金の引上げを行うべきである", "水道料金を引き下げるべきだ。", -1),
        ("水道料金の引上げを行うべきである", "桟橋は昭和に造られた。", 0),
    ],
)
def test_which_way_a_sentence_goes(proposition: str, sentence: str, sign: int, analyser: Analyser) -> None:
    strength = verdict(sentence, proposition, analyser).strength
    assert (strength > 0) - (strength < 0) == sign


def test_the_mention_says_what_is_spoken_of_and_how(analyser: Analyser) -> None:
    one = verdict("市電の廃止は見合わせるべきだ。", "市電の廃止を進めるべきである", analyser)
    (mention,) = [m for m in one.mentions if m.bearing == "same"]
    assert mention.on_topic and mention.value < 0
    assert mention.name in verdict_features(one)


def test_without_an_action_in_the_target_no_action_agrees_with_it(analyser: Analyser) -> None:
    one = verdict("道路の整備と港の拡充を進めるべきだ。", "市民の憲章は大切である", analyser)
    assert {m.bearing for m in one.mentions} <= {"other", "topic"}


def test_the_strength_has_a_bound(analyser: Analyser) -> None:
    sentence = "市電の廃止に反対し、" * 6 + "市電の廃止に反対する。"
    assert verdict(sentence, "市電の廃止を進めるべきである", analyser).strength == -MOST


def test_signs_of_a_thesis_are_the_same_for_and_against(analyser: Analyser) -> None:
    proposition = "市電の廃止を進めるべきである"
    against, favour = (
        thesis_signs(verdict(f"市電の廃止に{word}する。", proposition, analyser)) for word in ("反対", "賛成")
    )
    without_way = [{k: v for k, v in row.items() if not k.startswith("closing=")} for row in (against, favour)]
    assert without_way[0] == without_way[1]
    assert "verdict_on_action" in against
