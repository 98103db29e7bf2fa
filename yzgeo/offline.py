"""One HTML page with everything inside, out of a folium map: no request, the same bytes each time.

Also the one place where text from data is made safe for such a page.
"""

from __future__ import annotations

import base64
import hashlib
import html
import itertools
import json
import re
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from html.parser import HTMLParser
from importlib import resources
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlsplit

from yzgeo import inlining, vendor
from yzgeo.errors import InputError
from yzgeo.i18n import Lang, Text

if TYPE_CHECKING:  # folium takes half a second to import, and `escape` needs none of it
    from branca.element import Element

UNTITLED = Text("地图", "Map")

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
SCRIPT_TYPES = {"", "text/javascript", "application/javascript", "module"}
INLINE_IMAGES = ("data:", "blob:")

# Markup in which an address makes a browser fetch something, and the attributes that hold it.
FETCHING = {
    "audio": ("src",),
    "base": ("href",),
    "body": ("background",),
    "embed": ("src",),
    "feimage": ("href", "xlink:href"),
    "frame": ("src",),
    "iframe": ("src",),
    "image": ("href", "xlink:href"),
    "img": ("src", "srcset"),
    "input": ("src",),
    "object": ("data",),
    "source": ("src", "srcset"),
    "track": ("src",),
    "use": ("href", "xlink:href"),
    "video": ("src", "poster"),
}
IMAGES = {"body", "feimage", "image", "img", "input", "source", "use"}  # the policy lets these show data: addresses
FRAMED = {"iframe"}
DROPPED_LINKS = {"preconnect", "dns-prefetch", "prefetch", "preload", "modulepreload", "manifest"}
ICON_LINKS = {"icon", "apple-touch-icon", "apple-touch-icon-precomposed", "mask-icon"}

# Without an icon of its own, a browser asks the server of the page for one.
NO_ICON = '<link rel="icon" href="data:,">'

# How folium writes what a page loads.
LOADED = re.compile(r"""<(?:script|link)\s[^>]*?(?:src|href)="([^"]*)"[^>]*>""")

HOST = re.compile(r"[A-Za-z0-9.*:\[\]-]+")
FIRST_LABELS_WITH_PLACEHOLDER = re.compile(r"^.*\{[^}]*\}[^.]*\.")

# Characters that mean something in folium's templates: JavaScript template literals, and Jinja, through which folium
# passes what it rendered a second time.
TEMPLATE_CHARACTERS = {ord(character): f"&#{ord(character)};" for character in "\\`${}"}

# Characters that end a script, or a line in old JavaScript.
JSON_CHARACTERS = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}
# Jinja's openings; in JSON written without blanks they occur inside strings only.
JINJA_OPENINGS = {"{{": r"{\u007b", "{%": r"{\u0025", "{#": r"{\u0023"}

_numbering = threading.RLock()
_numbered = False


def escape(text: str) -> str:
    """Text from data, made safe for everything in a folium map that is shown.

    For popups, tooltips, icons, names of layers, and properties of GeoJSON that a popup or tooltip shows. HTML
    escaping alone is not enough: folium writes texts into JavaScript template literals, which run ``${…}``, and
    through Jinja, which runs ``{{…}}``.

    >>> print(f"What is shown is {escape('<b>${1}`')}.")
    What is shown is &lt;b&gt;&#36;&#123;1&#125;&#96;.
    """
    return html.escape(text).translate(TEMPLATE_CHARACTERS)


def json_script(data: object, element_id: str) -> str:
    r"""Data as an inert script element, which page scripts read with JSON.parse; safe in folium's templates too.

    Raises
    ------
    ValueError
        If there is a number that JSON has not (NaN, infinity).

    >>> print(json_script({"b": "</script>", "a": "{{1}}"}, "yz-data"))
    <script type="application/json" id="yz-data">{"a":"{\u007b1}}","b":"\u003c/script\u003e"}</script>
    """
    text = json.dumps(data, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":"))
    text = text.translate(JSON_CHARACTERS)
    for opening, harmless in JINJA_OPENINGS.items():
        text = text.replace(opening, harmless)
    return f'<script type="application/json" id="{escape(element_id)}">{text}</script>'


