"""Findings and tables as a workbook to sort, filter and fill in: text is text and never a formula, unknown is a dash."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any, NamedTuple

import pandas as pd
import xlsxwriter

from yzgeo.core import labels
from yzgeo.core.i18n import NOTHING, Lang, Text, bilingual, plain
from yzgeo.core.visible_text import one_line
from yzgeo.core.xml_text import allowed
from yzgeo.plan import listings
from yzgeo.plan.areas import printed_area
from yzgeo.plan.project_money import printed_investment
from yzgeo.plan.public_edition import MARK as PUBLIC
from yzgeo.publish.context import BuildContext
from yzgeo.publish.office.archive import MADE_ON, reproducible
from yzgeo.publish.report import findings as wording
from yzgeo.publish.report import schedule
from yzgeo.stats import recovery

UNKNOWN = "—"
NUMBER, COUNT, SHARE, YEAR = "#,##0.00", "#,##0", "0.0%", "0"
CHINESE_WIDTH = 2.1
"""Widths count Latin characters; a Chinese one takes about this many."""
WIDEST, NARROWEST = 46.0, 6.0
MOST_CHARACTERS = 32_767
"""Of a cell."""
MOST_ROWS = 1_048_000
A4 = 9
"""The number of A4 in a workbook."""


class Column(NamedTuple):
    """A column: its heading, its value by row, and the format of its numbers; without one its cells are text."""

    heading: Text
    value: Callable[[Any], Any]
    form: str | None = None


def render(context: BuildContext) -> bytes:
    """The workbook: `findings`, `gaps`, and the tables that the plan has rows for.

    >>> import openpyxl
    >>> from yzgeo.plan.load import load
    >>> from yzgeo.publish.context import build_context
    >>> print(openpyxl.load_workbook(io.BytesIO(render(build_context(load("yinzhou"), "zh")))).sheetnames)
    ['findings', 'gaps', 'zones', 'parks', 'projects', 'targets', 'land']
    """
    plan, lang = context.plan, context.lang
    buffer = io.BytesIO()
    workbook = xlsxwriter.Workbook(
        buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    )
    title = one_line(plan.title(lang))
    if plan.edition == "public":
        title += f"　{PUBLIC.of(lang)}"
    workbook.set_properties(
        {"created": MADE_ON, "title": allowed(title), "author": allowed(one_line(plan.authority.of(lang)))}
    )
    mark = recovery.INVENTED_WARNING.of(lang) if recovery.is_invented(plan) else ""
    formats = _formats(workbook)
    for name, columns, rows in _sheets(context):
        if rows or name == "findings":
            _write(workbook, formats, name, columns, rows, lang, mark, title)
    workbook.close()
    return reproducible(buffer.getvalue())


def _sheets(context: BuildContext) -> list[tuple[str, list[Column], list[Any]]]:
    plan = context.plan
    statistics = context.statistics
    projects = list(plan.projects.itertuples())
    return [
        ("findings", _of_findings(context), list(enumerate(context.outcome.findings, start=1))),
        ("gaps", _of_gaps(context), list(enumerate(context.outcome.gaps, start=1))),
        ("zones", _of_zones(context), list(plan.zones.to_dict("records"))),
        ("parks", _of_parks(context), list(plan.parks.itertuples())),
        ("projects", _of_projects(context), projects),
        ("targets", _of_targets(context), statistics["targets"]),
        ("land", _of_land(), _land_rows(context)),
    ]


def _of_findings(context: BuildContext) -> list[Column]:
    named = wording.names(context.plan)
    titles = {state.rule: state.title for state in context.outcome.rules}
    return [
        Column(Text("序号", "No."), lambda one: one[0], COUNT),
        Column(Text("级别", "Severity"), lambda one: labels.word(one[1].severity)),
        Column(Text("后果", "Consequence"), lambda one: schedule.TITLES[one[1].consequence]),
        Column(Text("规则", "Rule"), lambda one: titles.get(one[1].rule, plain(one[1].rule))),
        Column(
            Text("对象", "Subject"), lambda one: wording.subject_name(one[1].subject, named) or plain(one[1].subject)
        ),
        Column(Text("问题与依据", "Problem and evidence"), lambda one: one[1].message),
        Column(Text("读法", "Reading"), lambda one: one[1].reading),
        Column(Text("建议", "Proposal"), lambda one: one[1].remedy),
        Column(Text("条文", "Clause"), lambda one: one[1].clause),
        Column(Text("责任科室", "Responsible"), lambda one: ""),
        Column(Text("办结时间", "Done on"), lambda one: ""),
    ]


def _of_gaps(context: BuildContext) -> list[Column]:
    named = wording.names(context.plan)
    return [
        Column(Text("序号", "No."), lambda one: one[0], COUNT),
        Column(
            Text("对象", "Subject"), lambda one: wording.subject_name(one[1].subject, named) or plain(one[1].subject)
        ),
        Column(Text("所缺", "What is lacking"), lambda one: one[1].message),
        Column(Text("建议", "Proposal"), lambda one: one[1].remedy),
        Column(Text("出处", "Source"), lambda one: one[1].source),
    ]


def _of_zones(context: BuildContext) -> list[Column]:
    counted = {row["zone_id"]: row for row in context.statistics["zones"]}
    ledger = {row["zone_id"]: row for row in context.statistics["land_recovery"]["by_zone"] or []}

    def stated(name: str) -> Callable[[Any], Any]:
        return lambda zone: counted[zone["zone_id"]].get(name)

    columns = [
        Column(Text("片区", "Zone"), lambda zone: bilingual(zone["name"], zone["name_en"])),
        Column(Text("类别", "Kind"), lambda zone: labels.word(zone["kind"])),
        Column(Text("面积（照录）", "Area as printed"), lambda zone: printed_area(pd.Series(zone))),
        Column(Text("面积（平方公里）", "Area (km²)"), lambda zone: zone["area_km2"], NUMBER),
        Column(Text("可利用面积（亩）", "Usable area (mu)"), stated("usable_area_mu"), NUMBER),
        Column(Text("主导产业（正文）", "Leading industries (text)"), stated("leading_industries")),
        Column(Text("主导产业（表）", "Leading industries (table)"), stated("leading_industries_table")),
        Column(Text("重点园区", "Parks"), stated("parks")),
        Column(Text("项目数", "Projects"), stated("project_count"), COUNT),
        Column(Text("计划总投资（亿元）", "Investment (100 m yuan)"), _investment(counted), NUMBER),
        Column(Text("新增用地（亩）", "New land (mu)"), _known_of(counted, "new_land_mu"), NUMBER),
        Column(Text("条文", "Clause"), lambda zone: zone["source"]),
    ]
    if ledger:
        for name in ("recovered_mu", "under_way_mu", "identified_mu"):
            columns.insert(-1, Column(labels.COLUMNS[name], _ledger_value(ledger, name), NUMBER))
    return columns


def _investment(rows: dict[str, Any]) -> Callable[[Any], Any]:
    return _known_of(rows, "investment_100m_yuan")


def _known_of(rows: dict[str, Any], name: str) -> Callable[[Any], Any]:
    """A sum over projects; of a zone without projects there is nothing to be known."""
    return lambda zone: rows[zone["zone_id"]].get(name) if rows[zone["zone_id"]]["project_count"] else None


def _ledger_value(rows: dict[str, Any], name: str) -> Callable[[Any], Any]:
    return lambda zone: rows[zone["zone_id"]][name] if zone["zone_id"] in rows else None


def _zone_names(context: BuildContext) -> dict[str, Text]:
    return {
        row.zone_id: bilingual(row.name, row.name_en)
        for row in context.plan.zones[["zone_id", "name", "name_en"]].itertuples(index=False)
    }


def _of_parks(context: BuildContext) -> list[Column]:
    zones, listed = _zone_names(context), context.plan.zone_parks
    of_park = listed.groupby("park_id")["zone_id"].unique() if len(listed) else {}
    sources = listed.groupby("park_id")["source"].unique() if len(listed) else {}
    return [
        Column(Text("园区", "Park"), lambda park: bilingual(park.name, park.name_en)),
        Column(
            Text("片区", "Zone"),
            lambda park: _joined([zones[one] for one in of_park.get(park.park_id, []) if one in zones]),
        ),
        Column(Text("地点", "Place"), lambda park: park.place),
        Column(Text("位置不确定（米）", "Uncertainty (m)"), lambda park: park.uncertainty_m, COUNT),
        Column(Text("条文", "Clause"), lambda park: "；".join(sources.get(park.park_id, []))),
    ]


def _joined(texts: list[Text]) -> Text:
    return Text("、".join(one.zh for one in texts), ", ".join(one.en for one in texts))


def _of_projects(context: BuildContext) -> list[Column]:
    zones, plan = _zone_names(context), context.plan
    return [
        Column(Text("清单", "List"), lambda one: labels.word(one.list)),
        Column(Text("序号", "No."), lambda one: one.seq, COUNT),
        Column(Text("项目", "Project"), lambda one: bilingual(one.name, getattr(one, "name_en", None))),
        Column(Text("项目单位", "Owner"), lambda one: one.owner),
        Column(
            Text("产业分类", "Class"),
            lambda one: listings.class_name(plan, one.industry) if isinstance(one.industry, str) else None,
        ),
        Column(Text("片区", "Zone"), lambda one: zones.get(one.zone_id)),
        Column(Text("地点", "Place"), lambda one: one.place),
        Column(Text("位置依据", "Place by"), lambda one: labels.word(one.location_evidence)),
        Column(Text("计划投资（照录）", "Investment as printed"), printed_investment),
        Column(Text("计划投资（亿元）", "Investment (100 m yuan)"), lambda one: one.investment_100m_yuan, NUMBER),
        Column(Text("用地（亩）", "Site (mu)"), lambda one: one.site_mu, NUMBER),
        Column(Text("新增用地（亩）", "New land (mu)"), lambda one: one.new_land_mu, NUMBER),
        Column(Text("建筑面积（平方米）", "Floor area (m²)"), lambda one: one.floor_area_m2, NUMBER),
        Column(Text("容积率", "Floor area ratio"), lambda one: one.floor_area_ratio, NUMBER),
        Column(Text("条文", "Clause"), lambda one: one.source),
    ]


def _of_targets(context: BuildContext) -> list[Column]:
    def value(name: str) -> Callable[[Any], Any]:
        return lambda row: row.get(name)

    return [
        Column(Text("组", "Group"), value("group")),
        Column(Text("指标", "Target"), lambda row: bilingual(row["name"], row["name_en"])),
        Column(Text("单位", "Unit"), value("unit")),
        Column(Text("方向", "Direction"), lambda row: labels.word(row["direction"])),
        Column(Text("基数", "Base"), value("base"), NUMBER),
        Column(Text("基期", "Base year"), value("base_year"), YEAR),
        Column(Text("目标", "Target value"), value("target"), NUMBER),
        Column(Text("目标（文字）", "Target in words"), value("target_text")),
        Column(Text("目标年", "Target year"), value("target_year"), YEAR),
        Column(
            Text("全市目标", "City's target"),
            lambda row: row["city_target"] if row["city_target"] is not None else row["city_text"],
            NUMBER,
        ),
        Column(Text("完成值", "Actual"), value("actual"), NUMBER),
        Column(Text("完成值年份", "Actual year"), value("actual_year"), YEAR),
        Column(Text("完成值出处", "Source of the actual"), value("actual_source")),
        Column(Text("完成进度", "Progress"), value("progress"), SHARE),
        Column(Text("进度判断", "Pace"), lambda row: labels.word(row["pace"])),
        Column(Text("条文", "Clause"), value("source")),
    ]


LandRow = tuple[Text, Text, Any]
SINGLE = ("target_mu", "identified_in_plan_mu", "recovered_mu", "under_way_mu", "identified_mu", "expected_mu",
          "remaining_mu", "so_far_mu_per_year", "needed_mu_per_year")  # fmt: skip
PARTS = {"by_zone": "zone_id", "by_year": "year", "by_measure": "measure", "by_class": "block_class", "by_town": "town"}


def _of_land() -> list[Column]:
    return [
        Column(Text("口径", "Of"), lambda row: row[0]),
        Column(Text("项", "Item"), lambda row: row[1]),
        Column(Text("亩", "mu"), lambda row: row[2], NUMBER),
    ]


def _land_rows(context: BuildContext) -> list[LandRow]:
    """Recovered land as a whole, then by its parts; nothing for a plan with neither a target nor a ledger."""
    land, zones = context.statistics["land_recovery"], _zone_names(context)
    if land["target_mu"] is None and land["recovered_mu"] is None:
        return []
    whole = Text("全区", "the district")
    rows: list[LandRow] = [(whole, labels.COLUMNS[name], land.get(name)) for name in SINGLE]
    for part, key in PARTS.items():
        for row in land.get(part) or []:
            about = (
                zones.get(row[key])
                or labels.VALUES.get(row[key])
                or (plain(row[key]) if row[key] is not None else None)
            )
            none = labels.VALUES["outside"] if key == "zone_id" else Text("未注明", "not stated")
            rows += [
                (about or none, labels.COLUMNS[name], row[name])
                for name in ("recovered_mu", "under_way_mu", "identified_mu")
                if name in row
            ]
    return rows


def _formats(workbook: xlsxwriter.Workbook) -> dict[str, Any]:
    top = {"valign": "top"}
    made = {form: workbook.add_format({**top, "num_format": form}) for form in (NUMBER, COUNT, SHARE, YEAR)}
    made["text"] = workbook.add_format({**top, "text_wrap": True})
    made["unknown"] = workbook.add_format({**top, "align": "right"})
    made["heading"] = workbook.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    made["mark"] = workbook.add_format({"bold": True, "border": 1, "font_color": "#6D3B7D", "text_wrap": True})
    return made


def _write(
    workbook: xlsxwriter.Workbook, formats: dict[str, Any], name: str, columns: list[Column], rows: list[Any], lang: Lang,
    mark: str, title: str,
) -> None:  # fmt: skip
    """A sheet: filters, a head that stays in view and is repeated on paper, widths, the mark of an invented ledger."""
    sheet = workbook.add_worksheet(name)
    rows = rows[:MOST_ROWS]
    for place, column in enumerate(columns):
        heading = column.heading.of(lang)
        sheet.write_string(0, place, heading, formats["heading"])
        widest = max(_width(heading) / 2, NARROWEST)
        for number, row in enumerate(rows, start=1):
            widest = max(widest, _put(sheet, formats, number, place, column, column.value(row), lang))
        sheet.set_column(place, place, min(widest + 2, WIDEST))
    if mark:
        sheet.write_string(0, len(columns), mark, formats["mark"])
        sheet.set_column(len(columns), len(columns), min(_width(mark) + 2, WIDEST))
    sheet.autofilter(0, 0, max(len(rows), 1), len(columns) - 1)
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    head = allowed(title).replace("&", "&&")
    sheet.set_header(f"&L{head[:150]}&R{mark}")
    sheet.set_footer("&R&P")


def _put(sheet: Any, formats: dict[str, Any], row: int, place: int, column: Column, content: Any, lang: Lang) -> float:
    """Write a cell and tell how wide it would be."""
    if isinstance(content, Text):
        content = content.of(lang)
    elif isinstance(content, list):
        content = Text("、", ", ").of(lang).join(map(str, content))
    if content == "" and column.heading in TO_FILL_IN:
        sheet.write_blank(row, place, None, formats["text"])
        return NARROWEST
    if content is None or content in ("", *NOTHING) or (not isinstance(content, str) and pd.isna(content)):
        sheet.write_string(row, place, UNKNOWN, formats["unknown" if column.form else "text"])
        return 1.0
    if column.form is not None and not isinstance(content, str):
        sheet.write_number(row, place, float(content), formats[column.form])
        return len(f"{float(content):,.2f}")
    words = allowed(one_line(str(content)))[:MOST_CHARACTERS]
    sheet.write_string(row, place, words, formats["text"])
    return _width(words)


TO_FILL_IN = (Text("责任科室", "Responsible"), Text("办结时间", "Done on"))


def _width(text: str) -> float:
    return sum(CHINESE_WIDTH if ord(character) > 0x2E80 else 1 for character in text)
