"""The names on the map: of zones, of marks, of places, waters, neighbours and lines, placed so that none collides."""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from types import MappingProxyType
from typing import Any, NamedTuple

import numpy as np
import shapely

from yzgeo.core.i18n import Text
from yzgeo.publish.board.board import Board
from yzgeo.publish.board.frame import Frame
from yzgeo.publish.board.ground import Ground, Named
from yzgeo.publish.board.lettering import distinct, shortened, width, wrapped
from yzgeo.publish.board.marks import Mark
from yzgeo.publish.board.placement import Box, Candidate, Label, around, disc, place
from yzgeo.publish.board.problems import Problem, square
from yzgeo.publish.board.rows import area_text
from yzgeo.publish.board.svg import ASCENT, DISTRICT, DONE, INK, OUTSIDE, PT, TEXT2, WATER, circle, text
from yzgeo.publish.board.zones import SEED, Zone, legs, zone_of_plan

ZONE, ZONE_OF_MANY, PLACE, AREA_SIZE, TOWN, NOTE = 12.0, 9.0, 8.0, 8.5, 7.4, 7.2
LEAD = 1.18
LONGEST = 56.0
"""Millimetres of a name: one that is longer is cut, or it would lie across half the map."""
KM2 = Text("平方公里", "km²")
MOST_NUMBERS = 6
"""A problem's number stands at so many labels at most: what is wrong everywhere is told nowhere."""
MANY_ZONES, MOST_ZONE_LABELS, MOST_TOWNS = 14, 9, 16
ZONE_TEXT = "#3F2A14"
LAND_TEXT, WATER_TEXT = "#857F72", "#4F7188"
UNDER_LINE, UNDER_SHADE = 0.9, 0.25
"""What a label costs for each line under it, and over the shade of a zone that is not its own."""
STEEP = 0.7
UNIT = re.compile("(街道|[镇乡])$")
"""What the name of a town may have, and that of its seat lack."""
SQUARE_SIDE, SQUARE_GAP = 2.9, 0.8
NO_NOTES: Mapping[str, list[str]] = MappingProxyType({})


class Drawn(NamedTuple):
    """A label to be placed, and what draws it at the position that it got."""

    label: Label
    draw: Callable[[Candidate], str]


def draw(board: Board, frame: Frame, zones: list[Zone], marks: list[Mark], ground: Ground, shown: list[Problem]) -> str:
    """All names of the sheet's map at their places."""
    on_zone, on_mark = _numbers(board, marks, shown)
    things = [
        *_zone_labels(board, zones, on_zone),
        *mark_labels(board, marks, on_mark),
        *seed_labels(board, zones, marks),
        *ground_labels(board, frame, zones, marks, ground),
    ]
    return draw_placed(things, frame, zones, marks, ground)


def ground_labels(board: Board, frame: Frame, zones: list[Zone], marks: list[Mark], ground: Ground) -> list[Drawn]:
    """The names of waters, neighbours, towns, railway lines and rivers."""
    return [
        *_water_labels(board, ground),
        *_neighbour_labels(board, ground),
        *_town_labels(board, ground, zones, marks),
        *_line_labels(ground, frame),
        *_river_labels(board, ground, frame),
    ]


def draw_placed(
    things: list[Drawn], frame: Frame, zones: list[Zone], marks: list[Mark], ground: Ground, taken: Sequence[Box] = ()
) -> str:
    """The names that find a place inside the frame, beside marks, places of zones and what else is `taken`."""
    obstacles = [box for mark in marks for box in disc(mark.x, mark.y, mark.radius + 0.3)]
    obstacles += [_around_point(x, y, SEED / 2 + 0.2) for zone in zones for x, y in zone.seeds]
    obstacles += taken
    left, top, right, bottom = frame.box
    under = _what_lies_under(zones, ground)
    placed = place([thing.label for thing in things], obstacles, (left + 1, top + 1, right - 1, bottom - 1), under)
    return "".join(thing.draw(placed[thing.label.key]) for thing in things if thing.label.key in placed)


