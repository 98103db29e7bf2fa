"""The report as a document to edit: cover, contents, map, sums, a part for each zone, targets, findings, sources."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

import pandas as pd

from yzgeo.checks.finding import Finding
from yzgeo.core import labels, qualifiers
from yzgeo.core.i18n import Lang, Text, bilingual, counted, plain
from yzgeo.core.units import amount, amount_or_range, invested
from yzgeo.core.values import known_total
from yzgeo.facts import cite
from yzgeo.plan import attribution
from yzgeo.plan.inner_zones import inner_note, zones_in
from yzgeo.plan.model import Plan
from yzgeo.plan.project_money import NO_FIGURE, beside_sum, printed_area, printed_investment, remark
from yzgeo.plan.project_zones import reaching_into
from yzgeo.plan.public_edition import MARK
from yzgeo.publish.board import header, imprint, industries, progress
from yzgeo.publish.board.board import MONEY_UNIT, UNKNOWN, Board
from yzgeo.publish.board.frame import frame_of
from yzgeo.publish.board.rows import Table, table_of
from yzgeo.publish.board.svg import DONE, LAG, TEXT2
from yzgeo.publish.context import BuildContext
from yzgeo.publish.office.document import (
    A4,
    MARGIN,
    Cell,
    Column,
    Run,
    beside,
    blank,
    cell,
    content,
    contents,
    drawing,
    heading,
    mark_runs,
    paragraph,
    table,
)
from yzgeo.publish.office.drawing import shapes_of
from yzgeo.publish.office.map import map_over_legend
from yzgeo.publish.office.rectification import TITLE as FINDINGS
from yzgeo.publish.office.rectification import clauses, severity_word, summary, write_consequences, write_findings
from yzgeo.publish.report import cover, maps
from yzgeo.publish.report.findings import places_in_words
from yzgeo.stats import recovery, target_progress

if TYPE_CHECKING:
    from docx.document import Document

TITLE = Text("报告", "Report")
CLAUSE = Text("条文", "Clause")
CONTENTS = Text("目录", "Contents")
ROOM = A4[0] - 2 * MARGIN
MAP_HIGH = 150.0
LEAST_TYPE = 7.2
"""Millimetres of the map, above its legend, and points of the smallest type in it."""
LEFT_OUT = ("Projects located here", "Outline")
"""Facts of a zone that stand below in a table of their own, or beside the map."""
ZONES = Text("片区", "Zones")
INDUSTRIES = Text("主导产业", "Leading industries")
SOURCES = Text("来源与说明", "Sources and limits")
FLOWING = (ZONES, INDUSTRIES, SOURCES)
"""Parts that are short, so they go on below the one before them."""
MOST_OF_CELL = 3
"""Clauses of a finding beside a zone."""
MOST_OF_ZONE = 5
"""Findings that a zone's page has room for; all are in the list of findings of the same document."""
FINDING_WIDTHS = (13.0, 70.0, 36.0, 23.0, 15.0, 13.0)


def render(context: BuildContext) -> bytes:
    """The report in the language of the context; parts that the plan has nothing for are left out.

    >>> import io, docx
    >>> from yzgeo.plan.load import load
    >>> from yzgeo.publish.context import build_context
    >>> document = docx.Document(io.BytesIO(render(build_context(load("yinzhou"), "en"))))
    >>> print([one.text for one in document.paragraphs if one.style.name == "Heading 1"][:3])
    ['Layout', 'Land recovered', 'Zones']
    """
    plan, lang = context.plan, context.lang
    board = Board(plan, context.outcome, context.statistics, lang)
    document = blank(plan, lang, TITLE.of(lang))
    whole = table_of(board, None)
    parts = _parts(context, board, whole)
    long = _long(plan)
    _cover(document, board, whole)
    contents(
        document, CONTENTS, [(title.of(lang), level, number) for number, (title, level, _) in enumerate(parts)], lang
    )
    for number, (title, level, write) in enumerate(parts):
        heading(
            document, title.of(lang), level, number, new_page=title not in FLOWING and (level == 1 or title in long)
        )
        write(document)
    return content(document)


