"""Pages are read as a browser lays them out."""

from __future__ import annotations

from pathlib import Path

import pytest

from yzgeo.core.errors import InputError
from yzgeo.documents import document
from yzgeo.documents.block import Block
from yzgeo.documents.clauses import clauses, of_blocks, of_clauses


def blocks_of(body: str, tmp_path: Path, charset: str = "utf-8", head: str = "") -> list[Block]:
    file = tmp_path / "plan.html"
    page = f'<html><head><meta charset="{charset}">{head}</head><body>{body}</body></html>'
    file.write_bytes(page.encode("gb18030" if charset == "gb2312" else charset))
    blocks = document.read([file]).blocks
    assert of_blocks(blocks) == of_clauses(clauses(blocks))
    return blocks


def words(blocks: list[Block]) -> list[str]:
    return [block.label + block.text for block in blocks]


def test_breaks_and_blanks_part_paragraphs(tmp_path: Path) -> None:
    body = "<p>&nbsp;&nbsp;一、总则<br>　　面积5\n平方\n公里。</p><div>甲<b>乙</b>丙</div>"
    assert words(blocks_of(body, tmp_path, "gb2312")) == ["一、总则", "面积5 平方公里。", "甲乙丙"]


def test_tables_of_the_layout_are_no_tables(tmp_path: Path) -> None:
    body = (
        "<table><tr><td>首页</td><td><table><tr><th rowspan=2>片区<th colspan=2>面积<tr><td>总<td>可利用"
        "<tr><td>甲区<td>5<td>3</table></td></tr></table>"
    )
    blocks = blocks_of(body, tmp_path)
    assert [block.cells or block.text for block in blocks] == [
        "首页",
        ("片区", "面积", ""),
        ("", "总", "可利用"),
        ("甲区", "5", "3"),
    ]
    assert clauses(blocks)["header"].iloc[-1] == ("片区", "面积 总", "面积 可利用")


def test_lists_have_the_numbers_that_a_browser_prints(tmp_path: Path) -> None:
    body = (
        "<ol start=3><li>甲<li>乙</ol><ol style='list-style-type: cjk-ideographic'><li>丙</ol>"
        "<ol type=a><li>丁</ol><ul><li>戊</ul><ol style='list-style: none'><li>己</ol>"
    )
    assert words(blocks_of(body, tmp_path)) == ["3.甲", "4.乙", "一、丙", "a.丁", "•戊", "己"]


def test_struck_and_hidden_text_is_kept_apart(tmp_path: Path) -> None:
    head = "<style>.tip, p.off, #draft { display: none }</style>"
    body = (
        "<p>面积<s>16</s>18<span style='display:none'>99</span>平方公里</p><p class=off>目标900亿元</p><p id=draft>草稿8</p>"
        "<p><font color=white>白字5</font></p><p style='background:#036'><span style='color:#fff'>蓝底白字</span></p>"
    )
    assert [(block.text, block.aside) for block in blocks_of(body, tmp_path, head=head)] == [
        ("面积18平方公里", ""),
        ("16", "struck"),
        ("99", "hidden"),
        ("目标900亿元", "hidden"),
        ("草稿8", "hidden"),
        ("白字5", "hidden"),
        ("蓝底白字", ""),
    ]


def test_the_frame_of_the_page_is_kept_apart(tmp_path: Path) -> None:
    text = "规划面积5平方公里，" * 30
    body = f"<nav><p>目标900亿元</p></nav><ul><li><a href=/>首页</a></ul><div><h2>一、总则</h2><p>{text}</p></div>"
    kinds = [(block.text[:4], block.kind) for block in blocks_of(body, tmp_path)]
    assert kinds == [("目标90", "page"), ("首页", "page"), ("一、总则", "heading"), ("规划面积", "paragraph")]


def test_scripts_and_addresses_are_not_followed(tmp_path: Path) -> None:
    body = "<script>document.write('目标1亿元')</script><iframe src='file:///etc/passwd'></iframe><p>甲<img src='http://x/'></p>"
    assert words(blocks_of(body, tmp_path)) == ["甲"]


def test_a_power_is_not_a_larger_number(tmp_path: Path) -> None:
    assert words(blocks_of("<p>10<sup>4</sup>吨，5km<sup>2</sup></p>", tmp_path)) == ["10⁴吨，5km²"]


def test_an_entity_is_not_unfolded_without_end(tmp_path: Path) -> None:
    file = tmp_path / "plan.html"
    file.write_text("<!DOCTYPE html [<!ENTITY a 'bbbb'><!ENTITY c '&a;&a;'>]><p>甲&c;</p>", encoding="utf-8")
    assert "bbbb" not in document.read([file]).blocks[0].text.partition("甲")[2]


def test_deep_nesting_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        blocks_of("<div>" * 3000 + "甲" + "</div>" * 3000, tmp_path)
