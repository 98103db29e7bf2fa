"""`unfinished-sentences`: a paragraph breaks off; paragraphs end."""

from __future__ import annotations

import pytest
from plan_words import told, with_words

pytestmark = pytest.mark.slow
RULE = "unfinished-sentences"
VIOLATIONS = {
    "at a comma": (["到2030年，用水量下降10%，"], ["warning clause:甲"]),
    "at a mark of a list": (["重点发展钢铁、纺织、"], ["warning clause:甲"]),
    "at a half-width comma": (["to 2030年,建成工厂10家,"], ["warning clause:甲"]),
    "in a word before a heading": (
        ["含两河乡、沙坡村、花家庄村，规划面积10平方公里，可利用面积8平方公里，园", "（二）交通"],
        ["info clause:甲"],
    ),
    "in the last of several lines": (
        ["建成工厂10家。\n改造园区5个，盘活土地100亩，", "二、交通"],
        ["warning clause:甲"],
    ),
}
SOUND = {
    "with a full stop": ["到2030年，用水量下降10%。"],
    "with a bracket": ["到2030年，用水量下降10%，能耗下降5%（以2020年为基数，按可比价）"],
    "a heading": ["（一）围绕“数智化”赋能产业转型"],
    "an address that ends with a colon": ["各镇政府、街道办事处，区政府各部门、直属单位："],
    "a label with a short list": ["主导产业：钢铁、纺织"],
    "a row of a table": ["钢铁 ｜ 100， ｜ 200"],
    "a date": ["某某区人民政府办公室，某某区发展和改革局，2021年11月3日"],
    "lines of a draft that go on": ["建设标准厂房10万平方米，改造老旧厂区5万平方米，盘活土地", "100亩，用于新兴产业。"],
}


@pytest.mark.parametrize(("texts", "expected"), VIOLATIONS.values(), ids=VIOLATIONS)
def test_it_is_told(texts: list[str], expected: list[str]) -> None:
    assert told(with_words(*texts), RULE) == expected


@pytest.mark.parametrize("texts", SOUND.values(), ids=SOUND)
def test_it_is_not_told(texts: list[str]) -> None:
    assert told(with_words(*texts), RULE) == []
