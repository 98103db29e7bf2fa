"""The findings that one should see first: by consequence, warnings before hints, those of one rule as one."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import NamedTuple

from yzgeo.checks.finding import Finding, by_severity
from yzgeo.core.i18n import Text, counted
from yzgeo.publish.board.board import RIGHT, RIGHT_EDGE, RIGHT_WIDTH, UNKNOWN, Block, Board, heading
from yzgeo.publish.board.lettering import middle_cut, width, wrap, wrapped
from yzgeo.publish.board.svg import HAIR, INK, LAG, PT, TEXT2, line, rect, text
from yzgeo.publish.report.schedule import Plot, bare, is_invented, plot_of
from yzgeo.stats import recovery

HEAD = 8.4
TITLE_SIZE, DETAIL_SIZE, SMALL_DETAIL_SIZE, CLAUSE_SIZE = 10.0, 8.8, 8.0, 7.4
TITLE_LINE, CLAUSE_LINE, DETAIL_LEAD = 4.5, 3.3, 1.29
TITLE_BASE, FOOT = 4.7, 1.8
"""From the upper edge of a problem to the base of its title, and from its last base to its lower edge."""
SHORT_LINE, TIGHTER = 14.0, 0.6
"""A last line as short as this is saved by type so many points smaller."""
MOST_TITLE_LINES, MOST_DETAIL_LINES = 2, 3
SQUARE, INDENT = 3.6, 6.4
CLAUSE_ROOM, MOST_CLAUSES = 44.0, 8
MOST_COMPARED = 100
"""Findings among which the briefest is looked for; a ledger may give very many of one rule."""
PARTS = re.compile("[；、]")
IN_HEADLINE = "land-recovery"
"""The rule whose finding the headline tells already."""
PLOT_ROOM, PLOT_HIGH, WIDEST_COLUMN, MOST_COLUMNS = 52.0, 3.6, 3.0, 40
HOLLOW_EDGE = 0.3
GRAVE = MappingProxyType({"fill": LAG})
LIGHT = MappingProxyType({"fill": "#FFFFFF", "stroke": TEXT2, "stroke_width": HOLLOW_EDGE})
"""How warnings and hints are drawn: apart without their colour too."""
FINE = 100
"""Figures below this have two decimals."""
NUMBERS = "零一两三四五六七八九十"
IN_REPORT = Text("全文见报告整改清单。", "Told in full in the report.")
"""What stands for words that would take more lines than a problem has."""


class Problem(NamedTuple):
    """One rule's findings: the number that stands on the map too, its words, clauses and subjects.

    - `is_grave`: one of them is more than a hint
    """

    number: int
    title: Text
    detail: Text
    clauses: tuple[str, ...]
    subjects: tuple[str, ...]
    is_invented: bool
    plot: Plot | None
    is_grave: bool = True


class Layout(NamedTuple):
    """A problem as it stands in the column: the lines of its words, none of them cut, and where its clauses stand."""

    problem: Problem
    title: list[str]
    detail: list[str]
    beside: str
    below: list[str]
    size: float

    @property
    def height(self) -> float:
        """From its upper to its lower edge."""
        lines = (
            TITLE_LINE * (len(self.title) - 1)
            + self.size * PT * DETAIL_LEAD * len(self.detail)
            + CLAUSE_LINE * len(self.below)
        )
        return TITLE_BASE + lines + FOOT


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
        _problem(board, number, titles[rule], group, ledger)
        for number, (rule, group) in enumerate(graver_first[:most], start=1)
    ]


def _problem(board: Board, number: int, title: Text, group: list[Finding], ledger: bool) -> Problem:
    """`ledger`: the plan's ledger is made up. Of several findings the briefest of the gravest stands for all."""
    invented = any(is_invented(finding, ledger) for finding in group)
    gravest = [one for one in group if (one.severity, one.consequence) == (group[0].severity, group[0].consequence)]
    detail = min(
        (bare(one.message) for one in gravest[:MOST_COMPARED]),
        key=lambda message: width(board.say(message), DETAIL_SIZE),
    )
    plot = plot_of(group, of_one_remedy=False)
    grave, light = by_severity(group)
    if len(group) > 1:
        title = Text(f"{title.zh}：{_in_words(grave, light).zh}", f"{title.en}: {_in_words(grave, light).en}")
        detail = Text(f"如：{detail.zh}", f"Such as: {detail.en}") if plot is None else _range(plot)
    clauses = list(dict.fromkeys(part for finding in group for part in PARTS.split(finding.clause) if part != UNKNOWN))
    subjects = tuple(dict.fromkeys(subject for finding in group for subject in finding.subjects))
    return Problem(number, title, detail, tuple(clauses), subjects, invented, plot, grave > 0)


