"""`yearly-amounts`: a total that its yearly amount does not give; those that fit are not told."""

from __future__ import annotations

import pytest
from plan_words import found, with_words

pytestmark = pytest.mark.slow
RULE = "yearly-amounts"
VIOLATIONS = {
    "five years": "五年盘活低效用地3200亩，年均800亩。",
    "digits": "5年新增就业10万人，年均1万人。",
    "a period": "2021—2025年，累计完成投资500亿元，年均完成150亿元。",
    "every year": "三年内培育企业90家，每年50家。",
    "units": "五年供应用地10平方公里，年均供应1500亩。",
    "in brackets": "五年改造老旧小区250个（年均30个）。",
}
SOUND = {
    "five years": "五年盘活低效用地3200亩，年均640亩。",
    "rounded": "五年新增企业52家，年均10家。",
    "about": "五年完成投资500亿元，年均约104亿元。",
    "at least": "五年盘活低效用地3200亩以上，年均700亩。",
    "another thing": "五年新增企业100家，年均用水50万吨。",
    "a growth": "五年新增产值100亿元，年均增长8%。",
    "no years": "累计盘活低效用地3200亩，年均800亩。",
    "the five-year plan by its name": "“十四五”规划投资500亿元，年均150亿元。",
}


@pytest.mark.parametrize("text", VIOLATIONS.values(), ids=VIOLATIONS)
def test_another_total_is_told(text: str) -> None:
    (finding,) = found(with_words(text), RULE)
    assert finding.severity == "warning"


@pytest.mark.parametrize("text", SOUND.values(), ids=SOUND)
def test_a_total_that_fits_is_not_told(text: str) -> None:
    assert found(with_words(text), RULE) == []
