"""Stance of units: which side the document is on, and whether each unit serves that side.

Two experts judge a unit. One looks at the unit and the target (is this for or against?), the other at the unit and its
neighbours only (does it serve its author, concede to the other side, or give background?). The document's side is the
one under which both agree best over all units; given the side, the second expert's answer becomes a stance as well.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.special import expit, logit

from argmine.classification.classifier import UnitLabels, columns
from argmine.classification.features import UnitView
from argmine.learning.linear import Features, LinearClassifier
from argmine.objects.labels import POLARITIES
from argmine.stance.features import TargetView, orientation_features, stance_features
from argmine.stance.focus import focus_features
from argmine.stance.side import SIDES, side_features
from argmine.stance.verdict import Verdict, verdict_features

ORIENTATIONS = ("aligned", "opposed", "neutral")
# Columns of POLARITIES that aligned, opposed, neutral become on either side.
_AS_STANCE = {"pro": [0, 1, 2], "con": [1, 0, 2]}


@dataclass
class StanceScores:
    """Stance of the units of a body; one row a unit.

    Attributes
    ----------
    polarities : array of shape (n, 3)
        Probabilities in the order of ``POLARITIES``.
    orientations : array of shape (n, 3)
        Probabilities in the order of ``ORIENTATIONS``.
    pro : float
        Probability that the document is on the target's side.
    """

    polarities: "np.ndarray[Any, Any]"
    orientations: "np.ndarray[Any, Any]"
    pro: float


@dataclass
class StanceClassifier:
    """Two logistic regressions and the side of the document.

    Attributes
    ----------
    direct : LinearClassifier
        Unit and target to pro, con, neutral.
    orientation : LinearClassifier
        Unit and neighbours to aligned, opposed, neutral.
    side : LinearClassifier
        What the claims do with the proposition (``side_features``) to the side of the document.
    prior : float
        Log-odds added for pro: real commentaries back what they name more often than the training corpora, which are
        balanced on purpose.
    """

    direct: LinearClassifier
    orientation: LinearClassifier
    side: LinearClassifier
    prior: float = 0.0

    def predict(
        self,
        units: Sequence[UnitView],
        rows: Sequence[Features],
        labels: UnitLabels,
        target: TargetView,
        verdicts: Sequence[Verdict],
    ) -> StanceScores:
        """Judge the units of a body."""
        direct, orientation = self.experts(units, rows, labels, target, verdicts)
        evidence = side_features(units, labels, target, verdicts, experts_lean(direct, orientation, labels))
        pro = float(columns(self.side, self.side.predict_proba([evidence]), SIDES)[0, 0])
        pro = float(expit(logit(np.clip(pro, 1e-6, 1 - 1e-6)) + self.prior))
        return StanceScores(combine(direct, orientation, pro), orientation, pro)

    def experts(
        self,
        units: Sequence[UnitView],
        rows: Sequence[Features],
        labels: UnitLabels,
        target: TargetView,
        verdicts: Sequence[Verdict],
    ) -> tuple["np.ndarray[Any, Any]", "np.ndarray[Any, Any]"]:
        """What either expert says: polarities, orientations."""
        orientation_rows = (orient_features(units, rows, i, labels) for i in range(len(units)))
        direct = columns(
            self.direct, self.direct.predict_proba(direct_features(units, labels, target, verdicts)), POLARITIES
        )
        orientation = columns(self.orientation, self.orientation.predict_proba(orientation_rows), ORIENTATIONS)
        return direct, orientation


def direct_features(
    units: Sequence[UnitView], labels: UnitLabels, target: TargetView, verdicts: Sequence[Verdict]
) -> Iterator[dict[str, float]]:
    """Features of the expert that sees the target, unit by unit."""
    focus = focus_features(units, target, verdicts)
    for i, verdict in enumerate(verdicts):
        row = {**stance_features(units, i, target), **verdict_features(verdict), **focus[i]}
        row["thesis"] = float(labels.thesis[i])
        for name, value in zip("cpen", labels.types[i], strict=True):
            row[f"type_{name}"] = float(value)
        if labels.types[i, 0] > 0.5:
            claims = {name: value for name, value in row.items() if name.startswith(("end_", "names_action"))}
            row.update({f"claim&{name}": value for name, value in claims.items()})
        yield row


def orient_features(
    units: Sequence[UnitView], rows: Sequence[Features], i: int, labels: UnitLabels
) -> dict[str, float]:
    """Features of the expert that does not."""
    row = orientation_features(units, i)
    row.update({k: v for k, v in rows[i].items() if not k.startswith(("w2=", "c=", "target"))})
    row["thesis"] = float(labels.thesis[i])
    row["reported"] = float(labels.attributions[i, 1])
    for distance in (-1, 0, 1):
        if 0 <= i + distance < len(units):
            for name, value in zip("cpen", labels.types[i + distance], strict=True):
                row[f"type{distance:+d}_{name}"] = float(value)
    return row


def combine(
    direct: "np.ndarray[Any, Any]", orientation: "np.ndarray[Any, Any]", pro: float, trust: float = 0.5
) -> "np.ndarray[Any, Any]":
    """Stance of each unit from both experts, given the probability that the document is pro.

    ``trust`` is the exponent of the direct expert's word.
    """
    out = np.zeros_like(direct)
    for side, weight in (("pro", pro), ("con", 1.0 - pro)):
        joint = orientation[:, _AS_STANCE[side]] * direct**trust
        out += weight * joint / np.clip(joint.sum(axis=1, keepdims=True), 1e-12, None)
    return out


def experts_lean(
    direct: "np.ndarray[Any, Any]", orientation: "np.ndarray[Any, Any]", labels: UnitLabels
) -> dict[str, float]:
    """What the experts say of the whole: whether they agree better if it is pro, and which way its units lean."""
    if not len(direct):
        return {}
    argues = 1.0 - labels.types[:, 3]
    claims = labels.types[:, 0]
    fit = {side: np.log(np.clip((orientation[:, _AS_STANCE[side]] * direct).sum(axis=1), 1e-6, None)) for side in SIDES}
    gain = (fit["pro"] - fit["con"]) * argues
    lean = (np.log(np.clip(direct[:, 0], 1e-4, None)) - np.log(np.clip(direct[:, 1], 1e-4, None))) * argues
    return {
        "mean_gain": 5.0 * float(gain.mean()),
        "sum_gain": float(np.clip(gain.sum(), -6.0, 6.0)) / 2,
        "thesis_lean": float((lean * labels.thesis).sum()),
        "claims_lean": 2.0 * float((lean * claims).sum()) / max(float(claims.sum()), 1e-6),
        "mean_lean": 3.0 * float(lean.mean()),
    }
