"""`zone-undrawn`: zones that no outline is known of: gaps of the data."""

from __future__ import annotations

from pathlib import Path

import pytest
from rule_cases import Case, gaps, polygon

pytestmark = pytest.mark.slow
RULE = "zone-undrawn"
ZONES = "zone_id, name, name_en, kind, area, parent_zone_id\n{}"
VIOLATIONS: dict[str, tuple[Case, list[str]]] = {
    "a third zone": ({"zones": ZONES.format("east, 东区, East, core, , ")}, ["zone:east"]),
    "without an English name": ({"zones": ZONES.format("east, 东区, , core, , ")}, ["zone:east"]),
    "a zone in a zone": ({"zones": ZONES.format("east, 东园, East, 园区, , north")}, ["zone:east"]),
    "a band": ({"zones": ZONES.format("east, 沿江带, East, 发展带, , ")}, ["zone:east"]),
    "one whose outline is lost": ({"outlines": "zone_id, wkt\nnorth, "}, ["zone:north"]),
    "all of them, and no places": (
        {"outlines": "zone_id, wkt\nnorth, \nsouth, ", "zone_places": ""},
        ["zone:north", "zone:south"],
    ),
}
SOUND: dict[str, Case] = {
    "each with its outline": {},
    "a third with its outline": {
        "zones": ZONES.format("east, 东区, East, core, , "),
        "outlines": f"zone_id, wkt\neast, {polygon(121.62, 29.6, 121.63, 29.61)}",
    },
    "one in several parts": {
        "outlines": 'zone_id, wkt\nnorth, "MULTIPOLYGON (((121.59 29.6, 121.6 29.6, 121.6 29.61, 121.59 29.6)), '
        '((121.62 29.6, 121.63 29.6, 121.63 29.61, 121.62 29.6)))"'
    },
    "no places": {"zone_places": ""},
    "no area": {"zones": ZONES.format("north, 北区, North, core, , ")},
    "an outline that is flawed, which zone-geometry tells": {
        "outlines": f"zone_id, wkt\nnorth, {polygon(121.59, 29.6, 121.61, 29.62, 121.61, 29.6, 121.59, 29.62)}"
    },
}


@pytest.mark.parametrize("name", VIOLATIONS)
def test_it_is_told(tmp_path: Path, name: str) -> None:
    case, expected = VIOLATIONS[name]
    assert gaps(tmp_path, RULE, case) == expected


@pytest.mark.parametrize("name", SOUND)
def test_it_is_not_told(tmp_path: Path, name: str) -> None:
    assert gaps(tmp_path, RULE, SOUND[name]) == []
