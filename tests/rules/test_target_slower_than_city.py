"""Targets slower than the city's, and outputs above the whole city's; sound twins are silent."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from yzgeo.checks.finding import Finding

RULE = "target-slower-than-city"
HEAD = "target_id, measure_id, scope, name, direction, target_year, target, target_to, target_qualifier, unit, city_target, source"
SHARES = "cluster_id, year, city_output, city_share"
FOUND = {
    "yearly growth": {"targets": f"{HEAD}\nx, any, district, 工业投资年均增速, at_least, 2030, 3, , , %, 10, 表9"},
    "a rate": {"targets": f"{HEAD}\nx, any, district, 服务业增加值增长率, at_least, 2030, 6.5, , 左右, %, 8, 表9"},
    "a smaller cut": {"targets": f"{HEAD}\nx, any, district, 单位GDP能耗降低率, at_least, 2030, 10, , , %, 15, 表9"},
    "a range below": {"targets": f"{HEAD}\nx, any, district, 地区生产总值增速, at_least, 2030, 5, 6, , %, 7, 表9"},
    "a cluster that falls behind": {"cluster_years": f"{SHARES}\nsteel, 2018, 400, 25"},
}  # fmt: skip
SOUND = {
    "faster": {"targets": f"{HEAD}\nx, any, district, 工业投资年均增速, at_least, 2030, 12, , , %, 10, 表9"},
    "as fast": {"targets": f"{HEAD}\nx, any, district, 工业增加值增速, at_least, 2030, 7, , , %, 7, 表9"},
    "a level": {"targets": f"{HEAD}\nx, any, district, 工业增加值占GDP比重, at_least, 2030, 24, , , %, 40, 表9"},
    "a sum": {"targets": f"{HEAD}\nx, any, district, 增长规模, at_least, 2030, 24, , , 亿元, 40, 表9"},
    "a range that reaches": {"targets": f"{HEAD}\nx, any, district, 地区生产总值增速, at_least, 2030, 6, 8, , %, 7, 表9"},
    "at least": {"targets": f"{HEAD}\nx, any, district, 地区生产总值增速, at_least, 2030, 6, , 以上, %, 7, 表9"},
    "a cluster that gains": {"cluster_years": f"{SHARES}\nsteel, 2018, 1000, 10"},
    "a share that rounds": {"cluster_years": f"{SHARES}\nsteel, 2018, 500, 20.4"},
}  # fmt: skip
ABOVE = {
    "a cluster": {"cluster_years": "cluster_id, year, city_output, city_share\nsteel, 2025, 150, "},
    "firms": {"targets": "target_id, city_target\nfirms, 60"},
    "money": {"targets": "target_id, measure_id, scope, name, direction, target_year, target, unit, city_target, source\nx, any, district, 再融资规模, at_least, 2030, 1000, 亿元, 300, 表9"},
}  # fmt: skip
FOR_EACH = "target_id, measure_id, scope, name, direction, target_year, target, unit, city_target, source\nx, any, district, {}, at_least, 2030, 30, {}, 20, 表9"


@pytest.mark.slow
@pytest.mark.parametrize("case", FOUND)
def test_slower_than_the_city(in_tables: Callable[..., list[Finding]], case: str) -> None:
    (finding,) = in_tables(RULE, **FOUND[case])
    assert finding.severity == "info"


@pytest.mark.slow
@pytest.mark.parametrize("case", SOUND)
def test_no_slower_than_the_city(in_tables: Callable[..., list[Finding]], case: str) -> None:
    assert in_tables(RULE, **SOUND[case]) == []


@pytest.mark.slow
@pytest.mark.parametrize("case", ABOVE)
def test_above_the_whole_city(in_tables: Callable[..., list[Finding]], case: str) -> None:
    (finding,) = in_tables("district-and-city", **ABOVE[case])
    assert finding.severity == "warning"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "unit"),
    [("万人发明专利拥有量", "件"), ("每千人床位", "张"), ("人均住房面积", "平方米"), ("亩均税收", "万元")],
)
def test_a_figure_for_each_of_something_may_be_above_the_citys(
    in_tables: Callable[..., list[Finding]], name: str, unit: str
) -> None:
    assert in_tables("district-and-city", targets=FOR_EACH.format(name, unit)) == []
