"""What makes a number of running text doubtful: it may be another territory's, or tell only a distance."""

from __future__ import annotations

import re

from yzgeo.documents import words as word_tables
from yzgeo.documents.numbers import Quantity
from yzgeo.documents.passages import Span
from yzgeo.documents.statement import Statement
from yzgeo.documents.statement_names import LEAD, YEAR
from yzgeo.documents.words import Words

LAID_OUT = "规划|核准|批准|占地|园区|总|控制"
"""In kinds of areas that are laid out and not measured in a year."""


def whose_territory(
    text: str, sentence: Span, one: Quantity, done: list[Statement], words: Words, of_province: bool
) -> tuple[str, ...]:
    """A doubt where the number is another territory's: 全省 before it, or before the last one and none since."""
    part = re.split("[，,；;]", text[sentence.start : one.first])[-1]
    other, own = (word_tables.one_of(word_tables.of(words, "territories", whose=whose)) for whose in ("other", "own"))
    begins = re.sub(rf"^(?:{LEAD})+(?={other})", "", part)
    if of_province and re.match(r"全省|[\u4e00-\u9fff]{2,3}省", begins):
        return ()
    if re.match(other, begins) or re.match(r"[\u4e00-\u9fff]{2,3}省(?!级)", begins):
        return ("scope",)
    carried = done and "scope" in done[-1].doubts and not re.search(own, part)
    return ("scope",) if carried else ()


def is_conditional(before: str, words: Words) -> bool:
    """Whether a number is of a time that only a condition names: 全部达产后."""
    part = re.split("[；;]", before)[-1]
    return bool(re.search(word_tables.one_of(word_tables.of(words, "conditions")), part))


def is_extent(name: str, words: Words) -> bool:
    """Whether a name is how large something is laid out: 规划面积, of which the text must say whose it is.

    >>> from yzgeo.documents.words import load
    >>> print(is_extent("规划面积", load()), is_extent("建成区面积", load()))
    True False
    """
    known = next((row for row in words["areas"] if row["word"] == name), None)
    return known is not None and (not known["kind"] or re.search(LAID_OUT, known["kind"]) is not None)


def compares(before: str, words: Words) -> bool:
    """Whether a number only tells the distance to another one: 高于全市5个百分点, 高于2025年0.8个百分点."""
    return bool(
        re.search(
            rf"{word_tables.one_of(word_tables.of(words, 'comparisons'))}"
            rf"(?:[全本我][国省市县区]|{YEAR}年|[上去]年|同期|规划期?|平均|预期)[^，；。]{{0,10}}$",
            before,
        )
    )