def _long(plan: Plan) -> set[Text]:
    """The names of the zones that have a page of their own: those with projects."""
    with_projects = plan.zones[plan.zones["zone_id"].isin(plan.projects["zone_id"])]
    return {bilingual(zone["name"], zone["name_en"]) for _, zone in with_projects.iterrows()}


Part = tuple[Text, int, Any]
"""A heading, its level, and what writes what stands under it."""


def _parts(context: BuildContext, board: Board, whole: Table) -> list[Part]:
    """The parts of a report, in order."""
    plan = board.plan
    parts: list[Part] = []
    if frame_of(plan) is not None:
        parts.append((Text("空间布局", "Layout"), 1, lambda document: _map(document, board)))
    if progress.block(board) is not None:
        parts.append((Text("低效用地盘活", "Land recovered"), 1, lambda document: _progress(document, board)))
    if len(plan.zones):
        parts.append((ZONES, 1, lambda document: _zones(document, board, whole)))
    pictures = maps.zone_pictures(context)
    for number, (_, zone) in enumerate(plan.zones.iterrows(), start=1):
        picture = pictures.get(zone["zone_id"])
        parts.append((bilingual(zone["name"], zone["name_en"]), 2, _zone_writer(board, zone, number, picture)))
    if (~plan.projects["zone_id"].isin(plan.zones["zone_id"])).any():
        title = Text("片区外、跨片区与位置未知的项目", "Projects outside zones, across zones or without a place")
        others = plan.projects[~plan.projects["zone_id"].isin(plan.zones["zone_id"])]
        parts.append((title, 1, lambda document: _projects(document, board, others, with_place=True)))
    if industries.cells_of(plan).industries:
        parts.append((INDUSTRIES, 1, lambda document: _industries(document, board)))
    if board.statistics["targets"]:
        parts.append((Text("目标指标", "Targets"), 1, lambda document: _targets(document, board)))
    parts.append((FINDINGS, 1, lambda document: _findings(document, board)))
    parts.append((SOURCES, 1, lambda document: _sources(document, board)))
    return parts


def _cover(document: Document, board: Board, whole: Table) -> None:
    """The title, whose it is, what matters most, and the fields of the title block."""
    plan, lang, say = board.plan, board.lang, board.say
    front = cover.cover(board, whole)
    paragraph(
        document,
        [Run(say(plan.byline()) or " ", colour=TEXT2, sans=True)],
        extra='<w:spacing w:before="600" w:after="1200"/>',
    )
    if plan.edition == "public":
        paragraph(document, [Run(say(MARK), True, sans=True)])
    paragraph(document, [Run(plan.title(lang))], "Title")
    paragraph(document, [Run(say(front.subtitle), colour=TEXT2, size=16.0)], extra='<w:spacing w:after="900"/>')
    paragraph(document, [Run(say(header.headline(board)), True, DONE, 15.0)], extra='<w:spacing w:after="300"/>')
    if board.is_invented:
        paragraph(document, mark_runs(plan, lang, warn=True), extra='<w:spacing w:after="300"/>')
    figures = cover.figures(board, whole)
    if figures:
        columns = [Column("", ROOM / len(figures)) for _ in figures]
        row: list[Cell] = []
        for figure in figures:
            first = [
                Run(figure.number, True, DONE if not row else None, 24.0, True),
                Run(f" {figure.unit}", size=11.0, sans=True),
            ]
            lines = [first, [Run(say(figure.title), True, size=10.0, sans=True)]]
            lines += [[Run(say(note), colour=TEXT2, size=8.5, sans=True)] for note in figure.notes]
            if figure.of_ledger and board.is_invented:
                lines.append(mark_runs(plan, lang))
            row.append(Cell(lines))
        table(document, columns, [row], head=False)
    paragraph(document, "", extra='<w:spacing w:before="2400"/>')
    fields = [
        Cell([[Run(say(name), colour=TEXT2, size=9.0, sans=True)], [Run(value or " ", size=12.0)]], ruled=place > 0)
        for place, (name, value) in enumerate(front.fields)
    ]
    table(document, [Column("", ROOM / len(fields)) for _ in fields], [fields], head=False)
    paragraph(document, [Run(say(imprint.sources(board)), colour=TEXT2, size=8.5)])


