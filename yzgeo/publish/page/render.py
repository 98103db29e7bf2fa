"""The interactive map: folium draws the layers on one offline page, which shows the facts of the plan."""

from __future__ import annotations

import html
from importlib import resources
from types import ModuleType
from typing import Any

import folium
import geopandas as gpd

from yzgeo.core.palette import zone_colours
from yzgeo.publish.context import BuildContext, drawn_layers
from yzgeo.publish.drawn_shapes import drawn_shapes
from yzgeo.publish.offline.elements import last_script, verbatim
from yzgeo.publish.offline.escaping import json_script
from yzgeo.publish.offline.stable_ids import stable_ids
from yzgeo.publish.offline.standalone import standalone
from yzgeo.publish.page import basemaps, parcel_tiles, sheet
from yzgeo.publish.page.data import page_data
from yzgeo.publish.page.repeats import folded

STYLES = tuple(
    f"{part}.css"
    for part in (
        "base",
        "layout",
        "list",
        "overview",
        "panel",
        "map",
        "inside",
        "ground",
        "marks",
        "legend",
        "filter",
        "table",
        "compare",
        "land",
        "scenarios",
        "reading",
        "phone",
        "print",
    )
)
"""In the order of the cascade."""
SCRIPTS = ("page.js",)
"""Bundled from `src/` by `npm run bundle`."""
SHAPE_PROPERTIES = ("zone_id", "park_id", "project_id")
"""The only properties of shapes on the map: ids, which match a pattern. Names reach the page as JSON text only."""
CHROME = """
<div id="yz-app">
<header id="yz-head"><button id="yz-skip" type="button"></button>
<div class="title"><div class="sub" id="yz-subtitle"></div><h1 id="yz-title">{title}</h1></div></header>
<nav id="yz-bar"><div id="yz-short" aria-hidden="true"></div><div id="yz-views" role="tablist"></div>
<div id="yz-search" role="search"><span id="yz-search-sign"></span><input id="yz-query" type="search" autocomplete="off" role="combobox"
aria-autocomplete="list" aria-expanded="false" aria-controls="yz-results"><div id="yz-results" role="listbox" hidden></div>
<div id="yz-search-status" role="status"></div></div>
<button id="yz-menu-button" type="button" aria-controls="yz-menu"></button>
<div id="yz-menu"><div id="yz-tools" role="toolbar"></div><button id="yz-lang" type="button"></button></div></nav>
<div id="yz-filter" role="search" hidden></div>
<main id="yz-main"><div id="yz-stage"><div id="yz-map"></div><div id="yz-hands" role="toolbar"></div>
<div id="yz-key"><p id="yz-unplaced" role="status" hidden></p><details id="yz-legend"></details></div>
<div id="yz-notice" role="status" hidden></div><div id="yz-measure" role="status" hidden></div></div>
<div id="yz-imprint"></div><nav id="yz-rail" hidden></nav>
<button id="yz-grip" type="button"></button>
<div id="yz-list" role="tabpanel" tabindex="0"><div id="yz-view"></div><details id="yz-findings"></details>
<details id="yz-sources"></details></div>
<section id="yz-table" tabindex="0" hidden></section><section id="yz-compare" tabindex="0" hidden></section>
<section id="yz-reading" tabindex="0" hidden></section></main>
<aside id="yz-panel" hidden tabindex="0"></aside>
<dialog id="yz-dialog"></dialog>
</div>
"""


def render(context: BuildContext) -> str:
    """The page as text: it makes no request until the reader chooses an online basemap."""
    plan, lang = context.plan, context.lang
    layers = drawn_layers(context.frames)
    with stable_ids():
        chart: Any = folium.Map(tiles=None, zoom_control=False, zoom_snap=0.25)
        chart.default_js = [link for link in chart.default_js if link[0] == "leaflet"]
        chart.default_css = [link for link in chart.default_css if link[0] == "leaflet_css"]
        colours = zone_colours(plan.zones["zone_id"], plan.zones["kind"])
        shapes = {name: _draw(layer, context.frames[name], colours).add_to(chart) for name, layer in layers.items()}
        tiles = {
            name: folium.TileLayer(**basemap, name=name, show=False).add_to(chart)
            for name, basemap in basemaps.ONLINE.items()
        }
        figure: Any = chart.get_root()
        figure.header.add_child(verbatim(f"<style>{''.join(_asset(name) for name in STYLES)}</style>"), name="yz-style")
        figure.html.add_child(verbatim(CHROME.format(title=html.escape(plan.title(lang)))), name="yz-chrome")
        figure.html.add_child(verbatim(json_script(folded(page_data(context)), "yz-data")), name="yz-data")
        figure.html.add_child(
            verbatim(parcel_tiles.elements(context.frames["parcels"], plan.parcel_land, context.scenarios)),
            name="yz-parcels",
        )
        figure.html.add_child(verbatim(sheet.elements(context)), name="yz-sheet")
        start = f"yzStart({chart.get_name()}, {_variables(shapes)}, {_variables(tiles)});"
        scripts = "\n".join([*(_asset(name) for name in SCRIPTS), start])
        chart.add_child(last_script(scripts))
        return standalone(chart, title=plan.title(lang), lang=lang)


def _asset(name: str) -> str:
    return resources.files("yzgeo.publish.page").joinpath("assets", name).read_text(encoding="utf-8")


def _draw(layer: ModuleType, frame: gpd.GeoDataFrame, colours: dict[str, str]) -> folium.GeoJson:
    """The located rows of a layer as folium draws them, carrying ids only."""
    rows, styles = drawn_shapes(layer, frame, colours)
    slim = [
        {
            **row,
            "properties": {key: row["properties"][key] for key in SHAPE_PROPERTIES if row["properties"].get(key)},
        }
        for row in rows
    ]
    return folium.GeoJson(
        {"type": "FeatureCollection", "features": slim},
        style_function=lambda feature: styles[feature["id"]],
        marker=folium.CircleMarker(),
    )


def _variables(elements: dict[str, Any]) -> str:
    """A JavaScript object that maps names to the variables that folium gives the elements."""
    return "{" + ", ".join(f'"{name}": {element.get_name()}' for name, element in elements.items()) + "}"
