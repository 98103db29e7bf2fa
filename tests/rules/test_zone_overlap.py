"""`zone-overlap`: zones that share land."""

from __future__ import annotations

from pathlib import Path

import pytest
from rule_cases import Case, polygon, told

pytestmark = pytest.mark.slow
RULE = "zone-overlap"
SHAPE = "zone_id, wkt\nsouth, {}"
ZONE = "zone_id, name, name_en, kind, parent_zone_id\neast, 东区, East, {}, {}"
EAST = f"zone_id, wkt\neast, {polygon(121.6, 29.605, 121.605, 29.61)}"
PAIR = ["error zone:north/zone:south"]
WITHIN = polygon(121.595, 29.605, 121.6, 29.61)
VIOLATIONS: dict[str, tuple[Case, list[str]]] = {
    "reaching into it": ({"outlines": SHAPE.format(polygon(121.59, 29.572, 121.61, 29.601))}, PAIR),
    "a strip of ten metres": ({"outlines": SHAPE.format(polygon(121.59, 29.572, 121.61, 29.6001))}, PAIR),
    "within it": ({"outlines": SHAPE.format(WITHIN)}, PAIR),
    "drawn twice": ({"outlines": SHAPE.format(polygon(121.59, 29.6, 121.61, 29.61864))}, PAIR),
    "a corner": ({"outlines": SHAPE.format(polygon(121.609, 29.58, 121.62, 29.601))}, PAIR),
    "a third zone": ({"zones": ZONE.format("core", ""), "outlines": EAST}, ["error zone:east/zone:north"]),
    "two zones of one zone": (
        {
            "zones": "zone_id, name, name_en, kind, parent_zone_id\neast, 东园, East, 园区, north\nwest, 西园, West, 园区, north",
            "outlines": f"{EAST}\nwest, {polygon(121.595, 29.605, 121.601, 29.61)}",
        },
        ["error zone:east/zone:west"],
    ),
}
SOUND: dict[str, Case] = {
    "side by side": {},
    "corner to corner": {"outlines": SHAPE.format(polygon(121.61, 29.58, 121.62, 29.6))},
    "apart": {"outlines": SHAPE.format(polygon(121.59, 29.57, 121.61, 29.59))},
    "a strip of two metres, which zone-slivers tells": {
        "outlines": SHAPE.format(polygon(121.59, 29.572, 121.61, 29.60002))
    },
    "a zone in its zone": {"zones": ZONE.format("园区", "north"), "outlines": EAST},
    "a band across": {"zones": ZONE.format("发展带", ""), "outlines": EAST},
    "an axis across": {"zones": ZONE.format("发展轴", ""), "outlines": EAST},
    "not drawn": {"outlines": "zone_id, wkt\nsouth, "},
}


@pytest.mark.parametrize("name", VIOLATIONS)
def test_it_is_told(tmp_path: Path, name: str) -> None:
    case, expected = VIOLATIONS[name]
    assert told(tmp_path, RULE, case) == expected


@pytest.mark.parametrize("name", SOUND)
def test_it_is_not_told(tmp_path: Path, name: str) -> None:
    assert told(tmp_path, RULE, SOUND[name]) == []
