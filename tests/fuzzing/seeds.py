"""Valid inputs of every format, written by real writers: three parcels in the toy plan's district, or the plan itself."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import ezdxf
import geopandas as gpd
import openpyxl
import pyproj
import shapely
import toy

GRID = "EPSG:4549"
CORNERS = ((655_000.0, 3_283_000.0), (656_000.0, 3_283_000.0), (657_000.0, 3_283_000.0))
"""South-west corners of the parcels, eastings and northings of `GRID`: in the north of the toy plan's district."""
SIDE = 100.0
COLUMNS = {
    "parcel_id": ["A1", "A2", "A3"],
    "status": ["recovered", "under_way", "identified"],
    "recovered_on": ["2026-05-06", "", ""],
    "area_mu": [15.0, 14.5, 15.25],
    "measure": ["腾出", "盘活", ""],
}


def parcels() -> gpd.GeoDataFrame:
    """The parcels on `GRID`: a square, one with a hole, one of two parts."""
    squares = [shapely.box(x, y, x + SIDE, y + SIDE) for x, y in CORNERS]
    holed = squares[1] - squares[1].buffer(-30, join_style="mitre")
    parts = shapely.MultiPolygon([squares[2], shapely.affinity.translate(squares[2], 2 * SIDE)])
    return gpd.GeoDataFrame(COLUMNS, geometry=[squares[0], holed, parts], crs=GRID)


def cadastral(folder: Path) -> Path:
    """A cadastral point file."""
    lines = ["[属性描述]", "坐标系=2000国家大地坐标系", "几度分带=3", "投影类型=高斯克吕格", "计量单位=米", "带号=40", "精度=0.001", "转换参数=0,0,0,0,0,0,0", "[地块坐标]"]  # fmt: skip
    for name, (x, y) in zip(COLUMNS["parcel_id"], CORNERS, strict=True):
        ring = [(x, y), (x + SIDE, y), (x + SIDE, y + SIDE), (x, y + SIDE), (x, y)]
        lines.append(f"{len(ring)},1.0,{name},{name}号,面,,工业,0601,@")
        lines += [f"J{place % 4 + 1},1,{north:.3f},{40_000_000 + east:.3f}" for place, (east, north) in enumerate(ring)]
    return _text(folder / "parcels.txt", "\n".join(lines))


def csv_wkt(folder: Path) -> Path:
    """A table with well-known text."""
    frame = parcels()
    frame = frame.assign(wkt=frame.geometry.to_wkt(rounding_precision=3)).drop(columns="geometry")
    file = folder / "parcels.csv"
    frame.to_csv(file, index=False)
    return file


def csv_points(folder: Path) -> Path:
    """A table with a row per point."""
    rows = ["地块编号,状态,登记面积（亩）,圈号,点号,X坐标,Y坐标"]
    for name, (x, y) in zip(COLUMNS["parcel_id"], CORNERS, strict=True):
        for place, (east, north) in enumerate(((0, 0), (SIDE, 0), (SIDE, SIDE), (0, SIDE)), start=1):
            rows.append(f"{name},已盘活,15,1,J{place},{40_000_000 + x + east},{y + north}")
    return _text(folder / "points.csv", "\n".join(rows))


def csv_ledger(folder: Path) -> Path:
    """A ledger without shapes."""
    return _text(folder / "ledger.csv", "宗地代码,状态,面积（公顷）,收回日期,容积率\nA1,已腾出,0.2,2026年5月6日,1.2\nA2,进行中,0.3,,0.8\n")  # fmt: skip


