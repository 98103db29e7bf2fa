"""A stated share is the stated part over the stated whole.

Which share belongs to which part and whole is data: `measure_relations.csv`, kind `share`. Where the whole
is stated for several scopes (the district, and the district proper), the scope that fits is told.

Found: 211.7 of 380 stated as 65.7 %, which only fits 322.32, the figure of the district proper.
Not found: 602.22 of 1440.5 stated as 41.8 %.
"""

from __future__ import annotations

from collections.abc import Iterator

from yzgeo import lists
from yzgeo.findings import Finding, NotChecked
from yzgeo.i18n import Text, plain
from yzgeo.labels import VALUES
from yzgeo.plan import Plan
from yzgeo.statements import of, stated

TITLE = Text("占比与分子分母一致", "Shares agree with part and whole")


def clause(plan: Plan) -> str:
    """Where the shares are stated."""
    rows = plan.measure_relations[plan.measure_relations["kind"] == "share"]
    return lists.parts_of_plan(rows["source"]) or "measure_relations.csv"


def check(plan: Plan) -> Iterator[Finding | NotChecked]:
    """Shares that do not follow from the whole that they are said to be of."""
    statements = stated(plan)
    measures = plan.measures.set_index("measure_id")
    for _, relation in plan.measure_relations[plan.measure_relations["kind"] == "share"].iterrows():
        year = relation["year"]
        share = of(statements, relation["share_measure"], relation["part_scope"], year)
        part = of(statements, relation["part_measure"], relation["part_scope"], year)
        wholes = of(statements, relation["whole_measure"], "*", year)
        wholes = wholes[
            (wholes["scope"] == relation["whole_scope"]) | wholes["scope"].str.startswith(relation["whole_scope"] + "-")
        ]
        if share.empty or part.empty or wholes.empty:
            yield NotChecked(plain(f"{relation['relation_id']}: {relation['share_measure']}?"))
            continue
        stated_share, numerator = share.iloc[0], part.iloc[0]
        computed = {row.scope: 100 * numerator["value"] / row.value for row in wholes.itertuples()}
        fits = [scope for scope, value in computed.items() if stated_share["low"] <= value <= stated_share["high"]]
        if relation["whole_scope"] in fits:
            continue
        quotients = [
            (f"{numerator['value']:,.10g} ÷ {row.value:,.10g} = {computed[row.scope]:.1f}%", _name(row.scope))
            for row in wholes.drop_duplicates("scope").itertuples()
        ]
        told_zh = "，".join(f"{quotient}（{scope.zh}）" for quotient, scope in quotients)
        told_en = ", ".join(f"{quotient} ({scope.en})" for quotient, scope in quotients)
        fitting = [_name(scope) for scope in fits]
        name = measures.loc[relation["share_measure"]]
        yield Finding(
            rule="stated-shares",
            severity="warning",
            subject=f"figure:{relation['share_measure']}-{year}",
            message=Text(
                f"{name['name']}（{year} 年）印为 {stated_share['value']:,.10g}%，而 {told_zh}"
                f"{'；只有' + '、'.join(scope.zh for scope in fitting) + '的数相符' if fitting else ''}。",
                f"{name['name_en']} ({year}) is printed as {stated_share['value']:,.10g}%, but {told_en}"
                f"{'; only the figure of ' + ', '.join(scope.en for scope in fitting) + ' fits' if fitting else ''}.",
            ),
            remedy=Text("写明占比的分母", "say what the share is of"),
            clause="；".join(dict.fromkeys([stated_share["source"], numerator["source"], *wholes["source"]])),
            values={
                "printed": float(stated_share["value"]),
                "computed": {scope: float(value) for scope, value in computed.items()},
            },
        )


def _name(scope: str) -> Text:
    """What a scope is called; its own code where it has no name."""
    return VALUES.get(scope, plain(scope))
