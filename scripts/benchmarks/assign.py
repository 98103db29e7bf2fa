"""yzgeo assign against geopandas, DuckDB and SedonaDB, in one run on the same files.

Every method is a process of its own, measured from outside: seconds from its start to its end, seconds of all its
processors (which say more where a machine has other work too), peak memory. "computing" is what it took with the
geometry ready in memory, where a method can tell. "cut" methods get the zones cut into pieces beforehand, for
nothing. Results are compared pair by pair with those of yzgeo.

    pip install "yzgeo[bench]"
    python scripts/bench.py assign 100000                every method
    python scripts/bench.py assign 1000000 --only yzgeo,arrow-read,sedonadb-cut,duckdb-cut
    python scripts/bench.py assign 5000000 --only yzgeo,arrow-read
    python scripts/bench.py assign 5000000 --only yzgeo,arrow-read --crs EPSG:4490
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

import geopandas as gpd
import numpy as np
import pandas as pd
import pyarrow.parquet as pq

from benchmarks import _assign_methods, _synthetic
from benchmarks._assign_methods import METHODS, Files
from benchmarks._cut import cut

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
    parser.add_argument("parcels", type=int, nargs="?", default=100_000)
    parser.add_argument("--only", default=",".join(METHODS), metavar="METHOD,…", help=", ".join(METHODS))
    parser.add_argument("--crs", help="of the file (default: an equal-area projection; only yzgeo measures others)")
    parser.add_argument("--repeat", type=int, default=1, help="the best of so many runs counts")
    parser.add_argument("--folder", type=Path, help="keep the files there")
    chosen = parser.parse_args(arguments)
    folder = chosen.folder or Path(tempfile.mkdtemp(prefix="bench-assign-"))
    folder.mkdir(parents=True, exist_ok=True)
    parcels = folder / f"parcels-{chosen.parcels}-{(chosen.crs or 'equal-area').replace(':', '-')}.parquet"
    if not parcels.exists():
        _synthetic.write_parcels(parcels, chosen.parcels, chosen.crs)
    zones, pieces = _zones(folder)
    print(f"{chosen.parcels:,} parcels, {parcels.stat().st_size / 1e6:.0f} MB, {os.cpu_count()} processors", flush=True)
    print(
        f"{'method':22}{'computing s':>12}{'whole s':>9}{'× yzgeo':>9}{'cpu s':>8}{'× yzgeo':>9}{'MB':>7}", flush=True
    )
    first: Run | None = None
    base: pd.Series | None = None
    for name in chosen.only.split(","):
        output = folder / f"result-{name}.parquet"
        runs = [_run(name, Files(str(parcels), str(zones), str(pieces), str(output))) for _ in range(chosen.repeat)]
        best = Run(
            min((run.computing for run in runs if run.computing is not None), default=None),
            min(run.whole for run in runs),
            min(run.processors for run in runs),
            max(run.peak for run in runs),
        )
        first = first or best
        found = _pairs(output) if output.exists() else None
        base = found if base is None else base
        alone = "" if best.computing is None else f"{best.computing:.2f}"
        times = f"{best.whole:>9.2f}{best.whole / first.whole:>9.2f}{best.processors:>8.2f}{best.processors / first.processors:>9.2f}"
        print(f"{name:22}{alone:>12}{times}{best.peak:>7.0f}  {_compare(found, base)}", flush=True)
        output.unlink(missing_ok=True)


def _zones(folder: Path) -> tuple[Path, Path]:
    """The zones whole and cut, as files."""
    zones = _synthetic.zones()
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


def _compare(found: pd.Series | None, base: pd.Series | None) -> str:
    """The pairs and the total, held against those of yzgeo."""
    if found is None or base is None:
        return ""
    if found is base:
        return f"{len(base):,} pairs, {base.sum() / 1e6:.6f} km²"
    both = pd.concat([found, base], axis=1, keys=["found", "base"]).fillna(0)
    apart = both[(both["found"] == 0) | (both["base"] == 0)]
    different = int((apart.max(axis=1) > SAME_PAIR_M2).sum())
    worst = float(np.abs(both["found"] - both["base"]).max())
    total = abs(found.sum() / base.sum() - 1)
    same = "same pairs" if not different else f"{different:,} PAIRS DIFFER"
    return f"{same}, total ±{total:.0e}{'' if total <= TOTALS else ' TOO MUCH'}, a pair ±{worst:.0e} m²"
