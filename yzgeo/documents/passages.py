"""Passages of a document: sentences with their place in a clause, labels at the head of a line, lists of names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import pandas as pd

from yzgeo.documents.once import once_per_document

OPENING = {"（": "）", "(": ")", "“": "”", "《": "》", "〈": "〉", "【": "】"}
MARKS = (
    r"[\s　]*(?:第[一二三四五六七八九十百0-9０-９]+[编篇章节条][\s　]*|[—–-]{1,2}|[●•·◆■▪○◎➢①-⑳]"
    r"|[（(][一二三四五六七八九十0-9０-９]+[)）][、.．]?|[一二三四五六七八九十]+[、.．]"
    r"|[0-9０-９]+(?:[.．][0-9０-９]+)+[\s　]+|[0-9０-９]+(?:[.．][0-9０-９]+){2,}"
    r"|[0-9０-９]+(?:[、．)）]|[.](?![0-9０-９])))?[\s　]*"
)
"""What numbers a paragraph or a line, as characters of its text."""

LONGEST_SENTENCE = 800
"""Characters; no sentence of a plan has more, and what is done for each number of one takes its whole length."""
OTHERS = (
    r"等(?:[一二三四五六七八九十百0-9０-９]*[大类个种]*(?:主导|重点)?(?:产业|行业|领域|园区)?)?"
    r"|[一二两三四五六七八九十][大个](?:主导|重点|支柱|特色)?(?:产业|行业|领域)"
)
"""What may close a list of names: 等五大产业, 两大主导产业."""


class Span(NamedTuple):
    """Some characters of a text, and where they stand."""

    text: str
    start: int
    end: int


@once_per_document
def prose(clauses: pd.DataFrame) -> list[pd.Series]:
    """The clauses of running text: paragraphs, notes, and rows of one cell, which are boxes."""
    return [
        clause
        for _, clause in clauses.astype(object).iterrows()
        if clause["kind"] in {"paragraph", "note", "box", "heading"}
        or (clause["kind"] == "row" and len([cell for cell in clause["cells"] if cell.strip()]) <= 1)
    ]


def sentences(text: str) -> list[Span]:
    """The sentences of a text; a line is at least one, and one longer than any sentence several.

    >>> print([span.text for span in sentences("甲区大。乙区小；丙区中")])
    ['甲区大', '乙区小；丙区中']
    """
    found = []
    for match in re.finditer(r"[^。！？\n]+", text):
        found += [
            Span(text[start:end], start, end) for start, end in _cut(text, *match.span()) if text[start:end].strip()
        ]
    return found


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts of a sentence, cut behind a semicolon, else a comma, where it is longer than any."""
    while end - start > LONGEST_SENTENCE:
        latest = start + LONGEST_SENTENCE
        cuts = [at for mark in ("；", ";", "，", ",") if (at := text.rfind(mark, start + 1, latest)) > 0]
        behind = cuts[0] + 1 if cuts else latest
        yield start, behind
        start = behind
    yield start, end


def before(text: str, end: int) -> str:
    """The characters before a place in a text, as many as a sentence has at most: a search of all of a long one is slow.

    >>> print(before("产值5亿元", 2))
    产值
    """
    return text[max(0, end - LONGEST_SENTENCE) : end]


def items(text: str, start: int = 0, parted_by: str = "、，,；;／/\n") -> list[Span]:
    """The names of a list, whose brackets are never parted; a closing 等 is left out.

    >>> print([span.text for span in items("智能装备（精密、汽车）、航空航天，新材料等。")])
    ['智能装备（精密、汽车）', '航空航天', '新材料']
    """
    found, depth, first = [], [], 0
    for position, character in enumerate(text + "\n"):
        if character in OPENING:
            depth.append(OPENING[character])
        elif depth and character == depth[-1]:
            depth.pop()
        elif (not depth and character in parted_by) or position == len(text):
            found.append((first, position))
            first = position + 1
    return [span for span in (_trimmed(text, start, *ends) for ends in found) if span.text]


def _trimmed(text: str, start: int, first: int, last: int) -> Span:
    part = text[first:last]
    ending = re.search(rf"(?:{OTHERS})?[。.；;，,、\s　]*$", part)
    whole = part[: ending.start()] if ending else part
    lead = len(whole) - len(whole.lstrip(" 　\t\r\n"))
    return Span(whole.strip(), start + first + lead, start + first + len(whole.rstrip()))


def plain(text: str) -> str:
    r"""A cell without blanks and line breaks, which a table's width puts into names; letters of words stay apart.

    >>> print(plain("汽    车"), plain("年产28万吨\n铸件"), plain("Smart  City 园"))
    汽车 年产28万吨铸件 Smart City园
    """
    text = re.sub(r"[\s　]+", " ", text).strip()
    return re.sub(r"(?<![A-Za-z]) | (?![A-Za-z])", "", text)
