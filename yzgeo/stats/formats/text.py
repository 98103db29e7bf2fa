"""Tables for a terminal: zones, projects, land, floor area ratios, targets and clusters."""

from __future__ import annotations

import io
import math
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text as RichText

from yzgeo.core import labels
from yzgeo.core.i18n import Lang, Text
from yzgeo.core.units import rounded
from yzgeo.core.visible_text import one_line
from yzgeo.plan.location_evidence import BY_OWNER
from yzgeo.stats.collect import Row, flatten
from yzgeo.stats.collect import Table as FlatTable

SUFFIXES = (".txt",)
BINARY = False
UNKNOWN = Text("—", "—")
PERCENT = ("progress", "share_of_usable_area")
WIDTH = 160
HIDDEN = {
    "name_en",
    "source",
    "base_source",
    "direction",
    "words",
    "floor_area_words",
    "cluster_id",
    "measure_id",
    "invented_note",
    "leading_industries_table",
    "parks",
    "usable_area_ha",
}
"""Columns that the tables leave out, since a terminal is narrow; `cite` prints the sources, the title the note."""


def render(statistics: dict[str, Any], lang: Lang) -> bytes:
    """Every table under its title; single values that are unknown are counted, not listed."""
    names = {row["zone_id"]: row["name"] for row in statistics.get("zones", [])} if lang == "zh" else {}
    return render_tables(flatten(statistics), lang, names)


def render_tables(tables: list[FlatTable], lang: Lang, names: dict[Any, str] | None = None) -> bytes:
    """The same of tables; `names` are those of zones by id, which stand in their place."""
    printed = io.StringIO()
    console = Console(file=printed, width=WIDTH, no_color=True, highlight=False, legacy_windows=False)
    for table in tables:
        parts = table.name.split(".")[1:]
        heading = " · ".join([table.title.of(lang), *(labels.column(part, lang) for part in parts)])
        notes = {row["invented_note"] for row in table.rows if row.get("invented_note")}
        untold = [f"【{note}】" for note in sorted(notes) if note not in heading]
        console.print(RichText(one_line("".join(untold) + heading)))
        if table.rows[0].keys() == {"item", "value"}:
            console.print(_single(table.rows, lang))
        elif table.name == "zones":
            console.print(_table([_narrow(row) for row in table.rows], lang))
        else:
            console.print(_table([_with_zone_named(_narrow(row), names or {}) for row in table.rows], lang))
    return printed.getvalue().encode("utf-8")


def _narrow(row: Row) -> Row:
    """A row whose sums by evidence are one cell: the number and sum of what is known by the owner alone."""
    narrow = {name: value for name, value in row.items() if labels.BY_EVIDENCE not in name}
    if len(narrow) == len(row):
        return row
    counts, sums = (
        [row[f"{name}{labels.BY_EVIDENCE}{kind}"] for kind in BY_OWNER]
        for name in ("project_count", "investment_100m_yuan")
    )
    money = UNKNOWN.zh if None in sums else f"{math.fsum(sums):,.10g}"
    return {**narrow, "by_owner": f"{sum(counts)}, {money}"}


def _with_zone_named(row: Row, names: dict[Any, str]) -> Row:
    return {**row, "zone_id": names.get(row["zone_id"], row["zone_id"])} if "zone_id" in row else row


def _single(rows: list[Row], lang: Lang) -> Table:
    table = Table(caption_justify="left")
    values = [row["value"] for row in rows]
    numeric = all(isinstance(value, int | float | None) for value in values)
    table.add_column(labels.column("item", lang), overflow="fold")
    table.add_column(labels.column("value", lang), justify="right" if numeric else "left", overflow="fold")
    for row in rows:
        if row["value"] is not None:
            table.add_row(
                RichText(one_line(labels.column(row["item"], lang))),
                RichText(_cell_text(row["item"], row["value"], lang)),
            )
    unknown = sum(value is None for value in values)
    if unknown:
        table.caption = Text(f"另有 {unknown} 项未知", f"{unknown} more are unknown").of(lang)
    return table


def _table(rows: list[Row], lang: Lang) -> Table:
    table = Table(caption_justify="left")
    columns = [column for column in rows[0] if column not in HIDDEN and any(row[column] is not None for row in rows)]
    for column in columns:
        numeric = all(isinstance(row[column], int | float | None) for row in rows)
        table.add_column(labels.column(column, lang), justify="right" if numeric else "left", overflow="fold")
    for row in rows:
        table.add_row(*(RichText(_cell_text(column, row[column], lang)) for column in columns))
    return table


def _cell_text(column: str, content: Any, lang: Lang) -> str:
    if content is None:
        return UNKNOWN.of(lang)
    if column in PERCENT and isinstance(content, float):
        return f"{content:.1%}"
    if isinstance(content, float):
        return rounded(content)
    return one_line(str(labels.cell(column, content, lang)))
