"""Read the geometry of a plan folder: the district and the outlines of its zones."""

from __future__ import annotations

import json
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from yzgeo.core.boundary import refuse_unreadable
from yzgeo.core.errors import InputError, all_of
from yzgeo.core.i18n import Text
from yzgeo.plan.transaction import valid_file
from yzgeo.readers import ogr
from yzgeo.readers.formats import geojson
from yzgeo.spatial.crs import CGCS2000, refuse_files_of_crs
from yzgeo.spatial.geojson import line as geojson_line
from yzgeo.spatial.polygon_repair import polygonal

OUTLINE_BASES = ("schematic", "official")
_AREAL = ("Polygon", "MultiPolygon")
CRS_MEMBER = '{"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::4490"}}'


def read_district(folder: Path) -> gpd.GeoDataFrame:
    """The district of a plan folder: one row, EPSG:4490; no row where its file holds no feature yet.

    Raises
    ------
    InputError
        When `district.geojson` is missing or holds anything but areas.
    """
    file = valid_file(folder, "district.geojson")
    layer = areas_of(file)
    if layer.empty:  # nothing was put in yet: the plan is drawn without
        return gpd.GeoDataFrame({}, geometry=[], crs=CGCS2000)
    for number, shape in enumerate(layer.geometry, start=1):
        if not shape.is_valid:
            why = shapely.is_valid_reason(shape)
            raise InputError(
                Text(f"第 {number} 个要素的几何无效（{why}）", f"the geometry of feature {number} is invalid ({why})"),
                Text("在 GIS 中修复几何（如 QGIS 的“修正几何图形”）", "repair it in a GIS (QGIS: Fix geometries)"),
                file=str(file),
            )
    columns = [column for column in layer.columns if column != "geometry"]
    whole = gpd.GeoDataFrame(
        {column: [layer[column].iloc[0]] for column in columns},
        geometry=[shapely.union_all(layer.geometry.to_numpy())],
        crs=layer.crs,
    )
    return whole


def read_zone_outlines(folder: Path, zone_ids: pd.Series) -> gpd.GeoDataFrame:
    """The outlines of a plan folder; some zones may have none.

    Parameters
    ----------
    folder
        A plan folder; without a `zones.geojson` it has no outlines.
    zone_ids
        The ids of the zones.

    Returns
    -------
    GeoDataFrame
        `zone_id`, `outline_basis`, `outline_uncertainty_m`, `outline_flaw`, polygons in EPSG:4490. An
        outline that crosses itself is a flaw of the plan, not of the input: it is repaired, and `outline_flaw`
        holds the reason and place of the flaw; missing otherwise.

    Raises
    ------
    InputError
        When a feature has an unknown zone, a zone has two features, or `outline_basis` is missing.
    """
    file = valid_file(folder, "zones.geojson")
    columns = ["zone_id", "outline_basis", "outline_uncertainty_m", "outline_flaw"]
    if not file.is_file():
        return _none(columns)
    layer = areas_of(file)
    if layer.empty:
        return _none(columns)
    layer = _repair(layer, file)
    missing = [column for column in columns[:2] if column not in layer]
    if missing:
        raise all_of(
            [
                InputError(
                    Text(f"要素没有属性 {column}", f"the features have no property {column}"),
                    Text("给每个要素加上这一属性", "give every feature this property"),
                    file=str(file),
                    column=column,
                )
                for column in missing
            ]
        )
    flaws = [
        InputError(
            Text(f"第 {number} 个要素的“{value}”不可用", f"'{value}' of feature {number} cannot be used"),
            Text(f"取其一：{'、'.join(allowed)}", f"use one of: {', '.join(allowed)}"),
            file=str(file),
            column=column,
        )
        for column, allowed in (("zone_id", list(zone_ids)), ("outline_basis", list(OUTLINE_BASES)))
        for number, value in enumerate(layer[column], start=1)
        if value not in allowed
    ]
    twice = layer["zone_id"][layer["zone_id"].duplicated()].dropna()
    flaws += [
        InputError(
            Text(f"片区 {zone_id} 有两个要素", f"zone {zone_id} has two features"),
            Text("合并为一个多面要素", "merge them into one multipolygon"),
            file=str(file),
            column="zone_id",
        )
        for zone_id in dict.fromkeys(twice)
        if zone_id in set(zone_ids)
    ]
    if flaws:
        raise all_of(flaws)
    if "outline_uncertainty_m" not in layer:
        layer["outline_uncertainty_m"] = np.nan
    layer["outline_uncertainty_m"] = _metres(file, layer["outline_uncertainty_m"])
    return layer[[*columns, "geometry"]]


def _none(columns: list[str]) -> gpd.GeoDataFrame:
    texts = {column: pd.Series(dtype="float64" if column.endswith("_m") else "str") for column in columns}
    return gpd.GeoDataFrame(texts, geometry=gpd.GeoSeries([], crs=CGCS2000))


def _metres(file: Path, cells: pd.Series) -> pd.Series:
    """Distances, finite and not negative; missing stays missing."""
    metres = cells.map(lambda cell: pd.to_numeric(cell, errors="coerce") if np.isscalar(cell) else np.nan)
    metres = metres.astype("float64")
    for number, (cell, value) in enumerate(zip(cells, metres, strict=True), start=1):
        blank = cell is None or (np.isscalar(cell) and pd.isna(cell))
        if not blank and not (np.isfinite(value) and value >= 0):
            raise InputError(
                Text(
                    f"第 {number} 个要素的“{cell}”不是米数", f"'{cell}' of feature {number} is not a number of metres"
                ),
                Text("只填数字，未知则留空", "write a number, or leave it empty if it is not known"),
                file=str(file),
                column=str(cells.name),
            )
    return metres


