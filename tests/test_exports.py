"""Every export format: written by yzgeo, read by a program that has nothing to do with it."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import duckdb
import geopandas as gpd
import hostile
import openpyxl
import pyarrow as pa
import pytest
import shapely
import toy
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser

from yzgeo.assignment.formats import csv as csv_of_rows
from yzgeo.core import plugins
from yzgeo.core.errors import InputError
from yzgeo.core.formula_injection import escape_formula
from yzgeo.core.i18n import Text
from yzgeo.core.palette import ZONE_COLOURS
from yzgeo.core.values import json_value
from yzgeo.export.export import by_output, export
from yzgeo.export.flat_tables import flatten, split_bytes
from yzgeo.export.formats.geopackage import Table, write_all
from yzgeo.export.formats.shapefile import NAME_BYTES, field_names
from yzgeo.export.metadata import layer_metadata
from yzgeo.plan.load import load
from yzgeo.plan.model import Plan

BY_GDAL = (".geojson", ".geojsonl", ".gpkg", ".shp", ".shp.zip", ".fgb", ".kml", ".kmz", ".csv")
EVERY = (*BY_GDAL, ".parquet", ".xlsx", ".dxf", ".txt")
LAYERS = ("zones", "parks", "projects", "district")
VALIDATOR = Path(__file__).with_name("vendor") / "check-geojson-0.1.14/index.umd.js"
Rows = list[dict[str, Any]]


@pytest.fixture(scope="module")
def yinzhou() -> Plan:
    return load("yinzhou")


@pytest.fixture(scope="module")
def nasty(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    return load(hostile.make(tmp_path_factory.mktemp("hostile") / "plan"))


def written(plan: Plan, layer: str, file: Path, crs: str | None = None) -> list[str]:
    """Export a layer; what was said of it, in Chinese."""
    return [remark.zh for remark in export(plan, layer, str(file), crs, None, None, "zh")]


def by_gdal(file: Path, layer: str, *options: str) -> Rows:
    """The features of a file as the system's GDAL reads them: columns, and the shape under `geometry`."""
    source = f"/vsizip/{file}/{file.name.split('.')[0]}.shp" if file.name.endswith(".zip") else str(file)
    if file.suffix == ".csv":
        options = (*options, "-oo", "AUTODETECT_TYPE=YES", "-oo", "QUOTED_FIELDS_AS_STRING=YES")
    names = [layer] if file.suffix == ".gpkg" else []
    command = [
        "ogr2ogr",
        "-f",
        "GeoJSONSeq",
        "/vsistdout/",
        source,
        *names,
        "-lco",
        "COORDINATE_PRECISION=10",
        *options,
    ]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    assert "ERROR" not in done.stderr, done.stderr
    features = [json.loads(line) for line in done.stdout.split("\n") if line.strip()]
    return [
        {
            **feature["properties"],
            "geometry": shapely.geometry.shape(feature["geometry"]) if feature["geometry"] else None,
        }
        for feature in features
    ]


def full_names(file: Path, rows: Rows) -> Rows:
    """Rows of a Shapefile under the names that its table of fields gives."""
    stem = file.name.split(".")[0]
    if file.name.endswith(".zip"):
        with zipfile.ZipFile(file) as archive:
            text = archive.read(f"{stem}.fields.csv").decode("utf-8-sig")
    else:
        text = file.with_name(f"{stem}.fields.csv").read_text("utf-8-sig")
    names = {line["field"]: line["column"] for line in csv.DictReader(io.StringIO(text))}
    return [{names.get(key, key): value for key, value in row.items()} for row in rows]


def same(written_value: Any, read_value: Any) -> bool:
    written_value = json_value(written_value)
    if written_value is None or written_value == "":
        return read_value in (None, "")
    if isinstance(written_value, str):
        return bool(written_value == read_value)
    return float(read_value) == pytest.approx(float(written_value), rel=1e-12)