def _map(document: Document, board: Board) -> None:
    """The map as wide as the page, its legend below it."""
    laid = map_over_legend(board, [], (ROOM, MAP_HIGH), LEAST_TYPE)
    bottom = max(shape.box[3] for shape in laid)
    drawing(document, laid, (ROOM, bottom + 1.0), 1, board.say(Text("全区片区图", "map of all zones")))
    paragraph(document, [Run(board.say(imprint.limits(board)))], "Caption")


def _progress(document: Document, board: Board) -> None:
    """Recovered land against its target; what is not known is a dash."""
    land, say, plan = board.land, board.say, board.plan
    lead = [Run(say(progress.verdict(board)), True, size=13.0)]
    if board.has_ledger:
        lead += [Run(" "), *mark_runs(plan, board.lang)]
    paragraph(document, lead)
    if not board.has_ledger:
        paragraph(document, say(recovery.no_ledger(plan)) + say(Text("。", ".")))
    names = (
        "target_mu",
        "recovered_mu",
        "under_way_mu",
        "identified_mu",
        "expected_mu",
        "remaining_mu",
        "so_far_mu_per_year",
        "needed_mu_per_year",
        "identified_in_plan_mu",
    )
    rows = [
        [cell(labels.column(name, board.lang)), cell(_number(land.get(name)), "right", bold=True)]
        for name in names
        if name in ("target_mu", "recovered_mu") or land.get(name) is not None
    ]
    rows += [
        [cell(labels.column(name, board.lang)), cell(str(labels.value(land[name], board.lang)), "right")]
        for name in ("target_on", "as_of", "pace")
        if land.get(name) is not None
    ]
    if land.get("progress") is not None:
        rows.append([cell(labels.column("progress", board.lang)), cell(f"{land['progress']:.1%}", "right", bold=True)])
    table(
        document,
        [Column(say(Text("项目", "Item")), 90.0), Column(say(Text("数值", "Value")), 40.0, "right")],
        rows,
        10.0,
    )
    for part, key in (("by_year", "year"), ("by_measure", "measure"), ("by_town", "town")):
        if land.get(part):
            _land_rows(document, board, land[part], key)
    if land["source"]:
        paragraph(document, [Run(say(Text("条文：", "Clause: ")) + say(plan.place(land["source"])), colour=TEXT2)])


def _land_rows(document: Document, board: Board, rows: list[dict[str, Any]], key: str) -> None:
    shown = [name for name in ("recovered_mu", "cumulative_mu", "under_way_mu", "identified_mu") if name in rows[0]]
    columns = [
        Column(labels.column(key, board.lang), 50.0),
        *(Column(labels.column(name, board.lang), 36.0, "right") for name in shown),
    ]
    none = board.say(Text("未注明", "not stated"))
    cells = [
        [
            cell(none if row[key] is None else str(labels.value(row[key], board.lang))),
            *(cell(_number(row[name]), "right") for name in shown),
        ]
        for row in rows
    ]
    table(document, columns, cells, whole=True)


def _number(value: float | None, digits: int = 2) -> str:
    return UNKNOWN if value is None or pd.isna(value) else f"{value:,.{digits}f}"


