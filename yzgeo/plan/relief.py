"""The relief of a ground: heights on a grid in `ground/relief.asc`, an ESRI ASCII grid in degrees of EPSG:4490.

Of grids this form alone is read: it is text, which any GIS writes (`gdal_translate -of AAIGrid`) and no library is
needed for.
"""

from __future__ import annotations

import io
import math
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pyproj

from yzgeo.core.errors import InputError, Parameter
from yzgeo.core.i18n import Text, plain
from yzgeo.spatial.crs import CGCS2000

RELIEF = "relief"
FILE = "relief.asc"
SUFFIX = ".asc"
MOST_CELLS = 40_000_000
"""That are read: a 12.5 m grid of 80 km by 80 km."""
MOST_KEPT = 400
"""Cells along the longer side that a plan folder keeps; a page of a district shows no more."""
MOST_HEIGHT = 9000.0
LEAST_HEIGHT = -11000.0
KEYS = ("ncols", "nrows", "xllcorner", "yllcorner", "xllcenter", "yllcenter", "cellsize", "dx", "dy", "nodata_value")
NO_DATA = -9999
Box = tuple[float, float, float, float]


class HeightGrid(NamedTuple):
    """Heights in metres, (rows, columns) from the north-west, NaN where none is known; corner and cells in CRS units."""

    heights: npt.NDArray[np.float64]
    west: float
    south: float
    cell_x: float
    cell_y: float

    @property
    def bounds(self) -> Box:
        """West, south, east and north of its cells."""
        rows, columns = self.heights.shape
        return self.west, self.south, self.west + columns * self.cell_x, self.south + rows * self.cell_y


def read_grid(file: Path) -> HeightGrid:
    r"""The heights of an ESRI ASCII grid.

    Raises
    ------
    InputError
        When it is none: a header that lacks something or has it twice, another count of numbers than it says, a word
        among them, heights that are nowhere on earth, or more cells than `MOST_CELLS`.

    >>> import tempfile
    >>> file = Path(tempfile.mkdtemp()) / "dem.asc"
    >>> _ = file.write_text("ncols 2\nnrows 1\nxllcorner 121\nyllcorner 29\ncellsize 0.5\nNODATA_value -9\n3 -9\n")
    >>> print(read_grid(file).heights, read_grid(file).bounds)
    [[ 3. nan]] (121.0, 29.0, 122.0, 29.5)
    """
    try:
        text = file.read_text(encoding="ascii")
    except (OSError, UnicodeDecodeError) as error:
        raise _refuse(file, Text("不是 ESRI ASCII 栅格", "is no ESRI ASCII grid")) from error
    header, body = _header(file, text)
    columns, rows = int(header["ncols"]), int(header["nrows"])
    if rows * columns > MOST_CELLS:
        raise InputError(
            Text(f"有 {rows * columns:,} 个格，太多", f"has {rows * columns:,} cells, too many"),
            Text("先重采样得粗些", "resample it to larger cells first"),
            file=str(file),
        )
    heights = np.array([])
    try:
        heights = np.loadtxt(io.StringIO(" ".join(body.split())), dtype=float, ndmin=1) if body.strip() else heights
    except ValueError as error:
        raise _refuse(file, Text("有不是数字的格", "has cells that are no numbers")) from error
    if heights.size != rows * columns:
        raise _refuse(
            file,
            Text(
                f"应有 {rows * columns} 个高程，实有 {heights.size} 个",
                f"should have {rows * columns} heights and has {heights.size}",
            ),
        )
    heights = np.where(heights == header.get("nodata_value", NO_DATA), np.nan, heights).reshape(rows, columns)
    known = heights[~np.isnan(heights)]
    if not known.size or known.max() > MOST_HEIGHT or known.min() < LEAST_HEIGHT:
        raise _refuse(file, Text("没有合理的高程（米）", "has no heights in metres that there are on earth"))
    dx, dy = header.get("dx", header.get("cellsize", 0.0)), header.get("dy", header.get("cellsize", 0.0))
    west = header["xllcorner"] if "xllcorner" in header else header["xllcenter"] - dx / 2
    south = header["yllcorner"] if "yllcorner" in header else header["yllcenter"] - dy / 2
    return HeightGrid(heights, west, south, dx, dy)


