"""`two-units`: one amount printed in two units; sound pairs are not told."""

from __future__ import annotations

import pytest
from plan_words import found, with_words

pytestmark = pytest.mark.slow
RULE = "two-units"
VIOLATIONS = {
    "about so many mu": "规划工业用地7.5平方公里，约合7500亩。",
    "brackets": "启动区1200公顷（12000亩）。",
    "ten thousand mu": "耕地保有量不低于37.6平方公里（4.64万亩）。",
    "money": "总投资30亿元（30000万元）。",
    "mu first": "盘活工业用地4500亩，约5平方公里。",
    "即": "占地15公顷，即150亩。",
    "折合": "年节约标准煤3万吨，折合3000吨。",
    "square metres": "厂房用地2.4公顷（36万平方米）。",
}
SOUND = {
    "exact": "规划工业用地7.5平方公里，约合11250亩。",
    "rounded once more": "规划面积12.1平方公里（18000亩）。",
    "about": "盘活工业用地4700亩，约3平方公里。",
    "ten thousand mu": "耕地保有量不低于37.6平方公里（5.64万亩）。",
    "of which": "规划面积12平方公里（其中工业用地300亩）。",
    "the core": "规划面积12平方公里（核心区300公顷）。",
    "another currency": "总投资100亿元（约14亿美元）。",
    "two amounts": "用地30公顷，建筑面积20万平方米。",
    "the start-up area": "规划面积56平方公里，起步区1200公顷。",
    "more than": "用地超过3平方公里（4500余亩）。",
    "one unit": "新增用地300亩（200亩）。",
    "planned beside built": "用地2平方公里（1800亩已建）。",
}


@pytest.mark.parametrize("text", VIOLATIONS.values(), ids=VIOLATIONS)
def test_two_amounts_are_told(text: str) -> None:
    (finding,) = found(with_words(text), RULE)
    assert finding.severity == "warning"


@pytest.mark.parametrize("text", SOUND.values(), ids=SOUND)
def test_one_amount_is_not_told(text: str) -> None:
    assert found(with_words(text), RULE) == []
