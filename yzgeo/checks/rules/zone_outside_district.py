"""Zones lie inside their district.

片区不越出行政区界。

The rule checks official outlines only. It ignores an overhang narrower than the tolerance, since the border of the
district is no more exact than that.

只查正式边界。越界小于容差的不报告，因为行政区界本身也不更精确。

Found, a zone that reaches over the border:
查出：片区越过区界。

    >>> from yzgeo.checks.example_plan import print_findings
    >>> print_findings("zone-outside-district", outlines='''
    ... zone_id, wkt
    ... south,   "POLYGON ((121.59 29.49, 121.61 29.49, 121.61 29.6, 121.59 29.6, 121.59 29.49))"''')
    error zone:south: 2.158 km² of South (9.1%) lie outside the district.

Not found, a zone inside:
不报：片区在界内。

    >>> print_findings("zone-outside-district")
    nothing found
"""

from __future__ import annotations

from collections.abc import Iterator

from yzgeo.checks import tolerances
from yzgeo.checks.finding import Finding, NotChecked
from yzgeo.checks.official_outlines import official_zones
from yzgeo.checks.tolerances import Tolerance
from yzgeo.core.i18n import Text, bilingual
from yzgeo.core.units import M2_PER_KM2
from yzgeo.plan import listings
from yzgeo.plan.model import Plan
from yzgeo.spatial.area import ellipsoidal_m2
from yzgeo.spatial.topology import outside

TITLE = Text("片区越出行政区", "Zones reaching outside the district")
TOLERANCE = Tolerance(
    50,
    Text("米", "m"),
    Text(
        "区界多取自 1:100000 上下的公开数据，图上 0.5 毫米即 50 米",
        "district borders mostly come from public data of about 1:100,000, where half a millimetre is 50 m",
    ),
)


def clause(plan: Plan) -> str:
    """The clauses that describe the zones."""
    return listings.sections(plan.zones["source"])


def check(plan: Plan) -> Iterator[Finding | NotChecked]:
    """Zones that reach beyond the district by more than the tolerance."""
    zones, missed = official_zones(plan)
    yield from missed
    if zones.empty:
        return
    if plan.district.empty:
        yield NotChecked(Text("没有行政区界线", "the plan has no outline of its district"))
        return
    width = tolerances.of(plan, "zone-outside-district", TOLERANCE).value
    pieces = outside(zones, plan.district)
    areas = ellipsoidal_m2(zones.set_index("zone_id").geometry)
    named = zones.set_index("zone_id")
    for zone_id, beyond in pieces[pieces["width_m"] >= width].groupby("zone_id"):
        area, zone = float(beyond["area_m2"].sum()), named.loc[zone_id]
        share = area / float(areas[zone_id])
        yield Finding(
            rule="zone-outside-district",
            severity="error",
            subject=f"zone:{zone_id}",
            message=Text(
                f"{zone['name']}有 {area / M2_PER_KM2:.3f} 平方公里（{share:.1%}）在行政区外。",
                f"{area / M2_PER_KM2:.3f} km² of {bilingual(zone['name'], zone['name_en']).en} ({share:.1%}) lie outside the district.",
            ),
            remedy=Text("核对范围与区界的坐标系", "check the outline, and the CRS of outline and district"),
            clause=zone["source"],
            values={"area_m2": area, "share": share, "tolerance_m": width},
            geometry=beyond.geometry.union_all(),
        )
