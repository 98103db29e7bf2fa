"""A rule on the example plan with its text or its tables changed."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from yzgeo.checks import example_plan
from yzgeo.checks.finding import Finding
from yzgeo.checks.run import run
from yzgeo.plan.load import load
from yzgeo.plan.model import Plan

TABLE = "clause, label_en, text\n表9, Table 9, 目标\n表9 第1行, Row 1, 甲\n表9 第2行, Row 2, 乙\n第三章, Chapter 3, 丙\n四（三）3, Chapter 4, 丁"
"""The clauses that rows of targets in tests stand in."""


@pytest.fixture(scope="session")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    return load(example_plan.make(tmp_path_factory.mktemp("example") / "sound"))


@pytest.fixture
def in_text(sound: Plan) -> Callable[..., list[Finding]]:
    """Findings of a rule where the plan's clauses 甲, 乙, … or those named read so, and nothing else."""

    def findings(rule: str, *texts: str, **named: str) -> list[Finding]:
        texts_of = dict(zip("甲乙丙丁戊", texts, strict=False)) | {
            key.replace("_", " "): text for key, text in named.items()
        }
        rows = [
            {"clause": clause, "label_en": clause, "heading": "", "text": text} for clause, text in texts_of.items()
        ]
        return run(dataclasses.replace(sound, clauses=pd.DataFrame(rows)), select=[rule]).findings

    return findings


@pytest.fixture
def in_tables(tmp_path: Path) -> Callable[..., list[Finding]]:
    """Findings of a rule where rows of the example plan's tables are changed."""

    def findings(rule: str, **changes: str) -> list[Finding]:
        changes.setdefault("clauses", TABLE)
        changes.setdefault("measures", "measure_id, name, name_en, unit\nany, 某指标, Any measure, ")
        return run(load(example_plan.make(tmp_path / "plan", **changes)), select=[rule]).findings

    return findings
