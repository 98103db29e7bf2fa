"""`zone-outside-district`: zones that reach over the border of the district."""

from __future__ import annotations

from pathlib import Path

import pytest
from rule_cases import Case, polygon, told

pytestmark = pytest.mark.slow
RULE = "zone-outside-district"
SHAPE = "zone_id, wkt\nsouth, {}"
SOUTH = ["error zone:south"]
VIOLATIONS: dict[str, tuple[Case, list[str]]] = {
    "over the border": ({"outlines": SHAPE.format(polygon(121.59, 29.49, 121.61, 29.6))}, SOUTH),
    "a hundred metres over": ({"outlines": SHAPE.format(polygon(121.59, 29.499, 121.61, 29.6))}, SOUTH),
    "all of it outside": ({"outlines": SHAPE.format(polygon(121.59, 29.3, 121.61, 29.4))}, SOUTH),
    "over a corner": ({"outlines": SHAPE.format(polygon(121.49, 29.49, 121.51, 29.51))}, SOUTH),
    "one of its parts": (
        {
            "outlines": SHAPE.format(
                '"MULTIPOLYGON (((121.59 29.58, 121.61 29.58, 121.61 29.6, 121.59 29.6, 121.59 29.58)), '
                '((121.72 29.58, 121.73 29.58, 121.73 29.6, 121.72 29.6, 121.72 29.58)))"'
            )
        },
        SOUTH,
    ),
    "two zones": (
        {
            "outlines": f"zone_id, wkt\nnorth, {polygon(121.69, 29.6, 121.71, 29.62)}\n"
            f"south, {polygon(121.69, 29.58, 121.71, 29.6)}"
        },
        ["error zone:north", "error zone:south"],
    ),
}
SOUND: dict[str, Case] = {
    "inside": {},
    "along the border": {"outlines": SHAPE.format(polygon(121.59, 29.5, 121.61, 29.6))},
    "40 m over, which a border of public data may be off by": {
        "outlines": SHAPE.format(polygon(121.59, 29.49965, 121.61, 29.6))
    },
    "as large as the district": {"outlines": SHAPE.format(polygon(121.5, 29.5, 121.7, 29.6))},
    "not drawn": {"outlines": "zone_id, wkt\nsouth, "},
    "within what an office allows": {
        "outlines": SHAPE.format(polygon(121.59, 29.499, 121.61, 29.6)),
        "tolerances": "rule, value, reason\nzone-outside-district, 200, 区界概略",
    },
}


@pytest.mark.parametrize("name", VIOLATIONS)
def test_it_is_told(tmp_path: Path, name: str) -> None:
    case, expected = VIOLATIONS[name]
    assert told(tmp_path, RULE, case) == expected


@pytest.mark.parametrize("name", SOUND)
def test_it_is_not_told(tmp_path: Path, name: str) -> None:
    assert told(tmp_path, RULE, SOUND[name]) == []
