"""How long a million parcels take into PostGIS, and whether a query finds them by the spatial index.

A server of its own is started and thrown away. Beside yzgeo's exporter the same frame is written by
`GeoDataFrame.to_postgis` where SQLAlchemy and GeoAlchemy2 are installed.
"""

from __future__ import annotations

import argparse
import importlib.util
import tempfile
import time
from pathlib import Path

import geopandas as gpd
import numpy as np
import psycopg
import shapely

from postgis_server import server
from yzgeo.core import plugins
from yzgeo.export.formats import postgis
from yzgeo.export.metadata import layer_metadata
from yzgeo.plan.load import load

WEST, SOUTH, EAST, NORTH = 121.46, 29.63, 121.88, 29.90
WINDOW = (121.6, 29.75, 121.605, 29.755)


def parcels(count: int) -> gpd.GeoDataFrame:
    """A grid of small squares over the district, with some columns of a ledger."""
    side = int(np.ceil(np.sqrt(count)))
    number = np.arange(count)
    dx, dy = (EAST - WEST) / side, (NORTH - SOUTH) / side
    x, y = WEST + number % side * dx, SOUTH + number // side * dy
    columns = {
        "parcel_id": [f"330212-{place:07}" for place in number],
        "status": np.array(["identified", "under_way", "recovered"])[number % 3],
        "area_mu": number % 97 + 0.5,
        "town": np.array(["姜山镇", "东吴镇", "五乡镇", "云龙镇"])[number % 4],
        "land_use_code": "0601",
    }
    return gpd.GeoDataFrame(columns, geometry=shapely.box(x, y, x + dx * 0.9, y + dy * 0.9), crs="EPSG:4490")


def main(arguments: list[str]) -> None:
    """Write, count, and ask for the plan of a query."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=1_000_000)
    count = parser.parse_args(arguments).count
    plan = load("yinzhou")
    said = layer_metadata(plan, "zones", plugins.load("yzgeo.layers", "zones").frame(plan), "zh")
    frame = parcels(count)
    with tempfile.TemporaryDirectory() as folder, server(Path(folder)) as address:
        began = time.perf_counter()
        postgis.write(frame, f"{address}&table=parcels", None, said, "fail")
        print(f"yzgeo: {count:,} parcels in {time.perf_counter() - began:.1f} s, indexes and statistics included")
        with psycopg.connect(address) as connection:
            query = "SELECT count(*) FROM parcels WHERE geom && ST_MakeEnvelope(%s, %s, %s, %s, 4490)"
            began = time.perf_counter()
            found = connection.execute(query, WINDOW).fetchone()
            took = 1000 * (time.perf_counter() - began)
            steps = "\n".join(line for (line,) in connection.execute(f"EXPLAIN {query}", WINDOW).fetchall())
        print(f"a window holds {found[0] if found else 0} of them, found in {took:.1f} ms:\n{steps}")
        if all(map(importlib.util.find_spec, ("sqlalchemy", "geoalchemy2"))):
            import sqlalchemy

            engine = sqlalchemy.create_engine(address.replace("postgresql://", "postgresql+psycopg://"))
            began = time.perf_counter()
            frame.to_postgis("other", engine, index=False)
            print(f"GeoDataFrame.to_postgis: {time.perf_counter() - began:.1f} s, no key, no comments")
