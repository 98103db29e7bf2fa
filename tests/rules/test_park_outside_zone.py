"""`park-outside-zone`: parks outside the zone that lists them."""

from __future__ import annotations

from pathlib import Path

import pytest
from rule_cases import Case, findings, told

pytestmark = pytest.mark.slow
RULE = "park-outside-zone"
PLACES = "place_id, name, kind, lon, lat, uncertainty_m\n"
NO_OUTLINE = "zone_id, wkt\nnorth, "
BY_WORDS = ["info park:mill/zone:north"]
BY_PLACE = ["warning park:mill/zone:north"]
VIOLATIONS: dict[str, tuple[Case, list[str]]] = {
    "far off": ({"places": f"{PLACES}hill, 山镇, town, 121.66, 29.61, 500"}, BY_PLACE),
    "just beyond what is known": ({"places": f"{PLACES}hill, 山镇, town, 121.61, 29.62366, 500"}, BY_PLACE),
    "an exact place": ({"places": f"{PLACES}hill, 山镇, town, 121.612, 29.61, 10"}, BY_PLACE),
    "another town": ({"outlines": NO_OUTLINE, "parks": "park_id, place_id\nmill, lake"}, BY_WORDS),
    "a village of another town": (
        {
            "outlines": NO_OUTLINE,
            "places": "place_id, name, kind, town_id, lon, lat, uncertainty_m\nweir, 堰村, village, lake, 121.6, 29.58, 300",
            "parks": "park_id, place_id\nmill, weir",
        },
        BY_WORDS,
    ),
}
SOUND: dict[str, Case] = {
    "inside": {},
    "outside, but within what is known": {"places": f"{PLACES}hill, 山镇, town, 121.612, 29.61, 500"},
    "the zone's town": {"outlines": NO_OUTLINE},
    "a village of the zone's town": {
        "outlines": NO_OUTLINE,
        "places": "place_id, name, kind, town_id, lon, lat, uncertainty_m\nweir, 堰村, village, hill, 121.6, 29.61, 300",
        "parks": "park_id, place_id\nmill, weir",
    },
    "no place": {"parks": "park_id, place_id\nmill, "},
}


@pytest.mark.parametrize("name", VIOLATIONS)
def test_it_is_told(tmp_path: Path, name: str) -> None:
    case, expected = VIOLATIONS[name]
    assert told(tmp_path, RULE, case) == expected


@pytest.mark.parametrize("name", SOUND)
def test_it_is_not_told(tmp_path: Path, name: str) -> None:
    assert told(tmp_path, RULE, SOUND[name]) == []


def test_it_says_where_the_place_is_from(tmp_path: Path) -> None:
    case, _ = VIOLATIONS["another town"]
    basis = "park_id, place_id, source\nmill, lake, 园名所指：湖镇；以镇代位"
    (finding,) = findings(tmp_path, RULE, {**case, "parks": basis})
    assert "园名所指：湖镇；以镇代位" in finding.message.zh
