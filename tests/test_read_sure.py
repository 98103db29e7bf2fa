"""What is written as sure is so: the year, the direction, whose it is and what it is of; else it is asked."""

from __future__ import annotations

import pytest
from read_documents import Drafted, of_blocks, of_text, table

from yzgeo.documents.block import Block

PERIOD = "规划期限为2026年至2035年。"


def indicators(head: tuple[str, ...], *rows: tuple[str, ...], period: str = "甲") -> Drafted:
    return of_blocks([Block("paragraph", period), *table(0, ("指标", "单位", *head), *rows)])


def targets(drafted: Drafted) -> list[tuple[str, ...]]:
    return drafted.rows("targets", "base_year", "base", "target_year", "target")


@pytest.mark.parametrize(
    ("head", "period"),
    [
        (("2025年", "2030年", "2035年"), PERIOD),
        (("2025年基数", "2030年", "2035年"), "甲"),
        (("2025年现状", "2030年", "2035年"), "甲"),
        (("2025年", "2030年目标值", "2035年目标值"), "甲"),
    ],
)
def test_a_year_between_is_no_base(head: tuple[str, ...], period: str) -> None:
    drafted = indicators(head, ("产值", "亿元", "386.2", "500", "800"), period=period)
    assert targets(drafted) == [("2025", "386.2", "2030", "500"), ("2025", "386.2", "2035", "800")]


def test_years_before_the_period_are_past() -> None:
    drafted = indicators(("2020年", "2025年", "2030年"), ("产值", "亿元", "300", "386.2", "500"), period=PERIOD)
    assert targets(drafted) == [("2025", "386.2", "2030", "500")]


def test_a_year_between_without_a_period_is_asked() -> None:
    drafted = indicators(("2025年", "2027年", "2030年"), ("产值", "亿元", "386.2", "500", "800"))
    assert targets(drafted) == [("2025", "386.2", "2030", "800")]
    assert "目标：产值 500亿元（2027）" in drafted.asked()
    assert "现状数：产值 500亿元（2027）" in drafted.asked()


def test_a_bound_or_a_range_is_no_base() -> None:
    drafted = indicators(("2025年基数", "2030年"), ("甲", "吨", "<5", "4"), ("乙", "吨", "120-130", "100"))
    assert targets(drafted) == [("", "", "2030", "4"), ("", "", "2030", "100")]


@pytest.mark.parametrize(
    ("words", "direction"),
    [
        *((word, "at_most") for word in ("不突破", "不超过", "不得超过", "不高于", "不得高于", "不大于", "不多于")),
        *((word, "at_most") for word in ("压减到", "降低到", "严禁突破", "不再超过", "低于", "不应大于")),
        *((word, "at_least") for word in ("不低于", "不少于", "不得低于", "不应小于", "不得少于", "突破", "大于")),
    ],
)
def test_a_denied_floor_is_a_ceiling(words: str, direction: str) -> None:
    drafted = of_text(f"到2035年，工业用地{words}30平方公里。")
    assert drafted.rows("targets", "name", "target", "direction") == [("工业用地", "30", direction)]


def test_within_is_a_ceiling() -> None:
    drafted = of_text("到2035年，工业用地控制在30平方公里以内。")
    assert drafted.rows("targets", "name", "target", "direction") == [("工业用地", "30", "at_most")]


@pytest.mark.parametrize("whose", ["全省", "全国", "邻县", "甲江省"])
def test_figures_of_another_territory_are_asked(whose: str) -> None:
    drafted = of_text(f"到2030年，{whose}工业增加值达到2万亿元、利润达到900亿元，我县工业增加值达到120亿元。")
    assert drafted.rows("targets", "name", "target") == [("工业增加值", "120")]
    assert "2万亿元" in drafted.asked()
    assert "900亿元" in drafted.asked()


def test_a_fall_told_of_several_is_no_level() -> None:
    drafted = of_text("到2030年，单位能耗、单位用水量分别下降14%和16%，产值、税收分别年均增长5%、6%。")
    assert {row[2]: row[:2] for row in drafted.rows("targets", "name", "unit", "target")} == {
        "14": ("单位能耗下降", "%"),
        "16": ("单位用水量下降", "%"),
        "5": ("产值年均增长", "%"),
        "6": ("税收年均增长", "%"),
    }


def test_names_and_falls_that_do_not_pair_are_asked() -> None:
    drafted = of_text("到2030年，单位能耗、用水量、碳排放分别下降14%和16%。")
    assert not drafted.values() & {"14", "16"}


