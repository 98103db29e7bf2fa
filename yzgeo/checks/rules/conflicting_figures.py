"""The plan states one measure of one year alike wherever it states it.

同一指标同一年份，规划各处所述数字一致。

A figure that a target is judged by (its base, the target itself) weighs more than one that describes. Where the places
call the figure by different names, that is information that tells the names: they may be two statistics. The average of
several years (年均) is never held against the change of one.

目标的基数与目标值比一般叙述的数字更要紧。各处名称不同的，列为提示并写明各自的名称：或为两个统计口径。多年平均（年均）不与某一年的变化相比。

All statements of targets (base and target), prose, boxes and annexes are compared by measure, object and
year. A word beside a number counts: 冲破十家 and 逾十家 agree with 14 家, 约 allows the tolerance, 近 twice as much but from below. Other numbers agree
when they may be one figure rounded differently (24 and 24.3, not 24.1 and 24.3). Measures that sound alike
but differ by definition (labour productivity grown in 2020, and its average growth) are different measures; where the plan
puts two names to what looks like one thing, `measure_relations.csv` pairs them (kind `same`), and a disagreement is
information that tells what stands where, and asks.

目标（基数与目标值）、正文、专栏与附件中的全部陈述，按指标、对象、年份两两比较。数字旁的用语计入：“冲破十家”“逾十家”与 14 家不矛盾，“约”按容差放宽，“近”只向下放宽两倍。其余数字只要可能是同一数的不同取整即视为一致（24 与 24.3 一致，24.1 与 24.3 不一致）。名称相近而口径不同的（2020 年劳动生产率的增幅与年均增幅）是两个指标；规划用两个名称述及、看来同指一事的由 `measure_relations.csv`（kind 为 `same`）配对，此时的不一致列为提示，只写明各处所载并请确认。

Found, 50 in one place and 48 in another:
查出：一处 50，另一处 48。

    >>> from yzgeo.checks.example_plan import print_findings
    >>> print_findings("conflicting-figures", figures='''
    ... figure_id,    value, qualifier
    ... output-again, 48,    ''')
    warning figure:output-2026: Output (2026) differs: CNY 5 bn in Chapter 1; CNY 4.8 bn in Chapter 2.

Found, 50 and 48 by different names:
查出：名称不同，一处 50，一处 48。

    >>> print_findings("conflicting-figures", figures='''
    ... figure_id,    value, qualifier, noun
    ... output-again, 48,    ,          工业销售产值''')
    info figure:output-2026: Output (2026) differs: CNY 5 bn in Chapter 1; CNY 4.8 bn (called 工业销售产值) in Chapter 2. The names differ: they may be two statistics.

Found, two names paired by the plan, 50 and 25:
查出：规划自己并列的两个名称，一处 50，一处 25。

    >>> print_findings("conflicting-figures", measure_relations='''
    ... relation_id, kind, whole_measure, whole_scope, part_measure, part_scope, year
    ... town,        same, output,        district,    output,       town,       2026''')
    info figure:output-2026: Output (2026) is CNY 5 bn (Chapter 1), Output CNY 2.5 bn (Chapter 1). The plan does not say whether the two are one thing.

Not found, 50 in one place and 超过40 in another:
不报：一处 50，另一处“超过40”。

    >>> print_findings("conflicting-figures")
    nothing found
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pandas as pd

from yzgeo.checks import tolerances
from yzgeo.checks.finding import Finding, NotChecked
from yzgeo.checks.name_matching import bare
from yzgeo.checks.statements import (
    APPROXIMATE,
    as_printed,
    in_one_unit,
    incomparable,
    is_yearly_average,
    missing,
    narrowest,
    of,
    period,
    plan_statements,
)
from yzgeo.core.i18n import NOTHING, Text, bilingual
from yzgeo.plan import listings
from yzgeo.plan.model import Plan

TITLE = Text("同一指标各处数字不一", "One measure, different figures")
TOLERANCE = APPROXIMATE
UNIT_IN_NAME = re.compile(r"[（(][^（）()]*[）)]$")
OBJECT = ["measure_id", "scope", "year_from", "year"]
KEYS = [*OBJECT, "unit", "is_average"]


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
    names = zip(statements["noun"], statements["measure_id"].map(measures["name"]), strict=True)
    statements["is_average"] = [is_yearly_average(noun if isinstance(noun, str) else name) for noun, name in names]
    yield from _by_other_names(plan, measures, statements)
    if not statements.duplicated(KEYS).any():
        yield NotChecked(Text("没有在两处载明的指标", "no figure is stated in two places"))
    yield from _in_other_units(measures, statements)
    for (measure_id, scope, _, year, unit, _), group in _disagreeing(statements).groupby(KEYS, sort=True, dropna=False):
        measure = measures.loc[measure_id]
        rows = group.drop_duplicates(["value", "source"])
        printed = [(_with_noun(row, measure["name"]), row["source"]) for _, row in rows.iterrows()]
        nouns = {noun if isinstance(noun, str) else measure["name"] for noun in rows["noun"]}
        two_names = len(nouns) > 1 and any(not _abridged(noun, measure["name"]) for noun in nouns)
        judged = bool(rows["stated_as"].isin(["base", "target"]).any())
        of_what = _scope_name(plan, str(scope))
        yield Finding(
            rule="conflicting-figures",
            severity="info" if two_names else "warning",
            consequence="target" if judged else "figure",
            subject=f"figure:{measure_id}-{year}" if scope == "district" else str(scope),
            aspect=("" if scope == "district" else f"{measure_id}-{year}") + (unit if unit != measure["unit"] else ""),
            message=Text(
                f"{of_what.zh}{measure['name']}（{year} 年）各处不一："
                + "，".join(f"{source}为 {value.zh}" for value, source in printed)
                + ("。名称不同，或为两个统计口径。" if two_names else "。"),
                f"{of_what.en}{bilingual(measure['name'], measure['name_en']).en} ({year}) differs: "
                + "; ".join(f"{value.en} in {plan.place(source).en}" for value, source in printed)
                + (". The names differ: they may be two statistics." if two_names else "."),
            ),
            remedy=Text(
                "统一目标所依据的数字，或说明口径不同", "use one figure for the target, or say how the measures differ"
            )
            if judged
            else Text("统一数字，或说明口径不同", "use one figure, or say how the measures differ"),
            clause="；".join(dict.fromkeys(rows["source"])),
            values={"statements": [{"value": row.value, "source": row.source} for row in rows.itertuples()]},
        )


def _abridged(noun: str, measure: str) -> bool:
    """Whether a noun is the measure's name with some characters left out: 亩均增加值 for 规上工业亩均增加值.

    >>> print(_abridged("亩均增加值", "规上工业亩均增加值（万元/亩）"), _abridged("研发费用", "研发经费支出"))
    True False
    """
    short, full = (bare(UNIT_IN_NAME.sub("", name)) for name in (noun, measure))
    rest = iter(full)
    return all(character in rest for character in short)


def _with_noun(row: pd.Series, measure: str) -> Text:
    """A statement as printed, with what the plan calls it where that is another name than the measure's."""
    value = as_printed(row)
    if not isinstance(row["noun"], str) or _abridged(row["noun"], measure):
        return value
    return Text(f"{value.zh}（称“{row['noun']}”）", f"{value.en} (called {row['noun']})")


