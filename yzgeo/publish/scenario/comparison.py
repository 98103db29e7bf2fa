"""Scenarios beside each other: what each reaches, costs and binds, and which parcels all of them take."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from markupsafe import Markup

from yzgeo.core import labels, plugins
from yzgeo.core.atomic_write import json_text
from yzgeo.core.errors import InputError
from yzgeo.core.i18n import Lang, Text, bilingual
from yzgeo.core.templates import environment, policy
from yzgeo.publish.scenario import sheet
from yzgeo.publish.scenario.figures import Figures
from yzgeo.publish.scenario.tables import GOALS, STATES, SUMS, cell, period
from yzgeo.scenario.result import gap_in_words
from yzgeo.stats.collect import Row, Table
from yzgeo.stats.recovery import INVENTED_WARNING

TITLE = Text("方案比较", "scenarios compared")
HEADERS = ("item", "parcel_id")
"""First columns of the tables, which no scenario may be called."""


def render(scenarios: list[Figures], output: Path | None, lang: Lang) -> bytes:
    """The comparison in the format that the ending of the file names; text without one."""
    suffix = "" if output is None else output.suffix.lower()
    own = tables(scenarios, lang)
    if suffix in (".html", ".htm"):
        return _page(scenarios, own, lang).encode("utf-8")
    if suffix == ".json":
        return json_text({"scenarios": scenarios, "tables": {table.name: table.rows for table in own}}).encode("utf-8")
    if suffix == ".xlsx":
        xlsx = plugins.load("yzgeo.stats.formats", "xlsx")
        workbook: bytes = xlsx.render_tables(own, lang, TITLE.of(lang), _warning(scenarios, lang))
        return workbook
    if suffix == ".csv":
        content: bytes = plugins.load("yzgeo.stats.formats", "csv").render_tables(own, lang)
        return content
    if suffix:
        raise InputError(
            Text(f"不认得扩展名“{suffix}”", f"the ending '{suffix}' is not known"),
            Text("用其一：.html、.csv、.xlsx、.json", "use one of: .html, .csv, .xlsx, .json"),
            file=str(output),
        )
    text: bytes = plugins.load("yzgeo.stats.formats", "text").render_tables(own, lang)
    return text


def tables(scenarios: Sequence[Figures], lang: Lang) -> list[Table]:
    """The figures of each scenario, its demands, and in how many scenarios each parcel is chosen."""
    names = names_of(scenarios, lang)
    has_firms = any(one["minimised"].get("firms") for one in scenarios)
    columns = [_figures(one, lang, has_firms) for one in scenarios]
    compared: list[Row] = [
        {"item": item, **{name: column[item] for name, column in zip(names, columns, strict=True)}}
        for item in columns[0]
    ]
    taken: dict[str, list[int | None]] = {}
    for number, one in enumerate(scenarios):
        for parcel in one["parcels"]:
            taken.setdefault(parcel["parcel_id"], [None] * len(scenarios))[number] = parcel["year"]
    order = sorted(taken, key=lambda parcel: (-sum(year is not None for year in taken[parcel]), parcel))
    parcels: list[Row] = [{"parcel_id": parcel, **dict(zip(names, taken[parcel], strict=True))} for parcel in order]
    return [
        Table("figures", Text("比较", "comparison"), compared),
        Table("parcels", Text("各方案所选地块及年份", "parcels of each scenario, with the year"), parcels),
    ]


def _figures(one: Figures, lang: Lang, has_firms: bool) -> Row:
    """The figures of a scenario by their titles, firms where any scenario counts them; sums of nothing chosen are not known."""
    sums = one["totals"] if one["parcels"] else dict.fromkeys(one["totals"])
    binding = [bilingual(demand["name_zh"], demand["name_en"]).of(lang) for demand in one["demands"] if demand["binds"]]
    state = STATES.get(one["status"])
    figures = {
        Text("求解状态", "state of the search"): None if state is None else state.of(lang),
        Text("最小化", "minimised"): ("、" if lang == "zh" else ", ").join(
            GOALS[name].of(lang) for name in one["minimised"] if name in GOALS
        ),
        Text("目标（亩）", "target (mu)"): one["target_mu"],
        Text("期间", "period"): period(one),
        **{title: sums[name] for name, title in SUMS.items()},
        **({GOALS["firms"]: sums.get("firms")} if has_firms else {}),
        Text("与最优至多相差", "gap to the best at most"): None if one["gap"] is None else gap_in_words(one["gap"]),
        Text("起决定作用的要求", "demands that bind"): ("；" if lang == "zh" else "; ").join(binding) or None,
    }
    return {title.of(lang): value for title, value in figures.items()}


def names_of(scenarios: Sequence[Figures], lang: Lang) -> list[str]:
    """A name for each: with its folder where two have the same, with a number where the folders have one name too."""
    own = [bilingual(str(one["name_zh"]), str(one.get("name_en") or one["name_zh"])).of(lang) for one in scenarios]
    placed = [
        f"{name} ({one['folder']})" if own.count(name) > 1 or name in HEADERS else name
        for name, one in zip(own, scenarios, strict=True)
    ]
    return [f"{name} {number}" if placed.count(name) > 1 else name for number, name in enumerate(placed, start=1)]


def _warning(scenarios: list[Figures], lang: Lang) -> str:
    return INVENTED_WARNING.of(lang) if any(one.get("invented") for one in scenarios) else ""


def _page(scenarios: list[Figures], own: list[Table], lang: Lang) -> str:
    loader = environment(sheet.PACKAGE)
    style = Markup(loader.get_template("scenario.css").render())  # noqa: S704  (our own style sheet)
    counts = [sum(row[name] is not None for name in names_of(scenarios, lang)) for row in own[1].rows]
    return loader.get_template("comparison.html").render(
        lang=lang,
        title=TITLE.of(lang),
        say=lambda zh, en: Text(zh, en).of(lang),
        warning=_warning(scenarios, lang),
        names=names_of(scenarios, lang),
        tables=own,
        in_all=sum(count == len(scenarios) for count in counts),
        in_any=len(counts),
        column=lambda name: labels.column(name, lang),
        cell=cell,
        is_figure=lambda name: False,
        style=style,
        policy=policy(str(style)),
    )
