"""The plan states one measure of one year alike wherever it states it.

同一指标同一年份，规划各处所述数字一致。

All statements of targets (base and target), prose, boxes and annexes are compared by measure, object and
year. A word beside a number counts: 冲破十家 agrees with 14 家, 约 allows the tolerance. Other numbers agree
when they may be one figure rounded differently (24 and 24.3, not 24.1 and 24.3). Measures that sound alike
but differ by definition (labour productivity grown in 2020, and its average growth) are different measures.

Found, 50 in one place and 48 in another:

    >>> from yzgeo.example import told
    >>> told("conflicting-figures", figures='''
    ... figure_id,    value, qualifier
    ... output-again, 48,    ''')
    warning figure:output-2026: Output (2026) differs: 5,000 m yuan in 一, 4,800 m yuan in 二.

Not found, 50 in one place and 超过40 in another:

    >>> told("conflicting-figures")
    nothing found
"""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from yzgeo import lists, tolerances
from yzgeo.findings import Finding, NotChecked
from yzgeo.i18n import Text
from yzgeo.plan import Plan
from yzgeo.statements import ABOUT, stated
from yzgeo.units import amount

TITLE = Text("同一指标各处数字一致", "One measure, one figure")
TOLERANCE = ABOUT
KEYS = ["measure_id", "scope", "year_from", "year"]


def clause(plan: Plan) -> str:
    """Where figures that can be held against another stand."""
    return (
        lists.parts_of_plan([*plan.figures["source"], *plan.targets["source"], *plan.clusters["source"]])
        or "figures.csv"
    )


def check(plan: Plan) -> Iterator[Finding | NotChecked]:
    """Measures that are stated in figures that cannot all be true."""
    measures = plan.measures.set_index("measure_id")
    for (measure_id, scope, _, year), group in _disagreeing(plan).groupby(KEYS, sort=True, dropna=False):
        measure = measures.loc[measure_id]
        rows = group.drop_duplicates(["value", "source"])
        shown = [(amount(row.value, measure["unit"]), row.source) for row in rows.itertuples()]
        yield Finding(
            rule="conflicting-figures",
            severity="warning",
            subject=f"figure:{measure_id}-{year}" if scope == "district" else str(scope),
            message=Text(
                f"{measure['name']}（{year} 年）各处不一："
                + "，".join(f"{source} 为 {value.zh}" for value, source in shown)
                + "。",
                f"{measure['name_en']} ({year}) differs: "
                + ", ".join(f"{value.en} in {source}" for value, source in shown)
                + ".",
            ),
            remedy=Text("统一数字，或说明口径不同", "use one figure, or say how the measures differ"),
            clause="；".join(dict.fromkeys(rows["source"])),
            values={"statements": [{"value": row.value, "source": row.source} for row in rows.itertuples()]},
        )


def _disagreeing(plan: Plan) -> pd.DataFrame:
    """Statements that cannot all be true: the lowest that one allows is above the highest of another."""
    statements = stated(plan, tolerances.of(plan, "conflicting-figures", TOLERANCE).value)
    groups = statements.groupby(KEYS, dropna=False)
    return statements[groups["low"].transform("max") > groups["high"].transform("min")]
