"""`term-drift`: one thing has two terms; different things have their own names."""

from __future__ import annotations

from dataclasses import replace

import pytest
from plan_words import sound, told, with_words

pytestmark = pytest.mark.slow
RULE = "term-drift"
VIOLATIONS = {
    "one sound": (
        ["建成数字经济创新发展实验区。", "建设数字经济创新发展试验区。"],
        ["info clause:乙/数字经济创新发展实验区/数字经济创新发展试验区"],
    ),
    "characters that change places": (
        ["整合镇村级工业集聚区。", "改造村镇级工业集聚区。"],
        ["info clause:乙/村镇级工业集聚区/镇村级工业集聚区"],
    ),
    "numbers after one name": (
        ["培育“246”千百亿级产业集群。", "壮大“246”万千亿级产业集群。"],
        ["info clause:乙/“246”千百亿级产业集群/“246”万千亿级产业集群"],
    ),
    "words for a park": (
        ["整合东湖街道工业区，建设东湖智慧产业园。", "东湖智慧产业社区一期开工。"],
        ["info clause:乙/东湖智慧产业园/东湖智慧产业社区"],
    ),
    "one sound in a table": (
        ["推进先进制造业集聚发展区建设。", "先进制造业积聚发展区建设 ｜ 2030年"],
        ["info clause:乙/先进制造业积聚发展区建设/先进制造业集聚发展区建设"],
    ),
    "a code that counts more here": (
        ["形成“1+3+N”条特色产业链和产业集群。", "打造“1+3+N”条特色产业链。"],
        ["info clause:乙/“1+3+N”条特色产业链和产业集群/“1+3+N”条特色产业链"],
    ),
    "a code that counts other things": (
        ["建设“2+5”个产业园区。", "围绕“2+5”个产业集群，配置要素。"],
        ["info clause:乙/“2+5”个产业园区/“2+5”个产业集群"],
    ),
    "a code with other words before": (
        ["构建“1+X”项专项政策、资金，落实。", "出台“1+X”项政策。"],
        ["info clause:乙/“1+X”项专项政策、资金/“1+X”项政策"],
    ),
    "a code in a box": (
        ["打造“3+3”家链主企业与平台。", "甲 ｜ “3+3”家链主企业"],
        ["info clause:乙/“3+3”家链主企业与平台/“3+3”家链主企业"],
    ),
    "a code of classes": (
        ["发展“4+2”类产业及业态。", "做强“4+2”类产业。"],
        ["info clause:乙/“4+2”类产业及业态/“4+2”类产业"],
    ),
    "two sounds": (
        ["建设汽车关键零部件基地。", "形成汽车管件零部件产能。"],
        ["info clause:乙/汽车关键零部件/汽车管件零部件"],
    ),
}
LISTED = {
    "汽车零部件园区": True,
    "汽车零部件工业园": True,
    "汽车零部件产业园": False,
    "磨具零部件园区": False,
    "汽车产业园": False,
}
SOUND = {
    "levels": ["国家级单项冠军企业10家。", "省级单项冠军企业20家。"],
    "ordinals": ["一级重点用能单位5家。", "二级重点用能单位8家。"],
    "parts and wholes of a car": ["汽车零部件产业集聚区。", "汽车整车产业集聚区。"],
    "other places": ["东吴产业集聚区建设。", "五乡产业集聚区建设。"],
    "firms and industries": ["高新技术企业规模壮大。", "高新技术产业规模壮大。"],
    "meant as a play on words": ["推进新制造模式发展。", "推进新智造模式发展。"],
    "one number of a name": ["培育“246”千百亿级产业集群。", "壮大“246”千百亿级产业集群。"],
    "numbers of the city's and the district's own": ["培育“246”万千亿级产业集群。", "培育“154”千百亿级产业集群。"],
    "parks of other names in one town": ["东湖街道建设东湖智慧产业园、东湖生态工业园。"],
    "two words of one sound": ["合理扩大使用范围。", "逐步扩大适用范围。"],
    "a code of one thing": ["形成“1+3+N”条特色鲜明的产业链。", "打造“1+3+N”条产业链。"],
    "a code of one thing, modified": ["建设“2+5”个重点园区。", "围绕“2+5”个园区，配置要素。"],
    "two codes": ["形成“1+3”条产业链。", "建设“2+4”个园区。"],
    "the same two things": ["“1+4”条产业链和集群。", "“1+4”条集群、产业链。"],
    "a code that counts once": ["“1+4”条产业链和集群。", "“1+4”体系建设。"],
    "words that end and begin": ["建立企业培育机制。", "制定企业培育计划。"],
}


@pytest.mark.parametrize(("texts", "expected"), VIOLATIONS.values(), ids=VIOLATIONS)
def test_it_is_told(texts: list[str], expected: list[str]) -> None:
    assert told(with_words(*texts), RULE) == expected


@pytest.mark.parametrize("texts", SOUND.values(), ids=SOUND)
def test_it_is_not_told(texts: list[str]) -> None:
    assert told(with_words(*texts), RULE) == []


@pytest.mark.parametrize("name", LISTED)
def test_a_listed_park_and_a_project_of_another_word(name: str) -> None:
    parks = sound().parks.assign(name="汽车零部件产业园")
    plan = replace(
        with_words("汽车零部件产业园。", f"{name}。"), parks=parks, projects=sound().projects.assign(name=name)
    )
    assert bool(told(plan, RULE)) == LISTED[name]
