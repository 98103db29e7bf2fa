"""`tier-sums`: parts that do not add up to their whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from rule_cases import Case, told

pytestmark = pytest.mark.slow
RULE = "tier-sums"
FIGURES = "figure_id, value, unit, qualifier\n"
RELATION = "relation_id, kind, whole_measure, whole_scope, part_measure, part_scope, without, year\n"
WHOLE = "figure_id, measure_id, scope, year, value, unit\nwhole, output, district, 2018, {}, 亿元"
TIERS = ["warning figure:firms-2026/tiers"]
VIOLATIONS: dict[str, tuple[Case, list[str]]] = {
    "one too many": ({"figures": f"{FIGURES}tier-3, 4, 家, "}, TIERS),
    "one too few": ({"figures": f"{FIGURES}tier-3, 2, 家, "}, TIERS),
    "the whole is more": ({"figures": f"{FIGURES}firms, 60, 家, "}, TIERS),
    "the whole at most": ({"figures": f"{FIGURES}firms, 5, 家, 不超过"}, TIERS),
    "some of them exceed it": (
        {
            "measure_relations": f"{RELATION}own, within, output, district, output, cluster:*, , 2018",
            "figures": WHOLE.format(140),
        },
        ["info figure:output-2018/own"],
    ),
    "exceed it without those of another sort": (
        {
            "measure_relations": f"{RELATION}own, within, output, district, output, cluster:*, cluster:cloth, 2018",
            "figures": WHOLE.format(90),
        },
        ["info figure:output-2018/own"],
    ),
}
SOUND: dict[str, Case] = {
    "as many": {},
    "the whole at least": {"figures": f"{FIGURES}firms, 5, 家, 以上"},
    "a part at least": {"figures": f"{FIGURES}tier-3, 2, 家, 以上"},
    "some of them below it": {
        "measure_relations": f"{RELATION}own, within, output, district, output, cluster:*, , 2018",
        "figures": WHOLE.format(160),
    },
    "below it without those of another sort": {
        "measure_relations": f"{RELATION}own, within, output, district, output, cluster:*, cluster:cloth, 2018",
        "figures": WHOLE.format(120),
    },
}


@pytest.mark.parametrize("name", VIOLATIONS)
def test_it_is_told(tmp_path: Path, name: str) -> None:
    case, expected = VIOLATIONS[name]
    assert told(tmp_path, RULE, case) == expected


@pytest.mark.parametrize("name", SOUND)
def test_it_is_not_told(tmp_path: Path, name: str) -> None:
    assert told(tmp_path, RULE, SOUND[name]) == []
