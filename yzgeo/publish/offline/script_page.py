"""One offline page of a style, data and a script that draws it, for pages without a map of folium."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import resources
from typing import Any

from yzgeo.core.i18n import Lang
from yzgeo.publish.offline.elements import verbatim
from yzgeo.publish.offline.escaping import json_script
from yzgeo.publish.offline.stable_ids import stable_ids
from yzgeo.publish.offline.standalone import standalone

VIEWPORT = '<meta name="viewport" content="width=device-width, initial-scale=1">'


def script_page(name: str, data: Any, title: str, lang: Lang, styles: Iterable[str]) -> str:
    """The page `name` as text: it makes no request, and every text of the data is in it as data only.

    Its styles and its script, `NAME.js`, are assets of the package `yzgeo.publish.NAME`; the script defines `yzName`,
    which draws into the element `yz-NAME`.
    """
    from branca.element import Figure

    assets = resources.files(f"yzgeo.publish.{name}").joinpath("assets")
    style = "".join(assets.joinpath(one).read_text(encoding="utf-8") for one in styles)
    script = assets.joinpath(f"{name}.js").read_text(encoding="utf-8")
    with stable_ids():
        figure: Any = Figure()
        figure.header.add_child(verbatim(VIEWPORT), name="yz-viewport")
        figure.header.add_child(verbatim(f"<style>{style}</style>"), name="yz-style")
        figure.html.add_child(verbatim(f'<div id="yz-{name}"></div>'), name="yz-chrome")
        figure.html.add_child(verbatim(json_script(data, "yz-data")), name="yz-data")
        figure.script.add_child(verbatim(f"{script}\nyz{name.capitalize()}();"), name="yz-script")
        return standalone(figure, title=title, lang=lang)
