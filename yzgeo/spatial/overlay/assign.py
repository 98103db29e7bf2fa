"""Which parcel lies in which zone, and by how much."""

from __future__ import annotations

import math
import os
from concurrent.futures import ThreadPoolExecutor

import geopandas as gpd
import numpy as np
import pandas as pd

from yzgeo.core.errors import InputError
from yzgeo.core.i18n import Text
from yzgeo.spatial.overlay.prepared_zones import Overlaps, PreparedZones, overlay, prepare, require_crs, tolerate
from yzgeo.spatial.overlay.wkb_rings import rings_of_geometries

AT_ONCE = 32768
"""Most parcels that a thread works on at a time: their coordinates fit into the cache."""
SAMPLE = 2000
"""Parcels whose coordinates tell to what they were rounded."""


def assign(
    parcels: gpd.GeoDataFrame,
    zones: gpd.GeoDataFrame,
    parcel_id: str = "parcel_id",
    zone_id: str = "zone_id",
    min_overlap_m2: float | None = None,
) -> pd.DataFrame:
    """Overlap of every parcel with every zone.

    Parameters
    ----------
    parcels, zones
        Polygons in any CRS, each with the column that names it. Zones may have holes and parts, touch and overlap;
        zones of one name are merged. Parcels that cross themselves are repaired first (the area that their rings
        enclose counts); lines, points, empty and missing geometry overlap no zone.
    parcel_id, zone_id
        Those columns.
    min_overlap_m2
        Parts of parcels that are smaller overlap no zone. Without it, those thinner on average than two drawings of one
        border may differ by, to judge by the digits of the coordinates: `thinnest_m` of `coordinate_rounding`. Their
        area counts to the largest overlap of their parcel, if there is another. 0 keeps all.

    Returns
    -------
    DataFrame
        `parcel_id, zone_id, overlap_m2, share`: a row per overlapping pair, and a row per parcel that overlaps
        no zone (`zone_id` missing, both figures 0), in the order of the parcels and then of the zones. A parcel in
        zones that overlap has a row, and its full area, for each. Areas are ellipsoidal: measured in the Lambert
        azimuthal equal-area projection centred on the zones, or in the parcels' own CRS where that is an equal-area
        projection in metres; `share` is of the parcel's own area. What merely touches in the parcels' CRS does not
        overlap. The `attrs` tell `thinnest_m`, `dropped` (how many overlaps are none for that) and `dropped_m2`.

    Raises
    ------
    InputError
        When a CRS or a column is missing, no zone has an outline, or coordinates do not fit their CRS.

    >>> from shapely import box
    >>> zone = gpd.GeoDataFrame({"zone_id": ["north"]}, geometry=[box(121.5, 29.6, 121.6, 29.7)], crs=4490)
    >>> parcel = gpd.GeoDataFrame({"parcel_id": ["A"]}, geometry=[box(121.59, 29.61, 121.61, 29.62)], crs=4490)
    >>> print(f"{assign(parcel, zone)['share'].iloc[0]:.3f} of A in north")
    0.500 of A in north
    """
    require_column(parcels, parcel_id)
    require_column(zones, zone_id)
    if parcels.empty or (zones.geometry.isna() | zones.geometry.is_empty).all():
        return _table(parcels[parcel_id], pd.Series(dtype="str"), _outside(len(parcels)))
    outlines = zones.geometry.to_numpy()
    crs = require_crs(parcels.crs)
    prepared_zones = prepare(zones[zone_id].tolist(), outlines, zones.crs, crs, len(parcels))
    sample = parcels.geometry.to_numpy()[:: math.ceil(len(parcels) / SAMPLE)]
    prepared_zones = tolerate(prepared_zones, sample, crs, min_overlap_m2)
    overlaps = _overlaps(parcels, prepared_zones)
    rows = _table(parcels[parcel_id], pd.Series(prepared_zones.names), overlaps)
    rows.attrs = {
        "thinnest_m": prepared_zones.thinnest_m, "dropped": overlaps.dropped, "dropped_m2": overlaps.dropped_m2
    }  # fmt: skip
    return rows


def require_column(frame: pd.DataFrame, name: str) -> None:
    """Refuse a table that lacks a column, naming those it has.

    Raises
    ------
    InputError
        Then.
    """
    if name not in frame:
        has = [str(column) for column in frame.columns]
        raise InputError(
            Text(f"没有 {name} 列", f"there is no column {name}"),
            Text(f"指定其一：{'、'.join(has)}", f"name one of: {', '.join(has)}"),
            column=name,
        )


def _overlaps(parcels: gpd.GeoDataFrame, prepared_zones: PreparedZones) -> Overlaps:
    all_shapes = parcels.geometry.to_numpy()

    def chunk(begin: int, end: int) -> Overlaps:
        shapes = np.asarray(all_shapes[begin:end], dtype=object)
        overlaps = overlay(*rings_of_geometries(shapes), len(shapes), shapes.__getitem__, prepared_zones)
        return overlaps._replace(parcel=overlaps.parcel + begin)

    threads = os.cpu_count() or 1
    rounds = math.ceil(len(parcels) / (AT_ONCE * threads))  # even shares, so that no thread waits for the last one
    ends = np.linspace(0, len(parcels), rounds * threads + 1).astype(int).tolist()
    with ThreadPoolExecutor(threads) as pool:
        overlaps = list(pool.map(chunk, ends[:-1], ends[1:]))
    if not overlaps:
        return _outside(0)
    # The caller sees the repaired and the non-areal parcels in its own table.
    parcel, zone, overlap, share = (
        np.concatenate(column) for column in zip(*(one[:4] for one in overlaps), strict=True)
    )
    dropped, dropped_m2 = sum(one.dropped for one in overlaps), sum(one.dropped_m2 for one in overlaps)
    return Overlaps(parcel, zone, overlap, share, dropped=dropped, dropped_m2=dropped_m2)


def _outside(count: int) -> Overlaps:
    return Overlaps(np.arange(count), np.full(count, -1), np.zeros(count), np.zeros(count))


def _table(parcel_ids: pd.Series, zone_names: pd.Series, overlaps: Overlaps) -> pd.DataFrame:
    names = zone_names.convert_dtypes() if pd.api.types.is_integer_dtype(zone_names) else zone_names.astype("str")
    return pd.DataFrame(
        {
            "parcel_id": parcel_ids.take(overlaps.parcel).array,
            "zone_id": names.array.take(overlaps.zone, allow_fill=True),
            "overlap_m2": overlaps.overlap_m2,
            "share": overlaps.share,
        }
    )
