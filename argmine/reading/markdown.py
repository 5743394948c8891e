"""What Markdown puts before the text: front matter."""

import re

from argmine.objects.metadata import Metadata
from argmine.reading.dates import iso_date

_FRONT_MATTER = re.compile(r"---[^\S\n]*\r?\n(.*?)\r?\n---[^\S\n]*(?:\r?\n|$)", re.DOTALL)
_FIELD = re.compile(r"^(\w+):[^\S\n]*(.*?)[^\S\n]*\r?$", re.MULTILINE)
_NAMES = {"title": "title", "series": "series", "number": "number", "url": "source", "source": "source"}


def parse_front_matter(text: str) -> tuple[int, Metadata]:
    """Read ``key: value`` lines between two ``---`` lines at the very start of a text.

    Returns
    -------
    int, Metadata
        Where the rest of the text starts (0 without front matter), and what the fields say.
    """
    match = _FRONT_MATTER.match(text)
    if match is None:
        return 0, Metadata()
    fields: dict[str, object] = {}
    for key, given in _FIELD.findall(match.group(1)):
        value = given.strip("\"' ")
        if key in _NAMES and value:
            fields[_NAMES[key]] = value
        elif key == "date":
            fields["date"] = iso_date(value)
        elif key in ("author", "authors"):
            fields["authors"] = tuple(
                part.strip("\"' ") for part in re.split(r"[,、，]", value.strip("[]")) if part.strip()
            )
    return match.end(), Metadata.model_validate(fields)
