"""The maps of a comparison: land that an outline gained and lost over the zones around it, as SVG paths in true area."""

from __future__ import annotations

from typing import Any, NamedTuple

import geopandas as gpd
import numpy as np
import pandas as pd
import pyproj
import shapely

from yzgeo.layers import zones as zone_layer
from yzgeo.plan.extent import extent
from yzgeo.plan.model import Plan
from yzgeo.spatial.crs import CGCS2000, equal_area_around
from yzgeo.spatial.polygon_repair import polygonal

WIDTH_PX = 640
DETAIL_PX = 0.7
"""Finer bends than this are not drawn: on paper it is a tenth of a millimetre."""
AROUND_PIECES = 0.55
"""The margin of a map on each side, as a share of the size of the pieces."""
SMALLEST_M = 3_000
"""A map shows at least this width of land."""
SCALE_BARS_M = (100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000)
SCALE_BAR_SHARE = 0.25
"""A scale bar is at most this share of the map's width."""


class Shape(NamedTuple):
    """A path of a map: the id of its zone, its SVG data, its style."""

    id: str
    path: str
    style: dict[str, Any]


class Map(NamedTuple):
    """All that a template needs to draw one map."""

    width: float
    height: float
    district: str
    zones: list[Shape]
    pieces: list[str]
    bar_m: int
    bar_px: float


class BaseMap(NamedTuple):
    """What all maps of one plan share, projected once: `crs` is an equal-area projection of the district.

    `zone_ids`, `zones` (n,) object and `styles` have an entry per zone with an outline.
    """

    crs: pyproj.CRS
    district: np.ndarray
    zone_ids: list[str]
    zones: np.ndarray
    styles: list[dict[str, Any]]


def base_map(plan: Plan, colours: dict[str, str]) -> BaseMap:
    """Project district and zones of a plan for its maps; `colours` has the colour of each zone by its id."""
    crs = equal_area_around(*extent(plan))
    frame = zone_layer.frame(plan)
    drawn = frame[frame.geometry.notna()].reset_index(drop=True)
    properties = [
        {name: None if np.isscalar(value) and pd.isna(value) else value for name, value in row.items()}
        for row in drawn.drop(columns="geometry").to_dict("records")
    ]
    return BaseMap(
        crs,
        plan.district.geometry.to_crs(crs).to_numpy(),
        drawn["zone_id"].tolist(),
        drawn.geometry.to_crs(crs).to_numpy(),
        [zone_layer.style(row, colours) for row in properties],
    )


def around_pieces(base: BaseMap, pieces: list[Any]) -> Map:
    """Some pieces of land (EPSG:4490) over the zones that lie around them, in the order given.

    >>> from yzgeo.core.palette import print_colours
    >>> from yzgeo.plan.load import load
    >>> plan = load("yinzhou")
    >>> base = base_map(plan, print_colours(plan.zones["zone_id"], plan.zones["kind"]))
    >>> chart = around_pieces(base, [shapely.box(121.50, 29.75, 121.51, 29.76)])
    >>> print(len(chart.pieces), "piece,", [shape.id for shape in chart.zones])
    1 piece, ['mingzhou']
    """
    shapes = gpd.GeoSeries(pieces, crs=CGCS2000).to_crs(base.crs)
    box = _window(shapes.total_bounds)
    west, _, east, north = box.bounds
    scale = WIDTH_PX / (east - west)

    def to_pixels(shapes: Any) -> Any:
        return shapely.transform(
            shapes, lambda points: np.column_stack([points[:, 0] - west, north - points[:, 1]]) * scale
        )

    frame = to_pixels(box)
    near = np.flatnonzero(shapely.intersects(shapely.envelope(base.zones), box))
    outlines = shapely.intersection(_simplified(to_pixels(base.zones[near])), frame)
    bar_m = max((length for length in SCALE_BARS_M if length * scale <= WIDTH_PX * SCALE_BAR_SHARE), default=100)
    return Map(
        width=WIDTH_PX,
        height=round(frame.bounds[3], 1),
        district=_path(shapely.union_all(shapely.intersection(_simplified(to_pixels(base.district)), frame))),
        zones=[
            Shape(base.zone_ids[place], _path(shape), base.styles[place])
            for place, shape in zip(near, outlines, strict=True)
            if not shape.is_empty
        ],
        pieces=[_path(shapely.intersection(shape, frame)) for shape in to_pixels(shapes.to_numpy())],
        bar_m=bar_m,
        bar_px=round(bar_m * scale, 1),
    )


def _window(bounds: np.ndarray) -> shapely.Polygon:
    """The part of the land that a map around some bounds shows, in the projection of the bounds."""
    west, south, east, north = bounds
    width = max((east - west) * (1 + 2 * AROUND_PIECES), SMALLEST_M)
    height = max((north - south) * (1 + 2 * AROUND_PIECES), SMALLEST_M)
    width = max(width, height * 1.5)  # a map wider than high, so that a page has room below it
    height = max(height, width / 2)
    middle = ((west + east) / 2, (south + north) / 2)
    return shapely.Polygon.from_bounds(
        middle[0] - width / 2, middle[1] - height / 2, middle[0] + width / 2, middle[1] + height / 2
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
