"""Read the geometry of tables: from WKT, from cells of coordinates, from a row per point, or none."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from yzgeo.core.errors import InputError
from yzgeo.core.i18n import Text
from yzgeo.core.nesting import refuse_deep_wkt
from yzgeo.readers import point_lists
from yzgeo.readers.source import Change, Source, refuse_empty

WKT = re.compile(
    r"\s*(SRID=\d+;)?\s*(MULTI)?(POLYGON|POINT|LINESTRING|GEOMETRYCOLLECTION)\s*(Z|M|ZM)?\s*(\(|EMPTY)", re.IGNORECASE
)
NUMBER = r"[-+]?\d+(?:\.\d+)?"
PAIRS = re.compile(
    rf"\s*(?:{NUMBER}\s*[,，\s]\s*{NUMBER}\s*[;；|\n]\s*){{2,}}{NUMBER}\s*[,，\s]\s*{NUMBER}\s*[;；]?\s*"
)
BLANKS = re.compile(
    rf"\s*(?:{NUMBER}[,，]{NUMBER}(?:[,，]{NUMBER})?\s+){{2,}}{NUMBER}[,，]{NUMBER}(?:[,，]{NUMBER})?\s*"
)
"""Points with blanks between, as in KML: x,y x,y, a height perhaps behind them."""
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
)
"""Headers that only a column of shapes has (ArcGIS fills a column Shape with the word Polygon)."""
EAST = ("经度", "lon", "lng", "long", "longitude", "东坐标", "横坐标", "easting", "x", "x坐标")
NORTH = ("纬度", "lat", "latitude", "北坐标", "纵坐标", "northing", "y", "y坐标")
RING = ("圈号", "地块圈号", "环号", "ring", "ring_no")
POINT = ("点号", "界址点号", "点名", "界址点", "序号", "点序", "顺序", "point", "point_no", "seq", "no", "order")
NUMBERING = re.compile("编号|代码|编码|地块号|宗地号|单元号|id$", re.IGNORECASE)
NAMING = re.compile("地块|宗地|单元|名称|片区|^zone|^parcel|name", re.IGNORECASE)
ANY = re.compile("")
"""Headers of the column that names the parcel of a point: numbers before names before any other."""
TOTALS = {"合计", "总计", "小计", "total"}
TOTAL = Text("合计行，不是要素，未读入", "a row of totals, not a feature: left out")
DIFFERENT = Text("同一地块各点的值不同，取第一个", "differs among the points of one parcel: the first is taken")
TITLE_ROW = Text("表头以上的标题行，未读入", "a title above the header: left out")


def features(file: Path, rows: Sequence[Sequence[Any]], first_line: int = 1) -> Source:
    """The features of a table of rows of cells, without titles above the header and rows of totals.

    Raises
    ------
    InputError
        When the table is empty, two columns have one name, or a coordinate is not a number.
    """
    filled = [(line, list(row)) for line, row in enumerate(rows, start=first_line) if any(_has(cell) for cell in row)]
    if not filled:
        raise refuse_empty(file)
    width = max(sum(map(_has, row)) for _, row in filled)
    start = next(place for place, (_, row) in enumerate(filled) if sum(map(_has, row)) * 2 >= width)
    changes = [
        Change(line, "", "；".join(str(cell) for cell in row if _has(cell)), "", TITLE_ROW)
        for line, row in filled[:start]
    ]
    header_line, header = filled[start]
    names = _names(file, header_line, header)
    body = []
    for line, row in filled[start + 1 :]:
        first = next(cell for cell in row if _has(cell))
        if isinstance(first, str) and first.strip().strip("：:").lower() in TOTALS:
            changes.append(Change(line, "", first, "", TOTAL))
        else:
            body.append((line, [*row, *[None] * (len(header) - len(row))]))
    if not body:
        raise refuse_empty(file)
    index = pd.Index([line for line, _ in body], name="row")
    frame = pd.DataFrame(
        {
            name: pd.Series([_cell(row[place]) for _, row in body], index=index, dtype=object)
            for place, name in names.items()
        }
    )
    with_geometry, more = _with_geometry(file, frame)
    return Source(with_geometry, [*changes, *more])


def _has(cell: Any) -> bool:
    return cell is not None and str(cell).strip() != "" and not (isinstance(cell, float) and math.isnan(cell))


def _cell(cell: Any) -> Any:
    if not _has(cell):
        return None
    return cell.strip() if isinstance(cell, str) else cell


def _names(file: Path, line: int, header: list[Any]) -> dict[int, str]:
    """The names of the columns that have one, by position."""
    names = {place: " ".join(str(cell).split()) for place, cell in enumerate(header) if _has(cell)}
    seen: set[str] = set()
    for name in names.values():
        if name in seen:
            raise InputError(
                Text("这一列名出现两次", "two columns have this name"),
                Text("改掉其中一个列名", "rename one of them"),
                file=str(file), row=line, column=name,
            )  # fmt: skip
        seen.add(name)
    return names


def plain_name(name: str) -> str:
    """The name of a column without its unit, in lower case.

    >>> print(plain_name("X坐标（m）"), plain_name("Ring_No"))
    x坐标 ring_no
    """
    return re.sub(r"[\s（(\[].*$", "", name.strip()).lower()


def _with_geometry(file: Path, frame: pd.DataFrame) -> tuple[gpd.GeoDataFrame, list[Change]]:
    for name in frame.columns:
        cells = frame[name].dropna()
        for parse, matches in ((_from_wkt, _is_wkt), (_from_pairs, _is_pairs)):
            is_shape = cells.map(matches).astype(bool)
            # One cell of a column of notes that looks like coordinates does not make it a column of shapes.
            if is_shape.any() and (plain_name(name) in GEOMETRY_HEADERS or is_shape.iloc[0] or is_shape.mean() >= 0.5):
                return _from_cells(file, frame, name, parse)
    plain = {plain_name(name): name for name in reversed(frame.columns)}
    east = next((plain[name] for name in EAST if name in plain), None)
    north = next((plain[name] for name in NORTH if name in plain), None)
    if east is not None and north is not None:
        return _from_points(file, frame, east, north)
    for name in frame.columns:  # a column of shapes that cannot be read is refused, not ignored
        if plain_name(name) in GEOMETRY_HEADERS and frame[name].notna().any():
            raise _no_shape(file, int(frame[name].first_valid_index()), name)
    return gpd.GeoDataFrame(frame, geometry=gpd.GeoSeries([None] * len(frame), index=frame.index)), []


def _is_wkt(cell: Any) -> bool:
    return isinstance(cell, str) and WKT.match(cell) is not None


def _is_pairs(cell: Any) -> bool:
    return isinstance(cell, str) and (PAIRS.fullmatch(cell) or BLANKS.fullmatch(cell)) is not None


def _from_cells(file: Path, frame: pd.DataFrame, column: str, parse: Any) -> tuple[gpd.GeoDataFrame, list[Change]]:
    """One area per row, from the text of one cell."""
    shapes, changes = [], []
    crs = None
    for row, cell in frame[column].items():
        shape, more, cell_crs = parse(file, row, column, cell)
        shapes.append(shape)
        changes += more
        crs = crs or cell_crs
    rest = frame.drop(columns=column)
    return gpd.GeoDataFrame(rest, geometry=gpd.GeoSeries(shapes, index=frame.index), crs=crs), changes


def _from_wkt(file: Path, row: int, column: str, cell: Any) -> tuple[Any, list[Change], str | None]:
    if cell is None:
        return None, [], None
    if not WKT.match(str(cell)):
        raise _no_shape(file, row, column)
    srid, _, text = str(cell).rpartition(";")
    try:
        refuse_deep_wkt(text)
        return shapely.from_wkt(text), [], srid.upper().replace("SRID=", "EPSG:") or None
    except InputError as error:
        raise error.at(file=str(file), row=row) from error
    except shapely.errors.GEOSException as error:
        raise InputError(
            Text("不是合法的 WKT", f"is not valid WKT ({' '.join(str(error).split())})"),
            Text("检查括号，单元格是否被截断", "check brackets, and whether Excel cut the cell (32,767 characters)"),
            file=str(file), row=row, column=column,
        ) from error  # fmt: skip


def _from_pairs(file: Path, row: int, column: str, cell: Any) -> tuple[Any, list[Change], None]:
    if cell is None:
        return None, [], None
    if PAIRS.fullmatch(str(cell)):
        numbers = [float(number) for number in re.findall(NUMBER, str(cell))]
        pairs = list(zip(numbers[::2], numbers[1::2], strict=True))
    elif BLANKS.fullmatch(str(cell)):
        each = [re.findall(NUMBER, point) for point in str(cell).split()]
        pairs = [(float(point[0]), float(point[1])) for point in each]
    else:
        raise _no_shape(file, row, column)
    points = [("1", pair) for pair in pairs]
    shape, changes = point_lists.polygon(point_lists.split_rings(points), row)
    return shape, changes, None


def _no_shape(file: Path, row: int, column: str) -> InputError:
    return InputError(
        Text("不是图形：既不是 WKT，也不是一串坐标", "is no shape: neither WKT nor a list of coordinates"),
        Text(
            "写成 x,y;x,y;…（至少三点）或 WKT；没有图形的地块留空",
            "write x,y;x,y;… with three points at least, or WKT; leave it empty where there is no shape",
        ),
        file=str(file), row=row, column=column,
    )  # fmt: skip


def _from_points(file: Path, frame: pd.DataFrame, east: str, north: str) -> tuple[gpd.GeoDataFrame, list[Change]]:
    """One area per parcel from a row per point; one point per row where rows do not share the name of a parcel."""
    numbers = {name: _numbers(file, frame, name) for name in (east, north)}
    ring = next((name for name in frame.columns if plain_name(name) in RING), None)
    beside = {east, north, ring, *(name for name in frame.columns if plain_name(name) in POINT)}
    rest = [name for name in frame.columns if name not in beside]
    key = next((name for pattern in (NUMBERING, NAMING, ANY) for name in rest if pattern.search(name)), None)
    parcel = pd.Series("", index=frame.index) if key is None else frame[key].ffill()
    counts = parcel.map(parcel.value_counts())  # in a list of points a parcel stands in three rows at least
    if counts.median() < point_lists.FEWEST:
        points = gpd.points_from_xy(numbers[east], numbers[north])
        points[(numbers[east].isna() | numbers[north].isna()).to_numpy()] = None
        shapes = gpd.GeoSeries(points, index=frame.index)
        return gpd.GeoDataFrame(frame.drop(columns=[east, north]), geometry=shapes), []
    missing = numbers[east].isna() | numbers[north].isna() | parcel.isna()
    if missing.any():
        raise InputError(
            Text("这一点没有坐标或地块编号", "this point lacks a coordinate or the number of its parcel"),
            Text("补上，或删去这一行", "add it, or remove the row"),
            file=str(file), row=int(missing.idxmax()), column=key if parcel.isna().any() else east,
        )  # fmt: skip
    if (counts < point_lists.FEWEST).any():
        row = (counts < point_lists.FEWEST).idxmax()
        raise InputError(
            Text(f"地块“{parcel[row]}”只有 {counts[row]} 个点，围不成面", f"parcel '{parcel[row]}' has {counts[row]} points only"),
            Text("补上缺少的点", "add the points that are missing"),
            file=str(file), row=int(row), column=key,
        )  # fmt: skip
    if ring is not None:
        _refuse_odd_digits(file, frame[ring])
    of_ring = pd.Series("1", index=frame.index) if ring is None else frame[ring].ffill().map(_ring_number)
    shapes, firsts, changes = [], [], []
    for _, rows in frame.groupby(parcel, sort=False):
        line, where = int(rows.index[0]), rows.index
        points = list(zip(of_ring[where], zip(numbers[east][where], numbers[north][where], strict=True), strict=True))
        shape, more = point_lists.polygon(
            point_lists.split_rings(points), line, first=min(of_ring[where], key=_numeric)
        )
        shapes.append(shape)
        firsts.append(line)
        changes += more
        for column in rest:
            values = rows[column].dropna().unique()
            if len(values) > 1:
                changes.append(Change(line, column, "；".join(map(str, values)), values[0], DIFFERENT))
    parcels = frame.groupby(parcel, sort=False)[rest].first().set_axis(pd.Index(firsts, name="row"))
    return gpd.GeoDataFrame(parcels, geometry=gpd.GeoSeries(shapes, index=parcels.index)), changes


def _refuse_odd_digits(file: Path, cells: pd.Series) -> None:
    """Refuse digits with which no number is written, such as ² and ①."""
    odd = cells.map(lambda cell: isinstance(cell, str) and cell.isdigit() and not cell.isdecimal())
    if odd.any():
        row = odd.idxmax()
        raise InputError(
            Text(f"“{cells[row]}”不是数", f"'{cells[row]}' is not a number"),
            Text("写成普通数字", "write plain digits"),
            file=str(file), row=int(row), column=str(cells.name),
        )  # fmt: skip


def _ring_number(cell: Any) -> str:
    return f"{cell:g}" if isinstance(cell, float) else str(cell)


def _numeric(number: str) -> tuple[float, str]:
    return (float(number) if number.replace(".", "").isdecimal() else math.inf, number)


def _numbers(file: Path, frame: pd.DataFrame, column: str) -> pd.Series:
    numbers = pd.to_numeric(frame[column], errors="coerce").astype("float64")
    bad = frame[column].notna() & ~np.isfinite(numbers)
    if bad.any():
        row = bad.idxmax()
        raise InputError(
            Text(f"“{frame[column][row]}”不是坐标", f"'{frame[column][row]}' is not a coordinate"),
            Text("写成数字；度分秒换算成十进制度", "write a number; turn degrees, minutes and seconds into decimal degrees"),
            file=str(file), row=int(row), column=column,
        )  # fmt: skip
    return numbers
