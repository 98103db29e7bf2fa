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


def counted(number: int, one: str, several: str = "") -> str:
    """A number of things in English: one of them, or several (`one` with an s where the plural is not given).

    >>> print(counted(1, "finding"), "|", counted(0, "finding"), "|", counted(2, "is", "are"))
    1 finding | 0 findings | 2 are
    """
    return f"{number:,} {one if number == 1 else several or one + 's'}"


def quote(words: str) -> str:
    """Words of a plan in quotation marks, so that a sentence shows where they begin and end; their own become single.

    >>> print(quote("合计"), quote("“154”产业集群"))
    “合计” “‘154’产业集群”
    """
    return f"“{words.replace('“', '‘').replace('”', '’')}”"


def bilingual(zh: object, en: object) -> Text:
    """A name in both languages; the Chinese one stands in where there is no English (None, NaN or blank).

    >>> print(*bilingual("甲区", "Zone A"), *bilingual("甲区", float("nan")))
    甲区 Zone A 甲区 甲区
    """
    return Text(str(zh), en if isinstance(en, str) and en.strip() else str(zh))
