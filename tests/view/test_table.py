import pytest
from rich.cells import cell_len

import argmine
from argmine.objects import ArgumentDocument
from argmine.view import render_table


@pytest.mark.parametrize("width", [60, 80, 120])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    text = render_table(argmine.load_reference(), width=width)
    assert max(cell_len(line) for line in text.splitlines()) <= width


def test_what_a_small_document_looks_like(document: ArgumentDocument) -> None:
    text = render_table(document)
    assert "在日米軍の強化" in text and "[reinforcement]" in text
    assert "主張・政策" in text and "★主題" in text
    assert "→3" in text and "攻撃" in text and "支持" in text
    assert "con-reinforcement 1" in text and "support 1  attack 1" in text


def test_nothing_is_printed_that_a_terminal_would_obey(document: ArgumentDocument) -> None:
    from argmine.pipeline.miner import Miner

    hostile = Miner(argmine.load().model)("赤い\x1b[31m字\x07で書く\ud800べきだ。", target="色の追加")
    text = render_table(hostile)
    assert "\x1b" not in text and "\x07" not in text and "\ud800" not in text


def test_colour_only_when_asked(document: ArgumentDocument) -> None:
    assert "\x1b[" in render_table(document, colour=True)
    assert "\x1b[" not in render_table(document)
