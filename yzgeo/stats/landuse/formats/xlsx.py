"""A workbook: classes by zone, zones, the from-to matrix with its totals, changes in each zone, and the remarks.

Totals are sums of the cells above or beside them, so that a reader sees them close.
"""

from __future__ import annotations

import datetime
import io
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_range

from yzgeo.core.i18n import Lang, Text
from yzgeo.core.units import M2_PER_HA
from yzgeo.core.xml_text import allowed
from yzgeo.stats.landuse.accounts import TOTAL
from yzgeo.stats.landuse.result import (
    DISTRICT,
    Result,
    all_remarks,
    changes_by_zone,
    matrix,
    places,
    rows,
    unsurveyed,
    zone_rows,
)

SUFFIXES = (".xlsx",)
BINARY = True
CHANGES = False
EPOCH = datetime.datetime(2000, 1, 1)
"""Stated as the day of making, so that the same figures give the same bytes."""
HECTARES, SHARE = "#,##0.0000", "0.0%"
CODE_WIDTH, NAME_WIDTH, FIGURE_WIDTH = 8, 30, 16
PALE, DEEP = "#FFFFFF", "#CB9448"
"""From no change to the largest, in the matrix."""
SUM_WORDS = Text("合计", "total")


def render(result: Result, lang: Lang) -> bytes:
    """Figures are hectares, unrounded, shown to the square metre."""
    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    workbook = xlsxwriter.Workbook(buffer, options)
    workbook.set_properties({"created": EPOCH, "title": allowed(result.title.of(lang))})
    looks = {
        "head": workbook.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"}),
        "text": workbook.add_format({"text_wrap": True, "valign": "top"}),
        "ha": workbook.add_format({"num_format": HECTARES}),
        "sum": workbook.add_format({"num_format": HECTARES, "bold": True, "top": 1}),
        "share": workbook.add_format({"num_format": SHARE}),
    }
    _classes(workbook, result, lang, looks)
    _zones(workbook, result, lang, looks)
    if result.changes is not None:
        _matrix(workbook, result, lang, looks)
        _by_zone(workbook, result, lang, looks)
    sheet = workbook.add_worksheet(Text("说明", "remarks").of(lang))
    sheet.set_column(0, 0, 120)
    for number, remark in enumerate(all_remarks(result)):
        sheet.write_string(number, 0, allowed(remark.of(lang)), looks["text"])
    workbook.close()
    return buffer.getvalue()


def _heads(sheet: Any, headings: list[Text], lang: Lang, looks: dict[str, Any], texts: int = 2) -> None:
    for number, heading in enumerate(headings):
        sheet.write_string(0, number, allowed(heading.of(lang)), looks["head"])
    sheet.set_column(0, 0, CODE_WIDTH if texts > 1 else NAME_WIDTH)
    if texts > 1:
        sheet.set_column(1, texts - 1, NAME_WIDTH)
    sheet.set_column(texts, max(texts, len(headings) - 1), FIGURE_WIDTH)
    sheet.freeze_panes(1, texts)


def _sum(sheet: Any, row: int, column: int, cells: tuple[int, int, int, int], value: float, look: Any) -> None:
    sheet.write_formula(row, column, f"=SUM({xl_range(*cells)})", look, value)


def _classes(workbook: Any, result: Result, lang: Lang, looks: dict[str, Any]) -> None:
    sheet = workbook.add_worksheet(Text("地类面积", "classes").of(lang))
    columns = [(place, heading) for place, heading in places(result) if place != TOTAL]
    every = rows(result)
    in_district = result.accounts.district is not None
    headings = [
        Text("编码", "code"),
        Text("地类（公顷）", "class (ha)"),
        *(heading for _, heading in columns),
        SUM_WORDS,
    ]
    _heads(sheet, [*headings, *([DISTRICT] if in_district else [])], lang, looks)
    last, unknown = 2 + len(columns), unsurveyed(result)
    for number, row in enumerate(every, start=1):
        sheet.write_string(number, 0, row.land.code)
        sheet.write_string(number, 1, allowed(row.land.name.of(lang)))
        amounts = [row.m2.get(place, 0.0) / M2_PER_HA for place, _ in columns]
        for column, amount in enumerate(amounts, start=2):
            if columns[column - 2][0] in unknown:
                continue
            sheet.write_number(number, column, amount, looks["ha"])
        _sum(sheet, number, last, (number, 2, number, last - 1), sum(amounts), looks["ha"])
        if row.district_m2 is not None:
            sheet.write_number(number, last + 1, row.district_m2 / M2_PER_HA, looks["ha"])
    bottom = len(every) + 1
    sheet.write_string(bottom, 1, SUM_WORDS.of(lang), looks["head"])
    sums = [sum(row.m2.get(place, 0.0) for row in every) for place, _ in columns]
    sums += [sum(sums), sum(row.district_m2 or 0.0 for row in every)]
    for column in range(2, last + 1 + in_district):
        _sum(sheet, bottom, column, (1, column, bottom - 1, column), sums[column - 2] / M2_PER_HA, looks["sum"])


