"""`parcel-overlap`: parcels that share land."""

from __future__ import annotations

from pathlib import Path

import pytest
from rule_cases import Case, polygon, told

pytestmark = pytest.mark.slow
RULE = "parcel-overlap"
WIDER = "parcel_id, wkt\nC, {}"
VIOLATIONS: dict[str, tuple[Case, list[str]]] = {
    "ten metres into the neighbour": (
        {"parcels": WIDER.format(polygon(121.601, 29.605, 121.6021, 29.606))}, ["error parcel:C"],
    ),
    "half a metre": ({"parcels": WIDER.format(polygon(121.601, 29.605, 121.602005, 29.606))}, ["error parcel:C"]),
    "one within the other": (
        {"parcels": f"parcel_id, wkt\nD, {polygon(121.6013, 29.6052, 121.6016, 29.6055)}"}, ["error parcel:C"],
    ),
    "drawn twice": ({"parcels": f"parcel_id, wkt\nD, {polygon(121.601, 29.605, 121.602, 29.606)}"}, ["error parcel:C"]),
    "a corner": ({"parcels": f"parcel_id, wkt\nD, {polygon(121.6019, 29.6059, 121.603, 29.607)}"}, ["error parcel:C"]),
    "a quarter of two that are recovered": (
        {"parcels": f"parcel_id, wkt\nB, {polygon(121.59575, 29.605, 121.59675, 29.606)}"}, ["error parcel:A"],
    ),
    "one across two": (
        {"parcels": f"parcel_id, wkt, status\nE, {polygon(121.6015, 29.6052, 121.6025, 29.6058)}, identified"},
        ["error parcel:C", "error parcel:D"],
    ),
}  # fmt: skip
SOUND: dict[str, Case] = {
    "side by side": {"parcels": "parcel_id, area_mu\nA, 16.11"},
    "ten centimetres": {"parcels": WIDER.format(polygon(121.601, 29.605, 121.602001, 29.606))},
    "corner to corner": {"parcels": f"parcel_id, wkt\nD, {polygon(121.602, 29.606, 121.603, 29.607)}"},
    "in the hole of another": {
        "parcels": 'parcel_id, wkt\nC, "POLYGON ((121.601 29.605, 121.602 29.605, 121.602 29.606, 121.601 29.606, '
        '121.601 29.605), (121.6014 29.6054, 121.6016 29.6054, 121.6016 29.6056, 121.6014 29.6056, 121.6014 29.6054))"\n'
        f"D, {polygon(121.6014, 29.6054, 121.6016, 29.6056)}",
    },
    "one piece recovered twice, which has a rule of its own": {
        "parcels": f"parcel_id, wkt\nB, {polygon(121.595, 29.605, 121.596, 29.606)}"
    },
    "without a shape": {"parcels": "parcel_id, area_mu, wkt\nD, 16, "},
    "within what an office allows": {
        "parcels": WIDER.format(polygon(121.601, 29.605, 121.602005, 29.606)),
        "tolerances": "rule, value, reason\nparcel-overlap, 1, 旧图",
    },
}


@pytest.mark.parametrize("name", VIOLATIONS)
def test_it_is_told(tmp_path: Path, name: str) -> None:
    case, expected = VIOLATIONS[name]
    assert told(tmp_path, RULE, case) == expected


@pytest.mark.parametrize("name", SOUND)
def test_it_is_not_told(tmp_path: Path, name: str) -> None:
    assert told(tmp_path, RULE, SOUND[name]) == []
