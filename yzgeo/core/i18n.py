"""Texts in the two languages of yzgeo stand side by side where they are used."""

from __future__ import annotations

from typing import Literal, NamedTuple

Lang = Literal["zh", "en"]
LANGS: tuple[Lang, ...] = ("zh", "en")


class Text(NamedTuple):
    """One text in Chinese and in English.

    >>> print(Text("产业集聚区", "agglomeration area").of("en"))
    agglomeration area
    """

    zh: str
    en: str

    def of(self, lang: Lang) -> str:
        """The text in one language."""
        return self.zh if lang == "zh" else self.en


NOTHING = Text("", "")


def plain(text: object) -> Text:
    """A text that is the same in both languages, such as a name as printed."""
    return Text(str(text), str(text))
