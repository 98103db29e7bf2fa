"""Text and table name the same leading industries for a zone, and the paragraph above them no others.

The line of leading industries and the table are compared as sets: their order may differ. The paragraph
is held against the line only where it calls industries by the line's own words (主导产业); what it calls
重点 or 培育 is not a claim to lead.

Found: 医疗健康 in the text where the table has 生物医药.
Not found: the same industries in another order.
"""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from yzgeo import lists
from yzgeo.findings import Finding, NotChecked
from yzgeo.i18n import Text
from yzgeo.plan import Plan

TITLE = Text("主导产业正文与表一致", "Leading industries agree in text and table")


def clause(plan: Plan) -> str:
    """Where the leading industries are listed."""
    return "、".join(dict.fromkeys(plan.zone_industries["source"])) or "zone_industries.csv"


def check(plan: Plan) -> Iterator[Finding | NotChecked]:
    """Zones whose lists differ."""
    for _, zone in plan.zones.iterrows():
        rows = plan.zone_industries[plan.zone_industries["zone_id"] == zone["zone_id"]]
        line = lists.industries(plan, zone["zone_id"], "text")
        table = lists.industries(plan, zone["zone_id"], "table")
        if line and table and set(line) != set(table):
            yield _finding(zone, rows, "table", line, table, Text("表", "the table"))
        claimed = _called_leading(plan, rows)
        if line and claimed and not set(claimed) <= set(line):
            yield _finding(zone, rows, "prose", line, claimed, Text("段落", "the paragraph"))


def _called_leading(plan: Plan, rows: pd.DataFrame) -> list[str]:
    """Industries of the paragraph that it calls by the words of the line."""
    words = set(rows.loc[rows["listed_in"] == "text", "role"])
    claimed = rows[(rows["listed_in"] == "prose") & rows["role"].isin(words)].sort_values("seq")
    return [str(name) for name in claimed["industry_id"].map(plan.industries.set_index("industry_id")["name"])]


def _finding(
    zone: pd.Series, rows: pd.DataFrame, place: str, line: list[str], other: list[str], where: Text
) -> Finding:
    only_line = [name for name in line if name not in other]
    only_other = [name for name in other if name not in line]
    return Finding(
        rule="industries-text-table",
        severity="warning" if place == "table" else "info",
        subject=f"zone:{zone['zone_id']}",
        message=Text(
            f"{zone['name']}的主导产业，“主导产业”一行独有：{'、'.join(only_line) or '无'}；"
            f"{where.zh}独有：{'、'.join(only_other) or '无'}。",
            f"Leading industries of {zone['name_en']} only in the line: {', '.join(only_line) or 'none'}; "
            f"only in {where.en}: {', '.join(only_other) or 'none'}.",
        ),
        remedy=Text("统一主导产业的名称", "name the leading industries alike"),
        clause="；".join(dict.fromkeys(rows.loc[rows["listed_in"].isin(["text", place]), "source"])),
        values={"text": line, place: other},
        geometry=zone.geometry,
    )
