"""Wrong relations: heads that are not there, cycles, more than one thesis."""

import random
from collections.abc import Callable, Sequence

from tests.corpus.mutations.mutation import Mutation, Rows, change_rows, of_type, set_cell


def linked(row: list[str]) -> bool:
    return row[5] != "-"


def unlinked(row: list[str]) -> bool:
    return row[5] == "-" and row[6] == "-" and row[1] != "none"


def thesis(row: list[str]) -> bool:
    return row[6] == "thesis"


def link(rows: Rows, i: int, head: str, relation: str = "support") -> None:
    rows[i][5:7] = head, relation


def to_none(rows: Rows, i: int, rng: random.Random) -> Sequence[int]:
    rows[i][5] = rng.choice([row[0] for row in rows if row[1] == "none"])
    return (i + 1,)


def to_self(rows: Rows, i: int, rng: random.Random) -> Sequence[int]:
    rows[i][5] = rows[i][0]
    return (i + 1,)


def cycle(size: int) -> Callable[[Rows, int, random.Random], Sequence[int]]:
    def change(rows: Rows, i: int, rng: random.Random) -> Sequence[int]:
        members = rng.sample([k for k, row in enumerate(rows) if row[1] != "none" and row[6] != "thesis"], size)
        for k, member in enumerate(members):
            link(rows, member, rows[members[(k + 1) % size]][0], rng.choice(("support", "attack")))
        return (min(members) + 1,)

    return change


def thesis_cycle(rows: Rows, i: int, rng: random.Random) -> Sequence[int]:
    other = rng.choice([k for k, row in enumerate(rows) if row[5] == rows[i][0]])
    link(rows, i, rows[other][0])
    return (min(i, other) + 1,)


def second_thesis(rows: Rows, i: int, rng: random.Random) -> Sequence[int]:
    link(rows, i, "-", "thesis")
    return (max(k for k, row in enumerate(rows) if row[6] == "thesis") + 1,)


def both(head: str, relation: str) -> Callable[[Rows, int, random.Random], Sequence[int]]:
    def change(rows: Rows, i: int, rng: random.Random) -> Sequence[int]:
        link(rows, i, head, relation)
        return (i + 1,)

    return change


def claim_beside_thesis(row: list[str]) -> bool:
    return row[1] == "claim" and row[6] != "thesis"


RELATIONS = (
    *(
        Mutation(f"the head is {value!r}", "layer/head-exists", change_rows(set_cell("head", value), linked))
        for value in ("0", "99", "x", "-1", "1.0", "", "１", "u1", "01")
    ),
    *(
        Mutation(f"the relation is {value!r}", "layer/relation", change_rows(set_cell("relation", value), linked))
        for value in ("because", "Support", "supports", "none", "", "pro", "支持")
    ),
    *(
        Mutation(
            f"a relation {value!r} without head", "layer/relation", change_rows(both("-", value), unlinked, ["m01"])
        )
        for value in ("Thesis", "main", "")
    ),
    Mutation("the head is a none unit", "layer/head-none", change_rows(to_none, linked)),
    Mutation("the head is the unit itself", "layer/head-self", change_rows(to_self, linked)),
    Mutation("the head is missing", "layer/head-relation", change_rows(set_cell("head", "-"), linked)),
    Mutation("the relation is missing", "layer/head-relation", change_rows(set_cell("relation", "-"), linked)),
    Mutation("a head without relation", "layer/head-relation", change_rows(set_cell("head", "4"), unlinked, ["m01"])),
    *(
        Mutation(
            f"{value} without head", "layer/head-relation", change_rows(set_cell("relation", value), unlinked, ["m01"])
        )
        for value in ("support", "attack")
    ),
    *(Mutation(f"a cycle of {n}", "layer/cycle", change_rows(cycle(n))) for n in (2, 3, 4)),
    Mutation("the thesis supports what supports it", "layer/cycle", change_rows(thesis_cycle, thesis)),
    Mutation("a second thesis", "layer/thesis-once", change_rows(second_thesis, claim_beside_thesis)),
    *(
        Mutation(f"{type} as thesis", "layer/thesis-claim", change_rows(both("-", "thesis"), of_type(type)))
        for type in ("premise", "evidence")
    ),
    Mutation("a thesis with a head", "layer/thesis-head", change_rows(set_cell("head", "1"), thesis, ["m02", "m03"])),
    Mutation(
        "a supporting unit called thesis, its head stays",
        "layer/thesis-head",
        change_rows(set_cell("relation", "thesis"), linked),
    ),
)
