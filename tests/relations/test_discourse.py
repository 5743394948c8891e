import numpy as np
import pytest

from argmine.errors import ModelError
from argmine.language import Analyser
from argmine.relations.discourse import GROUPS, Side, discourse_features, read_side
from argmine.relations.discourse_classifier import RELATIONS, DiscourseClassifier, best_factors, folds
from argmine.segmentation.outline import outline


def sides(text: str, analyser: Analyser) -> list[Side]:
    """Every clause of a text, read."""
    parsed = outline(text, 0, len(text), analyser)
    return [read_side(parsed, clause) for sentence in parsed.sentences for clause in sentence.clauses]


def features(text: str, analyser: Analyser, *groups: str) -> set[str]:
    """Of the first two clauses of a text."""
    parsed = outline(text, 0, len(text), analyser)
    left, right, *_ = [clause for sentence in parsed.sentences for clause in sentence.clauses]
    return set(discourse_features(parsed, left, right, groups or GROUPS))


@pytest.mark.parametrize(
    ("text", "form", "comma"),
    [
        ("財源がないので、見送った。", "ので", True),
        ("財源がないので見送った。", "ので", False),
        ("春になれば花が咲く。", "ば", False),
        ("財源がない。見送った。", "。", False),
        ("人手が足りないため、閉めた。", "ため", True),
    ],
)
def test_the_form_a_side_ends_in(text: str, form: str, comma: bool, analyser: Analyser) -> None:
    left = sides(text, analyser)[0]
    assert (left.form, left.comma) == (form, comma)


@pytest.mark.parametrize(
    ("text", "predicate", "kind"),
    [
        ("橋が壊れた。", "壊れる", "動詞+past"),
        ("値段が高い。", "高い", "形容詞"),
        ("橋を直さなかった。", "直す", "動詞+past+not"),
        ("橋が使われている。", "使う", "動詞+state+passive"),
        ("これは橋だ。", "", "none"),
    ],
)
def test_the_predicate_of_a_side(text: str, predicate: str, kind: str, analyser: Analyser) -> None:
    (side,) = sides(text, analyser)
    assert (side.predicate, side.kind) == (predicate, kind)


def test_a_cause_is_told_by_its_form_and_what_follows(analyser: Analyser) -> None:
    found = features("値段が高いので、買うべきではない。", analyser, "form", "ending")
    assert {"form:form=ので", "form:function=cause", "form:form=ので1", "ending:right_end=negation&cause"} <= found


def test_a_connective_that_opens_the_right_side(analyser: Analyser) -> None:
    found = features("値段が高い。しかし、質は良い。", analyser, "connective")
    assert {"connective:right=contrast", "connective:right_word=しかし", "connective:right&sentence=contrast"} <= found


def test_signs_of_contrast(analyser: Analyser) -> None:
    found = features("都市は便利だが、地方は不便だ。", analyser, "contrast")
    assert "contrast:topics=[True, True]" in found
    assert "contrast:topics&contrast=[True, True]" in found


def test_groups_can_be_left_out(analyser: Analyser) -> None:
    found = features("値段が高いので、買わない。", analyser, "shape")
    assert {name.partition(":")[0] for name in found} == {"bias", "shape"}


def test_folds_keep_a_group_together() -> None:
    groups = [f"d{i // 3}" for i in range(30)]
    found = folds(groups)
    assert set(found) == {0, 1, 2, 3, 4}
    assert all(len({int(f) for f, g in zip(found, groups, strict=True) if g == name}) == 1 for name in groups)


def test_factors_raise_a_relation_that_is_always_second() -> None:
    probabilities = np.array([[0.5, 0.45, 0.05, 0, 0], [0.9, 0.05, 0.05, 0, 0]] * 5)
    factors = best_factors(probabilities, ["support", "none"] * 5)
    assert [RELATIONS[k] for k in (probabilities * factors).argmax(axis=1)] == ["support", "none"] * 5


def test_learns_from_shares_of_votes() -> None:
    rows = [{"ので": 1.0}, {"が": 1.0}, {"。": 1.0}] * 10
    shares = [{"support": 0.7, "none": 0.3}, {"contrast": 0.8, "none": 0.2}, {"none": 1.0}] * 10
    labels = ["support", "contrast", "none"] * 10
    model = DiscourseClassifier(C=100.0, min_count=1).fit(rows, shares, labels, [f"d{i}" for i in range(30)])
    assert model.predict(rows[:3]) == ["support", "contrast", "none"]
    assert model.predict_proba(rows[:1])[0] == pytest.approx([0.3, 0.7, 0, 0, 0], abs=0.05)


def test_must_be_trained_first() -> None:
    with pytest.raises(ModelError, match="not trained"):
        DiscourseClassifier().predict([{"ので": 1.0}])
