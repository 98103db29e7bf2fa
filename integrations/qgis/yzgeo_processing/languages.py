"""Texts in Chinese and English, in the language of QGIS."""

from __future__ import annotations

from typing import NamedTuple

LANGUAGES = ("zh", "en")


class Text(NamedTuple):
    """A text for users in both languages."""

    zh: str
    en: str

    def of(self, lang: str) -> str:
        """The text in one language."""
        return self.zh if lang == "zh" else self.en

    def __str__(self) -> str:
        return self.of(language())


def language() -> str:
    """The language of QGIS, as yzgeo names it: "zh" for every kind of Chinese, else "en"."""
    from qgis.core import QgsApplication

    return "zh" if QgsApplication.locale().lower().startswith("zh") else "en"
