"""`parcel-area`: registered areas against the drawn ones."""

from __future__ import annotations

from pathlib import Path

import pytest
from rule_cases import Case, polygon, told

pytestmark = pytest.mark.slow
RULE = "parcel-area"
HALF = polygon(121.598, 29.605, 121.5985, 29.606)
A = ["warning parcel:A"]
VIOLATIONS: dict[str, tuple[Case, list[str]]] = {
    "too much": ({"parcels": "parcel_id, area_mu\nA, 20"}, A),
    "too little": ({"parcels": "parcel_id, area_mu\nA, 12"}, A),
    "a little more than the tolerance": ({"parcels": "parcel_id, area_mu\nA, 16.3"}, A),
    "a slip of the point": ({"parcels": "parcel_id, area_mu\nC, 161.1"}, ["warning parcel:C"]),
    "half of it drawn": ({"parcels": f"parcel_id, wkt\nB, {HALF}"}, ["warning parcel:B"]),
    "an office that is stricter": (
        {"parcels": "parcel_id, area_mu\nA, 16.05", "tolerances": "rule, value, reason\nparcel-area, 0.2, 本局规定"},
        A,
    ),
    "two of them": ({"parcels": "parcel_id, area_mu\nA, 20\nB, 1"}, ["warning parcel:A", "warning parcel:B"]),
}
SOUND: dict[str, Case] = {
    "as drawn": {"parcels": "parcel_id, area_mu\nA, 16.11"},
    "rounded": {"parcels": "parcel_id, area_mu\nA, 16"},
    "not registered": {"parcels": "parcel_id, area_mu\nA, "},
    "not drawn": {"parcels": "parcel_id, area_mu, wkt\nD, 20, "},
    "no area at all, which parcel-fields tells": {"parcels": "parcel_id, area_mu\nA, 0"},
    "an office that allows more": {
        "parcels": "parcel_id, area_mu\nA, 17",
        "tolerances": "rule, value, reason\nparcel-area, 10, 旧图",
    },
    "no ledger": {"parcels": ""},
}


@pytest.mark.parametrize("name", VIOLATIONS)
def test_it_is_told(tmp_path: Path, name: str) -> None:
    case, expected = VIOLATIONS[name]
    assert told(tmp_path, RULE, case) == expected


@pytest.mark.parametrize("name", SOUND)
def test_it_is_not_told(tmp_path: Path, name: str) -> None:
    assert told(tmp_path, RULE, SOUND[name]) == []
