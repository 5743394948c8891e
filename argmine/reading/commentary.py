"""A commentary as it was given: text, metadata, and where the body stands."""

import re
from pathlib import Path
from typing import Self

from pydantic import Field, model_validator

from argmine.errors import InputError
from argmine.objects.base import FrozenModel
from argmine.objects.metadata import Metadata
from argmine.reading.decoding import decode
from argmine.reading.header import parse_header
from argmine.reading.markdown import parse_front_matter

_JAPANESE = re.compile(r"[ぁ-ゖァ-ヺ一-鿿㐀-䶿ｦ-ﾟ\U00020000-\U0003134f]")
SUFFIXES = (".txt", ".md", ".markdown")


def has_japanese(text: str) -> bool:
    """Whether there is a kana or a kanji in a text."""
    return _JAPANESE.search(text) is not None


class Commentary(FrozenModel):
    """A text with its header read.

    Attributes
    ----------
    text : str
        The text exactly as it was given.
    metadata : Metadata
        What the header says.
    body_start, body_end : int
        Code-point offsets of the body, which alone is annotated; the body starts and ends with visible characters.
    """

    text: str
    metadata: Metadata = Metadata()
    body_start: int = Field(ge=0)
    body_end: int = Field(ge=0)

    @model_validator(mode="after")
    def _check(self) -> Self:
        if not 0 <= self.body_start <= self.body_end <= len(self.text):
            raise ValueError("the body lies outside the text")
        return self

    @property
    def body(self) -> str:
        """The text between ``body_start`` and ``body_end``."""
        return self.text[self.body_start : self.body_end]

    @classmethod
    def from_text(cls, text: str, *, metadata: Metadata | None = None, name: str = "text") -> Self:
        """Read a text whose layout is not known.

        A header in the layout of an institute's commentary series is parsed; of any other text the first line is the
        title if it looks like one, and the rest is body.

        Parameters
        ----------
        text : str
            Any text with at least one Japanese character.
        metadata : Metadata, optional
            What is known already; fields that are set win over what the header says.
        name : str
            What to call the text in an error message.

        Raises
        ------
        InputError
            If there is nothing to read, or nothing in Japanese.
        """
        if not text.strip():
            raise InputError(f"{name}: the text is empty")
        if not has_japanese(text):
            raise InputError(f"{name}: no Japanese text in it")
        start, found = parse_front_matter(text)
        start, found = parse_header(text, start, found)
        if metadata is not None:
            given = {key: value for key, value in metadata.model_dump().items() if value}
            found = found.model_copy(update=given)
        return cls(text=text, metadata=found, body_start=start, body_end=len(text.rstrip()))

    @classmethod
    def from_file(cls, path: str | Path) -> Self:
        """Read a ``.txt`` or ``.md`` file in UTF-8, UTF-16, Shift_JIS/CP932, EUC-JP or ISO-2022-JP.

        Raises
        ------
        InputError
            If the file is missing, a folder, unreadable, empty, binary, undecodable or has no Japanese in it; the
            message names the file.
        """
        path = Path(path)
        try:
            data = path.read_bytes()
        except FileNotFoundError:
            raise InputError(f"{path}: no such file") from None
        except IsADirectoryError:
            raise InputError(f"{path}: a directory, not a file") from None
        except OSError as error:
            raise InputError(f"{path}: cannot be read ({error.strerror})") from error
        return cls.from_text(decode(data, str(path)), name=str(path))
