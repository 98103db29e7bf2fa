"""A Word document of a plan in another style than that of 鄞州: chapters, contents, a table of zones and one on its side."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import docx
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt

import plan_documents

SENTENCE = "规划总面积约126.36平方公里，其中建设用地1,668公顷、仓储用地136.65亩，到“十四五”末增加值年均增长7%以上。"
ZONES = [
    ["类型", "片区", "面积", "", "主导产业"],
    ["", "", "总面积", "可利用", ""],
    ["产业带", "东部产业带", "3650", "1200", "装备制造、新材料"],
    ["", "西部产业带", "2000", "800", "食品加工"],
    ["组团", "城南组团", "500", "--", "物流"],
]
MERGED = [((0, 2), (0, 3)), ((0, 0), (1, 0)), ((0, 1), (1, 1)), ((0, 4), (1, 4)), ((2, 0), (3, 0))]
INDICATORS = [
    ["序号", "指标", "单位", "2020年", "2025年", "属性"],
    ["1", "工业增加值", "亿元", "120", "200以上", "预期性"],
    ["2", "亩均税收", "万元/亩", "", "20", "预期性"],
    ["3", "单位增加值能耗降低", "%", "—", "[15]", "约束性"],
]
PROJECTS = [
    ["序号", "项目名称", "建设内容及规模", "总投资（亿元）", "建设年限", "备注"],
    *(
        [str(at), f"第{at}期标准厂房项目", "建设标准厂房和污水处理设施。" * (1 + at % 7), f"{at}.5", "2021-2023", ""]
        for at in range(1, 41)
    ),
]
HEAD = "县人民政府文件 投资总额9999亿元"


def write_chapters(file: Path) -> None:
    """A plan of chapters, whose numbers Word prints; its page head holds a figure, its annex goes over several pages."""
    made = docx.Document()
    plan_documents.set_fonts(made)
    _list(made, ("chineseCounting", "第%1章"), ("chineseCounting", "第%2节"), ("decimal", "（%3）"))
    made.add_paragraph("某某县产业布局规划（2021—2035年）", style="Title")
    made.add_paragraph("目  录")
    for page, title in enumerate(("第一章 总则", "第一节 依据", "第二章 空间布局", "第三章 指标与项目"), 2):
        made.add_paragraph(f"{title}\t{page}")
    _heading(made, "总则", 1)
    _heading(made, "依据", 2)
    _paragraph(made, SENTENCE * 6)
    for text in ("国家标准。", "地方标准。"):
        _number(_paragraph(made, text), 2)
    _heading(made, "空间布局", 1)
    _paragraph(made, f"形成“一轴两带三组团”的格局。{SENTENCE}")
    made.add_paragraph("表1 片区一览表").alignment = WD_ALIGN_PARAGRAPH.CENTER
    made.add_paragraph("单位：公顷").alignment = WD_ALIGN_PARAGRAPH.RIGHT
    zones = _table(made, ZONES)
    for first, last in MERGED:
        merged = zones.cell(*first).merge(zones.cell(*last))
        for extra in merged.paragraphs[1:]:
            extra._p.getparent().remove(extra._p)
    made.add_paragraph("注：可利用面积不含已建用地。")
    _heading(made, "指标与项目", 1)
    made.add_paragraph("表2 主要指标").alignment = WD_ALIGN_PARAGRAPH.CENTER
    _table(made, INDICATORS)
    section = made.add_section(WD_SECTION.NEW_PAGE)
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    made.add_paragraph("附件1")
    made.add_paragraph("重点项目表").alignment = WD_ALIGN_PARAGRAPH.CENTER
    _table(made, PROJECTS)
    made.sections[0].header.paragraphs[0].text = HEAD
    made.save(str(file))


def _list(made: Any, *levels: tuple[str, str]) -> None:
    inner = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:suff w:val="space"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for at, (form, text) in enumerate(levels)
    )
    root = made.part.numbering_part.element
    kind = '<w:multiLevelType w:val="multilevel"/>'
    root.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="80">{kind}{inner}</w:abstractNum>'))
    root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="80"><w:abstractNumId w:val="80"/></w:num>'))


def _number(paragraph: Any, depth: int) -> None:
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = depth
    properties.get_or_add_numId().val = 80


def _heading(made: Any, text: str, level: int) -> None:
    _number(made.add_heading(text, level), level - 1)


def _paragraph(made: Any, text: str) -> Any:
    paragraph = made.add_paragraph(text)
    paragraph.paragraph_format.first_line_indent = Pt(24)
    return paragraph


def _table(made: Any, rows: list[list[str]]) -> Any:
    table = made.add_table(len(rows), len(rows[0]), style="Table Grid")
    for cells, row in zip(table.rows, rows, strict=True):
        for cell, text in zip(cells.cells, row, strict=True):
            cell.text = text
    return table
