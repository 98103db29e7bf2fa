"""Compare the registered areas of parcels with the drawn ones while a ledger is read: most slips are slips of the unit."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from yzgeo.core.errors import InputError, Parameter
from yzgeo.core.i18n import Text
from yzgeo.core.units import M2_PER_MU, MU_PER_AREA_UNIT, english
from yzgeo.spatial.crs import equal_area

MU_PER_UNIT = {unit: MU_PER_AREA_UNIT[unit] for unit in ("亩", "平方米", "公顷", "平方公里")}
"""The units that are told apart by their ratio: 万平方米 is a hectare."""
SAME_RATIO = 0.1
"""How far a ratio of areas may lie from that of two units and still be it."""
MOST_PARCELS = 0.5
"""Where more parcels than this share have the ratio of two units, the column is in the other unit."""
DIFFERENT = 0.05
"""Registered and drawn areas of one parcel that differ by more are told at once; rule parcel-area holds all to 1 %."""


def ratios(parcels: gpd.GeoDataFrame) -> pd.DataFrame:
    """Registered and drawn area by parcel number, where there are both.

    Parameters
    ----------
    parcels
        `parcel_id`, `area_mu`, and areas in EPSG:4490.

    Returns
    -------
    DataFrame
        `registered_mu`, `drawn_mu` and their `ratio`, indexed by the first row of each parcel. Several shapes of one
        number are one parcel; its registered area is the one that all rows repeat, or else their sum.

    >>> shape = shapely.box(121.6, 29.8, 121.601, 29.801)
    >>> parcels = gpd.GeoDataFrame({"parcel_id": ["A"], "area_mu": [241.2]}, geometry=[shape], crs=4490)
    >>> print(f"{ratios(parcels)['ratio'].iloc[0]:.2f}")
    15.00
    """
    both = parcels[parcels["area_mu"].gt(0) & np.isfinite(parcels["area_mu"]) & parcels.geometry.notna()]
    if both.empty:
        return pd.DataFrame({"registered_mu": [], "drawn_mu": [], "ratio": []}, dtype="float64")
    drawn = shapely.area(both.geometry.to_crs(equal_area(both.geometry)).to_numpy()) / M2_PER_MU
    rows = pd.DataFrame(
        {
            "row": both.index,
            "parcel_id": both["parcel_id"].to_numpy(),
            "registered": both["area_mu"].to_numpy(),
            "drawn": drawn,
        }
    )
    groups = rows.groupby("parcel_id", sort=False)
    table = pd.DataFrame(
        {
            "registered_mu": groups["registered"]
            .sum()
            .where(groups["registered"].nunique() > 1, groups["registered"].first()),
            "drawn_mu": groups["drawn"].sum(),
        }
    ).set_axis(pd.Index(groups["row"].first(), name="row"))
    table = table[table["drawn_mu"] > 0]
    return table.assign(ratio=table["registered_mu"] / table["drawn_mu"])


def refuse_other_unit(file: Path, areas: pd.DataFrame, column: str | None, mapping: Mapping[str, str]) -> None:
    """Refuse registered areas that are the drawn ones in another unit, unless the user named the column.

    Parameters
    ----------
    file
        Named in refusals.
    areas
        The `ratios` of its parcels.
    column
        The file's column of the registered area.
    mapping
        The user's mapping of columns.

    Raises
    ------
    InputError
        Where the ratio over most parcels is that of two units (15, 666.7, 10,000 or their inverse …).
    """
    if column is None or "area_mu" in mapping or column == "area_mu":
        return
    for taken_for, written in _pairs():
        rate = MU_PER_UNIT[taken_for] / MU_PER_UNIT[written]
        alike = (areas["ratio"] / rate - 1).abs() <= SAME_RATIO
        if len(areas) and alike.mean() > MOST_PARCELS:
            row = alike.idxmax()
            registered, drawn = areas.loc[row, ["registered_mu", "drawn_mu"]]
            raise InputError(
                Text(
                    f"登记面积 {registered:,.6g} 亩，图形面积 {drawn:,.6g} 亩，相差 {rate:,.4g} 倍（{len(areas)} 个地块中的"
                    f" {int(alike.sum())} 个），像是把{written}当成了{taken_for}",
                    f"registered {registered:,.6g} mu, drawn {drawn:,.6g} mu, {rate:,.4g} times (so in {int(alike.sum())} of "
                    f"{len(areas)} parcels): {english(written).after} seem to be taken for {english(taken_for).after}",
                ),
                Text(
                    f"在列名中写明真正的单位，如“面积（{written}）”；若登记面积无误，指明这一列照用",
                    f"name the true unit in the header, as in 面积（{written}）, or say that the column is right as it is",
                ),
                file=str(file), row=int(row), column=column,
                parameter=Parameter("mapping", Text(f"area_mu={column}", f"area_mu={column}")),
            )  # fmt: skip


def apart(areas: pd.DataFrame) -> pd.DataFrame:
    """The `ratios` of parcels whose registered and drawn area differ by more than `DIFFERENT`.

    >>> areas = pd.DataFrame({"registered_mu": [20.0, 10.1], "drawn_mu": [16.0, 10.0], "ratio": [1.25, 1.01]}, index=[2, 3])
    >>> print(apart(areas).index.tolist())
    [2]
    """
    return areas[(areas["ratio"] - 1).abs() > DIFFERENT]


def doubt(areas: pd.DataFrame) -> Text | None:
    """What to tell, by the `ratios` of parcels, of those whose registered and drawn area differ much; None where there are none.

    >>> shape = shapely.box(121.6, 29.8, 121.601, 29.801)
    >>> parcels = gpd.GeoDataFrame({"parcel_id": ["A"], "area_mu": [20.0]}, geometry=[shape], crs=4490, index=[2])
    >>> print(doubt(ratios(parcels)).en)
    registered and drawn area differ by more than 5% in 1 parcel (row 2: 20 and 16.08 mu); the registered one counts
    """
    differing = apart(areas)
    if differing.empty:
        return None
    row, first, count = differing.index[0], differing.iloc[0], len(differing)
    figures = f"{first['registered_mu']:,.4g}", f"{first['drawn_mu']:,.4g}"
    return Text(
        f"{count} 个地块的登记面积与图形面积相差超过 {DIFFERENT:.0%}（第 {row} 行：{figures[0]} 亩与 {figures[1]} 亩），按登记面积计",
        f"registered and drawn area differ by more than {DIFFERENT:.0%} in {count} parcel{'s' if count > 1 else ''} "
        f"(row {row}: {figures[0]} and {figures[1]} mu); the registered one counts",
    )


def _pairs() -> list[tuple[str, str]]:
    return [(one, other) for one in MU_PER_UNIT for other in MU_PER_UNIT if one != other]
