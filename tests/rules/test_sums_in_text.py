"""`sums-in-text`: parts that do not make their whole; parts that do, or that are only some of it, are not told."""

from __future__ import annotations

import pytest
from plan_words import found, with_words

pytestmark = pytest.mark.slow
RULE = "sums-in-text"
VIOLATIONS = {
    "more than the whole": "实施强链项目48个，其中绿色石化20个、新能源28个、生物医药10个，总投资860亿元。",
    "land": "规划工业用地14.2平方公里，其中已开发9.8平方公里，可开发6.4平方公里。",
    "land in two units": "产业用地6.0平方公里，其中北翼3500亩、南翼4500亩、中心1500亩。",
    "three who pay": "设立总规模100亿元的基金，其中市级出资60亿元、区级出资30亿元、社会资本30亿元。",
    "分别为, added up": "三大产业产值分别为640亿元、310亿元、125亿元，合计1175亿元。",
    "one by one, added up": "（1）绿道：投资0.32亿元；（2）游客中心：用地9亩，投资2800万元；（3）加工园：投资1.6亿元。三个项目合计投资2.8亿元。",
    "a list, 共": "建设幼儿园12所、小学8所、中学5所，共27所。",
    "the rest too little": "全镇用地500公顷，其中住宅200公顷、工业150公顷，其余50公顷为绿地。",
    "all in 包括": "共有行政村30个，包括平原村12个、山区村10个、海岛村5个。",
    "behind a semicolon": "百亿级企业6家，五十亿级企业9家，十亿级企业35家；十亿级企业合计60家。",
    "small whole numbers": "设立规模10亿元的基金，其中县级5亿元、开发区4亿元、社会资本3亿元。",
    "counted by different words": "实施改造50项，建成智能工厂6家、数字化车间20个、未来工厂2家，共38个。",
    "built and not yet": "规划面积20平方公里，其中已建成9平方公里、尚未建设8平方公里。",
}
SOUND = {
    "all of it": "实施强链项目48个，其中绿色石化20个、新能源18个、生物医药10个，总投资860亿元。",
    "some of it": "实施强链项目48个，其中绿色石化20个、新能源18个。",
    "classes that overlap": "企业100家，其中高新技术企业70家、专精特新企业60家。",
    "levels that nest": "拥有研发平台54个，其中省级以上50个、国家级7个。",
    "sizes that nest": "规上企业412家，其中亿元以上企业300家、10亿元以上企业200家。",
    "kinds of investment that overlap": "完成投资100亿元，其中工业投资60亿元、技改投资50亿元。",
    "another statement": "新增企业30家，其中北区20家，2025年末北区有企业90家。",
    "another unit": "入驻企业260家，其中外资企业18家，投资额90亿元。",
    "分别为, added up": "三大产业产值分别为640亿元、310亿元、125亿元，合计1075亿元。",
    "rounded": "三大产业产值分别为64.4亿元、31.4亿元、12.4亿元，合计108亿元。",
    "off by one": "设立规模10亿元的基金，其中县级5亿元、开发区4亿元、社会资本2亿元。",
    "about": "产业用地6000亩，其中北翼约3500亩、南翼约2400亩、中心约200亩。",
    "one by one, added up": "（1）绿道：投资0.32亿元；（2）游客中心：投资2800万元；（3）加工园：投资1.6亿元。三个项目合计投资2.2亿元。",
    "a total of something else": "新增企业30家，退出企业10家；到2025年，企业合计500家。",
    "共 of another list": "引进项目12个、开工项目8个，共建平台5个。",
    "at least": "建设用地50公顷以上，其中东片30公顷、西片25公顷。",
    "shares in brackets": "新增用地6000亩，其中北翼3500亩（占58.3%）、南翼2300亩（占38.3%）、中心200亩。",
    "one part larger than the whole is another rule's": "新增企业30家，其中北区50家、南区20家。",
}


@pytest.mark.parametrize("text", VIOLATIONS.values(), ids=VIOLATIONS)
def test_another_sum_is_told(text: str) -> None:
    (finding,) = found(with_words(text), RULE)
    assert finding.severity == "warning"
    assert finding.values["whole"] != finding.values["sum"]


@pytest.mark.parametrize("text", SOUND.values(), ids=SOUND)
def test_sound_parts_are_not_told(text: str) -> None:
    assert found(with_words(text), RULE) == []
