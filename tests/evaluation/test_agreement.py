"""Krippendorff's alpha against the package and by hand, unit and link F1, intervals."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from rich.cells import cell_len

from argmine.corpus.corpus import ANNOTATORS, Corpus
from argmine.errors import CorpusError
from argmine.evaluation.agreement import agreement, krippendorff_alpha, nominal_alpha, render
from argmine.evaluation.scores import score
from tests.conftest import ROOT
from tests.corpus.small import build

FIGURES = ["type_alpha", "stance_alpha", "relation_alpha", "unit_f1", "link_f1"]


@given(arrays.arrays(np.int64, (3, 3), elements=st.integers(0, 6)))
def test_the_bootstrap_uses_the_package_s_alpha(confusion: "np.ndarray[tuple[int, int], np.dtype[np.int64]]") -> None:
    if confusion.sum() > 1:
        assert nominal_alpha(confusion[None])[0] == pytest.approx(krippendorff_alpha(confusion))


def test_alpha_by_hand() -> None:
    # Four pairs, one of them (0, 1): o = 2 of 8, expected (8² - 5² - 3²) / 7 of 8.
    assert krippendorff_alpha(np.array([[2, 1], [0, 1]])) == pytest.approx(1 - 2 / (30 / 7))


def test_annotators_who_agree(tmp_path: Path) -> None:
    corpus = Corpus(build(tmp_path))
    rows = agreement(corpus)
    assert [(row.part, row.documents) for row in rows] == [("train", 2), ("dev", 1), ("test", 1), ("all", 4)]
    assert all(figure.value == 1.0 for row in rows for figure in row.figures.values())
    assert (rows[0].type_alpha.low, rows[1].type_alpha.low) == (1.0, None)


def test_figures_are_those_of_the_scores(tmp_path: Path) -> None:
    corpus = Corpus(build(tmp_path))
    path = corpus.path / "layers" / "annotator-2" / "m02.tsv"
    text = path.read_text(encoding="utf-8")
    merged = text.replace("\tpro\t3\tsupport\t病院", "\tcon\t3\tattack\t病院").replace(
        "claim\tinterpretation", "premise\t-"
    )
    assert merged != text
    path.write_text(merged, encoding="utf-8")
    row = agreement(corpus)[-1]
    scores = score([(corpus.document(id, ANNOTATORS[0]), corpus.document(id, ANNOTATORS[1])) for id in corpus.ids])
    assert row.type_alpha.value == pytest.approx(scores.type_alpha)
    assert row.stance_alpha.value == pytest.approx(scores.stance_alpha)
    assert (row.unit_f1.value, row.link_f1.value) == (scores.unit_f1, scores.link_label_f1) == (1.0, 15 / 16)
    assert row.relation_alpha.value < 1
    low, high = row.stance_alpha.low, row.stance_alpha.high
    assert low is not None and high is not None and low < row.stance_alpha.value < high == 1.0


def test_one_layer_is_no_agreement(tmp_path: Path) -> None:
    root = build(tmp_path)
    info = (root / "corpus.toml").read_text(encoding="utf-8").replace(', "annotator-1", "annotator-2"', "")
    (root / "corpus.toml").write_text(info, encoding="utf-8")
    with pytest.raises(CorpusError, match="no layers annotator-1 and annotator-2"):
        agreement(Corpus(root))


def test_the_table_fits_a_terminal() -> None:
    rows = agreement(Corpus(ROOT / "corpora" / "jiia-2025-05"))
    text = render("jiia-2025-05", rows)
    assert "0.956" in text and max(cell_len(line) for line in text.split("\n")) <= 80
    assert list(rows[0].to_dict()) == ["documents", *FIGURES]
