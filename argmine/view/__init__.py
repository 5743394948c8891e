"""Documents for people to look at."""

from argmine.view.table import render_table

__all__ = ["render_table"]
