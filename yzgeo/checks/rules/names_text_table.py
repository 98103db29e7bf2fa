"""A zone has the same name in the text and in the table.

片区在正文与表中的名称一致。

Found, 北区 in the text and 北片 in the table:

    >>> from yzgeo.checks.example_plan import print_findings
    >>> print_findings("names-text-table", zones='''
    ... zone_id, name_table
    ... north,   北片''')
    warning zone:north: The text says 北区, the table 北片.

Not found, a zone with one name, or one that no table lists:

    >>> print_findings("names-text-table", zones='''
    ... zone_id, name_table
    ... south,   ''')
    nothing found
"""

from __future__ import annotations

from collections.abc import Iterator

from yzgeo.checks.finding import Finding, NotChecked
from yzgeo.core.i18n import Text
from yzgeo.plan import listings
from yzgeo.plan.model import Plan

TITLE = Text("片区名称正文与表不一致", "Names of zones differ between text and table")


def clause(plan: Plan) -> str:
    """The clauses that name the zones."""
    return listings.sections([*plan.zones["source"], *plan.zones["source_table"].dropna()])


def check(plan: Plan) -> Iterator[Finding | NotChecked]:
    """Zones with another name in the table."""
    listed = plan.zones[plan.zones["name_table"].notna()]
    if listed.empty:
        yield NotChecked(Text("表中没有片区名称", "the table names no zones"))
    for _, zone in listed[listed["name"] != listed["name_table"]].iterrows():
        yield Finding(
            rule="names-text-table",
            severity="warning",
            subject=f"zone:{zone['zone_id']}",
            message=Text(
                f"正文称“{zone['name']}”，表中称“{zone['name_table']}”。",
                f"The text says {zone['name']}, the table {zone['name_table']}.",
            ),
            remedy=Text("统一名称", "use one name"),
            clause=f"{zone['source']}；{zone['source_table']}",
            values={"text": zone["name"], "table": zone["name_table"]},
            geometry=zone.geometry,
        )
