"""The ground as the page's scripts read it: layers of few bytes, each drawn no finer than it is known.

Coordinates are whole numbers of 1e-5 degree (about 1 m), longitude first. A ring or a line is one flat list: the first
point, then the step to each next one: [lon0, lat0, dlon, dlat, …]. A ring's last point is not repeated. Points for
labels and towns are [lat, lon] in degrees, as Leaflet takes them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely

from yzgeo.core.values import json_value
from yzgeo.plan import attribution
from yzgeo.plan.extent import extent
from yzgeo.plan.ground_layers import LAYERS, OTHER_RANK
from yzgeo.plan.model import Plan
from yzgeo.plan.relief import RELIEF
from yzgeo.publish.page.pinyin import romanised
from yzgeo.publish.page.relief import relief_data
from yzgeo.spatial.crs import CGCS2000, equal_area_around
from yzgeo.spatial.polygon_repair import polygonal

Box = tuple[float, float, float, float]

PAGE_LAYERS = {
    "sea": ("water", ("sea",)),
    "lakes": ("water", None),
    "rivers": ("rivers", None),
    "rail": ("rail", None),
    "roads": ("roads", None),
    "stations": ("stations", None),
    "towns": ("towns", None),
    "neighbours": ("neighbours", None),
}
"""Layers of the page: the layer of the plan that each comes from, and its classes; None: all that no other has."""
UNITS = 100_000
"""In a degree."""
DECIMALS = 5
DETAIL = 0.25
"""Of the accuracy: so far a simplified line may leave the one given, which alone is as far again from the truth."""
PIXEL_M = 6.0
"""The least tolerance: a pixel at the largest scale of the page (zoom 14.5 at 30° N)."""
AS_GIVEN = ("neighbours",)
"""Layers whose borders are those of the district, which is drawn as it is given: they must go on meeting."""
MOST_BYTES = 250_000
COARSER = (1, 2, 4, 8, 16, 32)
"""Factors of the tolerance that are tried in turn until the ground takes no more than `MOST_BYTES`."""
SHARES_KEPT = (1.0, 0.5, 0.25, 0.125, 0.0625, 0.03125)
"""Then so many of the longest lines, largest areas and first towns are kept."""
BEYOND = 1.0
"""How far the ground reaches beyond the plan's land, as a share of the longer side of that."""


def ground_box(plan: Plan) -> Box:
    """West, south, east and north of what the page shows of the ground: around the plan's land, as far as there is any.

    >>> from yzgeo.plan.load import load
    >>> print(ground_box(load("xiangcheng")) == extent(load("xiangcheng")))
    True
    """
    west, south, east, north = extent(plan)
    beyond = BEYOND * max(east - west, north - south)
    bounds = np.array(
        [frame.total_bounds for frame in plan.ground.values() if len(frame)]
        + ([plan.relief.bounds] if plan.relief else [])
    )
    if not len(bounds):
        return west, south, east, north
    return (
        min(west, max(west - beyond, float(bounds[:, 0].min()))),
        min(south, max(south - beyond, float(bounds[:, 1].min()))),
        max(east, min(east + beyond, float(bounds[:, 2].max()))),
        max(north, min(north + beyond, float(bounds[:, 3].max()))),
    )


