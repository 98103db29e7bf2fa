"""No two parcels of the ledger cover the same land.

台账地块互不重叠；重叠的土地只计一次。

Overlaps whose mean width (twice the area over the perimeter) is below the tolerance are inexact borders. Rows of one
number are the business of `parcel-fields`, one piece of land recovered under two numbers is that of
`parcel-recovered-twice`. Shared land counts once, for the parcel that is further on.

平均宽度（面积的两倍除以周长）小于容差的重叠是边界不精确。同一编号的多行由 `parcel-fields` 报告，同一土地以两个编号盘活由 `parcel-recovered-twice` 报告。重叠的土地只计一次，计入进展更深的地块。

Found, a parcel reaching ten metres into its neighbour:
查出：地块伸入相邻地块十米。

    >>> from yzgeo.checks.example_plan import print_findings
    >>> print_findings("parcel-overlap", parcels='''
    ... parcel_id, wkt
    ... C,         "POLYGON ((121.6 29.605, 121.6021 29.605, 121.6021 29.606, 121.6 29.606, 121.6 29.605))"''')
    error parcel:C: C and D overlap by 1,073.7 m² (1.61 mu).

Not found, parcels that share a border:
不报：两个地块共用边界。

    >>> print_findings("parcel-overlap")
    nothing found
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import shapely

from yzgeo.checks import tolerances
from yzgeo.checks.finding import Finding, NotChecked
from yzgeo.checks.tolerances import Tolerance
from yzgeo.core.i18n import Text
from yzgeo.core.units import m2_to_mu
from yzgeo.plan.model import Plan
from yzgeo.spatial.polygon_repair import polygonal
from yzgeo.stats import recovery

TITLE = Text("台账地块重叠", "Overlapping parcels")
TOLERANCE = Tolerance(
    0.2,
    Text("米", "m"),
    Text(
        "《城镇地籍调查规程》三级界址点的相邻界址点间距允许误差 20 厘米",
        "20 cm between neighbouring boundary points of the third grade, as the rules of cadastral survey allow",
    ),
)


def clause(plan: Plan) -> str:
    """The target that the ledger is to prove."""
    return recovery.target_clause(plan)


def check(plan: Plan) -> Iterator[Finding | NotChecked]:
    """Pairs of parcels that share more than an inexact border."""
    if plan.parcels.empty:
        yield NotChecked(recovery.no_ledger(plan))
        return
    width = tolerances.of(plan, "parcel-overlap", TOLERANCE).value
    numbers = recovery.parcel_labels(plan.parcels).to_numpy()
    pairs = plan.parcel_overlaps[(plan.parcel_overlaps["width_m"] >= width) & ~recovery.recovered_twice(plan)]
    one, other = pairs["one"].to_numpy(int), pairs["other"].to_numpy(int)
    differ = numbers[one] != numbers[other]
    one, other, area = one[differ], other[differ], pairs["overlap_m2"].to_numpy()[differ]
    swap = numbers[one] > numbers[other]
    one, other = np.where(swap, other, one), np.where(swap, one, other)
    shapes = polygonal(plan.parcels.geometry.to_numpy())[np.stack([one, other])]
    shared = shapely.intersection(shapes[0], shapes[1])
    source = clause(plan)
    for place in np.lexsort([area, numbers[other].astype(str), numbers[one].astype(str)]):
        first, second, m2 = numbers[one[place]], numbers[other[place]], float(area[place])
        yield Finding(
            rule="parcel-overlap",
            severity="error",
            subject=f"parcel:{first}",
            message=Text(
                f"地块 {first} 与 {second} 重叠 {m2:,.1f} 平方米（{m2_to_mu(m2):,.2f} 亩）。",
                f"{first} and {second} overlap by {m2:,.1f} m² ({m2_to_mu(m2):,.2f} mu).",
            ),
            remedy=Text("核对两宗地的界址；重叠部分只计一次", "check their boundaries; the land shared counts once"),
            clause=source,
            values={"parcels": [first, second], "overlap_m2": m2, "tolerance_m": width},
            geometry=shared[place],
        )