def _zones(document: Document, board: Board, whole: Table) -> None:
    """The table whose rows add up to the whole district."""
    say = board.say
    columns: list[tuple[Column, Any]] = []
    if whole.area_title is not None:
        columns.append(
            (
                Column(say(whole.area_title) + say(Text("（平方公里）", " (km²)")), 24.0, "right"),
                lambda row: say(row.area_text),
            )
        )
    if len(board.plan.projects):
        columns.append(
            (
                Column(say(Text("项目", "Projects")), 16.0, "right"),
                lambda row: UNKNOWN if row.projects is None else f"{row.projects}",
            )
        )
        columns.append(
            (
                Column(
                    say(Text("计划投资", "Investment"))
                    + say(Text("（", " ("))
                    + say(MONEY_UNIT)
                    + say(Text("）", ")")),
                    24.0,
                    "right",
                ),
                lambda row: board.money(row.money),
            )
        )
        columns.append(
            (Column(say(Text("新增用地（亩）", "New land (mu)")), 20.0, "right"), lambda row: _number(row.new_land, 1))
        )
    if board.has_ledger or board.land["target_mu"] is not None:
        mark = f" {say(recovery.INVENTED_MARK)}" if board.is_invented else ""
        columns.append(
            (
                Column(say(Text("已盘活（亩）", "Recovered (mu)")) + mark, 22.0, "right"),
                lambda row: _number(row.recovered, 0),
            )
        )
    columns.append((Column(say(Text("警告", "Warnings")), 15.0, "right"), lambda row: f"{row.warnings}"))
    columns.append((Column(say(Text("提示", "Hints")), 12.0, "right"), lambda row: f"{row.hints}"))
    name = Text("地点", "Place") if whole.is_of_places else Text("片区", "Zone")
    heads = [Column(say(name), ROOM - sum(column.wide for column, _ in columns)), *(column for column, _ in columns)]
    rows = []
    for row in [*whole.rows, *whole.closing, whole.whole]:
        bold, colour = row is whole.whole, TEXT2 if row in whole.closing else None
        rows.append(
            [
                cell(say(row.name), bold=bold or row in whole.rows, colour=colour),
                *(cell(figure(row), "right", bold=bold, colour=colour) for _, figure in columns),
            ]
        )
    table(document, heads, rows, whole=True)
    note = Text(
        "— 为未载或未知，不等于零；各行相加等于合计。",
        "— is not stated or unknown, which is not zero; the rows add up to the total.",
    )
    paragraph(document, say(note), "Caption")


def _zone_writer(
    board: Board, zone: pd.Series, number: int, picture: maps.Picture | None
) -> Callable[[Document], None]:
    return lambda document: _zone(document, board, zone, number, picture)


def _zone(document: Document, board: Board, zone: pd.Series, number: int, picture: maps.Picture | None) -> None:
    """One zone: where it is, what the plan says of it, its projects, its findings."""
    plan, say, zone_id = board.plan, board.say, zone["zone_id"]
    ids = zones_in(plan)[zone_id]
    here = plan.projects[plan.projects["zone_id"].isin(ids)]
    across = plan.projects[reaching_into(plan.projects, ids)]
    facts = [fact for fact in cite.facts(plan, "zone", zone_id) if fact.label.en.partition(" (")[0] not in LEFT_OUT]
    if picture is None:
        paragraph(
            document, [Run(say(Text("没有范围，未画在图上。", "There is no outline; it is not drawn.")), colour=LAG)]
        )
        columns = [
            Column(say(Text("事项", "Fact")), 32.0),
            Column(say(Text("规划所载", "As the plan has it")), 96.0),
            Column(say(CLAUSE), 42.0),
        ]
        rows = [
            [
                cell(say(fact.label), colour=TEXT2),
                cell(say(fact.value)),
                clauses(plan, "；".join(fact.sources), board.lang),
            ]
            for fact in facts
        ]
        table(document, columns, rows)
    else:
        shapes = shapes_of(picture.drawing + picture.words[board.lang])
        name = say(bilingual(zone["name"], zone["name_en"]))
        wide = ROOM - picture.size[0] - 4.0
        caption = say(_scale(zone, picture))
        beside(document, shapes, picture.size, number + 1, name, caption, _facts(board, facts), wide)
    _zone_land(document, board, zone_id)
    if len(here):
        paragraph(
            document,
            say(
                Text(
                    f"项目 {len(here)} 项{inner_note(plan, zone_id).zh}",
                    f"{counted(len(here), 'project')}{inner_note(plan, zone_id).en}",
                )
            ),
            "Heading 3",
        )
        _projects(document, board, here)
    if len(across):
        paragraph(
            document,
            say(Text("另有地点在片区外的项目，不计入", "Projects with places elsewhere too, not counted here")),
            "Heading 3",
        )
        _projects(document, board, across)
    _zone_findings(document, board, zone_id, here)


def _facts(board: Board, facts: list[cite.Fact]) -> Cell:
    """Facts below each other: what each is, its clause, its words."""
    lines: list[list[Run]] = []
    for fact in facts:
        clause = clauses(board.plan, "；".join(fact.sources), board.lang).paragraphs[0][0].words
        lines.append(
            [Run(board.say(fact.label), colour=TEXT2, size=8.0, sans=True), Run(f"　{clause}", colour=TEXT2, size=7.5)]
        )
        lines.append([Run(board.say(fact.value), size=9.5)])
    return Cell(lines)


