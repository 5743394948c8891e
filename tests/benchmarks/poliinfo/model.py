"""The classifier of single sentences: kernel ridge regression on the judges' votes, then label offsets for macro-F1.

The kernel is a polynomial in the inner products of the views (``evidence.py``), so that pairs of features count as
well. For topics that were seen, two sentences of one topic are twice as alike. For topics that were not, the text is
masked, and two steps make topics comparable:

- In training, the sentences of a topic and label count by the inverse square root of their number, so that a topic that
  most speakers oppose does not teach that its words speak against anything.
- The scores of a topic are moved: their mean rate of taking sides to that of other topics, their mean lean to one side
  halfway. This looks at all sentences of the topic to be judged, though at no judgement of theirs: the method is
  transductive.

Offsets are chosen on held-out scores of the training part.
"""

import itertools
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from argmine.language import Analyser
from tests.benchmarks.poliinfo.evidence import Described, Pair, describe, matrices
from tests.benchmarks.poliinfo.kernel import KernelRidge, gram
from tests.benchmarks.poliinfo.scoring import gold, macro_f1
from tests.benchmarks.poliinfo.sentences import Judged

FOLDS = 5
# By number of labels.
OFFSETS = {2: np.linspace(-1.0, 2.5, 57), 3: np.linspace(-1.0, 2.5, 15)}
# What is left of a topic's deviation in how often sides are taken at all, and in which side.
KEPT_RATE, KEPT_LEAN = 0.0, 0.5
BEST_SHARE = 0.05
INTERCEPT = 0.3
PAIRS = 0.025
FLOOR = 1e-3


class Bench:
    """Judged sentences to learn from and, unless they judge each other, sentences to label.

    Parameters
    ----------
    train : sequence of Judged
    test : sequence of Judged, optional
    """

    def __init__(self, train: Sequence[Judged], test: Sequence[Judged] | None = None) -> None:
        analyser = Analyser()
        self.seen = describe(train, analyser)
        self.new = describe(test, analyser) if test is not None else None
        self._views = matrices(self.seen, self.new or self.seen)
        self.folds = folds(self.seen.topics, FOLDS)

    def label(self, task: str, leave_topic_out: bool = False) -> "np.ndarray[Any, Any]":
        """Labels of the test sentences, or of each training sentence by a model that did not see it.

        Parameters
        ----------
        task : {"stance", "fact_checkable"}
        leave_topic_out : bool
            Whether nothing judged on its topic may inform the label of a sentence; else five folds within topics.
        """
        judged = self.seen.votes[task]
        groups = self.seen.topics if leave_topic_out else self.folds
        weights = topic_weights(self.seen.topics, judged) if leave_topic_out else np.ones(len(judged))
        model = KernelRidge.fit(self._kernel(task, leave_topic_out, fresh=False), judged, weights)
        known, right = model.held_out(groups), gold(judged, "N2")
        if leave_topic_out:
            return self._label_by_topic(task, model, known, right)
        if self.new is None:
            out = np.zeros(len(judged), dtype=int)
            for fold in range(FOLDS):
                inside = groups == fold
                out[inside] = decide(known[inside], best_offsets(known[~inside], right[~inside]))
            return out
        solved, mean = model.without(np.zeros(len(judged), dtype=bool))
        scores = self._kernel(task, leave_topic_out, fresh=True) @ solved + mean
        return decide(scores, best_offsets(known, right))

    def _label_by_topic(
        self, task: str, model: KernelRidge, known: "np.ndarray[Any, Any]", right: "np.ndarray[Any, Any]"
    ) -> "np.ndarray[Any, Any]":
        to_label = self.new or self.seen
        kernel = self._kernel(task, True, fresh=True) if self.new is not None else None
        out = np.zeros(len(to_label), dtype=int)
        for topic in sorted(set(to_label.topics)):
            here, own = to_label.topics == topic, self.seen.topics == topic
            scores = known[own]
            if kernel is not None:
                solved, mean = model.without(own)
                scores = kernel[here] @ solved + mean
            others = known[~own]
            reference = others.mean(axis=0)
            calibrated = np.zeros(others.shape)
            for other in sorted(set(self.seen.topics[~own])):
                inside = self.seen.topics[~own] == other
                calibrated[inside] = comparable(others[inside], reference)
            out[here] = decide(comparable(scores, reference), best_offsets(calibrated, right[~own]))
        return out

    def _kernel(self, task: str, leave_topic_out: bool, fresh: bool) -> "np.ndarray[Any, Any]":
        """Likeness of training sentences, or of the test sentences to them."""

        def inner(view: str) -> "np.ndarray[Any, Any]":
            pair: Pair = self._views[view]
            return gram(pair[1 if fresh else 0], pair[0])

        if leave_topic_out:
            return np.asarray(_without_topic(task, inner) + INTERCEPT, dtype=np.float32)
        if task == "stance":
            pairs = (inner("masked") + inner("attitude") + inner("unit") + inner("stance") + 1) ** 2
            alike = inner("text") + PAIRS * pairs
        else:
            alike = inner("text") + inner("unit") / 2 + inner("attitude") / 4
        one: Described = self.new if fresh and self.new is not None else self.seen
        alike *= 1 + np.equal.outer(one.topics, self.seen.topics).astype(np.float32)
        return np.asarray(alike + INTERCEPT, dtype=np.float32)


