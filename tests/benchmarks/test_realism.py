"""The measures of realism on text whose figures are plain to see."""

import pytest

from argmine.language import Analyser
from tests.benchmarks.detection import Passage, detect, passages, telling
from tests.benchmarks.text_measures import ENDINGS, Text, ending, mattr, measure, outlines


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("費用は重いのです。", "です・ます"),
        ("橋を架けました。", "です・ます"),
        ("橋はございません。", "です・ます"),
        ("橋は要るでしょうね。", "です・ます"),
        ("橋は要るのだ。", "だ・である"),
        ("橋は町の要である。", "だ・である"),
        ("橋は町の要であった。", "だ・である"),
        ("橋は要らないだろう。", "だ・である"),
        ("橋を架けた。", "普通体 plain"),
        ("費用は重い。", "普通体 plain"),
        ("橋を架けるべきである。", "べき"),
        ("橋を架けるべきです。", "べき"),
        ("橋を架けたいと思います。", "たい"),
        ("橋は要りますか。", "か"),
        ("橋は要るのだろうか。", "か"),
        ("橋の完成。", "体言 noun"),
        ("橋も、船も。", "ほか other"),
    ],
)
def test_ends_of_sentences(sentence: str, expected: str, analyser: Analyser) -> None:
    assert ending(analyser.tokens(sentence, [(0, len(sentence))])) == expected
    assert expected in ENDINGS


def test_type_token_ratio_moves_a_window() -> None:
    assert mattr([list("abab")], window=2) == 1.0
    assert mattr([list("aabb")], window=2) == pytest.approx((0.5 + 1 + 0.5) / 3)
    assert mattr([list("a"), list("b")], window=2) == 1.0  # too short by themselves


def test_measures_of_two_sentences(analyser: Analyser) -> None:
    texts = [Text("a", "しかし、雨が降るので、川は増える。\n橋は\u3000要る。")]
    measures = measure(texts, outlines(texts, analyser))
    assert measures["size"] == {"documents": 1, "characters": 22, "sentences": 2}
    assert measures["sentence length"] == {"mean": 11.0, "sd": 6.0, "median": 11.0}
    assert (measures["clause forms"]["all"], measures["clause forms"]["ので"]) == (50.0, 50.0)
    assert (measures["connectives"]["all"], measures["connectives"]["contrast"]) == (50.0, 50.0)
    assert measures["endings"]["普通体 plain"] == 100.0
    assert "units" not in measures


def test_passages_are_whole_sentences_without_layout(analyser: Analyser) -> None:
    texts = [Text("a", "橋は要る。\n\n船では足りない。" * 30 + "\n終わり。")]
    items = passages(texts, outlines(texts, analyser))
    assert [item.text for item in items] == ["橋は要る。船では足りない。" * 23 + "橋は要る。"]  # the rest is too short
    assert items[0].form.startswith("名は動。名では動ない。") and "橋" not in items[0].form
    assert [p.text for p in passages(texts, outlines(texts, analyser), 1)][:2] == ["橋は要る。", "船では足りない。"]


def side(mark: str, documents: int = 6) -> list[Passage]:
    return [Passage(f"{mark}{d}", f"甲乙丙{mark * 3}{i}", "甲乙丙") for d in range(documents) for i in range(4)]


def test_detection() -> None:
    assert detect(side("い"), side("ろ"), "text") == pytest.approx((1.0, 1.0, 1.0))
    same = detect(side("い"), side("ろ"), "form")
    assert same is not None and same.low < 0.5 < same.high
    assert detect(side("い", documents=4), side("ろ"), "text") is None


def test_telling_n_grams() -> None:
    real, constructed = telling(side("い"), side("ろ"), "text", 3)
    assert all("い" in gram for gram in real) and all("ろ" in gram for gram in constructed)
