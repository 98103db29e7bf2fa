"""Every format comes back as another program wrote it: geometry to a millimetre, Chinese text to the letter."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import ezdxf
import geopandas as gpd
import openpyxl
import pytest
import shapely
from shapely import box

from yzgeo.core.errors import InputError
from yzgeo.readers import reading, table_layout
from yzgeo.spatial.crs import equal_area

MILLIMETRE = 0.001
HOLED = shapely.Polygon(
    [(121.52, 29.76), (121.53, 29.76), (121.53, 29.77), (121.52, 29.77)],
    [[(121.523, 29.763), (121.523, 29.767), (121.527, 29.767), (121.527, 29.763)]],
)
TWO_PARTS = shapely.MultiPolygon([box(121.54, 29.76, 121.545, 29.765), box(121.55, 29.76, 121.555, 29.765)])
PLAIN = shapely.Polygon([(121.56, 29.76), (121.57, 29.761), (121.568, 29.77)])
NAMES = ["鄞州—〇一", "姜山镇上何村", "龘"]
SHAPES = [HOLED, TWO_PARTS, PLAIN]


@pytest.fixture(scope="session")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """GeoJSON written by hand, in WGS 84, which agrees with CGCS2000 as far as PROJ goes."""
    file = tmp_path_factory.mktemp("source") / "parcels.geojson"
    features = [
        {
            "type": "Feature",
            "properties": {"地块编号": name, "recovered_on": "甲", "不动产单元代码": "1" * 28},
            "geometry": shapely.geometry.mapping(shape),
        }
        for name, shape in zip(NAMES, SHAPES, strict=True)
    ]
    file.write_text(json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False), "utf-8")
    return file


def ogr(gdal: str, source: Path, target: Path, *options: str) -> Path:
    done = subprocess.run([gdal, *options, str(target), str(source)], capture_output=True, check=False)
    assert target.exists(), done.stderr
    return target


def farthest_m(read: gpd.GeoSeries, expected: list[shapely.Geometry]) -> float:
    """How far, at most, the outlines of two lists of shapes are apart."""
    wanted = gpd.GeoSeries(expected, crs="EPSG:4490")
    crs = equal_area(wanted)
    pairs = zip(read.to_crs(crs), wanted.to_crs(crs), strict=True)
    return max(shapely.hausdorff_distance(one.boundary, other.boundary) for one, other in pairs)


@pytest.mark.parametrize(
    ("ending", "options"),
    [
        ("gpkg", ["-f", "GPKG", "-t_srs", "EPSG:4528"]),
        ("gdb", ["-f", "OpenFileGDB", "-t_srs", "EPSG:4549", "-nlt", "MULTIPOLYGON"]),
        ("geojson", ["-f", "GeoJSON", "-lco", "COORDINATE_PRECISION=10"]),
        ("kml", ["-f", "KML"]),
        ("kmz", ["-f", "LIBKML"]),
        ("fgb", ["-f", "FlatGeobuf", "-t_srs", "EPSG:4529"]),
        ("csv", ["-f", "CSV", "-lco", "GEOMETRY=AS_WKT"]),
        ("shp", ["-f", "ESRI Shapefile", "-lco", "ENCODING=UTF-8", "-t_srs", "EPSG:4490"]),
    ],
)
def test_what_gdal_writes_comes_back(gdal: str, source: Path, tmp_path: Path, ending: str, options: list[str]) -> None:
    read = reading.read(ogr(gdal, source, tmp_path / f"parcels.{ending}", *options))
    number = "地块编" if ending == "shp" else "地块编号"  # GDAL cuts UTF-8 names at ten bytes, within a character
    ordered = read.frame.set_index(number).loc[NAMES]  # FlatGeobuf sorts features by place
    assert len(read.frame) == len(NAMES)
    assert farthest_m(ordered.geometry, SHAPES) < MILLIMETRE
    assert read.frame.crs == "EPSG:4490"
    assert set(read.log["file"]) == {f"parcels.{ending}"}


@pytest.mark.parametrize("cpg", ["GBK", "936", None, "UTF-8"])
def test_a_shapefile_in_gbk_reads_whatever_its_cpg_says(
    gdal: str, source: Path, tmp_path: Path, cpg: str | None
) -> None:
    file = ogr(gdal, source, tmp_path / "parcels.shp", "-f", "ESRI Shapefile", "-lco", "ENCODING=GBK")
    file.with_suffix(".cpg").unlink()
    if cpg:
        file.with_suffix(".cpg").write_text(cpg)
    read = reading.read(file)
    assert read.frame["地块编号"].tolist() == NAMES
    assert list(read.frame.columns[:3]) == ["地块编号", "recovered_", "不动产单元"]
    told = read.log[read.log["field"] == "encoding"]
    assert told["new"].tolist() == ([] if cpg in ("GBK", "936") else ["GBK"])


def test_geoparquet_comes_back(source: Path, tmp_path: Path) -> None:
    gpd.read_file(source).to_crs("EPSG:4550").to_parquet(tmp_path / "parcels.parquet")
    read = reading.read(tmp_path / "parcels.parquet")
    assert read.frame["地块编号"].tolist() == NAMES
    assert farthest_m(read.frame.geometry, SHAPES) < MILLIMETRE


@pytest.mark.parametrize("options", [["-nlt", "LINESTRING"], []], ids=["polylines", "hatches"])
def test_closed_polylines_and_hatches_of_a_dxf_come_back(gdal: str, tmp_path: Path, options: list[str]) -> None:
    outline = [(40_600_000, 3_299_000), (40_600_100, 3_299_000), (40_600_100, 3_299_080.125), (40_600_000, 3_299_000)]
    parcels = {"type": "Polygon", "coordinates": [outline]}
    label = {"type": "Point", "coordinates": [40_600_080, 3_299_020]}
    features = [
        {"type": "Feature", "properties": {"Layer": "JZD"}, "geometry": parcels},
        {"type": "Feature", "properties": {"Layer": "JZD"}, "geometry": {"type": "LineString", "coordinates": outline[:3]}},
        {"type": "Feature", "properties": {"Layer": "ZJ", "Text": "鄞州001"}, "geometry": label},
    ]  # fmt: skip
    (tmp_path / "in.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": features}), "utf-8")
    lines = ogr(gdal, tmp_path / "in.geojson", tmp_path / "lines.dxf", "-f", "DXF", *options)
    read = reading.read(lines)
    assert len(read.frame) == 1
    expected = gpd.GeoSeries([shapely.Polygon(outline)], crs="EPSG:4528").to_crs("EPSG:4490")
    assert farthest_m(read.frame.geometry, list(expected)) < MILLIMETRE
    assert read.frame["Layer"].tolist() == ["JZD"]
    assert [change for change in read.log["why"] if "not closed" in change.en]
    with pytest.raises(InputError, match=r"no closed polyline.*its layers are: JZD"):
        reading.read(lines, layer="NONE")


@pytest.fixture(scope="session")
def libreoffice() -> str:
    found = shutil.which("soffice")
    if not found:
        pytest.skip("no LibreOffice: run `apt install libreoffice-calc`")
    return found


def test_a_workbook_that_libreoffice_writes_comes_back(libreoffice: str, tmp_path: Path) -> None:
    rows = ["低效用地台账,,,", "宗地代码,状态,盘活时间,边界"]
    rows += [
        f'{name},已盘活,2024-03-0{day},"{shape.wkt}"'
        for day, (name, shape) in enumerate(zip(NAMES, SHAPES, strict=True), 1)
    ]
    (tmp_path / "ledger.csv").write_text("\n".join([*rows, "合计,3,,"]), "utf-8")
    command = [libreoffice, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "xlsx"]
    command += ["--infilter=CSV:44,34,76,1", "--outdir", str(tmp_path), str(tmp_path / "ledger.csv")]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    read = reading.read(tmp_path / "ledger.xlsx")
    assert read.frame["宗地代码"].tolist() == NAMES
    assert farthest_m(read.frame.geometry, SHAPES) < MILLIMETRE
    assert [f"{day:%Y-%m-%d}" for day in read.frame["盘活时间"]] == ["2024-03-01", "2024-03-02", "2024-03-03"]
    assert read.log[read.log["why"].map(lambda why: why is table_layout.TOTAL)]["row"].tolist() == [6]


def test_a_sheet_of_points_is_one_area_a_parcel_with_its_rings(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["地块编号", "圈号", "点号", "X坐标", "Y坐标", "权利人"])
    outer = [(3_299_000, 40_600_000), (3_299_000, 40_600_100), (3_299_100, 40_600_100), (3_299_100, 40_600_000)]
    inner = [(3_299_020, 40_600_020), (3_299_020, 40_600_040), (3_299_040, 40_600_040), (3_299_020, 40_600_020)]
    points = [
        *(("甲", 1, *point) for point in outer),
        *(("甲", 2, *point) for point in inner),
        *(("乙", 1, *p) for p in inner),
    ]
    for number, (parcel, ring, north, east) in enumerate(points):
        sheet.append([parcel if number in (0, 8) else None, ring, f"J{number}", north, east, f"{parcel}公司"])
    sheet.merge_cells("A2:A9")
    book.save(tmp_path / "points.xlsx")
    read = reading.read(tmp_path / "points.xlsx")
    areas = read.frame.geometry.to_crs("EPSG:4528").area.round(3)
    assert dict(zip(read.frame["地块编号"], areas, strict=True)) == {"甲": 10_000 - 200, "乙": 200}
    assert read.frame["权利人"].tolist() == ["甲公司", "乙公司"]
    told = [why.en for why in read.log["why"]]
    assert any("northing (latitude) stood first" in why for why in told)
    assert any("ring is closed" in why for why in told)


def test_a_cell_of_coordinates_is_an_area(tmp_path: Path) -> None:
    (tmp_path / "cells.csv").write_bytes("地块;坐标\n甲;121.5,29.8 | 121.6,29.8 | 121.6,29.9\n".encode("gbk"))
    read = reading.read(tmp_path / "cells.csv")
    assert read.frame.geometry.iloc[0].equals(shapely.Polygon([(121.5, 29.8), (121.6, 29.8), (121.6, 29.9)]))
    assert read.log[read.log["field"] == "encoding"]["old"].tolist() == ["GBK"]


@pytest.mark.parametrize("between", [" ", "  ", ",5 "])
def test_points_with_blanks_between_are_an_area(tmp_path: Path, between: str) -> None:
    text = between.join(["121.5,29.8", "121.6,29.8", "121.6,29.9"]) + between.rstrip()
    (tmp_path / "kml.csv").write_text(f'地块编号,坐标\n甲,"{text}"\n', "utf-8")
    shape = reading.read(tmp_path / "kml.csv").frame.geometry.iloc[0]
    assert shape.equals(shapely.Polygon([(121.5, 29.8), (121.6, 29.8), (121.6, 29.9)]))


@pytest.mark.parametrize(
    ("rows", "row"),
    [
        (["待测绘", "POLYGON ((121.5 29.8, 121.6 29.8, 121.6 29.9, 121.5 29.8))"], 2),
        (["POLYGON ((121.5 29.8, 121.6 29.8, 121.6 29.9, 121.5 29.8))", "待测绘"], 3),
        (["", "121.5,29.8;121.6,29.8;121.6,29.9", "待补"], 4),
        (["待补", "121.5,29.8 121.6,29.8 121.6,29.9"], 2),
        (["待补", ""], 2),
        (["1,2;3", "J1 121 29"], 2),
    ],
)
@pytest.mark.parametrize("name", ["WKT", "坐标", "界址点坐标"])
def test_a_cell_that_is_no_shape_is_refused_not_dropped(tmp_path: Path, rows: list[str], row: int, name: str) -> None:
    lines = "".join(f'{number},15,"{cell}"\n' for number, cell in enumerate(rows))
    (tmp_path / "cells.csv").write_text(f"地块编号,面积（亩）,{name}\n{lines}", "utf-8")
    with pytest.raises(InputError, match=f"row {row}, column {name}: is no shape") as error:
        reading.read(tmp_path / "cells.csv")
    assert (error.value.row, error.value.column) == (row, name)


def test_a_note_that_looks_like_points_is_no_geometry(tmp_path: Path) -> None:
    (tmp_path / "notes.csv").write_text('id,备注\n1,甲\n2,乙\n3,"1,2;3,4;5,6"\n', "utf-8")
    read = reading.read(tmp_path / "notes.csv").frame
    assert read.geometry.isna().all()
    assert read["备注"].tolist() == ["甲", "乙", "1,2;3,4;5,6"]


def test_every_change_of_geometry_is_told_with_its_row(tmp_path: Path) -> None:
    bowtie = "POLYGON ((121.5 29.8, 121.6 29.9, 121.6 29.8, 121.5 29.9, 121.5 29.8))"
    high = "POLYGON Z ((121.5 29.8 5, 121.6 29.8 5, 121.6 29.9 5, 121.5 29.8 5))"
    twice = "POLYGON ((121.5 29.8, 121.6 29.8, 121.6 29.8, 121.6 29.9, 121.5 29.8))"
    line = "LINESTRING (121.5 29.8, 121.6 29.8, 121.6 29.9, 121.5 29.8)"
    clockwise = "POLYGON ((121.5 29.8, 121.6 29.9, 121.6 29.8, 121.5 29.8))"
    rows = "\n".join(
        f'{number},"{text}"' for number, text in enumerate([bowtie, high, twice, line, clockwise, "POINT (121.5 29.8)"])
    )
    (tmp_path / "flaws.csv").write_text(f"id,wkt\n{rows}\n", "utf-8")
    read = reading.read(tmp_path / "flaws.csv")
    per_row = read.log[(read.log["field"] == "geometry") & read.log["row"].notna()]
    assert [(change.row, change.why.en.split(" ")[0]) for change in per_row.itertuples() if change.row != 2] == [
        (3, "heights"), (5, "a"), (7, "not"), (4, "points"), (6, "rings"),
    ]  # fmt: skip
    assert per_row[per_row["row"] == 2]["old"].tolist()[0] == "Self-intersection[121.55 29.85]"
    assert read.frame.geometry.isna().tolist() == [False] * 5 + [True]
    assert read.frame.geometry.dropna().is_valid.all()


def test_a_wrong_file_is_refused_with_its_remedy(tmp_path: Path, gdal: str, source: Path) -> None:
    def refused(name: str, content: bytes | str | None, match: str, **options: str) -> None:
        file = tmp_path / name
        if content is not None:
            file.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        with pytest.raises(InputError, match=match) as error:
            reading.read(file, **options)
        assert str(file) in error.value.message("zh")

    refused("nothing.shp", None, "no such file")
    refused("plan.dwg", b"AC1032", "not known.*save it as DXF")
    refused("a.zip", b"PK", r"not known.*unpack it first, or name it \.shp\.zip or \.gdb\.zip")
    refused("old.xls", b"\xd0\xcf", "save it as .xlsx")
    refused("a.xyz", b"", "ending '.xyz' is not known.*use one of: .csv")
    refused("lone.shp", b"", r"its \.shx file is missing")
    refused("broken.gpkg", b"not a database", "cannot be read, it is damaged")
    refused("broken.geojson", '{"type": "FeatureColl', "cannot be read")
    refused("broken.xlsx", b"PK\x03\x04", "cannot be read")
    refused("broken.parquet", b"PAR1", "cannot be read")
    refused("empty.geojson", '{"type": "FeatureCollection", "features": []}', "no features")
    refused("empty.csv", "\n", "no features")
    refused("header.csv", "地块编号,面积\n", "no features")
    refused("twice.csv", "面积,面积\n1,2\n", "row 1, column 面积: two columns have this name")
    refused("cut.csv", 'id,wkt\n1,"POLYGON ((121 29, 122"\n', "row 2, column wkt: is not valid WKT")
    refused("quote.csv", 'id,wkt\n1,"POLY\n', "cannot be read")
    refused("words.csv", "id,x,y\n1,十二,29\n", "row 2, column x: '十二' is not a coordinate")
    refused("hole.csv", "id,x,y\n1,121,29\n1,121.1,29\n1,,29.1\n", "row 4, column x: this point lacks a coordinate")
    layers = ogr(gdal, source, tmp_path / "two.gpkg", "-f", "GPKG", "-nln", "甲")
    subprocess.run([gdal, "-append", str(layers), str(source), "-nln", "乙"], check=True, capture_output=True)
    refused("two.gpkg", None, "has 2 layers.*: 甲, 乙 .layer=")
    refused("two.gpkg", None, "has no layer '丙'", layer="丙")
    assert len(reading.read(layers, layer="乙").frame) == 3


def test_a_formula_nobody_computed_and_several_sheets_are_refused(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["地块编号", "面积（亩）"])
    book.active.append(["A1", "=1+1"])
    book.save(tmp_path / "formula.xlsx")
    with pytest.raises(InputError, match="row 2, column B: this formula has never been computed"):
        reading.read(tmp_path / "formula.xlsx")
    book.active["B2"] = 2
    book.create_sheet("说明").append(["一", "二"])
    book.save(tmp_path / "sheets.xlsx")
    with pytest.raises(InputError, match=r"has 2 sheets.*Sheet, 说明"):
        reading.read(tmp_path / "sheets.xlsx")
    assert reading.read(tmp_path / "sheets.xlsx", layer="Sheet").frame["面积（亩）"].tolist() == [2]


def dxf(*entities: str) -> bytes:
    """A drawing as CASS on a Chinese Windows saves it: text in GBK, which the header says."""
    head = "0\nSECTION\n2\nHEADER\n9\n$ACADVER\n1\nAC1015\n9\n$DWGCODEPAGE\n3\nANSI_936\n0\nENDSEC\n"
    return (head + "0\nSECTION\n2\nENTITIES\n" + "".join(entities) + "0\nENDSEC\n0\nEOF\n").encode("gbk")


def polyline(layer: str, corners: list[tuple[float, float]], closed: int) -> str:
    points = "".join(f"10\n{x}\n20\n{y}\n" for x, y in corners)
    return f"0\nLWPOLYLINE\n8\n{layer}\n90\n{len(corners)}\n70\n{closed}\n{points}"


def test_a_drawing_in_gbk_gives_its_layers_and_labels(tmp_path: Path) -> None:
    corners = [(40_600_000, 3_299_000), (40_600_100, 3_299_000), (40_600_100, 3_299_080)]
    text = "0\nTEXT\n8\n注记\n10\n40600080\n20\n3299020\n40\n2.5\n1\n鄞州—001\n"
    drawing = dxf(polyline("界址线", corners, 1), polyline("道路", corners, 0), text)
    (tmp_path / "宗地.dxf").write_bytes(drawing)
    read = reading.read(tmp_path / "宗地.dxf")
    assert read.frame[["Layer", "label"]].to_numpy().tolist() == [["界址线", "鄞州—001"]]
    assert read.log[read.log["old"] == "道路"]["new"].tolist() == [""]
    assert read.frame.geometry.to_crs("EPSG:4528").area.round(3).tolist() == [4000]


def test_a_table_with_one_point_a_parcel_keeps_every_parcel(tmp_path: Path) -> None:
    rows = ["地块编号,地块名称,镇街,面积（亩）,经度,纬度"]
    rows += [f"A{number},空地,姜山镇,3,{121.5 + number / 100},29.8" for number in range(6)]
    (tmp_path / "ledger.csv").write_text("\n".join([*rows, "A6,空地,姜山镇,3,,"]), "utf-8")
    read = reading.read(tmp_path / "ledger.csv")
    assert read.frame["地块编号"].tolist() == [f"A{number}" for number in range(7)]
    assert read.frame.geometry.isna().all()
    assert len(read.log[read.log["field"] == "geometry"]) == 6


def test_a_parcel_of_two_points_is_refused_and_values_that_differ_are_told(tmp_path: Path) -> None:
    corners = "甲,121.5,29.8,一\n甲,121.6,29.8,二\n甲,121.6,29.9,一\n"
    (tmp_path / "a.csv").write_text("地块,经度,纬度,权利人\n" + corners + "乙,121.5,29.8,\n乙,121.6,29.8,\n", "utf-8")
    with pytest.raises(InputError, match="row 5, column 地块: parcel '乙' has 2 points only"):
        reading.read(tmp_path / "a.csv")
    (tmp_path / "a.csv").write_text("地块,经度,纬度,权利人\n" + corners, "utf-8")
    told = reading.read(tmp_path / "a.csv").log
    assert told[told["field"] == "权利人"][["row", "old", "new"]].to_numpy().tolist() == [[2, "一；二", "一"]]


def test_rows_without_geometry_and_odd_geometry_are_read_for_what_they_are(tmp_path: Path) -> None:
    feature = {"type": "Feature", "properties": {"编号": "A1", "面积（亩）": 3}, "geometry": None}
    (tmp_path / "a.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}), "utf-8")
    assert reading.read(tmp_path / "a.geojson").frame.geometry.isna().all()
    collection = "GEOMETRYCOLLECTION (POLYGON ((121.5 29.8, 121.6 29.8, 121.6 29.9, 121.5 29.8)), POINT (121 29))"
    (tmp_path / "b.csv").write_text(f'编号,边界\n1,"{collection}"\n2,"POLYGON EMPTY"\n', "utf-8")
    read = reading.read(tmp_path / "b.csv")
    assert read.frame.geometry[2].equals(shapely.Polygon([(121.5, 29.8), (121.6, 29.8), (121.6, 29.9)]))
    assert read.frame.geometry[3] is None
    told = read.log[read.log["row"].notna()]
    assert told[["row", "old", "new"]].to_numpy().tolist()[:2] == [
        [3, "EMPTY", ""],
        [2, "GeometryCollection", "POLYGON"],
    ]


@pytest.mark.parametrize(
    ("version", "page", "codec"),
    [
        ("R2010", "ANSI_936", "utf-8"),  # AutoCAD on a Chinese system
        ("R2010", "ANSI_1252", "utf-8"),
        ("R2010", "ANSI_936", "gb18030"),  # programs that write what they always did
        ("R2000", "ANSI_936", "gb18030"),
        ("R2000", "ANSI_1252", "gb18030"),
    ],
)
def test_text_of_a_dxf_is_read_whatever_its_header_says(tmp_path: Path, version: str, page: str, codec: str) -> None:
    drawing = ezdxf.new(version)
    drawing.layers.add("BORDER")
    corners = [(650000, 3294000), (650400, 3294000), (650400, 3294300), (650000, 3294300)]
    drawing.modelspace().add_lwpolyline(corners, close=True, dxfattribs={"layer": "BORDER"})
    drawing.modelspace().add_text("NAME").set_placement((650200, 3294100))
    drawing.saveas(tmp_path / "ascii.dxf")
    text = (tmp_path / "ascii.dxf").read_text("ascii").replace("NAME", "姜山镇低效地块").replace("BORDER", "片区界线")
    text = re.sub(r"(\$DWGCODEPAGE\s+3\s+)\S+", rf"\1{page}", text)
    (tmp_path / "图.dxf").write_bytes(text.encode(codec))
    frame = reading.read(tmp_path / "图.dxf", crs="EPSG:4549", layer="片区界线").frame
    assert frame[["Layer", "label"]].to_numpy().tolist() == [["片区界线", "姜山镇低效地块"]]


def test_a_kml_in_gbk_is_read(tmp_path: Path) -> None:
    ring = "121.55,29.75 121.56,29.75 121.56,29.76 121.55,29.75"
    text = (
        '<?xml version="1.0" encoding="GB2312"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark>'
        "<name>姜山镇</name><Polygon><outerBoundaryIs><LinearRing><coordinates>"
        f"{ring}</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></Document></kml>"
    )
    (tmp_path / "图.kml").write_bytes(text.encode("gbk"))
    read = reading.read(tmp_path / "图.kml")
    assert read.frame["Name"].tolist() == ["姜山镇"]
    assert read.log[read.log["field"] == "encoding"]["old"].tolist() == ["GB2312"]
    (tmp_path / "图.kml").write_bytes(text.encode("gbk")[:200])
    with pytest.raises(InputError, match=str(tmp_path / "图.kml")):
        reading.read(tmp_path / "图.kml")


def test_columns_of_one_name_are_refused(tmp_path: Path) -> None:
    frame = gpd.GeoDataFrame(
        {"number": ["A"], "areb": [1], "area": [2]}, geometry=[shapely.box(121.6, 29.6, 121.601, 29.601)], crs=4490
    )
    frame.to_file(tmp_path / "a.shp")
    table = tmp_path / "a.dbf"
    table.write_bytes(table.read_bytes().replace(b"areb", b"area"))
    with pytest.raises(InputError, match="column area: stands there more than once"):
        reading.read(tmp_path / "a.shp")
