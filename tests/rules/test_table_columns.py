"""`table-columns`: the one row that breaks what the columns have in common; sound tables are not told."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from yzgeo.checks.finding import Finding

pytestmark = pytest.mark.slow
RULE = "table-columns"
VIOLATIONS = {
    "a share": ("板块 ｜ 总面积 ｜ 工业用地 ｜ 占比", "甲 ｜ 10 ｜ 7 ｜ 80%", "乙 ｜ 20 ｜ 12 ｜ 60%", "丙 ｜ 30 ｜ 15 ｜ 50%", "丁 ｜ 40 ｜ 10 ｜ 25%"),
    "a share rounded": ("区 ｜ 企业 ｜ 上云 ｜ 比例（%）", "甲 ｜ 30 ｜ 10 ｜ 33.3", "乙 ｜ 70 ｜ 20 ｜ 28.6", "丙 ｜ 90 ｜ 40 ｜ 44.4", "丁 ｜ 60 ｜ 50 ｜ 38.3"),
    "a change": ("地类 ｜ 2020年 ｜ 2035年 ｜ 增减", "甲 ｜ 10 ｜ 7 ｜ -3", "乙 ｜ 20 ｜ 24 ｜ 4", "丙 ｜ 30 ｜ 31 ｜ 1", "丁 ｜ 40 ｜ 38 ｜ 2"),
    "two parts": ("园 ｜ 规划 ｜ 已开发 ｜ 可开发", "甲 ｜ 10.5 ｜ 7.2 ｜ 3.3", "乙 ｜ 20.1 ｜ 12.1 ｜ 8.0", "丙 ｜ 30.0 ｜ 15.5 ｜ 14.5", "丁 ｜ 45.0 ｜ 10.2 ｜ 29.8"),
    "a sum at the end": ("镇 ｜ 一期 ｜ 二期 ｜ 三期 ｜ 合计", "甲 ｜ 10 ｜ 7 ｜ 5 ｜ 22", "乙 ｜ 20 ｜ 12 ｜ 9 ｜ 41", "丙 ｜ 30 ｜ 15 ｜ 8 ｜ 52", "丁 ｜ 40 ｜ 10 ｜ 11 ｜ 61"),
}  # fmt: skip
SOUND = {
    "a share": ("板块 ｜ 总面积 ｜ 工业用地 ｜ 占比", "甲 ｜ 10 ｜ 7 ｜ 70%", "乙 ｜ 20 ｜ 12 ｜ 60%", "丙 ｜ 30 ｜ 15 ｜ 50%", "丁 ｜ 40 ｜ 10 ｜ 25%"),
    "two rows that differ": ("板块 ｜ 总面积 ｜ 工业用地 ｜ 占比", "甲 ｜ 10 ｜ 7 ｜ 80%", "乙 ｜ 20 ｜ 12 ｜ 65%", "丙 ｜ 30 ｜ 15 ｜ 50%", "丁 ｜ 40 ｜ 10 ｜ 25%", "戊 ｜ 50 ｜ 10 ｜ 20%"),
    "too few rows": ("板块 ｜ 总面积 ｜ 工业用地 ｜ 占比", "甲 ｜ 10 ｜ 7 ｜ 80%", "乙 ｜ 20 ｜ 12 ｜ 60%", "丙 ｜ 30 ｜ 15 ｜ 50%"),
    "rounded": ("园 ｜ 总用地 ｜ 已开发 ｜ 可开发", "甲 ｜ 10.6 ｜ 7.2 ｜ 3.3", "乙 ｜ 20.1 ｜ 12.1 ｜ 8.0", "丙 ｜ 30.0 ｜ 15.5 ｜ 14.5", "丁 ｜ 40.0 ｜ 10.2 ｜ 29.8"),
    "a share of all": ("区 ｜ 企业 ｜ 占全市比重", "甲 ｜ 30 ｜ 10%", "乙 ｜ 70 ｜ 20%", "丙 ｜ 90 ｜ 40%", "丁 ｜ 60 ｜ 50%"),
    "a blank": ("地类 ｜ 2020年 ｜ 2035年 ｜ 增减", "甲 ｜ 10 ｜ 7 ｜ -3", "乙 ｜ 20 ｜ 24 ｜ 4", "丙 ｜ 30 ｜ 31 ｜ 1", "丁 ｜ 40 ｜ 38 ｜ —"),
}  # fmt: skip


def _table(lines: Sequence[str]) -> dict[str, str]:
    heading, *rows = lines
    return {"表1": heading} | {f"表1_第{number}行": row for number, row in enumerate(rows, start=1)}


@pytest.mark.parametrize("lines", VIOLATIONS.values(), ids=VIOLATIONS)
def test_the_row_that_breaks_a_relation_is_told(in_text: Callable[..., list[Finding]], lines: Sequence[str]) -> None:
    findings = in_text(RULE, **_table(lines))
    assert {finding.severity for finding in findings} == {"warning"}
    broken = "表1 第1行" if "80%" in lines[1] else "表1 第3行" if "52" in lines[3] else "表1 第4行"
    assert {finding.subject for finding in findings} == {f"clause:{broken}"}


@pytest.mark.parametrize("lines", SOUND.values(), ids=SOUND)
def test_a_sound_table_is_not_told(in_text: Callable[..., list[Finding]], lines: Sequence[str]) -> None:
    assert in_text(RULE, **_table(lines)) == []
