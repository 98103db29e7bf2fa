"""The map of the sheet and its legend, composed anew for a slide or a page."""

from __future__ import annotations

from yzgeo.core.i18n import Text
from yzgeo.publish.board import legend
from yzgeo.publish.board import map as sheet_map
from yzgeo.publish.board.board import LEFT, LEFT_WIDTH, Board
from yzgeo.publish.board.frame import HEIGHT, TOP, frame_of
from yzgeo.publish.board.problems import Problem
from yzgeo.publish.office.drawing import Box, Shape, moved, shapes_of

FRAME: Box = (LEFT, TOP, LEFT + LEFT_WIDTH, TOP + HEIGHT)
TICKS = 3.6
"""Millimetres around the frame in which its ticks are named."""
STRIP_TOP = TOP + HEIGHT + 2.0
"""Below this the legend begins."""
EDGE, BETWEEN = 0.6, 4.0
"""Millimetres by which a part of the legend may begin before its column, and between parts as they are laid anew."""
LEAST_SCALE = 0.5
MEASURES = (1, 3)
"""The columns of the legend that must have the scale of the map: the sizes of marks, and the bar."""
PROBLEM = Text("问题号", "Number of a problem")


def sheet_shapes(board: Board, found: list[Problem]) -> list[Shape]:
    """All shapes of the map and the legend, where they are on the sheet.

    Where they are laid anew they have another scale: the bar stays true, the ratio is left out.
    """
    frame = frame_of(board.plan)
    untrue = set() if frame is None else set(legend.scale_in_words(board, frame))
    shapes = [
        shape
        for shape in shapes_of(sheet_map.draw(board, found))
        if shape.lettering is None or shape.lettering.words not in untrue
    ]
    return [_renamed(shape, board.say(legend.PROBLEM_NUMBER), board.say(PROBLEM)) for shape in shapes]


def _renamed(shape: Shape, words: str, others: str) -> Shape:
    if shape.lettering is None or shape.lettering.words != words:
        return shape
    return shape._replace(lettering=shape.lettering._replace(words=others))


def map_and_legend(shapes: list[Shape], box: Box, beside: float = 0.0, legend_box: Box | None = None) -> list[Shape]:
    """The map in a box, with the legend in another one, else right of it where at least so much is left beside it."""
    left, top, right, bottom = box
    outer = (FRAME[0] - TICKS, FRAME[1] - TICKS, FRAME[2], FRAME[3])
    beside = 0.0 if legend_box is not None else beside + BETWEEN
    scale = min((right - beside - left) / (outer[2] - outer[0]), (bottom - top) / (outer[3] - outer[1]))
    laid = [moved(shape, outer, left, top, scale) for shape in shapes if shape.box[1] < STRIP_TOP]
    x = left + (outer[2] - outer[0]) * scale + BETWEEN
    below = [shape for shape in shapes if shape.box[1] >= STRIP_TOP]
    return laid + _legend(below, legend_box or (x, top, right, bottom), scale)


def _legend(shapes: list[Shape], box: Box, of_map: float) -> list[Shape]:
    """The parts of the legend below each other, as large as the box lets them be, at most as on the sheet.

    Marks and the bar are measures: they keep the scale of the map.
    """
    parts = _parts(shapes)
    scale = 1.0
    while (laid := _flowed(parts, box, scale, of_map)) is None and scale > LEAST_SCALE:
        scale -= 0.05
    return laid or []


def _flowed(parts: dict[int, list[Shape]], box: Box, scale: float, of_map: float) -> list[Shape] | None:
    """Parts below each other in as many columns as they need; None where these are too wide together."""
    x, y, right, bottom = box
    laid, reach = [], x
    for column, part in parts.items():
        bounds, own = _bounds(part), of_map if column in MEASURES else scale
        wide, high = (bounds[2] - bounds[0]) * own, (bounds[3] - bounds[1]) * own
        if y > box[1] and y + high > bottom:
            x, y = reach + BETWEEN, box[1]
        reach = max(reach, x + wide)
        if reach > right or y + high > bottom:
            return None
        laid += [moved(shape, bounds, x, y, own) for shape in part]
        y += high + BETWEEN
    return laid


def _parts(shapes: list[Shape]) -> dict[int, list[Shape]]:
    """The parts of the legend, which stand beside each other on the sheet, by their column."""
    starts = [*legend.COLUMNS[1:], legend.LOCATOR[0]]
    parts: dict[int, list[Shape]] = {column: [] for column in range(len(starts) + 1)}
    for shape in shapes:
        parts[sum(shape.box[0] > start - EDGE for start in starts)].append(shape)
    return {column: part for column, part in parts.items() if part}


def _bounds(shapes: list[Shape]) -> Box:
    return (
        min(shape.box[0] for shape in shapes),
        min(shape.box[1] for shape in shapes),
        max(shape.box[2] for shape in shapes),
        max(shape.box[3] for shape in shapes),
    )
