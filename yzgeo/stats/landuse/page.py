"""The templates of the page and the picture, and how they say things."""

from __future__ import annotations

from collections.abc import Callable

from yzgeo.core.i18n import Lang, Text

PACKAGE = "yzgeo.stats.landuse"


def sayer(lang: Lang) -> Callable[..., str]:
    """What says a text of both languages, or two literals, in one of them.

    >>> print(sayer("en")("合计", "total"), sayer("zh")(Text("合计", "total")))
    total 合计
    """

    def say(text: Text | str, english: str | None = None) -> str:
        return text.of(lang) if isinstance(text, Text) else Text(text, english or text).of(lang)

    return say
