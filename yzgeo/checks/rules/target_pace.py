"""Each target is on track: its actual figures keep an even pace.

各项目标的完成情况跟得上进度。

What `actuals.csv` reports of the latest year is held against an even pace from the base in its year to the target
in its year; from the target's year on, against the target itself. A target that is met is met. A cap (`at_most`
without a base above it) has no pace: in any year it is kept or exceeded.

把 `actuals.csv` 最近一年的实绩，与从基年基数到目标年目标值的匀速进度相比；到目标年即与目标值相比。已达到的目标即为达到。
上限（`at_most`，且没有高于它的基数）没有进度：任何一年都只有未超过与超过之分。

Found, 30 firms of 70 halfway from 6:
查出：6 起、70 止，期中只有 30 家。

    >>> from yzgeo.checks.example_plan import print_findings
    >>> print_findings("target-pace", actuals='''
    ... target_id, year, value
    ... firms,     2028, 30''')
    warning target:firms: 企业数: 30 firms in 2028, an even pace to 70 firms in 2030 makes 38 firms.

Found, more firms than a cap allows, two years before its year:
查出：上限之年前两年，企业已多于上限。

    >>> print_findings("target-pace", targets='''
    ... target_id, direction
    ... firms,     at_most''', actuals='''
    ... target_id, year, value
    ... firms,     2028, 77''')
    warning target:firms: 企业数: 77 firms in 2028, above the cap of 70 firms by 10.0%.

Not found, 40 firms:
不报：40 家。

    >>> print_findings("target-pace", actuals='''
    ... target_id, year, value
    ... firms,     2028, 40''')
    nothing found
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

from yzgeo.checks.finding import Finding, NotChecked
from yzgeo.core.i18n import NOTHING, Text, counted
from yzgeo.core.units import amount
from yzgeo.plan import listings
from yzgeo.plan.model import Plan
from yzgeo.stats import target_progress

TITLE = Text("目标完成进度落后", "Targets behind their pace")


def clause(plan: Plan) -> str:
    """The clauses that set the targets."""
    return listings.parts_of_plan(plan.targets["source"]) or "targets.csv"


def check(plan: Plan) -> Iterator[Finding | NotChecked]:
    """Targets whose latest reported year is behind the pace."""
    if plan.actuals.empty:
        yield NotChecked(Text("没有填报完成情况", "nothing was reported"))
        return
    silent, unclear = [], []
    for _, target in plan.targets.iterrows():
        aim = target_progress.goal(plan, target)
        years = target_progress.years(plan, target, aim)
        reported = plan.actuals[plan.actuals["target_id"] == target["target_id"]]
        if not years and len(reported):
            latest_report = target_progress.as_reported(plan, target, int(reported["year"].max()))
            yield NotChecked(
                Text(
                    f"{target['name']}：{latest_report.zh} 不能换算成目标的单位",
                    f"{target['name']}: {latest_report.en} cannot be converted to the unit of the target",
                ),
                partly=True,
            )
            continue
        if not years:
            silent.append(target["name"])
            continue
        latest = years[-1]
        if latest["on_track"] is None:
            unclear.append(target["name"])
        if latest["on_track"] is not False:
            continue
        unit = target_progress.own_unit(target)
        actual = target_progress.as_reported(plan, target, latest["year"])
        if latest["pace"] == "exceeded":
            yield _exceeded(target, aim, latest, actual)
            continue
        goal = amount(aim.target or 0.0, unit)
        due = amount(latest["expected"], unit)
        yield Finding(
            rule="target-pace",
            severity="warning",
            consequence="target",
            subject=f"target:{target['target_id']}",
            message=Text(
                f"{target['name']}：{latest['year']} 年为 {actual.zh}，按匀速到 {aim.target_year} 年 {goal.zh}应为 {due.zh}。",
                f"{target['name']}: {actual.en} in {latest['year']}, an even pace to {goal.en} in {aim.target_year} "
                f"makes {due.en}.",
            ),
            remedy=Text(
                "说明原因并调整措施，或核对填报的数", "give the reason and act on it, or check what was reported"
            ),
            clause=target["source"],
            values={"base": aim.base, "base_year": aim.base_year, "target": aim.target, **latest},
        )
    if silent or unclear:
        yield NotChecked(
            Text(
                f"{len(silent)} 项未填报，{len(unclear)} 项没有基数或年份而无法判断进度",
                f"{counted(len(silent), 'target was', 'targets were')} not reported, {counted(len(unclear), 'has', 'have')} no base or year to tell a pace by",
            ),
            partly=len(silent) + len(unclear) < len(plan.targets),
        )


def _exceeded(target: pd.Series, aim: target_progress.Goal, latest: dict[str, Any], actual: Text) -> Finding:
    """A cap that the latest actual figure lies above."""
    cap = amount(aim.target or 0.0, target_progress.own_unit(target))
    beyond = f" {latest['actual'] / aim.target - 1:.1%}" if aim.target and aim.target > 0 else ""
    falling = Text("；如为逐年下降的目标，填写基数", "; of a target to come down to, state the base")
    more = falling if aim.base is None else NOTHING
    return Finding(
        rule="target-pace",
        severity="warning",
        consequence="target",
        subject=f"target:{target['target_id']}",
        message=Text(
            f"{target['name']}：{latest['year']} 年为 {actual.zh}，超过上限 {cap.zh}{beyond}。",
            f"{target['name']}: {actual.en} in {latest['year']}, above the cap of {cap.en}{beyond and f' by{beyond}'}.",
        ),
        remedy=Text(
            f"说明原因并压减，或核对填报的数{more.zh}",
            f"give the reason and reduce it, or check what was reported{more.en}",
        ),
        clause=target["source"],
        values={"base": aim.base, "base_year": aim.base_year, "target": aim.target, **latest},
    )