def ground_data(plan: Plan, box: Box) -> dict[str, Any]:
    """The ground of a plan inside a box.

    Parameters
    ----------
    plan
        A plan with a `ground`.
    box
        West, south, east, north in degrees of EPSG:4490.

    Returns
    -------
    dict
        - `box`: as given, to 5 decimals. Polygons are cut there: an edge that lies on the box is no shore and no border
        - `attribution`: `zh` and `en`, the lines due wherever the ground is shown
        - `layers`: by name (`PAGE_LAYERS`) those that hold anything: `kind` (`polygon`, `line`, `point`) and `features`.
          A feature has `name` (`zh`, `en`, or null) and `class` (a word of `ground_layers`, or null). Polygons and
          lines have `schematic` and `parts`: of a polygon its polygons, each a list of rings, the outer one first; of a
          line its lines. Neighbours have `label`, a point well inside. Points have `at`, towns `rank` (1 goes first)
        - `relief`: the shading of the plan's relief as `relief_data` gives it; null where it has none
        - `accuracy_m`: by layer the metres by which its least exact source may be off; null where none says
        - `left_out`: how many features there was no room for

    >>> import dataclasses
    >>> from yzgeo.plan.load import load
    >>> lake = gpd.GeoDataFrame(
    ...     {"name": ["甲湖"], "name_en": ["A"], "class": ["lake"], "schematic": [True], "source": ["drawn"]},
    ...     geometry=[shapely.box(121.0, 29.0, 121.1, 29.2)], crs=4490,
    ... )
    >>> plan = dataclasses.replace(load("xiangcheng"), ground={"water": lake})
    >>> lakes = ground_data(plan, (121.0, 29.0, 122.0, 30.0))["layers"]["lakes"]
    >>> print(lakes["kind"], lakes["features"][0]["name"], lakes["features"][0]["parts"])
    polygon {'zh': '甲湖', 'en': 'A'} [[[12100000, 2900000, 0, 20000, 10000, 0, 0, -20000]]]
    """
    west, south, east, north = (round(edge, DECIMALS) for edge in box)
    rows = _clipped(plan, (west, south, east, north))
    there = sum(map(len, rows.values()))
    layers: dict[str, Any] = {}
    for factor, share in [*((factor, 1.0) for factor in COARSER), *((COARSER[-1], share) for share in SHARES_KEPT[1:])]:
        kept = {name: _weightiest(frame, share) for name, frame in rows.items()}
        layers = {name: layer for name, frame in kept.items() if (layer := _layer(name, frame, factor))["features"]}
        if len(json.dumps(layers, ensure_ascii=False, separators=(",", ":")).encode("utf-8")) <= MOST_BYTES:
            break
    shown = {PAGE_LAYERS[name][0] for name in layers} | ({RELIEF} if plan.relief else set())
    named = attribution.ground_attributions(plan, shown)
    return {
        "box": [west, south, east, north],
        "attribution": {"zh": [words.zh for words in named], "en": [words.en for words in named]},
        "layers": layers,
        "relief": relief_data(plan.relief) if plan.relief else None,
        "accuracy_m": {name: json_value(rows[name]["accuracy_m"].max()) for name in layers},
        "left_out": there - sum(len(frame) for frame in kept.values()),
    }


def _clipped(plan: Plan, box: Box) -> dict[str, gpd.GeoDataFrame]:
    """What of each layer of the page lies in the box, in metres around its middle; columns of one row per feature."""
    rows = {}
    taken = {klass for _, classes in PAGE_LAYERS.values() for klass in classes or ()}
    for name, (layer, classes) in PAGE_LAYERS.items():
        if layer not in plan.ground:
            continue
        whole = plan.ground[layer]
        frame = whole[whole["class"].isin(classes) if classes else ~whole["class"].isin(taken)]
        accuracy = attribution.ground_accuracy(plan, layer).reindex(frame["source"])
        frame = frame.assign(accuracy_m=accuracy.to_numpy(dtype="float64"))
        frame = frame[shapely.intersects(frame.geometry.to_numpy(), shapely.box(*box))]
        if LAYERS[layer].kind != "point":
            shapes = shapely.intersection(frame.geometry.to_numpy(), shapely.box(*box))
            shapes = polygonal(shapes) if LAYERS[layer].kind == "polygon" else _lines(shapes)
            frame = frame.set_geometry(gpd.GeoSeries(shapes, index=frame.index, crs=CGCS2000))
            frame = frame[~frame.geometry.is_empty]
        if LAYERS[layer].kind == "line":
            frame = _joined(frame)
        frame = frame.to_crs(equal_area_around(*box))
        if len(frame):
            rows[name] = frame.assign(weight=_weights(name, frame)).reset_index(drop=True)
    return rows


