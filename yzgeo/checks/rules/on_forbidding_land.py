"""Nothing of the plan lies on land that forbids it.

片区、园区、项目、地块不占用禁止占用的范围。

Permanent basic farmland, the ecological redline and the like, as imported (`import constraints`), each with its law.
Official outlines and parcels are told with the area that lies on it; strips narrower than the tolerance are inexact
borders. A park or project is known by a point: it is told only where all land within its uncertainty is forbidden, and
not checked where that reaches the edge. Schematic outlines are not checked.

管控范围由 `import constraints` 导入（永久基本农田、生态保护红线等），各有依据。正式边界和地块按占用面积报告，比容差窄的属边界不精确。园区、项目只知一点：误差圈全部在禁止范围内才报告，误差及于边线的不检查。示意范围不检查。

Found, farmland that takes the last ten metres of a parcel:
查出：基本农田占地块末端十米。

    >>> from yzgeo.checks.example_plan import print_findings
    >>> print_findings("on-forbidding-land", constraints='''
    ... constraint_id, kind, effect, wkt
    ... f1, permanent-basic-farmland, forbids, "POLYGON ((121.6029 29.605, 121.603 29.605, 121.603 29.606, 121.6029 29.606, 121.6029 29.605))"''')
    error parcel:D: parcel D: 1,073.7 m² (1.61 mu, 10.0%) lie on permanent basic farmland (Land Administration Law, article 35).
    warning zone:north: North: 1,073.7 m² (1.61 mu, 0.0%) lie on permanent basic farmland (Land Administration Law, article 35).

Not found, farmland beside everything:
不报：基本农田在各要素之外。

    >>> print_findings("on-forbidding-land", constraints='''
    ... constraint_id, kind, effect, wkt
    ... f1, permanent-basic-farmland, forbids, "POLYGON ((121.65 29.65, 121.66 29.65, 121.66 29.66, 121.65 29.66, 121.65 29.65))"''')
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
from yzgeo.spatial.coverage import pieces_on

TITLE = Text("占用禁止占用的范围", "On land that forbids it")
TOLERANCE = LINE
SEVERITIES: dict[str, Severity] = {"zones": "warning", "parks": "warning", "projects": "error", "parcels": "error"}


def clause(plan: Plan) -> str:
    """The clauses that describe the zones."""
    return constraint_subjects.clause(plan)


def check(plan: Plan) -> Iterator[Finding | NotChecked]:
    """What lies on constraints that forbid it."""
    width = tolerances.of(plan, "on-forbidding-land", TOLERANCE).value
    remedy = Text("避让，或核对界线与坐标系", "move it, or check both outlines and their CRS")
    yield from constraint_subjects.findings(plan, "forbids", pieces_on, width, SEVERITIES, _message, remedy)


def _message(kind: ConstraintKind, name: Text, amount: Text) -> Text:
    if not amount.zh:
        return Text(
            f"{name.zh}连同位置误差都在{kind.title.zh}内（{kind.basis.zh}）。",
            f"{name.en} lies on {kind.title.en}, however far its place is off ({kind.basis.en}).",
        )
    return Text(
        f"{name.zh}有 {amount.zh}在{kind.title.zh}内（{kind.basis.zh}）。",
        f"{name.en}: {amount.en} lie on {kind.title.en} ({kind.basis.en}).",
    )
