"""Targets: base, target, the city's target, and actuals."""

from __future__ import annotations

import pandas as pd

from yzgeo.core.i18n import Text
from yzgeo.diff.compare import Change, both_names, own_columns, rows
from yzgeo.plan.model import Plan
from yzgeo.stats.target_progress import own_unit

TITLE = Text("目标指标", "Targets")
ORDER = 6


def changes(old: Plan, new: Plan) -> list[Change]:
    """Targets by id, each with its actual figures by year."""
    before, after = _with_actuals(old), _with_actuals(new)
    columns = own_columns(before, after, "target_id", "measure_id", "name_en")
    return rows("target", before, after, "target_id", both_names, columns)


def _with_actuals(plan: Plan) -> pd.DataFrame:
    frame = plan.targets.merge(plan.measures[["measure_id", "name_en"]], on="measure_id", how="left")
    reached = {
        target_id: [
            f"{row['year']}: {row['value']:,.10g} {own_unit(row)}".rstrip()
            for _, row in figures.sort_values("year").iterrows()
        ]
        for target_id, figures in plan.actuals.groupby("target_id")
    }
    frame["actual"] = [reached.get(target_id, []) for target_id in frame["target_id"]]
    return frame
