"""The report as one self-contained page: both languages inside, no request, the same bytes each time.

A part of the report is a template in `assets/parts/`, found by its place; its name begins with the number that it is
sorted by. It sets `title`, its heading in both languages, for contents and running heads; `running` where parts share a
head and follow each other on a page; `entries`, pairs of id and title, where one line of the contents is not enough. It
prints its section, or nothing where the plan has nothing to say.
"""

from __future__ import annotations

import functools
import itertools
from importlib import resources
from typing import Any, NamedTuple

from markupsafe import Markup

from yzgeo.checks.finding import SEVERITIES
from yzgeo.checks.proofreading import SIC, with_sic
from yzgeo.core import labels, qualifiers
from yzgeo.core.i18n import LANGS, NOTHING, Lang, Text, plain
from yzgeo.core.palette import print_colours
from yzgeo.core.templates import environment, policy
from yzgeo.core.units import MONEY_COLUMN, amount, amount_or_range, in_money_column, invested, rounded
from yzgeo.core.version import __version__
from yzgeo.plan import attribution, listings
from yzgeo.plan.areas import area_in_units, areas_by_kind, printed_area, schematic_basis, sum_in_words, sum_note
from yzgeo.plan.inner_zones import in_zone, inner_note, zones_by_kind
from yzgeo.plan.known_measures import FLOOR_AREA_RATIO
from yzgeo.plan.location_evidence import BY_OWNER, by_owner
from yzgeo.plan.missing import EMPTY, is_empty, missing
from yzgeo.plan.model import Plan
from yzgeo.plan.project_money import remark
from yzgeo.plan.project_zones import ACROSS_ZONES, across_zones, outside_zones
from yzgeo.plan.wording import in_principle
from yzgeo.publish.board import constraints, header, industries
from yzgeo.publish.board.board import Board
from yzgeo.publish.board.lettering import width
from yzgeo.publish.board.rows import table_of
from yzgeo.publish.context import BuildContext
from yzgeo.publish.report import charts, citing, cover, findings, intensity, maps, scenarios, schedule, target_rows
from yzgeo.publish.report.zone_sheets import project_rows, sheets
from yzgeo.publish.scenario.maps import LEFT_OUT
from yzgeo.publish.scenario.tables import cell
from yzgeo.stats import recovery, target_progress
from yzgeo.stats.collect import Row, flatten
from yzgeo.stats.landuse import page as landuse

PACKAGE = "yzgeo.publish.report"
ASSETS = "assets"
MONEY_DIGITS = 10
MONEY_DIGITS_LESS = 2
"""A column in English is in hundredths of 亿元."""
PERCENT = {"progress", "share_of_usable_area"}
"""Columns of shares, which are read in percent."""
IN_OWN_PARTS = {
    "summary",
    "zones",
    "projects",
    "floor_area_ratio",
    "clusters",
    "land_recovery",
    "land_intensity",
    "targets",
}
"""Statistics that the report shows as charts or in a part of their own; others are tables."""
RATIO_RULE = "floor-area-ratio"
"""The rule that says which ratios are too low: it knows of rebuilding, and of what 约 allows."""
PARTS = "parts/"
INVENTED_HEAD = Text("虚构示例　台账数字不得引用", "INVENTED EXAMPLE · ledger figures not to be quoted")
CONTENTS = Text("目录", "Contents")
FOOT = Text(
    "片区范围与出处见“来源与方法”；示意范围不作审批依据",
    "Sources: see the last part; schematic outlines are no basis for permits",
)
SANS = '"Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif'
PAGE_RULE = """\
@page {name} {{
  border-top: .2mm solid #c8ccca; padding-top: 2.5mm;
  @top-left {{
    content: {head}; font: 7.6pt {sans}; color: #566067;
    vertical-align: bottom; padding-bottom: 2mm; text-align: left;
  }}
  {mark}
  @bottom-left {{
    content: {foot}; font: 7pt {sans}; color: #566067; vertical-align: top; padding-top: 3mm; text-align: left;
  }}
  @bottom-right {{
    content: counter(page); font: 8.5pt {sans}; color: #1d2529; vertical-align: top; padding-top: 3mm;
  }}
}}
"""
PAGE_MARK = """\
@top-right {{
    content: {words}; font: bold 7.6pt {sans}; color: #6d3b7d; border: .25mm solid #6d3b7d;
    width: {wide}mm; height: 4.4mm; margin-top: auto; margin-bottom: 1.5mm; text-align: center; vertical-align: middle;
  }}"""
