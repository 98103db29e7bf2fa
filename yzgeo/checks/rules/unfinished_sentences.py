"""A paragraph stops in the middle of a sentence.

段落在句子中间断开。

The last line of each clause should close its sentence. One that ends with a comma goes on nowhere: a warning. One of
several clauses that ends with no mark at all may lack a full stop or its end: information. Headings, captions,
addresses, dates and rows of tables need no mark.

每条条文的末行应当句终。以逗号、顿号结尾的没有下文，列为警告；有几个分句、其后为标题或表格而末尾没有标点的，或缺下文，列为提示。标题、表题、称谓、日期和表格各行不需标点。

Found, a paragraph that ends with a comma:
查出：段落以逗号结尾。

    >>> from yzgeo.checks.example_plan import print_findings
    >>> print_findings("unfinished-sentences", clauses='''
    ... clause, text
    ... 五,     "到2030年，建设工厂10家，用水量下降10%，"''')
    warning clause:五: 五 ends in the middle of a sentence: “…，建设工厂10家，用水量下降10%，”

Not found, paragraphs that end:
不报：段落完整。

    >>> print_findings("unfinished-sentences", clauses='''
    ... clause, text
    ... 五,     "到2030年，建设工厂10家，用水量下降10%。"''')
    nothing found
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from yzgeo.checks.finding import Finding, NotChecked
from yzgeo.checks.passages import lines
from yzgeo.core.i18n import Text
from yzgeo.plan import listings
from yzgeo.plan.model import Plan

TITLE = Text("句子不完整", "Sentences are broken off")
BREAK = re.compile(r"[，、,]$")
CLOSED = re.compile(r"[。！？；：….!?;:”’』」》〉】\]）)]$")
PART = re.compile(r"[，,；;。]")
PARTS = 2
LONG_ENOUGH = 20
"""A line of so many characters and two clauses is a sentence, not a label."""
SHOWN = 18


def clause(plan: Plan) -> str:
    """The parts of the plan that are prose."""
    table = lines(plan)
    return listings.parts_of_plan(table.loc[table["kind"] == "prose", "clause"]) or "clauses.csv"


def check(plan: Plan) -> Iterator[Finding | NotChecked]:
    """Clauses of prose whose last line does not close its sentence."""
    table = lines(plan)
    following = table["kind"].shift(-1, fill_value="heading")
    ends = table[table["last"] & (table["kind"] == "prose")]
    if ends.empty:
        yield NotChecked(Text("条文没有段落", "the text has no paragraph"))
    for row in ends.itertuples():
        broken = BREAK.search(row.text) is not None
        if not broken:
            sentence = len(row.text) >= LONG_ENOUGH and len(PART.findall(row.text)) >= PARTS
            goes_on = following[row.Index] == "prose"  # a draft may break a paragraph into lines
            if goes_on or not sentence or CLOSED.search(row.text) or row.text.endswith(("印发", "日")):
                continue
        where = plan.place(row.clause)
        end = row.text[-SHOWN:]
        yield Finding(
            severity="warning" if broken else "info",
            consequence="name",
            subject=f"clause:{row.clause}",
            message=Text(
                f"{where.zh}结尾句子未完：“…{end}”" if broken else f"{where.zh}结尾没有标点：“…{end}”",
                f"{where.en} ends in the middle of a sentence: “…{end}”"
                if broken
                else f"{where.en} ends without a mark: “…{end}”",
            ),
            remedy=Text("补全句子或标点", "complete the sentence, or its mark"),
            clause=row.clause,
            values={"end": end},
        )
