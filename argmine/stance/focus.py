"""Where a text speaks of its target: what stands far from it, or in another question of a speech, tends to be neutral.

How much of the proposition a unit repeats (``Verdict.covered``) is looked at next to the most that any unit of the text
repeats. A *block* ends with a request or a closing formula: so a speech passes from one question to the next.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np

from argmine.classification.features import UnitView
from argmine.stance.features import TargetView
from argmine.stance.verdict import Verdict

NEAR = 2  # units on either side
STATED = 0.5  # who repeats half as much as the unit that repeats most states the proposition
ASKS = "end=request"


def focus_features(
    units: Sequence[UnitView], target: TargetView, verdicts: Sequence[Verdict]
) -> list[dict[str, float]]:
    """Features of how near each unit is to where the text speaks of the target."""
    if not units:
        return []
    covered = np.asarray([verdict.covered for verdict in verdicts])
    share = covered / max(float(covered.max()), 1e-6)
    named = np.asarray([bool(unit.content & target.words) for unit in units], dtype=float)
    block, starts = _blocks(units)
    most = np.maximum.reduceat(share, starts)
    naming = np.add.reduceat(named, starts) / np.diff([*starts, len(units)])
    first = int(np.argmax(share >= STATED))
    rows = []
    for i, b in enumerate(block):
        row = {
            "cover/largest": float(share[i]),
            "near_cover": float(share[max(0, i - NEAR) : i + NEAR + 1].max()),
            "block_cover": float(most[b]),
            "block_names": float(naming[b]),
            "of_several&block_cover": float(most[b]) if len(starts) > 1 else 0.0,
            "before_target": float(i < first),
        }
        rows.append({name: value for name, value in row.items() if value})
    return rows


def _blocks(units: Sequence[UnitView]) -> tuple["np.ndarray[Any, Any]", "np.ndarray[Any, Any]"]:
    """The number of each unit's block, and where blocks start; a request belongs to the block it ends."""
    asks = np.asarray([ASKS in unit.cues for unit in units], dtype=int)
    numbers = np.concatenate([[0], np.cumsum(asks)[:-1]])
    return numbers, np.flatnonzero(np.diff(numbers, prepend=-1))
