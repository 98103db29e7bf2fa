"""Findings and tables as a workbook to sort, filter and fill in: text is text and never a formula, unknown is a dash."""

from __future__ import annotations

import io
import math
from collections.abc import Callable
from typing import Any, NamedTuple

import pandas as pd
import xlsxwriter

from yzgeo.core import labels
from yzgeo.core.i18n import LANGS, NOTHING, Lang, Text, bilingual, plain
from yzgeo.core.units import MONEY_COLUMN, in_money_column, unit_in_words
from yzgeo.core.values import known_total
from yzgeo.core.visible_text import one_line
from yzgeo.core.xml_text import allowed
from yzgeo.plan import listings
from yzgeo.plan.areas import areas_by_kind, printed_area
from yzgeo.plan.model import Plan
from yzgeo.plan.project_money import printed_investment
from yzgeo.plan.project_zones import ACROSS, ACROSS_ZONES, across_zones, outside_zones
from yzgeo.plan.public_edition import MARK as PUBLIC
from yzgeo.publish.board.rows import CLOSING, OUTSIDE, UNLOCATED
from yzgeo.publish.context import BuildContext
from yzgeo.publish.office.archive import MADE_ON, reproducible
from yzgeo.publish.office.rectification import severity_word
from yzgeo.publish.report import citing, schedule
from yzgeo.publish.report import findings as wording
from yzgeo.stats import recovery

UNKNOWN = "—"
BLANK = object()
"""The value of a cell that a row has nothing to say in, not even that it is unknown."""
SUM = {"bold": True, "top": 1, "valign": "top"}
"""How rows that close a table are set."""
TOTAL = Text("合计", "Total")
MONEY = Text(f"计划投资（{MONEY_COLUMN.zh}）", f"Investment ({MONEY_COLUMN.en})")
NUMBER, COUNT, SHARE, YEAR = "#,##0.00", "#,##0", "0.0%", "0"
CHINESE_WIDTH = 2.1
"""Widths count Latin characters; a Chinese one takes about this many."""
WIDEST, WIDE, NARROWEST = 46.0, 24.0, 6.0
"""Of a column of sentences, of another one, of any."""
LINE_POINTS, MOST_LINES = 15.0, 27
"""Points of a line, and lines that a row of a sheet has room for."""
MOST_CHARACTERS = 32_767
"""Of a cell."""
MOST_ROWS = 1_048_000
A4 = 9
"""The number of A4 in a workbook."""


class Column(NamedTuple):
    """A column: its heading, its value by row, and the format of its numbers; without one its cells are text.

    One that is long has the sentences that rows are about.
    """

    heading: Text
    value: Callable[[Any], Any]
    form: str | None = None
    is_long: bool = False


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
        ("findings", _of_findings(context), schedule.numbered_findings(context.outcome)),
        ("gaps", _of_gaps(context), list(enumerate(context.outcome.gaps, start=1))),
        ("zones", _of_zones(context), _zone_rows(context)),
        ("parks", _of_parks(context), list(enumerate(plan.parks.itertuples(), start=1))),
        ("projects", _of_projects(context), [*projects, *_project_sums(plan)]),
        ("targets", _of_targets(context), statistics["targets"]),
        ("land", _of_land(), _land_rows(context)),
    ]


def _of_findings(context: BuildContext) -> list[Column]:
    named = wording.names(context.plan)
    titles = {state.rule: state.title for state in context.outcome.rules}
    return [
        Column(Text("编号", "No."), lambda one: one[0]),
        Column(Text("级别", "Severity"), lambda one: severity_word(one[1].severity)),
        Column(Text("后果", "Consequence"), lambda one: schedule.TITLES[one[1].consequence]),
        Column(Text("规则", "Rule"), lambda one: titles.get(one[1].rule, plain(one[1].rule))),
        Column(Text("对象", "Subject"), lambda one: _subject(context.plan, one[1].subject, named)),
        Column(Text("问题与依据", "Problem and evidence"), lambda one: one[1].message, is_long=True),
        Column(Text("读法", "Reading"), lambda one: one[1].reading, is_long=True),
        Column(Text("建议", "Proposal"), lambda one: one[1].remedy),
        Column(Text("条文", "Clause"), lambda one: citing.in_words(context.plan, one[1].clause)),
        Column(Text("责任科室", "Responsible"), lambda one: ""),
        Column(Text("办结时间", "Done on"), lambda one: ""),
    ]


