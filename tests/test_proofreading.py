"""Suspected misprints: what is told, what is not, and that they count nowhere."""

from __future__ import annotations

import json

import pytest
from plan_words import sound, with_words

from yzgeo.checks.proofreading import misprints
from yzgeo.checks.run import run
from yzgeo.checks.summary import summary
from yzgeo.core import plugins
from yzgeo.plan.load import load

PLAIN = "东山工业区建设。西山工业区改造。南山工业区扩容。北山工业区提质。中山工业区更新。"
GROWTH = "推动先进制造业高质量发展。坚持制造业高质量发展。促进制造业高质量发展。"
CELLS = "1 ｜ 轧钢项目\n2 ｜ 织布项目\n3 ｜ 造纸项目\n4 ｜ 印染项目"
SUSPECTED = {
    "a character within a word": (f"{PLAIN}整合城关工而业区土地。", "工业区"),
    "a character missing": (f"{GROWTH}加强对制造高质量发展的领导。", "制造业高质量"),
    "an end cut short": (f"{CELLS}\n5 ｜ 智能开关插座目", "项目"),
    "a unit cut short": ("建设28000平厂房。", "平方米"),
    "a unit cut short behind 万": ("总建筑面积3.48万平方。", "万平方米"),
    "a mark twice": ("建设厂房，，改造车间。", "，"),
    "a small word twice": ("提升产业的的竞争力。", "的"),
    "零突破 for 零的突破": ("上市企业实现零突破。", "零的突破"),
    "截止 for 截至": ("截止2020年底，共有企业5家。", "截至"),
    "half a quotation": ("推进“三品行动。", "”"),
}
SOUND = {
    "what ends, and what is not broken": "报名截止日期为5月，坚持零突破底线，布置工作，部署任务。",
    "words that a sentence puts side by side": f"{PLAIN}北山工业区升级版园区建设。",
    "the word without the other": f"{GROWTH}推动制造强区建设。",
    "square metres": "建设厂房28000平方米，用地3.5平方公里，平均2平台。",
    "a plain of numbers": "实现100平衡，覆盖20平台。",
    "brackets of two widths": "支持计算机辅助设计（CAD/CAM)软件。",
    "a thing of that end": f"{CELLS}\n5 ｜ 增长目标\n6 ｜ 指标目录",
    "doubled words of the language": "层层落实，稳稳推进，一一对应。",
}


@pytest.mark.parametrize(("text", "suspected"), SUSPECTED.values(), ids=SUSPECTED)
def test_a_misprint_is_suspected_with_its_reading(text: str, suspected: str) -> None:
    (one,) = misprints(with_words(text))
    assert one.suspected == suspected
    assert one.clause == "甲"
    assert one.reason.zh != one.reason.en


@pytest.mark.parametrize("text", SOUND.values(), ids=SOUND)
def test_sound_words_are_not_suspected(text: str) -> None:
    assert misprints(with_words(text)) == []


@pytest.mark.slow
def test_misprints_stand_beside_the_findings_and_count_nowhere() -> None:
    plan = with_words("建设28000平厂房。", plan=sound())
    outcome = run(plan)
    assert [one.suspected for one in outcome.proofreading] == ["平方米"]
    assert json.loads(json.dumps(outcome.record("en")))["proofreading"][0]["clause"] == "甲"
    assert not any("平" in finding.message.zh for finding in outcome.findings)
    assert "平方米" not in summary(outcome, "zh")
    assert "平方米" in plugins.load("yzgeo.checks.formats", "text").render(plan, outcome, "zh")
    assert run(plan, select=["term-drift"]).proofreading == []  # a rule chosen alone reads no proof


@pytest.mark.slow
@pytest.mark.parametrize("name", ["xiangcheng", "liupanshui"])
def test_excerpts_of_other_plans_have_none(name: str) -> None:
    assert misprints(load(name)) == []


@pytest.mark.slow
def test_the_misprints_of_yinzhou_are_those_of_its_text() -> None:
    printed = {one.clause: one.suspected for one in misprints(load("yinzhou"))}
    assert printed["附件2 第15行"] == "项目"
    assert printed["附件2 第18行"] in {"公司", "万平方米"}
    assert printed["附件3 第13行"] == "工业区"
    assert printed["第五章 1"] == "制造业高质量"
    assert printed["专栏6"] == "零的突破"
    assert len(misprints(load("yinzhou"))) == 10
