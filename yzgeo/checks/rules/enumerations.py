"""Lists of the same things agree in all places of the plan.

同一类事项在各处的列举一致。

The plan enumerates the same things in several places (`enumerations.csv`). Two names match when one holds the other, or
when they share a run of characters as long as the tolerance that says which thing it is (5G+ and 5G等新一代信息产业):
words for a sort of thing, such as 智能 or 装备, do not make 智能家电 of 人工智能. A list that ends with 等 is a choice: it may lack
items, but what it has should stand in the whole list. Which of two names is meant is for the reader: information.

规划在几处列举同类事项（`enumerations.csv`）。一个名称包含另一个，或两者有不短于容差、能指明事物的相同字段，即视为对应（5G+ 与 5G等新一代信息产业）；只同有“智能”“装备”之类通用字词的（人工智能与智能家电）不算。以“等”结尾的列举可以不全，但所列的应在全列之中。究竟以何者为准由读者判断，故列为提示。

Found, 造纸 in a second list where the first, which is whole, has 钢铁 and 纺织:
查出：前一处完整列举钢铁、纺织，后一处多出造纸。

    >>> from yzgeo.checks.example_plan import print_findings
    >>> print_findings("enumerations", enumerations='''
    ... enumeration_id, name,     name_en,        statement, complete, seq, item, source
    ... key-industries, 重点产业, Key industries, again,     false,    2,   造纸, 二''')
    info table:key-industries: Key industries: Chapter 2 has Paper (造纸), which Chapter 1 lacks (Steel (钢铁), Cloth (纺织)).

Not found, 纺织服装 beside 纺织, in a list that ends with 等:
不报：“纺织服装”与“纺织”并见，且列举以“等”结尾。

    >>> print_findings("enumerations")
    nothing found
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

import pandas as pd

from yzgeo.checks import tolerances
from yzgeo.checks.finding import Finding, NotChecked
from yzgeo.checks.name_matching import same_thing
from yzgeo.checks.tolerances import Tolerance
from yzgeo.core.i18n import Text, bilingual
from yzgeo.plan import listings
from yzgeo.plan.model import Plan

TITLE = Text("同类列举各处不一", "Lists of the same things differ")
TOLERANCE = Tolerance(
    2,
    Text("个字", "characters"),
    Text(
        "有两个字以上相同、且非通用字词的名称视为同一事项",
        "names that share two characters, other than words for a sort of thing, are taken for the same thing",
    ),
)


def clause(plan: Plan) -> str:
    """The clauses of the lists."""
    return listings.sections(plan.enumerations["source"]) or "enumerations.csv"


def check(plan: Plan) -> Iterator[Finding | NotChecked]:
    """Items of one list that another, whole list of the same things lacks."""
    shared = int(tolerances.of(plan, "enumerations", TOLERANCE).value)
    if plan.enumerations.empty:
        yield NotChecked(Text("没有登记同类列举", "no lists of the same things are recorded"))
    for _, rows in plan.enumerations.groupby("enumeration_id", sort=True):
        statements = [listed for _, listed in rows.groupby("statement", sort=True)]
        for one, whole in permutations(statements, 2):
            if whole["complete"].all():
                yield from _lacking(plan, one, whole, shared)


def _places(plan: Plan, sections: str) -> Text:
    return Text(sections, ", ".join(plan.place(section).en for section in sections.split("、")))


def _lacking(plan: Plan, one: pd.DataFrame, whole: pd.DataFrame, shared: int) -> Iterator[Finding]:
    names = list(whole["item"])
    lacking = [item for item in one["item"] if not any(same_thing(item, name, shared) for name in names)]
    if not lacking:
        return
    title = one.iloc[0]
    here, there = (_places(plan, listings.sections(rows["source"])) for rows in (one, whole))
    yield Finding(
        rule="enumerations",
        severity="info",
        consequence="name",
        subject=f"table:{title['enumeration_id']}",
        aspect=title["statement"],
        message=Text(
            f"{title['name']}：{here.zh}列有{'、'.join(lacking)}，{there.zh}（{'、'.join(names)}）没有。",
            f"{bilingual(title['name'], title['name_en']).en}: {here.en} has {listings.glossed(plan, lacking)}, which {there.en} lacks ({listings.glossed(plan, names)}).",
        ),
        remedy=Text("统一名称，或补入列举", "use one name, or add it to the list"),
        clause="；".join(dict.fromkeys([*one.loc[one["item"].isin(lacking), "source"], *whole["source"]])),
        values={"lacking": lacking, "list": names},
    )
