"""One argument component, or a stretch of text that argues nothing."""

from typing import Self

from pydantic import Field, model_validator

from argmine.objects.base import FrozenModel
from argmine.objects.labels import KINDS, Attribution, Kind, UnitType
from argmine.objects.stance import Stance


class Unit(FrozenModel):
    """A unit of a commentary (guideline, 2 and 3).

    Attributes
    ----------
    id : str
        Unique in its document: ``u1``, ``u2``, … in text order when argmine made it.
    start, end : int
        Code-point offsets into the document's text.
    text : str
        ``document.text[start:end]``; white space after the unit is part of it.
    type : {"claim", "premise", "evidence", "none"}
        Argumentative type; ``none`` for text that argues nothing.
    kind : str or None
        Of a claim ``policy``, ``value`` or ``interpretation``; of evidence ``fact``, ``statistic`` or ``testimony``.
    attribution : {"author", "reported"} or None
        Whose view or word it is; None for type ``none``.
    stance : Stance or None
        None for type ``none``.
    thesis : bool
        Whether the whole text serves this claim.
    confidence : float
        Estimated probability of the type, 0 to 1; 1 in a human annotation.

    Raises
    ------
    pydantic.ValidationError
        If the attributes do not fit the type.
    """

    id: str = Field(min_length=1)
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    text: str
    type: UnitType
    kind: Kind | None = None
    attribution: Attribution | None = None
    stance: Stance | None = None
    thesis: bool = False
    confidence: float = Field(default=1.0, ge=0.0, le=1.0)

    @property
    def visible_length(self) -> int:
        """Number of code points that are not white space, the measure of scores and agreement."""
        return sum(not char.isspace() for char in self.text)

    @model_validator(mode="after")
    def _check(self) -> Self:
        if self.end - self.start != len(self.text) or not self.text:
            raise ValueError(f"unit {self.id}: offsets {self.start}-{self.end} do not measure its text")
        if (self.kind in KINDS[self.type]) != bool(KINDS[self.type]) or (self.kind and not KINDS[self.type]):
            raise ValueError(f"unit {self.id}: kind {self.kind!r} does not go with type {self.type!r}")
        argues = self.type != "none"
        if (self.stance is not None) != argues or (self.attribution is not None) != argues:
            raise ValueError(f"unit {self.id}: stance and attribution go with every type but 'none'")
        if self.thesis and self.type != "claim":
            raise ValueError(f"unit {self.id}: only a claim can be the thesis")
        return self
