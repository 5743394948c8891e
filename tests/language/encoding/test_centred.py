from dataclasses import dataclass
from typing import Any

import numpy as np

from argmine.language import Token
from argmine.language.encoding import Centred, TextEncoder


@dataclass
class Text:
    text: str
    tokens: tuple[Token, ...] = ()


class Leaning(TextEncoder):
    """Vectors that differ a little around (0.96, 0.28)."""

    kind, scale, dimension = "leaning", 2.0, 2

    def embed(self, texts: list[str]) -> "np.ndarray[Any, Any]":
        return np.asarray([{"賛": [1.0, 0.0], "否": [0.8, 0.6], "中": [0.96, 0.28]}[text] for text in texts])


def test_what_all_share_is_taken_away() -> None:
    encoder = Leaning("leaning", "0" * 64)
    raw = encoder.encode([Text("賛"), Text("否")])
    centred = Centred.fit(encoder, raw)
    np.testing.assert_allclose(centred.mean, [0.9, 0.3], atol=1e-6)
    vectors = centred.encode([Text("賛"), Text("否"), Text("中")])
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-6)
    np.testing.assert_allclose(vectors[0] @ vectors[1], -1.0, atol=1e-6)
    np.testing.assert_array_equal(centred.centre(raw), vectors[:2])
    assert vectors.dtype == np.float32


def test_the_mean_itself_has_no_direction() -> None:
    encoder = Leaning("leaning", "0" * 64)
    vectors = encoder.encode([Text("中")])
    assert not Centred(encoder, vectors[0]).encode([Text("中")]).any()


def test_it_is_the_encoder_it_wraps_in_all_else() -> None:
    encoder = Leaning("leaning", "0" * 64)
    centred = Centred.fit(encoder, encoder.encode([Text("中")]))
    assert (centred.kind, centred.name, centred.scale, centred.dimension) == ("leaning", "leaning", 2.0, 2)
    assert centred.describe() == encoder.describe()
