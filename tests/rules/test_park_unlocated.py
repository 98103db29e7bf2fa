"""`park-unlocated`: parks that no place is known of: gaps of the data."""

from __future__ import annotations

from pathlib import Path

import pytest
from rule_cases import Case, gaps

pytestmark = pytest.mark.slow
RULE = "park-unlocated"
PARKS = "park_id, name, name_en, place_id\n{}"
VIOLATIONS: dict[str, tuple[Case, list[str]]] = {
    "a park of its own": ({"parks": PARKS.format("dye, 染坊园, Dye Park, ")}, ["park:dye"]),
    "without an English name": ({"parks": PARKS.format("dye, 染坊园, , ")}, ["park:dye"]),
    "one that lost its place": ({"parks": PARKS.format("mill, 磨坊园, , ")}, ["park:mill"]),
    "two of them": ({"parks": PARKS.format("dye, 染坊园, , \nmill, 磨坊园, , ")}, ["park:mill", "park:dye"]),
    "named after a town": ({"parks": PARKS.format("lake-park, 湖镇工业园, , ")}, ["park:lake-park"]),
    "listed for a zone": (
        {
            "parks": PARKS.format("dye, 染坊园, , "),
            "zone_parks": "zone_id, park_id, listed_in, seq\nsouth, dye, text, 1",
        },
        ["park:dye"],
    ),
}
SOUND: dict[str, Case] = {
    "each with its place": {},
    "a second in the same place": {"parks": PARKS.format("dye, 染坊园, Dye Park, hill")},
    "in the other town": {"parks": PARKS.format("mill, 磨坊园, , lake")},
    "listed for no zone": {"zone_parks": ""},
    "no parks": {"parks": "", "zone_parks": ""},
    "a place known to two kilometres": {"places": "place_id, uncertainty_m\nhill, 2000"},
}


@pytest.mark.parametrize("name", VIOLATIONS)
def test_it_is_told(tmp_path: Path, name: str) -> None:
    case, expected = VIOLATIONS[name]
    assert gaps(tmp_path, RULE, case) == expected


@pytest.mark.parametrize("name", SOUND)
def test_it_is_not_told(tmp_path: Path, name: str) -> None:
    assert gaps(tmp_path, RULE, SOUND[name]) == []
