"""Text and table name the same leading industries for a zone, and the paragraph above them no others.

片区主导产业，正文与表所列一致，其上段落也不另称主导产业。

The line of leading industries and the table are compared as sets: their order may differ, and so may brackets and kind
words (电子信息 and 电子信息产业); names that `industries.csv` gives as aliases are one. The paragraph
is held against the line only where it calls industries by the line's own words (主导产业); what it calls
重点 or 培育 is not a claim to lead.

“主导产业”一行与表按集合比较，次序可以不同；括号全半角与“产业”“行业”之类的尾字不同不算，`industries.csv` 列为别名的算同一产业。其上的段落只有用了“主导产业”这一说法才与该行比较；称“重点”“培育”的不算主导产业。

Found, an industry that only the table lists:
查出：只有表中列出的产业。

    >>> from yzgeo.checks.example_plan import print_findings
    >>> print_findings("industries-text-table", zone_industries='''
    ... zone_id, industry_id, listed_in, role,     seq, source
    ... south,   steel,       table,     主导产业, 2,   表''')
    warning zone:south: Leading industries of South only in the line: none; only in the table: Steel (钢铁).

Not found, the same industries in another order:
不报：同样的产业，次序不同。

    >>> print_findings("industries-text-table", zone_industries='''
    ... zone_id, industry_id, listed_in, seq
    ... north,   cloth,       table,     1
    ... north,   steel,       table,     2''')
    nothing found
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from yzgeo.checks.finding import Finding, NotChecked
from yzgeo.checks.name_matching import without_kind
from yzgeo.core.i18n import Text, bilingual
from yzgeo.plan import listings
from yzgeo.plan.model import Plan

TITLE = Text("主导产业正文与表不一致", "Leading industries differ between text and table")
PLACES = {"table": Text("表", "the table"), "prose": Text("段落", "the paragraph")}


def clause(plan: Plan) -> str:
    """The clauses that list the leading industries."""
    return listings.sections(plan.zone_industries["source"]) or "zone_industries.csv"


def check(plan: Plan) -> Iterator[Finding | NotChecked]:
    """Zones whose lists differ."""
    listed, claimed = listings.industries_by_zone(plan), _called_leading(plan)
    one_name = _one_name(plan)
    if not any((zone_id, other) in {**listed, **claimed} for zone_id, _ in listed for other in PLACES):
        yield NotChecked(Text("没有在两处列出主导产业的片区", "no zone's leading industries are listed in two places"))
    for zone in plan.zones.itertuples():
        line, table = (listed.get((zone.zone_id, place), []) for place in ("text", "table"))
        in_line, in_table = ({one_name.get(name, name) for name in names} for names in (line, table))
        if line and table and in_line != in_table:
            yield _finding(plan, zone, "table", line, table, one_name)
        others = claimed.get((zone.zone_id, "prose"), [])
        if line and others and not {one_name.get(name, name) for name in others} <= in_line:
            yield _finding(plan, zone, "prose", line, others, one_name)


def _called_leading(plan: Plan) -> listings.Lists:
    """By zone, the industries of the paragraph that it calls by the words of the line."""
    listing = plan.zone_industries
    words = listing.loc[listing["listed_in"] == "text", ["zone_id", "role"]].drop_duplicates()
    return listings.names_by_zone(listing.merge(words, on=["zone_id", "role"]), plan.industries, "industry_id")


def _one_name(plan: Plan) -> dict[str, str]:
    """By the name of an industry, the one under which it is compared: without marks, kind words and aliases."""
    names: dict[str, str] = {}
    for row in plan.industries.itertuples():
        aliases = row.aliases.split("、") if isinstance(row.aliases, str) else []
        for name in (row.name, *aliases):
            names.setdefault(without_kind(name), without_kind(row.name))
    return {name: names[without_kind(name)] for name in plan.industries["name"]}


def _finding(plan: Plan, zone: Any, place: str, line: list[str], other: list[str], one_name: dict[str, str]) -> Finding:
    where = PLACES[place]
    rows = plan.zone_industries[plan.zone_industries["zone_id"] == zone.zone_id]
    compared = [{one_name.get(name, name) for name in names} for names in (line, other)]
    only_line = [name for name in line if one_name.get(name, name) not in compared[1]]
    only_other = [name for name in other if one_name.get(name, name) not in compared[0]]
    return Finding(
        rule="industries-text-table",
        severity="warning" if place == "table" else "info",
        consequence="name",
        subject=f"zone:{zone.zone_id}",
        aspect=place,
        message=Text(
            f"{zone.name}的主导产业，“主导产业”一行独有：{'、'.join(only_line) or '无'}；"
            f"{where.zh}独有：{'、'.join(only_other) or '无'}。",
            f"Leading industries of {bilingual(zone.name, zone.name_en).en} only in the line: {listings.glossed(plan, only_line) or 'none'}; "
            f"only in {where.en}: {listings.glossed(plan, only_other) or 'none'}.",
        ),
        remedy=Text("统一主导产业的名称", "name the leading industries alike"),
        clause="；".join(dict.fromkeys(rows.loc[rows["listed_in"].isin(["text", place]), "source"])),
        values={"text": line, place: other},
        geometry=zone.geometry,
    )