def _scale(zone: pd.Series, picture: maps.Picture) -> Text:
    """The scale of a map, and how far its zone is to be trusted."""
    ratio = f"1 : {picture.denominator:,.10g}"
    if zone["outline_basis"] != "schematic":
        return Text(f"{ratio}（原大）。", f"{ratio} at its own size.")
    metres = f"{zone['outline_uncertainty_m']:,.0f}" if pd.notna(zone["outline_uncertainty_m"]) else UNKNOWN
    return Text(
        f"{ratio}（原大）；片区为示意范围，位置不确定约 {metres} 米。",
        f"{ratio} at its own size; the outline is schematic, unsure by some {metres} m.",
    )


def _zone_land(document: Document, board: Board, zone_id: str) -> None:
    rows = [row for row in board.land["by_zone"] or [] if row["zone_id"] == zone_id]
    for row in rows:
        done, going, known = (_number(row[name]) for name in ("recovered_mu", "under_way_mu", "identified_mu"))
        words = Text(
            f"已盘活 {done} 亩，进行中 {going} 亩，已认定 {known} 亩。",
            f"Recovered {done} mu, under way {going} mu, identified {known} mu.",
        )
        mark = mark_runs(board.plan, board.lang)
        paragraph(document, [*mark, *([Run(" ")] if mark else []), Run(board.say(words))])


def _projects(document: Document, board: Board, rows: pd.DataFrame, *, with_place: bool = False) -> None:
    """Projects as the plan prints them, and their sums; what it does not state is a dash."""
    say, plan = board.say, board.plan
    columns = [
        Column(say(Text("项目", "Project")), 47.0),
        Column(say(Text("业主与清单", "Owner and list")), 29.0),
        Column(say(Text("计划投资", "Investment")), 23.0, "right"),
        Column(say(Text("用地", "Site")), 18.0, "right"),
        Column(say(Text("新增用地", "New land")), 18.0, "right"),
        Column(say(Text("容积率", "Floor area ratio")), 14.0, "right"),
        Column(say(CLAUSE), 21.0),
    ]
    asked = {row["project_id"]: row["asked"] for row in board.statistics["floor_area_ratio"]}
    cells = []
    for project in rows.itertuples():
        owner = [
            str(labels.value(one, board.lang))
            for one in (getattr(project, "owner", None), project.list)
            if isinstance(one, str)
        ]
        name: list[list[Run]] = [[Run(str(project.name))]]
        if with_place:
            where = places_in_words(plan, project.place_id) or Text("位置未知", "place unknown")
            name.append([Run(say(where), colour=TEXT2, size=8.0)])
        least, ratio = asked.get(project.project_id), project.floor_area_ratio
        is_below = least is not None and ratio < least
        cells.append(
            [
                Cell(name),
                cell(say(Text("；", "; ")).join(owner) or UNKNOWN, colour=TEXT2),
                cell(say(printed_investment(project)), "right"),
                cell(say(printed_area(project, "site_area")), "right"),
                cell(say(printed_area(project, "new_land")), "right"),
                cell(_number(ratio), "right", bold=is_below, colour=LAG if is_below else None),
                clauses(plan, project.source, board.lang),
            ]
        )
    if len(rows) > 1:
        cells.append(_sums_of_projects(board, rows))
    table(document, columns, cells, 8.5)


def _sums_of_projects(board: Board, rows: pd.DataFrame) -> list[Cell]:
    """The sums of what projects state, each with how many it leaves out."""
    say = board.say
    money = known_total(rows["investment_100m_yuan"])
    left_out = {"investment_100m_yuan": money, **beside_sum(rows)}
    sums = [_sum(say(NO_FIGURE if money is None else invested(money)), say(remark(left_out)))]
    for column in ("site_mu", "new_land_mu"):
        whole, lacking = known_total(rows[column]), int(rows[column].isna().sum())
        words = NO_FIGURE if whole is None else amount(round(whole, 2), "亩")
        sums.append(_sum(say(words), say(Text(f"{lacking} 项未载", f"{lacking} not stated")) if lacking else ""))
    count = Text(f"合计 {len(rows)} 项", f"Total of {len(rows)}")
    return [cell(say(count), bold=True), cell(""), *sums, cell(""), cell("")]


