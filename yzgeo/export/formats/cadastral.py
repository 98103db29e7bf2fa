"""Write the cadastral point text file (勘测定界界址点坐标), in which Chinese land offices exchange outlines.

X is the northing, Y the easting; areas are in hectares, on the ellipsoid; rings close by repeating their first
point. GBK, as the offices' programs expect, unless a name holds a character that GBK lacks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import geopandas as gpd
import pyproj
import shapely

from yzgeo.core.atomic_write import write_bytes
from yzgeo.core.errors import InputError, Parameter
from yzgeo.core.i18n import Text
from yzgeo.core.units import M2_PER_HA
from yzgeo.export.metadata import LayerMetadata
from yzgeo.spatial.crs import CGCS2000, GEOD, belt, reproject
from yzgeo.spatial.gauss_kruger import BELTS, THREE_DEGREE

TITLE = Text("界址点坐标文本（国土部门交换格式）", "cadastral point text file (Chinese land offices)")
SUFFIXES = (".txt",)
VERSION = "1.01"
BREAKS = "\n\r\t\v\f\x1c\x1d\x1e\x85\u2028\u2029"
SEPARATING = str.maketrans({",": "，", "@": "＠", **dict.fromkeys(BREAKS, " ")})
"""The format has no quotes: characters that would separate its fields are written in full-width form."""
DECIMALS = 3
NAMED = re.compile(r".*_id$")


def write(frame: gpd.GeoDataFrame, file: Path, crs: pyproj.CRS | None, metadata: LayerMetadata) -> list[Text]:
    """Write every polygon as a parcel: number (the first column), name, rings.

    A feature of several parts becomes several parcels, numbered `-1`, `-2`. Features without an outline are left
    out and counted in the remarks.

    Parameters
    ----------
    frame
        Polygons; the first column numbers them, `name` names them, `land_use_code` is their land class.
    file, metadata
        As for every format.
    crs
        One of EPSG:4513 to 4554; None for the belt in which the middle of the data lies.

    Raises
    ------
    InputError
        When there is no polygon, the CRS is no such belt, or the data does not lie in it.
    """
    polygons = frame[frame.geometry.notna() & ~frame.geometry.is_empty]
    if polygons.empty or not set(polygons.geom_type) <= {"Polygon", "MultiPolygon"}:
        raise InputError(
            Text(
                f"{metadata.title.zh}不全是面，界址点文件只容面",
                f"{metadata.title.en}: not all polygons, which is all the format holds",
            ),
            Text(
                "导出片区、行政区或地块，或换一种格式",
                "export zones, the district or parcels, or choose another format",
            ),
            file=str(file),
        )
    target_crs = crs or belt(polygons.geometry)
    number = _belt_number(target_crs)
    changed, warning = reproject(polygons, target_crs)
    parcels = list(_parcels(changed, polygons.geometry.to_crs(CGCS2000)))
    lines = [*_heading(metadata, number), "[地块坐标]", *(line for parcel in parcels for line in parcel)]
    text = "".join(f"{line}\r\n" for line in lines)
    remarks = [warning] if warning else []
    try:
        content = text.encode("gbk")
    except UnicodeEncodeError:
        content = text.encode("utf-8")
        remarks.append(Text("文字超出 GBK，已按 UTF-8 写", "some text is not in GBK: written in UTF-8"))
    write_bytes(file, content)
    remarks.append(
        Text(f"坐标系 {target_crs.name}，{len(parcels)} 个地块", f"in {target_crs.name}, {len(parcels)} parcels")
    )
    if len(polygons) < len(frame):
        left_out = len(frame) - len(polygons)
        remarks.append(
            Text(f"{left_out} 个要素没有范围，未写", f"{left_out} features have no outline and were left out")
        )
    return remarks


def _belt_number(crs: pyproj.CRS) -> int:
    code = crs.to_epsg() or 0
    for first in (BELTS["cgcs2000"].three_degree, BELTS["cgcs2000"].three_degree_plain):
        if first <= code < first + len(THREE_DEGREE):
            return THREE_DEGREE[code - first]
    raise InputError(
        Text(f"{crs.name} 不是 CGCS2000 的 3 度带", f"{crs.name} is no 3-degree belt of CGCS2000"),
        Text("取 EPSG:4513 至 EPSG:4554，或不指明坐标系", "use one of EPSG:4513 to EPSG:4554, or name no CRS"),
        parameter=Parameter("crs"),
    )


def _heading(metadata: LayerMetadata, number: int) -> list[str]:
    date = metadata.date
    return [
        "[属性描述]",
        f"格式版本号={VERSION}",
        f"数据产生单位={metadata.authority.zh.translate(SEPARATING)}",
        f"数据产生日期={date.year}-{date.month}-{date.day}",
        "坐标系=2000国家大地坐标系",
        "几度分带=3",
        "投影类型=高斯克吕格",
        "计量单位=米",
        f"带号={number}",
        f"精度={10**-DECIMALS:g}",
        "转换参数=0,0,0,0,0,0,0",
        f"备注={metadata.plan.zh.translate(SEPARATING)}；{metadata.title.zh}；{metadata.outlines.zh}",
    ]


def _parcels(frame: gpd.GeoDataFrame, geographic: gpd.GeoSeries) -> Iterator[list[str]]:
    """The lines of each parcel."""
    key = next((name for name in frame.columns if NAMED.fullmatch(name)), frame.columns[0])
    names = frame["name"] if "name" in frame else frame[key]
    classes = frame["land_use_code"].fillna("") if "land_use_code" in frame else [""] * len(frame)
    rows = zip(frame[key], names, classes, frame.geometry, geographic, strict=True)
    for number, name, land_class, shape, on_ellipsoid in rows:
        parts, true = shapely.get_parts(shape), shapely.get_parts(on_ellipsoid)
        for place, (part, true_part) in enumerate(zip(parts, true, strict=True), start=1):
            area = abs(GEOD.geometry_area_perimeter(true_part)[0]) / M2_PER_HA
            own = f"{number}-{place}" if len(parts) > 1 else str(number)
            points = list(_points(shapely.orient_polygons(part, exterior_cw=True)))
            fields = [str(len(points)), f"{area:.4f}", own, str(name), "面", "", "", str(land_class), "@"]
            yield [",".join([*(field.translate(SEPARATING) for field in fields[:-1]), "@"]), *points]


def _points(polygon: shapely.Polygon) -> Iterator[str]:
    """A line per point: name, ring, northing, easting; the last point of a ring is its first again."""
    first = 1
    for ring, line in enumerate((polygon.exterior, *polygon.interiors), start=1):
        coordinates = list(line.coords)[:-1]
        for place, (easting, northing) in enumerate([*coordinates, coordinates[0]]):
            yield f"J{first + place % len(coordinates)},{ring},{northing:.{DECIMALS}f},{easting:.{DECIMALS}f}"
        first += len(coordinates)
