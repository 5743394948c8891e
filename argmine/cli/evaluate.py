"""``argmine evaluate``: a model's scores on an annotated corpus."""

import argparse
import json
from typing import Any

from argmine.cli.options import add_encoder
from argmine.evaluation.scores import Scores


def add_parser(commands: "argparse._SubParsersAction[Any]") -> None:
    """Register the command."""
    parser = commands.add_parser("evaluate", help="モデルを評価する / score a model on a corpus")
    parser.add_argument("model", metavar="MODEL", help="モデル名かフォルダ / a model's name or folder")
    parser.add_argument(
        "corpus", metavar="CORPUS", help="コーパスのフォルダ / a corpus folder, or a folder of passages"
    )
    parser.add_argument(
        "--split", metavar="NAME", help="分割 (train, dev, test)。省略すると全文書 / all documents if left out"
    )
    add_encoder(parser)
    parser.add_argument("--json", action="store_true", help="JSON で出力 / print one JSON object")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Score, then print."""
    from argmine import load
    from argmine.corpus.corpus import Corpus
    from argmine.evaluation import evaluate

    scores, documents = evaluate(
        load(arguments.model, encoder=arguments.encoder), Corpus(arguments.corpus), arguments.split
    )
    if arguments.json:
        print(json.dumps({"documents": documents, **scores.to_dict()}, ensure_ascii=False))
    else:
        print(render(scores, documents))
    return 0


def render(scores: Scores, documents: int) -> str:
    """The figures as lines for a person."""
    lines = [f"{documents} documents, {scores.units} units"]
    for label, value in (
        ("unit F1 (exact span)", scores.unit_f1),
        ("unit F1 with type", scores.unit_type_f1),
        ("unit F1 with type and stance", scores.unit_type_stance_f1),
        ("type macro-F1", scores.type_macro_f1),
        ("type alpha", scores.type_alpha),
        ("stance macro-F1", scores.stance_macro_f1),
        ("stance alpha", scores.stance_alpha),
        ("link F1", scores.link_f1),
        ("link F1 with label", scores.link_label_f1),
    ):
        lines.append(f"{label:<30}{value:6.3f}")
    lines.append("F1 by type    " + "  ".join(f"{name} {value:.3f}" for name, value in scores.type_f1.items()))
    lines.append("F1 by stance  " + "  ".join(f"{name} {value:.3f}" for name, value in scores.stance_f1.items()))
    return "\n".join(lines)
