"""`topic-and-target`: paragraphs headed by one industry whose goal is for another of a name alike."""

from __future__ import annotations

import pytest
from plan_words import found, told, with_words

pytestmark = pytest.mark.slow
RULE = "topic-and-target"
TOLD = ["info clause:甲"]
VIOLATIONS = {
    "the goal is wider": "——船舶配套产业。做精部件，到2030年船舶产业产值达到70亿元。",
    "other words between": "——软件与新兴服务产业。到2030年软件和信息服务业业务收入达到90亿元。",
    "by a number": "1.食品饮料产业。到2030年，全区食品产业总产值突破60亿元。",
    "in brackets, with a colon": "（二）医药器械产业：到2030年底医药产业主营业务收入超过30亿元。",
    "beside a goal for something else": "——光伏组件产业。到2030年光伏产业产值达到80亿元，带动储能产业产值达到20亿元。",
    "value added": "——文化旅游产业。到2030年文化产业增加值达12亿元。",
}
SOUND = {
    "its own": "——船舶配套产业。到2030年船舶配套产业产值达到70亿元。",
    "its own beside the wider": "——船舶配套产业。到2030年船舶配套产业产值达到70亿元，到2030年船舶产业产值达到200亿元。",
    "a branch": "——汽车产业。到2030年汽车零部件产业产值达到55亿元。",
    "a branch with words between": "——高端装备产业。到2030年高端船舶装备产值达到55亿元。",
    "another industry": "——集成电路产业。到2030年电子信息产业产值突破75亿元。",
    "of a name half alike": "——新能源汽车产业。到2030年新能源电池产值达到50亿元。",
    "one of two": "——船舶和海工产业。到2030年船舶产业产值达到70亿元。",
    "与 for 和": "——软件与信息服务业。到2030年软件和信息服务业收入达到90亿元。",
    "no heading": "到2030年船舶产业产值达到70亿元。",
    "a heading of another sort": "——加强领导。到2030年船舶产业产值达到70亿元。",
    "no number": "——船舶配套产业。到2030年船舶产业产值达到全市领先。",
}


@pytest.mark.parametrize("text", VIOLATIONS.values(), ids=VIOLATIONS)
def test_it_is_told(text: str) -> None:
    assert told(with_words(text), RULE) == TOLD


@pytest.mark.parametrize("text", SOUND.values(), ids=SOUND)
def test_it_is_not_told(text: str) -> None:
    assert told(with_words(text), RULE) == []


def test_the_number_of_a_cluster_is_told_with_it() -> None:
    (alike,) = found(with_words("——钢铁深加工产业。到2025年钢铁产业产值达到200亿元。"), RULE)
    assert "“钢铁”" in alike.message.zh.partition("同数")[2]
    (unlike,) = found(with_words("——钢铁深加工产业。到2025年钢铁产业产值达到201亿元。"), RULE)
    assert "同数" not in unlike.message.zh
