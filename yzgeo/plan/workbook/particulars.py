"""Read the first sheet of a plan's workbook: title, authority, period and district, its sources and licences."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

from yzgeo.core.errors import InputError
from yzgeo.core.i18n import Lang, Text
from yzgeo.plan import tables
from yzgeo.plan.particulars import issued
from yzgeo.plan.template import period
from yzgeo.plan.workbook import layout
from yzgeo.plan.workbook.sheets import (
    FORMAT_AS_TEXT,
    HEADING_ROWS,
    Notes,
    as_text,
    column_of,
    flaws_of_cells,
    place_of,
    sheet_of,
)
from yzgeo.readers.source import Change
from yzgeo.readers.workbook import Place, Sheet

DATE_AS_TEXT = Text("日期单元格，按年-月-日录入", "a cell of a date: taken as year-month-day")


def read_particulars(
    file: Path, name: str, sheet: Sheet, package: tables.Descriptor, notes: Notes
) -> tuple[tables.Descriptor, list[Text]]:
    """The descriptor with the particulars of the first sheet, and the names of those that differ."""
    place = place_of(file, name)
    found = _first_headings(sheet)
    if found is None:
        notes.flaws.append(
            InputError(
                Text("没有表头", "has no headings"),
                Text("第一行应有“项目”“内容”两列", "the first row must have the columns 'item' and 'content'"),
                file=place,
            )
        )
        return package, []
    heading_row, columns = found
    headings = {column: " ".join(str(sheet.cells[heading_row][column]).split()) for column in columns.values()}
    guide = {row for row, cells in sheet.cells.items() if _is(cells.get(columns[layout.ITEM]), layout.GUIDE)}
    bare = sheet._replace(merged=[area for area in sheet.merged if area.top not in guide])
    notes.flaws.extend(flaws_of_cells(file, name, bare, headings, heading_row))
    values: dict[str, Place] = {}
    entries: dict[str, list[int]] = {}
    for row, cells in sheet.cells.items():
        item = cells.get(columns[layout.ITEM])
        if row <= heading_row or row in guide or not any(str(cells.get(at, "")).strip() for at in columns.values()):
            continue
        particular = next((one for one in layout.PARTICULARS if _is(item, one.title, one.key)), None)
        listed = next((one for one in layout.ENTRIES if _is(item, one.title, one.key)), None)
        if listed is not None:
            entries.setdefault(listed.key, []).append(row)
        elif particular is None or particular.key in values:
            notes.flaws.append(
                InputError(
                    Text("这一项重复", "this item stands twice")
                    if particular
                    else Text(f"没有“{as_text(item)}”这一项", f"there is no item '{as_text(item)}'"),
                    Text(
                        f"删去这一行，或改为其一：{'、'.join(_items('zh'))}",
                        f"remove the row, or use one of: {', '.join(_items('en'))}",
                    ),
                    file=place,
                    row=row,
                    column=column_of(columns[layout.ITEM], headings[columns[layout.ITEM]]),
                )
            )
        else:
            values[particular.key] = (row, columns["content"])
    return _described(place, sheet, package, columns, headings, values, entries, notes)


def _items(lang: Lang) -> list[str]:
    return [one.title.of(lang) for one in (*layout.PARTICULARS, *layout.ENTRIES)]


def _is(item: Any, title: Text, *keys: str) -> bool:
    return item is not None and layout.normal(item) in map(layout.normal, (*title, *keys))


def _first_headings(sheet: Sheet) -> tuple[int, dict[str, int]] | None:
    for row, cells in list(sheet.cells.items())[:HEADING_ROWS]:
        columns = {
            key: place
            for place, text in sorted(cells.items(), reverse=True)
            for key, title in layout.FIRST_HEADINGS.items()
            if key != "description" and _is(text, title)
        }
        if layout.ITEM in columns and "content" in columns:
            return row, columns
    return None


def _described(
    place: str,
    sheet: Sheet,
    package: tables.Descriptor,
    columns: dict[str, int],
    headings: dict[int, str],
    values: dict[str, Place],
    entries: dict[str, list[int]],
    notes: Notes,
) -> tuple[tables.Descriptor, list[Text]]:
    """The descriptor with the values of the sheet; what is blank there is not in it, what has no row stays."""
    plan = package.get("plan")
    old_plan: dict[str, Any] = dict(plan) if isinstance(plan, dict) else {}
    new, new_plan = dict(package), dict(old_plan)
    stated_in = dict(old_plan.get("stated_in") or {})

    def refuse(row: int, problem: Text, remedy: Text) -> None:
        at = columns["content"]
        notes.flaws.append(InputError(problem, remedy, file=place, row=row, column=column_of(at, headings[at])))

    for particular in layout.PARTICULARS:
        if particular.key not in values:
            continue
        row, at = values[particular.key]
        content = sheet.cells[row].get(at)
        text = as_text(content)
        holder = new_plan if particular.of_plan else new
        old_value = holder.get(particular.key)
        if isinstance(content, datetime.date) and particular.key in ("issued", "version"):
            notes.changes.append(Change(row, f"{sheet_of(place)} {particular.title.zh}", content, text, DATE_AS_TEXT))
        elif isinstance(content, datetime.date | datetime.time | datetime.timedelta):
            refuse(row, Text(f"是日期（{text}）", f"is a date ({text})"), FORMAT_AS_TEXT)
        value: Any = text
        if particular.key == layout.PERIOD and text:
            try:
                value = period(text)
            except InputError as refusal:
                refuse(
                    row, refusal.problem, Text("写成起止两个年份，如 2021-2025", "write first and last year: 2021-2025")
                )
                continue
        if particular.key == "issued" and text:
            try:
                value = text = issued(text)
            except InputError as refusal:
                refuse(row, refusal.problem, refusal.remedy)
                continue
        if not text and particular.key in ("name", "title"):
            refuse(row, Text("必填而为空", "must not be empty"), Text("填上这一格", "fill in this cell"))
            continue
        shown = layout.period_text(old_value) if particular.key == layout.PERIOD else str(old_value or "")
        if text and (value != old_value and text != layout.in_cell(shown)):
            holder[particular.key] = value
        elif not text and shown.strip():
            holder.pop(particular.key)
        if particular.of_plan and "stated_in" in columns:
            words = as_text(sheet.cells[row].get(columns["stated_in"]))
            if words != layout.in_cell(str(stated_in.get(particular.key) or "")):
                stated_in[particular.key] = words
                if not words:
                    del stated_in[particular.key]
    if stated_in != (old_plan.get("stated_in") or {}):
        new_plan["stated_in"] = stated_in
        if not stated_in:
            del new_plan["stated_in"]
    if new_plan != old_plan:
        new["plan"] = new_plan
    for listed in layout.ENTRIES:
        if listed.key in entries:
            rows = [sheet.cells[row] for row in entries[listed.key]]
            read = _entries(rows, columns, listed, package.get(listed.key) or [])
            if read != (package.get(listed.key) or []):
                new[listed.key] = read
    differing = [
        one.title
        for one in layout.PARTICULARS
        if (new_plan if one.of_plan else new).get(one.key) != (old_plan if one.of_plan else package).get(one.key)
    ]
    if new_plan.get("stated_in") != old_plan.get("stated_in"):
        differing.append(layout.FIRST_HEADINGS["stated_in"])
    differing += [one.title for one in layout.ENTRIES if new.get(one.key) != package.get(one.key)]
    return new, differing


def _entries(
    rows: list[dict[int, Any]], places: dict[str, int], listed: layout.Entries, old: list[dict[str, Any]]
) -> list[dict[str, Any]]:
    """Sources or licences of the rows, each with what else the descriptor says of the one of that title."""
    waiting: dict[str, list[dict[str, Any]]] = {}
    for entry in reversed(old):
        waiting.setdefault(layout.in_cell(str(entry.get("title") or "")), []).append(entry)
    read = []
    for row in rows:
        texts = {key: as_text(row.get(places[column])) for key, column in listed.columns.items() if column in places}
        of_title = waiting.get(texts["title"])
        entry = dict(of_title.pop() if of_title else {})
        for key, text in texts.items():
            if text and text != layout.in_cell(str(entry.get(key) or "")):
                entry[key] = text
            elif not text and entry.get(key):
                del entry[key]
        if any(texts.values()):
            read.append(entry)
    return read
