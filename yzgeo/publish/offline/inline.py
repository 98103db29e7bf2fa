"""Vendored scripts, styles, pictures and fonts as they can stand inside a page."""

from __future__ import annotations

import base64
import json
import re
from pathlib import PurePosixPath
from urllib.parse import urljoin

from yzgeo.core.errors import InputError
from yzgeo.core.i18n import Text
from yzgeo.publish.offline import vendor

MEDIA_TYPES = {".gif": "image/gif", ".png": "image/png", ".svg": "image/svg+xml", ".woff2": "font/woff2"}

# What matters in a stylesheet. Comments and strings come first, so that an address in them is not taken for one.
CSS = re.compile(
    r"""(?P<comment>/\*.*?\*/)
      | (?P<font>@font-face\s*\{[^{}]*\})
      | @import\s+(?P<import>[^;]+)
      | url\(\s*(?: "(?P<double>[^"]*)" | '(?P<single>[^']*)' | (?P<bare>[^)"'\s]*) )\s*\)
      | "(?:\\.|[^"\\])*" | '(?:\\.|[^'\\])*'
    """,
    re.DOTALL | re.IGNORECASE | re.VERBOSE,
)
CSS_FONT_SOURCE = re.compile(r"""(?<![\w-])src\s*:(?:url\([^)]*\)|"[^"]*"|[^;}"])*;?""", re.IGNORECASE)
SOURCE_MAP = re.compile(r"^[ \t]*//[#@][ \t]*sourceMappingURL=(\S*)[ \t]*$", re.MULTILINE)
CSS_SOURCE_MAP = re.compile(r"/\*[#@]\s*sourceMappingURL=")

# Leaflet makes the addresses of its marker pictures from that of its stylesheet, and an inlined one has none.
LEAFLET = "/leaflet.js"
LEAFLET_IMAGES = {
    "iconUrl": "images/marker-icon.png",
    "iconRetinaUrl": "images/marker-icon-2x.png",
    "shadowUrl": "images/marker-shadow.png",
}

# Vega makes functions of the texts in a chart, which the policy forbids; its own interpreter needs none.
VEGA_EMBED = "/vega-embed@6"
VEGA_INTERPRETER = "https://cdn.jsdelivr.net/npm/vega-interpreter@1"
VEGA_WITHOUT_EVAL = (
    ";vegaEmbed=(embed=>(place,chart,options)=>"
    "embed(place,chart,Object.assign({ast:true,expr:vega.expressionInterpreter},options)))(vegaEmbed);"
)

# Leaflet complains on the console of plugins that still say this.
OLD_EVENTS = "L.Mixin.Events"

# Clusters want to know how far a map zooms, and one without tiles does not say; 18 is what folium takes for tiles.
MARKER_CLUSTER = "/leaflet.markercluster.js"
CLUSTERS_WITHOUT_TILES = (
    ";L.MarkerClusterGroup.include({onAdd:(add=>function(map)"
    "{if(!isFinite(map.getMaxZoom()))map.setMaxZoom(18);return add.call(this,map)})"
    "(L.MarkerClusterGroup.prototype.onAdd)});"
)


def loads(where: str, url: str) -> InputError:
    """The error for something that yzgeo does not put inside."""
    return InputError(
        Text(
            f"页面中的 {where} 要加载 {url}，yzgeo 不能把它放进页面",
            f"{where} in the page loads {url}, which yzgeo cannot put inside",
        ),
        Text("去掉它，或改用 data: 地址", "leave it out, or give a picture as a data: address"),
    )


def script(url: str) -> str:
    """A vendored script as it can stand between script tags."""
    text = SOURCE_MAP.sub("", vendor.read(url).decode("utf-8"))
    if url.endswith(LEAFLET):
        images = {option: data_uri(urljoin(url, path)) for option, path in LEAFLET_IMAGES.items()}
        text += f';L.Icon.Default.imagePath="";L.Icon.Default.mergeOptions({json.dumps(images)});'
    else:
        text = text.replace(OLD_EVENTS, "L.Evented.prototype")
    if url.endswith(MARKER_CLUSTER):
        text += CLUSTERS_WITHOUT_TILES
    if url.endswith(VEGA_EMBED):
        text += f"\n{script(VEGA_INTERPRETER)}\n{VEGA_WITHOUT_EVAL}"
    # Both occur in strings, regular expressions and comments only, where \x3C is the same as <.
    return re.sub(r"<(?=/script|!--)", r"\\x3C", text, flags=re.IGNORECASE)


def styles(text: str, base: str, fonts: set[str]) -> str:
    """A stylesheet with its pictures and fonts inside, as it can stand between style tags.

    Parameters
    ----------
    text, base
        The stylesheet and its address, from which the relative addresses in it start.
    fonts
        Addresses of the fonts that the page has already; those of this stylesheet are added.
    """

    def replace(match: re.Match[str]) -> str:
        if match["comment"]:
            return "" if CSS_SOURCE_MAP.match(match[0]) else match[0]
        if match["font"]:
            return _font_face(match[0], base, fonts)
        if match["import"]:
            raise loads("@import", match["import"].strip())
        reference = match["double"] or match["single"] or match["bare"]
        if reference is None or reference.startswith(("data:", "#")):
            return match[0]
        return f'url("{data_uri(urljoin(base, reference))}")'

    return re.sub("</(?=style)", r"<\/", CSS.sub(replace, text), flags=re.IGNORECASE)


def _font_face(rule: str, base: str, fonts: set[str]) -> str:
    """A font rule with its WOFF2 file inside, or nothing if the page has that file already.

    Every browser that runs the page reads WOFF2, so the other formats are left out.
    """
    declared = rule[rule.index("{") :]
    references = [match["double"] or match["single"] or match["bare"] or "" for match in CSS.finditer(declared)]
    addresses = [urljoin(base, reference) for reference in references if reference]
    if not addresses or all(address.startswith("data:") for address in addresses):
        return rule
    url = next((address for address in addresses if address in vendor.copies()), addresses[0])
    if url in fonts:
        return ""
    fonts.add(url)
    declarations = CSS_FONT_SOURCE.sub("", rule).removesuffix("}").rstrip("; \n")
    separator = "" if declarations.endswith("{") else ";"
    return f'{declarations}{separator}src:url("{data_uri(url)}") format("woff2")}}'


def data_uri(url: str) -> str:
    """A vendored picture or font as an address that holds it."""
    url = vendor.absolute(url)
    content = base64.b64encode(vendor.read(url)).decode("ascii")
    return f"data:{MEDIA_TYPES[PurePosixPath(vendor.copies()[url].path).suffix]};base64,{content}"
