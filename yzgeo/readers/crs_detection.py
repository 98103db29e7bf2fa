"""From the coordinates of a file, whatever they are, to EPSG:4490: which grid, which belt, which axis first.

What a file states is held against its coordinates. Where the two agree, or differ in one harmless way only (a belt's
number too many, axes swapped), the coordinates are understood and the change is told; else the file is refused with
both facts.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import geopandas as gpd
import numpy as np
import pyproj
import shapely

from yzgeo.core.errors import InputError, Parameter
from yzgeo.core.i18n import NOTHING, Text, plain
from yzgeo.readers import gcj02 as datums
from yzgeo.readers.source import ALL_ROWS, GEOMETRY, SWAPPED, Change, Source
from yzgeo.spatial.crs import CGCS2000, GEOD, WGS84, parse, refuse_old_datum
from yzgeo.spatial.gauss_kruger import (
    EASTING,
    LAT,
    LON,
    NORTHING,
    SIX_DEGREE,
    THREE_DEGREE,
    central_meridian,
    gauss_kruger,
)

MERCATOR_BELTS = range(8, 16)
"""Millions of metres that eastings of Web Mercator begin with in China: not to be told from belts 13 to 15."""
WEB_MERCATOR = "EPSG:3857"
TRUE_CRS = Text("指明真正的坐标系", "state the true CRS")
FAR_KM = 20.0
"""Farther from the district than this is not a matter of drawing."""
"""The old datums by the half axis of their ellipsoids (IAG 1975, Krassowsky), which no other datum in China uses; a
grid's name says less, since offices name their .prj files as they like."""


class Grid(NamedTuple):
    """A plain transverse Mercator grid: its central meridian and the belt's number in front of its eastings, or 0."""

    meridian: float
    number: int


class Placed(NamedTuple):
    """Geometry in EPSG:4490, the name of the CRS it was read in, and what was changed."""

    geometry: gpd.GeoSeries
    crs: Text
    changes: list[Change]


def place(
    file: Path,
    source: Source,
    crs: str | None,
    datum: str | None,
    near: gpd.GeoSeries | None,
    *,
    elsewhere: bool = False,
) -> Placed:
    """The geometry of a source in EPSG:4490.

    Parameters
    ----------
    file
        Named in refusals.
    source
        What a reader read.
    crs
        What the user says of it: EPSG code, WKT, PROJ string or pipeline, .prj file. It outweighs the file.
    datum
        `gcj02` or `bd09` where coordinates are shifted like those of Chinese web maps.
    near
        The district of the plan, where there is one: it may decide which grid is meant, and coordinates must lie by it.
    elsewhere
        They need not.

    Raises
    ------
    InputError
        When the CRS is unknown, contradicts the coordinates, or rests on Xian 80 or Beijing 54 without a transformation.
    """
    geometry = source.frame.geometry
    coordinates = shapely.get_coordinates(geometry.to_numpy())
    if len(coordinates) == 0:
        return Placed(geometry.set_crs(CGCS2000, allow_override=True), Text("无几何", "no geometry"), [])
    if not np.isfinite(coordinates).all():
        raise InputError(
            Text("坐标中有非有限的数", "some coordinates are not finite numbers"),
            Text("在 GIS 中修复几何后再导出", "repair the geometry in a GIS and export it again"),
            file=str(file), row=_first(geometry, ~np.isfinite(coordinates).all(axis=1)),
        )  # fmt: skip
    if crs is not None and "+proj=pipeline" in crs:
        placed = _piped(file, geometry, crs, [])
    elif crs is None and source.transformation is not None:
        placed = _piped(file, geometry, source.transformation, [])
    else:
        placed = _on_grid(file, geometry, None if crs is None else parse(crs), datum, near)
    if near is not None and not elsewhere:
        _refuse_far(file, placed, near)
    return placed


