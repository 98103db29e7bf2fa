"""Grow schematic outlines of zones from the places that form a zone, until their area is the area of the plan."""

from __future__ import annotations

from typing import NamedTuple

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from shapely.geometry.base import BaseGeometry

from yzgeo.core.errors import InputError
from yzgeo.core.i18n import Text
from yzgeo.core.units import M2_PER_KM2
from yzgeo.spatial.crs import CGCS2000, equal_area
from yzgeo.spatial.schematic.extents import extents
from yzgeo.spatial.schematic.side_by_side import Ground, Seed, side_by_side
from yzgeo.spatial.zone_tree import parents

LARGEST_SHARE = 0.9
"""Zones may take this much of the district; beyond it the shapes say more about its edge than about the places."""
INNER_SHARE = 0.6
"""Zones may take this much of the schematic outline of the zone they lie in; if they need more, they make it up."""
SMALLEST_KM2 = 0.01
"""A smaller figure is a mistyped unit, and coordinates of a centimetre could not give it to 1e-4."""
EDGE_DEGREES = 0.01
"""Longer edges of the district get vertices: a straight edge in degrees is curved in metres, here by 2 cm at most."""


class NoRoomInsideError(Exception):
    """The zones in this one find no room in its outline."""

    def __init__(self, zone: str) -> None:
        self.zone = zone
        super().__init__(f"no room in {zone}")