def _header(file: Path, text: str) -> tuple[dict[str, float], str]:
    """The values of the header by their names in small letters, and the rest of the text."""
    header: dict[str, float] = {}
    lines = text.splitlines()
    place = 0
    for line in lines:
        parts = line.split()
        if len(parts) != 2 or parts[0].lower() not in KEYS:
            break
        try:
            header[parts[0].lower()] = float(parts[1])
        except ValueError as error:
            raise _refuse(file, Text(f"表头 {parts[0]} 不是数字", f"its header's {parts[0]} is no number")) from error
        place += 1
    corners = ("xllcorner" in header or "xllcenter" in header) and ("yllcorner" in header or "yllcenter" in header)
    cells = header.get("cellsize", 0) > 0 or (header.get("dx", 0) > 0 and header.get("dy", 0) > 0)
    counts = [header.get(name, 0) for name in ("ncols", "nrows")]
    if not (corners and cells and all(count >= 1 and count == int(count) for count in counts)):
        raise _refuse(
            file,
            Text(
                "表头不全：要 ncols、nrows、xllcorner、yllcorner、cellsize",
                "lacks part of its header: ncols, nrows, xllcorner, yllcorner, cellsize",
            ),
        )
    if not all(map(math.isfinite, header.values())):
        raise _refuse(file, Text("表头有不是有限的数", "has a number in its header that is not finite"))
    return header, "\n".join(lines[place:])


def crs_of(file: Path, grid: HeightGrid, stated: str | None) -> pyproj.CRS:
    """The CRS of a grid: as stated, or by the `.prj` beside it, or degrees where its numbers can be such.

    Raises
    ------
    InputError
        When none of these tells it.
    """
    beside = file.with_suffix(".prj")
    words = stated or (beside.read_text(encoding="utf-8", errors="replace") if beside.is_file() else "")
    if words.strip():
        try:
            return pyproj.CRS.from_user_input(words)
        except pyproj.exceptions.CRSError as error:
            raise _crsless(file) from error
    west, south, east, north = grid.bounds
    if west >= -180 and south >= -90 and east <= 180 and north <= 90:
        return pyproj.CRS(CGCS2000)
    raise _crsless(file)


def sampled(grid: HeightGrid, crs: pyproj.CRS, box: Box) -> HeightGrid | None:
    """A grid in degrees of EPSG:4490 of what a grid in some CRS knows inside a box (west, south, east, north).

    Cells are as large as the grid's own, but no more than `MOST_KEPT` along a side; each takes the height at its middle,
    between the four nearest. None where the grid knows nothing there.
    """
    inverse = pyproj.Transformer.from_crs(crs, CGCS2000, always_xy=True)
    west, south, east, north = inverse.transform_bounds(*grid.bounds)
    west, south, east, north = max(west, box[0]), max(south, box[1]), min(east, box[2]), min(north, box[3])
    if not (west < east and south < north):
        return None
    rows, columns = grid.heights.shape
    own = inverse.transform_bounds(*grid.bounds)
    finest = min((own[2] - own[0]) / columns, (own[3] - own[1]) / rows)
    cell = max(finest, (east - west) / MOST_KEPT, (north - south) / MOST_KEPT)
    wide, high = max(1, round((east - west) / cell)), max(1, round((north - south) / cell))
    lon = west + (np.arange(wide) + 0.5) * cell
    lat = south + (high - np.arange(high) - 0.5) * cell
    x, y = pyproj.Transformer.from_crs(CGCS2000, crs, always_xy=True).transform(*np.meshgrid(lon, lat))
    heights = heights_at(grid, np.asarray(x), np.asarray(y))
    return HeightGrid(heights, west, south, cell, cell) if np.isfinite(heights).any() else None


