"""From a string or a file to a Commentary: decoding, header, body."""

from argmine.reading.commentary import Commentary

__all__ = ["Commentary"]
