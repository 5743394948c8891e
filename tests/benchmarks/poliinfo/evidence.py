"""What the classifier sees of each sentence, made once."""

from dataclasses import dataclass
from typing import Any, Self

import numpy as np

from argmine.language import Analyser
from argmine.language.predicates import plain_words
from tests.benchmarks.poliinfo.sentences import TASKS, Judged, votes

SEPARATOR = "\x1f"


@dataclass(frozen=True)
class Evidence:
    """Sentences in columns.

    Attributes
    ----------
    texts : array of str
    words : array of str
        Plain words joined by ``SEPARATOR``.
    topics : array of str
    votes : dict of str to array of int, shape (n, k)
    """

    texts: "np.ndarray[Any, Any]"
    words: "np.ndarray[Any, Any]"
    topics: "np.ndarray[Any, Any]"
    votes: dict[str, "np.ndarray[Any, Any]"]

    def __len__(self) -> int:
        return len(self.texts)

    @classmethod
    def of(cls, sentences: list[Judged], analyser: Analyser) -> Self:
        """Look at sentences."""
        texts = [sentence.text for sentence in sentences]
        words = [SEPARATOR.join(plain_words(analyser.tokens(text, [(0, len(text))]))) for text in texts]
        return cls(
            np.asarray(texts, dtype=object),
            np.asarray(words, dtype=object),
            np.asarray([sentence.topic for sentence in sentences], dtype=object),
            {task: votes(sentences, task) for task in TASKS},
        )

    def take(self, which: "np.ndarray[Any, Any]") -> "Evidence":
        """Some of the sentences, by mask or index."""
        chosen = {task: table[which] for task, table in self.votes.items()}
        return Evidence(self.texts[which], self.words[which], self.topics[which], chosen)