def heights_at(grid: HeightGrid, x: npt.NDArray[np.float64], y: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """The heights at places in the CRS of a grid, between the four nearest cells; NaN where none is known.

    >>> grid = HeightGrid(np.array([[0.0, 10.0]]), 121.0, 29.0, 1.0, 1.0)
    >>> print(heights_at(grid, np.array([122.0, 124.0]), np.array([29.5, 29.5])))
    [ 5. nan]
    """
    return _between(grid.heights, (x - grid.west) / grid.cell_x - 0.5, (grid.bounds[3] - y) / grid.cell_y - 0.5)


def _between(
    heights: npt.NDArray[np.float64], column: npt.NDArray[np.float64], row: npt.NDArray[np.float64]
) -> npt.NDArray[np.float64]:
    """Heights at places between the middles of cells; NaN beyond the grid and beside what is not known."""
    rows, columns = heights.shape
    beyond = (column < -0.5) | (row < -0.5) | (column > columns - 0.5) | (row > rows - 0.5)
    column, row = np.clip(column, 0, columns - 1), np.clip(row, 0, rows - 1)
    left, top = np.floor(column).astype(int), np.floor(row).astype(int)
    right, low = np.minimum(left + 1, columns - 1), np.minimum(top + 1, rows - 1)
    across, down = column - left, row - top
    upper = heights[top, left] * (1 - across) + heights[top, right] * across
    lower = heights[low, left] * (1 - across) + heights[low, right] * across
    found: npt.NDArray[np.float64] = np.where(beyond, np.nan, upper * (1 - down) + lower * down)
    return found


def grid_text(grid: HeightGrid) -> str:
    """A grid as a plan folder keeps it: whole metres.

    >>> print(grid_text(HeightGrid(np.array([[3.2, np.nan]]), 121.0, 29.0, 0.5, 0.5)).splitlines()[-1])
    3 -9999
    """
    rows, columns = grid.heights.shape
    lines = [
        f"ncols {columns}",
        f"nrows {rows}",
        f"xllcorner {grid.west:.9g}",
        f"yllcorner {grid.south:.9g}",
        f"cellsize {grid.cell_x:.12g}",
        f"NODATA_value {NO_DATA}",
    ]
    whole = np.where(np.isnan(grid.heights), NO_DATA, np.rint(grid.heights)).astype(int)
    return "\n".join([*lines, *(" ".join(map(str, row)) for row in whole)]) + "\n"


def of_folder(file: Path) -> HeightGrid:
    """The grid that a plan folder keeps.

    Raises
    ------
    InputError
        As for `read_grid`; also when its numbers are no degrees.
    """
    grid = read_grid(file)
    west, south, east, north = grid.bounds
    if west < -180 or south < -90 or east > 180 or north > 90:
        raise InputError(
            Text("坐标不是经纬度", "its coordinates are no degrees"),
            Text(
                "移出 ground 文件夹，用导入底图的命令带入", "move it out of the folder ground, and import it as ground"
            ),
            file=str(file),
        )
    return grid


def _crsless(file: Path) -> InputError:
    return InputError(
        Text("看不出高程栅格的坐标系", "does not tell the CRS of its heights"),
        Text("指明坐标系", "state the CRS"),
        file=str(file),
        parameter=Parameter("crs", plain("EPSG:4490")),
    )


def _refuse(file: Path, problem: Text) -> InputError:
    return InputError(
        problem,
        Text(
            "在 GIS 中另存为 ESRI ASCII 栅格（.asc），高程以米计",
            "save it from a GIS as an ESRI ASCII grid (.asc) of heights in metres",
        ),
        file=str(file),
    )