def grow(
    zones: pd.DataFrame, zone_places: pd.DataFrame, places: gpd.GeoDataFrame, district: gpd.GeoDataFrame
) -> gpd.GeoDataFrame:
    """Grow a schematic outline for each zone: of the area and around the places that the plan states.

    The only inputs are the places, the areas and the district, so an outline indicates a location, never a
    boundary. The places of a zone are joined by the cheapest path that keeps clear of other zones. From there an
    influence spreads and fades over a triangular mesh (screened Poisson equation, linear finite elements; faster
    along the Gabriel graph of the places, as built-up land follows the roads between settlements). A zone is where
    its influence, times a factor, is above a common threshold and above that of every other zone; the factors are
    solved for, so that every area is met at once (semi-discrete optimal transport; Aurenhammer, Hoffmann and Aronov
    1998, https://doi.org/10.1007/PL00009187).

    Zones that do not touch know nothing of each other: each is grown by itself on a mesh that is fine around its own
    places. Those that touch are grown anew, together, until none touches one of another group. So a change of one
    zone leaves all others as they are but those that touch it, before or after, directly or by way of others.

    A zone without an area has nothing to grow to. Its outline is how far its named places may extend: circles around
    them, without the land of zones with an area, each piece of land with the nearest of the places that reach it.

    Zones in a zone are drawn inside its outline. Where it has no places or no area of its own, or they find no room
    in it, they are drawn as if it were not there, and its outline is theirs together.

    Parameters
    ----------
    zones : DataFrame
        Columns zone_id, area_km2 (ellipsoidal square kilometres, missing where the plan states none),
        parent_zone_id (optional: the zone it lies in; no cycles, see `zone_tree.refuse_cycles`).
    zone_places : DataFrame
        Columns zone_id, place_id: what the plan says a zone is formed of.
    places : GeoDataFrame
        Columns place_id, uncertainty_m, extent_m (optional: radius of the place itself); points in any CRS (plan
        folders: EPSG:4490).
    district : GeoDataFrame
        One polygon in any CRS (plan folders: EPSG:4490).

    Returns
    -------
    GeoDataFrame
        A row for each zone that has places or lies around such zones, in the order of `zones`, in EPSG:4490:
        zone_id, outline_basis ("schematic"), outline_uncertainty_m (the largest uncertainty of its places; for a
        zone without an area the largest extent) and geometry, inside the district, counter-clockwise, rounded to 7
        decimals. A zone grown to an area is one valid polygon, its ellipsoidal area within 1e-5 (relative) or 1 m² of
        the stated one; others may be in several parts. Outlines do not overlap but with those of zones they lie in;
        neighbours that were grown share their vertices. A place lies in its own outline or within one mesh edge of it
        (a sixteenth of the side of a square of its area, 400 m at most), or two where places of several zones
        coincide. The order of rows in the tables makes no difference, and the same input gives the same bytes.

    Raises
    ------
    InputError
        An area that is no positive number or below a hectare; a zone or place that is named but missing; a place
        outside the district; areas above 90 % of the district; a zone whose places cannot be joined, or that has no
        room between the others.

    >>> from shapely import Point, box
    >>> from yzgeo.spatial.area import ellipsoidal_m2
    >>> outlines = grow(
    ...     pd.DataFrame({"zone_id": ["port"], "area_km2": [4.0]}),
    ...     pd.DataFrame({"zone_id": ["port", "port"], "place_id": ["quay", "town"]}),
    ...     gpd.GeoDataFrame(
    ...         {"place_id": ["quay", "town"], "uncertainty_m": [1000, 1500]},
    ...         geometry=[Point(121.53, 29.55), Point(121.55, 29.56)], crs=CGCS2000,
    ...     ),
    ...     gpd.GeoDataFrame(geometry=[box(121.5, 29.5, 121.6, 29.6)], crs=CGCS2000),
    ... )
    >>> row = outlines.iloc[0]
    >>> print(f"{row.zone_id}: {ellipsoidal_m2(outlines.geometry).iloc[0] / 1e6:.4f} km², {row.outline_basis}, "
    ...       f"places known to {row.outline_uncertainty_m:.0f} m")
    port: 4.0000 km², schematic, places known to 1500 m
    """
    degrees = district.to_crs(CGCS2000).geometry
    crs = equal_area(degrees)
    ground = Ground(degrees.segmentize(EDGE_DEGREES).to_crs(crs).union_all(), crs)
    spots = places.to_crs(crs).sort_values("place_id").set_index("place_id")
    spots = spots[~(spots.geometry.is_empty | spots.geometry.isna())]
    forest = _forest(zones, zone_places, spots, ground)
    made_up: frozenset[str] = frozenset()
    while True:
        try:
            outlines = _outlines(forest.inner[""], ground, forest, made_up)
            break
        except NoRoomInsideError as crowded:
            made_up |= {crowded.zone}
    drawn = zones.loc[zones["zone_id"].isin(outlines), "zone_id"]
    return gpd.GeoDataFrame(
        {
            "zone_id": drawn.to_numpy(),
            "outline_basis": "schematic",
            "outline_uncertainty_m": [outlines[zone].uncertainty_m for zone in drawn],
        },
        geometry=[outlines[zone].shape for zone in drawn],
        crs=CGCS2000,
    )


class Outline(NamedTuple):
    """The outline of a zone, EPSG:4490, and how uncertain it is."""

    shape: BaseGeometry
    uncertainty_m: float


class Forest(NamedTuple):
    """The zones that can be drawn, as trees of zones in zones.

    Attributes
    ----------
    inner : dict
        By zone the zones in it, sorted; under "" those that lie in none.
    spots : dict
        By zone its own places and those of all zones in it, sorted: GeoDataFrame of `uncertainty_m`, `extent_m` and
        points in the CRS of the ground, by `place_id`.
    is_placed : dict
        By zone whether it has places of its own.
    m2 : dict
        By zone its area, or the areas of the zones in it, summed, where it has none or no places; 0 where unknown.
    has_area : dict
        By zone whether it has an area.
    """

    inner: dict[str, list[str]]
    spots: dict[str, gpd.GeoDataFrame]
    is_placed: dict[str, bool]
    m2: dict[str, float]
    has_area: dict[str, bool]


