"""Documents are read into blocks and clauses without loss."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from yzgeo.core.errors import InputError
from yzgeo.documents import clauses as clauses_module
from yzgeo.documents import document
from yzgeo.documents.block import Block
from yzgeo.documents.clauses import clauses, of_blocks, of_clauses


def text_clauses(tmp_path: Path, text: str) -> pd.DataFrame:
    file = tmp_path / "plan.txt"
    file.write_text(text, encoding="utf-8")
    blocks = document.read([file]).blocks
    frame = clauses(blocks)
    assert of_blocks(blocks) == of_clauses(frame)
    return frame


LINES = st.sampled_from(
    [
        *("一、总则", "第一章 总则", "（一）现状", "1.做强。", "表1 指标", "附件1", "附件：1.表", "\t甲", "\t", "", ""),
        *("单位：亿元", "专栏1：工程", "抄送：各办", "目录", "面积5平方公里。", "注：不含税", "续表", "甲\t乙\t3"),
        *("2021年3月1日", "关于印发规划的通知"),
    ]
)


@given(st.lists(LINES, max_size=25))
def test_no_character_is_lost_doubled_or_moved(lines: list[str]) -> None:
    from yzgeo.documents.formats.txt import blocks_of

    blocks = blocks_of(lines)
    frame = clauses(blocks)
    assert of_blocks(blocks) == of_clauses(frame) == clauses_module.checksum(lines)
    assert frame["clause"].is_unique
    whole = "\n".join(frame["text"])
    assert all(whole[row.start :].startswith(row.text) for row in frame.itertuples())


def test_the_checksum_tells_a_missing_and_a_doubled_character() -> None:
    blocks = [Block("paragraph", "一、甲"), Block("paragraph", "乙区。")]
    frame = clauses(blocks)
    assert of_blocks(blocks) == of_clauses(frame)
    assert of_blocks(blocks[:1]) != of_clauses(frame)
    assert of_blocks([*blocks, blocks[1]]) != of_clauses(frame)


def test_chapters_and_sections_number_the_clauses(tmp_path: Path) -> None:
    text = "第一章 总则\n第一节 依据\n一、法规\n依法编制。\n（一）国家\n1、土地法。\n（1）第二条。\n第二章 布局\n一轴两带。\n"
    frame = text_clauses(tmp_path, text)
    assert list(frame["clause"]) == [
        *("第一章", "第一章 第一节", "第一章 第一节 一", "第一章 第一节 一 第1段"),
        *(
            "第一章 第一节 一（一）",
            "第一章 第一节 一（一）1",
            "第一章 第一节 一（一）1（1）",
            "第二章",
            "第二章 第1段",
        ),
    ]


def test_a_table_that_goes_on_keeps_its_rows_number(tmp_path: Path) -> None:
    text = "附件1\n项目表\n单位：万元\n序号\t项目\t投资\n1\t甲\t5\n序号\t项目\t投 资\n2\t乙\t6\n注：投资含税。\n"
    frame = text_clauses(tmp_path, text)
    assert list(frame["clause"]) == ["附件1", "附件1 第1行", "附件1 续表头", "附件1 第2行", "附件1 注"]
    row = frame.iloc[3]
    assert (row["cells"], row["header"], row["unit"]) == (("2", "乙", "6"), ("序号", "项目", "投资"), "万元")


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\n\n\n"])
def test_blank_lines_between_rows_are_of_the_table(tmp_path: Path, gap: str) -> None:
    rows = ["指标\t单位\t2030年", "增加值\t亿元\t20", "绿地率\t%\t30", "产值\t亿元\t40"]
    frame = text_clauses(tmp_path, f"表1 指标\n{gap.join(rows)}\n三、布局\n")
    assert list(frame["clause"]) == ["表1", "表1 第1行", "表1 第2行", "表1 第3行", "第三章"]


def test_two_tables_with_a_blank_line_between_are_two(tmp_path: Path) -> None:
    text = "现状。\n指标\t2030年\n增加值\t20\n绿地率\t30\n\n项目\t投资\n甲\t5\n乙\t6\n"
    frame = text_clauses(tmp_path, text)
    assert list(frame.loc[frame["kind"] == "row", "header"])[2:] == [("项目", "投资")] * 2


def test_a_caption_close_to_its_number_is_one_where_a_table_follows(tmp_path: Path) -> None:
    frame = text_clauses(tmp_path, "现状。\n表1面积表\n单位：公顷\n片区\t面积\n甲区\t5\n表1所列为准。\n")
    assert list(frame["clause"])[:3] == ["引言", "表1", "表1 第1行"]
    assert frame["unit"].iloc[2] == "公顷"


def test_lines_broken_at_a_width_and_page_numbers_of_a_copy(tmp_path: Path) -> None:
    paragraph = ["　　规划面积约5平方公里，工业总产值", "到2025年达到380亿元以上，建设园区3", "个，面积6公顷。"]
    text = "\n".join(["一、总则", *paragraph * 4, "— 3 —", "（一）目标", *paragraph])
    frame = text_clauses(tmp_path, text)
    whole = "规划面积约5平方公里，工业总产值到2025年达到380亿元以上，建设园区3个，面积6公顷。"
    assert list(frame["text"]) == ["一、总则", *[whole] * 4, "— 3 —", "（一）目标", whole]
    assert list(frame["kind"]).count("page") == 1


def test_paragraphs_of_one_length_are_not_joined(tmp_path: Path) -> None:
    text = [f"片区{at}：规划面积约{at}平方公里，产值达到380亿元。" for at in range(12)]
    assert list(text_clauses(tmp_path, "\n".join(text))["text"]) == text


def test_a_group_of_rows_stays_in_its_table(tmp_path: Path) -> None:
    text = "附表2\n重点项目表\n序号\t项目\t投资\n一、装备\n1\t甲\t12000\n二、材料\n2\t乙\t8,000\n二、保障\n"
    frame = text_clauses(tmp_path, text)
    assert list(frame["clause"]) == ["附表2", *(f"附表2 第{at}行" for at in range(1, 5)), "第二章"]
    assert frame["table_title"].iloc[1] == "附表2 重点项目表"
    assert frame["cells"].iloc[3] == ("二、材料", "", "")


def test_contents_are_no_headings(tmp_path: Path) -> None:
    frame = text_clauses(tmp_path, "目  录\n一、总则……1\n二、布局……3\n一、总则\n甲。\n二、布局\n乙。\n")
    assert list(frame["clause"]) == ["目录", "第一章", "第一章 第1段", "第二章", "第二章 第1段"]


def test_a_figure_alone_is_not_glued_to_the_row_above(tmp_path: Path) -> None:
    frame = text_clauses(tmp_path, "表1 面积\n片区\t类\t面积\n甲区\t核心\t5\n\t\t6\n")
    assert [row.cells for row in frame.itertuples() if row.kind == "row"] == [("甲区", "核心", "5"), ("", "", "6")]


@pytest.mark.parametrize("name", ["plan.doc", "plan.wps", "plan.ofd", "plan.jpg", "plan.et", "plan.zip", "plan.xyz"])
def test_other_kinds_are_refused_with_the_remedy(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"x")
    with pytest.raises(InputError) as refusal:
        document.read([tmp_path / name])
    assert refusal.value.remedy.zh


def test_a_document_without_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text(" \n\n", encoding="utf-8")
    with pytest.raises(InputError, match="holds no text"):
        document.read([tmp_path / "empty.txt"])


def test_two_tables_of_one_number_are_told_apart(tmp_path: Path) -> None:
    table = "表1 面积\n片区\t面积\n甲区\t5\n"
    frame = text_clauses(tmp_path, f"{table}一、布局\n{table}")
    assert list(frame["clause"]) == ["表1", "表1 第1行", "第一章", "表1〔2〕", "表1〔2〕 第1行"]


def test_a_table_that_a_caption_continues_counts_on(tmp_path: Path) -> None:
    head = "序号\t项目\t投资\n"
    frame = text_clauses(tmp_path, f"表1 项目\n{head}1\t甲\t5\n续表1\n{head}2\t乙\t6\n")
    assert list(frame["clause"]) == ["表1", "表1 第1行", "表1 续表", "表1 续表头", "表1 第2行"]


def test_a_text_beyond_all_plans_is_refused(tmp_path: Path) -> None:
    with (tmp_path / "plan.txt").open("wb") as file:
        file.truncate(40_000_000)
    with pytest.raises(InputError, match="no text of a plan"):
        document.read([tmp_path / "plan.txt"])


def test_decimal_numbers_in_sequence_are_headings_and_figures_are_not(tmp_path: Path) -> None:
    text = "1 总则\n1.1 背景\n面积5公顷。\n1.2 依据\n依法。\n2 布局\n2.1 结构\n2.8 亿元投资\n2.2 片区\n7.5 公顷\n"
    frame = text_clauses(tmp_path, text)
    assert list(frame["clause"]) == [
        *("1", "1.1", "1.1 第1段", "1.2", "1.2 第1段", "2", "2.1", "2.1 第1段", "2.2", "2.2 第1段"),
    ]
    assert frame["heading"].iloc[2] == "1 总则 1.1 背景"
    figures = text_clauses(tmp_path, "一、投资\n1.1 亿元\n1.2 亿元\n")
    assert list(figures["clause"]) == ["第一章", "第一章 第1段", "第一章 第2段"]
