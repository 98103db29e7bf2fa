"""Tables for a terminal: zones, projects, land, floor area ratios, targets and clusters."""

from __future__ import annotations

import io
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text as RichText

from yzgeo import labels
from yzgeo.i18n import Lang, Text, harmless
from yzgeo.statistics import Row, flatten

BINARY = False
UNKNOWN = Text("—", "—")
WIDTH = 160
HIDDEN = {
    "name_en",
    "source",
    "base_source",
    "direction",
    "words",
    "floor_area_words",
    "cluster_id",
    "leading_industries_table",
}
"""Columns that only files hold, since a terminal is narrow; `cite` tells the sources."""


def render(statistics: dict[str, Any], lang: Lang) -> bytes:
    """Every table under its title."""
    printed = io.StringIO()
    console = Console(file=printed, width=WIDTH, no_color=True, highlight=False, legacy_windows=False)
    for table in flatten(statistics):
        parts = table.name.split(".")[1:]
        heading = " · ".join([table.title.of(lang), *(labels.column(part, lang) for part in parts)])
        console.print(_table(heading, table.rows, lang))
    return printed.getvalue().encode("utf-8")


def _table(heading: str, rows: list[Row], lang: Lang) -> Table:
    drawn = Table(title=RichText(heading), title_justify="left", title_style="bold")
    columns = [column for column in rows[0] if column not in HIDDEN and any(row[column] is not None for row in rows)]
    for column in columns:
        numeric = all(isinstance(row[column], int | float | None) for row in rows)
        drawn.add_column(labels.column(column, lang), justify="right" if numeric else "left", overflow="fold")
    for row in rows:
        drawn.add_row(*(RichText(_shown(column, row[column], lang)) for column in columns))
    return drawn


def _shown(column: str, content: Any, lang: Lang) -> str:
    if content is None:
        return UNKNOWN.of(lang)
    if column in ("progress", "share_of_usable_area") and isinstance(content, float):
        return f"{content:.1%}"
    if isinstance(content, float):
        return f"{content:,.2f}".rstrip("0").rstrip(".")
    return harmless(str(labels.cell(column, content, lang)))
