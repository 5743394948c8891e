"""Wrong labels: every column with values that are not in its closed set, for every type of unit."""

from collections.abc import Iterator

from tests.corpus.mutations.mutation import Mutation, change_rows, of_type, set_cell

ARGUING = ("claim", "premise", "evidence")
WRONG_KINDS = {
    "claim": ("fact", "statistic", "testimony", "opinion", "Policy", "policy ", "", "-"),
    "evidence": ("policy", "value", "interpretation", "event", "Fact", "", "-"),
    "premise": ("policy", "fact", "author", "", "none"),
}
WRONG = {
    "type": ("Claim", "fact", "claim ", "主張", "", "-"),
    "attribution": ("editor", "Author", "pro", "", "-", "none"),
    "stance": ("positive", "Pro", "pro-construction", "0", "", "-", "none"),
}


def _labels() -> Iterator[Mutation]:
    for column, values in WRONG.items():
        for type in ARGUING:
            for value in values:
                name = f"{column} of a {type} is {value!r}"
                yield Mutation(name, f"layer/{column}", change_rows(set_cell(column, value), of_type(type)))
    for type, values in WRONG_KINDS.items():
        for value in values:
            name = f"kind of a {type} is {value!r}"
            yield Mutation(name, "layer/kind", change_rows(set_cell("kind", value), of_type(type)))
    for old in ARGUING:
        for new in ARGUING:
            if old != new:
                name = f"a {old} is called {new}, its kind stays"
                yield Mutation(name, "layer/kind", change_rows(set_cell("type", new), of_type(old)))
        name = f"a {old} is called none, its labels stay"
        yield Mutation(name, "layer/none", change_rows(set_cell("type", "none"), of_type(old)))
    for column, value in (
        ("kind", "fact"),
        ("attribution", "author"),
        ("stance", "neutral"),
        ("stance", "pro"),
        ("head", "2"),
        ("relation", "support"),
        ("relation", "thesis"),
        ("kind", ""),
        ("stance", "none"),
    ):
        name = f"a none unit has the {column} {value!r}"
        yield Mutation(name, "layer/none", change_rows(set_cell(column, value), of_type("none")))


LABELS = tuple(_labels())
