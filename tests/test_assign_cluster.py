"""Runs that are killed or interrupted, and runs over a dask cluster."""

from __future__ import annotations

import json
import os
import signal
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
import pytest
import shapely
from invented_parcels import ZONES, command, damage_second_group, parcels, refuse_swapped, refuse_torn, run, save

from yzgeo.assignment.parcel_source import open_parcels
from yzgeo.assignment.progress import interrupts_deferred
from yzgeo.core.errors import InputError
from yzgeo.spatial.overlay.arrow_batch import schema
from yzgeo.spatial.overlay.prepared_zones import prepare

pytestmark = pytest.mark.slow


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
        with interrupts_deferred():
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
    for case, words in (
        (refuse_swapped, "row 251: has coordinates"),
        (refuse_torn, "a geometry cannot be understood"),
        (lambda folder: (damage_second_group(folder / "p.parquet"), ""), "it is damaged"),
    ):
        file, _ = case(tmp_path)
        if case is refuse_swapped:
            gpd.read_parquet(file).to_parquet(file, row_group_size=40)
        done = run(file, "--zones", zones, "-o", tmp_path / "rows.csv", "--lang", "en",
                   "--engine", "dask", "--scheduler", scheduler)  # fmt: skip
        assert (done.returncode, done.stderr.count("\n")) == (2, 1), done.stderr
        assert words in done.stderr


def test_a_cluster_that_breaks_off_is_not_taken_for_a_full_disk(
    files: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    import distributed

    from yzgeo.assignment import dask_engine

    source = open_parcels(files[0])
    prepared_zones = prepare(ZONES["zone_id"].tolist(), ZONES.geometry.to_numpy(), ZONES.crs, source.crs)
    columns = schema(source.id_type, pa.string(), geometry=False)
    for error in (distributed.comm.CommClosedError("gone"), distributed.client.FutureCancelledError("a", "gone")):
        with (
            pytest.raises(InputError, match="the dask cluster broke off"),
            dask_engine._cluster_refusals(distributed),
        ):
            raise error
    monkeypatch.setattr(dask_engine, "PATIENCE_S", 0.5)
    with (
        distributed.LocalCluster(n_workers=0, dashboard_address="127.0.0.1:0") as idle,
        pytest.raises(InputError, match="has no workers"),
    ):
        list(dask_engine.on_cluster(idle.scheduler_address)(source, prepared_zones, columns))


@pytest.mark.parametrize("ending", ["gpkg", "geojson"])
def test_dask_does_whatever_this_computer_can_read(scheduler: str, tmp_path: Path, ending: str) -> None:
    save(parcels(60), tmp_path / f"p.{ending}")
    save(ZONES, tmp_path / "z.parquet")
    arguments = (tmp_path / f"p.{ending}", "--zones", tmp_path / "z.parquet", "-o")
    local = run(*arguments, tmp_path / "local.csv")
    far = run(*arguments, tmp_path / "far.csv", "--engine", "dask", "--scheduler", scheduler)
    assert (local.returncode, far.returncode) == (0, 0), local.stderr + far.stderr
    assert (tmp_path / "far.csv").read_bytes() == (tmp_path / "local.csv").read_bytes()


def test_a_run_that_is_stopped_leaves_nothing_for_the_cluster_to_do(scheduler: str, many: tuple[Path, Path]) -> None:
    import distributed

    from yzgeo.assignment.dask_engine import on_cluster

    source = open_parcels(many[0], at_once=5000)
    ground = prepare(ZONES["zone_id"].tolist(), ZONES.geometry.to_numpy(), ZONES.crs, source.crs)
    begun = on_cluster(scheduler)(source, ground, schema(source.id_type, pa.string(), geometry=False))
    with distributed.Client(scheduler, set_as_default=False) as onlooker:
        assert next(begun).parcels == 5000
        assert tasks(onlooker)
        begun.close()  # type: ignore[attr-defined]  # what an interruption does to a generator
        patience = time.monotonic() + 5
        while tasks(onlooker) and time.monotonic() < patience:
            time.sleep(0.05)
        assert tasks(onlooker) == []


def tasks(onlooker: Any) -> list[str]:
    """Keys of what a cluster has still to do, or holds for somebody."""
    return [str(key) for key in onlooker.run_on_scheduler(lambda dask_scheduler: list(dask_scheduler.tasks))]


def test_a_batch_takes_along_no_more_than_its_own_rows() -> None:
    from yzgeo.assignment.dask_engine import _packed

    whole = pa.record_batch({"parcel_id": pa.array(["330212001000000001"] * 10_000)})
    assert _packed(whole.slice(20, 10)).size < 1000


def test_without_dask_the_message_names_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    from yzgeo.assignment.dask_engine import on_cluster

    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(InputError, match=r"dask is not installed\. Remedy: run pip install \"yzgeo\[dask\]\""):
        on_cluster(None)
