"""A cluster's share of the city is its output over the city's.

产业集群占全市比重等于其产值除以全市产值。

The printed share may be off by half of its last printed digit.

所载占比允许有末位数字一半的出入。

Found, 200 of 1,000 printed as 21 %:

    >>> from yzgeo.checks.example_plan import print_findings
    >>> print_findings("cluster-shares", clusters='''
    ... cluster_id, city_share_2025
    ... steel,      21''')
    warning cluster:steel: Steel 2025: 200 of 1000 is 20.00%, printed 21%.

Not found, 200 of 1,000 printed as 20 %:

    >>> print_findings("cluster-shares")
    nothing found
"""

from __future__ import annotations

from collections.abc import Iterator

from yzgeo.checks.finding import Finding, NotChecked
from yzgeo.core.i18n import Text
from yzgeo.core.units import rounding
from yzgeo.plan import listings
from yzgeo.plan.model import Plan

TITLE = Text("产业集群占全市比重", "Share of clusters in the city")


def clause(plan: Plan) -> str:
    """Where the clusters stand."""
    return listings.parts_of_plan(plan.clusters["source"]) or "clusters.csv"


def check(plan: Plan) -> Iterator[Finding | NotChecked]:
    """Clusters whose printed share of 2025 is not the quotient of the printed outputs."""
    whole = plan.clusters.dropna(subset=["output_2025", "city_output_2025", "city_share_2025"])
    whole = whole[whole["city_output_2025"] > 0]
    if whole.empty:
        yield NotChecked(Text("没有可比的产值与比重", "no cluster prints output, the city's output and the share"))
    if plan.clusters["city_share_2018"].notna().any():
        reason = Text("2018年占全市比重：未载全市产值", "the share of 2018: the city's output is not printed")
        yield NotChecked(reason, partly=True)
    for _, cluster in whole.iterrows():
        share = 100 * cluster["output_2025"] / cluster["city_output_2025"]
        if abs(share - cluster["city_share_2025"]) > rounding(cluster["city_share_2025"]):
            yield Finding(
                rule="cluster-shares",
                severity="warning",
                subject=f"cluster:{cluster['cluster_id']}",
                message=Text(
                    f"{cluster['name']}2025年 {cluster['output_2025']:g} ÷ {cluster['city_output_2025']:g} = {share:.2f}%，"
                    f"所载比重为 {cluster['city_share_2025']:g}%。",
                    f"{cluster['name_en']} 2025: {cluster['output_2025']:g} of {cluster['city_output_2025']:g} is {share:.2f}%, "
                    f"printed {cluster['city_share_2025']:g}%.",
                ),
                remedy=Text("核对产值与比重", "check output and share"),
                clause=cluster["source"],
                values={"computed": float(share), "printed": float(cluster["city_share_2025"])},
            )
