"""Write a plan folder as one workbook: a sheet a table, lists to choose from, notes on every column.

Text is text and never a formula, also in cells that are filled in later: 001, 1-2 and dates stay as typed. Figures are
numbers where a workbook holds them as they are printed, text where it would not.
"""

from __future__ import annotations

import contextlib
import datetime
import io
import math
import re
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from yzgeo.core import labels
from yzgeo.core.errors import InputError
from yzgeo.core.i18n import Lang, Text
from yzgeo.core.output_guard import DESCRIPTOR
from yzgeo.core.xml_text import allowed
from yzgeo.plan import tables
from yzgeo.plan.workbook import layout

MOST_CHARACTERS = 32_767
"""Of a cell, counted in UTF-16."""
LAST_ROW = 1_048_575
"""Of a sheet, counted from 0."""
EXACT_DIGITS = 15
"""Digits of a number that every spreadsheet keeps."""
NARROWEST, WIDEST = 10, 60
"""Widths of columns, in digits."""
FIRST_WIDTH, FIRST_WIDTHS = 18, {"content": 60, "description": 80}
LINE_POINTS, MOST_LINES = 15, 12
"""Height of a line, and most lines of a row that are shown."""
LINE_PX, NOTE_PX = 18, 360
NOTE_LETTERS = 44
"""Half-width letters in a line of a note."""
NUMERIC = ("number", "integer", "year")
TRUTHS = ("true", "false")
NO_DATE = datetime.date(2000, 1, 1)
"""Date in the file's properties where the plan's date is no ISO date: never the clock, or two exports would differ."""
A4 = 9
DARK, LIGHT = "#9DB4C0", "#DFE7EB"


def content(folder: Path, lang: Lang) -> bytes:
    """The workbook of a plan folder, with headings in one language and notes in both.

    Parameters
    ----------
    folder
        A plan folder that loads.
    lang
        Language of the names of sheets and columns.

    Raises
    ------
    InputError
        When the folder cannot be read, or a text is longer than a cell.
    """
    import xlsxwriter

    package = tables.descriptor(folder)
    rows = {name: tables.cells(folder, name) for name in tables.table_schemas()}
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(
        stream,
        {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False},
    )
    book.set_properties(
        {
            "title": allowed(str(package.get("title", ""))),
            "created": datetime.datetime.combine(_date(package), datetime.time()),
        }
    )
    formats = {
        "text": book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"}),
        "number": book.add_format({"valign": "top"}),
        "required": book.add_format({"bold": True, "bg_color": DARK, "bottom": 1, "text_wrap": True, "valign": "top"}),
        "optional": book.add_format({"bg_color": LIGHT, "bottom": 1, "text_wrap": True, "valign": "top"}),
    }
    _first_sheet(book, folder, package, formats, lang)
    names = layout.sheet_names(lang)
    headings = {
        name: layout.titles(schema, rows[name][0][len(schema["fields"]) :], lang)
        for name, schema in tables.table_schemas().items()
    }
    for name in names:
        _sheet(book, folder, name, rows[name], names, headings, formats)
    book.close()
    return stream.getvalue()


def _date(package: tables.Descriptor) -> datetime.date:
    plan = package.get("plan")
    issued = plan.get("issued") if isinstance(plan, dict) else None
    with contextlib.suppress(ValueError):
        return datetime.date.fromisoformat(str(issued))
    return NO_DATE


def _first_sheet(book: Any, folder: Path, package: tables.Descriptor, formats: dict[str, Any], lang: Lang) -> None:
    """The particulars of the plan, its sources and licences, and how to fill in the rest."""
    sheet = book.add_worksheet(layout.FIRST_SHEET.of(lang))
    columns = {key: place for place, key in enumerate(layout.FIRST_HEADINGS)}
    for key, place in columns.items():
        sheet.write_string(0, place, layout.FIRST_HEADINGS[key].of(lang), formats["optional"])
        sheet.set_column(place, place, FIRST_WIDTHS.get(key, FIRST_WIDTH), formats["text"])
    for number, row in enumerate(_first_rows(package, lang), start=1):
        _set_height(sheet, number, [(text, FIRST_WIDTHS.get(key, FIRST_WIDTH)) for key, text in row.items()])
        for key, text in row.items():
            if text:
                where = (folder / DESCRIPTOR, None, row[layout.ITEM])
                sheet.write_string(number, columns[key], _cell(text, where), formats["text"])
    _view(sheet)