EM_PX, LATIN_PX = 12.0, 6.9
"""The width of a Chinese character and the mean width of a Latin one in a chart."""
WIDE = 0x2E80
"""The first code point of the characters that are as wide as high."""


class Part(NamedTuple):
    """A part of the report in one language.

    - `head`: what stands in the head of its pages; a part with the head of the one before follows on the same page
    - `entries`: the lines that it has in the contents, as ids and titles
    """

    name: str
    head: str
    entries: list[tuple[str, str]]
    section: Markup


def render(context: BuildContext) -> str:
    """The report as text, in both languages: it opens in that of the context, the reader can switch.

    >>> from yzgeo.plan.load import load
    >>> from yzgeo.publish.context import build_context
    >>> page = render(build_context(load("yinzhou"), "en"))
    >>> print(page.count('class="sheet"'), "pages: six zones in two languages")
    12 pages: six zones in two languages
    """
    values = _template_values(context)
    parts = {one: _parts(values, one) for one in LANGS}
    articles = {one: _article(values, parts[one], one) for one in LANGS}
    heads = {one: [(part.name, part.head) for part in parts[one]] for one in LANGS}
    of_land = "" if context.land is None else landuse.style_sheet("figures.css")
    style = Markup(of_land + style_sheet(context.plan, heads))  # noqa: S704  (made of the style sheet and of titles escaped for CSS)
    script = Markup(_asset("report.js"))  # noqa: S704  (yzgeo's own script)
    page = environment(PACKAGE).get_template("page.html")
    return page.render(
        words(context.lang) | values,
        articles=articles,
        opened=context.lang,
        style=style,
        script=script,
        policy=policy(style, script),
    )


