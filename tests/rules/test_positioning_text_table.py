"""`positioning-text-table`: positions of zones that differ."""

from __future__ import annotations

from pathlib import Path

import pytest
from rule_cases import Case, told

pytestmark = pytest.mark.slow
RULE = "positioning-text-table"
BOTH = "zone_id, positioning, positioning_table\n"
NORTH = ["info zone:north"]
VIOLATIONS: dict[str, tuple[Case, list[str]]] = {
    "one more industry": ({"zones": f"{BOTH}north, 钢铁基地, 钢铁和纺织基地"}, NORTH),
    "another": ({"zones": f"{BOTH}north, 钢铁基地, 造纸基地"}, NORTH),
    "abridged": ({"zones": f"{BOTH}north, 新型工业社区与科技创新基地, 新型工业社区"}, NORTH),
    "a character lost": ({"zones": f"{BOTH}north, 集成电装备基地, 集成电路装备基地"}, NORTH),
    "another reach": ({"zones": f"{BOTH}north, 全国钢铁基地, 全省钢铁基地"}, NORTH),
}
SOUND: dict[str, Case] = {
    "the kind word behind": {"zones": f"{BOTH}north, 全方位的轨道交通产业链, 全方位的轨道交通产业链集聚区"},
    "punctuation": {"zones": f"{BOTH}north, “钢铁”基地, 钢铁基地。"},
    "brackets of another width": {"zones": f"{BOTH}north, 钢铁（特钢）基地, 钢铁(特钢)基地"},
    "the verb before": {"zones": f"{BOTH}north, 打造成为钢铁基地, 钢铁基地"},
    "no table": {"zones": f"{BOTH}north, 钢铁基地, "},
}


@pytest.mark.parametrize("name", VIOLATIONS)
def test_it_is_told(tmp_path: Path, name: str) -> None:
    case, expected = VIOLATIONS[name]
    assert told(tmp_path, RULE, case) == expected


@pytest.mark.parametrize("name", SOUND)
def test_it_is_not_told(tmp_path: Path, name: str) -> None:
    assert told(tmp_path, RULE, SOUND[name]) == []
