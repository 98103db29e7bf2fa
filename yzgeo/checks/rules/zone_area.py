"""The area drawn of each zone is the usable area that the plan states.

片区图上面积与规划所述可利用面积一致。

Only official outlines are compared: a schematic outline was grown until it had the plan's area, and
holding it against that figure would check a thing against itself. Areas are ellipsoidal (CGCS2000). What the words
beside the figure allow (约, 近, 超过, a range) is no difference.

只比正式边界：示意范围就是按规划面积生成的，再与该数相比等于自己验证自己。面积为椭球面积（CGCS2000）。“约”“近”“超过”与区间所容许的不算相差。

Found, an outline of 4 km² where the plan says 5:
查出：范围为 4 平方公里，规划作 5。

    >>> from yzgeo.checks.example_plan import print_findings
    >>> print_findings("zone-area", zones='''
    ... zone_id, area
    ... north,   5''')
    error zone:north: North: drawn 4.00 km², the plan says 5 km², -19.9%.

Not found, an outline of 4 km² where the plan says 4.02:
不报：范围为 4 平方公里，规划作 4.02。

    >>> print_findings("zone-area", zones='''
    ... zone_id, area
    ... north,   4.02''')
    nothing found
"""

from __future__ import annotations

from collections.abc import Iterator

from yzgeo.checks import tolerances
from yzgeo.checks.finding import Finding, NotChecked
from yzgeo.checks.official_outlines import official_zones
from yzgeo.checks.statements import span
from yzgeo.checks.tolerances import Tolerance
from yzgeo.core.i18n import Text, bilingual
from yzgeo.core.units import M2_PER_KM2
from yzgeo.plan import listings
from yzgeo.plan.areas import printed_area
from yzgeo.plan.model import Plan
from yzgeo.spatial.area import ellipsoidal_m2

TITLE = Text("片区图上面积与规划面积不一致", "Drawn areas of zones differ from the plan")
TOLERANCE = Tolerance(
    1,
    Text("%", "%"),
    Text(
        "规划面积取至 0.01 平方公里，1:10000 数字化误差约千分之几",
        "plans print areas to 0.01 km², and outlines digitised at 1:10,000 are off by some tenths of a per cent",
    ),
)


WHOLE = ("可利用", "可利用面积", "总", "总面积", "规划", "规划面积", "占地", "占地面积", "园区")
"""Kinds of area that are those of a whole zone: parts of it, such as its industrial land, say nothing of its outline."""


def clause(plan: Plan) -> str:
    """The clauses that state the usable areas."""
    return listings.sections(plan.zones["source"])


def check(plan: Plan) -> Iterator[Finding | NotChecked]:
    """Zones with an official outline whose area is off by more than the tolerance."""
    official, missed = official_zones(plan)
    yield from missed
    tolerance = tolerances.of(plan, "zone-area", TOLERANCE).value / 100
    is_whole = official["area_kind"].isna() | official["area_kind"].isin(WHOLE)
    for zone in official[~is_whole | official["area"].isna()].itertuples():
        yield NotChecked(
            Text(
                f"{zone.name}：规划未载可与范围相比的面积", f"{zone.zone_id}: the plan states no area of the whole zone"
            ),
            partly=True,
        )
    official = official[is_whole & official["area"].notna()]
    measured = official.assign(drawn_km2=ellipsoidal_m2(official.geometry) / M2_PER_KM2)
    spans = [span(zone.area, zone.area_to, zone.area_qualifier, is_count=True) for zone in measured.itertuples()]
    least, most = (measured["area_km2"] * ([one[end] for one in spans] / measured["area"]) for end in (0, 1))
    nearest = measured["drawn_km2"].clip(least, most)
    measured["difference"] = measured["drawn_km2"] / nearest - 1
    printed = {row["zone_id"]: printed_area(row) for _, row in measured.iterrows()}
    for zone in measured[measured["difference"].abs() > tolerance].itertuples():
        stated = printed[zone.zone_id]
        yield Finding(
            rule="zone-area",
            severity="error",
            subject=f"zone:{zone.zone_id}",
            message=Text(
                f"{zone.name}图上面积 {zone.drawn_km2:.2f} 平方公里，规划为 {stated.zh}，相差 {zone.difference:+.1%}。",
                f"{bilingual(zone.name, zone.name_en).en}: drawn {zone.drawn_km2:.2f} km², the plan says {stated.en}, "
                f"{zone.difference:+.1%}.",
            ),
            remedy=Text("核对范围线，或说明面积的口径", "check the outline, or say what the area means"),
            clause=zone.source,
            values={
                "drawn_km2": zone.drawn_km2,
                "plan_km2": zone.area_km2,
                "difference": zone.difference,
                "tolerance": tolerance,
            },
            geometry=zone.geometry,
        )
