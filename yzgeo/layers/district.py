"""The district layer: one polygon, which contains all others."""

from __future__ import annotations

from typing import Any

import geopandas as gpd
import pandas as pd

from yzgeo.core.i18n import Text
from yzgeo.core.palette import QUIET
from yzgeo.plan.model import Plan

TITLE = Text("行政区界线", "District boundary")
ORDER = 0


def frame(plan: Plan) -> gpd.GeoDataFrame:
    """One row, none where the plan has no outline: `name`, `district_code`, `source`, polygon (EPSG:4490)."""
    source = plan.district.get("source", pd.Series(None, index=plan.district.index, dtype="str"))
    return gpd.GeoDataFrame(
        {
            "name": plan.district_name.zh,
            "district_code": plan.particulars.get("district_code"),
            "source": source.to_numpy(),
        },
        geometry=plan.district.geometry.to_numpy(),
        crs=plan.district.crs,
    )


def style(properties: dict[str, Any], colours: dict[str, str]) -> dict[str, Any]:
    """A quiet line and a lighter ground."""
    return {"color": QUIET, "weight": 1.2, "fillColor": "#fffdf8", "fillOpacity": 1}
