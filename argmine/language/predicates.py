"""Plain words: dictionary forms without politeness, so that speech and essay look alike."""

from collections.abc import Sequence

from argmine.language.token import Token

_HONORIFIC = frozenset({"御", "ご", "お"})
_WILL = "う"  # stands for だろう, でしょう, であろう, …よう
_VARIANTS = {
    "です": "だ",
    "ぬ": "ない",
    "ず": "ない",
    "ん": "ない",
    "おる": "いる",
    "ござる": "ある",
    "ございます": "ある",
    "無い": "ない",
    "致す": "する",
    "いたす": "する",
    "申す": "言う",
    "居る": "いる",
    "為る": "する",
    "成る": "なる",
    "下さる": "くださる",
    "頂く": "いただく",
    "出来る": "できる",
    "有る": "ある",
    "べし": "べき",
}


def plain_words(tokens: Sequence[Token]) -> list[str]:
    """Dictionary forms of the words, politeness removed and spelling variants joined.

    ます disappears; です, だ and である are all だ; ません is ない; おる is いる; punctuation is left out.
    """
    words: list[str] = []
    for i, token in enumerate(tokens):
        if token.pos in ("補助記号", "空白") or token.lemma == "ます":
            continue
        following = tokens[i + 1] if i + 1 < len(tokens) else None
        linking = token.text in ("て", "で") and token.tag == "助詞-接続助詞"
        if linking and following is not None and following.tag == "動詞-非自立可能":
            continue
        if token.pos == "接頭辞" and token.lemma in _HONORIFIC:
            continue
        word = _plain(token)
        if word in ("ある", "ない"):
            if words[-2:] in (["で", "は"], ["だ", "は"]):  # ではない, ではありません
                words[-2:] = ["だ"]
                if word == "ある":
                    continue
            elif word == "ある" and words[-1:] == ["だ"]:  # である
                if token.form == "意志推量形":
                    words.append(_WILL)
                continue
        if word:
            words.append(word)
        if token.form == "意志推量形":
            words.append(_WILL)
    return words


def _plain(token: Token) -> str:
    if token.pos == "助動詞":
        if token.text in ("ん", "ず", "ぬ", "ね", "ざる"):
            return "ない"
        if token.text in ("だろう", "でしょう", "う", "よう", "ましょう"):
            return "" if token.form == "意志推量形" else token.lemma
    return _VARIANTS.get(token.lemma, token.lemma)
