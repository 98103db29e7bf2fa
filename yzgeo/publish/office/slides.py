"""Six slides of the sheet's parts: text, tables and the chart are the program's own, the map is vectors."""

from __future__ import annotations

import io
import re
from typing import Any, NamedTuple

import xlsxwriter

from yzgeo.core.i18n import Text
from yzgeo.core.visible_text import one_line
from yzgeo.core.xml_text import allowed, escaped
from yzgeo.plan.public_edition import MARK as PUBLIC
from yzgeo.publish.board import header, imprint, industries, problems, progress
from yzgeo.publish.board.board import MONEY_UNIT, UNKNOWN, Board
from yzgeo.publish.board.lettering import width
from yzgeo.publish.board.rows import DISTRICT, Row, Table, table_of
from yzgeo.publish.board.svg import DONE, HAIR, INK, INVENTED, LAG, NEWS, TEXT2
from yzgeo.publish.context import BuildContext
from yzgeo.publish.office.archive import MADE_ON, reproducible
from yzgeo.publish.office.drawing import (
    SANS,
    SANS_EAST,
    SERIF,
    SERIF_EAST,
    Box,
    Shape,
    emu,
    frame_xml,
    geometry_xml,
    lettering_xml,
    moved,
)
from yzgeo.publish.office.map import map_and_legend
from yzgeo.publish.report import cover
from yzgeo.stats import recovery

