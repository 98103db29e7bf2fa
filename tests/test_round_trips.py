"""What `export parcels` writes, `import parcels` reads back whole, in every format and both languages."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
import toy
from click.testing import CliRunner
from shapely import MultiPolygon, Polygon, box

from yzgeo.cli.main import cli
from yzgeo.core import plugins
from yzgeo.ledger import ledger
from yzgeo.plan.load import load
from yzgeo.plan.model import Plan
from yzgeo.readers import reading

pytestmark = pytest.mark.slow

ENDINGS = sorted(
    ending
    for exporter in plugins.discover("yzgeo.export.formats").values()
    for ending in getattr(exporter, "SUFFIXES", ())
    if ending not in (".shz",)  # a Shapefile packed under another name, which is not read
)
WITHOUT_SHAPES = (".txt", ".dxf")
"""Formats that hold no feature without a shape, and say so."""
OF_POINT_FILES = ("parcel_id", "area_mu", "land_use_code", "note", "图幅号", "地块用途", "数据产生单位", "数据产生日期")
"""What the cadastral point text file has a place for; the rest is told to be left out."""
HOLED = Polygon(
    [(121.6, 29.65), (121.602, 29.65), (121.602, 29.652), (121.6, 29.652)],
    [[(121.6005, 29.6505), (121.6015, 29.6505), (121.6015, 29.6515), (121.6005, 29.6515)]],
)
PARTS = MultiPolygon([box(121.604, 29.65, 121.605, 29.651), HOLED.intersection(box(121.6, 29.65, 121.6008, 29.652))])
ROWS: dict[str, list[Any]] = {
    "parcel_id": ["甲-001", "0002", "330212001001", "无图-4"],
    "status": ["recovered", "under_way", "identified", "√"],
    "recovered_on": ["2023-05-06", None, "2024-05", None],
    "measure": ["腾出", "=1+1", None, None],
    "area_mu": [20.35, 15.0, np.nan, 3.5],
    "block_class": ["重点发展", None, "改造提升", None],
    "town": ["姜山镇", "瞻岐镇", None, "city"],
    "land_use_code": ["0601", "100102", None, None],
    "floor_area_m2": [12345.67, np.nan, 0.5, None],
    "tax_10k_yuan": [np.nan, 1.25, -3.0, None],
    "value_added_10k_yuan": [100.0, np.nan, 1e-3, None],
    "unit_code": ["330212001001GB00001W00000000", None, None, None],
    "firm": ["宁波“甲”厂（有限公司）", "乙厂 <b>&amp;", None, None],
    "holder": ["甲公司；乙公司", None, "丙", None],
    "note": ["长" * 300, "一行", None, "末行"],
    "用途": ["工业", "planned", None, None],
    "层数": [3.0, np.nan, 5.0, 1.0],
    "value_added_before_the_move": ["很长的列名", "another", None, None],
    "value_added_before_the_sale": ["另一列", "more", None, None],
    "图幅号": ["29.6-121.6", "30.0-121.6", None, None],
    "地块用途": ["工业用地", None, None, None],
    "数据产生单位": ["甲测绘院", "乙测绘院", "甲测绘院", None],
    "数据产生日期": ["2024-3-5", None, "2024-3-5", None],
}
SHAPES = [HOLED, box(121.606, 29.65, 121.607, 29.651), PARTS, None]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The toy plan with a ledger of every column, other columns, a hole and a parcel of two parts."""
    folder = toy.make(tmp_path_factory.mktemp("toy") / "plan")
    frame = gpd.GeoDataFrame(ROWS, geometry=SHAPES, crs="EPSG:4490").astype(ledger.COLUMNS)
    frame.to_parquet(folder / ledger.LEDGER_FILE)
    return folder


def run(*arguments: object) -> str:
    done = CliRunner().invoke(cli, [str(argument) for argument in arguments])
    assert done.exit_code == 0, done.output
    return done.output


def words(cells: pd.Series) -> list[str]:
    """Cells as text, since some formats know no numbers; 3.0 is 3."""
    return ["" if pd.isna(cell) else f"{cell:.9g}" if isinstance(cell, float) else str(cell) for cell in cells]


def back(folder: Path, tmp_path: Path, ending: str, lang: str) -> tuple[Plan, Plan, str]:
    """The plan, one with the ledger that came back, and what was said on writing and reading it."""
    file = tmp_path / f"地块台账{ending}"
    said = run("export", "parcels", "-o", file, "--plan", folder, "--lang", lang)
    other = toy.make(tmp_path / "other")
    return load(folder), load_after(other, file, said), said


def load_after(folder: Path, file: Path, said: str) -> Plan:
    assert said
    run("import", "parcels", file, "--into", folder)
    return load(folder)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("ending", ENDINGS)
def test_an_exported_ledger_is_read_back_whole(folder: Path, tmp_path: Path, ending: str, lang: str) -> None:
    before, after, said = back(folder, tmp_path, ending, lang)
    written = before.parcels
    if ending in WITHOUT_SHAPES:
        written = written[written.geometry.notna()]
    came = after.parcels.set_index("parcel_id").loc[written["parcel_id"]].reset_index()
    assert len(came) == len(after.parcels) == len(written)
    columns = list(written.columns.drop("geometry"))
    if ending == ".txt":
        assert "status" in said or "状态" in said
        columns = [name for name in columns if name in OF_POINT_FILES]
    else:
        assert set(came.columns) == set(written.columns)
    for name in columns:
        if pd.api.types.is_float_dtype(written[name]):
            got = pd.to_numeric(came[name]).to_numpy(dtype=float)
            assert got == pytest.approx(written[name].to_numpy(), rel=1e-8, nan_ok=True), name
        else:
            assert words(came[name]) == words(written[name]), name
    for shape, other in zip(written.geometry, came.geometry, strict=True):
        if shape is None:
            assert other is None
        else:
            assert shapely.hausdorff_distance(shape, other) < 1e-7  # a centimetre
            assert shapely.get_num_geometries(shape) == shapely.get_num_geometries(other)
            assert other.area == pytest.approx(shape.area, rel=1e-4)