def _template_values(context: BuildContext) -> dict[str, Any]:
    """The values of the templates, for both languages."""
    plan, outcome, statistics = context.plan, context.outcome, context.statistics
    colours = print_colours(plan.zones["zone_id"], plan.zones["kind"])
    names = findings.names(plan)
    zone_names = {zone_id: names[f"zone:{zone_id}"] for zone_id in plan.zones["zone_id"]}
    names_with_inner = {
        zone_id: Text(name.zh + inner_note(plan, zone_id).zh, name.en + inner_note(plan, zone_id).en)
        for zone_id, name in zone_names.items()
    }
    located = plan.projects.geometry.notna()
    base = maps.land_of(context)
    boards = {lang: Board(plan, outcome, statistics, lang) for lang in LANGS}
    table = table_of(boards["zh"], None)
    of_cover = None if base is None else maps.cover(base)
    zone_pages = sheets(context, colours)
    scenario_pages = scenarios.scenarios(context)
    flagged = {
        subject.partition(":")[2]
        for finding in outcome.findings
        if finding.severity != "info"
        for subject in [*finding.subjects, *(f"target:{one}" for one in finding.values.get("targets", ()))]
        if subject.startswith("target:")
    }
    return {
        "plan": plan,
        "title": Text(plan.title("zh"), plan.title("en")),
        "particulars": plan.particulars,
        "sources": attribution.sources(plan),
        "boundary": attribution.boundary(plan),
        "ratio_in_principle": in_principle(plan, _sources_of(plan, FLOOR_AREA_RATIO)),
        "invented": recovery.INVENTED_WARNING if statistics["land_recovery"].get("invented_note") else NOTHING,
        "statistics": statistics,
        "land": statistics["land_recovery"],
        "land_chapters": {} if context.land is None else {one: landuse.chapter(context.land, one) for one in LANGS},
        "colours": colours,
        "names": names,
        "zone_names": zone_names,
        "names_with_inner": names_with_inner,
        "place_names": findings.place_names(plan),
        "version": __version__,
        "boards": boards,
        "table": table,
        "headlines": {lang: header.headline(board) for lang, board in boards.items()},
        "covers": {lang: cover.cover(board, table) for lang, board in boards.items()},
        "warnings_words": cover.figure_words,
        "cover_map": of_cover,
        "map_note": cover.map_note(plan, None if of_cover is None else of_cover.denominator),
        "pictures": [
            one
            for one in [of_cover, *(sheet.picture for sheet in zone_pages), *(page.map for page in scenario_pages)]
            if one is not None
        ],
        "patterns": Markup(maps.patterns()),  # noqa: S704  (yzgeo's own)
        "markup": Markup,
        "constraint_signs": constraints.SIGNS,
        "constraint_sign": lambda effect: Markup(constraints.sign(effect, 1, 5, 20)),  # noqa: S704  (yzgeo's own)
        "cells": industries.cells_of(plan),
        "count_industries": industries.count,
        "below_ratio": {
            subject.partition(":")[2]
            for finding in outcome.findings
            if finding.rule == RATIO_RULE
            for subject in finding.subjects
        },
        "groups": schedule.groups(outcome, recovery.is_invented(plan)),
        "gap_groups": schedule.gaps(outcome),
        "gaps_title": schedule.GAPS,
        "bare": schedule.bare,
        "numbered": schedule.numbered,
        "has": _subjects(plan, statistics),
        "schematic": schematic_basis(plan.zones),
        "zones_by_kind": zones_by_kind(plan),
        "areas_by_kind": [(one, sum_in_words(one), sum_note(one)) for one in areas_by_kind(plan)],
        "printed_areas": {zone["zone_id"]: printed_area(zone) for _, zone in plan.zones.iterrows()},
        "areas_in_units": {zone["zone_id"]: area_in_units(zone) for _, zone in plan.zones.iterrows()},
        "reported": _reported(plan, statistics["targets"]),
        "missing": missing(plan),
        "missing_heading": EMPTY if is_empty(plan) else Text("规划文件夹还缺", "The plan folder still lacks"),
        "sheets": zone_pages,
        "rules": findings.by_rule(outcome),
        "gaps": outcome.gaps,
        "proofreading": [(plan.place(one.clause), one) for one in outcome.proofreading],
        "sic": SIC,
        "with_sic": lambda message: with_sic(message, outcome.proofreading),
        "unused": outcome.unused,
        "counts": {severity: sum(one.severity == severity for one in outcome.findings) for severity in SEVERITIES},
        "charts": {
            "investment_by_class": charts.investment_by_class(statistics["projects"], _classes(plan)),
            "ratio_axis": charts.ratio_axis(statistics["floor_area_ratio"]),
            "clusters": charts.cluster_outputs(statistics["clusters"]),
            "land_recovery": charts.land_recovery(statistics["land_recovery"]),
        },
        "cluster_years": {
            measure: labels.years(plan.clusters.columns, measure) for measure in ("firms", "output", "city_output")
        },
        "plot_px": charts.PLOT_PX,
        "scenarios": scenario_pages,
        "compared_scenarios": scenarios.compared(context),
        "scenarios_in_all": scenarios.in_all(context),
        "scenario_cell": cell,
        "left_out": LEFT_OUT,
        "other_statistics": flatten({name: part for name, part in statistics.items() if name not in IN_OWN_PARTS}),
        "intensity": intensity.tables(statistics["land_intensity"], zone_names),
        "targets": target_rows.blocks(statistics["targets"], flagged),
        "axis_end": target_rows.HIGHEST,
        "unlocated": project_rows(plan, ~located),
        "placed_by_owner": project_rows(plan, plan.projects["location_evidence"].isin(BY_OWNER)),
        "by_owner": [
            (charts.row_name(zone_id, names_with_inner), by_owner(rows))
            for zone_id, rows in [
                *((zone_id, in_zone(plan, plan.projects, zone_id)) for zone_id in zone_names),
                (ACROSS_ZONES, plan.projects[across_zones(plan.projects)]),
                (None, plan.projects[outside_zones(plan.projects)]),
            ]
            if by_owner(rows).zh
        ],
        "remark": remark,
        "row_name": lambda zone_id: charts.row_name(zone_id, zone_names),
        "amount_or_range": amount_or_range,
        "around": qualifiers.around,
        "plain": plain,
        "outside_zones": project_rows(plan, outside_zones(plan.projects)),
        "lost_parks": [names[f"park:{park_id}"] for park_id in plan.parks.loc[plan.parks.geometry.isna(), "park_id"]],
        "bases": sorted(set(plan.zones["outline_basis"].dropna())),
        "undrawn": [names[f"zone:{zone_id}"] for zone_id in plan.zones.loc[plan.zones.geometry.isna(), "zone_id"]],
    }


def _sources_of(plan: Plan, measure: str) -> list[str]:
    """The clauses that set the targets of a measure."""
    return list(plan.targets.loc[plan.targets["measure_id"] == measure, "source"])