def _subject(plan: Plan, subject: str, named: dict[str, Text]) -> Text:
    """The name of what a finding is about; of what has no name its id, of a clause its label."""
    kind, _, name = subject.partition(":")
    return wording.subject_name(subject, named) or (plan.place(name) if kind == "clause" else plain(subject))


def _of_gaps(context: BuildContext) -> list[Column]:
    named = wording.names(context.plan)
    group = len(schedule.groups(context.outcome)) + 1
    return [
        Column(Text("编号", "No."), lambda one: _number(group, one[0])),
        Column(Text("对象", "Subject"), lambda one: _subject(context.plan, one[1].subject, named)),
        Column(Text("所缺", "What is lacking"), lambda one: one[1].message, is_long=True),
        Column(Text("建议", "Proposal"), lambda one: one[1].remedy),
        Column(Text("出处", "Source"), lambda one: citing.in_words(context.plan, one[1].source)),
    ]


def _number(group: int, number: int) -> Text:
    """The number of a row as in the report."""
    zh, en = (schedule.numbered(group, number, number, lang) for lang in LANGS)
    return Text(zh, en)


class ZoneRow(NamedTuple):
    """A row of the table of zones: of a zone, or one that closes the sums, which has no `zone`.

    `projects` are those that count in this row and no other; `ledger` is the row's part of the recovered land, None where
    there is none; `areas` are km² and mu of usable land, None where they are not stated or cannot be added.
    """

    name: Text
    zone: dict[str, Any] | None
    projects: pd.DataFrame
    ledger: dict[str, Any] | None
    areas: tuple[float | None, float | None]


def _zone_rows(context: BuildContext) -> list[ZoneRow]:
    """The zones, then projects and land that lie in none, then the sums: each project counts in one row."""
    plan, statistics = context.plan, context.statistics
    projects, names = plan.projects, _zone_names(context)
    ledger = {row["zone_id"]: row for row in statistics["land_recovery"]["by_zone"] or []}
    usable = {row["zone_id"]: row.get("usable_area_mu") for row in statistics["zones"]}
    rows = [
        ZoneRow(
            names[zone["zone_id"]], zone, projects[projects["zone_id"] == zone["zone_id"]], ledger.get(zone["zone_id"]),
            (zone["area_km2"], usable[zone["zone_id"]]),
        )
        for zone in plan.zones.to_dict("records")
    ]  # fmt: skip
    if not rows:
        return []
    nowhere = projects.geometry.isna()
    for key, chosen in (
        (ACROSS_ZONES, across_zones(projects)), (OUTSIDE, outside_zones(projects)), (UNLOCATED, nowhere),
    ):  # fmt: skip
        land = ledger.get(None) if key == OUTSIDE else None
        if chosen.any() or land is not None:
            rows.append(ZoneRow(CLOSING[key], None, projects[chosen], land, (None, None)))
    if len(rows) > 1:
        kinds = areas_by_kind(plan)
        km2 = kinds[0].km2 if len(kinds) == 1 and not kinds[0].missing else None
        whole = statistics["land_recovery"] if ledger else None
        rows.append(ZoneRow(TOTAL, None, projects, whole, (km2, statistics["summary"].get("usable_area_mu"))))
    return rows


