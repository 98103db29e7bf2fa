"""Assign places to zones, by the plan's text or by location."""

from __future__ import annotations

import geopandas as gpd
import pandas as pd
import shapely

from yzgeo.spatial.crs import equal_area
from yzgeo.spatial.zone_tree import ancestors


def zone_of_places(places: gpd.GeoDataFrame, zones: gpd.GeoDataFrame, zone_places: pd.DataFrame) -> pd.Series:
    """The zone of each place, or missing.

    A schematic outline proves nothing, so the plan's text decides there: the places that it says a zone is formed of.
    In an official outline the location decides. A place in a zone that lies in another belongs to the inner one,
    also where the text tells the inner one and the location the outer one.

    Parameters
    ----------
    places : GeoDataFrame
        `place_id` and points.
    zones : GeoDataFrame
        `zone_id`, `parent_zone_id` (optional), `outline_basis` ("schematic", "official" or missing) and polygons, same
        CRS.
    zone_places : DataFrame
        `zone_id`, `place_id`: what the plan says each zone is formed of.

    Returns
    -------
    Series of str
        `zone_id` by `place_id`, missing where a place is in no zone.

    >>> from shapely import Point, box
    >>> places = gpd.GeoDataFrame({"place_id": ["town", "hill"]}, geometry=[Point(1, 1), Point(9, 9)], crs=4490)
    >>> zones = gpd.GeoDataFrame(
    ...     {"zone_id": ["north"], "outline_basis": ["official"]}, geometry=[box(0, 0, 2, 2)], crs=4490)
    >>> zone = zone_of_places(places, zones, pd.DataFrame({"zone_id": [], "place_id": []}))
    >>> print(f"the town is in zone {zone['town']}, the hill in none: {pd.isna(zone['hill'])}")
    the town is in zone north, the hill in none: True
    """
    official = zones[zones["outline_basis"] == "official"]
    formed_of = zone_places[~zone_places["zone_id"].isin(official["zone_id"])]
    above = ancestors(zones)
    height = {zone: -len(outer) for zone, outer in above.items()}
    formed_of = formed_of.sort_values("zone_id", key=lambda ids: ids.map(height).astype(float), kind="stable")
    by_plan_text = formed_of.drop_duplicates("place_id").set_index("place_id")["zone_id"]
    inside = places[["place_id", "geometry"]].sjoin(official[["zone_id", "geometry"]], predicate="intersects")
    inside = inside.assign(height=inside["zone_id"].map(height)).sort_values(["height", "zone_id"])
    by_location = inside.drop_duplicates("place_id").set_index("place_id")["zone_id"]
    both = by_location.combine_first(by_plan_text).reindex(places["place_id"])
    inner = both.index.map(by_plan_text)
    pairs = zip(both, inner, strict=True)
    is_inner = pd.Series([zone in above.get(text, ()) for zone, text in pairs], index=both.index, dtype=bool)
    return both.mask(is_inner, pd.Series(inner, index=both.index))


def zones_within(points: gpd.GeoDataFrame, zones: gpd.GeoDataFrame) -> list[list[str]]:
    """The zones that each point may lie in, given how uncertain it is.

    Parameters
    ----------
    points : GeoDataFrame
        `uncertainty_m` and points.
    zones : GeoDataFrame
        `zone_id`, `parent_zone_id` (optional) and polygons or missing, same CRS.

    Returns
    -------
    list of list of str
        For each point the `zone_id` of the zones that contain it or lie within its uncertainty, in the order of zones;
        of a zone and one in it the inner one alone.

    >>> from shapely import Point, box
    >>> zones = gpd.GeoDataFrame({"zone_id": ["north"]}, geometry=[box(121.5, 29.7, 121.6, 29.8)], crs=4490)
    >>> near_far = [Point(121.605, 29.75), Point(121.7, 29.75)]
    >>> points = gpd.GeoDataFrame({"uncertainty_m": [1000, 1000]}, geometry=near_far, crs=4490)
    >>> print(zones_within(points, zones))
    [['north'], []]
    """
    crs = equal_area(pd.concat([points.geometry, zones.geometry]).dropna())
    outlines = zones.geometry.to_crs(crs).to_numpy()
    distances_m = points["uncertainty_m"].to_numpy(dtype=float)
    tree = shapely.STRtree(outlines)
    pairs = tree.query(points.geometry.to_crs(crs).to_numpy(), predicate="dwithin", distance=distances_m)
    zone_ids = zones["zone_id"].tolist()
    rows: list[list[str]] = [[] for _ in range(len(points))]
    for point, zone in sorted(zip(*pairs.tolist(), strict=True)):
        rows[point].append(zone_ids[zone])
    above = ancestors(zones)
    return [[zone for zone in row if not any(zone in above[inner] for inner in row)] for row in rows]


def relation(point: shapely.Point, uncertainty_m: float, outline: shapely.Geometry, crs: str) -> str:
    """Whether a point lies "inside" an outline, "within_uncertainty" of it, or "outside".

    Parameters
    ----------
    point, outline
        In the CRS `crs`.
    uncertainty_m
        Radius in metres within which the named place lies.

    >>> from shapely import Point, box
    >>> square = box(121.5, 29.7, 121.6, 29.8)
    >>> print(relation(Point(121.605, 29.75), 1000, square, "EPSG:4490"))
    within_uncertainty
    """
    pair = gpd.GeoSeries([point, outline], crs=crs)
    planar = pair.to_crs(equal_area(pair))
    if planar.iloc[1].covers(planar.iloc[0]):
        return "inside"
    return "within_uncertainty" if planar.iloc[0].distance(planar.iloc[1]) <= uncertainty_m else "outside"
