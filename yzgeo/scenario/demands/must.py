"""Parcels that must be taken, and parcels that must be left."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from yzgeo.core.i18n import Text
from yzgeo.scenario.question import Demand, Question, once_each

ORDER = 7


def demands(asked: Question) -> Iterator[Demand]:
    """A demand for each parcel that must be taken, one for all that must be left."""
    units, unit = asked.candidates.units, asked.choices["unit"].to_numpy()
    taken = once_each(asked)
    for number in np.flatnonzero((units["must"] == "take").to_numpy()):
        ids = units["parcel_ids"].iloc[number]
        of_zh, of_en = (f" 等 {len(ids)} 块", f" and {len(ids) - 1} more of its group") if len(ids) > 1 else ("", "")
        name = Text(f"必选 {ids[0]}{of_zh}", f"{ids[0]}{of_en} must be taken")
        yield Demand(f"take:{ids[0]}", name, "", taken[[number]], np.array([1.0]), np.array([np.inf]))
    left = (units["must"] == "leave").to_numpy()
    if left.any():
        count = int(left.sum())
        name = Text(f"不选的 {count} 处", f"{count} that must be left")
        yield Demand(
            "leave", name, "", asked.over_choices(left[unit].astype(float)), np.array([-np.inf]), np.array([0.0])
        )
