"""Read the geometry of tables: from WKT, from cells of coordinates, from a row per point, or none."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal

import geopandas as gpd
import numpy as np
import pandas as pd
import pyproj
import shapely

from yzgeo.core.errors import InputError, Parameter
from yzgeo.core.i18n import Text, plain
from yzgeo.core.nesting import refuse_deep_json, refuse_deep_wkb, refuse_deep_wkt
from yzgeo.readers import coordinate_text, point_lists, table_layout
from yzgeo.readers.column_matching import own_name
from yzgeo.readers.coordinate_text import FEWEST, LOOK_ALIKE, ListedPoint
from yzgeo.readers.source import ALL_ROWS, GEOMETRY, Change, Source
from yzgeo.spatial.crs import read_crs

WKT = re.compile(
    r"\s*(SRID=\d+;)?\s*(MULTI)?(POLYGON|POINT|LINESTRING|GEOMETRYCOLLECTION)\s*(Z|M|ZM)?\s*(\(|EMPTY)", re.IGNORECASE
)
HEX_WKB = re.compile(r"(?:\\x|0x)?(?:00|01)(?:[0-9A-Fa-f]{2}){8,}")
"""Well-known binary in hexadecimal, as PostGIS copies it to text; its own marks lead it now and then."""
SRID_FLAG, HEAD_BYTES = 0x20000000, 5
GEOMETRY_HEADERS = (
    "wkt",
    "几何",
    "坐标",
    "坐标串",
    "界址点坐标",
    "拐点坐标",
    "边界坐标",
    "geometry",
    "geom",
    "the_geom",
    "coordinates",
    "ewkt",
    "wkb",
    "ewkb",
    "wkb_geometry",
    "geojson",
)
"""Headers that only a column of shapes has (ArcGIS fills a column Shape with the word Polygon)."""
MOST_OF_A_CELL = 32_700
"""A text of a workbook that is longer, or nearly, may go on in a further column."""
GEOJSON = re.compile(r'\s*\{.*"(coordinates|geometries)"\s*:', re.DOTALL)
EPSG_NAME = re.compile(r"(?:urn:ogc:def:crs:)?EPSG:(?:[\d.]*:)?(\d+)", re.IGNORECASE)
"""How the member `crs`, which PostGIS writes into GeoJSON, names a CRS."""
EAST = ("经度", "lon", "lng", "long", "longitude", "东坐标", "横坐标", "easting", "x", "x坐标")
NORTH = ("纬度", "lat", "latitude", "北坐标", "纵坐标", "northing", "y", "y坐标")
RING = ("圈号", "地块圈号", "环号", "ring", "ring_no")
POINT = ("点号", "界址点号", "点名", "界址点", "序号", "点序", "顺序", "point", "point_no", "seq", "no", "order")
NUMBERING = re.compile("编号|代码|编码|地块号|宗地号|单元号|id$", re.IGNORECASE)
NAMING = re.compile("地块|宗地|单元|名称|片区|^zone|^parcel|name", re.IGNORECASE)
ANY = re.compile("")
"""Headers of the column that names the parcel of a point: numbers before names before any other."""
SEPARATORS = re.compile("[，；（）｜＝：、]")
"""Full-width signs between numbers, which are everyday and change no value."""
OF_CELLS = Text("图形取自这一列", "the shapes are taken from this column")
OF_POINTS = Text("图形由这两列的坐标连成", "the shapes are made of the points of these two columns")
DIFFERENT = Text("同一地块各点的值不同，取第一个", "differs among the points of one parcel: the first is taken")


def features(file: Path, rows: Sequence[table_layout.Row], merged: Sequence[table_layout.MergedArea] = ()) -> Source:
    """The features of a table: line and cells of each row, and the merged areas of a sheet.

    Raises
    ------
    InputError
        When the table is empty, two columns have one name, or a coordinate is not a number.
    """
    table = table_layout.layout(file, rows, merged)
    index = pd.Index([line for line, _ in table.body], name="row")
    frame = pd.DataFrame(
        {
            name: pd.Series(
                [row[place] if place < len(row) else None for _, row in table.body],
                index=index,
                dtype=object,
            )
            for place, name in table.names.items()
        }
    )
    frame = _continued(frame)
    cells = {name: pd.Series(map(cell_value, frame[name]), index=index, dtype=object) for name in frame}
    source = _with_geometry(file, pd.DataFrame(cells, index=index))
    return source._replace(changes=[*table.changes, *source.changes])


def _continued(frame: pd.DataFrame) -> pd.DataFrame:
    """Join texts that go on in further columns (WKT, WKT_2 …), since one cell of a workbook holds no more.

    The cells are as they stand in the file: a blank may stand where a text was parted.
    """
    for name in list(frame.columns):
        if not any(isinstance(cell, str) and len(cell) >= MOST_OF_A_CELL for cell in frame.get(name, ())):
            continue
        number = 2
        while (further := f"{name}_{number}") in frame:
            more = frame[further].map(lambda cell: "" if cell is None else str(cell))
            frame = frame.assign(**{name: frame[name].where(more == "", frame[name].astype(object) + more)})
            frame = frame.drop(columns=further)
            number += 1
    return frame


def cell_value(cell: Any) -> Any:
    """A cell of a table without the blanks around its text; None where it is empty."""
    if not table_layout.has_value(cell):
        return None
    return cell.strip() if isinstance(cell, str) else cell


def plain_name(name: str) -> str:
    """The name of a column without its unit, in lower case.

    >>> print(plain_name("X坐标（m）"), plain_name("Ring_No"))
    x坐标 ring_no
    """
    return re.sub(r"[\s（(\[].*$", "", own_name(name).strip()).lower()


def _with_geometry(file: Path, frame: pd.DataFrame) -> Source:
    column = column_of_shapes(frame)
    if column is not None:
        return from_column(file, frame, column)
    plain = {plain_name(name): name for name in reversed(frame.columns)}
    east = next((plain[name] for name in EAST if name in plain), None)
    north = next((plain[name] for name in NORTH if name in plain), None)
    if east is not None and north is not None:
        points, changes = _from_points(file, frame, east, north)
        return Source(points, [Change(ALL_ROWS, f"{east}、{north}", "x, y", GEOMETRY, OF_POINTS), *changes])
    refuse_unread_shapes(file, frame)
    return Source(gpd.GeoDataFrame(frame, geometry=gpd.GeoSeries([None] * len(frame), index=frame.index)), [])


def column_of_shapes(frame: pd.DataFrame) -> str | None:
    """The column whose cells are shapes written as text; None where there is none.

    >>> print(column_of_shapes(pd.DataFrame({"note": ["a"], "outline": ["POINT (121.5 29.8)"]})))
    outline
    """
    parsed = _parsed_column(frame)
    return None if parsed is None else parsed[0]


def from_column(file: Path, frame: pd.DataFrame, column: str) -> Source:
    """One area per row, from the text of the cells of the column that `column_of_shapes` gives.

    An SRID that is no CRS is the `crs_refusal` of the source.

    Raises
    ------
    InputError
        When a cell is no shape, with its row, or two rows state different SRIDs.
    """
    parsed = _parsed_column(frame[[column]])
    if parsed is None:
        raise _no_shape(file, int(frame.index[0]), column)
    return _from_cells(file, frame, *parsed)


def refuse_unread_shapes(file: Path, frame: pd.DataFrame) -> None:
    """Refuse a column of shapes that cannot be read: land without a shape is something else.

    Raises
    ------
    InputError
        When a column has the header of one.
    """
    for name in frame.columns:
        cells = frame[name].dropna()
        if not cells.empty and plain_name(name) in GEOMETRY_HEADERS:
            raise _no_shape(file, int(cells.index[0]), name)


def _parsed_column(frame: pd.DataFrame) -> tuple[str, Any] | None:
    """The column of shapes, and what reads a cell of it."""
    for name in frame.columns:
        cells = frame[name].dropna()
        for parse, matches in (
            (_from_wkt, _is_wkt),
            (_from_hex, _is_hex),
            (_from_geojson, _is_geojson),
            (_from_points_in_cell, _is_list),
        ):
            is_shape = cells.map(matches).astype(bool)
            # One cell of a column of notes that looks like coordinates does not make it a column of shapes.
            if is_shape.any() and (plain_name(name) in GEOMETRY_HEADERS or is_shape.iloc[0] or is_shape.mean() >= 0.5):
                return name, parse
    return None


def _is_wkt(cell: Any) -> bool:
    return isinstance(cell, str) and WKT.match(cell) is not None


def _is_hex(cell: Any) -> bool:
    return isinstance(cell, str) and HEX_WKB.fullmatch(cell.strip()) is not None


def _is_geojson(cell: Any) -> bool:
    return isinstance(cell, str) and GEOJSON.match(cell) is not None


def _is_list(cell: Any) -> bool:
    return isinstance(cell, str) and coordinate_text.points(cell) is not None


def _from_cells(file: Path, frame: pd.DataFrame, column: str, parse: Any) -> Source:
    """One area per row, from the text of one cell."""
    shapes: list[Any] = []
    changes: list[Change] = []
    stated: tuple[int, int] | None = None
    for row, cell in frame[column].items():
        shape, more, srid = parse(file, row, column, cell)
        shapes.append(shape)
        changes += more
        if srid is None:
            continue
        if stated is None:
            stated = row, srid
        elif srid != stated[1]:
            raise _two_srids(file, column, stated, (row, srid))
    refusal = None if stated is None else _unknown_srid(file, column, *stated)
    crs = None if stated is None or refusal is not None else f"EPSG:{stated[1]}"
    rest = frame.drop(columns=column)
    geometry = gpd.GeoSeries(shapes, index=frame.index)
    changes.insert(0, Change(ALL_ROWS, column, WRITTEN_AS[parse], GEOMETRY, OF_CELLS))
    return Source(gpd.GeoDataFrame(rest, geometry=geometry, crs=crs), changes, crs_refusal=refusal)


def _two_srids(file: Path, column: str, first: tuple[int, int], other: tuple[int, int]) -> InputError:
    """The refusal of a column in several CRSs, which no single CRS of the user could put right either."""
    (first_row, first_srid), (row, srid) = first, other
    return InputError(
        Text(
            f"图形的坐标系（SRID）与别的行不同：第 {first_row} 行是 {first_srid}，第 {row} 行是 {srid}",
            f"the shapes are in different CRSs: SRID {first_srid} in row {first_row}, SRID {srid} in row {row}",
        ),
        Text(
            "在数据库中用 ST_Transform 转为同一坐标系后再导出，或按坐标系分成几个文件导入",
            "transform them to one CRS in the database (ST_Transform) and export again, or import a file for each CRS",
        ),
        file=str(file), row=row, column=column,
    )  # fmt: skip


def _unknown_srid(file: Path, column: str, row: int, srid: int) -> InputError | None:
    """The refusal of an SRID that is no EPSG code of a CRS; None where it is one."""
    try:
        read_crs(f"EPSG:{srid}")
    except pyproj.exceptions.CRSError:
        return InputError(
            Text(f"SRID {srid} 不是已知坐标系的 EPSG 代码", f"SRID {srid} is not the EPSG code of a known CRS"),
            Text("指明坐标系", "state the CRS"),
            file=str(file), row=row, column=column, parameter=Parameter("crs", plain("EPSG:4549")),
        )  # fmt: skip
    return None


def _from_wkt(file: Path, row: int, column: str, cell: Any) -> tuple[Any, list[Change], int | None]:
    if cell is None:
        return None, [], None
    if not WKT.match(str(cell)):
        raise _no_shape(file, row, column)
    srid, _, text = str(cell).rpartition(";")
    try:
        refuse_deep_wkt(text)
        return shapely.from_wkt(text), [], int(srid.partition("=")[2] or 0) or None
    except InputError as error:
        raise error.at(file=str(file), row=row) from error
    except shapely.errors.GEOSException as error:
        raise InputError(
            Text("不是合法的 WKT", f"is not valid WKT ({' '.join(str(error).split())})"),
            Text("检查括号，单元格是否被截断", "check brackets, and whether Excel cut the cell (32,767 characters)"),
            file=str(file), row=row, column=column,
        ) from error  # fmt: skip


def _from_hex(file: Path, row: int, column: str, cell: Any) -> tuple[Any, list[Change], int | None]:
    """One area from well-known binary in hexadecimal, with its SRID where it states one."""
    if cell is None:
        return None, [], None
    if not _is_hex(cell):
        raise _no_shape(file, row, column)
    binary = bytes.fromhex(re.sub(r"^(?:\\x|0x)", "", cell.strip()))
    order: Literal["little", "big"] = "little" if binary[0] else "big"
    code, srid = (int.from_bytes(binary[at : at + 4], order) for at in (1, HEAD_BYTES))
    try:
        refuse_deep_wkb([binary])
        shape = shapely.from_wkb(binary)
    except InputError as error:
        raise error.at(file=str(file), row=row) from error
    except (shapely.errors.GEOSException, NotImplementedError) as error:
        raise InputError(
            Text("不是合法的 WKB", f"is not valid WKB ({' '.join(str(error).split())})"),
            Text("检查单元格是否被截断，或导出为 WKT", "check whether the cell was cut, or export it as WKT"),
            file=str(file), row=row, column=column,
        ) from error  # fmt: skip
    return shape, [], srid if code & SRID_FLAG and srid else None


def _from_geojson(file: Path, row: int, column: str, cell: Any) -> tuple[Any, list[Change], int | None]:
    """One area from GeoJSON, a geometry or a feature, with the SRID of its member `crs`, as PostGIS writes it."""
    if cell is None:
        return None, [], None
    if not _is_geojson(cell):
        raise _no_shape(file, row, column)
    try:
        refuse_deep_json(cell)
        shape = shapely.from_geojson(cell)
        crs = json.loads(cell).get("crs")
    except InputError as error:
        raise error.at(file=str(file), row=row) from error
    except (shapely.errors.GEOSException, ValueError) as error:
        raise InputError(
            Text("不是合法的 GeoJSON", f"is not valid GeoJSON ({' '.join(str(error).split())})"),
            Text("检查单元格是否被截断", "check whether the cell was cut (a cell of Excel holds 32,767 characters)"),
            file=str(file), row=row, column=column,
        ) from error  # fmt: skip
    named = EPSG_NAME.fullmatch(str(crs["properties"].get("name"))) if _names_crs(crs) else None
    return shape, [], int(named[1]) if named is not None else None


def _names_crs(crs: Any) -> bool:
    return isinstance(crs, dict) and isinstance(crs.get("properties"), dict)


def _from_points_in_cell(file: Path, row: int, column: str, cell: Any) -> tuple[Any, list[Change], None]:
    if cell is None:
        return None, [], None
    listed = coordinate_text.points(str(cell))
    if listed is None:
        raise _no_shape(file, row, column)
    shape, changes = point_lists.polygon(point_lists.split_rings(listed), row)
    why = coordinate_text.how_typed(SEPARATORS.sub("", str(cell)))
    return shape, changes if why is None else [Change(row, column, cell, listed[0].point, why), *changes], None


WRITTEN_AS = {
    _from_wkt: "WKT",
    _from_hex: "WKB",
    _from_geojson: "GeoJSON",
    _from_points_in_cell: "x,y;x,y;…",
}
"""What the cells of a column of shapes are written in, by what reads them."""


def _no_shape(file: Path, row: int, column: str) -> InputError:
    return InputError(
        Text(
            "不是能读的图形：不是 WKT、十六进制 WKB、GeoJSON，也不是一串坐标",
            "is no shape that can be read: neither WKT, WKB in hexadecimal, GeoJSON nor a list of coordinates",
        ),
        Text(
            "写成 x,y;x,y;…（至少三点）或 WKT；没有图形的地块留空",
            "write x,y;x,y;… with three points at least, or WKT; leave it empty where there is no shape",
        ),
        file=str(file), row=row, column=column,
    )  # fmt: skip


def _from_points(file: Path, frame: pd.DataFrame, east: str, north: str) -> tuple[gpd.GeoDataFrame, list[Change]]:
    """One area per parcel from a row per point; one point per row where rows do not share the name of a parcel."""
    changes: list[Change] = []
    numbers = {name: _numbers(file, frame, name, changes) for name in (east, north)}
    ring = next((name for name in frame.columns if plain_name(name) in RING), None)
    beside = {east, north, ring, *(name for name in frame.columns if plain_name(name) in POINT)}
    rest = [name for name in frame.columns if name not in beside]
    key = next((name for pattern in (NUMBERING, NAMING, ANY) for name in rest if pattern.search(name)), None)
    parcel = pd.Series("", index=frame.index) if key is None else frame[key].ffill()
    counts = parcel.map(parcel.value_counts())  # in a list of points a parcel stands in three rows at least
    if counts.median() < FEWEST:
        points = gpd.points_from_xy(numbers[east], numbers[north])
        points[(numbers[east].isna() | numbers[north].isna()).to_numpy()] = None
        shapes = gpd.GeoSeries(points, index=frame.index)
        return gpd.GeoDataFrame(frame.drop(columns=[east, north]), geometry=shapes), changes
    missing = numbers[east].isna() | numbers[north].isna() | parcel.isna()
    if missing.any():
        raise InputError(
            Text("这一点没有坐标或地块编号", "this point lacks a coordinate or the number of its parcel"),
            Text("补上，或删去这一行", "add it, or remove the row"),
            file=str(file), row=int(missing.idxmax()), column=key if parcel.isna().any() else east,
        )  # fmt: skip
    if (counts < FEWEST).any():
        row = (counts < FEWEST).idxmax()
        raise InputError(
            Text(f"地块“{parcel[row]}”只有 {counts[row]} 个点，围不成面", f"parcel '{parcel[row]}' has {counts[row]} points only"),
            Text("补上缺少的点", "add the points that are missing"),
            file=str(file), row=int(row), column=key,
        )  # fmt: skip
    of_ring = pd.Series("1", index=frame.index) if ring is None else frame[ring].ffill().map(_ring_number)
    odd = of_ring.map(_has_odd_digit).astype(bool)
    if odd.any():
        row = odd.idxmax()
        raise InputError(
            Text(f"“{of_ring[row]}”不是圈号", f"'{of_ring[row]}' is no number of a ring"),
            Text("圈号写成 1、2、3…", "number the rings 1, 2, 3, …"),
            file=str(file), row=int(row), column=ring,
        )  # fmt: skip
    named = next((name for header in POINT for name in frame.columns if plain_name(name) == header), None)
    names = (
        pd.Series("", index=frame.index)
        if named is None
        else frame[named].map(_ring_number, na_action="ignore").fillna("")
    )
    shapes, firsts = [], []
    for _, rows in frame.groupby(parcel, sort=False):
        line, where = int(rows.index[0]), rows.index
        places = zip(numbers[east][where], numbers[north][where], strict=True)
        points = [ListedPoint(*point) for point in zip(of_ring[where], places, names[where], strict=True)]
        shape, more = point_lists.polygon(point_lists.split_rings(points), line)
        shapes.append(shape)
        firsts.append(line)
        changes += more
        for column in rest:
            values = rows[column].dropna().unique()
            if len(values) > 1:
                changes.append(Change(line, column, "；".join(map(str, values)), values[0], DIFFERENT))
    parcels = frame.groupby(parcel, sort=False)[rest].first().set_axis(pd.Index(firsts, name="row"))
    return gpd.GeoDataFrame(parcels, geometry=gpd.GeoSeries(shapes, index=parcels.index)), changes


def _ring_number(cell: Any) -> str:
    return f"{cell:g}" if isinstance(cell, float) else str(cell)


def _has_odd_digit(text: str) -> bool:
    """Whether a text holds a sign like ² or ③, which is a digit to people and none to a program."""
    return any(sign.isdigit() and not sign.isdecimal() for sign in text)


def _numbers(file: Path, frame: pd.DataFrame, column: str, changes: list[Change]) -> pd.Series:
    """The coordinates of a column; what is typed in degrees and minutes or in full-width signs is logged."""
    numbers = pd.to_numeric(frame[column], errors="coerce").astype("float64")
    for row, cell in frame[column][numbers.isna() & frame[column].notna()].items():
        value = coordinate_text.number(str(cell))
        if value is not None:
            numbers[row] = value
            changes.append(Change(int(row), column, cell, value, coordinate_text.how_typed(str(cell)) or LOOK_ALIKE))
    bad = frame[column].notna() & ~np.isfinite(numbers)
    if bad.any():
        row = bad.idxmax()
        raise InputError(
            Text(f"“{frame[column][row]}”不是坐标", f"'{frame[column][row]}' is not a coordinate"),
            Text("写成数字或度分秒，如 121.5 或 121°30′0″", "write a number, or degrees, minutes and seconds: 121.5 or 121°30′0″"),
            file=str(file), row=int(row), column=column,
        )  # fmt: skip
    return numbers
