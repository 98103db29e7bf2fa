"""The frame of the map: its projection, its scale, and where a point of the land lies on the sheet."""

from __future__ import annotations

import math
from typing import Any, NamedTuple

import geopandas as gpd
import numpy as np
import pyproj
import shapely

from yzgeo.core.errors import InputError
from yzgeo.plan.model import Plan
from yzgeo.publish.board.board import LEFT, LEFT_WIDTH
from yzgeo.publish.board.svg import INK, TEXT2, line, rect, text
from yzgeo.spatial.crs import CGCS2000, belt, equal_area_around
from yzgeo.spatial.gauss_kruger import BELT_DEGREES, central_meridian, gauss_kruger

Box = tuple[float, float, float, float]
TOP, HEIGHT = 44.5, 186.0
SHEET_BOX = (LEFT, TOP, LEFT + LEFT_WIDTH, TOP + HEIGHT)
MARGIN = 8.0
STEPS = (1, 1.5, 2, 2.5, 3, 4, 5, 7.5)
MOST_TICKS = 8
TICKS_MIN = (1, 2, 5, 10, 15, 30, 60)
"""Minutes between the ticks of the frame."""


class Frame(NamedTuple):
    """The projection and the scale of a map; `easting` and `northing` are those of the middle of its frame.

    `box` is the frame on the sheet: left, top, right and bottom in millimetres.
    """

    crs: pyproj.CRS
    meridian: int | None
    denominator: float
    easting: float
    northing: float
    box: Box = SHEET_BOX

    @property
    def window(self) -> shapely.Polygon:
        """The frame as an area of the sheet."""
        return shapely.box(*self.box)

    @property
    def mm_per_m(self) -> float:
        """Millimetres of the sheet, at its A3 coordinates, for a metre of land."""
        return 1000.0 / self.denominator

    def on_sheet(self, shapes: gpd.GeoSeries) -> np.ndarray:
        """Shapes of any CRS on the sheet, in millimetres."""
        left, top, right, bottom = self.box
        factor, middle = self.mm_per_m, ((left + right) / 2, (top + bottom) / 2)

        def moved(points: np.ndarray) -> np.ndarray:
            return np.column_stack(
                [
                    middle[0] + (points[:, 0] - self.easting) * factor,
                    middle[1] - (points[:, 1] - self.northing) * factor,
                ]
            )

        return np.asarray(shapely.transform(shapes.to_crs(self.crs).to_numpy(), moved))

    def degrees(self, margin_mm: float = 3.0) -> tuple[float, float, float, float]:
        """West, south, east and north of what the frame shows."""
        left, top, right, bottom = self.box
        half = np.array([(right - left) / 2 + margin_mm, (bottom - top) / 2 + margin_mm]) / self.mm_per_m
        ring = shapely.segmentize(
            shapely.box(
                self.easting - half[0], self.northing - half[1], self.easting + half[0], self.northing + half[1]
            ),
            max(half) / 8,
        )
        west, south, east, north = gpd.GeoSeries([ring], crs=self.crs).to_crs(CGCS2000).total_bounds
        return float(west), float(south), float(east), float(north)


def frame_of(plan: Plan, box: Box = SHEET_BOX) -> Frame | None:
    """The frame around the district and the zones, else around the places; None where nothing has a place.

    The scale is the largest round one at which a margin is left on all sides.

    >>> from yzgeo.plan.load import load
    >>> frame = frame_of(load("yinzhou"))
    >>> print(f"1:{frame.denominator:,.0f}, {frame.meridian}°")
    1:200,000, 123°
    """
    shown = [frame.geometry.dropna() for frame in (plan.district, plan.zones)]
    located = [shapes for shapes in shown if len(shapes)] or [plan.places.geometry.dropna()]
    shapes = gpd.GeoSeries(np.concatenate([one.to_numpy() for one in located]), crs=CGCS2000)
    if not len(shapes) or not np.isfinite(shapes.total_bounds).all():
        return None
    return frame_around(shapes, *projection(shapes), box)