def _around_point(x: float, y: float, reach: float) -> Box:
    return x - reach, y - reach, x + reach, y + reach


def _what_lies_under(zones: list[Zone], ground: Ground) -> Callable[[Box], float]:
    """What a box costs: lines under it, which a name would break."""
    lines = [shapely.LineString(leg) for leg in legs(zones)]
    lines += [part for shape in (ground.border, ground.rail) for part in shapely.get_parts(shape)]
    tree = shapely.STRtree(lines)
    shapes = [zone.shape for zone in zones if zone.shape is not None]
    shades = shapely.STRtree(shapes)

    def cost(box: Box) -> float:
        there = shapely.box(*box)
        crossed = len(tree.query(there, predicate="intersects"))
        return UNDER_LINE * min(crossed, 3) + UNDER_SHADE * len(shades.query(there, predicate="intersects"))

    return cost


def _numbers(
    board: Board, marks: list[Mark], shown: list[Problem]
) -> tuple[dict[str, list[Number]], dict[str, list[Number]]]:
    """The problems' numbers that stand at zones and at marks."""
    on_zone: dict[str, list[Number]] = {}
    on_mark: dict[str, list[Number]] = {}
    for problem in shown:
        number = Number(problem.number, problem.is_grave)
        for subject in problem.subjects:
            kind, _, name = subject.partition(":")
            if kind == "zone":
                on_zone.setdefault(name, []).append(number)
            if kind == "project":
                for mark in marks:
                    if name in mark.project_ids:
                        on_mark.setdefault(mark.place_id, []).append(number)
    everywhere = {
        problem.number
        for problem in shown
        if sum(problem.number in [one.number for one in numbers] for numbers in (*on_zone.values(), *on_mark.values()))
        > MOST_NUMBERS
    }

    def once(numbers: dict[str, list[Number]]) -> dict[str, list[Number]]:
        return {
            key: [one for one in dict.fromkeys(own) if one.number not in everywhere] for key, own in numbers.items()
        }

    return once(on_zone), once(on_mark)


class Number(NamedTuple):
    """The number of a problem on the map, and whether it is more than a hint."""

    number: int
    is_grave: bool


class Line(NamedTuple):
    """A line of a label: runs of words, each with its size, colour and weight; numbers of problems behind them."""

    runs: tuple[tuple[str, bool], ...]
    size: float
    colour: str
    numbers: tuple[Number, ...] = ()

    @property
    def wide(self) -> float:
        """Its width in millimetres."""
        words = sum(width(part, self.size, bold=bold) for part, bold in self.runs)
        return words + len(self.numbers) * (SQUARE_SIDE + SQUARE_GAP)


def block_size(lines: list[Line]) -> tuple[float, float]:
    """The width and the height that lines take."""
    return max(line.wide for line in lines) + 0.4, sum(line.size * PT * LEAD for line in lines)


def draw_lines(lines: list[Line], candidate: Candidate, halo: str = DISTRICT) -> str:
    """The lines of a label at a position."""
    left, top, right, _ = candidate.boxes[0]
    drawn, base = "", top
    for one in lines:
        base += one.size * PT * LEAD
        y = base - one.size * PT * (LEAD - ASCENT - 0.06)
        x = (
            left + 0.2
            if candidate.anchor == "start"
            else right - 0.2 - one.wide
            if candidate.anchor == "end"
            else (left + right - one.wide) / 2
        )
        if candidate.anchor == "end":
            for number in one.numbers:
                drawn += square(x, y - SQUARE_SIDE + 0.35, number.number, SQUARE_SIDE, is_grave=number.is_grave)
                x += SQUARE_SIDE + SQUARE_GAP
        for words, bold in one.runs:
            drawn += text(x, y, words, one.size, bold=bold, fill=one.colour, halo=halo)
            x += width(words, one.size, bold=bold)
        if candidate.anchor != "end":
            for number in one.numbers:
                x += SQUARE_GAP
                drawn += square(x, y - SQUARE_SIDE + 0.35, number.number, SQUARE_SIDE, is_grave=number.is_grave)
                x += SQUARE_SIDE
    return drawn


