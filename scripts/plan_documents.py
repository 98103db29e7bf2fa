"""Write the plan of 鄞州 as an office has it: .txt as copied, .docx with Word's numbers and tables, .html, .pdf.

    python scripts/plan_documents.py FOLDER

The words are those of `geodata/yinzhou/clauses.csv`. The .pdf is made from the .docx by LibreOffice.
"""

from __future__ import annotations

import argparse
import html
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import docx
import pandas as pd
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt

CLAUSES = Path(__file__).parents[1] / "geodata" / "yinzhou" / "clauses.csv"
BAR = " ｜ "
SPANS = {"附件1": (1, 3, 2, 2, 4)}
"""How many columns the heads of the first of two head rows span."""
LIST_COLUMN = {"表2": 2}
"""The column that has rows of its own within each row of the table, whose other cells are merged."""
LINES_COLUMN = {"表2": 3}
"""The column in which each word has a line of its own."""
WIDTHS = {"附件2": (1, 4, 3, 8, 2, 2, 2.5), "附件3": (1, 4, 3, 8, 2, 2, 2, 2.5), "表1": (2.5, 7, 3, 3, 3)}
"""Widths of columns in parts."""
LEVELS = (("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3."))
MARKS = (r"[一二三四五六七八九十]+、", r"（[一二三四五六七八九十]+）", r"\d+\.(?!\d)")
INDENT = Pt(24)
LONGEST_LINE = 30
"""Characters; longer lines are paragraphs with their first line set in, as shorter ones, titles and the like, are not."""
FONT = "Noto Serif CJK SC"
HEAD = "宁波市鄞州区人民政府办公室文件"


class Table(NamedTuple):
    """A table: its cells, blank where another one covers them; how many head rows; the areas that are one cell."""

    reference: str
    rows: list[list[str]]
    heads: int
    merged: list[tuple[int, int, int, int]]


Piece = str | Table


def pieces() -> Iterator[Piece]:
    """The lines and tables of the plan in order; a 专栏 is a table of one column."""
    frame = pd.read_csv(CLAUSES, keep_default_na=False)
    rows_of = {
        reference: [row for row in frame.itertuples() if row.clause.startswith(f"{reference} ")]
        for reference in frame["clause"]
        if re.fullmatch("(?:表|附件)[0-9]+", reference)
    }
    for row in frame.itertuples():
        reference = row.clause.split(" ")[0]
        if row.clause != reference and reference in rows_of:
            continue
        if row.clause.startswith("专栏"):
            title, body = row.text.split("\n", 1)
            yield Table(row.clause, [[title], [body]], 0, [])
        elif rows_of.get(row.clause):
            *lines, head = row.text.split("\n")
            yield from lines
            yield _table(row.clause, head.split(BAR), [one.text.split(BAR) for one in rows_of[row.clause]])
        else:
            yield from row.text.split("\n")


def _table(reference: str, head: list[str], rows: list[list[str]]) -> Table:
    merged: list[tuple[int, int, int, int]] = []
    cells: list[list[str]] = []
    spans = SPANS.get(reference)
    if spans:
        first: list[str] = []
        for name, span in zip(head, spans, strict=False):
            merged.append((0, len(first), 0, len(first) + span - 1))
            first += [name, *[""] * (span - 1)]
        cells = [first, head[len(spans) :]]
    else:
        cells = [head]
    heads, width = len(cells), len(cells[-1])
    top = heads
    for row in rows:
        if len(row) < width:  # the group above goes on
            cells.append([*[""] * (width - len(row)), *row])
            continue
        if len(cells) - top > 1 and reference not in LIST_COLUMN:
            merged.append((top, 0, len(cells) - 1, 0))
        top = len(cells)
        own, more = row[:width], row[width:]
        if reference in LINES_COLUMN:
            own[LINES_COLUMN[reference]] = own[LINES_COLUMN[reference]].replace(" ", "\n")
        cells.append(own)
        for name in more:
            cells.append(["" if at != LIST_COLUMN[reference] else name for at in range(width)])
        if more:
            merged += [(top, at, len(cells) - 1, at) for at in range(width) if at != LIST_COLUMN[reference]]
    if len(cells) - top > 1 and reference not in LIST_COLUMN:
        merged.append((top, 0, len(cells) - 1, 0))
    return Table(reference, cells, heads, merged)


