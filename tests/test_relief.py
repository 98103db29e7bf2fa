"""Relief from a grid of heights: a cone is lit on the side of the light and dark on the other, wherever it is drawn."""

from __future__ import annotations

import base64
import re
import struct
import tempfile
import zlib
from dataclasses import replace
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pyproj
import pytest
import toy
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from shapely import Point

from yzgeo.cli.main import cli
from yzgeo.core.errors import InputError
from yzgeo.plan import attribution, relief
from yzgeo.plan.load import load
from yzgeo.publish.board.frame import frame_of
from yzgeo.publish.board.relief import relief_on_sheet
from yzgeo.publish.board.render import render as render_board
from yzgeo.publish.context import build_context
from yzgeo.publish.page.ground import ground_box, ground_data
from yzgeo.publish.page.relief import LEVELS, relief_data
from yzgeo.publish.page.render import render
from yzgeo.spatial.crs import CGCS2000
from yzgeo.spatial.hillshade import FLAT, hillshade

SIDE = 41
MIDDLE = SIDE // 2
NORTH_WEST, SOUTH_EAST = (MIDDLE - 8, MIDDLE - 8), (MIDDLE + 8, MIDDLE + 8)


def cone(cell: float = 1.0, side: int = SIDE) -> np.ndarray[Any, Any]:
    """Heights of a cone as steep as it is wide, on a plain."""
    down, right = np.mgrid[:side, :side]
    off = np.hypot(down - side // 2, right - side // 2) * cell
    return np.maximum(0.0, (side // 2 - 4) * cell - off)


def asc(heights: np.ndarray[Any, Any], west: float, south: float, cell: float, nodata: float = -9999) -> str:
    rows = "\n".join(" ".join(f"{height:.3f}" for height in row) for row in heights)
    head = f"ncols {heights.shape[1]}\nnrows {heights.shape[0]}\nxllcorner {west}\nyllcorner {south}\ncellsize {cell}\n"
    return f"{head}NODATA_value {nodata}\n{rows}\n"


def pixels(data: dict[str, Any]) -> np.ndarray[Any, Any]:
    """The levels of the picture, row by row."""
    png = base64.b64decode(data["image"].partition(",")[2])
    columns, rows = struct.unpack(">II", png[16:24])
    place, content = 8, b""
    while place < len(png):
        size, kind = struct.unpack(">I4s", png[place : place + 8])
        content += png[place + 8 : place + 8 + size] if kind == b"IDAT" else b""
        place += size + 12
    return np.frombuffer(zlib.decompress(content), dtype=np.uint8).reshape(rows, columns + 1)[:, 1:]


def test_the_side_of_the_light_is_lit_and_the_other_dark() -> None:
    lit = hillshade(cone(), 1.0, 1.0)
    assert lit[0, 0] == pytest.approx(FLAT)
    # A slope of 45° faces the light of 45° in full, and its back is turned away wholly.
    assert lit[NORTH_WEST] == pytest.approx(1.0, abs=0.01)
    assert lit[SOUTH_EAST] == pytest.approx(0.0, abs=0.01)
    assert lit[MIDDLE - 8, MIDDLE + 8] == pytest.approx(0.5, abs=0.02)  # across the light: cos 45° of it, on a slope
    assert lit[NORTH_WEST] == pytest.approx(lit.max(), abs=0.02)


@pytest.mark.slow
@given(st.floats(-200, 5000), st.floats(0.5, 100))
def test_how_high_it_lies_and_in_which_unit_changes_nothing(up: float, scale: float) -> None:
    assert hillshade(cone() * scale + up, scale, scale) == pytest.approx(hillshade(cone(), 1.0, 1.0), abs=1e-6)


def test_what_is_not_known_is_not_shaded_nor_a_cliff() -> None:
    heights = np.full((9, 9), 500.0)
    heights[4, 4] = np.nan
    lit = hillshade(heights, 1.0, 1.0)
    assert np.isnan(lit[4, 4])
    assert lit[~np.isnan(lit)] == pytest.approx(FLAT)


def test_the_picture_is_of_the_same_cone(tmp_path: Path) -> None:
    file = tmp_path / "dem.asc"
    file.write_text(asc(cone(100.0), 121.0, 29.0, 0.001))
    data = relief_data(relief.read_grid(file))
    levels = pixels(data)
    assert data["box"] == [121.0, 29.0, 121.041, 29.041]
    assert levels.shape == (SIDE, SIDE)
    assert levels[0, 0] == 0
    assert levels[NORTH_WEST] > LEVELS  # white
    assert 0 < levels[SOUTH_EAST] <= LEVELS  # black


@pytest.mark.slow
@pytest.mark.parametrize("crs", ["EPSG:4490", "EPSG:4549"])
def test_a_grid_in_any_crs_is_imported_where_it_lies(crs: str, tmp_path: Path) -> None:
    folder = toy.make(tmp_path / "plan")
    west, south, east, north = load(folder).district.total_bounds
    middle = ((west + east) / 2, (south + north) / 2)
    x, y = pyproj.Transformer.from_crs(CGCS2000, crs, always_xy=True).transform(*middle)
    cell = 0.0005 if crs == "EPSG:4490" else 50.0
    file = tmp_path / "dem.asc"
    file.write_text(asc(cone(50.0), x - SIDE * cell / 2, y - SIDE * cell / 2, cell))
    arguments = ["import", "ground", str(file), "--into", str(folder), "--source", "测绘院", "--licence", "CC-BY-4.0"]
    refused = CliRunner().invoke(cli, arguments)
    assert refused.exit_code == (0 if crs == "EPSG:4490" else 2), refused.output
    if refused.exit_code:
        assert "--crs" in refused.stderr
        assert not (folder / "ground").exists()
        done = CliRunner().invoke(cli, [*arguments, "--crs", crs])
        assert done.exit_code == 0, done.output
    plan = load(folder)
    assert plan.relief is not None
    top = np.unravel_index(np.nanargmax(plan.relief.heights), plan.relief.heights.shape)
    rows = len(plan.relief.heights)
    at = (
        plan.relief.west + (top[1] + 0.5) * plan.relief.cell_x,
        plan.relief.south + (rows - top[0] - 0.5) * plan.relief.cell_y,
    )
    assert at == pytest.approx(middle, abs=0.0006)
    assert np.nanmax(plan.relief.heights) == pytest.approx(cone(50.0).max(), abs=30)
    assert "测绘院（CC-BY-4.0）" in [words.zh for words in attribution.ground_attributions(plan)]
    data = ground_data(plan, ground_box(plan))
    assert data["relief"] is not None
    assert "测绘院（CC-BY-4.0）" in data["attribution"]["zh"]


@pytest.mark.slow
def test_a_new_grid_takes_the_place_of_the_old(tmp_path: Path) -> None:
    folder = toy.make(tmp_path / "plan")
    west, south, _, _ = load(folder).district.total_bounds
    file = tmp_path / "dem.asc"
    for height, source in ((10.0, "甲"), (20.0, "乙")):
        file.write_text(asc(np.full((4, 4), height), west, south, 0.01))
        done = CliRunner().invoke(cli, ["import", "ground", str(file), "--into", str(folder), "--source", source])
        assert done.exit_code == 0, done.output
    plan = load(folder)
    assert plan.relief is not None
    assert np.nanmax(plan.relief.heights) == 20
    assert list(plan.ground_sources["title"]) == ["乙"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "header"),
        ("ncols 2\nnrows 1\nxllcorner 121\nyllcorner 29\n1 2\n", "header"),
        ("ncols 2\nnrows x\nxllcorner 121\nyllcorner 29\ncellsize 1\n1 2\n", "nrows"),
        ("ncols -2\nnrows 1\nxllcorner 121\nyllcorner 29\ncellsize 1\n1 2\n", "header"),
        ("ncols 2\nnrows 1\nxllcorner nan\nyllcorner 29\ncellsize 1\n1 2\n", "finite"),
        ("ncols 2\nnrows 1\nxllcorner 121\nyllcorner 29\ncellsize 1\n1 2 3\n", "should have 2 heights and has 3"),
        ("ncols 2\nnrows 1\nxllcorner 121\nyllcorner 29\ncellsize 1\n1 two\n", "no numbers"),
        ("ncols 2\nnrows 1\nxllcorner 121\nyllcorner 29\ncellsize 1\n-9999 -9999\n", "no heights"),
        ("ncols 2\nnrows 1\nxllcorner 121\nyllcorner 29\ncellsize 1\n1 65535\n", "no heights"),
        ("ncols 2\nnrows 1\nxllcorner 121\nyllcorner 29\ncellsize 1\n1 inf\n", "no heights"),
        ("ncols 99999\nnrows 99999\nxllcorner 121\nyllcorner 29\ncellsize 1\n1 2\n", "too many"),
    ],
)
def test_what_is_no_grid_is_refused_with_its_remedy(text: str, told: str, tmp_path: Path) -> None:
    file = tmp_path / "dem.asc"
    file.write_text(text)
    with pytest.raises(InputError, match=re.escape(told)):
        relief.read_grid(file)


@given(st.integers(1, 6), st.integers(1, 6), st.data())
def test_a_grid_that_is_kept_is_read_as_it_was(rows: int, columns: int, data: Any) -> None:
    heights = np.array(data.draw(st.lists(st.integers(-100, 5000), min_size=rows * columns, max_size=rows * columns)))
    grid = relief.HeightGrid(heights.reshape(rows, columns).astype(float), 121.25, 29.5, 0.001, 0.001)
    text = relief.grid_text(grid)
    again = _parsed(text)
    assert (again.heights == grid.heights).all()
    assert again.bounds == pytest.approx(grid.bounds)


def _parsed(text: str) -> relief.HeightGrid:
    with tempfile.TemporaryDirectory() as folder:
        kept = Path(folder) / relief.FILE
        kept.write_text(text)
        return relief.read_grid(kept)


@pytest.mark.slow
def test_other_grids_and_a_grid_without_source_are_told(tmp_path: Path) -> None:
    folder = toy.make(tmp_path / "plan")
    (folder / "ground").mkdir()
    (folder / "ground" / "dem.tif").write_bytes(b"II*")
    (folder / "ground" / relief.FILE).write_text(asc(cone(), 121.0, 29.0, 0.001))
    with pytest.raises(InputError) as told:
        load(folder)
    assert "dem.tif" in str(told.value)
    assert "relief" in str(told.value)


@pytest.mark.slow
def test_the_sheet_shades_the_same_place(tmp_path: Path) -> None:
    plan = load("yinzhou")
    frame = frame_of(plan)
    assert frame is not None
    west, south, east, _ = plan.district.total_bounds
    cell = (east - west) / SIDE
    grid = relief.HeightGrid(cone(cell * 100_000), west, south, cell, cell)
    assert relief_on_sheet(plan, frame) == ""
    drawn = relief_on_sheet(replace(plan, relief=grid), frame)
    levels = pixels({"image": re.search(r'href="([^"]+)"', drawn)[1]})  # type: ignore[index]
    left, top, right, bottom = frame.box

    def level(offset: float) -> int:
        """So many cells right of the top of the cone, and as many below."""
        at = Point(west + (MIDDLE + 0.5 + offset) * cell, south + (MIDDLE + 0.5 - offset) * cell)
        (point,) = frame.on_sheet(gpd.GeoSeries([at], crs=CGCS2000))
        rows, columns = levels.shape
        return int(
            levels[int((point.y - top) / (bottom - top) * rows), int((point.x - left) / (right - left) * columns)]
        )

    assert level(-8) > LEVELS
    assert 0 < level(8) <= LEVELS
    sheet = render_board(build_context(replace(plan, relief=grid), "zh"))
    assert drawn in sheet
    assert "img-src data:" in sheet


def test_the_page_draws_it_and_switches_it_off(visit: Any, tmp_path: Path) -> None:
    plan = load("yinzhou")
    west, south, east, north = plan.district.total_bounds
    cell = (east - west) / SIDE
    heights = cone(cell * 100_000, SIDE)
    grid = relief.HeightGrid(heights, west, (south + north - SIDE * cell) / 2, cell, cell)
    file = tmp_path / "index.html"
    file.write_text(render(build_context(replace(plan, relief=grid), "zh")), "utf-8")
    assert file.stat().st_size < 1_800_000
    seen = visit(file, "#layers=-zones,-projects")
    page = seen.page
    page.wait_for_timeout(600)
    box = page.locator('[data-layer="relief"]')
    assert box.is_checked()
    colours = """places => {
      const { leaflet } = window.yzgeo.page;
      const canvas = document.querySelector(".leaflet-yz-ground-pane canvas");
      const frame = canvas.getBoundingClientRect(), map = leaflet.getContainer().getBoundingClientRect();
      const copy = Object.assign(document.createElement("canvas"), { width: canvas.width, height: canvas.height });
      const pen = copy.getContext("2d", { willReadFrequently: true });
      pen.drawImage(canvas, 0, 0);
      const dense = canvas.width / frame.width;
      return places.map(([lat, lon]) => {
        const { x, y } = leaflet.latLngToContainerPoint([lat, lon]);
        const [red, green, blue] = pen.getImageData((x + map.left - frame.left) * dense, (y + map.top - frame.top) * dense, 1, 1).data;
        return red + green + blue;
      });
    }"""
    at = [(south + north) / 2, (west + east) / 2]
    off = 6 * cell
    places = [[at[0] + off, at[1] - off], [at[0] - off, at[1] + off]]
    lit, dark = page.evaluate(colours, places)
    assert lit > dark + 60
    box.evaluate("box => box.click()")
    page.wait_for_timeout(100)
    lit, dark = page.evaluate(colours, places)
    assert abs(lit - dark) < 30
    assert seen.noise == []
    assert seen.requests == [file.as_uri()]