def _zones(workbook: Any, result: Result, lang: Lang, looks: dict[str, Any]) -> None:
    sheet = workbook.add_worksheet(Text("片区", "zones").of(lang))
    headings = [
        Text("片区", "zone"),
        Text("图上面积（公顷）", "drawn (ha)"),
        Text("调查覆盖（公顷）", "surveyed (ha)"),
        Text("未覆盖（公顷）", "uncovered (ha)"),
        Text("重复覆盖（公顷）", "covered again (ha)"),
        Text("工业用地（公顷）", "industrial land (ha)"),
        Text("规划可利用（公顷）", "usable by the plan (ha)"),
        Text("工业用地占可利用", "industrial of usable"),
    ]
    _heads(sheet, headings, lang, looks, texts=1)
    names = ("drawn_ha", "surveyed_ha", "uncovered_ha", "overlap_ha", "industrial_ha", "usable_area_ha")
    for number, row in enumerate(zone_rows(result), start=1):
        sheet.write_string(number, 0, allowed(row["name"].of(lang)))
        for column, name in enumerate(names, start=1):
            if row[name] is not None:
                sheet.write_number(number, column, row[name], looks["ha"])
        if row["industrial_share"] is not None:
            sheet.write_number(number, len(names) + 1, row["industrial_share"], looks["share"])


def _matrix(workbook: Any, result: Result, lang: Lang, looks: dict[str, Any]) -> None:
    sheet = workbook.add_worksheet(Text("变化矩阵", "matrix").of(lang))
    table = matrix(result)
    corner = Text("之前 ↓　之后 →（公顷）", "before ↓  after → (ha)")
    headings = [Text("编码", "code"), corner, *(_heading(each.code, each.name) for each in table.after), SUM_WORDS]
    _heads(sheet, headings, lang, looks)
    last, bottom = 2 + len(table.after), 1 + len(table.before)
    for number, one in enumerate(table.before, start=1):
        sheet.write_string(number, 0, one.code)
        sheet.write_string(number, 1, allowed(one.name.of(lang)))
        for column, other in enumerate(table.after, start=2):
            m2 = table.m2.get((one.key, other.key))
            if m2 is not None:
                sheet.write_number(number, column, m2 / M2_PER_HA, looks["ha"])
        _sum(sheet, number, last, (number, 2, number, last - 1), table.row_sum(one.key) / M2_PER_HA, looks["sum"])
    sheet.write_string(bottom, 1, SUM_WORDS.of(lang), looks["head"])
    for column, other in enumerate(table.after, start=2):
        _sum(
            sheet,
            bottom,
            column,
            (1, column, bottom - 1, column),
            table.column_sum(other.key) / M2_PER_HA,
            looks["sum"],
        )
    _sum(sheet, bottom, last, (1, last, bottom - 1, last), sum(table.m2.values()) / M2_PER_HA, looks["sum"])
    scale = {"type": "2_color_scale", "min_color": PALE, "max_color": DEEP}
    sheet.conditional_format(1, 2, bottom - 1, last - 1, scale)


def _heading(code: str, name: Text) -> Text:
    return Text(f"{code} {name.zh}".strip(), f"{code} {name.en}".strip())


def _by_zone(workbook: Any, result: Result, lang: Lang, looks: dict[str, Any]) -> None:
    sheet = workbook.add_worksheet(Text("各片区变化", "changes by zone").of(lang))
    headings = [
        Text("片区", "zone"),
        Text("之前", "before"),
        Text("之前地类", "class before"),
        Text("之后", "after"),
        Text("之后地类", "class after"),
        Text("公顷", "ha"),
    ]
    _heads(sheet, headings, lang, looks, texts=5)
    names = {zone.zone_id: zone.name for zone in result.zones}
    for number, (zone, before, after, m2) in enumerate(changes_by_zone(result), start=1):
        cells = [names[zone].of(lang), before.code, before.name.of(lang), after.code, after.name.of(lang)]
        for column, cell in enumerate(cells):
            sheet.write_string(number, column, allowed(cell))
        sheet.write_number(number, len(cells), m2 / M2_PER_HA, looks["ha"])