def _zone_labels(board: Board, zones: list[Zone], numbers: dict[str, list[Number]]) -> list[Drawn]:
    """Names of zones with their areas; of many zones the largest alone, without areas."""
    shown = [zone for zone in zones if zone.shape is not None and not shapely.is_empty(zone.shape)]
    many = len(board.plan.zones) > MANY_ZONES
    if many:
        shown = sorted(shown, key=lambda zone: -zone.shape.area)[:MOST_ZONE_LABELS]
    size = ZONE if not many else ZONE_OF_MANY
    names = _in_lines([board.say(board.names[zone.zone_id].short) for zone in shown], size)
    drawn = []
    for zone, name in zip(shown, names, strict=True):
        lines = [Line(((words, True),), size, ZONE_TEXT) for words in name]
        lines[-1] = lines[-1]._replace(numbers=tuple(numbers.get(zone.zone_id, ())))
        printed = area_text(board.plan, zone_of_plan(board.plan, zone.zone_id))
        if printed is not None and not many:
            lines.append(Line(((f"{board.say(printed)} {board.say(KM2)}", False),), AREA_SIZE, ZONE_TEXT))
        candidates = tuple(around_area(zone.shape, *block_size(lines)))
        drawn.append(
            Drawn(
                Label(f"zone {zone.zone_id}", 0 if not many else 1.5, candidates),
                partial(draw_lines, lines),
            )
        )
    return drawn


def _in_lines(names: list[str], size: float) -> list[list[str]]:
    """Names of zones in one line, a long one in two of about the same length; one that is longer still is cut.

    No two names are alike.
    """
    in_lines = []
    for name, cut in zip(names, distinct(names, LONGEST, size, bold=True), strict=True):
        half = width(name, size, bold=True) / 2 + size * PT
        lines = wrapped(name, min(half, LONGEST), size, bold=True)
        in_lines.append(lines if cut != name and len(lines) == 2 else [cut])
    return in_lines


def around_area(shape: Any, wide: float, high: float) -> list[Candidate]:
    """Positions around an area, near its middle and near its ends, then within it, then farther away."""
    shape = max(shapely.get_parts(shape), key=lambda part: part.area)
    left, top, right, bottom = shapely.bounds(shape)
    middle = shape.centroid
    candidates = []
    for step, out in enumerate((0.6, 3.0, 6.0)):
        for share, cost in ((0.5, 0.0), (0.2, 0.3), (0.8, 0.3)):
            x, y = left + (right - left) * share, top + (bottom - top) * share
            sideways = shapely.intersection(shape, shapely.LineString([(left - 1, y), (right + 1, y)]))
            upright = shapely.intersection(shape, shapely.LineString([(x, top - 1), (x, bottom + 1)]))
            first, _, last, _ = shapely.bounds(sideways) if not shapely.is_empty(sideways) else (left, 0, right, 0)
            _, upper, _, lower = shapely.bounds(upright) if not shapely.is_empty(upright) else (0, top, 0, bottom)
            candidates += [
                Candidate(
                    ((x - wide / 2, upper - out - high, x + wide / 2, upper - out),), cost + step * 1.5, "middle"
                ),
                Candidate(
                    ((last + out, y - high / 2, last + out + wide, y + high / 2),), cost + 0.1 + step * 1.5, "start"
                ),
                Candidate(
                    ((first - out - wide, y - high / 2, first - out, y + high / 2),), cost + 0.15 + step * 1.5, "end"
                ),
                Candidate(
                    ((x - wide / 2, lower + out, x + wide / 2, lower + out + high),), cost + 0.05 + step * 1.5, "middle"
                ),
            ]
    inside = (middle.x - wide / 2, middle.y - high / 2, middle.x + wide / 2, middle.y + high / 2)
    return [*candidates, Candidate((inside,), 0.6 if shape.contains(shapely.box(*inside)) else 3.0, "middle")]


