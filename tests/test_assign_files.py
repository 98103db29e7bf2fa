"""From file to file: formats, batches, refusals, interruptions, and dask."""

from __future__ import annotations

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import shapely
from shapely import box

import yzgeo
from yzgeo import datum, reading
from yzgeo.assignment import locally, write
from yzgeo.errors import InputError
from yzgeo.parcel_files import opened, parts
from yzgeo.progress import undisturbed
from yzgeo.repeats import fingerprints, repeated
from yzgeo.spatial.batch import schema
from yzgeo.spatial.ground import prepare

HOLED = shapely.Polygon(box(121.5, 29.6, 121.53, 29.63).exterior, [box(121.51, 29.61, 121.52, 29.62).exterior])
ZONES = gpd.GeoDataFrame(
    {"zone_id": ["西区", "东区"], "name": ["w", "e"]}, geometry=[HOLED, box(121.53, 29.6, 121.55, 29.63)], crs=4490
)


def parcels(count: int = 400) -> gpd.GeoDataFrame:
    """Small boxes and triangles over and around the zones, some missing, some of two parts."""
    random = np.random.default_rng(4)
    shapes: list[shapely.Geometry | None] = []
    for number, (x, y) in enumerate(random.uniform((121.49, 29.59), (121.56, 29.64), (count, 2))):
        square = box(x, y, x + 1e-3, y + 1e-3)
        kinds = [
            square,
            shapely.Polygon([(x, y), (x + 1e-3, y), (x, y + 2e-3)]),
            shapely.MultiPolygon([square, box(x + 2e-3, y, x + 3e-3, y + 1e-3)]),
        ]
        shapes.append(None if number % 50 == 7 else kinds[number % 3])
    return gpd.GeoDataFrame({"parcel_id": [f"甲{n:03}" for n in range(count)]}, geometry=shapes, crs=4490)


def command(*arguments: str | Path) -> list[str]:
    return [sys.executable, "-m", "yzgeo", "assign", *map(str, arguments)]


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command(*arguments), capture_output=True, text=True, check=False, encoding="utf-8")


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """Parcels and zones as GeoParquet."""
    parcels().to_parquet(tmp_path / "parcels.parquet", row_group_size=150)
    ZONES.to_parquet(tmp_path / "zones.parquet")
    return tmp_path / "parcels.parquet", tmp_path / "zones.parquet"


def same(rows: pd.DataFrame, expected: pd.DataFrame) -> None:
    pd.testing.assert_frame_equal(
        rows[list(expected.columns)].reset_index(drop=True), expected, check_dtype=False, rtol=1e-12, atol=1e-9
    )


@pytest.mark.parametrize("at_once", [1, 7, 150, 10_000])
def test_batches_of_any_size_give_the_same_rows(files: tuple[Path, Path], tmp_path: Path, at_once: int) -> None:
    source = opened(files[0], at_once=at_once)
    ground = prepare(ZONES["zone_id"].tolist(), ZONES.geometry.to_numpy(), ZONES.crs, source.crs)
    done: list[int] = []
    told = write(source, ground, tmp_path / "rows.parquet", locally, done.append)
    same(pd.read_parquet(tmp_path / "rows.parquet"), yzgeo.assign(parcels(), ZONES))
    assert done[-1] == 400
    assert told[0].en.startswith("400 parcels")


@pytest.mark.parametrize("ending", ["parquet", "gpkg", "fgb", "geojson", "shp", "csv"])
def test_reads_every_format_alike(tmp_path: Path, ending: str) -> None:
    frame = parcels(60)
    file, zones = tmp_path / f"parcels.{ending}", tmp_path / "zones.gpkg"
    ZONES.to_file(zones)
    if ending == "parquet":
        frame.to_parquet(file)
    elif ending == "csv":
        pd.DataFrame({"parcel_id": frame["parcel_id"], "WKT": frame.geometry.to_wkt(rounding_precision=-1)}).to_csv(
            file, index=False
        )
    else:
        options = {"fgb": {"SPATIAL_INDEX": "NO"}, "geojson": {"COORDINATE_PRECISION": 15}}.get(ending, {})
        frame.to_file(file, encoding="utf-8", **options)
    done = run(file, "--zones", zones, "-o", tmp_path / "rows.parquet")
    assert done.returncode == 0, done.stderr
    rows, expected = pd.read_parquet(tmp_path / "rows.parquet"), yzgeo.assign(frame, ZONES)
    assert rows["parcel_id"].tolist() == expected["parcel_id"].tolist()
    assert rows["zone_id"].fillna("").tolist() == expected["zone_id"].fillna("").tolist()
    assert rows["overlap_m2"].to_numpy() == pytest.approx(expected["overlap_m2"].to_numpy(), rel=1e-7, abs=1e-6)


