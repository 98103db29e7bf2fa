"""All figures in one long table: `table, row, column, value`, in UTF-8 with the BOM that spreadsheets want."""

from __future__ import annotations

import csv
import io
from typing import Any

from yzgeo.core import labels
from yzgeo.core.formula_injection import escape_formula
from yzgeo.core.i18n import Lang
from yzgeo.stats.collect import Row, Table, flatten

SUFFIXES = (".csv",)
BINARY = False


def render(statistics: dict[str, Any], lang: Lang) -> bytes:
    """One line per figure, empty where it is not known."""
    return render_tables(flatten(statistics), lang)


def render_tables(tables: list[Table], lang: Lang) -> bytes:
    """The same of tables."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(["table", "row", "column", "value"])
    for table in tables:
        for number, row in enumerate(table.rows, start=1):
            for name, content in row.items():
                cells = [table.name, number, labels.column(name, lang), labels.cell(name, content, lang)]
                writer.writerow([escape_formula(cell) for cell in cells])
    return text.getvalue().encode("utf-8-sig")


def render_rows(rows: list[Row], lang: Lang) -> bytes:
    """One table as a reader would lay it out: a heading, and a line per row; of other columns than the first row's none.

    >>> print(render_rows([{"name": "甲", "score": 1.5}, {"name": "=1+1", "score": None}], "en").decode("utf-8-sig").split())
    ['name,score', '甲,1.5', "'=1+1,"]
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    columns = list(rows[0]) if rows else []
    writer.writerow([escape_formula(labels.column(name, lang)) for name in columns])
    for row in rows:
        writer.writerow([escape_formula(labels.cell(name, row[name], lang)) for name in columns])
    return text.getvalue().encode("utf-8-sig")
