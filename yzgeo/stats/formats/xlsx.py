"""A workbook with a sheet per table: numbers are numbers, text is text, the heading stays in view."""

from __future__ import annotations

import datetime
import io
from typing import Any

import xlsxwriter

from yzgeo.core import labels
from yzgeo.core.i18n import Lang, Text
from yzgeo.core.xml_text import allowed
from yzgeo.stats.collect import Row, Table, flatten
from yzgeo.stats.recovery import INVENTED_WARNING

SUFFIXES = (".xlsx",)
BINARY = True
EPOCH = datetime.datetime(2000, 1, 1)
"""Stated as the day of making, so that the same figures give the same bytes."""
MAX_COLUMN_CHARACTERS = 60
CHINESE_WIDTH = 2.1
"""Widths count Latin characters; a Chinese one takes about this many."""
CONTENTS = Text("目录", "contents")


def render(statistics: dict[str, Any], lang: Lang) -> bytes:
    """The workbook; its first sheet lists the others."""
    summary = statistics.get("summary", {})
    mark = INVENTED_WARNING.of(lang) if summary.get("invented_note") else ""
    return render_tables(flatten(statistics), lang, str(summary.get("plan", "")), mark)


def render_tables(tables: list[Table], lang: Lang, title: str = "", mark: str = "") -> bytes:
    """The same of tables, with the title of the workbook and what must stand on each of its sheets."""
    buffer = io.BytesIO()
    workbook = xlsxwriter.Workbook(
        buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    )
    workbook.set_properties({"created": EPOCH, "title": allowed(title)})
    bold = workbook.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    contents: list[Row] = [
        {"table": table.name, "title": table.title.of(lang), "rows": len(table.rows)} for table in tables
    ]
    _sheet(workbook, CONTENTS.of(lang), contents, bold, lang, mark)
    for table in tables:
        _sheet(workbook, table.name, table.rows, bold, lang, mark)
    workbook.close()
    return buffer.getvalue()


def _sheet(workbook: xlsxwriter.Workbook, name: str, rows: list[Row], bold: Any, lang: Lang, mark: str = "") -> None:
    """A sheet of rows under their headings; a mark stands behind the headings and on each printed page."""
    sheet = workbook.add_worksheet(name[:31])
    columns = list(rows[0]) if rows else []
    if mark:
        sheet.write_string(0, len(columns), mark, bold)
        sheet.set_column(len(columns), len(columns), min(_width(mark), MAX_COLUMN_CHARACTERS))
        sheet.set_header(f"&C{mark}")
    for place, column in enumerate(columns):
        heading = labels.column(column, lang)
        sheet.write_string(0, place, heading, bold)
        widest = _width(heading) / 2
        for number, row in enumerate(rows, start=1):
            content = labels.cell(column, row[column], lang)
            widest = max(widest, _width(str(content)))
            if isinstance(content, bool) or content is None:
                sheet.write(number, place, content)
            elif isinstance(content, int | float):
                sheet.write_number(number, place, content)
            else:
                sheet.write_string(number, place, content)
        sheet.set_column(place, place, min(widest + 2, MAX_COLUMN_CHARACTERS))
    sheet.freeze_panes(1, 0)


def _width(text: str) -> float:
    return sum(CHINESE_WIDTH if ord(character) > 0x2E80 else 1 for character in text)
