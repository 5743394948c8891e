"""What a unit does to a reader's view of the target."""

from pydantic import Field, computed_field

from argmine.objects.base import FrozenModel
from argmine.objects.labels import Polarity
from argmine.objects.target import Target


class Stance(FrozenModel):
    """Stance of a unit toward the target of its document (guideline, 4).

    Attributes
    ----------
    polarity : {"pro", "con", "neutral"}
        Whether a reader who accepts the unit is more, less or neither more nor less willing to accept the target's
        proposition.
    target : Target
        The document's target.
    label : str
        ``pro-reinforcement``, ``con-reinforcement`` or ``neutral``.
    confidence : float
        Estimated probability of the polarity, 0 to 1; 1 in a human annotation.
    """

    polarity: Polarity
    target: Target
    confidence: float = Field(default=1.0, ge=0.0, le=1.0)

    @computed_field  # type: ignore[prop-decorator]
    @property
    def label(self) -> str:
        """The polarity joined with the target's action."""
        return self.polarity if self.polarity == "neutral" else f"{self.polarity}-{self.target.action}"