@pytest.mark.parametrize("ending", ["parquet", "csv", "geojson", "gpkg"])
def test_every_format_comes_back_the_same(files: tuple[Path, Path], tmp_path: Path, ending: str) -> None:
    output = tmp_path / f"rows.{ending}"
    done = run(files[0], "--zones", files[1], "-o", output, "--lang", "en")
    assert (done.returncode, done.stdout) == (0, "")
    assert "400 parcels" in done.stderr
    assert f"wrote {output}" in done.stderr
    expected = yzgeo.assign(parcels(), ZONES)
    if ending == "parquet":
        rows = pd.read_parquet(output)
    elif ending == "csv":
        assert output.read_bytes().startswith(b"\xef\xbb\xbfparcel_id,zone_id,overlap_m2,share\n")
        rows = pd.read_csv(output)
    else:
        rows = gpd.read_file(output)
        shapes = parcels().set_index("parcel_id").geometry.reindex(rows["parcel_id"])
        assert rows.geometry.isna().tolist() == shapes.isna().tolist()
        apart = shapely.hausdorff_distance(rows.geometry.to_numpy(), shapes.to_numpy())
        assert np.nanmax(apart) < 1e-7
        assert rows.crs == (4326 if ending == "geojson" else 4490)
    same(rows, expected)
    assert sorted(file.name for file in tmp_path.iterdir()) == sorted(["parcels.parquet", "zones.parquet", output.name])


@pytest.mark.parametrize("ending", ["geojson", "gpkg"])
def test_gdal_itself_reads_what_is_written(files: tuple[Path, Path], tmp_path: Path, ending: str) -> None:
    if shutil.which("ogrinfo") is None:
        pytest.skip("no ogrinfo: run apt install gdal-bin")
    output = tmp_path / f"rows.{ending}"
    assert run(files[0], "--zones", files[1], "-o", output).returncode == 0
    shown = subprocess.run(
        ["ogrinfo", "-ro", "-al", "-so", str(output)], capture_output=True, text=True, check=True
    ).stdout
    assert f"Feature Count: {len(yzgeo.assign(parcels(), ZONES))}" in shown
    assert "overlap_m2: Real" in shown


@pytest.mark.parametrize("ending", ["parquet", "csv", "geojson", "gpkg"])
def test_long_whole_numbers_keep_every_digit(tmp_path: Path, ending: str) -> None:
    for kind in ("int64", "uint64"):
        ids = np.array([330212001000000001, 330212001000000002, 2**62 + 1], dtype=kind)
        parcels(3).assign(parcel_id=ids).to_parquet(tmp_path / "p.parquet")
        ZONES.to_parquet(tmp_path / "z.parquet")
        done = run(tmp_path / "p.parquet", "--zones", tmp_path / "z.parquet", "-o", tmp_path / f"rows.{ending}")
        assert done.returncode == 0, done.stderr
        readers = {"parquet": pd.read_parquet, "csv": pd.read_csv}
        rows = readers.get(ending, gpd.read_file)(tmp_path / f"rows.{ending}")
        assert rows["parcel_id"].astype("str").drop_duplicates().tolist() == [str(each) for each in ids]


def test_two_runs_are_the_same_bytes(files: tuple[Path, Path], tmp_path: Path) -> None:
    for ending in ("parquet", "csv", "geojson"):
        for name in ("one", "two"):
            assert run(files[0], "--zones", files[1], "-o", tmp_path / f"{name}.{ending}").returncode == 0
        assert (tmp_path / f"one.{ending}").read_bytes() == (tmp_path / f"two.{ending}").read_bytes()


def test_the_zones_of_the_plan_are_the_default_and_said_to_be_schematic(
    files: tuple[Path, Path], tmp_path: Path
) -> None:
    done = run(files[0], "-o", tmp_path / "rows.csv")
    assert done.returncode == 0
    assert "示意" in done.stderr
    known = set(yzgeo.load("yinzhou").zones["zone_id"])
    assert set(pd.read_csv(tmp_path / "rows.csv")["zone_id"].dropna()) <= known


def test_formulas_in_numbers_are_harmless(tmp_path: Path) -> None:
    frame = parcels(3).assign(parcel_id=["=1+1", "-x", "a,b"])
    frame.to_parquet(tmp_path / "p.parquet")
    ZONES.to_parquet(tmp_path / "z.parquet")
    assert run(tmp_path / "p.parquet", "--zones", tmp_path / "z.parquet", "-o", tmp_path / "rows.csv").returncode == 0
    assert list(dict.fromkeys(pd.read_csv(tmp_path / "rows.csv")["parcel_id"])) == ["'=1+1", "'-x", "a,b"]


def test_tells_of_overlapping_zones_and_parcels_and_repeated_numbers(tmp_path: Path) -> None:
    twice = pd.concat([parcels(40), parcels(40).iloc[:2]])
    whole = gpd.GeoDataFrame({"parcel_id": ["all", None]}, geometry=[box(121.4, 29.5, 121.6, 29.7)] * 2, crs=4490)
    pd.concat([twice, whole]).to_parquet(tmp_path / "p.parquet")
    over = ZONES.assign(geometry=[HOLED, box(121.525, 29.6, 121.55, 29.63)])
    over.to_parquet(tmp_path / "z.parquet")
    done = run(tmp_path / "p.parquet", "--zones", tmp_path / "z.parquet", "-o", tmp_path / "rows.csv", "--lang", "en")
    assert "zones 西区 and 东区 overlap by 1,6" in done.stderr
    assert "parcels in zone 西区 add up to" in done.stderr
    assert "those of 4 rows occur more than once (rows 1, 2, 41, …)" in done.stderr
    assert "1 parcels have no number" in done.stderr


