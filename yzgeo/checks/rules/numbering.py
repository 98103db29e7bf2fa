"""Tables, figures, boxes, annexes or headings are numbered with a gap or twice.

表、图、专栏、附件或标题的编号有缺号或重号。

Numbers of one kind should follow each other (表1, 表2; 表4-1, 表4-2), and so should numbered headings of one level
under one heading. An excerpt may begin with any number; where a count starts anew with one, that is no repetition.

同类编号应当连续（表1、表2；表4-1、表4-2），同一标题之下同级标题亦然。节录可从任一号起；从一重新起算的，不算重号。

Found, 表1 and 表3 with no 表2 between them:
查出：有表1、表3，没有表2。

    >>> from yzgeo.checks.example_plan import print_findings
    >>> print_findings("numbering", clauses='''
    ... clause, text
    ... 表1,    "表1 面积"
    ... 表3,    "表3 产值"''')
    warning clause:表3: Between 表1 and 表3 there is no 表2.

Found, the heading （二） twice:
查出：标题（二）出现两次。

    >>> print_findings("numbering", clauses='''
    ... clause, text
    ... 五,     （一）用地
    ... 六,     （二）产业
    ... 七,     （二）交通''')
    warning clause:七: The number of （二）交通 stands before （二）产业 too.

Not found, numbers that follow each other:
不报：编号前后相接。

    >>> print_findings("numbering", clauses='''
    ... clause, text
    ... 五,     （一）用地
    ... 六,     （二）产业
    ... 七,     （三）交通''')
    nothing found
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pandas as pd

from yzgeo.checks.finding import Finding, NotChecked
from yzgeo.checks.passages import HEADINGS, Label, caption, lines, numeral
from yzgeo.core.i18n import Text
from yzgeo.plan import listings
from yzgeo.plan.model import Plan

TITLE = Text("编号缺号或重号", "Numbers are missing or stand twice")
CONTINUED = "续"
SHOWN = 24
"""So much of a heading is quoted."""
OWN_NUMBERS = {"专栏", "表", "图", "附件", "附表", "附图", "附录"}
"""Within these the numbers of lines are their own, and no headings of the plan."""


def clause(plan: Plan) -> str:
    """The parts of the plan that are numbered."""
    table = lines(plan)
    numbered = table.loc[table["kind"].isin(["caption", "heading"]), "clause"]
    return listings.parts_of_plan(numbered) or "clauses.csv"


def check(plan: Plan) -> Iterator[Finding | NotChecked]:
    """Gaps and repetitions of captions, then of headings."""
    table = lines(plan)
    if not table["kind"].isin(["caption", "heading"]).any():
        yield NotChecked(Text("条文没有编号", "nothing in the text is numbered"))
    yield from _captions(table)
    yield from _headings(table)


def _captions(table: pd.DataFrame) -> Iterator[Finding]:
    places: dict[Label, list[tuple[str, str]]] = {}
    for row in table[table["kind"] == "caption"].itertuples():
        named = caption(row.text)
        if named is not None and CONTINUED not in row.text:
            places.setdefault(named, []).append((row.clause, row.text))
    for found in places.values():
        texts = list(dict.fromkeys(text for _, text in found))
        if len(texts) > 1:  # a caption that a later page repeats in the same words is one caption
            yield _twice(found[-1][0], found[0][0], texts[-1], texts[0])
    for one, after in pairwise(sorted(places)):
        if (one.kind, one.before) == (after.kind, after.before) and after.number > one.number + 1:
            lacking = [str(one._replace(number=number)) for number in range(one.number + 1, after.number)]
            yield _gap(places[after][0][0], places[one][0][0], str(one), str(after), lacking)


def _headings(table: pd.DataFrame) -> Iterator[Finding]:
    """Headings whose number follows that of no list that is open at their level."""
    open_lists: list[list[tuple[int, str, str]]] = [[] for _ in HEADINGS]
    within = False
    for row in table.itertuples():
        level, number = _numbered(row.text)
        label = caption(row.text) if row.kind == "caption" else None
        if label is not None and label.kind in OWN_NUMBERS:
            within = True
        if level is None or row.kind == "row":
            continue
        if within and level >= len(HEADINGS) - 2 and row.clause == _clause_of_caption(table, row.Index):
            continue
        within = False
        shown = row.text[:SHOWN]
        last = open_lists[level]
        if number != 1 and last:
            fits = [one for one in last if one[0] == number - 1]
            if not fits:
                before = last[-1]
                if any(one[0] == number for one in last):
                    same = next(one for one in last if one[0] == number)
                    yield _twice(row.clause, same[2], shown, same[1])
                elif number > before[0] + 1:
                    yield _gap(row.clause, before[2], before[1], shown, [str(n) for n in range(before[0] + 1, number)])
            open_lists[level] = [one for one in last if one not in fits[-1:]]
        open_lists[level].append((number, shown, row.clause))
        for lower in range(level + 1, len(HEADINGS)):
            open_lists[lower] = []


def _clause_of_caption(table: pd.DataFrame, index: int) -> str | None:
    """The clause of the last caption above a line."""
    above = table.loc[:index]
    captions = above[above["kind"] == "caption"]
    return None if captions.empty else str(captions["clause"].iloc[-1])


def _numbered(text: str) -> tuple[int | None, int]:
    for level, pattern in enumerate(HEADINGS):
        if matched := pattern.match(text):
            return level, numeral(matched[1])
    return None, 0


def _gap(place: str, before_place: str, before: str, after: str, lacking: list[str]) -> Finding:
    missing = "、".join(f"第{one}项" if one.isdigit() else one for one in lacking)
    return Finding(
        severity="warning",
        consequence="name",
        subject=f"clause:{place}",
        aspect=missing,
        message=Text(
            f"“{before}”之后是“{after}”，其间没有{missing}。",
            f"Between {before} and {after} there is no {', '.join(f'number {one}' if one.isdigit() else one for one in lacking)}.",
        ),
        remedy=Text("补上所缺，或改正编号", "add what is missing, or mend the numbers"),
        clause="；".join(dict.fromkeys([before_place, place])),
        values={"before": before, "after": after, "missing": lacking},
    )


def _twice(place: str, first_place: str, text: str, first: str) -> Finding:
    return Finding(
        severity="warning",
        consequence="name",
        subject=f"clause:{place}",
        aspect=text,
        message=Text(f"“{text}”与前文“{first}”同号。", f"The number of {text} stands before {first} too."),
        remedy=Text("改正编号", "mend the number"),
        clause="；".join(dict.fromkeys([first_place, place])),
        values={"first": first, "again": text},
    )
