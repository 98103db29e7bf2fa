"""What the plan names and the map lacks, since its place is not known: where the right column has room for the names."""

from __future__ import annotations

from typing import NamedTuple

from yzgeo.core.i18n import Text, bilingual, counted
from yzgeo.publish.board.board import RIGHT, RIGHT_EDGE, RIGHT_WIDTH, Block, Board, heading
from yzgeo.publish.board.lettering import whole_names
from yzgeo.publish.board.svg import HAIR, TEXT2, line, text

HEAD, TITLE, LINE, FOOT = 8.4, 4.6, 3.5, 1.8
SIZE, NAME_SIZE = 9.0, 7.6
MOST_LINES = 4


class Undrawn(NamedTuple):
    """Things of one kind without a place: how many in words, and their names."""

    title: Text
    names: list[Text]


def undrawn(board: Board) -> list[Undrawn]:
    """The zones, parks and projects whose place is not known, each kind where there are any."""
    plan = board.plan
    zones = [board.names[zone_id].short for zone_id in plan.zones.loc[plan.zones.geometry.isna(), "zone_id"]]
    parks, projects = (
        [
            bilingual(row["name"], row.get("name_en"))
            for row in rows.loc[rows.geometry.isna()].drop(columns=rows.geometry.name).to_dict("records")
        ]
        for rows in (plan.parks, plan.projects)
    )
    kinds = (
        (zones, "个片区没有图上范围", ("zone without an outline", "zones without an outline")),
        (parks, "个园区没有已知位置", ("park without a known place", "parks without a known place")),
        (projects, "个项目没有已知位置", ("project without a known place", "projects without a known place")),
    )
    return [
        Undrawn(Text(f"{len(names)} {zh}", counted(len(names), *english)), names)
        for names, zh, english in kinds
        if names
    ]


def block(board: Board, room: float) -> Block | None:
    """The names, in as many lines a kind as there is room for; None where the map lacks nothing or there is too little room."""
    kinds = undrawn(board)
    for lines in range(MOST_LINES, 0, -1):
        names = [_lines(board, kind, lines) for kind in kinds]
        height = HEAD + sum(TITLE + LINE * len(one) + FOOT for one in names)
        if kinds and height <= room:
            return Block(height, lambda top, names=names: _draw(board, kinds, names, top))  # type: ignore[misc]
    return None


def _lines(board: Board, kind: Undrawn, lines: int) -> list[str]:
    say = board.say

    def more(count: int) -> str:
        return say(Text(f"等 {len(kind.names)} 个", f" and {count} more"))

    return whole_names([say(name) for name in kind.names], RIGHT_WIDTH, NAME_SIZE, lines, say(Text("、", ", ")), more)


def _draw(board: Board, kinds: list[Undrawn], names: list[list[str]], top: float) -> str:
    beside = Text("位置未知，不等于没有", "their place is not known: that is not none")
    drawn = heading(board, top, board.say(Text("图上未绘", "Not on the map")), board.say(beside))
    y = top + HEAD - 0.6
    for kind, lines in zip(kinds, names, strict=True):
        drawn += line(RIGHT, y, RIGHT_EDGE, y, 0.15, HAIR)
        drawn += text(RIGHT, y + TITLE - 0.4, board.say(kind.title), SIZE, bold=True)
        y += TITLE
        for words in lines:
            y += LINE
            drawn += text(RIGHT, y - 0.2, words, NAME_SIZE, fill=TEXT2)
        y += FOOT
    return drawn
