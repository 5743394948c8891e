"""One word as SudachiPy sees it."""

from typing import NamedTuple


class Token(NamedTuple):
    """A word with its place in the text.

    Attributes
    ----------
    start, end : int
        Code-point offsets into the text that was analysed.
    text : str
        The surface form.
    lemma : str
        Dictionary form (Sudachi's normalised form as GiNZA passes it on).
    tag : str
        Sudachi part of speech, ``名詞-普通名詞-一般``.
    inflection : str
        Conjugation type and form, ``五段-ワア行;連用形-一般``; empty where a word does not inflect.
    vector_row : int
        Row of the static vector table, -1 where the table has none.
    """

    start: int
    end: int
    text: str
    lemma: str
    tag: str
    inflection: str
    vector_row: int

    @property
    def pos(self) -> str:
        """First level of the part of speech, such as 名詞 or 動詞."""
        return self.tag.partition("-")[0]

    @property
    def form(self) -> str:
        """First level of the conjugation form, such as 連用形; empty where there is none."""
        return self.inflection.rpartition(";")[2].partition("-")[0]
