import pytest

from argmine.reading.dates import is_date_line, iso_date


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025-03-31", "2025-03-31"),
        ("2025年3月31日", "2025-03-31"),
        ("令和7年3月31日", "2025-03-31"),
        ("令和元年5月1日", "2019-05-01"),
        ("平成３０年１２月", "2018-12"),
        ("2025/3/31", "2025-03-31"),
        ("2025年13月1日", None),
        ("来年の春", None),
    ],
)
def test_dates(text: str, expected: str | None) -> None:
    assert iso_date(text) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [("2025-03-31", True), ("2025年3月31日（月）公開", True), ("2025年3月31日に合意した。", False), ("公開", False)],
)
def test_lines_that_are_only_a_date(line: str, expected: bool) -> None:
    assert is_date_line(line) is expected
