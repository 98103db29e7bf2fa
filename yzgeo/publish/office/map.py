"""The map of the sheet and its legend, composed anew for a slide or a page: names are placed at the size they are read in.

A map that was only made smaller would have type that nobody reads from a seat. So the sheet's parts are drawn on a frame
that is smaller by as much as its smallest type has to grow, and enlarged as a whole.
"""

from __future__ import annotations

import itertools

from yzgeo.core.i18n import Text
from yzgeo.publish.board import ground as land
from yzgeo.publish.board import labels, legend, marks, zones
from yzgeo.publish.board.board import Board
from yzgeo.publish.board.frame import Frame, edges, frame_of
from yzgeo.publish.board.problems import Problem
from yzgeo.publish.board.svg import TEXT2, element, rect, text
from yzgeo.publish.office.drawing import Box, Shape, moved, shapes_of
from yzgeo.publish.report.maps import bar_below, bar_words

SMALLEST = 7.0
"""Points of the smallest type on the sheet."""
TICKS = 3.6
"""Millimetres above and left of the frame in which its ticks are named."""
BELOW = 7.4
"""Millimetres below the frame for the bar, the projection and the arrow to the north."""
PROJECTION_LEFT = 52.0
EDGE, BETWEEN = 0.6, 4.0
"""Millimetres by which a part of the legend may begin before its column, and between parts as they are laid anew."""
PROBLEM = Text("问题号", "Number of a problem")


def map_and_legend(board: Board, problems: list[Problem], size: tuple[float, float], least: float) -> list[Shape]:
    """The map with its legend right of it, together as wide and at most as high as a size in millimetres.

    Parameters
    ----------
    board, problems
        The sheet and the problems whose numbers are told on the map.
    size
        Width and height.
    least
        Points of the smallest type. What finds no room at that size is left out, the least important first.
    """
    frame = frame_of(board.plan)
    if frame is None:
        return []
    factor = least / SMALLEST
    parts = [_enlarged(part, factor) for part in _legend(board, frame, problems)]
    of_legend = _in_columns(parts, size[1])
    wide = max((shape.box[2] for shape in of_legend), default=-BETWEEN)
    drawn = _map(board, problems, (size[0] - wide - BETWEEN, size[1]), factor)
    return drawn + [moved(shape, (0.0, 0.0, 0.0, 0.0), size[0] - wide, 0.0, 1.0) for shape in of_legend]


def map_over_legend(board: Board, problems: list[Problem], size: tuple[float, float], least: float) -> list[Shape]:
    """The map in a size in millimetres, its legend below it; arguments are those of `map_and_legend`."""
    frame = frame_of(board.plan)
    if frame is None:
        return []
    factor = least / SMALLEST
    parts = [_enlarged(part, factor) for part in _legend(board, frame, problems)]
    return _map(board, problems, size, factor) + _in_rows(parts, size[0], size[1] + BETWEEN)


def _map(board: Board, problems: list[Problem], size: tuple[float, float], factor: float) -> list[Shape]:
    """The map on a frame of its own, with the bar below it, enlarged by a factor to a size."""
    box: Box = (TICKS, TICKS, size[0] / factor, size[1] / factor - BELOW)
    frame = frame_of(board.plan, box)
    if frame is None:
        return []
    areas, ground = zones.zones_on(board.plan, frame), land.ground_of(board.plan, frame)
    places = marks.marks_on(board, frame, areas)
    inside = (
        land.draw_below(ground, frame)
        + zones.draw_areas(board, areas)
        + land.draw_above(ground)
        + zones.draw_seeds(areas)
        + marks.draw(places)
        + labels.draw(board, frame, areas, places, ground, problems)
    )
    left, top, right, bottom = box
    clip = element("clipPath", rect(left, top, right - left, bottom - top), id="map-frame")
    drawn = clip + element("g", inside, clip_path="url(#map-frame)") + edges(frame)
    drawn += bar_below(frame) + bar_words(board, frame)
    drawn += text(left + PROJECTION_LEFT, bottom + 6.3, board.say(_projection(frame)), 7.2, fill=TEXT2)
    return _enlarged(shapes_of(drawn), factor)


def _projection(frame: Frame) -> Text:
    if frame.meridian is None:
        return Text("CGCS2000　等积方位投影", "CGCS2000, equal-area azimuthal")
    return Text(
        f"CGCS2000　高斯-克吕格 3° 带，中央经线 {frame.meridian}°",
        f"CGCS2000, Gauss-Krüger, 3° belt, {frame.meridian}°",
    )


def _legend(board: Board, frame: Frame, problems: list[Problem]) -> list[list[Shape]]:
    """Zones, marks and ground as the sheet's legend has them, each from its upper left corner.

    The bar stands below the map, and there is no room for the map of the surroundings.
    """
    areas, ground = zones.zones_on_sheet(board.plan), land.ground_of(board.plan, frame)
    shapes = shapes_of(legend.draw(board, frame, areas, marks.marks_on(board, frame, areas), ground, problems))
    numbered = board.say(legend.PROBLEM_NUMBER)
    columns: list[list[Shape]] = [[], [], []]
    ends = (*legend.COLUMNS[1:],)
    for shape in shapes:
        column = sum(shape.box[0] > end - EDGE for end in ends)
        if column < len(columns):
            columns[column].append(_renamed(shape, numbered, board.say(PROBLEM)))
    bounds = [(part, _bounds(part)) for part in columns if part]
    return [[moved(shape, box, 0.0, 0.0, 1.0) for shape in part] for part, box in bounds]


def _renamed(shape: Shape, words: str, others: str) -> Shape:
    if shape.lettering is None or shape.lettering.words != words:
        return shape
    return shape._replace(lettering=shape.lettering._replace(words=others))


def _enlarged(shapes: list[Shape], factor: float) -> list[Shape]:
    """Shapes enlarged from the corner."""
    return [moved(shape, (0.0, 0.0, 0.0, 0.0), 0.0, 0.0, factor) for shape in shapes]


def _in_columns(parts: list[list[Shape]], high: float) -> list[Shape]:
    """Parts below each other, in as many columns as the height asks for."""
    x, y, reach = 0.0, 0.0, 0.0
    laid: list[Shape] = []
    for part in parts:
        _, _, right, bottom = _bounds(part)
        if y > 0.0 and y + bottom > high:
            x, y = reach + BETWEEN, 0.0
        reach = max(reach, x + right)
        laid += [moved(shape, (0.0, 0.0, 0.0, 0.0), x, y, 1.0) for shape in part]
        y += bottom + BETWEEN
    return laid


def _in_rows(parts: list[list[Shape]], wide: float, top: float) -> list[Shape]:
    """Parts beside each other, in as many rows as the width asks for."""
    x, y, reach = 0.0, top, top
    laid: list[Shape] = []
    for part in parts:
        _, _, right, bottom = _bounds(part)
        if x > 0.0 and x + right > wide:
            x, y = 0.0, reach + BETWEEN
        reach = max(reach, y + bottom)
        laid += [moved(shape, (0.0, 0.0, 0.0, 0.0), x, y, 1.0) for shape in part]
        x += right + BETWEEN
    return laid


def _bounds(shapes: list[Shape]) -> Box:
    left, top, right, bottom = zip(*(shape.box for shape in shapes), strict=True)
    return min(left), min(top), max(right), max(bottom)


def sizes(shapes: list[Shape]) -> list[float]:
    """Points of all type among shapes."""
    lines = [shape.lettering for shape in shapes if shape.lettering is not None]
    return [run.size for run in itertools.chain.from_iterable((line, *line.runs) for line in lines)]
