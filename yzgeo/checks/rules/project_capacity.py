"""The yearly capacity in a project's title is one that its description states too.

项目名称所述年产能力与项目内容一致。

Capacities are compared where their units can be converted (吨 and 公斤, TEU and 二十尺标准箱), with 万 multiplied
out. The two contradict each other where the title states a capacity that the description lacks, and the description
one that the title lacks, of the same product as far as both name one. Parts count: 800 in the title is in order beside
500 and 300 in the description. Qualifiers and ranges count too: 50以上 holds 60. A description that states no capacity
says nothing against the title.

单位可以换算（吨与公斤、TEU 与二十尺标准箱）的产能，换算后按数值比较（“万”已乘开）。名称所述产能在内容中没有、内容又述有名称所没有的另一数，且所述产品（两处都写明时）相同的，才是矛盾。分项合计也算：名称 800 与内容 500、300 不矛盾；限定词与区间也算：“50 以上”与 60 不矛盾。内容未述产能的不算矛盾。

Found, 5万吨 in the title and 50万吨 in the description:
查出：名称作 5万吨，内容作 50万吨。

    >>> from yzgeo.checks.example_plan import print_findings
    >>> print_findings("project-capacity", figures='''
    ... figure_id,  value
    ... p1-content, 50''')
    warning project:p1: 年产5万吨钢材项目: capacity 50,000 t in the title, 500,000 t in the description.

Found, 5万吨 in the title and 6000000公斤 in the description:
查出：名称作 5万吨，内容作 6000000公斤。

    >>> print_findings("project-capacity", figures='''
    ... figure_id,  value,   unit
    ... p1-content, 6000000, 公斤''')
    warning project:p1: 年产5万吨钢材项目: capacity 50,000 t in the title, 6,000,000 kg in the description.

Not found, 5万吨 in the title, 3万吨 and 2万吨 in the description:
不报：名称作 5万吨，内容为 3万吨和 2万吨。

    >>> print_findings("project-capacity", figures='''
    ... figure_id,  measure_id, scope,      item, value, unit, stated_in
    ... p1-content, capacity,   project:p1, 板材, 3,     万吨, content
    ... p1-more,    capacity,   project:p1, 管材, 2,     万吨, content''')
    nothing found

Not found, 5万吨 in the title and 50000吨 in the description:
不报：名称作 5万吨，内容作 50000吨。

    >>> print_findings("project-capacity", figures='''
    ... figure_id,  value, unit
    ... p1-content, 50000, 吨''')
    nothing found
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import NamedTuple

from yzgeo.checks.finding import Finding, NotChecked
from yzgeo.checks.name_matching import bare, longest_shared
from yzgeo.checks.statements import span
from yzgeo.core.i18n import Text
from yzgeo.core.unit_grammar import Dimension, convert, in_base, parse
from yzgeo.core.units import english, multiplied_out
from yzgeo.plan import listings
from yzgeo.plan.known_measures import CAPACITY
from yzgeo.plan.model import Plan

TITLE = Text("项目名称与内容的产能不一致", "Capacity differs between title and description")
PROJECT = "project:"
MOST_PARTS = 5
"""Most capacities that are tried as parts of one."""
EXACT = 1e-9
"""Rounding of converted numbers."""


def clause(plan: Plan) -> str:
    """The clauses that list the projects."""
    return listings.parts_of_plan(plan.projects["source"]) or "projects.csv"


def check(plan: Plan) -> Iterator[Finding | NotChecked]:
    """Projects whose description states another capacity in the title's unit."""
    capacities = _capacities(plan)
    if not any(key in capacities["content"] for key in capacities["title"]):
        yield NotChecked(
            Text("没有名称与内容都载明产能的项目", "no project states capacity in both title and description")
        )
    projects = {project.project_id: project for project in plan.projects.itertuples()}
    for (project_id, dimension), stated in capacities["title"].items():
        others = capacities["content"].get((project_id, dimension), [])
        project = projects.get(project_id)
        if project is None:
            continue
        in_title, in_content = _unmatched(stated, others), _unmatched(others, stated)
        pairs = [(one, other) for one in in_title for other in in_content if _one_product(one.item, other.item)]
        if not pairs:
            continue
        unit = stated[0].unit
        printed, there = _printed(stated), _printed(others)
        yield Finding(
            rule="project-capacity",
            severity="warning",
            consequence="amount",
            subject=f"{PROJECT}{project_id}",
            aspect=unit,
            message=Text(
                f"{project.name}：名称所述产能 {printed.zh}，内容为 {there.zh}。",
                f"{project.name}: capacity {printed.en} in the title, {there.en} in the description.",
            ),
            remedy=Text("核对产能", "check the capacity"),
            clause=project.source,
            values={
                "unit": unit,
                "title": sorted({convert(one.number, one.unit, unit) or 0.0 for one in stated}),
                "content": sorted({convert(one.number, one.unit, unit) or 0.0 for one in others}),
            },
            geometry=project.geometry,
        )


