"""A directed link between two units."""

from pydantic import Field

from argmine.objects.base import FrozenModel
from argmine.objects.labels import RelationType


class Relation(FrozenModel):
    """A unit bears on another (guideline, 5).

    Attributes
    ----------
    source, target : str
        Unit ids: ``source`` supports or attacks ``target``.
    type : {"support", "attack"}
    confidence : float
        Estimated probability of the relation, 0 to 1; 1 in a human annotation.
    """

    source: str
    target: str
    type: RelationType
    confidence: float = Field(default=1.0, ge=0.0, le=1.0)
