import json

import pytest

import argmine
from argmine.errors import InputError
from argmine.formats import dump_json, dump_jsonl, load_json
from argmine.objects import ArgumentDocument


def test_one_document_is_an_object_several_are_an_array(document: ArgumentDocument) -> None:
    assert isinstance(json.loads(dump_json([document])), dict)
    assert isinstance(json.loads(dump_json([document, document])), list)
    assert load_json(dump_json([document, document])) == [document, document]


def test_the_reference_round_trips() -> None:
    gold = argmine.load_reference()
    assert load_json(dump_json([gold])) == [gold]
    assert load_json(dump_jsonl([gold])) == [gold]


def test_lone_surrogates_survive(document: ArgumentDocument) -> None:
    text = document.text + "\ud800"
    odd = document.model_copy(update={"text": text})
    dumped = dump_json([odd])
    dumped.encode("utf-8")
    assert json.loads(dumped)["text"] == text


@pytest.mark.parametrize("text", ["", "{", "3", "[]x", '{"text": "あ"}'])
def test_what_is_no_document_is_refused(text: str) -> None:
    with pytest.raises(InputError):
        load_json(text)
