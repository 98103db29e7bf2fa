"""Targets of the district are consistent with those of its city.

区的目标与全市目标相称。

The table of targets prints the city's figure beside the district's. Of money and of things counted a district
has no more than its city, which it is a part of; shares, rates and figures for each of something are not
compared. The same holds for the outputs of clusters. Where the plan claims to be above the city (`measure_relations.csv`, kind `above_city`), its figure
has to be.

目标表在区的数字旁印有全市数字。金额与数量，区是全市的一部分，不应超过全市；占比、增速与单位指标不比。产业集群的产值同此。规划自称高于全市的（`measure_relations.csv`，kind 为 `above_city`），其数字应当高于全市。

Found, 90 firms in the district where the city has 80:

    >>> from yzgeo.checks.example_plan import print_findings
    >>> print_findings("district-and-city", targets='''
    ... target_id, target
    ... firms,     90''')
    warning target:firms: Firms: the district's target of 90 firms is above the city's of 80 firms.

Found, a claim to be above the city that the figures do not bear out:

    >>> print_findings("district-and-city", measure_relations='''
    ... relation_id, kind,       whole_measure, whole_scope, part_measure, part_scope, year
    ... claim,       above_city, firms,         city,        firms,        district,   2030''')
    warning target:firms: Firms: the plan says the district is above the city, but its target is 70 firms and the city's 80 firms.

Not found, 70 firms where the city has 80:

    >>> print_findings("district-and-city")
    nothing found
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

from yzgeo.checks.finding import Finding, NotChecked
from yzgeo.checks.statements import CLUSTER_UNIT
from yzgeo.core import labels
from yzgeo.core.i18n import Text, bilingual
from yzgeo.core.unit_grammar import is_quantity
from yzgeo.core.units import amount, rounding
from yzgeo.plan import listings
from yzgeo.plan.model import Plan

TITLE = Text("区目标与全市目标", "Targets of district and city")
CLAIM = "above_city"
FOR_EACH = ("每", "亩均", "人均", "户均", "万人", "百人", "千人", "单位", "平均")
"""Names of measures with these words are ratios, whatever their unit."""


def clause(plan: Plan) -> str:
    """The clauses that compare district and city."""
    return listings.parts_of_plan(plan.targets.loc[plan.targets["city_target"].notna(), "source"]) or "targets.csv"


def check(plan: Plan) -> Iterator[Finding | NotChecked]:
    """Targets above the city's, and claims to be above it that do not hold."""
    both = plan.targets.dropna(subset=["target", "city_target"])
    beside = plan.clusters.filter(like="city_output_").notna().any(axis=None)
    yield from _clusters_above_city(plan)
    if both.empty and not beside:
        yield NotChecked(Text("没有同时列出区与全市目标的指标", "no target is printed beside the city's"))
        return
    both = both.merge(plan.measures[["measure_id", "name_en"]], on="measure_id", how="left")
    ratio = both["name"].str.contains("|".join(FOR_EACH))
    above = both[both["unit"].map(is_quantity) & ~ratio & (both["target"] > both["city_target"])]
    for target in above.itertuples():
        own, city = amount(target.target, target.unit), amount(target.city_target, target.unit)
        yield _finding(
            target,
            Text(
                f"{target.name}：区目标 {own.zh}，高于全市目标 {city.zh}。",
                f"{bilingual(target.name, target.name_en).en}: the district's target of {own.en} is above the city's of {city.en}.",
            ),
            Text("核对两栏是否填反", "check whether the two columns are swapped"),
            target.source,
        )
    claims = plan.measure_relations[plan.measure_relations["kind"] == CLAIM]
    claimed = both.merge(claims[["part_measure", "year", "source"]], left_on=["measure_id", "target_year"],
                         right_on=["part_measure", "year"], suffixes=("", "_claim"))  # fmt: skip
    for target in claimed[claimed["target"] <= claimed["city_target"]].itertuples():
        own, city = amount(target.target, target.unit), amount(target.city_target, target.unit)
        yield _finding(
            target,
            Text(
                f"{target.name}：规划称高于全市，而区目标 {own.zh}，全市 {city.zh}。",
                f"{bilingual(target.name, target.name_en).en}: the plan says the district is above the city, but its target is {own.en} and the city's {city.en}.",
            ),
            Text(
                "写明高于全市的是增速、占比还是总量",
                "say whether growth, share or the figure itself is above the city's",
            ),
            f"{target.source_claim}；{target.source}",
        )
    yield from _unknown(both, claims)


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
                message=Text(
                    f"{cluster['name']} {year} 年区产值 {own.zh}，高于全市 {city.zh}。",
                    f"{bilingual(cluster['name'], cluster['name_en']).en} ({year}): the district's output of {own.en} is above the city's of {city.en}.",
                ),
                remedy=Text("核对两栏是否填反、单位是否一致", "check whether columns are swapped, and the units"),
                clause=cluster["source"],
                values={"output": float(output), "city_output": float(of_city)},
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
        message=message,
        remedy=remedy,
        clause=where,
        values={"target": target.target, "city_target": target.city_target},
    )
