"""What is known of a commentary beside its text."""

from pydantic import Field

from argmine.objects.base import FrozenModel


class Metadata(FrozenModel):
    """Bibliographic data of a commentary (guideline, 1). Every field may be missing.

    Attributes
    ----------
    id : str or None
        Name of the document in its corpus or batch.
    series, number, title : str or None
        Series name (normalised), number in the series, title.
    date : str or None
        Date of publication, ISO 8601 (``2025-03-31``).
    authors, affiliations : tuple of str
    source : str or None
        Address or file the text came from.
    genre, area : str or None
        Genre and policy area, in corpora that record them.
    """

    id: str | None = None
    series: str | None = None
    number: str | None = None
    title: str | None = None
    date: str | None = Field(default=None, pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")
    authors: tuple[str, ...] = ()
    affiliations: tuple[str, ...] = ()
    source: str | None = None
    genre: str | None = None
    area: str | None = None
