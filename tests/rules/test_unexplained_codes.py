"""`unexplained-codes`: codes of digits in quotation marks."""

from __future__ import annotations

from pathlib import Path

import pytest
from rule_cases import Case, told

pytestmark = pytest.mark.slow
RULE = "unexplained-codes"
TEXT = "clause, text\n五, {}\n六, {}"
VIOLATIONS: dict[str, tuple[Case, list[str]]] = {
    "digits": ({"clauses": TEXT.format("培育“154”产业集群。", "略。")}, ["info clause:五/154"]),
    "with and without a plus, once": (
        {"clauses": TEXT.format("打造“246+”体系。", "聚焦“246”集群。")},
        ["info clause:五/246"],
    ),
    "joined": ({"clauses": TEXT.format("形成“1+X”政策体系。", "略。")}, ["info clause:五/1+X"]),
    "half-width marks": ({"clauses": "clause, text\n五, '实施\"3386\"行动。'"}, ["info clause:五/3386"]),
    "the numbers beside count other things": (
        {"clauses": TEXT.format("新建5家企业，形成“515”体系。", "略。")},
        ["info clause:五/515"],
    ),
    "two codes": (
        {"clauses": TEXT.format("构建“3+2”布局。", "构建“4+6”体系。")},
        ["info clause:五/3+2", "info clause:六/4+6"],
    ),
}
SOUND: dict[str, Case] = {
    "counted before": {"clauses": TEXT.format("以2个大平台为龙头、4个集聚区为支撑的“2+4”体系。", "“2+4”布局见图。")},
    "counted in characters": {
        "clauses": TEXT.format("三大优势产业、三大新兴产业、一批高成长产业、一批服务业组成的“3311”体系。", "略。")
    },
    "told behind": {"clauses": TEXT.format("“1+4+N”产业链，“1”是指汽车产业链；“4”是家电等；“N”是指若干集群。", "略。")},
    "in brackets": {"clauses": TEXT.format("打造“1+N+X”（1个体系+N个平台+X个场景）的平台体系。", "略。")},
    "named before": {"clauses": TEXT.format("形成以东山园、西山园和9镇集中区为重点的“2+9”格局。", "略。")},
    "told elsewhere": {"clauses": TEXT.format("培育“154”集群。", "“154”即1个千亿级、5个五百亿级、4个百亿级产业。")},
    "years and numbers that all know": {"clauses": TEXT.format("“2025”行动，“211”高校，“12345”热线。", "略。")},
    "letters are names": {"clauses": TEXT.format("“5G+”应用，“AI+”行动。", "略。")},
    "若干 for the letter": {"clauses": TEXT.format("构建1个中心、若干节点的“1+N”布局。", "略。")},
}


@pytest.mark.parametrize("name", VIOLATIONS)
def test_it_is_told(tmp_path: Path, name: str) -> None:
    case, expected = VIOLATIONS[name]
    assert told(tmp_path, RULE, case) == expected


@pytest.mark.parametrize("name", SOUND)
def test_it_is_not_told(tmp_path: Path, name: str) -> None:
    assert told(tmp_path, RULE, SOUND[name]) == []
