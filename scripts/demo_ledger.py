"""Make up a parcel ledger, for trying out what yzgeo does with one.

    python scripts/demo_ledger.py                        # demo-ledger-虚构示例.gpkg in the current folder
    python scripts/demo_ledger.py -o some/where.gpkg
    yzgeo build --parcels demo-ledger-虚构示例.gpkg -o demo

Nothing in it is true: not a parcel, not a figure. Every row says so in `note`, and whatever is computed of it says so
too. The same plan gives the same file.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pyogrio
import shapely

from yzgeo.core.atomic_write import write_bytes
from yzgeo.core.units import m2_to_mu
from yzgeo.ledger import ledger
from yzgeo.plan.load import load
from yzgeo.plan.model import Plan
from yzgeo.spatial.area import ellipsoidal_m2
from yzgeo.spatial.crs import CGCS2000, equal_area
from yzgeo.stats.recovery import INVENTED

FILE = Path("demo-ledger-虚构示例.gpkg")
SEED = 20211103
PARCELS = 360
CELL_M = 300
"""Each parcel lies in a cell of its own, so that none overlap."""
SIDES_M = (60, 200)
MARGIN_M = 500
"""How far around the zones parcels lie."""
STATUS_SHARES = {"recovered": 0.45, "under_way": 0.25, "identified": 0.3}
FIRST_DAY, LAST_DAY = "2021-03-01", "2025-06-30"
MEASURES = {"腾出": 0.35, "盘活": 0.55, "收储": 0.1}
CLASSES = {"重点发展": 0.25, "改造提升": 0.5, "清理退出": 0.25}
LAND_USES = {"0601": 0.8, "0604": 0.1, "100101": 0.1}
LAYER = "demo_ledger_invented"
MADE_ON = "2021-11-03T00:00:00.000Z"
"""What the file says of when it was made, so that the same ledger gives the same bytes."""


def main() -> int:
    """Write the file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--plan", default="yinzhou")
    parser.add_argument("-o", "--output", type=Path, default=FILE)
    arguments = parser.parse_args()
    rows = write(load(arguments.plan), arguments.output)
    print(f"{arguments.output}: {len(rows)} parcels, {INVENTED}", file=sys.stderr)
    return 0


def write(plan: Plan, file: Path) -> gpd.GeoDataFrame:
    """Make the ledger and write it as a GeoPackage."""
    rows = invent(plan)
    pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": MADE_ON})
    try:
        with tempfile.TemporaryDirectory() as folder:
            made = Path(folder) / "ledger.gpkg"
            pyogrio.write_dataframe(rows, made, layer=LAYER, driver="GPKG")
            write_bytes(file, made.read_bytes())
    finally:
        pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": None})
    return rows


def invent(plan: Plan) -> gpd.GeoDataFrame:
    """A ledger of made-up parcels in and around the zones of a plan."""
    chance = np.random.default_rng(SEED)
    shapes = _rectangles(plan, chance)
    count = len(shapes)
    rows = gpd.GeoDataFrame({"parcel_id": [f"DEMO-{number:04d}" for number in range(1, count + 1)]}, geometry=shapes)
    rows["status"] = _drawn(chance, STATUS_SHARES, count)
    recovered = (rows["status"] == "recovered").to_numpy()
    days = pd.date_range(FIRST_DAY, LAST_DAY).strftime("%Y-%m-%d").to_numpy()
    rows["recovered_on"] = pd.Series(chance.choice(days, count)).where(recovered)
    rows["measure"] = pd.Series(_drawn(chance, MEASURES, count)).where(rows["status"] != "identified")
    drawn = ellipsoidal_m2(rows.geometry).map(m2_to_mu)
    rows["area_mu"] = (drawn * chance.normal(1, 0.001, count)).round(2)
    rows["block_class"] = _drawn(chance, CLASSES, count)
    rows["town"] = _nearest_town(plan, rows)
    rows["land_use_code"] = _drawn(chance, LAND_USES, count)
    dense = np.where(recovered, 1.0, 0.5)
    rows["floor_area_m2"] = (dense * chance.uniform(0.8, 2.6, count) * ellipsoidal_m2(rows.geometry)).round()
    rows["tax_10k_yuan"] = (dense * chance.uniform(10, 80, count) * drawn).round(1)
    rows["value_added_10k_yuan"] = (dense * chance.uniform(60, 320, count) * drawn).round(1)
    code = str(plan.particulars.get("district_code", "999999"))
    rows["unit_code"] = [f"{code}999999GB{number:05d}W00000000" for number in range(1, count + 1)]
    rows["firm"] = rows["holder"] = None
    rows["note"] = INVENTED
    return rows[[*ledger.COLUMNS, "geometry"]]


def _rectangles(plan: Plan, chance: np.random.Generator) -> gpd.GeoSeries:
    """Rectangles, turned any way, each in the middle of its cell of a grid over the zones and around."""
    crs = equal_area(plan.district.geometry)
    zones = plan.zones.geometry.dropna().to_crs(crs).union_all().buffer(MARGIN_M)
    ground = zones.intersection(plan.district.geometry.to_crs(crs).union_all())
    west, south, east, north = ground.bounds
    centres = np.array([(x, y) for x in np.arange(west, east, CELL_M) for y in np.arange(south, north, CELL_M)])
    centres = chance.permutation(centres[shapely.contains_xy(ground.buffer(-CELL_M / 2), centres)])[:PARCELS]
    half = chance.uniform(*SIDES_M, (len(centres), 1, 2)) / 2
    corners = half * np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]])
    turn = chance.uniform(0, np.pi, len(centres))
    turned = np.stack([np.cos(turn), -np.sin(turn), np.sin(turn), np.cos(turn)], axis=1).reshape(-1, 2, 2)
    rings = centres[:, None, :] + corners @ turned
    shapes = gpd.GeoSeries(shapely.polygons(rings), crs=crs).to_crs(CGCS2000)
    return shapes.set_precision(1e-8)


def _drawn(chance: np.random.Generator, shares: dict[str, float], count: int) -> np.ndarray:
    """Words drawn by their shares."""
    return chance.choice(list(shares), count, p=list(shares.values()))


def _nearest_town(plan: Plan, rows: gpd.GeoDataFrame) -> np.ndarray:
    """Name of the town whose point is nearest to each parcel."""
    crs = equal_area(plan.district.geometry)
    towns = plan.places[plan.places["kind"] == "town"]
    tree = shapely.STRtree(towns.geometry.to_crs(crs).to_numpy())
    return towns["name"].to_numpy()[tree.nearest(rows.geometry.to_crs(crs).centroid.to_numpy())]


if __name__ == "__main__":
    sys.exit(main())
