import pytest

from argmine.stance.actions import find_action, make_target


@pytest.mark.parametrize(
    ("given", "name", "proposition", "action"),
    [
        ("在日米軍を強化すべきである", "在日米軍の強化", "在日米軍を強化すべきである", "reinforcement"),
        ("在日米軍の強化", "在日米軍の強化", "在日米軍を強化すべきである", "reinforcement"),
        ("消費税の引き上げ", "消費税の引き上げ", "消費税の引き上げを行うべきである", "increase"),
        ("容量市場を廃止すべきだ。", "容量市場の廃止", "容量市場を廃止すべきだ", "abolition"),
        ("給特法の見直し", "給特法の見直し", "給特法の見直しを行うべきである", "review"),
        (
            "横田基地の軍民共用化を進めるべきである",
            "横田基地の軍民共用化",
            "横田基地の軍民共用化を進めるべきである",
            "shared-use",
        ),
        ("公文書の保存期間の短縮", "公文書の保存期間の短縮", "公文書の保存期間を短縮すべきである", "reduction"),
        ("保険給付から外すべきである", "保険給付から外す", "保険給付から外すべきである", "removal"),
        ("捕鯨への支援を打ち切るべきだ", "捕鯨への支援を打ち切る", "捕鯨への支援を打ち切るべきだ", "termination"),
        ("死刑", "死刑", "死刑を進めるべきである", "proposition"),
    ],
)
def test_targets_from_what_a_caller_says(given: str, name: str, proposition: str, action: str) -> None:
    target = make_target(given)
    assert (target.name, target.proposition, target.action) == (name, proposition, action)


def test_the_longest_action_noun_wins() -> None:
    found = find_action("社会保障の再検討")
    assert found is not None and found.noun == "再検討"
    assert find_action("山と川") is None


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("同盟の強化を進めるべきである", "強化"),  # what a light verb has for its object
        ("地方自治法を改正し、招集権を議長に付与すべきである", "付与"),  # the noun at the end
        ("給特法を廃止し教員に残業代を払うべきである", "廃止"),  # the first of several predicates
        ("意見書を提出すべきである", None),  # not 出す
        ("高校無償化制度", "無償化"),  # the last that occurs
        ("経常費補助の打切り", None),  # 補助 is a part of the thing
    ],
)
def test_the_head_of_a_target_says_what_is_wanted(text: str, noun: str | None) -> None:
    found = find_action(text)
    assert (found.noun if found else None) == noun
