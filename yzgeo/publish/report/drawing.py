"""The small maps of the report, drawn straight from the geometry: SVG paths in a true-area projection."""

from __future__ import annotations

import math
from typing import Any, NamedTuple

import geopandas as gpd
import numpy as np
import pandas as pd
import pyproj
import shapely

from yzgeo.layers import parks as park_layer
from yzgeo.layers import projects as project_layer
from yzgeo.layers import zones as zone_layer
from yzgeo.plan.model import Plan
from yzgeo.spatial.crs import CGCS2000, equal_area
from yzgeo.spatial.repair import polygonal

WIDTH_PX = 640
DETAIL_PX = 0.7
"""Finer bends than this are not drawn: on paper it is a tenth of a millimetre."""
NEAR_PX = 30
"""A town's name is lifted above symbols that are this near to its point."""
MARGIN = 0.06
AROUND_ZONE = 0.55
"""How much of its own size a zone's map shows around it on each side."""
SMALLEST_M = 3_000
"""A map shows at least this width of land."""
SCALE_BARS_M = (100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000)
SCALE_BAR_SHARE = 0.25
"""A scale bar is at most this share of the map's width."""


class Shape(NamedTuple):
    """A path of a map: whose, its SVG data, and how its layer draws it."""

    id: str
    path: str
    style: dict[str, Any]


class Mark(NamedTuple):
    """A symbol of a map: whose, where in pixels, and how its layer draws it; `uncertainty` is a radius in pixels."""

    id: str
    x: float
    y: float
    style: dict[str, Any]
    uncertainty: float | None


class Label(NamedTuple):
    """A name on a map, by the id of what it names, and where in pixels."""

    id: str
    x: float
    y: float


class Map(NamedTuple):
    """All that a template needs to draw one map."""

    width: float
    height: float
    district: str
    zones: list[Shape]
    pieces: list[str]
    parks: list[Mark]
    projects: list[Mark]
    labels: list[Label]
    towns: list[Label]
    bar_m: int
    bar_px: float


def overview(plan: Plan, colours: dict[str, str]) -> Map:
    """The whole district with all zones, each with its label.

    >>> from yzgeo.core.palette import zone_colours
    >>> from yzgeo.plan.model import load
    >>> plan = load("yinzhou")
    >>> chart = overview(plan, zone_colours(plan.zones["zone_id"]))
    >>> print(f"{len(chart.zones)} zones, a scale bar of {chart.bar_m / 1000:g} km")
    6 zones, a scale bar of 10 km
    """
    crs = equal_area(plan.district.geometry)
    west, south, east, north = plan.district.to_crs(crs).total_bounds
    margin = (east - west) * MARGIN
    box = shapely.box(west - margin, south - margin, east + margin, north + margin)
    return _draw(plan, colours, crs, box)


def around_zone(plan: Plan, zone_id: str, colours: dict[str, str]) -> Map | None:
    """One zone and what lies around it, with parks and projects; None where the zone has no outline.

    >>> from yzgeo.core.palette import zone_colours
    >>> from yzgeo.plan.model import load
    >>> plan = load("yinzhou")
    >>> chart = around_zone(plan, "dongwu", zone_colours(plan.zones["zone_id"]))
    >>> print("dongwu" in [shape.id for shape in chart.zones], chart.height < 500)
    True True
    """
    crs = equal_area(plan.district.geometry)
    outline = plan.zones[(plan.zones["zone_id"] == zone_id) & plan.zones.geometry.notna()].to_crs(crs)
    if outline.empty:
        return None
    return _draw(plan, colours, crs, _window(outline.geometry))


def around_pieces(plan: Plan, pieces: list[Any], colours: dict[str, str]) -> Map:
    """Some pieces of land (EPSG:4490) over the zones that lie around them, in the order given.

    >>> from yzgeo.core.palette import zone_colours
    >>> from yzgeo.plan.model import load
    >>> plan = load("yinzhou")
    >>> piece = shapely.box(121.50, 29.75, 121.51, 29.76)
    >>> chart = around_pieces(plan, [piece], zone_colours(plan.zones["zone_id"]))
    >>> print(len(chart.pieces), "piece,", [shape.id for shape in chart.zones])
    1 piece, ['mingzhou']
    """
    crs = equal_area(plan.district.geometry)
    shapes = gpd.GeoSeries(pieces, crs=CGCS2000)
    return _draw(plan, colours, crs, _window(shapes.to_crs(crs)), shapes)


def _window(shapes: gpd.GeoSeries) -> shapely.Polygon:
    """The part of the land that a map around some shapes shows, in their own projection."""
    west, south, east, north = shapes.total_bounds
    width = max((east - west) * (1 + 2 * AROUND_ZONE), SMALLEST_M)
    height = max((north - south) * (1 + 2 * AROUND_ZONE), SMALLEST_M)
    width = max(width, height * 1.5)  # a map wider than high, so that a sheet has room below it
    height = max(height, width / 2)
    middle = ((west + east) / 2, (south + north) / 2)
    half_width, half_height = width / 2, height / 2
    return shapely.Polygon.from_bounds(
        middle[0] - half_width, middle[1] - half_height, middle[0] + half_width, middle[1] + half_height
    )


