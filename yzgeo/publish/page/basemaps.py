"""The online basemaps that a reader can switch on; none is on when the page is opened."""

from __future__ import annotations

from typing import Any

from xyzservices import providers

TIANDITU = (
    "https://t{{s}}.tianditu.gov.cn/{layer}_w/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER={layer}&STYLE=default"
    "&TILEMATRIXSET=w&FORMAT=tiles&TILECOL={{x}}&TILEROW={{y}}&TILEMATRIX={{z}}&tk={{tk}}"
)
"""The reader's key (`tk`) is put in by the page."""
GAODE = "https://webrd0{s}.is.autonavi.com/appmaptile?lang=zh_cn&size=1&scale=1&style=8&x={x}&y={y}&z={z}"
"""Drawn in GCJ-02; the page puts the tiles where they truly lie."""

ONLINE: dict[str, dict[str, Any]] = {
    "OpenStreetMap": {
        "tiles": providers.OpenStreetMap.Mapnik.url,
        "attr": providers.OpenStreetMap.Mapnik.html_attribution,
        "max_zoom": 19,
    },
    "tianditu": {"tiles": TIANDITU.format(layer="vec"), "attr": "天地图", "subdomains": "01234567", "max_zoom": 18},
    "tianditu_names": {
        "tiles": TIANDITU.format(layer="cva"),
        "attr": "天地图",
        "subdomains": "01234567",
        "max_zoom": 18,
    },
    "gaode": {"tiles": GAODE, "attr": "高德地图", "subdomains": "1234", "max_zoom": 18},
}
"""Arguments of `folium.TileLayer` by name. The hosts named here are all that the page's policy lets it ask."""
