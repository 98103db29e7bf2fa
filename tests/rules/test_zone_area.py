"""`zone-area`: drawn areas against the plan's."""

from __future__ import annotations

from pathlib import Path

import pytest
from rule_cases import Case, polygon, told

pytestmark = pytest.mark.slow
RULE = "zone-area"
AREA = "zone_id, {}\nnorth, {}"
NORTH = ["error zone:north"]
VIOLATIONS: dict[str, tuple[Case, list[str]]] = {
    "more in the plan": ({"zones": AREA.format("area", "5")}, NORTH),
    "less in the plan": ({"zones": AREA.format("area", "3.9")}, NORTH),
    "in another unit": ({"zones": AREA.format("area, area_unit", "7500, 亩")}, NORTH),
    "below a range": ({"zones": AREA.format("area, area_to", "4.5, 5")}, NORTH),
    "above a range": ({"zones": AREA.format("area, area_to", "3, 3.5")}, NORTH),
    "the whole area": ({"zones": AREA.format("area, area_kind", "5, 总面积")}, NORTH),
    "about, and far off": ({"zones": AREA.format("area, area_qualifier", "5, 约")}, NORTH),
    "drawn too small": (
        {"outlines": f"zone_id, wkt\nsouth, {polygon(121.59, 29.59, 121.61, 29.6)}"},
        ["error zone:south"],
    ),
    "at most so much": ({"zones": AREA.format("area, area_qualifier", "3, 不超过")}, NORTH),
}
SOUND: dict[str, Case] = {
    "rounded": {"zones": AREA.format("area", "4.02")},
    "in another unit": {"zones": AREA.format("area, area_unit", "6000, 亩")},
    "within a range": {"zones": AREA.format("area, area_to", "3.5, 4.5")},
    "a part of the zone": {"zones": AREA.format("area, area_kind", "1.2, 工业用地")},
    "no area": {"zones": AREA.format("area, area_unit", ", ")},
    "about": {"zones": AREA.format("area, area_qualifier", "4.15, 约")},
    "more than": {"zones": AREA.format("area, area_qualifier", "3.5, 超过")},
    "nearly": {"zones": AREA.format("area, area_qualifier", "4.3, 近")},
    "at most": {"zones": AREA.format("area, area_qualifier", "4.5, 不超过")},
    "within what an office allows": {
        "zones": AREA.format("area", "4.3"),
        "tolerances": "rule, value, reason\nzone-area, 10, 旧图",
    },
}


@pytest.mark.parametrize("name", VIOLATIONS)
def test_it_is_told(tmp_path: Path, name: str) -> None:
    case, expected = VIOLATIONS[name]
    assert told(tmp_path, RULE, case) == expected


@pytest.mark.parametrize("name", SOUND)
def test_it_is_not_told(tmp_path: Path, name: str) -> None:
    assert told(tmp_path, RULE, SOUND[name]) == []
