"""`project-figures`: figures of one project that contradict each other."""

from __future__ import annotations

from pathlib import Path

import pytest
from rule_cases import Case, told

pytestmark = pytest.mark.slow
RULE = "project-figures"
PARTS = "figure_id, measure_id, scope, value, unit, qualifier, stated_in\n"
AREAS = "project_id, site_area, site_area_unit, site_area_qualifier, new_land, new_land_unit\n"
PLANT, MONEY = ["warning project:p1/Plant floor area"], ["warning project:p1/Investment"]
VIOLATIONS: dict[str, tuple[Case, list[str]]] = {
    "more plant than floor": ({"figures": f"{PARTS}a, plant-area, project:p1, 21000, 平方米, , content"}, PLANT),
    "in another unit": ({"figures": f"{PARTS}a, plant-area, project:p1, 2.1, 万平方米, , content"}, PLANT),
    "more money": ({"figures": f"{PARTS}a, investment, project:p1, 25000, 万元, , content"}, MONEY),
    "less money": ({"figures": f"{PARTS}a, investment, project:p1, 1500, 万元, , content"}, MONEY),
    "more new land than land": ({"projects": f"{AREAS}p1, 15, 亩, , 25, 亩"}, ["warning project:p1/land"]),
    "more, in hectares": ({"projects": f"{AREAS}p1, 1, 公顷, , 25, 亩"}, ["warning project:p1/land"]),
    "less new land": ({"projects": f"{AREAS}p1, 40, 亩, , 25, 亩"}, ["info project:p1/land"]),
}
SOUND: dict[str, Case] = {
    "less plant": {"figures": f"{PARTS}a, plant-area, project:p1, 18000, 平方米, , content"},
    "as much, rounded": {
        "figures": f"{PARTS}a, plant-area, project:p1, 167398, 平方米, , content",
        "projects": "project_id, floor_area, floor_area_unit, site_area\np1, 16.7, 万平方米, 80",
    },
    "about as much": {
        "figures": f"{PARTS}a, plant-area, project:p1, 20500, 平方米, , content",
        "projects": "project_id, floor_area, floor_area_qualifier\np1, 20000, 约",
    },
    "at least": {"figures": f"{PARTS}a, investment, project:p1, 12000, 万元, 以上, content"},
    "the same money": {"figures": f"{PARTS}a, investment, project:p1, 15000, 万元, , content"},
    "the same land": {"projects": f"{AREAS}p1, 10000, 平方米, , 15, 亩"},
    "about the same land": {"projects": f"{AREAS}p1, 14.5, 亩, 约, 15, 亩"},
}


@pytest.mark.parametrize("name", VIOLATIONS)
def test_it_is_told(tmp_path: Path, name: str) -> None:
    case, expected = VIOLATIONS[name]
    assert told(tmp_path, RULE, case) == expected


@pytest.mark.parametrize("name", SOUND)
def test_it_is_not_told(tmp_path: Path, name: str) -> None:
    assert told(tmp_path, RULE, SOUND[name]) == []
