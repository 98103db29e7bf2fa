"""Every zone is drawn, inside a district.

每个片区都画在图上，并有行政区界线。

A zone is drawn from its official outline, else grown from the places that it is made of. Without either it is listed
and not drawn; without a district the map has no ground. These are gaps in the data at hand, no fault of the plan.

片区按法定范围画出；没有法定范围的，由组成地点生成示意范围。两者都没有的只列出，不画；没有行政区界线则地图没有底。这是手头数据的缺口，不是规划的问题。

Found, a third zone of which no place is known:
查出：第三个片区位置未知。

    >>> from yzgeo.checks.example_plan import print_findings
    >>> print_findings("zone-undrawn", zones='''
    ... zone_id, name, name_en
    ... east,    东区, East''')
    gap zone:east: East has no outline and is not drawn on the map.

Not found, zones with an outline each:
不报：各片区都有范围。

    >>> print_findings("zone-undrawn")
    nothing found
"""

from __future__ import annotations

from collections.abc import Iterator

from yzgeo.checks.finding import Gap
from yzgeo.core.i18n import Text, bilingual
from yzgeo.plan import listings
from yzgeo.plan.model import Plan

TITLE = Text("片区没有图上范围", "Zones not drawn")


def clause(plan: Plan) -> str:
    """The clauses that describe the zones."""
    return listings.sections(plan.zones["source"]) or "zones.csv"


def check(plan: Plan) -> Iterator[Gap]:
    """Zones without an outline, a plan without zones, and a plan without its district."""
    if plan.district.empty:
        yield Gap(
            subject="table:district",
            message=Text(
                "没有行政区界线，地图没有底。", "There is no outline of the district, so the map has no ground."
            ),
            remedy=Text("导入行政区界线", "import the outline of the district"),
            source="district.geojson",
        )
    if plan.zones.empty:
        yield Gap(
            subject="table:zones",
            message=Text("还没有片区。", "There are no zones yet."),
            remedy=Text("补录片区，或导入片区", "enter the zones, or import them"),
            source="zones.csv",
        )
    for _, zone in plan.zones[plan.zones.geometry.isna()].iterrows():
        name = bilingual(zone["name"], zone["name_en"])
        yield Gap(
            subject=f"zone:{zone['zone_id']}",
            message=Text(f"{name.zh}没有图上范围，未画。", f"{name.en} has no outline and is not drawn on the map."),
            remedy=Text(
                "补录组成地点，或导入法定范围",
                "enter the places it is made of, or import its official outline",
            ),
            source=zone["source"],
        )
