"""Outlines of zones are sound shapes: no border crosses itself, and nothing thinner than a drawn line is left over.

片区范围的几何正确：边界不自相交，也没有比图上线条还窄的碎块或孔洞。

Standard: OGC Simple Features (ISO 19125-1) for validity. An invalid outline is made valid for the map and
for measuring; what was wrong stays a finding, with the coordinates. Every outline is checked, schematic
ones too.

有效性标准：OGC 简单要素（ISO 19125-1）。无效的范围修复后才上图与量算，问题仍列为结果，并给出坐标。所有范围都查，示意范围也查。

Found, an outline that crosses itself:
查出：范围自相交。

    >>> from yzgeo.checks.example_plan import print_findings
    >>> print_findings("zone-geometry", outlines='''
    ... zone_id, wkt
    ... north,   "POLYGON ((121.59 29.6, 121.61 29.62, 121.61 29.6, 121.59 29.62, 121.59 29.6))"''')
    error zone:north: The outline of North is invalid: Self-intersection at 121.600000, 29.610000.

Found, a spike 2 m wide and 1.8 km long:
查出：2 米宽、1.8 公里长的尖刺。

    >>> print_findings("zone-geometry", outlines='''
    ... zone_id, wkt
    ... north,   "POLYGON ((121.59 29.6, 121.61 29.6, 121.63 29.60001, 121.61 29.60002, 121.61 29.61864, 121.59 29.61864, 121.59 29.6))"''')
    warning zone:north: The outline of North has a spike 2.21 m wide of 2,149 m².

Not found, a square:
不报：正方形。

    >>> print_findings("zone-geometry")
    nothing found
"""

from __future__ import annotations

from collections.abc import Iterator

from yzgeo.checks import tolerances
from yzgeo.checks.finding import Finding, NotChecked
from yzgeo.checks.tolerances import DRAWN_LINE
from yzgeo.core.i18n import Text, bilingual, counted
from yzgeo.plan import listings
from yzgeo.plan.model import Plan
from yzgeo.spatial.topology import thin_pieces

TITLE = Text("片区范围几何有误", "Flawed outlines of zones")
TOLERANCE = DRAWN_LINE


KINDS = {"part": Text("碎块", "part"), "hole": Text("孔洞", "hole"), "spike": Text("尖刺", "spike")}
FLAWS = {
    "Self-intersection": "边界自相交",
    "Ring Self-intersection": "边界自接触",
    "Hole lies outside shell": "孔洞在外边界之外",
    "Nested holes": "孔洞套孔洞",
    "Nested shells": "各部分相互重叠",
    "Interior is disconnected": "内部被边界分割",
    "Duplicate Rings": "边界重复",
    "Too few points in geometry component": "点数太少",
    "Invalid Coordinate": "坐标不是数",
}
"""Names of GEOS for the flaws of an outline."""


def clause(plan: Plan) -> str:
    """The clauses that describe the zones."""
    return listings.sections(plan.zones["source"])


def check(plan: Plan) -> Iterator[Finding | NotChecked]:
    """Zones whose outline was invalid, or has parts or holes thinner than the tolerance."""
    outlines = plan.zones[plan.zones.geometry.notna()]
    without_outline = len(plan.zones) - len(outlines)
    if without_outline:
        yield NotChecked(
            Text(
                f"{without_outline} 个片区没有范围", f"{counted(without_outline, 'zone has', 'zones have')} no outline"
            )
        )
    for zone in outlines[outlines["outline_flaw"].notna()].itertuples():
        yield Finding(
            rule="zone-geometry",
            severity="error",
            subject=f"zone:{zone.zone_id}",
            message=Text(
                f"{zone.name}的范围几何无效：{_flaw(zone.outline_flaw).zh}。",
                f"The outline of {bilingual(zone.name, zone.name_en).en} is invalid: {_flaw(zone.outline_flaw).en}.",
            ),
            remedy=Text("在 GIS 中修正几何图形", "repair the geometry in a GIS"),
            clause=zone.source,
            values={"flaw": zone.outline_flaw},
            geometry=zone.geometry,
        )
    if outlines.empty:
        return
    width = tolerances.of(plan, "zone-geometry", TOLERANCE).value
    zones = plan.zones.set_index("zone_id")
    for piece in thin_pieces(outlines, width).itertuples():
        zone = zones.loc[piece.zone_id]
        kind = KINDS[piece.kind]
        yield Finding(
            rule="zone-geometry",
            severity="warning",
            subject=f"zone:{piece.zone_id}",
            message=Text(
                f"{zone['name']}的范围有一处{kind.zh}，最宽 {piece.width_m:.2f} 米，{piece.area_m2:,.0f} 平方米。",
                f"The outline of {bilingual(zone['name'], zone['name_en']).en} has a {kind.en} {piece.width_m:.2f} m wide of {piece.area_m2:,.0f} m².",
            ),
            remedy=Text("删去或并入", "remove it or merge it"),
            clause=zone["source"],
            values={"kind": piece.kind, "area_m2": piece.area_m2, "width_m": piece.width_m, "tolerance_m": width},
            geometry=piece.geometry,
        )


def _flaw(reason: str) -> Text:
    """The flaw of an outline and its place, from the message of GEOS: `Self-intersection[121.6 29.8]`."""
    name, _, place = reason.rstrip("]").partition("[")
    numbers = [f"{float(number):.6f}" for number in place.split()]
    at = f"（{numbers[0]}°E，{numbers[1]}°N）" if len(numbers) == 2 else ""
    return Text(FLAWS.get(name, name) + at, f"{name} at {', '.join(numbers)}" if numbers else name)
