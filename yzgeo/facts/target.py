"""What the plan says of a target."""

from __future__ import annotations

import pandas as pd

from yzgeo import labels
from yzgeo.citation import Fact, Subject
from yzgeo.i18n import Text, plain
from yzgeo.plan import Plan
from yzgeo.stats import targets as statistics
from yzgeo.units import amount

TITLE = Text("目标", "target")


def subjects(plan: Plan) -> list[Subject]:
    """All targets of table and text, by id or printed name."""
    named = plan.targets.merge(plan.measures[["measure_id", "name_en"]], on="measure_id", how="left")
    return [
        Subject(target_id, Text(name, name_en))
        for target_id, name, name_en in named[["target_id", "name", "name_en"]].itertuples(index=False)
    ]


def facts(plan: Plan, target_id: str) -> list[Fact]:
    """Target, base, the city's target, what was reached, and where else the plan states the same measure."""
    row = statistics.row(plan, plan.targets[plan.targets["target_id"] == target_id].iloc[0])
    printed = (row["source"],)
    year = row["target_year"]
    when = Text(f"（{year} 年）", f" ({year})") if year else Text("", "")
    value = plain(row["target_text"]) if row["target"] is None and row["target_text"] else None
    if row["target"] is not None:
        value = amount(row["target"], row["unit"])
    shown = Text("未定", "not set") if value is None else Text(value.zh + when.zh, value.en + when.en)
    said = [
        Fact(Text("目标", "Target"), shown, printed),
        Fact(Text("方向", "Direction"), labels.VALUES[row["direction"]], printed),
    ]
    if row["base"] is not None:
        base = amount(row["base"], row["unit"])
        said.append(
            Fact(Text(f"基数（{row['base_year']} 年）", f"Base ({row['base_year']})"), base, (row["base_source"],))
        )
    city = plain(row["city_text"]) if row["city_text"] else None
    if row["city_target"] is not None:
        city = amount(row["city_target"], row["unit"])
    if city is not None:
        said.append(Fact(Text("全市目标", "Target of the city"), city, printed))
    if row["actual"] is not None:
        said.append(
            Fact(
                Text(f"完成（{row['actual_year']} 年）", f"Reached ({row['actual_year']})"),
                amount(row["actual"], row["unit"]),
                ("actuals.csv",),
            )
        )
    return [*said, *_elsewhere(plan, target_id)]


def _elsewhere(plan: Plan, target_id: str) -> list[Fact]:
    """The same measure and scope where the prose states it again."""
    target = plan.targets.set_index("target_id").loc[target_id]
    same = plan.figures[
        (plan.figures["measure_id"] == target["measure_id"]) & (plan.figures["scope"] == target["scope"])
    ]
    return [
        Fact(
            Text(f"另述（{_year(row.year)}）", f"Also stated ({_year(row.year)})"),
            amount(row.value, row.unit),
            (row.source,),
        )
        for row in same.itertuples()
    ]


def _year(year: object) -> str:
    return "—" if pd.isna(year) else str(year)
