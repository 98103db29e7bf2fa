"""`district-and-city`: figures of a district that its city does not hold."""

from __future__ import annotations

from pathlib import Path

import pytest
from rule_cases import Case, told

pytestmark = pytest.mark.slow
RULE = "district-and-city"
TARGETS = "target_id, measure_id, scope, name, unit, direction, target_year, target, target_qualifier, city_target\n"
MEASURE = "measure_id, name, name_en, unit\nany, {}, Any, {}"
FIGURES = "figure_id, measure_id, scope, year, value, unit, qualifier\n"


def _beside(name: str, unit: str, target: float, city: float, qualifier: str = "") -> Case:
    row = f"any, any, district, {name}, {unit}, at_least, 2030, {target}, {qualifier}, {city}"
    return {"measures": MEASURE.format(name, unit), "targets": TARGETS + row}


CLAIM = (
    "relation_id, kind, whole_measure, whole_scope, part_measure, part_scope, year\n"
    "claim, above_city, firms, city, firms, district, 2030"
)
ANY = ["warning target:any"]
VIOLATIONS: dict[str, tuple[Case, list[str]]] = {
    "firms": (_beside("上市公司（家）", "家", 90, 80), ANY),
    "money": (_beside("再融资规模（亿元）", "亿元", 1000, 300), ANY),
    "land": (_beside("盘活用地（亩）", "亩", 6000, 5000), ANY),
    "at least more": (_beside("高新技术企业", "家", 90, 80, "以上"), ANY),
    "people, the unit behind the name": (_beside("从业人员（万人）", "万人", 90, 80), ANY),
    "firms by their revenue": (_beside("营收超10亿元企业（家）", "家", 90, 80), ANY),
    "a claim to be above": ({"measure_relations": CLAIM}, ["warning target:firms"]),
    "a cluster's output": (
        {"cluster_years": "cluster_id, year, output, city_output, city_share\nsteel, 2025, 300, 200, 150"},
        ["warning cluster:steel/2025"],
    ),
    "in the text": (
        {"figures": f"{FIGURES}city, output, city, 2026, 45, 亿元, "},
        ["warning figure:output-2026"],
    ),
}
SOUND: dict[str, Case] = {
    "patents for ten thousand people": _beside("万人发明专利拥有量（件）", "件", 90, 40),
    "patents for each": _beside("每万人口高价值发明专利拥有量（件）", "件", 90, 40),
    "a share": _beside("研发经费占比（%）", "%", 3.5, 3.0),
    "per mu": _beside("亩均税收（万元/亩）", "万元/亩", 49, 40),
    "for ten thousand yuan": _beside("万元增加值能耗（吨）", "吨", 0.5, 0.4),
    "nearly as many": _beside("上市公司（家）", "家", 82, 80, "近"),
    "as many": _beside("上市公司（家）", "家", 80, 80),
    "in the text": {"figures": f"{FIGURES}city, output, city, 2026, 45, 亿元, 以上"},
    "of another year": {"figures": f"{FIGURES}city, output, city, 2020, 45, 亿元, "},
}


@pytest.mark.parametrize("name", VIOLATIONS)
def test_it_is_told(tmp_path: Path, name: str) -> None:
    case, expected = VIOLATIONS[name]
    assert told(tmp_path, RULE, case) == expected


@pytest.mark.parametrize("name", SOUND)
def test_it_is_not_told(tmp_path: Path, name: str) -> None:
    assert told(tmp_path, RULE, SOUND[name]) == []