def mark_labels(
    board: Board, marks: list[Mark], numbers: Mapping[str, list[Number]], notes: Mapping[str, list[str]] = NO_NOTES
) -> list[Drawn]:
    """The names of marks with what they stand for; `numbers` of problems and `notes` below, by place."""
    drawn = []
    for mark in marks:
        count = board.say(Text(f"{mark.projects} 项", f"{mark.projects} project{'' if mark.projects == 1 else 's'}"))
        runs: tuple[tuple[str, bool], ...] = ((f"{count} ", False),)
        if mark.money is not None:
            runs += ((board.money(mark.money), True), (board.say(Text(" 亿元", " m yuan")), False))
        else:
            runs += ((board.say(Text("投资未载", "amount unknown")), False),)
        if mark.several:
            runs += ((board.say(Text(f"（{mark.several} 项跨地点）", f" ({mark.several} elsewhere too)")), False),)
        lines = [
            Line(((shortened(board.say(mark.name), LONGEST, PLACE), False),), PLACE, INK),
            Line(runs, PLACE, DONE, tuple(numbers.get(mark.place_id, ()))),
        ]
        with_notes = [*lines, *(Line(((words, False),), NOTE, TEXT2) for words in notes.get(mark.place_id, ()))]
        candidates = []
        for step, out in enumerate((0.5, 2.0, 4.5)):
            candidates += around(mark.x, mark.y, mark.radius + out, *block_size(with_notes), step * 1.5)
        drawn.append(
            Drawn(
                Label(f"mark {mark.place_id}", 1, tuple(candidates)),
                partial(draw_lines, with_notes),
            )
        )
    return drawn


def seed_labels(
    board: Board, zones: list[Zone], marks: list[Mark], notes: Mapping[str, list[str]] = NO_NOTES
) -> list[Drawn]:
    """Names of the places that zones are formed of, where no mark names them."""
    plan = board.plan
    taken = {mark.place_id for mark in marks}
    named = plan.places.set_index("place_id")
    drawn, seen = [], set()
    for zone in zones:
        ids = plan.zone_places.loc[plan.zone_places["zone_id"] == zone.zone_id, "place_id"].drop_duplicates()
        ids = [
            one
            for one in ids
            if one in named.index and named.loc[one].geometry is not None and not named.loc[one].geometry.is_empty
        ]
        for place_id, (x, y) in zip(ids, zone.seeds, strict=False):
            if place_id in taken or place_id in seen:
                continue
            seen.add(place_id)
            row = named.loc[place_id]
            words = (
                str(row["name"]) if board.lang == "zh" or not isinstance(row["name_en"], str) else str(row["name_en"])
            )
            drawn.append(
                point_label(
                    f"seed {place_id}", 2, words, float(x), float(y), SEED / 2 + 0.5, PLACE, INK, dot=False,
                    notes=notes.get(place_id, ()),
                )
            )  # fmt: skip
    return drawn


def point_label(
    key: str,
    priority: float,
    words: str,
    x: float,
    y: float,
    clearance: float,
    size: float,
    colour: str,
    *,
    dot: bool,
    halo: str = DISTRICT,
    notes: Sequence[str] = (),
) -> Drawn:
    """The name of a point, with notes below; a `dot` is drawn where it gets a place."""
    lines = [
        Line(((shortened(words, LONGEST, size), False),), size, colour),
        *(Line(((one, False),), NOTE, TEXT2) for one in notes),
    ]
    wide, high = block_size(lines)
    candidates = around(x, y, clearance, wide, high)
    if dot:
        candidates = [one._replace(boxes=(*one.boxes, _around_point(x, y, 0.55))) for one in candidates]
    mark = circle(x, y, 0.5, fill="#FFFFFF", stroke=colour, stroke_width=0.22) if dot else ""
    return Drawn(Label(key, priority, tuple(candidates)), lambda at: mark + draw_lines(lines, at, halo))


