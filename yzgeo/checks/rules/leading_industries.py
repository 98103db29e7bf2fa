"""Each zone has no more leading industries than the plan allows.

每个片区的主导产业不超过规划的上限。

The limit is the plan's own target `leading-industries-max` (鄞州: 3, in principle, 三（二）and 专栏7).
The words 每个集聚区 allow two readings: every zone of the plan, which is the default, or only those
of kind `agglomeration`; each finding says what the other reading finds. The line 主导产业 of the
text and the column of the table are counted separately.

上限取自规划自己的目标 `leading-industries-max`（鄞州：原则上 3 个，三（二）、专栏7）。“每个集聚区”有两种读法：全部片区（默认），或只算产业集聚区；每条结果都说明另一种读法的结论。正文“主导产业”一行与表的该栏分别计数。

Found, three industries in the line of the text where the limit is 2:

    >>> from yzgeo.checks.example_plan import print_findings
    >>> print_findings("leading-industries", zone_industries='''
    ... zone_id, industry_id, listed_in, role,     seq
    ... north,   paper,       text,      主导产业, 3''')
    warning zone:north: North has more than 2 leading industries: text 3 (钢铁、纺织、造纸), table 2 (钢铁、纺织). Counting every zone; counting agglomeration areas only, over the limit: none.

Not found, two in the line and two in the table:

    >>> print_findings("leading-industries")
    nothing found
"""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from yzgeo.checks.finding import Finding, NotChecked
from yzgeo.core.i18n import Text, bilingual
from yzgeo.plan import listings
from yzgeo.plan.model import Plan

TITLE = Text("主导产业数量不超过上限", "No more leading industries than allowed")
MEASURE = "leading-industries-max"
COUNTED = {"text": Text("正文", "text"), "table": Text("表", "table")}


def clause(plan: Plan) -> str:
    """The clauses that set the limit."""
    statements = pd.concat([plan.targets, plan.figures])
    return "、".join(statements.loc[statements["measure_id"] == MEASURE, "source"]) or "zone_industries.csv"


def check(plan: Plan) -> Iterator[Finding | NotChecked]:
    """Zones whose text or table lists more leading industries than the limit."""
    limits = plan.targets.loc[plan.targets["measure_id"] == MEASURE, "target"].dropna()
    if limits.empty:
        yield NotChecked(
            Text(f"规划未设上限（targets.csv 无 {MEASURE}）", f"the plan sets no limit (no {MEASURE} in targets.csv)")
        )
        return
    limit = int(limits.min())
    by_zone = listings.industries_by_zone(plan)
    if not any(place in COUNTED for _, place in by_zone):
        yield NotChecked(Text("没有列出主导产业的片区", "no zone lists leading industries"))
    over = {}
    for zone_id in plan.zones["zone_id"]:
        listed = {place: by_zone.get((zone_id, place), []) for place in COUNTED}
        if max(len(names) for names in listed.values()) > limit:
            over[zone_id] = listed
    zones = plan.zones.set_index("zone_id")
    narrow = [zones["name"][zone_id] for zone_id in over if zones["kind"][zone_id] == "agglomeration"]
    reading = Text(
        f"按全部片区计；若只计产业集聚区，则{'、'.join(narrow) or '无一'}超出",
        f"Counting every zone; counting agglomeration areas only, over the limit: {', '.join(narrow) or 'none'}",
    )
    for zone_id, listed in over.items():
        counts_zh = "，".join(
            f"{COUNTED[place].zh} {len(names)} 个（{'、'.join(names)}）" for place, names in listed.items()
        )
        counts_en = ", ".join(
            f"{COUNTED[place].en} {len(names)} ({'、'.join(names)})" for place, names in listed.items()
        )
        zone = zones.loc[zone_id]
        yield Finding(
            rule="leading-industries",
            severity="warning",
            subject=f"zone:{zone_id}",
            reading=reading,
            message=Text(
                f"{zone['name']}的主导产业超过 {limit} 个：{counts_zh}。{reading.zh}。",
                f"{bilingual(zone['name'], zone['name_en']).en} has more than {limit} leading industries: {counts_en}. {reading.en}.",
            ),
            remedy=Text(
                f"减至 {limit} 个，或说明为何例外（条文为“原则上”）",
                f"cut to {limit}, or say why it is an exception (the clause says 'in principle')",
            ),
            clause="；".join(dict.fromkeys([clause(plan), *_sources(plan, zone_id).values()])),
            values={"limit": limit, **listed, "sources": _sources(plan, zone_id)},
            geometry=zone.geometry,
        )


def _sources(plan: Plan, zone_id: str) -> dict[str, str]:
    """The clauses of text and table that list a zone's leading industries."""
    rows = plan.zone_industries[plan.zone_industries["zone_id"] == zone_id].drop_duplicates("listed_in")
    return {place: source for place, source in zip(rows["listed_in"], rows["source"], strict=True) if place in COUNTED}
