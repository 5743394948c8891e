import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

import argmine
from argmine.corpus.corpus import Corpus
from argmine.corpus.layer import write_layer
from argmine.evaluation import evaluate
from argmine.evaluation.scores import Scores, score
from argmine.objects import ArgumentDocument
from argmine.pipeline.miner import Miner
from tests.conftest import ROOT, shared


def reference_tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_tool", shared("tools", "score.py"))
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def tool_scores(pairs: list[tuple[ArgumentDocument, ArgumentDocument]], folder: Path) -> dict[str, object]:
    tool = reference_tool()
    rows = []
    for number, pair in enumerate(pairs):
        paths = [folder / f"{number}-{side}.tsv" for side in ("gold", "predicted")]
        for path, document in zip(paths, pair, strict=True):
            path.write_text(write_layer(document), encoding="utf-8")
        rows.append(tuple(tool.load(path) for path in paths))
    return dict(tool.score(rows))


def flat(data: dict[str, object]) -> dict[str, float]:
    """Nested figures under dotted names."""
    out: dict[str, float] = {}
    for name, value in data.items():
        if isinstance(value, dict):
            out.update({f"{name}.{key}": float(number) for key, number in value.items()})
        else:
            out[name] = float(value)  # type: ignore[arg-type]
    return out


def test_the_figures_equal_those_of_the_reference_tool(miner: Miner, tmp_path: Path) -> None:
    corpus = Corpus(shared("data", "realdev"))
    pairs = [
        (gold, miner(corpus.commentary(id), target=gold.target)) for id, gold in zip(corpus.ids, corpus, strict=True)
    ]
    assert flat(tool_scores(pairs, tmp_path)) == pytest.approx(flat(evaluate(miner, corpus)[0].to_dict()))


def test_two_annotators_score_the_same_with_the_reference_tool(tmp_path: Path) -> None:
    corpus = Corpus(ROOT / "corpora" / "jiia-2025-05")
    pairs = [(corpus.document(id, "annotator-1"), corpus.document(id, "annotator-2")) for id in corpus.ids]
    assert flat(tool_scores(pairs, tmp_path)) == pytest.approx(flat(score(pairs).to_dict()))


def test_gold_against_itself_is_perfect() -> None:
    gold = argmine.load_reference()
    scores = score([(gold, gold)])
    assert (scores.unit_f1, scores.link_label_f1, scores.type_alpha, scores.stance_macro_f1) == (1, 1, 1, 1)
    assert scores.units == 39


def test_known_figures_by_hand(document: ArgumentDocument) -> None:
    wrong = document.model_copy(update={"relations": ()})
    scores = score([(document, wrong)])
    assert (scores.unit_f1, scores.link_f1) == (1.0, 0.0)
    # premise and claim are right, evidence and none never occur and count 0
    assert scores.type_macro_f1 == 0.5
    assert scores.stance_f1 == {"pro": 1.0, "con": 1.0, "neutral": 0.0}


def test_nothing_to_score(document: ArgumentDocument) -> None:
    with pytest.raises(ValueError, match="nothing"):
        score([])
    shorter = document.model_copy(update={"units": document.units[:2], "relations": ()})
    with pytest.raises(ValueError, match="different text"):
        score([(document, shorter)])


def test_scores_are_plain_data() -> None:
    gold = argmine.load_reference()
    data = score([(gold, gold)]).to_dict()
    assert set(data) == set(Scores.__dataclass_fields__)
