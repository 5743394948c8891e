from dataclasses import dataclass

import numpy as np

from argmine.language import Analyser, Token
from argmine.language.encoding import StaticVectors


@dataclass
class Text:
    text: str
    tokens: list[Token]


def read(text: str, analyser: Analyser) -> Text:
    return Text(text, analyser.tokens(text, [(0, len(text))]))


def test_the_mean_of_content_words_has_length_1(analyser: Analyser) -> None:
    passage = read("予算を新しく増やす。", analyser)
    rows = [t.vector_row for t in passage.tokens if t.text in ("予算", "新しく", "増やす") and t.vector_row >= 0]
    assert len(rows) == 2  # the table does not have 新しく
    mean = analyser.vectors[rows].mean(axis=0)
    vectors = StaticVectors(analyser).encode([passage])
    np.testing.assert_array_equal(vectors, [mean / np.linalg.norm(mean)])
    assert vectors.dtype == np.float32


def test_without_a_known_content_word_the_vector_is_zero(analyser: Analyser) -> None:
    vectors = StaticVectors(analyser).encode([read("。、」", analyser), Text("", [])])
    assert vectors.shape == (2, StaticVectors(analyser).dimension) == (2, 300)
    assert not vectors.any()


def test_no_passages_no_vectors(analyser: Analyser) -> None:
    assert StaticVectors(analyser).encode([]).shape == (0, 300)
