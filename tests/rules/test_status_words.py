"""`status-words`: words do not fit the list; words fit the list."""

from __future__ import annotations

from typing import Any

import pytest
from plan_words import told, with_projects

pytestmark = pytest.mark.slow
RULE = "status-words"
VIOLATIONS: dict[str, tuple[list[dict[str, Any]], list[str]]] = {
    "拟建 under construction": (
        [{"content": "拟建高标准厂房2万平方米。", "list": "under_construction"}],
        ["info project:p1"],
    ),
    "to be bought": ([{"content": "拟购入设备50台。", "list": "under_construction"}], ["info project:p1"]),
    "yet to begin": (
        [{"content": "计划2026年6月开工，2028年完工。", "list": "under_construction"}],
        ["info project:p1"],
    ),
    "in production, planned": ([{"content": "生产线已正式投产。"}], ["warning project:p1"]),
    "finished, under construction": (
        [{"content": "主厂房已建成，设备已调试。", "list": "under_construction"}],
        ["warning project:p1"],
    ),
    "begun, planned": ([{"content": "项目已开工，桩基施工中。"}], ["warning project:p1"]),
    "begun, in a list of the plan's own": ([{"content": "正在建设厂房。", "list": "储备项目"}], ["warning project:p1"]),
    "preliminary works, continued list": (
        [{"content": "正在选址，尚未开工。", "list": "续建项目"}],
        ["info project:p1"],
    ),
}
SOUND: dict[str, list[dict[str, Any]]] = {
    "what it will make": [{"content": "建成后年产钢材5万吨。", "list": "under_construction"}],
    "money that is planned": [{"content": "计划总投资15000万元，新建厂房。", "list": "under_construction"}],
    "拟建 in the planned list": [{"content": "拟建高标准厂房2万平方米。"}],
    "phases": [{"content": "一期已投产，二期拟建厂房。", "list": "under_construction"}],
    "denied": [{"content": "项目尚未建成投产。"}],
    "already begun though once planned": [{"content": "原拟建厂房已建成一半。", "list": "other"}],
    "a list without a state": [{"content": "拟建厂房。", "list": "重点项目"}],
    "a place that is planned": [{"content": "用地36亩，主要用于生产电机。", "list": "under_construction"}],
}


@pytest.mark.parametrize(("projects", "expected"), VIOLATIONS.values(), ids=VIOLATIONS)
def test_it_is_told(projects: list[dict[str, Any]], expected: list[str]) -> None:
    assert told(with_projects(*projects), RULE) == expected


@pytest.mark.parametrize("projects", SOUND.values(), ids=SOUND)
def test_it_is_not_told(projects: list[dict[str, Any]]) -> None:
    assert told(with_projects(*projects), RULE) == []
