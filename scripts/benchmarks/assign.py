"""yzgeo assign against geopandas, DuckDB and SedonaDB, in one run on the same files.

Every method is a process of its own, measured from outside: seconds from its start to its end, seconds of all its
processors (which say more where a machine has other work too), peak memory. "computing" is what it took with the
geometry ready in memory, where a method can tell, in seconds of all processors. "cut" methods get the zones cut into
pieces beforehand, for nothing. Results are compared pair by pair with those of yzgeo, which is told to keep every
overlap as the others do (`--min-overlap 0`).

Zoning `six` has six zones of thousands of vertices and parcels that seldom lie over a border. `fine` is a town of 600
zones that tile it, a fifth of its parcels over a border, with vertices in common; in `fine-rounded` zones and parcels
have many more vertices, and offices that rounded them differently.

    pip install "yzgeo[bench]"
    python scripts/bench.py assign 100000                every method
    python scripts/bench.py assign 1000000 --only yzgeo,arrow-read,sedonadb-cut,duckdb-cut
    python scripts/bench.py assign 5000000 --only yzgeo,arrow-read
    python scripts/bench.py assign 5000000 --only yzgeo,arrow-read --crs EPSG:4490
    python scripts/bench.py assign 100000 --zoning fine fine-rounded --only yzgeo,yzgeo-frames,geopandas-overlay
    python scripts/bench.py assign --parcels parcels.shp --zones zoning.gpkg --only yzgeo,yzgeo-frames,geopandas-overlay
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
import time
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import NamedTuple

import geopandas as gpd
import numpy as np
import pandas as pd
import pyarrow.parquet as pq
import shapely

from benchmarks import _assign_methods, _fine_town, _synthetic
from benchmarks._assign_methods import METHODS, Files
from yzgeo.spatial.crs import CGCS2000, equal_area
from yzgeo.spatial.polygon_repair import polygonal
from yzgeo.spatial.subdivide import cut

ZONINGS = {"six": "", "fine": "clean", "fine-rounded": "rounded"}
REAL = "real"
ENGINES = {"duckdb": "duckdb-extension-spatial", "sedonadb": "sedonadb"}
"""Distributions of methods that do not come with yzgeo's own, by how the methods' names begin."""
TOTALS = 1e-9
"""How far the sum of all overlaps may differ between methods."""
SAME_PAIR_M2 = 1e-6
"""Overlaps smaller than that are not held against a method that has none."""
LOOK_S = 0.01
"""How often the memory of a process is looked at."""


class Run(NamedTuple):
    """One process: seconds of computing where it told, seconds in all, of processors, and peak MB."""

    computing: float | None
    whole: float
    processors: float
    peak: float


def main(arguments: list[str]) -> None:
    """Run the methods one after another and print the table."""
    parser = argparse.ArgumentParser(
        prog="bench.py assign", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("count", type=int, nargs="?", default=100_000, help="of invented parcels")
    parser.add_argument(
        "--zoning", nargs="+", choices=ZONINGS, default=["six"], help="one or several, one after another"
    )
    parser.add_argument("--parcels", type=Path, metavar="FILE", help="real ones instead, with --zones")
    parser.add_argument("--zones", type=Path, metavar="FILE", help="the zones of real parcels")
    parser.add_argument("--times", type=int, default=1, metavar="N", help="take the real parcels so many times")
    parser.add_argument("--only", default=",".join(METHODS), metavar="METHOD,…", help=", ".join(METHODS))
    parser.add_argument("--crs", help="of six zones (default: an equal-area projection; only yzgeo measures others)")
    parser.add_argument("--repeat", type=int, default=1, help="in turns; the best of so many runs counts")
    parser.add_argument("--folder", type=Path, help="keep the files there")
    chosen = parser.parse_args(arguments)
    if (chosen.parcels is None) != (chosen.zones is None):
        parser.error("--parcels and --zones go together")
    folder = chosen.folder or Path(tempfile.mkdtemp(prefix="bench-assign-"))
    for zoning in [REAL] if chosen.parcels else chosen.zoning:
        of_zoning = folder / zoning
        of_zoning.mkdir(parents=True, exist_ok=True)
        names = [name for name in chosen.only.split(",") if _is_installed(name)]
        if chosen.parcels:
            parcels, zones = _real(of_zoning, chosen.parcels, chosen.zones, chosen.times)
        else:
            parcels, zones = _invented(of_zoning, zoning, chosen.count, chosen.crs)
        count = pq.ParquetFile(parcels).metadata.num_rows
        megabytes = parcels.stat().st_size / 1e6
        print(
            f"{zoning}: {count:,} parcels, {megabytes:.0f} MB, {len(zones)} zones, {os.cpu_count()} processors",
            flush=True,
        )
        _compare_all(of_zoning, parcels, zones, names, chosen.repeat)


def _compare_all(folder: Path, parcels: Path, zones: gpd.GeoDataFrame, names: list[str], repeat: int) -> None:
    """Run the methods in turns, and print a line for each."""
    whole, pieces = _zone_files(folder, zones)
    head = (
        ("computing cpu s", 16),
        ("× yzgeo", 9),
        ("whole s", 9),
        ("× yzgeo", 9),
        ("cpu s", 8),
        ("× yzgeo", 9),
        ("MB", 7),
    )
    print(f"{'method':22}" + "".join(f"{word:>{width}}" for word, width in head), flush=True)
    outputs = {name: folder / f"result-{name}.parquet" for name in names}
    runs: dict[str, list[Run]] = {name: [] for name in names}
    for _ in range(repeat):
        for name in names:
            runs[name].append(_run(name, Files(str(parcels), str(whole), str(pieces), str(outputs[name]))))
    best = {name: _best(of_method) for name, of_method in runs.items()}
    first = best[names[0]]
    alone = next((best[name].computing for name in names if name == "yzgeo-frames"), None)
    areas = _areas(parcels)
    base: pd.Series | None = None
    for name in names:
        one, output = best[name], outputs[name]
        found = _pairs(output) if output.exists() else None
        base = found if base is None else base
        computing = "" if one.computing is None else f"{one.computing:.3f}"
        ratio = "" if one.computing is None or alone is None else f"{one.computing / alone:.1f}"
        times = f"{one.whole:>9.2f}{one.whole / first.whole:>9.2f}{one.processors:>8.2f}{one.processors / first.processors:>9.2f}"
        print(f"{name:22}{computing:>16}{ratio:>9}{times}{one.peak:>7.0f}  {_compare(found, base, areas)}", flush=True)
        output.unlink(missing_ok=True)


def _is_installed(name: str) -> bool:
    """Whether the engine of a method is; else that is told."""
    needed = next((package for engine, package in ENGINES.items() if name.startswith(engine)), None)
    try:
        if needed is not None:
            distribution(needed)
    except PackageNotFoundError:
        print(f"{name:22}{needed} is not installed", flush=True)
        return False
    return True


def _best(runs: list[Run]) -> Run:
    return Run(
        min((run.computing for run in runs if run.computing is not None), default=None),
        min(run.whole for run in runs),
        min(run.processors for run in runs),
        max(run.peak for run in runs),
    )


def _invented(folder: Path, zoning: str, count: int, crs: str | None) -> tuple[Path, gpd.GeoDataFrame]:
    """A file of so many invented parcels, and their zones."""
    file = folder / f"parcels-{count}-{(crs or 'equal-area').replace(':', '-')}.parquet"
    if zoning == "six":
        if not file.exists():
            _synthetic.write_parcels(file, count, crs)
        return file, _synthetic.zones()
    zones, parcels = _fine_town.town(ZONINGS[zoning])
    _fine_town.write_parcels(file, parcels, count)
    return file, zones


def _real(folder: Path, parcels: Path, zones: Path, times: int) -> tuple[Path, gpd.GeoDataFrame]:
    """Parcels and zones of files in the equal-area projection around the zones, so that all engines measure alike.

    Rows are numbered, shapes made valid as polygons before any clock runs, and areas without shape left out.
    """
    frames = {}
    target = None
    for name, file in (("zone_id", zones), ("parcel_id", parcels)):
        read = gpd.read_parquet(file) if file.suffix in (".parquet", ".geoparquet") else gpd.read_file(file)
        target = target or equal_area(read.geometry.to_crs(CGCS2000))
        shapes = polygonal(read.geometry.to_crs(target).to_numpy())
        shapes = shapes[shapely.area(shapes) > 0]
        frames[name] = gpd.GeoDataFrame(
            {name: [f"{name[0]}{n}" for n in range(len(shapes))]}, geometry=shapes, crs=target
        )
    file = folder / "parcels.parquet"
    _fine_town.write_parcels(file, frames["parcel_id"], times * len(frames["parcel_id"]))
    return file, frames["zone_id"]


def _zone_files(folder: Path, zones: gpd.GeoDataFrame) -> tuple[Path, Path]:
    """The zones whole and cut, as files."""
    made = cut(zones.geometry.to_numpy())
    pieces = gpd.GeoDataFrame({"zone_id": zones["zone_id"].to_numpy()[made.zone]}, geometry=made.shapes, crs=zones.crs)
    zones.to_parquet(folder / "zones.parquet")
    pieces.to_parquet(folder / "pieces.parquet")
    return folder / "zones.parquet", folder / "pieces.parquet"


def _run(name: str, files: Files) -> Run:
    """One method as a process of its own."""
    command = [sys.executable, str(_assign_methods.__file__), name, *files]
    used = _children()
    begin = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        peak = 0.0
        while process.poll() is None:
            peak = _peak(process.pid) or peak
            time.sleep(LOOK_S)
        whole = time.perf_counter() - begin
        told = process.stdout.read().strip() if process.stdout else ""
    if process.returncode:
        sys.exit(f"{name} failed")
    return Run(float(told) if told else None, whole, _children() - used, peak)


def _children() -> float:
    """Processor seconds of all processes that were waited for."""
    times = os.times()
    return times.children_user + times.children_system


def _peak(number: int) -> float | None:
    """Peak MB of a process so far (rusage would give that of its parent, where that is larger)."""
    try:
        found = re.search(r"VmHWM:\s+(\d+) kB", Path(f"/proc/{number}/status").read_text())
    except OSError:
        return None
    return int(found[1]) / 1024 if found else None


def _pairs(file: Path) -> pd.Series:
    table = pq.read_table(file, columns=["parcel_id", "zone_id", "overlap_m2"]).to_pandas().dropna(subset="zone_id")
    return table.set_index(["parcel_id", "zone_id"])["overlap_m2"].sort_index()


def _areas(parcels: Path) -> pd.Series:
    """The area of each parcel, by its number."""
    frame = gpd.read_parquet(parcels)
    return pd.Series(frame.area.to_numpy(), index=frame["parcel_id"])


def _compare(found: pd.Series | None, base: pd.Series | None, areas: pd.Series) -> str:
    """The pairs, the total and each overlap, held against those of yzgeo."""
    if found is None or base is None:
        return ""
    if found is base:
        return f"{len(base):,} pairs, {base.sum() / 1e6:.6f} km²"
    both = pd.concat([found, base], axis=1, keys=["found", "base"]).fillna(0)
    apart = both[(both["found"] == 0) | (both["base"] == 0)]
    different = int((apart.max(axis=1) > SAME_PAIR_M2).sum())
    differences = np.abs(both["found"] - both["base"])
    of_parcel = float((differences / areas.reindex(both.index.get_level_values(0)).to_numpy()).max())
    total = abs(found.sum() / base.sum() - 1)
    same = "same pairs" if not different else f"{different:,} PAIRS DIFFER"
    much = "" if total <= TOTALS else " TOO MUCH"
    return f"{same}, total ±{total:.0e}{much}, a pair ±{of_parcel:.0e} of its parcel"