def _town_labels(board: Board, ground: Ground, zones: list[Zone], marks: list[Mark]) -> list[Drawn]:
    named = [shapely.Point(mark.x, mark.y) for mark in marks] + [
        shapely.Point(x, y) for zone in zones for x, y in zone.seeds
    ]
    taken = {UNIT.sub("", mark.name.zh) for mark in marks}
    free = [
        town
        for town in ground.towns
        if all(point.distance(town.shape) > 2.5 for point in named) and UNIT.sub("", town.name.zh) not in taken
    ]
    within = [ground.land.covers(town.shape) if not ground.land.is_empty else True for town in free]
    kept: list[tuple[Named, bool]] = []
    for town, is_within in sorted(zip(free, within, strict=True), key=lambda pair: (not pair[1], pair[0].rank)):
        far = 9.0 if is_within else 22.0
        if all(town.shape.distance(other.shape) > far for other, _ in kept) and town.rank <= 3:
            kept.append((town, is_within))
    return [
        point_label(
            f"town {number:03d}",
            4 if is_within else 5,
            board.say(town.name),
            town.shape.x,
            town.shape.y,
            0.9,
            TOWN,
            TEXT2 if is_within else LAND_TEXT,
            dot=True,
            halo=DISTRICT if is_within else OUTSIDE,
        )
        for number, (town, is_within) in enumerate(kept[:MOST_TOWNS])
    ]


def _spaced(
    key: str, priority: float, words: str, shape: Any, size: float, colour: str, halo: str, serif: bool, least: float
) -> Drawn | None:
    """A name in the largest free part of an area, its characters spaced; None where the part is too small."""
    parts = [part for part in shapely.get_parts(shape) if part.geom_type == "Polygon" and not part.is_empty]
    if not parts:
        return None
    largest = max(parts, key=lambda part: part.area)
    circle_of = shapely.maximum_inscribed_circle(largest, tolerance=0.5)
    if shapely.length(circle_of) < least:
        return None
    spacing = size * PT * 0.6 if not words.isascii() else 0.3
    wide, high = width(words, size, serif=serif, spacing=spacing), size * PT * 1.15
    x, y = circle_of.coords[0]
    centres = [(x, y)] + [
        (x + dx * shapely.length(circle_of) * 0.6, y + dy * shapely.length(circle_of) * 0.6)
        for dx in (-1, 0, 1)
        for dy in (-1, 0, 1)
        if dx or dy
    ]
    candidates = tuple(
        Candidate(((left - wide / 2, top - high / 2, left + wide / 2, top + high / 2),), 0.1 * number, "middle")
        for number, (left, top) in enumerate(centres)
    )

    def drawn(at: Candidate) -> str:
        left, top, _, bottom = at.boxes[0]
        base = (top + bottom) / 2 + size * PT * 0.36
        return text(left, base, words, size, fill=colour, serif=serif, spacing=spacing, halo=halo)

    return Drawn(Label(key, priority, candidates), drawn)


def _neighbour_labels(board: Board, ground: Ground) -> list[Drawn]:
    placed = [
        _spaced(f"neighbour {number}", 3, board.say(one.name), one.shape, 11.0, LAND_TEXT, OUTSIDE, False, 6.0)
        for number, one in enumerate(ground.neighbours)
    ]
    return [one for one in placed if one is not None]


def _water_labels(board: Board, ground: Ground) -> list[Drawn]:
    drawn = []
    for number, one in enumerate(ground.named_water):
        size = 11.0 if one.rank == 0 else 8.4
        inside = _spaced(f"water {number}", 2.5, board.say(one.name), one.shape, size, WATER_TEXT, WATER, True, 3.0)
        if inside is not None and (
            one.rank == 0
            or width(board.say(one.name), size, serif=True) * 1.5 < one.shape.bounds[2] - one.shape.bounds[0]
        ):
            drawn.append(inside)
        elif not one.shape.is_empty:
            middle = one.shape.representative_point()
            reach = math.sqrt(one.shape.area / math.pi)
            drawn.append(_small_water(f"water {number}", board.say(one.name), middle.x, middle.y, reach + 0.8))
    return drawn


