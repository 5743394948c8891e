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
