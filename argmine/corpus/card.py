"""The card of a document: a TOML file with its metadata, target and, in constructed corpora, how it was made."""

import tomllib
from pathlib import Path
from typing import Any

from pydantic import Field, ValidationError

from argmine.errors import CorpusError
from argmine.objects import Metadata, Target
from argmine.objects.base import FrozenModel


class Construction(FrozenModel):
    """How a constructed document was made.

    Attributes
    ----------
    round : int
        Writing round, 1 is the first.
    side : {"pro", "con", "balanced"}
        The side the author was asked to argue.
    invented : tuple of str
        Figures, events, surveys and bodies that are made up, in Japanese.
    """

    round: int = Field(ge=1)
    side: str = Field(pattern="^(pro|con|balanced)$")
    invented: tuple[str, ...]


class Card(FrozenModel):
    """What a corpus says of one document.

    Attributes
    ----------
    metadata : Metadata
    target : Target
    construction : Construction or None
        None for a document that was found, not written for the corpus.
    style : dict of str to str
        The style card drawn before writing.
    """

    metadata: Metadata
    target: Target
    construction: Construction | None = None
    style: dict[str, str] = Field(default_factory=dict)


def read_card(path: Path) -> Card:
    """Read a card.

    Raises
    ------
    CorpusError
        If it is missing, no TOML, or lacks a field.
    """
    try:
        data: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
        return Card.model_validate(data)
    except FileNotFoundError:
        raise CorpusError(f"{path}: no such card") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CorpusError(f"{path}: no TOML ({error})") from error
    except ValidationError as error:
        fault = error.errors()[0]
        raise CorpusError(f"{path}: {'.'.join(map(str, fault['loc']))}: {fault['msg']}") from error
