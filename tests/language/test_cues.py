import pytest

from argmine.language import Analyser
from argmine.language.cues import connective, cues
from argmine.language.predicates import plain_words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("しかし、反対もある。", ("しかし", "contrast")),
        ("また、費用もかかる。", ("また", "addition")),
        ("またたく間に広がった。", None),
        ("例えば英国がそうだ。", ("例えば", "example")),
        ("このため予算を増やした。", ("このため", "consequence")),
        ("費用がかかる。", None),
        ("・なぜなら、必要だからだ。", ("なぜなら", "reason")),
    ],
)
def test_opening_connectives(text: str, expected: tuple[str, str] | None) -> None:
    assert connective(text) == expected


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("防衛費を増やすべきであります。", "end=obligation"),
        ("見直す必要がある。", "end=obligation"),
        ("知事の見解を伺います。", "end=request"),
        ("効果は薄いと指摘されている。", "end=hearsay"),
        ("混乱を招きかねない。", "end=conjecture"),
        ("人手が足りないからである。", "end=explanation"),
        ("引き続き取り組んでまいります。", "end=pledge"),
        ("私は本案に反対です。", "end=side"),
        ("最高裁の判決がある。", "any=law"),
    ],
)
def test_cues(text: str, cue: str, analyser: Analyser) -> None:
    assert cue in cues(plain_words(analyser.tokens(text, [(0, len(text))])))


def test_the_lexicon_is_large_and_says_each_connective_once() -> None:
    from argmine import resources

    words = [word for row in resources.load("connectives").values() for word in row]
    assert len(set(words)) >= 200
    assert len(words) - len(set(words)) <= 6  # まず, 以上 and the like do two things
