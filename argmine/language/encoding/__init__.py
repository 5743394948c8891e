"""Texts as dense vectors: the mean of static word vectors, or a sentence encoder that an extra brings."""

from argmine.language.encoding.choosing import choose_encoder, recorded_encoder
from argmine.language.encoding.encoder import Encoder, Passage, Proposition, TextEncoder, closeness
from argmine.language.encoding.static import STATIC_SCALE, StaticVectors

__all__ = [
    "STATIC_SCALE",
    "Encoder",
    "Passage",
    "Proposition",
    "StaticVectors",
    "TextEncoder",
    "choose_encoder",
    "closeness",
    "recorded_encoder",
]
