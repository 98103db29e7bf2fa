"""A project's investment per mu is of the order of the other projects'.

项目亩均投资与其他项目相当。

Land is the site named in the description, or else the new land. A project stands out when its modified
z-score, on the logarithm of investment per mu, exceeds the tolerance (Iglewicz and Hoaglin 1993: 0.6745 of
the distance from the median over the median absolute distance). Such a figure may be right: it is
information, so that a slip of the decimal point does not pass unseen. Fewer than five projects are not
compared, and technical upgrades, which build nothing on their land, are left out.

用地取项目内容所述用地，没有则用新增用地。亩均投资取对数后，修正 z 分数（Iglewicz 与 Hoaglin 1993：与中位数之差乘 0.6745，再除以绝对中位差）超过容差的即报告。这样的数字可能并无错误，列为提示，以免小数点错位被放过。不足五个项目不比；技改不在用地上建房，不计。

Found, 150 亿元 on 15 mu, where others have some 0.1 亿元 on each mu:
查出：15 亩投资 150 亿元，而其他项目每亩约 0.1 亿元。

    >>> from yzgeo.checks.example_plan import print_findings
    >>> print_findings("investment-per-mu", projects='''
    ... project_id, investment
    ... p1,         150''')
    info project:p1: 年产5万吨钢材项目: CNY 1 bn per mu (CNY 15 bn on 15 mu), far above the median of CNY 10.556 m.

Not found, projects with like figures:
不报：各项目数字相近。

    >>> print_findings("investment-per-mu")
    nothing found
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from yzgeo.checks import tolerances
from yzgeo.checks.finding import Finding, NotChecked
from yzgeo.checks.tolerances import Tolerance
from yzgeo.core.i18n import Text, counted
from yzgeo.core.units import YUAN_10K_PER_100M, amount
from yzgeo.plan import listings
from yzgeo.plan.model import Plan

TITLE = Text("亩均投资异常", "Unusual investment per mu")
TOLERANCE = Tolerance(
    3.5,
    Text("倍稳健偏差", "robust deviations"),
    Text("Iglewicz 与 Hoaglin（1993）对离群值的建议", "as Iglewicz and Hoaglin (1993) advise for outliers"),
)
FEWEST = 5
MAD_OF_NORMAL = 0.6745
"""The median absolute distance of a normal distribution, in standard deviations."""


def clause(plan: Plan) -> str:
    """The clauses that list the projects."""
    return listings.parts_of_plan(plan.projects["source"]) or "projects.csv"


def check(plan: Plan) -> Iterator[Finding | NotChecked]:
    """Projects that stand out from the others."""
    building = plan.projects[plan.projects["works"] != "technical_upgrade"]
    land_mu = building["site_mu"].fillna(building["new_land_mu"]).where(lambda mu: mu > 0)
    per_mu = building["investment_100m_yuan"] * YUAN_10K_PER_100M / land_mu
    comparable = building.assign(per_mu=per_mu, land_mu=land_mu)[per_mu > 0]
    if len(comparable) < FEWEST:
        count = len(comparable)
        few = Text(f"只有 {count} 个", f"only {counted(count, 'project prints', 'projects print')}")
        few = few if count else Text("没有", "no project prints")
        yield NotChecked(Text(f"{few.zh}项目载明投资与用地", f"{few.en} investment and land"))
        return
    if len(comparable) < len(building):
        lacking = len(building) - len(comparable)
        yield NotChecked(
            Text(
                f"{lacking} 个建设项目未同时载明投资与用地",
                f"{counted(lacking, 'building project does', 'building projects do')} not print both investment and land",
            )
        )
    limit = tolerances.of(plan, "investment-per-mu", TOLERANCE).value
    logarithm = np.log(comparable["per_mu"])
    distance = (logarithm - logarithm.median()).abs()
    score = MAD_OF_NORMAL * distance / (distance.median() or np.inf)
    median = float(comparable["per_mu"].median())
    usual = amount(round(median, 1), "万元")
    for project in comparable[score > limit].itertuples():
        own = amount(round(project.per_mu, 1), "万元")
        invested = amount(project.investment, project.investment_unit)
        has_site_area = project.site_mu == project.site_mu
        land = (
            amount(project.site_area, project.site_area_unit)
            if has_site_area
            else amount(project.new_land, project.new_land_unit)
        )
        side = Text("低于", "below") if project.per_mu < median else Text("高于", "above")
        yield Finding(
            rule="investment-per-mu",
            severity="info",
            consequence="amount",
            subject=f"project:{project.project_id}",
            message=Text(
                f"{project.name}亩均投资 {own.zh}（{invested.zh} ÷ {land.zh}），远{side.zh}中位数 {usual.zh}。",
                f"{project.name}: {own.en} per mu ({invested.en} on {land.en}), far {side.en} the median of {usual.en}.",
            ),
            remedy=Text("核对投资额与用地", "check investment and land"),
            clause=project.source,
            values={"per_mu_10k_yuan": project.per_mu, "median_10k_yuan": median, "limit": limit},
            geometry=project.geometry,
        )
