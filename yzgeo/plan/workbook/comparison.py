"""A table of the folder beside its sheet: what differs, and the table as the folder is to have it.

Only what differs is written: a figure that the folder writes as 16.10 and the sheet as 16.1 stays as it is.
"""

from __future__ import annotations

import codecs
import csv
import io
from pathlib import Path
from typing import NamedTuple

from yzgeo.core.csv_rows import csv_rows
from yzgeo.core.i18n import Text
from yzgeo.core.text_encoding import decode_file
from yzgeo.plan import tables
from yzgeo.plan.transaction import valid_file
from yzgeo.plan.workbook import layout
from yzgeo.plan.workbook.sheets import NUMERIC, Table, decimal
from yzgeo.readers.source import Change

EDITED = Text("在工作簿中改过", "changed in the workbook")


class Edits(NamedTuple):
    """What differs in a table: the number of rows added and removed, and the cells changed in rows that stay."""

    added: int
    removed: int
    cells: list[Change]


def _meaning(kind: str, text: str) -> object:
    """What two spellings of a value have in common: 16.10 and 16.1, TRUE and true, two kinds of line ends.

    >>> print(_meaning("number", "16.10") == _meaning("number", "16.1"), _meaning("string", "16.10") == "16.1")
    True False
    """
    if kind in NUMERIC:
        number = decimal(text)
        return text if number is None else number
    if kind == "boolean":
        return {"1": "true", "0": "false"}.get(text, text.lower())
    return layout.in_cell(text)


def _kinds(name: str, columns: list[str]) -> list[str]:
    fields = {field["name"]: field["type"] for field in tables.table_schemas()[name]["fields"]}
    return [fields.get(column, "string") for column in columns]


def _meanings(name: str, columns: list[str], rows: list[list[str]]) -> list[tuple[object, ...]]:
    kinds = _kinds(name, columns)
    return [tuple(_meaning(kind, text) for kind, text in zip(kinds, row, strict=True)) for row in rows]


def _in_columns(old: list[list[str]], columns: list[str]) -> list[list[str]]:
    """Rows of the folder with the columns of the sheet; one that the folder has not is blank."""
    places = [old[0].index(column) if column in old[0] else None for column in columns]
    return [["" if place is None else row[place] for place in places] for row in old[1:]]


def is_same(name: str, table: Table, old: list[list[str]] | None) -> bool:
    """Whether the sheet says what the folder says: the same rows in the same order, and no new column."""
    if old is None or any(column not in old[0] for column in table.columns):
        return False
    before = _meanings(name, table.columns, _in_columns(old, table.columns))
    return before == _meanings(name, table.columns, table.rows)


def _pairs(name: str, table: Table, old: list[list[str]] | None) -> tuple[list[list[str] | None], list[list[str]]]:
    """For each row of the sheet the row of the folder with its key, else with its cells; and the rows that are gone."""
    if old is None:
        return [None] * len(table.rows), []
    rows = _in_columns(old, table.columns)
    key = tables.table_schemas()[name].get("primaryKey") or table.columns
    at = [table.columns.index(column) for column in key]
    waiting: dict[tuple[object, ...], list[list[str]]] = {}
    for row, meaning in zip(reversed(rows), reversed(_meanings(name, table.columns, rows)), strict=True):
        waiting.setdefault(tuple(meaning[place] for place in at), []).append(row)
    pairs = []
    for meaning in _meanings(name, table.columns, table.rows):
        same = waiting.get(tuple(meaning[place] for place in at))
        pairs.append(same.pop() if same else None)
    return pairs, [row for left in waiting.values() for row in left]


def csv_text(folder: Path, name: str, table: Table, old: list[list[str]] | None) -> bytes:
    """The table for the folder, in the order of its columns and with its line ends; unchanged values as they stand there.

    It is UTF-8, with a mark where the file had one or was in another encoding: it is opened in spreadsheets then.
    """
    pairs, _ = _pairs(name, table, old)
    kinds = _kinds(name, table.columns)
    file = valid_file(folder, f"{name}.csv")
    rows = [
        [
            before if _meaning(kind, before) == _meaning(kind, text) else text
            for kind, before, text in zip(kinds, pair or row, row, strict=True)
        ]
        for pair, row in zip(pairs, table.rows, strict=True)
    ]
    content, is_marked = b"", False
    columns = table.columns
    if old is not None and file.is_file():
        content = file.read_bytes()
        decoded = decode_file(file)
        is_marked = content.startswith(codecs.BOM_UTF8) or decoded.encoding != "UTF-8"
        header = next(row.cells for row in csv_rows(decoded.text) if any(map(str.strip, row.cells)))
        in_file = [column.strip() for column in header if column.strip() in columns]
        columns = [*in_file, *(column for column in columns if column not in in_file)]
    places = [table.columns.index(column) for column in columns]
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n" if content.partition(b"\n")[0].endswith(b"\r") else "\n")
    writer.writerow(columns)
    writer.writerows([row[place] for place in places] for row in rows)
    return text.getvalue().encode("utf-8-sig" if is_marked else "utf-8")


def find_edits(name: str, table: Table, old: list[list[str]] | None) -> Edits:
    """What differs between a sheet and the table of the folder, for the preview and the log."""
    pairs, gone = _pairs(name, table, old)
    kinds = _kinds(name, table.columns)
    cells = []
    for number, pair, row in zip(table.numbers, pairs, table.rows, strict=True):
        if pair is None:
            continue
        for column, kind, before, text in zip(table.columns, kinds, pair, row, strict=True):
            if _meaning(kind, before) != _meaning(kind, text):
                field = f"{table.sheet} {table.headings.get(column, column)}"
                cells.append(Change(number, field, before, text, EDITED))
    return Edits(sum(pair is None for pair in pairs), len(gone), cells)
