"""Plain tables whose columns line up where full-width characters take two places."""

from collections.abc import Sequence

from rich.cells import cell_len


def columns(heads: Sequence[str], rows: Sequence[Sequence[str]], gap: int = 2) -> str:
    """A table: the first column to the left, the others to the right.

    Parameters
    ----------
    heads : sequence of str
    rows : sequence of sequence of str
        As many cells as heads; a row without cells is an empty line.
    gap : int
        Spaces between columns.

    Returns
    -------
    str
        Lines without white space at their ends.
    """
    table = [list(heads), *map(list, rows)]
    widths = [max(cell_len(row[i]) for row in table if row) for i in range(len(heads))]
    lines = []
    for row in table:
        cells = [_pad(cell, width, left=i == 0) for i, (cell, width) in enumerate(zip(row, widths, strict=False))]
        lines.append((" " * gap).join(cells).rstrip())
    return "\n".join(lines)


def _pad(cell: str, width: int, left: bool) -> str:
    space = " " * (width - cell_len(cell))
    return cell + space if left else space + cell
