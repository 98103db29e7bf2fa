"""Targets of the district are consistent with those of its city.

区的目标与全市目标相称。

The table of targets prints the city's figure beside the district's. Of money and of things counted a district
has no more than its city, which it is a part of; shares, rates and figures for each of something (万人发明专利拥有量)
are not compared. Nor are ranges and qualified figures that both may hold (近80 in the district, 80 in the city). Figures
of the text that state a measure for the city (scope `city`) are held against the district's of the same year alike. Where the plan claims to be above the city (`measure_relations.csv`, kind `above_city`), its figure
has to be.

目标表在区的数字旁印有全市数字。金额与数量，区是全市的一部分，不应超过全市；占比、增速与单位指标（如万人发明专利拥有量）不比；区间与带限定词的数字只要可能不超过也不算。正文另述全市数字的（scope 为 `city`），与同年的区数字同样相比。规划自称高于全市的（`measure_relations.csv`，kind 为 `above_city`），其数字应当高于全市。

Found, 90 firms in the district where the city has 80:
查出：全市 80 家，区里却有 90 家。

    >>> from yzgeo.checks.example_plan import print_findings
    >>> print_findings("district-and-city", targets='''
    ... target_id, target
    ... firms,     90''')
    warning target:firms: Firms: the district's target of 90 firms is above the city's of 80 firms.

Found, a claim to be above the city that the figures do not bear out:
查出：称高于全市，而数字并非如此。

    >>> print_findings("district-and-city", measure_relations='''
    ... relation_id, kind,       whole_measure, whole_scope, part_measure, part_scope, year
    ... claim,       above_city, firms,         city,        firms,        district,   2030''')
    warning target:firms: Firms: Chapter 1 says the district is above the city, but in Chapter 2 its target is 70 firms and the city's 80 firms.

Not found, 70 firms where the city has 80:
不报：全市 80 家，区里 70 家。

    >>> print_findings("district-and-city")
    nothing found
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pandas as pd

from yzgeo.checks.finding import Finding, NotChecked
from yzgeo.checks.statements import CLUSTER_UNIT, as_printed, plan_statements, span
from yzgeo.core import labels
from yzgeo.core.i18n import Text, bilingual
from yzgeo.core.unit_grammar import is_count, is_quantity
from yzgeo.core.units import amount, rounding
from yzgeo.plan import listings
from yzgeo.plan.model import Plan

TITLE = Text("区的数字与全市数字不相称", "Figures of the district do not go with the city's")
CLAIM = "above_city"
CITY = "city"
FOR_EACH = re.compile(
    r"每|平均|单位(?:GDP|地区|生产|工业|面积|产值|产品|增加值|能耗|建设|用地)|[亩人户地车店]均|率(?!先)|占比|比重|比例|强度|密度|指数|系数|程度"
    r"|[十百千万亿]+(?:人(?!计划)|户|名|平方公里)"
    r"|(?<![超过达上破\d])[十百千万亿]+元(?!以上|以下|级|企业|产业|集群|项目|园|镇|街|村|俱乐部)"
)
"""Names of measures with these words are ratios, whatever their unit."""
UNIT_IN_NAME = re.compile(r"[（(][^（()）]*[）)]\s*$")
"""The unit that a table prints behind a name, as in 从业人员（万人）."""


def clause(plan: Plan) -> str:
    """The clauses that compare district and city."""
    return listings.parts_of_plan(plan.targets.loc[plan.targets["city_target"].notna(), "source"]) or "targets.csv"


def check(plan: Plan) -> Iterator[Finding | NotChecked]:
    """Targets above the city's, and claims to be above it that do not hold."""
    both = plan.targets.dropna(subset=["target", "city_target"])
    beside = plan.clusters.filter(like="city_output_").notna().any(axis=None)
    yield from _clusters_above_city(plan)
    yield from _figures_above_city(plan)
    if both.empty and not beside and not plan.figures["scope"].eq(CITY).any():
        yield NotChecked(Text("没有同时列出区与全市目标的指标", "no target is printed beside the city's"))
        return
    both = both.merge(plan.measures[["measure_id", "name_en"]], on="measure_id", how="left")
    lowest = [
        span(row.target, row.target_to, row.target_qualifier, is_count(row.unit if isinstance(row.unit, str) else ""))[
            0
        ]
        for row in both.itertuples()
    ]
    both = both.assign(lowest=lowest)
    ratio = both["name"].map(is_ratio).astype(bool)
    above = both[both["unit"].map(is_quantity).astype(bool) & ~ratio & (both["lowest"] > both["city_target"])]
    for target in above.itertuples():
        own, city = amount(target.target, target.unit), amount(target.city_target, target.unit)
        yield _finding(
            target,
            Text(
                f"{target.name}：区目标 {own.zh}，高于全市目标 {city.zh}。",
                f"{bilingual(target.name, target.name_en).en}: the district's target of {own.en} is above the city's of {city.en}.",
            ),
            Text(
                "核对两栏是否填反、小数与单位是否有误",
                "check whether the two columns are swapped, and decimals and units",
            ),
            target.source,
        )
    claims = plan.measure_relations[plan.measure_relations["kind"] == CLAIM]
    claimed = both.merge(claims[["part_measure", "year", "source"]], left_on=["measure_id", "target_year"],
                         right_on=["part_measure", "year"], suffixes=("", "_claim"))  # fmt: skip
    for target in claimed[claimed["target"] <= claimed["city_target"]].itertuples():
        own, city = amount(target.target, target.unit), amount(target.city_target, target.unit)
        there, table = plan.place(target.source_claim), plan.place(target.source)
        yield _finding(
            target,
            Text(
                f"{target.name}：{there.zh}称高于全市，而{table.zh}区目标 {own.zh}，全市 {city.zh}。",
                f"{bilingual(target.name, target.name_en).en}: {there.en} says the district is above the city, but in {table.en} its target is {own.en} and the city's {city.en}.",
            ),
            Text(
                "写明高于全市的是增速、占比还是总量",
                "say whether growth, share or the figure itself is above the city's",
            ),
            f"{target.source_claim}；{target.source}",
        )
    yield from _unknown(both, claims)


