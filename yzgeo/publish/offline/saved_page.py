"""A page that folium saved, as one page with everything inside.

There is no map any more, only its text, and what came from data stands among the author's scripts. So less is taken on
trust than of a map: which hosts may be asked for tiles is what the reader names, or a public provider's; frames, which
would have scripts not told apart, are refused.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection
from functools import cache

from yzgeo.core.errors import InputError, Parameter
from yzgeo.core.i18n import Lang, Text, plain
from yzgeo.publish.offline.content_policy import INLINE_FRAME, host, policy
from yzgeo.publish.offline.html_rewriter import PageReader
from yzgeo.publish.offline.standalone import held_back

BEGINNING = re.compile(r"\s*<!DOCTYPE html>\s*(?:<html(?: lang=\"[\w-]*\")?>\s*)?<head>", re.IGNORECASE)
"""How folium begins a page. A policy counts for what comes after it alone, so nothing may stand before."""
MAP = "L.map("
OWN_POLICY = re.compile("content-security-policy", re.IGNORECASE)
TILE_LAYER = re.compile(r'\bL\s*\.\s*tileLayer(?:\s*\.\s*wms)?\s*\(\s*("(?:\\.|[^"\\])*"|[^\s)])')
"""A tile layer in a script, and its address as folium writes it: JSON. Else, the first character of what is there."""
SHARED = "amazonaws.com"
"""Where anyone can keep a server and read who asks it, though one provider has its tiles there."""


def standalone_page(text: str, tile_hosts: Collection[str] = (), title: str | None = None, lang: Lang = "zh") -> str:
    """Text of one HTML page that shows what a page saved by folium shows, and loads nothing.

    As `standalone` makes it of a map, with the same policy. What folium wrote into a script is part of that script,
    text from data too, unless it was escaped before the map was saved.

    Parameters
    ----------
    text
        The page, as ``folium.Map.save`` writes it.
    tile_hosts
        Servers that the page may ask for tiles besides the public ones that xyzservices and yzgeo know, as
        ``https://host``.
    title
        Title of the page; by default its own.
    lang
        Language of the page.

    Raises
    ------
    InputError
        If it is no page of folium, has a policy or a frame, loads something of which yzgeo has no copy, or has tiles
        of a server that is neither known nor named.

    >>> import folium
    >>> page = standalone_page(folium.Map(tiles=None).get_root().render(), title="A map", lang="en")
    >>> print(f"The page is {page.splitlines()[1]} and names jsdelivr.net {page.count('jsdelivr.net')} times.")
    The page is <html lang="en"> and names jsdelivr.net 0 times.
    """
    if BEGINNING.match(text) is None or MAP not in text:
        raise InputError(
            Text("不是 folium 保存的地图页面", "this is no page that folium saved"),
            Text("先用 folium 的 地图.save('map.html') 保存", "save the map by folium: map.save('map.html')"),
        )
    if OWN_POLICY.search(text):
        raise InputError(
            Text(
                "页面已有自己的内容安全策略（Content-Security-Policy）",
                "the page has a Content-Security-Policy already",
            ),
            Text("给出 folium 直接保存的页面", "give the page as folium saved it"),
        )
    if INLINE_FRAME.search(text):
        raise InputError(
            Text('页面里有内嵌网页（<iframe src="data:…">）', 'there is a page in the page (<iframe src="data:…">)'),
            Text(
                "在 Python 中用 yzgeo.standalone(地图)，或不用 folium.IFrame",
                "use yzgeo.standalone(map) in Python, or do without folium.IFrame",
            ),
        )
    hosts = _tile_hosts(text)
    for unknown in sorted(hosts - set(tile_hosts)):
        if not _is_known(unknown):
            raise InputError(
                Text(
                    f"瓦片来自 {unknown}，不是已知的公共服务",
                    f"tiles come from {unknown}, no public provider that is known",
                ),
                Text("信任它就写明它", "name it if you trust it"),
                parameter=Parameter("tile_hosts", plain(unknown)),
            )
    reader = PageReader(text, title, lang, held_back() if hosts else "")
    reader.feed(text)
    reader.close()
    return reader.page(policy(hosts, False, reader.scripts, reader.handlers))


def _tile_hosts(text: str) -> set[str]:
    """The servers of what looks like a tile layer of folium, anywhere in a page."""
    hosts = set()
    for match in TILE_LAYER.finditer(text):
        try:
            hosts.add(host(json.loads(match[1])))
        except ValueError as error:  # not as folium writes it; the policy will stop its tiles
            raise InputError(
                Text("有一个瓦片图层不是 folium 写出的样子", "a tile layer is not as folium writes it"),
                Text("在 Python 中用 yzgeo.standalone(地图)", "use yzgeo.standalone(map) in Python"),
            ) from error
    return hosts - {""}


def _is_known(origin: str) -> bool:
    """Whether tiles of a known provider come from a server, or from one below it.

    >>> [_is_known(one) for one in ("https://*.tile.openstreetmap.org", "https://openstreetmap.org.example.net")]
    [True, False]
    """
    name = _name(origin)
    return origin.startswith("https://") and any(name == one or name.endswith(f".{one}") for one in _known_names())


@cache
def _known_names() -> frozenset[str]:
    """Names of the servers of public providers, without the part that differs from tile to tile."""
    from xyzservices import providers

    from yzgeo.publish.page.basemaps import ONLINE

    addresses = [provider.get("url", "") for provider in providers.flatten().values()]
    addresses += [str(layer["tiles"]) for layer in ONLINE.values()]
    return frozenset(name for name in map(_name, map(host, addresses)) if name and not name.endswith(SHARED))


def _name(origin: str) -> str:
    return origin.partition("://")[2].removeprefix("*.").partition(":")[0].lower()
