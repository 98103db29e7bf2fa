"""`cluster-shares`: shares that the outputs do not give."""

from __future__ import annotations

from pathlib import Path

import pytest
from rule_cases import Case, told

pytestmark = pytest.mark.slow
RULE = "cluster-shares"
YEARS = "cluster_id, year, output, city_output, city_share\n"
VIOLATIONS: dict[str, tuple[Case, list[str]]] = {
    "a digit off": ({"cluster_years": f"{YEARS}steel, 2025, 200, 1000, 21"}, ["warning cluster:steel"]),
    "a decimal off": ({"cluster_years": f"{YEARS}steel, 2025, 200, 1000, 20.4"}, ["warning cluster:steel"]),
    "ten times": ({"cluster_years": f"{YEARS}cloth, 2025, 90, 1000, 90"}, ["warning cluster:cloth"]),
    "turned round": ({"cluster_years": f"{YEARS}cloth, 2025, 50, 200, 400"}, ["warning cluster:cloth"]),
    "in another year": (
        {"cluster_years": f"{YEARS}steel, 2020, 121, 500, 30"},
        ["warning cluster:steel/2020"],
    ),
}
SOUND: dict[str, Case] = {
    "rounded to whole per cent": {"cluster_years": f"{YEARS}steel, 2025, 204, 1000, 20"},
    "with decimals": {"cluster_years": f"{YEARS}steel, 2025, 204, 1000, 20.4"},
    "no city's output": {"cluster_years": f"{YEARS}steel, 2025, 204, , 30"},
    "no share": {"cluster_years": f"{YEARS}steel, 2025, 204, 1000, "},
    "all of the city's": {"cluster_years": f"{YEARS}steel, 2025, 200, 200, 100"},
}


@pytest.mark.parametrize("name", VIOLATIONS)
def test_it_is_told(tmp_path: Path, name: str) -> None:
    case, expected = VIOLATIONS[name]
    assert told(tmp_path, RULE, case) == expected


@pytest.mark.parametrize("name", SOUND)
def test_it_is_not_told(tmp_path: Path, name: str) -> None:
    assert told(tmp_path, RULE, SOUND[name]) == []
