"""A zone is positioned in the text as in the table.

片区的功能定位，正文与表一致。

The words are compared as they stand: an abridged one is reported too, as information, since the reader has to
decide whether it says the same.

按原文逐字比较；缩写的也报告，列为提示，是否同义由读者判断。

Found, 钢铁基地 in the text and 钢铁和纺织基地 in the table:

    >>> from yzgeo.checks.example_plan import print_findings
    >>> print_findings("positioning-text-table", zones='''
    ... zone_id, positioning_table
    ... north,   钢铁和纺织基地''')
    info zone:north: North is to be 钢铁基地 in the text and 钢铁和纺织基地 in the table.

Not found, the same words:

    >>> print_findings("positioning-text-table")
    nothing found
"""

from __future__ import annotations

from collections.abc import Iterator

from yzgeo.checks.finding import Finding, NotChecked
from yzgeo.core.i18n import Text, bilingual
from yzgeo.plan import listings
from yzgeo.plan.model import Plan

TITLE = Text("功能定位正文与表不一致", "Positioning differs between text and table")


def clause(plan: Plan) -> str:
    """The clauses that position the zones."""
    return listings.sections([*plan.zones["source"], *plan.zones["source_table"].dropna()])


def check(plan: Plan) -> Iterator[Finding | NotChecked]:
    """Zones that text and table position in different words."""
    both = plan.zones.dropna(subset=["positioning", "positioning_table"])
    if both.empty:
        yield NotChecked(Text("正文与表未同时载明定位", "no zone is positioned in both text and table"))
    for zone in both[both["positioning"] != both["positioning_table"]].itertuples():
        yield Finding(
            rule="positioning-text-table",
            severity="info",
            subject=f"zone:{zone.zone_id}",
            message=Text(
                f"{zone.name}的定位，正文为“{zone.positioning}”，表为“{zone.positioning_table}”。",
                f"{bilingual(zone.name, zone.name_en).en} is to be {zone.positioning} in the text and {zone.positioning_table} in the table.",
            ),
            remedy=Text("统一表述", "use the same words"),
            clause="；".join(dict.fromkeys([zone.source, zone.source_table])),
            values={"text": zone.positioning, "table": zone.positioning_table},
            geometry=zone.geometry,
        )