def text(zones: gpd.GeoDataFrame) -> str:
    """Outlines in the format of a plan folder: GeoJSON in EPSG:4490 with a `crs` member, one zone per line."""
    lines = ",\n".join(
        json.dumps(
            {
                "type": "Feature",
                "properties": {
                    "zone_id": row.zone_id,
                    "outline_basis": row.outline_basis,
                    "outline_uncertainty_m": None if pd.isna(row.outline_uncertainty_m) else row.outline_uncertainty_m,
                },
                "geometry": shapely.geometry.mapping(row.geometry),
            }
        )
        for row in zones.itertuples()
    )
    return f'{{"type": "FeatureCollection", "crs": {CRS_MEMBER}, "features": [\n{lines}\n]}}\n'


def district_text(outline: shapely.Polygon | shapely.MultiPolygon, properties: dict[str, str]) -> str:
    """The district in the format of a plan folder: one feature in EPSG:4490.

    >>> feature = json.loads(district_text(shapely.box(121, 29, 122, 30), {"name": "甲区"}))["features"][0]
    >>> print(feature["properties"], feature["geometry"]["type"])
    {'name': '甲区'} Polygon
    """
    feature = {"type": "Feature", "properties": properties, "geometry": shapely.geometry.mapping(outline)}
    return f'{{"type": "FeatureCollection", "crs": {CRS_MEMBER}, "features": [\n{geojson_line(feature)}\n]}}\n'


def areas_of(file: Path) -> gpd.GeoDataFrame:
    """The areas of a GeoJSON file of a plan folder, in EPSG:4490.

    Raises
    ------
    InputError
        When the file is missing or unreadable, or a feature is no area.
    """
    if not file.is_file():
        raise InputError(
            Text("文件不存在", "the file is missing"),
            Text("放入 GeoJSON 文件（EPSG:4490）", "put a GeoJSON file there (EPSG:4490)"),
            file=str(file),
        )
    with refuse_unreadable(file), geojson.gdal_name(file) as name:
        layer, _ = ogr.read_frame(file, name)
    if layer.empty or "geometry" not in layer:
        return gpd.GeoDataFrame(layer, geometry=gpd.GeoSeries([], crs=CGCS2000)) if layer.empty else _no_geometry(file)
    for number, shape in enumerate(layer.geometry, start=1):
        if shape is None or shape.is_empty or shape.geom_type not in _AREAL:
            kind = "空" if shape is None or shape.is_empty else shape.geom_type
            raise InputError(
                Text(f"第 {number} 个要素的几何是{kind}，应为面", f"feature {number} is not an area"),
                Text("只留面要素", "keep polygons and multipolygons only"),
                file=str(file),
            )
    return placed(layer, file)


def placed(layer: gpd.GeoDataFrame, file: Path) -> gpd.GeoDataFrame:
    """Features of a file of a plan folder, in the CRS that the file states, brought to EPSG:4490.

    Raises
    ------
    InputError
        When the file states no CRS, or one that takes other files, or the coordinates do not fit it.
    """
    if layer.crs is None:  # Esri JSON, which GeoJSON without a CRS is not
        raise InputError(
            Text("没有写明坐标系", "states no CRS"),
            Text("导出为 GeoJSON（EPSG:4490）", "export it as GeoJSON (EPSG:4490)"),
            file=str(file),
        )
    refuse_files_of_crs(layer.crs, str(file))
    west, south, east, north = layer.total_bounds
    if not np.isfinite([west, south, east, north]).all():
        raise InputError(
            Text("坐标中有非有限的数", "some coordinates are not finite numbers"),
            Text("在 GIS 中修复几何后再导出", "repair the geometry in a GIS and export it again"),
            file=str(file),
        )
    if layer.crs.is_geographic and not (-180 <= west <= east <= 180 and -90 <= south <= north <= 90):
        raise InputError(
            Text("坐标不是经纬度", "the coordinates are not degrees"),
            Text("在文件中写明坐标系，或转换为 EPSG:4490", "state the CRS in the file, or convert it to EPSG:4490"),
            file=str(file),
        )
    with refuse_unreadable(file):
        changed = layer.to_crs(CGCS2000)
    if not np.isfinite(changed.total_bounds).all():
        raise InputError(
            Text(f"坐标无法从 {layer.crs.name} 转换", f"its coordinates cannot be transformed from {layer.crs.name}"),
            Text("在文件中写明坐标系，或转换为 EPSG:4490", "state the CRS in the file, or convert it to EPSG:4490"),
            file=str(file),
        )
    return changed


def _repair(layer: gpd.GeoDataFrame, file: Path) -> gpd.GeoDataFrame:
    """Repair invalid outlines; the column `outline_flaw` holds the reason."""
    shapes = layer.geometry.to_numpy()
    flaws = np.where(shapely.is_valid(shapes), None, shapely.is_valid_reason(shapes))
    repaired = shapely.orient_polygons(polygonal(shapes), exterior_cw=True)  # one way, whatever way the file has
    for number, shape in enumerate(repaired, start=1):
        if shape.is_empty:
            raise InputError(
                Text(f"第 {number} 个要素没有面积", f"feature {number} has no area"),
                Text("重新绘制这一范围", "draw this outline again"),
                file=str(file),
            )
    return layer.assign(outline_flaw=flaws).set_geometry(gpd.GeoSeries(repaired, index=layer.index, crs=layer.crs))


def _no_geometry(file: Path) -> gpd.GeoDataFrame:
    raise InputError(
        Text("没有几何", "has no geometry"),
        Text("放入面要素", "put in polygons or multipolygons"),
        file=str(file),
    )
