"""The figures of one project agree: parts do not exceed their whole, land and money are the same in both places.

项目自身的数字相互吻合：部分不超过总数，用地与投资两处一致。

A row of the annexes states land and money in columns, and often again in the description of the project, with parts
of them: plant (厂房) or underground floor of all floor, equipment of all investment. Each figure may be off by half
of its last printed digit, and by what its qualifiers allow. New land (新增用地) may be less than the site, the rest being
land in use: that is information; more than the site it cannot be.

附件各行的用地与投资在栏内列出，项目内容中常再述一次，并述及其中的部分：厂房或地下建筑之于总建筑面积，设备之于总投资。各数允许末位数字一半的出入，并计入限定词。新增用地可以小于项目用地（其余为存量），列为提示；大于项目用地则不可能。

Found, 21,000 m² of plant in 20,000 m² of floor:
查出：建筑面积 20000 平方米，其中厂房 21000 平方米。

    >>> from yzgeo.checks.example_plan import print_findings
    >>> print_findings("project-figures", figures='''
    ... figure_id, measure_id, scope,      value, unit,   stated_in, source
    ... plant,     plant-area, project:p1, 21000, 平方米, content,   附件 第1行''')
    warning project:p1: 年产5万吨钢材项目: Plant floor area is 21,000 m², more than the total of 20,000 m².

Found, 15 mu in the description and 25 mu of new land in the column:
查出：内容作 15 亩，新增用地栏作 25 亩。

    >>> print_findings("project-figures", projects='''
    ... project_id, new_land
    ... p1,         25''')
    warning project:p1: 年产5万吨钢材项目: the new land in the column is 25 mu, more than the site of 15 mu in the description.

Found, 15 mu in the description and 5 mu of new land in the column:
查出：内容作 15 亩，新增用地栏作 5 亩。

    >>> print_findings("project-figures", projects='''
    ... project_id, new_land
    ... p1,         5''')
    info project:p1: 年产5万吨钢材项目: the site in the description is 15 mu, the new land in the column 5 mu; the plan does not say what the rest is.

Found, an investment of 25,000 万元 in the description and of 1.5 亿元 in the column:
查出：内容作投资 25000 万元，投资栏作 1.5 亿元。

    >>> print_findings("project-figures", figures='''
    ... figure_id, measure_id, scope,      value, unit, stated_in, source
    ... money,     investment, project:p1, 25000, 万元, content,   附件 第1行''')
    warning project:p1: 年产5万吨钢材项目: Investment is CNY 250 m, but CNY 150 m in the column.

Not found, 18,000 m² of plant in 20,000 m² of floor and an investment of 15,000 万元, which is 1.5 亿元:
不报：建筑面积 20000 平方米，其中厂房 18000；投资 15000 万元，即 1.5 亿元。

    >>> print_findings("project-figures", figures='''
    ... figure_id, measure_id, scope,      value, unit,   stated_in, source
    ... plant,     plant-area, project:p1, 18000, 平方米, content,   附件 第1行
    ... money,     investment, project:p1, 15000, 万元,   content,   附件 第1行''')
    nothing found
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pandas as pd

from yzgeo.checks.finding import Finding, NotChecked
from yzgeo.checks.project_areas import PARTS_OF_FLOOR, exceeds, new_land_exceeds_site
from yzgeo.checks.statements import span
from yzgeo.core.i18n import Text, bilingual, plain
from yzgeo.core.qualifiers import around
from yzgeo.core.unit_grammar import convert
from yzgeo.core.units import amount, slack
from yzgeo.plan import listings
from yzgeo.plan.known_measures import (
    EQUIPMENT_INVESTMENT,
    INVESTMENT,
)
from yzgeo.plan.model import Plan

TITLE = Text("项目自身数字相互矛盾", "Figures of one project contradict each other")
PARTS_OF_MONEY = (EQUIPMENT_INVESTMENT,)
"""Measures of figures (`measures.csv`) by what they are of a project."""
LAND_UNIT = "亩"
PROJECT = "project:"


def clause(plan: Plan) -> str:
    """The clauses that list the projects."""
    return listings.parts_of_plan(plan.projects["source"]) or "projects.csv"


def check(plan: Plan) -> Iterator[Finding | NotChecked]:
    """Projects one of whose figures contradicts another."""
    projects = {project.project_id: project for project in plan.projects.itertuples()}
    for project in projects.values():
        if pd.notna(project.site_area) and pd.notna(project.new_land_mu):
            yield from _land(project)
    measures = plan.measures.set_index("measure_id")
    own = plan.figures[plan.figures["measure_id"].isin((*PARTS_OF_FLOOR, *PARTS_OF_MONEY, INVESTMENT))]
    land_twice = plan.projects[["site_area", "new_land_mu"]].notna().all(axis=1).any()
    if own.empty and not land_twice:
        yield NotChecked(Text("没有数字可与总数或另一处相比", "no figure of a project has a whole or a twin"))
    for figure in own[own["scope"].str.startswith(PROJECT)].itertuples():
        printed_in = projects.get(figure.scope.removeprefix(PROJECT))
        if printed_in is not None:
            name = bilingual(measures["name"][figure.measure_id], measures["name_en"][figure.measure_id])
            unit = measures["unit"][figure.measure_id]
            yield from _part(printed_in, figure, name, unit if isinstance(unit, str) else "")


def _land(project: Any) -> Iterator[Finding]:
    """Land in the description that is not what the column says."""
    site, column = _column(project, "site_area"), _column(project, "new_land")
    one, other = around(amount(*site), project.site_area_qualifier), amount(*column)
    if new_land_exceeds_site(project):
        message = Text(
            f"{project.name}：表列新增用地 {other.zh}，大于内容所述用地 {one.zh}。",
            f"{project.name}: the new land in the column is {other.en}, more than the site of {one.en} in the description.",
        )
        yield _told(project, message, "land", {"column": other.zh, "stated": one.zh})
        return
    least = span(project.site_area, math.nan, project.site_area_qualifier, is_count=False)[0]
    least_mu = convert(least, site[1], LAND_UNIT)
    if least_mu is not None and least_mu - project.new_land_mu > slack(*column, LAND_UNIT):
        message = Text(
            f"{project.name}：内容所述用地 {one.zh}，表列新增用地 {other.zh}，其余用地规划未写明。",
            f"{project.name}: the site in the description is {one.en}, the new land in the column {other.en}; "
            "the plan does not say what the rest is.",
        )
        yield replace(
            _told(project, message, "land", {"column": other.zh, "stated": one.zh}),
            severity="info",
            remedy=Text("写明其余是否存量用地", "say whether the rest is land in use"),
        )


def _part(project: Any, figure: Any, name: Text, measure_unit: str) -> Iterator[Finding | NotChecked]:
    """A part that is more than its whole; an investment that is not what the column says."""
    whole, unit = _column(project, "floor_area" if figure.measure_id in PARTS_OF_FLOOR else "investment")
    if pd.isna(whole):
        yield NotChecked(Text(f"{project.name}：未载明总数", f"{project.name}: the whole is not stated"), partly=True)
        return
    own_unit = figure.unit if isinstance(figure.unit, str) else measure_unit
    is_floor = figure.measure_id in PARTS_OF_FLOOR
    qualifier = project.floor_area_qualifier if is_floor else project.investment_qualifier
    printed, other = around(amount(figure.value, own_unit), figure.qualifier), around(amount(whole, unit), qualifier)
    if pd.notna(project.investment_to) and not is_floor:
        whole = project.investment_to
        other = plain(project.investment_as_printed)
    above = exceeds(figure, own_unit, whole, unit, qualifier)
    if above is None:
        reason = Text(
            f"{project.name}：{printed.zh} 与 {other.zh} 不能换算",
            f"{project.name}: {printed.en} and {other.en} cannot be converted to one another",
        )
        yield NotChecked(reason, partly=True)
        return
    equal = figure.measure_id == INVESTMENT
    low = span(project.investment, math.nan, qualifier, is_count=False)[0]
    most = convert(span(figure.value, figure.value_to, figure.qualifier, is_count=False)[1], own_unit, unit)
    if above or (equal and most is not None and most < low):
        yield _finding(project, name, printed, other, part=not equal)


def _column(project: Any, name: str) -> tuple[float, str]:
    """The figure of a column as printed with its unit; missing where no unit stands beside it."""
    unit = getattr(project, f"{name}_unit")
    return (getattr(project, name), unit) if isinstance(unit, str) else (math.nan, "")


def _told(project: Any, message: Text, aspect: str, values: dict[str, Any]) -> Finding:
    return Finding(
        rule="project-figures",
        severity="warning",
        subject=f"{PROJECT}{project.project_id}",
        aspect=aspect,
        consequence="amount",
        message=message,
        remedy=Text("核对两处数字", "check both figures"),
        clause=project.source,
        values=values,
        geometry=project.geometry,
    )


def _finding(project: Any, name: Text, printed: Text, other: Text, *, part: bool = False) -> Finding:
    message = Text(
        f"{project.name}：{name.zh} {printed.zh}，超过总数 {other.zh}。"
        if part
        else f"{project.name}：{name.zh} {printed.zh}，而表列 {other.zh}。",
        f"{project.name}: {name.en} is {printed.en}, more than the total of {other.en}."
        if part
        else f"{project.name}: {name.en} is {printed.en}, but {other.en} in the column.",
    )
    return _told(project, message, name.en, {"stated": printed.zh, "whole" if part else "column": other.zh})
