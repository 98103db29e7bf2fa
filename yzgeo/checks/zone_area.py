"""The area drawn of each zone is the usable area that the plan states.

Only official outlines are compared: a schematic outline was grown until it had the plan's area, and
holding it against that figure would check a thing against itself. Areas are ellipsoidal (CGCS2000).
The tolerance is 1 %: the plan prints areas to 0.01 km², which is 0.17 % of the smallest zone, and
outlines digitised at 1:10,000 add some tenths of a per cent.

Found: an official outline of 18.0 km² where the plan says 16.88 km².
Not found: an official outline of 16.9 km².
"""

from __future__ import annotations

from collections.abc import Iterator

from yzgeo.findings import Finding, NotChecked
from yzgeo.i18n import Text
from yzgeo.plan import Plan
from yzgeo.spatial.area import ellipsoidal_m2
from yzgeo.units import M2_PER_KM2

TITLE = Text("片区图上面积与规划面积一致", "Drawn areas of zones agree with the plan")
TOLERANCE = 0.01


def clause(plan: Plan) -> str:
    """Where the plan states the usable areas."""
    return "、".join(dict.fromkeys(plan.zones["source"]))


def check(plan: Plan) -> Iterator[Finding | NotChecked]:
    """Zones with an official outline whose area is off by more than the tolerance."""
    official = plan.zones[plan.zones["outline_basis"] == "official"]
    others = len(plan.zones) - len(official)
    if others:
        yield NotChecked(
            Text(
                f"{others} 个片区只有示意范围或没有范围，示意范围按规划面积生成，不能反过来验证面积",
                f"{others} zones have a schematic outline or none; a schematic outline is grown to the plan's area and cannot prove it",
            )
        )
    drawn = ellipsoidal_m2(official.geometry) / M2_PER_KM2
    for index, zone in official.iterrows():
        stated, measured = float(zone["usable_area_km2"]), float(drawn[index])
        share = measured / stated - 1
        if abs(share) > TOLERANCE:
            yield Finding(
                rule="zone-area",
                severity="error",
                subject=f"zone:{zone['zone_id']}",
                message=Text(
                    f"{zone['name']}图上面积 {measured:.2f} 平方公里，规划为 {stated:g} 平方公里，相差 {share:+.1%}。",
                    f"{zone['name_en']}: drawn {measured:.2f} km², the plan says {stated:g} km², {share:+.1%}.",
                ),
                remedy=Text("核对范围线，或说明可利用面积的口径", "check the outline, or say what usable area means"),
                clause=zone["source"],
                values={"drawn_km2": measured, "plan_km2": stated, "difference": share, "tolerance": TOLERANCE},
                geometry=zone.geometry,
            )
