"""The result as one page that makes no request: tables, what became what as ribbons and matrix, and a map of changes."""

from __future__ import annotations

import base64
import hashlib

from markupsafe import Markup

from yzgeo.core.i18n import Lang
from yzgeo.stats.landuse.page import environment, style_sheet, template_values
from yzgeo.stats.landuse.result import Result

SUFFIXES = (".html", ".htm")
BINARY = False
CHANGES = False
POLICY = "default-src 'none'; style-src '{style}'"


def render(result: Result, lang: Lang) -> bytes:
    """A page without a script."""
    style = style_sheet("landuse.css") + style_sheet("figures.css")
    of_page = {"policy": POLICY.format(style=_hash(style)), "style": Markup(style)}  # noqa: S704  (yzgeo's own)
    return environment().get_template("landuse.html").render(template_values(result, lang) | of_page).encode("utf-8")


def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}"