def _of_zones(context: BuildContext) -> list[Column]:
    plan = context.plan

    def of_zone(value: Callable[[dict[str, Any]], Any]) -> Callable[[ZoneRow], Any]:
        return lambda row: BLANK if row.zone is None else value(row.zone)

    def listed(kind: str, where: tuple[str, ...]) -> Callable[[ZoneRow], Any]:
        return of_zone(lambda zone: _listed(plan, kind, zone["zone_id"], where))

    def known(column: str) -> Callable[[ZoneRow], float | None]:
        return lambda row: known_total(row.projects[column]) if len(row.projects) else None

    columns = [
        Column(Text("片区", "Zone"), lambda row: row.name),
        Column(Text("类别", "Kind"), of_zone(lambda zone: labels.word(zone["kind"]))),
        Column(Text("面积（照录）", "Area as printed"), of_zone(lambda zone: printed_area(pd.Series(zone)))),
        Column(Text("面积（平方公里）", "Area (km²)"), _area(0), NUMBER),
        Column(Text("可利用面积（亩）", "Usable area (mu)"), _area(1), NUMBER),
        Column(Text("主导产业（正文）", "Leading industries (text)"), listed("industry", ("text",))),
        Column(Text("主导产业（表）", "Leading industries (table)"), listed("industry", ("table",))),
        Column(Text("重点园区", "Parks"), listed("park", ("text", "table"))),
        Column(Text("项目数", "Projects"), lambda row: len(row.projects), COUNT),
        Column(MONEY, _in_column(known("investment_100m_yuan")), NUMBER),
        Column(Text("用地（亩）", "Site (mu)"), known("site_mu"), NUMBER),
        Column(Text("新增用地（亩）", "New land (mu)"), known("new_land_mu"), NUMBER),
        Column(Text("条文", "Clause"), of_zone(lambda zone: citing.in_words(plan, zone["source"]))),
    ]
    if context.statistics["land_recovery"]["by_zone"]:
        for name in ("recovered_mu", "under_way_mu", "identified_mu"):
            columns.insert(-1, Column(labels.COLUMNS[name], _ledger_value(name), NUMBER))
    return columns


def _area(place: int) -> Callable[[ZoneRow], Any]:
    """An area of a zone or of all; land outside zones has none."""
    return lambda row: BLANK if row.zone is None and row.name != TOTAL else row.areas[place]


def _ledger_value(name: str) -> Callable[[ZoneRow], float | None]:
    return lambda row: None if row.ledger is None else row.ledger[name]


def _in_column(value: Callable[[Any], float | None]) -> Callable[[Any], Any]:
    """A sum of 亿元 in the unit of its column, which is another one in English."""

    def in_column(row: Any) -> dict[Lang, float] | None:
        money = value(row)
        return None if money is None or pd.isna(money) else {lang: in_money_column(money, lang) for lang in LANGS}

    return in_column


def _listed(plan: Plan, kind: str, zone_id: str, where: tuple[str, ...]) -> Text:
    """The names of what is listed for a zone in the text, in a table or in either, each once."""
    lists, named = (plan.zone_parks, plan.parks) if kind == "park" else (plan.zone_industries, plan.industries)
    of_zone = lists[(lists["zone_id"] == zone_id) & lists["listed_in"].isin(where)]
    names = {key: bilingual(zh, en) for key, zh, en in named[[f"{kind}_id", "name", "name_en"]].itertuples(index=False)}
    return _joined([names[key] for key in dict.fromkeys(of_zone[f"{kind}_id"]) if key in names])


def _zone_names(context: BuildContext) -> dict[str, Text]:
    return {
        row.zone_id: bilingual(row.name, row.name_en)
        for row in context.plan.zones[["zone_id", "name", "name_en"]].itertuples(index=False)
    }


def _of_parks(context: BuildContext) -> list[Column]:
    plan, zones, listed = context.plan, _zone_names(context), context.plan.zone_parks
    of_park = listed.groupby("park_id")["zone_id"].unique() if len(listed) else {}
    sources = listed.groupby("park_id")["source"].unique() if len(listed) else {}
    return [
        Column(Text("序号", "No."), lambda one: one[0], COUNT),
        Column(Text("园区", "Park"), lambda one: bilingual(one[1].name, one[1].name_en)),
        Column(
            Text("片区", "Zone"),
            lambda one: _joined([zones[key] for key in of_park.get(one[1].park_id, []) if key in zones]),
        ),
        Column(Text("地点", "Place"), lambda one: wording.places_in_words(plan, one[1].place_id)),
        Column(Text("位置不确定（米）", "Uncertainty (m)"), lambda one: one[1].uncertainty_m, COUNT),
        Column(Text("条文", "Clause"), lambda one: citing.in_words(plan, "；".join(sources.get(one[1].park_id, [])))),
    ]


