"""Several ledgers as one: files, layers and sheets, and what a plan has already."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import pandas as pd

from yzgeo.core.errors import InputError, Parameter
from yzgeo.core.i18n import Text
from yzgeo.ledger.ledger import COLUMNS
from yzgeo.ledger.numbers import number_keys
from yzgeo.ledger.other_columns import plain_cells
from yzgeo.readers.source import WHOLE_ROW, Change
from yzgeo.spatial.crs import CGCS2000

Same = Literal["replace", "skip"]
REPLACED = Text("同号的旧地块按要求由这一行替换", "replaces the parcel of the same number, as asked")
LATER = Text("后面有同号的一行，按要求以后者为准", "a later row has the number and counts, as asked")
SKIPPED = Text("同号的地块已有，按要求略过", "a parcel of this number is there already: skipped, as asked")
SAME_REMEDY = Text(
    "核对编号；也可指明略过后来的，或以后来的替换",
    "check the number, or say that the later one is skipped, or replaces the earlier",
)


class Stacked(NamedTuple):
    """One ledger of several: the rows of all, the changes to each part, and how many numbers stood in two parts."""

    frame: gpd.GeoDataFrame
    changes: list[list[Change]]
    repeated: int


def stack(parts: Sequence[tuple[Text, gpd.GeoDataFrame]], same: Same | None = None) -> Stacked:
    """The rows of several ledgers, in their order.

    Parameters
    ----------
    parts
        What each is called in messages, and its rows: the columns of a ledger and others, indexed by row. Rows of one
        part may share a number: drawn, they are parts of one parcel.
    same
        What a number that an earlier part has already means: refused (None), replaces the earlier rows, or is skipped.
        Rows of one part that share a number and have no shape are taken in the same way, and stay where it is None.

    Raises
    ------
    InputError
        When a number stands in two parts and nothing is said of it.

    >>> from yzgeo.core.i18n import plain
    >>> old = gpd.GeoDataFrame({"parcel_id": ["A1", "A2"], "town": ["甲", "甲"]}, geometry=[None, None], crs=4490)
    >>> new = gpd.GeoDataFrame({"parcel_id": ["A 2"], "town": ["乙"]}, geometry=[None], crs=4490)
    >>> print(stack([(plain("old"), old), (plain("new"), new)], "replace").frame["town"].tolist())
    ['甲', '乙']
    """
    keys = [number_keys(frame["parcel_id"]) for _, frame in parts]
    keep = [pd.Series(True, index=range(len(frame))) for _, frame in parts]
    changes: list[list[Change]] = [[] for _ in parts]
    seen: set[str] = set()
    repeated = 0
    for place, (_, frame) in enumerate(parts):
        gives_way = _gives_way(keys[place], frame, same)
        keep[place] &= ~gives_way
        for row, number in frame["parcel_id"][gives_way].items():
            changes[place].append(Change(int(row), WHOLE_ROW, number, "", SKIPPED if same == "skip" else LATER))
        is_repeated = keys[place].isin(seen).to_numpy()
        again = set(keys[place][is_repeated])
        repeated += len(again)
        if again and same is None:
            raise _refuse_repeated(parts, keys, place, int(is_repeated.argmax()))
        if same == "skip":
            keep[place] &= ~is_repeated
        else:
            for before in range(place):
                keep[before] &= ~keys[before].isin(again).to_numpy()
        field, why = (WHOLE_ROW, SKIPPED) if same == "skip" else ("parcel_id", REPLACED)
        for row, number in frame["parcel_id"][is_repeated & ~gives_way].items():
            changes[place].append(Change(int(row), field, number, "" if same == "skip" else number, why))
        seen |= set(keys[place].dropna())
    frames = [frame[kept.to_numpy()] for (_, frame), kept in zip(parts, keep, strict=True)]
    return Stacked(_concatenated(frames), changes, repeated)


def _gives_way(keys: pd.Series, frame: gpd.GeoDataFrame, same: Same | None) -> npt.NDArray[np.bool_]:
    """Which rows of one part give way to another row of their number there; none that is drawn."""
    if same is None:
        return np.zeros(len(keys), dtype=bool)
    again = keys.notna() & keys.duplicated(keep="last" if same == "replace" else "first")
    drawn = set(keys[frame.geometry.notna().to_numpy()].dropna())
    gives_way: npt.NDArray[np.bool_] = (again & ~keys.isin(drawn)).to_numpy(dtype=bool)
    return gives_way


def _refuse_repeated(
    parts: Sequence[tuple[Text, gpd.GeoDataFrame]], keys: Sequence[pd.Series], place: int, at: int
) -> InputError:
    """The refusal of a number, at a position of a part, that an earlier part has."""
    key = keys[place].iloc[at]
    before = next(one for one in range(place) if (keys[one] == key).any())
    first = keys[before].index[(keys[before] == key).to_numpy().argmax()]
    earlier, label, row = parts[before][0], parts[place][0], parts[place][1].index[at]
    return InputError(
        Text(
            f"编号“{key}”已在{earlier.zh}中（第 {first} 行）",
            f"the number '{key}' stands in {earlier.en} already (row {first})",
        ),
        SAME_REMEDY,
        file=label.en, row=int(row), column="parcel_id", parameter=Parameter("replace", other="skip"),
    )  # fmt: skip


def _concatenated(frames: Sequence[gpd.GeoDataFrame]) -> gpd.GeoDataFrame:
    """The rows of all; a column that is of several types is text, and one that a part lacks is missing there."""
    names = list(dict.fromkeys([*COLUMNS, *(name for frame in frames for name in frame.columns)]))
    names = [name for name in names if name != "geometry" and any(name in frame for frame in frames)]
    columns = {}
    for name in names:
        parts = [frame[name] if name in frame else pd.Series(index=frame.index, dtype=object) for frame in frames]
        filled = [part for part in parts if part.notna().any()]
        cells = pd.concat([part.astype(object) for part in parts], ignore_index=True)
        if name in COLUMNS:
            columns[name] = cells.astype(COLUMNS[name])
        elif len({str(part.dtype) for part in filled}) == 1 and filled[0].dtype.kind != "i":
            columns[name] = cells.astype(filled[0].dtype)
        else:
            plain = plain_cells(cells)
            columns[name] = cells.astype("str") if plain is None else plain
    geometry = [shape for frame in frames for shape in frame.geometry]
    return gpd.GeoDataFrame(columns, geometry=gpd.GeoSeries(geometry, index=range(len(geometry)), crs=CGCS2000))
