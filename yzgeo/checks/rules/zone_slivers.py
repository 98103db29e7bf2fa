"""Neighbouring zones share their border: no strip between them is left over or counted twice.

相邻片区共用边界：其间没有缝隙，也没有窄条重叠。

Official outlines only. A gap is a strip narrower than the tolerance that lies between two zones; wider spaces
are land that belongs to no zone. A strip of overlap is thinner than the tolerance. Strips thinner than
5 cm come from rounding coordinates and are not reported. Zones in one zone are held against each other, not against
the one they lie in; nor is a band or an axis held against the zones it crosses.

只查正式边界。缝隙是两个片区之间比容差窄的窄条；更宽的空地是不属任何片区的土地。重叠窄条同样窄于容差。窄于 5 厘米的来自坐标取整，不报告。
位于同一片区之内的片区彼此相比，不与其外层片区相比；带、轴不与所穿过的片区相比。

Found, a gap of some two metres:
查出：约两米的缝隙。

    >>> from yzgeo.checks.example_plan import print_findings
    >>> print_findings("zone-slivers", outlines='''
    ... zone_id, wkt
    ... south,   "POLYGON ((121.59 29.572, 121.61 29.572, 121.61 29.59998, 121.59 29.59998, 121.59 29.572))"''')
    warning zone:north: Between North and South lies a gap 2.22 m wide of 4,295 m².

Not found, zones that share a border:
不报：两个片区共用边界。

    >>> print_findings("zone-slivers")
    nothing found
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import geopandas as gpd
import pandas as pd

from yzgeo.checks import tolerances
from yzgeo.checks.finding import Finding, NotChecked
from yzgeo.checks.official_outlines import official_zones
from yzgeo.checks.tolerances import DRAWN_LINE
from yzgeo.core.i18n import Text, bilingual
from yzgeo.plan import listings
from yzgeo.plan.model import Plan
from yzgeo.spatial.topology import gaps, overlaps
from yzgeo.spatial.zone_tree import families, must_be_apart

TITLE = Text("相邻片区边界不吻合", "Gaps and strips between zones")
TOLERANCE = DRAWN_LINE
KINDS = {"gap": Text("缝隙", "gap"), "overlap": Text("窄条重叠", "strip of overlap")}


def clause(plan: Plan) -> str:
    """The clauses that describe the zones."""
    return listings.sections(plan.zones["source"])


def check(plan: Plan) -> Iterator[Finding | NotChecked]:
    """Gaps and strips of overlap thinner than the tolerance."""
    zones, missed = official_zones(plan)
    yield from missed
    if zones.empty:
        return
    width = tolerances.of(plan, "zone-slivers", TOLERANCE).value
    shared = overlaps(zones)
    shared = shared[must_be_apart(shared, plan.zones) & (shared["width_m"] < width)]
    left_over = [gaps(family, width).assign(kind="gap") for family in families(zones)]
    strips = pd.concat([*left_over, shared.assign(kind="overlap")])
    yield from (_finding(strip, zones.set_index("zone_id"), width) for strip in strips.itertuples())


def _finding(strip: Any, zones: gpd.GeoDataFrame, width: float) -> Finding:
    one, other, kind = zones.loc[strip.one], zones.loc[strip.other], KINDS[strip.kind]
    return Finding(
        rule="zone-slivers",
        severity="warning",
        subject=f"zone:{strip.one}",
        aspect=f"zone:{strip.other}",
        message=Text(
            f"{one['name']}与{other['name']}之间有{kind.zh}，最宽 {strip.width_m:.2f} 米，{strip.area_m2:,.0f} 平方米。",
            f"Between {bilingual(one['name'], one['name_en']).en} and {bilingual(other['name'], other['name_en']).en} lies a {kind.en} {strip.width_m:.2f} m wide of "
            f"{strip.area_m2:,.0f} m².",
        ),
        remedy=Text("让相邻片区共用同一边界", "let the two share one border"),
        clause="；".join(dict.fromkeys([one["source"], other["source"]])),
        values={
            "zones": [strip.one, strip.other],
            "kind": strip.kind,
            "area_m2": strip.area_m2,
            "width_m": strip.width_m,
            "tolerance_m": width,
        },
        geometry=strip.geometry,
    )