def _subjects(plan: Plan, statistics: dict[str, Any]) -> dict[str, bool]:
    """What the plan speaks of: of other things the report has no part."""
    land = statistics["land_recovery"]
    present = {
        "industries": not plan.zone_industries.empty,
        "parks": not plan.parks.empty,
        "projects": not plan.projects.empty,
        "recovery": land["target_mu"] is not None
        or land["recovered_mu"] is not None
        or bool(land["identified_in_plan"] or land["identified_without_figure"]),
        "clauses": not plan.clauses.empty,
        **{str(effect): bool((plan.constraints["effect"] == effect).any()) for effect in constraints.SIGNS},
        "unknown": not (plan.zones.empty and plan.projects.empty and plan.parks.empty),
    }
    others = flatten({name: part for name, part in statistics.items() if name not in IN_OWN_PARTS})
    areas = bool(plan.zones["area_as_printed"].notna().any())
    told = areas or present["projects"] or present["recovery"] or bool(statistics["clusters"] or others)
    return {**present, "areas": areas, "statistics": told}


def _classes(plan: Plan) -> dict[str, Text]:
    """Classes of projects by the name that is printed."""
    return {name: listings.class_name(plan, name) for name in plan.projects["industry"].dropna().unique()}


def _reported(plan: Plan, rows: list[Row]) -> dict[str, Text]:
    """The latest actual figures of targets in the units they were reported in, by target; those of a ledger have none."""
    targets = plan.targets.set_index("target_id", drop=False)
    years = {row["target_id"]: row["actual_year"] for row in rows if row["actual"] is not None}
    listed = set(zip(plan.actuals["target_id"], plan.actuals["year"], strict=True))
    return {
        target_id: target_progress.as_reported(plan, targets.loc[target_id], year)
        for target_id, year in years.items()
        if (target_id, year) in listed
    }


def _parts(values: dict[str, Any], lang: Lang) -> list[Part]:
    """The parts that have anything to say, in their order; the last of all may list what those before it cite."""
    clauses = citing.clauses(values["plan"])
    cited: set[int] = set()

    def references(sources: Any) -> list[citing.Reference]:
        links = citing.references(sources, clauses)
        cited.update(one.number for one in links if one.number is not None)
        return links

    def cited_clauses() -> list[citing.Clause]:
        return [clause for clause in clauses.values() if clause.number in cited]

    in_words = words(lang) | values | {"references": references, "cited_clauses": cited_clauses}
    templates = environment(PACKAGE)
    parts = []
    for name in sorted(name for name in templates.list_templates() if name.startswith(PARTS)):
        module = templates.get_template(name).make_module(in_words)
        section = str(module).strip()
        if not section:
            continue
        key = name.removeprefix(PARTS).partition("-")[2].partition(".")[0]
        title = Text(*vars(module)["title"]).of(lang)
        entries = vars(module).get("entries")
        lines = [(f"{lang}-{key}", title)] if entries is None else [(id_, one.of(lang)) for id_, one in entries]
        head = Text(*vars(module).get("running", vars(module)["title"])).of(lang)
        parts.append(Part(key, head, lines, Markup(section)))  # noqa: S704  (escaped by the template)
    return parts


def _article(values: dict[str, Any], parts: list[Part], lang: Lang) -> Markup:
    """The report in one language."""
    article = environment(PACKAGE).get_template("article.html")
    references = functools.partial(citing.references, clauses=citing.clauses(values["plan"]))
    return Markup(article.render(words(lang) | values, parts=parts, references=references))  # noqa: S704  (escaped by the template)


def words(lang: Lang) -> dict[str, Any]:
    """What every template needs to say things in one language."""

    def say(text: Text | str | None, english: str | None = None) -> str:
        """A text of both languages, or two literals, in the language of the article."""
        if text is None:
            return ""
        return text.of(lang) if isinstance(text, Text) else Text(text, text if english is None else english).of(lang)

    def short(text: Text, width_px: int) -> str:
        """A name cut to fit beside a chart."""
        name = say(text)
        ends = itertools.accumulate(EM_PX if ord(letter) > WIDE else LATIN_PX for letter in name)
        fitting = sum(end <= width_px for end in ends)
        return name if fitting == len(name) else f"{name[: fitting - 1]}…"

    return {
        "lang": lang,
        "short": short,
        "say": say,
        "column": lambda name: labels.column(name, lang),
        "with_unit": lambda name, number: labels.figure_with_unit(name, number, lang),
        "code": lambda value: "" if value is None else labels.value(value, lang),
        "cell": lambda name, value: "—" if value is None else labels.cell(name, value, lang),
        "number": number,
        "figure": figure,
        "invested_sum": invested,
        "money": lambda value, digits=None: money(value, lang, digits),
        "money_unit": MONEY_COLUMN,
        "money_column": lambda name: labels.column(name, lang).replace("100 m yuan", MONEY_COLUMN.en),
        "area_name": labels.area,
        "quantity": lambda value, unit: "—" if value is None else amount(value, unit).of(lang),
        "listed": lambda items: ("、" if lang == "zh" else ", ").join(say(item) for item in items),
        "values_in_words": findings.values_in_words,
        "subject_name": findings.subject_name,
        "nothing": NOTHING,
    }


