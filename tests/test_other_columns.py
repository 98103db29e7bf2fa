"""The columns of an office's file that are none of the ledger's: kept, stored, exported and shown."""

from __future__ import annotations

import datetime
from pathlib import Path

import geopandas as gpd
import openpyxl
import pandas as pd
import pytest
import shapely
import toy
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from yzgeo.cli.main import cli
from yzgeo.layers import parcels as layer
from yzgeo.ledger import ledger, other_columns
from yzgeo.plan.load import load
from yzgeo.publish.page import parcel_tiles
from yzgeo.stats import recovery

HEADER = (
    "地块编号",
    "状态",
    "面积（亩）",
    "企业名称",
    "土地使用权人",
    "层数",
    "验收日",
    "mu",
    "zone_id",
    "Status",
    "__proto__",
)
ROWS = (
    ("A1", "已盘活", 15, "甲厂", "甲公司", 3, datetime.datetime(2023, 5, 6), "x", "自编1", "在产", "city"),
    ("A2", "盘活中", 30, "乙厂", None, "三", None, None, "自编2", "停产", "planned"),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A toy plan with a ledger that Excel's driver wrote."""
    plan = toy.make(tmp_path / "plan")
    book = openpyxl.Workbook()
    for row in (HEADER, *ROWS):
        book.active.append(row)
    book.save(tmp_path / "ledger.xlsx")
    arguments = ["import", "parcels", str(tmp_path / "ledger.xlsx"), "--into", str(plan), "--map", "status=状态"]
    done = CliRunner().invoke(cli, arguments)
    assert done.exit_code == 0, done.output
    return plan


@pytest.mark.slow
def test_every_other_column_is_kept_and_changes_no_figure(folder: Path) -> None:
    plan = load(folder)
    first = plan.parcels.iloc[0]
    assert (first["firm"], first["holder"], first["层数"], first["验收日"]) == ("甲厂", "甲公司", "3", "2023-05-06")
    assert plan.parcels[["zone_id_2", "Status_2", "mu"]].iloc[0].tolist() == ["自编1", "在产", "x"]
    assert recovery.net_land(plan)["mu"].sum() == pytest.approx(45)


@pytest.mark.slow
def test_the_page_shows_other_columns_by_their_name_and_takes_no_word_of_theirs_for_a_code(folder: Path) -> None:
    parcels = load(folder).parcels.set_geometry([shapely.box(121.5, 29.8, 121.6, 29.9)] * 2, crs="EPSG:4490")
    columns = parcel_tiles.pack(parcels).header["columns"]
    shown = {column["label"]["zh"]: column for column in columns}
    assert {"企业", "权利人", "层数", "Status_2", "__proto__"} <= set(shown)
    assert shown["__proto__"]["values"] == ["city", "planned"]
    assert shown["__proto__"]["labels"] == {}
    assert "__proto__" not in {column["name"] for column in columns}


@pytest.mark.slow
def test_an_exported_ledger_comes_back_with_each_column_once(folder: Path, tmp_path: Path) -> None:
    plan = load(folder)
    layer.frame(plan).to_parquet(tmp_path / "back.parquet")
    back = ledger.read(tmp_path / "back.parquet")
    assert list(back.columns) == list(plan.parcels.columns)
    pd.testing.assert_frame_equal(
        pd.DataFrame(back.drop(columns="geometry")).reset_index(drop=True),
        pd.DataFrame(plan.parcels.drop(columns="geometry")).reset_index(drop=True),
    )


@given(st.lists(st.sampled_from(["status", "Status", "STATUS", "zone_id", "层数", "geom"]), unique=True, min_size=1))
def test_no_two_kept_columns_have_one_name_whatever_the_capitals(names: list[str]) -> None:
    frame = gpd.GeoDataFrame({name: ["x"] for name in names}, geometry=[None])
    kept, _ = other_columns.others(frame, [], ledger.COLUMNS)
    lowered = [name.lower() for name in kept]
    assert len(set(lowered)) == len(names)
    assert not set(lowered) & {*ledger.COLUMNS, *other_columns.TAKEN}


@pytest.mark.parametrize("ending", ["gpkg", "shp", "fgb", "geojson"])
def test_whole_numbers_with_gaps_stay_whole_numbers(tmp_path: Path, ending: str) -> None:
    built = pd.array([1990, None], dtype="Int64")
    frame = gpd.GeoDataFrame(
        {"编号": ["A1", "A2"], "建于": built}, geometry=[shapely.box(0, 0, 9, 9), shapely.box(9, 0, 18, 9)], crs=4549
    )
    file = tmp_path / f"a.{ending}"
    frame.set_geometry(frame.translate(600_000, 3_299_000)).to_crs(4490).to_file(file)
    read = ledger.read(file)
    assert read["建于"].dropna().astype("str").tolist() == ["1990"]
