"""Which way a target is meant: words such as 超过 set a floor, and a word that denies them turns it into a ceiling."""

from __future__ import annotations

import re

from yzgeo.documents import words as word_tables
from yzgeo.documents.words import Words

TURNED = {"at_least": "at_most", "at_most": "at_least"}


def direction(word: str, words: Words) -> str:
    """The direction that a word sets, blank where it sets none.

    >>> tables = word_tables.load()
    >>> print([direction(word, tables) for word in ("突破", "不突破", "不得低于", "降至", "约")])
    ['at_least', 'at_most', 'at_least', 'at_most', '']
    """
    known = word_tables.meaning(words, "directions", word, "direction")
    denied = re.match(negation(words), word)
    if known or denied is None:
        return known
    return TURNED.get(word_tables.meaning(words, "directions", word[denied.end() :], "direction"), "")


def stated(text: str, words: Words) -> set[str]:
    """The directions that the words of a text set, each word with what denies it.

    >>> print(stated("不得高于0.5", word_tables.load()), stated("高于0.5", word_tables.load()))
    {'at_most'} {'at_least'}
    """
    known = word_tables.one_of(word_tables.of(words, "directions"))
    found = {direction(match[0], words) for match in re.finditer(rf"(?:{negation(words)})?{known}", text)}
    return found - {""}


def negation(words: Words) -> str:
    """A pattern for a word that denies the next one."""
    return word_tables.one_of(word_tables.of(words, "negations"))
