"""The classifier of single sentences: ridge regression on the share of judges, then label offsets for macro-F1."""

import itertools
from collections.abc import Callable
from typing import Any

import numpy as np
from scipy import sparse
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import Ridge

from tests.benchmarks.poliinfo.evidence import SEPARATOR, Evidence
from tests.benchmarks.poliinfo.scoring import gold, macro_f1
from tests.benchmarks.poliinfo.sentences import Judged

INNER_FOLDS = 4
PENALTY = 1.0
OFFSETS = np.linspace(-0.5, 2.0, 11)

Scorer = Callable[[Evidence, Evidence, str], "np.ndarray[Any, Any]"]


def folds(sentences: list[Judged], n: int, seed: int = 0) -> "np.ndarray[Any, Any]":
    """Fold of each sentence, drawn evenly within topics."""
    return _folds(np.asarray([sentence.topic for sentence in sentences], dtype=object), n, seed)


def _folds(topics: "np.ndarray[Any, Any]", n: int, seed: int = 0) -> "np.ndarray[Any, Any]":
    rng = np.random.default_rng(seed)
    out = np.zeros(len(topics), dtype=int)
    for topic in sorted(set(topics)):
        places = np.flatnonzero(topics == topic)
        out[rng.permutation(places)] = np.arange(len(places)) % n
    return out


def predict(seen: Evidence, new: Evidence, task: str) -> "np.ndarray[Any, Any]":
    """Labels of sentences on topics that were seen."""
    inner = _folds(seen.topics, INNER_FOLDS, seed=1)
    known = _held_out(seen, task, inner, topic_scores)
    return _decide(topic_scores(seen, new, task), best_offsets(known, gold(seen.votes[task], "N2")))


def predict_unseen_topics(seen: Evidence, new: Evidence, task: str) -> "np.ndarray[Any, Any]":
    """Labels of sentences, each judged without any sentence of its topic.

    The scores by which offsets are chosen are held out by topic as well, and those of the topic at hand are left out.
    """
    known = _held_out(seen, task, seen.topics, general_scores)
    out = np.zeros(len(new), dtype=int)
    for topic in sorted(set(new.topics)):
        here, others = new.topics == topic, seen.topics != topic
        scores = known[~others] if new is seen else general_scores(seen.take(others), new.take(here), task)
        out[here] = _decide(scores, best_offsets(known[others], gold(seen.votes[task][others], "N2")))
    return out


def _held_out(seen: Evidence, task: str, groups: "np.ndarray[Any, Any]", score: Scorer) -> "np.ndarray[Any, Any]":
    out = np.zeros(seen.votes[task].shape)
    for group in sorted(set(groups)):
        inside = groups == group
        out[inside] = score(seen.take(~inside), seen.take(inside), task)
    return out


def topic_scores(seen: Evidence, new: Evidence, task: str) -> "np.ndarray[Any, Any]":
    """Scores by characters and words, each weight the sum of a general and a topic's own."""
    old, fresh = _text_matrices(seen, new)
    names = sorted(set(seen.topics))
    return _ridge(_by_topic(old, seen.topics, names), _by_topic(fresh, new.topics, names), seen.votes[task])


def general_scores(seen: Evidence, new: Evidence, task: str) -> "np.ndarray[Any, Any]":
    """Scores by characters and words."""
    return _ridge(*_text_matrices(seen, new), seen.votes[task])


def _text_matrices(seen: Evidence, new: Evidence) -> tuple[sparse.csr_matrix, sparse.csr_matrix]:
    characters = TfidfVectorizer(analyzer="char", ngram_range=(1, 4), min_df=3, sublinear_tf=True)
    words = TfidfVectorizer(analyzer=_word_pairs, min_df=2, sublinear_tf=True)
    old = sparse.hstack([characters.fit_transform(seen.texts), words.fit_transform(seen.words)]).tocsr()
    fresh = sparse.hstack([characters.transform(new.texts), words.transform(new.words)]).tocsr()
    return old * np.sqrt(0.5), fresh * np.sqrt(0.5)


def _word_pairs(joined: str) -> list[str]:
    words = joined.split(SEPARATOR)
    return words + [f"{a} {b}" for a, b in itertools.pairwise(words)]


def _by_topic(matrix: sparse.csr_matrix, topics: "np.ndarray[Any, Any]", names: list[str]) -> sparse.csr_matrix:
    copies = [sparse.diags_array((topics == name).astype(float)) @ matrix for name in names]
    return sparse.hstack([matrix, *copies]).tocsr()


def _ridge(old: sparse.csr_matrix, fresh: sparse.csr_matrix, votes: "np.ndarray[Any, Any]") -> "np.ndarray[Any, Any]":
    """Expected share of judges for each label."""
    kept = np.flatnonzero(np.diff(old.tocsc().indptr) >= 2)
    share = votes / votes.sum(axis=1, keepdims=True)
    model = Ridge(alpha=PENALTY, solver="sparse_cg", tol=1e-3).fit(old[:, kept], share)
    return np.clip(model.predict(fresh[:, kept]), 1e-3, 1.0)


def best_offsets(scores: "np.ndarray[Any, Any]", right: "np.ndarray[Any, Any]") -> "np.ndarray[Any, Any]":
    """What to add to the log scores of each label for the best N2 macro-F1; the first label gets nothing."""
    grid = itertools.product((0.0,), *[OFFSETS] * (scores.shape[1] - 1))
    return np.asarray(max(grid, key=lambda offsets: macro_f1(right, _decide(scores, np.asarray(offsets)))))


def _decide(scores: "np.ndarray[Any, Any]", offsets: "np.ndarray[Any, Any]") -> "np.ndarray[Any, Any]":
    return np.asarray((np.log(scores) + offsets).argmax(axis=1))
