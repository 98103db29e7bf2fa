"""`land-recovery`: recovery of land against an even pace to its target."""

from __future__ import annotations

from pathlib import Path

import pytest
from rule_cases import Case, polygon, told

pytestmark = pytest.mark.slow
RULE = "land-recovery"
TARGET = "target_id, {}\nlow-efficiency-land, {}"
BEHIND, UNKNOWN = ["warning target:low-efficiency-land"], ["info target:low-efficiency-land"]
VIOLATIONS: dict[str, tuple[Case, list[str]]] = {
    "far behind": ({"targets": TARGET.format("target", "1000")}, BEHIND),
    "a little behind": ({"targets": TARGET.format("target", "66")}, BEHIND),
    "in another unit": ({"targets": TARGET.format("target, unit", "6, 公顷")}, BEHIND),
    "the year of the target past": ({"targets": TARGET.format("target, target_year", "40, 2027")}, BEHIND),
    "on no day": (
        {"parcels": "parcel_id, recovered_on\nA, \nB, ", "targets": TARGET.format("target", "66")}, UNKNOWN,
    ),
    "only one row recovered": (
        {"parcels": "parcel_id, status, recovered_on\nA, identified, ", "targets": TARGET.format("target", "40")}, BEHIND,
    ),
    "one piece recovered twice": (
        {
            "parcels": f"parcel_id, wkt\nB, {polygon(121.595, 29.605, 121.596, 29.606)}",
            "targets": TARGET.format("target", "50"),
        },
        BEHIND,
    ),
}  # fmt: skip
SOUND: dict[str, Case] = {
    "reached": {"targets": TARGET.format("target", "30")},
    "just at an even pace": {"targets": TARGET.format("target", "64")},
    "reached in another unit": {"targets": TARGET.format("target, unit", "2, 公顷")},
    "the year past, and reached": {"targets": TARGET.format("target, target_year", "32, 2028")},
    "no ledger": {"parcels": "", "targets": TARGET.format("target", "1000")},
    "no target": {"targets": TARGET.format("measure_id", "firms")},
}


@pytest.mark.parametrize("name", VIOLATIONS)
def test_it_is_told(tmp_path: Path, name: str) -> None:
    case, expected = VIOLATIONS[name]
    assert told(tmp_path, RULE, case) == expected


@pytest.mark.parametrize("name", SOUND)
def test_it_is_not_told(tmp_path: Path, name: str) -> None:
    assert told(tmp_path, RULE, SOUND[name]) == []