WIDE, HIGH, MARGIN = 338.667, 190.5, 14.0
INSIDE = WIDE - 2 * MARGIN
TITLE_TOP, TITLE_HIGH, BODY_TOP, FOOT_TOP = 9.0, 15.0, 28.0, 181.0
MM_PER_PT = 25.4 / 72
TITLE_ONLY = 5
"""The layout of python-pptx's template that has a title and nothing else."""
NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""The style of tables that draws neither lines nor grounds."""
LEAST_TYPE = 9.0
"""Points of the smallest type on a slide."""
ROWS_A_SLIDE = 13
CELL_MARGIN, LEAST_HEADING = 1.2, LEAST_TYPE
MOST_UPRIGHT = 44.0
MOST_INDUSTRIES = 16
MOST_PROBLEMS, MOST_CLAUSES = 5, 3
NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
TYPEFACES = re.compile(r'(<a:(latin|ea) typeface=")[^"]*(")')


class Cell(NamedTuple):
    """A cell of a table: its words, where they stand (l, ctr, r), and how they are set."""

    words: str
    align: str = "l"
    bold: bool = False
    colour: str = INK
    size: float | None = None


class Column(NamedTuple):
    """A column: its heading, its share of the width, and how its cells are aligned."""

    heading: str
    share: float
    align: str = "l"


def render(context: BuildContext) -> bytes:
    """The slides of a plan; a part that the plan has nothing for has no slide.

    >>> from yzgeo.plan.load import load
    >>> from yzgeo.publish.context import build_context
    >>> from pptx import Presentation
    >>> slides = Presentation(io.BytesIO(render(build_context(load("yinzhou"), "en")))).slides
    >>> print(len(slides), slides[0].shapes.title.text[:11])
    6 43 projects
    """
    board = Board(context.plan, context.outcome, context.statistics, context.lang)
    deck = _blank(board)
    first_problems = problems.problems(board, MOST_PROBLEMS)
    table = table_of(board, None)
    _first_slide(deck, board, table)
    _map_slide(deck, board, first_problems)
    _progress_slide(deck, board)
    _zone_slides(deck, board, table)
    _industry_slides(deck, board)
    _problem_slide(deck, board, first_problems)
    buffer = io.BytesIO()
    deck.save(buffer)
    return reproducible(buffer.getvalue())


def _blank(board: Board) -> Any:
    """A presentation of wide slides, in the typefaces of the sheet, without the layouts that it does not use."""
    from pptx import Presentation
    from pptx.enum.shapes import PP_PLACEHOLDER
    from pptx.opc.constants import RELATIONSHIP_TYPE
    from pptx.util import Mm

    deck = Presentation()
    deck.slide_width, deck.slide_height = Mm(WIDE), Mm(HIGH)
    layout = deck.slide_layouts[TITLE_ONLY]
    for other in list(deck.slide_layouts):
        if other is not layout:
            deck.slide_layouts.remove(other)
    title, body, foot = (
        _frame((MARGIN, top, MARGIN + INSIDE, bottom))
        for top, bottom in ((TITLE_TOP, TITLE_TOP + TITLE_HIGH), (BODY_TOP, FOOT_TOP), (FOOT_TOP, HIGH - 2))
    )
    for holder in [*deck.slide_master.placeholders, *layout.placeholders]:
        kind = holder.placeholder_format.type
        frame = title if kind == PP_PLACEHOLDER.TITLE else body if kind == PP_PLACEHOLDER.BODY else foot
        holder.left, holder.top, holder.width, holder.height = frame
        if frame is foot:
            holder.element.getparent().remove(holder.element)
    theme = deck.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    fonts = {"latin": SANS, "ea": SANS_EAST}
    theme._blob = TYPEFACES.sub(lambda one: one[1] + fonts[one[2]] + one[3], theme.blob.decode("utf-8")).encode("utf-8")
    about = deck.core_properties
    about.title = allowed(one_line(board.plan.title(board.lang)))
    about.author = allowed(one_line(board.say(board.plan.authority)))
    about.last_modified_by, about.revision = "", 1
    about.subject = board.say(header.SHEET)
    about.created = about.modified = MADE_ON
    about.language = _language(board)
    return deck


def _language(board: Board) -> str:
    return "zh-CN" if board.lang == "zh" else "en-GB"


def _frame(box: Box) -> tuple[Any, Any, Any, Any]:
    from pptx.util import Emu

    left, top, right, bottom = box
    return Emu(emu(left)), Emu(emu(top)), Emu(emu(right - left)), Emu(emu(bottom - top))


def _slide(deck: Any, board: Board, title: str, beside: str = "", size: float = 24.0) -> Any:
    """A slide with its title, the words beside it, the mark of an invented ledger, and the foot."""
    slide: Any = deck.slides.add_slide(deck.slide_layouts[0])
    frame = slide.shapes.title.text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    _anchor(frame, "b")
    mark = 48.0 if board.is_invented else 0.0
    slide.shapes.title.left, slide.shapes.title.top, slide.shapes.title.width, slide.shapes.title.height = _frame(
        (MARGIN, TITLE_TOP, MARGIN + INSIDE - mark, TITLE_TOP + TITLE_HIGH)
    )
    _write(frame.paragraphs[0], title, _fitting(title, size, INSIDE - mark - 8), bold=True, serif=True)
    rule = slide.shapes.add_connector(_straight(), *_ends(MARGIN, BODY_TOP - 2.5, MARGIN + INSIDE, BODY_TOP - 2.5))
    rule.line.color.rgb, rule.line.width = _rgb(INK), emu(0.3)
    if board.is_invented:
        _mark(slide, board, MARGIN + INSIDE - 42.0, TITLE_TOP + 6.5)
    if beside:
        _text(slide, (MARGIN, BODY_TOP - 1.5, MARGIN + INSIDE, BODY_TOP + 4.5), beside, 11, colour=TEXT2)
    foot = board.plan.title(board.lang)
    if board.plan.edition == "public":
        foot += f"　{board.say(PUBLIC)}"
    if board.is_invented:
        foot += "　" if board.lang == "zh" else "  "
        foot += board.say(recovery.INVENTED_WARNING)
    _text(slide, (MARGIN, FOOT_TOP, MARGIN + INSIDE - 20, FOOT_TOP + 6), foot, 9, colour=TEXT2)
    number = f"{len(deck.slides)}"
    _text(slide, (MARGIN + INSIDE - 18, FOOT_TOP, MARGIN + INSIDE, FOOT_TOP + 6), number, 9, colour=TEXT2, align="r")
    return slide


def _fitting(words: str, size: float, room: float, least: float = 14.0) -> float:
    """The size at which a line fits a room, at most the one asked for."""
    return max(min(size, size * room / max(width(words, size, bold=True, serif=True), 1.0)), least)


def _ends(x1: float, y1: float, x2: float, y2: float) -> tuple[Any, Any, Any, Any]:
    from pptx.util import Emu

    return Emu(emu(x1)), Emu(emu(y1)), Emu(emu(x2)), Emu(emu(y2))


def _straight() -> Any:
    from pptx.enum.shapes import MSO_CONNECTOR

    return MSO_CONNECTOR.STRAIGHT


def _rgb(colour: str) -> Any:
    from pptx.dml.color import RGBColor

    made: Any = RGBColor
    return made.from_string(colour.lstrip("#").upper())


def _anchor(frame: Any, where: str) -> None:
    from pptx.enum.text import MSO_ANCHOR

    frame.vertical_anchor = {"t": MSO_ANCHOR.TOP, "ctr": MSO_ANCHOR.MIDDLE, "b": MSO_ANCHOR.BOTTOM}[where]


def _write(
    paragraph: Any, words: str, size: float, *, bold: bool = False, serif: bool = False, colour: str = INK,
    align: str = "l",
) -> None:  # fmt: skip
    """A run of text that names its typeface for Chinese letters too; the words of strangers are one line."""
    from pptx.enum.text import PP_ALIGN
    from pptx.oxml import parse_xml
    from pptx.util import Pt

    paragraph.alignment = {"l": PP_ALIGN.LEFT, "ctr": PP_ALIGN.CENTER, "r": PP_ALIGN.RIGHT}[align]
    run = paragraph.add_run()
    run.text = allowed(one_line(words))
    run.font.size, run.font.bold, run.font.color.rgb = Pt(round(size, 1)), bold, _rgb(colour)
    latin, east = (SERIF, SERIF_EAST) if serif else (SANS, SANS_EAST)
    run.font.name = latin
    run.font._element.append(parse_xml(f'<a:ea {NAMESPACES} typeface="{east}"/>'))


def _text(
    slide: Any, box: Box, words: str, size: float, *, bold: bool = False, serif: bool = False, colour: str = INK,
    align: str = "l", anchor: str = "t",
) -> Any:  # fmt: skip
    shape = slide.shapes.add_textbox(*_frame(box))
    frame = shape.text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    _anchor(frame, anchor)
    _write(frame.paragraphs[0], words, size, bold=bold, serif=serif, colour=colour, align=align)
    return frame


def _mark(slide: Any, board: Board, left: float, top: float) -> None:
    """The box that marks figures of an invented ledger."""
    _text(
        slide, (left, top, left + 42.0, top + 7.5), board.say(recovery.INVENTED_MARK), 12, bold=True, colour=INVENTED,
        align="ctr", anchor="ctr",
    )  # fmt: skip
    outline = slide.shapes[-1].line
    outline.color.rgb, outline.width = _rgb(INVENTED), emu(0.35)


def _first_slide(deck: Any, board: Board, table: Table) -> None:
    """The headline and the four figures."""
    slide = _slide(deck, board, board.say(header.headline(board)), size=26)
    title = slide.shapes.title
    title.left, title.top, title.width, title.height = _frame((MARGIN, 30.0, MARGIN + INSIDE, 78.0))
    words = board.say(header.headline(board))
    paragraph = title.text_frame.paragraphs[0]
    for run in list(paragraph.runs):
        run._r.getparent().remove(run._r)
    _write(paragraph, words, _fitting(words, 40, INSIDE * 1.75, 24), bold=True, serif=True)
    _anchor(title.text_frame, "ctr")
    over = f"{board.plan.title(board.lang)}　{board.say(header.SHEET)}"
    _text(
        slide,
        (MARGIN, 13.0, MARGIN + INSIDE - 50, 22.0),
        over,
        _fitting(over, 14, INSIDE - 50, 9),
        colour=TEXT2,
        anchor="ctr",
    )
    figures = cover.figures(board, table)
    pitch = INSIDE / max(len(figures), 1)
    widest = max((width(f"{one.number}{one.unit}", 54.0, bold=True) for one in figures), default=1.0)
    size = min(54.0, 54.0 * (pitch - 6.0) * 0.8 / widest)
    for number, figure in enumerate(figures):
        left = MARGIN + number * pitch
        right = left + pitch - 6.0
        rule = slide.shapes.add_connector(_straight(), *_ends(left, 92.0, right, 92.0))
        rule.line.color.rgb, rule.line.width = _rgb(INK), emu(0.35)
        colour = DONE if number == 0 else INK
        frame = _text(slide, (left, 95.0, right, 117.0), figure.number, size, bold=True, colour=colour, anchor="b")
        if figure.unit:
            _write(frame.paragraphs[0], f" {figure.unit}", max(size * 0.4, 14), colour=colour)
        _text(slide, (left, 119.0, right, 127.0), board.say(figure.title), 16, bold=True)
        for place, note in enumerate(figure.notes[:2]):
            _text(slide, (left, 128.5 + place * 7.0, right, 135.0 + place * 7.0), board.say(note), 12, colour=TEXT2)
        if figure.of_ledger and board.is_invented:
            _mark(slide, board, left, 145.0)
    day = board.land["as_of"] if board.has_ledger else None
    notes = [board.say(Text(f"台账截至 {day}。", f"Ledger of {day}. "))] if day else []
    _text(
        slide,
        (MARGIN, 158.0, MARGIN + INSIDE, 176.0),
        "".join([*notes, board.say(imprint.sources(board))]),
        10,
        colour=TEXT2,
    )


def _map_slide(deck: Any, board: Board, first_problems: list[problems.Problem]) -> None:
    slide = _slide(deck, board, board.say(Text("空间布局", "Layout")))
    shapes = map_and_legend(board, first_problems, (INSIDE, FOOT_TOP - 7.5 - BODY_TOP), LEAST_TYPE)
    _add_group(slide, [moved(shape, (0.0, 0.0, 0.0, 0.0), MARGIN, BODY_TOP, 1.0) for shape in shapes], board)
    if not shapes:
        words = Text("规划文件夹里还没有带位置的数据。", "Nothing of the plan has a place yet.")
        _text(slide, (MARGIN, BODY_TOP + 6, MARGIN + INSIDE, BODY_TOP + 16), board.say(words), 14, colour=TEXT2)
    _text(
        slide,
        (MARGIN, FOOT_TOP - 6.5, MARGIN + INSIDE, FOOT_TOP - 0.5),
        board.say(imprint.limits(board)),
        9,
        colour=TEXT2,
    )


def _add_group(slide: Any, shapes: list[Shape], board: Board) -> None:
    """Shapes as one group, which a reader moves and enlarges as a whole."""
    from pptx.oxml import parse_xml

    if not shapes:
        return
    left, top = min(shape.box[0] for shape in shapes), min(shape.box[1] for shape in shapes)
    right, bottom = max(shape.box[2] for shape in shapes), max(shape.box[3] for shape in shapes)
    place = f'x="{emu(left)}" y="{emu(top)}"/>', f'cx="{emu(right - left)}" cy="{emu(bottom - top)}"/>'
    number = len(slide.shapes) + 100
    title = escaped(board.say(Text("地图", "Map")))
    inside = "".join(_shape_xml(shape, number + next_one, board) for next_one, shape in enumerate(shapes, start=1))
    group = (
        f'<p:grpSp {NAMESPACES}><p:nvGrpSpPr><p:cNvPr id="{number}" name="{title}" descr="{title}"/><p:cNvGrpSpPr/><p:nvPr/>'
        f"</p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off {place[0]}<a:ext {place[1]}<a:chOff {place[0]}<a:chExt {place[1]}"
        f"</a:xfrm></p:grpSpPr>{inside}</p:grpSp>"
    )
    slide.shapes._spTree.append(parse_xml(group))


def _shape_xml(shape: Shape, number: int, board: Board) -> str:
    kind, body = "", ""
    if shape.lettering is not None:
        kind = ' txBox="1"'
        body = (
            '<p:txBody><a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"><a:noAutofit/></a:bodyPr>'
            f"<a:lstStyle/>{lettering_xml(shape.lettering, _language(board))}</p:txBody>"
        )
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{number}"/><p:cNvSpPr{kind}/><p:nvPr/></p:nvSpPr>'
        f"<p:spPr>{frame_xml(shape)}{geometry_xml(shape)}</p:spPr>{body}</p:sp>"
    )


def _progress_slide(deck: Any, board: Board) -> None:
    """Recovered land against its target as a chart that holds its figures, and a table of them."""
    if progress.block(board) is None:
        return
    land = board.land
    slide = _slide(deck, board, board.say(progress.verdict(board)))
    bars = [
        (Text("已盘活", "recovered"), land["recovered_mu"], DONE),
        (Text("进行中", "under way"), land["under_way_mu"] if board.has_ledger else None, NEWS),
        (Text("同日匀速应达", "due at an even pace"), land["expected_mu"] if board.has_ledger else None, HAIR),
        (Text("规划自载可对应到项目", "named by the plan itself"), None if board.has_ledger else land["identified_in_plan_mu"], NEWS),
        (Text("目标", "target"), land["target_mu"], INK),
    ]  # fmt: skip
    drawn = [(board.say(name), value, colour) for name, value, colour in bars if value is not None]
    if drawn:
        _add_chart(slide, board, drawn, (MARGIN, BODY_TOP + 4, MARGIN + INSIDE * 0.6, FOOT_TOP - 6))
    rows = [[Cell(board.say(name)), Cell(_number(value), "r", bold=True)] for name, value, _ in bars[:2]]
    rows += [
        [Cell(name), Cell(_number(value), "r", bold=True)]
        for name, value, _ in drawn
        if (name, value) not in [(board.say(one), figure) for one, figure, _ in bars[:2]]
    ]
    for year in land["by_year"] or []:
        name = (
            Text("未注日期", "undated")
            if year["year"] is None
            else Text(f"{year['year']} 年盘活", f"recovered in {year['year']}")
        )
        rows.append([Cell(board.say(name), colour=TEXT2), Cell(_number(year["recovered_mu"]), "r", colour=TEXT2)])
    if land["progress"] is not None and board.has_ledger:
        rows.append([Cell(board.say(Text("完成进度", "progress"))), Cell(f"{land['progress']:.1%}", "r", bold=True)])
    columns = [
        Column(board.say(Text("低效用地盘活", "Land recovered")), 0.64),
        Column(board.say(Text("亩", "mu")), 0.36, "r"),
    ]
    _add_table(slide, columns, rows, (MARGIN + INSIDE * 0.64, BODY_TOP + 6, MARGIN + INSIDE, FOOT_TOP), 14)
    note = board.say(recovery.no_ledger(board.plan)) if not board.has_ledger else ""
    day = board.land["as_of"] if board.has_ledger else None
    if day:
        note = board.say(
            Text(f"台账截至 {day}；进行中不计入完成", f"ledger of {day}; land under way does not count as done")
        )
    clause = board.say(board.plan.place(land["source"])) if land["source"] else ""
    _text(
        slide,
        (MARGIN, FOOT_TOP - 6.5, MARGIN + INSIDE, FOOT_TOP - 0.5),
        board.say(Text("；", "; ")).join(filter(None, [note, clause])),
        10,
        colour=TEXT2,
    )


def _number(value: float | None, digits: int = 2) -> str:
    return UNKNOWN if value is None else f"{value:,.{digits}f}"


def _add_chart(slide: Any, board: Board, bars: list[tuple[str, float, str]], box: Box) -> None:
    from pptx.chart.data import CategoryChartData
    from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION
    from pptx.util import Pt

    unit = board.say(Text("亩", "mu"))
    made: Any = CategoryChartData
    data = made(number_format="#,##0.00")
    data.categories = [name for name, _, _ in bars]
    data.add_series(unit, [value for _, value, _ in bars])
    chart = slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *_frame(box), data).chart
    chart.part.chart_workbook.update_from_xlsx_blob(_chart_workbook(unit, bars))
    chart.has_legend, chart.has_title = False, False
    chart.font.size, chart.font.name = Pt(14), SANS
    chart.category_axis.reverse_order = True
    chart.category_axis.format.line.color.rgb = _rgb(INK)
    chart.value_axis.minimum_scale = 0
    chart.value_axis.has_major_gridlines = False
    chart.value_axis.visible = False
    plot = chart.plots[0]
    plot.gap_width, plot.vary_by_categories = 60, False
    plot.has_data_labels = True
    plot.data_labels.number_format, plot.data_labels.number_format_is_linked = "#,##0.00", False
    plot.data_labels.position = XL_LABEL_POSITION.OUTSIDE_END
    plot.data_labels.font.size = Pt(14)
    for number, (_, _, colour) in enumerate(bars):
        fill = plot.series[0].points[number].format.fill
        fill.solid()
        fill.fore_color.rgb = _rgb(colour)


def _chart_workbook(unit: str, bars: list[tuple[str, float, str]]) -> bytes:
    """The workbook behind a chart: its cells are text and numbers, and it is the same each time."""
    buffer = io.BytesIO()
    workbook = xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    workbook.set_properties({"created": MADE_ON})
    sheet = workbook.add_worksheet("Sheet1")
    sheet.write_string(0, 1, unit)
    for row, (name, value, _) in enumerate(bars, start=1):
        sheet.write_string(row, 0, name)
        sheet.write_number(row, 1, value)
    workbook.close()
    return reproducible(buffer.getvalue())


def _add_table(
    slide: Any, columns: list[Column], rows: list[list[Cell]], box: Box, size: float, row_mm: float = 0.0
) -> None:
    """A table with a rule under its heading and hair lines between its rows."""
    left, top, right, _ = box
    high = row_mm or size * MM_PER_PT * 2.0
    frame = slide.shapes.add_table(
        len(rows) + 1, len(columns), *_frame((left, top, right, top + high * (len(rows) + 1)))
    )
    table = frame.table
    properties = table._tbl.tblPr
    properties.set("bandRow", "0")
    next(one for one in properties if one.tag.endswith("tableStyleId")).text = NO_STYLE
    head = _heading_size(columns, right - left, min(size, 12.0))
    upright = _upright(columns, right - left, head)
    for number, column in enumerate(columns):
        table.columns[number].width = emu((right - left) * column.share)
        is_upright = upright > 0 and column.align == "ctr"
        align = "l" if is_upright else column.align
        _cell(table.cell(0, number), Cell(column.heading, align, True, TEXT2, head), size, INK)
        _anchor(table.cell(0, number), "ctr" if is_upright or not upright else "b")
        if is_upright:
            table.cell(0, number)._tc.get_or_add_tcPr().set("vert", "vert270")
    for place, row in enumerate(rows, start=1):
        for number, cell in enumerate(row):
            _cell(table.cell(place, number), cell, size, HAIR)
    for row in table.rows:
        row.height = emu(high)
    if upright:
        table.rows[0].height = emu(upright)


def _heading_size(columns: list[Column], wide: float, size: float) -> float:
    """The size at which no word of a heading is broken, as far as it can be read."""
    for column in columns:
        longest = max((width(word, size, bold=True) for word in column.heading.split() if word.isascii()), default=0.0)
        room = column.share * wide - CELL_MARGIN * 2
        size = size * min(1.0, room / longest) if longest else size
    return max(size, LEAST_HEADING)


def _upright(columns: list[Column], wide: float, size: float) -> float:
    """Millimetres of a heading of upright words; 0 where no word of a narrow column is broken when they lie."""
    narrow = [column for column in columns if column.align == "ctr" and column.heading]
    words = [(column, word) for column in narrow for word in column.heading.split() if word.isascii()]
    if all(width(word, size, bold=True) <= column.share * wide - CELL_MARGIN * 2 for column, word in words):
        return 0.0
    return min(max(width(column.heading, size, bold=True) for column in narrow) * 1.1 + CELL_MARGIN * 2, MOST_UPRIGHT)


def _cell(cell: Any, content: Cell, size: float, rule: str) -> None:
    from pptx.oxml import parse_xml

    cell.margin_left = cell.margin_right = emu(CELL_MARGIN)
    cell.margin_top = cell.margin_bottom = emu(0.4)
    _anchor(cell, "ctr")
    parts = content.words.split("\n")
    _write(
        cell.text_frame.paragraphs[0], parts[0], content.size or size, bold=content.bold, colour=content.colour,
        align=content.align,
    )  # fmt: skip
    for part in parts[1:]:
        _write(cell.text_frame.add_paragraph(), part, (content.size or size) - 1.5, colour=TEXT2, align=content.align)
    line = (
        f'<a:lnB {NAMESPACES} w="{emu(0.3 if rule == INK else 0.15)}"><a:solidFill><a:srgbClr val="{rule.lstrip("#")}"/>'
        "</a:solidFill></a:lnB>"
    )
    cell._tc.get_or_add_tcPr().insert(0, parse_xml(line))


def _pages(rows: list[Any], most: int) -> list[list[Any]]:
    """Rows in parts of about the same length.

    >>> print([len(part) for part in _pages(list(range(14)), 13)], _pages([], 3))
    [7, 7] []
    """
    count = -(-len(rows) // most)
    size = -(-len(rows) // count) if count else 0
    return [rows[start : start + size] for start in range(0, len(rows), size)] if count else []


def _numbered(words: str, number: int, count: int) -> str:
    return words if count == 1 else f"{words} {number}/{count}"


def _zone_slides(deck: Any, board: Board, table: Table) -> None:
    """The table of zones with the rows that close its sums."""
    if not table.rows:
        return
    say = board.say
    name = Text("地点", "Place") if table.is_of_places else Text("片区", "Zone")
    columns: list[tuple[Column, Any]] = [(Column(say(name), 3.0), lambda row: say(row.name))]
    if table.area_title is not None:
        heading = f"{say(table.area_title)}{say(Text('（平方公里）', ' (km²)'))}"
        columns.append((Column(heading, 2.0, "r"), lambda row: say(row.area_text)))
    if len(board.plan.projects):
        columns.append(
            (
                Column(say(Text("项目", "Projects")), 1.0, "r"),
                lambda row: UNKNOWN if row.projects is None else f"{row.projects}",
            )
        )
        columns.append(
            (
                Column(
                    f"{say(Text('计划投资', 'Investment'))}{say(Text('（', ' ('))}{say(MONEY_UNIT)}{say(Text('）', ')'))}",
                    1.9,
                    "r",
                ),
                lambda row: board.money(row.money),
            )
        )
    if any(row.new_land is not None for row in [*table.rows, *table.closing]):
        columns.append(
            (Column(say(Text("新增用地（亩）", "New land (mu)")), 1.5, "r"), lambda row: _number(row.new_land, 1))
        )
    if board.has_ledger or board.land["target_mu"] is not None:
        heading = say(Text("已盘活（亩）", "Recovered (mu)"))
        mark = f" {say(recovery.INVENTED_MARK)}" if board.is_invented else ""
        columns.append((Column(heading + mark, 2.0 if mark else 1.5, "r"), lambda row: _number(row.recovered, 0)))
    columns.append((Column(say(Text("警告", "Warnings")), 1.1, "r"), lambda row: f"{row.warnings}"))
    columns.append((Column(say(Text("提示", "Hints")), 0.85, "r"), lambda row: f"{row.hints}"))
    whole = sum(column.share for column, _ in columns)
    heads = [column._replace(share=column.share / whole) for column, _ in columns]
    rows = [*table.rows, *table.closing, table.whole]
    pages = _pages(rows, ROWS_A_SLIDE)
    title = Text("片区：面积、项目、投资与发现", "Zones: area, projects, investment, findings")
    if table.is_of_places:
        title = Text("片区内各地点", "The places of the zone")
    for number, page in enumerate(pages, start=1):
        slide = _slide(deck, board, _numbered(say(title), number, len(pages)))
        cells = [
            [
                _zone_cell(board, row, figure(row), column, row is table.whole, row in table.closing)
                for column, figure in columns
            ]
            for row in page
        ]
        size = 14 if len(page) <= 9 else 12
        _add_table(
            slide,
            heads,
            cells,
            (MARGIN, BODY_TOP + 2, MARGIN + INSIDE, FOOT_TOP),
            size,
            min(11.0, 140.0 / (len(page) + 1)),
        )
        note = Text(
            "— 为未载或未知，不等于零；各行相加等于合计。",
            "— is not stated or unknown, which is not zero; the rows add up to the total.",
        )
        _text(slide, (MARGIN, FOOT_TOP - 6.5, MARGIN + INSIDE, FOOT_TOP - 0.5), say(note), 10, colour=TEXT2)


def _zone_cell(board: Board, row: Row, words: str, column: Column, is_sum: bool, is_closing: bool) -> Cell:
    if row.key == DISTRICT and words == "0":  # the row is there for its findings alone
        words = (
            UNKNOWN
            if column.heading not in (board.say(Text("警告", "Warnings")), board.say(Text("提示", "Hints")))
            else words
        )
    colour = TEXT2 if is_closing else INK
    return Cell(words, column.align, is_sum or (column.align == "l" and not is_closing), colour)


def _industry_slides(deck: Any, board: Board) -> None:
    """Leading industries by zone: a matrix, a list where there are too many."""
    cells = industries.cells_of(board.plan)
    if not cells.industries:
        return
    say = board.say
    zones = list(cells.listed)
    pages = _pages(zones, ROWS_A_SLIDE)
    few = len(cells.industries) <= MOST_INDUSTRIES
    for number, page in enumerate(pages, start=1):
        slide = _slide(
            deck, board, _numbered(say(Text("各片区主导产业", "Leading industries by zone")), number, len(pages))
        )
        names = list(cells.industries) if few else []
        name_share, count_share = (0.17 if few else 0.3), 0.08
        share = (1 - name_share - count_share) / max(len(names), 1)
        heads = [Column(say(Text("片区", "Zone")), name_share)]
        if few:
            heads += [Column(say(cells.industries[one]), share, "ctr") for one in names]
        else:
            heads.append(Column(say(Text("主导产业", "Leading industries")), 1 - name_share - count_share))
        heads.append(Column(say(Text("个数", "Number")), count_share, "r"))
        rows = []
        for zone_id in page:
            listed, own, limit = cells.listed[zone_id], industries.count(cells, zone_id), cells.limits.get(zone_id)
            row = [Cell(say(board.names[zone_id].short), bold=True)]
            if few:
                row += [_industry_cell(board, listed.get(one, set()), cells.places) for one in names]
            else:
                row.append(Cell(say(Text("、", ", ")).join(say(cells.industries[one]) for one in listed) or UNKNOWN))
            over = limit is not None and own > limit
            told = UNKNOWN if not listed else f"{own}" if limit is None else f"{own} / {limit:g}"
            rows.append([*row, Cell(told, "r", over, LAG if over else INK)])
        size = 13 if len(page) <= 9 else 11
        _add_table(
            slide,
            heads,
            rows,
            (MARGIN, BODY_TOP + 2, MARGIN + INSIDE, FOOT_TOP),
            size,
            min(12.0, 138.0 / (len(page) + 1)),
        )
        parts = []
        if few:
            both = len(cells.places) > 1
            parts.append(Text("● 正文与表都列", "● in text and table") if both else Text("● 列为主导产业", "● leading"))
            if both:
                parts.append(Text("“正文”“表”为仅列于一处", "“text”, “table”: in one of them only"))
        if cells.limits:
            parts.append(Text("个数 / 规划所限", "number / the plan's limit"))
        note = Text("；".join(part.zh for part in parts), "; ".join(part.en for part in parts))
        if parts:
            _text(slide, (MARGIN, FOOT_TOP - 6.5, MARGIN + INSIDE, FOOT_TOP - 0.5), say(note), 10, colour=TEXT2)


def _industry_cell(board: Board, listed: set[str], places: tuple[str, ...]) -> Cell:
    if not listed:
        return Cell("", "ctr")
    if len(listed) == len(places):
        return Cell("●", "ctr", colour=DONE)
    only = Text("正文", "text") if "text" in listed else Text("表", "table")
    return Cell(board.say(only), "ctr", True, LAG, 10)


def _problem_slide(deck: Any, board: Board, first_problems: list[problems.Problem]) -> None:
    if not first_problems:
        return
    say = board.say
    graver = len(board.outcome.at_least("warning"))
    lighter = len(board.outcome.findings) - graver
    slide = _slide(deck, board, say(Text("请先看的问题", "Problems to see first")))
    mark = f"【{say(recovery.INVENTED_MARK)}】"
    rows = [
        [
            Cell(f"{one.number}", "ctr", True, LAG, 18),
            Cell(
                f"{mark if one.is_invented else ''}{one_line(say(one.title))}\n{one_line(say(one.detail))}", bold=True
            ),
            Cell(_clauses(board, one), colour=TEXT2, size=10),
        ]
        for one in first_problems
    ]
    columns = [
        Column("", 0.05, "ctr"),
        Column(say(Text("问题与依据", "Problem and evidence")), 0.73),
        Column(say(Text("条文", "Clause")), 0.22),
    ]
    _add_table(slide, columns, rows, (MARGIN, BODY_TOP + 2, MARGIN + INSIDE, FOOT_TOP), 14, 22.0)
    slide.shapes[-1].table.rows[0].height = emu(9.0)
    note = Text(
        f"共 {graver} 条警告、{lighter} 条提示，见整改清单。",
        f"Of {graver} warnings and {lighter} hints: see the list of findings.",
    )
    _text(slide, (MARGIN, FOOT_TOP - 6.5, MARGIN + INSIDE, FOOT_TOP - 0.5), say(note), 10, colour=TEXT2)


def _clauses(board: Board, problem: problems.Problem) -> str:
    """The first clauses of a problem, and whether there are more."""
    shown = [board.say(board.plan.place(clause)) for clause in problem.clauses[:MOST_CLAUSES]]
    more = Text(" 等", " …") if len(problem.clauses) > MOST_CLAUSES else Text("", "")
    return board.say(Text("；", "; ")).join(shown) + board.say(more)
