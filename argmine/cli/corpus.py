"""``argmine corpus``: look after annotated corpora."""

import argparse
import json
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
        action.add_argument("--json", action="store_true", help="JSON で出力 / print one JSON object")
        action.set_defaults(run=run)
    actions.add_parser("rules", help="規則の一覧 / the rules that validate checks").set_defaults(run=run_rules)


def run_validate(arguments: argparse.Namespace) -> int:
    """Print every violation; 1 if there is any."""
    from argmine.corpus.validation import validate

    violations = validate(arguments.corpora)
    if arguments.json:
        entries = [{**violation._asdict(), "unit": violation.unit} for violation in violations]
        print(json.dumps({"valid": not violations, "violations": entries}, ensure_ascii=False))
    else:
        print(
            "\n".join(
                [
                    *map(str, violations),
                    f"{len(violations)} violation{'s' * (len(violations) > 1)}" if violations else "valid",
                ]
            )
        )
    return 1 if violations else 0


def run_rules(arguments: argparse.Namespace) -> int:
    """Print the rules, as Markdown."""
    from argmine.corpus.violation import rules_page

    print(rules_page(), end="")
    return 0


def run_stats(arguments: argparse.Namespace) -> int:
    """Print the tables."""
    from argmine.corpus.corpus import Corpus
    from argmine.corpus.stats import describe
    from argmine.corpus.stats_tables import render

    stats = [describe(Corpus(path)) for path in arguments.corpora]
    if arguments.json:
        print(json.dumps({entry["name"]: entry for entry in stats}, ensure_ascii=False))
    else:
        print("\n\n".join(render(entry) for entry in stats))
    return 0


def run_agreement(arguments: argparse.Namespace) -> int:
    """Print agreement by split."""
    from argmine.corpus.corpus import Corpus
    from argmine.evaluation.agreement import agreement, render

    corpora = [Corpus(path) for path in arguments.corpora]
    rows = {corpus.name: agreement(corpus) for corpus in corpora}
    if arguments.json:
        print(json.dumps({name: {row.part: row.to_dict() for row in table} for name, table in rows.items()}))
    else:
        print("\n\n".join(render(name, table) for name, table in rows.items()))
    return 0