def _joined(texts: list[Text]) -> Text:
    return Text("、".join(one.zh for one in texts), ", ".join(one.en for one in texts))


class ProjectSum(NamedTuple):
    """A row below the projects: a name, and by column what of them it tells."""

    name: Text
    values: dict[str, float | None]


SUMMED = ("investment_100m_yuan", "site_mu", "new_land_mu", "floor_area_m2")


def _project_sums(plan: Plan) -> list[ProjectSum]:
    """The sums of what projects state, and how many of them state no such figure."""
    projects = plan.projects
    if len(projects) < 2:
        return []
    count = Text(f"合计 {len(projects)} 项", f"Total of {len(projects)}")
    return [
        ProjectSum(count, {name: known_total(projects[name]) for name in SUMMED}),
        ProjectSum(
            Text("未载的项目数", "Projects without it"), {name: int(projects[name].isna().sum()) for name in SUMMED}
        ),
    ]


def _of_projects(context: BuildContext) -> list[Column]:
    zones, plan = _zone_names(context), context.plan

    def of_project(value: Callable[[Any], Any]) -> Callable[[Any], Any]:
        return lambda row: BLANK if isinstance(row, ProjectSum) else value(row)

    def summed(name: str) -> Callable[[Any], Any]:
        return lambda row: row.values[name] if isinstance(row, ProjectSum) else getattr(row, name)

    def money(row: Any) -> Any:
        if isinstance(row, ProjectSum) and isinstance(row.values["investment_100m_yuan"], int):
            return row.values["investment_100m_yuan"]
        return _in_column(summed("investment_100m_yuan"))(row)

    return [
        Column(Text("清单", "List"), of_project(lambda one: labels.word(one.list))),
        Column(Text("序号", "No."), of_project(lambda one: one.seq), COUNT),
        Column(
            Text("项目", "Project"),
            lambda row: row.name if isinstance(row, ProjectSum) else bilingual(row.name, getattr(row, "name_en", None)),
        ),
        Column(Text("项目单位", "Owner"), of_project(lambda one: one.owner)),
        Column(
            Text("产业分类", "Class"),
            of_project(lambda one: listings.class_name(plan, one.industry) if isinstance(one.industry, str) else None),
        ),
        Column(
            Text("片区", "Zone"),
            of_project(lambda one: zones.get(one.zone_id) or (ACROSS if one.zone_id == ACROSS_ZONES else None)),
        ),
        Column(Text("地点", "Place"), of_project(lambda one: wording.places_in_words(plan, one.place_id))),
        Column(Text("位置依据", "Place by"), of_project(lambda one: labels.word(one.location_evidence))),
        Column(Text("计划投资（照录）", "Investment as printed"), of_project(printed_investment)),
        Column(MONEY, money, NUMBER),
        Column(Text("用地（亩）", "Site (mu)"), summed("site_mu"), NUMBER),
        Column(Text("新增用地（亩）", "New land (mu)"), summed("new_land_mu"), NUMBER),
        Column(Text("建筑面积（平方米）", "Floor area (m²)"), summed("floor_area_m2"), NUMBER),
        Column(Text("容积率", "Floor area ratio"), of_project(lambda one: one.floor_area_ratio), NUMBER),
        Column(Text("条文", "Clause"), of_project(lambda one: citing.in_words(plan, one.source))),
    ]


