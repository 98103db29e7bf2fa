"""Esri JSON and GeoJSON: shapes that are not read are refused, never taken for none."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from yzgeo.core.errors import InputError
from yzgeo.readers import reading

SQUARE = [
    [40_600_000, 3_299_000],
    [40_600_000, 3_299_100],
    [40_600_100, 3_299_100],
    [40_600_100, 3_299_000],
    [40_600_000, 3_299_000],
]
HOLE = [
    [40_600_020, 3_299_020],
    [40_600_040, 3_299_020],
    [40_600_040, 3_299_040],
    [40_600_020, 3_299_040],
    [40_600_020, 3_299_020],
]
BESIDE = [[x + 500, y] for x, y in SQUARE]
ARC = {"curveRings": [[SQUARE[0], SQUARE[1], {"c": [SQUARE[2], [40_600_050, 3_299_150]]}, SQUARE[3], SQUARE[0]]]}


def esri(file: Path, *shapes: Any) -> Path:
    features = [{"attributes": {"DKBH": f"A{place}"}, "geometry": shape} for place, shape in enumerate(shapes)]
    fields = [{"name": "DKBH", "type": "esriFieldTypeString"}]
    content = {
        "geometryType": "esriGeometryPolygon",
        "spatialReference": {"wkid": 4528},
        "fields": fields,
        "features": features,
    }
    file.write_text(json.dumps(content), "utf-8")
    return file


def test_rings_of_esri_are_parts_and_holes(tmp_path: Path) -> None:
    frame = reading.read(esri(tmp_path / "a.json", {"rings": [SQUARE, HOLE, BESIDE]}, None, {"rings": []})).frame
    assert frame.geometry.to_crs("EPSG:4528").area.round(1).tolist()[0] == 10_000 - 400 + 10_000
    assert frame.geometry.isna().tolist() == [False, True, True]


def test_curves_are_named_by_their_row(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"row 2: its shape has curves \(curveRings\)"):
        reading.read(esri(tmp_path / "a.json", {"rings": [SQUARE]}, ARC))


def test_json_in_gbk_is_refused_by_its_line(tmp_path: Path) -> None:
    text = '{"type": "FeatureCollection",\n"features": [],\n"name": "地块"}'
    (tmp_path / "a.geojson").write_bytes(text.encode("gbk"))
    with pytest.raises(InputError, match="row 3: its text is not in UTF-8"):
        reading.read(tmp_path / "a.geojson")


def test_deep_nesting_is_one_refusal(tmp_path: Path) -> None:
    depth = 50_000
    shape = '{"type":"GeometryCollection","geometries":[' * depth + "]}" * depth
    text = f'{{"type":"FeatureCollection","features":[{{"type":"Feature","properties":{{}},"geometry":{shape}}}]}}'
    (tmp_path / "a.geojson").write_text(text, "utf-8")
    with pytest.raises(InputError) as refusal:
        reading.read(tmp_path / "a.geojson")
    assert "\n" not in refusal.value.message("en")
