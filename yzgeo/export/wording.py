"""A layer in the words of offices: columns by their Chinese titles, codes and zones by their names."""

from __future__ import annotations

from types import ModuleType

import geopandas as gpd

from yzgeo.core import labels
from yzgeo.core.i18n import Lang
from yzgeo.export.flat_tables import title
from yzgeo.export.metadata import LayerMetadata
from yzgeo.plan.model import Plan


def in_words(
    layer: ModuleType, frame: gpd.GeoDataFrame, metadata: LayerMetadata, plan: Plan, lang: Lang
) -> tuple[gpd.GeoDataFrame, LayerMetadata]:
    """The frame and metadata of a layer whose module has `WORDED`, for a file in Chinese; others are unchanged.

    Columns that have no title of ours keep their names, which differ from all titles (`ledger.other_columns`).

    >>> from yzgeo.layers import parcels
    >>> from yzgeo.export.metadata import layer_metadata
    >>> from yzgeo.plan.load import load
    >>> plan = load("yinzhou")
    >>> frame = gpd.GeoDataFrame({"parcel_id": ["A"], "status": ["recovered"]}, geometry=[None])
    >>> worded, _ = in_words(parcels, frame, layer_metadata(plan, "parcels", frame, "zh"), plan, "zh")
    >>> print(worded.drop(columns="geometry").to_dict("records"))
    [{'地块编号': 'A', '状态': '已盘活'}]
    """
    coded = getattr(layer, "WORDED", None)
    if coded is None or lang != "zh":
        return frame, metadata
    names = plan.zones.set_index("zone_id")["name"]
    words = {column: frame[column].map(lambda code: labels.value(code, lang)) for column in coded if column in frame}
    if "zone_id" in frame:
        words["zone_id"] = frame["zone_id"].map(lambda zone: names.get(zone, zone), na_action="ignore")
    titles = {str(name): title(str(name)).zh for name in frame.columns if name != frame.geometry.name}
    symbology = metadata.symbology
    symbols = tuple(
        symbol._replace(
            where={
                titles.get(column, column): str(labels.value(value, lang)) if column in coded and value else value
                for column, value in symbol.where.items()
            }
        )
        for symbol in symbology.symbols
    )
    number = symbology.number and titles.get(symbology.number)
    return (
        frame.assign(**words).rename(columns=titles),
        metadata._replace(symbology=symbology._replace(symbols=symbols, number=number)),
    )
