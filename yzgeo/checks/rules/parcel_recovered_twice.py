"""No land is recovered twice under two numbers.

同一土地不得以两个编号重复计为盘活。

Two recovered parcels are taken for the same land when they share at least nine tenths of the larger one; it counts
once, under the number recovered first. Two that carry the same code of a real-estate unit (不动产单元代码) but are
not drawn over each other are reported too; both count, since the map does not show that they are one.

两个已盘活地块重叠达较大者的十分之九，视为同一土地，只计一次，归先盘活的编号。不动产单元代码相同而图形不重叠的也报告；两者都计，因为图上并不能证明它们是一块地。

Found, a parcel drawn on another that is recovered already:
查出：地块画在另一个已盘活的地块上。

    >>> from yzgeo.checks.example_plan import print_findings
    >>> print_findings("parcel-recovered-twice", parcels='''
    ... parcel_id, wkt
    ... B,         "POLYGON ((121.595 29.605, 121.596 29.605, 121.596 29.606, 121.595 29.606, 121.595 29.605))"''')
    error parcel:A: A and B are the same land (they share 10,737.1 m²), recovered twice: it counts once.

Not found, the same while one of the two is under way (rule `parcel-overlap` reports that):
不报：同上，而其中一个还在进行（由规则 `parcel-overlap` 报）。

    >>> print_findings("parcel-recovered-twice", parcels='''
    ... parcel_id, status,    recovered_on, wkt
    ... B,         under_way, ,             "POLYGON ((121.595 29.605, 121.596 29.605, 121.596 29.606, 121.595 29.606, 121.595 29.605))"''')
    nothing found
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pandas as pd

from yzgeo.checks.finding import Finding, NotChecked
from yzgeo.core.i18n import Text
from yzgeo.ledger import land_codes
from yzgeo.plan.model import Plan
from yzgeo.stats import recovery

TITLE = Text("同一土地重复计为盘活", "Land recovered twice")
REMEDY = Text("保留一条，删去另一条", "keep one row and take the other out")


def clause(plan: Plan) -> str:
    """The target that the ledger is to prove."""
    return recovery.target_clause(plan)


def check(plan: Plan) -> Iterator[Finding | NotChecked]:
    """Pairs of recovered parcels that are one piece of land or have the same unit code."""
    if plan.parcels.empty:
        yield NotChecked(recovery.no_ledger(plan))
        return
    by_shape, by_unit_code = _same_shape(plan), _same_unit_code(plan)
    source, shapes = clause(plan), plan.parcels.geometry.to_numpy()
    for pair in by_shape.sort_values(["first", "second", "overlap_m2"]).itertuples():
        yield Finding(
            rule="parcel-recovered-twice",
            severity="error",
            subject=f"parcel:{pair.first}",
            message=Text(
                f"地块 {pair.first} 与 {pair.second} 为同一土地（共有 {pair.overlap_m2:,.1f} 平方米），重复计为盘活，只计一次。",
                f"{pair.first} and {pair.second} are the same land (they share {pair.overlap_m2:,.1f} m²), "
                "recovered twice: it counts once.",
            ),
            remedy=REMEDY,
            clause=source,
            values={"parcels": [pair.first, pair.second], "overlap_m2": pair.overlap_m2, "share": pair.share},
            geometry=shapes[pair.row],
        )
    for group in by_unit_code.sort_values("first").itertuples():
        yield Finding(
            rule="parcel-recovered-twice",
            severity="warning",
            subject=f"parcel:{group.first}",
            message=Text(
                f"已盘活地块 {'、'.join(group.parcels)} 的不动产单元代码相同（{group.code}），图形未见重叠，均已计入。",
                f"{', '.join(group.parcels)}, all recovered, carry one unit's code ({group.code}); they are not drawn over "
                "each other, so all count.",
            ),
            remedy=Text("核对代码；若为同一不动产，只留一条", "check the code; if they are one unit, keep one row"),
            clause=source,
            values={"parcels": group.parcels, "unit_code": group.code},
            geometry=shapes[group.row],
        )


def _same_shape(plan: Plan) -> pd.DataFrame:
    """Pairs of different numbers that are the same land, the lower number first; `row` is that one's."""
    pairs = plan.parcel_overlaps[recovery.recovered_twice(plan)]
    numbers = recovery.parcel_labels(plan.parcels).to_numpy()
    one, other = pairs["one"].to_numpy(int), pairs["other"].to_numpy(int)
    swap = numbers[one] > numbers[other]
    same_land = pd.DataFrame(
        {
            "row": np.where(swap, other, one),
            "first": np.where(swap, numbers[other], numbers[one]),
            "second": np.where(swap, numbers[one], numbers[other]),
            "overlap_m2": pairs["overlap_m2"].to_numpy(float),
            "share": pairs["share"].to_numpy(float),
        }
    )
    return same_land[same_land["first"] != same_land["second"]]


def _same_unit_code(plan: Plan) -> pd.DataFrame:
    """Unit codes that several recovered parcels carry which do not overlap."""
    parcels = pd.DataFrame({"number": recovery.parcel_labels(plan.parcels), "row": range(len(plan.parcels))})
    parcels["code"] = land_codes.unit_code(plan.parcels["unit_code"]).to_numpy()
    recovered = parcels[(plan.parcels["status"] == recovery.RECOVERED).to_numpy() & parcels["code"].notna()]
    several = recovered[recovered["code"].duplicated(keep=False)].sort_values(["number", "row"])
    shared = pd.concat([plan.parcel_overlaps["one"], plan.parcel_overlaps["other"]])
    apart = several[~several["row"].isin(shared)]
    groups = several[several["code"].isin(apart["code"])].groupby("code", sort=True)
    parcels_by_code = groups.agg(
        first=("number", "first"), row=("row", "first"), parcels=("number", lambda all_: list(dict.fromkeys(all_)))
    )
    parcels_by_code = parcels_by_code.reset_index()
    return parcels_by_code[parcels_by_code["parcels"].map(len) > 1]
