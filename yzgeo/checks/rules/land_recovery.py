"""The land recovered keeps the pace that the target needs.

盘活低效用地的进度跟得上规划目标。

An even pace from the start of the plan's period to the target's day is held against what the parcel ledger proves
as of its latest recovery, or of the day asked for. Once the target's day is past, all of it is due.

把规划期起点到目标日的匀速进度，与截至台账最近盘活日（或所问日期）台账所证明的相比。目标日已过的，全部应已完成。

Found, 32.22 mu of 90 halfway through the period:
查出：期中只盘活 90 亩中的 32.22 亩。

    >>> from yzgeo.checks.example_plan import print_findings
    >>> print_findings("land-recovery", targets='''
    ... target_id,           target
    ... low-efficiency-land, 90''')
    warning target:low-efficiency-land: Recovered 32.22 of 90 mu (35.8%) as of 2028-06-30; an even pace makes 44.95 by then. 57.78 mu are left until 2030-12-31: 23.09 mu a year.

Not found, with the target reached:
不报：已达到目标。

    >>> print_findings("land-recovery")
    nothing found
"""

from __future__ import annotations

from collections.abc import Iterator

from yzgeo.checks.finding import Finding, NotChecked
from yzgeo.core.i18n import Text
from yzgeo.plan.model import Plan
from yzgeo.stats import recovery
from yzgeo.stats.target_progress import on_track

TITLE = Text("盘活用地进度落后于目标", "Recovery of land behind its target")


def clause(plan: Plan) -> str:
    """The clauses that set the target."""
    return recovery.target_clause(plan)


def check(plan: Plan) -> Iterator[Finding | NotChecked]:
    """The target, if the ledger proves less than an even pace, or states no day of recovery."""
    goal = recovery.recovery_target(plan)
    if goal is None:
        yield NotChecked(Text("规划未设盘活用地的目标", "the plan sets no target of land to recover"))
        return
    if plan.parcels.empty:
        yield NotChecked(recovery.no_ledger(plan))
        return
    standing = recovery.recovery_progress(plan)
    if on_track(standing["pace"]):
        return
    recovered_mu, remaining_mu = standing["recovered_mu"], standing["remaining_mu"]
    share = standing["progress"]
    zh = f"已盘活 {recovered_mu:,.2f} 亩，目标 {goal.mu:,.10g} 亩（{share:.1%}）"
    en = f"Recovered {recovered_mu:,.2f} of {goal.mu:,.10g} mu ({share:.1%})"
    if standing["pace"] == "unknown":
        zh += "；台账没有盘活日期，无法判断进度。"
        en += "; the ledger has no day of recovery, so the pace cannot be told."
    elif standing["pace"] == "missed":
        zh += f"，截至 {standing['as_of']}；目标日期 {goal.end} 已过，尚缺 {remaining_mu:,.2f} 亩。"
        en += f" as of {standing['as_of']}; the target's day {goal.end} is past, {remaining_mu:,.2f} mu are missing."
    else:
        year = standing["needed_mu_per_year"]
        zh += f"，截至 {standing['as_of']}；匀速应为 {standing['expected_mu']:,.2f} 亩。"
        zh += f"到 {goal.end} 尚需 {remaining_mu:,.2f} 亩，每年 {year:,.2f} 亩。"
        en += f" as of {standing['as_of']}; an even pace makes {standing['expected_mu']:,.2f} by then."
        en += f" {remaining_mu:,.2f} mu are left until {goal.end}: {year:,.2f} mu a year."
    yield Finding(
        rule="land-recovery",
        severity="info" if standing["pace"] == "unknown" else "warning",
        consequence="target",
        subject=f"target:{goal.target_id}",
        message=recovery.marked(Text(zh, en)) if recovery.is_invented(plan) else Text(zh, en),
        remedy=Text("补全台账，或加快腾出盘活", "complete the ledger, or recover faster"),
        clause=goal.source,
        values={"target_mu": goal.mu, **standing},
    )
