"""A park lies in the zone that lists it.

园区位于所列的片区之内。

Two readings. By location, where the zone has an official outline: a park is known by a point and by how far the
named place may lie from it, and only beyond that distance does the rule speak. By words, where it has none: the
park's place, or the town that this is in, is one of those that the plan says the zone is formed of. A plan may
well list a park elsewhere under a zone: by words it is information. A park whose place is known only from outside the plan
is told with where its place is from.

两种读法。按位置（片区有正式边界时）：园区以一点及该地名的不确定距离为准，超出该距离才报告。按文字（没有边界时）：园区所在地或其所属镇街，应是规划所述组成该片区的地方之一。规划完全可以把别处的园区列入片区，故按文字的只列为提示。园区位置的依据一并写明。

Found, a park some 5 km from its zone, known to 500 m:
查出：园区距片区约 5 公里，位置误差 500 米。

    >>> from yzgeo.checks.example_plan import print_findings
    >>> print_findings("park-outside-zone", places='''
    ... place_id, lon
    ... hill,     121.66''')
    warning park:mill: 磨坊园 lies 4.8 km outside North, and its place is known to 0.5 km.

Found, a park of another town than those that the zone is formed of, with no outline drawn:
查出：片区由几个镇组成而未绘范围，园区在另一个镇。

    >>> print_findings("park-outside-zone", outlines='''
    ... zone_id, wkt
    ... north,   ''', parks='''
    ... park_id, place_id
    ... mill,    lake''')
    info park:mill: 磨坊园 (at Lake (湖镇): “一”) is listed for North, which by the plan is made of “山镇”.

Not found, a park inside:
不报：园区在片区之内。

    >>> print_findings("park-outside-zone")
    nothing found
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import geopandas as gpd

from yzgeo.checks.finding import Finding, NotChecked
from yzgeo.core.i18n import Text, bilingual, counted, quote
from yzgeo.plan import listings
from yzgeo.plan.model import Plan
from yzgeo.spatial.crs import equal_area

TITLE = Text("园区不在所属片区", "Parks outside their zone")
M_PER_KM = 1000
BY_LOCATION = Text("按位置", "by location")
BY_WORDS = Text("按地名", "by words")


def clause(plan: Plan) -> str:
    """The clauses that list the parks."""
    return listings.sections(plan.zone_parks["source"]) or "zone_parks.csv"


def check(plan: Plan) -> Iterator[Finding | NotChecked]:
    """Parks outside the zone that lists them."""
    placed = plan.parks[plan.parks.geometry.notna()]
    unknown = len(plan.parks) - len(placed)
    if unknown:
        yield NotChecked(
            Text(f"{unknown} 个园区没有已知位置", f"{counted(unknown, 'park has', 'parks have')} no known place"),
            partly=not placed.empty,
        )
    if plan.parks.empty:
        yield NotChecked(Text("没有园区", "there are no parks"))
    listed = plan.zone_parks.drop_duplicates(["zone_id", "park_id"])[["zone_id", "park_id"]]
    sources = plan.zone_parks.groupby("park_id")["source"].agg(lambda rows: "；".join(dict.fromkeys(rows)))
    zones = plan.zones[["zone_id", "name", "name_en", "geometry", "outline_basis"]]
    pairs = listed.merge(placed, on="park_id").merge(zones, on="zone_id", suffixes=("", "_zone"))
    pairs = pairs.assign(listed_at=pairs["park_id"].map(sources))
    if pairs.empty and not placed.empty:
        yield NotChecked(Text("没有片区列出有位置的园区", "no zone lists a park that has a place"))
    official = pairs["outline_basis_zone" if "outline_basis_zone" in pairs else "outline_basis"] == "official"
    yield from _by_location(pairs[official], plan)
    yield from _by_words(pairs[~official], plan)


def _by_location(pairs: gpd.GeoDataFrame, plan: Plan) -> Iterator[Finding]:
    if pairs.empty:
        return
    planar = equal_area(plan.zones.geometry)
    point, outline = (
        gpd.GeoSeries(pairs[column], crs=plan.zones.crs).to_crs(planar) for column in ("geometry", "geometry_zone")
    )
    away = point.distance(outline)
    beyond = pairs.assign(distance_m=away)[away > pairs["uncertainty_m"]]
    for pair in beyond.itertuples():
        distance, uncertainty = pair.distance_m / M_PER_KM, pair.uncertainty_m / M_PER_KM
        yield Finding(
            rule="park-outside-zone",
            severity="warning",
            subject=f"park:{pair.park_id}",
            aspect=f"zone:{pair.zone_id}",
            reading=BY_LOCATION,
            message=Text(
                f"{pair.name}在{pair.name_zone}之外 {distance:.1f} 公里，而其位置误差为 {uncertainty:.1f} 公里。",
                f"{_park(pair)} lies {distance:.1f} km outside {bilingual(pair.name_zone, pair.name_en_zone).en}, and its place is known to {uncertainty:.1f} km.",
            ),
            remedy=Text(
                f"核对园区位置（{pair.place}，依据：{pair.source}）与片区范围",
                f"check the park's place ({pair.place}, from: {pair.source}) and the outline",
            ),
            clause=pair.listed_at,
            values={"zone": pair.zone_id, "distance_m": pair.distance_m, "uncertainty_m": pair.uncertainty_m},
            geometry=pair.geometry,
        )


def _by_words(pairs: gpd.GeoDataFrame, plan: Plan) -> Iterator[Finding]:
    town = plan.places.set_index("place_id")["town_id"]
    formed, words = (plan.zone_places.groupby("zone_id")[column].agg(list) for column in ("place_id", "words"))
    sources = listings.sources(plan.zone_places.assign(listed_in=""))
    for pair in pairs[pairs["zone_id"].isin(formed.index)].itertuples():
        places = formed[pair.zone_id]
        if {pair.place_id, town[pair.place_id]} & {*places, *town[places].dropna()}:
            continue
        named = "、".join(words[pair.zone_id])
        made_of = ", ".join(map(quote, words[pair.zone_id]))
        yield Finding(
            rule="park-outside-zone",
            severity="info",
            subject=f"park:{pair.park_id}",
            aspect=f"zone:{pair.zone_id}",
            reading=BY_WORDS,
            message=Text(
                f"{pair.name}（位置取{pair.place}：{pair.source}）列在{pair.name_zone}，而规划称该区由{named}组成。",
                f"{_park(pair)} (at {_place(plan, pair.place_id)}: {quote(pair.source)}) is listed for {bilingual(pair.name_zone, pair.name_en_zone).en}, which by the plan is made of {made_of}.",
            ),
            remedy=Text("说明是否一区多园", "say whether the zone has parks elsewhere"),
            clause=f"{pair.listed_at}；{sources[pair.zone_id]}",
            values={"zone": pair.zone_id, "place": pair.place_id, "formed_of": places},
            geometry=pair.geometry,
        )


def _park(pair: Any) -> str:
    """The English name of a park with the printed one, else the printed one."""
    english = bilingual(pair.name, pair.name_en).en
    return pair.name if english == pair.name else f"{english} ({pair.name})"


def _place(plan: Plan, place_id: str) -> str:
    place = plan.places.set_index("place_id").loc[place_id]
    english = bilingual(place["name"], place["name_en"]).en
    return str(place["name"]) if english == place["name"] else f"{english} ({place['name']})"
