"""The plan states one measure of one year alike wherever it states it.

All statements of targets (base and target), prose, boxes and annexes are compared by measure, object and
year. A word beside a number counts: 冲破十家 agrees with 14 家, 约 allows 5 %. Other numbers agree when they
may be one figure rounded differently (24 and 24.3, not 24.1 and 24.3). Measures that sound alike but
differ by definition (labour productivity grown in 2020, and its average growth) are different measures.

Found: 168.8 in one place, 163 in another, for value added per mu in 2020.
Not found: 640 in the table and 640 in the text; 冲破百家 in the text and 100 in the table.
"""

from __future__ import annotations

from collections.abc import Iterator

from yzgeo import lists
from yzgeo.findings import Finding, NotChecked
from yzgeo.i18n import Text
from yzgeo.plan import Plan
from yzgeo.statements import stated
from yzgeo.units import amount

TITLE = Text("同一指标各处数字一致", "One measure, one figure")


def clause(plan: Plan) -> str:
    """Where figures that can be held against another stand."""
    return (
        lists.parts_of_plan([*plan.figures["source"], *plan.targets["source"], *plan.clusters["source"]])
        or "figures.csv"
    )


def check(plan: Plan) -> Iterator[Finding | NotChecked]:
    """Measures that are stated in figures that cannot all be true."""
    measures = plan.measures.set_index("measure_id")
    keys = ["measure_id", "scope", "year_from", "year"]
    for (measure_id, scope, _, year), group in stated(plan).groupby(keys, sort=True, dropna=False):
        if group["low"].max() <= group["high"].min():
            continue
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
