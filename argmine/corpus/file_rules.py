"""Rules of one file as bytes: encoding, normal form, line ends, white space."""

import re
import unicodedata
from collections.abc import Iterator

from argmine.corpus.violation import Violation

_UNWANTED = ("Cc", "Cf", "Cs", "Co", "Cn")
_BREAKS = re.compile("[\r\v\f\x1c-\x1e\x85\u2028\u2029]")


def check_file(data: bytes, file: str, own: bool) -> Iterator[Violation]:
    """Every violation in a file's form.

    Parameters
    ----------
    data : bytes
        The file.
    file : str
        Its path in the corpus.
    own : bool
        Whether the corpus's authors wrote it. A text that was found is only checked to be UTF-8, and a layer of one is
        not checked for its normal form.
    """
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        yield Violation(file, data[: error.start].count(b"\n") + 1, "file/utf-8", f"no UTF-8 at byte {error.start}")
        return
    if not own and file.startswith("documents/"):
        return
    if text.startswith("\ufeff"):
        yield Violation(file, 1, "file/bom", "a byte order mark")
    if own and unicodedata.normalize("NFC", text) != text:
        lines = enumerate(text.split("\n"), 1)
        line = next((n for n, line in lines if unicodedata.normalize("NFC", line) != line), 0)
        yield Violation(file, line, "file/nfc", "not in Unicode normal form C")
    if not text.endswith("\n") or text.endswith("\n\n") or text == "\n":
        yield Violation(file, text.count("\n"), "file/final-newline", "must end in exactly one line feed")
    yield from _lines(text, file)


def _lines(text: str, file: str) -> Iterator[Violation]:
    allowed = "\t" if file.endswith(".tsv") else ""
    lines = text.removesuffix("\n").split("\n")
    for number, line in enumerate(lines, 1):
        if match := _BREAKS.search(line):
            yield Violation(file, number, "file/lf", f"the line break U+{ord(match.group()):04X}")
        if line != line.rstrip(" \t\u3000\xa0"):
            yield Violation(file, number, "file/trailing-space", "white space at the end")
        unwanted = {char for char in line if unicodedata.category(char) in _UNWANTED and not _BREAKS.match(char)}
        if number == 1:
            unwanted.discard(text[0] if text.startswith("\ufeff") and line.count("\ufeff") == 1 else "")
        for char in sorted(unwanted.difference(allowed)):
            yield Violation(file, number, "file/control", f"the character U+{ord(char):04X}")
        if file.endswith(".txt") and not line and (number == 1 or not lines[number - 2]) and number < len(lines):
            yield Violation(file, number, "file/blank-lines", "a blank line too many")
