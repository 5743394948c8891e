"""A model as a folder: ``model.json``, ``features.json``, ``weights.safetensors``. Loading runs no code of theirs."""

import hashlib
import json
import math
import shutil
import tempfile
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
from safetensors import SafetensorError
from safetensors.numpy import load as load_tensors
from safetensors.numpy import save as save_tensors

from argmine.classification.classifier import UnitClassifier
from argmine.classification.features import GROUPS
from argmine.decoding.propagation import Bonds
from argmine.decoding.temperature import Temperatures
from argmine.errors import ModelError
from argmine.language import Analyser
from argmine.language.encoding import STATIC_SCALE, StaticVectors, recorded_encoder
from argmine.learning.choice import ChoiceClassifier
from argmine.learning.linear import LinearClassifier
from argmine.pipeline.model import Model
from argmine.pipeline.places import data_folder
from argmine.relations.scorer import RelationScorer
from argmine.segmentation.segmenter import Segmenter
from argmine.stance.classifier import StanceClassifier

FORMAT, VERSION = "argmine-model", 2
CHOICES = ("thesis", "head")  # the classifiers that choose among units
C = TypeVar("C", bound=LinearClassifier)
_FILES = ("model.json", "features.json", "weights.safetensors")


def save_model(model: Model, path: str | Path, about: dict[str, Any]) -> None:
    """Write a model into a folder; the same model gives the same bytes.

    Parameters
    ----------
    model : Model
    path : str or Path
        The folder; files of a model that stand there are replaced, all at once.
    about : dict
        What to note in ``model.json``: name, corpora, their versions.
    """
    path = Path(path)
    tensors: dict[str, Any] = {}
    described: dict[str, Any] = {}
    exported = {name: classifier.to_arrays() for name, classifier in model.classifiers.items()}
    vocabulary = sorted({feature for _, data in exported.values() for feature in data["features"]})
    index = {feature: i for i, feature in enumerate(vocabulary)}
    for name, (arrays, data) in exported.items():
        tensors.update({f"{name}.{key}": np.ascontiguousarray(array) for key, array in arrays.items()})
        tensors[f"{name}.features"] = np.asarray([index[f] for f in data["features"]], dtype=np.int32)
        described[name] = {key: value for key, value in data.items() if key != "features"}
    weights = save_tensors(tensors)
    features = "[\n" + ",\n".join(json.dumps(f, ensure_ascii=False) for f in vocabulary) + "\n]\n"
    described_model = {
        "format": FORMAT,
        "version": VERSION,
        "about": about,
        "analyser": model.analyser.package,
        "groups": list(model.units.groups),
        "threshold": model.segmenter.threshold,
        "side_prior": model.stance.prior,
        "reluctance": model.relations.reluctance,
        "bonds": {
            "support": model.bonds.support.tolist(),
            "attack": model.bonds.attack.tolist(),
            "strength": model.bonds.strength,
        },
        "temperatures": model.temperatures.to_dict(),
        "classifiers": described,
        "sha256": {"features.json": _digest(features.encode()), "weights.safetensors": _digest(weights)},
    }
    if model.encoder.kind != StaticVectors.kind:  # the analyser's own vectors need no word
        described_model["encoder"] = {**model.encoder.describe(), "scale": model.units.vector_scale}
    described_text = json.dumps(described_model, ensure_ascii=False, indent=1) + "\n"
    _replace(
        path,
        {"model.json": described_text.encode(), "features.json": features.encode(), "weights.safetensors": weights},
    )


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _replace(path: Path, files: dict[str, bytes]) -> None:
    """Write files into a folder beside it first, so that a failure leaves what was there."""
    path.mkdir(parents=True, exist_ok=True)
    scratch = Path(tempfile.mkdtemp(prefix=".argmine-", dir=path))
    try:
        for name, data in files.items():
            (scratch / name).write_bytes(data)
        for name in files:
            (scratch / name).replace(path / name)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def find_model(name: str | Path | None) -> Path:
    """The folder of a model: the packaged default, a packaged name, or a path.

    Raises
    ------
    ModelError
        If there is none.
    """
    if name is None:
        return find_model("default")
    for path in (data_folder("models") / str(name), Path(name)):
        if (path / "model.json").is_file():
            return path
    if Path(name).exists():
        raise ModelError(f"{name}: not a model folder (no model.json in it)")
    raise ModelError(f"{name}: no such model")