def _without_topic(task: str, inner: "Callable[[str], np.ndarray[Any, Any]]") -> "np.ndarray[Any, Any]":
    """Likeness in what topics share: pairs, and for stance triples, of features."""
    if task == "stance":
        alike = inner("masked") + 2 * inner("attitude") + inner("stance") + 1
        return np.asarray(alike**2 / 4 * (1 + alike / 4) / 2)
    return np.asarray((inner("masked") + inner("attitude") + inner("unit") + 1) ** 2 / 4)


def folds(topics: "np.ndarray[Any, Any]", n: int, seed: int = 0) -> "np.ndarray[Any, Any]":
    """Fold of each sentence, drawn evenly within topics."""
    rng = np.random.default_rng(seed)
    out = np.zeros(len(topics), dtype=int)
    for topic in sorted(set(topics)):
        places = np.flatnonzero(topics == topic)
        out[rng.permutation(places)] = np.arange(len(places)) % n
    return out


def topic_weights(topics: "np.ndarray[Any, Any]", votes: "np.ndarray[Any, Any]") -> "np.ndarray[Any, Any]":
    """Weights by the inverse square root of the number of sentences of a topic with the same first choice; mean 1."""
    choice = votes.argmax(axis=1)
    out = np.ones(len(topics))
    for topic, label in itertools.product(sorted(set(topics)), range(votes.shape[1])):
        cell = (topics == topic) & (choice == label)
        if cell.any():
            out[cell] = cell.sum() ** -0.5
    return np.asarray(out / out.mean())


def comparable(scores: "np.ndarray[Any, Any]", reference: "np.ndarray[Any, Any]") -> "np.ndarray[Any, Any]":
    """Scores of one topic's sentences, moved to the mean of other topics; the first label means neither side."""
    off = scores.mean(axis=0) - reference
    rate = (KEPT_RATE - 1) * off[1:].sum()
    move = np.full(len(off), rate / (len(off) - 1))
    move[0] = -rate
    if len(off) == 3:
        move[1:] += np.array([0.5, -0.5]) * (KEPT_LEAN - 1) * (off[1] - off[2])
    return np.asarray(scores + move)


def best_offsets(scores: "np.ndarray[Any, Any]", right: "np.ndarray[Any, Any]") -> "np.ndarray[Any, Any]":
    """What to add to the log scores of each label for the best N2 macro-F1; the first label gets nothing.

    The mean of the best points of a grid, which varies less from sample to sample than the best one.
    """
    grid = np.asarray(list(itertools.product((0.0,), *[OFFSETS[scores.shape[1]]] * (scores.shape[1] - 1))))
    reached = np.asarray([macro_f1(right, decide(scores, offsets)) for offsets in grid])
    best = np.argsort(-reached, kind="stable")[: max(1, round(BEST_SHARE * len(grid)))]
    return np.asarray(grid[best].mean(axis=0))


def decide(scores: "np.ndarray[Any, Any]", offsets: "np.ndarray[Any, Any]") -> "np.ndarray[Any, Any]":
    """The label of the highest log score with its offset."""
    return np.asarray((np.log(np.clip(scores, FLOOR, 1.0)) + offsets).argmax(axis=1))
