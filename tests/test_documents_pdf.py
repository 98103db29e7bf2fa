"""PDF files that Chromium and LibreOffice print are put together again over lines and pages."""

from __future__ import annotations

import base64
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from PIL import Image
from playwright.sync_api import Browser

import plan_documents
from yzgeo.core.errors import InputError
from yzgeo.documents import document, recognition
from yzgeo.documents.block import Block
from yzgeo.documents.clauses import clauses, of_blocks, of_clauses

pytestmark = pytest.mark.slow
Print = Callable[..., list[Block]]
STYLE = (
    "<style>body { font: 12pt 'Noto Sans CJK SC' } p { text-indent: 2em; margin: 0 } "
    "table { border-collapse: collapse; width: 100% } td, th { border: 1px solid; break-inside: auto } "
    "tr { break-inside: auto }</style>"
)


@pytest.fixture
def blocks_of(browser: Browser, tmp_path: Path) -> Print:
    def print_page(body: str, **options: Any) -> list[Block]:
        page = browser.new_page()
        page.set_content(f"<html><head>{STYLE}</head><body>{body}</body></html>")
        page.pdf(path=tmp_path / "plan.pdf", **{"format": "A4", "print_background": True} | options)
        page.close()
        blocks = document.read([tmp_path / "plan.pdf"]).blocks
        assert of_blocks(blocks) == of_clauses(clauses(blocks))
        return blocks

    return print_page


def plain(blocks: list[Block]) -> list[Any]:
    return [block.cells or block.text for block in blocks if not block.aside]


SENTENCE = "规划面积约5平方公里，到2025年产值达到380亿元，形成3个产业集聚区。"


def test_paragraphs_go_on_over_lines_and_pages(blocks_of: Print) -> None:
    texts = [SENTENCE * 30, SENTENCE * 40, SENTENCE]
    blocks = blocks_of("".join(f"<p>{text}</p>" for text in texts), margin={"top": "80px", "bottom": "80px"})
    assert plain(blocks) == texts


def test_page_heads_and_numbers_are_kept_apart(blocks_of: Print) -> None:
    head = "<div style='font-size:9px;margin:auto'>目标900亿元</div>"
    foot = "<div style='font-size:9px;margin:auto'>第<span class=pageNumber></span>页</div>"
    options = {"display_header_footer": True, "header_template": head, "footer_template": foot}
    blocks = blocks_of(f"<p>{SENTENCE * 90}</p>", margin={"top": "80px", "bottom": "80px"}, **options)
    assert plain(blocks) == [SENTENCE * 90]
    assert {block.text.split("\n")[0] for block in blocks if block.aside == "page"} == {"目标900亿元", "第1页"}


def test_a_table_goes_on_over_pages_with_its_head(blocks_of: Print) -> None:
    rows = [(str(number), f"项目{number}", "建设厂房" * 9, f"{number}.5") for number in range(1, 61)]
    head = ("序号", "项目名称", "内容", "投资")
    made = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    table = f"<table><thead><tr>{''.join(f'<th>{one}</th>' for one in head)}</tr></thead><tbody>{made}</tbody></table>"
    blocks = blocks_of(f"<p>附件1</p>{table}<p>抄送：各办。</p>")
    assert plain(blocks) == ["附件1", head, *rows, "抄送：各办。"]
    assert list(clauses(blocks)["clause"])[1:61] == [f"附件1 第{number}行" for number in range(1, 61)]


def test_a_box_that_a_page_cuts_is_whole(blocks_of: Print) -> None:
    box = f"<table><tr><td>专栏1：工程</td></tr><tr><td>{SENTENCE * 60}</td></tr></table>"
    frame = clauses(blocks_of(f"<p>一、任务</p>{box}<p>二、保障</p>", margin={"top": "60px", "bottom": "60px"}))
    assert list(frame["clause"]) == ["第一章", "专栏1", "第二章"]
    assert frame["text"].iloc[1] == f"专栏1：工程\n{SENTENCE * 60}"


def test_cells_that_are_merged_and_lines_in_them(blocks_of: Print) -> None:
    table = "<table><tr><th rowspan=2>集群<th colspan=2>2025年<tr><th>产值<th>占比<tr><td>甲<br>乙<td>550<td>5%</table>"
    assert plain(blocks_of(table)) == [("集群", "2025年", ""), ("", "产值", "占比"), ("甲\n乙", "550", "5%")]


