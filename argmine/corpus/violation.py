"""Rules of a corpus, and what breaks one."""

from functools import cache
from pathlib import PurePath
from typing import NamedTuple

from argmine import resources


@cache
def rules() -> dict[str, str]:
    """Every rule of ``argmine corpus validate``: its id, such as ``layer/head-exists``, and what it demands."""
    table = resources.load("corpus_rules")
    return {f"{group}/{name}": str(text["en"]) for group, names in table.items() for name, text in names.items()}


def rules_page() -> str:
    """The rules as Markdown tables, one a group, in English and Japanese."""
    parts = []
    for group, names in resources.load("corpus_rules").items():
        rows = [f"| `{group}/{name}` | {text['en']} | {text['ja']} |" for name, text in names.items()]
        parts.append("\n".join([f"## {group}", "", "| rule | what must hold | 内容 |", "|---|---|---|", *rows]))
    return "\n\n".join(parts) + "\n"


class Violation(NamedTuple):
    """One violation of the rules of a corpus.

    Attributes
    ----------
    file : str
        Path of the file; while one corpus is checked, relative to its folder.
    line : int
        Number of the line, 0 where the rule is not about one. Line n of a layer is unit n.
    rule : str
        Id of the rule, one of ``rules()``.
    message : str
        What is wrong.
    """

    file: str
    line: int
    rule: str
    message: str

    @property
    def unit(self) -> int | None:
        """Number of the unit, of a violation in a layer."""
        return self.line if self.line and self.file.endswith(".tsv") else None

    def __str__(self) -> str:
        place = f", {'line' if self.unit is None else 'unit'} {self.line}" if self.line else ""
        return f"{self.file}{place}: [{self.rule}] {self.message}"

    def within(self, folder: PurePath) -> "Violation":
        """The same violation with the path of the corpus before its file."""
        return self._replace(file=(folder / self.file).as_posix())
