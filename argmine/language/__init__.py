"""Words of a text: GiNZA's tokenizer, its part-of-speech tags and its static word vectors."""

from argmine.language.analyser import Analyser
from argmine.language.token import Token

__all__ = ["Analyser", "Token"]
