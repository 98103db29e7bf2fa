"""A plan as a folium map to work on: each layer by its own style, names on hovering. The page of `build` is another."""

from __future__ import annotations

import html
from typing import Any

import folium

from yzgeo.core.i18n import Lang, Text, bilingual
from yzgeo.core.palette import zone_colours
from yzgeo.core.values import json_value
from yzgeo.plan.extent import extent
from yzgeo.plan.model import Plan
from yzgeo.publish.context import drawn_layers, ordered_layers
from yzgeo.publish.drawn_shapes import drawn_shapes
from yzgeo.publish.offline.elements import last_script
from yzgeo.publish.offline.escaping import escape
from yzgeo.publish.offline.stable_ids import process_ids
from yzgeo.publish.offline.standalone import standalone

HEIGHT_PX = 480
NOT_TRUSTED = Text(
    "此处是地图。若未显示：信任此笔记本，或重新运行这一格。",
    "A map stands here. Where it is not shown, trust this notebook, or run this cell again.",
)
"""Notebooks from elsewhere are shown without their frames; then this is left, which else the map covers."""
FIT_WHEN_SIZED = """
(function (map) {
  const sized = () => { const { x, y } = map.getSize(); return x > 0 && y > 0; };
  if (sized()) return;
  const fit = map.fitBounds;
  let wanted = null;
  map.fitBounds = (...bounds) => { wanted = bounds; return fit.apply(map, bounds); };
  new ResizeObserver((_, observer) => {
    map.invalidateSize(false);
    if (!sized()) return;
    observer.disconnect();
    delete map.fitBounds;
    if (wanted) fit.apply(map, wanted);
  }).observe(map.getContainer());
})(%s);
"""
"""A frame that is out of sight has no size as yet, and all that is to be shown in it would become a dot."""


class PlanMap(folium.Map):
    """A folium map that notebooks show without a network: in a frame of its own, as `standalone` makes it."""

    def __repr__(self) -> str:
        layers = [f"{layer.layer_name} {len(layer.data['features'])}" for layer in self._layers()]
        return f"<PlanMap: {', '.join(layers)}>"

    def _layers(self) -> list[folium.GeoJson]:
        return [child for child in self._children.values() if isinstance(child, folium.GeoJson)]

    def _repr_html_(self, **kwargs: Any) -> str:
        page = html.escape(standalone(self))
        style = "position:absolute;inset:0;width:100%;height:100%;border:0"
        frame = f'<iframe srcdoc="{page}" sandbox="allow-scripts" style="{style}" title="地图 / map"></iframe>'
        notice = "".join(f"<p>{html.escape(text)}</p>" for text in NOT_TRUSTED)
        return f'<div style="position:relative;height:{HEIGHT_PX}px">{notice}{frame}</div>'


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
    >>> print(chart)
    <PlanMap: District boundary 1, Zones 6, Parks 18, Projects 16>
    """
    frames = {name: layer.frame(plan) for name, layer in ordered_layers().items()}
    colours = zone_colours(plan.zones["zone_id"], plan.zones["kind"])
    west, south, east, north = extent(plan)
    with process_ids():
        chart = PlanMap(tiles=None, control_scale=True, zoom_snap=0.25)
        last_script(FIT_WHEN_SIZED % chart.get_name()).add_to(chart)
        for name, layer in drawn_layers(frames).items():
            rows, styles = drawn_shapes(layer, frames[name], colours)
            if rows:
                _drawn(rows, styles, layer.TITLE.of(lang), lang).add_to(chart)
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
