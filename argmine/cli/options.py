"""Options that several commands share."""

import argparse


def add_encoder(parser: argparse.ArgumentParser) -> None:
    """``--encoder``, where a trained model is loaded."""
    parser.add_argument(
        "--encoder",
        metavar="PATH",
        help="モデルの学習に使った sentence-transformers モデルのフォルダ / folder of the model's own encoder",
    )
