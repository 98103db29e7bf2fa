"""`title-and-content`: title and description name different products or units; title and description name one product."""

from __future__ import annotations

from typing import Any

import pytest
from plan_words import told, with_projects

pytestmark = pytest.mark.slow
RULE = "title-and-content"
VIOLATIONS: dict[str, tuple[list[dict[str, Any]], list[str]]] = {
    "another product with its capacity": (
        [{"name": "年产10万台线性马达项目", "content": "形成年产10万台汽车零部件的生产能力。"}],
        ["info project:p1/product"],
    ),
    "another product behind 主要生产": (
        [{"name": "光伏玻璃生产线项目", "content": "建设厂房，主要用于生产纺织面料。"}],
        ["info project:p1/product"],
    ),
    "another product with its amount behind it": (
        [{"name": "年产特种钢管5万吨项目", "content": "年产医用口罩50000箱。"}],
        ["info project:p1/product"],
    ),
    "tonnes and kilograms": (
        [{"name": "年产5吨特种钢材项目", "content": "形成年产5000公斤特种钢材的生产能力。"}],
        ["info project:p1/unit"],
    ),
    "one number, tonnes and sets": (
        [{"name": "年产500吨汽车零部件项目", "content": "年产500套汽车零部件。"}],
        ["info project:p1/unit"],
    ),
    "tonnes and kilograms in 万": (
        [{"name": "年产2万吨食用盐项目", "content": "年产20000000千克食用盐。"}],
        ["info project:p1/unit"],
    ),
}
VIOLATIONS |= {
    f"research that is making: {content}": ([{"name": name, "content": content}], ["info project:p1/purpose"])
    for name, content in (
        ("稀土永磁电机研发项目", "用地36亩，主要用于生产稀土永磁电机。"),
        ("新型涂料研究项目", "建成后年产新型涂料5万吨。"),
        ("芯片中试项目", "新建厂房，形成年产芯片100万片的能力。"),
        ("机器人实验基地", "购置设备，从事生产机器人整机。"),
        ("传感器检测中心", "制造传感器20万只。"),
    )
}
SOUND: dict[str, list[dict[str, Any]]] = {
    "the same": [{"name": "年产5万吨特种钢材项目", "content": "形成年产50000吨钢材的生产能力。"}],
    "a wider word for it": [{"name": "年产20万套智能照明器具项目", "content": "年产20万套灯具。"}],
    "one of several": [
        {"name": "年产28万吨风电铸件项目", "content": "形成年产28万吨注塑机模板、风电主轴等关键基础件的生产能力。"}
    ],
    "the description names it without its amount": [
        {"name": "年产10万台伺服电机项目", "content": "建设伺服电机厂房，主要生产自动化产品。"}
    ],
    "no product in the description": [
        {"name": "年产10万台伺服电机项目", "content": "新建厂房20000平方米，引进加工中心等设备。"}
    ],
    "no product in the title": [{"name": "数字车间项目", "content": "年产10万台电机。"}],
    "台 and 台套": [{"name": "年产50万台空调项目", "content": "年产50万台套空调。"}],
    "one amount in 万": [{"name": "年产25万吨钢材项目", "content": "年产250000吨钢材。"}],
}

SOUND |= {
    f"research with making: {content}": [{"name": name, "content": content}]
    for name, content in (
        ("稀土永磁电机研发生产项目", "主要用于生产稀土永磁电机。"),
        ("新型涂料研发项目", "建设研发中心，年产新型涂料5万吨。"),
        ("芯片研发项目", "建设实验室，发展生产性服务业。"),
        ("传感器研发中心", "服务制造业企业。"),
        ("机器人研发项目", "购置设备100台。"),
    )
}


@pytest.mark.parametrize(("projects", "expected"), VIOLATIONS.values(), ids=VIOLATIONS)
def test_it_is_told(projects: list[dict[str, Any]], expected: list[str]) -> None:
    assert told(with_projects(*projects), RULE) == expected


@pytest.mark.parametrize("projects", SOUND.values(), ids=SOUND)
def test_it_is_not_told(projects: list[dict[str, Any]]) -> None:
    assert told(with_projects(*projects), RULE) == []