@pytest.mark.parametrize("layer", LAYERS)
@pytest.mark.parametrize("ending", BY_GDAL)
def test_gdal_reads_the_same_rows_text_and_geometry(
    yinzhou: Plan, gdal: str, tmp_path: Path, ending: str, layer: str
) -> None:
    file = tmp_path / f"{layer}{ending}"
    written(yinzhou, layer, file)
    rows = by_gdal(file, layer)
    if ".sh" in ending:
        rows = full_names(file, rows)
    if ending.startswith(".km"):
        rows = [{**row, "name": row.get("name", row.get("Name"))} for row in rows]
    frame = plugins.load("yzgeo.layers", layer).frame(yinzhou)
    table = frame if "json" in ending else flatten(frame)
    columns = list(table.columns.drop("geometry"))
    assert len(rows) == len(table)
    key = columns[0]
    read = {str(row[key]): row for row in rows}
    assert len(read) == len(rows)
    for row in table.itertuples(index=False):
        values = dict(zip(table.columns, row, strict=True))
        found = read[str(values[key])]
        for column in columns:
            if isinstance(values[column], list | dict):
                assert found[column] == values[column] or json.loads(found[column]) == values[column]
            else:
                assert same(values[column], found.get(column)), (column, values[column], found.get(column))
        shape, seen = values["geometry"], found["geometry"]
        if shape is None:
            assert seen is None or seen.is_empty
        else:
            assert shapely.hausdorff_distance(shape, seen) < 1e-6


@pytest.mark.parametrize("ending", BY_GDAL)
def test_hostile_names_come_back_word_for_word(nasty: Plan, gdal: str, tmp_path: Path, ending: str) -> None:
    file = tmp_path / f"projects{ending}"
    written(nasty, "projects", file)
    rows = by_gdal(file, "projects")
    names = {row["project_id"]: row.get("name", row.get("Name")) for row in rows}
    if ending == ".csv":  # guarded there, and only there
        names = {key: name[1:] if name.startswith(("'=", "'+", "'-", "'@")) else name for key, name in names.items()}
    assert names == {f"p{number}": name for number, name in enumerate(hostile.NAMES, start=1)}
    assert {row["owner"] for row in rows} >= {hostile.NAMES[8][::-1]}


