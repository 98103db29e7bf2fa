"""Shares of one whole: those that give several are told, those that may give one are not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from yzgeo.checks.finding import Finding

RULE = "shares-of-one-whole"
FOUND = {
    "two parts of one sentence": ("2020年，钢铁产值30亿元，占工业总产值的60%，纺织产值20亿元，占工业总产值的10%。",),
    "two clauses": ("2025年，数字经济规模达到2200亿元，占GDP比重达到65%。", "2025年，服务业增加值1000亿元，占地区生产总值的80%。"),
    "a stated whole": ("2022年，全县粮食产量40万吨。", "2022年，全县小麦产量30万吨，占粮食产量的50%。"),
    "more than all": ("2030年，绿色建筑占新建建筑比重达到120%。",),
    "sectors": ("三次产业结构由2020年的5:50:45调整为2025年的4:50:41。",),
    "sectors one by one": ("2020年，第一产业占10%、第二产业占45%、第三产业占50%。",),
    "growth between": ("2021年，装备制造业增加值50亿元，同比增长6%，占规上工业增加值的25%；高新技术产业增加值90亿元，占规上工业增加值的90%。",),
    "of which": ("盘活工业用地4500亩，其中2026—2028年完成2700亩，占75%。",),
    "part and whole side by side": ("装备产业产值120亿元，占全区480亿元的30%。",),
    "the city beside it": ("开发区规上工业产值1420亿元，占全市的28.4%，全市规上工业产值达3800亿元。",),
    "no year": ("规上工业总产值860亿元。三大产业产值516亿元，占规上工业总产值的66%。",),
    "all of the taxes": ("2020年，税收总额74.2亿元，其中工业税收51.9亿元，占税收总额的80%左右。",),
    "townspeople": ("2035年，常住人口5.0万人，城镇化率65%，城镇常住人口2.75万人。",),
    "the rest": ("用地结构中，工业用地占45%，居住用地占30%，其他用地占35%。",),
    "one county": ("2020年，全县工业总产值80亿元。", "2020年，城东园区产值24亿元，占全县工业总产值的60%。"),
    "a target that the words before name": ("2020年规上工业总产值860亿元，2025年达到1300亿元；2025年，三大产业产值520亿元，占规上工业总产值的60%。",),
    "other units": ("2020年，耕地面积30万亩，占全县国土面积的20%。", "2020年，林地面积500平方公里，占全县国土面积的80%。"),
}  # fmt: skip
SOUND = {
    "one whole": ("2020年，钢铁产值30亿元，占工业总产值的60%，纺织产值20亿元，占工业总产值的40%。",),
    "rounded shares": ("2020年，甲产业产值33.1亿元，占工业总产值约10.3%，乙产业产值211.7亿元，占工业总产值的65.7%。",),
    "two years": ("2020年，钢铁产值30亿元，占工业总产值的60%。", "2025年，钢铁产值80亿元，占工业总产值的40%。"),
    "two wholes": ("2020年，钢铁产值30亿元，占工业总产值的60%。", "2020年，钢铁产值30亿元，占全市工业总产值的6%。"),
    "kinds of one name": ("2020年，电气机械产值283亿元，增加值33亿元，占规上工业比重10.3%；四园区产值602亿元，占规上工业比重41.8%。",),
    "at least": ("2025年，服务业增加值超过400亿元，占GDP比重超过50%；工业增加值250亿元，占GDP比重30%。",),
    "growth of sectors": ("第一产业增长3%，第二产业增长45%，第三产业增长50%。",),
    "sectors one by one": ("第一产业占比9.9%、第二产业占比45.0%、第三产业占比45.1%。",),
    "of which": ("盘活工业用地4500亩，其中2026—2028年完成2700亩，占60%。",),
    "part and whole side by side": ("装备产业产值120亿元，占全区480亿元的25%。",),
    "the city beside it": ("开发区规上工业产值1420亿元，占全市的28.4%，全市规上工业产值达5000亿元。",),
    "no year": ("2020年，规上工业总产值860亿元。", "三大产业产值516亿元，占规上工业总产值的60%。"),
    "no year, of the target": ("规上工业总产值860亿元。", "2025年规上工业总产值达到1300亿元。", "三大产业产值780亿元，占规上工业总产值的60%。"),
    "a target that the words before name": ("规上工业总产值860亿元，2025年达到1300亿元。", "三大产业产值780亿元，占规上工业总产值的60%。"),
    "the city's beside the county's": ("2020年，全市集中区实现工业总产值113.6亿元。2020年，城东园区产值24亿元，占全县工业总产值的60%。",),
    "a county each": ("2020年，甲山县园区实现工业总产值45.5亿元，占全县工业总产值的70%。2020年，乙水县园区实现工业总产值24.3亿元，占全县工业总产值的67.2%。",),
    "townspeople": ("2035年，常住人口5.0万人，城镇化率55%，城镇常住人口2.75万人。",),
    "townspeople of another year": ("2020年城镇化率41%；2035年，常住人口5.0万人，城镇常住人口2.75万人。",),
    "classes that overlap": ("高新技术产业占60%，战略性新兴产业占45%，装备制造业占50%。",),
    "the rest": ("用地结构中，工业用地占45%，居住用地占30%，其他用地占25%。",),
    "share of another whole": ("盘活工业用地4500亩，其中完成2700亩，占全市的75%。",),
    "sectors": ("三次产业结构由5.2:50.1:44.7调整为4:50:46。", "两种产业结构之比为1:2:3。"),
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("case", FOUND)
def test_shares_that_give_several_wholes(in_text: Callable[..., list[Finding]], case: str) -> None:
    (finding,) = in_text(RULE, *FOUND[case])
    assert finding.severity == ("error" if case == "more than all" else "warning")


@pytest.mark.slow
@pytest.mark.parametrize("case", SOUND)
def test_shares_that_may_give_one_whole(in_text: Callable[..., list[Finding]], case: str) -> None:
    assert in_text(RULE, *SOUND[case]) == []
