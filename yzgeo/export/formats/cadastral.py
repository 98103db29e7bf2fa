"""Write the cadastral point text file (勘测定界界址点坐标), in which Chinese land offices exchange outlines.

X is the northing, Y the easting; areas are in hectares, on the ellipsoid or, of a ledger, as registered; rings close by
repeating their first point. GBK, as the offices' programs expect, unless a name holds a character that GBK lacks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pyproj
import shapely

from yzgeo.core import labels
from yzgeo.core.atomic_write import write_bytes
from yzgeo.core.errors import InputError, Parameter
from yzgeo.core.i18n import Text
from yzgeo.core.units import M2_PER_HA, mu_to_m2
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
DECIMALS_OF_MU = 8
PRODUCED, FIELDS = ("数据产生单位", "数据产生日期"), ("图形属性", "图幅号", "地块用途")
"""Properties of a section, and fields of a parcel, that a ledger has where it was read from such a file."""
NAMED = re.compile(r".*_id$")


def write(frame: gpd.GeoDataFrame, file: Path, crs: pyproj.CRS | None, metadata: LayerMetadata) -> list[Text]:
    """Write every polygon as a parcel: number (the first column), name, rings.

    A feature of several parts becomes several parcels, numbered `-1`, `-2`. Features without an outline are left
    out and counted in the remarks. Of a ledger the parts of a parcel are rings of one, the area is the registered one, and
    office and day are those of the ledger; there is a section for each of them.

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
    if polygons.empty:
        raise InputError(
            Text(
                f"{metadata.title.zh}没有图形，界址点文件只容有图形的面",
                f"{metadata.title.en}: there is no shape, and the format holds polygons only",
            ),
            Text(
                "先给出图形，或换一种能存表的格式，如 .xlsx",
                "add the shapes first, or choose a format of tables, such as .xlsx",
            ),
            file=str(file),
        )
    if not set(polygons.geom_type) <= {"Polygon", "MultiPolygon"}:
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
    parcels: list[list[str]] = []
    lines: list[str] = []
    remarks = [warning] if warning else []
    if metadata.symbology.number is None:
        parcels += _features(changed, polygons.geometry.to_crs(CGCS2000))
        lines += [*_heading(metadata, number), "[地块坐标]", *(line for parcel in parcels for line in parcel)]
    else:
        for producer, rows in _by_producer(changed):
            of_producer = list(_registered(rows, metadata.symbology.number))
            parcels += of_producer
            lines += [
                *_heading(metadata, number, producer),
                "[地块坐标]",
                *(line for one in of_producer for line in one),
            ]
        remarks += _not_written(changed, metadata.symbology.number)
    text = "".join(f"{line}\r\n" for line in lines)
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


def _by_producer(frame: gpd.GeoDataFrame) -> Iterator[tuple[tuple[str, str], gpd.GeoDataFrame]]:
    """The parcels of each office and day, as the ledger has them: a section of the file has one of either."""
    columns = [column for column in PRODUCED if column in frame]
    if not columns:
        yield ("", ""), frame
        return
    for _, rows in frame.groupby(columns, sort=False, dropna=False):
        first = rows.iloc[0]
        unit, day = (str(first[name]) if name in frame and pd.notna(first[name]) else "" for name in PRODUCED)
        yield (unit, day), rows


def _column(frame: gpd.GeoDataFrame, name: str) -> pd.Series | None:
    """A column of a ledger by its name or Chinese title, or a field that a file of this format had."""
    heading = labels.COLUMNS.get(name)
    return next((frame[each] for each in (name, heading and heading.zh) if each in frame), None)


def _texts(frame: gpd.GeoDataFrame, *names: str) -> pd.Series:
    """The text of the first of some columns that there is; empty where a cell is."""
    cells = next((cells for name in names if (cells := _column(frame, name)) is not None), None)
    return pd.Series("", index=frame.index) if cells is None else cells.astype(object).fillna("").map(str)


