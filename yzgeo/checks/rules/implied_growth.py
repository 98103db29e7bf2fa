"""A part's growth and its growing share leave the whole a growth that can be.

部分的增速与其占比推出的整体增速合乎情理。

A part that grows by a rate while its share of the whole rises from one figure to another says how the whole
grows. Which measures belong together is data: `measure_relations.csv`, kind `growth_of_share`; the share of
the base year and of the target year come from the targets. Each figure may be off by half of its last printed
digit. A rate that the plan does not call a yearly average (年均) is taken for one only as an assumption, which is told, and
the finding is information. The rule speaks when the whole would have to shrink. Where the earlier share is not stated but the whole is, for
both years, the part is counted back: it must not have been more than the whole. When only the rounding of the
figures saves them, that is information.

部分按某增速增长而占比由一数升至另一数，整体的增速即可推出。哪些指标属于一组由 `measure_relations.csv`（kind 为 `growth_of_share`）说明，基年与目标年的占比取自目标。各数允许末位数字一半的出入。规划未称“年均”的增速只是假设按年均计，结果中写明并列为提示。推出整体须萎缩时本规则报告。早年占比未述而整体两年皆述的，倒推部分：部分不应大于整体；仅靠取整才成立的，列为提示。

Found, a part that grows by 4 % a year and whose share doubles in four years:
查出：年均增长 4% 的部分，四年中占比翻了一番。

    >>> from yzgeo.checks.example_plan import print_findings
    >>> print_findings("implied-growth", targets='''
    ... target_id, target
    ... growth,    4''')
    info figure:machine-share-2030: Share of machines rises from 10% (2026) to 20% (2030) and Growth of machines is 4% (taken as a yearly average, which the plan does not say): then Output would change by -12.5% a year.

Found, the same with a rate that is called 年均:
查出：同上，增速写作“年均”。

    >>> print_findings("implied-growth", targets='''
    ... target_id, target, noun
    ... growth,    4,      年均增速''')
    warning figure:machine-share-2030: Share of machines rises from 10% (2026) to 20% (2030) and Growth of machines is 4% a year: then Output would change by -12.5% a year.

Found, a part that will be 90 of 100, having grown by 2 % a year, out of a whole that was 70:
查出：部分年均增长 2% 后为 90，占 100；而整体原为 70。

    >>> print_findings("implied-growth", measures='''
    ... measure_id, name,     name_en,       unit
    ... goods,      货物产值, Goods,         亿元
    ... tool-share, 工具占比, Share of tools, %
    ... tools,      工具增速, Growth of tools, %''', measure_relations='''
    ... relation_id, kind,            whole_measure, whole_scope, part_measure, part_scope, share_measure, year
    ... tools,       growth_of_share, goods,         district,    tools,        district,   tool-share,    2030''', targets='''
    ... target_id,  measure_id, scope,    name, direction, base_year, base, target_year, target
    ... goods,      goods,      district, 产值, at_least,  2026,      70,   2030,        100
    ... tool-share, tool-share, district, 占比, at_least,  ,          ,     2030,        90
    ... tools,      tools,      district, 增速, at_least,  ,          ,     2030,        2''')
    info figure:tool-share-2030: Share of tools is to be 90% of CNY 10 bn (2030), with a growth of 2% (taken as a yearly average, which the plan does not say): then it would have been 119% of CNY 7 bn (2026).

Not found, one that grows by 20 % a year:
不报：年均增长 20%。

    >>> print_findings("implied-growth")
    nothing found
"""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from yzgeo.checks.finding import Finding, NotChecked
from yzgeo.checks.statements import (
    as_printed,
    in_one_unit,
    in_percent,
    incomparable,
    is_yearly_average,
    missing,
    narrowest,
    of,
    plan_statements,
)
from yzgeo.core.i18n import NOTHING, Text, bilingual
from yzgeo.plan import listings
from yzgeo.plan.model import Plan

TITLE = Text("占比与增速推出不合理的整体", "Shares and growth that imply an impossible whole")
KIND = "growth_of_share"
ASSUMED = Text("（规划未写明是否年均，此处按年均计）", " (taken as a yearly average, which the plan does not say)")


def clause(plan: Plan) -> str:
    """The clauses that state the relations."""
    rows = plan.measure_relations[plan.measure_relations["kind"] == KIND]
    return listings.parts_of_plan(rows["source"]) or "measure_relations.csv"


def check(plan: Plan) -> Iterator[Finding | NotChecked]:
    """Relations that imply a shrinking whole, or a part larger than the whole."""
    statements = plan_statements(plan)
    relations = plan.measure_relations[plan.measure_relations["kind"] == KIND]
    if relations.empty:
        yield NotChecked(Text("没有登记占比与增速的关系", "no shares and rates that belong together are recorded"))
    for _, relation in relations.iterrows():
        shares = statements[
            (statements["measure_id"] == relation["share_measure"]) & (statements["scope"] == relation["part_scope"])
        ]
        later = shares[shares["year"] == relation["year"]]
        earlier = shares[shares["year"] < relation["year"]]
        rate = of(statements, relation["part_measure"], relation["part_scope"], relation["year"])
        wholes = statements[
            (statements["measure_id"] == relation["whole_measure"]) & (statements["scope"] == relation["whole_scope"])
        ]
        before, after = wholes[wholes["year"] < relation["year"]], wholes[wholes["year"] == relation["year"]]
        if later.empty or rate.empty or (earlier.empty and (before.empty or after.empty)):
            yield NotChecked(missing(plan, relation, part=rate, share=later if later.empty else earlier))
            continue
        after, before = in_one_unit(after, before)
        later, earlier, rate, stated_before = in_percent(later), in_percent(earlier), in_percent(rate), len(earlier)
        if later.empty or rate.empty or (earlier.empty and (before.empty or stated_before)):
            yield NotChecked(incomparable(relation))
            continue
        if earlier.empty:
            base_year = before["year"].max()
            base = narrowest(before[before["year"] == base_year])
            finding = _earlier_part(plan, relation, narrowest(later), narrowest(rate), base, narrowest(after))
        else:
            finding = _finding(plan, relation, earlier.sort_values("year").iloc[-1], narrowest(later), narrowest(rate))
        if finding is not None:
            yield finding


