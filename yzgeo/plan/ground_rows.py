"""The layers of a ground as tables for other programs: each feature with what its source says of it."""

from __future__ import annotations

from typing import Any

import geopandas as gpd
import pandas as pd

from yzgeo.plan.model import Plan
from yzgeo.spatial.crs import CGCS2000

WHERE_ABOUT, AS_MAPPED = "where_about", "as_mapped"
"""What a shape is: a schematic one, or one as its source maps it."""


def ground_rows(plan: Plan, layer: str) -> gpd.GeoDataFrame:
    """One layer of the ground (EPSG:4490); no row where the plan does without.

    Columns: `name, name_en, class, basis` (`as_mapped` or `where_about`), `accuracy_m, source` (its title), `licence`; of
    towns also `rank`.

    >>> from yzgeo.plan.load import load
    >>> lakes = ground_rows(load("yinzhou"), "water").set_index("name")
    >>> print(*lakes.loc["东钱湖", ["class", "basis", "accuracy_m", "licence"]])
    lake where_about 1000.0 ODbL-1.0
    """
    columns = ["name", "name_en", "class", "basis", "accuracy_m", "source", "licence"]
    columns += ["rank"] if layer == "towns" else []
    if layer not in plan.ground:
        empty: dict[str, Any] = {
            column: pd.Series(dtype="float64" if column.endswith("_m") else "str") for column in columns
        }
        return gpd.GeoDataFrame(empty, geometry=gpd.GeoSeries([], crs=CGCS2000))
    rows = plan.ground[layer]
    of_source = plan.ground_sources[plan.ground_sources["layer"] == layer].set_index("source_id")
    told = rows.assign(
        basis=rows["schematic"].map({True: WHERE_ABOUT, False: AS_MAPPED}).astype("str"),
        accuracy_m=rows["source"].map(of_source["accuracy_m"]).astype("float64"),
        licence=rows["source"].map(of_source["licence"]).astype("str"),
        source=rows["source"].map(of_source["title"]).astype("str"),
    )
    return gpd.GeoDataFrame(told[[*columns, "geometry"]])
