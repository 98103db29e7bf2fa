"""Read a sheet of a plan's workbook: its headings, its cells as the folder writes them, and what is wrong with them."""

from __future__ import annotations

import datetime
import unicodedata
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, NamedTuple

from yzgeo.core.errors import InputError
from yzgeo.core.i18n import Text
from yzgeo.plan import tables
from yzgeo.plan.workbook import layout
from yzgeo.readers.source import Change
from yzgeo.readers.workbook import Area, Sheet, column_letters

HEADING_ROWS = 20
"""In so many rows the headings are looked for: officers put a title above them."""
LEAST_HEADINGS = 2
NUMERIC = ("number", "integer", "year")
FULL_WIDTH = Text("全角数字改为半角", "full-width digits are now half-width")
THOUSANDS = Text("去掉千分位逗号", "without the commas between thousands")
YES_OR_NO = Text("是、否改为 true、false", "yes and no are now true and false")
TRUTHS = {"是": "true", "否": "false"}
NUMBER_AS_TEXT = Text("文字列中的数，按其数字录入", "a number in a column of text: its digits are taken")
FORMAT_AS_TEXT = Text(
    "把单元格格式改为“文本”，照原样重填", "set the format of the cell to text and type it again as it should be"
)


class Notes(NamedTuple):
    """What is noticed while sheets are read: values changed on the way, and flaws; both grow."""

    changes: list[Change]
    flaws: list[InputError]


class Table(NamedTuple):
    """A table as its sheet has it: columns, rows as text, the row of the sheet of each, and heading by column."""

    sheet: str
    columns: list[str]
    rows: list[list[str]]
    numbers: list[int]
    headings: dict[str, str]


def place_of(file: Path, sheet: str) -> str:
    """How a message names a sheet of a file."""
    return f"{file} › {sheet}"


def column_of(place: int, heading: str) -> str:
    """How a message names a column: by its heading and its letters.

    >>> print(column_of(7, "面积"), column_of(28, ""))
    面积 (G) AB
    """
    return f"{heading} ({column_letters(place)})" if heading else column_letters(place)


def flaws_of_cells(
    file: Path, name: str, sheet: Sheet, headings: dict[int, str], first_row: int
) -> Iterator[InputError]:
    """Merged cells, and formulas without a value or with an error for one, from a row on."""
    for area in dict.fromkeys(sheet.merged):
        if area.bottom >= first_row:
            yield _merged(file, name, area, headings)
    remedies = {
        "uncomputed": (
            Text("公式没有算出的值", "this formula has never been computed"),
            Text("在 Excel 或 WPS 中打开、保存一次", "open the file in Excel or WPS and save it once"),
        ),
        "failed": (
            Text("公式算出的是错误", "the value of this formula is an error"),
            Text("改正公式，或填上值", "correct the formula, or write the value"),
        ),
    }
    for kind, (problem, remedy) in remedies.items():
        for row, place in sorted(getattr(sheet, kind)):
            if row >= first_row:
                column = column_of(place, headings.get(place, ""))
                yield InputError(problem, remedy, file=place_of(file, name), row=row, column=column)


def _percentages(file: Path, name: str, sheet: Sheet, headings: dict[int, str]) -> Iterator[InputError]:
    """Percentages in columns of the table: the plan prints 5 with the unit %, the cell that shows 5 % holds 0.05."""
    for row, place in sorted(sheet.percents):
        if place in headings:
            yield InputError(
                Text(
                    "是百分比格式的数，其值是所显示的百分之一",
                    "is formatted as a percentage: its value is a hundredth of what it shows",
                ),
                Text(
                    "格式改为“常规”，只填数：5% 填 5", "set the format to general and write the number only: 5 for 5 %"
                ),
                file=place_of(file, name),
                row=row,
                column=column_of(place, headings[place]),
            )


def _merged(file: Path, name: str, area: Area, headings: dict[int, str]) -> InputError:
    return InputError(
        Text(f"{area.text} 是合并的单元格", f"the cells {area.text} are merged"),
        Text("取消合并，每行各填其值", "unmerge them and write the value into each row"),
        file=place_of(file, name),
        row=area.top,
        column=column_of(area.left, headings.get(area.left, "")),
    )


