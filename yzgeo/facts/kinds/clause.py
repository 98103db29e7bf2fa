"""A clause of the plan itself."""

from __future__ import annotations

import pandas as pd

from yzgeo.core.i18n import Text, bilingual, plain
from yzgeo.facts.cite import Fact, Subject
from yzgeo.plan.model import Plan

TITLE = Text("条文", "clause")


def subjects(plan: Plan) -> list[Subject]:
    """All clauses, by their Chinese or English label."""
    return [Subject(row.clause, bilingual(row.clause, row.label_en)) for row in plan.clauses.itertuples()]


def facts(plan: Plan, clause: str) -> list[Fact]:
    """The heading of the clause."""
    heading = plan.clauses.set_index("clause")["heading"][clause]
    return [Fact(Text("标题", "Heading"), plain("—" if pd.isna(heading) else heading), (clause,))]
