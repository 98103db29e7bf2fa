"""`industries-text-table`: lists of leading industries that differ."""

from __future__ import annotations

from pathlib import Path

import pytest
from rule_cases import Case, told

pytestmark = pytest.mark.slow
RULE = "industries-text-table"
ROWS = "zone_id, industry_id, listed_in, role, seq\n"
NEW = "industry_id, name, name_en, aliases\n{}"
VIOLATIONS: dict[str, tuple[Case, list[str]]] = {
    "one more in the table": (
        {"zone_industries": f"{ROWS}south, steel, table, 主导产业, 2"},
        ["warning zone:south/table"],
    ),
    "one more in the line": (
        {"zone_industries": f"{ROWS}south, paper, text, 主导产业, 2"},
        ["warning zone:south/table"],
    ),
    "medicine for health": (
        {
            "industries": NEW.format("health, 医疗健康, Health, \nmedicine, 生物医药, Medicine, "),
            "zone_industries": f"{ROWS}south, health, text, 主导产业, 2\nsouth, medicine, table, 主导产业, 2",
        },
        ["warning zone:south/table"],
    ),
    "a material of another sort": (
        {
            "industries": NEW.format("new, 新材料, New materials, \nmetal, 金属材料, Metal, "),
            "zone_industries": f"{ROWS}north, new, text, 主导产业, 3\nnorth, metal, table, 主导产业, 3",
        },
        ["warning zone:north/table"],
    ),
    "the paragraph calls others leading": (
        {"zone_industries": f"{ROWS}south, paper, prose, 主导产业, 1"},
        ["info zone:south/prose"],
    ),
    "in both zones": (
        {"zone_industries": f"{ROWS}south, steel, table, 主导产业, 2\nnorth, paper, table, 主导产业, 3"},
        ["warning zone:north/table", "warning zone:south/table"],
    ),
}
TWO = "zone_industries"
SOUND: dict[str, Case] = {
    "another order": {TWO: f"{ROWS}north, cloth, table, 主导产业, 1\nnorth, steel, table, 主导产业, 2"},
    "the kind word behind": {
        "industries": NEW.format("e1, 电子信息, Electronics, \ne2, 电子信息产业, Electronics, "),
        TWO: f"{ROWS}south, e1, text, 主导产业, 2\nsouth, e2, table, 主导产业, 2",
    },
    "brackets of another width": {
        "industries": NEW.format("e1, 智能装备（机器人）, Robots, \ne2, 智能装备(机器人), Robots, "),
        TWO: f"{ROWS}south, e1, text, 主导产业, 2\nsouth, e2, table, 主导产业, 2",
    },
    "an alias": {
        "industries": NEW.format("e1, 汽车零部件, Auto parts, 高端汽配、汽配\ne2, 高端汽配, Auto parts, "),
        TWO: f"{ROWS}south, e1, text, 主导产业, 2\nsouth, e2, table, 主导产业, 2",
    },
    "to be fostered, not leading": {TWO: f"{ROWS}south, paper, prose, 培育产业, 1"},
    "no table": {
        "industries": NEW.format("e1, 茶叶, Tea, "),
        TWO: f"{ROWS}east, e1, text, 主导产业, 1",
        "zones": "zone_id, name, name_en\neast, 东区, East",
    },
}


@pytest.mark.parametrize("name", VIOLATIONS)
def test_it_is_told(tmp_path: Path, name: str) -> None:
    case, expected = VIOLATIONS[name]
    assert told(tmp_path, RULE, case) == expected


@pytest.mark.parametrize("name", SOUND)
def test_it_is_not_told(tmp_path: Path, name: str) -> None:
    assert told(tmp_path, RULE, SOUND[name]) == []
