"""Registered and drawn areas are held against each other while a ledger is read, in every format."""

from __future__ import annotations

from pathlib import Path

import geopandas as gpd
import pytest
import shapely

from yzgeo.core.errors import InputError
from yzgeo.ledger import area_comparison, ledger
from yzgeo.plan import import_ledger
from yzgeo.plan.load import load

HECTARE = shapely.box(365_000, 3_299_000, 365_100, 3_299_100)
"""Of 15 mu on the plane."""
GRID = "EPSG:4550"
ONE_MU_IN = {"亩": 1.0, "平方米": 2000 / 3, "公顷": 1 / 15}


def parcels(file: Path, header: str, mu: list[float], unit: str) -> Path:
    """A ledger of one-hectare parcels whose areas in mu are written in a unit."""
    shapes = [shapely.affinity.translate(HECTARE, 200 * place) for place in range(len(mu))]
    frame = gpd.GeoDataFrame(
        {"地块编号": [f"A{place}" for place in range(len(mu))], header: [value * ONE_MU_IN[unit] for value in mu]},
        geometry=shapes,
        crs=GRID,
    )
    if file.suffix == ".csv":
        frame.assign(坐标=frame.geometry.to_wkt()).drop(columns="geometry").to_csv(file, index=False)
    elif file.suffix == ".parquet":
        frame.to_parquet(file)
    else:
        frame.to_crs(4490).to_file(file, layer="a") if file.suffix == ".gpkg" else frame.to_crs(4326).to_file(file)
    return file


@pytest.mark.slow
@pytest.mark.parametrize("ending", [".csv", ".gpkg", ".geojson", ".parquet"])
@pytest.mark.parametrize("written", ONE_MU_IN)
@pytest.mark.parametrize("stated", ONE_MU_IN)
def test_areas_in_another_unit_than_stated_are_refused_in_every_format(
    tmp_path: Path, ending: str, written: str, stated: str
) -> None:
    file = parcels(tmp_path / f"a{ending}", f"面积（{stated}）", [15, 14.9, 15.2], written)
    crs = GRID if ending == ".csv" else None
    if written == stated:
        assert ledger.read(file, crs=crs)["area_mu"].tolist() == pytest.approx([15, 14.9, 15.2])
        return
    with pytest.raises(
        InputError, match=rf"column 面积（{stated}）: registered .* seem to be taken for .*面积（{written}）"
    ):
        ledger.read(file, crs=crs)


def test_both_remedies_work(tmp_path: Path) -> None:
    file = parcels(tmp_path / "a.gpkg", "面积（公顷）", [15, 15], "亩")
    assert ledger.read(file, {"area_mu": "面积（公顷）"})["area_mu"].tolist() == [225, 225]
    renamed = parcels(tmp_path / "b.gpkg", "面积（亩）", [15, 15], "亩")
    assert ledger.read(renamed)["area_mu"].tolist() == [15, 15]


@pytest.mark.slow
def test_one_parcel_of_many_is_told_not_refused(tmp_path: Path) -> None:
    plan = load("yinzhou")
    many = import_ledger.LedgerRequest((parcels(tmp_path / "a.csv", "面积（亩）", [15, 15, 225], "亩"),), crs=GRID)
    assert [
        "in 1 parcel (row 4: 225 and 14.99 mu)" in doubt.en
        for doubt in import_ledger.prepare(plan, many).prepared.doubts
    ] == [True]
    right = import_ledger.LedgerRequest((parcels(tmp_path / "b.csv", "面积（亩）", [15, 15], "亩"),), crs=GRID)
    assert import_ledger.prepare(plan, right).prepared.doubts == []
    wrong = import_ledger.LedgerRequest((parcels(tmp_path / "c.csv", "面积（公顷）", [15, 15], "亩"),), crs=GRID)
    with pytest.raises(InputError, match="15 times"):
        import_ledger.prepare(plan, wrong)


def test_several_shapes_of_one_number_are_one_parcel() -> None:
    shapes = [HECTARE, shapely.affinity.translate(HECTARE, 200)]
    frame = gpd.GeoDataFrame({"parcel_id": ["A", "A"], "area_mu": [30.0, 30.0]}, geometry=shapes, crs=GRID)
    assert area_comparison.ratios(frame.to_crs(4490))["ratio"].tolist() == pytest.approx([1], rel=0.002)


def test_a_stored_ledger_opens_whatever_its_areas(tmp_path: Path) -> None:
    frame = gpd.GeoDataFrame({"parcel_id": ["A"], "area_mu": [225.0]}, geometry=[HECTARE], crs=GRID).to_crs(4490)
    frame.to_parquet(tmp_path / ledger.LEDGER_FILE)
    assert ledger.stored(tmp_path / ledger.LEDGER_FILE)["area_mu"].tolist() == [225]
