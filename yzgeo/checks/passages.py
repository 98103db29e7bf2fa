"""The words of a plan, line by line: what is prose, what a heading, a caption or a row of a table."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

import pandas as pd

from yzgeo.plan.cache import cached_per_plan
from yzgeo.plan.model import Plan

CELL = "｜"
"""What parts the cells of a table's row in `clauses.csv`."""
DIGITS = {"零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
NUMERAL = f"[{''.join(DIGITS)}十]+"
NUMBER = rf"(?:{NUMERAL}|[0-9]+)"
KINDS = ("附表", "附图", "专栏", "附件", "附录", "表", "图")
LABEL = re.compile(rf"({'|'.join(KINDS)})\s*({NUMBER}(?:[-—–－.．]{NUMBER})*)(?![0-9.．%年月日个大项])")
"""A numbered thing of a plan, such as 表1, 图4-1 or 专栏三."""
CAPTION = re.compile(
    rf"(?:续)?{LABEL.pattern}(?:[（(]?续[)）]?)?(?:[\s:：.．、]|$|(?=[“《（(\u4e00-\u9fffA-Za-z]))[^。；，,;]*$"
)
LONGEST_CAPTION = 60
LONGEST_HEADING = 45
INNERMOST = re.compile(r"[（(][^（()）]*[）)]")
DEEPEST = 3
"""So deep the brackets of a plan nest."""
HEADINGS = (
    re.compile(rf"第({NUMBER})章"),
    re.compile(rf"第({NUMBER})节"),
    re.compile(rf"({NUMERAL})\s*[、.．]"),
    re.compile(rf"[（(]({NUMERAL})[）)]"),
    re.compile(r"([0-9]{1,2})\s*[、.．](?![0-9])"),
    re.compile(r"[（(]([0-9]{1,2})[）)]"),
)
"""How headings are numbered, from chapters down."""

TOPIC = re.compile(
    r"^(?:——|—|[-·•●]|[0-9]{1,2}[.．、]|[（(][0-9一二三四五六七八九十]{1,3}[)）])\s*(?P<topic>[^。：:，,；]{2,20})[。：:]"
)
"""A paragraph that is headed by its topic."""


class Label(NamedTuple):
    """What a table, figure, box or annex is called: its kind, the numbers before the last (表4-2: 4), the last."""

    kind: str
    before: tuple[int, ...]
    number: int

    def __str__(self) -> str:
        return f"{self.kind}{'-'.join(str(number) for number in (*self.before, self.number))}"


@cached_per_plan
def lines(plan: Plan) -> pd.DataFrame:
    """The lines of the plan's clauses in their order.

    Returns
    -------
    DataFrame
        `clause`, `text` (without the blanks around it), `last` (the last line of its clause) and `kind`: "row" of a
        table, "caption", "heading", or "prose".

    >>> from yzgeo.plan.load import load
    >>> print(lines(load("yinzhou")).set_index("clause")["kind"]["表3"])
    caption
    """
    rows = []
    for clause, text in plan.clauses[["clause", "text"]].itertuples(index=False):
        parts = [line.strip() for line in str(text).splitlines() if line.strip()]
        rows += [(clause, line, number == len(parts), _kind(line)) for number, line in enumerate(parts, start=1)]
    return pd.DataFrame(rows, columns=["clause", "text", "last", "kind"])


def prose(plan: Plan) -> pd.DataFrame:
    """The lines that are prose: sentences under headings and in boxes, without tables."""
    table = lines(plan)
    return table[table["kind"] == "prose"]


def _kind(line: str) -> str:
    if CELL in line or "\t" in line:
        return "row"
    if caption(line) is not None:
        return "caption"
    numbered = any(pattern.match(line) for pattern in HEADINGS)
    return "heading" if numbered and len(line) <= LONGEST_HEADING and not re.search("[，,；;]|。.", line) else "prose"


def caption(line: str) -> Label | None:
    """The label of a line that is the caption of a table, figure, box or annex; None for any other line.

    >>> print(caption("表3  空间布局图"), caption("表1所列各项，"), caption("专栏三：绿色制造工程"))
    表3 None 专栏3
    """
    line = line.strip()
    matched = CAPTION.match(line)
    return label(matched[1], matched[2]) if matched and len(line) <= LONGEST_CAPTION else None


def label(kind: str, number: str) -> Label:
    """A label from its words.

    >>> print(label("表", "4-2"), label("专栏", "十二"))
    表4-2 专栏12
    """
    *before, last = (numeral(part) for part in re.split("[-—–－.．]", number))
    return Label(kind, tuple(before), last)


def numeral(text: str) -> int:
    """A number below a hundred in Chinese or Arabic numerals.

    >>> print(numeral("十"), numeral("二十三"), numeral("两"), numeral("12"))
    10 23 2 12
    """
    if text.isdigit() and text.isascii():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return int("".join(str(DIGITS[digit]) for digit in text))
    return 10 * (DIGITS[tens[-1]] if tens and tens[-1] in DIGITS else 1) + (DIGITS[ones[-1]] if ones else 0)


def plain(text: str) -> str:
    """A text with half-width brackets, digits and punctuation and no blanks, so that spellings compare.

    >>> print(plain("企业（产品） １０家"))
    企业(产品)10家
    """
    return "".join(unicodedata.normalize("NFKC", text).split())


def without_brackets(text: str) -> str:
    """A text without what stands in round brackets, and in brackets within these.

    >>> print(without_brackets("两类（甲（一）、乙）企业"))
    两类企业
    """
    for _ in range(DEEPEST):
        text = INNERMOST.sub("", text)
    return text
