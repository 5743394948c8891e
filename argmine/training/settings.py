"""How strongly each step learns."""

from dataclasses import dataclass, field
from typing import Any

from argmine.classification.features import GROUPS


@dataclass(frozen=True)
class Settings:
    """Strengths of the classifiers: ``C`` is the inverse of the L2 penalty, ``balanced`` see ``LinearClassifier``."""

    boundary: dict[str, Any] = field(default_factory=lambda: {"C": 0.1, "min_count": 3})
    boundary_threshold: float = 0.5
    type: dict[str, Any] = field(default_factory=lambda: {"C": 0.05, "min_count": 3, "balanced": 0.7})
    context: dict[str, Any] = field(default_factory=lambda: {"C": 0.3, "min_count": 3, "balanced": 0.6})
    kind: dict[str, Any] = field(default_factory=lambda: {"C": 0.05, "min_count": 3, "balanced": 0.5})
    thesis: dict[str, Any] = field(default_factory=lambda: {"C": 0.1, "min_count": 3})
    direct: dict[str, Any] = field(default_factory=lambda: {"C": 0.05, "min_count": 3, "balanced": 0.5})
    orientation: dict[str, Any] = field(default_factory=lambda: {"C": 0.02, "min_count": 3, "balanced": 0.5})
    side: dict[str, Any] = field(default_factory=lambda: {"C": 0.3, "min_count": 3})
    side_prior: float = 0.6
    head: dict[str, Any] = field(default_factory=lambda: {"C": 0.1, "min_count": 5})
    attack: dict[str, Any] = field(default_factory=lambda: {"C": 0.1, "min_count": 5, "balanced": 0.5})
    groups: tuple[str, ...] = GROUPS
    folds: int = 5
