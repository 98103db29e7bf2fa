"""Yearly growth against the figures of two years: what does not fit is told, what may fit is not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from yzgeo.checks.finding import Finding

RULE = "stock-and-growth"
FOUND = {
    "beside the figure": ("2020年，一般公共预算收入200亿元。", "到2025年，一般公共预算收入达到400亿元，年均增长7%。"),
    "by name in another clause": ("2020年进出口总额50亿美元，2025年进出口总额达到60亿美元。", "到2025年，进出口总额年均增速10%以上。"),
    "other units": ("2015年，旅游总收入80亿元。", "到2020年，旅游总收入达到2400000万元，年均增长8%左右。"),
    "doubled": ("2020年高新技术企业300家。", "到2025年，高新技术企业达到450家，比2020年翻一番。"),
    "so many per cent more": ("2022年常住人口60万人。", "2030年，常住人口达到90万人，较2022年增长20%。"),
    "from one to the other": ("", "一般公共预算收入由2020年的200亿元提高到2025年的400亿元，年均增长7%。"),
    "the rate first": ("2020年，社会消费品零售总额200亿元。", "社会消费品零售总额年均增长7%，到2025年达到400亿元。"),
    "too small a target for its rate": ("2020年，全社会研发投入100亿元。", "到2025年，全社会研发投入达到105亿元，年均增长15%以上。"),
}  # fmt: skip
SOUND = {
    "as computed": ("2020年，一般公共预算收入200亿元。", "到2025年，一般公共预算收入达到280.5亿元，年均增长7%。"),
    "左右 within half a point": ("2020年，一般公共预算收入200亿元。", "到2025年，一般公共预算收入达到287亿元，年均增长7%左右。"),
    "lower bounds": ("2020年，一般公共预算收入200亿元。", "到2025年，一般公共预算收入突破400亿元，年均增长7%以上。"),
    "the rate of one year": ("2019年，一般公共预算收入200亿元。", "2025年，一般公共预算收入400亿元，同比增长7%。"),
    "from one to the other": ("", "一般公共预算收入由2020年的200亿元提高到2025年的280亿元，年均增长7%。"),
    "an aside on another year": ("2020年出口额100亿元。2015年出口额80亿元。进口额40亿元。", "到2025年，出口额161.1亿元，年均增长10%。"),
    "another noun": ("2020年，税收收入200亿元。", "到2025年，一般公共预算收入达到400亿元，年均增长7%。"),
    "nearly doubled": ("2020年高新技术企业300家。", "到2025年，高新技术企业达到590家，比2020年翻一番。"),
    "counted from an earlier year": ("2018年出口额100亿元，2020年出口额160亿元。", "到2025年，出口额达到194.9亿元，年均增长10%。"),
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("case", FOUND)
def test_growth_that_the_figures_do_not_give(in_text: Callable[..., list[Finding]], case: str) -> None:
    (finding,) = in_text(RULE, *FOUND[case])
    assert finding.severity == "warning"
    assert "乙" in finding.clause


@pytest.mark.slow
@pytest.mark.parametrize("case", SOUND)
def test_growth_that_may_fit(in_text: Callable[..., list[Finding]], case: str) -> None:
    assert in_text(RULE, *SOUND[case]) == []


@pytest.mark.slow
@pytest.mark.parametrize(("target", "found"), [(300, 0), (360, 1)])
def test_value_added_at_constant_prices_may_differ_by_three_points(
    in_text: Callable[..., list[Finding]], target: int, found: int
) -> None:
    texts = "2020年，规上工业增加值200亿元。", f"到2025年，规上工业增加值达到{target}亿元，年均增长6.5%。"
    assert len(in_text(RULE, *texts)) == found  # 8.4 and 12.5 % a year


@pytest.mark.slow
@pytest.mark.parametrize(("target", "found"), [(640, 1), (533, 0)])
def test_growth_that_a_table_of_targets_sets(in_tables: Callable[..., list[Finding]], target: int, found: int) -> None:
    measures = "measure_id, name, name_en, unit\nany, 规上工业增加值, Value added, 亿元\nrate, 规上工业增加值年均增速, Its growth, %"
    targets = (
        "target_id, measure_id, scope, name, direction, base_year, base, target_year, target, source\n"
        f"x, any, district, 规上工业增加值（亿元）, at_least, 2020, 380, 2025, {target}, 表9 第1行\n"
        "y, rate, district, 规上工业增加值年均增速（%）, at_least, , , 2025, 7, 表9 第2行"
    )
    told = in_tables(RULE, measures=measures, targets=targets)
    assert [round(one.values["implied"], 1) for one in told] == [11.0][:found]


@pytest.mark.slow
@pytest.mark.parametrize(("rate", "expected"), [("8.6", []), ("12", ["info"]), ("5", ["warning"])])
def test_a_rate_beyond_a_figure_to_be_exceeded_is_information(
    in_text: Callable[..., list[Finding]], rate: str, expected: list[str]
) -> None:
    findings = in_text(
        RULE, "2020年，规上工业总产值860亿元。", f"到2025年，规上工业总产值突破1300亿元，年均增长{rate}%左右。"
    )
    assert [finding.severity for finding in findings] == expected
