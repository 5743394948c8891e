"""Evaluation: predicted against gold annotation, and annotators against each other."""

from argmine.corpus.corpus import Corpus
from argmine.errors import CorpusError
from argmine.evaluation.scores import Scores, score
from argmine.pipeline.miner import Miner

__all__ = ["Scores", "evaluate", "score"]


def evaluate(miner: Miner, corpus: Corpus, split: str | None = None) -> tuple[Scores, int]:
    """Score a miner on a corpus; it is given each document's target.

    Returns
    -------
    Scores, int
        The scores, and the number of documents.

    Raises
    ------
    CorpusError
        If there is nothing to score.
    """
    pairs = []
    for id in corpus.ids_of(split):
        gold = corpus.document(id)
        pairs.append((gold, miner(corpus.commentary(id), target=gold.target)))
    if not pairs:
        raise CorpusError(f"{corpus.path}: no documents to score")
    return score(pairs), len(pairs)
