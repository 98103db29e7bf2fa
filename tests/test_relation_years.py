"""Relations of measures without a year are judged for each year that their measures are stated for."""

from __future__ import annotations

from pathlib import Path

import pytest

from yzgeo.checks import example_plan
from yzgeo.checks.finding import RuleState
from yzgeo.checks.run import run
from yzgeo.plan.load import load

pytestmark = pytest.mark.slow
RELATIONS = """
relation_id, kind, whole_measure, whole_scope, part_measure, part_scope, share_measure, year
tiers,       sum,  firms,         district,    tier,         tier:*,     ,              {}"""
LATER = """
figure_id, measure_id, scope,  year, value
later-1,   tier,       tier:1, 2030, {}
later-2,   tier,       tier:2, 2030, 30"""


def told(folder: Path, year: str, figures: str = LATER.format(30)) -> tuple[list[str], RuleState]:
    plan = load(example_plan.make(folder / "plan", measure_relations=RELATIONS.format(year), figures=figures))
    outcome = run(plan, select=["tier-sums"])
    return [one.subject for one in outcome.findings], outcome.rules[-1]


def test_each_year_that_both_have_is_judged(tmp_path: Path) -> None:
    assert told(tmp_path / "wrong", "")[0] == ["figure:firms-2030"]  # 60 of 70; 1 + 2 + 3 of 6 in 2026 is right
    assert told(tmp_path / "sound", "", LATER.format(40))[0] == []


def test_a_year_that_is_named_is_judged_alone(tmp_path: Path) -> None:
    assert told(tmp_path / "then", "2026")[0] == []
    assert told(tmp_path / "later", "2030")[0] == ["figure:firms-2030"]


def test_both_years_are_told_apart(tmp_path: Path) -> None:
    wrong = LATER.format(30) + "\ntier-3, tier, tier:3, 2026, 9"
    assert sorted(told(tmp_path, "", wrong)[0]) == ["figure:firms-2026", "figure:firms-2030"]


def test_a_relation_without_a_year_in_common_says_what_is_missing(tmp_path: Path) -> None:
    relations = RELATIONS.format("").replace("tier:*", "size:*")
    plan = load(example_plan.make(tmp_path / "plan", measure_relations=relations))
    assert plan.measure_relations.set_index("relation_id")["year"]["tiers"] == 2030  # the last that the whole has
    assert run(plan, select=["tier-sums"]).findings == []


def test_years_that_are_named_stay_as_they_are() -> None:
    plan = load("yinzhou")
    assert len(plan.measure_relations) == 18
    assert str(plan.measure_relations["year"].dtype) == "Int64"
