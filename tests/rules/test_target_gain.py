"""Targets against their bases: no gain, worse, a jump, blanks; sound twins are silent."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from yzgeo.checks.finding import Finding

RULE = "target-gain"
HEAD = "target_id, measure_id, scope, name, direction, base_year, base, base_qualifier, target_year, target, target_qualifier, unit, target_text, source"
FOUND = {
    "worse": (f"{HEAD}\nx, any, district, 森林覆盖率, at_least, 2020, 30, , 2025, 28, , %, , 表9 第1行", "worse", "warning"),
    "worse, at most": (f"{HEAD}\nx, any, district, 单位能耗, at_most, 2015, 0.5, , 2020, 0.6, , 吨标准煤/万元, , 表9 第1行", "worse", "warning"),
    "worse, a share without words": (f"{HEAD}\nx, any, district, 超标比例, at_most, 2015, 5, , 2020, 6, , %, , 表9 第1行", "worse", "warning"),
    "no gain, at most": (f"{HEAD}\nx, any, district, 超标点位, at_most, 2015, 5, , 2020, 5, , 个, , 表9 第1行", "no-gain", "info"),
    "a slower rate": (f"{HEAD}\nx, any, district, 工业投资年均增速, at_least, 2020, 8, , 2025, 6, , %, , 表9 第1行", "worse", "info"),
    "no gain": (f"{HEAD}\nx, any, district, 高新技术企业, at_least, 2020, 500, , 2025, 500, , 家, , 表9 第1行", "no-gain", "info"),
    "ten times": (f"{HEAD}\nx, any, district, 利用外资, at_least, 2020, 0.3, , 2025, 4, , 亿美元, , 表9 第1行", "jump", "info"),
    "a hundred times": (f"{HEAD}\nx, any, district, 工业产值, at_least, 2020, 3.8, , 2025, 640, , 亿元, , 表9 第1行", "jump", "warning"),
    "a tenth": (f"{HEAD}\nx, any, district, 超标点位, at_most, 2020, 40, , 2025, 2, , 个, , 表9 第1行", "jump", "info"),
    "without a number": (f"{HEAD}\nx, any, district, 能耗降低率, at_least, 2020, , , 2025, , , %, 完成省下达的任务, 表9 第1行", "no-number", "info"),
    "without a year": (f"{HEAD}\nx, any, district, 国家级园区, at_least, , , , , 1, , 个, , 第三章", "no-year", "info"),
    "without a base": (
        f"{HEAD}\nx, any, district, 上市企业, at_least, 2020, , , 2025, 40, , 家, , 表9 第1行\n"
        "y, any, district, 高新技术企业, at_least, 2020, 30, , 2025, 60, , 家, , 表9 第2行",
        "no-base",
        "info",
    ),
}  # fmt: skip
FOUND |= {
    words: (
        f"{HEAD}\nx, any, district, 营收利润率, at_least, 2020, 6.16, , 2025, , , %, {words}, 表9 第1行",
        "relative",
        "info",
    )
    for words in ("高于全国1个百分点", "不低于全省平均水平", "优于全市水平", "快于全市", "达到全国平均2.0个百分点以上")
}
SOUND = {
    "a year in its passage": f"{HEAD}\nx, any, district, 园区整合, at_least, , , , , 64, , 个, , 四",
    "a relative target beside no base": f"{HEAD}\nx, any, district, 工业投资增速, at_least, 2020, , , 2025, , , %, 高于全省1个百分点, 第三章",
    "words that are no comparison": f"{HEAD}\nx, any, district, 园区整合, at_least, 2020, 3, , 2025, , , 个, 完成3个高于二级的园区, 第三章",
    "a relative target with its figure": f"{HEAD}\nx, any, district, 营收利润率, at_least, 2020, 6.1, , 2025, 7, , %, 高于全国1个百分点, 表9 第1行",
    "covered in full": f"{HEAD}\nx, any, district, 污水处理率, at_least, 2020, 90, , 2025, , , %, 全覆盖, 表9 第1行",
    "at least in figures": f"{HEAD}\nx, any, district, 森林覆盖率, at_least, 2020, 30, , 2025, , , %, 不低于31%, 表9 第1行",
    "a gain": f"{HEAD}\nx, any, district, 森林覆盖率, at_least, 2020, 28, , 2025, 30, , %, , 表9 第1行",
    "a fall that is meant": f"{HEAD}\nx, any, district, 单位能耗, at_most, 2015, 0.6, , 2020, 0.5, , 吨标准煤/万元, , 表9 第1行",
    "a ceiling of a stock": f"{HEAD}\nx, any, district, 城镇开发边界规模, at_most, 2022, 3.1, , 2035, 3.8, , 平方公里, , 表9 第1行",
    "a ceiling at its base": f"{HEAD}\nx, any, district, 建设用地规模, at_most, 2022, 31, , 2035, 31, 以内, 平方公里, , 表9 第1行",
    "a ceiling in its words": f"{HEAD}\nx, any, district, 用水强度, at_most, 2022, 31, , 2035, 33, , 立方米/万元, ≤33, 表9 第1行",
    "a floor": f"{HEAD}\nx, any, district, 耕地保有量, at_least, 2020, 30.2, , 2035, 29.8, , 万亩, , 表9 第1行",
    "a floor by its word": f"{HEAD}\nx, any, district, 生态保护红线, at_least, 2020, 40, , 2035, 38, 不低于, 平方公里, , 表9 第1行",
    "more than the base": f"{HEAD}\nx, any, district, 高新技术企业, at_least, 2020, 500, , 2025, 500, 超过, 家, , 表9 第1行",
    "all already": f"{HEAD}\nx, any, district, 污水处理率, at_least, 2020, 100, , 2025, 100, , %, , 表9 第1行",
    "about the same": f"{HEAD}\nx, any, district, 入园率, at_least, 2020, 80, 约, 2025, 79, 左右, %, , 表9 第1行",
    "ten times in fifteen years": f"{HEAD}\nx, any, district, 工业产值, at_least, 2020, 100, , 2035, 1000, , 亿元, , 表9 第1行",
    "in words": f"{HEAD}\nx, any, district, 数字化改造, at_least, 2020, , , 2025, , , , 规上企业全覆盖, 表9 第1行",
    "a limit without a year": f"{HEAD}\nx, any, zone, 主导产业, at_most, , , , , 3, , 个, , 第三章",
    "prose without a base": f"{HEAD}\nx, any, district, 标准, at_least, , , , 2025, 70, , 项, , 四（三）3",
}  # fmt: skip
CEILING = f"{HEAD}\nx, any, district, 单位能耗, at_most, 2015, 0.5, , 2020, 0.6, , 吨标准煤/万元, , 表9 第1行"
WRONG_WAY = (
    "绿化率由2026年的30%提高到2030年的28%。",
    "数字化改造覆盖率2027年达到100%、2030年实现90%。",
    "污水处理厂规模由6000吨/日扩建至3000吨/日。",
    "单位能耗从0.52吨标准煤/万元降低到0.55吨标准煤/万元。",
    "企业数量由120家增加到120家。",
    "工业用地由300公顷减少至4800亩。",
    "从2020年的6.5%提升至6.2%。",
)
RIGHT_WAY = (
    "绿化率由2026年的28%提高到2030年的30%。",
    "数字化改造覆盖率2027年达到90%、2030年实现100%。",
    "失业率2027年达到5%、2030年达到4%。",
    "覆盖率2027年达到90%、合格率2030年达到80%。",
    "单位能耗从0.55吨标准煤/万元降低到0.52吨标准煤/万元。",
    "由3个园区整合到1个平台，企业由20家增加到30家。",
    "工业用地由300公顷减少至4000亩。",
    "由市级部门牵头，到2025年建成5家，增加到8家。",
    "收入由80亿元提高到100亿元以上。",
    "铁路里程由9000多公里增加到2万5千公里。",
)


@pytest.mark.slow
@pytest.mark.parametrize("case", FOUND)
def test_a_target_without_gain_or_incomplete(in_tables: Callable[..., list[Finding]], case: str) -> None:
    rows, aspect, severity = FOUND[case]
    (finding,) = in_tables(RULE, targets=rows)
    assert (finding.aspect, finding.severity) == (aspect, severity)


@pytest.mark.slow
@pytest.mark.parametrize("case", SOUND)
def test_a_sound_target(in_tables: Callable[..., list[Finding]], case: str) -> None:
    assert in_tables(RULE, targets=SOUND[case]) == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("单位能耗 0.5 ≤0.6", 0),
        ("单位能耗控制在0.6吨标准煤以内", 0),
        ("单位能耗 0.5 0.6", 1),
        ("0.6，其他不超过0.61", 1),
    ],
)
def test_a_ceiling_by_the_words_at_its_number(in_tables: Callable[..., list[Finding]], text: str, count: int) -> None:
    clauses = f"clause, label_en, text\n表9, Table 9, 目标\n表9 第1行, Row 1, {text}"
    assert len(in_tables(RULE, targets=CEILING, clauses=clauses)) == count


@pytest.mark.slow
@pytest.mark.parametrize("text", WRONG_WAY)
def test_prose_that_goes_the_wrong_way(in_text: Callable[..., list[Finding]], text: str) -> None:
    (finding,) = in_text(RULE, text)
    assert (finding.severity, finding.clause) == ("warning", "甲")


@pytest.mark.slow
@pytest.mark.parametrize("text", RIGHT_WAY)
def test_prose_that_goes_the_right_way(in_text: Callable[..., list[Finding]], text: str) -> None:
    assert in_text(RULE, text) == []