def _outlines(family: list[str], ground: Ground, forest: Forest, made_up: frozenset[str]) -> dict[str, Outline]:
    """Outlines of the zones of a family and of all zones in them; those of `made_up` are what the zones in them make.

    Raises
    ------
    NoRoomInsideError
        Zones find no room in the one they lie in.
    """
    drawn, whole = _split(family, forest, made_up)
    grown = [zone for zone in drawn if forest.has_area[zone]]
    seeds = {zone: Seed(_points(forest.spots[zone]), forest.m2[zone]) for zone in grown}
    shapes = side_by_side(seeds, ground)
    outlines = {zone: Outline(shapes[zone], float(forest.spots[zone]["uncertainty_m"].max())) for zone in grown}
    circles = {zone: (_points(forest.spots[zone]), forest.spots[zone]["extent_m"].to_numpy(dtype=float))
               for zone in drawn if zone not in seeds}  # fmt: skip
    for zone, shape in extents(circles, ground, [outline.shape for outline in outlines.values()]).items():
        outlines[zone] = Outline(shape, float(circles[zone][1].max()))
    for zone in grown:
        if forest.inner[zone]:
            land = gpd.GeoSeries([outlines[zone].shape], crs=CGCS2000).to_crs(ground.crs).iloc[0]
            try:
                outlines |= _outlines(forest.inner[zone], Ground(land, ground.crs), forest, made_up)
            except InputError as error:
                raise NoRoomInsideError(zone) from error
    for zone in reversed(whole):
        parts = [outlines[part] for part in forest.inner[zone] if part in outlines]
        if parts:
            shape = shapely.orient_polygons(shapely.union_all([part.shape for part in parts]))
            outlines[zone] = Outline(shape, max(part.uncertainty_m for part in parts))
    return outlines


def _split(family: list[str], forest: Forest, made_up: frozenset[str]) -> tuple[list[str], list[str]]:
    """The zones to draw side by side, and those that the zones in them make up, the outer ones first."""
    drawn, whole, waiting = [], [], list(family)
    while waiting:
        zone = waiting.pop(0)
        needed_m2 = sum(forest.m2[part] for part in forest.inner[zone])
        has_room = forest.has_area[zone] and needed_m2 <= INNER_SHARE * forest.m2[zone]
        if forest.inner[zone] and (zone in made_up or not forest.is_placed[zone] or not has_room):
            whole.append(zone)
            waiting += forest.inner[zone]
        else:
            drawn.append(zone)
    return drawn, whole


def _points(spots: gpd.GeoDataFrame) -> np.ndarray:
    """Coordinates of places, (n, 2) float64."""
    return shapely.get_coordinates(spots.geometry.to_numpy())


def _forest(zones: pd.DataFrame, zone_places: pd.DataFrame, spots: gpd.GeoDataFrame, ground: Ground) -> Forest:
    """The zones with places or around such zones, by identifier; zones that cannot be drawn are refused."""
    area_km2 = _areas(zones)
    own = _members(zones, zone_places, spots, ground.shape)
    reach = spots["uncertainty_m"].astype("float64")
    if "extent_m" in spots:
        reach = spots["extent_m"].astype("float64").fillna(reach)
    spots = spots.assign(extent_m=reach)
    inner: dict[str, list[str]] = {"": [], **{zone: [] for zone in own}}
    above = parents(zones)
    for zone in own:
        inner[above.get(zone, "")].append(zone)
    forest = Forest({"": []}, {}, {}, {}, {})

    def add(zone: str) -> list[str]:
        """Add a zone and those in it, inner ones first; gives their places."""
        ids = set(own[zone])
        for part in inner[zone]:
            ids.update(add(part))
        if ids:
            forest.inner[zone] = [part for part in inner[zone] if part in forest.inner]
            forest.spots[zone] = spots.loc[sorted(ids)]
            forest.is_placed[zone] = bool(own[zone])
            forest.has_area[zone] = bool(own[zone]) and bool(np.isfinite(area_km2[zone]))
            forest.m2[zone] = (
                area_km2[zone] * M2_PER_KM2
                if forest.has_area[zone]
                else sum(forest.m2[part] for part in forest.inner[zone])
            )
        return sorted(ids)

    for zone in inner[""]:
        add(zone)
        if zone in forest.inner:
            forest.inner[""].append(zone)
    total_km2 = sum(forest.m2[zone] for zone in forest.inner[""]) / M2_PER_KM2
    limit_km2 = LARGEST_SHARE * ground.shape.area / M2_PER_KM2
    if total_km2 > limit_km2:
        raise InputError(
            Text(
                f"各区面积合计 {total_km2:.2f} 平方公里，超过行政区的 90%（{limit_km2:.2f} 平方公里）",
                f"the zones sum to {total_km2:.2f} km², above 90 % of the district ({limit_km2:.2f} km²)",
            ),
            Text("检查面积单位（应为平方公里）和行政区范围", "check the unit of the areas (km²) and the district"),
            file="zones.csv",
            column="area",
        )
    return forest