def _view(sheet: Any) -> None:
    """Headings and first column stay in view; on paper a sheet is as wide as the page."""
    sheet.freeze_panes(1, 1)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _first_rows(package: tables.Descriptor, lang: Lang) -> list[dict[str, str]]:
    plan = package.get("plan")
    plan = plan if isinstance(plan, dict) else {}
    stated_in = plan.get("stated_in") or {}
    rows = []
    for particular in layout.PARTICULARS:
        value = (plan if particular.of_plan else package).get(particular.key)
        rows.append(
            {
                layout.ITEM: particular.title.of(lang),
                "content": layout.period_text(value) if particular.key == layout.PERIOD else str(value or ""),
                "stated_in": str(stated_in.get(particular.key) or "") if particular.of_plan else "",
                "description": _both(particular.description),
            }
        )
    for entries in layout.ENTRIES:
        for entry in package.get(entries.key) or [{}]:
            rows.append(
                {
                    layout.ITEM: entries.title.of(lang),
                    **{column: str(entry.get(key) or "") for key, column in entries.columns.items()},
                    "description": _both(entries.description),
                }
            )
    lines = [*layout.GUIDE_LINES, *(_about(table) for table in tables.schema()["tables"])]
    rows += [{layout.ITEM: layout.GUIDE.of(lang), "content": line.zh, "description": line.en} for line in lines]
    return rows


def _both(text: Text) -> str:
    return text.zh if text.zh == text.en else f"{text.zh}\n{text.en}"


def _about(table: tables.Descriptor) -> Text:
    return Text(
        f"{table['title']}：{table['description']}",
        f"{table['title_en']}: {table['description_en']}",
    )


def _sheet(
    book: Any,
    folder: Path,
    name: str,
    rows: list[list[str]],
    names: dict[str, str],
    headings: dict[str, dict[str, str]],
    formats: dict[str, Any],
) -> None:
    """One table: headings with notes, rows, and for each column what may be chosen."""
    schema = tables.table_schemas()[name]
    fields = {field["name"]: field for field in schema["fields"]}
    widths = [
        _width([headings[name][column], *(row[place] for row in rows[1:])]) for place, column in enumerate(rows[0])
    ]
    sheet = book.add_worksheet(names[name])
    if len(rows) > LAST_ROW:
        raise InputError(
            Text(f"有 {len(rows) - 1} 行，一张工作表放不下", f"has {len(rows) - 1} rows, more than a sheet"),
            Text("直接编辑这张 CSV 表", "edit this CSV table itself"),
            file=str(folder / f"{name}.csv"),
        )
    for place, column in enumerate(rows[0]):
        field = fields.get(column, {"name": column, "type": "string"})
        required = field.get("constraints", {}).get("required")
        sheet.write_string(0, place, allowed(headings[name][column]), formats["required" if required else "optional"])
        if column in fields:
            note = _note(field, _references(schema, column), names, headings)
            sheet.write_comment(0, place, note, {"width": NOTE_PX, "height": LINE_PX * _lines(note)})
            choice = _choice(name, field, _references(schema, column), names)
            if choice is not None:
                sheet.data_validation(1, place, LAST_ROW, place, choice)
        is_number = field["type"] in NUMERIC
        texts = [row[place] for row in rows]
        sheet.set_column(place, place, widths[place], formats["number" if is_number else "text"])
        for number, text in enumerate(texts[1:], start=1):
            exact = _exact(text) if is_number else None
            if exact is not None:
                sheet.write_number(number, place, exact, formats["number"])
            elif text:
                where = (folder / f"{name}.csv", number + 1, column)
                sheet.write_string(number, place, _cell(text, where), formats["text"])
    for number, row in enumerate(rows[1:], start=1):
        _set_height(sheet, number, list(zip(row, widths, strict=True)))
    _view(sheet)
    if len(rows) > 1:
        sheet.autofilter(0, 0, len(rows) - 1, len(rows[0]) - 1)


def _cell(text: str, where: tuple[Path, int | None, str]) -> str:
    """A text as a cell holds it; one that is too long is refused, with its file, row and column."""
    shown = layout.in_cell(text)
    if len(shown.encode("utf-16-le")) > 2 * MOST_CHARACTERS:
        file, row, column = where
        raise InputError(
            Text(
                f"文字超过 {MOST_CHARACTERS} 字，一格放不下",
                f"is longer than the {MOST_CHARACTERS} characters of a cell",
            ),
            Text("分成几行，或直接编辑这个文件", "split it into rows, or edit this file itself"),
            file=str(file),
            row=row,
            column=column,
        )
    return shown