def frame_around(
    shapes: gpd.GeoSeries, crs: pyproj.CRS, meridian: int | None, box: Box, margin: float = MARGIN, least_m: float = 0.0
) -> Frame:
    """The frame around some shapes, at the largest round scale at which a margin is left on all sides.

    Parameters
    ----------
    shapes
        Shapes of any CRS, of which at least one is not empty.
    crs, meridian
        The projection of the map, as `projection` gives it.
    box
        The frame on the sheet, in millimetres; `margin` in millimetres.
    least_m
        The frame shows at least so many metres.
    """
    west, south, east, north = shapes.to_crs(crs).total_bounds
    left, top, right, bottom = box
    metres = max((east - west) / (right - left - 2 * margin), (north - south) / (bottom - top - 2 * margin), 5.0)
    metres = max(metres, least_m / max(right - left, bottom - top))
    return Frame(crs, meridian, scale_for(metres * 1000), (west + east) / 2, (south + north) / 2, box)


def projection(shapes: gpd.GeoSeries) -> tuple[pyproj.CRS, int | None]:
    """The Gauss-Krüger belt of the data, eastings without its number; outside China's belts a local projection."""
    try:
        belt(shapes)
    except InputError:
        return equal_area_around(*shapes.total_bounds), None
    west, _, east, _ = shapes.total_bounds
    number = round((west + east) / 2 / BELT_DEGREES)
    return pyproj.CRS(gauss_kruger(number, numbered=False)), central_meridian(number)


def scale_for(least: float) -> float:
    """The smallest round denominator that is not below a number.

    >>> print(scale_for(160_000), scale_for(200_000), scale_for(76_000))
    200000.0 200000.0 100000.0
    """
    power = 10.0 ** math.floor(math.log10(least))
    return next((step * power for step in STEPS if step * power >= least * (1 - 1e-9)), 10 * power)


def edges(frame: Frame) -> str:
    """The line of the frame with ticks at full minutes, named on its upper and left side."""
    left, top, right, bottom = frame.box
    west, south, east, north = frame.degrees(0.0)
    step = next((one for one in TICKS_MIN if (east - west) * 60 / one <= MOST_TICKS), TICKS_MIN[-1])
    drawn = rect(left, top, right - left, bottom - top, fill="none", stroke=INK, stroke_width=0.4)
    for minute in range(math.ceil(west * 60 / step) * step, math.floor(east * 60) + 1, step):
        meridian = _curve(frame, [(minute / 60, south), (minute / 60, north)])
        for y, inward in ((top, 1.4), (bottom, -1.4)):
            x = float(np.interp(y, meridian[::-1, 1], meridian[::-1, 0]))
            if left + 4 < x < right - 4:
                drawn += line(x, y, x, y + inward, 0.25)
                if y == top:
                    drawn += text(x, top - 1.1, _degrees(minute), 7, fill=TEXT2, anchor="middle")
    for minute in range(math.ceil(south * 60 / step) * step, math.floor(north * 60) + 1, step):
        parallel = _curve(frame, [(west, minute / 60), (east, minute / 60)])
        for x, inward in ((left, 1.4), (right, -1.4)):
            y = float(np.interp(x, parallel[:, 0], parallel[:, 1]))
            if top + 5 < y < bottom - 5:
                drawn += line(x, y, x + inward, y, 0.25)
                if x == left:
                    drawn += text(left - 1.1, y, _degrees(minute), 7, fill=TEXT2, anchor="middle", rotate=-90)
    return drawn


def _curve(frame: Frame, ends: list[tuple[float, float]]) -> np.ndarray:
    straight = shapely.segmentize(shapely.LineString(ends), 0.02)
    return np.asarray(shapely.get_coordinates(frame.on_sheet(gpd.GeoSeries([straight], crs=CGCS2000))))


def _degrees(minutes: int) -> str:
    return f"{minutes // 60}°{minutes % 60:02d}′"


def clipped(shapes: Any, frame: Frame, margin: float = 3.0) -> Any:
    """What of shapes on the sheet lies in the frame, or just beside it."""
    return shapely.intersection(shapes, frame.window.buffer(margin, join_style="mitre"))
