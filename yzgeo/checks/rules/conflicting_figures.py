"""The plan states one measure of one year alike wherever it states it.

同一指标同一年份，规划各处所述数字一致。

All statements of targets (base and target), prose, boxes and annexes are compared by measure, object and
year. A word beside a number counts: 冲破十家 agrees with 14 家, 约 allows the tolerance. Other numbers agree
when they may be one figure rounded differently (24 and 24.3, not 24.1 and 24.3). Measures that sound alike
but differ by definition (labour productivity grown in 2020, and its average growth) are different measures; where two
are one thing by different names, `measure_relations.csv` says so (kind `same`), and a disagreement is information,
since they may be counted otherwise.

目标（基数与目标值）、正文、专栏与附件中的全部陈述，按指标、对象、年份两两比较。数字旁的用语计入：“冲破十家”与 14 家不矛盾，“约”按容差放宽。其余数字只要可能是同一数的不同取整即视为一致（24 与 24.3 一致，24.1 与 24.3 不一致）。名称相近而口径不同的（2020 年劳动生产率的增幅与年均增幅）是两个指标；确为一事两名的由 `measure_relations.csv`（kind 为 `same`）说明，此时的不一致列为提示，因为统计口径可能不同。

Found, 50 in one place and 48 in another:

    >>> from yzgeo.checks.example_plan import print_findings
    >>> print_findings("conflicting-figures", figures='''
    ... figure_id,    value, qualifier
    ... output-again, 48,    ''')
    warning figure:output-2026: Output (2026) differs: 5,000 m yuan in Chapter 1; 4,800 m yuan in Chapter 2.

Found, one thing by two names, 50 and 25:

    >>> print_findings("conflicting-figures", measure_relations='''
    ... relation_id, kind, whole_measure, whole_scope, part_measure, part_scope, year
    ... town,        same, output,        district,    output,       town,       2026''')
    info figure:output-2026: Output and Output (2026) are the same by the plan's words, but are 5,000 m yuan (Chapter 1) and 2,500 m yuan (Chapter 1).

Not found, 50 in one place and 超过40 in another:

    >>> print_findings("conflicting-figures")
    nothing found
"""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from yzgeo.checks import tolerances
from yzgeo.checks.finding import Finding, NotChecked
from yzgeo.checks.statements import APPROXIMATE, missing, narrowest, of, plan_statements
from yzgeo.core.i18n import NOTHING, Text, bilingual
from yzgeo.core.units import amount
from yzgeo.plan import listings
from yzgeo.plan.model import Plan

TITLE = Text("同一指标各处数字一致", "One measure, one figure")
TOLERANCE = APPROXIMATE
KEYS = ["measure_id", "scope", "year_from", "year"]


def clause(plan: Plan) -> str:
    """The clauses with figures that can be compared."""
    return (
        listings.parts_of_plan([*plan.figures["source"], *plan.targets["source"], *plan.clusters["source"]])
        or "figures.csv"
    )


def check(plan: Plan) -> Iterator[Finding | NotChecked]:
    """Measures with statements that cannot all be true."""
    measures = plan.measures.set_index("measure_id")
    statements = plan_statements(plan, tolerances.of(plan, "conflicting-figures", TOLERANCE).value)
    yield from _by_other_names(plan, measures, statements)
    if not statements.duplicated(KEYS).any():
        yield NotChecked(Text("没有在两处载明的指标", "no figure is stated in two places"))
    for (measure_id, scope, _, year), group in _disagreeing(statements).groupby(KEYS, sort=True, dropna=False):
        measure = measures.loc[measure_id]
        rows = group.drop_duplicates(["value", "source"])
        printed = [(amount(row.value, measure["unit"]), row.source) for row in rows.itertuples()]
        of_what = _scope_name(plan, str(scope))
        yield Finding(
            rule="conflicting-figures",
            severity="warning",
            subject=f"figure:{measure_id}-{year}" if scope == "district" else str(scope),
            aspect="" if scope == "district" else f"{measure_id}-{year}",
            message=Text(
                f"{of_what.zh}{measure['name']}（{year} 年）各处不一："
                + "，".join(f"{source} 为 {value.zh}" for value, source in printed)
                + "。",
                f"{of_what.en}{bilingual(measure['name'], measure['name_en']).en} ({year}) differs: "
                + "; ".join(f"{value.en} in {plan.place(source).en}" for value, source in printed)
                + ".",
            ),
            remedy=Text("统一数字，或说明口径不同", "use one figure, or say how the measures differ"),
            clause="；".join(dict.fromkeys(rows["source"])),
            values={"statements": [{"value": row.value, "source": row.source} for row in rows.itertuples()]},
        )


def _by_other_names(plan: Plan, measures: pd.DataFrame, statements: pd.DataFrame) -> Iterator[Finding | NotChecked]:
    """Measures that are one thing by different names and disagree."""
    for _, relation in plan.measure_relations[plan.measure_relations["kind"] == "same"].iterrows():
        one = of(statements, relation["whole_measure"], relation["whole_scope"], relation["year"])
        other = of(statements, relation["part_measure"], relation["part_scope"], relation["year"])
        if one.empty or other.empty:
            yield NotChecked(missing(plan, relation, whole=one, part=other), partly=True)
            continue
        first, second = narrowest(one), narrowest(other)
        if first["low"] <= second["high"] and second["low"] <= first["high"]:
            continue
        names = [measures.loc[relation[f"{role}_measure"]] for role in ("whole", "part")]
        values = [amount(row["value"], name["unit"]) for row, name in zip((first, second), names, strict=True)]
        scope = _scope_name(plan, relation["part_scope"])
        yield Finding(
            rule="conflicting-figures",
            severity="info",
            subject=f"figure:{relation['whole_measure']}-{relation['year']}",
            message=Text(
                f"{names[0]['name']}与{scope.zh}{names[1]['name']}（{relation['year']} 年）应为一事，"
                f"而分别为 {values[0].zh}（{first['source']}）和 {values[1].zh}（{second['source']}）。",
                f"{bilingual(names[0]['name'], names[0]['name_en']).en} and {scope.en}{bilingual(names[1]['name'], names[1]['name_en']).en} ({relation['year']}) are the same by the plan's words, "
                f"but are {values[0].en} ({plan.place(first['source']).en}) and {values[1].en} "
                f"({plan.place(second['source']).en}).",
            ),
            remedy=Text("统一数字，或说明口径不同", "use one figure, or say how the measures differ"),
            clause="；".join(dict.fromkeys([first["source"], second["source"]])),
            values={"statements": [{"value": row["value"], "source": row["source"]} for row in (first, second)]},
        )


def _scope_name(plan: Plan, scope: str) -> Text:
    """The cluster that a scope names, to stand before its measure; nothing for other scopes."""
    named = plan.clusters[("cluster:" + plan.clusters["cluster_id"]) == scope]
    return (
        Text(named["name"].iloc[0], f"{bilingual(named['name'].iloc[0], named['name_en'].iloc[0]).en}: ")
        if len(named)
        else NOTHING
    )


def _disagreeing(statements: pd.DataFrame) -> pd.DataFrame:
    """Statements that cannot all be true: the lower bound of one is above the upper bound of another."""
    groups = statements.groupby(KEYS, dropna=False)
    return statements[groups["low"].transform("max") > groups["high"].transform("min")]
