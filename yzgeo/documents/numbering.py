"""How official documents number their parts: 第一章, 第一节, 一、（一）1.（1）①, 表1, 专栏1, 附件1."""

from __future__ import annotations

import re
from typing import NamedTuple

CHINESE = "[〇零一二三四五六七八九十百]{1,5}"
COUNT = rf"(?:{CHINESE}|[0-9０-９]{{1,3}})"
PART, CHAPTER, SECTION, HEAD, SUBHEAD, ITEM, POINT, CIRCLED = range(8)
LEVELS = {
    PART: rf"第\s?{COUNT}\s?(?:篇|编|部分)(?![一-龥]*[，。；])",
    CHAPTER: rf"第\s?{COUNT}\s?章",
    SECTION: rf"第\s?{COUNT}\s?节",
    HEAD: rf"{CHINESE}\s?[、．.](?!\d)",
    SUBHEAD: rf"[（(]\s?{CHINESE}\s?[）)]",
    ITEM: r"[0-9０-９]{1,2}\s?[.．、](?![0-9０-９])",
    POINT: r"[（(]\s?[0-9０-９]{1,2}\s?[）)]|[0-9]{1,2}[)）]",
    CIRCLED: r"[①-⑳]",
}
MARKS = {rank: re.compile(pattern) for rank, pattern in LEVELS.items()}
DECIMAL = re.compile(r"(\d{1,2}(?:[.．]\d{1,2}){0,4})(?:[\s\u3000]+|(?<=[.．]\d)(?=[一-龥]))(?=\S)")
"""1.2 or, set apart by a blank, 1: the numbers of technical documents; only headings by style are read so."""
LONGEST_HEADING = 60
SENTENCE_END = re.compile("[。；;！？]")
ANNEX = re.compile(rf"附\s?(件|录)\s*({COUNT})?(?=$|[\s：:．.、])[\s：:．.、]*")
ANNEX_LIST = re.compile(r"附\s?件\s*[：:]\s*\S")
CAPTION = re.compile(rf"(附?表|附?图|专栏)\s*((?:[A-Z])?[0-9０-９]+(?:[-–—－.．][0-9０-９]+)*|{CHINESE})?(?=(.?))")
CONTINUED = re.compile(r"[（(]?\s*续\s*(?:附?表|专栏)?")
UNIT = re.compile(
    r"(?<![报责设主办担制管属用送领])(?:计量|金额|面积)?单\s*位\s*[：:]\s*([^）)\s，,；;]+(?:[、，,][^）)\s，,；;]+)*)"
)
NOTE = re.compile(r"(?:备?注|资料来源|数据来源|说明)\s*\d*\s*[：:]")
DISTRIBUTION = re.compile(r"(?:抄\s?送|主\s?送|分\s?送)\s*[：:]")
CONTENTS = re.compile(r"目\s*[录次]")
DATE = re.compile(rf"[（(]?\s*(?:\d{{4}}|[〇零○Ｏ一二三四五六七八九]{{4}})\s*年\s*{COUNT}\s*月\s*{COUNT}\s*日\s*[）)]?")
APART = "\u3000 \t：:."


class Mark(NamedTuple):
    """The number that a paragraph begins with: its rank (0 a part, 7 a circled number), as printed, and the rest."""

    rank: float
    printed: str
    rest: str


def mark_of(text: str, *, styled: bool = False) -> Mark | None:
    """The number that a paragraph begins with.

    >>> mark_of("（一）现实基础"), mark_of("2.8亿元"), mark_of("第三节 发展目标").printed
    (Mark(rank=4, printed='（一）', rest='现实基础'), None, '第三节')
    >>> mark_of("1.2 发展基础", styled=True)
    Mark(rank=2.2, printed='1.2', rest='发展基础')
    """
    if styled and (decimal := DECIMAL.match(text)):
        printed = decimal[1].replace("．", ".")
        return Mark(SECTION + 0.1 * (printed.count(".") + 1), printed, text[decimal.end() :].strip())
    for rank, pattern in MARKS.items():
        found = pattern.match(text)
        if found and (rank > SECTION or is_heading(text)):
            return Mark(rank, compact_mark(found[0]), text[found.end() :].strip(APART))
    return None


def compact_mark(printed: str) -> str:
    """The number of a part as references write it.

    >>> compact_mark("(一)"), compact_mark("1．"), compact_mark("二、"), compact_mark("３）")
    ('（一）', '1', '二', '（3）')
    """
    number = "".join(printed.split()).translate(str.maketrans("０１２３４５６７８９()", "0123456789（）"))
    if number.endswith("）"):
        return f"（{number.strip('（）')}）"
    return number.rstrip("、．.")


def is_heading(text: str) -> bool:
    """Whether a numbered text can be a heading: short, one phrase.

    >>> is_heading("（一）现实基础"), is_heading("（一）坚持创新。创新是动力。")
    (True, False)
    """
    return len(text) <= LONGEST_HEADING and SENTENCE_END.search(text[:-1]) is None


class Caption(NamedTuple):
    """The caption of a table, picture or box: 表, 图 or 专栏, and its reference, 表4-2 say."""

    kind: str
    reference: str


def caption_of(text: str, *, before_table: bool = False) -> Caption | None:
    """The caption that a paragraph is; `before_table` when a table follows at once.

    >>> caption_of("表4-2  布局情况表"), caption_of("专栏1：培育工程").reference, caption_of("表1所示的是现状")
    (Caption(kind='表', reference='表4-2'), '专栏1', None)
    >>> caption_of("表1指标体系", before_table=True).reference
    '表1'
    """
    found = CAPTION.match(text)
    if not found or not is_heading(text):
        return None
    kind, number, following = found[1], found[2] or "", found[3]
    if not number and not (kind == "专栏" and following in (*APART, "") and following != "."):
        return None
    if following and following not in APART and not before_table:
        return None
    return Caption(
        kind,
        f"{kind}{''.join(number.split()).translate(str.maketrans('０１２３４５６７８９—–－．', '0123456789---.'))}",
    )


def annex_of(text: str) -> str | None:
    """The reference of the annex that a paragraph begins.

    >>> annex_of("附件 2"), annex_of("附件1：项目表"), annex_of("附件：1.项目表"), annex_of("附件2所列项目")
    ('附件2', '附件1', None, None)
    """
    found = ANNEX.match(text)
    if not found or not is_heading(text) or ANNEX_LIST.match(text):
        return None
    return f"附{found[1]}{compact_mark(found[2] or '')}"


def begins_part(text: str) -> bool:
    """Whether a line begins a new part, so that no table cell goes on with it.

    >>> begins_part("四、重点任务"), begins_part("到2025年，形成5条"), begins_part("2.做强企业")
    (True, False, False)
    """
    mark = mark_of(text)
    return bool((mark and mark.rank <= SUBHEAD and is_heading(text)) or caption_of(text) or annex_of(text))


def unit_of(text: str) -> str:
    """The unit that a line or title states.

    >>> unit_of("（单位：亿元、亩）"), unit_of("项目单位"), unit_of("填报单位：甲局")
    ('亿元、亩', '', '')
    """
    found = UNIT.search(text)
    return found[1] if found else ""


def is_unit(text: str) -> bool:
    """Whether a line or cell states a unit and nothing else.

    >>> is_unit("（单位：亿元）"), is_unit("项目清单（单位：亿元）")
    (True, False)
    """
    found = UNIT.match(text.strip("（( "))
    return found is not None and len(text.strip("（）() ")) <= found.end() + 1
