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
WATER = "智慧水务系统。水务、电力、燃气。水务公司。改革水务管理。推进智慧城市。打造智慧园区。智慧交通平台、平台建设。智慧农业平台。水务平台。"
POWER = WATER.replace("水务", "物流")
CLOUD = WATER.replace("水务", "仓储")
LIGHT = WATER.replace("水务", "照明").replace("智慧", "绿色")
HEAT = WATER.replace("水务", "装备").replace("智慧", "高端")
SUSPECTED = {
    "a word without its second half": (f"{WATER}购置智慧水平台。", "智慧水务"),
    "a word without its second half, of goods": (f"{POWER}购置智慧物平台。", "智慧物流"),
    "a word without its second half, of stores": (f"{CLOUD}购置智慧仓平台。", "智慧仓储"),
    "a word without its second half, of light": (f"{LIGHT}购置绿色照平台。", "绿色照明"),
    "a word without its second half, of machines": (f"{HEAT}购置高端装平台。", "高端装备"),
    "a statistic cut short": ("全区海洋经济增总量突破300亿元。", "增加值总量"),
    "a statistic without its last character": ("主营业务营业收达到20亿元。", "营业收入"),
    "a statistic without its middle": ("完成固定产投资，固定资投资达到20亿元。", "固定资产投资"),
    "a statistic of trade": ("外贸进出总额突破20亿元。", "进出口总额"),
    "a statistic of profit": ("规上企业利总额为20亿元。", "利润总额"),
    "no verb": ("全面实现农业现代化，全面服务业治理现代化。", "全面实现服务业"),
    "no verb, another adverb": ("加强统筹，大力先进制造业集群体系。", "大力推进先进制造业"),
    "no verb at the end": ("改善民生；着力基础设施现代化水平。", "着力推进基础设施"),
    "no verb at the beginning": ("稳步园区治理能力现代化，增强活力。", "稳步推进园区"),
    "no verb in the middle": ("强化要素，不断产业核心竞争力，扩大开放。", "不断推进产业"),
    "beyond the whole": ("装备数控化率突破全覆盖。", "实现全覆盖"),
    "beyond the whole, in percent": ("垃圾无害化处理率超过100%。", "达到100%"),
    "beyond the whole, in characters": ("污水集中处置率突破百分之百。", "达到百分之百"),
    "more than all that must pass": ("重点企业排放超过全达标。", "实现全达标"),
    "a share above the whole": ("入园率高于100%，税收增长。", "达到100%"),
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
    "an ending behind a word": f"{WATER}智慧化平台，智慧型平台，智慧城平台。",
    "the word whole": f"{WATER}购置智慧水务平台。",
    "another word of that character": f"{WATER}智慧水利平台、水利设施、水利工程。",
    "a word that goes on otherwise elsewhere": f"{WATER}智慧水厂改造。智慧水平台。",
    "an adverb before the next word": f"{WATER.replace('水务', '更加')}智慧更平台。",
    "statistics whole or in short": "增加值总量突破300亿元，营收达到20亿元，产值达到30亿元，出口增加量为5亿元，固定资产达到9亿元。",
    "words that end like one cut short": "新增总量达到5亿元，经营收入达到20亿元，税利总额为3亿元，引进总额突破2亿元，营销收入为1亿元。",
    "a slogan": "增总量、提质量，做优存量。",
    "a tax": "工业增值税达到20亿元，进出口达到5亿元，进口总额为3亿元。",
    "an adverb with its verb": "全面推进制造业治理，大力产业招商引进项目，全面实现产业高级化。",
    "an adjective": "全面小康社会，全面经济合作，不断企稳，进一步工作。",
    "adverbs far from nouns": "企业全面参与，着力在产业上做强，切实把项目落地。",
    "a heading without marks": "全面制造业治理",
    "as much as the whole": "覆盖率达到100%，实现全覆盖，利用率接近100%。",
    "growth beyond a hundred": "投资完成率超过100%，增速超过100%，产能增长突破100%。",
    "a share below the whole": "入园率超过80%，达标率高于95%，突破1000家。",
    "doubled words of the language": "层层落实，稳稳推进，一一对应。",
}


@pytest.mark.slow
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
    assert printed["附件2 第20行"] == "智能物流"
    assert printed["四（二）1"] == printed["专栏2"] == "增加值总量"
    assert printed["二（三）第6段"] == "全面实现制造业"
    assert printed["专栏3"] == "实现全覆盖"
    assert printed["专栏6"] == "零的突破"
    assert len(misprints(load("yinzhou"))) == 15
