"""Classes within classes: larger ones inside are told, others are not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from yzgeo.checks.finding import Finding

RULE = "nested-measures"
FOUND = {
    "national in provincial": ("2020年，省级以上绿色工厂8家，国家级绿色工厂12家。",),
    "of the city (含) in two clauses": ("到2025年，市级（含）以上众创空间达到10个。", "到2025年，省级众创空间达到14个。"),
    "all without a level": ("2025年，单项冠军企业20家，国家级单项冠军企业25家。",),
    "by threshold": ("全区亿元以上企业46家，5亿元以上50家，10亿元以上14家。",),
    "by threshold in words": ("力争超百亿元企业达到5家，超五十亿元企业达到3家。",),
    "parks by their land": ("到2030年，千亩以上园区达到6个，万亩以上园区达到8个。",),
    "of which": ("2022年，新增上市公司12家，其中科创板15家。",),
    "money of which": ("完成投资409亿元，其中技改投资4200000万元。",),
    "the first phase": ("设立规模10亿元的产业基金，首期30亿元。",),
    "in the county": ("2030年，县级及以上文保单位40处，国家级文保单位41处。",),
}  # fmt: skip
SOUND = {
    "fewer": ("2020年，省级以上绿色工厂12家，国家级绿色工厂8家。",),
    "省级 alone": ("2020年，省级绿色工厂5家，国家级绿色工厂8家。",),
    "another year": ("2020年，省级以上绿色工厂5家。", "2025年，国家级绿色工厂8家。"),
    "another noun": ("2020年，省级以上技术中心5家，国家级绿色工厂8家。",),
    "tiers that exclude one another": ("百亿级企业7家，五十亿级企业7家，十亿级企业26家。",),
    "of which of another unit": ("规上工业企业14家，其中产值380亿元。",),
    "growth of which": ("增加值380亿元，同比增长2%，其中区本级增加值322亿元，同比增长3%。",),
    "added and held": ("“十三五”期间，累计新增省级以上平台3个。2020年，国家级平台8个。",),
    "thresholds of other things": ("百亿元以上企业2家，千亩以上园区6个，万人以上园区3个。",),
    "the first phase": ("设立规模10亿元的产业基金，首期3亿元。",),
    "the first phase of something else": ("设立规模10亿元的产业基金，首期项目用地30亩。",),
    "thresholds that fall": ("亿元以上企业246家，5亿元以上42家，10亿元以上14家。",),
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("case", FOUND)
def test_a_class_larger_than_the_one_around_it(in_text: Callable[..., list[Finding]], case: str) -> None:
    (finding,) = in_text(RULE, *FOUND[case])
    assert finding.severity == "warning"
    assert finding.values["inner"] != finding.values["outer"]


@pytest.mark.slow
@pytest.mark.parametrize("case", SOUND)
def test_classes_that_nest(in_text: Callable[..., list[Finding]], case: str) -> None:
    assert in_text(RULE, *SOUND[case]) == []


@pytest.mark.slow
def test_lower_bounds_are_information(in_text: Callable[..., list[Finding]]) -> None:
    (finding,) = in_text(RULE, "2025年，省级以上平台5个以上，国家级平台8个以上。")
    assert finding.severity == "info"
