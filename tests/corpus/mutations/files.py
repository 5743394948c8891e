"""Files out of their normal form, and texts that no longer are what was annotated."""

import random
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.corpus.mutations.mutation import Mutation, Place, read, write
from tests.corpus.small import DOCUMENTS, LAYERS

KINDS: dict[str, Callable[[random.Random], str]] = {
    "text": lambda rng: f"documents/{rng.choice(list(DOCUMENTS))}.txt",
    "card": lambda rng: f"cards/{rng.choice(list(DOCUMENTS))}.toml",
    "layer": lambda rng: f"layers/{rng.choice(LAYERS)}/{rng.choice(list(DOCUMENTS))}.tsv",
}


def in_middle(text: str, insert: str) -> str:
    """Before the last character of the last line."""
    return text[:-2] + insert + text[-2:]


FORMS: dict[str, tuple[str, Callable[[str], str]]] = {
    "CRLF": ("lf", lambda t: t.replace("\n", "\r\n")),
    "a carriage return": ("lf", lambda t: in_middle(t, "\r")),
    "a line separator": ("lf", lambda t: in_middle(t, "\u2028")),
    "a next line": ("lf", lambda t: in_middle(t, "\x85")),
    "a byte order mark": ("bom", lambda t: "\ufeff" + t),
    "no final newline": ("final-newline", lambda t: t[:-1]),
    "two final newlines": ("final-newline", lambda t: t + "\n"),
    "three final newlines": ("final-newline", lambda t: t + "\n\n"),
    "a space at the end of a line": ("trailing-space", lambda t: t[:-1] + " \n"),
    "a wide space at the end of a line": ("trailing-space", lambda t: t[:-1] + "\u3000\n"),
    "a tab at the end of a line": ("trailing-space", lambda t: t[:-1] + "\t\n"),
    "a decomposed kana": ("nfc", lambda t: t.replace("で", "て\u3099", 1)),
    "a compatibility kanji": ("nfc", lambda t: in_middle(t, "\ufa19")),
    "a zero-width space": ("control", lambda t: in_middle(t, "\u200b")),
    "a soft hyphen": ("control", lambda t: in_middle(t, "\xad")),
    "a null": ("control", lambda t: in_middle(t, "\0")),
    "an escape": ("control", lambda t: in_middle(t, "\x1b")),
    "a private-use character": ("control", lambda t: in_middle(t, "\ue000")),
    "a no-character": ("control", lambda t: in_middle(t, "\uffff")),
    "a second byte order mark": ("control", lambda t: in_middle(t, "\ufeff")),
}


def edit(kind: str, change: Callable[[str], str]) -> Callable[[Path, random.Random], Place]:
    def apply(root: Path, rng: random.Random) -> Place:
        file = KINDS[kind](rng)
        text = read(root / file)
        assert change(text) != text
        write(root / file, change(text))
        return Place(file)

    return apply


def encode(kind: str, codec: str) -> Callable[[Path, random.Random], Place]:
    def apply(root: Path, rng: random.Random) -> Place:
        file = KINDS[kind](rng)
        (root / file).write_bytes(read(root / file).encode(codec))
        return Place(file)

    return apply


def forms() -> Iterator[Mutation]:
    for kind in KINDS:
        for name, (rule, change) in FORMS.items():
            yield Mutation(f"{kind}: {name}", f"file/{rule}", edit(kind, change))
        for codec in ("cp932", "utf-16", "euc-jp"):
            yield Mutation(f"{kind}: in {codec}", "file/utf-8", encode(kind, codec))


def body_changes(change: Callable[[str, random.Random], str]) -> Callable[[Path, random.Random], Place]:
    """Change a text after its annotation; a layer of it must be named."""

    def apply(root: Path, rng: random.Random) -> Place:
        id = rng.choice(list(DOCUMENTS))
        path = root / "documents" / f"{id}.txt"
        text = read(path)
        write(path, change(text, rng))
        assert read(path) != text
        return Place(f"layers/{rng.choice(LAYERS)}/{id}.tsv")

    return apply


def drop_sentence(text: str, rng: random.Random) -> str:
    head, _, body = text.partition("\n\n")
    sentences = body.split("。")
    del sentences[rng.randrange(len(sentences) - 1)]
    return f"{head}\n\n{'。'.join(sentences).strip()}\n"


FILES = (
    *forms(),
    Mutation("text: a tab", "file/control", edit("text", lambda t: in_middle(t, "\t"))),
    Mutation("text: a blank line in front", "file/blank-lines", edit("text", lambda t: "\n" + t)),
    Mutation("text: two blank lines", "file/blank-lines", edit("text", lambda t: t.replace("\n\n", "\n\n\n", 1))),
    Mutation("text: empty", "text/readable", edit("text", lambda t: "")),
    Mutation("text: not Japanese", "text/readable", edit("text", lambda t: "Nothing to see here.\n")),
    Mutation("text: another title", "text/title", edit("text", lambda t: "別の" + t)),
    Mutation("text: no title", "text/title", edit("text", lambda t: t.partition("\n\n")[2])),
    Mutation("text: too long", "text/length", edit("text", lambda t: t[:-1] + "そうだ。" * 75 + "\n")),
    Mutation("text: too short", "text/length", edit("text", lambda t: t.partition("。")[0][:25] + "。\n")),
    Mutation("text: no blank line after the title", "text/title", edit("text", lambda t: t.replace("\n\n", "\n", 1))),
    Mutation("body: a sentence is missing", "layer/tiling", body_changes(drop_sentence)),
    Mutation("body: a sentence more", "layer/tiling", body_changes(lambda t, rng: t[:-1] + "それだけだ。\n")),
    Mutation("body: a character changed", "layer/tiling", body_changes(lambda t, rng: t[:-3] + "龍" + t[-2:])),
    Mutation("body: full stops as ．", "layer/tiling", body_changes(lambda t, rng: t.replace("。", "．"))),
    Mutation("body: a space more", "layer/text", body_changes(lambda t, rng: t[:-3] + " " + t[-3:])),
    Mutation(
        "body: a paragraph break in a unit", "layer/sentence", body_changes(lambda t, rng: t[:-4] + "\n\n" + t[-4:])
    ),
)