def _registered(frame: gpd.GeoDataFrame, number: str) -> Iterator[list[str]]:
    """The lines of each parcel of a ledger, with the area that is registered; all its parts are rings of one parcel.

    An area that nobody has registered is left open: read again, the one drawn would pass for one registered.
    """
    registered = _column(frame, "area_mu")
    areas = pd.Series(float("nan"), index=frame.index) if registered is None else registered.astype("float64")
    fields = [
        _texts(frame, *names)
        for names in ((number,), ("地块名称", "note"), ("图幅号",), ("地块用途",), ("land_use_code",))
    ]
    for own, name, sheet, use, land_class, mu, shape in zip(*fields, areas, frame.geometry, strict=True):
        lines = list(_points(*shapely.get_parts(shapely.orient_polygons(shape, exterior_cw=True))))
        area = "" if pd.isna(mu) else _hectares(mu_to_m2(mu) / M2_PER_HA)
        cells = [str(len(lines)), area, own, name, "面", sheet, use, land_class]
        yield [",".join([*(cell.translate(SEPARATING) for cell in cells), "@"]), *lines]


def _hectares(area: float) -> str:
    """An area with four decimals, as the format has it, or as many as it takes to give back the mu."""
    whole = f"{area:.{DECIMALS_OF_MU}f}"
    return whole[: len(whole) - DECIMALS_OF_MU + 4] + whole[len(whole) - DECIMALS_OF_MU + 4 :].rstrip("0")


def _not_written(frame: gpd.GeoDataFrame, number: str) -> list[Text]:
    """What of a ledger has no place in the format."""
    names = ["area_mu", "land_use_code", *FIELDS, *PRODUCED, "地块名称" if "地块名称" in frame else "note"]
    titles = {each for name in names for each in (name, labels.COLUMNS[name].zh if name in labels.COLUMNS else name)}
    left = [
        str(name)
        for name in frame.columns
        if name not in (number, frame.geometry.name, *titles) and frame[name].notna().any()
    ]
    if not left:
        return []
    return [
        Text(
            f"这种格式容不下的列，未写：{'、'.join(left)}",
            f"columns without a place in this format, not written: {', '.join(left)}",
        )
    ]


def _heading(metadata: LayerMetadata, number: int, producer: tuple[str, str] | None = None) -> list[str]:
    """The properties; `producer` is the office and day of a ledger, else those of the plan are stated."""
    date = metadata.date
    unit, day = producer or (metadata.authority.zh, f"{date.year}-{date.month}-{date.day}")
    return [
        "[属性描述]",
        f"格式版本号={VERSION}",
        f"数据产生单位={unit.translate(SEPARATING)}",
        f"数据产生日期={day.translate(SEPARATING)}",
        "坐标系=2000国家大地坐标系",
        "几度分带=3",
        "投影类型=高斯克吕格",
        "计量单位=米",
        f"带号={number}",
        f"精度={10**-DECIMALS:g}",
        "转换参数=0,0,0,0,0,0,0",
        f"备注={metadata.plan.zh.translate(SEPARATING)}；{metadata.title.zh}；{metadata.outlines.zh}",
    ]


def _features(frame: gpd.GeoDataFrame, geographic: gpd.GeoSeries) -> Iterator[list[str]]:
    """The lines of each part of a feature, with its area on the ellipsoid."""
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


def _points(*polygons: shapely.Polygon) -> Iterator[str]:
    """A line per point: name, ring, northing, easting; the last point of a ring is its first again."""
    first = 1
    rings = [line for polygon in polygons for line in (polygon.exterior, *polygon.interiors)]
    for ring, line in enumerate(rings, start=1):
        coordinates = list(line.coords)[:-1]
        for place, (easting, northing) in enumerate([*coordinates, coordinates[0]]):
            yield f"J{first + place % len(coordinates)},{ring},{northing:.{DECIMALS}f},{easting:.{DECIMALS}f}"
        first += len(coordinates)
