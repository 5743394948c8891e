"""Action nouns of policy targets (resources/actions.toml): what is to be done, and the slug that labels it."""

import re
from collections.abc import Mapping
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
def other_nouns() -> dict[str, Action]:
    """The nouns among ``verbs``: 短縮, 増設, … They name what is wanted only where の or を links a thing to them."""
    return {word: action for word, action in verbs().items() if _is_noun(action)}


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile("|".join(sorted(map(re.escape, lexicon()), key=len, reverse=True)))


_PREDICATE = re.compile(r"べき.*$|[。．]$")
_SURU = re.compile(r"を?(?:す|する|させる)$")
_LIGHT = re.compile(r"(?P<object>.*)[をの](?:行う|図る|進める|認める|求める|急ぐ)$")
_KANJI = re.compile("[一-龠々]$")


def find_action(text: str) -> Action | None:
    """What a target's name or proposition wants done.

    In this order: the noun that a light verb has for its object (強化を進める); the noun that the text ends in; the
    first of several predicates (…を廃止し、…); the verb that the text ends in; the last action noun that occurs, unless
    what follows makes it a part of the thing (補助の打切り).

    Parameters
    ----------
    text : str
        公文書の保存期間の短縮, or 公文書の保存期間を短縮すべきである.
    """
    said = _PREDICATE.sub("", text.strip())
    core = _SURU.sub("", said)
    light = _LIGHT.fullmatch(core)
    found = (light and _last(lexicon(), light["object"])) or _last(lexicon(), core)
    if found is not None:
        return found
    occurring = list(_pattern().finditer(said))
    first = next((match.group() for match in occurring if _goes_on(match.group(), said[match.end() :])), None)
    if first is not None:
        return lexicon()[first]
    verb = _last(verbs(), said) or _last(verbs(), core)
    if (verb is not None and not light) or not occurring:
        return verb
    last = occurring[-1]
    after = said[last.end() :]
    part_of_thing = "の" in after or after.startswith("で")
    return verb if part_of_thing else lexicon()[last.group()]


def _goes_on(noun: str, after: str) -> bool:
    """Whether a noun is the predicate of a clause that another follows: 廃止し、, 見直し、."""
    return bool(re.match("し[、一-龠々ァ-ヶ]", after) or (noun.endswith("し") and re.match("[、一-龠々ァ-ヶ]", after)))


def _last(words: Mapping[str, Action], text: str) -> Action | None:
    """The longest of the words that the text ends in; no verb inside a compound (出す in 提出す)."""
    ends = (
        action
        for word, action in words.items()
        if text.endswith(word) and (_is_noun(action) or not _KANJI.search(text.removesuffix(word)))
    )
    return max(ends, key=lambda action: len(action.noun), default=None)


def _is_noun(action: Action) -> bool:
    return not re.search("[うくぐすつぬぶむるい]$", action.noun)


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
    if action is not None and _is_noun(action):
        before, _, _ = proposition.rpartition(action.noun)
        if before.endswith(("を", "の")):
            return f"{before[:-1]}の{action.noun}"
        if before and not before.endswith(("に", "へ", "で", "と", "が", "は", "も", "、")):
            return f"{before}{action.noun}"
    name = _PREDICATE.sub("", proposition) if action and not _is_noun(action) else _SHOULD.sub("", proposition)
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