@contextmanager
def stable_ids() -> Iterator[None]:
    """Let folium number its elements instead of drawing random ids, so that two builds give the same bytes.

    The whole map must be built inside, not only rendered, and each page in a ``with`` of its own: a second map
    inside goes on counting, as nested uses do. Threads that build maps inside wait for each other. What was made
    before, such as the colour maps that branca makes when it is imported, keeps its random id.

    >>> import folium
    >>> with stable_ids():
    ...     name = folium.Map(tiles=None).get_name()
    >>> print(f"The map is called {name}.")
    The map is called map_1.
    """
    global _numbered  # noqa: PLW0603  (what is patched is one class for the whole process, too)
    with _numbering:
        if _numbered:
            yield
            return
        _numbered = True
        try:
            with _ids(prefix=""):
                yield
        finally:
            _numbered = False


@contextmanager
def _ids(prefix: str) -> Iterator[None]:
    """Replace folium's two sources of random ids by a counter."""
    import folium.utilities
    from branca.element import Element

    numbers = itertools.count(1)

    def next_id(*_: object) -> str:
        return f"{prefix}{next(numbers)}"

    original_id, original_uuid = vars(Element)["_generate_id"], vars(folium.utilities)["uuid"]
    vars(folium.utilities)["uuid"] = SimpleNamespace(uuid4=lambda: SimpleNamespace(hex=next_id()))
    setattr(Element, "_generate_id", classmethod(next_id))  # noqa: B010  (mypy forbids assigning to a method)
    try:
        yield
    finally:
        setattr(Element, "_generate_id", original_id)  # noqa: B010
        vars(folium.utilities)["uuid"] = original_uuid


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
    >>> with stable_ids():
    ...     page = standalone(folium.Map(tiles=None), title="A map", lang="en")
    >>> print(f"The page is {page.splitlines()[1]} and names jsdelivr.net {page.count('jsdelivr.net')} times.")
    The page is <html lang="en"> and names jsdelivr.net 0 times.
    """
    from branca.element import Figure

    figure: Any = folium_map.get_root()
    if not isinstance(figure, Figure):
        raise InputError(
            Text(f"{type(folium_map).__name__} 不在任何地图中", f"{type(folium_map).__name__} belongs to no map"),
            Text(
                "先用 add_to(地图) 加入 folium.Map，再给出该地图",
                "add it to a folium.Map by add_to(map), then give that map",
            ),
        )
    # Rendering makes elements too. They get numbers of their own, whatever was counted before.
    with _numbering, _ids(prefix="rendered_"):
        text = figure.render()
    reader = _PageReader(text, title, lang, _held_back() if _shows_tiles(figure) else "")
    reader.feed(text)
    reader.close()
    return reader.page(_policy(figure, text, reader.scripts, reader.handlers))


def _policy(figure: Element, text: str, scripts: Iterable[str], handlers: Iterable[str]) -> str:
    """The content security policy for a page: its tile layers, frames, scripts and handlers in tags."""
    images = " ".join([*INLINE_IMAGES, *sorted(_tile_hosts(figure))])
    if INLINE_FRAME.search(text):
        return POLICY.format(images=images, frames=FRAMES, scripts=ANY_SCRIPT)
    known = sorted({_fingerprint(script) for script in scripts})
    if of_tags := sorted({_fingerprint(handler) for handler in handlers}):
        known += ["'unsafe-hashes'", *of_tags]
    return POLICY.format(images=images, frames="", scripts=" ".join(known) or "'none'")


def _fingerprint(script: str) -> str:
    """What a policy calls a script, which browsers read with line ends of one kind."""
    content = script.replace("\r\n", "\n").replace("\r", "\n").encode("utf-8")
    return f"'sha256-{base64.b64encode(hashlib.sha256(content).digest()).decode('ascii')}'"


def _tile_hosts(figure: Element) -> set[str]:
    """Where the tile layers of a page have their tiles, as a policy names it."""
    return {_host(_address(layer)) for layer in _tile_layers(figure)} - {""}


def _shows_tiles(figure: Element) -> bool:
    """Whether the page would load tiles from the network when it is opened."""
    return any(layer.show and _host(_address(layer)) for layer in _tile_layers(figure))


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


def _held_back() -> str:
    """The script that holds tiles back until the reader asks for them."""
    return resources.files("yzgeo").joinpath("assets", "online_tiles.js").read_text(encoding="utf-8")


def _host(template: str) -> str:
    """Scheme and host of an address with placeholders.

    >>> print(f"Tiles come from {_host('https://t{s}.example.org/{z}/{x}/{y}.png')}.")
    Tiles come from https://*.example.org.
    """
    parts = urlsplit(template)
    if not parts.netloc:
        return ""  # tiles that lie beside the page or stand in it
    host = FIRST_LABELS_WITH_PLACEHOLDER.sub("*.", parts.netloc)
    if not HOST.fullmatch(host):
        raise InputError(
            Text(
                f"看不懂瓦片图层地址 {template} 中的主机名",
                f"the tile layer's address {template} has no usable host name",
            ),
            Text("请写成 https://主机名/…", "write it as https://host/…, international names in their xn-- form"),
        )
    return f"{parts.scheme or 'https'}://{host}"


class _Edit(NamedTuple):
    """A part of the page to be replaced."""

    start: int
    end: int
    replacement: str


class _PageReader(HTMLParser):
    """Finds what a rendered page loads, and notes what to put in its place."""

    def __init__(self, text: str, title: str | None, lang: Lang, last_in_head: str) -> None:
        super().__init__(convert_charrefs=False)
        self.text = text
        self.title = title
        self.lang = lang
        self.last_in_head = last_in_head  # a script, or nothing
        self.line_starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self.edits: list[_Edit] = []
        self.scripts: list[str] = []  # what the page runs, and the handlers that stand in its tags
        self.handlers: list[str] = []
        self.fonts: set[str] = set()  # addresses of the fonts that are in the page already
        self.in_head = False
        self.after_head_tag = 0
        self.opened: _Edit | None = None  # tag of the script, style or title being read: its span, and what to write
        self.own_texts = _own_texts(text)
        self.runs = False  # whether it is a script that runs
        self.external = False  # whether its content comes from elsewhere

    def page(self, policy: str) -> str:
        """The page with everything replaced, and a policy in it."""
        title = html.escape(UNTITLED.of(self.lang) if self.title is None else self.title)
        head = f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{policy}">'
        head += f"{NO_ICON}<title>{title}</title>"
        parts, position = [], 0
        for start, end, replacement in sorted([*self.edits, _Edit(self.after_head_tag, self.after_head_tag, head)]):
            parts += [self.text[position:start], replacement]
            position = end
        return "".join([*parts, self.text[position:]])

    def position(self) -> int:
        """Where the tag just read begins."""
        line, column = self.getpos()
        return self.line_starts[line - 1] + column

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Read a tag that ends in a slash as browsers do: the slash says nothing."""
        self.handle_starttag(tag, attrs)
        if tag in self.CDATA_CONTENT_ELEMENTS:
            self.set_cdata_mode(tag)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what this tag loads."""
        start, raw = self.position(), self.get_starttag_text() or ""
        end = start + len(raw)
        values = {name: value or "" for name, value in reversed(attrs)}  # of a repeated attribute the first counts
        self.handlers += [value for name, value in values.items() if name.startswith("on")]
        if (style := values.get("style", "")) and inlining.styles(style, "", set()) != style:
            raise inlining.loads(f"<{tag} style>", style)
        if tag == "html":
            self.edits.append(_Edit(start, end, f'<html lang="{self.lang}"{raw[len("<html") :]}'))
        elif tag == "head":
            self.in_head, self.after_head_tag = True, end
        elif tag == "meta":
            self.meta(values, start, end)
        elif tag == "link":
            self.link(values, start, end)
        elif tag == "script":
            self.script(values, start, end, raw)
        elif tag == "style" or (tag == "title" and self.in_head):
            self.opened, self.external = _Edit(start, end, raw), False
        if tag == "img" and values.get("src") in vendor.copies():
            picture = inlining.data_uri(values["src"])
            self.edits.append(_Edit(start, end, raw.replace(values["src"], picture, 1)))
            values["src"] = picture
        for name in FETCHING.get(tag, ()):
            if (value := values.get(name, "")) and not _stays(value, tag, name):
                raise inlining.loads(f"<{tag} {name}>", value)

    def handle_endtag(self, tag: str) -> None:
        """Note what to do with the content that ends here."""
        if tag == "head":
            self.in_head = False
            if self.last_in_head:
                self.scripts.append(self.last_in_head)
                self.edits.append(_Edit(self.position(), self.position(), f"<script>{self.last_in_head}</script>"))
        if self.opened is None or tag not in ("script", "style", "title"):
            return
        end = self.position()
        content = self.text[self.opened.end : end]
        if tag == "title":
            if self.title is None:
                self.title = html.unescape(content).strip()
            self.edits.append(_Edit(self.opened.start, end + len("</title>"), ""))
        elif self.external:
            self.edits.append(_Edit(self.opened.start, end, self.opened.replacement))
        elif tag == "style":
            self.edits.append(_Edit(self.opened.end, end, inlining.styles(content, "", self.fonts)))
        elif self.runs:
            if source_map := inlining.SOURCE_MAP.search(content):
                raise inlining.loads("sourceMappingURL", source_map[1])
            self.scripts.append(content)
        self.opened = None

    def uses(self, url: str) -> bool:
        """Whether the page or a script in it has a use for what it loads."""
        if sign := vendor.ON_DEMAND.get(url):
            return any(sign.search(text) for text in self.own_texts)
        return url not in vendor.UNUSED

    def meta(self, values: dict[str, str], start: int, end: int) -> None:
        """Leave out what says the encoding again; refuse what leads to another page."""
        kind = values.get("http-equiv", "").lower()
        if kind == "refresh":
            raise inlining.loads("<meta refresh>", values.get("content", ""))
        if kind == "content-type" or "charset" in values:
            self.edits.append(_Edit(start, end, ""))

    def link(self, values: dict[str, str], start: int, end: int) -> None:
        """Put a stylesheet inside; leave out icons and hints."""
        relations = set(values.get("rel", "").lower().split())
        if "stylesheet" in relations:
            url = values.get("href", "")
            if not self.uses(url):
                self.edits.append(_Edit(start, end, ""))
                return
            content = inlining.styles(vendor.read(url).decode("utf-8"), url, self.fonts)
            media = f' media="{html.escape(values["media"])}"' if "media" in values else ""
            self.edits.append(_Edit(start, end, f"<style{media}>{content}</style>"))
        elif relations & (DROPPED_LINKS | ICON_LINKS):
            self.edits.append(_Edit(start, end, ""))

    def script(self, values: dict[str, str], start: int, end: int, raw: str) -> None:
        """Put an outside script inside, and remember where it began: what stands between its tags goes."""
        self.external = "src" in values
        self.runs = values.get("type", "").lower() in SCRIPT_TYPES
        if self.external:
            kept = "".join(f' {name}="{html.escape(values[name])}"' for name in ("type", "id") if name in values)
            content = inlining.script(values["src"]) if self.uses(values["src"]) else ""
            raw = f"<script{kept}>{content}"
            self.scripts.append(content)
        self.opened = _Edit(start, end, raw)


def _own_texts(text: str) -> list[str]:
    """A rendered page without the addresses that it loads, and the scripts among these that always go in."""
    linked = {match[1] for match in LOADED.finditer(text)} & vendor.copies().keys()
    scripts = sorted(url for url in linked - vendor.ON_DEMAND.keys() if url.endswith(".js"))
    return [LOADED.sub("", text), *(vendor.read(url).decode("utf-8") for url in scripts)]


def _stays(value: str, tag: str, attribute: str) -> bool:
    """Whether an address is one inside the page (in a list of addresses that is hard to tell: no)."""
    if value.startswith("data:"):
        return tag in FRAMED or (tag in IMAGES and attribute != "srcset")
    return value.startswith(("#", "about:"))
