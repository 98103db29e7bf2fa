"""The map of the sheet: ground, zones, marks and names inside a frame at a true scale."""

from __future__ import annotations

from yzgeo.core.i18n import Text
from yzgeo.publish.board import constraints, labels, legend, marks, zones
from yzgeo.publish.board import ground as land
from yzgeo.publish.board.board import LEFT, LEFT_WIDTH, Board
from yzgeo.publish.board.frame import HEIGHT, TOP, edges, frame_of
from yzgeo.publish.board.problems import Problem
from yzgeo.publish.board.svg import INK, TEXT2, element, rect, text


def draw(board: Board, shown: list[Problem]) -> str:
    """The map and the strip below it; an empty frame that says so where nothing of the plan has a place."""
    frame, ground = frame_of(board.plan), land.ground_on_sheet(board.plan)
    if frame is None or ground is None:
        words = board.say(Text("规划文件夹里还没有带位置的数据", "Nothing of the plan has a place yet"))
        return rect(LEFT, TOP, LEFT_WIDTH, HEIGHT, fill="none", stroke=INK, stroke_width=0.4) + text(
            LEFT + LEFT_WIDTH / 2, TOP + HEIGHT / 2, words, 10.5, fill=TEXT2, anchor="middle"
        )
    areas = zones.zones_on_sheet(board.plan)
    places = marks.marks_on(board, frame, areas)
    inside = (
        land.draw_below(ground, frame)
        + zones.draw_areas(board, areas)
        + constraints.draw(board.plan, frame)
        + land.draw_above(ground)
        + zones.draw_seeds(areas)
        + marks.draw(places)
        + labels.draw(board, frame, areas, places, ground, shown)
    )
    left, top, right, bottom = frame.box
    clip = element("clipPath", rect(left, top, right - left, bottom - top), id="map-frame")
    drawn = clip + element("g", inside, class_="map", clip_path="url(#map-frame)") + edges(frame)
    return drawn + legend.draw(board, frame, areas, places, ground, shown)
