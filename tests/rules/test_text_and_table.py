"""`text-and-table`: figures of the text that the plan's own tables have otherwise; those that agree are not told."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from yzgeo.checks.finding import Finding

pytestmark = pytest.mark.slow
RULE = "text-and-table"
TABLES = {
    "表1": "主要指标 指标 ｜ 单位 ｜ 2020年 ｜ 2025年目标 ｜ 属性",
    "表1_第1行": "规模以上工业增加值 ｜ 亿元 ｜ 198 ｜ 290 ｜ 预期性",
    "表1_第2行": "高新技术企业 ｜ 家 ｜ 148 ｜ 260左右 ｜ 预期性",
    "表1_第3行": "耕地保有量 ｜ 平方公里 ｜ 38.2 ｜ ≥37.6 ｜ 约束性",
    "表1_第4行": "城镇化率 ｜ % ｜ 41.3 ｜ 55 ｜ 预期性",
    "表2": "园区 ｜ 规划工业用地（平方公里） ｜ 已开发 ｜ 项目数（个）",
    "表2_第1行": "东山产业园 ｜ 14.2 ｜ 9.8 ｜ 12",
    "表2_第2行": "西山产业园 ｜ 6.4 ｜ 3.1 ｜ 5",
    "表2_第3行": "合计 ｜ 20.6 ｜ 12.9 ｜ 17",
    "表3": "地类 ｜ 2020年（公顷） ｜ 2035年（公顷）",
    "表3_第1行": "耕地 ｜ 3820 ｜ 3760",
    "表3_第2行": "园地 ｜ 900 ｜ 940",
    "表3_第3行": "林地 ｜ 8450 ｜ 8470",
    "表3_第4行": "合计 ｜ 13170 ｜ 13170",
}
VIOLATIONS = {
    "a target": "到2025年，规上工业增加值达到310亿元。",
    "a base": "2020年，全区实现规上工业增加值189亿元。",
    "a number of things": "到2025年，高新技术企业达到360家。",
    "another unit": "2020年，规模以上工业增加值1980000万元，耕地保有量5730亩。",
    "a rate": "2025年，城镇化率达到65%。",
    "a row and a column": "东山产业园规划工业用地12.4平方公里。",
    "at the head of its clause": "东山产业园。位于城东，规划工业用地12.4平方公里。",
    "a column under 其中": "西山产业园规划工业用地6.4平方公里，已开发1.3平方公里。",
    "two side by side": "东山产业园、西山产业园规划工业用地分别为14.2平方公里和4.6平方公里。",
    "the total": "全区规划工业用地合计26.0平方公里。",
}
INFORMATION = {
    "no year": "高新技术企业184家，创新能力不断增强。",
    "two floors": "到2025年，耕地保有量不低于35.6平方公里。",
    "all land": "规划范围为全部行政辖区，总面积1317平方公里。",
}
SOUND = {
    "alike": "到2025年，规上工业增加值达到290亿元，高新技术企业达到260家。",
    "about": "到2025年，高新技术企业达到265家。",
    "at least": "到2025年，规上工业增加值超过280亿元。",
    "another unit": "2020年，耕地保有量5.73万亩。",
    "no year, one of both": "高新技术企业148家。",
    "another year": "2015年，规上工业增加值120亿元。",
    "the city's": "2020年，全市规上工业增加值1980亿元。",
    "of a park": "2020年，东山产业园规上工业增加值98亿元。",
    "growth": "2025年，规上工业增加值增长8%，城镇化率提高2个百分点。",
    "newly so": "到2025年，新增高新技术企业112家。",
    "a row and a column": "东山产业园规划工业用地14.2平方公里，已开发9.8平方公里。",
    "two side by side": "东山产业园、西山产业园规划工业用地分别为14.2平方公里和6.4平方公里。",
    "another column": "东山产业园建筑面积20万平方米，绿地3平方公里。",
    "part of a row": "东山产业园首期规划工业用地3平方公里。",
    "the total": "全区规划工业用地合计20.6平方公里。",
    "all land": "规划范围为全部行政辖区，总面积131.7平方公里。",
    "a name of a part": "规上工业增加值率2025年达到24%。",
}


@pytest.mark.parametrize("text", VIOLATIONS.values(), ids=VIOLATIONS)
def test_another_figure_is_told(in_text: Callable[..., list[Finding]], text: str) -> None:
    (finding,) = in_text(RULE, text, **TABLES)
    assert finding.severity == "warning"
    assert finding.clause.startswith("甲；表")


@pytest.mark.parametrize("text", INFORMATION.values(), ids=INFORMATION)
def test_what_may_be_meant_otherwise_is_information(in_text: Callable[..., list[Finding]], text: str) -> None:
    (finding,) = in_text(RULE, text, **TABLES)
    assert finding.severity == "info"


@pytest.mark.parametrize("text", SOUND.values(), ids=SOUND)
def test_what_agrees_is_not_told(in_text: Callable[..., list[Finding]], text: str) -> None:
    assert in_text(RULE, text, **TABLES) == []
