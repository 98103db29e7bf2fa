"""The content of `statistics.json`, for scripts."""

from __future__ import annotations

from typing import Any

from yzgeo.core.atomic_write import json_text
from yzgeo.core.i18n import Lang

SUFFIXES = (".json",)
BINARY = False


def render(statistics: dict[str, Any], lang: Lang) -> bytes:
    """Keys and units are the same in both languages."""
    return json_text(statistics).encode("utf-8")
