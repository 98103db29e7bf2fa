"""`project-outside-leading-industries`: projects in a zone that does not lead in their industry."""

from __future__ import annotations

from pathlib import Path

import pytest
from rule_cases import Case, findings, told

from yzgeo.checks import example_plan
from yzgeo.checks.run import run
from yzgeo.plan.load import load

pytestmark = pytest.mark.slow
RULE = "project-outside-leading-industries"
CLASS = "project_id, industry\np2, 钢铁"
PLACED = "project_id, place_id, evidence\np2, lake, {}"
P2 = ["info project:p2"]
VIOLATIONS: dict[str, tuple[Case, list[str]]] = {
    "by the plan's text": ({"projects": CLASS}, P2),
    "by news of the project": ({"projects": CLASS, "project_locations": PLACED.format("project_news")}, P2),
    "the owner's works": ({"projects": CLASS, "project_locations": PLACED.format("owner_works")}, P2),
    "an industry of another cluster": (
        {
            "industries": "industry_id, name, cluster_id\nplate, 钢板, steel",
            "projects": "project_id, industry\np2, 钢板",
        },
        P2,
    ),
    "in two projects": ({"projects": f"{CLASS}\np3, 钢铁"}, ["info project:p2", "info project:p3"]),
}
SOUND: dict[str, Case] = {
    "the owner's address alone": {"projects": CLASS, "project_locations": PLACED.format("owner_address")},
    "an industry of the zone": {},
    "by the cluster": {
        "industries": "industry_id, name, cluster_id\nyarn, 纱线, cloth",
        "projects": "project_id, industry\np2, 纱线",
    },
    "the class 其他": {"projects": "project_id, industry\np2, 其他"},
    "led in by the table": {
        "projects": CLASS,
        "zone_industries": "zone_id, industry_id, listed_in, role, seq\nsouth, steel, table, 主导产业, 2",
    },
}


@pytest.mark.parametrize("name", VIOLATIONS)
def test_it_is_told(tmp_path: Path, name: str) -> None:
    case, expected = VIOLATIONS[name]
    assert told(tmp_path, RULE, case) == expected


@pytest.mark.parametrize("name", SOUND)
def test_it_is_not_told(tmp_path: Path, name: str) -> None:
    assert told(tmp_path, RULE, SOUND[name]) == []


def test_the_owners_works_are_not_told_as_the_site(tmp_path: Path) -> None:
    case, _ = VIOLATIONS["the owner's works"]
    (finding,) = findings(tmp_path, RULE, case)
    assert "的业主厂区在南区" in finding.message.zh


def test_a_project_across_zones_is_not_told_to_be_in_no_zone(tmp_path: Path) -> None:
    case = {
        "projects": CLASS,
        "project_locations": "project_id, place_id, evidence\np2, lake, plan_text\np2, hill, plan_text",
    }
    states = run(load(example_plan.make(tmp_path / "plan", **case)), select=[RULE]).rules
    state = next(one for one in states if one.rule == RULE)
    assert "跨片区" in state.reason.zh
    assert "不在任何片区" not in state.reason.zh
