"""`project-twins`: two projects of one owner are alike; projects of one owner differ."""

from __future__ import annotations

from typing import Any

import pytest
from plan_words import told, with_projects

pytestmark = pytest.mark.slow
RULE = "project-twins"
VIOLATIONS: dict[str, tuple[list[dict[str, Any]], list[str]]] = {
    "name and investment": (
        [
            {"name": "高档纺织面料项目", "owner": "甲", "investment": 1.5},
            {"name": "高档纺织面料生产项目", "owner": "甲", "investment": 1.5},
        ],
        ["info project:p2/project:p1"],
    ),
    "the whole name": (
        [
            {"name": "纱线项目", "owner": "甲", "investment": 1.0},
            {"name": "纱线项目", "owner": "甲", "investment": 2.0},
        ],
        ["warning project:p2/project:p1"],
    ),
    "investment and floor": (
        [
            {"name": "智能电表及模块项目", "owner": "甲", "investment": 2.0, "floor_area": 9000.0},
            {"name": "智能电表模块项目", "owner": "甲", "investment": 2.0, "floor_area": 9000.0},
        ],
        ["warning project:p2/project:p1"],
    ),
    "brackets of another width": (
        [
            {"name": "汽车座椅（出口）项目", "owner": "甲", "investment": 3.0},
            {"name": "汽车座椅(出口)项目", "owner": "甲", "investment": 4.0},
        ],
        ["warning project:p2/project:p1"],
    ),
    "a capacity before it": (
        [
            {"name": "年产10万套汽车座椅骨架项目", "owner": "甲", "investment": 3.0},
            {"name": "汽车座椅骨架生产线技改项目", "owner": "甲", "investment": 3.0},
        ],
        ["info project:p2/project:p1"],
    ),
    "split": (
        [
            {"name": "海洋装备产业园", "owner": "甲", "investment": 10.0},
            {"name": "海洋装备产业园一期", "owner": "甲", "investment": 4.0},
            {"name": "海洋装备产业园二期", "owner": "甲", "investment": 6.0},
        ],
        ["info project:p1/project:p2+p3"],
    ),
}
SOUND: dict[str, list[dict[str, Any]]] = {
    "other owners": [
        {"name": "高档纺织面料项目", "owner": "甲", "investment": 1.5},
        {"name": "高档纺织面料项目", "owner": "乙", "investment": 1.5},
    ],
    "phases": [
        {"name": "高档纺织面料一期项目", "owner": "甲", "investment": 1.5},
        {"name": "高档纺织面料二期项目", "owner": "甲", "investment": 1.5},
    ],
    "other products": [
        {"name": "智能照明项目", "owner": "甲", "investment": 1.5},
        {"name": "汽车座椅项目", "owner": "甲", "investment": 1.5},
    ],
    "alike, with figures of their own": [
        {
            "name": "智能医疗及外科器械制造产业园",
            "owner": "甲",
            "investment": 3.4,
            "floor_area": 5000.0,
            "site_area": 71.0,
        },
        {
            "name": "智能医疗及诊断器械制造产业园",
            "owner": "甲",
            "investment": 4.7,
            "floor_area": 6000.0,
            "site_area": 95.0,
        },
    ],
    "plots": [
        {"name": "未来社区A地块厂房", "owner": "甲", "investment": 1.5},
        {"name": "未来社区B地块厂房", "owner": "甲", "investment": 1.5},
    ],
}


@pytest.mark.parametrize(("projects", "expected"), VIOLATIONS.values(), ids=VIOLATIONS)
def test_it_is_told(projects: list[dict[str, Any]], expected: list[str]) -> None:
    assert told(with_projects(*projects), RULE) == expected


@pytest.mark.parametrize("projects", SOUND.values(), ids=SOUND)
def test_it_is_not_told(projects: list[dict[str, Any]]) -> None:
    assert told(with_projects(*projects), RULE) == []
