"""What all typed objects share: immutable, no unknown fields."""

from pydantic import BaseModel, ConfigDict


class FrozenModel(BaseModel):
    """A pydantic model that cannot be changed once made."""

    model_config = ConfigDict(frozen=True, extra="forbid")
