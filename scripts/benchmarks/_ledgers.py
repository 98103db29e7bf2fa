"""Made-up parcel ledgers of any size, for benchmarks: no data about real land."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from yzgeo.ledger import ledger
from yzgeo.spatial.crs import CGCS2000

ROAD = 0.06
"""Share of a cell's width that stays free on each side."""


def made_up(count: int, bounds: tuple[float, float, float, float], seed: int = 1) -> gpd.GeoDataFrame:
    """A ledger of parcels in a bent grid: quadrangles and hexagons, one in fifty with a hole, one in a hundred in two.

    Parameters
    ----------
    count
        How many parcels.
    bounds
        West, south, east and north of the land they fill, in degrees.
    seed
        The same number gives the same ledger.
    """
    random = np.random.default_rng(seed)
    west, south, east, north = bounds
    across = int(np.ceil(np.sqrt(count)))
    column, row = np.arange(count) % across, np.arange(count) // across
    width, height = (east - west) / across, (north - south) / across
    unit = np.array([[0, 0], [0.5, -0.08], [1, 0], [1, 1], [0.45, 1.06], [0, 1]])
    corners = np.stack([column, row], axis=1)[:, None, :] + ROAD + unit * (1 - 2 * ROAD)
    corners = corners + random.uniform(-ROAD, ROAD, corners.shape) * 0.8
    corners[..., 0] = west + width * corners[..., 0]
    corners[..., 1] = south + height * corners[..., 1]
    shapes = shapely.polygons(corners)
    simple = random.random(count) < 0.6
    shapes[simple] = shapely.polygons(corners[simple][:, [0, 2, 3, 5]])
    middle = corners.mean(axis=1)
    spot = shapely.box(
        middle[:, 0] - width * 0.1, middle[:, 1] - height * 0.1, middle[:, 0] + width * 0.1, middle[:, 1] + height * 0.1
    )
    holed = random.random(count) < 0.02
    shapes[holed] = shapely.difference(shapes[holed], spot[holed])
    halved = random.random(count) < 0.01
    strip = shapely.box(middle[:, 0] - width * 0.05, south, middle[:, 0] + width * 0.05, north)
    shapes[halved] = shapely.difference(shapes[halved], strip[halved])
    status = random.choice(ledger.STATUSES, count, p=[0.5, 0.3, 0.2])
    number = random.permutation(count) + 1
    frame = pd.DataFrame(
        {
            "parcel_id": [
                f"330212{place:06d}GB{one:07d}" for place, one in zip(row * 40 // across, number, strict=True)
            ],
            "status": status,
            "measure": random.choice(["rebuilt", "cleared", "returned", "merged"], count),
            "area_mu": np.round(random.lognormal(2, 1, count), 2),
        }
    )
    empty = ledger.empty().drop(columns="geometry")
    return gpd.GeoDataFrame(frame.reindex(columns=empty.columns).astype(empty.dtypes), geometry=shapes, crs=CGCS2000)
