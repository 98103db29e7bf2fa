"""Facts of a figure in the prose."""

from __future__ import annotations

import pandas as pd

from yzgeo.core import labels
from yzgeo.core.i18n import Text, bilingual, plain
from yzgeo.facts.cite import Fact, Subject
from yzgeo.facts.printed import printed
from yzgeo.plan.model import Plan

TITLE = Text("数字", "figure")


def subjects(plan: Plan) -> list[Subject]:
    """All figures of prose, boxes and project descriptions."""
    named = plan.figures.merge(plan.measures.drop(columns="unit").rename(columns={"name": "name_zh"}), on="measure_id")
    return [Subject(row.figure_id, bilingual(row.name_zh, row.name_en)) for row in named.itertuples()]


def facts(plan: Plan, figure_id: str) -> list[Fact]:
    """The figure with its unit and year."""
    figure = plan.figures.set_index("figure_id").loc[figure_id]
    measure = plan.measures.set_index("measure_id").loc[figure["measure_id"]]
    name = bilingual(measure["name"], measure["name_en"])
    year = "" if pd.isna(figure["year"]) else str(figure["year"])
    stated = [
        Fact(
            Text(f"{name.zh}（{year}）", f"{name.en} ({year})") if year else name,
            printed(plan, figure),
            (figure["source"],),
        )
    ]
    if not pd.isna(figure["noun"]) and figure["noun"] != measure["name"]:
        stated.append(Fact(labels.COLUMNS["noun"], plain(figure["noun"]), (figure["source"],)))
    return stated
