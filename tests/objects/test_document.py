from typing import Any

import pytest
from pydantic import ValidationError

from argmine.errors import InputError
from argmine.objects import ArgumentDocument, Relation, Unit


def test_components_by_type_and_the_thesis(document: ArgumentDocument) -> None:
    assert [unit.id for unit in document.premises] == ["u1", "u2"]
    assert [unit.id for unit in document.claims] == ["u3"]
    assert document.evidence == ()
    assert document.thesis is document.unit("u3")


def test_the_graph_can_be_walked_both_ways(document: ArgumentDocument) -> None:
    thesis = document.unit("u3")
    assert document.head(document.unit("u1")) is thesis
    assert document.head(thesis) is None
    assert [unit.id for unit in document.dependents(thesis)] == ["u1", "u2"]
    assert [unit.id for unit in document.dependents(thesis, "attack")] == ["u1"]


def test_stance_labels_carry_the_action_of_the_target(document: ArgumentDocument) -> None:
    labels = [unit.stance.label for unit in document.units if unit.stance]
    assert labels == ["con-reinforcement", "pro-reinforcement", "pro-reinforcement"]


def test_visible_length_leaves_white_space_out() -> None:
    assert Unit(id="u1", start=0, end=9, text="第１　方針　\n\n　", type="none").visible_length == 4


def test_documents_do_not_change(document: ArgumentDocument) -> None:
    with pytest.raises(ValidationError):
        document.text = "別の文"  # type: ignore[misc]


def test_round_trip_through_plain_data(document: ArgumentDocument) -> None:
    data = document.to_dict()
    assert ArgumentDocument.from_dict(data) == document
    assert data["units"][0]["stance"] == {"polarity": "con", "confidence": 1.0, "label": "con-reinforcement"}
    assert set(data) == {"text", "metadata", "target", "units", "relations"}


def broken(document: ArgumentDocument, **changes: Any) -> dict[str, Any]:
    return {**{name: getattr(document, name) for name in type(document).model_fields}, **changes}


def test_units_must_tile_the_body(document: ArgumentDocument) -> None:
    with pytest.raises(ValidationError, match="do not tile"):
        ArgumentDocument.model_validate(broken(document, units=(document.units[0], document.units[2]), relations=()))


def test_relations_must_not_form_a_cycle(document: ArgumentDocument) -> None:
    loop = (Relation(source="u1", target="u2", type="support"), Relation(source="u2", target="u1", type="support"))
    with pytest.raises(ValidationError, match="cycle"):
        ArgumentDocument.model_validate(broken(document, relations=loop))


def test_a_unit_has_one_outgoing_relation(document: ArgumentDocument) -> None:
    twice = (Relation(source="u1", target="u2", type="attack"), Relation(source="u1", target="u3", type="attack"))
    with pytest.raises(ValidationError, match="two outgoing"):
        ArgumentDocument.model_validate(broken(document, relations=twice))


def test_relations_end_in_argument_components(document: ArgumentDocument) -> None:
    with pytest.raises(ValidationError, match="no argument component"):
        ArgumentDocument.model_validate(
            broken(document, relations=(Relation(source="u1", target="u9", type="attack"),))
        )


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"type": "none"}, "stance and attribution"),
        ({"kind": "policy"}, "kind"),
        ({"type": "claim"}, "kind"),
        ({"thesis": True}, "only a claim"),
        ({"end": 9}, "do not measure"),
        ({"attribution": None}, "stance and attribution"),
    ],
)
def test_the_parts_of_a_unit_fit_together(document: ArgumentDocument, changes: dict[str, Any], message: str) -> None:
    unit = document.units[0]
    with pytest.raises(ValidationError, match=message):
        Unit.model_validate({**{name: getattr(unit, name) for name in Unit.model_fields}, **changes})


@pytest.mark.parametrize(
    "data", [{}, {"text": 1}, {"units": 3, "target": {}}, {"units": [{"stance": 4}], "target": {}}]
)
def test_foreign_data_is_refused_in_one_line(data: dict[str, Any]) -> None:
    with pytest.raises(InputError, match="not an argmine document") as caught:
        ArgumentDocument.from_dict(data)
    assert "\n" not in str(caught.value)
