"""The constraint layer: land that forbids building or must hold it, by kind."""

from __future__ import annotations

from typing import Any

import geopandas as gpd
import pandas as pd
import shapely

from yzgeo.core.i18n import Text
from yzgeo.plan import constraint_kinds
from yzgeo.plan.model import Plan
from yzgeo.spatial.crs import equal_area
from yzgeo.spatial.polygon_repair import polygonal

TITLE = Text("管控范围", "Constraints")
ORDER = 0.6
OPTIONAL = True
STYLED_BY = ("kind_name", "effect")
LABELLED = False
FORBIDS, MUST_HOLD = "#8C2F39", "#3F5E74"
MAP_TOLERANCE_M = 5.0
"""What the map shows is simplified by so much: a layer of farmland has millions of vertices."""
COLUMNS = ("constraint_id", "kind", "kind_name", "kind_name_en", "name", "effect", "legal_basis", "source")


def frame(plan: Plan) -> gpd.GeoDataFrame:
    """A row per constraint; polygons (EPSG:4490), no row where the plan has none.

    Columns: `constraint_id, kind` (code or an office's own word), `kind_name, kind_name_en, name, effect` ("forbids" or
    "must_hold"), `legal_basis, source`.

    >>> from yzgeo.plan.load import load
    >>> print(len(frame(load("yinzhou"))), "constraints came with the plan")
    0 constraints came with the plan
    """
    table = plan.constraints
    pairs = zip(table["kind"], table["effect"], table["basis"].fillna(""), strict=True)
    kinds = [constraint_kinds.described(str(kind), str(effect), str(basis)) for kind, effect, basis in pairs]
    named = table.assign(
        kind_name=pd.Series([kind.title.zh for kind in kinds], index=table.index, dtype="str"),
        kind_name_en=pd.Series([kind.title.en for kind in kinds], index=table.index, dtype="str"),
        legal_basis=pd.Series([kind.basis.zh for kind in kinds], index=table.index, dtype="str"),
    )
    return gpd.GeoDataFrame(named[[*COLUMNS, "geometry"]], geometry="geometry", crs=table.crs)


def for_map(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """What the map draws: a shape per kind and effect, simplified; it is looked at, not clicked."""
    whole = frame.dissolve(list(STYLED_BY), as_index=False, sort=False)
    crs = equal_area(whole.geometry)
    coarse = polygonal(shapely.simplify(whole.geometry.to_crs(crs).to_numpy(), MAP_TOLERANCE_M))
    return whole.set_geometry(gpd.GeoSeries(coarse, index=whole.index, crs=crs).to_crs(frame.crs))


def style(properties: dict[str, Any], colours: dict[str, str]) -> dict[str, Any]:
    """Land that forbids is filled, land that must hold has a dashed line and nothing in it."""
    if properties["effect"] == "forbids":
        return {"color": FORBIDS, "weight": 1, "fillColor": FORBIDS, "fillOpacity": 0.18}
    return {"color": MUST_HOLD, "weight": 1.6, "dashArray": "8 3 2 3", "fillColor": MUST_HOLD, "fillOpacity": 0}