def _small_water(key: str, words: str, x: float, y: float, clearance: float) -> Drawn:
    size = 7.2
    wide, high = width(words, size, serif=True) + 0.4, size * PT * 1.15
    candidates = tuple(around(x, y, clearance, wide, high))

    def drawn(at: Candidate) -> str:
        left, top, _, bottom = at.boxes[0]
        return text(
            left + 0.2, (top + bottom) / 2 + size * PT * 0.36, words, size, serif=True, fill=WATER_TEXT, halo=DISTRICT
        )

    return Drawn(Label(key, 3.5, candidates), drawn)


def _line_labels(ground: Ground, frame: Frame) -> list[Drawn]:
    """Numbers of railway lines in circles on them."""
    numbers = []
    for number, one in enumerate(ground.rail_lines):
        line = max(
            shapely.get_parts(shapely.line_merge(one.shape) if one.shape.geom_type.startswith("Multi") else one.shape),
            key=lambda part: part.length,
        )
        candidates = []
        for share in (0.5, 0.3, 0.7, 0.15, 0.85, 0.05, 0.95):
            at = line.interpolate(share, normalized=True)
            candidates.append(Candidate((_around_point(at.x, at.y, 1.7),), share))

        def drawn(at: Candidate, words: str = one.name.zh) -> str:
            left, top, right, bottom = at.boxes[0]
            x, y = (left + right) / 2, (top + bottom) / 2
            return circle(x, y, 1.55, fill="#FFFFFF", stroke=TEXT2, stroke_width=0.2) + text(
                x, y + 7 * PT * 0.36, words, 7, fill=TEXT2, anchor="middle"
            )

        numbers.append(Drawn(Label(f"line {number}", 6, tuple(candidates)), drawn))
    return numbers


def _river_labels(board: Board, ground: Ground, frame: Frame) -> list[Drawn]:
    """Names of rivers, their characters one by one along the water, beside it."""
    names, size = [], 8.4
    longest: dict[str, Named] = {}
    for one in sorted(ground.named_rivers, key=lambda river: river.shape.length):
        longest[one.name.zh] = one
    for number, one in enumerate(longest.values()):
        parts = [
            part
            for part in shapely.get_parts(shapely.intersection(one.shape, frame.window))
            if part.geom_type == "LineString"
        ]
        words = board.say(one.name)
        step = size * PT * 1.9
        if not parts or words.isascii():
            continue
        line = max(parts, key=lambda part: part.length)
        if line.length < step * (len(words) + 1):
            continue
        candidates = []
        for share in np.linspace(0.1, 0.9, 9):
            start = share * (line.length - step * (len(words) - 1))
            points = [line.interpolate(start + step * place) for place in range(len(words))]
            across, down = points[-1].x - points[0].x, points[-1].y - points[0].y
            if (across if abs(across) > STEEP * abs(down) else down) < 0:
                points.reverse()  # a name is read from the left, along steep water from above
            boxes = tuple((point.x - 1.5, point.y - 1.5, point.x + 1.5, point.y + 1.5) for point in points)
            apart = all(
                abs(one_box[0] - other[0]) > 3.0 or abs(one_box[1] - other[1]) > 3.0
                for one_box, other in itertools.pairwise(boxes)
            )
            if apart:
                candidates.append(Candidate(boxes, abs(share - 0.5)))

        def drawn(at: Candidate, words: str = words) -> str:
            return "".join(
                text(
                    (box[0] + box[2]) / 2,
                    (box[1] + box[3]) / 2 + size * PT * 0.36,
                    character,
                    size,
                    serif=True,
                    fill=WATER_TEXT,
                    anchor="middle",
                    halo="#DDE8EE",
                )
                for character, box in zip(words, at.boxes, strict=True)
            )

        names.append(Drawn(Label(f"river {number}", 3.2, tuple(candidates)), drawn))
    return names
