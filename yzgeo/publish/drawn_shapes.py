"""The rows of a layer as folium draws them, with the style of each."""

from __future__ import annotations

from types import ModuleType
from typing import Any

import geopandas as gpd

from yzgeo.layers.projects import at_each_place
from yzgeo.spatial.geojson import features


def drawn_shapes(
    layer: ModuleType, frame: gpd.GeoDataFrame, colours: dict[str, str]
) -> tuple[list[dict[str, Any]], dict[str, dict[str, Any]]]:
    """The located rows of a layer as GeoJSON features with an id, and the style of each by its id.

    Parameters
    ----------
    layer, frame
        The module of the layer and its frame (EPSG:4490).
    colours
        The colour of each zone by its id.
    """
    located = frame[frame.geometry.notna()].reset_index(drop=True)
    still = {}
    if hasattr(layer, "for_map"):
        located, still = layer.for_map(located), {"interactive": False}
    if (located.geometry.geom_type == "MultiPoint").any():
        located = at_each_place(located)
    rows = [{**row, "id": str(number)} for number, row in enumerate(features(located))]
    return rows, {row["id"]: {**layer.style(row["properties"], colours), **still} for row in rows}
