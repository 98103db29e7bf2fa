"""`project-unlocated`: projects that no place is known of: gaps of the data."""

from __future__ import annotations

from pathlib import Path

import pytest
from rule_cases import Case, gaps

pytestmark = pytest.mark.slow
RULE = "project-unlocated"
PROJECT = "project_id, list, seq, name, owner, works\np6, {}, 6, 造纸项目, {}, new_build"
VIOLATIONS: dict[str, tuple[Case, list[str]]] = {
    "a project of its own": ({"projects": PROJECT.format("planned", "己公司")}, ["project:p6"]),
    "without an owner": ({"projects": PROJECT.format("planned", "")}, ["project:p6"]),
    "under construction": ({"projects": PROJECT.format("under_construction", "己公司")}, ["project:p6"]),
    "in a list of one's own": ({"projects": PROJECT.format("储备类", "己公司")}, ["project:p6"]),
    "none of them": ({"project_locations": ""}, [f"project:p{number}" for number in range(1, 6)]),
    "one of an owner whose other stands somewhere": ({"projects": PROJECT.format("planned", "甲公司")}, ["project:p6"]),
}
LOCATIONS = "project_id, place_id, evidence\n{}"
SOUND: dict[str, Case] = {
    "each with its place": {},
    "known from the news": {
        "projects": PROJECT.format("planned", "己公司"),
        "project_locations": LOCATIONS.format("p6, hill, project_news"),
    },
    "known by the owner's address": {
        "projects": PROJECT.format("planned", "己公司"),
        "project_locations": LOCATIONS.format("p6, lake, owner_address"),
    },
    "at two places": {"project_locations": LOCATIONS.format("p1, lake, plan_text")},
    "new land by the owner's address, which new-site-by-address tells": {
        "projects": "project_id, list, seq, name, owner, works, new_land, new_land_unit\n"
        "p6, planned, 6, 造纸项目, 己公司, new_build, 20, 亩",
        "project_locations": LOCATIONS.format("p6, lake, owner_address"),
    },
    "no projects": {
        "projects": "",
        "project_locations": "",
        "figures": "figure_id, scope\np1-title, district\np1-content, district",
    },
}


@pytest.mark.parametrize("name", VIOLATIONS)
def test_it_is_told(tmp_path: Path, name: str) -> None:
    case, expected = VIOLATIONS[name]
    assert gaps(tmp_path, RULE, case) == expected


@pytest.mark.parametrize("name", SOUND)
def test_it_is_not_told(tmp_path: Path, name: str) -> None:
    assert gaps(tmp_path, RULE, SOUND[name]) == []
