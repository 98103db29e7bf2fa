"""Parts add up to their whole, or at least do not exceed it.

分项合计等于总数，至少不超过总数。

Which measures are parts of which is data: `measure_relations.csv`, kind `sum` (the parts are all there
is) or `within` (they are some of it).

哪些指标是哪个总数的分项由 `measure_relations.csv` 说明：`sum`（分项齐全）或 `within`（只是其中一部分）。

Found, tiers of 1, 2 and 3 firms where the whole is 7:

    >>> from yzgeo.checks.example_plan import print_findings
    >>> print_findings("tier-sums", figures='''
    ... figure_id, value
    ... firms,     7''')
    warning figure:firms-2026: Firms in a tier (2026): 6 firms (3＋2＋1); Firms (2026): 7 firms.

Not found, the same tiers where the whole is 6:

    >>> print_findings("tier-sums")
    nothing found
"""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from yzgeo.checks import tolerances
from yzgeo.checks.finding import Finding, NotChecked
from yzgeo.checks.statements import APPROXIMATE, missing, of, period, plan_statements, relation_name
from yzgeo.core.i18n import Text, bilingual
from yzgeo.core.units import amount
from yzgeo.plan import listings
from yzgeo.plan.model import Plan

TITLE = Text("分项合计与总数", "Parts and their whole")
TOLERANCE = APPROXIMATE
KINDS = ("sum", "within")


def clause(plan: Plan) -> str:
    """The clauses that state the relations."""
    rows = plan.measure_relations[plan.measure_relations["kind"].isin(KINDS)]
    return listings.parts_of_plan(rows["source"]) or "measure_relations.csv"


def check(plan: Plan) -> Iterator[Finding | NotChecked]:
    """Relations whose parts sum to another number than the whole, or to more."""
    statements = plan_statements(plan, tolerances.of(plan, "tier-sums", TOLERANCE).value)
    relations = plan.measure_relations[plan.measure_relations["kind"].isin(KINDS)]
    if relations.empty:
        yield NotChecked(Text("没有登记分项与总数的关系", "no parts are recorded with their whole"))
    for _, relation in relations.iterrows():
        whole = of(statements, relation["whole_measure"], relation["whole_scope"], relation["year"])
        parts = of(statements, relation["part_measure"], relation["part_scope"], relation["year"])
        if whole.empty or parts.empty:
            yield NotChecked(missing(plan, relation, part=parts, whole=whole))
            continue
        parts = parts.drop_duplicates("scope")
        low, high = parts["low"].sum(), parts["high"].sum()
        exceeds = low > whole["high"].max()
        misses = relation["kind"] == "sum" and high < whole["low"].min()
        if exceeds or misses:
            yield _finding(plan, relation, whole.iloc[0], parts)


def _finding(plan: Plan, relation: pd.Series, whole: pd.Series, parts: pd.DataFrame) -> Finding:
    measures = plan.measures.set_index("measure_id")
    of_whole, of_part = measures.loc[relation["whole_measure"]], measures.loc[relation["part_measure"]]
    total, limit = amount(parts["value"].sum(), of_part["unit"]), amount(whole["value"], of_whole["unit"])
    name, years = relation_name(plan, relation, "part"), period(parts.iloc[0])
    added = "＋".join(f"{value:,.10g}" for value in sorted(parts["value"], reverse=True))
    sources = list(dict.fromkeys([whole["source"], *parts["source"]]))
    exact = relation["kind"] == "sum"
    return Finding(
        rule="tier-sums",
        severity="warning" if exact else "info",
        subject=f"figure:{relation['whole_measure']}-{relation['year']}",
        aspect=relation["relation_id"],
        message=Text(
            f"{name.zh}（{years} 年）{'合计' if len(parts) > 1 else ''} {total.zh}"
            f"{f'（{added}）' if len(parts) > 1 else ''}，{of_whole['name']}（{period(whole)} 年）为 {limit.zh}。",
            f"{name.en} ({years}): {total.en}"
            f"{f' ({added})' if len(parts) > 1 else ''}; {bilingual(of_whole['name'], of_whole['name_en']).en} ({period(whole)}): {limit.en}.",
        ),
        reading=Text("分项应等于总数", "the parts are the whole")
        if exact
        else Text(
            "分项不应超过总数，除非口径不同", "parts should not exceed the whole, unless they are counted otherwise"
        ),
        remedy=Text("核对分项与总数，或说明口径", "check parts and whole, or say how they are counted"),
        clause="；".join(sources),
        values={"parts": [float(value) for value in parts["value"]], "whole": float(whole["value"])},
    )
