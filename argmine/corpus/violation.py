"""A broken rule."""

from typing import NamedTuple


class Violation(NamedTuple):
    """One violation of the rules of a corpus.

    Attributes
    ----------
    file : str
        The file, relative to the corpus folder.
    unit : str
        Index of the unit, ``-`` where the rule is not about one.
    rule : str
        Short name of the rule.
    message : str
        What is wrong.
    """

    file: str
    unit: str
    rule: str
    message: str

    def __str__(self) -> str:
        place = self.file if self.unit == "-" else f"{self.file}, unit {self.unit}"
        return f"{place}: [{self.rule}] {self.message}"
