"""A stated share is the stated part over the stated whole.

所述占比等于所述部分除以所述总数。

Which share belongs to which part and whole is data: `measure_relations.csv`, kind `share`. Where the whole
is stated for several scopes (the district, and the district proper), the scope that fits is named. A share of an
increase (kind `share_of_increase`) needs a whole that grew. A growth that is an average of several years (年均) does not
say how one year went: then the finding only tells what stands where, and asks.

哪个占比对应哪个部分与总数由 `measure_relations.csv`（kind 为 `share`）说明。总数按几个范围给出的（全区、区本级），说明与哪个相符。增量占比（kind 为 `share_of_increase`）以总数有增长为前提，列为提示；所载增速为多年平均（年均）的，不能说明当年，只写明各处所载并请确认。

Found, 25 of 50 stated as 60 %:
查出：50 中的 25 写作 60%。

    >>> from yzgeo.checks.example_plan import print_findings
    >>> print_findings("stated-shares", figures='''
    ... figure_id,  value
    ... share-town, 60''')
    warning figure:output-share-2026: Share of output (2026) is printed as 60%, but 25 ÷ 50 = 50.0% (the district).

Found, a share of an increase where there was none:
查出：没有增加，却写占增量的比重。

    >>> print_findings("stated-shares", figures='''
    ... figure_id, measure_id,   scope,    year, value
    ... growth,    machines,     district, 2026, -3
    ... invested,  output,       machines, 2026, 5
    ... share,     output-share, machines, 2026, 65''', measure_relations='''
    ... relation_id, kind,              whole_measure, whole_scope, part_measure, part_scope, share_measure, year
    ... increase,    share_of_increase, machines,      district,    output,       machines,   output-share,  2026''')
    info figure:output-share-2026: Share of output (2026) is printed as 65% of an increase, but Growth of machines was -3%.

Not found, 25 of 50 stated as 50 %:
不报：50 中的 25 写作 50%。

    >>> print_findings("stated-shares")
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
    in_percent,
    incomparable,
    is_yearly_average,
    missing,
    narrowest,
    of,
    plan_statements,
    relation_name,
)
from yzgeo.core.i18n import Text, bilingual, plain
from yzgeo.core.labels import VALUES
from yzgeo.plan import listings
from yzgeo.plan.model import Plan

TITLE = Text("占比与分子分母不符", "Shares do not match part and whole")
TOLERANCE = APPROXIMATE
NO_INCREASE = Text("，当年并无增量", "")
AVERAGE = Text("，这是多年平均，不说明当年有无增量", ", an average of years, which does not tell of one")


def clause(plan: Plan) -> str:
    """The clauses that state the shares."""
    rows = plan.measure_relations[plan.measure_relations["kind"].isin(["share", "share_of_increase"])]
    return listings.parts_of_plan(rows["source"]) or "measure_relations.csv"


def check(plan: Plan) -> Iterator[Finding | NotChecked]:
    """Shares that do not follow from their part and whole."""
    statements = plan_statements(plan, tolerances.of(plan, "stated-shares", TOLERANCE).value)
    yield from _increases(plan, statements)
    if not plan.measure_relations["kind"].isin(["share", "share_of_increase"]).any():
        yield NotChecked(Text("没有登记占比与其分子分母", "no shares are recorded with their part and whole"))
    for _, relation in plan.measure_relations[plan.measure_relations["kind"] == "share"].iterrows():
        year = relation["year"]
        share = of(statements, relation["share_measure"], relation["part_scope"], year)
        part = of(statements, relation["part_measure"], relation["part_scope"], year)
        wholes = of(statements, relation["whole_measure"], "*", year)
        wholes = wholes[
            (wholes["scope"] == relation["whole_scope"]) | wholes["scope"].str.startswith(relation["whole_scope"] + "-")
        ]
        if share.empty or part.empty or wholes.empty:
            yield NotChecked(missing(plan, relation, share=share, part=part, whole=wholes))
            continue
        share, (wholes, part) = in_percent(share), in_one_unit(wholes, part)
        if share.empty or part.empty:
            yield NotChecked(incomparable(relation))
            continue
        stated_share, numerator = share.iloc[0], part.iloc[0]
        whole_by_scope = {scope: narrowest(rows) for scope, rows in wholes.groupby("scope", sort=False)}
        computed = {scope: 100 * numerator["value"] / whole["value"] for scope, whole in whole_by_scope.items()}
        fits = [scope for scope, whole in whole_by_scope.items() if _fits(stated_share, numerator, whole)]
        if relation["whole_scope"] in fits:
            continue
        quotients = [
            (_quotient(numerator, whole), f" = {computed[scope]:.1f}%", _name(scope))
            for scope, whole in whole_by_scope.items()
        ]
        computed_zh = "，".join(f"{quotient.zh}{share}（{scope.zh}）" for quotient, share, scope in quotients)
        computed_en = ", ".join(f"{quotient.en}{share} ({scope.en})" for quotient, share, scope in quotients)
        printed_share = as_printed(stated_share)
        fitting = [_name(scope) for scope in fits]
        name = relation_name(plan, relation, "share")
        yield Finding(
            rule="stated-shares",
            severity="warning",
            subject=f"figure:{relation['share_measure']}-{year}",
            message=Text(
                f"{name.zh}（{year} 年）印为 {printed_share.zh}，而 {computed_zh}"
                f"{'；只有' + '、'.join(scope.zh for scope in fitting) + '的数相符' if fitting else ''}。",
                f"{name.en} ({year}) is printed as {printed_share.en}, but {computed_en}"
                f"{'; only the figure of ' + ', '.join(scope.en for scope in fitting) + ' fits' if fitting else ''}.",
            ),
            remedy=Text(
                f"若以{'、'.join(scope.zh for scope in fitting)}为分母，则应写明；否则改正占比",
                f"if the share is of {', '.join(scope.en for scope in fitting)}, say so; else correct it",
            )
            if fitting
            else Text("核对占比", "check the share"),
            clause="；".join(dict.fromkeys([stated_share["source"], numerator["source"], *wholes["source"]])),
            values={
                "printed": float(stated_share["value"]),
                "computed": {scope: float(value) for scope, value in computed.items()},
            },
        )


def _increases(plan: Plan, statements: pd.DataFrame) -> Iterator[Finding | NotChecked]:
    """Shares of an increase where the whole did not grow."""
    for _, relation in plan.measure_relations[plan.measure_relations["kind"] == "share_of_increase"].iterrows():
        share = of(statements, relation["share_measure"], relation["part_scope"], relation["year"])
        growth = of(statements, relation["whole_measure"], relation["whole_scope"], relation["year"])
        if share.empty or growth.empty:
            yield NotChecked(missing(plan, relation, share=share, whole=growth))
            continue
        share, growth = in_percent(share), in_percent(growth)
        if share.empty or growth.empty:
            yield NotChecked(incomparable(relation))
            continue
        stated_share, rate = narrowest(share), narrowest(growth)
        printed_share, printed_rate = as_printed(stated_share), as_printed(rate)
        if rate["high"] > 0:
            continue
        name, whole = (
            relation_name(plan, relation, "share"),
            plan.measures.set_index("measure_id").loc[relation["whole_measure"]],
        )
        average = is_yearly_average(rate["noun"] if isinstance(rate["noun"], str) else whole["name"])
        outcome = AVERAGE if average else NO_INCREASE
        yield Finding(
            rule="stated-shares",
            severity="info",
            subject=f"figure:{relation['share_measure']}-{relation['year']}",
            message=Text(
                f"{name.zh}（{relation['year']} 年）印为增量的 {printed_share.zh}（{stated_share['source']}），而{whole['name']}为 {printed_rate.zh}（{rate['source']}）{outcome.zh}。",
                f"{name.en} ({relation['year']}) is printed as {printed_share.en} of an increase, "
                f"but {bilingual(whole['name'], whole['name_en']).en} was {printed_rate.en}{outcome.en}.",
            ),
            remedy=Text(
                "写明是哪一时期的增量，核对是否应为“占总额”",
                "say of which years' increase, and check whether the share is of the total",
            ),
            clause="；".join(dict.fromkeys([stated_share["source"], rate["source"]])),
            values={"printed": float(stated_share["value"]), "growth": float(rate["value"])},
        )


def _quotient(part: pd.Series, whole: pd.Series) -> Text:
    """The division as printed: numbers alone where both have one unit."""
    if part["printed_unit"] == whole["printed_unit"]:
        return plain(f"{part['printed']:,.10g} ÷ {whole['printed']:,.10g}")
    one, other = as_printed(part), as_printed(whole)
    return Text(f"{one.zh} ÷ {other.zh}", f"{one.en} ÷ {other.en}")


def _fits(share: pd.Series, part: pd.Series, whole: pd.Series) -> bool:
    """Whether any part and whole within the rounding of their figures give the printed share."""
    lowest, highest = 100 * part["low"] / whole["high"], 100 * part["high"] / whole["low"]
    return bool(lowest <= share["high"] and share["low"] <= highest)


def _name(scope: str) -> Text:
    """The name of a scope, or its code where it has none."""
    return VALUES.get(scope, plain(scope))
