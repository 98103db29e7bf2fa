"""`parts-of-project`: parts do not add up to the whole; parts add up, or leave a rest."""

from __future__ import annotations

from typing import Any

import pytest
from plan_words import told, with_projects

pytestmark = pytest.mark.slow
RULE = "parts-of-project"
VIOLATIONS: dict[str, tuple[list[dict[str, Any]], list[str]]] = {
    "floors over the total": (
        [{"content": "总建筑面积20000平方米，地上建筑面积16000平方米，地下建筑面积5000平方米。"}],
        ["warning project:p1/floor"],
    ),
    "floors under the total": (
        [{"content": "总建筑面积约9.7万平方米，其中地上7万平方米、地下1万平方米。"}],
        ["warning project:p1/floor"],
    ),
    "floors in two units": (
        [{"content": "建筑面积2万平方米（地上18000㎡，地下9000㎡）。"}],
        ["warning project:p1/floor"],
    ),
    "plots of land": ([{"content": "项目用地15亩，其中东地块10亩、西地块8亩。"}], ["warning project:p1/parts"]),
    "money": ([{"content": "总投资10亿元，其中固定资产投资8亿元，流动资金50000万元。"}], ["warning project:p1/parts"]),
    "land in hectares": ([{"content": "用地3公顷，其中厂房区40亩、仓储区20亩。"}], ["warning project:p1/parts"]),
}
SOUND: dict[str, list[dict[str, Any]]] = {
    "floors that add up": [{"content": "总建筑面积20000平方米，地上18000平方米、地下2000平方米。"}],
    "floors that add up in round figures": [{"content": "总建筑面积约9.7万平方米，地上87066平方米，地下10000平方米。"}],
    "floor above ground alone": [{"content": "总建筑面积约97066平方米，地上建筑面积93066平方米。"}],
    "parts that leave a rest": [{"content": "用地15亩，其中厂房8亩、办公2亩。"}],
    "parts of another kind": [{"content": "用地15亩，其中厂房10000平方米，设备购置费9000万元，宿舍5000平方米。"}],
    "a part of a part": [{"content": "总投资10亿元，其中建设投资9亿元，包括设备5亿元、土建4亿元。"}],
    "one part": [{"content": "总建筑面积16.7万平方米，其中厂房167398平方米。"}],
}


@pytest.mark.parametrize(("projects", "expected"), VIOLATIONS.values(), ids=VIOLATIONS)
def test_it_is_told(projects: list[dict[str, Any]], expected: list[str]) -> None:
    assert told(with_projects(*projects), RULE) == expected


@pytest.mark.parametrize("projects", SOUND.values(), ids=SOUND)
def test_it_is_not_told(projects: list[dict[str, Any]]) -> None:
    assert told(with_projects(*projects), RULE) == []
