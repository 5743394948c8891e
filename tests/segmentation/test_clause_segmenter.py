import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmine.language import Analyser
from argmine.segmentation.clause_segmenter import (
    SENTENCE,
    ClauseSegmenter,
    candidates,
    train_clause_segmenter,
)
from argmine.segmentation.outline import Outline, outline

_ANALYSER = Analyser()  # hypothesis does not go well with fixtures

# | is where the imagined annotator cuts: adverbial and parallel clauses, not …ている, not a て that describes the verb.
CUT_TEXTS = [
    "雨が降って|試合が中止になった。",
    "道が混んでいて|会議に遅れた。",
    "資料を読んで|質問を書いた。",
    "計画を立て、|予算を組んだ。",
    "橋を直し、|道も広げた。",
    "値段が高いので|買わなかった。",
    "風が強いから|窓を閉めた。",
    "駅に近いが|家賃は安い。",
    "急いだけれど|間に合わなかった。",
    "春になれば|花が咲く。",
    "彼は立って話した。",
    "子どもが歩いて行く。",
    "母が庭を見ている。",
    "この点について話した。",
    "代表として話した。",
]


def parse(text: str, analyser: Analyser) -> Outline:
    return outline(text, 0, len(text), analyser)


def split(marked: str) -> tuple[str, frozenset[int]]:
    parts = marked.split("|")
    return "".join(parts), frozenset(list(itertools.accumulate(map(len, parts)))[:-1])


@pytest.fixture(scope="module")
def segmenter(analyser: Analyser) -> ClauseSegmenter:
    texts = [split(marked) for marked in CUT_TEXTS * 3]
    return train_clause_segmenter(
        [parse(text, analyser) for text, _ in texts], [cuts for _, cuts in texts], C=10, min_count=1
    )


@pytest.mark.parametrize("marked", [*CUT_TEXTS, "風が強いので|窓を閉めた。", "道が混んでいるので|会議に遅れた。"])
def test_cuts_as_it_was_taught(marked: str, segmenter: ClauseSegmenter, analyser: Analyser) -> None:
    text, cuts = split(marked)
    assert segmenter.boundaries(parse(text, analyser)) == sorted(cuts)


def test_candidates_are_sentence_ends_forms_and_looser_places(analyser: Analyser) -> None:
    text = "値段が高いので買わない。別の店を探しに行くために出た。"
    found = [(text[: c.at], c.form) for c in candidates(parse(text, analyser))]
    assert ("値段が高いので", "ので") in found
    assert ("値段が高いので買わない。", SENTENCE) in found
    assert ("値段が高いので買わない。別の店を探しに行くために", "") in found
    assert all(not before.endswith(("を", "が")) for before, _ in found)


def test_without_a_cut_to_learn_from_nothing_is_cut(analyser: Analyser) -> None:
    text = "花が咲いて、鳥が鳴く。"
    parsed = parse(text, analyser)
    assert train_clause_segmenter([parsed], [frozenset()]).boundaries(parsed) == []


@given(st.text(alphabet="雨が降って、風も強い。ので「」です\n 1a", max_size=60))
@settings(max_examples=60, deadline=None)
def test_boundaries_are_inner_and_ascend(text: str) -> None:
    parsed = parse(text, _ANALYSER)
    places = [c.at for c in candidates(parsed)]
    assert places == sorted(set(places))
    assert all(0 < at < len(text) for at in places)
    starts = {t.start for t in parsed.tokens}
    assert all(at in starts or any(s.start == at for s in parsed.sentences) for at in places)
