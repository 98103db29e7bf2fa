"""New land that only an owner's address is known of is not placed; a place by any other evidence is."""

from __future__ import annotations

from pathlib import Path

import pytest

from yzgeo.checks import example_plan
from yzgeo.checks.run import run
from yzgeo.plan.load import load

RULE = "new-site-by-address"
PROJECT = "project_id, name, new_land, new_land_unit\np6, 造纸项目, "
PLACE = "project_id, place_id, evidence, source\n"
FOUND = {
    "in mu": ("10, 亩", "p6, lake, owner_address, 登记地址"),
    "in hectares": ("0.4, 公顷", "p6, hill, owner_address, 企业信用信息公示系统"),
    "in square metres": ("6000, 平方米", "p6, lake, owner_address, 官网"),
    "in square kilometres": ("0.02, 平方公里", "p6, lake, owner_address, 官网"),
    "two addresses": ("35.5, 亩", "p6, lake, owner_address, 登记地址\np6, hill, owner_address, 旧地址"),
}
SOUND = {
    "the plan names the place": ("10, 亩", "p6, lake, plan_text, 附件"),
    "a notice of the project": ("10, 亩", "p6, lake, project_news, 公示"),
    "a notice beside the address": ("10, 亩", "p6, lake, project_news, 公示\np6, hill, owner_address, 登记地址"),
    "no new land": (", ", "p6, lake, owner_address, 登记地址"),
    "new land of nothing": ("0, 亩", "p6, lake, owner_address, 登记地址"),
    "no place at all": ("10, 亩", ""),
}


@pytest.mark.slow
@pytest.mark.parametrize(("land", "places"), FOUND.values(), ids=FOUND)
def test_new_land_by_an_address_is_told_and_not_placed(tmp_path: Path, land: str, places: str) -> None:
    plan = load(example_plan.make(tmp_path / "plan", projects=PROJECT + land, project_locations=PLACE + places))
    outcome = run(plan, select=[RULE])
    assert [gap.subject for gap in outcome.gaps] == ["project:p6"]
    assert outcome.findings == []
    project = plan.projects.set_index("project_id").loc["p6"]
    assert project[["geometry", "zone_id", "place_id", "location_evidence"]].isna().all()
    assert [gap.subject for gap in run(plan, select=["project-unlocated"]).gaps] == []  # one gap is enough


@pytest.mark.slow
@pytest.mark.parametrize(("land", "places"), SOUND.values(), ids=SOUND)
def test_other_evidence_and_other_projects_are_placed(tmp_path: Path, land: str, places: str) -> None:
    plan = load(example_plan.make(tmp_path / "plan", projects=PROJECT + land, project_locations=PLACE + places))
    assert run(plan, select=[RULE]).gaps == []
    placed = plan.projects.set_index("project_id").loc["p6"]
    assert (placed["place_id"] == "lake") is bool(places)
