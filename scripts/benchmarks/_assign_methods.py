"""The methods that `bench.py assign` compares: each reads GeoParquet, computes, and writes Parquet.

Run as `python _assign_methods.py METHOD PARCELS ZONES PIECES OUTPUT`, a process for each. Libraries are imported where
they are used, so that no method waits for those of another. What computing alone took, in seconds of all processors,
is printed where it can be told from reading: the geometry stands ready in memory before, pairs and areas after.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import NamedTuple

SQL_WHOLE = """SELECT p.parcel_id, z.zone_id, ST_Area(ST_Intersection(p.geometry, z.geometry)) AS overlap_m2
FROM parcels p JOIN zones z ON ST_Intersects(p.geometry, z.geometry)"""
SQL_CUT = """SELECT p.parcel_id, z.zone_id, sum(ST_Area(ST_Intersection(p.geometry, z.geometry))) AS overlap_m2
FROM parcels p JOIN zones z ON ST_Intersects(p.geometry, z.geometry) GROUP BY p.parcel_id, z.zone_id"""
SQL_CUT_COVERED = SQL_CUT.replace(
    "ST_Area(ST_Intersection(p.geometry, z.geometry))",
    "CASE WHEN ST_Covers(z.geometry, p.geometry) THEN ST_Area(p.geometry) "
    "ELSE ST_Area(ST_Intersection(p.geometry, z.geometry)) END",
)


class Files(NamedTuple):
    """What a method gets: zones whole, and cut into pieces of at most 64 vertices."""

    parcels: str
    zones: str
    pieces: str
    output: str


def yzgeo(files: Files) -> float | None:
    """The command as a user calls it."""
    from yzgeo.cli.main import cli

    command = ["assign", files.parcels, "--zones", files.zones, "-o", files.output, "--min-overlap", "0"]
    cli(command, standalone_mode=False)
    return None


def yzgeo_frames(files: Files) -> float | None:
    """`yzgeo.assign` on tables in memory."""
    import geopandas as gpd

    import yzgeo as package

    frame, zones = gpd.read_parquet(files.parcels), gpd.read_parquet(files.zones)
    assign = package.assign
    begin = time.process_time()
    found = assign(frame, zones, min_overlap_m2=0)
    seconds = time.process_time() - begin
    found.to_parquet(files.output)
    return seconds


def arrow_read(files: Files) -> float | None:
    """Nothing but reading the file."""
    import pyarrow.parquet as pq

    begin = time.process_time()
    pq.read_table(files.parcels)
    return time.process_time() - begin


def geopandas_overlay(files: Files) -> float | None:
    """`geopandas.overlay`."""
    import geopandas as gpd

    frame, zones = gpd.read_parquet(files.parcels), gpd.read_parquet(files.zones)
    begin = time.process_time()
    found = gpd.overlay(frame, zones, how="intersection", keep_geom_type=True)
    found["overlap_m2"] = found.area
    seconds = time.process_time() - begin
    found[["parcel_id", "zone_id", "overlap_m2"]].to_parquet(files.output)
    return seconds


def geopandas_sjoin(files: Files) -> float | None:
    """`geopandas.sjoin`, then an intersection of each pair."""
    return _sjoin(files, files.zones)


def geopandas_sjoin_cut(files: Files) -> float | None:
    """The same on the zones cut."""
    return _sjoin(files, files.pieces)


def _sjoin(files: Files, zones_file: str) -> float:
    import geopandas as gpd
    import shapely

    frame, zones = gpd.read_parquet(files.parcels), gpd.read_parquet(zones_file)
    begin = time.process_time()
    pairs = frame.sjoin(zones, predicate="intersects")
    right = zones.geometry.to_numpy()[pairs["index_right"]]
    pairs["overlap_m2"] = shapely.area(shapely.intersection(pairs.geometry.to_numpy(), right))
    found = pairs.groupby(["parcel_id", "zone_id"], as_index=False)["overlap_m2"].sum()
    seconds = time.process_time() - begin
    found.to_parquet(files.output)
    return seconds


def duckdb(files: Files) -> float | None:
    """DuckDB spatial, plain."""
    return _duckdb(files, SQL_WHOLE, files.zones)


def duckdb_cut(files: Files) -> float | None:
    """DuckDB spatial on the zones cut."""
    return _duckdb(files, SQL_CUT, files.pieces)


def duckdb_cut_covered(files: Files) -> float | None:
    """The same with a short way for parcels that a piece covers."""
    return _duckdb(files, SQL_CUT_COVERED, files.pieces)


def _duckdb(files: Files, query: str, zones: str) -> None:
    from importlib.metadata import files as installed

    import duckdb as engine

    extension = next(file for file in installed("duckdb-extension-spatial") or [] if file.suffix == ".duckdb_extension")
    connection = engine.connect(config={"allow_unsigned_extensions": True})
    connection.execute(f"LOAD '{extension.locate()}'")
    connection.execute(f"CREATE VIEW parcels AS FROM read_parquet('{files.parcels}')")
    connection.execute(f"CREATE TABLE zones AS FROM read_parquet('{zones}')")
    connection.execute(f"COPY ({query}) TO '{files.output}' (FORMAT parquet)")


def sedonadb(files: Files) -> float | None:
    """SedonaDB, plain."""
    return _sedonadb(files, SQL_WHOLE, files.zones)


def sedonadb_cut(files: Files) -> float | None:
    """SedonaDB on the zones cut."""
    return _sedonadb(files, SQL_CUT, files.pieces)


def sedonadb_cut_covered(files: Files) -> float | None:
    """The same with a short way for parcels that a piece covers."""
    return _sedonadb(files, SQL_CUT_COVERED, files.pieces)


def _sedonadb(files: Files, query: str, zones: str) -> None:
    import sedonadb as engine

    connection = engine.connect()
    connection.read_parquet(files.parcels).to_view("parcels")
    connection.read_parquet(zones).to_view("zones")
    connection.sql(query).to_parquet(files.output, single_file_output=True)


METHODS: dict[str, Callable[[Files], float | None]] = {
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

if __name__ == "__main__":
    seconds = METHODS[sys.argv[1]](Files(*sys.argv[2:]))
    print("" if seconds is None else seconds)
