import itertools

import pytest
import spacy
from spacy.language import Language

from argmine.objects import ArgumentDocument

TEXT = "防衛費は増やすべきである。しかし、財源がないので、増税は避けられない。"


@pytest.fixture(scope="module")
def nlp() -> Language:
    pipeline = spacy.load("ja_ginza", exclude=["parser", "ner", "compound_splitter", "bunsetu_recognizer"])
    pipeline.add_pipe("argmine", config={"target": "防衛費の増額"})
    return pipeline


def test_the_component_is_found_by_name_and_fills_the_document(nlp: Language) -> None:
    doc = nlp(TEXT)
    document = doc._.argument
    assert isinstance(document, ArgumentDocument)
    assert document.target.action == "increase"
    assert [span.text for span in doc.spans["argmine"]] == [unit.text for unit in document.units]
    assert [span.label_ for span in doc.spans["argmine"]] == [unit.type for unit in document.units]


def test_it_pipes(nlp: Language) -> None:
    docs = list(nlp.pipe(itertools.repeat(TEXT, 3)))
    assert len({doc._.argument.to_dict()["units"][0]["text"] for doc in docs}) == 1


@pytest.mark.parametrize("text", ["", "English only.", " "])
def test_texts_without_japanese_have_no_units(text: str, nlp: Language) -> None:
    doc = nlp(text)
    assert doc._.argument.units == () and len(doc.spans["argmine"]) == 0


def test_displacy_renders_the_spans(nlp: Language) -> None:
    from spacy import displacy

    html = displacy.render(nlp(TEXT), style="span", options={"spans_key": "argmine"})
    assert "claim" in html or "premise" in html
