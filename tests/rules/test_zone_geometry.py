"""`zone-geometry`: outlines that are invalid or have slivers."""

from __future__ import annotations

from pathlib import Path

import pytest
from rule_cases import Case, polygon, told

pytestmark = pytest.mark.slow
RULE = "zone-geometry"
SHAPE = "zone_id, wkt\nnorth, {}"
SQUARE = "121.59 29.6, 121.61 29.6, 121.61 29.61864, 121.59 29.61864, 121.59 29.6"


def _with(*rings: str) -> str:
    """The northern zone with further rings: holes."""
    holes = "".join(f", ({ring})" for ring in rings)
    return f'"POLYGON (({SQUARE}){holes})"'


THIN = "121.595 29.605, 121.605 29.605, 121.605 29.60502, 121.595 29.60502, 121.595 29.605"
WIDE = "121.595 29.605, 121.605 29.605, 121.605 29.607, 121.595 29.607, 121.595 29.605"
FLAWED, SLIVER = ["error zone:north"], ["warning zone:north"]
VIOLATIONS: dict[str, tuple[Case, list[str]]] = {
    "crossing itself": (
        {"outlines": SHAPE.format(polygon(121.59, 29.6, 121.61, 29.62, 121.61, 29.6, 121.59, 29.62))}, FLAWED,
    ),
    "a hole outside": (
        {"outlines": SHAPE.format(_with("121.63 29.61, 121.64 29.61, 121.64 29.62, 121.63 29.62, 121.63 29.61"))}, FLAWED,
    ),
    "parts over each other": (
        {
            "outlines": SHAPE.format(
                f'"MULTIPOLYGON ((({SQUARE})), ((121.6 29.61, 121.62 29.61, 121.62 29.63, 121.6 29.63, 121.6 29.61)))"'
            )
        },
        FLAWED,
    ),
    "a spike": (
        {
            "outlines": SHAPE.format(
                polygon(121.59, 29.6, 121.61, 29.6, 121.63, 29.60001, 121.61, 29.60002, 121.61, 29.61864, 121.59, 29.61864)
            )
        },
        SLIVER,
    ),
    "a thin hole": ({"outlines": SHAPE.format(_with(THIN))}, SLIVER),
    "a thin part beside it": (
        {
            "outlines": SHAPE.format(
                f'"MULTIPOLYGON ((({SQUARE})), ((121.62 29.61, 121.62003 29.61, 121.62003 29.62, 121.62 29.62, 121.62 29.61)))"'
            )
        },
        SLIVER,
    ),
}  # fmt: skip
SOUND: dict[str, Case] = {
    "a square": {},
    "a corner left out": {
        "outlines": SHAPE.format(
            polygon(121.59, 29.6, 121.61, 29.6, 121.61, 29.61, 121.6, 29.61, 121.6, 29.62, 121.59, 29.62)
        )
    },
    "a hole as large as a village": {"outlines": SHAPE.format(_with(WIDE))},
    "two parts": {
        "outlines": SHAPE.format(
            f'"MULTIPOLYGON ((({SQUARE})), ((121.62 29.61, 121.64 29.61, 121.64 29.62, 121.62 29.62, 121.62 29.61)))"'
        )
    },
    "a road of 20 m": {
        "outlines": SHAPE.format(
            polygon(
                121.59,
                29.6,
                121.61,
                29.6,
                121.63,
                29.6,
                121.63,
                29.60018,
                121.61,
                29.60018,
                121.61,
                29.62,
                121.59,
                29.62,
            )
        )
    },
    "not drawn": {"outlines": "zone_id, wkt\nnorth, "},
    "thin, as an office allows": {
        "outlines": SHAPE.format(_with(THIN)),
        "tolerances": "rule, value, reason\nzone-geometry, 1, 大比例尺",
    },
}


@pytest.mark.parametrize("name", VIOLATIONS)
def test_it_is_told(tmp_path: Path, name: str) -> None:
    case, expected = VIOLATIONS[name]
    assert told(tmp_path, RULE, case) == expected


@pytest.mark.parametrize("name", SOUND)
def test_it_is_not_told(tmp_path: Path, name: str) -> None:
    assert told(tmp_path, RULE, SOUND[name]) == []
