"""The plan's targets, base beside aim: where the right column has room for them."""

from __future__ import annotations

from typing import Any

from yzgeo.core import labels, qualifiers
from yzgeo.core.i18n import Text, bilingual, plain
from yzgeo.core.units import amount_or_range
from yzgeo.publish.board.board import RIGHT, RIGHT_EDGE, RIGHT_WIDTH, UNKNOWN, Block, Board, heading
from yzgeo.publish.board.lettering import distinct, middle_cut, width
from yzgeo.publish.board.svg import HAIR, TEXT2, line, text
from yzgeo.stats.recovery import MEASURE

HEAD, ROW, FOOT = 12.4, 4.6, 1.6
LEAST, MOST = 2, 12
"""Rows: fewer are no table, more are the report's."""
SIZE, NOTE = 8.0, 7.2
GAP, MOST_WORDS = 4.0, 56.0


def block(board: Board, room: float) -> Block | None:
    """The first targets, as many as there is room for; None where there are none or too little room."""
    rows = [row for row in board.statistics["targets"] if not _is_told(board, row)]
    count = min(len(rows), MOST, int((room - HEAD - FOOT) / ROW))
    if not rows or count < min(LEAST, len(rows)):
        return None
    return Block(HEAD + ROW * count + FOOT, lambda top: _draw(board, rows, count, top))


def _is_told(board: Board, row: dict[str, Any]) -> bool:
    """Whether the block of progress tells of a target already."""
    measures = board.plan.targets.set_index("target_id")["measure_id"]
    return board.land["target_mu"] is not None and bool(measures[row["target_id"]] == MEASURE)


def _draw(board: Board, rows: list[dict[str, Any]], count: int, top: float) -> str:
    say = board.say
    shown = rows[:count]
    beside = Text("按规划次序", "in the plan's order")
    if count < len(rows):
        beside = Text(
            f"前 {count} 项，共 {len(rows)} 项，详见报告", f"the first {count} of {len(rows)}: see the report"
        )
    drawn = heading(board, top, say(Text("规划目标", "Targets")), say(beside))
    columns = [
        [middle_cut(say(words), MOST_WORDS, SIZE) for words in (base_of(row), aim_of(row), actual_of(row))]
        for row in shown
    ]
    heads = [
        say(words)
        for words in (Text("基数（年）", "base (year)"), Text("目标（年）", "target (year)"), Text("完成值", "actual"))
    ]
    wide = [
        max(width(words, SIZE, bold=place == 1) for words in [*(row[place] for row in columns), heads[place]])
        for place in range(len(heads))
    ]
    names = [say(bilingual(row["name"], row["name_en"])) for row in shown]
    fitting = distinct(names, max(RIGHT_WIDTH - sum(wide) - GAP * len(wide), 20.0), SIZE)
    base = top + HEAD - 1.4
    rights = [RIGHT_EDGE - sum(wide[place + 1 :]) - GAP * (len(wide) - 1 - place) for place in range(len(wide))]
    for right, words in zip(rights, heads, strict=True):
        drawn += text(right, base, words, NOTE, fill=TEXT2, anchor="end")
    y = top + HEAD
    drawn += line(RIGHT, y, RIGHT_EDGE, y, 0.3)
    for name, row in zip(fitting, columns, strict=True):
        base = y + 3.4
        drawn += text(RIGHT, base, name, SIZE)
        for place, (right, words) in enumerate(zip(rights, row, strict=True)):
            drawn += text(right, base, words, SIZE, bold=place == 1, anchor="end")
        y += ROW
        drawn += line(RIGHT, y, RIGHT_EDGE, y, 0.15, HAIR)
    return drawn


def base_of(row: dict[str, Any]) -> Text:
    """What a target starts from, with its year; a dash where the plan states none."""
    if row["base"] is None:
        return plain(UNKNOWN)
    return _of_year(
        qualifiers.around(amount_or_range(row["base"], None, row["unit"]), row.get("base_qualifier")), row["base_year"]
    )


def aim_of(row: dict[str, Any]) -> Text:
    """The target with its words and its year: a figure, a range, or what the plan says instead of one.

    >>> row = {"target": 49.0, "unit": "万元/亩", "target_qualifier": None, "direction": "at_least", "target_year": 2025}
    >>> print(aim_of(row).zh)
    不低于 49 万元/亩 (2025)
    """
    if row["target"] is None:
        words = (
            qualifiers.around(plain(row["target_text"]), row["target_qualifier"])
            if row["target_text"]
            else plain(UNKNOWN)
        )
        return _of_year(words, row["target_year"])
    upper = row.get("target_to")
    words = qualifiers.around(amount_or_range(row["target"], upper, row["unit"]), row["target_qualifier"])
    if row["direction"] != "equal" and not row["target_qualifier"] and upper is None:
        side = Text(*(str(labels.value(row["direction"], lang)) for lang in ("zh", "en")))
        words = Text(f"{side.zh} {words.zh}", f"{side.en} {words.en}")
    return _of_year(words, row["target_year"])


def actual_of(row: dict[str, Any]) -> Text:
    """What was reached, with its year; a dash where nobody reported it."""
    if row["actual"] is None:
        return plain(UNKNOWN)
    return _of_year(amount_or_range(row["actual"], None, row["unit"]), row["actual_year"])


def _of_year(words: Text, year: int | None) -> Text:
    return words if year is None else Text(f"{words.zh} ({year})", f"{words.en} ({year})")
