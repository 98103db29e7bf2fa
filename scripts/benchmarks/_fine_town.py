"""An invented town: 600 zones that tile it, of 3 to some 5,000 vertices, and parcels of which a fifth lie over a border.

Two of it are told apart by how their borders meet:

- `clean`: zones share their vertices exactly, and parcels drawn along a border share them too
- `rounded`: the same with many more vertices, where the coordinates of zones were rounded to the millimetre and those of
  parcels to the centimetre, as when two offices keep them
"""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.parquet as pq
import shapely
from scipy.spatial import Voronoi

from benchmarks._synthetic import CRS

TOWN_M, CELLS, ZONES, PARCEL_M = 6400, 2000, 600, 40
SPREAD = 0.9
"""Of the zones' weights: some are a block, one is a quarter of the town."""
STRAIGHT = 0.45
"""Share of borders between two corners that are straight; the others wind, with up to `MOST` vertices."""
MOST = 600
"""Pieces of a border at most."""
WINDING = 0.04
"""Part of its length that a border strays aside."""
ALONG = 0.35
"""Share of the parcels on a border that were drawn along it, so that each part is a parcel of its own."""
CORNERS = {"clean": 1, "rounded": 6}
"""Edges of each side of a parcel."""
ROUNDED_M = 1e-3, 1e-2
"""To what zones and parcels are rounded."""


def town(kind: str) -> tuple[gpd.GeoDataFrame, gpd.GeoDataFrame]:
    """Zones and parcels, in an equal-area projection in metres."""
    random = np.random.default_rng(18)
    zones = _zones(random)
    parcels = _parcels(random, zones, CORNERS[kind])
    if kind == "rounded":
        zones, parcels = (
            np.array([shape for shape in _rounded(shapes, to) if shape.area > 1], dtype=object)
            for shapes, to in zip((zones, parcels), ROUNDED_M, strict=True)
        )
    return tuple(  # type: ignore[return-value]
        gpd.GeoDataFrame({name: [f"{name[0]}{n}" for n in range(len(shapes))]}, geometry=shapes, crs=CRS)
        for name, shapes in (("zone_id", zones), ("parcel_id", parcels))
    )


def write_parcels(file: Path, parcels: gpd.GeoDataFrame, count: int) -> None:
    """GeoParquet of `count` parcels: those of the town, as often as needed, each with a number of its own."""
    geo = {
        "version": "1.1.0",
        "primary_column": "geometry",
        "columns": {"geometry": {"encoding": "WKB", "geometry_types": [], "crs": parcels.crs.to_json_dict()}},
    }
    schema = pa.schema([("parcel_id", pa.string()), ("geometry", pa.binary())], {"geo": json.dumps(geo)})
    binary = pa.array(shapely.to_wkb(parcels.geometry.to_numpy()), pa.binary())
    with pq.ParquetWriter(file, schema, compression="zstd") as writer:
        for begin in range(0, count, len(parcels)):
            size = min(len(parcels), count - begin)
            ids = [f"330212{number:012}" for number in range(begin, begin + size)]
            writer.write_table(pa.table([ids, binary[:size]], schema=schema))


def _zones(random: np.random.Generator) -> npt.NDArray[np.object_]:
    """Cells around random points, whose borders wind, joined to zones of unequal size."""
    points = random.uniform(0, TOWN_M, (CELLS, 2))
    mirrored = [points, *(points * flip + shift for flip, shift in (
        ((-1, 1), (0, 0)), ((-1, 1), (2 * TOWN_M, 0)), ((1, -1), (0, 0)), ((1, -1), (0, 2 * TOWN_M))
    ))]  # fmt: skip
    cells = Voronoi(np.vstack(mirrored))
    corners = np.round(cells.vertices, 6)
    lines: dict[tuple[int, int], npt.NDArray[np.float64]] = {}
    shapes = []
    for number in range(CELLS):
        region = cells.regions[cells.point_region[number]]
        parts = []
        for one, other in pairwise([*region, region[0]]):
            key = min(one, other), max(one, other)
            if key not in lines:
                lines[key] = _winding(corners[key[0]], corners[key[1]], _vertices(random), random)
            parts.append(lines[key][:-1] if one == key[0] else lines[key][:0:-1])
        shapes.append(shapely.Polygon(np.vstack(parts)))
    # A cell falls to the zone that is nearest by the zone's weight, as the quarters of a town do.
    seeds, weights = points[:ZONES], random.lognormal(0, SPREAD, ZONES)
    apart = np.hypot(*(points[:, None] - seeds).transpose(2, 0, 1)) / weights
    zone = np.argmin(apart, axis=1)
    of_cells = np.array(shapes, dtype=object)
    return np.array([shapely.coverage_union_all(of_cells[zone == number]) for number in range(ZONES)], dtype=object)


def _vertices(random: np.random.Generator) -> int:
    return 1 if random.random() < STRAIGHT else int(min(3 + random.lognormal(2.5, 1), MOST))


def _winding(
    begin: npt.NDArray[np.float64], end: npt.NDArray[np.float64], pieces: int, random: np.random.Generator
) -> npt.NDArray[np.float64]:
    """A line of so many pieces that strays aside like a stream."""
    along = np.linspace(0, 1, pieces + 1)
    aside = sum(np.sin(2 * np.pi * (turns * along + random.random())) / turns for turns in (1, 3, 7, 19))
    aside = np.asarray(aside) * np.sin(np.pi * along) ** 2 * WINDING / 2
    across = (end - begin)[::-1] * (-1, 1)
    line = np.asarray(begin + (end - begin) * along[:, None] + across * aside[:, None])
    line[0], line[-1] = begin, end
    return np.round(line, 6)


def _parcels(random: np.random.Generator, zones: npt.NDArray[np.object_], corners: int) -> npt.NDArray[np.object_]:
    """Crooked blocks; some of those on a border are cut along it."""
    side = TOWN_M // PARCEL_M
    nodes = np.stack(np.meshgrid(np.arange(side + 1), np.arange(side + 1), indexing="ij"), axis=-1) * float(PARCEL_M)
    nodes += random.uniform(-0.3, 0.3, nodes.shape) * PARCEL_M
    ring = [nodes[:-1, :-1], nodes[1:, :-1], nodes[1:, 1:], nodes[:-1, 1:]]
    ring = [corner.reshape(-1, 2) for corner in ring]
    sides = [
        begin + (end - begin) * step / corners for begin, end in pairwise([*ring, ring[0]]) for step in range(corners)
    ]
    blocks = shapely.polygons(np.stack(sides, axis=1))
    block, zone = shapely.STRtree(zones).query(blocks, predicate="intersects")
    several = np.bincount(block, minlength=len(blocks)) > 1
    cut = several & (random.random(len(blocks)) < ALONG)
    pairs = np.flatnonzero(cut[block])
    parts = shapely.get_parts(shapely.intersection(blocks[block[pairs]], zones[zone[pairs]]))
    parts = parts[(shapely.get_type_id(parts) == shapely.GeometryType.POLYGON) & (shapely.area(parts) > 1)]
    shapes = np.concatenate([blocks[~cut], parts])
    return np.asarray(shapes[random.permutation(len(shapes))], dtype=object)


def _rounded(shapes: npt.NDArray[np.object_], to: float) -> npt.NDArray[np.object_]:
    rounded = shapely.transform(shapes, lambda points: np.round(points / to) * to)
    return np.asarray(shapely.make_valid(rounded, method="structure", keep_collapsed=False))
