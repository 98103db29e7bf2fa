"""What became what as a picture: ribbons between the classes of the first level, as SVG."""

from __future__ import annotations

from importlib import resources

from markupsafe import Markup

from yzgeo.core.errors import InputError
from yzgeo.core.i18n import Lang, Text
from yzgeo.core.templates import environment
from yzgeo.stats.landuse import pictures
from yzgeo.stats.landuse.page import PACKAGE, sayer
from yzgeo.stats.landuse.result import Result

SUFFIXES = (".svg",)
BINARY = False
CHANGES = True


def render(result: Result, lang: Lang) -> bytes:
    """A picture for a report or slides; the names are text in it."""
    ribbons = pictures.ribbons(result)
    if ribbons is None:
        raise InputError(
            Text("一级类没有变化，无可画", "no class of the first level changed, so there is nothing to draw"),
            Text("换用表格或网页", "take a table or the page"),
        )
    style = resources.files(PACKAGE).joinpath("assets", "landuse.css").read_text(encoding="utf-8")
    values = {
        "lang": lang,
        "say": sayer(lang),
        "fixed": lambda value: f"{value:,.4f}",
        "ribbons": ribbons,
        "kinds": pictures.KINDS,
        "style": Markup(style),  # noqa: S704  (the style sheet of the page)
    }
    return environment(PACKAGE).get_template("picture.svg").render(values).encode("utf-8")