def number(value: float | None, digits: int | None = None) -> str:
    """A number as tables show it: thousands grouped; a dash where nothing is known.

    >>> print(number(25320.0), number(0.24034, 2), number(None))
    25,320 0.24 —
    """
    if value is None:
        return "—"
    return f"{value:,.{MONEY_DIGITS}g}" if digits is None else f"{value:,.{digits}f}"


def money(value: float | None, lang: Lang, digits: int | None = None) -> str:
    """A sum of 亿元 in the unit of a column; the `digits` are those of 亿元, of which English millions need two fewer.

    >>> print(money(10.8, "zh", 2), money(10.8, "en", 2), money(0.0003, "en"), money(None, "en"))
    10.80 1,080 0.03 —
    """
    if value is None:
        return number(None)
    if lang == "en" and digits is not None:
        digits = max(digits - MONEY_DIGITS_LESS, 0)
    return number(in_money_column(value, lang), digits)


def figure(name: str, value: float) -> str:
    """A figure of a column for reading: shares in percent, computed figures rounded, years as they are.

    >>> print(figure("progress", 0.266666667), figure("year", 2027), figure("needed_per_year", 233333.333333333))
    26.7% 2027 233,333.33
    """
    if name in PERCENT:
        return f"{value:.1%}"
    return str(value) if name == "year" else rounded(value)


def style_sheet(plan: Plan, heads: dict[Lang, list[tuple[str, str]]] | None = None) -> str:
    """The style sheet, with the running head of each part: the plan, the part, and the marks of edition and ledger.

    `heads` are the names and titles of the parts in each language; without them all pages have the plan's title alone.
    """
    edition = Text("公开版", "Public edition") if plan.edition == "public" else NOTHING
    marks = [mark for mark in (edition, INVENTED_HEAD if recovery.is_invented(plan) else NOTHING) if mark.zh]
    rules = [_asset("report.css")]
    for lang in LANGS:
        boxed = " · ".join(mark.of(lang) for mark in marks)
        foot = FOOT.of(lang) + f"　yzgeo {__version__}"
        page, before = "", ""
        for name, title in [("contents", CONTENTS.of(lang)), *(heads or {}).get(lang, [])]:
            part = f'article[data-lang="{lang}"] > ' + (".sheet" if name == "zones" else f"#{lang}-{name}")
            if title == before:
                rules.append(f"@media print {{ {part} {{ break-before: auto; margin-top: 9mm; }} }}\n")
            else:
                page, before = f"{lang}-{name}", title
                rules.append(_page_rule(page, f"{plan.title(lang)}　{title}".strip(), boxed, foot))
            rules.append(f"{part} {{ page: {page}; }}\n")
    return "".join(rules)


def _page_rule(name: str, head: str, boxed: str, foot: str) -> str:
    """The rule of a named page; the box of the marks is as wide as its words."""
    wide = f"{width(boxed, 7.6, bold=True) + 3:.1f}"
    mark = PAGE_MARK.format(words=css_string(boxed), wide=wide, sans=SANS) if boxed else ""
    return PAGE_RULE.format(name=name, head=css_string(head), mark=mark, foot=css_string(foot), sans=SANS)


def css_string(text: str) -> str:
    r"""A text as a CSS string that can end neither the string nor the style element.

    >>> print(css_string('甲"</style>'))
    "甲\22 \3c \2f style\3e "
    """
    return '"' + "".join(letter if letter.isalnum() else f"\\{ord(letter):x} " for letter in text) + '"'


def _asset(name: str) -> str:
    return resources.files(PACKAGE).joinpath(ASSETS, name).read_text(encoding="utf-8")
