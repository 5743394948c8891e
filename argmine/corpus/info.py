"""What ``corpus.toml`` must say of a corpus."""

from typing import Literal, Self

from pydantic import Field, model_validator

from argmine.objects.base import FrozenModel


class StyleFields(FrozenModel):
    """The fields of the corpus's style cards.

    Attributes
    ----------
    required, optional : tuple of str
        Fields that every style card has, and that some have.
    """

    required: tuple[str, ...] = Field(min_length=1)
    optional: tuple[str, ...] = ()


class Length(FrozenModel):
    """How long the bodies of the corpus are, in characters without white space.

    Attributes
    ----------
    least, most : int
    """

    least: int = Field(ge=1)
    most: int = Field(ge=1)

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.least > self.most:
            raise ValueError("least is above most")
        return self


class CorpusInfo(FrozenModel):
    """The fields of ``corpus.toml``.

    Attributes
    ----------
    name, version, licence : str
    guideline : str
        Version of the annotation guideline.
    language : str
        ISO 639-1 code.
    layers : tuple of str
        Annotation layers, ``gold`` first.
    constructed : bool
        Whether the texts were written for the corpus.
    genres, areas : tuple of str
        The genres and policy areas that a card may name.
    length : Length or None
        None where any length will do.
    style : StyleFields or None
        Of a constructed corpus.
    """

    name: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    version: str = Field(pattern=r"^\d+\.\d+(\.\d+)?$")
    guideline: Literal["1"]
    language: Literal["ja"]
    licence: str = Field(min_length=1)
    layers: tuple[str, ...]
    constructed: bool = Field(strict=True)
    genres: tuple[str, ...] = Field(min_length=1)
    areas: tuple[str, ...] = Field(min_length=1)
    length: Length | None = None
    style: StyleFields | None = None