@pytest.mark.parametrize("ending", ["parquet", "gpkg", "geojson"])
def test_shapes_that_were_mended_are_counted(tmp_path: Path, ending: str) -> None:
    x, y = 121.535, 29.61
    bow_tie = shapely.Polygon([(x, y), (x + 1e-3, y + 1e-3), (x + 1e-3, y), (x, y + 1e-3)])
    touching = shapely.Polygon(box(x, y, x + 4e-3, y + 4e-3).exterior, [box(x, y + 1e-3, x + 2e-3, y + 3e-3).exterior])
    shapes = [bow_tie, touching, box(x, y, x + 1e-3, y + 1e-3), HOLED, shapely.Point(x, y), None]
    frame = gpd.GeoDataFrame({"parcel_id": list("abcdef")}, geometry=shapes, crs=4490)
    save(frame, tmp_path / f"p.{ending}")
    save(ZONES, tmp_path / "z.parquet")
    arguments = (tmp_path / f"p.{ending}", "--zones", tmp_path / "z.parquet", "-o", tmp_path / "r.csv", "--lang", "en")
    assert "2 parcels have an invalid shape" in run(*arguments).stderr
    save(frame.iloc[2:], tmp_path / f"p.{ending}")
    assert "invalid" not in run(*arguments).stderr


def test_touching_zones_are_not_said_to_overlap(files: tuple[Path, Path], tmp_path: Path) -> None:
    assert "重叠" not in run(files[0], "--zones", files[1], "-o", tmp_path / "rows.csv").stderr


def refuse_empty(folder: Path) -> tuple[Path, str]:
    parcels(0).to_parquet(folder / "p.parquet")
    return folder / "p.parquet", "has no features"


def refuse_column(folder: Path) -> tuple[Path, str]:
    parcels(3).rename(columns={"parcel_id": "BSM"}).to_parquet(folder / "p.parquet")
    return folder / "p.parquet", "there is no column parcel_id. Remedy: name one (--id, for zones --zone-id): BSM"


def refuse_crs(folder: Path) -> tuple[Path, str]:
    parcels(3).set_crs(None, allow_override=True).to_parquet(folder / "p.parquet")
    return folder / "p.parquet", "has no CRS"


def refuse_plain_parquet(folder: Path) -> tuple[Path, str]:
    pd.DataFrame({"parcel_id": ["a"]}).to_parquet(folder / "p.parquet")
    return folder / "p.parquet", "is not GeoParquet"


def refuse_cut_short(folder: Path) -> tuple[Path, str]:
    parcels(300).to_parquet(folder / "p.parquet")
    (folder / "p.parquet").write_bytes((folder / "p.parquet").read_bytes()[:5000])
    return folder / "p.parquet", "it is damaged or not what its ending says"


def refuse_torn(folder: Path) -> tuple[Path, str]:
    frame = parcels(300)
    table = pa.table(
        {"parcel_id": frame["parcel_id"], "geometry": pa.array([b"\x01\x03\x00\x00\x00\x01"] * 300, pa.binary())}
    )
    geo = {
        "version": "1.1.0",
        "primary_column": "geometry",
        "columns": {"geometry": {"encoding": "WKB", "geometry_types": []}},
    }
    pq.write_table(table.replace_schema_metadata({"geo": json.dumps(geo)}), folder / "p.parquet")
    return folder / "p.parquet", "a geometry cannot be understood"


def refuse_other_format(folder: Path) -> tuple[Path, str]:
    (folder / "p.gpkg").write_text("not a GeoPackage")
    return folder / "p.gpkg", "it is damaged or not what its ending says"


def refuse_swapped(folder: Path) -> tuple[Path, str]:
    frame = parcels(300)
    swapped = [
        shape if n < 250 else shapely.transform(shape, lambda xy: xy[:, ::-1]) for n, shape in enumerate(frame.geometry)
    ]
    frame.set_geometry(gpd.GeoSeries(swapped, crs=4490)).to_parquet(folder / "p.parquet")
    return folder / "p.parquet", "p.parquet, row 251: has coordinates that do not fit the CRS"


def refuse_lists(folder: Path) -> tuple[Path, str]:
    parcels(3).assign(parcel_id=[["a"], ["b"], ["c"]]).to_parquet(folder / "p.parquet")
    return folder / "p.parquet", "column parcel_id: column parcel_id holds lists"


def refuse_missing(folder: Path) -> tuple[Path, str]:
    return folder / "none.parquet", "does not exist"


@pytest.mark.parametrize(
    "case",
    [
        refuse_empty,
        refuse_column,
        refuse_crs,
        refuse_plain_parquet,
        refuse_cut_short,
        refuse_torn,
        refuse_other_format,
        refuse_swapped,
        refuse_lists,
        refuse_missing,
    ],
)
def test_refusals_leave_what_was_there(tmp_path: Path, case: object) -> None:
    file, words = case(tmp_path)  # type: ignore[operator]
    ZONES.to_parquet(tmp_path / "z.parquet")
    (tmp_path / "rows.gpkg").write_text("old")
    before = sorted(tmp_path.iterdir())
    done = run(file, "--zones", tmp_path / "z.parquet", "-o", tmp_path / "rows.gpkg", "--lang", "en")
    assert (done.returncode, done.stdout) == (2, "")
    assert words in done.stderr
    assert done.stderr.count("\n") == 1
    assert (tmp_path / "rows.gpkg").read_text() == "old"
    assert sorted(tmp_path.iterdir()) == before


