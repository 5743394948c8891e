"""A commentary with its argument graph."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any, Self

from pydantic import ValidationError, model_validator

from argmine.errors import InputError
from argmine.objects.base import FrozenModel
from argmine.objects.labels import RelationType, UnitType
from argmine.objects.metadata import Metadata
from argmine.objects.relation import Relation
from argmine.objects.target import Target
from argmine.objects.unit import Unit


class ArgumentDocument(FrozenModel):
    """A commentary cut into typed units and linked into an argument graph.

    Attributes
    ----------
    text : str
        The text exactly as it was given; all offsets count its code points.
    metadata : Metadata
    target : Target
    units : tuple of Unit
        In text order; they tile the body, which starts with the first and ends with the last.
    relations : tuple of Relation
        At most one outgoing relation a unit, no cycles.

    Raises
    ------
    pydantic.ValidationError
        If the parts contradict each other.
    """

    text: str
    metadata: Metadata = Metadata()
    target: Target
    units: tuple[Unit, ...] = ()
    relations: tuple[Relation, ...] = ()

    @model_validator(mode="after")
    def _check(self) -> Self:
        position = self.units[0].start if self.units else 0
        for unit in self.units:
            if unit.start != position or self.text[unit.start : unit.end] != unit.text:
                raise ValueError(f"unit {unit.id}: units do not tile the text at {position}")
            if unit.stance is not None and unit.stance.target != self.target:
                raise ValueError(f"unit {unit.id}: its stance names another target")
            position = unit.end
        if len(self._by_id) != len(self.units):
            raise ValueError("two units share an id")
        if sum(unit.thesis for unit in self.units) > 1:
            raise ValueError("more than one thesis")
        self._check_relations()
        return self

    def _check_relations(self) -> None:
        for relation in self.relations:
            for end in (relation.source, relation.target):
                if end not in self._by_id or self._by_id[end].type == "none":
                    raise ValueError(f"relation {relation.source} → {relation.target}: {end} is no argument component")
        if len(self._head_of) != len(self.relations):
            raise ValueError("a unit has two outgoing relations")
        cleared: set[str] = set()
        for source in self._head_of:
            path: set[str] = set()
            node = source
            while node in self._head_of and node not in cleared:
                if node in path:
                    raise ValueError(f"relations form a cycle through {node}")
                path.add(node)
                node = self._head_of[node].target
            cleared |= path

    @cached_property
    def _by_id(self) -> dict[str, Unit]:
        return {unit.id: unit for unit in self.units}

    @cached_property
    def _head_of(self) -> dict[str, Relation]:
        return {relation.source: relation for relation in self.relations}

    @property
    def components(self) -> tuple[Unit, ...]:
        """The argument components: all units but those of type ``none``."""
        return tuple(unit for unit in self.units if unit.type != "none")

    @property
    def claims(self) -> tuple[Unit, ...]:
        """The units of type ``claim``."""
        return self._of_type("claim")

    @property
    def premises(self) -> tuple[Unit, ...]:
        """The units of type ``premise``."""
        return self._of_type("premise")

    @property
    def evidence(self) -> tuple[Unit, ...]:
        """The units of type ``evidence``."""
        return self._of_type("evidence")

    @property
    def thesis(self) -> Unit | None:
        """The claim that the whole text serves, if there is one."""
        return next((unit for unit in self.units if unit.thesis), None)

    def unit(self, unit_id: str) -> Unit:
        """The unit with this id.

        Raises
        ------
        KeyError
            If there is none.
        """
        return self._by_id[unit_id]

    def head(self, unit: Unit) -> Unit | None:
        """The unit that ``unit`` supports or attacks, if any."""
        relation = self._head_of.get(unit.id)
        return self._by_id[relation.target] if relation else None

    def relation(self, unit: Unit) -> Relation | None:
        """The outgoing relation of ``unit``, if any."""
        return self._head_of.get(unit.id)

    def dependents(self, unit: Unit, type: RelationType | None = None) -> tuple[Unit, ...]:
        """The units that bear on ``unit``, in text order; only supports or only attacks if ``type`` is given."""
        sources = {r.source for r in self.relations if r.target == unit.id and type in (None, r.type)}
        return tuple(u for u in self.units if u.id in sources)

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """A copy with some fields changed; unlike pydantic's own, it is validated.

        Raises
        ------
        pydantic.ValidationError
            If the new parts contradict each other.
        """
        fields = {name: getattr(self, name) for name in type(self).model_fields}
        return type(self).model_validate({**fields, **(update or {})})

    def to_dict(self) -> dict[str, Any]:
        """Plain JSON-ready data, the form that ``argmine mine --format json`` prints."""
        data = self.model_dump(mode="json")
        for unit in data["units"]:
            if unit["stance"] is not None:
                del unit["stance"]["target"]
        return data

    @classmethod
    def json_schema(cls) -> dict[str, Any]:
        """The JSON Schema (draft 2020-12) of ``to_dict``."""
        schema = cls.model_json_schema(mode="serialization")
        stance = schema["$defs"]["Stance"]
        del stance["properties"]["target"]
        stance["required"] = [name for name in stance["required"] if name != "target"]
        return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Rebuild a document from ``to_dict``.

        Raises
        ------
        InputError
            If the data is no such document; the message names the first fault.
        """
        try:
            units = [_unit_with_target(unit, data["target"]) for unit in data["units"]]
            return cls.model_validate({**data, "units": units})
        except ValidationError as error:
            fault = error.errors()[0]
            place = ".".join(str(part) for part in fault["loc"])
            raise InputError(f"not an argmine document: {place + ': ' if place else ''}{fault['msg']}") from error
        except (KeyError, TypeError, AttributeError) as error:
            raise InputError(f"not an argmine document: {error!r}") from error

    def _of_type(self, type: UnitType) -> tuple[Unit, ...]:
        return tuple(unit for unit in self.units if unit.type == type)


def _unit_with_target(unit: Mapping[str, Any], target: Any) -> dict[str, Any]:
    stance = unit["stance"]
    if stance is None:
        return dict(unit)
    stance = {key: value for key, value in stance.items() if key != "label"}
    return {**unit, "stance": {**stance, "target": target}}
