"""Sheets to print: an A3 layout for each theme, with legend, north arrow, scale bar and scale."""

from __future__ import annotations

import base64
from importlib.resources import files
from typing import Any

from yzgeo.core.i18n import Lang, Text
from yzgeo.export.qgis_project.views import View

MAP_MM = (300.0, 254.0)
"""The map on the printed sheet (A3, landscape)."""
LEGEND_MM = 222.0
"""Room for the legend between the head of the sheet and the note on sources."""
LEGEND_HEAD_MM, LEGEND_LAYER_MM, LEGEND_SYMBOL_MM = 9.0, 10.0, 5.8
"""Height of a heading, a layer and a symbol in the legend at full size."""
LEGEND_TEXT_MM = 76.0
"""Width of the legend beside the symbols."""
EM_MM, LAST_NARROW = 3.18, 0x2000
WORDS = {
    "sheet": Text("A3 横幅", "A3 landscape"),
    "legend": Text("图例", "Legend"),
    "km": Text("公里", "km"),
    "north": Text("北", "N"),
}


def sheets(views: list[View], layers: list[dict[str, Any]], lang: Lang) -> list[dict[str, Any]]:
    """The facts of each sheet: its name, its theme, and the layers and sizes of its legend, the highest layer first."""
    return [
        {
            "view": view.name,
            "theme": view.title.of(lang),
            "name": f"{view.title.of(lang)} {WORDS['sheet'].of(lang)}",
            "legend": legend([layer for layer in reversed(layers) if view.name in layer["explained_in"]], view.name),
        }
        for view in views
    ]


def legend(layers: list[dict[str, Any]], view: str) -> dict[str, Any]:
    """Layers and sizes of a legend, in millimetres and points, shrunk to fit above the note on sources."""
    symbols = sum(len(layer["styles"].get(view, layer)["symbols"]) for layer in layers)
    texts = [layer["title"] for layer in layers]
    texts += [symbol["legend"] for layer in layers for symbol in layer["styles"].get(view, layer)["symbols"]]
    widest_mm = max(map(_width_mm, texts), default=0.0)
    full_height_mm = LEGEND_HEAD_MM + LEGEND_LAYER_MM * len(layers) + LEGEND_SYMBOL_MM * symbols
    shrunk = min(1.0, LEGEND_MM / full_height_mm, LEGEND_TEXT_MM / max(widest_mm, 1.0))
    full = {"symbol": 4.0, "heading": 11.0, "text": 9.0, "apart": 3.0, "between": 1.6}
    largest = 0.0 if shrunk == 1 else 4 * shrunk  # 0 means no limit in QGIS
    sizes = {name: size * shrunk for name, size in full.items()} | {"largest": largest, "room": LEGEND_MM}
    return {**{name: f"{size:.3g}" for name, size in sizes.items()}, "layers": layers}


def _width_mm(text: str) -> float:
    """About how wide a text of the legend is at full size: Chinese characters are squares, others half as wide."""
    return EM_MM * sum(1.0 if ord(character) > LAST_NARROW else 0.54 for character in text)


def north_arrow() -> str:
    """The picture of the north arrow, inside the project so that it names no file."""
    picture = files("yzgeo.export").joinpath("templates/project/north.svg").read_bytes()
    return f"base64:{base64.b64encode(picture).decode('ascii')}"
