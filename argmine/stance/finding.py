"""Find what a commentary argues about, when nobody says: from its title, else from what it urges most."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from argmine import resources
from argmine.language import Analyser, Token
from argmine.language.cues import cues
from argmine.language.predicates import plain_words
from argmine.objects.target import Target
from argmine.segmentation.outline import Outline
from argmine.stance.actions import FALLBACK_SLUG, Action, lexicon, make_target, other_nouns

_LONGEST_NAME = 40
_LINKS = frozenset({"の", "と", "や", "・", "および", "及び", "並びに", "ならびに", "「", "」", "『", "』"})
# における, に関する, をめぐる, … between a thing and what it belongs to; only titles are that dense.
_TITLE_LINKS = frozenset(
    {"における", "に関する", "をめぐる", "に対する", "についての", "による", "への", "での", "からの", "との"}
)
_URGING = frozenset({"end=obligation", "end=demand", "end=side", "end=value", "end=pledge", "end=opinion"})


class _Mention(NamedTuple):
    thing: str
    action: Action
    compound: bool

    @property
    def name(self) -> str:
        return f"{self.thing}{'' if self.compound else 'の'}{self.action.noun}"


def find_target(title: str | None, outline: Outline, analyser: Analyser) -> Target:
    """The target of a commentary.

    Parameters
    ----------
    title : str or None
        If it names something to be done (…の強化, …廃止), that is the target.
    outline : Outline
        Otherwise the thing and action that the body's sentences name most, those that urge counting more.
    analyser : Analyser

    Returns
    -------
    Target
        Of a text that names no action, its title or most frequent noun, with the action ``proposition``.
    """
    if title:
        mentions = list(_mentions(analyser.tokens(title, [(0, len(title))]), title=True))
        if mentions:
            return _target(max(mentions, key=lambda m: min(len(m.thing), 12)))
    best = _most_urged(title or "", outline)
    if best is not None:
        return _target(best)
    name = _clean(title or "") or _most_frequent_noun(outline.tokens)
    return Target(name=name, proposition=f"{name}を進めるべきである", action=FALLBACK_SLUG)


def _target(mention: _Mention) -> Target:
    return make_target(mention.name).model_copy(update={"action": mention.action.slug})


def _mentions(tokens: Sequence[Token], title: bool = False) -> Iterator[_Mention]:
    """Things that something is said to be done to: 在日米軍の強化, 在日米軍を強化する, 関係強化."""
    table = lexicon()
    for i, token in enumerate(tokens):
        action = table.get(token.text) or table.get(token.lemma)
        at = i
        if action is None and i and (joined := tokens[i - 1].text + token.text) in table:
            action, at = table[joined], i - 1
        linked = at > 0 and tokens[at - 1].text in ("の", "を")
        if action is None and linked:
            action = other_nouns().get(token.text)
        if action is None or at == 0:
            continue
        thing = _thing(tokens, at - linked, title)
        if thing:
            yield _Mention(thing, action, compound=not linked)


def _thing(tokens: Sequence[Token], end: int, title: bool) -> str:
    """The noun phrase that ends before token ``end``."""
    start = end
    while start > 0:
        token = tokens[start - 1]
        noun = token.pos in ("名詞", "接尾辞", "接頭辞", "形状詞", "記号")
        if (noun and token.tag != "名詞-普通名詞-副詞可能") or (
            start < end and token.text in _LINKS and (title or token.text not in ("と", "や"))
        ):
            start -= 1
        elif title and start < end and (width := _title_link(tokens, start)):
            start -= width
        else:
            break
    while start < end and (tokens[start].text in _LINKS or tokens[start].pos == "接尾辞"):
        start += 1
    text = _clean("".join(token.text for token in tokens[start:end]))
    if (
        not text
        or text in resources.words("stopwords", "not_a_thing")
        or len(text) < 2
        or all(t.tag == "名詞-数詞" for t in tokens[start:end])
    ):
        return ""
    while len(text) > _LONGEST_NAME and "の" in text:
        text = text.partition("の")[2]
    return text[-_LONGEST_NAME:]


def _title_link(tokens: Sequence[Token], start: int) -> int:
    """Number of tokens before ``start`` that form a link such as における; 0 if none."""
    for width in (1, 2, 3):
        if start - width > 0 and "".join(t.text for t in tokens[start - width : start]) in _TITLE_LINKS:
            return width
    return 0


def _clean(text: str) -> str:
    text = text.strip(" 　「」『』・の、。―－-")
    for opener, closer in ("「」", "『』"):
        if text.count(opener) != text.count(closer):
            text = text.replace(opener, "").replace(closer, "")
    return text


def _most_urged(title: str, outline: Outline) -> _Mention | None:
    weights: defaultdict[tuple[str, str], float] = defaultdict(float)
    forms: dict[tuple[str, str], Counter[_Mention]] = {}
    last = len(outline.sentences) - 1
    for number, sentence in enumerate(outline.sentences):
        tokens = outline.tokens[sentence.first : sentence.last]
        urging = len(_URGING.intersection(cues(plain_words(tokens))))
        weight = 1.0 + 2.0 * min(urging, 2) + (1.0 if number <= 1 else 0.0) + (2.0 if last - number <= 2 else 0.0)
        for mention in _mentions(tokens):
            key = (mention.thing[-4:], mention.action.slug)
            weights[key] += weight * (2.0 if mention.thing in title else 1.0)
            forms.setdefault(key, Counter())[mention] += 1
    if not weights:
        return None
    best = max(weights, key=lambda key: (weights[key], key))
    return max(forms[best], key=lambda m: (forms[best][m], len(m.thing), m.thing))


def _most_frequent_noun(tokens: Sequence[Token]) -> str:
    nouns = Counter(t.text for t in tokens if t.tag.startswith(("名詞-普通名詞", "名詞-固有名詞")) and len(t.text) > 1)
    return max(nouns, key=lambda noun: (nouns[noun], noun)) if nouns else "本件"
