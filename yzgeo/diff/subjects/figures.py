"""Figures of the prose, the boxes and the descriptions of projects, which rules hold against each other."""

from __future__ import annotations

from typing import Any

import pandas as pd

from yzgeo.core.i18n import Text, bilingual
from yzgeo.diff.compare import Change, own_columns, rows
from yzgeo.plan.model import Plan

TITLE = Text("文中数字", "Figures of the text")
ORDER = 8


def changes(old: Plan, new: Plan) -> list[Change]:
    """Figures by id, each called by its measure and year."""
    before, after = _with_measures(old), _with_measures(new)
    columns = own_columns(before, after, "figure_id", "measure_id", "measure", "measure_en")
    return rows("figure", before, after, "figure_id", _named, columns)


def _with_measures(plan: Plan) -> pd.DataFrame:
    names = plan.measures[["measure_id", "name", "name_en"]]
    names = names.rename(columns={"name": "measure", "name_en": "measure_en"})
    return plan.figures.merge(names, on="measure_id", how="left")


def _named(row: Any) -> Text:
    name = bilingual(row["measure"], row["measure_en"])
    return name if pd.isna(row["year"]) else Text(f"{name.zh}（{row['year']}）", f"{name.en} ({row['year']})")