def is_ratio(name: str) -> bool:
    """Whether a measure of this name is for each of something or a share, so that a part may exceed its whole.

    >>> print([is_ratio(name) for name in ("万人发明专利拥有量（件）", "从业人员（万人）", "营收超10亿元企业数（家）")])
    [True, False, False]
    """
    return FOR_EACH.search(UNIT_IN_NAME.sub("", name)) is not None


def _clusters_above_city(plan: Plan) -> Iterator[Finding]:
    """Outputs of clusters above the whole city's, both as rounded in print."""
    for _, cluster in plan.clusters.iterrows():
        for year in labels.years(plan.clusters.columns, "city_output"):
            output, of_city = cluster.get(f"output_{year}", float("nan")), cluster[f"city_output_{year}"]
            if not output - rounding(output) > of_city + rounding(of_city):
                continue
            own, city = amount(output, CLUSTER_UNIT), amount(of_city, CLUSTER_UNIT)
            yield Finding(
                severity="warning",
                subject=f"cluster:{cluster['cluster_id']}",
                aspect=str(year),
                consequence="target",
                message=Text(
                    f"{cluster['name']} {year} 年区产值 {own.zh}，高于全市 {city.zh}。",
                    f"{bilingual(cluster['name'], cluster['name_en']).en} ({year}): the district's output of {own.en} is above the city's of {city.en}.",
                ),
                remedy=Text("核对两栏是否填反、单位是否一致", "check whether columns are swapped, and the units"),
                clause=cluster["source"],
                values={"output": float(output), "city_output": float(of_city)},
            )


def _figures_above_city(plan: Plan) -> Iterator[Finding]:
    """Figures stated of the district that are above those stated of the whole city for the same year."""
    if not plan.figures["scope"].eq(CITY).any():
        return
    measures = plan.measures.set_index("measure_id")
    ratios = {measure_id for measure_id, name in measures["name"].items() if is_ratio(name)}
    statements = plan_statements(plan)
    added_up = statements["unit"].map(is_quantity) & ~statements["measure_id"].isin(ratios)
    keys = ["measure_id", "year_from", "year", "unit"]
    for (measure_id, _, year, _), rows in statements[added_up.astype(bool)].groupby(keys, dropna=False, sort=True):
        own, city = rows[rows["scope"] == "district"], rows[rows["scope"] == CITY]
        if own.empty or city.empty or not own["low"].max() > city["high"].min():
            continue
        one, other = own.loc[own["low"].idxmax()], city.loc[city["high"].idxmin()]
        name = bilingual(measures["name"][measure_id], measures["name_en"][measure_id])
        here, there = as_printed(one), as_printed(other)
        yield Finding(
            severity="warning",
            subject=f"figure:{measure_id}-{year:.0f}",
            consequence="figure",
            message=Text(
                f"{name.zh}（{year:.0f} 年）：区 {here.zh}（{one['source']}），高于全市 {there.zh}（{other['source']}）。",
                f"{name.en} ({year:.0f}): the district's {here.en} ({plan.place(one['source']).en}) is above the city's {there.en} ({plan.place(other['source']).en}).",
            ),
            remedy=Text("核对两处数字与单位", "check both figures and their units"),
            clause="；".join(dict.fromkeys([one["source"], other["source"]])),
            values={"district": float(one["value"]), "city": float(other["value"])},
        )


def _unknown(both: pd.DataFrame, claims: pd.DataFrame) -> Iterator[NotChecked]:
    for claim in claims[~claims["part_measure"].isin(both["measure_id"])].itertuples():
        yield NotChecked(
            Text(f"{claim.relation_id}：未并列区与全市目标", f"{claim.relation_id}: no target beside the city's")
        )


def _finding(target: Any, message: Text, remedy: Text, where: str) -> Finding:
    return Finding(
        rule="district-and-city",
        severity="warning",
        subject=f"target:{target.target_id}",
        consequence="target",
        message=message,
        remedy=remedy,
        clause=where,
        values={"target": target.target, "city_target": target.city_target},
    )
