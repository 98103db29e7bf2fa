"""The small maps of the report, drawn straight from the geometry: SVG paths in a true-area projection."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable
from typing import Any, NamedTuple

import geopandas as gpd
import numpy as np
import pandas as pd
import pyproj
import shapely

from yzgeo.layers import parks as park_layer
from yzgeo.layers import projects as project_layer
from yzgeo.layers import zones as zone_layer
from yzgeo.plan.extent import extent
from yzgeo.plan.model import Plan
from yzgeo.spatial.crs import CGCS2000, equal_area_around
from yzgeo.spatial.polygon_repair import polygonal

WIDTH_PX = 640
DETAIL_PX = 0.7
"""Finer bends than this are not drawn: on paper it is a tenth of a millimetre."""
NEAR_PX = 30
"""A town's name is lifted above symbols that are this near to its point."""
MARGIN = 0.06
AROUND_ZONE = 0.55
"""The margin of a zone's map on each side, as a share of the size of the zone."""
SMALLEST_M = 3_000
"""A map shows at least this width of land."""
SCALE_BARS_M = (100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000)
SCALE_BAR_SHARE = 0.25
"""A scale bar is at most this share of the map's width."""

Style = Callable[[dict[str, Any], dict[str, str]], dict[str, Any]]
"""A layer's `style(properties, colours)`."""


class Shape(NamedTuple):
    """A path of a map: the id of its feature, its SVG data, its style."""

    id: str
    path: str
    style: dict[str, Any]


class Mark(NamedTuple):
    """A symbol of a map: the id of its feature, its place and `uncertainty` (a radius) in pixels, its style."""

    id: str
    x: float
    y: float
    style: dict[str, Any]
    uncertainty: float | None


class Label(NamedTuple):
    """A name on a map: the id of its feature and its place in pixels."""

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


class Features(NamedTuple):
    """The located features of one layer in the projection of the maps.

    `ids` and `styles` have an entry per feature, `shapes` is (n,) object, `bounds` (n, 4) and `uncertainty_m` (n,)
    float64, NaN where none is stated.
    """

    ids: list[str]
    shapes: np.ndarray
    bounds: np.ndarray
    styles: list[dict[str, Any]]
    uncertainty_m: np.ndarray

    def within(self, box: shapely.Polygon) -> Features:
        """The features whose bounding box meets a box."""
        west, south, east, north = box.bounds
        left, bottom, right, top = self.bounds.T
        near = np.flatnonzero((left <= east) & (right >= west) & (bottom <= north) & (top >= south))
        return Features(
            [self.ids[index] for index in near],
            self.shapes[near],
            self.bounds[near],
            [self.styles[index] for index in near],
            self.uncertainty_m[near],
        )


class BaseMap(NamedTuple):
    """The parts that all maps of one plan share, projected once: `crs` is an equal-area projection of the district."""

    crs: pyproj.CRS
    district: np.ndarray
    zones: Features
    parks: Features
    projects: Features
    towns: Features


def base_map(plan: Plan, frames: dict[str, gpd.GeoDataFrame], colours: dict[str, str]) -> BaseMap:
    """Project the layers of a plan for its maps.

    Parameters
    ----------
    plan
        The plan.
    frames
        The frames of the layers `zones`, `parks` and `projects` (EPSG:4490).
    colours
        The colour of each zone by its id.
    """
    crs = equal_area_around(*extent(plan))
    towns = plan.places[plan.places["kind"] != "village"]
    return BaseMap(
        crs,
        plan.district.geometry.to_crs(crs).to_numpy(),
        _features(frames["zones"], "zone_id", crs, zone_layer.style, colours),
        _features(frames["parks"], "park_id", crs, park_layer.style, colours),
        _features(project_layer.at_each_place(frames["projects"]), "project_id", crs, project_layer.style, colours),
        _features(towns, "place_id", crs, lambda properties, colours: {}, colours),
    )


def _features(frame: gpd.GeoDataFrame, key: str, crs: pyproj.CRS, style: Style, colours: dict[str, str]) -> Features:
    located = frame[frame.geometry.notna()].reset_index(drop=True)
    shapes = located.geometry.to_crs(crs).to_numpy()
    properties = [
        {name: None if np.isscalar(value) and pd.isna(value) else value for name, value in row.items()}
        for row in located.drop(columns="geometry").to_dict("records")
    ]
    stated = located.get("outline_uncertainty_m" if key == "zone_id" else "uncertainty_m", pd.Series(dtype="float64"))
    return Features(
        located[key].tolist(),
        shapes,
        shapely.bounds(shapes).reshape(-1, 4),
        [style(row, colours) for row in properties],
        stated.reindex(located.index).to_numpy(dtype=np.float64),
    )


