"""The words on a project do not fit the list that it stands in.

项目内容的用语与所在名单不合。

A project in the list of those under construction that says 拟建, 拟购 or 计划开工 sounds like one still planned:
information. One that says it is finished or in production, in either list, and one of the planned list that says it is
being built: a warning. What a description says of the phases of a project (一期已投产，二期拟建) is not compared, nor
what it denies, nor what comes after 建成后.

在建名单中的项目写“拟建”“拟购”“计划开工”，像是尚未开工，列为提示；任一名单中写“已建成”“已投产”，或谋划名单中写“已开工”“正在建设”的，列为警告。分期的说法（一期已投产、二期拟建）、否定的说法以及“建成后”之后的不比。

Found, a project under construction that is yet to be built:
查出：在建项目写作尚待建设。

    >>> from yzgeo.checks.example_plan import print_findings
    >>> print_findings("status-words", projects='''
    ... project_id, list,               content
    ... p1,         under_construction, 拟建设高标准厂房。''')
    info project:p1: 年产5万吨钢材项目 is listed as under construction, but its description says: “拟建设高标准厂房”.

Found, a planned project that is finished:
查出：规划项目写作已经完工。

    >>> print_findings("status-words", projects='''
    ... project_id, content
    ... p1,         厂房已建成投产。''')
    warning project:p1: 年产5万吨钢材项目 is listed as planned, but its description says: “厂房已建成投产”.

Not found, a planned project that says what it will make:
不报：规划项目只写将生产什么。

    >>> print_findings("status-words", projects='''
    ... project_id, content
    ... p1,         建成后年产钢材5万吨，计划总投资15000万元。''')
    nothing found
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from yzgeo.checks.finding import Finding, NotChecked, Severity
from yzgeo.checks.project_words import said, sentence_with
from yzgeo.core.i18n import Text, quote
from yzgeo.core.labels import word
from yzgeo.plan import listings
from yzgeo.plan.model import Plan

TITLE = Text("项目用语与所在名单不合", "Words on projects that do not fit their list")
BUILDING = re.compile("在建|续建|under_construction")
PLANNED = re.compile("谋划|拟建|计划|储备|前期|待建|新建|planned")
NOT_YET = re.compile(
    r"拟(?:建|新建|购|采购|投资|引进|选址|用地|开工|实施|改造|扩建|征)|(?:计划|预计|将于)[^，。；]{0,10}(?:开工|动工|启动建设)|计划(?:新建|建设|购置|扩建)|"
    r"谋划|筹建|尚未开工|待开工|未开工|正在(?:选址|洽谈)|开展前期|前期工作"
)
DONE = re.compile(
    r"(?:已|已经|现已|均已|业已)(?:全部|基本|全面|正式|部分)?(?:建成|投产|竣工|完工|投入使用|投用|达产|交付)|(?<!年)(?:竣工|投产)运营"
)
BEGUN = re.compile(r"(?:已|已经|现已)(?:全面|正式)?(?:开工|动工|启动建设)|正在(?:建设|施工)|在建(?!设)")
PHASES = re.compile(r"[一二三四1-4]期|首期|前期项目|分期")


def clause(plan: Plan) -> str:
    """The lists of projects."""
    return listings.parts_of_plan(plan.projects["source"]) or "projects.csv"


def check(plan: Plan) -> Iterator[Finding | NotChecked]:
    """Projects with words of another state than their list's."""
    known = 0
    for project in plan.projects.itertuples():
        listed = str(project.list)
        building = BUILDING.search(listed) is not None
        if not building and not PLANNED.search(listed):
            continue
        known += 1
        text = said(project)
        if PHASES.search(text):
            continue
        yield from _told(project, "warning", sentence_with(text, DONE))
        if building:
            yield from _told(project, "info", None if DONE.search(text) else sentence_with(text, NOT_YET))
        else:
            yield from _told(project, "warning", None if DONE.search(text) else sentence_with(text, BEGUN))
    if not known:
        yield NotChecked(Text("没有分在建、谋划的项目名单", "no list of projects says whether they are being built"))


def _told(project: Any, severity: Severity, words: str | None) -> Iterator[Finding]:
    if words is None:
        return
    listed = word(project.list)
    yield Finding(
        severity=severity,
        subject=f"project:{project.project_id}",
        message=Text(
            f"{project.name}列在“{listed.zh}”，内容却述“{words}”。",
            f"{project.name} is listed as {listed.en}, but its description says: {quote(words)}.",
        ),
        remedy=Text("按现状改写内容，或移入相应名单", "say what the state is now, or move the project to its list"),
        clause=project.source,
        values={"list": project.list, "words": words},
        geometry=project.geometry,
    )
