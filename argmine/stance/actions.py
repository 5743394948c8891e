"""Action nouns of policy targets (resources/actions.toml): what is to be done, and the slug that labels it."""

import re
from functools import cache
from typing import Literal, NamedTuple

from argmine import resources
from argmine.objects.target import Target

Direction = Literal["more", "less", "change"]
DIRECTIONS: tuple[Direction, ...] = ("more", "less", "change")
FALLBACK_SLUG = "proposition"


class Action(NamedTuple):
    """An action noun.

    Attributes
    ----------
    noun : str
        強化, 見直し, …
    slug : str
        Its English name in stance labels.
    direction : {"more", "less", "change"}
        What a supporter of the action wants done to the thing it is done to.
    """

    noun: str
    slug: str
    direction: Direction


@cache
def lexicon() -> dict[str, Action]:
    """All action nouns."""
    tables = resources.load("actions")
    return {
        entry["noun"]: Action(entry["noun"], entry["slug"], direction)
        for direction in DIRECTIONS
        for entry in tables[direction]
    }


@cache
def verbs() -> dict[str, Action]:
    """Verbs and other words that ask for the same as an action noun; ``noun`` is the word itself."""
    tables = resources.load("actions")["verbs"]
    return {
        word: Action(word, entry["slug"], direction)
        for direction in DIRECTIONS
        for entry in tables[direction]
        for word in entry["words"]
    }


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile("|".join(sorted(map(re.escape, lexicon()), key=len, reverse=True)))


def find_action(text: str) -> Action | None:
    """The action noun of a target's name or proposition: the last one that occurs, in its longest form."""
    matches = _pattern().findall(text)
    return lexicon()[matches[-1]] if matches else None


_SHOULD = re.compile(
    r"(?:(?:す|する|させ(?:る)?|ていく|を行う|を図る|を進める|を認める|を求める|に努める)?べき(?:である|だ|です|であります)?"
    r"|(?:する)?(?:必要がある|必要である|ことが必要である|ことは適切である|のは妥当である|のがよい)|する|せよ)[。．]?$"
)
_OBJECT = re.compile(r"^(?P<thing>.+?)(?P<particle>を|は|に|へ|との|の)(?P<rest>.*)$")
_SENTENCE_END = re.compile(
    r"(?:べき(?:である|だ|です|であります)?|[うくすつぬむる]|[たい]|である|だ|です|ます)[。．]?$"
)


def make_target(text: str) -> Target:
    """A target from what a caller says: a proposition, or the name of the thing under debate.

    Parameters
    ----------
    text : str
        在日米軍を強化すべきである, or 在日米軍の強化.

    Returns
    -------
    Target
        With name and proposition made from each other; ``action`` is ``proposition`` where no action noun is known.
    """
    text = text.strip().rstrip("。．")
    action = find_action(text)
    slug = action.slug if action else FALLBACK_SLUG
    if _SENTENCE_END.search(text):
        return Target(name=_name_of(text, action), proposition=text, action=slug)
    return Target(name=text, proposition=_proposition_of(text, action), action=slug)


def _name_of(proposition: str, action: Action | None) -> str:
    if action is not None:
        before, _, _ = proposition.rpartition(action.noun)
        if before.endswith(("を", "の")):
            return f"{before[:-1]}の{action.noun}"
        if before and not before.endswith(("に", "へ", "で", "と", "が", "は", "も", "、")):
            return f"{before}{action.noun}"
    name = _SHOULD.sub("", proposition)
    return name or proposition


def _proposition_of(name: str, action: Action | None) -> str:
    if action is None:
        return f"{name}を進めるべきである"
    before, _, after = name.rpartition(action.noun)
    thing = before.removesuffix("の")
    if after or not thing:
        return f"{name}を進めるべきである"
    if action.noun.endswith(("げ", "し", "し方", "け", "り", "れ", "せ", "え")) and action.noun not in ("減らし",):
        return f"{thing}の{action.noun}を行うべきである"
    return f"{thing}を{action.noun}すべきである"
