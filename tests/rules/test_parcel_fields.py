"""`parcel-fields`: fields of the ledger that are missing or malformed."""

from __future__ import annotations

from pathlib import Path

import pytest
from rule_cases import Case, told

pytestmark = pytest.mark.slow
RULE = "parcel-fields"
VIOLATIONS: dict[str, tuple[Case, list[str]]] = {
    "no status": ({"parcels": "parcel_id, status\nD, "}, ["error parcel:D"]),
    "recovered on no day": ({"parcels": "parcel_id, recovered_on\nA, "}, ["error parcel:A"]),
    "a day that is none": ({"parcels": "parcel_id, recovered_on\nA, 2027-02-30"}, ["error parcel:A"]),
    "before the period": ({"parcels": "parcel_id, recovered_on\nB, 2025-12-31"}, ["warning parcel:B"]),
    "after the period": ({"parcels": "parcel_id, recovered_on\nB, 2031-01-01"}, ["warning parcel:B"]),
    "an area below nought": ({"parcels": "parcel_id, area_mu\nA, -16.11"}, ["error parcel:A"]),
    "a code of no use": ({"parcels": "parcel_id, land_use_code\nC, 0699"}, ["warning parcel:C"]),
    "a code cut short": ({"parcels": "parcel_id, unit_code\nA, 330212001001GB"}, ["warning parcel:A"]),
}
SOUND: dict[str, Case] = {
    "the first day of the period": {"parcels": "parcel_id, recovered_on\nA, 2026-01-01"},
    "the last day of the period": {"parcels": "parcel_id, recovered_on\nA, 2030-12-31"},
    "no area but a shape": {"parcels": "parcel_id, area_mu\nA, "},
    "an area but no shape": {"parcels": "parcel_id, area_mu, wkt\nD, 12, "},
    "no codes": {"parcels": "parcel_id, land_use_code, unit_code\nA, , "},
    "a code of the territorial classification": {"parcels": "parcel_id, land_use_code\nA, 1001"},
    "a day of land that is under way": {"parcels": "parcel_id, recovered_on\nC, 2028-01-01"},
    "no ledger": {"parcels": ""},
}


@pytest.mark.parametrize("name", VIOLATIONS)
def test_it_is_told(tmp_path: Path, name: str) -> None:
    case, expected = VIOLATIONS[name]
    assert told(tmp_path, RULE, case) == expected


@pytest.mark.parametrize("name", SOUND)
def test_it_is_not_told(tmp_path: Path, name: str) -> None:
    assert told(tmp_path, RULE, SOUND[name]) == []