def overview(base: BaseMap) -> Map | None:
    """The whole district with all zones, each with its label; None where there is neither a district nor an outline.

    >>> from yzgeo.core.palette import print_colours
    >>> from yzgeo.plan.load import load
    >>> from yzgeo.publish.context import build_context
    >>> context = build_context(load("yinzhou"), "en")
    >>> chart = overview(base_map(context.plan, context.frames, print_colours(context.plan.zones["zone_id"], context.plan.zones["kind"])))
    >>> print(f"{len(chart.zones)} zones, a scale bar of {chart.bar_m / 1000:g} km")
    6 zones, a scale bar of 10 km
    """
    drawn = [*base.district, *base.zones.shapes]
    if not drawn:
        return None
    west, south, east, north = shapely.total_bounds(drawn)
    margin = (east - west) * MARGIN
    return _draw(base, shapely.box(west - margin, south - margin, east + margin, north + margin))


def around_zone(base: BaseMap, zone_id: str) -> Map | None:
    """One zone and what lies around it, with parks and projects; None where the zone has no outline.

    >>> from yzgeo.core.palette import print_colours
    >>> from yzgeo.plan.load import load
    >>> from yzgeo.publish.context import build_context
    >>> context = build_context(load("yinzhou"), "en")
    >>> base = base_map(context.plan, context.frames, print_colours(context.plan.zones["zone_id"], context.plan.zones["kind"]))
    >>> chart = around_zone(base, "dongwu")
    >>> print("dongwu" in [shape.id for shape in chart.zones], chart.height < 500)
    True True
    """
    if zone_id not in base.zones.ids:
        return None
    return _draw(base, _window(base.zones.bounds[base.zones.ids.index(zone_id)]))


def around_pieces(base: BaseMap, pieces: list[Any]) -> Map:
    """Some pieces of land (EPSG:4490) over the zones that lie around them, in the order given.

    >>> from yzgeo.core.palette import print_colours
    >>> from yzgeo.plan.load import load
    >>> from yzgeo.publish.context import build_context
    >>> context = build_context(load("yinzhou"), "en")
    >>> base = base_map(context.plan, context.frames, print_colours(context.plan.zones["zone_id"], context.plan.zones["kind"]))
    >>> chart = around_pieces(base, [shapely.box(121.50, 29.75, 121.51, 29.76)])
    >>> print(len(chart.pieces), "piece,", [shape.id for shape in chart.zones])
    1 piece, ['mingzhou']
    """
    shapes = gpd.GeoSeries(pieces, crs=CGCS2000).to_crs(base.crs)
    return _draw(base, _window(shapes.total_bounds), shapes.to_numpy())


def _window(bounds: np.ndarray) -> shapely.Polygon:
    """The part of the land that a map around some bounds shows, in the projection of the bounds."""
    west, south, east, north = bounds
    width = max((east - west) * (1 + 2 * AROUND_ZONE), SMALLEST_M)
    height = max((north - south) * (1 + 2 * AROUND_ZONE), SMALLEST_M)
    width = max(width, height * 1.5)  # a map wider than high, so that a sheet has room below it
    height = max(height, width / 2)
    middle = ((west + east) / 2, (south + north) / 2)
    half_width, half_height = width / 2, height / 2
    return shapely.Polygon.from_bounds(
        middle[0] - half_width, middle[1] - half_height, middle[0] + half_width, middle[1] + half_height
    )