def _in_words(grave: int, light: int) -> Text:
    """How many warnings and how many hints; what there is none of is left out."""
    zh = [f"{count} 条{word}" for count, word in ((grave, "警告"), (light, "提示")) if count]
    en = [counted(count, word) for count, word in ((grave, "warning"), (light, "hint")) if count]
    return Text("、".join(zh), ", ".join(en))


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


def block(board: Board, shown: list[Problem], size: float = DETAIL_SIZE) -> Block | None:
    """Problems, their details in a size of type; None without any."""
    layouts = [layout(board, one, size) for one in shown]
    if not layouts:
        return None
    return Block(HEAD + sum(one.height for one in layouts), lambda top: _draw(board, layouts, top))


def layout(board: Board, problem: Problem, size: float = DETAIL_SIZE) -> Layout:
    """A problem in lines of which none is cut.

    The clauses stand beside the title where there is room, else below. Words that would take too many lines stand in
    the report, and the sheet says so.
    """
    room = RIGHT_WIDTH - INDENT
    taken = board.mark(0, 0)[1] + 1.6 if problem.is_invented else 0.0
    title = wrapped(board.say(problem.title), room - taken, TITLE_SIZE, bold=True)
    if len(title) > MOST_TITLE_LINES:
        title = wrap(board.say(problem.title), room - taken, TITLE_SIZE, MOST_TITLE_LINES, bold=True)
    spare = min(room - taken - width(title[0], TITLE_SIZE, bold=True) - 4.0, CLAUSE_ROOM)
    beside = _clauses(board, problem.clauses, spare) if len(title) == 1 else ""
    below = "" if beside else _clauses(board, problem.clauses, room)
    if problem.clauses and not below and not beside:
        below = middle_cut(board.say(board.plan.place(problem.clauses[0])), room, CLAUSE_SIZE)
    free = room - (PLOT_ROOM if problem.plot is not None else 0.0)
    detail = wrapped(board.say(problem.detail), free, size)
    if len(detail) > 1 and width(detail[-1], size) < SHORT_LINE:
        tighter = wrapped(board.say(problem.detail), free, size - TIGHTER)
        detail, size = (tighter, size - TIGHTER) if len(tighter) < len(detail) else (detail, size)
    if len(detail) > MOST_DETAIL_LINES:
        detail = wrapped(board.say(IN_REPORT), free, size)
    return Layout(problem, title, detail, beside, [below] if below else [], size)


