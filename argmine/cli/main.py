"""The command line: parses, calls the library, prints."""

import argparse
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

from argmine.cli import corpus, evaluate, mine, train
from argmine.errors import ArgmineError


class _Parser(argparse.ArgumentParser):
    """An argument parser whose errors are one line."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {message} (see {self.prog} --help)\n")


def make_parser() -> argparse.ArgumentParser:
    """The parser with all commands."""
    from argmine import __version__

    parser = _Parser(
        prog="argmine",
        description="日本語の政策論評から主張・論拠・証拠、立場、議論グラフを取り出す。\n"
        "Argument mining for Japanese policy commentaries.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"argmine {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for module in (mine, train, evaluate, corpus):
        module.add_parser(commands)
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command.

    Returns
    -------
    int
        Exit status: 0 done, 1 something checked was found wanting, 2 bad input.
    """
    arguments = make_parser().parse_args(argv)
    try:
        status = int(arguments.run(arguments))
        sys.stdout.flush()
        return status
    except ArgmineError as error:
        print(f"argmine: {' '.join(str(error).split())}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


if __name__ == "__main__":
    sys.exit(main())
