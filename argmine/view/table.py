"""A document as a table for the terminal."""

from io import StringIO

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from argmine import resources
from argmine.objects import ArgumentDocument, Unit

NARROWEST = 60


def render_table(document: ArgumentDocument, *, width: int = 80, colour: bool = False) -> str:
    """Render a document as a table of its units.

    Parameters
    ----------
    document : ArgumentDocument
    width : int
        Columns of the terminal; a full-width character takes two. At least 60 are used.
    colour : bool
        Whether to colour type, stance and relation with ANSI sequences.

    Returns
    -------
    str
        Lines of at most ``width`` columns.
    """
    console = Console(
        file=StringIO(),
        width=max(width, NARROWEST),
        force_terminal=colour,
        no_color=not colour,
        color_system="standard" if colour else None,
        highlight=False,
        legacy_windows=False,
    )
    console.print(Group(_heading(document), _units(document), _summary(document)))
    output: StringIO = console.file  # type: ignore[assignment]
    return "\n".join(line.rstrip() for line in output.getvalue().split("\n"))


def _heading(document: ArgumentDocument) -> RenderableType:
    meta, target = document.metadata, document.target
    lines = [Text(meta.title or meta.id or "(無題 untitled)", style="bold")]
    origin = " ".join(part for part in (meta.series, f"({meta.number})" if meta.number else None, meta.date) if part)
    people = "、".join(meta.authors)
    if origin or people:
        lines.append(Text("  ".join(part for part in (origin, people) if part), style="dim"))
    action = "neutral" if not document.units else target.action
    lines.append(Text.assemble(("論題 target  ", "dim"), target.name, (f"  [{action}]", "dim")))
    lines.append(Text.assemble(("命題          ", "dim"), target.proposition))
    return Group(*lines)


def _units(document: ArgumentDocument) -> Table:
    table = Table(box=None, pad_edge=False, show_edge=False, header_style="dim", padding=(0, 2, 0, 0))
    table.add_column("#", justify="right", no_wrap=True)
    table.add_column("型 type", no_wrap=True, width=10)
    table.add_column("立場", no_wrap=True, width=7)
    table.add_column("関係", no_wrap=True, width=8)
    table.add_column("本文 text", ratio=1, overflow="fold")
    number = {unit.id: i for i, unit in enumerate(document.units, 1)}
    for unit in document.units:
        table.add_row(
            str(number[unit.id]),
            _type(unit),
            _stance(unit),
            _relation(document, unit, number),
            Text(_printable(unit.text), style="dim" if unit.type == "none" else "bold" if unit.thesis else ""),
        )
    return table


def _printable(text: str) -> str:
    """White space folded, and nothing a terminal would obey or choke on."""
    return "".join(char if char.isprintable() else "�" for char in " ".join(text.split()))


def _type(unit: Unit) -> Text:
    names = resources.load("labels")
    style = names["type"][unit.type]
    text = Text(unit.type, style=style["colour"])
    if unit.type != "none":
        detail = style["ja"] + (f"・{names['kind'][unit.kind]['ja']}" if unit.kind else "")
        text.append(f"\n{detail}", style="not bold dim")
    return text


def _stance(unit: Unit) -> Text:
    if unit.stance is None:
        return Text("")
    style = resources.load("labels")["stance"][unit.stance.polarity]
    text = Text(unit.stance.polarity, style=style["colour"])
    if unit.attribution == "reported":
        text.append(f"\n{resources.load('labels')['attribution']['reported']['ja']}", style="not bold dim")
    return text


def _relation(document: ArgumentDocument, unit: Unit, number: dict[str, int]) -> Text:
    names = resources.load("labels")["relation"]
    if unit.thesis:
        return Text(f"★{names['thesis']['ja']}", style=names["thesis"]["colour"])
    relation = document.relation(unit)
    if relation is None:
        return Text("")
    name = names[relation.type]
    return Text(f"→{number[relation.target]}\n{name['ja']}", style=name["colour"])


def _summary(document: ArgumentDocument) -> Text:
    polarity = [unit.stance.polarity for unit in document.components if unit.stance]
    types = f"claim {len(document.claims)}  premise {len(document.premises)}  evidence {len(document.evidence)}"
    stances = "  ".join(
        f"{name if name == 'neutral' else f'{name}-{document.target.action}'} {polarity.count(name)}"
        for name in ("pro", "con", "neutral")
    )
    supports = sum(relation.type == "support" for relation in document.relations)
    links = f"support {supports}  attack {len(document.relations) - supports}"
    return Text(f"\n{len(document.units)} units: {types}\nstance: {stances}\nrelations: {links}", style="dim")
