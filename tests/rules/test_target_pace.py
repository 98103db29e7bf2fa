"""`target-pace`: what was reported against an even pace."""

from __future__ import annotations

from pathlib import Path

import pytest
from rule_cases import Case, told

pytestmark = pytest.mark.slow
RULE = "target-pace"
ACTUAL = "target_id, year, value\n{}"
TARGETS = "target_id, measure_id, scope, name, direction, base_year, base, target_year, target"
FALLING = f"{TARGETS}\nwaste, firms, district, 高耗能企业, at_most, 2026, 100, 2030, 60"
CAP = f"{TARGETS}\nwaste, firms, district, 高耗能企业, at_most, , , 2030, 60"
WASTE = ["warning target:waste"]
VIOLATIONS: dict[str, tuple[Case, list[str]]] = {
    "behind": ({"actuals": ACTUAL.format("firms, 2028, 30")}, ["warning target:firms"]),
    "no gain": ({"actuals": ACTUAL.format("firms, 2029, 6")}, ["warning target:firms"]),
    "not reached in its year": ({"actuals": ACTUAL.format("firms, 2030, 69")}, ["warning target:firms"]),
    "a share": ({"actuals": ACTUAL.format("machine-share, 2028, 12")}, ["warning target:machine-share"]),
    "the latest of two years": ({"actuals": ACTUAL.format("firms, 2029, 51")}, ["warning target:firms"]),
    "falling too slowly": ({"targets": FALLING, "actuals": ACTUAL.format("waste, 2028, 90")}, WASTE),
    "above a cap": ({"targets": CAP, "actuals": ACTUAL.format("waste, 2027, 66")}, WASTE),
}
SOUND: dict[str, Case] = {
    "at an even pace": {"actuals": ACTUAL.format("firms, 2028, 38")},
    "ahead": {"actuals": ACTUAL.format("firms, 2029, 80")},
    "reached in its year": {"actuals": ACTUAL.format("firms, 2030, 70")},
    "falling fast enough": {"targets": FALLING, "actuals": ACTUAL.format("waste, 2028, 78")},
    "at its cap": {"targets": CAP, "actuals": ACTUAL.format("waste, 2027, 60")},
    "behind once, and not since": {"actuals": ACTUAL.format("firms, 2027, 7")},
    "nothing reported": {"actuals": ""},
}


@pytest.mark.parametrize("name", VIOLATIONS)
def test_it_is_told(tmp_path: Path, name: str) -> None:
    case, expected = VIOLATIONS[name]
    assert told(tmp_path, RULE, case) == expected


@pytest.mark.parametrize("name", SOUND)
def test_it_is_not_told(tmp_path: Path, name: str) -> None:
    assert told(tmp_path, RULE, SOUND[name]) == []
