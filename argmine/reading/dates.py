"""Dates as Japanese documents write them."""

import datetime
import re
import unicodedata

_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925}
_DATE = re.compile(
    r"(?:(?P<era>令和|平成|昭和)\s*(?P<era_year>\d{1,2}|元)|(?P<year>(?:19|20)\d{2}))\s*[年./\-‐–]\s*"
    r"(?P<month>\d{1,2})(?:\s*[月./\-‐–]\s*(?P<day>\d{1,2})\s*日?|\s*月)?"
)


def iso_date(text: str) -> str | None:
    """The first date in a text as ISO 8601, None if there is none: 令和7年3月31日 → ``2025-03-31``."""
    match = _DATE.search(unicodedata.normalize("NFKC", text))
    if match is None:
        return None
    if match["era"]:
        year = _ERAS[match["era"]] + (1 if match["era_year"] == "元" else int(match["era_year"]))
    else:
        year = int(match["year"])
    month, day = int(match["month"]), match["day"]
    try:
        date = datetime.date(year, month, int(day) if day else 1)
    except ValueError:
        return None
    return date.isoformat() if day else date.isoformat()[:7]


def is_date_line(line: str) -> bool:
    """Whether a line says nothing but a date, perhaps with 公開日 or a weekday."""
    plain = unicodedata.normalize("NFKC", line).strip()
    match = _DATE.search(plain)
    if match is None:
        return False
    rest = plain[: match.start()] + plain[match.end() :]
    return re.sub(r"\(?[月火水木金土日]曜?日?\)?|(?:公開|発行|掲載|更新|作成|発表|執筆)日?|[:\s()付]", "", rest) == ""