class Capacity(NamedTuple):
    """A capacity with its bare unit, the range that it allows in the base of the unit, and its product."""

    number: float
    unit: str
    low: float
    high: float
    item: str


def _unmatched(stated: list[Capacity], others: list[Capacity]) -> list[Capacity]:
    """The capacities that are none of the others, no sum of some of them and no part of such a sum."""
    met = set()
    for one in stated:
        for size in range(1, min(len(others), MOST_PARTS) + 1):
            if any(_agree([one], some) for some in combinations(others, size)):
                met.add(one)
    for other in others:
        for size in range(2, min(len(stated), MOST_PARTS) + 1):
            met.update(one for some in combinations(stated, size) if _agree([other], some) for one in some)
    return [one for one in stated if one not in met]


def _agree(one: Iterable[Capacity], some: Iterable[Capacity]) -> bool:
    """Whether two sums may be one number, each as far as its qualifiers allow."""
    sides = [list(side) for side in (one, some)]
    (low, high), (least, most) = [(sum(c.low for c in side), sum(c.high for c in side)) for side in sides]
    slack = EXACT * max((abs(end) for end in (low, high, least, most) if math.isfinite(end)), default=0.0)
    return low <= most + slack and least <= high + slack


def _one_product(one: str, other: str) -> bool:
    """Whether two products may be one; a capacity without a product may be of any."""
    return not one or not other or bool(longest_shared(bare(one), bare(other))[1:])


Capacities = dict[tuple[str, Dimension], list[Capacity]]
"""By project and dimension of the unit."""


def _capacities(plan: Plan) -> dict[str, Capacities]:
    """By "title" and "content": the capacities stated of each project in units that can be converted."""
    capacities: dict[str, Capacities] = {"title": {}, "content": {}}
    for row in plan.figures[plan.figures["measure_id"] == CAPACITY].itertuples():
        unit = row.unit if isinstance(row.unit, str) else ""
        if row.stated_in in capacities:
            low, high = span(row.value, row.value_to, row.qualifier, is_count=True)
            least, most = (end if math.isinf(end) else in_base(end, unit) for end in (low, high))
            item = row.item if isinstance(row.item, str) else ""
            one = Capacity(*multiplied_out(row.value, unit), least, most, item)
            key = row.scope.removeprefix(PROJECT), parse(unit).dimension
            capacities[row.stated_in].setdefault(key, []).append(one)
    return capacities


def _printed(capacities: list[Capacity]) -> Text:
    """The numbers in ascending order, each unit once: 5、8 吨."""
    units = dict.fromkeys(one.unit for one in capacities)
    numbers = {
        unit: [f"{number:,.10g}" for number in sorted({one.number for one in capacities if one.unit == unit})]
        for unit in units
    }
    return Text(
        "、".join(f"{'、'.join(numbers[unit])} {unit}" for unit in units),
        ", ".join(f"{', '.join(numbers[unit])} {english(unit).after or unit}" for unit in units),
    )
