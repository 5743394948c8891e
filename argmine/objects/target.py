"""The thing a commentary argues about."""

from pydantic import Field

from argmine.objects.base import FrozenModel


class Target(FrozenModel):
    """The target of a commentary (guideline, 1).

    Attributes
    ----------
    name : str
        The thing under debate, a Japanese noun phrase.
    proposition : str
        What a supporter would want, one sentence.
    action : str
        English slug of the action noun (強化 → ``reinforcement``); part of every stance label.
    """

    name: str = Field(min_length=1)
    proposition: str = Field(min_length=1)
    action: str = Field(pattern=r"^[a-z][a-z0-9-]*$")