def write_txt(file: Path) -> None:
    """As a browser or Word copies it: a cell a line with a tab before it, blank lines between rows."""
    lines: list[str] = []
    for piece in pieces():
        if isinstance(piece, str):
            lines.append(piece)
            continue
        lines.append("")
        for number, row in enumerate(piece.rows):
            covered = {
                (number, column)
                for top, left, bottom, right in piece.merged
                for column in range(left, right + 1)
                if top <= number <= bottom and top == bottom and column > left
            }
            cells = [cell for column, cell in enumerate(row) if (number, column) not in covered]
            lines += [*("\t" + cell.replace("\n", "\n\n") for cell in cells), ""]
        lines.append("")
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")


def write_docx(file: Path) -> None:
    """As Word saves it: automatic numbers, headings by style, merged cells, repeated head rows, head and page number."""
    document = docx.Document()
    set_fonts(document)
    numbering = _numbering(document)
    title = _lines("引言")[0]
    for piece in pieces():
        if isinstance(piece, Table):
            _add_table(document, piece)
            continue
        depth = next((at for at, mark in enumerate(MARKS) if re.match(mark, piece)), None)
        after_list = piece in _lines("附件目录")
        if depth is None or after_list:
            paragraph = document.add_paragraph(piece, style="Title" if piece == title else None)
            if len(piece) > LONGEST_LINE or after_list:
                paragraph.paragraph_format.first_line_indent = INDENT
            if piece.startswith("附件") and not after_list:
                paragraph.paragraph_format.page_break_before = True
            continue
        style = f"Heading {depth + 1}" if depth < len(MARKS) - 1 else None
        paragraph = document.add_paragraph(re.sub(f"^{MARKS[depth]}", "", piece), style=style)
        paragraph.paragraph_format.first_line_indent = INDENT
        _number(paragraph, numbering, depth)
    section = document.sections[0]
    section.header.paragraphs[0].text = HEAD
    _page_number(section.footer.paragraphs[0])
    document.save(str(file))


def _lines(reference: str) -> list[str]:
    frame = pd.read_csv(CLAUSES, keep_default_na=False).set_index("clause")
    return str(frame.loc[reference, "text"]).split("\n")


def set_fonts(document: Any) -> None:
    """Have a document of python-docx print Chinese."""
    for name in ("Normal", "Title", "Heading 1", "Heading 2", "Heading 3"):
        style = document.styles[name]
        style.font.name = FONT
        style.font.size = Pt(12)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for attribute in list(fonts.attrib):
            if "Theme" in attribute:
                del fonts.attrib[attribute]
        fonts.set(qn("w:eastAsia"), FONT)


def _numbering(document: Any) -> str:
    """A list of several levels, as Word makes it for official documents; its number."""
    root = document.part.numbering_part.element
    levels = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:suff w:val="nothing"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>'
        for depth, (form, text) in enumerate(LEVELS)
    )
    abstract = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
    )
    root.insert(0, abstract)
    root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
    return "90"


def _number(paragraph: Any, numbering: str, depth: int) -> None:
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = depth
    properties.get_or_add_numId().val = int(numbering)


def _page_number(paragraph: Any) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph.add_run("— ")
    paragraph._p.append(field)
    paragraph.add_run(" —")


