"""Parks: names, places, and where each is listed."""

from __future__ import annotations

import pandas as pd

from yzgeo.core.i18n import Text
from yzgeo.diff.compare import Change, both_names, own_columns, rows
from yzgeo.plan.model import Plan

TITLE = Text("园区", "Parks")
ORDER = 3


def changes(old: Plan, new: Plan) -> list[Change]:
    """Parks by id."""
    before, after = _listed(old), _listed(new)
    columns = own_columns(before, after, "park_id", "place_id", "geometry")
    return rows("park", before, after, "park_id", both_names, columns)


def _listed(plan: Plan) -> pd.DataFrame:
    """The parks, each with the zones that it is listed for, in text and table."""
    frame = pd.DataFrame(plan.parks)
    for place in ("text", "table"):
        here = plan.zone_parks[plan.zone_parks["listed_in"] == place].groupby("park_id")["zone_id"].agg(sorted)
        frame[f"listed_in_{place}"] = [list(here.get(park_id, [])) for park_id in frame["park_id"]]
    return frame