def read_table(
    file: Path, name: str, sheet_name: str, sheet: Sheet, old: list[list[str]] | None, notes: Notes
) -> Table | None:
    """The rows of a sheet as its table has them; None where its headings cannot be used."""
    schema = tables.table_schemas()[name]
    place_of_sheet = place_of(file, sheet_name)
    found = _headings(sheet, schema)
    if found is None:
        notes.flaws.append(
            InputError(
                Text("没有表头", "has no headings"),
                Text(
                    f"第一行应为：{'、'.join(field['title'] for field in schema['fields'])}",
                    f"the first row must be: {', '.join(field['title_en'] for field in schema['fields'])}",
                ),
                file=place_of_sheet,
            )
        )
        return None
    heading_row, headings = found
    texts = {place: " ".join(str(text).split()) for place, text in sheet.cells[heading_row].items()}
    before = len(notes.flaws)
    notes.flaws.extend(_flaws_of_headings(place_of_sheet, heading_row, headings, sheet, schema, old))
    is_usable = len(notes.flaws) == before
    notes.flaws.extend(flaws_of_cells(file, sheet_name, sheet, texts, heading_row))
    known = {place: texts[place] for place in headings.fields.values()}
    notes.flaws.extend(_percentages(file, sheet_name, sheet, known))
    if not is_usable:
        return None
    own = _own_columns(headings.own, old, schema)
    fields = {field["name"]: field for field in schema["fields"]}
    places = {**{column: headings.fields.get(column) for column in fields}, **own}
    uncomputed = {row for row, _ in sheet.uncomputed}
    rows, numbers = [], []
    for row, cells in sheet.cells.items():
        if row <= heading_row:
            continue
        read = [
            _cell(
                place_of_sheet,
                row,
                place,
                cells.get(place),
                fields.get(column),
                texts,
                notes,
            )
            if place is not None
            else ""
            for column, place in places.items()
        ]
        if any(read) or row in uncomputed:
            rows.append(read)
            numbers.append(row)
    shown = {column: column_of(place, texts[place]) for column, place in places.items() if place is not None}
    return Table(sheet_name, list(places), rows, numbers, shown)


def _headings(sheet: Sheet, schema: tables.Descriptor) -> tuple[int, layout.Headings] | None:
    """The row of the headings and what they are; None where no row names two columns of the table."""
    for row, cells in list(sheet.cells.items())[:HEADING_ROWS]:
        headings = layout.headings(
            [(place, str(text)) for place, text in sorted(cells.items()) if str(text).strip()], schema
        )
        if len(headings.fields) >= LEAST_HEADINGS:
            return row, headings
    return None


def _flaws_of_headings(
    place: str,
    row: int,
    headings: layout.Headings,
    sheet: Sheet,
    schema: tables.Descriptor,
    old: list[list[str]] | None,
) -> Iterator[InputError]:
    """Headings that repeat, columns without a heading, and missing columns that are required or have values."""
    for column, text in headings.repeated:
        yield InputError(
            Text("表头重复", "the heading stands twice"),
            Text("给每一列不同的表头", "give each column a heading of its own"),
            file=place,
            row=row,
            column=column_of(column, " ".join(text.split())),
        )
    headed = {*headings.fields.values(), *headings.own.values(), *(column for column, _ in headings.repeated)}
    bare: dict[int, int] = {}
    for number, cells in sheet.cells.items():
        if number > row:
            for column, content in cells.items():
                if column not in headed and str(content).strip():
                    bare.setdefault(column, number)
    for column, number in bare.items():
        yield InputError(
            Text("有内容而没有表头", "has content but no heading"),
            Text("给这一列加表头，或清空它", "give this column a heading, or clear it"),
            file=place,
            row=number,
            column=column_letters(column),
        )
    present = {*headings.fields, *map(layout.normal, headings.own)}
    required = {field["name"] for field in schema["fields"] if field.get("constraints", {}).get("required")}
    named = {field["name"]: field for field in schema["fields"]}
    old_columns = (
        [] if old is None else [column for at, column in enumerate(old[0]) if any(line[at] for line in old[1:])]
    )
    for column in dict.fromkeys([*(name for name in named if name in required), *old_columns]):
        if (column if column in named else layout.normal(column)) in present:
            continue
        title = Text(named[column]["title"], named[column]["title_en"]) if column in named else Text(column, column)
        yield InputError(
            Text(f"没有“{title.zh}”这一列", f"has no column '{title.en}'"),
            Text(
                "补上这一列；不要其中的值，就留着列、清空它",
                "put the column back; to remove its values keep the column and clear it",
            ),
            file=place,
            row=row,
            column=column,
        )


