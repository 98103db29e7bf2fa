"""Industries: names, clusters, and the zones that name them."""

from __future__ import annotations

import pandas as pd

from yzgeo.core.i18n import Text
from yzgeo.diff.compare import Change, both_names, own_columns, rows
from yzgeo.plan.model import Plan

TITLE = Text("产业", "Industries")
ORDER = 4


def changes(old: Plan, new: Plan) -> list[Change]:
    """Industries by id."""
    before, after = _listed(old), _listed(new)
    return rows("industry", before, after, "industry_id", both_names, own_columns(before, after, "industry_id"))


def _listed(plan: Plan) -> pd.DataFrame:
    """The industries, each with the zones that name it, in text, table and prose."""
    frame = plan.industries.copy()
    for place in ("text", "table", "prose"):
        here = plan.zone_industries[plan.zone_industries["listed_in"] == place]
        zones = here.groupby("industry_id")["zone_id"].agg(sorted)
        frame[f"listed_in_{place}"] = [list(zones.get(industry_id, [])) for industry_id in frame["industry_id"]]
    return frame