def test_the_output_is_never_the_input(files: tuple[Path, Path], tmp_path: Path) -> None:
    (tmp_path / "link.parquet").symlink_to(files[0])
    (tmp_path / "hard.parquet").hardlink_to(files[0])
    (tmp_path / "parts").mkdir()
    shutil.copy(files[0], tmp_path / "parts" / "part.0.parquet")
    before = {file: file.read_bytes() for file in tmp_path.rglob("*.parquet")}
    for given, output in (
        (files[0], files[0]), (files[0], tmp_path / "." / "link.parquet"), (files[0], tmp_path / "hard.parquet"),
        (files[0], files[1]), (tmp_path / "parts", tmp_path / "parts" / "rows.parquet"),
    ):  # fmt: skip
        done = run(given, "--zones", files[1], "-o", output, "--lang", "en")
        assert (done.returncode, "which writing would destroy" in done.stderr) == (2, True), done.stderr
    assert {file: file.read_bytes() for file in tmp_path.rglob("*.parquet")} == before


def test_parcels_that_cannot_be_read_on_are_not_told_of_the_output(files: tuple[Path, Path], tmp_path: Path) -> None:
    source = opened(files[0])
    ground = prepare(ZONES["zone_id"].tolist(), ZONES.geometry.to_numpy(), ZONES.crs, source.crs)

    def torn_off(*_: object) -> Iterator[Any]:
        raise OSError(5, "Input/output error")
        yield

    for ending in ("csv", "gpkg", "parquet"):
        with pytest.raises(InputError, match=r"parcels cannot be read on \(Input/output error\)"):
            write(source, ground, tmp_path / f"rows.{ending}", torn_off)


def test_refuses_unknown_endings_and_a_scheduler_without_dask(files: tuple[Path, Path], tmp_path: Path) -> None:
    done = run(files[0], "--zones", files[1], "-o", tmp_path / "rows.doc", "--lang", "en")
    assert (done.returncode, "use one of: csv, geojson, gpkg, parquet" in done.stderr) == (2, True)
    assert run(files[0], "-o", tmp_path / "rows.csv", "--scheduler", "tcp://127.0.0.1:1").returncode == 2


