"""Made-up zones and parcels of any number, the same for the same number, written by batches."""

from __future__ import annotations

import json
from pathlib import Path

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.parquet as pq
import pyproj
import shapely

CRS = pyproj.CRS("+proj=laea +lat_0=29.75 +lon_0=121.6 +ellps=GRS80 +units=m +no_defs")
"""Equal areas, so that engines that know no ellipsoid measure the same."""
VERTICES = (2300, 2680, 3060, 3440, 3820, 4200)
CENTRES = [(x, y) for y in (-9000, 9000) for x in (-16500, 0, 16500)]
RADIUS_M, PARCEL_M = 6500, 26
REACH = 1.01
"""Parcels lie up to this share of a zone's area, so some lie outside."""
AT_ONCE = 250_000


def zones() -> gpd.GeoDataFrame:
    """Six disjoint, jagged zones of 2,300 to 4,200 vertices."""
    random = np.random.default_rng(6)
    shapes = []
    for (x, y), vertices in zip(CENTRES, VERTICES, strict=True):
        angle = np.linspace(0, 2 * np.pi, vertices, endpoint=False)
        radius = _radius(angle) * (1 + 0.001 * random.standard_normal(vertices))
        shapes.append(shapely.Polygon(np.column_stack([x + radius * np.cos(angle), y + radius * np.sin(angle)])))
    return gpd.GeoDataFrame({"zone_id": [f"z{number}" for number in range(1, 7)]}, geometry=shapes, crs=CRS)


def _radius(angle: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    return RADIUS_M * (1 + 0.15 * np.sin(3 * angle) + 0.05 * np.sin(11 * angle) + 0.01 * np.sin(57 * angle))


def write_parcels(file: Path, count: int, crs: str | None = None) -> None:
    """GeoParquet of polygons of 4 to 9 corners, some 50 m across, 1 % outside the zones and 1.8 % on a border."""
    target = CRS if crs is None else pyproj.CRS(crs)
    geo = {
        "version": "1.1.0",
        "primary_column": "geometry",
        "columns": {"geometry": {"encoding": "WKB", "geometry_types": ["Polygon"], "crs": target.to_json_dict()}},
    }
    schema = pa.schema([("parcel_id", pa.string()), ("geometry", pa.binary())], {"geo": json.dumps(geo)})
    project = None if crs is None else pyproj.Transformer.from_crs(CRS, target, always_xy=True)
    with pq.ParquetWriter(file, schema, compression="zstd") as writer:
        for begin in range(0, count, AT_ONCE):
            size = min(AT_ONCE, count - begin)
            ids = [f"330212{number:012}" for number in range(begin, begin + size)]
            writer.write_table(pa.table([ids, _polygons(begin, size, project)], schema=schema))


def _polygons(seed: int, size: int, project: pyproj.Transformer | None) -> pa.Array:
    random = np.random.default_rng(seed)
    corners = random.integers(4, 10, size)
    towards = random.uniform(0, 2 * np.pi, size)
    far = _radius(towards) * np.sqrt(random.uniform(0, REACH, size))
    middle = np.array(CENTRES)[random.integers(0, len(CENTRES), size)]
    middle = middle + far[:, None] * np.column_stack([np.cos(towards), np.sin(towards)])
    radius = PARCEL_M * random.lognormal(0, 0.3, size)
    ring = np.repeat(np.arange(size), corners)
    nth = np.arange(len(ring)) - np.repeat(np.cumsum(corners) - corners, corners)
    angle = 2 * np.pi * (nth + random.uniform(0, 0.7, len(ring))) / corners[ring]
    points = middle[ring] + radius[ring, None] * np.column_stack([np.cos(angle), np.sin(angle)])
    if project is not None:
        points = np.column_stack(project.transform(*points.T))
    rings = shapely.linearrings(points, indices=ring)
    return pa.array(shapely.to_wkb(shapely.polygons(rings)), pa.binary())