def test_text_that_no_reader_sees_is_kept_apart(blocks_of: Print) -> None:
    body = (
        "<p>面积18平方公里。</p><p style='color:#fff'>面积99平方公里。</p>"
        "<div style='background:#036;color:#fff'>蓝底白字。</div>"
        "<div style='position:fixed;top:300px;transform:rotate(-45deg)'>内部资料7号</div>"
    )
    blocks = blocks_of(body)
    assert plain(blocks) == ["面积18平方公里。", "蓝底白字。"]
    assert {block.text for block in blocks if block.aside == "hidden"} == {"面积99平方公里。", "内部资料7号"}


def test_struck_text_is_kept_apart(blocks_of: Print) -> None:
    blocks = blocks_of("<p>面积<s>16</s>18平方公里。</p>")
    assert plain(blocks) == ["面积18平方公里。"]
    assert [block.text for block in blocks if block.struck] == ["16"]


def test_two_columns_are_read_one_after_the_other(blocks_of: Print) -> None:
    texts = [SENTENCE * 12, SENTENCE * 12]
    body = "".join(f"<p>{text}</p>" for text in texts)
    assert plain(blocks_of(f"<div style='columns:2;column-gap:3em'>{body}</div>")) == texts


def test_a_table_on_its_side_is_read(blocks_of: Print) -> None:
    body = (
        "<div style='writing-mode:vertical-rl;transform:rotate(0deg);text-orientation:sideways'>"
        "<p style='text-indent:0'>规划面积5平方公里</p></div>"
    )
    assert plain(blocks_of(body)) == ["规划面积5平方公里"]


def test_a_power_is_not_a_larger_number(blocks_of: Print) -> None:
    assert plain(blocks_of("<p>产能10<sup>4</sup>吨</p>")) == ["产能10⁴吨"]


def test_a_table_of_three_rules_is_a_table(blocks_of: Print) -> None:
    rows = [
        ("片区", "面积", "主导产业"),
        ("甲区", "16.88", "智能家电"),
        ("乙区", "5", "新材料"),
        ("丙区", "7.5", "电子"),
    ]
    style = "border:0;border-top:1px solid;border-bottom:1px solid;width:30%"
    cells = "".join(f"<tr>{''.join(f'<td style={style!r}>{cell}</td>' for cell in row)}</tr>" for row in rows)
    assert plain(blocks_of(f"<p>{SENTENCE}</p><table>{cells}</table><p>{SENTENCE * 3}</p>")) == [
        SENTENCE,
        *rows,
        SENTENCE * 3,
    ]


def test_a_page_that_is_a_picture_is_told(blocks_of: Print, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recognition, "is_there", lambda: False)
    picture = io.BytesIO()
    Image.new("RGB", (300, 400), "grey").save(picture, "png")
    source = f"data:image/png;base64,{base64.b64encode(picture.getvalue()).decode()}"
    style = "width:100%;height:900px;display:block;break-before:page"
    assert plain(blocks_of(f"<p>{SENTENCE}</p><img style={style!r} src={source!r}>")) == [SENTENCE]
    assert "pages 2 are pictures" in document.read([tmp_path / "plan.pdf"]).remarks[0].en


def test_a_page_head_that_the_file_marks_is_kept_apart_on_one_page(tmp_path: Path) -> None:
    made = docx.Document()
    plan_documents.set_fonts(made)
    made.add_paragraph("规划面积5平方公里。")
    made.sections[0].header.paragraphs[0].text = "目标900亿元"
    made.save(str(tmp_path / "plan.docx"))
    tagged = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'
    blocks = document.read([plan_documents.convert(tmp_path / "plan.docx", tmp_path, tagged)]).blocks
    assert [(block.text, block.aside) for block in blocks] == [("规划面积5平方公里。", ""), ("目标900亿元", "page")]


def test_a_file_that_is_cut_is_refused(tmp_path: Path) -> None:
    (tmp_path / "plan.pdf").write_bytes(b"%PDF-1.7\n1 0 obj")
    with pytest.raises(InputError, match="cannot be read"):
        document.read([tmp_path / "plan.pdf"])
