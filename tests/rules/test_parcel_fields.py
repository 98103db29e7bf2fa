"""`parcel-fields`: fields of the ledger that are missing or malformed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from rule_cases import Case, told

from yzgeo.checks import example_plan
from yzgeo.checks.run import run
from yzgeo.plan.load import load

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
    "a six-digit code that no standard has": (
        {"parcels": "parcel_id, land_use_code\nC, 100109"},
        ["warning parcel:C"],
    ),
    "a parcel's code for a unit's": ({"parcels": "parcel_id, unit_code\nA, 330212001001GB00001"}, ["warning parcel:A"]),
    "a homestead of the state": (
        {"parcels": "parcel_id, unit_code\nA, 330212001001GC00001W00000000"},
        ["warning parcel:A"],
    ),
    "a county of no province": (
        {"parcels": "parcel_id, unit_code\nA, 990212001001GB00001W00000000"},
        ["warning parcel:A"],
    ),
    "a code cut short": ({"parcels": "parcel_id, unit_code\nA, 330212001001GB"}, ["warning parcel:A"]),
}
SOUND: dict[str, Case] = {
    "the first day of the period": {"parcels": "parcel_id, recovered_on\nA, 2026-01-01"},
    "the last day of the period": {"parcels": "parcel_id, recovered_on\nA, 2030-12-31"},
    "no area but a shape": {"parcels": "parcel_id, area_mu\nA, "},
    "an area but no shape": {"parcels": "parcel_id, area_mu, wkt\nD, 12, "},
    "no codes": {"parcels": "parcel_id, land_use_code, unit_code\nA, , "},
    "a code of the territorial classification": {"parcels": "parcel_id, land_use_code\nA, 1001"},
    "a code of the third survey": {"parcels": "parcel_id, land_use_code\nA, 05H1"},
    "a unit's code": {"parcels": "parcel_id, unit_code\nA, 330212001001JC00001F00010002"},
    "a day of land that is under way": {"parcels": "parcel_id, recovered_on\nC, 2028-01-01"},
    "no ledger": {"parcels": ""},
}


@pytest.mark.parametrize(("code", "expected"), [("330212", []), ("330200", []), ("330203", ["parcel:A", "parcel:B"])])
def test_a_unit_of_another_county_is_told_where_the_plan_names_its_own(
    tmp_path: Path, code: str, expected: list[str]
) -> None:
    folder = example_plan.make(tmp_path / "plan", parcels="parcel_id, unit_code\nA, 330212001001GB00001W00000000")
    descriptor = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    descriptor["plan"]["district_code"] = code
    (folder / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")
    assert [finding.subject for finding in run(load(folder), select=[RULE]).findings] == expected


@pytest.mark.parametrize("name", VIOLATIONS)
def test_it_is_told(tmp_path: Path, name: str) -> None:
    case, expected = VIOLATIONS[name]
    assert told(tmp_path, RULE, case) == expected


@pytest.mark.parametrize("name", SOUND)
def test_it_is_not_told(tmp_path: Path, name: str) -> None:
    assert told(tmp_path, RULE, SOUND[name]) == []
