"""The findings that one should see first: by consequence, warnings before hints, those of one rule as one."""

from __future__ import annotations

import re
from typing import NamedTuple

from yzgeo.checks.finding import Finding
from yzgeo.core.i18n import Text, counted
from yzgeo.publish.board.board import RIGHT, RIGHT_EDGE, RIGHT_WIDTH, UNKNOWN, Block, Board, heading
from yzgeo.publish.board.lettering import shortened, width
from yzgeo.publish.board.svg import HAIR, LAG, TEXT2, line, rect, text
from yzgeo.publish.report.schedule import Plot, bare, is_invented, plot_of
from yzgeo.stats import recovery

HEAD, ROW = 8.4, 10.7
SQUARE = 3.6
CLAUSE_ROOM = 44.0
PARTS = re.compile("[；、]")
IN_HEADLINE = "land-recovery"
"""The rule whose finding the headline tells already."""
PLOT_ROOM, PLOT_HIGH, WIDEST_COLUMN, MOST_COLUMNS = 52.0, 3.6, 3.0, 40
FINE = 100
"""Figures below this have two decimals."""
NUMBERS = "零一两三四五六七八九十"


class Problem(NamedTuple):
    """One rule's findings: the number that stands on the map too, its words, clauses and subjects."""

    number: int
    title: Text
    detail: Text
    clauses: tuple[str, ...]
    subjects: tuple[str, ...]
    is_invented: bool
    plot: Plot | None


def problems(board: Board, most: int) -> list[Problem]:
    """The first problems, in the order in which the rules' findings rank."""
    titles = {state.rule: state.title for state in board.outcome.rules}
    groups: dict[str, list[Finding]] = {}
    for finding in board.outcome.findings:
        if finding.rule != IN_HEADLINE:
            groups.setdefault(finding.rule, []).append(finding)
    graver_first = sorted(groups.items(), key=lambda one: one[1][0].severity == "info")
    ledger = recovery.is_invented(board.plan)
    return [
        _problem(number, titles[rule], group, ledger)
        for number, (rule, group) in enumerate(graver_first[:most], start=1)
    ]


def _problem(number: int, title: Text, group: list[Finding], ledger: bool) -> Problem:
    """`ledger`: the plan's ledger is made up."""
    invented = any(is_invented(finding, ledger) for finding in group)
    detail = bare(group[0].message)
    plot = plot_of(group, of_one_remedy=False)
    if len(group) > 1:
        title = Text(f"{title.zh}：{len(group)} 条", f"{title.en}: {len(group)}")
        detail = Text(f"如：{detail.zh}", f"Such as: {detail.en}") if plot is None else _range(plot)
    clauses = list(dict.fromkeys(part for finding in group for part in PARTS.split(finding.clause) if part != UNKNOWN))
    subjects = tuple(dict.fromkeys(subject for finding in group for subject in finding.subjects))
    return Problem(number, title, detail, tuple(clauses), subjects, invented, plot)


def _range(plot: Plot) -> Text:
    """The figures of like findings in words: their ends, and on which side of the limit they all lie."""
    values = [value for _, value in plot.points]
    low, high = (_figure(value) for value in (min(values), max(values)))
    limit = f"{plot.limit:,.10g}"
    side = Text("均低于", "all below") if max(values) < plot.limit else Text("均高于", "all above")
    if min(values) <= plot.limit <= max(values):
        side = Text("限值", "limit")
    measure = Text(f"{plot.measure.zh} " if plot.measure.zh else "", f"{plot.measure.en} " if plot.measure.en else "")
    ends = Text(f"{low} 至 {high}", f"{low} to {high}") if low != high else Text(f"均为 {low}", f"{low} each")
    return Text(
        f"{len(values)} 处，{measure.zh}{ends.zh}，{side.zh} {limit}",
        f"{len(values)} figures, {measure.en}{ends.en}, {side.en} {limit}",
    )


def _figure(value: float) -> str:
    return f"{value:,.2f}" if abs(value) < FINE else f"{value:,.0f}"


