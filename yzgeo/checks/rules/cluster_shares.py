"""A cluster's share of the city is its output over the city's.

产业集群占全市比重等于其产值除以全市产值。

The printed share may be off by half of its last printed digit.

所载占比允许有末位数字一半的出入。

Found, 200 of 1,000 printed as 21 %:
查出：1000 中的 200 写作 21%。

    >>> from yzgeo.checks.example_plan import print_findings
    >>> print_findings("cluster-shares", cluster_years='''
    ... cluster_id, year, city_share
    ... steel,      2025, 21''')
    warning cluster:steel: Steel (2025): CNY 20 bn of the city's CNY 100 bn is 20.00%, printed 21%.

Not found, 200 of 1,000 printed as 20 %:
不报：1000 中的 200 写作 20%。

    >>> print_findings("cluster-shares")
    nothing found
"""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from yzgeo.checks.finding import Finding, NotChecked
from yzgeo.checks.statements import CLUSTER_UNIT
from yzgeo.core import labels
from yzgeo.core.i18n import Text, bilingual
from yzgeo.core.units import amount, rounding
from yzgeo.plan import listings
from yzgeo.plan.model import Plan

MEASURES = ("output", "city_output", "city_share")
TITLE = Text("产业集群占全市比重与产值不符", "Shares of clusters in the city do not match their outputs")


def clause(plan: Plan) -> str:
    """The clauses of the clusters."""
    return listings.parts_of_plan(plan.clusters["source"]) or "clusters.csv"


def check(plan: Plan) -> Iterator[Finding | NotChecked]:
    """Clusters whose printed share of a year is not the quotient of the printed outputs."""
    columns = plan.clusters.columns
    both = set(labels.years(columns, "output")) & set(labels.years(columns, "city_output"))
    shares = labels.years(columns, "city_share")
    comparable = {year: _comparable(plan.clusters, year) for year in shares if year in both}
    if all(rows.empty for rows in comparable.values()):
        yield NotChecked(Text("没有可比的产值与比重", "no cluster prints output, the city's output and the share"))
    for year in shares:
        if year not in both and plan.clusters[f"city_share_{year}"].notna().any():
            reason = f"{year}年占全市比重：未载全市产值", f"the share of {year}: the city's output is not printed"
            yield NotChecked(Text(*reason), partly=True)
    for year, cluster in [(year, cluster) for year, rows in comparable.items() for _, cluster in rows.iterrows()]:
        output, whole, printed = (cluster[f"{measure}_{year}"] for measure in MEASURES)
        share = 100 * output / whole
        if abs(share - printed) > rounding(printed):
            own, city = amount(output, CLUSTER_UNIT), amount(whole, CLUSTER_UNIT)
            yield Finding(
                rule="cluster-shares",
                severity="warning",
                subject=f"cluster:{cluster['cluster_id']}",
                aspect=str(year) if len(comparable) > 1 else "",
                message=Text(
                    f"{cluster['name']} {year} 年 {own.zh} ÷ 全市 {city.zh} = {share:.2f}%，所载比重为 {printed:g}%。",
                    f"{bilingual(cluster['name'], cluster['name_en']).en} ({year}): {own.en} of the city's {city.en} is {share:.2f}%, printed {printed:g}%.",
                ),
                remedy=Text("核对产值与比重", "check output and share"),
                clause=cluster["source"],
                values={"computed": float(share), "printed": float(printed)},
            )


def _comparable(clusters: pd.DataFrame, year: int) -> pd.DataFrame:
    """Clusters with all three figures of a year."""
    rows = clusters.dropna(subset=[f"{measure}_{year}" for measure in MEASURES])
    return rows[rows[f"city_output_{year}"] > 0]
