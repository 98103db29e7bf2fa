"""Read PDF files with a text layer: paragraphs and tables put together again over lines and pages.

Repeated page heads, page numbers, unseen and turned text are kept apart. Nothing that the file refers to is opened, and
its scripts are not run.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pypdfium2

from yzgeo.core.errors import InputError
from yzgeo.core.i18n import Text
from yzgeo.documents import aligned_tables, numbering, pdf_page, recognition, ruled_tables, table_heads, text_lines
from yzgeo.documents.aligned_tables import Aligned
from yzgeo.documents.block import HIDDEN, PAGE, PICTURE, Block, row_of
from yzgeo.documents.pdf_page import Char, Line, Page
from yzgeo.documents.ruled_tables import Grid
from yzgeo.documents.text_lines import Margins, TextLine

TITLE = Text("PDF 文件", "PDF file")
SUFFIXES = (".pdf",)
MOST_PAGES = 2_000
MARGIN = 0.13
"""Share of the height, above and below, in which page heads and feet stand."""
REPEATED = 0.4
"""Share of pages on which a page head stands, unless it stands on pages that follow one another."""
SAME_HEIGHT = 8
LONGEST_NUMBER = 16
PAGE_NUMBER = re.compile(
    r"[-—–―·.\s]*(?:第\s*)?[0-9０-９ⅠⅡⅢⅣⅤIVXivx]{1,5}\s*(?:页)?(?:\s*[/／,，]?\s*共?\s*\d{1,4}\s*页?)?[-—–―·.\s]*"
)
PADDING = 4.0
"""Points between the text of a cell and its rules, on both sides together some more."""
SAME_COLUMNS = 4.0
FRAME_SHARE = 0.7
FEW = 10
"""Characters of a page that is a picture, its number say."""
SENTENCE_ENDS = ("。", "；", "：", "！", "？")
UNMAPPED = 0.2
STRIKE = (0.15, 0.6)
"""Shares of the size above the baseline between which a line strikes text out."""


class Table(NamedTuple):
    """A table on a page: its grid, its rows, and where it begins and ends."""

    grid: Grid
    rows: list[tuple[str, ...]]
    top: float
    bottom: float
    score: float | None = None


class _OpenTable(NamedTuple):
    """A table that the next page may go on with: the grid of its last part, all its rows, and its first page."""

    number: int
    grid: Grid
    rows: list[tuple[str, ...]]
    page: int
    score: float | None


class _Sheet(NamedTuple):
    """A page taken apart: its lines outside of tables, its tables, and what is kept apart."""

    number: int
    width: int
    height: float
    lines: list[TextLine]
    tables: list[Table]
    asides: list[Block]
    artifacts: list[TextLine]


def read(file: Path) -> list[Block]:
    """The paragraphs and rows of a PDF, what is kept apart at the end.

    Raises
    ------
    InputError
        When it asks for a password, has too many pages, or its fonts do not tell their characters.
    """
    sheets = []
    with closing(_opened(file)) as document:
        if len(document) > MOST_PAGES:
            raise InputError(
                Text(f"有 {len(document):,} 页", f"has {len(document):,} pages"),
                Text("取出规划文本所在的页另存", "save the pages of the plan's text as a file of their own"),
                file=str(file),
            )
        for number in range(len(document)):
            page = document[number]
            try:
                layout = pdf_page.read(page)
                if _is_scan(layout) and recognition.is_there():
                    layout = recognition.read(page, layout)
                sheets.append(_sheet(layout, number + 1, file))
            finally:
                page.close()
    heads = _page_heads(sheets)
    blocks = list(_body(sheets, heads))
    marked = [(sheet.number, line) for sheet in sheets for line in sheet.artifacts]
    apart = list(_apart(sorted([*heads, *marked], key=lambda head: head[0])))
    return blocks + apart + [aside for sheet in sheets for aside in sheet.asides]


def _opened(file: Path) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(file)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise InputError(
                Text("要密码才能打开", "asks for a password"),
                Text("在 PDF 软件中去掉密码后另存", "save it without the password in a PDF program"),
                file=str(file),
            ) from error
        raise


def _is_scan(page: Page) -> bool:
    """Whether a page is a picture with no text but a page number."""
    words = sum(not char.text.isspace() for char in page.chars)
    return page.picture >= pdf_page.LARGE_PICTURE and (words < FEW or page.unmapped > UNMAPPED)


def _sheet(page: Page, number: int, file: Path) -> _Sheet:
    if page.unmapped > UNMAPPED and not _is_scan(page):
        raise InputError(
            Text(
                f"第 {number} 页的字体没有字符编码，文字取不出来",
                f"the fonts of page {number} do not tell their characters",
            ),
            Text(
                "向发文单位要 .docx，或打印成图片后识别文字",
                "ask the office that issued it for the .docx, or have its characters recognised",
            ),
            file=str(file),
        )
    struck = {at for at, char in enumerate(page.chars) if _is_struck(char, page.lines)} if page.lines else set()
    seen = [
        char._replace(text="") if at in struck else char  # its place stays taken, so that no blank is read there
        for at, char in enumerate(page.chars)
        if not char.unseen and not char.turned and not char.artifact
    ]
    artifacts = [char for char in page.chars if char.artifact and not char.unseen and not char.turned]
    asides = [
        Block(HIDDEN, text, page=number)
        for chars in (
            [one for one in page.chars if one.unseen],
            [one for one in page.chars if one.turned and not one.unseen],
        )
        if (text := "".join(one.text for one in chars).strip())
    ]
    if text := "".join(page.chars[at].text for at in sorted(struck)).strip():
        asides.append(Block("paragraph", text, page=number, struck=True))
    if _is_scan(page):
        asides.append(Block(PICTURE, "", page=number))
    grids = [grid for grid in ruled_tables.grids(page.lines) if not _is_frame(grid, page)]
    tables, rest = _tables(grids, seen)
    lines = _in_columns(text_lines.lines_of(rest))
    if not any(line.column for line in lines):
        lines, aligned = aligned_tables.find(lines)
        tables = sorted([*tables, *map(_unruled, aligned)], key=lambda table: table.top)
    return _Sheet(number, round(page.width), page.height, lines, tables, asides, text_lines.lines_of(artifacts))


def _unruled(table: Aligned) -> Table:
    """A table without rules as one with rules, none of its cells merged."""
    ys = [table.top + (table.bottom - table.top) * at / len(table.rows) for at in range(len(table.rows) + 1)]
    owner = {(row, column): (row, column) for row in range(len(table.rows)) for column in range(len(table.xs) - 1)}
    return Table(Grid(table.xs, ys, owner), table.rows, table.top, table.bottom, table.score)


def _is_struck(char: Char, lines: list[Line]) -> bool:
    """Whether a short level line runs through a character."""
    if char.text.isspace():
        return False
    middle = (char.x0 + char.x1) / 2
    high, low = char.y - STRIKE[1] * char.size, char.y - STRIKE[0] * char.size
    return any(
        line.y1 - line.y0 < 1 and high <= line.y0 <= low and line.x0 - 1 <= middle <= line.x1 + 1 for line in lines
    )


def _is_frame(grid: Grid, page: Page) -> bool:
    """Whether a table of one cell is the frame of the page."""
    size = (grid.xs[-1] - grid.xs[0]) * (grid.ys[-1] - grid.ys[0])
    return grid.rows == grid.columns == 1 and size > FRAME_SHARE * page.width * page.height


def _tables(grids: list[Grid], chars: list[Char]) -> tuple[list[Table], list[Char]]:
    """The tables with their text, each character in the smallest that it lies in, and the other characters."""
    by_size = sorted(
        range(len(grids)),
        key=lambda at: (grids[at].xs[-1] - grids[at].xs[0]) * (grids[at].ys[-1] - grids[at].ys[0]),
    )
    cells: list[dict[tuple[int, int], list[Char]]] = [{} for _ in grids]
    rest = []
    for char in chars:
        x, y = (char.x0 + char.x1) / 2, char.y - 0.3 * char.size
        for at in by_size:
            cell = grids[at].cell_at(x, y)
            if cell is not None:
                cells[at].setdefault(cell, []).append(char)
                break
        else:
            rest.append(char)
    tables = []
    for grid, of_cell in zip(grids, cells, strict=True):
        rows = [
            tuple(_cell_text(grid, (row, column), of_cell.get((row, column), [])) for column in range(grid.columns))
            for row in range(grid.rows)
        ]
        if any(cell.strip() for row in rows for cell in row):
            score = text_lines.lowest(char.score for chars in of_cell.values() for char in chars)
            tables.append(Table(grid, rows, grid.ys[0], grid.ys[-1], score))
    return tables, rest


def _cell_text(grid: Grid, cell: tuple[int, int], chars: list[Char]) -> str:
    if not chars:
        return ""
    lines = text_lines.lines_of(chars)
    return text_lines.cell_text(lines, grid.right_of(cell) - grid.xs[cell[1]] - 2 * PADDING)


def _in_columns(lines: list[TextLine]) -> list[TextLine]:
    """Lines in reading order: of two columns of text the left one first."""
    if len(lines) < 16:
        return lines
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    middle = (left + right) / 2
    for gutter in (middle, middle - 12, middle + 12):
        one = [line for line in lines if line.x1 <= gutter]
        other = [line for line in lines if line.x0 >= gutter]
        across = len(lines) - len(one) - len(other)
        long = [line for line in (*one, *other) if line.x1 - line.x0 > 0.3 * (right - left)]
        if across <= 0.1 * len(lines) and min(len(one), len(other)) >= 6 and len(long) > 0.5 * len(lines):
            top = min(line.y for line in other)
            before = [line for line in lines if line.x0 < gutter < line.x1 and line.y < top]
            after = [line for line in lines if line.x0 < gutter < line.x1 and line.y >= top]
            aside = min(line.x0 for line in other) - min(line.x0 for line in one)
            first = [line._replace(column=1) for line in one]
            second = [line._replace(column=1, x0=line.x0 - aside, x1=line.x1 - aside) for line in other]
            return [*before, *first, *second, *after]
    return lines


def _page_heads(sheets: list[_Sheet]) -> list[tuple[int, TextLine]]:
    """The lines above and below the text that are no text of it: page numbers, and what many pages repeat."""
    lines = [(sheet, line) for sheet in sheets for line in _outer(sheet)]
    pages: dict[tuple[str, int], set[int]] = {}
    for sheet, line in lines:
        for by in (-1, 0, 1):
            pages.setdefault((_shape(line), round(line.y / SAME_HEIGHT) + by), set()).add(sheet.number)
    heads = []
    for sheet, line in lines:
        edge = line.y in (min(one.y for one in sheet.lines), max(one.y for one in sheet.lines))
        number = edge and len(sheets) > 1 and PAGE_NUMBER.fullmatch(line.text) and len(line.text) < LONGEST_NUMBER
        repeated = _repeats(pages[_shape(line), round(line.y / SAME_HEIGHT)], sheet.number, len(sheets))
        if number or (repeated and not numbering.begins_part(line.text)):
            heads.append((sheet.number, line))
    return heads


def _apart(heads: list[tuple[int, TextLine]]) -> Iterator[Block]:
    """Page heads and feet, each wording once, those that differ by a number together."""
    wordings: dict[str, dict[str, int]] = {}
    for page, line in heads:
        wordings.setdefault(_shape(line), {}).setdefault(line.text, page)
    for texts in wordings.values():
        yield Block(PAGE, "\n".join(texts), page=next(iter(texts.values())))


def _shape(line: TextLine) -> str:
    """A line without the numbers in it, which differ from page to page."""
    return re.sub(r"[0-9０-９]+", "#", table_heads.compact(line.text))


def _outer(sheet: _Sheet) -> Iterator[TextLine]:
    """The lines in the upper and lower margin, above and below all tables."""
    high = min([MARGIN * sheet.height, *(table.top for table in sheet.tables)])
    low = max([(1 - MARGIN) * sheet.height, *(table.bottom for table in sheet.tables)])
    return (line for line in sheet.lines if line.y < high or line.y > low)


def _repeats(pages: set[int], page: int, count: int) -> bool:
    """Whether a line stands on many pages, or on three that follow one another, or every other one."""
    if len(pages) >= max(2, REPEATED * count):
        return True
    return any(
        all(first + at * step in pages for at in range(3))
        for step in (1, 2)
        for first in range(page - 2 * step, page + 1, step)
    )


def _body(sheets: list[_Sheet], heads: list[tuple[int, TextLine]]) -> Iterator[Block]:
    """The paragraphs and tables in reading order, put together over the pages."""
    taken = {(number, line) for number, line in heads}
    edges = _margins(sheets, taken)
    tables = 0
    open_lines: list[TextLine] = []
    open_page = 0
    open_table: _OpenTable | None = None
    late: dict[str, int] = {}
    for sheet in sheets:
        items: list[TextLine | Table] = [line for line in sheet.lines if (sheet.number, line) not in taken]
        for table in sheet.tables:
            at = next((at for at, item in enumerate(items) if _top(item) > table.top), len(items))
            items.insert(at, table)
        first = True
        for item in items:
            if isinstance(item, Table):
                yield from _paragraph(open_lines, open_page)
                open_lines = []
                if first and open_table and _same_columns(open_table.grid, item.grid):
                    repeated, rows = _without_heads(open_table.rows, item.rows)
                    for row in repeated:
                        late.setdefault("\t".join(row), sheet.number)
                    rows = _continued(open_table.rows, rows, open_table.grid)
                    score = text_lines.lowest((open_table.score, item.score))
                    open_table = open_table._replace(grid=item.grid, rows=rows, score=score)
                else:
                    yield from _rows(open_table)
                    open_table = _OpenTable(tables, item.grid, list(item.rows), sheet.number, item.score)
                    tables += 1
            else:
                yield from _rows(open_table)
                open_table = None
                same = not first and item.y > open_lines[-1].y if open_lines else False
                if open_lines and text_lines.goes_on(
                    open_lines[-1], item, edges[sheet.width, item.column], same_page=same
                ):
                    open_lines.append(item)
                else:
                    yield from _paragraph(open_lines, open_page)
                    open_lines, open_page = [item], sheet.number
            first = False
    yield from _rows(open_table)
    yield from _paragraph(open_lines, open_page)
    yield from (Block(PAGE, text, page=page) for text, page in late.items())


def _margins(sheets: list[_Sheet], taken: set[tuple[int, TextLine]]) -> dict[tuple[int, int], Margins]:
    """The margins of the text of pages of each width, with its columns."""
    lines: dict[tuple[int, int], list[TextLine]] = {}
    for sheet in sheets:
        for line in sheet.lines:
            if (sheet.number, line) not in taken:
                lines.setdefault((sheet.width, line.column), []).append(line)
    return {key: text_lines.margins(of_key) for key, of_key in lines.items()}


def _top(item: TextLine | Table) -> float:
    return item.top


def _paragraph(lines: list[TextLine], page: int) -> Iterator[Block]:
    """The paragraph of lines, if there are any."""
    if lines:
        text = lines[0].text
        for line in lines[1:]:
            text = text_lines.joined(text, line.text)
        yield Block("paragraph", text, page=page, score=text_lines.lowest(line.score for line in lines))


def _rows(table: _OpenTable | None) -> Iterator[Block]:
    """The rows of a table, if there is one."""
    if table is not None:
        filled = [cells for cells in table.rows if any(map(str.strip, cells))]
        yield from (row_of(cells, table.number, at, table.page, score=table.score) for at, cells in enumerate(filled))


def _same_columns(one: Grid, other: Grid) -> bool:
    return one.columns == other.columns and all(
        abs(left - right) <= SAME_COLUMNS for left, right in zip(one.xs, other.xs, strict=True)
    )


def _without_heads(
    above: list[tuple[str, ...]], rows: list[tuple[str, ...]]
) -> tuple[list[tuple[str, ...]], list[tuple[str, ...]]]:
    """The head rows that a part of a table repeats, and its other rows."""
    count = table_heads.head_rows(above)
    same = 0
    while same < min(count, len(rows)) and [*map(table_heads.compact, rows[same])] == [
        *map(table_heads.compact, above[same])
    ]:
        same += 1
    return rows[:same], rows[same:]


def _continued(above: list[tuple[str, ...]], rows: list[tuple[str, ...]], grid: Grid) -> list[tuple[str, ...]]:
    """The rows of a table with those of its part on the next page; a row that the page cuts is one again.

    `grid` is that of the part above: the rest of a cell that reaches down to its end belongs to that cell.
    """
    if not above or not rows or (rows[0][0].strip() and len(rows[0]) > 1):
        return [*above, *rows]
    if len(rows[0]) == 1 and not above[-1][0].strip().endswith(SENTENCE_ENDS):
        return [*above[:-1], _glued(above[-1], rows[0]), *rows[1:]]
    if _is_cut(above, rows[0]):
        return [*above[:-1], _glued(above[-1], rows[0]), *rows[1:]]
    whole, first = [*above], [*rows[0]]
    for column, cell in enumerate(rows[0]):
        top, left = grid.owner[grid.rows - 1, column]
        at = len(above) - grid.rows + top
        if cell.strip() and left == column and top < grid.rows - 1 and at >= 0:
            rest = tuple(cell if other == column else "" for other in range(len(first)))
            whole[at] = _glued(whole[at], rest, "\n")
            first[column] = ""
    return [*whole, tuple(first), *rows[1:]]


def _glued(row: tuple[str, ...], rest: tuple[str, ...], between: str = "") -> tuple[str, ...]:
    """A row and the rest of it, cell by cell."""
    return tuple(
        text_lines.joined(high + between, low) if high and low else high or low
        for high, low in zip(row, rest, strict=True)
    )


def _is_cut(above: list[tuple[str, ...]], row: tuple[str, ...]) -> bool:
    """Whether the first row of a page is the rest of the last one: blank where all other rows hold something."""
    filled = [other for other in above if any(map(str.strip, other))]
    body = filled[table_heads.head_rows(filled) :]
    held = [at for at in range(len(row)) if body and all(other[at].strip() for other in body)]
    return any(not row[at].strip() for at in held) and all(
        above[-1][at].strip() and not table_heads.is_number(cell) for at, cell in enumerate(row) if cell.strip()
    )
