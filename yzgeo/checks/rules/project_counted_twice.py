"""A project may be counted twice: it is part of another one in the list, or its twin.

项目或重复计列：在名单的另一项目之内，或与另一项目雷同。

A project may be listed as a whole and again by its plots, and then its investment and land count twice. Projects
of one owner are compared: where the description of one names what another is called, by a run of characters as
long as the tolerance, it may lie within the other. Owners name several works alike, so this is information. Twins of
one owner have names that differ in a few characters, and the same investment, land or floor area: a warning where two of
these or the whole name are the same, else information; so are two whose investments add up to that of a third with a
name like theirs. Phases and plots that their names tell apart (一期, 二期, A区) are no twins.

一个项目可能既整体列入又按地块再列，其投资与用地就会重复计算。同一单位的项目两两比较：一个的内容提到另一个的名称（相同字段不短于容差），后者可能在前者之内。单位给几项工程取相近的名称也属常见，故列为提示。同一单位的两个项目名称仅差几字，而投资、用地或建筑面积相同的，为雷同：其中两项相同或名称全同的列为警告，否则列为提示；两个项目的投资之和恰为第三个名称相近的项目的，亦列为提示。名称已分清的分期、分区（一期、二期、A区）不算雷同。

Found, a project on a plot of another one of the same owner:

    >>> from yzgeo.checks.example_plan import print_findings
    >>> print_findings("project-counted-twice", projects='''
    ... project_id, name,                   owner,  content
    ... p1,         东山未来工业社区启动区, 甲公司, 建设标准厂房
    ... p4,         轧钢项目,               甲公司, 东山未来工业社区A-1号地块，用地20亩''')
    info project:p4: 轧钢项目 says it is in 东山未来工业社区, which 东山未来工业社区启动区 of the same owner is called too.

Found, twins of one owner:

    >>> print_findings("project-counted-twice", projects='''
    ... project_id, name,             owner,  investment
    ... p2,         高档纺织面料项目, 甲公司, 1.5
    ... p5,         高档纺织面料生产, 甲公司, 1.5''')
    info project:p5: 高档纺织面料项目 and 高档纺织面料生产 of one owner are alike: investment 150 m yuan.

Not found, phases of one work:

    >>> print_findings("project-counted-twice", projects='''
    ... project_id, name,                 owner,  investment
    ... p2,         高档纺织面料一期项目, 甲公司, 1.5
    ... p5,         高档纺织面料二期项目, 甲公司, 1.5''')
    nothing found

Not found, projects of different owners:

    >>> print_findings("project-counted-twice", projects='''
    ... project_id, name,                   content
    ... p1,         东山未来工业社区启动区, 建设标准厂房
    ... p4,         轧钢项目,               东山未来工业社区A-1号地块，用地20亩''')
    nothing found
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import combinations
from typing import Any

import pandas as pd

from yzgeo.checks import tolerances
from yzgeo.checks.finding import Finding, NotChecked
from yzgeo.checks.name_matching import longest_shared, runs
from yzgeo.checks.passages import plain
from yzgeo.checks.tolerances import Tolerance
from yzgeo.core.i18n import Text
from yzgeo.core.units import amount, rounding
from yzgeo.plan import listings
from yzgeo.plan.model import Plan

TITLE = Text("项目或重复计列", "Projects that may be counted twice")
TOLERANCE = Tolerance(
    6,
    Text("个字", "characters"),
    Text("更短的相同字词是通用词（工业社区、产业园）", "shorter runs are words for kinds of places (工业社区, 产业园)"),
)
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
    """Projects whose description names another project of the same owner."""
    length = int(tolerances.of(plan, "project-counted-twice", TOLERANCE).value)
    if plan.projects.empty:
        yield NotChecked(Text("没有项目", "there are no projects"))
    several = plan.projects[plan.projects["owner"].notna() & plan.projects["owner"].duplicated(keep=False)]
    projects = several.set_index("project_id")
    owner = projects["owner"].rename("owner")
    named = runs(projects["name"], length).rename(columns={"key": "whole"}).join(owner, on="whole")
    content_runs = runs(projects["content"], length).rename(columns={"key": "part"}).join(owner, on="part")
    pairs = named.merge(content_runs, on=["owner", "run"])[["whole", "part"]].drop_duplicates()
    for whole, part in pairs[pairs["whole"] != pairs["part"]].sort_values(["part", "whole"]).itertuples(index=False):
        yield _finding(projects, whole, part)
    contained = {frozenset(pair) for pair in pairs.itertuples(index=False, name=None)}
    for _, own in several.groupby("owner", sort=False):
        rows = list(own.itertuples())
        for one, other in combinations(rows, 2):
            if frozenset((one.project_id, other.project_id)) not in contained:
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


def _finding(projects: pd.DataFrame, whole: str, part: str) -> Finding:
    other, one = projects.loc[whole], projects.loc[part]
    shared = longest_shared(other["name"], one["content"])
    return Finding(
        rule="project-counted-twice",
        severity="info",
        subject=f"project:{part}",
        aspect=f"project:{whole}",
        message=Text(
            f"{one['name']}的内容称在“{shared}”，同一业主的{other['name']}亦以此为名，或重复计列。",
            f"{one['name']} says it is in {shared}, which {other['name']} of the same owner is called too.",
        ),
        remedy=Text(
            "写明是否包含，以免投资与用地重复计算", "say whether one contains the other, so that nothing counts twice"
        ),
        clause="；".join(dict.fromkeys([other["source"], one["source"]])),
        values={"projects": [whole, part], "shared": shared},
        geometry=one.geometry,
    )
