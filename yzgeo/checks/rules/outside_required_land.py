"""The plan's land lies in what must hold it.

片区、园区、项目、地块位于应在的范围之内。

The urban development boundary, the industrial control line and the like, as imported (`import constraints`). Which
subjects a kind judges, the table of kinds says: the industrial line holds parks, projects and parcels, not whole zones.
Official outlines and parcels are told with the area that lies outside; strips narrower than the tolerance are inexact
borders. A park or project is known by a point: it is told only where all land within its uncertainty is outside, and not
checked where that reaches the edge. Schematic outlines are not checked.

管控范围由 `import constraints` 导入（城镇开发边界、工业控制线等）。每种管哪些对象见种类表：工业控制线管园区、项目、地块，不管整个片区。正式边界和地块按超出面积报告，比容差窄的属边界不精确。园区、项目只知一点：误差圈全部在外才报告，误差及于边线的不检查。示意范围不检查。

Found, a boundary that leaves a tenth of a parcel outside:
查出：边界外留有地块的十分之一。

    >>> from yzgeo.checks.example_plan import print_findings
    >>> print_findings("outside-required-land", constraints='''
    ... constraint_id, kind, effect, wkt
    ... b1, industrial-control-line, must_hold, "POLYGON ((121.58 29.56, 121.6029 29.56, 121.6029 29.63, 121.58 29.63, 121.58 29.56))"''')
    warning parcel:D: parcel D: 1,073.7 m² (1.61 mu, 10.0%) lie outside the industrial land control line (the rules by which the city or county set the line).

Not found, a boundary around the district:
不报：边界包住整个行政区。

    >>> print_findings("outside-required-land", constraints='''
    ... constraint_id, kind, effect, wkt
    ... b1, urban-development-boundary, must_hold, "POLYGON ((121.5 29.5, 121.7 29.5, 121.7 29.7, 121.5 29.7, 121.5 29.5))"''')
    nothing found
"""

from __future__ import annotations

from collections.abc import Iterator

from yzgeo.checks import constraint_subjects, tolerances
from yzgeo.checks.constraint_subjects import LINE
from yzgeo.checks.finding import Finding, NotChecked, Severity
from yzgeo.core.i18n import Text
from yzgeo.plan.constraint_kinds import ConstraintKind
from yzgeo.plan.model import Plan
from yzgeo.spatial.coverage import pieces_off

TITLE = Text("不在应在的范围之内", "Outside what must hold it")
TOLERANCE = LINE
SEVERITIES: dict[str, Severity] = dict.fromkeys(("zones", "parks", "projects", "parcels"), "warning")


def clause(plan: Plan) -> str:
    """The clauses that describe the zones."""
    return constraint_subjects.clause(plan)


def check(plan: Plan) -> Iterator[Finding | NotChecked]:
    """What lies outside constraints that must hold it."""
    width = tolerances.of(plan, "outside-required-land", TOLERANCE).value
    remedy = Text("调整范围，或核对界线与坐标系", "adjust the outline, or check both and their CRS")
    yield from constraint_subjects.findings(plan, "must_hold", pieces_off, width, SEVERITIES, _message, remedy)


def _message(kind: ConstraintKind, name: Text, amount: Text) -> Text:
    if not amount.zh:
        return Text(
            f"{name.zh}连同位置误差都在{kind.title.zh}外（{kind.basis.zh}）。",
            f"{name.en} lies outside the {kind.title.en}, however far its place is off ({kind.basis.en}).",
        )
    return Text(
        f"{name.zh}有 {amount.zh}在{kind.title.zh}外（{kind.basis.zh}）。",
        f"{name.en}: {amount.en} lie outside the {kind.title.en} ({kind.basis.en}).",
    )