def _draw(base: BaseMap, box: shapely.Polygon, pieces: np.ndarray | None = None) -> Map:
    west, _, east, north = box.bounds
    scale = WIDTH_PX / (east - west)

    def to_pixels(shapes: Any) -> Any:
        return shapely.transform(
            shapes, lambda points: np.column_stack([points[:, 0] - west, north - points[:, 1]]) * scale
        )

    frame = to_pixels(box)
    zones = base.zones.within(box)
    outlines = shapely.intersection(_simplified(to_pixels(zones.shapes)), frame)
    parks = _marks(base.parks.within(box), to_pixels, frame, scale)
    projects = _marks(base.projects.within(box), to_pixels, frame, scale)
    bar_m = max((length for length in SCALE_BARS_M if length * scale <= WIDTH_PX * SCALE_BAR_SHARE), default=100)
    return Map(
        width=WIDTH_PX,
        height=round(frame.bounds[3], 1),
        district=_path(shapely.union_all(shapely.intersection(_simplified(to_pixels(base.district)), frame))),
        zones=[
            Shape(zone_id, _path(shape), style)
            for zone_id, shape, style in zip(zones.ids, outlines, zones.styles, strict=True)
            if not shape.is_empty
        ],
        pieces=[] if pieces is None else [_path(shapely.intersection(shape, frame)) for shape in to_pixels(pieces)],
        parks=parks,
        projects=projects,
        labels=[
            Label(zone_id, *_middle(_own_part(shape, outlines)))
            for zone_id, shape in zip(zones.ids, outlines, strict=True)
            if not shape.is_empty
        ],
        towns=_towns(base.towns.within(box), to_pixels, frame, [*parks, *projects]),
        bar_m=bar_m,
        bar_px=round(bar_m * scale, 1),
    )


def _simplified(shapes: np.ndarray) -> np.ndarray:
    """Shapes without bends too fine to see; borders that two share stay shared."""
    simple: np.ndarray = polygonal(shapely.coverage_simplify(shapes, DETAIL_PX))
    return simple


def _path(shape: Any) -> str:
    """SVG path data of polygons, to a tenth of a pixel."""
    parts = [part for part in shapely.get_parts(shape) if part.geom_type == "Polygon" and not part.is_empty]
    return "".join(_ring(ring) for part in parts for ring in (part.exterior, *part.interiors))


def _ring(ring: Any) -> str:
    points = [f"{x:.1f} {y:.1f}" for x, y in shapely.get_coordinates(ring)[:-1]]
    return f"M{'L'.join(points)}Z"


def _own_part(shape: Any, others: np.ndarray) -> Any:
    """What a zone has beside the zones inside it: there its label hides none of theirs."""
    inside = [other for other in others if other.area < shape.area and shape.contains(other.representative_point())]
    rest = shapely.difference(shape, shapely.union_all(inside)) if inside else shape
    return shape if rest.is_empty else rest


def _middle(shape: Any) -> tuple[float, float]:
    """Middle of the largest circle that fits into a shape."""
    x, y = shapely.maximum_inscribed_circle(shape, tolerance=1).coords[0]
    return round(x, 1), round(y, 1)


def _marks(features: Features, to_pixels: Any, within: shapely.Polygon, scale: float) -> list[Mark]:
    """Symbols of points; those at one place are set around it so that none hides another."""
    points = to_pixels(features.shapes)
    inside = shapely.covers(within, points)
    places = [(round(point.x, 1), round(point.y, 1)) for point in points]
    count = Counter(places)
    marks, seen = [], Counter()  # type: list[Mark], Counter[tuple[float, float]]
    for index in np.flatnonzero(inside):
        place, style, uncertainty = places[index], features.styles[index], features.uncertainty_m[index] * scale
        number, together = seen[place], count[place]
        seen[place] += 1
        away = 0.0 if together == 1 else 6 + 2.2 * together
        angle = 2 * math.pi * number / together - math.pi / 2
        x, y = place[0] + away * math.cos(angle), place[1] + away * math.sin(angle)
        radius = None if math.isnan(uncertainty) else round(float(uncertainty), 1)
        marks.append(Mark(features.ids[index], round(x, 1), round(y, 1), style, radius))
    return marks


def _towns(towns: Features, to_pixels: Any, within: shapely.Polygon, marks: list[Mark]) -> list[Label]:
    """Names of towns, each above the symbols that stand around its point."""
    labels = []
    for place_id, point in zip(towns.ids, to_pixels(towns.shapes), strict=True):
        if within.covers(point):
            near = [
                mark.y - mark.style["radius"]
                for mark in marks
                if point.distance(shapely.Point(mark.x, mark.y)) < NEAR_PX
            ]
            labels.append(Label(place_id, round(point.x, 1), round(max(min([point.y, *near]) - 4, 12), 1)))
    return labels