def _of_targets(context: BuildContext) -> list[Column]:
    def value(name: str) -> Callable[[Any], Any]:
        return lambda row: row.get(name)

    return [
        Column(Text("组", "Group"), lambda row: labels.word(row["group"])),
        Column(Text("指标", "Target"), lambda row: bilingual(row["name"], row["name_en"])),
        Column(Text("单位", "Unit"), lambda row: None if row["unit"] is None else unit_in_words(row["unit"])),
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
        Column(
            Text("完成值出处", "Source of the actual"),
            lambda row: _source_of_actual(context.plan, row["actual_source"]),
        ),
        Column(Text("完成进度", "Progress"), value("progress"), SHARE),
        Column(Text("进度判断", "Pace"), lambda row: labels.word(row["pace"])),
        Column(Text("条文", "Clause"), lambda row: citing.in_words(context.plan, row["source"])),
    ]


def _source_of_actual(plan: Plan, source: str | None) -> Text | None:
    if source is None:
        return None
    return recovery.INVENTED_MARK if source == recovery.INVENTED else citing.in_words(plan, source)


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
    made |= {f"sum {form}": workbook.add_format({**SUM, "num_format": form}) for form in (NUMBER, COUNT)}
    made["sum text"] = workbook.add_format(SUM)
    made["sum unknown"] = workbook.add_format({**SUM, "align": "right"})
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
    lines = [1] * (len(rows) + 1)
    for place, column in enumerate(columns):
        heading = column.heading.of(lang)
        sheet.write_string(0, place, heading, formats["heading"])
        told = [_put(sheet, formats, number, place, column, row, lang) for number, row in enumerate(rows, start=1)]
        wide = min(max([_width(heading) / 2, NARROWEST, *told]) + 2, WIDEST if column.is_long else WIDE)
        sheet.set_column(place, place, wide)
        for number, one in enumerate([_width(heading), *told]):
            lines[number] = max(lines[number], math.ceil(one / (wide - 1)))
    for number, count in enumerate(lines):
        sheet.set_row(number, LINE_POINTS * min(count, MOST_LINES))  # not every program makes room by itself
    if mark:
        sheet.write_string(0, len(columns), mark, formats["mark"])
        sheet.set_column(len(columns), len(columns), min(_width(mark) + 2, WIDEST))
    own = sum(not _closes(row) for row in rows)
    sheet.autofilter(0, 0, max(own, 1), len(columns) - 1)  # sorting leaves the sums where they are
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    head = allowed(title).replace("&", "&&")
    sheet.set_header(f"&L{head[:150]}&R{mark}")
    sheet.set_footer("&R&P")


def _closes(row: Any) -> bool:
    """Whether a row closes a table, and so is no row to filter or to sort."""
    return isinstance(row, ProjectSum) or (isinstance(row, ZoneRow) and row.zone is None)


def _put(sheet: Any, formats: dict[str, Any], number: int, place: int, column: Column, row: Any, lang: Lang) -> float:
    """Write the cell of a row and tell how wide it would be."""
    content, kind = column.value(row), "sum " if _closes(row) else ""
    if content is BLANK:
        sheet.write_blank(number, place, None, formats[f"{kind}text"])
        return NARROWEST
    if isinstance(content, Text):
        content = content.of(lang)
    elif isinstance(content, dict):
        content = content[lang]
    elif isinstance(content, list):
        content = Text("、", ", ").of(lang).join(map(str, content))
    if content == "" and column.heading in TO_FILL_IN:
        sheet.write_blank(number, place, None, formats["text"])
        return TO_FILL_IN_WIDE
    if content is None or content in ("", *NOTHING) or (not isinstance(content, str) and pd.isna(content)):
        sheet.write_string(number, place, UNKNOWN, formats[kind + ("unknown" if column.form else "text")])
        return 1.0
    if column.form is not None and not isinstance(content, str):
        sheet.write_number(number, place, float(content), formats[kind + column.form])
        return len(f"{float(content):,.2f}")
    words = allowed(one_line(str(content)))[:MOST_CHARACTERS]
    sheet.write_string(number, place, words, formats[f"{kind}text"])
    return _width(words)


TO_FILL_IN_WIDE = 12.0
TO_FILL_IN = (Text("责任科室", "Responsible"), Text("办结时间", "Done on"))


def _width(text: str) -> float:
    return sum(CHINESE_WIDTH if ord(character) > 0x2E80 else 1 for character in text)