def block(board: Board, most: int) -> Block | None:
    """The first problems; None where nothing was found."""
    found = problems(board, most)
    if not found:
        return None
    return Block(HEAD + ROW * len(found), lambda top: _draw(board, found, top))


def _draw(board: Board, found: list[Problem], top: float) -> str:
    graver = len(board.outcome.at_least("warning"))
    lighter = len(board.outcome.findings) - graver
    count = NUMBERS[len(found)] if len(found) < len(NUMBERS) else str(len(found))
    title = Text(
        f"请先看的{count}个问题" if len(found) > 1 else "请先看的问题",
        f"First {counted(len(found), 'problem')} to see" if len(found) > 1 else "The problem to see first",
    )
    beside = Text(
        f"共 {graver} 条警告、{lighter} 条提示，详见报告整改清单",
        f"of {counted(graver, 'warning')} and {counted(lighter, 'hint')}: see the report",
    )
    zh = "盘活进度之外；" if board.has_ledger else ""
    drawn = heading(board, top, board.say(title), board.say(Text(zh + beside.zh, beside.en)))
    y = top + HEAD - 0.6
    for one in found:
        drawn += line(RIGHT, y, RIGHT_EDGE, y, 0.15, HAIR)
        drawn += square(RIGHT, y + 1.7, one.number)
        x, room = RIGHT + 6.4, RIGHT_WIDTH - 6.4
        taken = board.mark(0, 0)[1] if one.is_invented else 0.0
        clause = _clauses(board, one.clauses)
        words = shortened(board.say(one.title), room - taken - width(clause, 7.4) - 4, 10, bold=True)
        drawn += text(x, y + 4.7, words, 10, bold=True)
        if taken:
            drawn += board.mark(x + width(words, 10, bold=True) + 1.6, y + 4.6)[0]
        drawn += text(RIGHT_EDGE, y + 4.7, clause, 7.4, fill=TEXT2, anchor="end")
        if one.plot is not None:
            room -= PLOT_ROOM
            drawn += columns(one.plot, RIGHT_EDGE, y + 9.8)
        drawn += text(x, y + 8.9, shortened(board.say(one.detail), room, 8.8), 8.8)
        y += ROW
    return drawn


def columns(plot: Plot, right: float, base: float) -> str:
    """Like figures as one plot: a column each, the farthest from the limit first, and the limit across them."""
    points = plot.points[:MOST_COLUMNS]
    most = max(plot.limit, *(value for _, value in points))
    words = f"{plot.limit:,.10g}"
    end = right - width(words, 7.2, bold=True) - 0.8
    pitch = min(WIDEST_COLUMN, (PLOT_ROOM - (right - end) - 2.0) / len(points))
    left = end - pitch * len(points) - 0.6
    drawn = "".join(
        rect(
            left + 0.3 + pitch * place,
            base - PLOT_HIGH * value / most,
            pitch * 0.62,
            PLOT_HIGH * value / most,
            fill=LAG,
        )
        for place, (_, value) in enumerate(points)
    )
    y = base - PLOT_HIGH * plot.limit / most
    drawn += line(left, base, end, base, 0.15, HAIR) + line(left, y, end, y, 0.35)
    return drawn + text(right, max(y + 1.3, base - PLOT_HIGH + 2.1), words, 7.2, bold=True, anchor="end")


def _clauses(board: Board, clauses: tuple[str, ...]) -> str:
    """The first clauses, as many as there is room for, and whether there are more."""
    shown = [board.say(board.plan.place(clause)) for clause in clauses]
    for kept in range(len(shown), 0, -1):
        more = "" if kept == len(shown) else board.say(Text("等", " …"))
        words = board.say(Text("；", "; ")).join(shown[:kept]) + more
        if width(words, 7.4) <= CLAUSE_ROOM:
            return words
    return shortened(shown[0], CLAUSE_ROOM, 7.4) if shown else ""


def square(x: float, top: float, number: int, side: float = SQUARE) -> str:
    """The red square with a problem's number, here and on the map."""
    return rect(x, top, side, side, fill=LAG) + text(
        x + side / 2, top + side * 0.78, f"{number}", max(side * 2.25, 7.0), bold=True, fill="#FFFFFF", anchor="middle"
    )
