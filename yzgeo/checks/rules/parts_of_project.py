"""The parts of a project that its description states add up to more than the whole, or to less where they are all of it.

项目内容所述各部分之和超过总数，或地上与地下之和不等于总建筑面积。

Parts are those after 其中 of one amount (用地100亩，其中甲地60亩、乙地50亩), in units that can be converted to that of the
whole, and the floor above and below ground, which together are all floor. Every figure may be off by half of its last
printed digit. What 其中 lists may leave a rest; an amount within another part (包括, 含) is not added.

部分指“其中”之后单位可换算的各数（用地100亩，其中甲地60亩、乙地50亩），以及地上、地下建筑面积——两者合为全部建筑面积。各数允许末位数字一半的出入。“其中”所列可以有余；“包括”“含”之后的数不再相加。

Found, floor above and below ground that is more than all floor:
查出：地上、地下建筑面积之和大于总建筑面积。

    >>> from yzgeo.checks.example_plan import print_findings
    >>> print_findings("parts-of-project", projects='''
    ... project_id, content
    ... p1,         总建筑面积20000平方米，地上建筑面积16000平方米，地下建筑面积5000平方米。''')
    warning project:p1: 年产5万吨钢材项目: 地上 16,000 m² and 地下 5,000 m² are 21,000 m², the total is 20,000 m².

Found, plots of more land than the whole site:
查出：各地块之和大于总用地。

    >>> print_findings("parts-of-project", projects='''
    ... project_id, content
    ... p1,         项目用地15亩，其中东地块10亩、西地块8亩。''')
    warning project:p1: 年产5万吨钢材项目: the parts 10 mu and 8 mu are 18 mu, the total is 15 mu.

Not found, parts that leave a rest:
不报：各部分之外还有剩余。

    >>> print_findings("parts-of-project", projects='''
    ... project_id, content
    ... p1,         总建筑面积20000平方米，其中厂房15000平方米、办公楼2000平方米。''')
    nothing found
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from yzgeo.checks.finding import Finding, NotChecked
from yzgeo.checks.project_words import AMOUNT
from yzgeo.core.i18n import Text
from yzgeo.core.unit_grammar import convert
from yzgeo.core.units import amount, slack
from yzgeo.plan import listings
from yzgeo.plan.model import Plan

TITLE = Text("项目各部分之和与总数不符", "Parts of a project do not add up")
FLOOR = "平方米"
LAND = ("亩", "公顷", "平方公里")
GAP = r"[^0-9，。；,;]{0,8}"
TOTAL = re.compile(rf"总?建筑面积{GAP}?{AMOUNT}")
ABOVE = re.compile(rf"地上{GAP}?{AMOUNT}")
BELOW = re.compile(rf"地下{GAP}?{AMOUNT}")
WHOLE = re.compile(rf"{AMOUNT}[^0-9。；;]{{0,8}}其中(?P<parts>[^。；;]+)")
WITHIN = re.compile("包括|包含|含|内有|[（(]")
AMOUNTS = re.compile(AMOUNT)
PLAIN = str.maketrans({"㎡": "平方米"})


class Amount(NamedTuple):
    """A number with its unit, as printed."""

    value: float
    unit: str


def clause(plan: Plan) -> str:
    """The clauses that list the projects."""
    return listings.parts_of_plan(plan.projects["source"]) or "projects.csv"


def check(plan: Plan) -> Iterator[Finding | NotChecked]:
    """Projects whose parts are more than the whole, or floors that are not all floor."""
    compared = 0
    for project in plan.projects.itertuples():
        text = project.content.translate(PLAIN) if isinstance(project.content, str) else ""
        floors = _floors(text)
        if floors is not None:
            compared += 1
            total, above, below = floors
            yield from _told(project, total, [above, below], ["地上", "地下"], exact=True)
        for total, parts in _parts(text):
            compared += 1
            yield from _told(project, total, parts, ["", ""], exact=False)
    if not compared:
        yield NotChecked(Text("没有项目载明两个以上部分及其总数", "no project states a whole with two parts or more"))


def _read(found: re.Match[str]) -> Amount:
    return Amount(float(found["value"].replace(",", "")), found["unit"])


def _floors(text: str) -> tuple[Amount, Amount, Amount] | None:
    """All floor, and that above and below ground, where each is stated once."""
    total = TOTAL.search(text)
    above, below = ABOVE.findall(text), BELOW.findall(text)
    if total is None or len(above) != 1 or len(below) != 1:
        return None
    amounts = [_read(total), *(_read(found) for pattern in (ABOVE, BELOW) if (found := pattern.search(text)))]
    if "上" in text[total.start() - 1 : total.start()] or any(convert(*one, FLOOR) is None for one in amounts):
        return None
    return amounts[0], amounts[1], amounts[2]


def _parts(text: str) -> Iterator[tuple[Amount, list[Amount]]]:
    """Each whole with the parts that 其中 names, where there are two or more."""
    for found in WHOLE.finditer(text):
        whole = _read(found)
        if "地下" in found["parts"]:  # above and below are compared with all floor
            continue
        listed = WITHIN.split(found["parts"])[0]
        parts = [_read(part) for part in AMOUNTS.finditer(listed)]
        parts = [part for part in parts if convert(*part, whole.unit) is not None and _of_land(part) == _of_land(whole)]
        if len(parts) > 1:
            yield whole, parts


def _of_land(one: Amount) -> bool:
    """Whether an area is one of land: floor is no part of a site."""
    return one.unit.endswith(LAND)


def _told(project: Any, whole: Amount, parts: list[Amount], names: list[str], *, exact: bool) -> Iterator[Finding]:
    total = sum(convert(*part, whole.unit) or 0.0 for part in parts)
    allowed = slack(*whole, whole.unit) + sum(slack(*part, whole.unit) for part in parts)
    over = total - whole.value > allowed
    if not over and not (exact and whole.value - total > allowed):
        return
    labels = [*names, *[""] * len(parts)]
    listed = [
        Text(f"{label}{' ' if label else ''}{printed.zh}", f"{label}{' ' if label else ''}{printed.en}")
        for label, printed in zip(labels, (amount(*part) for part in parts), strict=False)
    ]
    together, printed = amount(round(total, 6), whole.unit), amount(*whole)
    yield Finding(
        severity="warning",
        consequence="amount",
        subject=f"project:{project.project_id}",
        aspect="floor" if exact else "parts",
        message=Text(
            f"{project.name}：{'、'.join(one.zh for one in listed)}合计 {together.zh}，所述总数为 {printed.zh}。",
            f"{project.name}: {'' if exact else 'the parts '}{' and '.join(one.en for one in listed)} are {together.en}, "
            f"the total is {printed.en}.",
        ),
        remedy=Text("核对各部分与总数", "check the parts and the total"),
        clause=project.source,
        values={"parts": [amount(*part).zh for part in parts], "total": printed.zh},
        geometry=project.geometry,
    )
