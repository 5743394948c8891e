"""Wrong units: lines, columns, numbers, and texts that do not tile the body."""

import random
from collections.abc import Callable, Sequence

from tests.corpus.mutations.mutation import COLUMN, Mutation, Rows, change_rows, set_cell

Change = Callable[[Rows, int, random.Random], Sequence[int]]
TEXT = COLUMN["text"]


def renumber(rows: Rows) -> None:
    for number, row in enumerate(rows, 1):
        row[0] = str(number)
    for row in rows:
        row[5:7] = ("-", "-")


def text(edit: Callable[[str], str], after: int = 0) -> Change:
    """Edit a unit's text; the fault may show up to ``after`` units later, or in the last."""

    def change(rows: Rows, i: int, rng: random.Random) -> Sequence[int]:
        new = edit(rows[i][TEXT])
        assert new != rows[i][TEXT]
        rows[i][TEXT] = new
        return range(i + 1, i + 2 + after)

    return change


def drop(rows: Rows, i: int, rng: random.Random) -> Sequence[int]:
    del rows[i]
    renumber(rows)
    return (min(i + 1, len(rows)),)


def drop_line(rows: Rows, i: int, rng: random.Random) -> Sequence[int]:
    del rows[i]
    return (i + 1,)


def double(rows: Rows, i: int, rng: random.Random) -> Sequence[int]:
    rows.insert(i, list(rows[i]))
    renumber(rows)
    return (i + 2,)


def swap(rows: Rows, i: int, rng: random.Random) -> Sequence[int]:
    rows[i], rows[i + 1] = rows[i + 1], rows[i]
    renumber(rows)
    return (i + 1,)


def merge(rows: Rows, i: int, rng: random.Random) -> Sequence[int]:
    rows[i][TEXT] += rows.pop(i + 1)[TEXT]
    renumber(rows)
    return (i + 1,)


def split_at(rows: Rows, i: int, at: int) -> Sequence[int]:
    rows.insert(i + 1, list(rows[i]))
    rows[i][TEXT], rows[i + 1][TEXT] = rows[i][TEXT][:at], rows[i][TEXT][at:]
    renumber(rows)
    return (i + 2,)


def split_in_word(rows: Rows, i: int, rng: random.Random) -> Sequence[int]:
    return split_at(rows, i, 1)


def split_before_stop(rows: Rows, i: int, rng: random.Random) -> Sequence[int]:
    return split_at(rows, i, len(rows[i][TEXT]) - 1)


def split_in_quote(rows: Rows, i: int, rng: random.Random) -> Sequence[int]:
    return split_at(rows, i, rows[i][TEXT].index("「") + 2)


def shift_border(rows: Rows, i: int, rng: random.Random) -> Sequence[int]:
    """The last character of a clause goes to the next unit of the sentence."""
    rows[i + 1][TEXT] = rows[i][TEXT][-1] + rows[i + 1][TEXT]
    rows[i][TEXT] = rows[i][TEXT][:-1]
    return (i + 2,)


def shift_sentence(rows: Rows, i: int, rng: random.Random) -> Sequence[int]:
    """The first character of a sentence goes to the unit before it."""
    rows[i][TEXT] += rows[i + 1][TEXT][0]
    rows[i + 1][TEXT] = rows[i + 1][TEXT][1:]
    return (i + 1,)


def extra(rows: Rows, i: int, rng: random.Random) -> Sequence[int]:
    rows.append([str(len(rows) + 1), "none", "-", "-", "-", "-", "-", "終わり。"])
    return (len(rows),)


def header(rows: Rows, i: int, rng: random.Random) -> Sequence[int]:
    rows.insert(0, list(COLUMN))
    return (1,)


def pop_column(rows: Rows, i: int, rng: random.Random) -> Sequence[int]:
    del rows[i][rng.randrange(8)]
    return (i + 1,)


def push_column(rows: Rows, i: int, rng: random.Random) -> Sequence[int]:
    rows[i].insert(rng.randrange(9), "x")
    return (i + 1,)


def no_tabs(rows: Rows, i: int, rng: random.Random) -> Sequence[int]:
    rows[i] = [rng.choice((",", " ", "  ")).join(rows[i])]
    return (i + 1,)


def blank(rows: Rows, i: int, rng: random.Random) -> Sequence[int]:
    rows.insert(i, [""])
    return (i + 1,)


