"""`investment-per-mu`: projects far from the others."""

from __future__ import annotations

from pathlib import Path

import pytest
from rule_cases import Case, told

pytestmark = pytest.mark.slow
RULE = "investment-per-mu"
MONEY = "project_id, investment, investment_unit\n"
P1 = ["info project:p1"]
VIOLATIONS: dict[str, tuple[Case, list[str]]] = {
    "a hundredfold": ({"projects": f"{MONEY}p1, 150, 亿元"}, P1),
    "a hundredth": ({"projects": f"{MONEY}p1, 0.015, 亿元"}, P1),
    "the unit slipped": ({"projects": f"{MONEY}p1, 15000, 亿元"}, P1),
    "in 万元": ({"projects": f"{MONEY}p1, 150, 万元"}, P1),
    "land ten times": ({"projects": "project_id, site_area\np4, 4000"}, ["info project:p4"]),
}
SOUND: dict[str, Case] = {
    "a little more": {"projects": f"{MONEY}p1, 1.7, 亿元"},
    "in 万元": {"projects": f"{MONEY}p1, 15000, 万元"},
    "land in square metres": {"projects": "project_id, site_area, site_area_unit\np1, 10000, 平方米"},
    "an upgrade": {"projects": "project_id, works, site_area\np1, technical_upgrade, 4000"},
    "unknown": {"projects": f"{MONEY}p1, , "},
}


@pytest.mark.parametrize("name", VIOLATIONS)
def test_it_is_told(tmp_path: Path, name: str) -> None:
    case, expected = VIOLATIONS[name]
    assert told(tmp_path, RULE, case) == expected


@pytest.mark.parametrize("name", SOUND)
def test_it_is_not_told(tmp_path: Path, name: str) -> None:
    assert told(tmp_path, RULE, SOUND[name]) == []