def _earlier_part(
    plan: Plan, relation: pd.Series, share: pd.Series, rate: pd.Series, base: pd.Series, goal: pd.Series
) -> Finding | None:
    """Compute the part at the beginning of the period from its end and growth, and compare it with the whole."""
    years = int(goal["year"] - base["year"])
    likely = share["value"] * goal["value"] / (1 + rate["value"] / 100) ** years / base["value"]
    least = share["low"] * goal["low"] / (1 + rate["high"] / 100) ** years / base["high"]
    if likely <= 100:
        return None
    of_whole = 100 * ((goal["value"] / base["value"]) ** (1 / years) - 1)
    measures = plan.measures.set_index("measure_id")
    name, end, start = measures.loc[relation["share_measure"]], as_printed(goal), as_printed(base)
    first, last = int(base["year"]), int(goal["year"])
    stated = is_yearly(rate, measures)
    assumed = NOTHING if stated else ASSUMED
    return Finding(
        rule="implied-growth",
        severity="warning" if least > 100 and stated else "info",
        consequence="target",
        subject=f"figure:{relation['share_measure']}-{last}",
        message=Text(
            f"{name['name']} {last} 年为 {share['value']:g}%（总数 {end.zh}），增速 {rate['value']:g}%{assumed.zh}："
            f"由此 {first} 年为 {likely:.0f}%（总数 {start.zh}）。",
            f"{bilingual(name['name'], name['name_en']).en} is to be {share['value']:g}% of {end.en} ({last}), with a growth of {rate['value']:g}%{assumed.en or ' a year'}: "
            f"then it would have been {likely:.0f}% of {start.en} ({first}).",
        ),
        remedy=Text("核对占比与增速，或说明口径不同", "check share and rate, or say how they are counted"),
        clause="；".join(dict.fromkeys([share["source"], goal["source"], rate["source"], base["source"]])),
        values={
            "share": share["value"],
            "rate": rate["value"],
            "whole": goal["value"],
            "whole_before": base["value"],
            "growth_of_whole": of_whole,
            "implied_share_before": likely,
            "implied_share_before_at_least": least,
        },
    )


def _finding(plan: Plan, relation: pd.Series, before: pd.Series, after: pd.Series, rate: pd.Series) -> Finding | None:
    years = int(after["year"] - before["year"])
    most = _yearly(rate["high"], before["high"] / after["low"], years)
    if most >= 0:
        return None
    likely = 100 * _yearly(rate["value"], before["value"] / after["value"], years)
    measures = plan.measures.set_index("measure_id")
    share, part, whole = (measures.loc[relation[f"{role}_measure"]] for role in ("share", "part", "whole"))
    first, last = int(before["year"]), int(after["year"])
    stated = is_yearly(rate, measures)
    assumed = NOTHING if stated else ASSUMED
    return Finding(
        rule="implied-growth",
        severity="warning" if stated else "info",
        consequence="target",
        subject=f"figure:{relation['share_measure']}-{last}",
        message=Text(
            f"{share['name']}由 {first} 年 {before['value']:g}% 升至 {last} 年 {after['value']:g}%，"
            f"而{part['name']}为 {rate['value']:g}%{assumed.zh}：由此{whole['name']}须每年 {likely:+.1f}%。",
            f"{bilingual(share['name'], share['name_en']).en} rises from {before['value']:g}% ({first}) to {after['value']:g}% ({last}) and "
            f"{bilingual(part['name'], part['name_en']).en} is {rate['value']:g}%{assumed.en or ' a year'}: then {bilingual(whole['name'], whole['name_en']).en} would change by {likely:+.1f}% a year.",
        ),
        remedy=Text("核对占比与增速，或说明口径不同", "check shares and rate, or say how they are counted"),
        clause="；".join(dict.fromkeys([before["source"], after["source"], rate["source"]])),
        values={
            "share_before": before["value"],
            "share_after": after["value"],
            "rate": rate["value"],
            "implied_growth_of_whole": likely,
        },
    )


def is_yearly(rate: pd.Series, measures: pd.DataFrame) -> bool:
    """Whether the plan calls a rate a yearly average, by its noun or else by its measure's name."""
    name = measures["name"][rate["measure_id"]]
    return is_yearly_average(rate["noun"] if isinstance(rate["noun"], str) else name)


def _yearly(rate: float, ratio: float, years: int) -> float:
    """Yearly growth of a whole whose part grows by a rate in per cent while 1/ratio is the growth of its share."""
    return float((1 + rate / 100) * ratio ** (1 / years) - 1)
