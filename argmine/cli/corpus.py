"""``argmine corpus``: look after annotated corpora."""

import argparse
from typing import Any


def add_parser(commands: "argparse._SubParsersAction[Any]") -> None:
    """Register the command and its subcommands."""
    parser = commands.add_parser("corpus", help="コーパスの検査と統計 / check and describe corpora")
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    for name, help, run in (
        ("validate", "規則違反を探す / find violations of the rules", run_validate),
        ("stats", "統計表 / tables of what is in it", run_stats),
        ("agreement", "一致度 / agreement of the annotators", run_agreement),
    ):
        action = actions.add_parser(name, help=help)
        action.add_argument("corpora", nargs="+", metavar="CORPUS", help="コーパスのフォルダ / a corpus folder")
        action.set_defaults(run=run)


def run_validate(arguments: argparse.Namespace) -> int:
    """Print every violation; 1 if there is any."""
    from argmine.corpus.validation import validate

    count = 0
    for path in arguments.corpora:
        for violation in validate(path):
            print(violation)
            count += 1
    print(f"{count} violations" if count else "valid")
    return 1 if count else 0


def run_stats(arguments: argparse.Namespace) -> int:
    """Print the tables."""
    from argmine.corpus.corpus import Corpus
    from argmine.corpus.stats import describe

    for path in arguments.corpora:
        print(describe(Corpus(path)))
    return 0


def run_agreement(arguments: argparse.Namespace) -> int:
    """Print agreement by split."""
    from argmine.corpus.agreement import agreement, render
    from argmine.corpus.corpus import Corpus

    for path in arguments.corpora:
        print(render(agreement(Corpus(path))))
    return 0
