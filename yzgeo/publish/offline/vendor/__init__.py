"""Copies of the JavaScript, styles, pictures and fonts that folium's pages load, so that no page loads them.

Each library has its own folder with its licence. `register.json` says for every file which addresses it stands in
for, and its hash; `scripts/vendor.py` fetches the copies anew and checks them.
"""

from __future__ import annotations

import hashlib
import json
import re
from functools import cache
from importlib.resources import files
from typing import NamedTuple, NotRequired, TypedDict

from yzgeo.core.errors import InputError
from yzgeo.core.i18n import Text

REGISTER = "register.json"

# How the public file hosts that folium uses write a library's name into an address: /npm/@scope/name@1.0/… and
# /ajax/libs/name/1.0/…
LIBRARY_IN_ADDRESS = re.compile(r"/(?:npm|ajax/libs)/((?:@[^/]+/)?[^/@]+)")


UNUSED = {
    "https://cdnjs.cloudflare.com/ajax/libs/jqueryui/1.10.2/jquery-ui.min.js",
    "https://cdnjs.cloudflare.com/ajax/libs/highlight.js/8.4/styles/default.min.css",
}
"""What pages of folium load and nothing in them uses: left out."""

_AWESOME_MARKERS = re.compile("AwesomeMarkers|awesome-marker")
ON_DEMAND = {
    "https://cdn.jsdelivr.net/npm/@fortawesome/fontawesome-free@6.2.0/css/all.min.css": re.compile(
        r"""["' ]fa[srb]?[ "']|\bfa-[a-z]{2}|Font ?Awesome"""
    ),
    "https://netdna.bootstrapcdn.com/bootstrap/3.0.0/css/bootstrap-glyphicons.css": re.compile("glyphicon"),
    "https://cdn.jsdelivr.net/npm/bootstrap@5.2.2/dist/js/bootstrap.bundle.min.js": re.compile(
        r"data-bs-|\bbootstrap\.[A-Z]"
    ),
    "https://cdnjs.cloudflare.com/ajax/libs/Leaflet.awesome-markers/2.0.2/leaflet.awesome-markers.js": _AWESOME_MARKERS,
    "https://cdnjs.cloudflare.com/ajax/libs/Leaflet.awesome-markers/2.0.2/leaflet.awesome-markers.css": _AWESOME_MARKERS,
}
"""What every page of folium loads and few use, more than half of its weight: what a page that uses it says somewhere."""

NEEDS_NETWORK = {
    "leaflet-control-geocoder": Text(
        "它把输入的地名发给网上的地名服务", "it sends what the reader types to a service on the network"
    ),
    "leaflet.vectorgrid": Text("它的矢量瓦片从网上取", "it fetches its vector tiles from the network"),
}
"""Libraries whose work is to ask the network, by a part of their address: why there is no copy."""


class File(TypedDict):
    """One file of a library: where it lies in the library's folder, and which addresses it stands in for."""

    path: str
    sha256: str
    urls: list[str]


class Library(TypedDict):
    """One entry of the register; `npm` or `pypi` names the package that its files come from."""

    name: str
    version: str
    licence: str
    npm: NotRequired[str]
    pypi: NotRequired[str]
    homepage: str
    files: list[File]


class Copy(NamedTuple):
    """Where the copy for one address lies in this folder, and the hash it must have."""

    path: str
    sha256: str


@cache
def register() -> list[Library]:
    """Every vendored library, as `register.json` has it.

    >>> names = [library["name"] for library in register()]
    >>> print(f"{names[0]} is vendored, and {len(names) > 40 and 'some forty'} more libraries are.")
    leaflet is vendored, and some forty more libraries are.
    """
    libraries: list[Library] = json.loads((files(__name__) / REGISTER).read_text("utf-8"))
    return libraries


def folder(library: Library) -> str:
    """Name of the folder that a library lies in."""
    return f"{library['name']}-{library['version']}"


@cache
def copies() -> dict[str, Copy]:
    """The copy that stands in for each address."""
    return {
        url: Copy(f"{folder(library)}/{file['path']}", file["sha256"])
        for library in register()
        for file in library["files"]
        for url in file["urls"]
    }


def read(url: str) -> bytes:
    """Content of the copy that stands in for an address; its hash is checked.

    Parameters
    ----------
    url
        An address exactly as folium or one of its plugins names it; `//host/…` means `https://host/…`.

    Raises
    ------
    InputError
        If there is no copy, or the copy is not the one that was registered.

    >>> licence_line = read("https://code.jquery.com/jquery-3.7.1.min.js").decode().splitlines()[0]
    >>> print(f"The copy begins with {licence_line[:16]!r}.")
    The copy begins with '/*! jQuery v3.7.'.
    """
    url = absolute(url)
    copy = copies().get(url)
    if copy is None and (reason := next((NEEDS_NETWORK[part] for part in NEEDS_NETWORK if part in url), None)):
        raise InputError(
            Text(
                f"页面要加载 {url}，离线页面用不了：{reason.zh}", f"the page loads {url}, no use offline: {reason.en}"
            ),
            Text("不用这个组件", "do without it"),
        )
    if copy is None:
        raise InputError(
            Text(
                f"页面要加载 {url}（{library_name(url)}），但 yzgeo 没有它的副本",
                f"the page loads {url} ({library_name(url)}), of which yzgeo has no copy",
            ),
            Text(
                "不用这个组件；或把它登记到 yzgeo/publish/offline/vendor/register.json，再运行 python scripts/vendor.py",
                "do without it, or add it to yzgeo/publish/offline/vendor/register.json and run python scripts/vendor.py",
            ),
        )
    content = (files(__name__) / copy.path).read_bytes()
    if hashlib.sha256(content).hexdigest() != copy.sha256:
        raise InputError(
            Text("文件内容与登记的校验值不符", "the file is not the one that was registered (another sha256)"),
            Text(
                "重新安装 yzgeo，或运行 python scripts/vendor.py",
                "install yzgeo again, or run python scripts/vendor.py",
            ),
            file=f"yzgeo/publish/offline/vendor/{copy.path}",
        )
    return content


def absolute(url: str) -> str:
    """An address with its scheme: a page from a disk has none that `//host/…` could take over.

    >>> print(absolute("//code.jquery.com/jquery-3.7.1.min.js"))
    https://code.jquery.com/jquery-3.7.1.min.js
    """
    return f"https:{url}" if url.startswith("//") else url


def library_name(url: str) -> str:
    """The name of the library at an address, else the name of the file.

    >>> print(f"It is {library_name('https://cdn.jsdelivr.net/npm/@scope/thing@1.0/dist/x.js')}.")
    It is @scope/thing.
    """
    match = LIBRARY_IN_ADDRESS.search(url)
    return match[1] if match else url.rsplit("/", 1)[-1]
