"""A project's title names one product and its description another, or one amount in different units.

项目名称与内容所述产品不同，或同一产能用了不同单位。

Products are what title and description give a yearly capacity of (年产10万台马达), or say is made (生产, 制造). They differ where they share no
character, and no row of industries (`industries.csv` with its aliases) names both. One capacity in two units (5吨,
5000公斤) is converted, and a number that stands with two units which cannot be converted is told as printed. A title
of research (研发) whose description tells of making alone is told too. Amounts that differ are the rule `project-capacity`'s.

产品取自名称与内容所述年产能力（年产10万台马达）或“生产”“制造”的对象。两者没有一字相同、也非同一产业的别名（`industries.csv`）时，视为不同。同一产能用两种单位（5吨、5000公斤）的，换算后告知；同一数字带两种不可换算单位的，照录告知。名称称“研发”而内容只述生产的，也指出。数量不同的见 `project-capacity`。

Found, another product in the description:
查出：内容写的是另一种产品。

    >>> from yzgeo.checks.example_plan import print_findings
    >>> print_findings("title-and-content", projects='''
    ... project_id, name,                   content
    ... p1,         年产10万台线性马达项目, 形成年产10万台汽车零部件的生产能力。''')
    info project:p1: The title of 年产10万台线性马达项目 names 线性马达, its description 汽车零部件.

Found, tonnes in the title and kilograms in the description:
查出：名称用吨，内容用公斤。

    >>> print_findings("title-and-content", projects='''
    ... project_id, name,                content
    ... p1,         年产5吨特种钢材项目, 形成年产5000公斤特种钢材的生产能力。''')
    info project:p1: 年产5吨特种钢材项目: 5 吨 in the title, 5,000 公斤 in the description; that is the same, 5 吨.

Found, research in the title, making in the description:
查出：名称写研究，内容写生产。

    >>> print_findings("title-and-content", projects='''
    ... project_id, name,             content
    ... p1,         特种钢材研发项目, 建成后用于生产特种钢材。''')
    info project:p1: The title of 特种钢材研发项目 says “研发” (research), its description tells of making alone: “建成后用于生产特种钢材”.

Not found, one product in one unit:
不报：同一产品，同一单位。

    >>> print_findings("title-and-content", projects='''
    ... project_id, name,                  content
    ... p1,         年产5万吨特种钢材项目, 形成年产50000吨钢材的生产能力。''')
    nothing found
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product as pairs
from typing import Any

import pandas as pd

from yzgeo.checks.finding import Finding, NotChecked
from yzgeo.checks.project_words import Capacity, capacities, content_products, title_products
from yzgeo.core.i18n import Text, quote
from yzgeo.core.unit_grammar import convert, parse
from yzgeo.core.unit_words import NUMBERS
from yzgeo.core.units import amount
from yzgeo.plan import listings
from yzgeo.plan.aliases import names_of_industries
from yzgeo.plan.model import Plan

TITLE = Text("项目名称与内容所述产品或单位不一", "Title and description name different products or units")
ALIKE = 1e-9
RESEARCH = re.compile("研发|研究|试验|实验|中试|检测|设计|测试")
MAKING = re.compile("[^，。；]{0,8}(?:用于|从事|建成后|形成)?(?:年产|生产(?!性|力|商|者)|制造(?!业))[^，。；]{1,14}")


def clause(plan: Plan) -> str:
    """The clauses that list the projects."""
    return listings.parts_of_plan(plan.projects["source"]) or "projects.csv"


def check(plan: Plan) -> Iterator[Finding | NotChecked]:
    """Projects whose title and description both state a capacity, and not of one product or in one unit."""
    compared = 0
    names = names_of_industries(plan)
    for project in plan.projects.itertuples():
        yield from _purpose(project)
        in_title, in_content = title_products(project.name), content_products(project.content)
        if in_title and in_content:
            compared += 1
            yield from _products(project, in_title, in_content, names)
            yield from _units(project, capacities(project.name), capacities(project.content))
    if not compared:
        yield NotChecked(
            Text("没有名称与内容都载明产品的项目", "no project names a product in both title and description")
        )


def _products(project: Any, title: list[str], content: list[str], names: list[set[str]]) -> Iterator[Finding]:
    if any(_related(one, other, names) for one, other in pairs(title, content)):
        return
    if any(2 * len(set(one) & set(project.content)) > len(set(one)) for one in title):  # it names the product elsewhere
        return
    one, other = "、".join(dict.fromkeys(title)), "、".join(dict.fromkeys(content))
    yield _finding(
        project,
        "product",
        Text(
            f"{project.name}：名称所述为{one}，内容所述为{other}，两处不一。",
            f"The title of {project.name} names {one}, its description {other}.",
        ),
        Text("核对产品，统一名称与内容", "check the product, and name it in both places"),
        {"title": one, "content": other},
    )


def _purpose(project: Any) -> Iterator[Finding]:
    """A title of research alone whose description tells of making alone."""
    content = "" if pd.isna(project.content) else str(project.content)
    making = MAKING.search(content)
    if not RESEARCH.search(project.name) or MAKING.search(project.name) or RESEARCH.search(content) or making is None:
        return
    yield _finding(
        project,
        "purpose",
        Text(
            f"{project.name}：名称称“研发”，内容只述“{making[0]}”，未述研发。",
            f"The title of {project.name} says “研发” (research), its description tells of making alone: {quote(making[0])}.",
        ),
        Text("写明是研发还是生产，统一名称与内容", "say whether it is research or making, in both places"),
        {"title": project.name, "content": making[0]},
    )


def _related(one: str, other: str, names: list[set[str]]) -> bool:
    """Whether two products share a character, or belong to one industry."""
    return bool(set(one) & set(other)) or any(
        any(name in one for name in group) and any(name in other for name in group) for group in names
    )


def _units(project: Any, title: list[Capacity], content: list[Capacity]) -> Iterator[Finding]:
    for one in title:
        unit = _bare(one.unit)
        alike = [other for other in content if set(one.product) & set(other.product)]
        if not alike or any(_bare(other.unit) == unit for other in alike):
            continue
        for other in alike:
            same = convert(other.value, other.unit, one.unit)
            scale = parse(unit).factor != parse(_bare(other.unit)).factor
            printed, told = amount(one.value, one.unit), amount(other.value, other.unit)
            if same is not None and scale and abs(same - one.value) <= ALIKE * one.value:
                yield _finding(
                    project,
                    "unit",
                    Text(
                        f"{project.name}：名称为 {printed.zh}，内容为 {told.zh}，换算后同为 {printed.zh}，单位不一。",
                        f"{project.name}: {printed.zh} in the title, {told.zh} in the description; "
                        f"that is the same, {printed.zh}.",
                    ),
                    Text("统一单位", "use one unit"),
                    {"title": printed.zh, "content": told.zh},
                )
            elif same is None and one.value == other.value and not _synonyms(unit, _bare(other.unit)):
                yield _finding(
                    project,
                    "unit",
                    Text(
                        f"{project.name}：名称为 {printed.zh}，内容为 {told.zh}，数同而单位不一，不能换算。",
                        f"{project.name}: {printed.zh} in the title, {told.zh} in the description: one number with two "
                        "units that cannot be converted.",
                    ),
                    Text("核对单位", "check the unit"),
                    {"title": printed.zh, "content": told.zh},
                )


def _bare(unit: str) -> str:
    """A unit without the number before it."""
    return unit.lstrip("".join(NUMBERS)) or unit


def _synonyms(one: str, other: str) -> bool:
    """Whether two units are counting words that name one thing, one within the other: 台 and 台套."""
    plain_one, plain_other = (re.sub("[（()）/]", "", unit) for unit in (one, other))
    return plain_one in plain_other or plain_other in plain_one


def _finding(project: Any, aspect: str, message: Text, remedy: Text, values: dict[str, Any]) -> Finding:
    return Finding(
        severity="info",
        consequence="name",
        subject=f"project:{project.project_id}",
        aspect=aspect,
        message=message,
        remedy=remedy,
        clause=project.source,
        values=values,
        geometry=project.geometry,
    )
