"""Tables as Word has them: merged cells, heads in two rows, several target years, parts of land in columns."""

from __future__ import annotations

from typing import Any

import docx
import pytest
from read_documents import Drafted, of_file

ZONES = (
    ("片区", "面积（公顷）", "其中：工业用地（公顷）", "主导产业", "重点园区", "发展定位"),
    ("北部片区", "1250.5", "430", "智能装备、机器人", "北部智造园", "智造高地"),
    ("", "", "", "", "桐林机器人小镇", ""),
    ("东部片区", "约640", "210.6", "现代物流、跨境电商", "东部物流港", "物流枢纽"),
    ("合计", "1890.5", "640.6", "", "", ""),
)
INDICATORS = (
    ("指标", "单位", "现状值", "目标值", "", "属性"),
    ("", "", "2023年", "2027年", "2030年", ""),
    ("工业增加值", "亿元", "312", "420", "560", "预期性"),
    ("地均产出", "亿元/平方公里", "38", "50", "≥65", "约束性"),
)
PROJECTS = (
    ("序号", "项目名称", "项目单位", "建设内容", "投资（亿元）", "", "建设期限"),
    ("", "", "", "", "总投资", "2024年投资", ""),
    ("1", "智造园二期", "桐林城投", "用地约15公顷，建筑面积28万平方米", "18.6", "4", "3年"),
    ("2", "医药谷孵化器", "南谷科技", "总建筑面积6.5万㎡，其中地下1.2万㎡", "5", "1.5", "2024-2026年"),
)


def add_table(made: Any, rows: tuple[tuple[str, ...], ...], merged: list[tuple[int, int, int, int]]) -> None:
    table = made.add_table(rows=len(rows), cols=len(rows[0]))
    for place, row in enumerate(rows):
        for column, text in enumerate(row):
            table.cell(place, column).text = text
    for first, left, last, right in merged:
        text = table.cell(first, left).text
        table.cell(first, left).merge(table.cell(last, right)).text = text


@pytest.fixture(scope="module")
def drafted(tmp_path_factory: pytest.TempPathFactory) -> Drafted:
    made = docx.Document()
    made.add_heading("桐林区产业园区布局专项规划", 0)
    made.add_heading("第一章 分片指引", 1)
    made.add_paragraph("规划期限为2024年至2030年。")
    add_table(made, ZONES, [(1, column, 2, column) for column in (0, 1, 2, 3, 5)])
    made.add_heading("第二章 指标", 1)
    made.add_paragraph("表2-1 产业发展指标表")
    add_table(made, INDICATORS, [(0, 3, 0, 4), *((0, column, 1, column) for column in (0, 1, 5))])
    made.add_heading("附表 近期重点项目库", 1)
    add_table(made, PROJECTS, [(0, 4, 0, 5), *((0, column, 1, column) for column in (0, 1, 2, 3, 6))])
    file = tmp_path_factory.mktemp("tables") / "plan.docx"
    made.save(str(file))
    return of_file(file)


def test_zones_of_merged_rows(drafted: Drafted) -> None:
    assert drafted.rows("zones", "name", "area", "area_unit", "area_qualifier", "positioning_table") == [
        ("北部片区", "1250.5", "公顷", "", "智造高地"),
        ("东部片区", "640", "公顷", "约", "物流枢纽"),
    ]
    assert [row["name"] for row in drafted.tables["parks"]] == ["北部智造园", "桐林机器人小镇", "东部物流港"]
    assert [row["name"] for row in drafted.tables["industries"]] == ["智能装备", "机器人", "现代物流", "跨境电商"]


def test_land_in_a_column_of_its_own_is_a_figure_of_the_zone(drafted: Drafted) -> None:
    figures = drafted.rows("figures", "scope", "noun", "value", "unit")
    assert [row[1:] for row in figures] == [("工业用地", "430", "公顷"), ("工业用地", "210.6", "公顷")]
    assert len({row[0] for row in figures}) == 2


def test_heads_in_two_rows(drafted: Drafted) -> None:
    assert drafted.rows("targets", "name", "base_year", "base", "target_year", "target", "direction", "binding") == [
        ("工业增加值", "2023", "312", "2027", "420", "", "预期性"),
        ("工业增加值", "2023", "312", "2030", "560", "", "预期性"),
        ("地均产出", "2023", "38", "2027", "50", "", "约束性"),
        ("地均产出", "2023", "38", "2030", "65", "at_least", "约束性"),
    ]
    assert drafted.rows("projects", "name", "investment", "investment_unit", "years", "site_area", "floor_area") == [
        ("智造园二期", "18.6", "亿元", "3", "15", "28"),
        ("医药谷孵化器", "5", "亿元", "", "", "6.5"),
    ]


def test_sums_and_other_columns_are_listed_as_unread(drafted: Drafted) -> None:
    unread = set(drafted.reading.unread["number"])
    assert {"1890.5", "640.6", "4", "1.5"} <= unread
