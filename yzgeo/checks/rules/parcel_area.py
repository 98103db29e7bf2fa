"""The registered area of a parcel is the area drawn.

台账登记面积与图上面积一致。

The area drawn is measured on the ellipsoid (in an equal-area projection). The registered area is the one that counts;
where the two differ, either is wrong, or the shape is not that of the parcel.

图上面积在椭球面上量算（等积投影）。计入的是登记面积；两者不符时，或面积有误，或图形不是该地块的。

Found, 16.11 mu drawn where the ledger says 20:
查出：图上 16.11 亩，台账作 20 亩。

    >>> from yzgeo.checks.example_plan import print_findings
    >>> print_findings("parcel-area", parcels='''
    ... parcel_id, area_mu
    ... A,         20''')
    warning parcel:A: A: drawn 16.11 mu, registered 20 mu, -19.5%.

Not found, 16.11 mu drawn where the ledger says 16:
不报：图上 16.11 亩，台账作 16 亩。

    >>> print_findings("parcel-area", parcels='''
    ... parcel_id, area_mu
    ... A,         16''')
    nothing found
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pandas as pd
import shapely

from yzgeo.checks import tolerances
from yzgeo.checks.finding import Finding, NotChecked
from yzgeo.checks.tolerances import Tolerance
from yzgeo.core.i18n import Text, counted
from yzgeo.core.units import M2_PER_MU
from yzgeo.ledger import net_area
from yzgeo.plan.model import Plan
from yzgeo.stats import recovery

TITLE = Text("地块登记面积与图上面积不一致", "Registered areas of parcels differ from the drawn ones")
TOLERANCE = Tolerance(
    1,
    Text("%", "%"),
    Text(
        "界址点误差 10 厘米，对 10 亩地块的面积约千分之五；高斯投影面积变形不足千分之一",
        "boundary points off by 10 cm make some 0.5% of 10 mu; areas in a Gauss projection are off by less than 0.1%",
    ),
)


def clause(plan: Plan) -> str:
    """The target that the ledger is to prove."""
    return recovery.target_clause(plan)


def check(plan: Plan) -> Iterator[Finding | NotChecked]:
    """Parcels whose registered and drawn area differ by more than the tolerance."""
    if plan.parcels.empty:
        yield NotChecked(recovery.no_ledger(plan))
        return
    tolerance = tolerances.of(plan, "parcel-area", TOLERANCE).value / 100
    drawn_mu = np.nan_to_num(shapely.area(net_area.planar(plan.parcels).to_numpy())) / M2_PER_MU
    registered_mu = plan.parcels["area_mu"].to_numpy(dtype=float)
    comparable = (drawn_mu > 0) & (registered_mu > 0) & np.isfinite(registered_mu)
    unknown = int((~comparable).sum())
    if unknown:
        yield NotChecked(
            Text(
                f"{unknown} 个地块没有图形或没有登记面积",
                f"{counted(unknown, 'parcel has', 'parcels have')} no shape or no registered area",
            ),
            partly=unknown < len(registered_mu),
        )
    difference = np.divide(drawn_mu, registered_mu, out=np.ones_like(registered_mu), where=comparable) - 1
    rows = np.flatnonzero(np.abs(difference) > tolerance)
    outliers = pd.DataFrame({"row": rows, "number": recovery.parcel_labels(plan.parcels).iloc[rows].to_numpy()})
    outliers["drawn_mu"], outliers["registered_mu"] = drawn_mu[rows], registered_mu[rows]
    source, shapes = clause(plan), plan.parcels.geometry.to_numpy()
    for row, number, *_ in outliers.sort_values(["number", "drawn_mu", "registered_mu"]).itertuples(index=False):
        yield Finding(
            rule="parcel-area",
            severity="warning",
            subject=f"parcel:{number}",
            message=Text(
                f"地块 {number} 图上面积 {drawn_mu[row]:,.2f} 亩，登记面积 {registered_mu[row]:,.10g} 亩，"
                f"相差 {difference[row]:+.1%}。",
                f"{number}: drawn {drawn_mu[row]:,.2f} mu, registered {registered_mu[row]:,.10g} mu, {difference[row]:+.1%}.",
            ),
            remedy=Text("核对登记面积与界址点；统计按登记面积计", "check both; statistics count the registered area"),
            clause=source,
            values={
                "drawn_mu": float(drawn_mu[row]),
                "area_mu": float(registered_mu[row]),
                "difference": float(difference[row]),
                "tolerance": tolerance,
            },
            geometry=shapes[row],
        )
