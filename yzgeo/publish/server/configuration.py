"""The configuration of pygeoapi for the layers of a plan, https://docs.pygeoapi.io/en/stable/configuration.html.

Where the folder lies and by which address readers reach it is known only where it is served: these stand in the
configuration as environment variables. pygeoapi puts those in wherever a text stands without quotation marks, so
every text of the plan stands within: a title `${PGPASSWORD}` stays a title.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import pyproj
import yaml

from yzgeo.core.i18n import LANGS, Lang, Text
from yzgeo.core.visible_text import one_line
from yzgeo.export.metadata import LayerMetadata, description
from yzgeo.plan import attribution
from yzgeo.plan.model import Plan

FOLDER = "YZGEO_FOLDER"
"""Environment variable: the folder, as a full path."""
URL = "YZGEO_URL"
"""Environment variable: the address by which readers reach the server."""
HOST, PORT = "127.0.0.1", 5000
CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
SERVED_CRS = pyproj.CRS("OGC:CRS84")
"""WGS 84 as longitude and latitude, in which OGC API Features answers; CGCS2000 agrees to some centimetres."""
DEFAULT_ITEMS, MOST_ITEMS = 100, 10_000
"""Features an answer holds where the client names no number, and at most."""
WEB_ADDRESS = re.compile(r"https?://[^\s<>\"'`\\]+\Z")
UNKNOWN = Text("未注明", "not stated")


class Given(str):
    """A text that stands without quotation marks, so that pygeoapi puts the environment's values into it."""

    __slots__ = ()


class Link(NamedTuple):
    """A file of the folder `static` that belongs to a layer: its relation, media type, title, and size in bytes."""

    file: str
    rel: str
    media_type: str
    title: Text
    size: int


class Served(NamedTuple):
    """A layer as it is served.

    Its metadata, the titles of its columns by name, its bounds (west, south, east, north), the providers, and its files.
    """

    metadata: LayerMetadata
    columns: dict[str, Text]
    bounds: tuple[float, float, float, float]
    providers: tuple[dict[str, Any], ...]
    links: tuple[Link, ...]


def configuration(plan: Plan, layers: Iterable[Served], lang: Lang, contact: str | None = None) -> dict[str, Any]:
    """The configuration as a structure; the first language is what a client gets that asks for none.

    Parameters
    ----------
    plan
        The plan: its title, authority, period, licences.
    layers
        The layers to serve, in the order of the list of collections.
    lang
        The first language.
    contact
        Whom readers ask; the plan's authority where nobody is named.
    """
    order: list[Lang] = [lang, *(other for other in LANGS if other != lang)]
    layers = list(layers)
    title = Text(plan.title("zh"), plan.title("en"))
    return {
        "server": {
            "bind": {"host": HOST, "port": PORT},
            "url": base_url(),
            "mimetype": "application/json; charset=UTF-8",
            "encoding": "utf-8",
            "gzip": False,
            "languages": list(order),
            "cors": False,
            "pretty_print": False,
            "admin": False,
            "limits": {"default_items": DEFAULT_ITEMS, "max_items": MOST_ITEMS, "on_exceed": "throttle"},
            # No basemap: the pages load nothing from elsewhere.
            "map": {"url": "", "attribution": ""},
            "templates": {"path": in_folder("pages"), "static": in_folder("static")},
        },
        # pygeoapi 0.21 looks here, not in `server`, for the templates of its pages on tile matrix sets.
        "path": in_folder("pages"),
        "logging": {"level": "ERROR"},
        "metadata": {
            "identification": {
                "title": _both(title, order),
                "description": _both(_about(plan), order),
                "keywords": _keywords(plan, (), order),
                "keywords_type": "theme",
                "terms_of_service": _both(_terms(layers), order),
                "url": base_url(),
            },
            "license": _licence(plan, order),
            "provider": {"name": _both(plan.authority, order)},
            "contact": {
                "name": one_line(contact or plan.authority.of(lang)) or UNKNOWN.of(lang),
                "role": "pointOfContact",
            },
        },
        "resources": {served.metadata.layer: _collection(plan, served, order) for served in layers},
    }


def text(structure: dict[str, Any]) -> str:
    """The configuration as YAML; only what is `Given` stands without quotation marks.

    >>> print(text({"title": "${HOME}", "url": Given("${YZGEO_URL}/a")}), end="")
    "title": "${HOME}"
    "url": ${YZGEO_URL}/a
    """
    written: str = yaml.dump(structure, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10_000)
    return written


def base_url() -> Given:
    """The address of the server."""
    return Given(f"${{{URL}:-http://{HOST}:{PORT}}}")


def in_folder(name: str) -> Given:
    """A file or folder of the served folder."""
    return Given(f"${{{FOLDER}}}/{name}")


def file_provider(layer: str, key: str, label: str | None) -> dict[str, Any]:
    """Features from a GeoJSON file, which pygeoapi reads whole for each request: for layers of some thousand features."""
    return {
        "type": "feature",
        "name": "GeoJSON",
        "data": in_folder(f"data/{layer}.geojson"),
        "id_field": key,
        **({"title_field": label} if label else {}),
    }


