"""The ground of the map, in millimetres of the sheet: land and water, borders, railways, and the places with names."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from yzgeo.core.i18n import Text, bilingual
from yzgeo.plan.cache import cached_per_plan
from yzgeo.plan.ground_layers import OTHER_RANK, RANKS
from yzgeo.plan.model import Plan
from yzgeo.publish.board.frame import Frame, clipped, frame_of
from yzgeo.publish.board.relief import relief_on_sheet
from yzgeo.publish.board.svg import COAST, DISTRICT, OUTSIDE, WATER, circle, element, path, rect
from yzgeo.publish.page.pinyin import romanised
from yzgeo.spatial.crs import CGCS2000
from yzgeo.spatial.polygon_repair import polygonal

SIMPLER = 0.05
"""Millimetres by which a line may be simplified: less than a printer shows."""
BAND = 2.0
COAST_M, LEAST_BORDER_M = 1500.0, 2500.0
"""A border this near the sea is the coast, which is drawn as such; shorter pieces of border are left out."""
LINE_NUMBER = re.compile(r"(\d+)\s*号线|line\s*(\d+)", re.IGNORECASE)
ROADS = {"motorway": ("#C9A36A", 0.7), "trunk": ("#C9A36A", 0.5), "primary": ("#BDB8AE", 0.4)}
ROAD = ("#D3CFC6", 0.25)
RIVER, RAIL, BORDER, NEIGHBOUR = "#B3CEDC", "#7F8A90", "#4A4238", "#A9A498"
BORDER_DASHES, NEIGHBOUR_DASHES = "3 .7 .5 .7 .5 .7", "2 .6 .4 .6"
SOFT_STEPS, SOFT_MM, EASED = 6, 1.6, 3


class Named(NamedTuple):
    """Something with a name: where it is (a point, line or area of the sheet) and how soon it is named."""

    name: Text
    shape: Any
    rank: int


class Ground(NamedTuple):
    """The ground on the sheet; areas and lines are shapely geometries, empty where there is none.

    - `relief`: its shading, drawn
    - `land`: the district, `sea` the sea, both cut to the frame
    - `lakes`, `rivers`, `neighbours`, `towns`, `lines`: what has a name
    """

    relief: str
    land: Any
    border: Any
    sea: Any
    lakes: list[tuple[Any, bool]]
    rivers: list[tuple[Any, bool]]
    between: Any
    roads: list[tuple[str, Any]]
    rail: Any
    stations: np.ndarray
    named_water: list[Named]
    named_rivers: list[Named]
    neighbours: list[Named]
    towns: list[Named]
    rail_lines: list[Named]

    @property
    def has_any(self) -> bool:
        """Whether there is more than the district."""
        return bool(
            self.lakes
            or self.rivers
            or self.roads
            or not self.sea.is_empty
            or not self.rail.is_empty
            or self.neighbours
        )


@cached_per_plan
def ground_on_sheet(plan: Plan) -> Ground | None:
    """The ground inside the frame of the whole plan, once for all that draw it; None where nothing has a place."""
    frame = frame_of(plan)
    return None if frame is None else ground_of(plan, frame)


def ground_of(plan: Plan, frame: Frame) -> Ground:
    """The ground inside the frame."""
    district = _union(frame.on_sheet(plan.district.geometry.dropna()), frame)
    layers = {
        name: _layer(plan, name, frame)
        for name in ("neighbours", "water", "rivers", "roads", "rail", "stations", "towns")
    }
    water = layers["water"]
    is_sea = water["class"] == "sea"
    sea = _union(water.loc[is_sea, "shape"].to_numpy(), frame)
    inland = water[~is_sea]
    neighbours = layers["neighbours"]
    seaward = sea.buffer(COAST_M * frame.mm_per_m)
    outer = frame.window.buffer(2.9, join_style="mitre").boundary.buffer(0.3)
    border = _long(district.boundary.difference(seaward).difference(outer), LEAST_BORDER_M * frame.mm_per_m)
    near_border = district.boundary.buffer(0.4)
    edges = (
        shapely.union_all(shapely.boundary(neighbours["shape"].to_numpy())) if len(neighbours) else shapely.LineString()
    )
    between = _long(
        edges.difference(seaward).difference(near_border).difference(outer), LEAST_BORDER_M * frame.mm_per_m
    )
    land_around = [
        Named(_name(row), row.shape.difference(district).difference(sea).intersection(frame.window), 0)
        for row in neighbours.itertuples()
        if _has_name(row) and not row.shape.is_empty
    ]
    rail = layers["rail"]
    sea_rows = water[is_sea & water["name"].notna()]
    stations = layers["stations"]["shape"].to_numpy()
    return Ground(
        relief=relief_on_sheet(plan, frame),
        land=district,
        border=border,
        sea=sea,
        lakes=[(row.shape, bool(row.schematic)) for row in inland.itertuples()],
        rivers=[(row.shape, bool(row.schematic)) for row in layers["rivers"].itertuples()],
        between=between,
        roads=[(str(row.klass), row.shape) for row in layers["roads"].rename(columns={"class": "klass"}).itertuples()],
        rail=shapely.union_all(rail["shape"].to_numpy()) if len(rail) else shapely.LineString(),
        stations=shapely.get_coordinates(stations),
        named_water=[
            *(
                Named(_name(row), row.shape.intersection(frame.window), 1)
                for row in inland.itertuples()
                if _has_name(row)
            ),
            *(
                Named(_name(row), row.shape.intersection(frame.window).difference(district), 0)
                for row in sea_rows.itertuples()
            ),
        ],
        named_rivers=[Named(_name(row), row.shape, 2) for row in layers["rivers"].itertuples() if _has_name(row)],
        neighbours=land_around,
        towns=_towns(plan, layers["towns"], frame),
        rail_lines=[
            Named(Text(*[number] * 2), row.shape, 3) for row in rail.itertuples() if (number := _line_number(row))
        ],
    )


def _layer(plan: Plan, name: str, frame: Frame) -> pd.DataFrame:
    """One layer on the sheet: `name`, `name_en`, `class`, `schematic`, `rank`, `shape`; cut to the frame."""
    columns = ["name", "name_en", "class", "schematic", "rank", "shape"]
    if name not in plan.ground or not len(plan.ground[name]):
        return pd.DataFrame(columns=columns)
    whole = plan.ground[name]
    box = shapely.box(*frame.degrees())
    near = whole[shapely.intersects(whole.geometry.to_numpy(), box)]
    kept = shapely.intersection(near.geometry.to_numpy(), box.buffer(0.05))
    shapes = np.asarray(frame.on_sheet(gpd.GeoSeries(kept, crs=CGCS2000)))
    is_area = name in ("neighbours", "water")
    shapes = polygonal(clipped(polygonal(shapes), frame)) if is_area else clipped(shapes, frame)
    if name not in ("stations", "towns"):
        shapes = shapely.simplify(shapes, SIMPLER)
    table = pd.DataFrame(near.drop(columns=near.geometry.name)).reindex(columns=columns[:-1]).reset_index(drop=True)
    return table.assign(shape=shapes)[~shapely.is_empty(shapes)].reset_index(drop=True)


def _towns(plan: Plan, towns: pd.DataFrame, frame: Frame) -> list[Named]:
    """Towns of the ground and places of the plan, each name once where they lie near each other."""
    towns_named = []
    places = (
        plan.places[plan.places["kind"].isin(["town", "subdistrict", "street", "city", "county"])]
        if len(plan.places)
        else plan.places
    )
    if len(places):
        shapes = frame.on_sheet(places.geometry)
        towns_named += [
            Named(bilingual(row.name, row.name_en), shape, 2)
            for row, shape in zip(places[["name", "name_en"]].itertuples(index=False), shapes, strict=True)
            if not shapely.is_empty(shape)
        ]
    for row in towns.rename(columns={"class": "klass"}).itertuples():
        if _has_name(row):
            rank = int(row.rank) if pd.notna(row.rank) else RANKS.get(str(row.klass), OTHER_RANK)
            towns_named.append(Named(_name(row), row.shape, rank))
    kept: list[Named] = []
    for one in sorted(towns_named, key=lambda town: town.rank):
        if frame.window.covers(one.shape) and not any(other.shape.distance(one.shape) < 4.0 for other in kept):
            kept.append(one)
    return kept


def _has_name(row: Any) -> bool:
    return isinstance(row.name, str) or isinstance(row.name_en, str)


def _name(row: Any) -> Text:
    zh = row.name if isinstance(row.name, str) else row.name_en
    return bilingual(zh, row.name_en if isinstance(row.name_en, str) else romanised(zh))


def _line_number(row: Any) -> str | None:
    for words in (row.name, row.name_en):
        if isinstance(words, str) and (numbered := LINE_NUMBER.search(words)):
            return numbered[1] or numbered[2]
    return None


def _union(shapes: np.ndarray, frame: Frame) -> Any:
    return (
        shapely.simplify(shapely.union_all(clipped(polygonal(np.asarray(shapes)), frame)), SIMPLER)
        if len(shapes)
        else shapely.Polygon()
    )


def _long(lines: Any, least: float) -> Any:
    merged = shapely.line_merge(lines) if lines.geom_type.startswith("Multi") else lines
    return shapely.MultiLineString(
        [part for part in shapely.get_parts(merged) if part.geom_type == "LineString" and part.length >= least]
    )


def rings(shape: Any) -> list[np.ndarray]:
    """The rings of an area, outer and inner."""
    return [
        shapely.get_coordinates(ring)
        for part in shapely.get_parts(shape)
        if part.geom_type == "Polygon"
        for ring in (part.exterior, *part.interiors)
    ]


def strokes(shape: Any) -> list[np.ndarray]:
    """The lines of a shape of lines."""
    return [
        shapely.get_coordinates(part)
        for part in shapely.get_parts(shape)
        if part.geom_type in ("LineString", "LinearRing")
    ]


def area(shape: Any, **attributes: Any) -> str:
    """An area as a path."""
    return path(rings(shape), True, fill_rule="evenodd", **attributes)


def soft(shape: Any, colour: str, steps: int, reach: float, alpha: float) -> str:
    """An area whose edge is not known exactly: nested shapes of equal alpha, from `reach` outside to as far inside."""
    each = 1.0 - (1.0 - alpha) ** (1.0 / steps)
    drawn = ""
    for step in range(steps):
        out = reach - 2.0 * reach * step / max(steps - 1, 1)
        drawn += area(
            shapely.simplify(shape.buffer(out, quad_segs=6), SIMPLER), fill=colour, fill_opacity=f"{each:.4f}"
        )
    return drawn


def draw_below(ground: Ground, frame: Frame) -> str:
    """What lies under the zones: land, water, borders."""
    left, top, right, bottom = frame.box
    is_known = not ground.land.is_empty
    drawn = rect(left, top, right - left, bottom - top, fill=OUTSIDE if is_known else DISTRICT)
    if is_known:
        drawn += area(ground.land, fill=DISTRICT)
    drawn += ground.relief
    drawn += path(
        strokes(ground.between), fill="none", stroke=NEIGHBOUR, stroke_width=0.18, stroke_dasharray=NEIGHBOUR_DASHES
    )
    if not ground.sea.is_empty:
        edge = frame.window.buffer(2.9, join_style="mitre").boundary.buffer(0.3)
        drawn += area(ground.sea, fill=WATER)
        drawn += path(strokes(ground.sea.boundary.difference(edge)), fill="none", stroke=COAST, stroke_width=0.18)
    for shape, schematic in ground.rivers:
        if schematic:
            for wide in (1.9, 1.5, 1.1):
                drawn += path(
                    strokes(shapely.simplify(_rounded(shape), SIMPLER)),
                    fill="none",
                    stroke=RIVER,
                    stroke_width=wide,
                    stroke_opacity="0.45",
                    stroke_linecap="round",
                    stroke_linejoin="round",
                )
        else:
            drawn += path(strokes(shape), fill="none", stroke=RIVER, stroke_width=0.8, stroke_linejoin="round")
    for shape, schematic in ground.lakes:
        drawn += (
            soft(_rounded(shape), RIVER, SOFT_STEPS, SOFT_MM / 2, 0.95)
            if schematic
            else area(shape, fill=RIVER, stroke=COAST, stroke_width=0.12)
        )
    band = ground.border.buffer(BAND, cap_style="flat").intersection(ground.land)
    drawn += area(band, fill="#8F887A", fill_opacity="0.16")
    drawn += area(
        ground.border.buffer(BAND / 2, cap_style="flat").intersection(ground.land), fill="#8F887A", fill_opacity="0.12"
    )
    return drawn + path(
        strokes(ground.border), fill="none", stroke=BORDER, stroke_width=0.38, stroke_dasharray=BORDER_DASHES
    )


def _rounded(shape: Any) -> Any:
    """A schematic area or line without its corners, which nobody knows."""
    parts: list[Any] = []
    for part in shapely.get_parts(shape):
        if part.geom_type == "Polygon":
            eased = shapely.Polygon(_eased(part.exterior.coords), [_eased(ring.coords) for ring in part.interiors])
            parts.extend(shapely.get_parts(polygonal(np.array([eased]))))
        elif part.geom_type == "LineString":
            parts.append(shapely.LineString(_eased(part.coords)))
    return shapely.geometrycollections(parts)


def _eased(points: Any) -> np.ndarray:
    """Points of a line or ring with its corners cut three times (Chaikin, 1974); the ends of a line stay.

    >>> print(_eased([(0, 0), (8, 0), (8, 8), (0, 8), (0, 0)]).max(), len(_eased([(0, 0), (4, 0)])))
    8.0 2
    """
    line = np.asarray(points, dtype=float)[:, :2]
    is_ring = len(line) > 3 and bool((line[0] == line[-1]).all())
    for _ in range(EASED if len(line) > 2 else 0):
        near = line[:-1] * 0.75 + line[1:] * 0.25
        far = line[:-1] * 0.25 + line[1:] * 0.75
        cut = np.stack([near, far], axis=1).reshape(-1, 2)
        line = np.vstack([cut, cut[:1]]) if is_ring else np.vstack([line[:1], cut[1:-1], line[-1:]])
    return line


def draw_above(ground: Ground) -> str:
    """What lies over the zones: roads and railways with their stations."""
    drawn = ""
    for klass, shape in ground.roads:
        colour, wide = ROADS.get(klass, ROAD)
        drawn += path(strokes(shape), fill="none", stroke=colour, stroke_width=wide, stroke_linejoin="round")
    lines = strokes(ground.rail)
    drawn += path(lines, fill="none", stroke="#FFFFFF", stroke_width=0.9, stroke_linejoin="round", stroke_opacity="0.8")
    drawn += path(lines, fill="none", stroke=RAIL, stroke_width=0.45, stroke_linejoin="round")
    dots = "".join(circle(x, y, 0.34) for x, y in ground.stations)
    return drawn + (element("g", dots, fill="#FFFFFF", stroke=RAIL, stroke_width=0.15) if dots else "")
