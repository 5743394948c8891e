"""Features that tell for and against without learning topics by heart.

Words count through what a lexicon says of them (resources/polarity.toml, actions.toml), seen from the target's action:
of a target that wants something ended, a word for ending speaks in favour. Negation turns a word round.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from argmine import resources
from argmine.classification.features import UnitView, content_words
from argmine.language import Token
from argmine.objects.target import Target
from argmine.stance.actions import FALLBACK_SLUG, Direction, find_action, lexicon


@dataclass(frozen=True)
class TargetView:
    """What the stance step knows of a target.

    Attributes
    ----------
    proposition : str
    words : frozenset of str
        Content words of the proposition, its action noun aside.
    noun : str
        The action noun; empty if none is known.
    direction : {"more", "less", "change"}
    slug : str
        The action's English name.
    """

    proposition: str
    words: frozenset[str]
    noun: str
    direction: Direction
    slug: str


def view_target(target: Target, tokens: Sequence[Token]) -> TargetView:
    """Look at a target, given the words of its proposition."""
    action = find_action(target.proposition) or find_action(target.name)
    words = content_words(tokens) - resources.words("stopwords", "of_target")
    if action is None:
        return TargetView(target.proposition, words, "", "more", FALLBACK_SLUG)
    return TargetView(target.proposition, words - {action.noun}, action.noun, action.direction, action.slug)


@cache
def _polarity() -> dict[str, str]:
    table = resources.load("polarity")
    return {word: sign for sign in ("positive", "negative") for word in table[sign]}


@cache
def _sides() -> dict[str, str]:
    table = resources.load("polarity")
    return {word: side for side in ("for", "against") for word in table[side]}


def stance_features(units: Sequence[UnitView], i: int, target: TargetView) -> dict[str, float]:
    """Named features of one unit's stance toward the target."""
    unit = units[i]
    row: dict[str, float] = {"bias": 1.0, f"direction={target.direction}": 1.0}
    on_topic = bool(unit.content & target.words)
    row["on_topic"] = float(on_topic)
    counts: dict[str, float] = {}
    negators = resources.words("stopwords", "negators")

    def count(name: str, value: float = 1.0) -> None:
        counts[name] = counts.get(name, 0.0) + value

    for k, word in enumerate(unit.words):
        negated = any(w in negators for w in unit.words[k + 1 : k + 4])
        sign = "not_" if negated else ""
        polarity = _polarity().get(word)
        if polarity:
            count(f"{sign}{polarity}")
            count(f"{sign}{polarity}&{target.direction}&{'on' if on_topic else 'off'}")
        side = _sides().get(word)
        if side:
            late = "end_" if k >= len(unit.words) - 6 else ""
            count(f"{late}{sign}{side}")
            count(f"{late}{sign}{side}&{target.direction}")
        action = lexicon().get(word)
        if action:
            same = "same" if word == target.noun else _agreement(action.direction, target.direction)
            late = "end_" if k >= len(unit.words) - 6 else ""
            count(f"{late}{sign}action_{same}")
    row.update({name: min(value, 3.0) for name, value in counts.items()})
    balance = (
        counts.get("positive", 0)
        + counts.get("not_negative", 0)
        - counts.get("negative", 0)
        - counts.get("not_positive", 0)
    )
    row["balance=" + ("+" if balance > 0 else "-" if balance < 0 else "0")] = 1.0
    row[f"balance={'+' if balance > 0 else '-' if balance < 0 else '0'}&{target.direction}"] = 1.0
    ending = "negated" if any(w in negators for w in unit.words[-4:]) else "plain"
    for name in unit.cues:
        if name.startswith("end="):
            row[f"{name}&{ending}"] = 1.0
            row[f"{name}&{'on' if on_topic else 'off'}"] = 1.0
    if target.noun and target.noun in unit.text:
        row[f"names_action&{ending}"] = 1.0
    return {name: value for name, value in row.items() if value}


def _agreement(one: Direction, other: Direction) -> str:
    if "change" in (one, other):
        return "change" if one == other else f"{one}_{other}"
    return "agrees" if one == other else "opposes"


def orientation_features(units: Sequence[UnitView], i: int) -> dict[str, float]:
    """What tells whether a unit serves its author's side: concession, report, turn, neighbours.

    None of them looks at the target, so that they hold for any.
    """
    unit = units[i]
    row: dict[str, float] = {}
    last = unit.tokens[-2:] if len(unit.tokens) > 1 else unit.tokens
    row["ends_with=" + "".join(t.text for t in last)] = 1.0
    if unit.segment.parts > 1:
        row[f"part={unit.segment.part}/{unit.segment.parts}"] = 1.0
        row[f"cut_after={unit.words[-1] if unit.words else ''}"] = 1.0
    own = unit.function
    for distance in (-2, -1, 1, 2):
        j = i + distance
        if 0 <= j < len(units):
            other = units[j].function
            row[f"conn{distance:+d}={other}"] = 1.0
            if abs(distance) == 1:
                row[f"conn0={own}&conn{distance:+d}={other}"] = 1.0
    # How many units ago the text last turned, and to what.
    for back in range(min(i, 5) + 1):
        function = units[i - back].function
        if function in ("contrast", "concession", "alternation", "consequence", "conclusion"):
            row[f"since_{function}={back}"] = 1.0
            break
    for ahead in range(1, 4):
        if i + ahead < len(units):
            function = units[i + ahead].function
            if function in ("contrast", "alternation"):
                row[f"until_{function}={ahead}"] = 1.0
                break
    return row