def tile_provider(layer: str, zooms: tuple[int, int]) -> dict[str, Any]:
    """Vector tiles from a folder of them."""
    return {
        "type": "tile",
        "name": "MVT-tippecanoe",
        "data": in_folder(f"tiles/{layer}"),
        "options": {"zoom": {"min": zooms[0], "max": zooms[1]}, "schemes": ["WebMercatorQuad"]},
        "format": {"name": "pbf", "mimetype": "application/vnd.mapbox-vector-tile"},
    }


def _collection(plan: Plan, served: Served, order: list[Lang]) -> dict[str, Any]:
    metadata = served.metadata
    period = None if metadata.is_ground else plan.period
    temporal = (
        {"temporal": {"begin": f"{period[0]:04}-01-01T00:00:00Z", "end": f"{period[1]:04}-12-31T23:59:59Z"}}
        if period
        else {}
    )
    about = Text(*(description(metadata._replace(lang=lang), SERVED_CRS) for lang in LANGS))
    return {
        "type": "collection",
        "title": _both(metadata.title, order),
        "description": _both(about, order),
        "keywords": _keywords(plan, (metadata.title,), order),
        "links": [*(_link(link, order) for link in served.links), *_licence_links(plan, metadata, order)],
        "extents": {"spatial": {"bbox": [float(bound) for bound in served.bounds], "crs": CRS84}, **temporal},
        "providers": list(served.providers),
        # Of no meaning to pygeoapi: the heads of tables on the pages.
        "columns": {name: _both(title, order) for name, title in served.columns.items()},
    }


def _link(link: Link, order: list[Lang]) -> dict[str, Any]:
    return {
        "type": link.media_type,
        "rel": link.rel,
        "title": _of_link(link.title, order),
        "href": Given(f"{base_url()}/static/{link.file}"),
        "length": link.size,
    }


def _licence_links(plan: Plan, metadata: LayerMetadata, order: list[Lang]) -> list[dict[str, Any]]:
    """The plan's licences that have an address on the web; the words of the others stand in the description."""
    if metadata.is_ground:
        return []
    return [
        {"type": "text/html", "rel": "license", "title": _of_link(_named(licence), order), "href": licence["path"]}
        for licence in plan.particulars.get("licenses") or ()
        if WEB_ADDRESS.match(licence.get("path") or "")
    ]


def _licence(plan: Plan, order: list[Lang]) -> dict[str, Any]:
    """All licences by their names, and the address where the plan has but one licence, else of the page that names all."""
    licences = plan.particulars.get("licenses") or ()
    named = [_named(licence) for licence in licences]
    names = Text("；".join(name.zh for name in named), "; ".join(name.en for name in named)) if named else UNKNOWN
    paths = [licence.get("path") or "" for licence in licences]
    is_one = len(paths) == 1 and WEB_ADDRESS.match(paths[0])
    return {"name": _both(names, order), "url": paths[0] if is_one else base_url()}


def _named(licence: dict[str, Any]) -> Text:
    name, title = str(licence.get("name") or ""), str(licence.get("title") or "")
    words = f"{title}（{name}）" if name and title else title or name
    return Text(words, str(licence.get("title_en") or "") or words)


def _about(plan: Plan) -> Text:
    """Authority, date and sources of the plan."""
    issued = str(plan.particulars.get("issued") or "")
    sources = attribution.sources(plan) or [attribution.NO_SOURCES]
    return Text(
        f"{plan.authority.zh or UNKNOWN.zh} {issued or UNKNOWN.zh}。资料来源：{'；'.join(each.zh for each in sources)}",
        f"{plan.authority.en or UNKNOWN.en}, {issued or UNKNOWN.en}. Sources: {'; '.join(each.en for each in sources)}",
    )


def _terms(layers: Sequence[Served]) -> Text:
    """What the outlines are good for, each statement once."""
    told = list(dict.fromkeys(served.metadata.outlines for served in layers))
    return Text("；".join(each.zh for each in told), "; ".join(each.en for each in told))


def _keywords(plan: Plan, more: Sequence[Text], order: list[Lang]) -> dict[str, list[str]]:
    words = [*more, plan.district_name, Text("规划", "spatial plan")]
    return {lang: list(dict.fromkeys(one_line(word.of(lang)) for word in words)) for lang in order}


def _both(words: Text, order: list[Lang]) -> dict[str, str]:
    """A text by language; pygeoapi takes an empty one for none and would show the whole structure."""
    return {lang: one_line(words.of(lang)) or UNKNOWN.of(lang) for lang in order}


def _of_link(words: Text, order: list[Lang]) -> str:
    """The title of a link in both languages, since a link has but one."""
    return " / ".join(dict.fromkeys(one_line(words.of(lang)) for lang in order)) or UNKNOWN.of(order[0])


class _Dumper(yaml.SafeDumper):  # type: ignore[misc]  # ships no types
    """Writes texts in quotation marks, and what is `Given` without; nothing by reference."""

    def ignore_aliases(self, data: object) -> bool:
        return True


_Dumper.add_representer(str, lambda dumper, value: dumper.represent_scalar("tag:yaml.org,2002:str", value, style='"'))
_Dumper.add_representer(Given, lambda dumper, value: dumper.represent_scalar("tag:yaml.org,2002:str", value, style=""))
