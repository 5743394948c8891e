import pytest

from argmine.language import Analyser
from argmine.segmentation.outline import Outline, outline


def parse(text: str, analyser: Analyser) -> Outline:
    return outline(text, 0, len(text), analyser)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("費用はかかるが、抑止は高まる。", [("費用はかかるが、", "が"), ("抑止は高まる。", "。")]),
        (
            "調整窓口が複数にまたがることから、課題が指摘された。",
            [("調整窓口が複数にまたがることから、", "ことから"), ("課題が指摘された。", "。")],
        ),
        ("財源がないので反対だ。", [("財源がないので", "ので"), ("反対だ。", "。")]),
        ("法案を提出し、審議を求めた。", [("法案を提出し、", "連用中止"), ("審議を求めた。", "。")]),
        ("便利であるものの、危険もある。", [("便利であるものの、", "ものの"), ("危険もある。", "。")]),
        ("人口が減っているため、税収も減る。", [("人口が減っているため、", "ため"), ("税収も減る。", "。")]),
        # the predicate goes on after て
        ("審議は進んでいる。", [("審議は進んでいる。", "。")]),
        # が that marks the subject is no clause end
        ("日米が強化を決めた。", [("日米が強化を決めた。", "。")]),
        ("操作が分かりやすく、誰でも使える。", [("操作が分かりやすく、", "連用中止"), ("誰でも使える。", "。")]),
        ("便利な道具で、毎日使っている。", [("便利な道具で、", "で"), ("毎日使っている。", "。")]),
        ("高齢者だけでなく、若者も困っている。", [("高齢者だけでなく、", "だけでなく"), ("若者も困っている。", "。")]),
        ("雨がやむまで待とうと、軒下に入った。", [("雨がやむまで待とうと、", "よう"), ("軒下に入った。", "。")]),
        # a particle written with a verb ends no clause; after こと it does
        ("この点について議論した。", [("この点について議論した。", "。")]),
        ("政府は対策として、補助金を出した。", [("政府は対策として、補助金を出した。", "。")]),
        (
            "税を下げることによって、消費が増える。",
            [("税を下げることによって、", "ことから"), ("消費が増える。", "。")],
        ),
        # a connective that opens the sentence is no clause
        ("だから、反対する。", [("だから、反対する。", "。")]),
        ("ですが、費用もかかります。", [("ですが、費用もかかります。", "。")]),
        ("なので見送った。", [("なので見送った。", "。")]),
        # nothing is cut inside a quote
        ("知事は「急ぐが、慎重に進める」と述べた。", [("知事は「急ぐが、慎重に進める」と述べた。", "。")]),
    ],
)
def test_clauses_end_in_clause_final_forms(text: str, expected: list[tuple[str, str]], analyser: Analyser) -> None:
    (sentence,) = parse(text, analyser).sentences
    assert [(text[c.start : c.end], c.form) for c in sentence.clauses] == expected


def test_paragraphs_and_layout(analyser: Analyser) -> None:
    text = "# 見出し\n\n一つ目。二つ目。\n\n| 表 | 値 |\n\n三つ目。"
    parsed = parse(text, analyser)
    assert [(s.paragraph, s.layout) for s in parsed.sentences] == [
        (0, "heading"),
        (1, "text"),
        (1, "text"),
        (2, "markup"),
        (3, "text"),
    ]


def test_every_token_lies_in_its_sentence(analyser: Analyser) -> None:
    text = "日本は、島国である。\n次に進む。"
    parsed = parse(text, analyser)
    for sentence in parsed.sentences:
        for token in parsed.tokens[sentence.first : sentence.last]:
            assert sentence.start <= token.start < token.end <= sentence.end
            assert text[token.start : token.end] == token.text