def _add_table(document: Any, piece: Table) -> None:
    table = document.add_table(len(piece.rows), len(piece.rows[0]), style="Table Grid")
    grid = [list(row.cells) for row in table.rows]
    for cells, row in zip(grid, piece.rows, strict=True):
        for cell, text in zip(cells, row, strict=True):
            first, *more = text.split("\n")
            cell.paragraphs[0].text = first
            for line in more:
                cell.add_paragraph(line)
    for top, left, bottom, right in piece.merged:
        grid[top][left].merge(grid[bottom][right])
        for extra in grid[top][left].paragraphs[1:]:
            if not extra.text:
                extra._p.getparent().remove(extra._p)
    for number in range(piece.heads):
        flag = OxmlElement("w:tblHeader")
        table.rows[number]._tr.get_or_add_trPr().append(flag)
    widths = WIDTHS.get(piece.reference)
    if widths:
        table.autofit = False
        for column, width in enumerate(widths):
            for cells in grid:
                cells[column].width = Pt(width * 430 / sum(widths))
    document.add_paragraph("")


def write_html(file: Path) -> None:
    """As the site of a government publishes it: GBK, tables for the layout, blanks and breaks as entities."""
    body = []
    for piece in pieces():
        if isinstance(piece, str):
            text = html.escape(piece, quote=False)
            body.append(f'<p style="text-indent: 2em"><span>&nbsp;&nbsp;&nbsp;&nbsp;{text}</span></p>')
            continue
        starts = {(top, left): (bottom - top + 1, right - left + 1) for top, left, bottom, right in piece.merged}
        covered = {
            (row, column)
            for top, left, bottom, right in piece.merged
            for row in range(top, bottom + 1)
            for column in range(left, right + 1)
        } - set(starts)
        lines = []
        for number, row in enumerate(piece.rows):
            cells = []
            for column, cell in enumerate(row):
                if (number, column) in covered:
                    continue
                down, across = starts.get((number, column), (1, 1))
                text = html.escape(cell, quote=False).replace("\n", "<br>")
                cells.append(f'<td rowspan="{down}" colspan="{across}"><p>{text}</p></td>')
            lines.append(f"<tr>{''.join(cells)}</tr>")
        body.append(f'<table border="1"><tbody>{"".join(lines)}</tbody></table>')
    page = (
        '<html><head><meta http-equiv="Content-Type" content="text/html; charset=gbk"><title>通知</title>'
        "<style>p { margin: 0 }</style><script>document.title = '2025年目标 9999 亿元'</script></head><body>"
        '<table width="1000"><tr><td><table><tr><td><div class="content">'
        f"{''.join(body)}</div></td></tr></table></td></tr></table></body></html>"
    )
    file.write_bytes(page.encode("gb18030"))


def write_pdf(file: Path) -> None:
    """As LibreOffice prints the .docx."""
    soffice = shutil.which("soffice") or shutil.which("libreoffice")
    if soffice is None:
        raise SystemExit("install LibreOffice (soffice) to write the .pdf")
    source = file.with_suffix(".docx")
    if not source.exists():
        write_docx(source)
    convert(source, file.parent, "pdf")


def convert(source: Path, folder: Path, ending: str) -> Path:
    """A document as LibreOffice saves it in another format; the program is given a profile of its own."""
    soffice = shutil.which("soffice") or shutil.which("libreoffice") or "soffice"
    profile = folder / "profile"
    subprocess.run(
        [
            *(soffice, "--headless", f"-env:UserInstallation={profile.resolve().as_uri()}"),
            *("--convert-to", ending, "--outdir", str(folder), str(source)),
        ],
        check=True,
        capture_output=True,
        timeout=300,
    )
    shutil.rmtree(profile, ignore_errors=True)
    return folder / f"{source.stem}.{ending.partition(':')[0]}"


def main() -> None:
    """Write the four files into a folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    for write in (write_txt, write_docx, write_html, write_pdf):
        file = folder / f"plan.{write.__name__.removeprefix('write_')}"
        write(file)
        print(file)


if __name__ == "__main__":
    main()