def _in_other_units(measures: pd.DataFrame, statements: pd.DataFrame) -> Iterator[NotChecked]:
    """Figures of one measure and year that no factor turns into one another, such as dollars and yuan."""
    for (measure_id, *_), group in statements.groupby(OBJECT, sort=True, dropna=False):
        if group["unit"].nunique() > 1:
            name, when = measures.loc[measure_id], period(group.iloc[0])
            printed = [as_printed(row) for _, row in group.drop_duplicates("unit").iterrows()]
            yield NotChecked(
                Text(
                    f"{name['name']}（{when} 年）单位不能换算：{'，'.join(value.zh for value in printed)}",
                    f"{bilingual(name['name'], name['name_en']).en} ({when}) in units that cannot be converted: {', '.join(value.en for value in printed)}",
                ),
                partly=True,
            )


def _by_other_names(plan: Plan, measures: pd.DataFrame, statements: pd.DataFrame) -> Iterator[Finding | NotChecked]:
    """Measures that are one thing by different names and disagree."""
    for _, relation in plan.measure_relations[plan.measure_relations["kind"] == "same"].iterrows():
        one = of(statements, relation["whole_measure"], relation["whole_scope"], relation["year"])
        other = of(statements, relation["part_measure"], relation["part_scope"], relation["year"])
        if one.empty or other.empty:
            yield NotChecked(missing(plan, relation, whole=one, part=other), partly=True)
            continue
        one, other = in_one_unit(one, other)
        if other.empty:
            yield NotChecked(incomparable(relation), partly=True)
            continue
        first, second = narrowest(one), narrowest(other)
        if first["low"] <= second["high"] and second["low"] <= first["high"]:
            continue
        names = [measures.loc[relation[f"{role}_measure"]] for role in ("whole", "part")]
        values = [as_printed(first), as_printed(second)]
        scope = _scope_name(plan, relation["part_scope"])
        ends = _one_end(plan, statements, relation)
        yield Finding(
            rule="conflicting-figures",
            severity="info",
            subject=f"figure:{relation['whole_measure']}-{relation['year']}",
            message=Text(
                f"{names[0]['name']}（{relation['year']} 年）为 {values[0].zh}（{first['source']}），"
                f"{scope.zh}{names[1]['name']}为 {values[1].zh}（{second['source']}）{ends.zh}。两者是否一事，规划未写明。",
                f"{bilingual(names[0]['name'], names[0]['name_en']).en} ({relation['year']}) is {values[0].en} ({plan.place(first['source']).en}), "
                f"{scope.en}{bilingual(names[1]['name'], names[1]['name_en']).en} {values[1].en} ({plan.place(second['source']).en}){ends.en}. "
                "The plan does not say whether the two are one thing.",
            ),
            remedy=Text(
                "写明两者是否同一口径；若是，统一数字",
                "say whether both are counted alike, and if so use one figure",
            ),
            clause="；".join(dict.fromkeys([first["source"], second["source"]])),
            values={"statements": [{"value": row["value"], "source": row["source"]} for row in (first, second)]},
        )


def _one_end(plan: Plan, statements: pd.DataFrame, relation: pd.Series) -> Text:
    """That both names have one and the same target in a later year, with both places."""
    sides = [
        statements[
            (statements["measure_id"] == relation[f"{role}_measure"])
            & (statements["scope"] == relation[f"{role}_scope"])
            & (statements["year"] > relation["year"])
        ]
        for role in ("whole", "part")
    ]
    for _, one in sides[0].iterrows():
        other = sides[1][
            (sides[1]["year"] == one["year"]) & (sides[1]["value"] == one["value"]) & (sides[1]["unit"] == one["unit"])
        ]
        if len(other):
            value, year = as_printed(one), f"{one['year']:.0f}"
            here, there = plan.place(one["source"]), plan.place(other["source"].iloc[0])
            return Text(
                f"，而 {year} 年同为 {value.zh}（{here.zh}、{there.zh}）",
                f", while for {year} both are {value.en} ({here.en}; {there.en})",
            )
    return NOTHING


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
