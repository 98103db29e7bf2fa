"""`zone-slivers`: gaps and strips between zones that should share a border."""

from __future__ import annotations

from pathlib import Path

import pytest
from rule_cases import Case, polygon, told

pytestmark = pytest.mark.slow
RULE = "zone-slivers"
SHAPE = "zone_id, wkt\nsouth, {}"
PAIR = ["warning zone:north/zone:south"]
ZONE = "zone_id, name, name_en, kind, parent_zone_id\neast, 东区, East, {}, {}"
VIOLATIONS: dict[str, tuple[Case, list[str]]] = {
    "a gap of two metres": ({"outlines": SHAPE.format(polygon(121.59, 29.572, 121.61, 29.59998))}, PAIR),
    "a gap of four metres": ({"outlines": SHAPE.format(polygon(121.59, 29.572, 121.61, 29.599964))}, PAIR),
    "a strip covered twice": ({"outlines": SHAPE.format(polygon(121.59, 29.572, 121.61, 29.60002))}, PAIR),
    "a wedge": (
        {"outlines": SHAPE.format(polygon(121.59, 29.572, 121.61, 29.572, 121.61, 29.6, 121.59, 29.59997))}, PAIR,
    ),
    "beside a third zone": (
        {"zones": ZONE.format("core", ""), "outlines": f"zone_id, wkt\neast, {polygon(121.61002, 29.6, 121.62, 29.61864)}"},
        ["warning zone:east/zone:north"],
    ),
    "what an office calls thin": (
        {
            "outlines": SHAPE.format(polygon(121.59, 29.572, 121.61, 29.5999)),
            "tolerances": "rule, value, reason\nzone-slivers, 20, 概略图",
        },
        PAIR,
    ),
}  # fmt: skip
SOUND: dict[str, Case] = {
    "one border": {},
    "a river of 50 m between them": {"outlines": SHAPE.format(polygon(121.59, 29.572, 121.61, 29.59955))},
    "apart": {"outlines": SHAPE.format(polygon(121.59, 29.57, 121.61, 29.59))},
    "a strip of 20 m, which zone-overlap tells": {"outlines": SHAPE.format(polygon(121.59, 29.572, 121.61, 29.6002))},
    "corner to corner": {"outlines": SHAPE.format(polygon(121.61, 29.58, 121.62, 29.6))},
    "a zone in its zone, along its border": {
        "zones": ZONE.format("园区", "north"),
        "outlines": f"zone_id, wkt\neast, {polygon(121.59002, 29.60002, 121.6, 29.61)}",
    },
    "not drawn": {"outlines": "zone_id, wkt\nsouth, "},
}


@pytest.mark.parametrize("name", VIOLATIONS)
def test_it_is_told(tmp_path: Path, name: str) -> None:
    case, expected = VIOLATIONS[name]
    assert told(tmp_path, RULE, case) == expected


@pytest.mark.parametrize("name", SOUND)
def test_it_is_not_told(tmp_path: Path, name: str) -> None:
    assert told(tmp_path, RULE, SOUND[name]) == []
