from argmine.language import Analyser
from argmine.language.analyser import PIECE_LENGTH
from argmine.segmentation.sentences import sentence_spans


def test_a_sentence_longer_than_sudachi_takes(analyser: Analyser) -> None:
    text = "防衛" * 30_000
    tokens = analyser.tokens(text, sentence_spans(text))
    assert "".join(token.text for token in tokens) == text
    assert len(text.encode()) > 49_149 > PIECE_LENGTH


def test_unreadable_characters_keep_their_place(analyser: Analyser) -> None:
    text = "防衛\x00費\ud800の\x1b増額。"
    tokens = analyser.tokens(text, sentence_spans(text))
    assert [(t.text, t.start) for t in tokens] == [
        ("防衛", 0),
        ("費", 3),
        ("の", 5),
        ("増額", 7),
        ("。", 9),
    ]
