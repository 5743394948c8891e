"""How well a classifier tells constructed passages from real ones: the lower, the better the construction."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from scipy import sparse
from sklearn.feature_extraction.text import CountVectorizer, TfidfTransformer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import StratifiedGroupKFold

from argmine.language import Token
from argmine.language.predicates import plain_words
from argmine.segmentation.outline import Outline
from tests.benchmarks.text_measures import Text

LENGTH = 300
FOLDS = 5
SAMPLES = 500
_CONTENT = {"名詞": "名", "動詞": "動", "形容詞": "形", "形状詞": "状", "代名詞": "代"}


class Passage(NamedTuple):
    """A stretch of whole sentences.

    Attributes
    ----------
    group : str
        Its document.
    text : str
        Without white space, so that layout tells nothing.
    form : str
        Its plain words (dictionary forms without politeness and punctuation), every content word replaced by a mark of
        its part of speech, so that neither topic nor speech against essay nor typography tells anything.
    """

    group: str
    text: str
    form: str


class Detection(NamedTuple):
    """Area under the ROC curve with its 95 % bootstrap interval over documents; 0.5 is chance."""

    auc: float
    low: float
    high: float


def passages(texts: Sequence[Text], read: Sequence[Outline], length: int = LENGTH) -> list[Passage]:
    """Cut texts at sentence ends into passages of ``length`` characters or a little more.

    A rest of less than half is left out. With length 1 every sentence is a passage.
    """
    out = []
    for text, layout in zip(texts, read, strict=True):
        plain = form = ""
        for sentence in layout.sentences:
            plain += "".join(layout.text[sentence.start : sentence.end].split())
            form += "".join(plain_words([_mark(t) for t in layout.tokens[sentence.first : sentence.last]])) + "。"
            if len(plain) >= length:
                out.append(Passage(text.group, plain, form))
                plain = form = ""
        if len(plain) > length // 2:
            out.append(Passage(text.group, plain, form))
    return out


def _mark(token: Token) -> Token:
    if token.pos in _CONTENT and "非自立" not in token.tag and "助動詞語幹" not in token.tag:
        return token._replace(text=_CONTENT[token.pos], lemma=_CONTENT[token.pos])
    return token


def detect(real: Sequence[Passage], constructed: Sequence[Passage], view: str) -> Detection | None:
    """Cross-validated AUC of a character n-gram classifier, documents kept whole.

    Parameters
    ----------
    real, constructed : sequence of Passage
    view : {"text", "form"}
        Which of the two strings of a passage to look at.

    Returns
    -------
    Detection or None
        None if either side has fewer documents than folds.
    """
    if min(len({p.group for p in side}) for side in (real, constructed)) < FOLDS:
        return None
    counts, _ = _counts([*real, *constructed], view)
    labels = np.array([0] * len(real) + [1] * len(constructed))
    groups = np.array([p.group for p in (*real, *constructed)])
    scores = np.zeros(len(labels))
    for train, test in StratifiedGroupKFold(FOLDS, shuffle=True, random_state=0).split(counts, labels, groups):
        weights = TfidfTransformer(sublinear_tf=True).fit(counts[train])
        model = _classifier().fit(weights.transform(counts[train]), labels[train])
        scores[test] = model.decision_function(weights.transform(counts[test]))
    return Detection(float(roc_auc_score(labels, scores)), *_interval(labels, scores, groups))


def _classifier() -> LogisticRegression:
    return LogisticRegression(
        C=10, class_weight="balanced", solver="liblinear", dual=True, random_state=0, max_iter=500
    )


def _counts(items: Sequence[Passage], view: str) -> tuple[sparse.csr_matrix, CountVectorizer]:
    vectorizer = CountVectorizer(analyzer="char", ngram_range=(2, 4), min_df=3, lowercase=False)
    return vectorizer.fit_transform([getattr(item, view) for item in items]), vectorizer


def _interval(
    labels: "np.ndarray[Any, Any]", scores: "np.ndarray[Any, Any]", groups: "np.ndarray[Any, Any]"
) -> tuple[float, float]:
    rng = np.random.default_rng(0)
    members = [[np.flatnonzero((groups == g) & (labels == y)) for g in np.unique(groups[labels == y])] for y in (0, 1)]
    values = []
    for _ in range(SAMPLES):
        rows = np.concatenate([side[i] for side in members for i in rng.integers(len(side), size=len(side))])
        values.append(roc_auc_score(labels[rows], scores[rows]))
    low, high = np.quantile(values, (0.025, 0.975))
    return float(low), float(high)


def telling(real: Sequence[Passage], constructed: Sequence[Passage], view: str, n: int) -> tuple[list[str], list[str]]:
    """The n-grams that speak most for real and for constructed text, the strongest first."""
    counts, vectorizer = _counts([*real, *constructed], view)
    labels = [0] * len(real) + [1] * len(constructed)
    model = _classifier().fit(TfidfTransformer(sublinear_tf=True).fit_transform(counts), labels)
    order = np.argsort(model.coef_[0])
    names = vectorizer.get_feature_names_out()
    return [str(names[i]) for i in order[:n]], [str(names[i]) for i in order[::-1][:n]]
