"""What tells whether a clause boundary is a unit boundary (annotation guideline, 2.2 to 2.4)."""

from collections.abc import Iterator

from argmine.segmentation.briefs import brief_features, briefs
from argmine.segmentation.outline import Outline, Sentence

_EMBEDDING = ("こと", "の", "もの", "か", "と", "とき", "場合", "点", "旨")


def boundary_features(outline: Outline, sentence: Sentence) -> Iterator[dict[str, float]]:
    """Named features of the boundaries between the clauses of a sentence, in order.

    The forms on both sides, the words around the cut, how the sentence ends, how much stands on each side, and what the
    clauses do by their wording.
    """
    if len(sentence.clauses) > 1:
        clauses = briefs(outline, sentence)
        for index in range(len(sentence.clauses) - 1):
            yield {**_form_features(outline, sentence, index), **brief_features(sentence, clauses, index)}


def _form_features(outline: Outline, sentence: Sentence, index: int) -> dict[str, float]:
    tokens, clause = outline.tokens, sentence.clauses[index]
    following = sentence.clauses[index + 1]
    comma = int(clause.comma)
    before = [t for t in tokens[max(clause.first, clause.last - 7) : clause.last] if t.pos != "補助記号"]
    after = tokens[clause.last : clause.last + 4]
    ending = [t for t in tokens[max(sentence.first, sentence.last - 9) : sentence.last] if t.pos != "補助記号"]
    out: dict[str, float] = {"bias": 1.0}

    def add(name: str, value: float = 1.0) -> None:
        out[name] = value
        out[f"{clause.form}{comma}&{name}"] = value

    out[f"form={clause.form}{comma}"] = 1.0
    add(f"next_form={following.form}")
    for size in (2, 3, 4):
        add(f"before{size}=" + " ".join(t.lemma for t in before[-size:]))
    add(f"before_tag={' '.join(t.tag for t in before[-3:])}")
    for t in before:
        if t.pos in ("動詞", "形容詞", "形状詞", "助動詞", "名詞"):
            add(f"before_word={t.lemma}")
    if after:
        add(f"after1={after[0].lemma}")
        add(f"after_tag={after[0].tag}")
        add("after2=" + " ".join(t.lemma for t in after[:2]))
    for size in (2, 3):
        add(f"end{size}=" + " ".join(t.lemma for t in ending[-size:]))
    for t in ending:
        if t.pos in ("動詞", "形容詞", "形状詞", "名詞"):
            add(f"end_word={t.lemma}")
    add(f"clauses_left={min(index, 3)}")
    add(f"clauses_right={min(len(sentence.clauses) - 2 - index, 3)}")
    left, right = clause.end - sentence.start, sentence.end - clause.end
    for name, length in (("left", left), ("right", right)):
        for limit in (8, 15, 30, 60):
            if length > limit:
                add(f"{name}>{limit}")
    rest = tokens[clause.last : sentence.last]
    span = tokens[sentence.first : clause.last]
    add("topic_left", float(any(t.text == "は" and t.tag == "助詞-係助詞" for t in span)))
    add("topic_right", float(any(t.text == "は" and t.tag == "助詞-係助詞" for t in rest)))
    add("subject_right", float(any(t.text == "が" and t.tag == "助詞-格助詞" for t in rest)))
    # A predicate that ends in こと, の, と soon after the cut embeds the clause before it as well.
    for i, t in enumerate(rest[:-1]):
        if t.form in ("連体形", "終止形") and rest[i + 1].text in _EMBEDDING and t.pos in ("動詞", "助動詞", "形容詞"):
            add(f"embeds={rest[i + 1].text}")
            break
    return {name: value for name, value in out.items() if value}