def belt_of_another(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    return frame.to_crs(4529).set_crs(4528, allow_override=True)


def on_xian_80(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    return frame.to_crs(4529).set_crs(2365, allow_override=True)


def degrees_called_metres(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    return frame.set_crs(4529, allow_override=True)


@pytest.mark.parametrize("ending", ["parquet", "gpkg"])
@pytest.mark.parametrize("wrong", [belt_of_another, on_xian_80, degrees_called_metres])
def test_a_crs_that_contradicts_the_coordinates_is_refused_as_import_does(
    tmp_path: Path, wrong: object, ending: str
) -> None:
    save(wrong(parcels(30)), file := tmp_path / f"p.{ending}")  # type: ignore[operator]
    with pytest.raises(InputError) as imported:
        reading.read(file)
    for refused in (lambda: opened(file), lambda: opened(file, at_once=7)):
        with pytest.raises(InputError) as assigned:
            refused()
        assert (assigned.value.problem, assigned.value.remedy) == (imported.value.problem, imported.value.remedy)
    save(wrong(ZONES), zones := tmp_path / f"z.{ending}")  # type: ignore[operator]
    save(parcels(30), good := tmp_path / f"good.{ending}")
    done = run(good, "--zones", zones, "-o", tmp_path / "rows.csv")
    assert (done.returncode, imported.value.problem.zh[:8] in done.stderr) == (2, True)


def save(frame: gpd.GeoDataFrame, file: Path) -> None:
    if file.suffix == ".parquet":
        frame.to_parquet(file)
    else:
        frame.to_file(file)


def swapped(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    return frame.set_geometry(shapely.transform(frame.geometry.to_numpy(), lambda xy: xy[:, ::-1]), crs=frame.crs)


@pytest.mark.parametrize("ending", ["parquet", "gpkg", "folder"])
@pytest.mark.parametrize(
    ("stored", "crs"),
    [
        (swapped, 4490),
        (lambda frame: swapped(frame.to_crs(4529)), 4490),
        (lambda frame: frame.to_crs(4529).set_crs(4550, allow_override=True), 4529),
        (lambda frame: frame.to_crs(4550).set_crs(4529, allow_override=True), 4550),
    ],
)
def test_swapped_axes_and_the_number_of_a_belt_are_mended(
    tmp_path: Path, stored: object, crs: int, ending: str
) -> None:
    frame = stored(parcels(60))  # type: ignore[operator]
    if ending == "folder":
        (tmp_path / "p").mkdir()
        frame.iloc[:40].to_parquet(tmp_path / "p" / "part.2.parquet")
        frame.iloc[40:].to_parquet(tmp_path / "p" / "part.10.parquet")
        file = tmp_path / "p"
    else:
        save(frame, file := tmp_path / f"p.{ending}")
    source = opened(file)
    assert (source.crs, source.as_it_stands) == (crs, crs != 4490)
    (line,) = source.told
    assert line.en.startswith(f"{file.name}: {'the northing' if crs == 4490 else 'eastings'}")
    ground = prepare(ZONES["zone_id"].tolist(), ZONES.geometry.to_numpy(), ZONES.crs, source.crs)
    write(source, ground, tmp_path / "rows.parquet", locally)
    rows, expected = pd.read_parquet(tmp_path / "rows.parquet"), yzgeo.assign(parcels(60), ZONES)
    assert rows["parcel_id"].tolist() == expected["parcel_id"].tolist()
    assert rows["overlap_m2"].to_numpy() == pytest.approx(expected["overlap_m2"].to_numpy(), rel=1e-3, abs=0.1)
    if ending == "folder" and not source.as_it_stands:
        done = run(file, "-o", tmp_path / "rows.csv", "--engine", "dask", "--lang", "en")
        assert (done.returncode, "axes swapped" in done.stderr) == (2, True)


def test_what_was_mended_is_told_in_the_language_of_the_reader(tmp_path: Path) -> None:
    save(parcels(30).to_crs(4529).set_crs(4550, allow_override=True), tmp_path / "p.parquet")
    save(swapped(ZONES), tmp_path / "z.gpkg")
    for lang, words in (
        ("zh", ("p.parquet：横坐标带有带号 41", "z.gpkg：北坐标（纬度）写在前面，两轴已对调（", "1 个地块没有图形")),
        (
            "en",
            ("p.parquet: eastings carry the belt's number 41", "z.gpkg: the northing", "1 parcels have no geometry"),
        ),
    ):
        done = run(tmp_path / "p.parquet", "--zones", tmp_path / "z.gpkg", "-o", tmp_path / "r.csv", "--lang", lang)
        assert done.returncode == 0
        assert [word for word in words if word not in done.stderr] == [], done.stderr


def test_zones_are_told_of_in_their_own_terms(tmp_path: Path) -> None:
    save(parcels(9), tmp_path / "p.parquet")
    save(ZONES.assign(zone_id="同名"), tmp_path / "z.parquet")
    done = run(tmp_path / "p.parquet", "--zones", tmp_path / "z.parquet", "-o", tmp_path / "r.csv", "--lang", "en")
    assert (done.returncode, "zone 同名 has 2 shapes, taken as one" in done.stderr) == (0, True)
    ZONES.to_crs(4549).to_file(tmp_path / "z.shp", encoding="utf-8")
    (tmp_path / "z.prj").unlink()
    done = run(tmp_path / "p.parquet", "--zones", tmp_path / "z.shp", "-o", tmp_path / "r.csv", "--lang", "en")
    assert (done.returncode, "--crs" in done.stderr, "in the file of the zones" in done.stderr) == (2, False, True)


def test_parcels_all_outside_are_asked_about(tmp_path: Path) -> None:
    save(ZONES, tmp_path / "z.parquet")
    save(parcels(9).to_crs(4549).set_crs(4550, allow_override=True), tmp_path / "p.parquet")
    done = run(tmp_path / "p.parquet", "--zones", tmp_path / "z.parquet", "-o", tmp_path / "r.csv", "--lang", "en")
    assert (done.returncode, "no parcel lies in any zone: unless" in done.stderr) == (0, True)


def test_a_layer_of_the_zones_can_be_named(tmp_path: Path) -> None:
    file = tmp_path / "全部.gpkg"
    parcels(30).to_file(file, layer="地块")
    ZONES.to_file(file, layer="片区")
    arguments = (file, "--layer", "地块", "--zones", file, "-o", tmp_path / "rows.csv")
    done = run(*arguments)
    assert (done.returncode, "用 --zones-layer 取其一：地块、片区" in done.stderr) == (2, True)
    assert run(file, "--layer", "地块", "--zones-layer", "片区", "-o", tmp_path / "rows.csv").returncode == 2
    assert run(*arguments, "--zones-layer", "片区").returncode == 0
    same(pd.read_csv(tmp_path / "rows.csv"), yzgeo.assign(parcels(30), ZONES))


def test_arcs_are_measured_or_refused(tmp_path: Path) -> None:
    circle = (
        b"\x01\x0a\x00\x00\x00\x01\x00\x00\x00\x01\x08\x00\x00\x00\x05\x00\x00\x00"
        + np.array(
            [[650000, 3294000], [650100, 3294100], [650200, 3294000], [650100, 3293900], [650000, 3294000]], "<f8"
        ).tobytes()
    )
    whole = gpd.GeoDataFrame({"zone_id": ["z"]}, geometry=[box(649000, 3293000, 651000, 3295000)], crs=4549)
    save(whole, tmp_path / "z.parquet")
    for kind in ("CURVEPOLYGON", "GEOMETRY"):
        file = tmp_path / f"{kind}.gpkg"
        gpd.GeoDataFrame({"parcel_id": ["A"]}, geometry=[box(650000, 3293900, 650200, 3294100)], crs=4549).to_file(file)
        with sqlite3.connect(file) as table:
            for (trigger,) in table.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
                table.execute(f'DROP TRIGGER "{trigger}"')
            table.execute(f"UPDATE gpkg_geometry_columns SET geometry_type_name = '{kind}'")
            head = table.execute(f'SELECT geom FROM "{kind}"').fetchone()[0][:40]  # without WKB: flags, SRID and bounds
            table.execute(f'UPDATE "{kind}" SET geom = ?', [head + circle])
        done = run(file, "--zones", tmp_path / "z.parquet", "-o", tmp_path / "rows.csv", "--lang", "en")
        assert (done.returncode, done.stderr.count("Traceback")) == (0 if kind == "CURVEPOLYGON" else 2, 0), done.stderr
    assert pd.read_csv(tmp_path / "rows.csv")["overlap_m2"].tolist() == pytest.approx([np.pi * 1e4], rel=2e-3)
    assert "CONVERT_TO_LINEAR" in done.stderr


def test_layer_crs_and_datum_of_the_parcels_can_be_stated(tmp_path: Path) -> None:
    file, zones = tmp_path / "p.gpkg", tmp_path / "z.parquet"
    ZONES.to_parquet(zones)
    parcels(30).to_crs(4549).set_crs(4513, allow_override=True).to_file(file, layer="dk")
    parcels(9).to_file(file, layer="other")
    assert run(file, "--zones", zones, "-o", tmp_path / "rows.csv").returncode == 2
    done = run(file, "--zones", zones, "-o", tmp_path / "rows.csv", "--layer", "dk", "--crs", "EPSG:4549")
    assert done.returncode == 0, done.stderr
    expected = yzgeo.assign(parcels(30), ZONES)
    assert pd.read_csv(tmp_path / "rows.csv")["overlap_m2"].tolist() == pytest.approx(
        expected["overlap_m2"].tolist(), rel=1e-3, abs=0.1
    )
    shifted = parcels(30)
    shifted = shifted.set_geometry(shapely.transform(shifted.geometry.to_numpy(), datum.shifted), crs=4490)
    save(shifted, tmp_path / "gcj.parquet")
    done = run(tmp_path / "gcj.parquet", "--zones", zones, "-o", tmp_path / "rows.csv", "--datum", "gcj02")
    assert done.returncode == 0, done.stderr
    assert pd.read_csv(tmp_path / "rows.csv")["overlap_m2"].tolist() == pytest.approx(
        expected["overlap_m2"].tolist(), rel=1e-3, abs=1
    )


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Enough parcels to be caught at work, and their zones."""
    folder = tmp_path_factory.mktemp("many")
    corner = np.random.default_rng(1).uniform((121.49, 29.59), (121.56, 29.64), (200_000, 2))
    shapes = shapely.box(*corner.T, *(corner + 3e-4).T)
    frame = gpd.GeoDataFrame({"parcel_id": np.arange(len(shapes))}, geometry=shapes, crs=4490)
    frame.to_parquet(folder / "parcels.parquet")
    ZONES.to_parquet(folder / "zones.parquet")
    return folder / "parcels.parquet", folder / "zones.parquet"


@pytest.mark.parametrize("ending", ["parquet", "gpkg"])
def test_killed_at_any_moment_the_old_file_stands_or_the_new(
    many: tuple[Path, Path], tmp_path: Path, ending: str
) -> None:
    output = tmp_path / f"rows.{ending}"
    arguments = command(many[0], "--zones", many[1], "-o", output)
    begin = time.monotonic()
    subprocess.run(arguments, check=True, capture_output=True)
    took, new = time.monotonic() - begin, output.stat().st_size
    for part in np.random.default_rng().uniform(0.2, 1.05, 4):
        output.write_bytes(b"old")
        with subprocess.Popen(arguments, stderr=subprocess.DEVNULL) as process:
            time.sleep(took * part)
            process.kill()
        assert output.read_bytes() == b"old" or output.stat().st_size == new
    assert run(many[0], "--zones", many[1], "-o", output).returncode == 0
    assert [file.name for file in tmp_path.iterdir()] == [output.name]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_interrupted_it_clears_away_what_it_wrote(many: tuple[Path, Path], tmp_path: Path, number: int) -> None:
    output = tmp_path / "rows.geojson"
    output.write_text("old")
    process = subprocess.Popen(command(many[0], "--zones", many[1], "-o", output), stderr=subprocess.PIPE, text=True)
    while process.poll() is None and len(list(tmp_path.iterdir())) == 1:
        time.sleep(0.01)
    os.kill(process.pid, number)
    said = process.communicate()[1]
    assert process.returncode == 2
    assert "已中断" in said
    assert said.count("\n") == 1
    assert [file.name for file in tmp_path.iterdir()] == ["rows.geojson"]
    assert output.read_text() == "old"


def test_an_interruption_waits_for_the_end_of_what_must_not_be_stopped() -> None:
    done = []

    def interrupted() -> None:
        with undisturbed():
            signal.raise_signal(signal.SIGINT)
            done.append("first")

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert done == ["first"]


def test_interrupted_while_a_cluster_starts_one_line_is_said(many: tuple[Path, Path], tmp_path: Path) -> None:
    arguments = command(many[0], "--zones", many[1], "-o", tmp_path / "rows.csv", "--engine", "dask")
    process = subprocess.Popen(arguments, stderr=subprocess.PIPE, text=True)
    while process.poll() is None and not list(tmp_path.iterdir()):
        time.sleep(0.01)
    time.sleep(0.4)  # the temporary file is there, and the workers are being started
    process.send_signal(signal.SIGINT)
    said = process.communicate()[1]
    assert (process.returncode, said.count("\n"), list(tmp_path.iterdir())) == (2, 1, []), said


def test_dask_gives_the_same_rows(tmp_path: Path) -> None:
    folder = tmp_path / "parts"
    folder.mkdir()
    frame = parcels(360)
    for number in range(12):
        frame.iloc[number * 30 : (number + 1) * 30].to_parquet(folder / f"part.{number}.parquet", row_group_size=20)
    ZONES.to_parquet(tmp_path / "z.parquet")
    for engine in ("local", "dask"):
        done = run(folder, "--zones", tmp_path / "z.parquet", "-o", tmp_path / f"{engine}.csv", "--engine", engine)
        assert done.returncode == 0, done.stderr
    assert (tmp_path / "dask.csv").read_bytes() == (tmp_path / "local.csv").read_bytes()
    assert pd.read_csv(tmp_path / "local.csv")["parcel_id"].is_monotonic_increasing


@pytest.fixture(scope="module")
def scheduler(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a dask scheduler with a worker on loopback, as an office's cluster has them."""
    pytest.importorskip("distributed", reason="no distributed: run pip install 'yzgeo[dask]'")
    folder = tmp_path_factory.mktemp("cluster")
    dask = [sys.executable, "-m", "dask"]
    here = Path(__file__).parents[1]  # so that they find the same yzgeo
    quiet: dict[str, Any] = {"cwd": here, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    found = folder / "scheduler.json"
    options = ["--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--dashboard-address", "127.0.0.1:0"]
    with subprocess.Popen([*dask, "scheduler", *options, "--scheduler-file", str(found)], **quiet) as master:
        try:
            while not found.exists() and master.poll() is None:
                time.sleep(0.05)
            address: str = json.loads(found.read_text())["address"]
            worker = [
                *dask,
                "worker",
                address,
                "--host",
                "127.0.0.1",
                "--nworkers",
                "1",
                "--nthreads",
                "1",
                "--no-dashboard",
            ]
            with subprocess.Popen(worker, **quiet) as hand:
                yield address
                hand.terminate()
        finally:
            master.terminate()


def test_a_scheduler_and_its_workers_give_the_same_rows(scheduler: str, tmp_path: Path) -> None:
    folder = tmp_path / "分块 parts"
    folder.mkdir()
    frame = parcels(120)
    long = pd.array([330212001000000001 + number for number in range(120)], dtype="Int64")
    long[7] = None  # pandas would make floats of them, which hold 16 digits
    named = {"甲": frame["parcel_id"], "长": long, "类": pd.Categorical(frame["parcel_id"].str[:2])}
    for column, ids in named.items():
        for number in range(3):
            table = frame.assign(parcel_id=ids).rename(columns={"parcel_id": "宗地代码"})
            part = table.iloc[number * 40 : (number + 1) * 40].set_crs(None, allow_override=True)
            part.to_parquet(folder / f"part.{number}.parquet", row_group_size=25)
        ZONES.to_parquet(tmp_path / "z.parquet")
        arguments = (folder, "--zones", tmp_path / "z.parquet", "--crs", "EPSG:4490", "--lang", "en", "-o")
        local = run(*arguments, tmp_path / f"local{column}.csv")
        far = run(*arguments, tmp_path / f"far{column}.csv", "--engine", "dask", "--scheduler", scheduler)
        assert (local.returncode, far.returncode) == (0, 0), local.stderr + far.stderr
        assert (tmp_path / f"far{column}.csv").read_bytes() == (tmp_path / f"local{column}.csv").read_bytes()
        assert far.stderr.splitlines()[:-1] == local.stderr.splitlines()[:-1]
    assert "330212001000000120" in (tmp_path / "far长.csv").read_text("utf-8")


def test_a_cluster_refuses_with_the_same_words(scheduler: str, tmp_path: Path) -> None:
    ZONES.to_parquet(zones := tmp_path / "z.parquet")
    for case, words in ((refuse_swapped, "row 251: has coordinates"), (refuse_torn, "a geometry cannot be understood")):
        file, _ = case(tmp_path)
        if case is refuse_swapped:
            gpd.read_parquet(file).to_parquet(file, row_group_size=40)
        done = run(file, "--zones", zones, "-o", tmp_path / "rows.csv", "--lang", "en",
                   "--engine", "dask", "--scheduler", scheduler)  # fmt: skip
        assert (done.returncode, done.stderr.count("\n")) == (2, 1), done.stderr
        assert words in done.stderr


def test_a_cluster_that_breaks_off_is_not_taken_for_a_full_disk(
    scheduler: str, files: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    import distributed

    from yzgeo import dask_engine

    source = opened(files[0])
    ground = prepare(ZONES["zone_id"].tolist(), ZONES.geometry.to_numpy(), ZONES.crs, source.crs)
    columns = schema(source.id_type, pa.string(), geometry=False)
    monkeypatch.setattr(dask_engine, "_row_groups", lambda file: [dask_engine.RowGroup("/no/such.parquet", 0, 0)])
    with pytest.raises(InputError, match="a dask worker cannot read it"):
        list(dask_engine.on_cluster(files[0], scheduler)(source, ground, columns))
    for error in (distributed.comm.CommClosedError("gone"), distributed.client.FutureCancelledError("a", "gone")):
        with (
            pytest.raises(InputError, match="the dask cluster broke off"),
            dask_engine._told_apart(files[0], distributed),
        ):
            raise error
    monkeypatch.setattr(dask_engine, "PATIENCE_S", 0.5)
    with (
        distributed.LocalCluster(n_workers=0, dashboard_address="127.0.0.1:0") as idle,
        pytest.raises(InputError, match="has no workers"),
    ):
        list(dask_engine.on_cluster(files[0], idle.scheduler_address)(source, ground, columns))


def test_dask_says_what_it_cannot_do(tmp_path: Path) -> None:
    parcels(3).to_file(tmp_path / "p.gpkg")
    done = run(tmp_path / "p.gpkg", "-o", tmp_path / "rows.csv", "--engine", "dask", "--lang", "en")
    assert (done.returncode, "reads GeoParquet only" in done.stderr) == (2, True)


def test_without_dask_the_message_names_the_command(files: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    from yzgeo.dask_engine import on_cluster

    monkeypatch.setitem(sys.modules, "dask_geopandas", None)
    with pytest.raises(InputError, match=r"dask is not installed\. Remedy: run pip install \"yzgeo\[dask\]\""):
        on_cluster(files[0], None)


def test_parts_stand_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    for number in (10, 2, 1):
        (tmp_path / f"part.{number}.parquet").touch()
    assert [part.name for part in parts(tmp_path)] == ["part.1.parquet", "part.2.parquet", "part.10.parquet"]


def test_repeated_numbers_are_found_among_look_alikes() -> None:
    names = [f"{a}{'x' * length}{b}" for length in range(20) for a in "ab" for b in "ab"]
    assert len(repeated(fingerprints(pa.array(names)))) == 0
    assert repeated(fingerprints(pa.array([*names, names[5]]))).tolist() == [5, len(names)]
    assert repeated(fingerprints(pa.array([5, 7, 5]))).tolist() == [0, 2]
    assert repeated(fingerprints(pa.array([2**64 - 1, 7, 2**64 - 1, None], pa.uint64()))).tolist() == [0, 2]


@pytest.mark.parametrize("crs", [4490, 4326, 4529, 4550])
def test_what_plainly_fits_is_opened_without_pandas(tmp_path: Path, crs: int) -> None:
    parcels(30).to_crs(crs).to_parquet(tmp_path / "p.parquet")
    script = f"import sys; from pathlib import Path; from yzgeo.parcel_files import opened; opened(Path({str(tmp_path / 'p.parquet')!r})); print('pandas' in sys.modules)"
    assert (
        subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout == "False\n"
    )


def test_starts_without_pandas() -> None:
    script = "import sys, yzgeo.assignment, yzgeo.parcel_files, yzgeo.progress; print('pandas' in sys.modules)"
    assert (
        subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout == "False\n"
    )


def test_the_benchmark_compares_what_methods_find(tmp_path: Path) -> None:
    bench = Path(__file__).parents[1] / "scripts" / "bench.py"
    methods = "yzgeo,yzgeo-frames,geopandas-overlay,geopandas-sjoin-cut"
    command = [sys.executable, str(bench), "assign", "3000", "--only", methods, "--folder", str(tmp_path)]
    shown = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert shown.count("same pairs, total ±") == 3
    assert "DIFFER" not in shown
    assert "TOO MUCH" not in shown


@pytest.mark.parametrize(
    ("which", "shapes", "words"),
    [
        ("zones", [shapely.Point(121.5, 29.6)], "no zone is an area"),
        ("zones", [shapely.LineString([(121.5, 29.6), (121.6, 29.7)])], "no zone is an area"),
        ("zones", [box(-170, -80, 170, 80)], "the zones span 340 degrees"),
        ("parcels", [shapely.Point(121.5, 29.6)], "no parcel has a shape that is an area"),
        ("parcels", [None], "no parcel has a shape that is an area"),
    ],
)
def test_what_can_have_no_answer_is_refused(tmp_path: Path, which: str, shapes: list[Any], words: str) -> None:
    given = {"parcels": parcels(5), "zones": ZONES}
    name = "parcel_id" if which == "parcels" else "zone_id"
    given[which] = gpd.GeoDataFrame({name: ["A"]}, geometry=shapes, crs=4490)
    for one, frame in given.items():
        frame.to_parquet(tmp_path / f"{one}.parquet")
    files = tmp_path / "parcels.parquet", "--zones", tmp_path / "zones.parquet"
    done = run(*files, "-o", tmp_path / "rows.csv", "--lang", "en")
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1].startswith(f"yzgeo: {tmp_path / which}.parquet: {words}")
    assert sorted(file.name for file in tmp_path.iterdir()) == ["parcels.parquet", "zones.parquet"]


def test_a_wrong_ending_is_told_alone(files: tuple[Path, Path], tmp_path: Path) -> None:
    done = run(files[0], "-o", tmp_path / "rows.xyz")  # by the plan's zones, which are schematic
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("belt", [4549, 4550])
def test_the_zones_tell_on_which_grid_a_file_without_a_crs_is(tmp_path: Path, belt: int) -> None:
    """Eastings of 550 km or 450 km alone lie in any belt; those by the zones are in one."""
    ZONES.to_parquet(tmp_path / "zones.parquet")
    parcels(60).to_crs(belt).to_file(tmp_path / "p.shp", encoding="utf-8")
    (tmp_path / "p.prj").unlink()
    done = run(tmp_path / "p.shp", "--zones", tmp_path / "zones.parquet", "-o", tmp_path / "rows.csv", "--lang", "en")
    assert done.returncode == 0, done.stderr
    assert f"(EPSG:{belt})" in done.stderr.splitlines()[0]
    expected = yzgeo.assign(parcels(60), ZONES)
    assert pd.read_csv(tmp_path / "rows.csv")["overlap_m2"].tolist() == pytest.approx(
        expected["overlap_m2"].tolist(), rel=1e-6, abs=1e-3
    )
