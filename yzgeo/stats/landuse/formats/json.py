"""The result as one object, for scripts."""

from __future__ import annotations

from yzgeo.core.atomic_write import json_text
from yzgeo.core.i18n import Lang
from yzgeo.stats.landuse.result import Result, record

SUFFIXES = (".json",)
BINARY = False
CHANGES = False


def render(result: Result, lang: Lang) -> bytes:
    """Keys and units are the same in both languages; hectares to 8 decimals."""
    return json_text(record(result, lang)).encode("utf-8")
