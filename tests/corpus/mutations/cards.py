"""Cards that lack something, say something unknown or say it wrong."""

import random
import re
from collections.abc import Callable
from pathlib import Path

from tests.corpus.mutations.mutation import Mutation, Place, read, write
from tests.corpus.small import DOCUMENTS

Apply = Callable[[Path, random.Random], Place]


def card(change: Callable[[str], str]) -> Apply:
    def apply(root: Path, rng: random.Random) -> Place:
        file = f"cards/{rng.choice(list(DOCUMENTS))}.toml"
        text = read(root / file)
        assert change(text) != text
        write(root / file, change(text))
        return Place(file)

    return apply


def line(field: str, new: str | None) -> Apply:
    """Replace the first line of a field, or drop it."""
    pattern = re.compile(rf"^{field} = (?:\[\n(?:.*\n)*?\]|.*)\n", re.MULTILINE)
    return card(lambda text: pattern.sub(f"{field} = {new}\n" if new is not None else "", text, count=1))


def table(name: str) -> Apply:
    """Drop a table."""
    return card(lambda text: re.sub(rf"\[{name}\]\n(?:[^\[].*\n|\n|\[$)*?(?=\[[a-z]|\Z)", "", text))


def unknown(name: str, value: str = '"x"') -> Apply:
    return card(lambda text: text.replace(f"[{name}]\n", f"[{name}]\nremark = {value}\n"))


def copy_style(root: Path, rng: random.Random) -> Place:
    one, other = rng.sample(list(DOCUMENTS), 2)
    style = read(root / "cards" / f"{one}.toml").partition("[style]")[2]
    path = root / "cards" / f"{other}.toml"
    write(path, read(path).partition("[style]")[0] + "[style]" + style)
    return Place(f"cards/{max(one, other)}.toml")


def other_id(root: Path, rng: random.Random) -> Place:
    one, other = rng.sample(list(DOCUMENTS), 2)
    path = root / "cards" / f"{one}.toml"
    write(path, read(path).replace(f'id = "{one}"', f'id = "{other}"'))
    return Place(f"cards/{one}.toml")


REQUIRED = ("name", "proposition", "action", "round", "side", "invented")
VALUES: tuple[tuple[str, str, str], ...] = (
    ("id", '"M01"', "id"),
    ("id", '"x"', "id"),
    ("id", "1", "readable"),
    ("title", '""', "blank"),
    ("title", '"別の題"', "text/title"),
    ("title", "3", "readable"),
    ("date", '"2025-13-01"', "date"),
    ("date", '"2025-02-30"', "date"),
    ("date", '"2025-00"', "date"),
    ("date", '"April 2025"', "readable"),
    ("date", "2025-04-01", "readable"),
    ("authors", "[]", "authors"),
    ("authors", '["somebody"]', "authors"),
    ("authors", '["constructed", "somebody"]', "authors"),
    ("authors", '""', "readable"),
    ("genre", '"Newspaper editorial"', "genre"),
    ("genre", '"poem"', "genre"),
    ("genre", '""', "genre"),
    ("area", '"traffic"', "area"),
    ("area", '"交通 "', "area"),
    ("area", '""', "area"),
    ("name", '""', "readable"),
    ("name", '" "', "blank"),
    ("name", '" 橋の建設"', "blank"),
    ("name", '"橋の建設　"', "blank"),
    ("proposition", '""', "readable"),
    ("proposition", '"橋の建設"', "proposition"),
    ("proposition", '"橋を架けるべきである。"', "proposition"),
    ("proposition", '"橋を架けるべきだ"', "proposition"),
    ("proposition", '"川がある。橋を架けるべきである"', "proposition"),
    ("action", '"hugging"', "action"),
    ("action", '"constructions"', "action"),
    ("action", '"abolition"', "action"),
    ("action", '"Construction"', "readable"),
    ("action", '"建設"', "readable"),
    ("action", '""', "readable"),
    ("round", "0", "readable"),
    ("round", "-1", "readable"),
    ("round", '"first"', "readable"),
    ("round", "1.5", "readable"),
    ("side", '"for"', "readable"),
    ("side", '"Pro"', "readable"),
    ("side", '"neutral"', "readable"),
    ("side", '""', "readable"),
    ("invented", '"everything"', "readable"),
    ("invented", '[""]', "blank"),
    ("invented", '["利用者の数 "]', "blank"),
    ("invented", "[1]", "readable"),
    ("register", '""', "blank"),
    ("register", '" だ・である"', "blank"),
    ("length", "800", "readable"),
)

CARDS = (
    *(Mutation(f"card: no {field}", "card/readable", line(field, None)) for field in REQUIRED),
    *(
        Mutation(f"card: no {field}", f"card/{field}", line(field, None))
        for field in ("id", "genre", "area", "authors")
    ),
    *(
        Mutation(f"card: no {field} in the style card", "card/style-fields", line(field, None))
        for field in ("register", "length")
    ),
    *(
        Mutation(f"card: {field} = {value}", rule if "/" in rule else f"card/{rule}", line(field, value))
        for field, value, rule in VALUES
        if "/" not in rule
    ),
    Mutation(
        "card: another title",
        "text/title",
        lambda root, rng: Place(
            line("title", '"別の題"')(root, rng).file.replace("cards", "documents").replace("toml", "txt"), (1,)
        ),
    ),
    Mutation("card: no metadata", "card/readable", table("metadata")),
    Mutation("card: no target", "card/readable", table("target")),
    Mutation("card: no construction", "card/construction", table("construction")),
    Mutation("card: no style card", "card/style-fields", table("style")),
    *(
        Mutation(f"card: an unknown field in {name}", "card/readable", unknown(name))
        for name in ("metadata", "target", "construction")
    ),
    Mutation("card: an unknown field in the style card", "card/style-fields", unknown("style")),
    Mutation("card: a style field that is no string", "card/readable", unknown("style", "true")),
    Mutation("card: an unknown table", "card/readable", card(lambda text: text + "\n[notes]\na = 1\n")),
    Mutation(
        "card: a field twice", "card/readable", card(lambda text: text.replace("[target]", '[target]\nname = "x"'))
    ),
    Mutation("card: no TOML", "card/readable", card(lambda text: text.replace(' = "', ' "', 1))),
    Mutation("card: a quote left open", "card/readable", card(lambda text: text[:-2] + "\n")),
    Mutation("card: empty", "card/readable", card(lambda text: "")),
    Mutation("card: the id of another", "card/id", other_id),
    Mutation("card: the style card of another", "card/style-unique", copy_style),
)
