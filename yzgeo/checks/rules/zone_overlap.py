"""No two zones cover the same land.

任何两个片区的范围不重叠。

A zone may lie in another, and a band or an axis may cross others: they share land. Only official outlines are compared: schematic ones are grown side by side and cannot prove it. Overlaps
thinner than the tolerance are inexact borders: rule `zone-slivers` reports them.

片区可位于另一片区之内，带、轴可穿过其他片区，不算重叠。只比正式边界：示意范围是并排生成的，不能证明不重叠。比容差窄的重叠属边界不精确，由 `zone-slivers` 报告。

Found, the southern zone reaching into the northern one:
查出：南区伸入北区。

    >>> from yzgeo.checks.example_plan import print_findings
    >>> print_findings("zone-overlap", outlines='''
    ... zone_id, wkt
    ... south,   "POLYGON ((121.59 29.572, 121.61 29.572, 121.61 29.601, 121.59 29.601, 121.59 29.572))"''')
    error zone:north: North and South overlap by 0.2148 km² (322 mu).

Not found, zones that share a border:
不报：两个片区共用边界。

    >>> print_findings("zone-overlap")
    nothing found
"""

from __future__ import annotations

from collections.abc import Iterator

from yzgeo.checks import tolerances
from yzgeo.checks.finding import Finding, NotChecked
from yzgeo.checks.official_outlines import official_zones
from yzgeo.checks.tolerances import DRAWN_LINE
from yzgeo.core.i18n import Text, bilingual
from yzgeo.core.units import M2_PER_KM2, m2_to_mu
from yzgeo.plan import listings
from yzgeo.plan.model import Plan
from yzgeo.spatial.topology import overlaps
from yzgeo.spatial.zone_tree import must_be_apart

TITLE = Text("片区相互重叠", "Overlapping zones")
TOLERANCE = DRAWN_LINE


def clause(plan: Plan) -> str:
    """The clauses that describe the zones."""
    return listings.sections(plan.zones["source"])


def check(plan: Plan) -> Iterator[Finding | NotChecked]:
    """Pairs of zones that share a piece wider than the tolerance."""
    zones, missed = official_zones(plan)
    yield from missed
    if zones.empty:
        return
    width = tolerances.of(plan, "zone-overlap", TOLERANCE).value
    pieces = overlaps(zones)
    pieces = pieces[must_be_apart(pieces, plan.zones)]
    named = zones.set_index("zone_id")
    wide = pieces[pieces["width_m"] >= width]
    for (one, other), shared in wide.groupby(["one", "other"]):
        area = float(shared["area_m2"].sum())
        yield Finding(
            rule="zone-overlap",
            severity="error",
            subject=f"zone:{one}",
            aspect=f"zone:{other}",
            message=Text(
                f"{named['name'][one]}与{named['name'][other]}重叠 {area / M2_PER_KM2:.4f} 平方公里（{m2_to_mu(area):,.0f} 亩）。",
                f"{bilingual(named['name'][one], named['name_en'][one]).en} and {bilingual(named['name'][other], named['name_en'][other]).en} overlap by {area / M2_PER_KM2:.4f} km² "
                f"({m2_to_mu(area):,.0f} mu).",
            ),
            remedy=Text("核对两区的边界", "check the border of the two"),
            clause="；".join(dict.fromkeys([named["source"][one], named["source"][other]])),
            values={"zones": [one, other], "area_m2": area, "tolerance_m": width},
            geometry=shared.geometry.union_all(),
        )
