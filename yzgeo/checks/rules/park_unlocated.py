"""Every park has a known place.

每个园区都有已知位置。

A park without a place stays in every table and file, without geometry. It is a gap in the data at hand, no fault of the
plan.

没有地点的园区仍在各表与文件中，只是没有图形。这是手头数据的缺口，不是规划的问题。

Found, a park that no place is known of:
查出：位置未知的园区。

    >>> from yzgeo.checks.example_plan import print_findings
    >>> print_findings("park-unlocated", parks='''
    ... park_id, name
    ... dye,     染坊园''')
    gap park:dye: 染坊园 has no known place and is not drawn on the map.

Not found, parks with a place each:
不报：各园区都有位置。

    >>> print_findings("park-unlocated")
    nothing found
"""

from __future__ import annotations

from collections.abc import Iterator

from yzgeo.checks.finding import Gap, NotChecked
from yzgeo.core.i18n import Text, bilingual
from yzgeo.plan import listings
from yzgeo.plan.model import Plan

TITLE = Text("园区位置未知", "Parks without a known place")


def clause(plan: Plan) -> str:
    """The clauses that list the parks."""
    return listings.sections(plan.zone_parks["source"]) or "parks.csv"


def check(plan: Plan) -> Iterator[Gap | NotChecked]:
    """Parks without geometry."""
    if plan.parks.empty:
        yield NotChecked(Text("没有园区", "there are no parks"))
    for _, park in plan.parks[plan.parks.geometry.isna()].iterrows():
        name = bilingual(park["name"], park["name_en"])
        yield Gap(
            subject=f"park:{park['park_id']}",
            message=Text(
                f"{name.zh}没有已知位置，未画在图上。", f"{name.en} has no known place and is not drawn on the map."
            ),
            remedy=Text("查明位置，补入园区表", "find its place and enter it in the table of parks"),
            source=park["source"],
        )