@pytest.mark.parametrize("told", ["高于全市5", "高于2025年5", "快于全省平均5", "低于上年5"])
def test_a_distance_is_no_measure(told: str) -> None:
    drafted = of_text(f"到2030年，工业增加值增速{told}个百分点。")
    assert drafted.values() == set()
    assert "5个百分点" in drafted.asked()


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("绿色工厂“十五五”末达到150家。", "绿色工厂"),
        ("绿色工厂到2030年达到150家。", "绿色工厂"),
        ("第一条 到2030年全区绿色工厂达到150家。", "绿色工厂"),
        ("2030年底前完成绿色工厂150家。", "绿色工厂"),
        ("规划到2030年绿色工厂达到150家。", "绿色工厂"),
    ],
)
def test_times_and_clause_numbers_are_no_part_of_a_name(sentence: str, name: str) -> None:
    rows = of_text(f"规划期限为2025年至2030年。\n{sentence}").rows("targets", "name", "target", "target_year")
    assert rows == [(name, "150", "2030")]


def scoped(drafted: Drafted) -> set[str]:
    """The values said of a zone."""
    rows = [*drafted.rows("targets", "target", "scope"), *drafted.rows("figures", "value", "scope")]
    return {value for value, scope in rows if scope.startswith("zone:")}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("甲山片区规划用地规模58公顷，乙河片区规划用地规模21公顷。", "21"),
        ("甲山片区规划面积58公顷，乙河片区规划面积21公顷。", "21"),
        ("甲山片区规划面积58公顷，主导产业为新材料。到2030年，乙河产业园产值达到21亿元。", "21"),
        ("甲山片区规划面积58公顷。甲山片区与乙河片区相邻，后者规划面积21公顷。", "21"),
    ],
)
def test_what_is_said_of_another_zone_is_not_this_ones(text: str, value: str) -> None:
    drafted = of_text(f"一、布局\n{text}")
    assert drafted.rows("zones", "name", "area") == [("甲山片区", "58")]
    assert value not in scoped(drafted)
    assert value not in drafted.values()
    assert value in drafted.asked()


def test_a_zone_named_again_keeps_its_figures() -> None:
    drafted = of_text("一、布局\n甲山片区规划面积58公顷。到2030年，甲山片区产值达到21亿元。")
    assert scoped(drafted) == {"21"}


PROJECT_HEAD = ("序号", "项目名称", "建设单位", "建设内容", "总投资（万元）", "用地（亩）")


def projects(*rows: tuple[str, ...]) -> Drafted:
    return of_blocks([Block("paragraph", "重点项目表"), *table(0, PROJECT_HEAD, *rows)])


@pytest.mark.parametrize(
    ("seq", "name"),
    [
        ("一", "产业类（2个）"),
        ("（一）", "产业类"),
        ("", "产业类项目（共2项）"),
        ("一、", "续建项目"),
        ("", "续建项目"),
    ],
)
def test_a_row_that_heads_a_group_is_no_project(seq: str, name: str) -> None:
    drafted = projects(
        (seq, name, "", "", "500000", ""),
        ("1", "甲项目", "甲公司", "厂房", "200000", "50"),
        ("2", "乙项目", "乙公司", "厂房", "300000", "80"),
    )
    assert drafted.rows("projects", "name", "seq") == [("甲项目", "1"), ("乙项目", "2")]
    assert "500000" not in drafted.values()


def test_projects_numbered_in_words_are_projects() -> None:
    drafted = projects(("一", "甲项目", "甲公司", "厂房", "2", "50"), ("二", "乙项目", "乙公司", "厂房", "3", "80"))
    assert [row[0] for row in drafted.rows("projects", "name")] == ["甲项目", "乙项目"]


def test_a_range_of_land_is_asked() -> None:
    drafted = projects(
        ("1", "甲项目", "甲公司", "厂房", "200-300", "50-60"), ("2", "乙项目", "乙公司", "厂房", "3", "")
    )
    assert drafted.rows("projects", "investment", "investment_to", "site_area")[0] == ("200", "300", "")
    assert "50，亩" in drafted.asked()
    assert "60，亩" in drafted.asked()


def test_brackets_are_what_their_note_says() -> None:
    head, row = ("2025年基数", "2030年"), ("能耗降幅", "%", "〔13.5〕", "[14]")
    noted = indicators(head, row, period="注：〔 〕内为五年累计数。")
    assert noted.rows("targets", "base", "base_qualifier", "target", "target_qualifier") == [
        ("13.5", "累计", "14", "累计")
    ]
    bare = indicators(head, row)
    assert not bare.values() & {"13.5", "14"}
    assert "14%（2030）" in bare.asked()
