"""A zone is positioned in the text as in the table.

片区的功能定位，正文与表一致。

The words are compared without marks and without the kind word at their end: 轨道交通产业链 and 轨道交通产业链集聚区 are one.
An abridged one is reported, as information, since the reader has to decide whether it says the same.

去掉标点与末尾的类别用词后逐字比较：“轨道交通产业链”与“轨道交通产业链集聚区”视为一致。缩写的也报告，列为提示，是否同义由读者判断。

Found, 钢铁基地 in the text and 钢铁和纺织基地 in the table:
查出：正文作钢铁基地，表中作钢铁和纺织基地。

    >>> from yzgeo.checks.example_plan import print_findings
    >>> print_findings("positioning-text-table", zones='''
    ... zone_id, positioning_table
    ... north,   钢铁和纺织基地''')
    info zone:north: North is to be 钢铁基地 in the text and 钢铁和纺织基地 in the table.

Not found, the same words:
不报：文字相同。

    >>> print_findings("positioning-text-table")
    nothing found
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from yzgeo.checks.finding import Finding, NotChecked
from yzgeo.checks.name_matching import without_kind
from yzgeo.core.i18n import Text, bilingual
from yzgeo.plan import listings
from yzgeo.plan.model import Plan

TITLE = Text("功能定位正文与表不一致", "Positioning differs between text and table")
LEAD = re.compile("^(?:打造|建设|建成|形成|成为|定位(?:为|于)|重点|着力|努力)+(?:成为?|为)?")
"""What a text writes before a position and a table leaves out."""


def clause(plan: Plan) -> str:
    """The clauses that position the zones."""
    return listings.sections([*plan.zones["source"], *plan.zones["source_table"].dropna()])


def check(plan: Plan) -> Iterator[Finding | NotChecked]:
    """Zones that text and table position in different words."""
    both = plan.zones.dropna(subset=["positioning", "positioning_table"])
    if both.empty:
        yield NotChecked(Text("正文与表未同时载明定位", "no zone is positioned in both text and table"))
    differ = [
        without_kind(_phrase(row.positioning)) != without_kind(_phrase(row.positioning_table))
        for row in both.itertuples()
    ]
    for zone in both[differ].itertuples():
        yield Finding(
            rule="positioning-text-table",
            severity="info",
            consequence="name",
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


def _phrase(positioning: str) -> str:
    """A position without the verb before it.

    >>> print(_phrase("打造成为钢铁基地"), _phrase("钢铁基地"))
    钢铁基地 钢铁基地
    """
    return LEAD.sub("", positioning.strip())
