import json
from typing import Any

import jsonschema
import pytest

import argmine
from argmine.objects import ArgumentDocument
from argmine.pipeline.miner import Miner
from tests.conftest import ROOT

PUBLISHED = ROOT / "docs" / "reference" / "argument-document.schema.json"


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    return dict(json.loads(PUBLISHED.read_text(encoding="utf-8")))


def test_the_published_schema_is_that_of_the_code(schema: dict[str, Any]) -> None:
    assert schema == ArgumentDocument.json_schema()


def test_documents_satisfy_the_schema(schema: dict[str, Any], miner: Miner) -> None:
    for document in (argmine.load_reference(), miner("増税すべきだ。しかし負担は重い。", target="増税")):
        jsonschema.validate(document.to_dict(), schema)


@pytest.mark.parametrize(("path", "value"), [("type", "fact"), ("start", -1), ("stance", {"polarity": "for"})])
def test_the_schema_refuses_what_is_wrong(schema: dict[str, Any], path: str, value: object) -> None:
    data = argmine.load_reference().to_dict()
    data["units"][0][path] = value
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data, schema)
