"""Leading industries by zone: which the text and the table list, and the limit on their number."""

from __future__ import annotations

import math
from typing import NamedTuple

from yzgeo.checks.industry_limits import governing, limits_of
from yzgeo.core.i18n import Text, bilingual, counted
from yzgeo.plan.model import Plan
from yzgeo.publish.board.board import RIGHT, RIGHT_EDGE, RIGHT_WIDTH, UNKNOWN, Block, Board, heading
from yzgeo.publish.board.lettering import distinct, whole_names, width, wrap
from yzgeo.publish.board.rows import Table, row_height
from yzgeo.publish.board.svg import HAIR, LAG, PLAIN, PT, TEXT2, circle, line, rect, text

LISTED = ("text", "table")
ROLE = "主导"
HEAD, LEGEND = 8.4, 5.8
ROW = 4.95
COUNT_ROOM = 22.0
MOST_ZONES, WIDE_PITCH, NARROW_PITCH, MOST_NARROW, MOST_COLUMNS = 14, 9.0, 6.2, 14, 17
HEAD_SIZE, HEAD_LINE, MOST_HEAD_LINES = 7.0, 2.9, 4


class Cells(NamedTuple):
    """The industries of the zones: in which of text and table each stands, and the limit of each zone."""

    industries: dict[str, Text]
    listed: dict[str, dict[str, set[str]]]
    limits: dict[str, float]
    places: tuple[str, ...]


def cells_of(plan: Plan) -> Cells:
    """What the matrix shows: leading industries of text and table, the zones in the plan's order."""
    rows = plan.zone_industries[plan.zone_industries["listed_in"].isin(LISTED)]
    named = plan.industries.set_index("industry_id")
    ids = [
        one
        for one in dict.fromkeys(
            rows.sort_values("listed_in", key=lambda listed: listed.map({"text": 0, "table": 1}), kind="stable")[
                "industry_id"
            ]
        )
        if one in named.index
    ]
    listed: dict[str, dict[str, set[str]]] = {zone_id: {} for zone_id in plan.zones["zone_id"]}
    for row in rows.itertuples():
        if row.zone_id in listed and row.industry_id in named.index:
            listed[row.zone_id].setdefault(row.industry_id, set()).add(row.listed_in)
    limits = {}
    for zone_id in plan.zones["zone_id"]:
        upper, _ = governing(limits_of(plan)[0], zone_id, ROLE)
        if upper is not None and math.isfinite(upper.high):
            limits[zone_id] = upper.high
    names = {one: bilingual(named.loc[one, "name"], named.loc[one, "name_en"]) for one in ids}
    shared = {one: sum(one in industries for industries in listed.values()) for one in ids}
    # What only one list has stands last, as an exception; else the plan's order.
    places = tuple(place for place in LISTED if rows["listed_in"].eq(place).any())
    is_odd = {
        one: len(places) > 1 and all(len(industries.get(one, LISTED)) < 2 for industries in listed.values())
        for one in ids
    }
    ordered = sorted(ids, key=lambda one: is_odd[one])
    return Cells({one: names[one] for one in ordered if shared[one]}, listed, limits, places)


def count(cells: Cells, zone_id: str) -> int:
    """How many leading industries a zone has: the longer of its two lists."""
    return max((sum(place in places for places in cells.listed[zone_id].values()) for place in LISTED), default=0)


def block(board: Board, table: Table) -> Block | None:
    """The matrix, a list where there are too many industries; None without any, or with too many zones."""
    cells = cells_of(board.plan)
    if not cells.industries or len(board.plan.zones) > MOST_ZONES:
        return None
    zones = len(board.plan.zones)
    heads = _heads(board, cells)
    if heads is None:
        lines = {zone_id: _listed(board, cells, zone_id) for zone_id in cells.listed}
        height = HEAD + sum(max(len(one), 1) * 3.5 + 1.2 for one in lines.values()) + 1.0
        return Block(height, lambda top: _draw_list(board, cells, lines, top))
    high = min(ROW, row_height(zones)[0])
    height = HEAD + _head_height(heads) + high * zones + LEGEND
    return Block(height, lambda top: _draw(board, cells, heads, high, top))


def _pitch(count: int) -> float:
    room = RIGHT_WIDTH - 26.0 - COUNT_ROOM
    return min(max(room / count, NARROW_PITCH), WIDE_PITCH)


