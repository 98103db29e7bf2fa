"""Broken files, each of a kind that once ended in a traceback: one line names the file, the place and a way out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import ezdxf
import geopandas as gpd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import shapely
import toy

from yzgeo.core.errors import InputError
from yzgeo.ledger import ledger
from yzgeo.plan.load import load
from yzgeo.readers import reading
from yzgeo.spatial.crs import parse

SQUARE = [[121.6, 29.6], [121.61, 29.6], [121.61, 29.61], [121.6, 29.6]]


def refusal(act) -> str:
    with pytest.raises(InputError) as refused:
        act()
    for lang in ("zh", "en"):
        line = refused.value.message(lang)
        assert len(line.splitlines()) == 1
        assert "None" not in line
    return refused.value.message("en")


def geojson(file: Path, *geometries: dict[str, Any]) -> Path:
    features = [{"type": "Feature", "properties": {}, "geometry": geometry} for geometry in geometries]
    file.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    return file


@pytest.mark.parametrize("ring", [SQUARE[:3], SQUARE[:1]], ids=["open", "one point"])
def test_a_ring_that_geos_does_not_take_is_told_by_its_row(tmp_path: Path, ring: list) -> None:
    sound, broken = ({"type": "Polygon", "coordinates": [one]} for one in (SQUARE, ring))
    file = geojson(tmp_path / "a.geojson", sound, sound, broken)
    assert "a.geojson, row 3: its shape cannot be read" in refusal(lambda: reading.read(file))


@pytest.mark.parametrize("codec", ["hex", "rot13", "base64"])
def test_a_codec_that_is_none_of_text_is_named(tmp_path: Path, codec: str) -> None:
    file = tmp_path / "a.shp"
    gpd.GeoDataFrame({"name": ["甲"]}, geometry=[shapely.box(121.6, 29.6, 121.61, 29.61)], crs=4490).to_file(file)
    file.with_suffix(".cpg").write_text(codec)
    line = refusal(lambda: reading.read(file))
    assert "which is no encoding of text" in line
    file.with_suffix(".cpg").write_text("UTF-8")  # the remedy
    assert reading.read(file).frame["name"].tolist() == ["甲"]


def test_a_coordinate_of_a_drawing_that_is_no_number_is_told(tmp_path: Path) -> None:
    drawing = ezdxf.new()
    drawing.modelspace().add_lwpolyline([(123456, 0), (1, 0), (1, 1), (0, 1)], close=True)
    file = tmp_path / "a.dxf"
    drawing.saveas(file)
    file.write_text(file.read_text("utf-8").replace("123456.0", "1e400"), encoding="utf-8")
    assert "row 1: an entity of layer '0' has a coordinate that is no finite number" in refusal(
        lambda: reading.read(file)
    )


@pytest.mark.slow
@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("地块编号,圈号,X坐标,Y坐标\n" + "".join(f"A,²,{x},{y}\n" for x, y in SQUARE), "row 2, column 圈号: '²' is no number of a ring"),
        ("地块编号,面积（亩）,收回日期\nA,1,²\n", "row 2, column 收回日期: '²' is not a date"),
        ("地块编号,面积（亩）,容积率\nA,1,inf\n", "row 2, column 容积率: 'inf' is not a number"),
        ("地块编号,面积（公顷）\nA,1.7e308\n", "row 2, column 面积（公顷）: '1.7e308' is not a number"),
        (f"地块编号,面积（亩）\nA,{'9' * 5000}\n", "row 2, column 面积（亩）: '999"),
        (f'id,wkt\nA,"{"GEOMETRYCOLLECTION(" * 50_000}"\n', "row 2: the shape nests more than 32 deep"),
    ],
    ids=["ring", "date", "ratio", "unit", "digits", "nested"],
)  # fmt: skip
def test_a_cell_that_no_library_expects_is_told_by_its_row(tmp_path: Path, table: str, expected: str) -> None:
    file = tmp_path / "a.csv"
    file.write_text(table, encoding="utf-8")
    assert expected in refusal(lambda: ledger.read(file))


def test_a_point_file_with_a_count_of_superscripts_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("[地块坐标]\n²,1.0,A,甲,面,@\n", encoding="utf-8")
    assert "row 2: '²,1.0,A,甲,面' is neither" in refusal(lambda: reading.read(file))


@pytest.mark.parametrize(
    "geo", [b"\xff{", b"[]", b'{"columns": 5}', b"[" * 100_000], ids=["bytes", "list", "number", "deep"]
)
def test_metadata_of_geoparquet_that_make_no_sense_are_refused(tmp_path: Path, geo: bytes) -> None:
    file = tmp_path / "a.parquet"
    pq.write_table(
        pa.table({"id": ["A"], "geometry": [shapely.Point(1, 2).wkb]}).replace_schema_metadata({b"geo": geo}), file
    )
    assert "a.parquet: " in refusal(lambda: reading.read(file))


@pytest.mark.parametrize("text", ["²", "\ud800", "a\0b", "EPSG:" + "9" * 5000, "+proj=\nx", "[" * 50_000])
def test_what_is_no_crs_is_refused(text: str) -> None:
    assert "is not a CRS that can be understood" in refusal(lambda: parse(text))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("licenses", "MIT"),
        ("licenses", ["MIT"]),
        ("sources", [{"title": 5}]),
        ("version", ["1"]),
        ("title", "\ud800"),
        ("plan.period", [2026, 10**40]),
        ("plan.period", [True, 2030]),
        ("plan.authority_en", 5),
        ("plan.stated_in", {"issued": ["一"]}),
    ],
)
def test_a_particular_of_the_wrong_kind_is_named(tmp_path: Path, key: str, value: Any) -> None:
    folder = toy.make(tmp_path / "plan")
    file = folder / "datapackage.json"
    package = json.loads(file.read_text("utf-8"))
    holder = package["plan"] if key.startswith("plan.") else package
    holder[key.removeprefix("plan.")] = value
    file.write_text(json.dumps(package), encoding="utf-8")
    line = refusal(lambda: load(folder))
    assert f"column {key}: " in line or "half a character" in line


@pytest.mark.parametrize("text", ["[" * 100_000, '{"a": NaN}', f'{{"a": {"9" * 5000}}}'])
def test_json_that_python_cannot_take_is_refused(tmp_path: Path, text: str) -> None:
    folder = toy.make(tmp_path / "plan")
    (folder / "datapackage.json").write_text(text, encoding="utf-8")
    assert "datapackage.json: " in refusal(lambda: load(folder))


@pytest.mark.slow
@pytest.mark.parametrize("value", ["far", [1], {"a": 1}, -5, "nan", "1e400"])
def test_an_uncertainty_that_is_no_distance_is_told(tmp_path: Path, value: Any) -> None:
    folder = toy.make(tmp_path / "plan")
    toy.official(folder, north=(121.55, 29.62, 121.65, 29.68))
    file = folder / "zones.geojson"
    outlines = json.loads(file.read_text("utf-8"))
    outlines["features"][0]["properties"]["outline_uncertainty_m"] = value
    file.write_text(json.dumps(outlines), encoding="utf-8")
    assert "of feature 1 is not a number of metres" in refusal(lambda: load(folder))


@pytest.mark.slow
@pytest.mark.parametrize("year", ["9" * 40, "20260", "²", "1e30"])
def test_a_year_that_no_calendar_has_is_told_by_its_row(tmp_path: Path, year: str) -> None:
    target = {**toy.TABLES["targets"][0], "target_year": year}
    folder = toy.make(tmp_path / "plan", targets=[target])
    line = refusal(lambda: load(folder))
    assert "targets.csv, row 2, column target_year: " in line