def load_model(name: str | Path | None = None, encoder: str | Path | None = None) -> Model:
    """Read a model from its folder.

    Parameters
    ----------
    name : str or Path, optional
        See ``find_model``.
    encoder : str or Path, optional
        The encoder it was trained with; only one in a folder of the user's must be named.

    Raises
    ------
    ModelError
        If it is missing, damaged, foreign, of another version, or was trained with another encoder; the message names
        the folder.
    MissingExtraError
        If its encoder comes with an extra that is not installed.
    """
    path = find_model(name)
    described, vocabulary, tensors = _read(path)
    try:
        built = {
            key: _classifier(LinearClassifier, data, key, vocabulary, tensors)
            for key, data in described["classifiers"].items()
            if key not in CHOICES
        }
        thesis, head = (
            _classifier(ChoiceClassifier, described["classifiers"][key], key, vocabulary, tensors) for key in CHOICES
        )
        groups = tuple(str(group) for group in described["groups"])
        if not set(groups) <= set(GROUPS):
            raise ModelError(f"{path}: unknown feature groups {sorted(set(groups) - set(GROUPS))}")
        analyser = Analyser(_known_analyser(described["analyser"], path))
        noted = described.get("encoder")
        chosen = recorded_encoder(noted, encoder, analyser)
        return Model(
            analyser,
            chosen,
            Segmenter(built["boundary"], float(described["threshold"])),
            UnitClassifier(
                built["type"],
                built["context"],
                built["claim_kind"],
                built["evidence_kind"],
                built["attribution"],
                thesis,
                groups,
                float(noted["scale"]) if noted else STATIC_SCALE,
            ),
            StanceClassifier(built["direct"], built["orientation"], built["side"], float(described["side_prior"])),
            RelationScorer(head, built["attack"], float(described["reluctance"])),
            _bonds(described["bonds"]),
            _temperatures(described["temperatures"]),
        )
    except (KeyError, TypeError, ValueError, IndexError, AttributeError) as error:
        if isinstance(error, ModelError):
            raise ModelError(f"{path}: {str(error).removeprefix(f'{path}: ')}") from error
        raise ModelError(f"{path}: damaged model ({type(error).__name__}: {error})") from error


def _bonds(described: dict[str, Any]) -> Bonds:
    support, attack = (np.asarray(described[name], dtype=float) for name in ("support", "attack"))
    if support.shape != (3, 3) or attack.shape != (3, 3):
        raise ValueError("bonds are not 3 by 3")
    return Bonds(support, attack, float(described["strength"]))


def _temperatures(described: dict[str, Any]) -> Temperatures:
    values = [float(described[name]) for name in ("type", "stance", "relation")]
    if not all(0 < value < math.inf for value in values):
        raise ValueError("temperatures are not above 0")
    return Temperatures(*values)


def _known_analyser(package: object, path: Path) -> str:
    if package != "ja_ginza":
        raise ModelError(f"{path}: made for the analyser {package!r}, which is not on argmine's list")
    return "ja_ginza"


def _read(path: Path) -> tuple[dict[str, Any], list[str], dict[str, Any]]:
    try:
        data = {name: (path / name).read_bytes() for name in _FILES}
        described = json.loads(data["model.json"])
        if not isinstance(described, dict) or described.get("format") != FORMAT:
            raise ModelError(f"{path}: not an argmine model")
        if described.get("version") != VERSION:
            raise ModelError(f"{path}: model version {described.get('version')!r}, this argmine reads {VERSION}")
        for name, digest in described["sha256"].items():
            if _digest(data[name]) != digest:
                raise ModelError(f"{path}: {name} is damaged (its checksum differs)")
        return described, json.loads(data["features.json"]), load_tensors(data["weights.safetensors"])
    except (OSError, ValueError, KeyError, AttributeError, SafetensorError) as error:
        if isinstance(error, ModelError):
            raise
        raise ModelError(f"{path}: damaged model ({type(error).__name__}: {error})") from error


def _classifier(kind: type[C], data: dict[str, Any], name: str, vocabulary: list[str], tensors: dict[str, Any]) -> C:
    arrays = {key: tensors[f"{name}.{key}"] for key in ("coef", "intercept")}
    features = [vocabulary[int(i)] for i in tensors[f"{name}.features"]]
    return kind.from_arrays(arrays, {**data, "features": features})
