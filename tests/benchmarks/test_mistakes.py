"""Mistakes are named by unit, weighed by how sure the model was, and show no text."""

from argmine.objects import ArgumentDocument
from tests.benchmarks.measured import Pair
from tests.benchmarks.mistakes import mistakes, worst


def test_a_document_predicted_right_has_no_mistakes(document: ArgumentDocument) -> None:
    assert list(mistakes(Pair(document, document))) == []


def test_a_wrong_type_a_wrong_stance_and_a_lost_head(document: ArgumentDocument) -> None:
    first, second, third = document.units
    stance = first.stance.model_copy(update={"polarity": "pro", "confidence": 0.75}) if first.stance else None
    wrong = first.model_copy(update={"type": "evidence", "kind": "fact", "confidence": 0.5, "stance": stance})
    predicted = document.model_copy(update={"units": (wrong, second, third), "relations": document.relations[1:]})
    (mistake,) = mistakes(Pair(document, predicted))
    assert mistake.unit == "u1"
    assert mistake.faults == {"type": "premise → evidence", "stance": "con → pro", "head": "attack u3 → none"}
    assert mistake.weight == 0.5 + 0.75 + 0.5


def test_a_border_that_is_not_found_weighs_one_and_the_heaviest_come_first(document: ArgumentDocument) -> None:
    first, second, third = document.units
    joined = first.model_copy(update={"end": second.end, "text": document.text[first.start : second.end]})
    predicted = document.model_copy(update={"units": (joined, third), "relations": document.relations[:1]})
    found = worst([Pair(document, predicted)], 5)
    assert [(m.unit, m.weight) for m in found] == [("u1", 1.0), ("u2", 1.0)]
    assert found[0].faults == {"border": "not found"}
