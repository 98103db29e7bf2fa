"""All figures in one long table: `table, row, column, value`, in UTF-8 with the BOM that spreadsheets want."""

from __future__ import annotations

import csv
import io
from typing import Any

from yzgeo.core import labels
from yzgeo.core.formula_injection import escape_formula
from yzgeo.core.i18n import Lang
from yzgeo.stats.collect import Table, flatten

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
