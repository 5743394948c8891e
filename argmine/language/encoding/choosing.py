"""Which encoder is meant: by a name or a folder given, or by what a trained model notes."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from argmine.errors import ModelError
from argmine.language.analyser import Analyser
from argmine.language.encoding.e5 import E5
from argmine.language.encoding.encoder import Encoder
from argmine.language.encoding.sentence_transformer import SentenceTransformer
from argmine.language.encoding.static import StaticVectors


def choose_encoder(name: str | Path | None, analyser: Analyser) -> Encoder:
    """The encoder of that name.

    Parameters
    ----------
    name : str or Path or None
        ``static`` (also None), ``e5``, or the folder of a sentence-transformers model.
    analyser : Analyser
        Whose static vectors are meant.

    Raises
    ------
    MissingExtraError
        If the extra that brings it is not installed.
    ModelError
        If there is no such encoder.
    """
    if name is None or name == StaticVectors.kind:
        return StaticVectors(analyser)
    if name == E5.kind:
        return E5()
    return SentenceTransformer(name)


def recorded_encoder(noted: Mapping[str, Any] | None, given: str | Path | None, analyser: Analyser) -> Encoder:
    """The encoder a trained model was made with.

    Parameters
    ----------
    noted : mapping or None
        What ``Encoder.describe`` said when it was trained; None stands for static vectors.
    given : str or Path or None
        The encoder the caller names. A model in a folder of the user's is found only so: a path is not noted, since
        it would not hold on another machine.
    analyser : Analyser

    Raises
    ------
    MissingExtraError
        If the extra that brings it is not installed.
    ModelError
        If none is given where one is needed, or it is not the one the model was trained with.
    """
    noted = noted or StaticVectors(analyser).describe()
    kind, name = str(noted["kind"]), str(noted["name"])
    if given is None:
        if kind == SentenceTransformer.kind:
            raise ModelError(f"trained with the {kind} model {name!r}: give its folder (encoder=, --encoder)")
        if kind not in (StaticVectors.kind, E5.kind):
            raise ModelError(f"trained with an encoder of the kind {kind!r}, which this argmine does not know")
        given = kind
    encoder = choose_encoder(given, analyser)
    told = encoder.describe()
    if told["kind"] != kind or told.get("sha256") != noted.get("sha256"):
        raise ModelError(f"trained with the encoder {name!r} ({kind}), not with {encoder.name!r} as it is here")
    return encoder
