"""One number of two objects, and statistics with names alike; sound twins are silent."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from yzgeo.checks.finding import Finding

RULE = "one-number-two-objects"
FOUND = {
    "firms and projects": ("到2030年，智能制造试点企业15家。", "到2030年，智能制造试点项目15个。"),
    "a class and its candidates": ("2025年，制造业百强企业达到14家。", "2025年，进入市级百强企业培育梯队14家。"),
    "factories and workshops": ("到2025年，建设数字孪生示范工厂30家。", "到2025年，建设数字孪生示范车间30个。"),
    "firms and those in waiting": ("2030年，专精特新企业达到60家。", "2030年，专精特新企业储备库60家。"),
    "firms listed and to be listed": ("到2025年，培育上市企业20家。", "到2025年，上市后备企业20家。"),
    "a quantity and that for each": ("到2025年，用水量比2020年下降10%。", "到2025年，万元工业增加值用水量累计下降10%。"),
    "research spending": ("2020年，规上企业研发费用40.5亿元。", "2020年，规上工业企业研发经费支出43.1亿元。"),
    "its share": ("2020年研发费用支出40亿元，占营业收入比重2.7%。", "2020年，研发经费支出占营业收入比重2.9%。"),
    "workers": ("2020年，规上工业从业人员12.1万人。", "2020年，规上工业就业人员13.5万人。"),
}  # fmt: skip
SOUND = {
    "one thing twice": ("到2030年，智能制造试点企业15家。", "到2030年，智能制造试点企业15家以上。"),
    "other numbers": ("到2030年，智能制造试点企业15家。", "到2030年，智能制造试点项目20个。"),
    "other years": ("2025年，智能制造试点企业15家。", "2030年，智能制造试点项目15个。"),
    "things by other names": ("2025年，上市公司15家。", "2025年，科技园区15个。"),
    "brackets": ("2025年，单项冠军企业（产品）15家。", "2025年，单项冠军企业15家。"),
    "one research spending": ("2020年，规上企业研发费用40.5亿元。", "2020年，规上工业企业研发经费支出40.5亿元。"),
    "side by side": ("2020年，研发费用40.5亿元，研发经费43亿元。",),
    "people": ("2020年，全县常住人口51.2万人。", "2020年，全县户籍人口63.5万人。"),
    "profit and tax": ("2020年，利润总额91亿元，利税总额127亿元。",),
    "spending of others": ("2020年，高校研发经费5亿元。", "2020年，规上企业研发费用40.5亿元。"),
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("case", FOUND)
def test_one_number_of_two_objects(in_text: Callable[..., list[Finding]], case: str) -> None:
    (finding,) = in_text(RULE, *FOUND[case])
    assert finding.severity == "info"
    assert finding.clause == "甲；乙"


@pytest.mark.slow
@pytest.mark.parametrize("case", SOUND)
def test_numbers_of_things_that_differ(in_text: Callable[..., list[Finding]], case: str) -> None:
    assert in_text(RULE, *SOUND[case]) == []