@pytest.mark.slow
def test_no_cell_of_csv_begins_like_a_formula(nasty: Plan, tmp_path: Path) -> None:
    remarks = written(nasty, "projects", tmp_path / "projects.csv")
    assert any("单引号" in remark for remark in remarks)
    rows = list(csv.reader(io.StringIO((tmp_path / "projects.csv").read_text("utf-8-sig"), newline="")))
    assert len(rows) == 1 + len(hostile.NAMES)
    assert not [cell for row in rows[1:] for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_libreoffice_shows_text_and_runs_nothing(nasty: Plan, libreoffice: str, tmp_path: Path) -> None:
    written(nasty, "projects", tmp_path / "projects.xlsx")
    to_csv = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,1"
    home = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [
        libreoffice,
        home,
        "--headless",
        "--convert-to",
        to_csv,
        "--outdir",
        str(tmp_path),
        str(tmp_path / "projects.xlsx"),
    ]
    subprocess.run(command, capture_output=True, check=True, timeout=120)
    (made,) = tmp_path.glob("*.csv")
    rows = list(csv.DictReader(io.StringIO(made.read_text("utf-8"), newline="")))
    assert [row["name"] for row in rows] == hostile.NAMES
    assert {row["investment_100m_yuan"] for row in rows} == {"2.5"}
    assert [bool(row["WKT"]) for row in rows] == [True] * (len(rows) - 1) + [False]


@pytest.mark.slow
def test_workbook_is_typed_with_a_frozen_heading_and_says_where_it_is_from(yinzhou: Plan, tmp_path: Path) -> None:
    written(yinzhou, "zones", tmp_path / "zones.xlsx")
    book = openpyxl.load_workbook(tmp_path / "zones.xlsx")
    sheet = book["zones"]
    assert sheet.freeze_panes == "A2"
    heading = [cell.value for cell in sheet[1]]
    types = {name: cell.data_type for name, cell in zip(heading, sheet[2], strict=True)}
    assert (types["usable_area_km2"], types["name"], types["parks"]) == ("n", "s", "s")
    assert not [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    assert book.sheetnames == ["zones"]
    meant = {cell.value: cell.comment.text for cell in sheet[1]}
    assert meant["usable_area_km2"] == "可利用面积（平方公里）"
    for words in ("EPSG:4490", "2021-11-03", "示意范围"):
        assert words in book.properties.description


@pytest.mark.slow
def test_a_long_outline_goes_on_in_further_cells(yinzhou: Plan, tmp_path: Path) -> None:
    ring = shapely.Point(121.6, 29.8).buffer(0.01, quad_segs=500)
    frame = gpd.GeoDataFrame({"zone_id": ["a"]}, geometry=[ring], crs="EPSG:4490")
    metadata = layer_metadata(yinzhou, "zones", plugins.load("yzgeo.layers", "zones").frame(yinzhou), "zh")
    plugins.load("yzgeo.export.formats", "xlsx").write(frame, tmp_path / "a.xlsx", None, metadata)
    heading, row = openpyxl.load_workbook(tmp_path / "a.xlsx")["zones"].values
    assert heading == ("zone_id", "WKT", "WKT_2")
    assert shapely.from_wkt(row[1] + row[2]).equals_exact(ring, 1e-9)


def test_duckdb_reads_geoparquet_with_lists_boxes_and_crs(yinzhou: Plan, tmp_path: Path) -> None:
    written(yinzhou, "zones", tmp_path / "zones.parquet")
    source = [str(tmp_path / "zones.parquet")]
    query = "SELECT name, parks, usable_area_km2, project_count_by_evidence.plan_text, bbox FROM read_parquet(?)"
    rows = duckdb.execute(query, source).fetchall()
    zones = plugins.load("yzgeo.layers", "zones").frame(yinzhou)
    for row, zone in zip(rows, zones.itertuples(), strict=True):
        assert row[:3] == (zone.name, zone.parks, zone.usable_area_km2)
        assert row[3] == zone.project_count_by_evidence["plan_text"]
        assert tuple(row[4].values()) == pytest.approx(zone.geometry.bounds, abs=1e-12)
    pairs = dict(duckdb.execute("SELECT key, value FROM parquet_kv_metadata(?)", source).fetchall())
    geo = json.loads(pairs[b"geo"])
    column = geo["columns"][geo["primary_column"]]
    assert geo["version"] == "1.1.0"
    assert (column["encoding"], column["crs"]["id"]) == ("WKB", {"authority": "EPSG", "code": 4490})
    assert column["covering"]["bbox"]["xmin"] == ["bbox", "xmin"]
    metadata = json.loads(pairs[b"yzgeo"])
    assert "示意范围" in metadata["statements"]["outlines"]
    assert metadata["columns"]["name"] == "名称"


@pytest.mark.slow
def test_hostile_names_pass_through_duckdb(nasty: Plan, tmp_path: Path) -> None:
    written(nasty, "projects", tmp_path / "projects.parquet")
    rows = duckdb.execute("SELECT name FROM read_parquet(?)", [str(tmp_path / "projects.parquet")]).fetchall()
    assert [name for (name,) in rows] == hostile.NAMES


@pytest.mark.parametrize("layer", LAYERS)
def test_a_validator_of_javascript_finds_no_fault_in_geojson(
    yinzhou: Plan, browser: Browser, tmp_path: Path, layer: str
) -> None:
    written(yinzhou, layer, tmp_path / "layer.geojson")
    page = browser.new_page()
    page.add_script_tag(path=VALIDATOR)
    check = "text => { try { checkGeojson.check(text); return []; } catch (error) { return error.issues.map(i => i.message); } }"
    assert page.evaluate(check, (tmp_path / "layer.geojson").read_text("utf-8")) == []
    assert page.evaluate(check, '{"type": "Polygon", "coordinates": [[[0, 0], [1, 1], [0, 1]]]}') != []
    page.close()


@pytest.mark.slow
def test_text_sequence_has_a_separator_before_each_feature(nasty: Plan, tmp_path: Path) -> None:
    written(nasty, "projects", tmp_path / "projects.geojsonl")
    content = (tmp_path / "projects.geojsonl").read_bytes()
    texts = content.split(b"\x1e")
    assert texts[0] == b""
    assert all(text.endswith(b"\n") and text.count(b"\n") == 1 for text in texts[1:])
    assert [json.loads(text)["properties"]["name"] for text in texts[1:]] == hostile.NAMES


def test_long_text_of_a_shapefile_goes_on_in_further_fields(gdal: str, tmp_path: Path) -> None:
    long = "鄞州区" * 100
    plan = load(toy.make(tmp_path / "plan", parks=[{**toy.TABLES["parks"][0], "name": long}]))
    remarks = written(plan, "parks", tmp_path / "parks.shp")
    assert any("254" in remark for remark in remarks)
    (row,) = by_gdal(tmp_path / "parks.shp", "parks")
    assert row["name"] + row["name_2"] + row["name_3"] + row["name_4"] == long
    assert all(len(row[name].encode()) <= 254 for name in ("name", "name_2", "name_3", "name_4"))
    assert "→ name" in (tmp_path / "parks.fields.csv").read_text("utf-8-sig")


def test_shapefile_comes_with_encoding_projection_and_notes(yinzhou: Plan, tmp_path: Path) -> None:
    (tmp_path / "zones.qix").write_bytes(b"an index of what was there before")
    written(yinzhou, "zones", tmp_path / "zones.shp", "EPSG:4549")
    made = {file.name for file in tmp_path.iterdir()}
    assert made == {f"zones.{ending}" for ending in ("shp", "shx", "dbf", "prj", "cpg", "fields.csv", "about.txt")}
    assert (tmp_path / "zones.cpg").read_text() == "UTF-8"
    assert "CM_120E" in (tmp_path / "zones.prj").read_text()
    assert "示意范围" in (tmp_path / "zones.about.txt").read_text("utf-8-sig")
    assert (tmp_path / "zones.dbf").read_bytes()[1:4] == bytes([2021 - 1900, 11, 3])


@given(st.lists(st.text(min_size=1, max_size=30), unique=True, max_size=60))
def test_field_names_fit_and_differ(columns: list[str]) -> None:
    names = field_names(columns)
    assert list(names) == columns
    assert all(len(name.encode("utf-8", "surrogatepass")) <= NAME_BYTES for name in names.values())
    assert len({name.lower() for name in names.values()}) == len(columns)


@given(st.text(max_size=200), st.integers(4, 40))
def test_pieces_join_to_the_text(text: str, limit: int) -> None:
    cut = split_bytes(text, limit, "utf-8")
    assert "".join(cut) == text
    assert all(len(part.encode("utf-8")) <= limit for part in cut)


@given(st.lists(st.text(st.sampled_from("=+-@ \t\r\n'a1鄞"), max_size=4)))
def test_python_and_arrow_guard_the_same_texts(texts: list[str]) -> None:
    assert csv_of_rows._harmless(pa.array(texts, pa.string())).to_pylist() == [escape_formula(text) for text in texts]


@pytest.mark.slow
@pytest.mark.parametrize("ending", EVERY)
def test_the_same_layer_gives_the_same_bytes(yinzhou: Plan, tmp_path: Path, ending: str) -> None:
    for folder in ("a", "b"):
        written(yinzhou, "zones", tmp_path / folder / f"zones{ending}")
    made = sorted(file.name for file in (tmp_path / "a").iterdir())
    assert made == sorted(file.name for file in (tmp_path / "b").iterdir())
    for name in made:
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes(), name


@pytest.mark.slow
def test_many_layers_in_one_geopackage_do_not_hang_on_the_clock(yinzhou: Plan, tmp_path: Path) -> None:
    """GDAL alone stamps what it appends to: of a dozen files some differed in the count of transactions."""
    modules = plugins.discover("yzgeo.layers").items()
    layers = [
        (layer_metadata(yinzhou, name, layer.frame(yinzhou), "zh"), layer.frame(yinzhou)) for name, layer in modules
    ]
    tables = [Table(name, Text(name, name), getattr(yinzhou, name)) for name in ("targets", "clusters", "figures")]
    made = set()
    for _ in range(12):
        write_all(layers, tables, tmp_path / "plan.gpkg")
        made.add((tmp_path / "plan.gpkg").read_bytes())
    assert len(made) == 1
    assert [file.name for file in tmp_path.iterdir()] == ["plan.gpkg"]


@pytest.mark.slow
@pytest.mark.parametrize("ending", [".gpkg", ".shp", ".fgb", ".parquet", ".csv", ".xlsx", ".dxf", ".txt"])
def test_a_crs_made_for_elsewhere_is_refused(yinzhou: Plan, tmp_path: Path, ending: str) -> None:
    west, _, east, _ = yinzhou.zones.total_bounds
    with pytest.raises(InputError, match=rf"{west:.2f}–{east:.2f}° E.*zone 30 is for 88\.49–91\.51° E"):
        written(yinzhou, "zones", tmp_path / f"zones{ending}", "EPSG:4518")
    assert list(tmp_path.iterdir()) == []


def test_a_crs_just_beside_is_warned_of_and_right(yinzhou: Plan, gdal: str, tmp_path: Path) -> None:
    remarks = written(yinzhou, "zones", tmp_path / "zones.gpkg", "EPSG:4549")
    west, _, east, _ = yinzhou.zones.total_bounds
    assert remarks[0].startswith(f"注意：数据在东经 {west:.2f}°–{east:.2f}°")
    there = by_gdal(tmp_path / "zones.gpkg", "zones", "-t_srs", "EPSG:4490")
    for row, shape in zip(there, yinzhou.zones.geometry, strict=True):
        assert shapely.hausdorff_distance(row["geometry"], shape) < 1e-8


@pytest.mark.slow
def test_a_layer_without_features_is_refused(tmp_path: Path) -> None:
    plan = load(toy.make(tmp_path / "plan", projects=[], project_locations=[]))
    with pytest.raises(InputError, match="no features"):
        written(plan, "projects", tmp_path / "projects.gpkg")
    assert not (tmp_path / "projects.gpkg").exists()


@pytest.mark.parametrize("ending", EVERY)
def test_a_folder_that_is_no_folder_is_refused_and_kept(yinzhou: Plan, tmp_path: Path, ending: str) -> None:
    (tmp_path / "taken").write_text("a file", "utf-8")
    with pytest.raises(InputError, match="cannot be written"):
        written(yinzhou, "zones", tmp_path / "taken" / f"zones{ending}")
    assert [file.name for file in tmp_path.iterdir()] == ["taken"]


FULL_DISK = """
import resource, sys
from yzgeo.cli.main import main

resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
for ending in sys.argv[1:]:
    sys.argv = ["yzgeo", "export", "zones", "-o", f"zones{ending}"]
    try:
        main()
    except SystemExit as end:
        print(ending, end.code, file=sys.stderr)
"""


@pytest.mark.slow
def test_a_full_disk_is_one_message_and_the_earlier_file_stays(tmp_path: Path) -> None:
    endings = (".gpkg", ".shp", ".fgb", ".parquet", ".xlsx", ".kml")  # one of each library that writes
    for ending in endings:
        (tmp_path / f"zones{ending}").write_bytes(b"what was there")
    command = [sys.executable, "-c", FULL_DISK, *endings]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, cwd=tmp_path)
    lines = done.stderr.splitlines()
    assert [line for line in lines if line.startswith(".")] == [f"{ending} 2" for ending in endings], done.stderr
    assert sum("无法写入" in line for line in lines) == len(endings)
    assert "Traceback" not in done.stderr
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == {
        f"zones{ending}": b"what was there" for ending in endings
    }


def test_files_are_kept_when_told_so(yinzhou: Plan, tmp_path: Path) -> None:
    file = tmp_path / "zones.csv"
    file.write_text("mine", "utf-8")
    for choice in ("fail", "append"):
        with pytest.raises(InputError):
            export(yinzhou, "zones", str(file), None, None, choice, "zh")
    assert file.read_text("utf-8") == "mine"


def test_the_longest_ending_names_the_format() -> None:
    assert by_output("a.shp.zip").__name__ == "yzgeo.export.formats.shapefile"
    assert by_output("A.GPKG").__name__ == "yzgeo.export.formats.geopackage"
    assert by_output("postgresql://host/db").__name__ == "yzgeo.export.formats.postgis"


@pytest.mark.slow
def test_kml_has_a_colour_per_zone_and_no_live_text(nasty: Plan, tmp_path: Path) -> None:
    written(nasty, "zones", tmp_path / "zones.kmz")
    with zipfile.ZipFile(tmp_path / "zones.kmz") as archive:
        root = ElementTree.fromstring(archive.read("doc.kml"))
    kml = "{http://www.opengis.net/kml/2.2}"
    folders = [folder.findtext(f"{kml}name") for folder in root.iter(f"{kml}Folder")]
    assert folders == ["产业片区"]
    assert [mark.findtext(f"{kml}styleUrl") for mark in root.iter(f"{kml}Placemark")] == ["#style0", "#style1"]
    colours = [style.findtext(f"{kml}LineStyle/{kml}color") for style in root.iter(f"{kml}Style")]
    backwards = ["".join(("ff", hue[5:7], hue[3:5], hue[1:3])).lower() for hue in ZONE_COLOURS[:2]]
    assert colours == backwards
    assert len(set(colours)) == 2
    shown = "".join(text.text or "" for text in root.iter(f"{kml}description"))
    assert "<img" not in shown
    assert "&lt;img src=x onerror=alert(1)&gt;" in shown
    assert "EPSG:4490" in shown


@pytest.mark.slow
def test_every_file_says_plan_datum_date_and_what_is_schematic(yinzhou: Plan, tmp_path: Path) -> None:
    for ending in (".gpkg", ".fgb", ".parquet", ".kml", ".dxf", ".shp"):
        file = tmp_path / f"zones{ending}"
        written(yinzhou, "zones", file)
        told = tmp_path / "zones.about.txt" if ending == ".shp" else file
        content = told.read_bytes().decode("gbk" if ending == ".dxf" else "utf-8", "ignore")
        for words in (
            "“十四五”规划",
            "2021-11-03",
            "示意范围，不是测绘界线",
            "CGCS2000" if ending == ".dxf" else "EPSG:4490",
        ):
            assert words in content, (ending, words)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("form", "name", "endings"),
    [
        ("shapefile", "a.gpkg", ".shp"),
        ("kml", "a.shp.zip", ".kml"),
        ("csv", "a", ".csv"),
        ("geopackage", "a.xyz", ".gpkg"),
    ],
)
def test_a_format_and_an_ending_that_contradict_each_other_are_refused(
    tmp_path: Path, form: str, name: str, endings: str
) -> None:
    with pytest.raises(InputError, match=f"is not one of the format {form}.*use the ending {endings}"):
        export(load("yinzhou"), "zones", str(tmp_path / name), None, form, None, "zh")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