def _heads(board: Board, cells: Cells) -> list[list[str]] | None:
    """The names over the columns in lines; None where they are too many or too long to stand there."""
    total = len(cells.industries)
    if total > MOST_COLUMNS:
        return None
    room = _pitch(total) - 0.5
    heads = []
    for name in cells.industries.values():
        words = board.say(name)
        lines = _even(words, room)
        if lines is None:
            return None
        heads.append(lines)
    return heads


def _even(words: str, room: float) -> list[str] | None:
    """A name in lines of about the same length; None where it needs too many."""
    if any(width(word, HEAD_SIZE) > room for word in words.split() if word.isascii()):
        return None
    for lines in range(1, MOST_HEAD_LINES + 1):
        if words.isascii():
            parts = wrap(words, room, HEAD_SIZE, lines)
        else:
            size = math.ceil(len(words) / lines)
            parts = [words[start : start + size] for start in range(0, len(words), size)]
        if all(width(one, HEAD_SIZE) <= room for one in parts) and "".join(parts).replace(" ", "") == words.replace(
            " ", ""
        ):
            return parts
    return None


def _head_height(heads: list[list[str]]) -> float:
    return max(map(len, heads)) * HEAD_LINE + 1.2


def _draw(board: Board, cells: Cells, heads: list[list[str]], high: float, top: float) -> str:
    drawn = heading(board, top, *_title(board, cells))
    rule = top + HEAD + _head_height(heads)
    pitch = _pitch(len(cells.industries))
    left = RIGHT_EDGE - COUNT_ROOM - pitch * len(cells.industries)
    for number, lines in enumerate(heads):
        middle = left + pitch * (number + 0.5)
        for place, words in enumerate(lines):
            drawn += text(middle, rule - 1.0 - (len(lines) - 1 - place) * HEAD_LINE, words, HEAD_SIZE, anchor="middle")
    limit = _one_limit(cells)
    squares = RIGHT_EDGE - COUNT_ROOM + 3.4
    drawn += text(
        RIGHT_EDGE,
        rule - 1.0 - (HEAD_LINE if limit is not None else 0),
        board.say(Text("主导产业数", "Number")),
        7.2,
        fill=TEXT2,
        anchor="end",
    )
    if limit is not None:
        drawn += text(
            RIGHT_EDGE,
            rule - 1.0,
            board.say(Text(f"至多 {limit:g} 个", f"at most {limit:g}")),
            7.2,
            fill=TEXT2,
            anchor="end",
        )
    drawn += line(RIGHT, rule, RIGHT_EDGE, rule, 0.3)
    size = min(9.0, row_height(len(cells.listed))[1])
    names = _zone_names(board, cells, left - RIGHT - 1.5, size)
    for row, (zone_id, listed) in enumerate(cells.listed.items()):
        y = rule + row * high
        drawn += text(RIGHT, y + high / 2 + size * PT * 0.36, names[row], size, bold=True)
        for number, industry in enumerate(cells.industries):
            drawn += cell(cells, listed.get(industry, set()), left + pitch * number, y, pitch, high)
        drawn += _squares(cells, zone_id, squares, y, high)
        if row + 1 < len(cells.listed):
            drawn += line(RIGHT, y + high, RIGHT_EDGE, y + high, 0.15, HAIR)
    bottom = rule + high * len(cells.listed)
    drawn += line(RIGHT, bottom, RIGHT_EDGE, bottom, 0.3)
    if limit is not None and limit <= 4:
        x = squares + limit * 2.5 - 0.2
        drawn += line(x, rule - 0.6, x, bottom, 0.3)
    return drawn + _legend(board, cells, left, bottom + 4.2)


def _zone_names(board: Board, cells: Cells, room: float, size: float) -> list[str]:
    """The names of the zones, no two alike."""
    return distinct([board.say(board.names[zone_id].short) for zone_id in cells.listed], room, size, bold=True)


def cell(cells: Cells, places: set[str], x: float, y: float, pitch: float, high: float) -> str:
    """A cell: full where all lists have the industry, half where one alone has it, a dot where none has."""
    inset, tall = 0.7, high - 1.5
    wide, top = pitch - 2 * inset, y + 0.75
    if not places:
        return circle(x + pitch / 2, y + high / 2, 0.22, fill=HAIR)
    if len(places) == len(cells.places):
        return rect(x + inset, top, wide, tall, fill=PLAIN)
    half = x + inset if "text" in places else x + inset + wide / 2
    return rect(half, top, wide / 2, tall, fill=LAG) + rect(
        x + inset, top, wide, tall, fill="none", stroke=LAG, stroke_width=0.25
    )


