"""Short HTML tables, as notebooks show them in the place of a value."""

from __future__ import annotations

import math
from collections.abc import Sequence
from html import escape

from yzgeo.core.units import DECIMALS

MOST_ROWS = 20
UNKNOWN = "—"
NO_FORMULA = "tex2jax_ignore mathjax_ignore"
"""Notebooks make formulas of what stands between dollar signs, but not in elements of these classes."""


def html_table(title: str, head: Sequence[str], rows: Sequence[Sequence[object]], note: str = "") -> str:
    """A table with a title, all of it text; of many rows the first, and how many more there are.

    Parameters
    ----------
    title, note
        What stands above the table and below it.
    head
        The heads of the columns.
    rows
        A cell a column. None is shown as —. A column of numbers alone stands to the right, any other to the left.

    >>> shown = html_table("A & B", ["n"], [["<b>"], [None]]).partition("<tbody>")[2]
    >>> print(shown.replace(' style="text-align:left;vertical-align:top"', ""))
    <tr><td>&lt;b&gt;</td></tr><tr><td>—</td></tr></tbody></table></div>
    """
    left_out = len(rows) - MOST_ROWS
    notes = [f"… 另有 {left_out} 行 / {left_out} more" if left_out > 0 else "", note]
    sides = [_side([row[column] for row in rows[:MOST_ROWS]]) for column in range(len(head))]
    body = "".join(f"<tr>{_cells('td', row, sides)}</tr>" for row in rows[:MOST_ROWS])
    below = "".join(f"<p>{escape(one)}</p>" for one in notes if one)
    table = f"<table><thead><tr>{_cells('th', head, sides)}</tr></thead><tbody>{body}</tbody></table>"
    return f'<div class="{NO_FORMULA}"><p><strong>{escape(title)}</strong></p>{table}{below}</div>'


def _cells(tag: str, row: Sequence[object], sides: Sequence[str]) -> str:
    # Notebooks set every cell to the right, which sentences are hard to read by, and have no class against it.
    return "".join(
        f'<{tag} style="text-align:{side};vertical-align:top">{escape(_text(cell))}</{tag}>'
        for cell, side in zip(row, sides, strict=True)
    )


def _side(column: Sequence[object]) -> str:
    known = [cell for cell in column if cell is not None]
    return "right" if known and all(isinstance(cell, int | float) for cell in known) else "left"


def _text(cell: object) -> str:
    if cell is None or (isinstance(cell, float) and math.isnan(cell)):
        return UNKNOWN
    if isinstance(cell, float):
        return f"{cell:.{DECIMALS}f}".rstrip("0").rstrip(".")
    return str(cell)
