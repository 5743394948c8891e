import pytest

from argmine.language import Analyser
from argmine.language.predicates import plain_words
from argmine.stance.wording import side_words


@pytest.fixture(scope="module")
def analyser() -> Analyser:
    return Analyser()


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("この議案には賛成できません。", {"decline"}),
        ("本案に反対であります。", {"decline"}),
        ("橋の建設は見合わせるべきだと考えます。", {"postpone", "urge"}),
        ("料金を上げるべきではない。", {"refuse"}),
        ("島の船を止めてはならない。", {"prohibit"}),
        ("船の運航を維持していただきたい。", {"keep", "urge"}),
        # a rhetorical question asserts
        ("料金を上げるべきではありませんか。", {"urge"}),
        ("桟橋は昭和に造られた。", set()),
    ],
)
def test_what_a_sentence_does_with_a_proposal(sentence: str, expected: set[str], analyser: Analyser) -> None:
    assert side_words(plain_words(analyser.tokens(sentence, [(0, len(sentence))]))) == expected