def _own_columns(own: dict[str, int], old: list[list[str]] | None, schema: tables.Descriptor) -> dict[str, int]:
    """Columns of one's own by the name that the folder has for them, those of the folder first."""
    known = [] if old is None else old[0][len(schema["fields"]) :]
    by_name = {layout.normal(name): name for name in known}
    named = {by_name.get(layout.normal(name), name): place for name, place in own.items()}
    in_order = [name for name in known if name in named]
    return {name: named[name] for name in [*in_order, *(name for name in named if name not in in_order)]}


def _cell(
    place_of_sheet: str,
    row: int,
    place: int,
    content: Any,
    field: tables.Descriptor | None,
    headings: dict[int, str],
    notes: Notes,
) -> str:
    """A cell as the folder writes it; in columns of the schema a date is refused."""
    column = column_of(place, headings[place])
    text = as_text(content)
    if field is None:
        return text
    is_number = field["type"] in NUMERIC
    if isinstance(content, datetime.date | datetime.time | datetime.timedelta):
        noun = Text("年份", "a year") if field["type"] == "year" else Text("数", "a number")
        notes.flaws.append(
            InputError(
                Text(f"是日期（{text}），不是{noun.zh}", f"is a date ({text}), not {noun.en}"),
                Text(
                    "把单元格格式改为“常规”，只填数", "set the format of the cell to general and write the number only"
                ),
                file=place_of_sheet, row=row, column=column,
            )
            if is_number
            else InputError(
                Text(f"是日期（{text}），原来填的可能被改成了日期", f"is a date ({text}): what was typed may have been turned into one"),
                FORMAT_AS_TEXT,
                file=place_of_sheet, row=row, column=column,
            )
        )  # fmt: skip
        return text
    if is_number or field["type"] == "boolean":
        plain, why = _plain(text, is_number=is_number)
        if why is not None:
            notes.changes.append(Change(row, f"{sheet_of(place_of_sheet)} {column}", text, plain, why))
            return plain
    if not is_number and isinstance(content, int | float) and not isinstance(content, bool):
        notes.changes.append(Change(row, f"{sheet_of(place_of_sheet)} {column}", content, text, NUMBER_AS_TEXT))
    return text


def _plain(text: str, *, is_number: bool) -> tuple[str, Text | None]:
    """A number or a yes as the tables write it, and what was changed; None where it stands as it is."""
    if not is_number:
        truth = TRUTHS.get(text)
        return (text, None) if truth is None else (truth, YES_OR_NO)
    whole = tables.without_thousands(text)
    if whole is not None:
        return whole, THOUSANDS
    plain = unicodedata.normalize("NFKC", text)
    return (text, None) if plain == text or decimal(plain) is None else (plain, FULL_WIDTH)


def sheet_of(place_of_sheet: str) -> str:
    """The sheet that `place_of` names."""
    return place_of_sheet.rpartition(" › ")[2]


def as_text(content: Any) -> str:
    """A value of a workbook as the tables write it.

    >>> print(as_text(16.1), as_text(2025.0), as_text(True), as_text(" 甲 "), repr(as_text(None)))
    16.1 2025 true 甲 ''
    """
    if content is None:
        return ""
    if isinstance(content, bool):
        return "true" if content else "false"
    if isinstance(content, float):
        return str(int(content)) if content.is_integer() and abs(content) < tables.MOST else repr(content)
    if isinstance(content, datetime.datetime) and content.time() == datetime.time():
        return content.date().isoformat()
    return str(content).strip()


def decimal(text: str) -> Decimal | None:
    """The finite number that a text is, of whatever width its digits; None where it is none.

    >>> print(decimal("１６．１"), decimal("十六"))
    16.1 None
    """
    try:
        number = Decimal(unicodedata.normalize("NFKC", text))
    except InvalidOperation:
        return None
    return number if number.is_finite() else None
