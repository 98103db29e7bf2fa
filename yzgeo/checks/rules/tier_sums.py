"""Parts add up to their whole, or at least do not exceed it.

分项合计等于总数，至少不超过总数。

Which measures are parts of which is data: `measure_relations.csv`, kind `sum` (the parts are all there
is) or `within` (they are some of it). Parts of another sort than the whole, such as services in the output of industry,
are named there (`without`) and left out; the finding names them. Parts of `within` may overlap.

哪些指标是哪个总数的分项由 `measure_relations.csv` 说明：`sum`（分项齐全）或 `within`（只是其中一部分）。与总数性质不同的分项（如工业产值中的服务业）由其 `without` 列出，不计入，并在发现中写明。`within` 的各分项之间可能重叠。

Found, tiers of 1, 2 and 3 firms where the whole is 7:
查出：各档为 1、2、3 家，而总数为 7。

    >>> from yzgeo.checks.example_plan import print_findings
    >>> print_findings("tier-sums", figures='''
    ... figure_id, value
    ... firms,     7''')
    warning figure:firms-2026: Firms in a tier (2026): 6 firms (3＋2＋1); Firms (2026): 7 firms.

Found, clusters that have more output than there is, one of them left out:
查出：各集群产出之和大于总数，且还缺一个集群。

    >>> relation = '''
    ... relation_id, kind,   whole_measure, whole_scope, part_measure, part_scope, without,       year
    ... clusters,    within, output,        district,    output,       cluster:*,  cluster:cloth, 2018'''
    >>> print_findings("tier-sums", measure_relations=relation, figures='''
    ... figure_id,   measure_id, scope,    year, value
    ... output-2018, output,     district, 2018, 90''')
    info figure:output-2018: Output without Cloth (2018): CNY 10 bn; Output (2018): CNY 9 bn.

Not found, the same clusters where 120 is the whole: the one left out would make 150:
不报：同样的集群，总数为 120：所缺的一个凑成 150。

    >>> print_findings("tier-sums", measure_relations=relation, figures='''
    ... figure_id,   measure_id, scope,    year, value
    ... output-2018, output,     district, 2018, 120''')
    nothing found

Not found, the same tiers where the whole is 6:
不报：同样的各档，总数为 6。

    >>> print_findings("tier-sums")
    nothing found
"""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from yzgeo.checks import tolerances
from yzgeo.checks.finding import Finding, NotChecked
from yzgeo.checks.statements import (
    APPROXIMATE,
    as_printed,
    in_one_unit,
    incomparable,
    missing,
    of,
    period,
    plan_statements,
    printed_like,
    relation_name,
    scope_name,
)
from yzgeo.core.i18n import LANGS, Text, bilingual
from yzgeo.core.units import amount
from yzgeo.plan import listings
from yzgeo.plan.model import Plan

TITLE = Text("分项合计与总数不符", "Parts do not add up to their whole")
TOLERANCE = APPROXIMATE
KINDS = ("sum", "within")
SEPARATOR = "、"


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
        parts = parts[~parts["scope"].isin(_left_out(relation))]
        if whole.empty or parts.empty:
            yield NotChecked(missing(plan, relation, part=parts, whole=whole))
            continue
        scopes = parts["scope"].nunique()
        whole, parts = in_one_unit(whole, parts)
        parts = parts.drop_duplicates("scope")
        if len(parts) < scopes:
            yield NotChecked(incomparable(relation))
            continue
        low, high = parts["low"].sum(), parts["high"].sum()
        exceeds = low > whole["high"].max()
        misses = relation["kind"] == "sum" and high < whole["low"].min()
        if exceeds or misses:
            yield _finding(plan, relation, whole.iloc[0], parts)


def _finding(plan: Plan, relation: pd.Series, whole: pd.Series, parts: pd.DataFrame) -> Finding:
    measures = plan.measures.set_index("measure_id")
    of_whole = measures.loc[relation["whole_measure"]]
    in_one_print = parts["printed_unit"].nunique() == 1
    total = (
        amount(parts["printed"].sum(), parts["printed_unit"].iloc[0])
        if in_one_print
        else printed_like(whole, parts["value"].sum())
    )
    limit = as_printed(whole)
    name, years = _name(plan, relation), period(parts.iloc[0])
    descending = [part for _, part in parts.sort_values("value", ascending=False, kind="stable").iterrows()]
    added_zh, added_en = (
        "＋".join(f"{part['printed']:,.10g}" if in_one_print else as_printed(part).of(lang) for part in descending)
        for lang in LANGS
    )
    sources = list(dict.fromkeys([whole["source"], *parts["source"]]))
    exact = relation["kind"] == "sum"
    return Finding(
        rule="tier-sums",
        severity="warning" if exact else "info",
        consequence="target" if whole["stated_as"] == "target" else "figure",
        subject=f"figure:{relation['whole_measure']}-{relation['year']}",
        aspect=relation["relation_id"],
        message=Text(
            f"{name.zh}（{years} 年）{'合计' if len(parts) > 1 else '为'} {total.zh}"
            f"{f'（{added_zh}）' if len(parts) > 1 else ''}，{of_whole['name']}（{period(whole)} 年）：{limit.zh}。",
            f"{name.en} ({years}): {total.en}"
            f"{f' ({added_en})' if len(parts) > 1 else ''}; {bilingual(of_whole['name'], of_whole['name_en']).en} ({period(whole)}): {limit.en}.",
        ),
        reading=Text("分项应等于总数", "the parts are the whole")
        if exact
        else Text(
            "分项不应超过总数，除非口径不同" + ("，或分项之间有重叠" if len(parts) > 1 else ""),
            "parts should not exceed the whole, unless they are counted otherwise"
            + (" or overlap" if len(parts) > 1 else ""),
        ),
        remedy=Text("核对分项与总数，或说明口径", "check parts and whole, or say how they are counted"),
        clause="；".join(sources),
        values={"parts": [float(value) for value in parts["value"]], "whole": float(whole["value"])},
    )


def _left_out(relation: pd.Series) -> list[str]:
    """The scopes that a relation leaves out of its parts."""
    without = relation["without"]
    return [scope.strip() for scope in without.split(SEPARATOR)] if isinstance(without, str) else []


def _name(plan: Plan, relation: pd.Series) -> Text:
    """The name of the parts, and what is left out of them."""
    name = relation_name(plan, relation, "part")
    left_out = [scope_name(plan, scope) for scope in _left_out(relation)]
    if not left_out:
        return name
    return Text(
        f"{name.zh}（不计{'、'.join(one.zh for one in left_out)}）",
        f"{name.en} without {', '.join(one.en for one in left_out)}",
    )