def _exact(text: str) -> float | None:
    """The number that a workbook holds exactly for a figure; None where it would change it.

    >>> print(_exact("16.10"), _exact("12345678901234567"), _exact("十六"))
    16.1 None None
    """
    try:
        printed = Decimal(text)
        number = float(printed)
    except (InvalidOperation, ValueError, OverflowError):
        return None
    if not math.isfinite(number) or Decimal(repr(number)) != printed:
        return None
    return number if len(printed.normalize().as_tuple().digits) <= EXACT_DIGITS else None


def _references(schema: tables.Descriptor, column: str) -> tables.Descriptor | None:
    """The table and field that a column takes its values from."""
    for key in schema.get("foreignKeys", []):
        if key["fields"] == [column]:
            reference: tables.Descriptor = key["reference"]
            return reference
    return None


def _choice(
    name: str, field: tables.Descriptor, reference: tables.Descriptor | None, names: dict[str, str]
) -> dict[str, Any] | None:
    """The list of a column: of keys (another can be typed after a warning), of the only values, or of suggestions."""
    if reference is not None:
        target = reference["resource"] or name
        columns = [one["name"] for one in tables.table_schemas()[target]["fields"]]
        letter = _letter(columns.index(reference["fields"][0]))
        sheet = f"'{names[target]}'!"
        count = f"MAX(COUNTA({sheet}${letter}:${letter})-1,1)"
        return {
            "validate": "list",
            "source": f"=OFFSET({sheet}${letter}$2,0,0,{count},1)",
            "error_type": "warning",
            "error_title": names[target][:32],
            "error_message": "这个编号在相应的表中还没有。\nThis key is not in its table yet.",
        }
    values = field.get("constraints", {}).get("enum") or (list(TRUTHS) if field["type"] == "boolean" else None)
    if values is not None:
        return {"validate": "list", "source": values, "error_type": "stop"}
    if field.get("known"):
        return {"validate": "list", "source": field["known"], "show_error": False}
    return None


def _letter(place: int) -> str:
    from yzgeo.readers.workbook import column_letters

    return column_letters(place + 1)


def _note(
    field: tables.Descriptor,
    reference: tables.Descriptor | None,
    names: dict[str, str],
    headings: dict[str, dict[str, str]],
) -> str:
    """What a column holds, in both languages, with its unit, an example, its words and its name in the folder."""
    lines = [f"{field['title']}  {field['title_en']}"]
    lines += [_with_sheets(field[key], names) for key in ("description", "description_en") if field.get(key)]
    if field.get("constraints", {}).get("required"):
        lines.append("必填 required")
    if field.get("unit"):
        lines.append(f"单位 unit：{field['unit']}")
    if reference is not None and reference["resource"]:
        target, key = reference["resource"], reference["fields"][0]
        lines.append(f"取自 from：{names[target]}（{headings[target][key]}）")
    words = field.get("constraints", {}).get("enum") or field.get("known") or []
    named = [f"{word} {labels.word(word).zh}" if labels.word(word).zh != word else word for word in words]
    if named:
        lines.append(f"用词 words：{'、'.join(named)}")
    if field.get("example"):
        lines.append(f"例 example：{field['example']}")
    return "\n".join([*lines, f"列名 column：{field['name']}"])


def _with_sheets(text: str, names: dict[str, str]) -> str:
    """A description that names sheets where it named the tables of the folder."""
    return re.sub(r"([a-z_]+)\.csv", lambda found: names.get(found[1], found[0]), text)


def _lines(note: str) -> int:
    """Lines that a note takes in its box, and one to spare."""
    return 1 + sum(1 + _breadth(line) // NOTE_LETTERS for line in note.split("\n"))


def _breadth(text: str) -> int:
    """Half-width letters that a text takes."""
    return sum(1 if letter < "\u1100" else 2 for letter in text)


def _set_height(sheet: Any, row: int, cells: list[tuple[str, int]]) -> None:
    """Room for the lines of a row's texts in columns of some width: not every spreadsheet makes it by itself."""
    lines = max(sum(1 + _breadth(line) // width for line in text.split("\n")) for text, width in cells)
    if lines > 1:
        sheet.set_row(row, LINE_POINTS * min(lines, MOST_LINES))


def _width(texts: list[str]) -> int:
    longest = max(_breadth(line) for text in texts for line in text.split("\n") or [""])
    return min(max(longest + 2, NARROWEST), WIDEST)
