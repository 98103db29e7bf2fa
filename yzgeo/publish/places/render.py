"""The page on which places are set, as one file."""

from __future__ import annotations

from importlib import resources
from typing import Any

import folium

from yzgeo.core.i18n import Lang, Text
from yzgeo.plan.model import Plan
from yzgeo.publish.offline.elements import last_script, verbatim
from yzgeo.publish.offline.escaping import json_script
from yzgeo.publish.offline.stable_ids import stable_ids
from yzgeo.publish.offline.standalone import standalone
from yzgeo.publish.places.data import places_data

STYLES = ("places.css", "map.css")
SCRIPT = "places.js"
"""Bundled from `src/` by `npm run bundle`."""


def render(plan: Plan, lang: Lang) -> str:
    """The page as text: it makes no request, and every text of the plan is in it as data only.

    >>> from yzgeo.plan.load import load
    >>> print(render(load("yinzhou"), "en").splitlines()[1])
    <html lang="en">
    """
    title = f"{Text('补地点', 'Places').of(lang)} · {plan.title(lang)}"
    with stable_ids():
        chart: Any = folium.Map(tiles=None, zoom_control=False, zoom_snap=0.25, attributionControl=False)
        chart.default_js = [link for link in chart.default_js if link[0] == "leaflet"]
        chart.default_css = [link for link in chart.default_css if link[0] == "leaflet_css"]
        figure: Any = chart.get_root()
        figure.header.add_child(verbatim(f"<style>{''.join(map(_asset, STYLES))}</style>"), name="yz-style")
        figure.html.add_child(verbatim('<div id="yz-places"></div>'), name="yz-chrome")
        figure.html.add_child(verbatim(json_script(places_data(plan, lang), "yz-data")), name="yz-data")
        chart.add_child(last_script(f"{_asset(SCRIPT)}\nyzPlaces({chart.get_name()});"))
        return standalone(chart, title=title, lang=lang)


def _asset(name: str) -> str:
    return resources.files("yzgeo.publish.places").joinpath("assets", name).read_text(encoding="utf-8")
