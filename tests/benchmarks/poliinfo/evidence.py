"""What the classifier sees of sentences: four views, each a sparse matrix with one row a sentence.

text
    Character 1- to 4-grams and plain words with their pairs, tf-idf.
masked
    Those columns of ``text`` that occur in at least three topics: what a topic alone uses is masked.
attitude
    ``argmine.stance.attitude``: the speaker's attitude in classes of words, from the target's direction.
stance
    ``argmine.stance.features``: polarity, declarations of a side, action words, negation, cues.
unit
    ``argmine.classification.features``: endings, cues, connectives, shape (numbers, names), share of the target.
"""

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy import sparse
from sklearn.feature_extraction import DictVectorizer
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.preprocessing import normalize

from argmine.classification.features import UnitFeatures, UnitView, views
from argmine.language import Analyser
from argmine.segmentation.outline import outline
from argmine.segmentation.segmenter import Segment
from argmine.stance.actions import make_target
from argmine.stance.attitude import attitude_features
from argmine.stance.features import TargetView, stance_features, view_target
from tests.benchmarks.poliinfo.sentences import TASKS, Judged, votes

MIN_TOPICS = 3
MIN_SENTENCES = 5
STANCE_WEIGHT = 0.3
UNIT_GROUPS = ("ending", "cues", "connective", "shape", "target")

Row = Mapping[str, float]
Pair = tuple[sparse.csr_matrix, sparse.csr_matrix]


@dataclass(frozen=True)
class Described:
    """Sentences with the library's features of them.

    Attributes
    ----------
    texts, topics : array of str
    words : list of list of str
        Plain words.
    rows : dict of str to list of mapping
        Features by view: ``attitude``, ``stance``, ``unit``.
    votes : dict of str to array of int, shape (n, k)
        Judges who gave each label, by task.
    """

    texts: "np.ndarray[Any, Any]"
    topics: "np.ndarray[Any, Any]"
    words: list[list[str]]
    rows: dict[str, list[Row]]
    votes: dict[str, "np.ndarray[Any, Any]"]

    def __len__(self) -> int:
        return len(self.texts)


def describe(sentences: Sequence[Judged], analyser: Analyser) -> Described:
    """Look at sentences with the library's eyes."""
    targets: dict[str, TargetView] = {}
    words: list[list[str]] = []
    rows: dict[str, list[Row]] = {"attitude": [], "stance": [], "unit": []}
    for sentence in sentences:
        if sentence.proposition not in targets:
            name = sentence.proposition
            targets[name] = view_target(make_target(name), analyser.tokens(name, [(0, len(name))]))
        target = targets[sentence.proposition]
        unit, features = _one_unit(sentence.text, target, analyser)
        words.append(unit.words)
        rows["attitude"].append(attitude_features(unit.words, target.words, target.direction))
        rows["stance"].append(stance_features([unit], 0, target))
        rows["unit"].append(features)
    texts = np.asarray([sentence.text for sentence in sentences], dtype=object)
    topics = np.asarray([sentence.topic for sentence in sentences], dtype=object)
    return Described(texts, topics, words, rows, {task: votes(sentences, task) for task in TASKS})


def _one_unit(text: str, target: TargetView, analyser: Analyser) -> tuple[UnitView, Row]:
    """The whole text as one unit."""
    body = outline(text, 0, len(text), analyser)
    unit = views(body, [Segment(0, len(text), 0, len(body.tokens), 0, 0, 1)])[0]
    return unit, UnitFeatures(body, [unit], target.words, UNIT_GROUPS)[0]


def matrices(seen: Described, new: Described) -> dict[str, Pair]:
    """The views of both, in columns that the seen sentences have."""
    text = _text(seen, new)
    shared = np.flatnonzero(_topics_with(text[0], seen.topics) >= MIN_TOPICS)
    out = {
        "text": text,
        "masked": (normalize(text[0][:, shared]), normalize(text[1][:, shared])),
        "attitude": _weighted(seen, new, "attitude"),
        "unit": _weighted(seen, new, "unit"),
    }
    stance = DictVectorizer()
    old, fresh = stance.fit_transform(seen.rows["stance"]), stance.transform(new.rows["stance"])
    scale = sparse.diags_array(STANCE_WEIGHT / np.maximum(abs(old).max(axis=0).toarray().ravel(), 1e-9))
    out["stance"] = ((old @ scale).tocsr(), (fresh @ scale).tocsr())
    return out


def _text(seen: Described, new: Described) -> Pair:
    characters = TfidfVectorizer(analyzer="char", ngram_range=(1, 4), min_df=3, sublinear_tf=True)
    words = TfidfVectorizer(analyzer=_word_pairs, min_df=2, sublinear_tf=True)
    old = sparse.hstack([characters.fit_transform(seen.texts), words.fit_transform(seen.words)])
    fresh = sparse.hstack([characters.transform(new.texts), words.transform(new.words)])
    return old.tocsr() * np.sqrt(0.5), fresh.tocsr() * np.sqrt(0.5)


def _word_pairs(words: list[str]) -> list[str]:
    return words + [f"{a} {b}" for a, b in itertools.pairwise(words)]


def _weighted(seen: Described, new: Described, view: str) -> Pair:
    """Columns that topics share, by their inverse document frequency, rows of unit length."""
    vectorizer = DictVectorizer()
    old = vectorizer.fit_transform(seen.rows[view]).tocsr()
    fresh = vectorizer.transform(new.rows[view]).tocsr()
    count = np.asarray((old > 0).sum(axis=0)).ravel()
    few = min(MIN_TOPICS, len(set(seen.topics)))
    kept = np.flatnonzero((count >= MIN_SENTENCES) & (_topics_with(old, seen.topics) >= few))
    idf = sparse.diags_array(np.log(len(seen) / count[kept]) + 1)
    return normalize((old[:, kept] @ idf).tocsr()), normalize((fresh[:, kept] @ idf).tocsr())


def _topics_with(matrix: sparse.csr_matrix, topics: "np.ndarray[Any, Any]") -> "np.ndarray[Any, Any]":
    """Number of topics in which each column occurs."""
    names = sorted(set(topics))
    return np.asarray(
        np.sum([np.asarray((matrix[topics == name] > 0).sum(axis=0)).ravel() > 0 for name in names], axis=0)
    )
