"""Whether English output reads as English: marks of Chinese stand in the plan's own words alone."""

from __future__ import annotations

import re

from yzgeo.checks.finding import Outcome
from yzgeo.plan.model import Plan

MARKS = re.compile("[，。、；：（）＋－！？《》【】　]")
QUOTED = re.compile("“[^“”]*(?:“[^“”]*”[^“”]*)*”")
CHINESE = re.compile("[\u4e00-\u9fff]")
FEWEST = 2
"""Characters from which on a cell of the plan is taken for words that an output may repeat."""


def words_of(plan: Plan) -> list[str]:
    """The plan's own names and terms, the longest first: what English may repeat where there is no translation."""
    tables = [plan.zones, plan.parks, plan.projects, plan.places, plan.industries, plan.clusters, plan.measures]
    tables += [plan.targets, plan.figures, plan.clauses, plan.zone_industries]
    cells = {
        cell
        for table in tables
        for column in table.columns
        if column not in ("text", "geometry")
        for cell in table[column].dropna()
        if isinstance(cell, str) and len(cell) >= FEWEST and CHINESE.search(cell)
    }
    parts = {part for cell in cells for part in cell.split("；")}
    return sorted(cells | parts, key=len, reverse=True)


def marks_outside(text: str, words: list[str]) -> str:
    """The marks of Chinese in a text that stand neither in quotes nor in words of the plan; empty where there are none.

    >>> print(repr(marks_outside("Zone A（甲）: “乙、丙” and 丁（戊）", ["丁（戊）"])))
    '（）'
    """
    rest = QUOTED.sub("", text)
    for word in words:
        if word in rest:
            rest = rest.replace(word, "")
    return "".join(MARKS.findall(rest))


def english_of(outcome: Outcome) -> dict[str, str]:
    """All English texts of an outcome by where they stand."""
    texts = {f"{state.rule} title": state.title.en for state in outcome.rules}
    texts |= {f"{state.rule} reason": state.reason.en for state in outcome.rules}
    texts |= {f"{state.rule} tolerance": state.tolerance.described("en") for state in outcome.rules if state.tolerance}
    for one in outcome.findings:
        for name in ("message", "reading", "remedy"):
            texts[f"{one.rule} {one.key} {name}"] = getattr(one, name).en
    for gap in outcome.gaps:
        texts |= {f"{gap.rule} {gap.subject}": gap.message.en, f"{gap.rule} {gap.subject} remedy": gap.remedy.en}
    return texts
