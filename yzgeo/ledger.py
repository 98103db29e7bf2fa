"""The parcel ledger: low-efficiency land parcel by parcel, identified, under way or recovered."""

from __future__ import annotations

from pathlib import Path

import geopandas as gpd
import pandas as pd
import pyogrio

from yzgeo.crs import CGCS2000, parse
from yzgeo.errors import InputError
from yzgeo.i18n import Text

STORED = "parcels.parquet"
"""The file of a plan folder that holds its ledger, as `yzgeo import parcels` writes it."""
COLUMNS = {
    "parcel_id": "str",
    "status": "str",
    "recovered_on": "str",
    "measure": "str",
    "area_mu": "float64",
    "block_class": "str",
    "town": "str",
    "land_use_code": "str",
    "floor_area_m2": "float64",
    "tax_10k_yuan": "float64",
    "value_added_10k_yuan": "float64",
    "unit_code": "str",
    "note": "str",
}
"""Columns of a ledger and their types; `recovered_on` is an ISO date, `area_mu` the registered area, `unit_code` the
28-digit code of the real-estate unit (不动产单元代码)."""
STATUSES = ("identified", "under_way", "recovered")


def empty() -> gpd.GeoDataFrame:
    """A ledger without parcels.

    >>> print(len(empty()), "parcels")
    0 parcels
    """
    columns = {name: pd.Series(dtype=kind) for name, kind in COLUMNS.items()}
    return gpd.GeoDataFrame(columns, geometry=gpd.GeoSeries([], crs=CGCS2000))


def read(file: Path, mapping: dict[str, str] | None = None, crs: str | None = None) -> gpd.GeoDataFrame:
    """The ledger of a file: its columns typed, those it lacks missing, geometry in EPSG:4490.

    `mapping` names the file's columns by ours where they are called otherwise; `crs` is that of the coordinates.
    """
    frame = gpd.read_parquet(file) if file.suffix == ".parquet" else pyogrio.read_dataframe(file)
    frame = frame.rename(columns={theirs: ours for ours, theirs in (mapping or {}).items()})
    if "geometry" not in frame:
        frame = gpd.GeoDataFrame(frame, geometry=[None] * len(frame), crs=CGCS2000)
    if crs is not None:
        frame = frame.set_crs(parse(crs), allow_override=True)
    if "parcel_id" not in frame or frame.empty:
        raise InputError(
            Text("没有地块或没有 parcel_id 列", "has no parcels, or no column parcel_id"),
            Text("补上地块编号", "add the parcels' numbers"),
            file=str(file),
        )
    for name, kind in COLUMNS.items():
        frame[name] = frame.get(name, pd.Series(index=frame.index)).astype(kind)
    return frame[[*COLUMNS, "geometry"]].to_crs(CGCS2000)


def stored(folder: Path) -> gpd.GeoDataFrame:
    """The ledger that lies in a plan folder; empty where there is none."""
    file = folder / STORED
    return read(file) if file.is_file() else empty()