def _draw(board: Board, layouts: list[Layout], top: float) -> str:
    grave, light = by_severity(board.outcome.findings)
    count = NUMBERS[len(layouts)] if len(layouts) < len(NUMBERS) else str(len(layouts))
    title = Text(
        f"请先看的{count}个问题" if len(layouts) > 1 else "请先看的问题",
        f"First {counted(len(layouts), 'problem')} to see" if len(layouts) > 1 else "The problem to see first",
    )
    beside = Text(
        f"共 {grave} 条警告、{light} 条提示，详见报告整改清单",
        f"of {counted(grave, 'warning')} and {counted(light, 'hint')}: see the report",
    )
    zh = "盘活进度之外；" if board.has_ledger else ""
    drawn = heading(board, top, board.say(title), board.say(Text(zh + beside.zh, beside.en)))
    y = top + HEAD - 0.6
    for one in layouts:
        problem, x = one.problem, RIGHT + INDENT
        drawn += line(RIGHT, y, RIGHT_EDGE, y, 0.15, HAIR)
        drawn += square(RIGHT, y + 1.7, problem.number, is_grave=problem.is_grave)
        base = y + TITLE_BASE
        for place, words in enumerate(one.title):
            drawn += text(x, base + place * TITLE_LINE, words, TITLE_SIZE, bold=True)
        base += (len(one.title) - 1) * TITLE_LINE
        if problem.is_invented:
            drawn += board.mark(x + width(one.title[-1], TITLE_SIZE, bold=True) + 1.6, base - 0.1)[0]
        drawn += text(RIGHT_EDGE, base, one.beside, CLAUSE_SIZE, fill=TEXT2, anchor="end")
        if problem.plot is not None:
            drawn += columns(problem.plot, RIGHT_EDGE, base + 5.1)
        for words in one.detail:
            base += one.size * PT * DETAIL_LEAD
            drawn += text(x, base + 0.2, words, one.size)
        for words in one.below:
            base += CLAUSE_LINE
            drawn += text(x, base + 0.2, words, CLAUSE_SIZE, fill=TEXT2)
        y += one.height
    return drawn


def columns(plot: Plot, right: float, base: float) -> str:
    """Like figures as one plot: a column each, the farthest from the limit first, and the limit across them.

    The columns of warnings are full, those of hints hollow.
    """
    points = plot.points[:MOST_COLUMNS]
    most = max(plot.limit, *(value for _, value in points))
    words = f"{plot.limit:,.10g}"
    end = right - width(words, 7.2, bold=True) - 0.8
    pitch = min(WIDEST_COLUMN, (PLOT_ROOM - (right - end) - 2.0) / len(points))
    left = end - pitch * len(points) - 0.6
    drawn = ""
    for place, (finding, value) in enumerate(points):
        high = PLOT_HIGH * value / most
        tone = GRAVE if finding.severity != "info" else LIGHT
        drawn += rect(left + 0.3 + pitch * place, base - high, pitch * 0.62, high, **tone)
    y = base - PLOT_HIGH * plot.limit / most
    drawn += line(left, base, end, base, 0.15, HAIR) + line(left, y, end, y, 0.35)
    return drawn + text(right, max(y + 1.3, base - PLOT_HIGH + 2.1), words, 7.2, bold=True, anchor="end")


def _clauses(board: Board, clauses: tuple[str, ...], room: float) -> str:
    """The first clauses, as many as there is room for, and how many more there are; empty where not one fits."""
    shown = [board.say(board.plan.place(clause)) for clause in clauses[:MOST_CLAUSES]]
    for kept in range(len(shown), 0, -1):
        rest = len(clauses) - kept
        more = board.say(Text(f"等 {len(clauses)} 处", f" and {rest} more")) if rest else ""
        words = board.say(Text("；", "; ")).join(shown[:kept]) + more
        if width(words, CLAUSE_SIZE) <= room:
            return words
    return ""


def square(x: float, top: float, number: int, side: float = SQUARE, *, is_grave: bool = True) -> str:
    """The square with a problem's number, here and on the map: full and red for a warning, hollow for a hint."""
    box = (
        rect(x, top, side, side, **GRAVE)
        if is_grave
        else rect(x + HOLLOW_EDGE / 2, top + HOLLOW_EDGE / 2, side - HOLLOW_EDGE, side - HOLLOW_EDGE, **LIGHT)
    )
    return box + text(
        x + side / 2,
        top + side * 0.78,
        f"{number}",
        max(side * 2.25, 7.0),
        bold=True,
        fill="#FFFFFF" if is_grave else INK,
        anchor="middle",
    )