def _lines(shapes: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """The lines among what is left of lines that were cut: where one only touches the box a point is left."""
    whole = [
        shapely.MultiLineString([part for part in shapely.get_parts(shape) if part.geom_type == "LineString"])
        for shape in shapes
    ]
    return np.array(whole, dtype=object)


def _joined(lines: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Lines of one name, class and source as one feature, its pieces put together end to end."""
    columns = [column for column in lines.columns if column != lines.geometry.name]
    groups = lines.groupby(columns, sort=False, dropna=False)
    first = lines.loc[[rows[0] for rows in groups.groups.values()]] if len(lines) else lines
    merged = [
        shapely.line_merge(shapely.MultiLineString([*shapely.get_parts(lines.geometry.loc[rows].to_numpy())]))
        for rows in groups.groups.values()
    ]
    return first.set_geometry(gpd.GeoSeries(merged, index=first.index, crs=lines.crs))


def _weights(name: str, frame: gpd.GeoDataFrame) -> pd.Series:
    """How much of the map a feature is: its area, its length, or for a town how early it is named."""
    kind = LAYERS[PAGE_LAYERS[name][0]].kind
    if kind == "point":
        return -frame["rank"] if "rank" in frame else pd.Series(0.0, index=frame.index)
    if kind == "polygon":
        return frame.geometry.area
    order = {klass: place for place, klass in enumerate(reversed(LAYERS[PAGE_LAYERS[name][0]].classes), start=1)}
    return frame.geometry.length * frame["class"].map(order).fillna(1.0)


def _weightiest(frame: gpd.GeoDataFrame, share: float) -> gpd.GeoDataFrame:
    ranked = frame["weight"].sort_values(ascending=False, kind="stable").index
    return frame.loc[sorted(ranked[: int(np.ceil(share * len(frame)))])]


def _layer(name: str, frame: gpd.GeoDataFrame, factor: float) -> dict[str, Any]:
    """One layer of the page, its lines simplified by so many times the usual tolerance."""
    kind = LAYERS[PAGE_LAYERS[name][0]].kind
    shapes = frame.geometry.to_numpy()
    if kind != "point":
        usual = np.maximum(PIXEL_M, DETAIL * frame["accuracy_m"].fillna(0.0).to_numpy())
        tolerance = factor * np.where(frame["schematic"], PIXEL_M, usual)  # a schematic shape has few points anyway
        if name in AS_GIVEN:
            tolerance = np.where(factor > 1, tolerance, 0.0)
        shapes = shapely.simplify(shapes, tolerance)
    degrees = gpd.GeoSeries(shapes, index=frame.index, crs=frame.crs).to_crs(CGCS2000).to_numpy()
    features = []
    degrees = shapely.normalize(degrees)  # the same first point, whatever the library began with
    for row, shape in zip(frame.rename(columns={"class": "klass"}).itertuples(), degrees, strict=True):
        feature: dict[str, Any] = {"name": _name(row), "class": json_value(row.klass)}
        if kind == "point":
            feature |= {"rank": int(row.rank) if pd.notna(row.rank) else OTHER_RANK} if name == "towns" else {}
            feature["at"] = _lat_lon(shape)
        else:
            feature |= {"schematic": bool(row.schematic), "parts": _parts(shape)}
            if not feature["parts"]:
                continue
            if name == "neighbours":
                feature["label"] = _lat_lon(_inside(shape))
        features.append(feature)
    return {"kind": kind, "features": features}


def _parts(shape: Any) -> list[Any]:
    if shape.geom_type.endswith("Polygon"):
        polygons = [
            [flat for ring in (part.exterior, *part.interiors) if (flat := _deltas(ring.coords, least=3))]
            for part in shapely.get_parts(shape)
        ]
        return [rings for rings in polygons if rings]
    return [flat for part in shapely.get_parts(shape) if (flat := _deltas(part.coords, least=2))]


def _deltas(coordinates: Iterable[tuple[float, ...]], least: int) -> list[int]:
    """Points as one flat list of whole numbers: the first, then the steps; empty where fewer than `least` differ.

    >>> print(_deltas([(121.0, 29.0), (121.0, 29.0), (121.00002, 29.00001)], least=2))
    [12100000, 2900000, 2, 1]
    """
    points = np.round(np.array(list(coordinates))[:, :2] * UNITS).astype(np.int64)
    points = points[np.concatenate([[True], (np.diff(points, axis=0) != 0).any(axis=1)])]
    if least > 2 and len(points) > 1 and (points[0] == points[-1]).all():
        points = points[:-1]
    if len(points) < least:
        return []
    return [int(step) for step in np.concatenate([points[:1], np.diff(points, axis=0)]).ravel()]


def _inside(shape: shapely.Geometry) -> shapely.Point:
    """A point well inside the largest part of an area."""
    largest = max(shapely.get_parts(shape), key=lambda part: part.area)
    circle = shapely.maximum_inscribed_circle(largest, tolerance=1e-3)
    return shapely.Point(circle.coords[0])


def _lat_lon(point: shapely.Point) -> list[float]:
    return [round(point.y, DECIMALS), round(point.x, DECIMALS)]


def _name(row: Any) -> dict[str, str] | None:
    if pd.isna(row.name):
        return dict(zip(("zh", "en"), (row.name_en, row.name_en), strict=True)) if pd.notna(row.name_en) else None
    return {"zh": str(row.name), "en": str(row.name_en) if pd.notna(row.name_en) else romanised(str(row.name))}


def page_ground(plan: Plan) -> Mapping[str, Any] | None:
    """What the page shows under the plan; None where the plan has no ground."""
    return ground_data(plan, ground_box(plan)) if plan.ground or plan.relief else None
