"""The columns of a file that are none of the ledger's: kept under their own names, in types that every format can hold."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from yzgeo.core import labels
from yzgeo.core.i18n import Text
from yzgeo.ledger.cell_parsing import plain_text
from yzgeo.readers.source import ALL_ROWS, Change

COMPUTED = ("zone_id", "zone_share")
"""Columns that an export adds to a ledger, both together: they are computed anew from the outlines of the zones."""
COMPUTED_PAIRS = (COMPUTED, tuple(labels.COLUMNS[name].zh for name in COMPUTED))
TAKEN = ("fid", "ogc_fid", "gid", "rowid", "geom", "geometry", "wkt", *COMPUTED)
"""Names, in lower case, that formats of exchange or the layer of parcels use for ends of their own."""
BOX_KEYS = {"xmin", "ymin", "xmax", "ymax"}
"""The keys of a bounding box, which GeoParquet keeps beside a shape."""
WHOLE_UP_TO = 2**53
"""Whole numbers above this would be rounded by formats that know floating point only: they stay text."""
RECOMPUTED = Text(
    "导出时加上的片区，按片区范围重新计算",
    "the zone, which an export adds: computed anew from the outlines of the zones",
)
RENAMED = Text("列名与台账的列相同，改名保留", "has the name of a column of the ledger: kept under another one")
BINARY = Text("二进制内容，没有可读的值，未保留", "binary content, which holds no value to read: not kept")


def others(frame: gpd.GeoDataFrame, used: Collection[str], ours: Iterable[str]) -> tuple[pd.DataFrame, list[Change]]:
    """The filled columns of a file that no column of the ledger is read from.

    Parameters
    ----------
    frame
        The features of the file.
    used
        The columns of the file that columns of the ledger are read from.
    ours
        The names of the columns of the ledger.

    Returns
    -------
    DataFrame
        Numbers (int64, Int64 or float64) or text, indexed as `frame`. Names that the ledger or a format needs are
        numbered; formats compare names without regard to capitals, so that is done here, too.
    list of Change
        What was renamed, or could not be kept.

    >>> frame = gpd.GeoDataFrame({"企业": ["甲厂"], "Status": ["在产"], "层数": [3], "空": [None]}, geometry=[None])
    >>> table, changes = others(frame, [], ["status"])
    >>> print(table.to_dict("records"), [change.new for change in changes])
    [{'企业': '甲厂', 'Status_2': '在产', '层数': 3}] ['Status_2']
    """
    columns: dict[str, pd.Series] = {}
    changes: list[Change] = []
    own = [*ours, *COMPUTED]
    taken = {
        name.lower() for name in (*own, *TAKEN, *(labels.COLUMNS[name].zh for name in own if name in labels.COLUMNS))
    }
    names = [str(name) for name in frame.columns if name != frame.geometry.name and name not in used]
    computed = [name for pair in COMPUTED_PAIRS if set(pair) <= set(names) for name in pair]
    for name in names:
        if not frame[name].notna().any():
            continue
        if name in computed:
            changes.append(Change(ALL_ROWS, name, name, "", RECOMPUTED))
            continue
        cells = plain_cells(frame[name])
        if cells is None:
            changes.append(Change(ALL_ROWS, name, name, "", BINARY))
            continue
        if cells.notna().any():
            kept = free_name(name, taken)
            taken.add(kept.lower())
            columns[kept] = cells
            if kept != name:
                changes.append(Change(ALL_ROWS, name, name, kept, RENAMED))
    return pd.DataFrame(columns, index=frame.index), changes


def free_name(name: str, taken: Collection[str]) -> str:
    """The name, numbered from 2 on where it is taken (in lower case).

    >>> print(free_name("用途", {"用途", "用途_2"}), free_name("层数", {"用途"}))
    用途_3 层数
    """
    number, free = 1, name
    while free.lower() in taken:
        number += 1
        free = f"{name}_{number}"
    return free


def plain_cells(cells: pd.Series) -> pd.Series | None:
    """The cells as numbers where all are, else as text; None where they are bytes.

    >>> print(plain_cells(pd.Series([1, None, 2.5], dtype=object)).tolist())
    [1.0, nan, 2.5]
    >>> print(plain_cells(pd.Series([1, "二", pd.Timestamp(2023, 5, 6)], dtype=object)).tolist())
    ['1', '二', '2023-05-06']
    """
    if pd.api.types.is_bool_dtype(cells):
        return cells.map(_text, na_action="ignore").astype("str")
    if pd.api.types.is_integer_dtype(cells):
        whole = cells.astype("int64" if cells.notna().all() else "Int64")
        return whole if whole.dropna().abs().le(WHOLE_UP_TO).all() else cells.map(str, na_action="ignore").astype("str")
    if pd.api.types.is_float_dtype(cells):
        return cells.astype("float64").replace([np.inf, -np.inf], np.nan)
    if isinstance(cells.dtype, pd.StringDtype):
        stripped = cells.str.strip()
        return stripped.mask(stripped == "").astype("str")
    filled = cells.dropna()
    kinds = {type(cell) for cell in filled}
    if all(issubclass(kind, bytes | bytearray | memoryview) for kind in kinds):
        return None
    if all(issubclass(kind, dict) and filled.map(lambda box: set(box) == BOX_KEYS).all() for kind in kinds):
        return pd.Series(None, index=cells.index, dtype="str")
    numeric = all(issubclass(kind, int | float | np.number) and not issubclass(kind, bool) for kind in kinds)
    if numeric and all(issubclass(kind, int | np.integer) for kind in kinds):
        if filled.map(lambda cell: abs(cell) <= WHOLE_UP_TO).all():
            return pd.to_numeric(cells).astype("int64" if len(filled) == len(cells) else "Int64")
    elif numeric:
        return pd.to_numeric(cells, errors="coerce").astype("float64").replace([np.inf, -np.inf], np.nan)
    text = cells.map(_text, na_action="ignore").astype("str")
    return text.mask(text == "").astype("str")


def _text(cell: Any) -> str:
    """A cell as text: lists and objects are JSON, a shape is WKT."""
    if isinstance(cell, bool | np.bool_):
        return "true" if cell else "false"
    if isinstance(cell, shapely.Geometry):
        return shapely.to_wkt(cell)
    if isinstance(cell, np.ndarray):
        cell = cell.tolist()
    if isinstance(cell, dict | list):
        return json.dumps(cell, ensure_ascii=False, default=str)
    return plain_text(cell)
