"""Changed land as GeoJSON, a feature a piece, the largest first."""

from __future__ import annotations

from yzgeo.core.i18n import Lang
from yzgeo.spatial.geojson import text
from yzgeo.stats.landuse.result import Result, change_layer

SUFFIXES = (".geojson",)
BINARY = False
CHANGES = True


def render(result: Result, lang: Lang) -> bytes:
    """Properties: `before, before_name, after, after_name, hectares, width_m`; WGS 84, as RFC 7946 has it."""
    return text(change_layer(result, lang)).encode("utf-8")
