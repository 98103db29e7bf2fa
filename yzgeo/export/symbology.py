"""The symbology of a layer in other GIS, computed from the layer's own `style`.

A layer with several symbols names in `STYLED_BY` the columns that select them; one with graduated symbols names in
`SIZED_BY` the column, the smallest radius and the pixels per root of it. QML, SLD, KML and DXF use this symbology.
"""

from __future__ import annotations

from types import ModuleType
from typing import Any, NamedTuple

import geopandas as gpd
import pandas as pd

from yzgeo.core import labels
from yzgeo.core.i18n import Lang, Text, bilingual, plain
from yzgeo.core.palette import zone_colours
from yzgeo.core.values import json_value
from yzgeo.plan.model import Plan

LABEL_COLUMN = "name"
NO_ZONE = Text("不在单一片区内", "in no single zone")
Path = dict[str, Any]
"""Leaflet path options from `style` of a layer: colours as #rrggbb, lengths in px."""


class Symbol(NamedTuple):
    """One symbol of a layer: its path options, and the column values (`where`) of the features that it draws."""

    where: dict[str, str | None]
    title: Text
    path: Path


class Size(NamedTuple):
    """Radius of a point symbol in px: `smallest_px` + `px_per_root` * √column."""

    column: str
    smallest_px: float
    px_per_root: float


class Symbology(NamedTuple):
    """All symbols of a layer, the graduated size, the label column, and the column of numbers where features have some."""

    symbols: tuple[Symbol, ...]
    size: Size | None
    label: str | None
    number: str | None = None


def symbology(layer: ModuleType, frame: gpd.GeoDataFrame, plan: Plan) -> Symbology:
    """The symbology of a layer: one symbol per combination of `STYLED_BY` among features with geometry.

    >>> from yzgeo.core import plugins
    >>> from yzgeo.plan.load import load
    >>> plan, zones = load("yinzhou"), plugins.load("yzgeo.layers", "zones")
    >>> first = symbology(zones, zones.frame(plan), plan).symbols[0]
    >>> print(first.title.zh, first.where, first.path["dashArray"])
    明州经济开发区核心区 · 示意范围 {'zone_id': 'mingzhou', 'outline_basis': 'schematic'} 7 5
    """
    columns = list(getattr(layer, "STYLED_BY", ()))
    colours = zone_colours(plan.zones["zone_id"], plan.zones["kind"])
    zones = plan.zones[["zone_id", "name", "name_en"]].itertuples(index=False, name=None)
    names = {zone_id: bilingual(name, name_en) for zone_id, name, name_en in zones}
    located = frame[frame.geometry.notna()]
    kinds = located.drop_duplicates(columns) if columns else located.head(1)
    symbols = []
    for row in kinds.drop(columns=frame.geometry.name).to_dict("records"):
        properties = {column: json_value(value) for column, value in row.items()}
        where = {column: properties[column] for column in columns}
        symbols.append(Symbol(where, _title(layer, where, names), layer.style(properties, colours)))
    order = {zone_id: place for place, zone_id in enumerate(names)}
    symbols.sort(key=lambda symbol: order.get(symbol.where.get("zone_id") or "", len(order)))
    sized = getattr(layer, "SIZED_BY", None)
    named = LABEL_COLUMN in frame and getattr(layer, "LABELLED", True)
    return Symbology(
        tuple(symbols),
        Size(*sized) if sized else None,
        LABEL_COLUMN if named else None,
        getattr(layer, "NUMBERED_BY", None),
    )


def rows_of_symbol(frame: pd.DataFrame, symbol: Symbol) -> pd.Series:
    """Which rows of a layer a symbol draws, (n,) bool."""
    is_selected = pd.Series(data=True, index=frame.index)
    for column, value in symbol.where.items():
        is_selected &= frame[column].isna() if value is None else frame[column] == value
    return is_selected


def _title(layer: ModuleType, where: dict[str, str | None], names: dict[str, Text]) -> Text:
    if not where:
        title: Text = layer.TITLE
        return title
    return Text(
        *(" · ".join(_word(column, value, names, lang) for column, value in where.items()) for lang in ("zh", "en"))
    )


def _word(column: str, value: str | None, names: dict[str, Text], lang: Lang) -> str:
    if column == "zone_id":
        return (NO_ZONE if value is None else names.get(value, plain(value))).of(lang)
    return "—" if value is None else str(labels.value(value, lang))