def xlsx(folder: Path) -> Path:
    """A workbook with a title, merged cells, a date and cells of coordinates."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["低效用地台账（单位：亩）"])
    sheet.append(["地块编号", "状态", "登记面积（亩）", "收回日期", "坐标"])
    for name, (x, y) in zip(COLUMNS["parcel_id"], CORNERS, strict=True):
        ring = ((x, y), (x + SIDE, y), (x + SIDE, y + SIDE), (x, y + SIDE))
        sheet.append([name, "已盘活", 15, "2026-05-06", ";".join(f"{40_000_000 + e},{n}" for e, n in ring)])
    sheet.merge_cells("B3:B4")
    file = folder / "ledger.xlsx"
    book.save(file)
    return file


def dxf(folder: Path) -> Path:
    """A drawing: closed polylines, each with a text inside, a hatch and a block."""
    drawing = ezdxf.new("R2000")
    space = drawing.modelspace()
    drawing.layers.add("地块")
    block = drawing.blocks.new("plot")
    block.add_lwpolyline([(0, 0), (50, 0), (50, 50), (0, 50)], close=True)
    block.add_text("A0", dxfattribs={"insert": (25, 25), "height": 5})
    for name, (x, y) in zip(COLUMNS["parcel_id"], CORNERS, strict=True):
        east = 40_000_000 + x
        ring = [(east, y), (east + SIDE, y), (east + SIDE, y + SIDE), (east, y + SIDE)]
        space.add_lwpolyline(ring, close=True, dxfattribs={"layer": "地块"})
        space.add_text(name, dxfattribs={"insert": (east + 50, y + 50), "height": 5})
    space.add_blockref("plot", (40_000_000 + CORNERS[0][0], CORNERS[0][1] + 500))
    file = folder / "parcels.dxf"
    drawing.saveas(file)
    return file


def kml(folder: Path) -> Path:
    """Placemarks in degrees."""
    file = folder / "parcels.kml"
    parcels().to_crs(4326).rename(columns={"parcel_id": "Name"}).to_file(file, driver="KML", engine="pyogrio")
    return file


def kmz(folder: Path) -> Path:
    """The same, packed."""
    file = folder / "parcels.kmz"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("doc.kml", kml(folder).read_bytes())
    return file


def shapefile(folder: Path) -> Path:
    """A Shapefile in UTF-8 with its .cpg."""
    file = folder / "parcels.shp"
    parcels().rename(columns={"recovered_on": "date"}).to_file(file, engine="pyogrio", encoding="UTF-8")
    return file


def geopackage(folder: Path) -> Path:
    """A GeoPackage."""
    return _written(folder / "parcels.gpkg")


def filegdb(folder: Path) -> Path:
    """A file geodatabase."""
    file = folder / "parcels.gdb"
    parcels().to_file(file, driver="OpenFileGDB", engine="pyogrio", promote_to_multi=True)
    return file


def flatgeobuf(folder: Path) -> Path:
    """A FlatGeobuf."""
    return _written(folder / "parcels.fgb")


def geojson(folder: Path) -> Path:
    """A GeoJSON file."""
    file = folder / "parcels.geojson"
    file.write_text(parcels().to_crs(4490).to_json(), encoding="utf-8")
    return file


def parquet(folder: Path) -> Path:
    """A GeoParquet file."""
    file = folder / "parcels.parquet"
    parcels().to_parquet(file)
    return file


def prj(folder: Path) -> Path:
    """A .prj file, to be given as a CRS."""
    return _text(folder / "grid.prj", pyproj.CRS(GRID).to_wkt("WKT1_ESRI"))


def osm(folder: Path) -> Path:
    """An OpenStreetMap extract: a coast, water, roads, railways, a station and a town of the toy plan's district."""
    return Path(shutil.copy(Path(__file__).parents[1] / "ground" / "small.osm", folder / "extract.osm"))


def plan(folder: Path) -> Path:
    """The toy plan with official outlines and a stored ledger."""
    place = toy.make(folder / "plan")
    toy.official(place, north=(121.55, 29.62, 121.65, 29.68), south=(121.55, 29.52, 121.65, 29.58))
    return place


FORMATS: dict[str, Callable[[Path], Path]] = {
    seed.__name__: seed
    for seed in (
        cadastral, csv_wkt, csv_points, csv_ledger, xlsx, dxf, kml, kmz, shapefile, geopackage, filegdb, flatgeobuf,
        geojson, parquet, osm, prj, plan,
    )
}  # fmt: skip
"""The formats by name."""


def _text(file: Path, text: str) -> Path:
    file.write_text(text, encoding="utf-8")
    return file


def _written(file: Path) -> Path:
    parcels().to_file(file, engine="pyogrio")
    return file
