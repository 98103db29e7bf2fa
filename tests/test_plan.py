"""Loading a plan folder: what it gives, and how it refuses what cannot be used."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import toy

from yzgeo.core.errors import InputError
from yzgeo.plan import tables
from yzgeo.plan.load import find_folder, load


@pytest.mark.slow
def test_a_toy_plan_loads_with_its_joins(tmp_path: Path) -> None:
    plan = load(toy.make(tmp_path / "toy"))
    project = plan.projects.iloc[0]
    assert (project["site_mu"], project["floor_area_m2"], project["zone_id"]) == (15.0, 20_000.0, "north")
    assert project["floor_area_ratio"] == pytest.approx(2.0)  # 15 mu are one hectare
    assert plan.zones["usable_area_mu"].tolist() == [6000.0, 9000.0]
    assert plan.zones["outline_basis"].tolist() == ["schematic", "schematic"]  # grown, since the folder has none
    assert plan.parks["place"].tolist() == ["山镇"]
    assert plan.zones.crs == plan.parks.crs == plan.projects.crs == plan.district.crs == "EPSG:4490"


@pytest.mark.slow
def test_an_empty_plan_loads(tmp_path: Path) -> None:
    toy.create(tmp_path / "empty")
    plan = load(tmp_path / "empty")
    assert (len(plan.zones), len(plan.district), plan.period, plan.authority.zh) == (0, 0, None, "")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("changes", "row", "column", "says"),
    [
        ({"zones": [{**toy.TABLES["zones"][0], "area": "四"}]}, 2, "area", "'四' is not a number"),
        ({"zones": [{**toy.TABLES["zones"][0], "area": "-4"}]}, 2, "area", "breaks a constraint"),
        ({"zones": [{**toy.TABLES["zones"][0], "area": "NaN"}]}, 2, "area", ""),
        ({"zones": [{**toy.TABLES["zones"][0], "name": ""}]}, 2, "name", "must not be empty"),
        ({"zones": [{**toy.TABLES["zones"][0], "parent_zone_id": "heart"}]}, 2, "parent_zone_id", "'heart' does not stand in column zone_id of zones.csv"),
        ({"zone_parks": [{**toy.TABLES["zone_parks"][0], "listed_in": "heart"}]}, 2, "listed_in", "use one of: text, table"),
        ({"zones": [*toy.TABLES["zones"], toy.TABLES["zones"][0]]}, 4, "zone_id", "same key"),
        ({"zones": [{**toy.TABLES["zones"][0], "zone_id": "北"}]}, 2, "zone_id", "cannot be an id"),
        ({"zone_parks": [{**toy.TABLES["zone_parks"][0], "park_id": "mil"}]}, 2, "park_id", "'mil' does not stand in column park_id of parks.csv"),
        ({"zone_parks": [{**toy.TABLES["zone_parks"][0], "seq": "1.5"}]}, 2, "seq", "is not a whole number"),
        ({"zone_places": [{**toy.TABLES["zone_places"][0], "stand_in": "maybe"}]}, 2, "stand_in", "is not true or false"),
        ({"projects": [{**toy.TABLES["projects"][0], "source": "附件 第9行"}]}, 2, "source", "of clauses.csv"),
        ({"projects": [{**toy.TABLES["projects"][0], "investment": "INF"}]}, 2, "investment", "is not a finite number"),
    ],
)  # fmt: skip
def test_a_broken_table_is_refused_with_place_and_remedy(
    tmp_path: Path, changes: dict[str, list[dict[str, Any]]], row: int, column: str, says: str
) -> None:
    with pytest.raises(InputError) as caught:
        load(toy.make(tmp_path / "toy", **changes))
    (table,) = changes
    error = caught.value
    assert (Path(str(error.file)).name, error.row, error.column) == (f"{table}.csv", row, column)
    assert says in error.message("en")
    assert error.remedy.zh
    assert error.remedy.en


@pytest.mark.slow
def test_rows_are_counted_as_a_spreadsheet_shows_them(tmp_path: Path) -> None:
    folder = toy.make(tmp_path / "toy")
    file = folder / "zones.csv"
    first, *rest = file.read_text("utf-8").splitlines()
    file.write_text("\n".join([first, ",,,", rest[0], "", rest[1].replace(",6,", ",六,")]), "utf-8")
    with pytest.raises(InputError) as caught:
        load(folder)
    assert caught.value.row == 5


@pytest.mark.slow
@pytest.mark.parametrize("encoding", ["utf-8-sig", "gbk"])
def test_tables_saved_by_a_spreadsheet_are_understood(tmp_path: Path, encoding: str) -> None:
    folder = toy.make(tmp_path / "toy")
    for file in folder.glob("*.csv"):
        file.write_bytes(file.read_text("utf-8").replace("\n", "\r\n").encode(encoding))
    assert load(folder).zones["name"].tolist() == ["北区", "南区"]


@pytest.mark.slow
def test_columns_of_ones_own_and_another_order_are_kept(tmp_path: Path) -> None:
    folder = toy.make(tmp_path / "toy")
    file = folder / "parks.csv"
    rows = [line.split(",") for line in file.read_text("utf-8").splitlines()]
    swapped = [[*reversed(row), "备注" if number == 0 else "老厂"] for number, row in enumerate(rows)]
    file.write_text("\n".join(map(",".join, swapped)), "utf-8")
    parks = load(folder).parks
    assert (parks["name"][0], parks["备注"][0]) == ("磨坊园", "老厂")


def describe(folder: Path, **particulars: Any) -> None:
    package = json.loads((folder / "datapackage.json").read_text("utf-8"))
    package["plan"] |= particulars
    (folder / "datapackage.json").write_text(json.dumps(package), "utf-8")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("damage", "says"),
    [
        (lambda folder: (folder / "parks.csv").unlink(), "parks.csv: the file is missing"),
        (lambda folder: (folder / "parks.csv").write_text("", "utf-8"), "parks.csv: the file is empty"),
        (lambda folder: (folder / "parks.csv").write_text("park_id,name\n", "utf-8"), "column name_en: the column is missing"),
        (lambda folder: (folder / "parks.csv").write_bytes(b"\xff\xfe\x00"), "is neither UTF-8 nor GBK"),
        (lambda folder: (folder / "datapackage.json").write_text("{", "utf-8"), "not valid JSON"),
        (lambda folder: (folder / "datapackage.json").write_text("[]", "utf-8"), "must be a JSON object"),
        (lambda folder: (folder / "datapackage.json").unlink(), "this is not a plan folder"),
        (lambda folder: (folder / "datapackage.json").write_text('{"name": "a"}', "utf-8"), "title is missing"),
        (lambda folder: describe(folder, period="2026-2030"), "plan.period is missing or not as it should be"),
        (lambda folder: describe(folder, stated_in="一"), "plan.stated_in is missing or not as it should be"),
        (lambda folder: describe(folder, authority=["a"]), "plan.authority is missing or not as it should be"),
        (lambda folder: toy.official(folder, north=(121.6, 29.6, 121.6, 29.7)), "feature 1 has no area"),
        (lambda folder: (folder / "district.geojson").unlink(), "district.geojson: the file is missing"),
        (lambda folder: (folder / "district.geojson").write_text("{}", "utf-8"), "Failed to read GeoJSON data"),
        (lambda folder: toy.official(folder, east=(121.5, 29.5, 121.6, 29.6)), "'east' of feature 1 cannot be used"),
        (lambda folder: toy.official(folder, north=(500000, 3200000, 510000, 3210000)), "the coordinates are not degrees"),
    ],
)  # fmt: skip
def test_a_damaged_folder_is_refused(tmp_path: Path, damage: Any, says: str) -> None:
    folder = toy.make(tmp_path / "toy")
    damage(folder)
    with pytest.raises(InputError) as caught:
        load(folder)
    assert says in caught.value.message("en")


def test_a_point_is_no_outline(tmp_path: Path) -> None:
    folder = toy.make(tmp_path / "toy")
    point = {"type": "Feature", "properties": {}, "geometry": {"type": "Point", "coordinates": [121.6, 29.6]}}
    (folder / "district.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": [point]}), "utf-8")
    with pytest.raises(InputError, match="feature 1 is not an area"):
        load(folder)


@pytest.mark.slow
def test_an_official_outline_decides_by_location(tmp_path: Path) -> None:
    folder = toy.make(tmp_path / "toy")
    toy.official(folder, south=(121.55, 29.6, 121.65, 29.69))  # around the hill, where the project is
    plan = load(folder)
    assert plan.projects["zone_id"].tolist() == ["south"]
    north = plan.zones.set_index("zone_id").loc["north"]
    assert north.geometry is None  # one outline is there, so the other is not invented beside it


def test_a_name_that_is_no_plan_is_refused_with_those_that_are() -> None:
    with pytest.raises(InputError, match="built-in: perhaps you mean: yinzhou"):
        find_folder("yinzou")


def test_the_schemas_name_every_table_of_the_plan() -> None:
    assert sorted(tables.table_schemas()) == sorted(file.stem for file in (tables.built_in() / "yinzhou").glob("*.csv"))
