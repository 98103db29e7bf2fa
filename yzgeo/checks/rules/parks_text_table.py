"""Text and table list the same parks for a zone.

片区的重点园区，正文与表所列一致。

Brackets, blanks and half or full width make no difference. Where every park of one list has one of a like name in the
other, the names alone differ, which is information.

括号、空格与全半角不同不算。两处园区可按相近名称一一对应的，只是名称不一，列为提示。

Found, a park that only the table names:
查出：只有表中列出的园区。

    >>> from yzgeo.checks.example_plan import print_findings
    >>> print_findings("parks-text-table", parks='''
    ... park_id, name, name_en
    ... pond,    池园, Pond park''', zone_parks='''
    ... zone_id, park_id, listed_in, seq
    ... north,   pond,    table,     2''')
    warning zone:north: Parks of North only in the text: none; only in the table: Pond park (池园).

Not found, the same parks, or a zone for which only one of the two lists parks:
不报：同样的园区；或只有一处列出园区的片区。

    >>> print_findings("parks-text-table", zone_parks='''
    ... zone_id, park_id, listed_in, seq
    ... south,   mill,    table,     1''')
    nothing found
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from yzgeo.checks.finding import Finding, NotChecked
from yzgeo.checks.name_matching import bare
from yzgeo.core.i18n import Text, bilingual
from yzgeo.plan import listings
from yzgeo.plan.model import Plan

TITLE = Text("重点园区正文与表不一致", "Parks differ between text and table")
NEAR = 0.7
"""Similarity of two names from which on the parks may be one."""


def clause(plan: Plan) -> str:
    """The clauses that list the parks."""
    return listings.sections(plan.zone_parks["source"]) or "zone_parks.csv"


def check(plan: Plan) -> Iterator[Finding | NotChecked]:
    """Zones whose two lists differ."""
    listed, sources = listings.parks_by_zone(plan), listings.sources(plan.zone_parks)
    if not any((zone_id, "text") in listed and (zone_id, "table") in listed for zone_id in plan.zones["zone_id"]):
        yield NotChecked(Text("没有正文与表都列出园区的片区", "no zone's parks are listed in both text and table"))
    for zone in plan.zones.itertuples():
        in_text, in_table = (listed.get((zone.zone_id, place), []) for place in ("text", "table"))
        bare_text, bare_table = ({bare(name) for name in names} for names in (in_text, in_table))
        only_text = [name for name in in_text if bare(name) not in bare_table]
        only_table = [name for name in in_table if bare(name) not in bare_text]
        if not in_text or not in_table or not (only_text or only_table):
            continue
        near = [(one, *get_close_matches(one, only_table, n=1, cutoff=NEAR)) for one in only_text]
        pairs = [pair for pair in near if len(pair) > 1]
        names_alone = len({other for _, other in pairs}) == len(only_text) == len(only_table)
        hint_zh = "".join(f"“{one}”与“{other}”名称相近，是否一园，规划未写明。" for one, other in pairs)
        hint_en = "".join(
            f" {one} and {other} are alike in name; the plan does not say whether they are one park."
            for one, other in pairs
        )
        yield Finding(
            rule="parks-text-table",
            severity="info" if names_alone else "warning",
            consequence="name",
            subject=f"zone:{zone.zone_id}",
            message=Text(
                f"{zone.name}的重点园区，仅正文列：{'、'.join(only_text) or '无'}；仅表列：{'、'.join(only_table) or '无'}。{hint_zh}",
                f"Parks of {bilingual(zone.name, zone.name_en).en} only in the text: {listings.glossed(plan, only_text) or 'none'}; "
                f"only in the table: {listings.glossed(plan, only_table) or 'none'}.{hint_en}",
            ),
            remedy=Text("核对两处园区名单", "make the two lists agree"),
            clause=sources[zone.zone_id],
            values={"only_text": only_text, "only_table": only_table},
            geometry=zone.geometry,
        )
