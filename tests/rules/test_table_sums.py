"""Totals of tables: what no reading of the rows gives is told, what one gives is not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from yzgeo.checks.finding import Finding

RULE = "table-sums"


def table(heading: str, *rows: str, unit: str = "") -> dict[str, str]:
    above = f"表1 某表\n{f'单位：{unit}' if unit else ''}\n{heading}"
    return {"表1": above, **{f"表1_第{number}行": row for number, row in enumerate(rows, start=1)}}


FOUND = {
    "counted things": table("镇 ｜ 企业（家）", "甲镇 ｜ 3", "乙镇 ｜ 4", "合计 ｜ 8"),
    "money with decimals": table("项目 ｜ 投资", "甲 ｜ 1.25", "乙 ｜ 2.50", "总 计 ｜ 3.95", unit="亿元"),
    "the total first": table("区县 ｜ 用地（亩）", "合计 ｜ 1,200", "甲 ｜ 300", "乙 ｜ 500"),
    "a 小计 inside": table("类 ｜ 项目（个）", "甲 ｜ 2", "乙 ｜ 3", "小计 ｜ 6", "丙 ｜ 4", "小计 ｜ 4", "合计 ｜ 10"),
    "shares of 100": table("类 ｜ 占比（%）", "甲 ｜ 30.5", "乙 ｜ 40.5", "丙 ｜ 39.0", "合计 ｜ 100"),
    "known rows alone are more": table("片区 ｜ 面积（公顷）", "甲 ｜ 300", "乙 ｜ 500", "丙 ｜ --", "合计 ｜ 700"),
    "behind a number of order": table("序号 ｜ 名称 ｜ 人口（万人）", "1 ｜ 甲 ｜ 3.2", "2 ｜ 乙 ｜ 4.1", " ｜ 合计 ｜ 8.3"),
}  # fmt: skip
SOUND = {
    "exact": table("镇 ｜ 企业（家）", "甲镇 ｜ 3", "乙镇 ｜ 4", "合计 ｜ 7"),
    "rounded": table("项目 ｜ 投资（亿元）", "甲 ｜ 1.3", "乙 ｜ 2.5", "丙 ｜ 3.3", "合计 ｜ 7.0"),
    "whole 亿元": table("项目 ｜ 投资", "甲 ｜ 13", "乙 ｜ 25", "合计 ｜ 39", unit="亿元"),
    "小计 and 合计": table("类 ｜ 项目（个）", "甲 ｜ 2", "乙 ｜ 3", "小计 ｜ 5", "丙 ｜ 4", "小计 ｜ 4", "合计 ｜ 9"),
    "其中 within its row": table("类 ｜ 用地（亩）", "工业 ｜ 300", "其中：新增 ｜ 100", "仓储 ｜ 200", "合计 ｜ 500"),
    "rates and averages": table("镇 ｜ 增速（%） ｜ 人均（万元）", "甲 ｜ 5 ｜ 3", "乙 ｜ 7 ｜ 4", "合计 ｜ 6 ｜ 3.4"),
    "numbered levels": table("类 ｜ 数量（个）", "一、甲 ｜ 5", "1.子 ｜ 2", "2.丑 ｜ 3", "二、乙 ｜ 4", "合计 ｜ 9"),
    "a blank": table("片区 ｜ 面积（公顷）", "甲 ｜ 300", "乙 ｜ --", "合计 ｜ 700"),
    "no total": table("镇 ｜ 企业（家）", "甲镇 ｜ 3", "乙镇 ｜ 4"),
    "years in a column": table("项目 ｜ 建成年份 ｜ 数（个）", "甲 ｜ 2021 ｜ 1", "乙 ｜ 2023 ｜ 1", "合计 ｜ 2025 ｜ 2"),
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("case", FOUND)
def test_a_total_that_the_rows_do_not_give(in_text: Callable[..., list[Finding]], case: str) -> None:
    (finding,) = in_text(RULE, **FOUND[case])
    assert finding.severity == "warning"
    assert finding.clause.startswith("表1 第")


@pytest.mark.slow
@pytest.mark.parametrize("case", SOUND)
def test_a_total_that_a_reading_gives(in_text: Callable[..., list[Finding]], case: str) -> None:
    assert in_text(RULE, **SOUND[case]) == []
