"""One HTML page with everything inside, out of a folium map: no request, the same bytes each time.

Also the one place where text from data is made safe for such a page.
"""

from __future__ import annotations

from importlib import resources
from typing import TYPE_CHECKING, Any

from yzgeo.core.errors import InputError
from yzgeo.core.i18n import Lang, Text
from yzgeo.publish.offline.content_policy import INLINE_FRAME, policy, shows_tiles, tile_hosts
from yzgeo.publish.offline.html_rewriter import PageReader
from yzgeo.publish.offline.stable_ids import numbered_ids

if TYPE_CHECKING:  # folium takes half a second to import, and `escape` needs none of it
    from branca.element import Element


def standalone(folium_map: Element, title: str | None = None, lang: Lang = "zh") -> str:
    """Text of one HTML page that shows a folium map and loads nothing.

    Scripts, styles, pictures and fonts are put inside from yzgeo's copies of them. A policy in the page forbids
    the browser every request besides the tiles of the map's own tile layers.

    Icon fonts, and the scripts of Bootstrap and of its markers, go in where the page has a use for them.

    Online tiles wait for the reader: a page that would show some when it is opened has a button that loads them, and
    layers with ``show=False`` load when they are switched on. What a *script* of the map would load later
    (``GeoJson(embed=False)``, an ``ImageOverlay`` or ``CustomIcon`` with an address, pictures in a popup's HTML)
    is not looked for: the policy stops it in the browser.

    A font that a stylesheet offers under several names is there under the first of them only. For Font Awesome
    that is "Font Awesome 6 Free" or "… Brands"; all its classes work, the names of older versions do not.

    Parameters
    ----------
    folium_map
        The map, or any element of its figure.
    title
        Title of the page; by default that of the figure.
    lang
        Language of the page.

    Raises
    ------
    InputError
        If the page loads something of which yzgeo has no copy, or if the element belongs to no map.

    >>> import folium
    >>> from yzgeo.publish.offline.stable_ids import stable_ids
    >>> with stable_ids():
    ...     page = standalone(folium.Map(tiles=None), title="A map", lang="en")
    >>> print(f"The page is {page.splitlines()[1]} and names jsdelivr.net {page.count('jsdelivr.net')} times.")
    The page is <html lang="en"> and names jsdelivr.net 0 times.
    """
    from branca.element import Figure

    figure: Any = folium_map.get_root()
    while figure._parent is not None:  # a subplot takes itself for the root of what is in it
        figure = figure._parent.get_root()
    if not isinstance(figure, Figure):
        raise InputError(
            Text(f"{type(folium_map).__name__} 不在任何地图中", f"{type(folium_map).__name__} belongs to no map"),
            Text(
                "先用 add_to(地图) 加入 folium.Map，再给出该地图",
                "add it to a folium.Map by add_to(map), then give that map",
            ),
        )
    # Rendering makes elements too. They get numbers of their own, whatever was counted before.
    with numbered_ids(prefix="rendered_"):
        text = figure.render()
    reader = PageReader(text, title, lang, held_back() if shows_tiles(figure) else "")
    reader.feed(text)
    reader.close()
    framed = INLINE_FRAME.search(text) is not None
    return reader.page(policy(tile_hosts(figure), framed, reader.scripts, reader.handlers))


def held_back() -> str:
    """The script that holds tiles back until the reader asks for them."""
    return resources.files("yzgeo.publish.page").joinpath("assets", "online_tiles.js").read_text(encoding="utf-8")
