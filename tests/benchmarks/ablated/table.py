"""The table, as text, Markdown and JSON."""

from collections.abc import Sequence
from typing import Any

from tests.benchmarks.ablated.run import Measured
from tests.benchmarks.figures import FIGURES, difference, figures

COMPARED = ("type_macro_f1", "stance_macro_f1", "link_label_f1")
SHORT = {
    "unit_f1": "unit",
    "type_macro_f1": "type",
    "stance_macro_f1": "stance",
    "link_f1": "link",
    "link_label_f1": "labelled link",
}


def record(measured: Measured, default: Measured) -> dict[str, Any]:
    """One row as plain data."""
    crossed = figures(measured.crossed.sum(axis=0))
    apart = difference(measured.crossed, default.crossed)
    out: dict[str, Any] = {
        "step": measured.variant.step,
        "name": measured.variant.name,
        "crossvalidated": dict(zip(FIGURES, crossed.tolist(), strict=True)),
        "difference": {name: apart[FIGURES.index(name)].tolist() for name in COMPARED},
        "tokens_per_second": measured.speed,
    }
    if measured.real is not None:
        out["realdev"] = dict(zip(FIGURES, figures(measured.real.sum(axis=0)).tolist(), strict=True))
    return out


def header(real: bool) -> list[str]:
    """Names of the columns."""
    scores = [SHORT[name] for name in FIGURES]
    return [
        *(f"realdev {name}" for name in (scores if real else [])),
        *scores,
        *(f"Δ {SHORT[name]}" for name in COMPARED),
        "tokens/s",
    ]


def cells(row: dict[str, Any], bold: bool) -> list[str]:
    """One row's columns; a difference whose interval leaves out 0 is marked."""
    out = [f"{row[part][name]:.3f}" for part in ("realdev", "crossvalidated") if part in row for name in FIGURES]
    for name in COMPARED:
        value, low, high = row["difference"][name]
        text = "" if not (value or low or high) else f"{value:+.3f} ({low:+.3f}, {high:+.3f})"
        mark = "**" if bold else "*"
        out.append(f"{mark}{text}{mark}" if low > 0 or high < 0 else text)
    return [*out, f"{row['tokens_per_second']:,.0f}"]


def markdown(rows: Sequence[dict[str, Any]]) -> str:
    """The rows as a Markdown table."""
    names = ["step", "variant", *header("realdev" in rows[0])]
    lines = ["| " + " | ".join(names) + " |", "|" + "---|" * len(names)]
    lines += ["| " + " | ".join([row["step"], row["name"], *cells(row, True)]) + " |" for row in rows]
    return "\n".join(lines)


def plain(rows: Sequence[dict[str, Any]]) -> str:
    """The rows as text."""
    table = [["", *header("realdev" in rows[0])]]
    table += [[f"{row['step']}: {row['name']}".lstrip(": "), *cells(row, False)] for row in rows]
    widths = [max(len(line[k]) for line in table) for k in range(len(table[0]))]
    return "\n".join(
        "  ".join(
            cell.ljust(w) if k == 0 else cell.rjust(w) for k, (cell, w) in enumerate(zip(line, widths, strict=True))
        )
        for line in table
    )
