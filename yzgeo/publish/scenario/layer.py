"""The parcels that a scenario can choose as a layer, with the year in which each is chosen."""

from __future__ import annotations

import geopandas as gpd

from yzgeo.core import plugins
from yzgeo.core.i18n import Lang, Text
from yzgeo.export.metadata import LayerMetadata, layer_metadata
from yzgeo.plan.model import Plan
from yzgeo.publish.scenario.figures import Figures, name_of
from yzgeo.stats import recovery

NAME = "scenario"


def layer(plan: Plan, one: Figures, lang: Lang, name: str = NAME) -> tuple[LayerMetadata, gpd.GeoDataFrame] | None:
    """What the file of the layer says of it, and its rows; None where no parcel has a shape.

    The rows are parcels of the statuses that could be chosen, with the columns of the layer `parcels`, `chosen` (bool),
    `year` (missing where not chosen) and `stability`; polygons (EPSG:4490).
    """
    frame = plugins.load("yzgeo.layers", "parcels").frame(plan)
    frame = frame[frame["status"].isin(one["statuses"]) & frame["parcel_id"].notna() & frame.geometry.notna()]
    frame = frame.drop_duplicates("parcel_id")
    if frame.empty:
        return None
    chosen = {row["parcel_id"]: row for row in one["parcels"]}
    years = frame["parcel_id"].map({key: row["year"] for key, row in chosen.items()})
    frame = frame.assign(
        chosen=years.notna(),
        year=years.astype("Int64"),
        stability=frame["parcel_id"].map({key: row["stability"] for key, row in chosen.items()}).astype("float64"),
    )
    called = name_of(one)
    title = Text(f"{called.zh}：备选地块", f"{called.en}: candidates")
    metadata = layer_metadata(plan, "parcels", frame, lang)._replace(
        layer=name, title=recovery.marked(title) if one["invented"] else title
    )
    return metadata, frame
