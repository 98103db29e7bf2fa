"""One rule on the example plan with other words: its clauses, or the cells of one project."""

from __future__ import annotations

import dataclasses
import functools
import re
import tempfile
from pathlib import Path
from typing import Any

import pandas as pd

from yzgeo.checks import example_plan
from yzgeo.checks.finding import Finding
from yzgeo.checks.run import run
from yzgeo.plan.load import load
from yzgeo.plan.model import Plan


@functools.lru_cache(maxsize=1)
def sound() -> Plan:
    """The example plan, loaded once: tests change copies of its tables."""
    with tempfile.TemporaryDirectory() as folder:
        return load(example_plan.make(Path(folder) / "sound"))


def with_words(*texts: str, plan: Plan | None = None) -> Plan:
    """The plan with these clauses (甲, 乙, 丙 …) and no other."""
    rows = [
        {"clause": clause, "label_en": None, "heading": "", "text": text}
        for clause, text in zip("甲乙丙丁戊己庚辛", texts, strict=False)
    ]
    return dataclasses.replace(plan or sound(), clauses=pd.DataFrame(rows))


def with_projects(*changes: dict[str, Any], plan: Plan | None = None) -> Plan:
    """The plan with its first projects changed: a mapping of columns to cells for each."""
    own = (plan or sound()).projects.copy()
    for row, cells in zip(own.index, changes, strict=False):
        for column, cell in cells.items():
            own[column] = own[column].astype(object)
            own.loc[row, column] = cell
    for column in ("new_land_mu", "site_mu", "investment"):
        own[column] = pd.to_numeric(own[column])
    return dataclasses.replace(plan or sound(), projects=own)


def found(plan: Plan, rule: str) -> list[Finding]:
    """The findings of one rule; each says the same in two languages, with a clause and a remedy."""
    findings = run(plan, select=[rule]).findings
    for finding in findings:
        assert finding.message.zh != finding.message.en
        assert finding.remedy.zh
        assert finding.remedy.en
        assert finding.clause
        assert not re.search(r"\bnan\b", f"{finding.message} {finding.remedy} {finding.clause}")
    return findings


def told(plan: Plan, rule: str) -> list[str]:
    """The same, as severity and key."""
    return [f"{finding.severity} {finding.key}" for finding in found(plan, rule)]
