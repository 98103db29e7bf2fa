"""From file to file: formats, batches, and what is told of coordinates and shapes."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
import tracemalloc
from pathlib import Path
from unittest import mock

import geopandas as gpd
import numpy as np
import pandas as pd
import pyarrow as pa
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from invented_parcels import HOLED, ZONES, parcels, run, same, save
from shapely import box

import yzgeo
from yzgeo.assignment.duplicate_ids import fingerprints, repeated
from yzgeo.assignment.parcel_source import open_parcels, parts
from yzgeo.assignment.run import locally, write
from yzgeo.readers import gcj02
from yzgeo.spatial.overlay.prepared_zones import prepare

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("at_once", [1, 7, 150, 10_000])
def test_batches_of_any_size_give_the_same_rows(files: tuple[Path, Path], tmp_path: Path, at_once: int) -> None:
    source = open_parcels(files[0], at_once=at_once)
    prepared_zones = prepare(ZONES["zone_id"].tolist(), ZONES.geometry.to_numpy(), ZONES.crs, source.crs)
    done: list[int] = []
    told = write(source, prepared_zones, tmp_path / "rows.parquet", locally, done.append)
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
    source = open_parcels(file)
    assert source.crs == crs
    (line,) = source.crs_notes
    assert line.en.startswith(f"{file.name}: {'the northing' if crs == 4490 else 'eastings'}")
    prepared_zones = prepare(ZONES["zone_id"].tolist(), ZONES.geometry.to_numpy(), ZONES.crs, source.crs)
    write(source, prepared_zones, tmp_path / "rows.parquet", locally)
    rows, expected = pd.read_parquet(tmp_path / "rows.parquet"), yzgeo.assign(parcels(60), ZONES)
    assert rows["parcel_id"].tolist() == expected["parcel_id"].tolist()
    assert rows["overlap_m2"].to_numpy() == pytest.approx(expected["overlap_m2"].to_numpy(), rel=1e-3, abs=0.1)


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
    assert (done.returncode, "取其一：地块、片区（--zones-layer）" in done.stderr) == (2, True)
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
    shifted = shifted.set_geometry(shapely.transform(shifted.geometry.to_numpy(), gcj02.from_wgs84), crs=4490)
    save(shifted, tmp_path / "gcj.parquet")
    done = run(tmp_path / "gcj.parquet", "--zones", zones, "-o", tmp_path / "rows.csv", "--datum", "gcj02")
    assert done.returncode == 0, done.stderr
    assert pd.read_csv(tmp_path / "rows.csv")["overlap_m2"].tolist() == pytest.approx(
        expected["overlap_m2"].tolist(), rel=1e-3, abs=1
    )


def test_parts_stand_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    for number in (10, 2, 1):
        (tmp_path / f"part.{number}.parquet").touch()
    assert [part.name for part in parts(tmp_path)] == ["part.1.parquet", "part.2.parquet", "part.10.parquet"]


def test_repeated_numbers_are_found_among_look_alikes() -> None:
    names = [f"{a}{'x' * length}{b}" for length in range(20) for a in "ab" for b in "ab"]
    assert repeated([fingerprints(pa.array(names))]) == (0, [])
    assert repeated([fingerprints(pa.array([*names, names[5]]))]) == (2, [5, len(names)])
    assert repeated([fingerprints(pa.array([5, 7])), fingerprints(pa.array([5]))]) == (2, [0, 2])
    assert repeated([fingerprints(pa.array([2**64 - 1, 7, 2**64 - 1, None], pa.uint64()))]) == (2, [0, 2])
    assert repeated([]) == (0, [])


@given(st.lists(st.lists(st.integers(0, 40), max_size=20), max_size=6), st.sampled_from([1, 3, 1000]))
def test_repeated_numbers_are_the_same_in_parts(batches: list[list[int]], at_once: int) -> None:
    rows = [number for batch in batches for number in batch]
    expected = [row for row, number in enumerate(rows) if rows.count(number) > 1]
    with mock.patch("yzgeo.assignment.duplicate_ids.AT_ONCE", at_once):
        count, first = repeated([np.array(batch, dtype=np.uint64) for batch in batches], 3)
    assert (count, first) == (len(expected), expected[:3])


def test_finding_repeated_numbers_holds_few_bytes_more_a_parcel() -> None:
    count = 8_000_000
    numbers = np.arange(count, dtype=np.uint64) // np.uint64(2)  # every number twice
    batches = np.array_split(numbers, 250)
    tracemalloc.start()
    assert repeated(batches) == (count, [0, 1, 2])
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 12 * count


@pytest.mark.parametrize("crs", [4490, 4326, 4529, 4550])
def test_what_plainly_fits_is_opened_without_pandas(tmp_path: Path, crs: int) -> None:
    parcels(30).to_crs(crs).to_parquet(tmp_path / "p.parquet")
    script = f"import sys; from pathlib import Path; from yzgeo.assignment.parcel_source import open_parcels; open_parcels(Path({str(tmp_path / 'p.parquet')!r})); print('pandas' in sys.modules)"
    assert (
        subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout == "False\n"
    )


def test_starts_without_pandas() -> None:
    script = "import sys, yzgeo.assignment.run, yzgeo.assignment.parcel_source, yzgeo.assignment.progress; print('pandas' in sys.modules)"
    assert (
        subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout == "False\n"
    )


def test_parquet_to_parquet_never_loads_pandas(files: tuple[Path, Path], tmp_path: Path) -> None:
    parcels(30).dropna().to_parquet(files[0])
    command = ["assign", str(files[0]), "--zones", str(files[1]), "-o", str(tmp_path / "rows.parquet")]
    script = f"import sys; from yzgeo.cli.main import cli; cli({command!r}, standalone_mode=False); print('pandas' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "False", done.stdout
    assert len(pd.read_parquet(tmp_path / "rows.parquet")) >= 29


def test_the_benchmark_compares_what_methods_find(tmp_path: Path) -> None:
    bench = Path(__file__).parents[1] / "scripts" / "bench.py"
    methods = "yzgeo,yzgeo-frames,geopandas-overlay,geopandas-sjoin-cut"
    command = [sys.executable, str(bench), "assign", "3000", "--only", methods, "--folder", str(tmp_path)]
    shown = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert shown.count("same pairs, total ±") == 3
    assert "DIFFER" not in shown
    assert "TOO MUCH" not in shown


def test_the_benchmark_takes_an_invented_town_and_real_files(tmp_path: Path) -> None:
    bench = Path(__file__).parents[1] / "scripts" / "bench.py"
    ZONES.to_file(tmp_path / "zones.gpkg")
    parcels(60).to_file(tmp_path / "parcels.gpkg")
    real = "--parcels", str(tmp_path / "parcels.gpkg"), "--zones", str(tmp_path / "zones.gpkg"), "--times", "2"
    for options, head in (
        (("2000", "--zoning", "fine-rounded"), "fine-rounded: 2,000 parcels"),
        (real, "real: "),
    ):
        command = [sys.executable, str(bench), "assign", *options, "--only", "yzgeo-frames,geopandas-sjoin"]
        shown = subprocess.run([*command, "--folder", str(tmp_path)], capture_output=True, text=True, check=True).stdout
        assert shown.startswith(head)
        assert "same pairs, total ±" in shown
        assert "DIFFER" not in shown
        of_parcel = float(shown.rpartition("a pair ±")[2].split()[0])
        assert of_parcel < 1e-9


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


def test_the_command_tells_what_it_takes_for_rounding(tmp_path: Path) -> None:
    """A border of two zones of whole millimetres, drawn in centimetres by who drew the parcels."""
    edge = 121_650.1234
    zones = gpd.GeoDataFrame(
        {"zone_id": ["west", "east"]},
        geometry=[box(edge - 500, 0.123, edge, 400.456), box(edge, 0.123, edge + 500, 400.456)],
        crs="+proj=laea +lat_0=29.75 +lon_0=121.6 +ellps=GRS80 +units=m +no_defs",
    )
    parcels_along = [box(edge - 40.37, 10.11 + 20 * n, edge, 25.37 + 20 * n) for n in range(10)]
    frame = gpd.GeoDataFrame({"parcel_id": range(10)}, geometry=parcels_along, crs=zones.crs)
    for one, unit, file in ((zones, 0.001, "zones.gpkg"), (frame, 0.01, "parcels.gpkg")):
        ceiled = one.geometry.transform(lambda points, unit=unit: np.ceil(points / unit) * unit)
        one.set_geometry(ceiled).to_file(tmp_path / file)
    command = tmp_path / "parcels.gpkg", "--zones", tmp_path / "zones.gpkg", "--lang", "en"
    done = run(*command, "-o", tmp_path / "rows.csv")
    assert done.returncode == 0, done.stderr
    assert "overlaps taken for none: 10, 0.92 m² in all, thinner on average than 7.8 mm" in done.stderr
    assert "(--min-overlap 0)" in done.stderr
    rows = pd.read_csv(tmp_path / "rows.csv")
    assert rows["zone_id"].tolist() == ["west"] * 10
    assert rows["share"].tolist() == [1] * 10
    done = run(*command, "--min-overlap", "0", "-o", tmp_path / "all.csv")
    assert "thinner" not in done.stderr
    assert len(pd.read_csv(tmp_path / "all.csv")) == 20
    whole = zones.iloc[:1].rename(columns={"zone_id": "parcel_id"})
    whole.set_geometry(whole.geometry.transform(lambda points: np.ceil(points / 0.01) * 0.01)).to_file(command[0])
    done = run(*command, "-o", tmp_path / "rows.csv")
    assert "overlaps taken for none: 1, 2.40 m² in all" in done.stderr
    assert "parcels overlap" not in done.stderr
