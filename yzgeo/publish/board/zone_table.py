"""The table of zones: bars and figures in the same cells, and rows that close the sums."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from yzgeo.core.i18n import Text, bilingual, counted
from yzgeo.plan.areas import areas_by_kind
from yzgeo.publish.board.board import MONEY_UNIT, RIGHT, RIGHT_EDGE, RIGHT_WIDTH, UNKNOWN, Block, Board, heading
from yzgeo.publish.board.industries import MOST_ZONES, cells_of, names_in_lines
from yzgeo.publish.board.lettering import distinct, shortened, width, wrapped
from yzgeo.publish.board.rows import DISTRICT, FIRM_TEXT, NEWS, NOWHERE, OWNER, Row, Table, row_height, with_inner_zones
from yzgeo.publish.board.svg import DONE, HAIR, INK, LAG, PT, STATED, TEXT2, line, rect, text
from yzgeo.publish.board.svg import NEWS as NEWS_TONE

HEAD, CLOSING_HEIGHT, SUM_HEIGHT, LEGEND_LINE, FOOT = 15.6, 4.3, 5.4, 3.5, 2.5
HIGHEST_ROW = 7.0
BAR = 3.4
FILLS = {FIRM_TEXT: DONE, NEWS: NEWS_TONE, OWNER: "url(#hatch)", NOWHERE: "url(#pale)"}
BASES = {
    FIRM_TEXT: Text("规划原文", "by the plan"),
    NEWS: Text("项目公示", "by a notice"),
    OWNER: Text("仅业主地址", "owner's address only"),
    NOWHERE: Text("位置未知", "place unknown"),
}
LEAST_NAME, MOST_NAME, LEAST_WORDS, INDENT = 22.0, 80.0, 32.0, 4.0
SMALL = 7.2
PARTIAL = "*"
"""Behind a sum of only some of what it sums; the legend tells what it is without."""


class Column(NamedTuple):
    """A column: its width, the room of its bars (0: none), its two heading lines, its value and its figure by row.

    - `is_partial`: whether a row's figure is a sum of only some of what it sums
    - `lines`: of a column of words, those of a row
    """

    wide: float
    bar: float
    head: tuple[str, str]
    value: Callable[[Row], float | None]
    figure: Callable[[Row], str]
    of_ledger: bool = False
    is_partial: Callable[[Row], bool] = lambda row: False
    lines: Callable[[Row], list[str]] | None = None


class Entry(NamedTuple):
    """An entry of the legend: its words, the room of the sign before them, and what draws that.

    - `starts`: it begins a line
    """

    words: str
    room: float = 0.0
    sign: Callable[[float, float], str] = lambda x, base: ""
    starts: bool = False

    @property
    def wide(self) -> float:
        """The width of sign and words."""
        return self.room + width(self.words, SMALL)


def block(board: Board, table: Table, stretch: float = 1.0) -> Block | None:
    """The table, its rows so many times as high as they need be; None for a plan without zones."""
    if not table.rows:
        return None
    high = stretched_row(table, stretch)
    lines = _legend_lines(board, table)
    height = (
        HEAD
        + high * len(table.rows)
        + CLOSING_HEIGHT * len(table.closing)
        + SUM_HEIGHT
        + LEGEND_LINE * len(lines)
        + FOOT
    )
    return Block(height, lambda top: _draw(board, table, lines, high, top))


def stretched_row(table: Table, stretch: float) -> float:
    """The height of a row that is stretched, as far as its bars and words still belong together."""
    least = row_height(len(table.rows))[0]
    return max(least, min(least * stretch, HIGHEST_ROW))


def _columns(board: Board, table: Table) -> list[Column]:
    say = board.say
    columns: list[Column] = []
    rows = [*table.rows, *table.closing]
    areas = areas_by_kind(board.plan)
    lacks_area = bool(areas and areas[0].missing)
    if table.area_title is not None:
        head = (shortened(say(table.area_title), 22, 7.4), say(Text("平方公里", "km²")))
        columns.append(
            Column(
                24.0 if not table.is_of_places else 16.0,
                11.5 if not table.is_of_places else 0.0,
                head,
                lambda row: row.area,
                lambda row: say(row.area_text),
                is_partial=lambda row: row is table.whole and lacks_area,
            )
        )
    if len(board.plan.projects):
        columns.append(
            Column(
                9.5,
                0.0,
                (say(Text("项目", "Proj-")), say(Text("项", "ects"))),
                lambda row: None,
                lambda row: UNKNOWN if row.projects is None else f"{row.projects}",
            )
        )
        head = (say(Text("计划投资，按位置依据", "Investment by evidence")), say(MONEY_UNIT))
        columns.append(
            Column(
                32.0,
                18.0,
                head,
                lambda row: row.money,
                lambda row: board.money(row.money),
                is_partial=lambda row: row.left_out > 0 and row.money is not None,
            )
        )
    if any(row.new_land is not None for row in rows):
        head = (say(Text("新增用地", "New land")), say(Text("已载，亩", "stated, mu")))
        columns.append(
            Column(
                19.0,
                6.5,
                head,
                lambda row: row.new_land,
                lambda row: UNKNOWN if row.new_land is None else f"{row.new_land:,.1f}",
            )
        )
    if board.has_ledger or board.land["target_mu"] is not None:
        head = (say(Text("已盘活", "Recovered")), say(Text("亩", "mu")))
        columns.append(
            Column(
                20.5,
                8.0,
                head,
                lambda row: row.recovered,
                lambda row: UNKNOWN if row.recovered is None else f"{row.recovered:,.0f}",
                True,
            )
        )
    return columns


def _draw(board: Board, table: Table, lines: list[list[Entry]], high: float, top: float) -> str:
    say = board.say
    columns = _columns(board, table)
    words = say(Text("警告 ·提示", "warnings ·hints"))
    findings = max(17.0, width(words, 7.2) + 2.6)
    spare = RIGHT_WIDTH - findings - sum(column.wide for column in columns)
    size = row_height(len(table.rows))[1]
    widest = max(width(say(row.name), size, bold=True) for row in table.rows) + INDENT + 2.0
    name_room = min(max(spare, LEAST_NAME), max(widest, LEAST_NAME), MOST_NAME)
    industries = _industries(board, table, spare - name_room)
    if industries is not None:
        columns = [industries, *columns]
    stretch = (spare - name_room) / max(len(columns), 1) if industries is None else 0.0
    columns = [
        column._replace(
            wide=column.wide + stretch, bar=column.bar + (min(stretch, stretch * 0.7) if column.bar else 0.0)
        )
        for column in columns
    ]
    is_marked = board.lang == "en" and any(column.of_ledger for column in columns)
    drawn = heading(board, top, _title(board, table), _beside(board, table), of_ledger=is_marked)
    base = top + 13.9
    x = RIGHT + name_room
    for column in columns:
        right = x + column.wide
        if column.lines is not None:
            drawn += text(x, base, column.head[1], 7.2, fill=TEXT2)
        elif column.of_ledger and board.is_invented:
            drawn += text(
                right,
                base - 3.6,
                f"{column.head[0]}, {column.head[1]}" if board.lang == "en" else f"{column.head[0]}，{column.head[1]}",
                7.2,
                fill=TEXT2,
                anchor="end",
            )
            _, taken = board.mark(0, 0, short=True)
            drawn += board.mark(right - taken, base - 0.1, short=True)[0]
        else:
            drawn += text(right, base - 3.3, column.head[0], 7.2, fill=TEXT2, anchor="end")
            drawn += text(right, base, column.head[1], 7.2, fill=TEXT2, anchor="end")
        x = right
    drawn += text(RIGHT_EDGE, base - 3.3, say(Text("检查发现", "Findings")), 7.2, fill=TEXT2, anchor="end")
    hints = say(Text("提示", "hints"))
    drawn += text(RIGHT_EDGE, base, hints, 7.2, fill=TEXT2, anchor="end")
    drawn += text(
        RIGHT_EDGE - width(hints, 7.2) - 0.8, base, say(Text("警告 ·", "warnings ·")), 7.2, fill=LAG, anchor="end"
    )
    y = top + HEAD
    drawn += line(RIGHT, y, RIGHT_EDGE, y, 0.3)
    # One axis a column: the bars of all rows share the room that the longest figure leaves.
    columns = [
        column._replace(bar=min(column.bar, column.wide - _longest(column, table, size) - 2.6)) for column in columns
    ]
    largest = [
        max((column.value(row) or 0.0 for row in [*table.rows, *table.closing]), default=0.0) for column in columns
    ]
    names = [say(row.name) for row in table.rows]
    fitting = distinct(names, name_room - INDENT - 1.0, size, bold=True)
    for row, name in [*zip(table.rows, fitting, strict=True), *((row, say(row.name)) for row in table.closing)]:
        closing = row in table.closing
        step, type_size = (CLOSING_HEIGHT, 7.6) if closing else (high, size)
        drawn += _row(board, columns, largest, row, name, y, step, type_size, name_room, closing)
        y += step
        drawn += line(RIGHT, y, RIGHT_EDGE, y, 0.15, HAIR)
    drawn += line(RIGHT, y, RIGHT_EDGE, y, 0.3)
    drawn += _row(
        board, columns, [0.0] * len(columns), table.whole, say(table.whole.name), y, SUM_HEIGHT, min(size, 9.0),
        name_room, False, bold=True,
    )  # fmt: skip
    base = y + SUM_HEIGHT + 3.4
    for line_of in lines:
        drawn += _legend_line(line_of, base)
        base += LEGEND_LINE
    return drawn


def _longest(column: Column, table: Table, size: float) -> float:
    """The width of the longest figure of a column."""
    rows = [*table.rows, *table.closing]
    return max((width(column.figure(row), size) for row in rows), default=0.0)


def _row(
    board: Board,
    columns: list[Column],
    largest: list[float],
    row: Row,
    name: str,
    top: float,
    high: float,
    size: float,
    name_room: float,
    closing: bool,
    bold: bool = False,
) -> str:
    base = top + high / 2 + size * PT * 0.36
    bar_top = top + (high - min(BAR, high - 1.0)) / 2
    bar_high = min(BAR, high - 1.0) if not closing else 2.4
    bar_top = top + (high - bar_high) / 2
    fill = TEXT2 if closing else INK
    drawn, x = "", RIGHT
    indent = 0.0
    if row.colour is not None:
        drawn += _square(RIGHT, top + high / 2, min(2.5, high - 1.6), row.colour, row.is_drawn)
        indent = INDENT
    strong = bold or not closing
    name = name if strong and not bold else shortened(name, name_room - indent - 1.0, size, bold=strong)
    drawn += text(RIGHT + indent, base, name, size, bold=strong, fill=fill)
    x = RIGHT + name_room
    for column, most in zip(columns, largest, strict=True):
        value, figure = column.value(row), column.figure(row)
        right = x + column.wide
        if column.lines is not None:
            for words in column.lines(row):
                drawn += text(x, base, words, SMALL, fill=TEXT2)
            x = right
            continue
        if row.key == DISTRICT:
            figure = ""  # it has findings alone
        if column.bar > 1.0 and value and most:
            drawn += _bar(row, column, x + 1.6, bar_top, column.bar * value / most, bar_high)
        drawn += text(right, base, figure, size, bold=bold, fill=fill, anchor="end")
        if figure and column.is_partial(row):
            drawn += text(right + 0.15, base, PARTIAL, 7.0, fill=TEXT2)
        x = right
    hints = f"{row.hints}"
    drawn += text(RIGHT_EDGE, base, hints, size, fill=TEXT2, anchor="end", bold=bold)
    dot = RIGHT_EDGE - max(width("00", size), width(hints, size)) - 1.9
    drawn += text(dot, base, "·", size, fill=TEXT2, anchor="middle")
    grave = row.warnings > 0
    drawn += text(
        dot - 1.9, base, f"{row.warnings}", size, bold=grave or bold, fill=LAG if grave else TEXT2, anchor="end"
    )
    return drawn


def _bar(row: Row, column: Column, x: float, y: float, long: float, high: float) -> str:
    if column.head[0].startswith(("计划投资", "Investment")) and row.parts:
        drawn, whole = "", sum(row.parts.values())
        for name, value in row.parts.items():
            part = long * value / whole
            edge = {"stroke": DONE if name == OWNER else HAIR, "stroke_width": 0.15} if name in (OWNER, NOWHERE) else {}
            drawn += rect(x, y, max(part, 0.2), high, fill=FILLS[name], **edge)
            x += part
        return drawn
    if column.of_ledger:
        return rect(x, y, max(long, 0.2), high, fill=DONE)
    if column.head[1] in ("平方公里", "km²"):
        return rect(x, y, max(long, 0.2), high, fill=row.colour or STATED)
    pale = row.key == "unlocated"
    return rect(
        x,
        y,
        max(long, 0.2),
        high,
        fill="url(#pale)" if pale else STATED,
        **({"stroke": HAIR, "stroke_width": 0.15} if pale else {}),
    )


def _square(x: float, middle: float, side: float, colour: str, is_drawn: bool) -> str:
    """The tone of a zone as on the map; an empty square with a broken edge for one that the map does not show."""
    if is_drawn:
        return rect(x, middle - side / 2, side, side, fill=colour, fill_opacity=0.7)
    edge = {"stroke": colour, "stroke_width": 0.3, "stroke_dasharray": ".7 .5"}
    return rect(x + 0.15, middle - side / 2 + 0.15, side - 0.3, side - 0.3, fill="none", **edge)


def _legend_lines(board: Board, table: Table) -> list[list[Entry]]:
    """What the signs of the table mean and what its sums are without, in as many lines as that takes."""
    say = board.say
    rows = [*table.rows, *table.closing]
    used = {name for row in rows for name in row.parts}
    entries = [
        Entry(say(BASES[name]), 5.6, partial(_swatch, name))
        for name in (FIRM_TEXT, NEWS, OWNER, NOWHERE)
        if name in used
    ]
    undrawn = [row for row in table.rows if not row.is_drawn]
    if undrawn:
        colour = next((row.colour for row in undrawn if row.colour), STATED)
        words = Text("位置未知，图上未绘", "place unknown, not on the map")
        entries.append(Entry(say(words), 3.6, lambda x, base: _square(x, base - 1.0, 2.3, colour, False)))
    words_of = _industries(board, table, LEAST_WORDS)
    lacks_words = words_of is not None and any(words_of.lines(row) == [UNKNOWN] for row in rows if words_of.lines)
    if lacks_words or any(_has_dash(board, table, row) for row in [*rows, table.whole]):
        entries.append(Entry(say(Text("— 未载或未知，不等于零", "— not stated or unknown, not zero"))))
    notes = [say(note) for note in table.notes]
    for place, note in enumerate(notes):
        lines = wrapped(f"{PARTIAL} {note}" if not place else note, RIGHT_WIDTH, SMALL)
        entries += [Entry(words, starts=True) for words in lines]
    lines_of: list[list[Entry]] = []
    x = 0.0
    for entry in entries:
        if not lines_of or entry.starts or x + entry.wide > RIGHT_WIDTH:
            lines_of.append([])
            x = 0.0
        lines_of[-1].append(entry)
        x += entry.wide + 3.2
    return lines_of


def _has_dash(board: Board, table: Table, row: Row) -> bool:
    """Whether a cell of a row has a dash."""
    if row.key == DISTRICT:
        return False
    return any(column.figure(row).strip() == UNKNOWN for column in _columns(board, table))


def _legend_line(entries: list[Entry], base: float) -> str:
    drawn, x = "", RIGHT
    for entry in entries:
        drawn += entry.sign(x, base) + text(x + entry.room, base, entry.words, SMALL, fill=TEXT2)
        x += entry.wide + 3.2
    return drawn


def _swatch(name: str, x: float, base: float) -> str:
    """The fill of money that is placed by some evidence."""
    edge = {"stroke": DONE if name == OWNER else HAIR, "stroke_width": 0.15} if name in (OWNER, NOWHERE) else {}
    return rect(x, base - 2.1, 4.8, 2.2, fill=FILLS[name], **edge)


def _industries(board: Board, table: Table, room: float) -> Column | None:
    """Of a plan with too many zones for the matrix, the industries of each zone, where there is room for words."""
    cells = cells_of(board.plan)
    if not cells.industries or len(board.plan.zones) <= MOST_ZONES or room < LEAST_WORDS or table.is_of_places:
        return None
    names = {
        zone_id: [board.say(cells.industries[industry]) for industry in listed if industry in cells.industries]
        for zone_id, listed in cells.listed.items()
    }

    def lines(row: Row) -> list[str]:
        listed = names.get(row.key)
        if listed is None:
            return []
        return names_in_lines(board, listed, room - 2.0, SMALL, 1) or [UNKNOWN]

    head = ("", board.say(Text("产业", "Industries")))
    return Column(room, 0.0, head, lambda row: None, lambda row: "", lines=lines)


def _title(board: Board, table: Table) -> str:
    if table.is_of_places:
        zone = board.plan.zones.iloc[0]
        return board.say(bilingual(str(zone["name"]), zone["name_en"]))
    count = len(board.plan.zones)
    return board.say(Text(f"{_chinese(count)}个片区", counted(count, "zone")))


def _beside(board: Board, table: Table) -> str:
    located = int(board.plan.projects.geometry.notna().sum())
    zh, en = (["按地点"], ["by place"]) if table.is_of_places else (["按规划次序"], ["in the plan's order"])
    if len(board.plan.projects):
        zh.append(f"已定位项目 {located} 项")
        en.append(f"{counted(located, 'project')} with a known place")
    if with_inner_zones(board.plan):
        zh.append("下级片区另计")
        en.append("without the zones in them")
    return board.say(Text("；".join(zh), "; ".join(en)))


def _chinese(count: int) -> str:
    """A number of up to ten as a Chinese word, with 两 for two; others as figures with blanks.

    >>> print(_chinese(6), _chinese(2), repr(_chinese(23)))
    六 两 '23 '
    """
    return "零一两三四五六七八九十"[count] if 0 < count <= 10 else f"{count} "
