"""Totals over their figures for each mu or person, against the land and people of the plan."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from yzgeo.checks.finding import Finding

RULE = "stock-over-intensity"
FOUND = {
    "people": ("2026年，全区生产总值400亿元，常住人口10万人，人均生产总值20万元。",),
    "GDP by another name": ("2020年，地区生产总值1200亿元，常住人口120万人。", "2020年，人均GDP15万元。"),
    "workers": ("2020年，规上工业增加值380亿元，规上工业全员劳动生产率20万元/人·年，规上工业从业人员12万人。",),
    "people of villages": ("2022年，村庄建设用地5.9平方公里，人均村庄建设用地218平方米/人，村庄人口4.6万人。",),
    "a total of all people": ("2022年，粮食产量40万吨，人均粮食产量2吨/人，常住人口10万人。",),
    "industrial land": ("2020年，规上工业增加值380亿元，规上工业亩均增加值160万元/亩，规上工业用地10平方公里。",),
    "growth beyond the land found": (
        "2020年，规上工业增加值3.80亿元，规上工业亩均增加值200.0万元/亩。",
        "到2025年，规上工业增加值6.40亿元，规上工业亩均增加值200.0万元/亩。",
    ),
    "growth in hectares": (
        "2020年，园区产值40.0亿元，园区地均产值10.0亿元/平方公里。",
        "到2025年，园区产值80.0亿元，园区地均产值10.0亿元/平方公里。",
    ),
}  # fmt: skip
SOUND = {
    "people": ("2026年，全区生产总值200亿元，常住人口10万人，人均生产总值20万元。",),
    "people, an average of the year": ("2026年，全区生产总值200亿元，常住人口10.5万人，人均生产总值20万元。",),
    "workers of another year": ("2020年，规上工业增加值380亿元，规上工业全员劳动生产率20万元/人·年。", "2015年，规上工业从业人员12万人。"),
    "villages beside all people": ("2022年，村庄建设用地5.9平方公里，人均村庄建设用地218平方米/人，常住人口4.6万人。",),
    "villages beside towns": ("2022年，村庄建设用地5.9平方公里，人均村庄建设用地218平方米/人，城镇人口4.6万人。",),
    "people of villages": ("2022年，村庄建设用地5.9平方公里，人均村庄建设用地218平方米/人，村庄人口2.7万人。",),
    "grain beside land for building": ("2022年，粮食产量40万吨，亩均粮食产量0.5吨/亩，建设用地90平方公里。",),
    "land of something else": ("2020年，规上工业增加值380亿元，规上工业亩均增加值160万元/亩，新增用地1平方公里，全区建设用地90平方公里。",),
    "growth that the land found allows": (
        "2020年，规上工业增加值1.00亿元，规上工业亩均增加值200.0万元/亩。",
        "到2025年，规上工业增加值1.50亿元，规上工业亩均增加值250.0万元/亩。",
    ),
    "at least so much for each": (
        "2020年，规上工业增加值3.80亿元，规上工业亩均增加值200.0万元/亩。",
        "到2025年，规上工业增加值6.40亿元，规上工业亩均增加值200.0万元/亩以上。",
    ),
    "another object": ("2020年，甲园区产值100亿元，乙园区亩均产值500万元/亩，乙园区工业用地300亩。",),
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("case", FOUND)
def test_other_land_or_people_than_the_plan_has(in_text: Callable[..., list[Finding]], case: str) -> None:
    (finding,) = in_text(RULE, *FOUND[case])
    assert finding.severity == ("info" if case.startswith("growth") else "warning")
    assert "÷" in finding.message.zh


@pytest.mark.slow
@pytest.mark.parametrize("case", SOUND)
def test_land_and_people_that_the_plan_has(in_text: Callable[..., list[Finding]], case: str) -> None:
    assert in_text(RULE, *SOUND[case]) == []