def _on_grid(
    file: Path, geometry: gpd.GeoSeries, said: pyproj.CRS | None, datum: str | None, near: gpd.GeoSeries | None
) -> Placed:
    crs = said if said is not None else geometry.crs
    shapes = geometry.to_numpy()
    changes: list[Change] = []
    x, y = shapely.get_coordinates(shapes).T
    if crs is None or crs.is_geographic or _grid(crs) is not None:
        kinds = _kind(x), _kind(y)
        if kinds[0] in ("lat", "northing") and kinds[1] not in (None, "lat", "northing"):
            shapes = shapely.transform(shapes, lambda points: points[:, ::-1])
            changes.append(Change(ALL_ROWS, GEOMETRY, f"{x[0]:.10g} {y[0]:.10g}", f"{y[0]:.10g} {x[0]:.10g}", SWAPPED))
            x, y = y, x
    if crs is None:
        crs, told = _guess(file, x, y, near)
        changes.append(told)
    refuse_old_datum(crs, str(file))
    shapes, told_of_belt = _in_belt(file, crs, shapes, x, y)
    changes += told_of_belt
    if datum is not None:
        shapes, told = datums.unshifted(file, gpd.GeoSeries(shapes, crs=crs), datum)
        changes.append(told)
        crs = pyproj.CRS(WGS84)
    placed = _to_cgcs2000(file, gpd.GeoSeries(shapes, index=geometry.index, crs=crs))
    code = crs.to_authority()
    name = Text(":".join(code), f"{':'.join(code)} {crs.name}") if code else Text(crs.name, crs.name)
    if crs != pyproj.CRS(CGCS2000):
        changes.append(Change(ALL_ROWS, GEOMETRY, name.zh, CGCS2000, TRANSFORMED))
    return Placed(placed, name, changes)


TRANSFORMED = Text("转换到 CGCS2000 经纬度存储", "transformed to degrees of CGCS2000, in which plans are stored")


