"""`class-other`: 其他 for what an industry covers; 其他 for what none covers."""

from __future__ import annotations

from typing import Any

import pytest
from plan_words import told, with_projects

pytestmark = pytest.mark.slow
RULE = "class-other"
VIOLATIONS: dict[str, tuple[list[dict[str, Any]], list[str]]] = {
    "a cluster in the title": ([{"name": "钢铁薄板轧制项目", "industry": "其他"}], ["info project:p1"]),
    "a cluster in the description": (
        [{"name": "薄板项目", "content": "建设钢铁薄板生产线。", "industry": "其它"}],
        ["info project:p1"],
    ),
    "an industry of no cluster": ([{"name": "造纸机械项目", "industry": "其他"}], ["info project:p1"]),
    "by its longer name": ([{"name": "纺织机械及面料项目", "industry": "其他类"}], ["info project:p1"]),
    "two of them": (
        [{"name": "纺织项目", "industry": "其他"}, {"name": "钢铁项目", "industry": "其他"}],
        ["info project:p1", "info project:p2"],
    ),
}
SOUND: dict[str, list[dict[str, Any]]] = {
    "a class of its own": [{"name": "钢铁薄板项目", "industry": "钢铁"}],
    "no industry named": [{"name": "竹木餐具项目", "content": "建设厂房。", "industry": "其他"}],
    "denied": [{"name": "餐具项目", "content": "不含钢铁冶炼。", "industry": "其他"}],
    "a service": [{"name": "都市产业园", "content": "用于发展新型都市工业。", "industry": "其他"}],
    "containers": [{"name": "年产25万只集装箱项目", "content": "形成年产25万只集装箱的生产能力。", "industry": "其他"}],
}


@pytest.mark.parametrize(("projects", "expected"), VIOLATIONS.values(), ids=VIOLATIONS)
def test_it_is_told(projects: list[dict[str, Any]], expected: list[str]) -> None:
    assert told(with_projects(*projects), RULE) == expected


@pytest.mark.parametrize("projects", SOUND.values(), ids=SOUND)
def test_it_is_not_told(projects: list[dict[str, Any]]) -> None:
    assert told(with_projects(*projects), RULE) == []