def _areas(zones: pd.DataFrame) -> dict[str, float]:
    """By zone its area in km², NaN where the plan states none."""
    area_km2 = dict(zip(zones["zone_id"], zones["area_km2"].astype(float), strict=True))
    for zone, km2 in area_km2.items():
        if not (np.isnan(km2) or (np.isfinite(km2) and km2 > 0)):
            raise InputError(
                Text(f"片区“{zone}”的面积不是正数", f"the area of zone '{zone}' is not a positive number"),
                Text(
                    "填写平方公里数，如 16.88；没有则留空",
                    "state square kilometres, such as 16.88, or leave it empty if the plan states none",
                ),
                file="zones.csv",
                column="area",
            )
        if km2 < SMALLEST_KM2:
            raise InputError(
                Text(
                    f"片区“{zone}”只有 {km2:.4g} 平方公里，太小，无法画出示意范围",
                    f"zone '{zone}', {km2:.4g} km², is too small to be drawn",
                ),
                Text("检查面积单位", "check the unit of its area"),
                file="zones.csv",
                column="area",
            )
    return area_km2


def _members(
    zones: pd.DataFrame, zone_places: pd.DataFrame, spots: gpd.GeoDataFrame, district_shape: BaseGeometry
) -> dict[str, list[str]]:
    """Places of each zone, both sorted by identifier."""
    repeated = (
        zones.loc[zones["zone_id"].duplicated(), "zone_id"].tolist() + spots.index[spots.index.duplicated()].tolist()
    )
    if repeated:
        raise InputError(
            Text(f"编号“{repeated[0]}”重复", f"the identifier '{repeated[0]}' occurs twice"),
            Text("每个编号只保留一行", "keep one row for each identifier"),
        )
    members = {zone: sorted(set(zone_places.loc[zone_places["zone_id"] == zone, "place_id"]))
               for zone in sorted(zones["zone_id"])}  # fmt: skip
    for zone in sorted(set(zone_places["zone_id"]) - set(members)):
        raise InputError(
            Text(f"片区“{zone}”列有地点，但不在片区表中", f"zone '{zone}' has places but no row in the table of zones"),
            Text("在 zones.csv 中补上该区", "add the zone to zones.csv"),
        )
    for zone, ids in members.items():
        for place in ids:
            if place not in spots.index:
                raise InputError(
                    Text(f"片区“{zone}”的地点“{place}”没有坐标", f"place '{place}' of zone '{zone}' has no point"),
                    Text(
                        "在 places.csv 中补上该点，或以所在镇的点代替",
                        "add the point, or let that of its town stand in",
                    ),
                )
            if not shapely.covers(district_shape, spots.geometry.loc[place]):
                raise InputError(
                    Text(f"地点“{place}”不在行政区范围内", f"place '{place}' lies outside the district"),
                    Text(
                        "检查其经纬度是否有误或颠倒", "check its longitude and latitude, and whether they are swapped"
                    ),
                    file="places.csv",
                )
    return members
