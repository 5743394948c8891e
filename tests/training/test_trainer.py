"""What cannot be learned from is refused in one line."""

import pytest

from argmine.corpus.corpus import Corpus
from argmine.errors import CorpusError
from argmine.language import Analyser
from argmine.objects import ArgumentDocument
from argmine.training import train
from argmine.training.trainer import FEWEST_DOCUMENTS
from tests.conftest import ROOT


def documents(count: int) -> list[ArgumentDocument]:
    corpus = Corpus(ROOT / "corpora" / "assembly-ja")
    return [corpus.document(id) for id in corpus.ids[:count]]


def test_too_few_documents(analyser: Analyser) -> None:
    with pytest.raises(CorpusError, match="4 documents to learn from, want at least 5"):
        train(documents(FEWEST_DOCUMENTS - 1), analyser)


def test_documents_without_relations(analyser: Analyser) -> None:
    bare = [document.model_copy(update={"relations": ()}) for document in documents(FEWEST_DOCUMENTS)]
    with pytest.raises(CorpusError, match="no relations to learn from"):
        train(bare, analyser)
