"""A park lies in the zone that lists it.

园区位于所列的片区之内。

Official outlines only: schematic ones were grown from the places of the parks themselves. A park is known
by a point and by how far the named place may lie from it; only beyond that distance does the rule speak.

Found, a park some 5 km from its zone, known to 500 m:

    >>> from yzgeo.example import told
    >>> told("park-outside-zone", places='''
    ... place_id, lon
    ... hill,     121.66''')
    warning park:mill: 磨坊园 lies 4.8 km outside North, and its place is known to 0.5 km.

Not found, a park inside:

    >>> told("park-outside-zone")
    nothing found
"""

from __future__ import annotations

from collections.abc import Iterator

import geopandas as gpd

from yzgeo.crs import equal_area
from yzgeo.findings import Finding, NotChecked
from yzgeo.i18n import Text
from yzgeo.official import official_zones
from yzgeo.plan import Plan

TITLE = Text("园区在所属片区内", "Parks lie in their zone")
M_PER_KM = 1000


def clause(plan: Plan) -> str:
    """Where the parks are listed."""
    return "、".join(dict.fromkeys(plan.zone_parks["source"])) or "zone_parks.csv"


def check(plan: Plan) -> Iterator[Finding | NotChecked]:
    """Parks farther from the zone that lists them than their place is uncertain."""
    zones, missed = official_zones(plan)
    yield from missed
    placed = plan.parks[plan.parks.geometry.notna()]
    unknown = len(plan.parks) - len(placed)
    if unknown:
        yield NotChecked(Text(f"{unknown} 个园区没有已知位置", f"{unknown} parks have no known place"))
    if zones.empty or placed.empty:
        return
    listed = plan.zone_parks.drop_duplicates(["zone_id", "park_id"])
    pairs = listed.merge(placed, on="park_id", suffixes=("", "_park")).merge(
        zones[["zone_id", "name", "name_en", "geometry"]], on="zone_id", suffixes=("", "_zone")
    )
    planar = equal_area(zones.geometry)
    point, outline = (gpd.GeoSeries(pairs[column], crs=zones.crs) for column in ("geometry", "geometry_zone"))
    pairs["distance_m"] = point.to_crs(planar).distance(outline.to_crs(planar))
    for pair in pairs[pairs["distance_m"] > pairs["uncertainty_m"]].itertuples():
        away, known = pair.distance_m / M_PER_KM, pair.uncertainty_m / M_PER_KM
        yield Finding(
            rule="park-outside-zone",
            severity="warning",
            subject=f"park:{pair.park_id}",
            message=Text(
                f"{pair.name}在{pair.name_zone}之外 {away:.1f} 公里，而其位置误差为 {known:.1f} 公里。",
                f"{pair.name} lies {away:.1f} km outside {pair.name_en_zone}, and its place is known to {known:.1f} km.",
            ),
            remedy=Text("核对园区位置与片区范围", "check the park's place and the outline"),
            clause=pair.source,
            values={"zone": pair.zone_id, "distance_m": pair.distance_m, "uncertainty_m": pair.uncertainty_m},
            geometry=pair.geometry,
        )