def test_a_format_that_the_ending_fits_is_taken(tmp_path: Path) -> None:
    export(load("yinzhou"), "zones", str(tmp_path / "a.SHP.zip"), None, "shapefile", None, "zh")
    assert zipfile.is_zipfile(tmp_path / "a.SHP.zip")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "format_name"), [("a.kml", "KML"), ("a.geojsons", "GeoJSONSeq"), ("a.json", "GeoJSON")]
)
def test_a_format_of_wgs_84_only_is_called_by_its_name(tmp_path: Path, name: str, format_name: str) -> None:
    with pytest.raises(InputError, match=f"{format_name} is WGS 84 only"):
        export(load("yinzhou"), "zones", str(tmp_path / name), "EPSG:4529", None, None, "zh")


@pytest.mark.slow
@pytest.mark.parametrize(
    "ending", [".shp", ".shp.zip", ".geojson", ".gpkg", ".fgb", ".parquet", ".kml", ".dxf", ".csv", ".xlsx"]
)
def test_a_project_at_two_places_is_written_at_both(tmp_path: Path, ending: str) -> None:
    plan = load(toy.make(tmp_path / "plan", **toy.MONEY))
    file = tmp_path / f"projects{ending}"
    written(plan, "projects", file)
    if ending in (".shp", ".geojson", ".gpkg", ".fgb"):
        rows = gpd.read_file(file, layer=0).set_index("project_id")
        assert {point.y for point in rows.geometry["wide"].geoms} == {29.55, 29.65}
        assert "约5—6亿元" in set(rows.loc["wide"].drop("geometry"))
        assert "5,000万美元" in set(rows.loc["dollar"].drop("geometry"))
