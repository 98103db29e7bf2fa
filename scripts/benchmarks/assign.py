"""yzgeo assign against geopandas, DuckDB and SedonaDB, in one run on the same files.

Every method is a process of its own that reads the same GeoParquet file, computes, and writes a Parquet file of
`parcel_id, zone_id, overlap_m2`. Its whole time and peak memory are measured from outside, the computing alone
(geometry ready in memory -> pairs and areas in memory) by itself. "cut" methods cut the zones into pieces first.
Results are compared pair by pair with those of yzgeo.

    python scripts/bench.py assign 100000                every method
    python scripts/bench.py assign 1000000 --only yzgeo,arrow-read,sedonadb-cut,duckdb-cut
    python scripts/bench.py assign 5000000 --only yzgeo,arrow-read
    python scripts/bench.py assign 5000000 --only yzgeo,arrow-read --crs EPSG:4490
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from benchmarks import _synthetic

SQL_WHOLE = """SELECT p.parcel_id, z.zone_id, ST_Area(ST_Intersection(p.geometry, z.geometry)) AS overlap_m2
FROM parcels p JOIN zones z ON ST_Intersects(p.geometry, z.geometry)"""
SQL_CUT = """SELECT p.parcel_id, z.zone_id, sum(ST_Area(ST_Intersection(p.geometry, z.geometry))) AS overlap_m2
FROM parcels p JOIN pieces z ON ST_Intersects(p.geometry, z.geometry) GROUP BY p.parcel_id, z.zone_id"""
SQL_CUT_COVERED = SQL_CUT.replace(
    "ST_Area(ST_Intersection(p.geometry, z.geometry))",
    "CASE WHEN ST_Covers(z.geometry, p.geometry) THEN ST_Area(p.geometry) "
    "ELSE ST_Area(ST_Intersection(p.geometry, z.geometry)) END",
)
TOTALS = 1e-9
"""How far the sum of all overlaps may differ between methods."""
SAME_PAIR_M2 = 1e-6
"""Overlaps smaller than that are not held against a method that has none."""


def clock() -> float:
    """Seconds."""
    return time.perf_counter()


def pieces() -> gpd.GeoDataFrame:
    """The zones cut, as every "cut" method gets them."""
    from yzgeo.spatial.cut import cut

    zones = _synthetic.zones()
    made = cut(zones.geometry.to_numpy())
    return gpd.GeoDataFrame({"zone_id": zones["zone_id"].to_numpy()[made.zone]}, geometry=made.shapes, crs=zones.crs)


def yzgeo(parcels: Path, output: Path) -> float | None:
    """The command itself, as a user calls it; computing alone is `yzgeo-frames`."""
    from yzgeo.cli import cli

    zones = output.with_name("zones.parquet")
    _synthetic.zones().to_parquet(zones)
    cli(["assign", str(parcels), "--zones", str(zones), "-o", str(output)], standalone_mode=False)
    return None


def yzgeo_frames(parcels: Path, output: Path) -> float | None:
    """`yzgeo.assign` on tables in memory."""
    import yzgeo as package

    frame, zones = gpd.read_parquet(parcels), _synthetic.zones()
    begin = clock()
    found = package.assign(frame, zones)
    seconds = clock() - begin
    found.dropna(subset="zone_id").drop(columns="share").to_parquet(output)
    return seconds


def arrow_read(parcels: Path, output: Path) -> float | None:
    """Nothing but reading the file."""
    import pyarrow.parquet as pq

    begin = clock()
    pq.read_table(parcels)
    return clock() - begin


def geopandas_overlay(parcels: Path, output: Path) -> float | None:
    """`geopandas.overlay`."""
    frame, zones = gpd.read_parquet(parcels), _synthetic.zones()
    begin = clock()
    found = gpd.overlay(frame, zones, how="intersection", keep_geom_type=True)
    found["overlap_m2"] = found.area
    seconds = clock() - begin
    found[["parcel_id", "zone_id", "overlap_m2"]].to_parquet(output)
    return seconds


def geopandas_sjoin(parcels: Path, output: Path) -> float | None:
    """`geopandas.sjoin`, then an intersection of each pair."""
    return _sjoin(parcels, output, _synthetic.zones())


def geopandas_sjoin_cut(parcels: Path, output: Path) -> float | None:
    """The same on the zones cut."""
    return _sjoin(parcels, output, None)


def _sjoin(parcels: Path, output: Path, zones: gpd.GeoDataFrame | None) -> float:
    frame = gpd.read_parquet(parcels)
    begin = clock()
    zones = pieces() if zones is None else zones
    pairs = frame.sjoin(zones, predicate="intersects")
    right = zones.geometry.to_numpy()[pairs["index_right"]]
    pairs["overlap_m2"] = shapely.area(shapely.intersection(pairs.geometry.to_numpy(), right))
    found = pairs.groupby(["parcel_id", "zone_id"], as_index=False)["overlap_m2"].sum()
    seconds = clock() - begin
    found.to_parquet(output)
    return seconds


def duckdb(parcels: Path, output: Path) -> float | None:
    """DuckDB spatial, plain."""
    return _duckdb(parcels, output, SQL_WHOLE, _synthetic.zones(), "zones")


def duckdb_cut(parcels: Path, output: Path) -> float | None:
    """DuckDB spatial on the zones cut."""
    return _duckdb(parcels, output, SQL_CUT, pieces(), "pieces")


def duckdb_cut_covered(parcels: Path, output: Path) -> float | None:
    """The same with a short way for parcels that a piece covers."""
    return _duckdb(parcels, output, SQL_CUT_COVERED, pieces(), "pieces")


def _duckdb(parcels: Path, output: Path, query: str, zones: gpd.GeoDataFrame, name: str) -> float | None:
    from importlib.metadata import files

    import duckdb as engine

    extension = next(file for file in files("duckdb-extension-spatial") or [] if file.suffix == ".duckdb_extension")
    connection = engine.connect(config={"allow_unsigned_extensions": True})
    connection.execute(f"LOAD '{extension.locate()}'")
    table = pd.DataFrame({"zone_id": zones["zone_id"], "shape": zones.geometry.to_wkb()})
    connection.register("given", table)
    connection.execute(f"CREATE TABLE {name} AS SELECT zone_id, ST_GeomFromWKB(shape) AS geometry FROM given")  # noqa: S608
    # The projection is none that DuckDB knows by a code, and it compares the CRS of both sides.
    source = f"SELECT parcel_id, ST_GeomFromWKB(ST_AsWKB(geometry)) AS geometry FROM read_parquet('{parcels}')"  # noqa: S608
    connection.execute(f"CREATE VIEW parcels AS {source}")
    connection.execute(f"COPY ({query}) TO '{output}' (FORMAT parquet)")
    return None


def sedonadb(parcels: Path, output: Path) -> float | None:
    """SedonaDB, plain."""
    return _sedonadb(parcels, output, SQL_WHOLE, _synthetic.zones(), "zones")


def sedonadb_cut(parcels: Path, output: Path) -> float | None:
    """SedonaDB on the zones cut."""
    return _sedonadb(parcels, output, SQL_CUT, pieces(), "pieces")


def sedonadb_cut_covered(parcels: Path, output: Path) -> float | None:
    """The same with a short way for parcels that a piece covers."""
    return _sedonadb(parcels, output, SQL_CUT_COVERED, pieces(), "pieces")


def _sedonadb(parcels: Path, output: Path, query: str, zones: gpd.GeoDataFrame, name: str) -> float | None:
    import sedonadb as engine

    connection = engine.connect()
    connection.read_parquet(str(parcels)).to_view("parcels")
    connection.create_data_frame(zones).to_view(name)
    connection.sql(query).to_parquet(str(output), single_file_output=True)
    return None


METHODS: dict[str, Callable[[Path, Path], float | None]] = {
    method.__name__.replace("_", "-"): method
    for method in (
        yzgeo,
        yzgeo_frames,
        arrow_read,
        geopandas_overlay,
        geopandas_sjoin,
        geopandas_sjoin_cut,
        duckdb,
        duckdb_cut,
        duckdb_cut_covered,
        sedonadb,
        sedonadb_cut,
        sedonadb_cut_covered,
    )
}


def main(arguments: list[str]) -> None:
    """Run the methods one after another and print the table."""
    parser = argparse.ArgumentParser(prog="bench.py assign", description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("parcels", type=int, nargs="?", default=100_000)
    parser.add_argument("--only", default=",".join(METHODS), metavar="METHOD,…", help=", ".join(METHODS))
    parser.add_argument("--crs", help="of the file (default: an equal-area projection; only yzgeo measures others)")
    parser.add_argument("--repeat", type=int, default=1, help="the best of so many runs counts")
    parser.add_argument("--folder", type=Path, help="keep the files there")
    parser.add_argument("--method", help=argparse.SUPPRESS)
    parser.add_argument("--output", type=Path, help=argparse.SUPPRESS)
    chosen = parser.parse_args(arguments)
    folder = chosen.folder or Path(tempfile.mkdtemp(prefix="bench-assign-"))
    parcels = folder / f"parcels-{chosen.parcels}-{(chosen.crs or 'equal-area').replace(':', '-')}.parquet"
    if chosen.method:
        seconds = METHODS[chosen.method](parcels, chosen.output)
        chosen.output.with_suffix(".json").write_text(json.dumps([seconds, _peak()]))
        return
    folder.mkdir(parents=True, exist_ok=True)
    if not parcels.exists():
        _synthetic.write_parcels(parcels, chosen.parcels, chosen.crs)
    print(f"{chosen.parcels:,} parcels, {parcels.stat().st_size / 1e6:.0f} MB, {os.cpu_count()} processors", flush=True)
    print(f"{'method':22}{'computing s':>12}{'whole s':>10}{'times yzgeo':>13}{'peak MB':>9}  result", flush=True)
    base: tuple[float, pd.Series] | None = None
    for name in chosen.only.split(","):
        output = folder / f"result-{name}.parquet"
        runs = [_run(name, chosen, folder, output) for _ in range(chosen.repeat)]
        whole, memory = min(seconds for seconds, _, _ in runs), max(peak for _, _, peak in runs)
        computing = min((seconds for _, seconds, _ in runs if seconds is not None), default=None)
        found = _pairs(output) if output.exists() else None
        if name == "yzgeo" and found is not None:
            base = (whole, found)
        verdict = "" if found is None or base is None else _compare(found, base[1])
        ratio = "" if base is None else f"{whole / base[0]:.2f}"
        alone = "" if computing is None else f"{computing:.2f}"
        print(f"{name:22}{alone:>12}{whole:>10.2f}{ratio:>13}{memory:>9.0f}  {verdict}", flush=True)
        output.unlink(missing_ok=True)


def _run(name: str, chosen: argparse.Namespace, folder: Path, output: Path) -> tuple[float, float | None, float]:
    """One method as a process of its own: seconds in all, seconds of computing, peak MB."""
    command = [sys.executable, sys.argv[0], "assign", str(chosen.parcels), "--folder", str(folder)]
    command += ["--method", name, "--output", str(output), *(["--crs", chosen.crs] if chosen.crs else [])]
    begin = clock()
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
    seconds = clock() - begin
    computing, peak = json.loads(output.with_suffix(".json").read_text())
    return seconds, computing, peak


def _peak() -> float:
    """Peak MB of this process (rusage would give that of the one that started it, if larger)."""
    status = Path("/proc/self/status").read_text()
    return int(re.search(r"VmHWM:\s+(\d+) kB", status)[1]) / 1024  # type: ignore[index]


def _pairs(file: Path) -> pd.Series:
    import pyarrow.parquet as pq

    table = pq.read_table(file, columns=["parcel_id", "zone_id", "overlap_m2"]).to_pandas().dropna(subset="zone_id")
    return table.set_index(["parcel_id", "zone_id"])["overlap_m2"].sort_index()


def _compare(found: pd.Series, base: pd.Series) -> str:
    """The pairs and the total, held against those of yzgeo."""
    if found is base:
        return f"{len(base):,} pairs, {base.sum() / 1e6:.6f} km²"
    both = pd.concat([found, base], axis=1, keys=["found", "base"]).fillna(0)
    apart = both[(both["found"] == 0) | (both["base"] == 0)]
    different = int((apart.max(axis=1) > SAME_PAIR_M2).sum())
    worst = float(np.abs(both["found"] - both["base"]).max())
    total = abs(found.sum() / base.sum() - 1)
    same = "same pairs" if not different else f"{different:,} PAIRS DIFFER"
    return f"{same}, total differs by {total:.0e}{'' if total <= TOTALS else ' TOO MUCH'}, a pair by {worst:.0e} m² at most"
