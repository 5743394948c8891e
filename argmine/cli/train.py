"""``argmine train``: annotated corpora to a model folder."""

import argparse
from pathlib import Path
from typing import Any

from argmine.errors import InputError


def add_parser(commands: "argparse._SubParsersAction[Any]") -> None:
    """Register the command."""
    parser = commands.add_parser("train", help="コーパスからモデルを学習する / train a model from corpora")
    parser.add_argument("corpora", nargs="+", metavar="CORPUS", help="コーパスのフォルダ / a corpus folder")
    parser.add_argument("--out", required=True, metavar="DIR", help="モデルを書くフォルダ / the model folder")
    parser.add_argument(
        "--encoder",
        default="static",
        metavar="E",
        help="static、e5、または sentence-transformers モデルのフォルダ / static (default), e5, or a model's folder",
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Train on all but the test splits, write the model, say what was done."""
    from argmine.corpus.corpus import Corpus
    from argmine.pipeline.persistence import save_model
    from argmine.training import train_corpora

    out = Path(arguments.out)
    if out.exists() and not out.is_dir():
        raise InputError(f"{out}: a file, not a folder for a model")
    corpora = [Corpus(path) for path in arguments.corpora]
    model, about = train_corpora(corpora, name=out.name, encoder=arguments.encoder)
    save_model(model, out, about)
    for entry in about["corpora"]:
        print(f"{entry['name']} {entry['version']}: {entry['documents']} documents, {entry['units']} units")
    print(f"model written to {out}")
    return 0
