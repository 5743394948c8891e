import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

import argmine
from argmine.corpus.layer import align, read_layer, write_layer
from argmine.errors import CorpusError
from argmine.objects import ArgumentDocument


def test_a_layer_round_trips(document: ArgumentDocument) -> None:
    body = (0, len(document.text))
    again = read_layer(write_layer(document), document.text, body, document.target, document.metadata, "x.tsv")
    assert again == document


def test_the_reference_layer_round_trips() -> None:
    gold = argmine.load_reference()
    body = (gold.units[0].start, gold.units[-1].end)
    assert read_layer(write_layer(gold), gold.text, body, gold.target, gold.metadata, "x.tsv") == gold


@given(st.lists(st.text(alphabet="あい漢。、 \n", min_size=1).filter(str.strip), min_size=1, max_size=8))
def test_aligned_spans_tile_the_body(units: list[str]) -> None:
    body = "".join(unit.strip() + "\n" for unit in units)
    spans = align([" ".join(unit.split()) for unit in units], body, "x")
    assert spans[0][0] == 0 and spans[-1][1] == len(body)
    assert all(one[1] == two[0] for one, two in itertools.pairwise(spans))
    assert ["".join(body[a:b].split()) for a, b in spans] == ["".join(unit.split()) for unit in units]


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        ("1\tnone\n", "line 1: 2 columns"),
        ("1\tnone\t-\t-\t-\t-\t-\t別の文。\n", "leaves the document"),
        ("1\tnone\t-\t-\t-\t-\t-\t費用は\n", "end before the document"),
        ("1\tclaim\t-\tauthor\tpro\t-\t-\t費用はかかるが、抑止は高まる。強化すべきだ。\n", "kind"),
        ("1\tpremise\t-\tauthor\tpro\t7\tsupport\t費用はかかるが、抑止は高まる。強化すべきだ。\n", "does not exist"),
    ],
)
def test_faults_name_the_file(content: str, fault: str, document: ArgumentDocument) -> None:
    body = (0, len(document.text))
    with pytest.raises(CorpusError, match=fault) as caught:
        read_layer(content, document.text, body, document.target, document.metadata, "x.tsv")
    assert str(caught.value).startswith("x.tsv")
