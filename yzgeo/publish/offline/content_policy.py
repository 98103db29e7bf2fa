"""The content security policy of a page: what it may run and load."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from yzgeo.core.errors import InputError
from yzgeo.core.i18n import Text

if TYPE_CHECKING:  # folium takes half a second to import, and `escape` needs none of it
    from branca.element import Element


# The page may run the scripts that stand in it as they are, and show pictures that stand in it or are tiles of its
# map; nothing else. What becomes a script or a handler later, of a text put into the page, is not among those.
POLICY = (
    "default-src 'none'; script-src {scripts}; style-src 'unsafe-inline'; img-src {images}; font-src data:; "
    "connect-src 'none'; {frames}base-uri 'none'; form-action 'none'"
)


# What folium.IFrame makes: a page in the page, which is held to the same policy. Its scripts are not looked for, so
# scripts are not told apart then.
INLINE_FRAME = re.compile(r"<iframe\s[^>]*src=[\"']data:", re.IGNORECASE)


FRAMES = "frame-src data:; "


ANY_SCRIPT = "'unsafe-inline'"


INLINE_IMAGES = ("data:", "blob:")


HOST = re.compile(r"[A-Za-z0-9.*:\[\]-]+")


FIRST_LABELS_WITH_PLACEHOLDER = re.compile(r"^.*\{[^}]*\}[^.]*\.")


def policy(hosts: Iterable[str], framed: bool, scripts: Iterable[str], handlers: Iterable[str]) -> str:
    """The content security policy for a page: the hosts of its tile layers, frames, scripts and handlers in tags."""
    images = " ".join([*INLINE_IMAGES, *sorted(hosts)])
    if framed:
        return POLICY.format(images=images, frames=FRAMES, scripts=ANY_SCRIPT)
    sources = sorted({_fingerprint(script) for script in scripts})
    if of_tags := sorted({_fingerprint(handler) for handler in handlers}):
        sources += ["'unsafe-hashes'", *of_tags]
    return POLICY.format(images=images, frames="", scripts=" ".join(sources) or "'none'")


def _fingerprint(script: str) -> str:
    """The source expression of a script in a policy; browsers normalise its line ends before they hash it."""
    content = script.replace("\r\n", "\n").replace("\r", "\n").encode("utf-8")
    return f"'sha256-{base64.b64encode(hashlib.sha256(content).digest()).decode('ascii')}'"


def tile_hosts(figure: Element) -> set[str]:
    """The origins of a page's tile layers, as a policy names them."""
    return {host(_address(layer)) for layer in _tile_layers(figure)} - {""}


def shows_tiles(figure: Element) -> bool:
    """Whether the page loads tiles from the network as soon as it opens."""
    return any(layer.show and host(_address(layer)) for layer in _tile_layers(figure))


def _tile_layers(element: Element) -> Iterator[Any]:
    """The tile layers below an element."""
    from folium.raster_layers import TileLayer, WmsTileLayer

    # A mini map keeps its layer to itself instead of having it as a child.
    for child in [*element._children.values(), getattr(element, "tile_layer", None)]:
        if isinstance(child, TileLayer | WmsTileLayer):
            yield child
        if child is not None:
            yield from _tile_layers(child)


def _address(layer: Any) -> str:
    return str(layer.tiles if hasattr(layer, "tiles") else layer.url)


def host(template: str) -> str:
    """Scheme and host of an address with placeholders.

    >>> print(f"Tiles come from {host('https://t{s}.example.org/{z}/{x}/{y}.png')}.")
    Tiles come from https://*.example.org.
    """
    parts = urlsplit(template)
    if not parts.netloc:
        return ""  # tiles that lie beside the page or stand in it
    name = FIRST_LABELS_WITH_PLACEHOLDER.sub("*.", parts.netloc)
    if not HOST.fullmatch(name):
        raise InputError(
            Text(
                f"看不懂瓦片图层地址 {template} 中的主机名",
                f"the tile layer's address {template} has no usable host name",
            ),
            Text("请写成 https://主机名/…", "write it as https://host/…, international names in their xn-- form"),
        )
    return f"{parts.scheme or 'https'}://{name}"
