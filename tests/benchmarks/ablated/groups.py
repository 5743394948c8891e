"""Groups of the named features of every step but the unit features, which have groups of their own (``GROUPS``).

A group is a pattern that the names of its features start with. Every name belongs to a group or to ``ALWAYS``.
"""

import re
from typing import NamedTuple

_CROSSED = r"(?:[^&=]+[01]&)?"  # the boundary features come by themselves and with the form of the clause
_MENTION = r"(?:same|agree|oppose|turn|other|topic)(?:&on)?="
_UNIT = (
    r"bias$|layout=|w=|end(?:\d|tag|form|surface|mark)?=|any=|open\d=|conn=|connf=|longer>|numbers>|counter=|names?(?:=|$)|"
    r"quote$|bracket$|past$|topic$|subject=|place=|share2?$|first$|last3?$|(?:opens|closes)_paragraph$|part=|politeness$|"
    r"target|prev(?:same)?:|next2?(?:same)?:"
)
EVERYTHING = r"(?!bias$)"


class Group(NamedTuple):
    """A group of features.

    Attributes
    ----------
    step : str
        The part of the table it stands in.
    name : str
    patterns : dict
        The pattern by classifier; classifiers are called as in ``Settings``.
    """

    step: str
    name: str
    patterns: dict[str, str]


def _of(step: str, classifiers: tuple[str, ...], **named: str) -> list[Group]:
    return [Group(step, name.replace("_", " "), dict.fromkeys(classifiers, row)) for name, row in named.items()]


PARTS = [
    *_of(
        "boundary",
        ("boundary",),
        clause_form=rf"form=|{_CROSSED}next_form=|[^&=]+[01]&",
        words_before=rf"{_CROSSED}before(?:\d|_tag|_word)=",
        words_after=rf"{_CROSSED}after(?:\d|_tag)=",
        sentence_end=rf"{_CROSSED}end(?:\d|_word)=",
        place_and_length=rf"{_CROSSED}(?:clauses_(?:left|right)=|(?:left|right)>)",
        topic_subject_embedding=rf"{_CROSSED}(?:topic_|subject_|embeds=)",
        wording=r"(?:left|right):|(?:[^&=]+&)?last:|(?:left|opening)_conn=|shared_nouns$",
    ),
    *_of("second look", ("context",), types_of_neighbours=r"[+-]\d"),
    *_of(
        "thesis",
        ("thesis",),
        unit_features=_UNIT,
        claim_and_policy=r"claim$|policy$|claim&target$",
        verdicts=r"verdict|closing=",
        likeness_to_proposition=r"cover|close(?!s_)",
        place_among_claims=r"claim_rank=|last_claim$|next_silent$|rest_silent$|claims_(?:before|after)$",
    ),
    *_of(
        "stance: direct",
        ("direct",),
        polarity_lexicon=r"(?:not_)?(?:positive|negative)(?:&|$)|balance=",
        words_for_and_against=r"(?:claim&)?(?:end_)?(?:not_)?(?:for|against)(?:&|$)",
        actions=r"(?:claim&)?(?:end_)?(?:not_)?action_|(?:claim&)?names_action&",
        endings=r"end=",
        verdicts=rf"verdict|closing=|{_MENTION}",
        focus=r"cover/largest$|near_cover$|(?:of_several&)?block_|before_target$",
        type_and_thesis=r"type_|thesis$",
        target=r"direction=|on_topic$",
    ),
    *_of(
        "stance: orientation",
        ("orientation",),
        unit_features=_UNIT,
        connectives_around=r"conn[+-]\d=|conn0=|since_|until_",
        ending_and_cut=r"ends_with=|part=|cut_after=",
        type_thesis_attribution=r"type[+-]\d_|thesis$|reported$",
    ),
    *_of(
        "stance: side",
        ("side",),
        lean_of_the_experts=r"(?:mean_gain|sum_gain|thesis_lean|claims_lean|mean_lean)$",
        verdicts=rf"(?:verdict|closing|agreed|closing_alone|covered):|thesis:{_MENTION}",
        wording=rf"(?:any|on|late|cover|most_covered):|opposing$|thesis:(?!{_MENTION})",
        direction=r"direction=",
    ),
    *_of(
        "relations",
        ("head", "attack"),
        place=r"d=(?!nothing$)|head_(?:last|first)$|nothing&(?:last|first)$|paragraphs=|same_sentence&(?:before|after)$",
        types=r"[cpe]>[cpe]|(?:head|source)_none$|nothing&[cpen]$",
        orientations=r"(?:aligned|opposed|neutral)>|nothing&(?:aligned|opposed|neutral)$",
        thesis=r"(?:top_)?thesis$|(?:before|after)&top_thesis=|nothing&(?:top_)?thesis$",
        connectives=r"(?:source|head|next)_conn=|nothing&conn=",
        endings_and_cues=r"(?:source|head)_end=|nothing&(?:end|any)=|same_sentence&(?:before|after)&",
        anaphora=r"(?:source|head)_anaphora&",
        request_between=r"request_between$",
        likeness=r"overlap|similarity",
    ),
]

# Whole classifiers: what is left of them is how frequent their classes are.
WHOLES = [
    Group("thesis", "all but the probability of a claim", {"thesis": r"(?!claim$)"}),
    Group("stance: direct", "whole expert", {"direct": EVERYTHING}),
    Group("stance: orientation", "whole expert", {"orientation": EVERYTHING}),
    Group("stance: side", "whole decision", {"side": EVERYTHING}),
    Group("relations", "support or attack", {"attack": EVERYTHING}),
]

# One source of knowledge, wherever it is used.
ACROSS = [
    Group(
        "across steps",
        "verdicts (thesis, direct, side)",
        {
            group.step.removeprefix("stance: "): group.patterns[group.step.removeprefix("stance: ")]
            for group in PARTS
            if group.name == "verdicts"
        },
    ),
]

# What a classifier cannot be without.
ALWAYS = {"boundary": "bias$", "context": "own_", "direct": "bias$", "head": "d=nothing$", "attack": "d=nothing$"}


def belongs(classifier: str, name: str) -> bool:
    """Whether a feature's name is in one of the groups, or always there."""
    patterns = [group.patterns[classifier] for group in PARTS if classifier in group.patterns]
    patterns += [ALWAYS[classifier]] if classifier in ALWAYS else []
    return any(re.match(pattern, name) for pattern in patterns)
