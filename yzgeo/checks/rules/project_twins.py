"""Two projects of one owner are alike in name and figures, or two add up to a third.

同一单位的两个项目名称与数字雷同，或两个项目之和恰为第三个。

A project that is listed twice counts its investment and land twice. Projects of one owner are twins where their names
differ in a few characters, and investment, land or floor area is the same: a warning where two of these or the whole
name are the same, else information. Two projects whose investments add up to that of a third with a name like theirs may
be its parts: information. Phases and plots that their names tell apart (一期, 二期, A区) are no twins.

重复列入的项目会重复计算投资与用地。同一单位的两个项目名称仅差几字，而投资、用地或建筑面积相同的，为雷同：其中两项相同或名称全同的列为警告，否则列为提示。两个项目投资之和恰为第三个名称相近的项目的，或为其分项，列为提示。名称已分清的分期、分区（一期、二期、A区）不算雷同。

Found, twins of one owner:
查出：同一业主的雷同项目。

    >>> from yzgeo.checks.example_plan import print_findings
    >>> print_findings("project-twins", projects='''
    ... project_id, name,             owner,  investment
    ... p2,         高档纺织面料项目, 甲公司, 1.5
    ... p5,         高档纺织面料生产, 甲公司, 1.5''')
    info project:p5: 高档纺织面料项目 and 高档纺织面料生产 of one owner are alike: investment CNY 150 m.

Not found, phases of one work:
不报：同一工程的各期。

    >>> print_findings("project-twins", projects='''
    ... project_id, name,                 owner,  investment
    ... p2,         高档纺织面料一期项目, 甲公司, 1.5
    ... p5,         高档纺织面料二期项目, 甲公司, 1.5''')
    nothing found
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import combinations
from typing import Any

import pandas as pd

from yzgeo.checks.finding import Finding, NotChecked
from yzgeo.checks.passages import plain
from yzgeo.core.i18n import Text
from yzgeo.core.units import amount, rounding
from yzgeo.plan import listings
from yzgeo.plan.model import Plan

TITLE = Text("同一单位的项目雷同", "Projects of one owner are alike")
PHASE = re.compile(
    r"[一二三四五六七八九十0-9a-z]+(?:期|区|标段|地块|号楼|号厂房|号|#)|[东南西北](?:区|地块)|第[一二三四五六七八九十0-9]+|启动区|先行区|扩建|续建"
)
"""What tells works of one owner apart."""
CAPACITY = re.compile(r"(?:年产|新增)?[0-9.]+[^\u4e00-\u9fff]*[万亿]?[\u4e00-\u9fff]?")
GENERAL = re.compile("项目|工程|建设|技改|技术改造|生产线|生产|制造|新建|改造|及配套|基地|的")
ALIKE = 0.8
"""Similarity of names from which on they differ in a few characters."""
SHORTEST = 4
AMOUNTS = {
    "investment": ("投资", "investment"),
    "new_land": ("新增用地", "new land"),
    "site_area": ("用地", "land"),
    "floor_area": ("建筑面积", "floor area"),
}


def clause(plan: Plan) -> str:
    """The clauses that list the projects."""
    return listings.parts_of_plan(plan.projects["source"]) or "projects.csv"


def check(plan: Plan) -> Iterator[Finding | NotChecked]:
    """Twins, and wholes beside their parts, among the projects of each owner."""
    if plan.projects.empty:
        yield NotChecked(Text("没有项目", "there are no projects"))
    for _, own in plan.projects.groupby("owner", sort=False):
        rows = list(own.itertuples())
        for one, other in combinations(rows, 2):
            yield from _twins(one, other)
        yield from _split(rows)


def _core(name: str) -> str:
    """A name without its capacity and the words that any project has."""
    return GENERAL.sub("", CAPACITY.sub("", plain(name)))


def _alike(one: Any, other: Any) -> bool:
    """Whether two names differ in a few characters that do not tell phases or plots apart."""
    names = plain(one.name).casefold(), plain(other.name).casefold()
    if PHASE.findall(names[0]) != PHASE.findall(names[1]):
        return False
    cores = _core(one.name), _core(other.name)
    if min(map(len, cores)) < SHORTEST:
        return names[0] == names[1]
    return SequenceMatcher(None, *cores, autojunk=False).ratio() >= ALIKE


def _twins(one: Any, other: Any) -> Iterator[Finding]:
    same = [
        (words, amount(getattr(one, column), getattr(one, f"{column}_unit")))
        for column, words in AMOUNTS.items()
        if pd.notna(getattr(one, column))
        and getattr(one, column) == getattr(other, column)
        and getattr(one, f"{column}_unit") == getattr(other, f"{column}_unit")
    ]
    whole_name = plain(one.name) == plain(other.name)
    if not (same or whole_name) or not _alike(one, other):
        return
    listed = Text(
        "、".join(f"{words[0]} {printed.zh}" for words, printed in same) or "名称相同",
        ", ".join(f"{words[1]} {printed.en}" for words, printed in same) or "the same name",
    )
    yield Finding(
        severity="warning" if whole_name or len(same) > 1 else "info",
        consequence="amount",
        subject=f"project:{other.project_id}",
        aspect=f"project:{one.project_id}",
        message=Text(
            f"同一单位的{one.name}与{other.name}雷同：{listed.zh}，或重复计列。",
            f"{one.name} and {other.name} of one owner are alike: {listed.en}.",
        ),
        remedy=Text(
            "是一个项目的，只列一次；不是的，写明区别", "list one project once; where they are two, say how they differ"
        ),
        clause="；".join(dict.fromkeys([one.source, other.source])),
        values={"projects": [one.project_id, other.project_id], "same": [printed.zh for _, printed in same]},
        geometry=other.geometry,
    )


def _split(rows: list[Any]) -> Iterator[Finding]:
    """Projects whose investment is that of two others with a name like theirs."""
    for whole in rows:
        parts = [row for row in rows if row is not whole and _within(whole, row)]
        for one, other in combinations(parts, 2):
            together = one.investment + other.investment
            if abs(together - whole.investment) > rounding(together) / 1e3 or whole.investment <= 0:
                continue
            printed = amount(whole.investment, whole.investment_unit)
            yield Finding(
                severity="info",
                consequence="amount",
                subject=f"project:{whole.project_id}",
                aspect=f"project:{one.project_id}+{other.project_id}",
                message=Text(
                    f"同一单位的{one.name}与{other.name}投资合计 {printed.zh}，恰为{whole.name}的投资，或重复计列。",
                    f"{one.name} and {other.name} of one owner have together the investment of {whole.name}, {printed.en}.",
                ),
                remedy=Text("总项目与分项只列其一", "list the whole or its parts"),
                clause="；".join(dict.fromkeys([whole.source, one.source, other.source])),
                values={"projects": [whole.project_id, one.project_id, other.project_id]},
                geometry=whole.geometry,
            )


def _within(whole: Any, part: Any) -> bool:
    """Whether a name begins as that of the whole does, with an investment in the same unit."""
    core = PHASE.sub("", _core(whole.name))
    same_unit = isinstance(whole.investment_unit, str) and whole.investment_unit == part.investment_unit
    named = len(core) >= SHORTEST and (
        core in _core(part.name) or SequenceMatcher(None, core, PHASE.sub("", _core(part.name))).ratio() >= ALIKE
    )
    return same_unit and named and pd.notna(whole.investment) and pd.notna(part.investment)
