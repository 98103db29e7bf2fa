"""Read GeoJSON, including the `crs` member that older programs write.

GDAL would send a request for a CRS that is a link, and open other formats of JSON and XML that carry the name .geojson,
some of which describe data elsewhere; so a link is refused, and the driver is named.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pyproj

from yzgeo.core.errors import InputError, Parameter, unreadable
from yzgeo.core.i18n import Text
from yzgeo.readers import json_shapes
from yzgeo.readers.gdal_source import plain_path, refuse_content
from yzgeo.readers.ogr import read_layer
from yzgeo.readers.source import Source
from yzgeo.spatial.crs import read_crs

TITLE = Text("GeoJSON", "GeoJSON")
SUFFIXES = (".geojson", ".json", ".geojsonl", ".geojsons", ".geojsonseq")
CRS_MEMBER = re.compile(rb'"crs"\s*:\s*')
QUOTED_NAME = re.compile(rb"""['"]crs['"]""")
ESCAPED_NAME = re.compile(rb"\\u00[0-7]", re.IGNORECASE)
"""An ASCII letter written as an escape: a name may be hidden so."""
ESRI = re.compile(rb'"geometryType"\s*:\s*"esriGeometry')
ONE_A_LINE = re.compile(rb"\A[\s\x1e]*\{[^\r\n]*\}[ \t]*[\r\n\x1e]+[\x1e\s]*\{")

CRS_BYTES = 1 << 16
"""More than the longest definition of a CRS."""


def read(file: Path, layer: str | None) -> Source:
    """The features, with the coordinates of the file.

    Raises
    ------
    InputError
        When it cannot be read, has no feature, is not in UTF-8, has a shape that is not read, as one with curves, or names
        its CRS by a link or in a way that is not known.
    """
    json_shapes.refuse_other_encoding(file)
    with gdal_name(file) as name:
        source = read_layer(file, layer, name=name)
    json_shapes.refuse_unread(file, source.frame)
    return source


@contextmanager
def gdal_name(file: Path) -> Iterator[str]:
    """The name by which GDAL opens the file as GeoJSON and as nothing else.

    Raises
    ------
    InputError
        When it is no JSON, or names its CRS by a link or in a way that is not known.

    >>> import tempfile
    >>> file = Path(tempfile.mkdtemp(), "a.geojson")
    >>> _ = file.write_text('{"crs": {"type": "link", "properties": {"href": "http://example.org"}}, "features": []}')
    >>> with gdal_name(file) as name:
    ...     pass
    Traceback (most recent call last):
    yzgeo.core.errors.InputError: ...a.geojson: names its CRS by a link, which is not followed. Remedy: write the CRS as \
"crs": {"type": "name", "properties": {"name": "EPSG:4490"}}, or take it out and state it.
    """
    content = file.read_bytes()
    if not content.lstrip(b"\xef\xbb\xbf\x1e \t\r\n").startswith(b"{"):
        raise refuse_content(file, content)
    _require_crs_by_name(file, content)
    driver = "ESRIJSON" if ESRI.search(content) else "GeoJSONSeq" if _is_sequence(content) else "GeoJSON"
    with plain_path(file) as path:
        yield f"{driver}:{path}"


def _is_sequence(content: bytes) -> bool:
    """Whether each line is a feature."""
    if not ONE_A_LINE.search(content):
        return False
    try:
        first = json.loads(content.lstrip(b"\xef\xbb\xbf\x1e \t\r\n").splitlines()[0])
    except (ValueError, RecursionError):
        return False
    return isinstance(first, dict) and first.get("type") == "Feature"


def _require_crs_by_name(file: Path, content: bytes) -> None:
    """Refuse a member `crs`, wherever it stands, that GDAL might fetch or take for WGS 84 though it names another."""
    members = list(CRS_MEMBER.finditer(content))
    if ESCAPED_NAME.search(content) or len(members) != len(QUOTED_NAME.findall(content)):
        # GDAL takes comments, single quotes and escapes in a name: only a strict parser finds every member for sure.
        try:
            json.loads(content, object_pairs_hook=lambda pairs: _checked(file, pairs))
        except (ValueError, RecursionError) as error:
            raise unreadable(file, error) from error
        return
    decoder = json.JSONDecoder()
    for member in members:
        begin = content[member.end() : member.end() + CRS_BYTES].decode("utf-8", "replace")
        if not begin.startswith("{"):
            continue
        try:
            value, _ = decoder.raw_decode(begin)
        except (ValueError, RecursionError) as error:
            raise unreadable(file, error) from error
        _require_name(file, value)


def _checked(file: Path, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    for name, value in pairs:
        if name == "crs":
            _require_name(file, value)
    return dict(pairs)


def _require_name(file: Path, crs: Any) -> None:
    if not isinstance(crs, dict):
        return
    kind, properties = str(crs.get("type", "")).lower(), crs.get("properties")
    named = properties.get("name", properties.get("code")) if isinstance(properties, dict) else None
    if kind in ("link", "url") or (isinstance(named, str) and "://" in named and "opengis.net/def" not in named):
        raise InputError(
            Text("坐标系写成了链接，不会去取", "names its CRS by a link, which is not followed"),
            Text(
                '把坐标系写成 "crs": {"type": "name", "properties": {"name": "EPSG:4490"}}，或删去后另行指明',
                'write the CRS as "crs": {"type": "name", "properties": {"name": "EPSG:4490"}}, or take it out and state it',
            ),
            file=str(file),
        )
    if kind == "name" and isinstance(named, str):
        try:
            read_crs(named)
        except pyproj.exceptions.CRSError as error:
            shown = " ".join(named.split())[:60]
            raise InputError(
                Text(f"坐标系“{shown}”不认得", f"names a CRS that is not known: '{shown}'"),
                Text("改成 EPSG 代码，或删去后另行指明", "write an EPSG code instead, or take it out and state it"),
                file=str(file),
                parameter=Parameter("crs"),
            ) from error