def _sum(words: str, note: str) -> Cell:
    lines = [[Run(words, True)], *([[Run(note, colour=TEXT2, size=7.5)]] if note else [])]
    return Cell(lines, "right")


def _zone_findings(document: Document, board: Board, zone_id: str, projects: pd.DataFrame) -> None:
    """What was found of the zone, its projects and its parks."""
    plan, say = board.plan, board.say
    parks = plan.zone_parks.loc[plan.zone_parks["zone_id"] == zone_id, "park_id"]
    about = {
        f"zone:{zone_id}",
        *(f"project:{one}" for one in projects["project_id"]),
        *(f"park:{one}" for one in parks),
    }
    findings = [finding for finding in board.outcome.findings if about & set(finding.subjects)]
    if findings:
        paragraph(document, say(Text(f"检查发现 {len(findings)} 条", counted(len(findings), "finding"))), "Heading 3")
        _finding_rows(document, board, findings[:MOST_OF_ZONE])
    if len(findings) > MOST_OF_ZONE:
        rest = len(findings) - MOST_OF_ZONE
        more = Text(f"其余 {rest} 条见整改清单。", f"{rest} more: see the list of findings.")
        paragraph(document, say(more), "Caption")


def _finding_rows(document: Document, board: Board, findings: Iterable[Finding]) -> None:
    say, plan = board.say, board.plan
    columns = [
        Column("", 16.0),
        Column(say(Text("问题与依据", "Problem and evidence")), 82.0),
        Column(say(Text("建议", "Proposal")), 42.0),
        Column(say(CLAUSE), 30.0),
    ]
    rows = [
        [
            cell(say(severity_word(one.severity)), colour=TEXT2 if one.severity == "info" else LAG, bold=one.severity != "info"),
            cell(say(one.message)), cell(say(one.remedy) or UNKNOWN), clauses(plan, one.clause, board.lang, MOST_OF_CELL),
        ]
        for one in findings
    ]  # fmt: skip
    table(document, columns, rows, 8.5)


def _industries(document: Document, board: Board) -> None:
    """Leading industries by zone: in the text, in the table, and how many are allowed."""
    say, cells = board.say, industries.cells_of(board.plan)
    columns = [
        Column(say(Text("片区", "Zone")), 32.0),
        Column(
            say(
                Text("正文与表都列", "In text and table")
                if len(cells.places) > 1
                else Text("主导产业", "Leading industries")
            ),
            62.0,
        ),
    ]
    if len(cells.places) > 1:
        columns += [Column(say(Text("仅正文", "Text only")), 30.0), Column(say(Text("仅表", "Table only")), 30.0)]
    columns.append(Column(say(Text("个数", "Number")), 16.0, "right"))
    rows = []
    for zone_id, listed in cells.listed.items():
        parts = [[one for one, places in listed.items() if len(places) == len(cells.places)]]
        if len(cells.places) > 1:
            parts += [[one for one, places in listed.items() if places == {place}] for place in cells.places]
        own, limit = industries.count(cells, zone_id), cells.limits.get(zone_id)
        over = limit is not None and own > limit
        told = UNKNOWN if not listed else f"{own}" if limit is None else f"{own} / {limit:g}"
        row = [cell(say(board.names[zone_id].short), bold=True)]
        row += [
            cell(
                say(Text("、", ", ")).join(say(cells.industries[one]) for one in part if one in cells.industries)
                or UNKNOWN,
                colour=LAG if place else None,
            )
            for place, part in enumerate(parts)
        ]
        rows.append([*row, cell(told, "right", bold=over, colour=LAG if over else None)])
    table(document, columns, rows, whole=True)
    if cells.limits:
        paragraph(document, say(Text("个数 / 规划所限。", "Number / the plan's limit.")), "Caption")


