"""What a unit wants done with the proposal: of a target that wants 廃止, 廃止は見合わせるべきだ turns it down.

Mentions of what the target asks for (its action, one like it, the opposite, or the thing alone) are looked up in
resources/actions.toml; the nearest word after each that turns down or backs (resources/sides.toml), or negation, tells
what is said of it, as Japanese predicates follow what they are about.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Literal, NamedTuple

from argmine import resources
from argmine.classification.features import UnitView
from argmine.classification.thesis import coverage
from argmine.stance.actions import Action, lexicon, verbs
from argmine.stance.features import TargetView
from argmine.stance.wording import Found, find_sides

Bearing = Literal["same", "agree", "oppose", "turn", "other", "topic"]
REACH = 10  # plain words before an action in which its object stands
ALONE = 6  # a thing with no action within so many words is spoken of by itself
LATE = 10  # plain words at the end of a unit
MOST = 2.0
_WEIGHTS: dict[Bearing, float] = {"same": 1.5, "agree": 0.8, "oppose": 0.8, "turn": 0.4, "other": 0.4, "topic": 0.5}
_SIGNS: dict[Bearing, float] = {"same": 1.0, "agree": 1.0, "oppose": -1.0, "turn": -1.0, "other": 0.0, "topic": 1.0}
# After ない: といけない, てはならない, だろう.
_ASSERTING = (("と", "いける"), ("て", "は"), ("だ", "う"))
DENIED = -0.7  # a negation alone is weaker evidence than 反対 or 見合わせる


class Mention(NamedTuple):
    """A place where a unit speaks of what the target asks for.

    Attributes
    ----------
    bearing : {"same", "agree", "oppose", "turn", "other", "topic"}
        The target's action, one of its direction, one of the opposite, ``turn`` for keeping what the target wants
        changed, another action, or the thing with no action.
    on_topic : bool
        Whether the target's thing is named with it.
    value : float
        What is said of it, as it bears on the target: above 0 for, below 0 against.
    distance : int
        Plain words up to the word that says so; 0 if there is none.
    """

    bearing: Bearing
    on_topic: bool
    value: float
    distance: int

    @property
    def name(self) -> str:
        """As the name of a feature."""
        return f"{self.bearing}{'&on' if self.on_topic else ''}={_sign(self.value)}"


class Verdict(NamedTuple):
    """What a unit wants done with the proposal.

    Attributes
    ----------
    mentions : tuple of Mention
    closing : int
        Whether the end of the unit turns down (-1), backs (1) or neither (0), whatever it is about.
    strength : float
        Sum over the mentions, between -2 (against) and 2 (for).
    covered : float
        Share of the proposition that the unit repeats (``coverage``).
    """

    mentions: tuple[Mention, ...]
    closing: int
    strength: float
    covered: float


def judge(units: Sequence[UnitView], target: TargetView) -> list[Verdict]:
    """The verdicts of units."""
    covered = coverage([unit.text for unit in units], target.proposition)
    return [_judge(unit.words, target, float(share)) for unit, share in zip(units, covered, strict=True)]


def _judge(words: Sequence[str], target: TargetView, covered: float) -> Verdict:
    found = _with_negation(words, find_sides(words))
    mentions = []
    for place, bearing, on_topic in _mentions(words, target):
        nearest = next((one for one in found if one.first > place), None)
        value = _SIGNS[bearing] * nearest.value if nearest else 0.0
        mentions.append(Mention(bearing, on_topic, value, nearest.first - place if nearest else 0))
    late = [one.value for one in found if one.last > len(words) - LATE]
    closing = -1 if -1.0 in late else 1 if late else 0
    total = sum(_weight(mention) * mention.value for mention in mentions)
    return Verdict(tuple(mentions), closing, max(-MOST, min(MOST, total)), covered)


def verdict_features(verdict: Verdict) -> dict[str, float]:
    """Features of a unit's stance."""
    row = {
        "verdict": verdict.strength,
        "verdict&cover": 2.0 * verdict.covered * verdict.strength,
        f"closing={verdict.closing}": 1.0,
        f"verdict={_sign(verdict.strength)}&closing={verdict.closing}": 1.0,
    }
    for mention in verdict.mentions:
        row[mention.name] = 1.0
    return row


def thesis_signs(verdict: Verdict) -> dict[str, float]:
    """What of a verdict tells that a unit is the thesis: that there is one, whichever way it goes."""
    said = [mention for mention in verdict.mentions if mention.value]
    row = {
        "verdict": abs(verdict.strength),
        "verdict_on_action": float(any(m.bearing == "same" and m.on_topic for m in said)),
        "verdict_on_any": float(any(m.bearing != "topic" for m in said)),
        "verdict_on_topic": float(any(m.bearing == "topic" for m in said)),
        f"closing={verdict.closing}": 1.0,
        "verdict&closing": float(verdict.strength * verdict.closing > 0),
    }
    return {name: value for name, value in row.items() if value}


def _sign(value: float) -> int:
    return (value > 0) - (value < 0)


def _weight(mention: Mention) -> float:
    """A verdict far from what it is on counts less, as does one on an action that may have another object."""
    near = 1.0 + max(0, mention.distance - 6) / 8.0
    aside = 0.8 if mention.bearing in ("same", "turn", "other") else 0.24
    return _WEIGHTS[mention.bearing] * (1.6 if mention.on_topic else aside) / near


def _mentions(words: Sequence[str], target: TargetView) -> Iterator[tuple[int, Bearing, bool]]:
    """Place, bearing and whether the thing is named, in the order of the words."""
    actions = dict(_actions(words))
    for place, word in enumerate(words):
        if place in actions:
            named = any(before in target.words for before in words[max(0, place - REACH) : place])
            yield place, _bearing(actions[place], target), named
        elif word in target.words and words[place + 1 : place + 2] and words[place + 1] not in target.words:
            if any(place < other <= place + ALONE for other in actions):
                continue
            yield place, "topic", True


def _actions(words: Sequence[str]) -> Iterator[tuple[int, Action]]:
    nouns = lexicon()
    for place, word in enumerate(words):
        action = nouns.get(word) or verbs().get(word)
        if action is not None:
            yield place, action
    for place, (one, other) in enumerate(pairwise(words)):  # nouns that the tokenizer parts
        if one not in nouns and one + other in nouns:
            yield place + 1, nouns[one + other]


def _bearing(action: Action, target: TargetView) -> Bearing:
    if not target.noun:
        return "other"
    if action.noun == target.noun or action.slug == target.slug:
        return "same"
    if target.direction == "change":
        if action.direction == "change":
            return "agree"
        return "turn" if action.slug in _keeping() else "other"
    if action.direction == "change":
        return "other"
    return "agree" if action.direction == target.direction else "oppose"


@cache
def _keeping() -> frozenset[str]:
    return resources.words("actions", "keeping")


def _with_negation(words: Sequence[str], found: list[Found]) -> list[Found]:
    """Add negations; one that asks or demands (ないか, なければならない) speaks for what it is said of."""
    taken = {place for one in found for place in range(one.first, one.last)}
    out = list(found)
    for place, word in enumerate(words):
        if word not in ("ない", "まい") or place in taken:
            continue
        after = tuple(words[place + 1 : place + 3])
        if after[:1] in (("ば",), ("もの",)) or "か" in after or after in _ASSERTING:
            out.append(Found(place, place + 2, 1.0, "asked"))
        else:
            out.append(Found(place, place + 1, DENIED, "denied"))
    return sorted(out)
