"""What the clauses on either side of a boundary do by their wording."""

from argmine.language import Analyser
from argmine.segmentation.briefs import brief_features, briefs
from argmine.segmentation.outline import outline


def features(text: str, analyser: Analyser) -> dict[str, float]:
    parsed = outline(text, 0, len(text), analyser)
    (sentence,) = parsed.sentences
    return brief_features(sentence, briefs(parsed, sentence), 0)


def test_a_number_on_the_left_and_a_demand_at_the_end(analyser: Analyser) -> None:
    row = features("利用者は3割減ったが、路線は残すべきである。", analyser)
    assert {"left:number", "left:past", "right:end=obligation", "last:end=obligation"} <= set(row)
    assert "が&last:end=obligation" in row


def test_shared_nouns_and_negation(analyser: Analyser) -> None:
    row = features("財源はないので、財源を探す。", analyser)
    assert {"shared_nouns", "left:negated"} <= set(row)
    assert "shared_nouns" not in features("財源はないので、計画をやめる。", analyser)


def test_the_connectives_that_open_the_clause_and_the_sentence(analyser: Analyser) -> None:
    row = features("しかし、財源はないので、計画をやめる。", analyser)
    assert row["opening_conn=contrast"] == row["left_conn=contrast"] == 1.0