def test_a_file_in_chinese_has_the_titles_and_words_of_offices(folder: Path, tmp_path: Path) -> None:
    run("export", "parcels", "-o", tmp_path / "a.gpkg", "--plan", folder, "--lang", "zh")
    frame = gpd.read_file(tmp_path / "a.gpkg", layer="parcels")
    assert {"地块编号", "状态", "登记面积（亩）", "企业", "权利人", "层数"} <= set(frame.columns)
    assert frame["状态"].tolist() == ["已盘活", "进行中", "已认定", "√"]
    assert frame["镇街"].tolist()[3] == "city"
    run("export", "parcels", "-o", tmp_path / "b.gpkg", "--plan", folder, "--lang", "en")
    assert gpd.read_file(tmp_path / "b.gpkg", layer="parcels")["status"].tolist() == ROWS["status"]


def test_a_drawing_has_numbers_as_texts_on_their_own_layer(folder: Path, tmp_path: Path) -> None:
    import ezdxf

    run("export", "parcels", "-o", tmp_path / "a.dxf", "--plan", folder)
    space = ezdxf.readfile(tmp_path / "a.dxf").modelspace()
    texts = {(text.dxf.layer, text.plain_text()) for text in space.query("MTEXT")}
    assert texts == {("地块_注记", number) for number in ROWS["parcel_id"][:3]}
    assert {line.dxf.layer for line in space.query("LWPOLYLINE")} == {"地块"}


def test_a_column_called_as_one_of_a_drawings_own_is_not_lost_in_it(tmp_path: Path) -> None:
    plan = toy.make(tmp_path / "plan")
    rows = {**dict.fromkeys(ledger.COLUMNS), "parcel_id": "A1", "Layer": "JZD", "a=b": "c"}
    gpd.GeoDataFrame([rows], geometry=[HOLED], crs="EPSG:4490").astype(ledger.COLUMNS).to_parquet(
        plan / ledger.LEDGER_FILE
    )
    run("export", "parcels", "-o", tmp_path / "a.dxf", "--plan", plan)
    came = ledger.read(tmp_path / "a.dxf")
    assert came[["parcel_id", "Layer_2", "a＝b"]].iloc[0].tolist() == ["A1", "JZD", "c"]


def test_a_point_file_has_registered_hectares_and_the_ledgers_own_office_and_day(folder: Path, tmp_path: Path) -> None:
    run("export", "parcels", "-o", tmp_path / "a.txt", "--plan", folder)
    text = (tmp_path / "a.txt").read_bytes().decode("gbk")
    heads = [line for line in text.splitlines() if line.startswith("数据产生")]
    assert heads == ["数据产生单位=甲测绘院", "数据产生日期=2024-3-5", "数据产生单位=乙测绘院", "数据产生日期="]
    areas = {line.split(",")[2]: line.split(",")[1] for line in text.splitlines() if line.endswith("@")}
    assert float(areas["甲-001"]) * 15 == pytest.approx(20.35)
    assert areas["0002"] == "1.0000"
    assert areas["330212001001"] == ""  # nobody registered one, and the drawn one is none


def test_long_outlines_and_texts_that_go_on_in_further_cells_are_joined_again(tmp_path: Path) -> None:
    angles = np.linspace(0, 2 * np.pi, 3000, endpoint=False)
    ring = Polygon(np.column_stack([121.6 + 0.01 * np.cos(angles), 29.65 + 0.01 * np.sin(angles)]))
    plan = toy.make(tmp_path / "plan")
    rows = {**dict.fromkeys(ledger.COLUMNS), "parcel_id": "A1", "note": "注" * 40_000}
    frame = gpd.GeoDataFrame([rows], geometry=[ring], crs="EPSG:4490").astype(ledger.COLUMNS)
    frame.to_parquet(plan / ledger.LEDGER_FILE)
    run("export", "parcels", "-o", tmp_path / "a.xlsx", "--plan", plan)
    came = ledger.read(tmp_path / "a.xlsx")
    assert came["note"].tolist() == ["注" * 40_000]
    assert shapely.hausdorff_distance(came.geometry.iloc[0], ring) < 1e-8


def test_a_table_of_fields_that_does_not_fit_is_left_alone(folder: Path, tmp_path: Path) -> None:
    run("export", "parcels", "-o", tmp_path / "a.shp", "--plan", folder, "--lang", "en")
    table = tmp_path / "a.fields.csv"
    shutil.copyfile(table, tmp_path / "kept.csv")
    table.write_text("field,column,title\nparcel_id,status,x\n", "utf-8")
    assert "parcel_id" in reading.read(tmp_path / "a.shp").frame
    table.write_text("anything\n", "utf-8")
    assert "value_adde" in reading.read(tmp_path / "a.shp").frame
    shutil.copyfile(tmp_path / "kept.csv", table)
    assert "value_added_before_the_sale" in reading.read(tmp_path / "a.shp").frame