def _draw(
    plan: Plan, colours: dict[str, str], crs: pyproj.CRS, box: shapely.Polygon, pieces: gpd.GeoSeries | None = None
) -> Map:
    west, _, east, north = box.bounds
    scale = WIDTH_PX / (east - west)

    def to_pixels(shapes: gpd.GeoSeries) -> np.ndarray:
        planar = shapes.to_crs(crs).to_numpy()
        return np.asarray(
            shapely.transform(
                planar, lambda points: np.column_stack([points[:, 0] - west, north - points[:, 1]]) * scale
            )
        )

    frame = shapely.transform(box, lambda points: np.column_stack([points[:, 0] - west, north - points[:, 1]]) * scale)
    drawn = zone_layer.frame(plan)
    drawn = drawn[drawn.geometry.notna()].reset_index(drop=True)
    outlines = shapely.intersection(_simplified(to_pixels(drawn.geometry)), frame)
    parks = _marks(park_layer.frame(plan), "park_id", park_layer.style, colours, to_pixels, frame, scale)
    projects = _marks(project_layer.frame(plan), "project_id", project_layer.style, colours, to_pixels, frame, scale)
    bar_m = max((length for length in SCALE_BARS_M if length * scale <= WIDTH_PX * SCALE_BAR_SHARE), default=100)
    return Map(
        width=WIDTH_PX,
        height=round(frame.bounds[3], 1),
        district=_path(shapely.union_all(shapely.intersection(_simplified(to_pixels(plan.district.geometry)), frame))),
        zones=[
            Shape(row["zone_id"], _path(shape), zone_layer.style(row, colours))
            for row, shape in zip(drawn.to_dict("records"), outlines, strict=True)
            if not shape.is_empty
        ],
        pieces=[] if pieces is None else [_path(shapely.intersection(shape, frame)) for shape in to_pixels(pieces)],
        parks=parks,
        projects=projects,
        labels=[
            Label(zone_id, *_middle(shape))
            for zone_id, shape in zip(drawn["zone_id"], outlines, strict=True)
            if not shape.is_empty
        ],
        towns=_towns(plan, to_pixels, frame, [*parks, *projects]),
        bar_m=bar_m,
        bar_px=round(bar_m * scale, 1),
    )


def _simplified(shapes: np.ndarray) -> np.ndarray:
    """Shapes without bends too fine to see; borders that two share stay shared."""
    simple: np.ndarray = polygonal(shapely.coverage_simplify(shapes, DETAIL_PX))
    return simple


def _path(shape: Any) -> str:
    """SVG path data of polygons, to a tenth of a pixel."""
    parts = [part for part in shapely.get_parts(shape) if part.geom_type == "Polygon"]
    return "".join(_ring(ring) for part in parts for ring in (part.exterior, *part.interiors))


def _ring(ring: Any) -> str:
    points = [f"{x:.1f} {y:.1f}" for x, y in shapely.get_coordinates(ring)[:-1]]
    return f"M{'L'.join(points)}Z"


def _middle(shape: Any) -> tuple[float, float]:
    """Middle of the largest circle that fits into a shape."""
    x, y = shapely.maximum_inscribed_circle(shape, tolerance=1).coords[0]
    return round(x, 1), round(y, 1)


def _marks(
    frame: gpd.GeoDataFrame,
    key: str,
    style: Any,
    colours: dict[str, str],
    to_pixels: Any,
    within: shapely.Polygon,
    scale: float,
) -> list[Mark]:
    """Symbols of located rows; those at one place are set around it so that none hides another."""
    located = frame[frame.geometry.notna()].reset_index(drop=True)
    if located.empty:
        return []
    points = to_pixels(located.geometry)
    coordinates = [(round(point.x, 1), round(point.y, 1)) for point in points]
    inside = shapely.covers(within, points)
    marks, seen = [], {}  # type: list[Mark], dict[tuple[float, float], int]
    for row, place, shown in zip(located.to_dict("records"), coordinates, inside, strict=True):
        if not shown:
            continue
        number = seen[place] = seen.get(place, -1) + 1
        together = coordinates.count(place)
        drawn = style(
            {name: None if pd.isna(value) else value for name, value in row.items() if name != "geometry"}, colours
        )
        away = 0.0 if together == 1 else 6 + 2.2 * together
        angle = 2 * math.pi * number / together - math.pi / 2
        x, y = place[0] + away * math.cos(angle), place[1] + away * math.sin(angle)
        uncertainty = None if pd.isna(row["uncertainty_m"]) else round(row["uncertainty_m"] * scale, 1)
        marks.append(Mark(row[key], round(x, 1), round(y, 1), drawn, uncertainty))
    return marks


def _towns(plan: Plan, to_pixels: Any, within: shapely.Polygon, marks: list[Mark]) -> list[Label]:
    """Names of towns, each above the symbols that stand around its point."""
    towns = plan.places[plan.places["kind"] != "village"]
    if towns.empty:
        return []
    labels = []
    for place_id, point in zip(towns["place_id"], to_pixels(towns.geometry), strict=True):
        if within.covers(point):
            near = [
                mark.y - mark.style["radius"]
                for mark in marks
                if point.distance(shapely.Point(mark.x, mark.y)) < NEAR_PX
            ]
            labels.append(Label(place_id, round(point.x, 1), round(max(min([point.y, *near]) - 4, 12), 1)))
    return labels
