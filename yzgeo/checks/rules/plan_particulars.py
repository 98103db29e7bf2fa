"""The plan folder says what plan it is.

规划文件夹写明这是什么规划。

Title, authority, date of issue, period and district stand on every sheet. What is not filled in is shown as not stated;
this rule names it. These are gaps in the data at hand, no fault of the plan.

规划名称、机关、印发日期、规划期与行政区印在每张图表上。没有填的写作“未载”，本规则逐一点名。这是手头数据的缺口，不是规划的问题。

Found, a plan whose authority is not filled in:
查出：未填发布机关。

    >>> from yzgeo.checks.example_plan import print_findings
    >>> print_findings("plan-particulars", particulars="authority")
    gap plan:authority: It is not said: the authority.

Not found, where all of them are filled in:
不报：各项都已填写。

    >>> print_findings("plan-particulars")
    nothing found
"""

from __future__ import annotations

from collections.abc import Iterator

from yzgeo.checks.finding import Gap
from yzgeo.core.i18n import Text
from yzgeo.core.output_guard import DESCRIPTOR
from yzgeo.plan.model import Plan

TITLE = Text("规划基本信息缺漏", "Particulars of the plan missing")
PARTICULARS = {
    "authority": Text("编制或印发机关", "the authority"),
    "issued": Text("印发日期", "the date of issue"),
    "period": Text("规划期", "the period"),
    "district": Text("行政区", "the district"),
}


def clause(plan: Plan) -> str:
    """The file with the particulars."""
    return DESCRIPTOR


def check(plan: Plan) -> Iterator[Gap]:
    """Particulars that are not filled in."""
    missing = {key: name for key, name in PARTICULARS.items() if not plan.particulars.get(key)}
    if plan.particulars["title"] == plan.particulars["name"]:
        missing = {"title": Text("规划名称", "the title"), **missing}
    for key, name in missing.items():
        yield Gap(
            subject=f"plan:{key}",
            message=Text(f"没有填{name.zh}。", f"It is not said: {name.en}."),
            remedy=Text(
                f"在 {DESCRIPTOR} 或工作簿的首页填 {key}",
                f"fill in {key}, in {DESCRIPTOR} or on the first sheet of the workbook",
            ),
            source=DESCRIPTOR,
        )
