"""`announced-but-missing`: names a part of the plan that is not there; names what is there."""

from __future__ import annotations

import pytest
from plan_words import told, with_words

pytestmark = pytest.mark.slow
RULE = "announced-but-missing"
VIOLATIONS = {
    "a table": (["各区面积见表7。"], ["warning clause:甲/表7"]),
    "a box by a Chinese number": (
        ["重点工程（见专栏三）分年实施。", "专栏一：绿色制造工程"],
        ["warning clause:甲/专栏3"],
    ),
    "an annex by way of 按照": (["项目按照附件4推进。", "附件1 项目名单"], ["warning clause:甲/附件4"]),
    "a figure with a number of two parts": (["布局详见图4-2。", "图4-1 产业布局示意图"], ["warning clause:甲/图4-2"]),
    "one of two in one sentence": (["指标见表1和表2。", "表1 指标 ｜ 目标", "面积 ｜ 10"], ["warning clause:甲/表2"]),
    "an annex of the list": (["附件：1.项目名单\n2.任务分工", "附件1 项目名单"], ["warning clause:甲/附件2"]),
    "a table without a number where there is none": (["各区指标见下表。"], ["info clause:甲/见下表"]),
    "a caption of a table that a heading follows": (["表3  空间布局图", "四、重点任务"], ["info clause:甲/表3"]),
}
SOUND = {
    "the table is there": ["各区面积见表7。", "表7 各区面积 ｜ 面积"],
    "附表 and 表 are one": ["任务见附表2。", "表2 任务分工 ｜ 单位"],
    "the box is there under a Chinese number": ["工程见专栏2。", "专栏二 绿色制造工程"],
    "表 as part of another word": ["代表10家企业，表现2项突出，发表12篇论文。"],
    "a year is no number of a table": ["列入图2020年版目录。"],
    "the figure is a caption and nothing more": ["布局见图1。", "图1 布局示意图", "四、重点任务"],
    "no reference at all": ["全区建成工厂10家。"],
    "a range of tables": ["任务见表1-2。", "表1 任务 ｜ 单位", "表2 分工 ｜ 单位"],
    "a table without a number": ["各区指标见下表。", "面积 ｜ 10"],
    "a table continued": ["指标见表1。", "表1 指标 ｜ 目标", "续表1 ｜ 目标"],
}


@pytest.mark.parametrize(("texts", "expected"), VIOLATIONS.values(), ids=VIOLATIONS)
def test_it_is_told(texts: list[str], expected: list[str]) -> None:
    assert told(with_words(*texts), RULE) == expected


@pytest.mark.parametrize("texts", SOUND.values(), ids=SOUND)
def test_it_is_not_told(texts: list[str]) -> None:
    assert told(with_words(*texts), RULE) == []
