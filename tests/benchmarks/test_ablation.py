import re
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from argmine.classification.features import GROUPS, UnitFeatures, views
from argmine.corpus.corpus import Corpus
from argmine.evaluation.scores import score
from argmine.language import Analyser
from argmine.pipeline.model import Model
from argmine.segmentation.outline import outline
from argmine.segmentation.segmenter import segments
from argmine.training.examples import make_examples
from argmine.training.trainer import FEWEST_DOCUMENTS, train_examples
from tests.benchmarks.ablated import run
from tests.benchmarks.ablated.cases import Case, Material, load
from tests.benchmarks.ablated.components import Added, Tok2Vec, bunsetu_names, ner_names, parser_names
from tests.benchmarks.ablated.groups import ACROSS, PARTS, WHOLES, Group, belongs
from tests.benchmarks.ablated.marks import COMPONENTS, CachingAnalyser, MarkedToken, MarkingAnalyser
from tests.benchmarks.ablated.variants import DEFAULT, Variant, variants
from tests.benchmarks.ablation import chosen, measure_all
from tests.benchmarks.figures import FIGURES, difference, figures, tally
from tests.conftest import ROOT

LIMIT = 5
STEPS = ("boundary", "context", "thesis", "direct", "orientation", "side", "head", "attack")


@pytest.fixture(scope="module")
def material(analyser: Analyser) -> Material:
    return load(CachingAnalyser(analyser), LIMIT)


@pytest.fixture(scope="module")
def model(material: Material) -> Model:
    """A model that has learned every feature that occurs, however rare."""
    rare: dict[str, Any] = {name: {**getattr(DEFAULT.settings, name), "min_count": 1} for name in STEPS}
    return train_examples(material.examples, material.analyser, replace(DEFAULT.settings, **rare))


@pytest.fixture(scope="module")
def names(model: Model) -> dict[str, list[str]]:
    """What every classifier has learned from."""
    return {name: model.classifiers[name].features_ for name in STEPS}


def variant(name: str) -> Variant:
    return next(v for v in variants() if f"{v.step}: {v.name}" == name)


def test_every_group_of_unit_features_is_taken_away_once() -> None:
    assert [v.name for v in variants() if v.step == "unit features"] == list(GROUPS)


def test_every_unit_feature_is_in_a_group(material: Material) -> None:
    def made(groups: tuple[str, ...]) -> set[str]:
        return {
            name
            for e in material.examples[::3]
            for row in UnitFeatures(e.outline, e.units, e.target.words, groups)
            for name in row
        }

    always = made(())
    assert {name.partition("=")[0] for name in always} == {"bias", "layout"}
    assert made(GROUPS) == always.union(*(made((group,)) for group in GROUPS))


@pytest.mark.parametrize("classifier", STEPS)
def test_every_feature_of_the_other_steps_is_in_a_group(classifier: str, names: dict[str, list[str]]) -> None:
    assert len(names[classifier]) > 10
    assert [name for name in names[classifier] if not belongs(classifier, name)] == []


@pytest.mark.parametrize("group", [*PARTS, *WHOLES, *ACROSS], ids=lambda group: f"{group.step}: {group.name}")
def test_every_group_takes_something_away(group: Group, names: dict[str, list[str]]) -> None:
    for classifier, pattern in group.patterns.items():
        assert any(re.match(pattern, name) for name in names[classifier])


def test_every_group_is_a_row_of_its_own() -> None:
    rows = [(v.step, v.name) for v in variants()]
    assert len(set(rows)) == len(rows)
    assert {(group.step, group.name) for group in (*PARTS, *WHOLES, *ACROSS)} <= set(rows)


def test_every_component_of_ginza_is_a_row() -> None:
    assert {name for v in variants() for name in v.components} == set(COMPONENTS)


@pytest.fixture(scope="module")
def default(material: Material) -> Model:
    """The default, of which later variants take over what they would learn the same."""
    return run.fit(material.examples, DEFAULT, material.analyser, keep=True)


