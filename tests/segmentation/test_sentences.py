import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmine.segmentation.sentences import protected_spans, sentence_spans


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("強化すべきだ。反対もある。", ["強化すべきだ。", "反対もある。"]),
        ("本当か？そうだ！", ["本当か？", "そうだ！"]),
        # quotes and brackets are never split
        ("知事は「やる。必ずやる。」と述べた。", ["知事は「やる。必ずやる。」と述べた。"]),
        ("法律（附則。第2条。）による。次。", ["法律（附則。第2条。）による。", "次。"]),
        ('彼は"原点。回帰。"と呼ぶ。', ['彼は"原点。回帰。"と呼ぶ。']),
        ("『白書。2024。』を読む。", ["『白書。2024。』を読む。"]),
        # 。」 ends a sentence where the quote is one
        ("「反対です。」市長は言った。", ["「反対です。」", "市長は言った。"]),
        ("「反対です。」と市長は言った。", ["「反対です。」と市長は言った。"]),
        # numbers and names stay whole
        ("3.5兆円を2プラス2で決めた。", ["3.5兆円を2プラス2で決めた。"]),
        ("Yahoo!ニュースとYahoo！の記事。", ["Yahoo!ニュースとYahoo！の記事。"]),
        # ，． typography
        ("増えた．次に，進む．", ["増えた．", "次に，進む．"]),
        ("金利は３．５％だ．", ["金利は３．５％だ．"]),
        ("計画（案）.2を示す。", ["計画（案）.2を示す。"]),
        ("経緯（注）．１を見よ。", ["経緯（注）．１を見よ。"]),
        ("一つになった．２０２３年に減った．", ["一つになった．", "２０２３年に減った．"]),
        # line breaks and bullets
        ("要望する\n・道路\n①橋\n", ["要望する\n", "・道路\n", "①橋\n"]),
        ("一つ。\r\n二つ。", ["一つ。\r\n", "二つ。"]),
        ("段落。\n\n　次の段落。", ["段落。\n\n　", "次の段落。"]),
        # a quote that never closes does not swallow the text
        ("彼は「言った。だが違う。\n\n終わり。", ["彼は「言った。", "だが違う。\n\n", "終わり。"]),
        ("本当か？と問う。", ["本当か？と問う。"]),
        ("はい。。。そうです。", ["はい。。。", "そうです。"]),
        ("", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


JAPANESE = st.text(alphabet='あ漢カ。！？「」『』（）、\n\r 　\t"．.3①・e\u3099\ud83d😀', max_size=60)


@given(JAPANESE)
def test_sentences_tile_any_text(text: str) -> None:
    assert "".join(sentences(text)) == text


@given(JAPANESE)
def test_sentences_start_with_a_visible_character(text: str) -> None:
    assert all(not sentence[0].isspace() for sentence in sentences(text)[1:])


@given(JAPANESE)
def test_protected_spans_are_disjoint_and_ordered(text: str) -> None:
    spans = protected_spans(text)
    assert all(a < b for a, b in spans)
    assert all(one[1] <= two[0] for one, two in itertools.pairwise(spans))