def _kind(values: np.ndarray) -> str | int | None:
    """What numbers along one axis can be: degrees, metres, or metres behind the number of a belt, which is given."""
    low, high = float(values.min()), float(values.max())
    for name, (least, most) in {"lon": LON, "lat": LAT, "easting": EASTING, "northing": NORTHING}.items():
        if least <= low and high <= most:
            return name
    number = int(low // 1e6)
    if number == int(high // 1e6) and number in (*SIX_DEGREE, *THREE_DEGREE):
        inside = EASTING[0] <= low - number * 1e6 and high - number * 1e6 <= EASTING[1]
        return number if inside else None
    return None


def _grid(crs: pyproj.CRS) -> Grid | None:
    """The Gauss-Krüger grid that a CRS is; nothing where it is another projection or a shifted local grid."""
    plain = crs.source_crs if crs.is_bound else crs
    operation = plain.coordinate_operation if plain is not None and plain.is_projected else None
    if operation is None or operation.method_name != "Transverse Mercator":
        return None
    values = {parameter.name: float(parameter.value) for parameter in operation.params}
    east = values.get("False easting", 0.0)
    if values.get("Latitude of natural origin") or values.get("False northing") or east % 1e6 != 500_000:
        return None
    return Grid(values.get("Longitude of natural origin", 0.0), int(east // 1e6))


def _guess(file: Path, x: np.ndarray, y: np.ndarray, near: gpd.GeoSeries | None) -> tuple[pyproj.CRS, Change]:
    """The CRS of coordinates without one, where only one is possible."""
    kind, other = _kind(x), _kind(y)
    candidates: list[str] = []
    if kind == "lon" and other == "lat":
        candidates = [CGCS2000]
    elif isinstance(kind, int) and other == "northing":
        candidates = [gauss_kruger(kind)]
    elif kind == "easting" and other == "northing":
        candidates = [gauss_kruger(number, numbered=False) for number in THREE_DEGREE]
    if int(x.min() // 1e6) in MERCATOR_BELTS:
        candidates.append(WEB_MERCATOR)
    if near is not None and len(candidates) > 1:
        candidates = [code for code in candidates if _distance_km(_point(x, y, code), near) <= FAR_KM]
    sample = f"{x[0]:.10g}, {y[0]:.10g}"
    if len(candidates) != 1:
        numbers = sorted({int(value // 1e6) for value in (x.min(), x.max())})
        belts = len(numbers) == 2 and all(number in (*THREE_DEGREE, *SIX_DEGREE) for number in numbers)
        raise InputError(
            Text(
                f"横坐标分属 {numbers[0]} 和 {numbers[1]} 两个带",
                f"eastings begin with {numbers[0]} and with {numbers[1]}: two belts",
            )
            if belts
            else Text(
                f"没有写明坐标系，坐标（如 {sample}）也判定不了",
                f"states no CRS, and coordinates such as {sample} do not tell it",
            ),
            Text("按带拆成两个文件导入", "split it into a file per belt")
            if belts
            else Text(
                "指明坐标系：EPSG 代码（如 EPSG:4549，3 度带，中央经线 120°）、PROJ 串或 .prj 文件",
                "state it: an EPSG code such as EPSG:4549 (3-degree belt, 120°), a PROJ string or a .prj file",
            ),
            file=str(file),
            parameter=None if belts else Parameter("crs", plain("EPSG:4549")),
        )
    crs = pyproj.CRS(candidates[0])
    why = Text(
        f"文件没有坐标系，按坐标（如 {sample}）判定；若是西安 80 或北京 54，请指明坐标系",
        f"the file states no CRS: told from coordinates such as {sample}; if it is Xian 80 or Beijing 54, state that",
    )
    return crs, Change(ALL_ROWS, "crs", "", candidates[0], why)


def _in_belt(
    file: Path, crs: pyproj.CRS, shapes: np.ndarray, x: np.ndarray, y: np.ndarray
) -> tuple[np.ndarray, list[Change]]:
    """Shapes with eastings as the CRS wants them, or a refusal where the two cannot both be right."""
    kind = _kind(x)
    sample = f"{x[0]:.10g}, {y[0]:.10g}"
    if crs.is_geographic:
        if float(np.abs(x).max()) <= 360 and float(np.abs(y).max()) <= 90:
            return shapes, []
        raise InputError(
            Text(
                f"坐标系写为 {crs.name}，单位是度，坐标却是 {sample}",
                f"is in {crs.name}, which is in degrees, but has coordinates such as {sample}",
            ),
            TRUE_CRS,
            file=str(file),
            parameter=Parameter("crs", plain(gauss_kruger(kind)) if isinstance(kind, int) else NOTHING),
        )
    grid = _grid(crs)
    if grid is None:
        return shapes, []
    if kind == "lon":
        raise InputError(
            Text(
                f"坐标系写为 {crs.name}，单位是米，坐标却是度（{sample}）",
                f"is in {crs.name}, which is in metres, but its coordinates are degrees ({sample})",
            ),
            Text(f"若确为经纬度，坐标系用 {CGCS2000}", f"if they are degrees, state {CGCS2000}"),
            file=str(file),
            parameter=Parameter("crs", plain(CGCS2000)),
        )
    found = kind if isinstance(kind, int) else 0 if kind == "easting" else grid.number
    if found == grid.number:
        return shapes, []
    same_meridian = bool(found) and central_meridian(found) == round(grid.meridian, 6)
    if (grid.number and not found) or (not grid.number and same_meridian):
        shift = (grid.number - found) * 1e6
        moved = shapely.transform(shapes, lambda points: points + np.array([shift, 0.0]))
        why = (
            Text(
                f"横坐标带有带号 {found}，坐标系 {crs.name} 不含带号，已去掉",
                f"eastings carry the belt's number {found}, which {crs.name} has not: removed",
            )
            if found
            else Text(
                f"横坐标不带带号，坐标系 {crs.name} 含带号 {grid.number}，已补上",
                f"eastings lack the belt's number {grid.number} that {crs.name} has: added",
            )
        )
        return moved, [Change(ALL_ROWS, GEOMETRY, f"{x[0]:.10g}", f"{x[0] + shift:.10g}", why)]
    raise InputError(
        Text(
            f"坐标系写为 {crs.name}（中央经线 {grid.meridian:g}°），横坐标却以 {found} 开头（中央经线 {central_meridian(found)}°）",
            f"is in {crs.name} (central meridian {grid.meridian:g}°), but its eastings begin with {found} "
            f"(central meridian {central_meridian(found)}°)",
        ),
        Text(
            f"核对坐标系；若坐标无误，用 {gauss_kruger(found)}",
            f"check the CRS; if the coordinates are right, state {gauss_kruger(found)}",
        ),
        file=str(file),
        parameter=Parameter("crs", plain(gauss_kruger(found))),
    )


def _to_cgcs2000(file: Path, geometry: gpd.GeoSeries) -> gpd.GeoSeries:
    """Degrees of CGCS2000; parameters to WGS 84 that the CRS carries lead there by way of it."""
    if geometry.crs is not None and geometry.crs.is_bound:
        return geometry.to_crs(WGS84).set_crs(CGCS2000, allow_override=True)
    try:
        return geometry.to_crs(CGCS2000)
    except pyproj.exceptions.ProjError as error:
        raise InputError(
            Text(f"坐标无法从 {geometry.crs.name} 转换", f"cannot be transformed from {geometry.crs.name}"),
            TRUE_CRS,
            file=str(file),
            parameter=Parameter("crs"),
        ) from error


def _piped(file: Path, geometry: gpd.GeoSeries, pipeline: str, changes: list[Change]) -> Placed:
    """The geometry through a PROJ pipeline that ends in degrees of CGCS2000."""
    try:
        transformer = pyproj.Transformer.from_pipeline(pipeline)
    except pyproj.exceptions.ProjError as error:
        raise InputError(
            Text("不是合法的 PROJ pipeline", "is not a valid PROJ pipeline"),
            Text("写成 +proj=pipeline +step … 的形式", "write it as +proj=pipeline +step …"),
            file=str(file),
        ) from error

    def piped(points: np.ndarray) -> np.ndarray:
        return np.column_stack(transformer.transform(points[:, 0], points[:, 1]))

    shapes = shapely.transform(geometry.to_numpy(), piped)
    x, y = shapely.get_coordinates(shapes).T
    if _kind(x) != "lon" or _kind(y) != "lat":
        raise InputError(
            Text(
                f"pipeline 的结果（如 {x[0]:.10g}, {y[0]:.10g}）不是中国境内的经纬度",
                f"the pipeline gives {x[0]:.10g}, {y[0]:.10g}: not degrees in China",
            ),
            Text(
                "核对参数；最后一步应得到以度为单位的经纬度，经度在前",
                "check the parameters; it must end in degrees, longitude first",
            ),
            file=str(file),
        )
    told = Change(ALL_ROWS, GEOMETRY, pipeline, CGCS2000, TRANSFORMED)
    return Placed(
        gpd.GeoSeries(shapes, index=geometry.index, crs=CGCS2000),
        Text("PROJ pipeline", "PROJ pipeline"),
        [*changes, told],
    )


def _point(x: np.ndarray, y: np.ndarray, code: str) -> Any:
    """The middle of the coordinates, taken to be in a CRS."""
    middle = gpd.GeoSeries([shapely.Point(float(np.median(x)), float(np.median(y)))], crs=code)
    return middle.to_crs(CGCS2000).iloc[0]


def _distance_km(shape: Any, near: gpd.GeoSeries) -> float:
    """How far a shape is from the district, along the ellipsoid; both in degrees."""
    one, other = shapely.shortest_line(shape, near.union_all()).coords
    return float(GEOD.inv(*one[:2], *other[:2])[2]) / 1000


def _refuse_far(file: Path, placed: Placed, near: gpd.GeoSeries) -> None:
    """Data that lie nowhere near the district are in another CRS than was taken for theirs."""
    box = shapely.box(*placed.geometry.total_bounds)
    if not np.isfinite(shapely.get_coordinates(box)).all():
        raise InputError(
            Text(f"坐标无法从 {placed.crs.zh} 转换", f"cannot be transformed from {placed.crs.en}"),
            TRUE_CRS,
            file=str(file),
            parameter=Parameter("crs"),
        )
    away = _distance_km(box, near)
    if away > FAR_KM:
        middle = box.centroid
        raise InputError(
            Text(
                f"按 {placed.crs.zh} 读出的位置在 {middle.x:.3f}°E {middle.y:.3f}°N，离规划的行政区 {away:,.0f} 公里",
                f"read in {placed.crs.en} it lies at {middle.x:.3f}°E {middle.y:.3f}°N, {away:,.0f} km from the plan's district",
            ),
            Text(
                "坐标系多半不对，请指明；或确认规划文件夹没有选错",
                "the CRS is most likely wrong: state it; or the plan folder is the wrong one",
            ),
            file=str(file),
            parameter=Parameter("crs"),
        )


def _first(geometry: gpd.GeoSeries, bad: Any) -> int:
    """The row of the first shape with a bad coordinate."""
    _, of = shapely.get_coordinates(geometry.to_numpy(), return_index=True)
    return int(geometry.index[of[np.argmax(bad)]])