def test_the_default_is_what_the_library_trains(material: Material, default: Model) -> None:
    theirs = train_examples(material.examples, material.analyser, DEFAULT.settings)
    theirs = replace(theirs, temperatures=default.temperatures)  # confidences are not ablated
    assert default.units.type.features_ == theirs.units.type.features_
    case = material.cases[0]
    assert run.mine(default, case) == run.mine(theirs, case)


def test_a_variant_does_not_know_what_was_taken_away(material: Material, default: Model) -> None:
    trained = run.fit(material.examples, variant("relations: likeness"), material.analyser)
    known = trained.relations.head.features_
    assert set(default.relations.head.features_) - set(known) == {
        name for name in default.relations.head.features_ if name.startswith(("overlap", "similarity"))
    }
    assert trained.stance.side.coef_ is default.stance.side.coef_  # learned once


def test_the_figures_are_those_of_the_library(material: Material, model: Model) -> None:
    pairs = [(case.gold, run.mine(model, case)) for case in material.cases[:4]]
    pairs += [(case.gold, case.gold) for case in material.cases[4:6]]
    whole = score(pairs)
    assert figures(tally(pairs).sum(axis=0)) == pytest.approx([getattr(whole, name) for name in FIGURES])


def test_differences_are_paired(material: Material, model: Model) -> None:
    gold = tally([(case.gold, case.gold) for case in material.cases])
    mined = tally([(case.gold, run.mine(model, case)) for case in material.cases])
    assert np.all(difference(mined, mined) == 0)
    value, low, high = difference(gold, mined)[FIGURES.index("type_macro_f1")]
    assert 0 < low < value < high


@pytest.fixture(scope="module")
def marking() -> MarkingAnalyser:
    return MarkingAnalyser()


def test_marks_stay_with_the_same_words_as_ever(marking: MarkingAnalyser, analyser: Analyser) -> None:
    text = "首相は東京で演説した。\n日本は抑止力の強化を進めるべきだ。"
    ours, plain = outline(text, 12, len(text), marking), outline(text, 12, len(text), analyser)
    assert ours.tokens == plain.tokens
    assert all(isinstance(token, MarkedToken) for token in ours.tokens)


def test_components_name_what_they_see(marking: MarkingAnalyser) -> None:
    text = "日本は抑止力の強化を進めるべきだ。"
    parsed = outline(text, 0, len(text), marking)
    (unit,) = views(parsed, segments(parsed, frozenset()))
    assert {"parser:root=進める", "parser:child=nsubj&日本"} <= set(parser_names(unit))
    assert "ner:kind=Country" in set(ner_names(unit))
    assert {"bunsetu:1head=進める", "bunsetu:more>2"} <= set(bunsetu_names(unit))
    assert np.linalg.norm(Tok2Vec().encode([unit])) == pytest.approx(1.0)


def test_what_is_added_reaches_the_unit_classifier_alone(marking: MarkingAnalyser) -> None:
    corpus = Corpus(ROOT / "corpora" / "assembly-ja")
    examples = make_examples([corpus.document(id) for id in corpus.ids[:FEWEST_DOCUMENTS]], marking)
    added = replace(DEFAULT, added=Added((ner_names,), tok2vec=True))
    trained = run.fit(examples, added, marking)
    named = len(trained.units.type.features_)
    assert any(name.startswith("ner:") for name in trained.units.type.features_)
    assert trained.units.type.coef_ is not None and len(trained.units.type.coef_) == named + 300 + 256
    assert not any(name.startswith("ner:") for name in trained.stance.orientation.features_)
    assert run.mine(trained, Case(examples[0].document, examples[0].outline)).units


def test_a_run_gives_accuracy_and_speed_side_by_side(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "LEAST_SECONDS", 0.0)
    monkeypatch.setattr(run, "COPIES", 1)
    rows = measure_all(chosen("nothing-as-head"), LIMIT)
    assert [row["name"] for row in rows] == ["all (default)", "nothing-as-head made less likely"]
    for row in rows:
        assert set(row["crossvalidated"]) == set(FIGURES)
        assert row["tokens_per_second"] > 0
    assert rows[0]["crossvalidated"]["type_macro_f1"] == rows[1]["crossvalidated"]["type_macro_f1"]
    assert rows[0]["crossvalidated"]["link_f1"] != rows[1]["crossvalidated"]["link_f1"]
