"""Detect the CRS of a file from its coordinates (grid, belt, axis order) and transform them to EPSG:4490.

The CRS that a file states is checked against its coordinates. Where the two agree, or differ in one harmless way only
(a belt number too many, axes swapped), the coordinates are corrected and the change is logged; else the file is refused
and the refusal names both facts.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal, NamedTuple

import geopandas as gpd
import numpy as np
import pyproj
import shapely

from yzgeo.core.errors import InputError, Parameter
from yzgeo.core.i18n import NOTHING, Text, plain
from yzgeo.readers import gcj02 as datums
from yzgeo.readers.source import ALL_ROWS, GEOMETRY, SWAPPED, Change, Source
from yzgeo.spatial.crs import CGCS2000, GEOD, WGS84, parse, refuse_files_of_crs, refuse_old_datum
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
"""Millions of metres that eastings of Web Mercator begin with in China; belts 13 to 15 cannot be distinguished from it."""
WEB_MERCATOR = "EPSG:3857"
PACKED = Text(
    "坐标像是度分秒连写（1213600.0 即 121°36′00.0″）：改写为 121°36′00.0″ 或十进制度；若是米，请指明坐标系",
    "they look like degrees, minutes and seconds in one (1213600.0 for 121°36′00.0″): write 121°36′00.0″ or decimal "
    "degrees; if they are metres, state the CRS",
)
TRUE_CRS = Text("指明真正的坐标系", "state the true CRS")
FAR_KM = 20.0
"""Features farther from the district than this are in another CRS than was detected, not inaccurately drawn."""


class CrsGrounds(NamedTuple):
    """What the CRS of a file rests on: the user's word, the file's, parameters in it, or its coordinates; or no shape.

    `sample` is a coordinate of the file as it stands there; `candidates` are the codes of the CRS that the coordinates
    allow, before the district decides, where the file states none.
    """

    by: Literal["user", "file", "parameters", "coordinates", "nothing"]
    sample: str = ""
    candidates: tuple[str, ...] = ()


class Grid(NamedTuple):
    """A plain transverse Mercator grid: its central meridian and the belt number in front of its eastings, or 0."""

    meridian: float
    number: int


class Placement(NamedTuple):
    """Geometry in EPSG:4490, the name of the CRS it was read in, the changes, and how the CRS was found."""

    geometry: gpd.GeoSeries
    crs: Text
    changes: list[Change]
    grounds: CrsGrounds


def place(
    file: Path,
    source: Source,
    crs: str | None,
    datum: str | None,
    near: gpd.GeoSeries | None,
    *,
    allow_far: bool = False,
) -> Placement:
    """Detect the CRS of a source and transform its geometry to EPSG:4490.

    Parameters
    ----------
    file
        Named in refusals.
    source
        From a reader of `yzgeo.readers.formats`.
    crs
        The CRS that the user states: EPSG code, WKT, PROJ string or pipeline, .prj file. It outweighs the file.
    datum
        `gcj02` or `bd09` where coordinates are shifted like those of Chinese web maps.
    near
        The district of the plan, where there is one: it decides between possible grids, and coordinates far from it
        are refused.
    allow_far
        Accept coordinates far from the district.

    Raises
    ------
    InputError
        When the CRS is unknown, contradicts the coordinates, or rests on Xian 80 or Beijing 54 without a transformation.
    """
    if crs is None and source.crs_refusal is not None:
        raise source.crs_refusal
    near = None if near is None or near.empty else near  # a new plan has no district yet
    geometry = source.frame.geometry
    coordinates = shapely.get_coordinates(geometry.to_numpy())
    if len(coordinates) == 0:
        no_shape = geometry.set_crs(CGCS2000, allow_override=True)
        return Placement(no_shape, Text("无几何", "no geometry"), [], CrsGrounds("nothing"))
    refuse_not_finite(file, geometry)
    if crs is None:
        for stated in (geometry.crs, source.transformation):
            if stated is not None:
                refuse_files_of_crs(stated, str(file))
    if crs is not None and "+proj=pipeline" in crs:
        placed = _through_pipeline(file, geometry, crs, CrsGrounds("user", _sample(coordinates)))
    elif crs is None and source.transformation is not None:
        placed = _through_pipeline(
            file, geometry, source.transformation, CrsGrounds("parameters", _sample(coordinates))
        )
    else:
        placed = _on_grid(file, geometry, None if crs is None else parse(crs), datum, near)
    if near is not None and not allow_far:
        _refuse_far(file, placed, near)
    return placed


def refuse_not_finite(file: Path, geometry: gpd.GeoSeries) -> None:
    """Refuse shapes with a coordinate that is no number, or too large for one.

    Raises
    ------
    InputError
        For the first of them, by its row.
    """
    coordinates = shapely.get_coordinates(geometry.to_numpy())
    if not np.isfinite(coordinates).all():
        raise InputError(
            Text("坐标中有非有限的数", "some coordinates are not finite numbers"),
            Text("在 GIS 中修复几何后再导出", "repair the geometry in a GIS and export it again"),
            file=str(file), row=_first(geometry, ~np.isfinite(coordinates).all(axis=1)),
        )  # fmt: skip


def _on_grid(
    file: Path, geometry: gpd.GeoSeries, user_crs: pyproj.CRS | None, datum: str | None, near: gpd.GeoSeries | None
) -> Placement:
    crs = user_crs if user_crs is not None else geometry.crs
    shapes = geometry.to_numpy()
    changes: list[Change] = []
    x, y = shapely.get_coordinates(shapes).T
    grounds = CrsGrounds("file" if user_crs is None else "user", _sample(shapely.get_coordinates(shapes)))
    _refuse_stray_vertices(file, geometry, x, y, states_crs=crs is not None)
    if crs is None or crs.is_geographic or _grid(crs) is not None:
        kinds = _kind(x), _kind(y)
        if kinds[0] in ("lat", "northing") and kinds[1] not in (None, "lat", "northing"):
            shapes = shapely.transform(shapes, lambda points: points[:, ::-1])
            changes.append(Change(ALL_ROWS, GEOMETRY, f"{x[0]:.10g} {y[0]:.10g}", f"{y[0]:.10g} {x[0]:.10g}", SWAPPED))
            x, y = y, x
    if crs is None:
        possible = _candidates(x, y)
        crs, change = _guess(file, x, y, near, possible)
        changes.append(change)
        grounds = CrsGrounds("coordinates", grounds.sample, tuple(possible))
    refuse_old_datum(crs, str(file))
    shapes, belt_changes = _in_belt(file, crs, shapes, x, y)
    changes += belt_changes
    if datum is not None:
        shapes, change = datums.to_wgs84(file, gpd.GeoSeries(shapes, crs=crs), datum)
        changes.append(change)
        crs = pyproj.CRS(WGS84)
    placed = _to_cgcs2000(file, gpd.GeoSeries(shapes, index=geometry.index, crs=crs))
    code = crs.to_authority()
    name = Text(":".join(code), f"{':'.join(code)} {crs.name}") if code else Text(crs.name, crs.name)
    if crs != pyproj.CRS(CGCS2000):
        changes.append(Change(ALL_ROWS, GEOMETRY, name.zh, CGCS2000, TRANSFORMED))
    return Placement(placed, name, changes, grounds)


TRANSFORMED = Text("转换到 CGCS2000 经纬度存储", "transformed to degrees of CGCS2000, in which plans are stored")


def _kind(values: np.ndarray) -> str | int | None:
    """The kind of numbers along one axis, (n,) float64: degrees, metres, or the belt number in front of the metres."""
    low, high = float(values.min()), float(values.max())
    for name, (least, most) in {"lon": LON, "lat": LAT, "easting": EASTING, "northing": NORTHING}.items():
        if least <= low and high <= most:
            return name
    number = int(low // 1e6)
    if number == int(high // 1e6) and number in (*SIX_DEGREE, *THREE_DEGREE):
        inside = EASTING[0] <= low - number * 1e6 and high - number * 1e6 <= EASTING[1]
        return number if inside else None
    return None


PAIRS = {(1, 2), (2, 1), (3, 4), (4, 3)}
"""Kinds of x and y that belong together, by number: longitude and latitude, easting and northing, in either order."""
BELT = 100
"""The kind of an easting with a belt number in front is this plus the number."""


def _kinds(values: np.ndarray) -> np.ndarray:
    """The kind of each number, (n,) int64: its place in longitude, latitude, easting, northing; a belt; 0 where none fits."""
    kinds = np.zeros(len(values), dtype=np.int64)
    for number, (least, most) in enumerate((LON, LAT, EASTING, NORTHING), start=1):
        kinds[(least <= values) & (values <= most)] = number
    belts = np.floor(values / 1e6)
    metres = values - belts * 1e6
    numbered = np.isin(belts, [*SIX_DEGREE, *THREE_DEGREE]) & (EASTING[0] <= metres) & (metres <= EASTING[1])
    return np.where(numbered, BELT + belts, kinds).astype(np.int64)


def _refuse_stray_vertices(
    file: Path, geometry: gpd.GeoSeries, x: np.ndarray, y: np.ndarray, *, states_crs: bool
) -> None:
    """Refuse the row of a vertex at 0, 0, or of one of another grid, belt or axis order than most vertices.

    One such vertex would make the CRS of all seem wrong.
    """
    kinds = np.column_stack([_kinds(x), _kinds(y)])
    pairs, which, counts = np.unique(kinds, axis=0, return_inverse=True, return_counts=True)
    usual = int(np.argmax(counts))
    if len(pairs) == 1 or not _belong_together(pairs[usual]):
        return
    at_zero = (x == 0) & (y == 0)
    stray = np.array([number != usual and _belong_together(pair) for number, pair in enumerate(pairs)])
    if not states_crs:  # without a CRS, files of two belts are told how to be split
        stray &= ~((pairs > BELT) & (pairs[usual] > BELT)).any(axis=1)
    strays = at_zero | stray[which.ravel()]
    if not strays.any():
        return
    number = int(np.argmax(strays))
    here, there = f"{x[number]:.10g}, {y[number]:.10g}", int(np.argmax(which.ravel() == usual))
    elsewhere = f"{x[there]:.10g}, {y[there]:.10g}"
    raise InputError(
        Text("有一个顶点在 0, 0", "has a vertex at 0, 0")
        if at_zero[number]
        else Text(
            f"坐标 {here} 与其他顶点（如 {elsewhere}）不是同一种：带号、度或米、或轴的次序不同",
            f"its coordinates {here} are of another kind than the others ({elsewhere}, say): belt number, degrees or "
            "metres, or order of the axes",
        ),
        Text(
            "改正这一行的坐标，或去掉这一行，再导出",
            "correct the coordinates of this row, or take it out, and export it again",
        ),
        file=str(file),
        row=_first(geometry, strays),
    )


def _belong_together(pair: np.ndarray) -> bool:
    x, y = (3 if kind > BELT else int(kind) for kind in pair)
    return (x, y) in PAIRS


def _grid(crs: pyproj.CRS) -> Grid | None:
    """The Gauss-Krüger grid of a CRS; None where it is another projection or a shifted local grid."""
    plain = crs.source_crs if crs.is_bound else crs
    operation = plain.coordinate_operation if plain is not None and plain.is_projected else None
    if operation is None or operation.method_name != "Transverse Mercator":
        return None
    values = {parameter.name: float(parameter.value) for parameter in operation.params}
    east = values.get("False easting", 0.0)
    if values.get("Latitude of natural origin") or values.get("False northing") or east % 1e6 != 500_000:
        return None
    return Grid(values.get("Longitude of natural origin", 0.0), int(east // 1e6))


def _sample(points: np.ndarray) -> str:
    """The first coordinate of a file as it stands there."""
    return f"{points[0, 0]:.10g}, {points[0, 1]:.10g}"


def _candidates(x: np.ndarray, y: np.ndarray) -> list[str]:
    """The codes of the CRS that coordinates without one may be in."""
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
    return candidates


def _guess(
    file: Path, x: np.ndarray, y: np.ndarray, near: gpd.GeoSeries | None, candidates: list[str]
) -> tuple[pyproj.CRS, Change]:
    """The only possible CRS of coordinates that come without one; refused where several are possible, or none is."""
    if near is not None and len(candidates) > 1:
        candidates = [code for code in candidates if _distance_km(_point(x, y, code), near) <= FAR_KM]
    sample = f"{x[0]:.10g}, {y[0]:.10g}"
    if len(candidates) != 1:
        numbers = sorted({int(value // 1e6) for value in (x.min(), x.max())})
        packed = any(_is_packed(one, LON) and _is_packed(other, LAT) for one, other in ((x, y), (y, x)))
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
            else PACKED
            if packed
            else Text(
                "指明坐标系：EPSG 代码（如 EPSG:4549，3 度带，中央经线 120°）、PROJ 串或 .prj 文件",
                "state it: an EPSG code such as EPSG:4549 (3-degree belt, 120°), a PROJ string or a .prj file",
            ),
            file=str(file),
            parameter=None if belts or packed else Parameter("crs", plain("EPSG:4549")),
        )
    crs = pyproj.CRS(candidates[0])
    why = Text(
        f"文件没有坐标系，按坐标（如 {sample}）判定；若是西安 80 或北京 54，请指明坐标系",
        f"the file states no CRS: detected from coordinates such as {sample}; if it is Xian 80 or Beijing 54, state that",
    )
    return crs, Change(ALL_ROWS, "crs", "", candidates[0], why)


def _is_packed(values: np.ndarray, degrees: tuple[float, float]) -> bool:
    """Whether numbers may be degrees, minutes and seconds without signs between: 1213600.0 for 121°36′00.0″."""
    whole, minutes, seconds = values // 10_000, values // 100 % 100, values % 100
    return bool(((degrees[0] <= whole) & (whole <= degrees[1]) & (minutes < 60) & (seconds < 60)).all())


def _in_belt(
    file: Path, crs: pyproj.CRS, shapes: np.ndarray, x: np.ndarray, y: np.ndarray
) -> tuple[np.ndarray, list[Change]]:
    """Shapes with the belt number added to or removed from eastings as the CRS requires; contradictions are refused."""
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
    number = kind if isinstance(kind, int) else 0 if kind == "easting" else grid.number
    if number == grid.number:
        return shapes, []
    same_meridian = bool(number) and central_meridian(number) == round(grid.meridian, 6)
    if (grid.number and not number) or (not grid.number and same_meridian):
        shift = (grid.number - number) * 1e6
        shifted_shapes = shapely.transform(shapes, lambda points: points + np.array([shift, 0.0]))
        why = (
            Text(
                f"横坐标带有带号 {number}，坐标系 {crs.name} 不含带号，已去掉",
                f"eastings carry the belt's number {number}, which {crs.name} has not: removed",
            )
            if number
            else Text(
                f"横坐标不带带号，坐标系 {crs.name} 含带号 {grid.number}，已补上",
                f"eastings lack the belt's number {grid.number} that {crs.name} has: added",
            )
        )
        return shifted_shapes, [Change(ALL_ROWS, GEOMETRY, f"{x[0]:.10g}", f"{x[0] + shift:.10g}", why)]
    raise InputError(
        Text(
            f"坐标系写为 {crs.name}（中央经线 {grid.meridian:g}°），横坐标却以 {number} 开头（中央经线 {central_meridian(number)}°）",
            f"is in {crs.name} (central meridian {grid.meridian:g}°), but its eastings begin with {number} "
            f"(central meridian {central_meridian(number)}°)",
        ),
        Text(
            f"核对坐标系；若坐标无误，用 {gauss_kruger(number)}",
            f"check the CRS; if the coordinates are right, state {gauss_kruger(number)}",
        ),
        file=str(file),
        parameter=Parameter("crs", plain(gauss_kruger(number))),
    )


def _to_cgcs2000(file: Path, geometry: gpd.GeoSeries) -> gpd.GeoSeries:
    """Transform to degrees of CGCS2000; a CRS with parameters to WGS 84 is transformed by these."""
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


def _through_pipeline(file: Path, geometry: gpd.GeoSeries, pipeline: str, grounds: CrsGrounds) -> Placement:
    """Transform geometry through a PROJ pipeline that ends in degrees of CGCS2000."""
    try:
        transformer = pyproj.Transformer.from_pipeline(pipeline)
    except pyproj.exceptions.ProjError as error:
        raise InputError(
            Text("不是合法的 PROJ pipeline", "is not a valid PROJ pipeline"),
            Text("写成 +proj=pipeline +step … 的形式", "write it as +proj=pipeline +step …"),
            file=str(file),
        ) from error

    def transformed(points: np.ndarray) -> np.ndarray:
        return np.column_stack(transformer.transform(points[:, 0], points[:, 1]))

    shapes = shapely.transform(geometry.to_numpy(), transformed)
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
    change = Change(ALL_ROWS, GEOMETRY, pipeline, CGCS2000, TRANSFORMED)
    return Placement(
        gpd.GeoSeries(shapes, index=geometry.index, crs=CGCS2000),
        Text("PROJ pipeline", "PROJ pipeline"),
        [change],
        grounds,
    )


def _point(x: np.ndarray, y: np.ndarray, code: str) -> Any:
    """The middle of coordinates in a candidate CRS, as a point in EPSG:4490."""
    middle = gpd.GeoSeries([shapely.Point(float(np.median(x)), float(np.median(y)))], crs=code)
    return middle.to_crs(CGCS2000).iloc[0]


def _distance_km(shape: Any, near: gpd.GeoSeries) -> float:
    """Distance of a shape from the district along the ellipsoid, in kilometres; both in degrees."""
    one, other = shapely.shortest_line(shape, near.union_all()).coords
    return float(GEOD.inv(*one[:2], *other[:2])[2]) / 1000


def _refuse_far(file: Path, placed: Placement, near: gpd.GeoSeries) -> None:
    """Refuse data far from the district: their CRS is another than was detected."""
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
