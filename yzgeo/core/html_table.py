"""Short HTML tables, as notebooks show them in the place of a value."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

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
        A cell a column. None is shown as —.

    >>> print(html_table("A & B", ["n"], [["<b>"], [None]]).partition("<tbody>")[2])
    <tr><td>&lt;b&gt;</td></tr><tr><td>—</td></tr></tbody></table></div>
    """
    left_out = len(rows) - MOST_ROWS
    notes = [f"… 另有 {left_out} 行 / {left_out} more" if left_out > 0 else "", note]
    body = "".join(f"<tr>{_cells('td', row)}</tr>" for row in rows[:MOST_ROWS])
    below = "".join(f"<p>{escape(one)}</p>" for one in notes if one)
    table = f"<table><thead><tr>{_cells('th', head)}</tr></thead><tbody>{body}</tbody></table>"
    return f'<div class="{NO_FORMULA}"><p><strong>{escape(title)}</strong></p>{table}{below}</div>'


def _cells(tag: str, row: Sequence[object]) -> str:
    return "".join(f"<{tag}>{escape(UNKNOWN if cell is None else str(cell))}</{tag}>" for cell in row)
