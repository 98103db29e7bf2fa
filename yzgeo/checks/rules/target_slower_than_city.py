"""A target that is slower than its city's.

区的目标慢于全市。

A rate of growth below the city's, printed beside it, and a cluster whose share of the city falls over the plan, make
the district lose ground. Both may be meant: information. A cut (降低率, 下降) that is smaller than the city's counts
too. Levels are not compared: what is above or below the whole city's is `district-and-city`.

目标表中区的增速低于并列的全市增速，或产业集群占全市比重在规划期内下降，即区的份额在缩小。两者都可能是有意为之，列为提示。降低率小于全市的同样报告。水平值不比；是否高于全市总量见 `district-and-city`。

Found, growth of 20 % a year where the city has 25 %:
查出：年均增长 20%，而全市为 25%。

    >>> from yzgeo.checks.example_plan import print_findings
    >>> print_findings("target-slower-than-city", targets='''
    ... target_id, city_target
    ... growth,    25''')
    info target:growth: Growth of machines: the district's target of 20% is below the city's of 25%.

Found, a cluster whose share of the city falls:
查出：占全市比重下降的集群。

    >>> print_findings("target-slower-than-city", cluster_years='''
    ... cluster_id, year, city_output, city_share
    ... steel,      2020, 484,         25''')
    info cluster:steel: Steel: its share of the city is to fall from 25% (2020) to 20% (2025).

Not found, growth of 20 % where the city has 3 %:
不报：年均增长 20%，而全市为 3%。

    >>> print_findings("target-slower-than-city")
    nothing found
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pandas as pd

from yzgeo.checks.finding import Finding, NotChecked
from yzgeo.core import labels, qualifiers
from yzgeo.core.i18n import Text, bilingual
from yzgeo.core.unit_grammar import parse
from yzgeo.core.units import amount, rounding
from yzgeo.plan import listings
from yzgeo.plan.model import Plan

TITLE = Text("目标慢于全市", "Targets slower than the city's")
RATE = re.compile("增速|增长|增幅|年均|降低率|下降|降幅")
REMEDY = Text("核对两数；若属有意，写明理由", "check both figures; if it is meant, say why")


def clause(plan: Plan) -> str:
    """The clauses that set targets beside the city's."""
    beside = plan.targets.loc[plan.targets["city_target"].notna(), "source"]
    return listings.parts_of_plan([*beside, *plan.clusters["source"]]) or "targets.csv"


def check(plan: Plan) -> Iterator[Finding | NotChecked]:
    """Rates below the city's, and shares of the city that fall."""
    units = dict(zip(plan.measures["measure_id"], plan.measures["unit"], strict=True))
    both = plan.targets.dropna(subset=["target", "city_target"])
    both = both.assign(unit=both["unit"].where(both["unit"].notna(), both["measure_id"].map(units)).fillna(""))
    rates = both[both["name"].str.contains(RATE) & both["unit"].map(_is_share).astype(bool)]
    shares = [
        (cluster, first, last)
        for _, cluster in plan.clusters.iterrows()
        for first, last in [_ends(cluster, plan)]
        if first < last
    ]
    if rates.empty and not shares:
        yield NotChecked(
            Text("没有并列的全市增速或两个年份的占比", "no rate beside the city's and no share of two years")
        )
    english = dict(zip(plan.measures["measure_id"], plan.measures["name_en"], strict=True))
    for target in rates.itertuples():
        upper = target.target if pd.isna(target.target_to) else target.target_to
        is_most = target.direction == "at_most"
        slower = target.target > target.city_target if is_most else upper < target.city_target
        if not slower or qualifiers.AT_LEAST & {*qualifiers.words(target.target_qualifier)}:
            continue
        own, city = amount(target.target, target.unit), amount(target.city_target, target.unit)
        zh, en = ("高于", "above") if is_most else ("低于", "below")
        yield Finding(
            severity="info",
            consequence="target",
            subject=f"target:{target.target_id}",
            message=Text(
                f"{target.name}：区目标 {own.zh}，{zh}全市目标 {city.zh}。",
                f"{bilingual(target.name, english.get(target.measure_id)).en}: the district's target of {own.en} is {en} the city's of {city.en}.",
            ),
            remedy=REMEDY,
            clause=target.source,
            values={"target": float(target.target), "city_target": float(target.city_target)},
        )
    for cluster, first, last in shares:
        before, after = (float(cluster[f"city_share_{year}"]) for year in (first, last))
        if after + rounding(after) > before - rounding(before):
            continue
        yield Finding(
            severity="info",
            consequence="target",
            subject=f"cluster:{cluster['cluster_id']}",
            message=Text(
                f"{cluster['name']}占全市比重由 {first} 年 {before:g}% 降至 {last} 年 {after:g}%。",
                f"{bilingual(cluster['name'], cluster['name_en']).en}: its share of the city is to fall from {before:g}% ({first}) to {after:g}% ({last}).",
            ),
            remedy=REMEDY,
            clause=cluster["source"],
            values={"share_before": before, "share_after": after},
        )


def _is_share(unit: str) -> bool:
    return parse(unit).dimension == parse("%").dimension


def _ends(cluster: pd.Series, plan: Plan) -> tuple[int, int]:
    """The first and the last year in which a cluster's share of the city is printed; (0, 0) where none is."""
    years = [
        year for year in labels.years(plan.clusters.columns, "city_share") if pd.notna(cluster[f"city_share_{year}"])
    ]
    return (min(years), max(years)) if years else (0, 0)
