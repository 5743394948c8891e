from pathlib import Path

import pytest

from argmine.errors import InputError
from argmine.objects import Metadata
from argmine.reading import Commentary
from tests.conftest import REFERENCE


def test_the_header_of_the_reference_commentary() -> None:
    commentary = Commentary.from_file(REFERENCE)
    assert commentary.metadata == Metadata(
        series="国問研戦略コメント",
        number="2025-05",
        title="未来への回帰：日米同盟における指揮統制関係強化の意義",
        date="2025-03-31",
        authors=("小谷哲男",),
        affiliations=("日本国際問題研究所主任研究員", "明海大学教授"),
    )
    assert "国間研戦略コメント" in commentary.text
    assert commentary.body.startswith("2024年4月に岸田総理と")
    assert commentary.body.endswith("再確認する必要がある。")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932", "shift_jis", "euc_jp", "iso2022_jp", "utf-16"])
def test_every_japanese_encoding_reads_alike(encoding: str, tmp_path: Path) -> None:
    text = REFERENCE.read_text(encoding="utf-8")
    path = tmp_path / "text.txt"
    path.write_bytes(text.encode(encoding))
    assert Commentary.from_file(path).text == text


@pytest.mark.parametrize(
    ("text", "title", "body"),
    [
        ("防衛費は増やすべきだ。", None, "防衛費は増やすべきだ。"),
        ("防衛費について\n\n増やすべきだ。", "防衛費について", "増やすべきだ。"),
        ("# 防衛費について\n増やすべきだ。", "防衛費について", "増やすべきだ。"),
        ("防衛費は増やすべきだ\n減らすべきでない", None, "防衛費は増やすべきだ\n減らすべきでない"),
        ("・一つ目\n\n・二つ目", None, "・一つ目\n\n・二つ目"),
        ("\n\n　増やすべきだ。\n\n", None, "増やすべきだ。"),
        ("防衛費の増額\n\n令和七年\n\n本文だ。", "防衛費の増額", "令和七年\n\n本文だ。"),
        ("防衛費の増額\n令和7年3月31日（月）\n著者：山田太郎\n\n本文だ。", None, None),
    ],
)
def test_other_layouts_give_a_title_or_nothing(text: str, title: str | None, body: str | None) -> None:
    commentary = Commentary.from_text(text)
    if body is not None:
        assert (commentary.metadata.title, commentary.body) == (title, body)
    assert commentary.text == text


def test_title_date_and_author_lines() -> None:
    commentary = Commentary.from_text("防衛費の増額\n\n令和7年3月31日\n\n山田花子（中央大学教授）\n\n増やすべきだ。")
    assert commentary.metadata.date == "2025-03-31"
    assert commentary.metadata.authors == ("山田花子",)
    assert commentary.metadata.affiliations == ("中央大学教授",)
    assert commentary.body == "増やすべきだ。"


def test_markdown_front_matter() -> None:
    text = "---\ntitle: 防衛費の増額\ndate: 2025/3/31\nauthors: [山田花子, 佐藤次郎]\n---\n\n増やすべきだ。\n"
    commentary = Commentary.from_text(text)
    assert commentary.metadata.title == "防衛費の増額"
    assert commentary.metadata.date == "2025-03-31"
    assert commentary.metadata.authors == ("山田花子", "佐藤次郎")
    assert commentary.body == "増やすべきだ。"


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"", "the file is empty"),
        (b"  \n ", "the text is empty"),
        (bytes(range(256)), "a binary file"),
        (b"PK\x03\x04" + bytes(100), "a binary file"),
        (b"\x81\x20\xff\xfe" * 40 + b"\xfd", "not UTF-8"),
        (b"plain English only", "no Japanese"),
        (b"\xef\xbb\xbf\xff\xff", "not valid UTF-8"),
    ],
)
def test_unreadable_files_are_refused_by_name(data: bytes, fault: str, tmp_path: Path) -> None:
    path = tmp_path / "bad.txt"
    path.write_bytes(data)
    with pytest.raises(InputError, match=fault) as caught:
        Commentary.from_file(path)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_missing_files_and_folders_are_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        Commentary.from_file(tmp_path / "none.txt")
    with pytest.raises(InputError, match="a directory"):
        Commentary.from_file(tmp_path)
