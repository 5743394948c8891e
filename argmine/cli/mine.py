"""``argmine mine``: commentaries to typed units, stance and relations."""

import argparse
import os
import shutil
import sys
from pathlib import Path
from typing import Any

from argmine.cli.options import add_encoder
from argmine.cli.output import check_writable, write
from argmine.errors import InputError
from argmine.formats import dump_json, dump_jsonl
from argmine.objects import ArgumentDocument
from argmine.reading import Commentary
from argmine.reading.decoding import decode
from argmine.view import render_table

FORMATS = ("table", "json", "jsonl")


def add_parser(commands: "argparse._SubParsersAction[Any]") -> None:
    """Register the command."""
    parser = commands.add_parser("mine", help="論評を解析する / mine commentaries")
    parser.add_argument(
        "files", nargs="+", metavar="FILE", help=".txt か .md、標準入力は - / a text file, - for standard input"
    )
    parser.add_argument(
        "--target", metavar="TEXT", help="論題 (在日米軍の強化)。省略すると本文から見つける / found if left out"
    )
    parser.add_argument("--model", metavar="M", help="モデル名かフォルダ / a model's name or folder")
    add_encoder(parser)
    parser.add_argument("--format", choices=FORMATS, default="table", help="出力形式 / output format (default: table)")
    parser.add_argument("--out", metavar="PATH", help="出力先ファイル / write here instead of standard output")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Mine every file, then write everything at once."""
    from argmine import load

    check_writable(arguments.out)
    for name in arguments.files:
        if arguments.out not in (None, "-") and name != "-" and Path(name).resolve() == Path(arguments.out).resolve():
            raise InputError(f"{arguments.out}: would overwrite the file it is made from")
    if arguments.target is not None and not arguments.target.strip():
        raise InputError("--target: the text is empty")
    commentaries = [read(name) for name in arguments.files]
    miner = load(arguments.model, encoder=arguments.encoder)
    documents = list(miner.pipe(commentaries, target=arguments.target))
    write(render(documents, arguments.format, to_terminal=arguments.out is None and sys.stdout.isatty()), arguments.out)
    return 0


def read(name: str) -> Commentary:
    """A commentary from a file, or from standard input."""
    if name == "-":
        return Commentary.from_text(decode(sys.stdin.buffer.read(), "standard input"), name="standard input")
    return Commentary.from_file(name)


def render(documents: list[ArgumentDocument], format: str, *, to_terminal: bool) -> str:
    """All documents in one of the formats."""
    if format == "json":
        return dump_json(documents)
    if format == "jsonl":
        return dump_jsonl(documents)
    width = shutil.get_terminal_size((80, 24)).columns if to_terminal else 80
    colour = (to_terminal or bool(os.environ.get("FORCE_COLOR"))) and not os.environ.get("NO_COLOR")
    return "\n".join(render_table(document, width=min(width, 120), colour=colour) for document in documents)
