"""`growth-rates`: printed rates that the outputs do not give."""

from __future__ import annotations

from pathlib import Path

import pytest
from rule_cases import Case, told

pytestmark = pytest.mark.slow
RULE = "growth-rates"
YEARS = "cluster_id, year, output, growth\n"
VIOLATIONS: dict[str, tuple[Case, list[str]]] = {
    "a point too many": ({"cluster_years": f"{YEARS}steel, 2020, 121, 12"}, ["warning cluster:steel/2020"]),
    "of the whole period": ({"cluster_years": f"{YEARS}steel, 2020, 121, 21"}, ["warning cluster:steel/2020"]),
    "a fall": ({"cluster_years": f"{YEARS}cloth, 2020, 40, 11"}, ["warning cluster:cloth/2020"]),
    "a decimal": ({"cluster_years": f"{YEARS}cloth, 2020, 60, 10.9"}, ["warning cluster:cloth/2020"]),
    "from an earlier year": ({"cluster_years": f"{YEARS}steel, 2025, 300, 17"}, ["info table:clusters-2025"]),
    "in two columns, one fact": (
        {"cluster_years": f"{YEARS}steel, 2022, 150, 10.7\nsteel, 2025, 300, 17"},
        ["info table:clusters"],
    ),
}
SOUND: dict[str, Case] = {
    "from the column before": {"cluster_years": f"{YEARS}steel, 2025, 200, 10.6"},
    "rounded": {"cluster_years": f"{YEARS}steel, 2020, 121, 10.0"},
    "falling": {"cluster_years": f"{YEARS}steel, 2020, 81, -10"},
    "no rate": {"cluster_years": f"{YEARS}steel, 2020, 300, "},
    "no earlier output": {"cluster_years": f"{YEARS}steel, 2018, , 40\nsteel, 2020, 121, "},
}


@pytest.mark.parametrize("name", VIOLATIONS)
def test_it_is_told(tmp_path: Path, name: str) -> None:
    case, expected = VIOLATIONS[name]
    assert told(tmp_path, RULE, case) == expected


@pytest.mark.parametrize("name", SOUND)
def test_it_is_not_told(tmp_path: Path, name: str) -> None:
    assert told(tmp_path, RULE, SOUND[name]) == []