def _squares(cells: Cells, zone_id: str, x: float, y: float, high: float) -> str:
    own, limit = count(cells, zone_id), cells.limits.get(zone_id)
    over = limit is not None and own > limit
    drawn = ""
    if own and limit is not None and max(limit, own) <= 5:
        for place in range(int(max(limit, own))):
            beyond = place >= limit
            fill = "none" if place >= own else LAG if beyond else PLAIN
            side = 1.9
            drawn += rect(
                x + place * 2.5 + (0.5 if beyond else 0),
                y + (high - side) / 2,
                side,
                side,
                fill=fill,
                stroke=HAIR if fill == "none" else None,
                stroke_width=0.15,
            )
    return drawn + text(
        RIGHT_EDGE - 1.0,
        y + high / 2 + 9 * PT * 0.36,
        f"{own}" if own else UNKNOWN,
        9,
        bold=over,
        fill=LAG if over else TEXT2,
        anchor="end",
    )


def _one_limit(cells: Cells) -> float | None:
    limits = set(cells.limits.values())
    return limits.pop() if len(limits) == 1 and len(cells.limits) == len(cells.listed) else None


def _title(board: Board, cells: Cells) -> tuple[str, str]:
    over = [zone_id for zone_id, limit in cells.limits.items() if count(cells, zone_id) > limit]
    title = Text("主导产业", "Leading industries")
    if over:
        most = {cells.limits[zone_id] for zone_id in over}
        bound = f"{most.pop():g}" if len(most) == 1 else ""
        title = Text(
            f"主导产业：{len(over)} 个片区多于" + (f" {bound} 个" if bound else "上限"),
            f"Leading industries: {counted(len(over), 'zone has', 'zones have')} more than " + (bound or "allowed"),
        )
    beside = Text("正文与表对照", "text and table compared") if len(cells.places) > 1 else Text("", "")
    return board.say(title), board.say(beside)


def _legend(board: Board, cells: Cells, left: float, base: float) -> str:
    if len(cells.places) < 2:
        return ""
    entries = (
        ({"text", "table"}, Text("正文与表都列", "in both")),
        ({"text"}, Text("仅正文", "text only")),
        ({"table"}, Text("仅表", "table only")),
    )
    wide = sum(6.4 + width(board.say(words), 7.2) + 4.0 for _, words in entries)
    drawn, x = "", min(left, RIGHT_EDGE - wide)
    for places, words in entries:
        drawn += cell(cells, places, x - 0.7, base - 3.0, 6.4, 4.0)
        name = board.say(words)
        drawn += text(x + 6.4, base, name, 7.2, fill=TEXT2)
        x += 6.4 + width(name, 7.2) + 4.0
    return drawn


def _listed(board: Board, cells: Cells, zone_id: str) -> list[str]:
    """The industries of a zone as lines of text, each with the list that alone has it."""
    alone = {"text": Text("（仅正文）", " (text only)"), "table": Text("（仅表）", " (table only)")}
    words = []
    for industry, places in cells.listed[zone_id].items():
        only = next(iter(places)) if len(places) < len(cells.places) else None
        words.append(board.say(cells.industries[industry]) + (board.say(alone[only]) if only else ""))
    return names_in_lines(board, words, RIGHT_WIDTH - 40.0, 7.6, 3)


def names_in_lines(board: Board, names: list[str], room: float, size: float, lines: int) -> list[str]:
    """Names of industries in lines: as many as fit whole, and how many there are more."""
    between = board.say(Text("、", ", "))
    return whole_names(
        names, room, size, lines, between, lambda count: board.say(Text(f"等 {len(names)} 个", f" and {count} more"))
    )


def _draw_list(board: Board, cells: Cells, lines: dict[str, list[str]], top: float) -> str:
    drawn = heading(board, top, *_title(board, cells))
    y = top + HEAD - 0.6
    names = _zone_names(board, cells, 28.0, 8.0)
    for name, (zone_id, listed) in zip(names, lines.items(), strict=True):
        drawn += line(RIGHT, y, RIGHT_EDGE, y, 0.15, HAIR)
        drawn += text(RIGHT, y + 3.2, name, 8, bold=True)
        for place, words in enumerate(listed or [UNKNOWN]):
            drawn += text(RIGHT + 30, y + 3.2 + place * 3.5, words, 7.6)
        own, limit = count(cells, zone_id), cells.limits.get(zone_id)
        over = limit is not None and own > limit
        drawn += text(RIGHT_EDGE - 1, y + 3.2, f"{own}", 8, bold=over, fill=LAG if over else TEXT2, anchor="end")
        y += max(len(listed), 1) * 3.5 + 1.2
    return drawn
