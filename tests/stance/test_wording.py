import pytest

from argmine.language import Analyser
from argmine.language.predicates import plain_words
from argmine.stance.wording import find_sides, side_words


def words(sentence: str, analyser: Analyser) -> list[str]:
    return list(plain_words(analyser.tokens(sentence, [(0, len(sentence))])))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("この議案には賛成できません。", {"decline"}),
        ("本案に反対であります。", {"decline"}),
        ("橋の建設は見合わせるべきだと考えます。", {"postpone", "urge"}),
        ("料金を上げるべきではない。", {"refuse"}),
        ("島の船を止めてはならない。", {"prohibit"}),
        ("料金を上げなくてはならない。", {"urge"}),
        ("船の運航を維持していただきたい。", {"keep", "urge"}),
        ("本事業は税金の無駄であり、まことに残念です。", {"fault"}),
        ("市の決断は時宜を得たものです。", {"favour"}),
        # a rhetorical question asserts
        ("料金を上げるべきではありませんか。", {"urge", "favour"}),
        ("桟橋は昭和に造られた。", set()),
    ],
)
def test_what_a_sentence_does_with_a_proposal(sentence: str, expected: set[str], analyser: Analyser) -> None:
    assert side_words(words(sentence, analyser)) == expected


def test_the_longest_of_rows_that_overlap_counts(analyser: Analyser) -> None:
    (one,) = find_sides(words("この議案には賛成できません。", analyser))
    assert (one.first, one.last, one.value, one.name) == (4, 7, -1.0, "decline")
