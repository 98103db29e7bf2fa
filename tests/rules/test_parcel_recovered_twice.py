"""`parcel-recovered-twice`: one piece of land, recovered in two rows."""

from __future__ import annotations

from pathlib import Path

import pytest
from rule_cases import Case, polygon, told

pytestmark = pytest.mark.slow
RULE = "parcel-recovered-twice"
ON_A = polygon(121.595, 29.605, 121.596, 29.606)
CODE = "330212001001GB00001W00000000"
AWAY = polygon(121.61, 29.605, 121.611, 29.606)
FAR = polygon(121.62, 29.605, 121.621, 29.606)
VIOLATIONS: dict[str, tuple[Case, list[str]]] = {
    "drawn on the other": ({"parcels": f"parcel_id, wkt\nB, {ON_A}"}, ["error parcel:A"]),
    "drawn a metre beside it": (
        {"parcels": f"parcel_id, wkt\nB, {polygon(121.59501, 29.60501, 121.59601, 29.60601)}"}, ["error parcel:A"],
    ),
    "nearly all of the other": (
        {"parcels": f"parcel_id, wkt\nB, {polygon(121.595, 29.605, 121.59595, 29.606)}"}, ["error parcel:A"],
    ),
    "one code": ({"parcels": f"parcel_id, unit_code\nB, {CODE}"}, ["warning parcel:A"]),
    "one code of three": (
        {
            "parcels": "parcel_id, status, recovered_on, unit_code, wkt\n"
            f"E, recovered, 2028-01-01, {CODE}, {AWAY}\nF, recovered, 2028-01-01, {CODE}, {FAR}"
        },
        ["warning parcel:A"],
    ),
    "a third row": (
        {"parcels": f"parcel_id, status, recovered_on, wkt\nE, recovered, 2028-01-01, {ON_A}"}, ["error parcel:A"],
    ),
}  # fmt: skip
SOUND: dict[str, Case] = {
    "one under way": {"parcels": f"parcel_id, status, recovered_on, wkt\nB, under_way, , {ON_A}"},
    "one identified, with the same code": {"parcels": f"parcel_id, unit_code\nD, {CODE}"},
    "a border in common": {"parcels": f"parcel_id, wkt\nB, {polygon(121.596, 29.605, 121.597, 29.606)}"},
    "ten metres in common, which parcel-overlap tells": {
        "parcels": f"parcel_id, wkt\nB, {polygon(121.5959, 29.605, 121.5969, 29.606)}"
    },
    "a tenth of the other, which parcel-overlap tells": {
        "parcels": f"parcel_id, wkt\nB, {polygon(121.5952, 29.6052, 121.5955, 29.6055)}"
    },
    "no codes": {"parcels": "parcel_id, unit_code\nA, \nB, "},
    "another unit of the same parcel": {"parcels": "parcel_id, unit_code\nB, 330212001001GB00001F00010002"},
    "no ledger": {"parcels": ""},
}


@pytest.mark.parametrize("name", VIOLATIONS)
def test_it_is_told(tmp_path: Path, name: str) -> None:
    case, expected = VIOLATIONS[name]
    assert told(tmp_path, RULE, case) == expected


@pytest.mark.parametrize("name", SOUND)
def test_it_is_not_told(tmp_path: Path, name: str) -> None:
    assert told(tmp_path, RULE, SOUND[name]) == []
