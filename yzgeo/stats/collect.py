"""All statistics of a plan, and the same as flat tables for spreadsheets."""

from __future__ import annotations

import math
from typing import Any, NamedTuple

from yzgeo.core import plugins
from yzgeo.core.html_table import html_table
from yzgeo.core.i18n import Text
from yzgeo.core.units import DECIMALS
from yzgeo.plan.model import Plan

PACKAGE = "yzgeo.stats.subjects"
Row = dict[str, Any]


OF_SUBJECT = {
    "projects": (
        "projects",
        "project_count",
        "investment_100m_yuan",
        "investment_unknown",
        "investment_without_unit",
        "investment_foreign_count",
        "investment_foreign",
        "investment_lower_ends",
        "site_mu",
        "new_land_mu",
    ),
    "parks": ("parks",),
    "zones": ("zones", "zones_without_usable_area"),
}
"""Columns of zones and items of the summary that only a plan with projects, parks or zones has, by the count of these."""


OF_LEDGER = ("by_zone", "by_measure", "by_class", "by_year", "by_town")
"""Rows that are computed of the parcel ledger, where that is invented; others stand in the plan."""


class Table(NamedTuple):
    """One flat table of the statistics: `subject`, or `subject.part` where a subject has several."""

    name: str
    title: Text
    rows: list[Row]


class Statistics(dict[str, Any]):
    """The statistics of a plan, which notebooks show as a table, and others by the names of their subjects."""

    def __repr__(self) -> str:
        return f"<Statistics: {', '.join(self)}>"

    def _repr_html_(self) -> str:
        tables = flatten(self)
        summary = [
            (*one.title, row["item"], row["value"]) for one in tables if one.name == "summary" for row in one.rows
        ]
        others = "，".join(f"{one.name} {len(one.rows)}" for one in tables if one.name != "summary")
        return html_table("统计 / statistics", ["主题", "subject", "指标 / item", "值 / value"], summary, others)


def collect(plan: Plan) -> Statistics:
    """The content of `statistics.json`: one entry per subject, keys as the module's name; numbers to 9 decimals.

    A subject stands where its `ORDER` puts it; one without comes last.

    >>> from yzgeo.plan.load import load
    >>> land = collect(load("yinzhou"))["land_recovery"]
    >>> print(f"{land['target_mu']:.0f} mu, of which the plan itself names {land['identified_in_plan_mu']:.0f}")
    5000 mu, of which the plan itself names 253
    """
    subjects = sorted(plugins.discover(PACKAGE).items(), key=lambda item: getattr(item[1], "ORDER", math.inf))
    return Statistics({name.replace("-", "_"): _rounded(subject.table(plan)) for name, subject in subjects})


def flatten(statistics: dict[str, Any]) -> list[Table]:
    """Every list of rows as a table of its own, single values as a table of two columns.

    A value by several keys is spread over a column per key: `project_count_by_evidence_plan_text`.
    What the plan has none of by the summary is left out: its table, its column, its item, and tables where no value
    is known; usable areas, where it states none.

    >>> rows = [{"zone_id": "north", "mu": 3.0}]
    >>> print([table.name for table in flatten({"zones": rows, "summary": {"plan": "x", "by_zone": rows}})])
    ['zones', 'summary', 'summary.by_zone']
    """
    counts = statistics.get("summary", {})
    absent = [subject for subject in OF_SUBJECT if counts.get(subject) == 0]
    columns = {column for subject in absent for column in OF_SUBJECT[subject]}
    columns |= _unknown_everywhere(statistics.get("zones", []), counts)
    present = {name: content for name, content in statistics.items() if name not in absent}
    for name in ("summary", "zones"):
        if name in present:
            present[name] = _without(present[name], columns)
    return [table for name, content in present.items() for table in _tables(name, title(name), content)]


def title(name: str) -> Text:
    """The title of a subject of the statistics."""
    titled: Text = plugins.load(PACKAGE, name.replace("_", "-")).TITLE
    return titled


def _tables(name: str, heading: Text, content: Any) -> list[Table]:
    if isinstance(content, list):
        return [Table(name, heading, [_spread(row) for row in content])] if content else []
    if content.get("invented_note"):
        heading = Text(*(f"【{content['invented_note']}】{text}" for text in heading))
    parts = {key: value for key, value in content.items() if isinstance(value, dict) or _is_rows(value)}
    single: list[Row] = [{"item": key, "value": value} for key, value in content.items() if key not in parts]
    if content.get("invented_note"):  # the rows are sorted and handed on without their title
        note = {"invented_note": content["invented_note"]}
        parts |= {key: [{**row, **note} for row in parts[key]] for key in parts if key in OF_LEDGER}
    nested = [table for key, value in parts.items() for table in _tables(f"{name}.{key}", heading, value)]
    known = any(row["value"] not in (None, 0, []) for row in single)
    return [Table(name, heading, single), *nested] if known else nested


def _unknown_everywhere(zones: list[Row], totals: dict[str, Any]) -> set[str]:
    """The columns of usable area, where the plan states one for no zone."""
    known = any(row.get("usable_area_km2") is not None for row in zones)
    return set() if known else {name for row in [totals, *zones] for name in row if "usable_area" in name}


def _without(content: Any, columns: set[str]) -> Any:
    if isinstance(content, list):
        return [_without(row, columns) for row in content]
    return {name: value for name, value in content.items() if name not in columns}


def _spread(row: Row) -> Row:
    """A row with a column for each key of a value that is a dict."""
    flat: Row = {}
    for name, value in row.items():
        flat |= {f"{name}_{key}": part for key, part in value.items()} if isinstance(value, dict) else {name: value}
    return flat


def _rounded(content: Any) -> Any:
    if isinstance(content, dict):
        return {key: _rounded(value) for key, value in content.items()}
    if isinstance(content, list):
        return [_rounded(value) for value in content]
    return round(content, DECIMALS) if isinstance(content, float) else content


def _is_rows(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], dict)
