"""Word documents are read as Word shows them."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import RGBColor
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plan_documents import convert
from yzgeo.core.errors import InputError
from yzgeo.documents import document
from yzgeo.documents.block import Block
from yzgeo.documents.clauses import clauses, of_blocks, of_clauses

W = nsdecls("w")


def blocks_of(made: Any, tmp_path: Path) -> list[Block]:
    file = tmp_path / "plan.docx"
    made.save(str(file))
    blocks = document.read([file]).blocks
    assert of_blocks(blocks) == of_clauses(clauses(blocks))
    return blocks


def words(blocks: list[Block]) -> list[str]:
    return [block.label + block.text for block in blocks]


def list_of(made: Any, *levels: tuple[str, str], key: str = "70") -> None:
    """Give a document a list of several levels."""
    root = made.part.numbering_part.element
    inner = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for at, (form, text) in enumerate(levels)
    )
    root.insert(0, parse_xml(f'<w:abstractNum {W} w:abstractNumId="{key}">{inner}</w:abstractNum>'))
    root.append(parse_xml(f'<w:num {W} w:numId="{key}"><w:abstractNumId w:val="{key}"/></w:num>'))


def number(paragraph: Any, depth: int, key: int = 70) -> None:
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = depth
    properties.get_or_add_numId().val = key


def test_numbers_are_those_that_word_prints(tmp_path: Path) -> None:
    made = docx.Document()
    list_of(made, ("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3."), ("decimal", "%2.%4"))
    for depth in (0, 1, 2, 2, 1, 2, *[0] * 10, 1):
        number(made.add_paragraph("甲"), depth)
    labels = [block.label for block in blocks_of(made, tmp_path)]
    assert labels[:6] == ["一、", "（一）", "1.", "2.", "（二）", "1."]
    assert labels[6:] == ["二、", "三、", "四、", "五、", "六、", "七、", "八、", "九、", "十、", "十一、", "（一）"]


def test_a_list_that_starts_anew_starts_where_it_says(tmp_path: Path) -> None:
    made = docx.Document()
    list_of(made, ("decimal", "%1."))
    made.part.numbering_part.element.append(
        parse_xml(
            f'<w:num {W} w:numId="71"><w:abstractNumId w:val="70"/>'
            '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
        )
    )
    for key in (70, 70, 71, 71):
        number(made.add_paragraph("甲"), 0, key)
    assert [block.label for block in blocks_of(made, tmp_path)] == ["1.", "2.", "5.", "6."]


def test_numbers_by_style_are_read_too(tmp_path: Path) -> None:
    made = docx.Document()
    list_of(made, ("chineseCounting", "第%1章"))
    properties = made.styles["Heading 1"].element.get_or_add_pPr()
    properties.append(parse_xml(f'<w:numPr {W}><w:numId w:val="70"/></w:numPr>'))
    made.add_heading("总则", 1)
    made.add_heading("布局", 1)
    blocks = blocks_of(made, tmp_path)
    assert words(blocks) == ["第一章总则", "第二章布局"]
    assert list(clauses(blocks)["clause"]) == ["第一章", "第二章"]


def test_merged_cells_are_blank_where_they_are_covered(tmp_path: Path) -> None:
    made = docx.Document()
    table = made.add_table(3, 3)
    for at, text in enumerate(("集群", "2025年", "", "", "产值", "占比", "汽车", "550", "5%")):
        table.cell(at // 3, at % 3).text = text
    table.cell(0, 1).merge(table.cell(0, 2))
    table.cell(0, 0).merge(table.cell(1, 0))
    blocks = blocks_of(made, tmp_path)
    assert [block.cells for block in blocks] == [("集群", "2025年", ""), ("", "产值", "占比"), ("汽车", "550", "5%")]
    assert clauses(blocks)["header"].iloc[-1] == ("集群", "2025年 产值", "2025年 占比")


def test_an_automatic_number_in_a_cell_is_its_text(tmp_path: Path) -> None:
    made = docx.Document()
    list_of(made, ("decimal", "%1"))
    table = made.add_table(3, 2)
    for row, (left, right) in enumerate((("序号", "项目"), ("", "甲"), ("", "乙"))):
        table.cell(row, 0).text, table.cell(row, 1).text = left, right
        if row:
            number(table.cell(row, 0).paragraphs[0], 0)
    assert [block.cells for block in blocks_of(made, tmp_path)] == [("序号", "项目"), ("1", "甲"), ("2", "乙")]


def test_struck_hidden_and_deleted_text_is_no_text_of_the_plan(tmp_path: Path) -> None:
    made = docx.Document()
    paragraph = made.add_paragraph("面积")
    paragraph.add_run("16").font.strike = True
    paragraph.add_run("18")
    paragraph.add_run("99").font.hidden = True
    white = paragraph.add_run("77")
    white.font.color.rgb = RGBColor(255, 255, 255)
    paragraph.add_run("平方公里")
    paragraph._p.append(parse_xml(f'<w:del {W} w:id="1" w:author="a"><w:r><w:delText>总计20</w:delText></w:r></w:del>'))
    paragraph._p.append(parse_xml(f'<w:ins {W} w:id="2" w:author="a"><w:r><w:t>左右</w:t></w:r></w:ins>'))
    blocks = blocks_of(made, tmp_path)
    assert [(block.text, block.aside) for block in blocks] == [
        ("面积18平方公里左右", ""),
        ("16", "struck"),
        ("9977", "hidden"),
    ]


def test_white_letters_on_a_dark_cell_are_seen(tmp_path: Path) -> None:
    made = docx.Document()
    cell = made.add_table(1, 2).cell(0, 0)
    cell.paragraphs[0].add_run("指标").font.color.rgb = RGBColor(255, 255, 255)
    cell._tc.get_or_add_tcPr().append(parse_xml(f'<w:shd {W} w:fill="1F3864"/>'))
    assert [block.text for block in blocks_of(made, tmp_path)] == ["指标\t"]


def test_deleted_rows_are_left_out(tmp_path: Path) -> None:
    made = docx.Document()
    table = made.add_table(2, 2)
    for at, text in enumerate("甲乙丙丁"):
        table.cell(at // 2, at % 2).text = text
    properties = table.rows[1]._tr.get_or_add_trPr()
    properties.append(parse_xml(f'<w:del {W} w:id="1" w:author="a"/>'))
    assert [block.cells for block in blocks_of(made, tmp_path)] == [("甲", "乙")]


def test_a_text_box_is_read_once(tmp_path: Path) -> None:
    made = docx.Document()
    box = "<w:txbxContent><w:p><w:r><w:t>专栏1：工程</w:t></w:r></w:p><w:p><w:r><w:t>建园3个</w:t></w:r></w:p></w:txbxContent>"
    run = parse_xml(
        f'<w:r {W} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        f'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml">'
        f'<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp></w:drawing>'
        f"</mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    made.add_paragraph("见专栏。")._p.append(run)
    blocks = blocks_of(made, tmp_path)
    assert words(blocks) == ["见专栏。", "专栏1：工程\n建园3个"]
    assert clauses(blocks)["clause"].iloc[-1] == "专栏1"


def test_a_table_in_a_cell_stands_behind_its_table(tmp_path: Path) -> None:
    made = docx.Document()
    cell = made.add_table(1, 2).cell(0, 1)
    cell.paragraphs[0].text = "见内表"
    inner = cell.add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "面积", "5"
    assert [(block.cells, block.table) for block in blocks_of(made, tmp_path)] == [
        (("", "见内表"), 0),
        (("面积", "5"), 1),
    ]


def test_page_heads_are_kept_apart(tmp_path: Path) -> None:
    made = docx.Document()
    made.add_paragraph("面积5平方公里。")
    made.sections[0].header.paragraphs[0].text = "目标900亿元"
    blocks = blocks_of(made, tmp_path)
    assert [(block.text, block.aside) for block in blocks] == [("面积5平方公里。", ""), ("目标900亿元", "page")]
    assert document.read([tmp_path / "plan.docx"]).remarks


def test_a_power_is_not_a_larger_number(tmp_path: Path) -> None:
    made = docx.Document()
    paragraph = made.add_paragraph("产能10")
    paragraph.add_run("4").font.superscript = True
    paragraph.add_run("吨")
    assert words(blocks_of(made, tmp_path)) == ["产能10⁴吨"]


@pytest.mark.slow
def test_footnotes_that_libreoffice_writes(tmp_path: Path) -> None:
    page = tmp_path / "note.fodt"
    page.write_text(
        '<?xml version="1.0" encoding="UTF-8"?><office:document '
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3" '
        'office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text><text:p>增加值380亿元'
        '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>'
        "<text:p>现价。</text:p></text:note-body></text:note>左右。</text:p></office:text></office:body></office:document>",
        encoding="utf-8",
    )
    blocks = document.read([convert(page, tmp_path, "docx")]).blocks
    assert [(block.kind, block.text) for block in blocks] == [("paragraph", "增加值380亿元左右。"), ("note", "现价。")]


def rewritten(tmp_path: Path, part: str, change: Any) -> Path:
    made = docx.Document()
    made.add_paragraph("甲")
    made.save(str(tmp_path / "own.docx"))
    hostile = tmp_path / "hostile.docx"
    with zipfile.ZipFile(tmp_path / "own.docx") as own, zipfile.ZipFile(hostile, "w", zipfile.ZIP_DEFLATED) as other:
        for name in own.namelist():
            content = own.read(name)
            other.writestr(name, change(content) if name == part else content)
    return hostile


def test_entities_are_refused_and_nothing_outside_is_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("SECRET")

    def with_entity(content: bytes) -> bytes:
        head, _, rest = content.partition(b"?>")
        kind = f'<!DOCTYPE w [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'.encode()
        return head + b"?>" + kind + rest.replace("甲".encode(), b"&x;")

    with pytest.raises(InputError, match="document type"):
        document.read([rewritten(tmp_path, "word/document.xml", with_entity)])


def test_a_part_that_swells_is_refused(tmp_path: Path) -> None:
    hostile = rewritten(tmp_path, "word/document.xml", lambda content: content + b" " * 30_000_000)
    with pytest.raises(InputError, match="unpack"):
        document.read([hostile])


def test_deep_nesting_is_refused(tmp_path: Path) -> None:
    def nested(content: bytes) -> bytes:
        return content.replace(b"<w:body>", b"<w:body>" + b"<w:sdt><w:sdtContent>" * 5000, 1)

    with pytest.raises(InputError):
        document.read([rewritten(tmp_path, "word/document.xml", nested)])


def test_an_encrypted_document_is_refused_with_the_remedy(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600))
    with pytest.raises(InputError, match="without a password"):
        document.read([tmp_path / "a.docx"])


def test_a_document_inside_the_document_is_refused(tmp_path: Path) -> None:
    made = docx.Document()
    made.add_paragraph("甲")
    chunk = OxmlElement("w:altChunk")
    chunk.set(qn("r:id"), "rId99")
    made.element.body.append(chunk)
    made.save(str(tmp_path / "plan.docx"))
    with pytest.raises(InputError, match="another document inside"):
        document.read([tmp_path / "plan.docx"])


def test_an_empty_paragraph_of_a_list_takes_its_number(tmp_path: Path) -> None:
    made = docx.Document()
    list_of(made, ("decimal", "%1."))
    for text in ("甲", "", "乙"):
        number(made.add_paragraph(text), 0)
    assert [block.label for block in blocks_of(made, tmp_path)] == ["1.", "3."]


WORDS = st.text(st.sampled_from("甲乙丙区园0123456789.，。（）%一1"), min_size=1, max_size=12)


@pytest.mark.slow
@given(
    st.lists(WORDS | st.lists(st.lists(WORDS, min_size=3, max_size=3), min_size=2, max_size=3), min_size=1, max_size=5)
)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_words_and_cells_come_back_as_they_were_written(tmp_path: Path, pieces: list[Any]) -> None:
    made = docx.Document()
    wanted: list[Any] = []
    for piece in pieces:
        if isinstance(piece, str):
            made.add_paragraph(piece)
            wanted.append(piece)
            continue
        table = made.add_table(len(piece), 3)
        for row, cells in zip(table.rows, piece, strict=True):
            for cell, text in zip(row.cells, cells, strict=True):
                cell.text = text
        wanted += [tuple(cells) for cells in piece]
    assert [block.cells or block.text for block in blocks_of(made, tmp_path)] == wanted
