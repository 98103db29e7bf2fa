"""A page read and its references replaced."""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING, NamedTuple

from yzgeo.core.i18n import Lang, Text
from yzgeo.publish.offline import inline, vendor

if TYPE_CHECKING:  # folium takes half a second to import, and `escape` needs none of it
    pass


UNTITLED = Text("地图", "Map")


SCRIPT_TYPES = {"", "text/javascript", "application/javascript", "module"}


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


class _Edit(NamedTuple):
    """A part of the page to be replaced."""

    start: int
    end: int
    replacement: str


class PageReader(HTMLParser):
    """Finds what a rendered page loads, and notes what to put in its place."""

    def __init__(self, text: str, title: str | None, lang: Lang, last_in_head: str) -> None:
        super().__init__(convert_charrefs=False)
        self.text = text
        self.title = title
        self.lang = lang
        self.last_in_head = last_in_head  # a script that needs Leaflet, or nothing
        self.has_leaflet = False
        self.line_starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self.edits: list[_Edit] = []
        self.scripts: list[str] = []  # what the page runs, and the handlers that stand in its tags
        self.handlers: list[str] = []
        self.fonts: set[str] = set()  # addresses of the fonts that are in the page already
        self.in_head = False
        self.after_head_tag = 0  # of the first one: of others, browsers take no notice, nor of a policy in them
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
        """The offset of the tag just read."""
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
        if (style := values.get("style", "")) and inline.styles(style, "", set()) != style:
            raise inline.loads(f"<{tag} style>", style)
        if tag == "html":
            self.edits.append(_Edit(start, end, f'<html lang="{self.lang}"{raw[len("<html") :]}'))
        elif tag == "head":
            self.in_head, self.after_head_tag = True, self.after_head_tag or end
        elif tag == "meta":
            self.meta(values, start, end)
        elif tag == "link":
            self.link(values, start, end)
        elif tag == "script":
            self.script(values, start, end, raw)
        elif tag == "style" or (tag == "title" and self.in_head):
            self.opened, self.external = _Edit(start, end, raw), False
        if tag == "img" and vendor.absolute(values.get("src", "")) in vendor.copies():
            picture = inline.data_uri(vendor.absolute(values["src"]))
            self.edits.append(_Edit(start, end, raw.replace(values["src"], picture, 1)))
            values["src"] = picture
        for name in FETCHING.get(tag, ()):
            if (value := values.get(name, "")) and not _stays(value, tag, name):
                raise inline.loads(f"<{tag} {name}>", value)

    def handle_endtag(self, tag: str) -> None:
        """Note what to do with the content that ends here."""
        if tag == "head":
            self.in_head = False
            if self.last_in_head and self.has_leaflet:
                self.scripts.append(self.last_in_head)
                self.edits.append(_Edit(self.position(), self.position(), f"<script>{self.last_in_head}</script>"))
                self.last_in_head = ""
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
            self.edits.append(_Edit(self.opened.end, end, inline.styles(content, "", self.fonts)))
        elif self.runs:
            if source_map := inline.SOURCE_MAP.search(content):
                raise inline.loads("sourceMappingURL", source_map[1])
            self.scripts.append(content)
        self.opened = None

    def uses(self, url: str) -> bool:
        """Whether the page or one of its scripts uses the library at this address."""
        if sign := vendor.ON_DEMAND.get(url):
            return any(sign.search(text) for text in self.own_texts)
        return url not in vendor.UNUSED

    def meta(self, values: dict[str, str], start: int, end: int) -> None:
        """Leave out what says the encoding again; refuse what leads to another page."""
        kind = values.get("http-equiv", "").lower()
        if kind == "refresh":
            raise inline.loads("<meta refresh>", values.get("content", ""))
        if kind == "content-type" or "charset" in values:
            self.edits.append(_Edit(start, end, ""))

    def link(self, values: dict[str, str], start: int, end: int) -> None:
        """Put a stylesheet inside; leave out icons and hints."""
        relations = set(values.get("rel", "").lower().split())
        if "stylesheet" in relations:
            url = vendor.absolute(values.get("href", ""))
            if not self.uses(url):
                self.edits.append(_Edit(start, end, ""))
                return
            content = inline.styles(vendor.read(url).decode("utf-8"), url, self.fonts)
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
            url = vendor.absolute(values["src"])
            content = inline.script(url) if self.uses(url) else ""
            self.has_leaflet |= url.endswith(inline.LEAFLET)
            raw = f"<script{kept}>{content}"
            self.scripts.append(content)
        self.opened = _Edit(start, end, raw)


def _own_texts(text: str) -> list[str]:
    """A rendered page without the addresses that it loads, and the scripts among these that always go in."""
    linked = {vendor.absolute(match[1]) for match in LOADED.finditer(text)} & vendor.copies().keys()
    scripts = sorted(url for url in linked - vendor.ON_DEMAND.keys() if url.endswith(".js"))
    return [LOADED.sub("", text), *(vendor.read(url).decode("utf-8") for url in scripts)]


def _stays(value: str, tag: str, attribute: str) -> bool:
    """Whether an address lies inside the page; False for a list of addresses, which is ambiguous."""
    if value.startswith("data:"):
        return tag in FRAMED or (tag in IMAGES and attribute != "srcset")
    return value.startswith(("#", "about:"))
