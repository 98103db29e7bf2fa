"""A plan as a folium map to work on: each layer by its own style, names on hovering. The page of `build` is another."""

from __future__ import annotations

import html
from typing import Any

import folium

from yzgeo.core.i18n import Lang, bilingual
from yzgeo.core.palette import zone_colours
from yzgeo.core.values import json_value
from yzgeo.plan.extent import extent
from yzgeo.plan.model import Plan
from yzgeo.publish.context import drawn_layers, ordered_layers
from yzgeo.publish.drawn_shapes import drawn_shapes
from yzgeo.publish.offline.escaping import escape
from yzgeo.publish.offline.standalone import standalone

HEIGHT_PX = 480


class PlanMap(folium.Map):
    """A folium map that notebooks show without a network: in a frame of its own, as `standalone` makes it."""

    def _repr_html_(self, **kwargs: Any) -> str:
        page = html.escape(standalone(self))
        style = f"width:100%;height:{HEIGHT_PX}px;border:0"
        return f'<iframe srcdoc="{page}" sandbox="allow-scripts" style="{style}" title="地图 / map"></iframe>'


def plan_map(plan: Plan, lang: Lang = "zh") -> PlanMap:
    """The layers of a plan on a folium map without a basemap; more can be added to it as to any.

    Parameters
    ----------
    plan
        The plan.
    lang
        Language of the names of layers and things.

    >>> from yzgeo.plan.load import load
    >>> chart = plan_map(load("yinzhou"), "en")
    >>> print([child.layer_name for child in chart._children.values() if isinstance(child, folium.GeoJson)][-3:])
    ['Zones', 'Parks', 'Projects']
    """
    frames = {name: layer.frame(plan) for name, layer in ordered_layers().items()}
    chart = PlanMap(tiles=None, control_scale=True)
    colours = zone_colours(plan.zones["zone_id"], plan.zones["kind"])
    for name, layer in drawn_layers(frames).items():
        rows, styles = drawn_shapes(layer, frames[name], colours)
        if not rows:
            continue
        _drawn(rows, styles, layer.TITLE.of(lang), lang).add_to(chart)
    west, south, east, north = extent(plan)
    chart.fit_bounds([[south, west], [north, east]])
    folium.LayerControl(collapsed=True).add_to(chart)
    return chart


def _drawn(rows: list[dict[str, Any]], styles: dict[str, dict[str, Any]], title: str, lang: Lang) -> folium.GeoJson:
    named = [{**row, "properties": {"name": escape(_name(row["properties"], lang))}} for row in rows]
    return folium.GeoJson(
        {"type": "FeatureCollection", "features": named},
        name=escape(title),
        style_function=lambda feature: styles[feature["id"]],
        marker=folium.CircleMarker(),
        tooltip=folium.GeoJsonTooltip(["name"], labels=False) if any(_named(row) for row in rows) else None,
    )


def _named(row: dict[str, Any]) -> bool:
    return bool(_name(row["properties"], "zh"))


def _name(properties: dict[str, Any], lang: Lang) -> str:
    """What a row is called: its name, of a parcel its number."""
    zh = json_value(properties.get("name")) or json_value(properties.get("parcel_id")) or ""
    return bilingual(str(zh), json_value(properties.get("name_en"))).of(lang)