def _targets(document: Document, board: Board) -> None:
    """Base, target, the city's target, what was reached: rows in the groups of the plan."""
    say, plan, lang = board.say, board.plan, board.lang
    columns = [
        Column(say(Text("指标", "Target")), 58.0),
        Column(say(Text("基数（年）", "Base (year)")), 25.0, "right"),
        Column(say(Text("目标（年）", "Target (year)")), 29.0, "right"),
        Column(say(Text("全市目标", "City's target")), 21.0, "right"),
        Column(say(Text("完成值（年）", "Actual (year)")), 20.0, "right"),
        Column(say(CLAUSE), 17.0),
    ]
    rows, group = [], None
    marked = recovery.is_invented(plan)
    for row in board.statistics["targets"]:
        if row["group"] != group and row["group"] is not None:
            rows.append(
                [Cell([[Run(say(labels.word(row["group"])), True, sans=True)]], across=len(columns), ground="#F4F3EF")]
            )
        group = row["group"]
        name = [Run(say(bilingual(row["name"], row["name_en"])))]
        details = [
            str(labels.value(row[one], lang))
            for one in ("noun", "phase", "binding")
            if row.get(one) and row.get(one) != row["name"]
        ]
        if details:
            name.append(Run(f" {say(Text('，', ', ')).join(details)}", colour=TEXT2, size=8.0))
        actual = [Run(_actual(board, row))]
        if marked and row["actual_source"] == recovery.INVENTED:
            actual += [Run(" "), *mark_runs(plan, lang)]
        rows.append(
            [
                Cell([name]),
                cell(_base(row, lang), "right"),
                cell(_aim(row, lang), "right", bold=True),
                cell(_city(row, lang), "right"),
                Cell([actual], "right"),
                clauses(plan, row["source"], lang),
            ]
        )
    table(document, columns, rows, 8.5)
    lacking = sum(row["actual"] is None for row in board.statistics["targets"])
    if lacking:
        note = Text(
            f"{lacking} 项未填报完成值，记作 —，不是零。",
            f"{counted(lacking, 'target')} without an actual figure: a dash, which is not zero.",
        )
        paragraph(document, say(note), "Caption")


def _base(row: dict[str, Any], lang: Lang) -> str:
    if row["base"] is None:
        return UNKNOWN
    words = qualifiers.around(amount_or_range(row["base"], None, row["unit"]), row.get("base_qualifier")).of(lang)
    return words if row["base_year"] is None else f"{words} ({row['base_year']})"


def _aim(row: dict[str, Any], lang: Lang) -> str:
    if row["target"] is not None:
        words = qualifiers.around(
            amount_or_range(row["target"], row.get("target_to"), row["unit"]), row["target_qualifier"]
        ).of(lang)
        if row["direction"] != "equal" and not row["target_qualifier"] and row.get("target_to") is None:
            words = f"{labels.value(row['direction'], lang)} {words}"
    else:
        words = (
            qualifiers.around(plain(row["target_text"]), row["target_qualifier"]).of(lang)
            if row["target_text"]
            else UNKNOWN
        )
    return words if row["target_year"] is None else f"{words} ({row['target_year']})"


def _city(row: dict[str, Any], lang: Lang) -> str:
    return (
        amount(row["city_target"], row["unit"]).of(lang)
        if row["city_target"] is not None
        else row["city_text"] or UNKNOWN
    )


def _actual(board: Board, row: dict[str, Any]) -> str:
    if row["actual"] is None:
        return UNKNOWN
    plan = board.plan
    reported = plan.actuals["target_id"].eq(row["target_id"]) & plan.actuals["year"].eq(row["actual_year"])
    if reported.any():
        target = plan.targets.set_index("target_id", drop=False).loc[row["target_id"]]
        words = target_progress.as_reported(plan, target, row["actual_year"]).of(board.lang)
    else:
        words = amount(row["actual"], row["unit"]).of(board.lang)
    return f"{words} ({row['actual_year']})"


def _findings(document: Document, board: Board) -> None:
    paragraph(document, summary(board.outcome).of(board.lang))
    write_consequences(document, board.outcome, board.lang)
    write_findings(document, board.plan, board.outcome, board.lang, FINDING_WIDTHS)


def _sources(document: Document, board: Board) -> None:
    say = board.say
    paragraph(document, say(imprint.sources(board)))
    paragraph(document, say(imprint.limits(board)))
    if not attribution.sources(board.plan):
        paragraph(document, say(attribution.NO_SOURCES) + say(Text("。", ".")))
