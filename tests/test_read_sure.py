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
