"""`floor-area-is-land`: floor areas that are the land in another unit."""

from __future__ import annotations

from pathlib import Path

import pytest
from rule_cases import Case, findings, told

pytestmark = pytest.mark.slow
RULE = "floor-area-is-land"
AREAS = "project_id, site_area, site_area_unit, floor_area, floor_area_unit, new_land, new_land_unit\n"
P1, P2 = ["warning project:p1"], ["warning project:p2"]
VIOLATIONS: dict[str, tuple[Case, list[str]]] = {
    "mu and square metres": ({"projects": f"{AREAS}p1, 15.23, 亩, 10153, 平方米, , "}, P1),
    "the same number twice": ({"projects": f"{AREAS}p1, 63483, 平方米, 63483, 平方米, , "}, P1),
    "hectares": ({"projects": f"{AREAS}p1, 6.3483, 公顷, 63483, 平方米, , "}, P1),
    "new land": ({"projects": f"{AREAS}p2, , , 97066, 平方米, 145.6, 亩"}, P2),
    "ten thousand square metres": ({"projects": f"{AREAS}p1, 51.387, 亩, 3.4258, 万平方米, , "}, P1),
}
SOUND: dict[str, Case] = {
    "a true ratio of one, in round figures": {"projects": f"{AREAS}p1, 30, 亩, 20000, 平方米, , "},
    "round, in ten thousands": {"projects": f"{AREAS}p1, 30, 亩, 2, 万平方米, , "},
    "round hundreds": {"projects": f"{AREAS}p1, 35.4, 亩, 23600, 平方米, , "},
    "near, but not the same": {"projects": f"{AREAS}p1, 15.23, 亩, 10293, 平方米, , "},
    "the same digits, another unit": {"projects": f"{AREAS}p1, 15.23, 亩, 1.523, 万平方米, , "},
    "no land": {"projects": f"{AREAS}p1, , , 97066, 平方米, , "},
}


@pytest.mark.parametrize("name", VIOLATIONS)
def test_it_is_told(tmp_path: Path, name: str) -> None:
    case, expected = VIOLATIONS[name]
    assert told(tmp_path, RULE, case) == expected


@pytest.mark.parametrize("name", SOUND)
def test_it_is_not_told(tmp_path: Path, name: str) -> None:
    assert told(tmp_path, RULE, SOUND[name]) == []


def test_a_printed_part_turns_the_doubt_to_the_land(tmp_path: Path) -> None:
    measure = "measure_id, name, name_en, unit\nabove-ground-area, 地上建筑面积, Floor above ground, 平方米"
    part = "figure_id, measure_id, scope, value, unit, stated_in\nabove, above-ground-area, project:p2, 93066, 平方米, content"
    case, _ = VIOLATIONS["new land"]
    (alone,) = findings(tmp_path / "alone", RULE, case)
    (with_part,) = findings(tmp_path / "part", RULE, {**case, "measures": measure, "figures": part})
    assert "核对用地" not in alone.remedy.zh
    assert "先核对用地" in with_part.remedy.zh
    assert "93,066" in with_part.message.zh
