"""The header of a commentary: series, number, title, date, authors, boilerplate.

Layout of an institute's series, as the JIIA strategic comments have it; each part may be missing:

    国問研戦略コメント                                   series
    国問研戦略コメント（2025-05） 未来への回帰：…          series (number) title
    2025-03-31                                          date
    小谷哲男（日本国際問題研究所主任研究員、…）             author (affiliations)
    「国問研戦略コメント」は、…目的としています。            what the series is
"""

import re
import unicodedata
from dataclasses import dataclass, field

from argmine import resources
from argmine.objects.metadata import Metadata
from argmine.reading.dates import is_date_line, iso_date

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
_NUMBER = r"(?:No\.?|第|Vol\.?)?\s*[0-9０-９]+(?:[-－–‐/][0-9０-９]+)*\s*号?"
_NUMBERED = re.compile(
    rf"^(?P<series>[^（()）。]{{2,40}}?)\s*[（(]\s*(?P<number>{_NUMBER})\s*[）)]\s*(?P<title>\S.*)?$"
)
_AUTHOR_LABEL = re.compile(r"^(?:著者|執筆者?|筆者|文責|文|author)\s*[:：]\s*", re.IGNORECASE)
_AUTHOR = re.compile(r"^(?P<name>[^（(）)。、：:!！?？]{2,20}?)\s*[（(](?P<affiliation>[^（()）]{2,80})[）)]$")
_POST = re.compile(
    r"(?:研究|教授|講師|大学|記者|編集|所長|代表|会長|理事|委員|議員|弁護士|顧問|フェロー|アナリスト|エコノミスト|部長|院|局|省|社)"
)
_BOILERPLATE = re.compile(
    r"^[「『]?(?P<series>[^「」『』]{2,40})[」』]?(?:は|とは)、?.*(?:目的|発信|掲載|見解|シリーズ|お届け).*(?:ます|です|ある|もの)。?$"
)
_SOURCE = re.compile(r"^(?:(?:出典|出所|URL|掲載元)\s*[:：]\s*)?(?P<url>https?://\S+)$", re.IGNORECASE)
_BULLET = re.compile(r"^\s*(?:[・●○◯■□◆◇▼▽*＊•①-⑳]|[-+]\s|[（(]?[0-9０-９]+[）).．、])")
_LONGEST_TITLE = 80


@dataclass
class _Header:
    """The parts found so far."""

    series: str | None = None
    number: str | None = None
    title: str | None = None
    date: str | None = None
    source: str | None = None
    authors: list[str] = field(default_factory=list)
    affiliations: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class _Line:
    text: str
    start: int
    end: int


def parse_header(text: str, start: int, known: Metadata) -> tuple[int, Metadata]:
    """Read the header that may stand before the body.

    Parameters
    ----------
    text : str
        The text.
    start : int
        Where to begin, a code-point offset.
    known : Metadata
        What is known already (front matter); it wins.

    Returns
    -------
    int, Metadata
        Offset of the body's first visible character, and the metadata.
    """
    lines = _leading_lines(text, start)
    header = _Header()
    taken = 0
    while taken < len(lines) - 1 and _take(lines, taken, header):
        taken += 1
    body = lines[taken].start if lines else len(text)
    while body < len(text) and text[body].isspace():
        body += 1
    found = {key: value for key, value in vars(header).items() if value}
    given = {key: value for key, value in known.model_dump().items() if value}
    return body, Metadata.model_validate({**found, **given})


def _leading_lines(text: str, start: int, most: int = 16) -> list[_Line]:
    lines: list[_Line] = []
    for match in _LINE.finditer(text, start):
        if match.group().strip():
            lines.append(_Line(match.group().strip(), match.start(), match.end()))
        if len(lines) == most or match.end() == len(text):
            break
    return lines


def _take(lines: list[_Line], index: int, header: _Header) -> bool:
    """Whether the line belongs to the header; if so, note what it says."""
    line = lines[index].text
    if is_date_line(line) and header.date is None:
        header.date = iso_date(line)
        return True
    if source := _SOURCE.match(line):
        header.source = source["url"]
        return True
    return _take_series(line, header) or _take_author(line, header) or _take_title(lines, index, header)


def _take_series(line: str, header: _Header) -> bool:
    numbered = _NUMBERED.match(line)
    if numbered and header.number is None and (numbered["title"] or header.series):
        header.series = normal_series(numbered["series"])
        header.number = unicodedata.normalize("NFKC", numbered["number"]).strip()
        header.title = numbered["title"] or header.title
        return True
    known_series = resources.load("series")["series"]
    if len(line) <= 40 and header.series is None and any(line in (s["name"], *s["variants"]) for s in known_series):
        header.series = normal_series(line)
        return True
    boilerplate = _BOILERPLATE.match(line)
    return bool(boilerplate and header.series and normal_series(boilerplate["series"]) == header.series)


def _take_author(line: str, header: _Header) -> bool:
    label = _AUTHOR_LABEL.match(line)
    match = _AUTHOR.match(line[label.end() :] if label else line)
    if match and (label or _POST.search(match["affiliation"])):
        header.authors.append(match["name"].strip())
        header.affiliations += [
            part.strip() for part in re.split(r"[、，,／/・]", match["affiliation"]) if part.strip()
        ]
        return True
    if label and len(line) <= 60:
        header.authors += [part.strip() for part in re.split(r"[、，,]", line[label.end() :]) if part.strip()]
        return True
    return False


def _take_title(lines: list[_Line], index: int, header: _Header) -> bool:
    """A short line without a full stop, set off from what follows, before any title was found."""
    line = lines[index].text
    markdown = re.match(r"#\s+(\S.*)", line)
    if header.title is not None or not (markdown or index == 0):
        return False
    plain = markdown.group(1).rstrip("# ") if markdown else line
    if not markdown:
        set_off = lines[index + 1].start > lines[index].end
        if len(plain) > _LONGEST_TITLE or plain[-1] in "。．、，,・；" or _BULLET.match(plain) or not set_off:
            return False
    header.title = plain
    return True


def normal_series(name: str) -> str:
    """The usual spelling of a series name: 国間研戦略コメント → 国問研戦略コメント."""
    plain = unicodedata.normalize("NFKC", name).strip("「」『』 　")
    for series in resources.load("series")["series"]:
        if plain in series["variants"]:
            return str(series["name"])
    return plain
