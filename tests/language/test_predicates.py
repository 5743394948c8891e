import pytest

from argmine.language import Analyser
from argmine.language.predicates import plain_words


@pytest.mark.parametrize(
    ("polite", "plain"),
    [
        ("極めて重要であります。", "極めて重要だ。"),
        ("必要があると考えております。", "必要があると考えている。"),
        ("進むでしょう。", "進むだろう。"),
        ("許されません。", "許されない。"),
        ("容易なことではありません。", "容易なことではない。"),
        ("取り組んでおります。", "取り組んでいる。"),
    ],
)
def test_speech_and_essay_have_the_same_plain_words(polite: str, plain: str, analyser: Analyser) -> None:
    one, other = (plain_words(analyser.tokens(text, [(0, len(text))])) for text in (polite, plain))
    assert one == other


def test_plain_words_of_a_sentence(analyser: Analyser) -> None:
    text = "強化すべきではないでしょうか。"
    assert plain_words(analyser.tokens(text, [(0, len(text))])) == ["強化", "す", "べき", "だ", "ない", "う", "か"]
