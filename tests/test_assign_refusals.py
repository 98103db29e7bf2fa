"""What `assign` refuses, and that it leaves what was there."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd
import pyarrow as pa
import pytest
import shapely
from click.testing import CliRunner
from invented_parcels import ZONES, damage_second_group, parcels, refuse_swapped, refuse_torn, run, save
from shapely import box

from yzgeo.assignment import parcel_source
from yzgeo.assignment.parcel_source import open_parcels
from yzgeo.assignment.run import write
from yzgeo.cli.main import cli
from yzgeo.core.errors import InputError
from yzgeo.readers import reading
from yzgeo.spatial.overlay.prepared_zones import prepare

pytestmark = pytest.mark.slow


def refuse_empty(folder: Path) -> tuple[Path, str]:
    parcels(0).to_parquet(folder / "p.parquet")
    return folder / "p.parquet", "has no features"


def refuse_column(folder: Path) -> tuple[Path, str]:
    parcels(3).rename(columns={"parcel_id": "BSM"}).to_parquet(folder / "p.parquet")
    return folder / "p.parquet", "there is no column parcel_id. Remedy: name one: BSM (--id)"


def refuse_crs(folder: Path) -> tuple[Path, str]:
    unplaced = parcels(3).set_crs(None, allow_override=True)
    unplaced.set_geometry(unplaced.translate(-121, -29)).to_parquet(folder / "p.parquet")
    return folder / "p.parquet", "states no CRS, and coordinates such as"


def refuse_plain_parquet(folder: Path) -> tuple[Path, str]:
    pd.DataFrame({"parcel_id": ["a"]}).to_parquet(folder / "p.parquet")
    return folder / "p.parquet", "has no column of shapes"


def refuse_cut_short(folder: Path) -> tuple[Path, str]:
    parcels(300).to_parquet(folder / "p.parquet")
    (folder / "p.parquet").write_bytes((folder / "p.parquet").read_bytes()[:5000])
    return folder / "p.parquet", "it is damaged or not what its ending says"


def refuse_damaged_later(folder: Path) -> tuple[Path, str]:
    return damage_second_group(folder / "p.parquet"), "p.parquet: cannot be read, it is damaged or not what its ending"


def refuse_damaged_part(folder: Path) -> tuple[Path, str]:
    (folder / "parts").mkdir()
    parcels(300).to_parquet(folder / "parts" / "part.0.parquet")
    damage_second_group(folder / "parts" / "part.1.parquet")
    return folder / "parts", "part.1.parquet: cannot be read, it is damaged or not what its ending"


def refuse_other_format(folder: Path) -> tuple[Path, str]:
    (folder / "p.gpkg").write_text("not a GeoPackage")
    return folder / "p.gpkg", "it is damaged or not what its ending says"


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
        refuse_damaged_later,
        refuse_damaged_part,
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
    source = open_parcels(files[0])
    prepared_zones = prepare(ZONES["zone_id"].tolist(), ZONES.geometry.to_numpy(), ZONES.crs, source.crs)

    def torn_off(*_: object) -> Iterator[Any]:
        raise OSError(5, "Input/output error")
        yield

    for ending in ("csv", "gpkg", "parquet"):
        with pytest.raises(InputError, match=r"parcels cannot be read on \(Input/output error\)"):
            write(source, prepared_zones, tmp_path / f"rows.{ending}", torn_off)


def test_arrow_errors_behind_the_first_batch_are_refusals_of_the_file(
    files: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parcel_source, "to_wkb", lambda shapes, encoding: shapes)
    source = open_parcels(files[0], at_once=10)
    batches = source.batches()
    next(batches)
    for error, words in (
        (pa.ArrowInvalid("bad page"), "it is damaged"),
        (OSError("Corrupt snappy"), "it is damaged"),
        (OSError(5, "Input/output error"), "parcels cannot be read on"),
    ):

        def fail(*_: object, error: Exception = error) -> None:
            raise error

        monkeypatch.setattr(parcel_source, "to_wkb", fail)
        with pytest.raises(InputError, match=words) as refusal:
            list(source.batches())
        assert refusal.value.file == str(files[0])


def test_refuses_unknown_endings_and_a_scheduler_without_dask(files: tuple[Path, Path], tmp_path: Path) -> None:
    done = run(files[0], "--zones", files[1], "-o", tmp_path / "rows.doc", "--lang", "en")
    assert (done.returncode, "use one of: .csv, .geojson, .gpkg, .parquet" in done.stderr) == (2, True)
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
    for refused in (lambda: open_parcels(file), lambda: open_parcels(file, at_once=7)):
        with pytest.raises(InputError) as assigned:
            refused()
        assert (assigned.value.problem, assigned.value.remedy) == (imported.value.problem, imported.value.remedy)
    save(wrong(ZONES), zones := tmp_path / f"z.{ending}")  # type: ignore[operator]
    save(parcels(30), good := tmp_path / f"good.{ending}")
    done = run(good, "--zones", zones, "-o", tmp_path / "rows.csv")
    assert (done.returncode, imported.value.problem.zh[:8] in done.stderr) == (2, True)


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


@pytest.mark.parametrize(
    "shape",
    [
        shapely.LineString([(121.5, 29.6), (121.6, 29.7)]),
        shapely.Point(121.5, 29.6),
        shapely.Polygon([(121.5, 29.6), (121.6, 29.6), (121.5, 29.6)]),
    ],
)
def test_a_zone_without_area_takes_no_parcel_from_the_others_and_is_told(tmp_path: Path, shape: Any) -> None:
    save(parcels(5), file := tmp_path / "p.parquet")
    save(ZONES, sound := tmp_path / "sound.parquet")
    line = gpd.GeoDataFrame({"zone_id": ["LINE"]}, geometry=[shape], crs=4490)
    save(gpd.GeoDataFrame(pd.concat([line, ZONES], ignore_index=True)), mixed := tmp_path / "mixed.parquet")
    told = [
        run(file, "--zones", zones, "-o", tmp_path / f"{zones.stem}.csv", "--lang", "en").stderr
        for zones in (sound, mixed)
    ]
    assert ["zones without an area: LINE" in text for text in told] == [False, True]
    assert (tmp_path / "sound.csv").read_bytes() == (tmp_path / "mixed.csv").read_bytes()


def test_a_wrong_ending_is_told_alone(files: tuple[Path, Path], tmp_path: Path) -> None:
    done = run(files[0], "-o", tmp_path / "rows.xyz")  # by the plan's zones, which are schematic
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1


WORLD = box(-180, -90, 180, 90)
VAST = {
    "the world": WORLD,
    "the world without a district": WORLD.difference(box(121, 29, 122, 30)),
    "a belt around the world": box(-179, 29, 179, 31),
    "a belt in two parts": shapely.MultiPolygon([box(-179, 29, -1, 31), box(1, 29, 179, 31)]),
    "a hemisphere": box(0, -90, 179, 90),
    "around the point opposite": box(-58.6, -29.7, -58.3, -29.5),
}


@pytest.mark.parametrize("shape", VAST.values(), ids=list(VAST))
@pytest.mark.parametrize("row", [0, 1])
def test_a_polygon_of_half_the_globe_is_refused_and_not_lost(tmp_path: Path, shape: Any, row: int) -> None:
    shapes = [box(121.52, 29.61, 121.53, 29.62)] * 2
    shapes[row] = shape
    gpd.GeoDataFrame({"parcel_id": ["A", "B"]}, geometry=shapes, crs=4490).to_parquet(tmp_path / "p.parquet")
    zone = gpd.GeoDataFrame({"zone_id": ["z"]}, geometry=[box(121.5, 29.6, 121.6, 29.7)], crs=4490)
    zone.to_parquet(tmp_path / "z.parquet")
    files = [tmp_path / "p.parquet", "--zones", tmp_path / "z.parquet", "-o", tmp_path / "out.csv"]
    done = CliRunner().invoke(cli, ["assign", *map(str, files)], prog_name="yzgeo")
    assert done.exit_code == 2, done.output
    assert f"第 {row + 1} 行：图形大如半个地球" in done.stderr
    assert not (tmp_path / "out.csv").exists()