def clear(rows: Rows, i: int, rng: random.Random) -> Sequence[int]:
    rows.clear()
    return ()


def same_number(rows: Rows, i: int, rng: random.Random) -> Sequence[int]:
    rows[i][0] = rows[i - 1][0] if i else "2"
    return (i + 1,)


def sentence_final(row: list[str]) -> bool:
    return row[TEXT].endswith("。")


def not_last(row: list[str]) -> bool:
    return row[0] in "12345"


def inner(row: list[str]) -> bool:
    return row[TEXT].endswith("、")


def quoting(row: list[str]) -> bool:
    return "「" in row[TEXT]


def spaced(row: list[str]) -> bool:
    return "\u3000" in row[TEXT]


UNITS = (
    *(
        Mutation(f"the number is {value!r}", "layer/number", change_rows(set_cell("number", value)))
        for value in ("0", "99", "x", "", "01", "１", "-", "u1")
    ),
    Mutation("a number twice", "layer/number", change_rows(same_number)),
    Mutation("a line is missing, the numbers stay", "layer/number", change_rows(drop_line, not_last)),
    Mutation("a unit is missing", "layer/tiling", change_rows(drop)),
    Mutation("a unit twice", "layer/tiling", change_rows(double)),
    Mutation("two units swapped", "layer/tiling", change_rows(swap, not_last)),
    Mutation("a unit after the end", "layer/tiling", change_rows(extra)),
    Mutation("a header line", "layer/number", change_rows(header)),
    Mutation("a column is missing", "layer/columns", change_rows(pop_column)),
    Mutation("a column too many", "layer/columns", change_rows(push_column)),
    Mutation("no tabs", "layer/columns", change_rows(no_tabs)),
    Mutation("a blank line", "layer/blank-line", change_rows(blank)),
    Mutation("an empty file", "layer/empty", change_rows(clear)),
    Mutation(
        "two sentences in a unit", "layer/sentence", change_rows(merge, lambda r: sentence_final(r) and not_last(r))
    ),
    Mutation("a unit cut in a word", "layer/cut", change_rows(split_in_word)),
    Mutation("a unit cut before the full stop", "layer/cut", change_rows(split_before_stop, sentence_final)),
    Mutation("a unit cut in a quotation", "layer/quote", change_rows(split_in_quote, quoting, ["m01", "m04"])),
    Mutation(
        "a 読点 on the right of a cut", "layer/cut", change_rows(shift_border, inner, ["m01", "m02", "m03", "m04"])
    ),
    Mutation(
        "a sentence's first character in the unit before",
        "layer/sentence",
        change_rows(shift_sentence, lambda r: sentence_final(r) and not_last(r)),
    ),
    Mutation("a character added", "layer/tiling", change_rows(text(lambda t: t + "余", 1))),
    Mutation("a character added in front", "layer/tiling", change_rows(text(lambda t: "余" + t))),
    Mutation("the first character is missing", "layer/tiling", change_rows(text(lambda t: t[1:]))),
    Mutation("the last character is missing", "layer/tiling", change_rows(text(lambda t: t[:-1], 1))),
    Mutation("a character in the middle is missing", "layer/tiling", change_rows(text(lambda t: t[:3] + t[4:], 1))),
    Mutation("two characters swapped", "layer/tiling", change_rows(text(lambda t: t[1] + t[0] + t[2:]))),
    Mutation("a full stop as ．", "layer/tiling", change_rows(text(lambda t: t[:-1] + "．", 1), sentence_final)),
    Mutation("another kanji", "layer/tiling", change_rows(text(lambda t: "龍" + t[1:]))),
    Mutation("the text is empty", "layer/tiling", change_rows(text(lambda t: ""))),
    Mutation("the text is a placeholder", "layer/tiling", change_rows(text(lambda t: "-"))),
    Mutation("the text is quoted", "layer/tiling", change_rows(text(lambda t: f'"{t}"'))),
    Mutation("a space in front", "layer/text", change_rows(text(lambda t: " " + t))),
    Mutation("a space in the middle", "layer/text", change_rows(text(lambda t: t[:2] + " " + t[2:]))),
    Mutation(
        "an inner space is missing", "layer/text", change_rows(text(lambda t: t.replace("\u3000", "")), spaced, ["m01"])
    ),
    Mutation(
        "an inner space is half as wide",
        "layer/text",
        change_rows(text(lambda t: t.replace("\u3000", " ")), spaced, ["m01"]),
    ),
)
