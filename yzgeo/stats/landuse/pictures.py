"""Pictures of changes as numbers and paths that a template draws: what became what as ribbons, and where on a map."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
import shapely

from yzgeo.core.i18n import Text
from yzgeo.core.units import M2_PER_HA
from yzgeo.ledger.land_classes import DEEPEST, at_level, classes
from yzgeo.spatial.polygon_repair import polygonal
from yzgeo.stats.landuse.land import Land
from yzgeo.stats.landuse.result import GONE, Result, changed_pieces, is_industry, matrix

TALL, GAP, WIDE, BAR = 420.0, 7.0, 860, 12
"""Pixels of the ribbons: height of all of them, between two classes, width, and width of a class."""
LABEL = 250
"""Pixels for names on either side."""
LEAST_TALL = 1.5
"""Pixels of a class or ribbon at least, so that it is seen."""
MAP_WIDE, MOST_TALL, MARGIN = 860, 900, 10
"""Pixels of the map."""
DETAIL_PX = 0.4
MOST_PIECES = 20_000
"""Pieces drawn, the largest first."""
KINDS = {
    "to-industry": Text("变为工业用地", "became industrial land"),
    "from-industry": Text("由工业用地变出", "was industrial land"),
    "other": Text("其他变化", "other changes"),
    "gone": Text("只有一次调查覆盖", "in one survey only"),
}
"""Kinds of change, as the pictures show them, and their words in the legend."""


class Node(NamedTuple):
    """A class on one side of the ribbons: its place from the top, its height, hectares, and where its name stands."""

    land: Land
    y: float
    tall: float
    hectares: float
    text_y: float


class Ribbon(NamedTuple):
    """Land that became of another class: SVG path data, hectares, and a kind of `KINDS`."""

    path: str
    hectares: float
    kind: str
    before: Land
    after: Land


class Ribbons(NamedTuple):
    """The picture of what became what: classes before on the left, after on the right."""

    wide: int
    tall: float
    left: list[Node]
    right: list[Node]
    ribbons: list[Ribbon]


class ChangeMap(NamedTuple):
    """The map of changes: the zones and the pieces by kind as SVG path data.

    - `zones`: name, path and a place for the name (x, y)
    - `pieces`: path by kind
    - `shown`, `every`: number of pieces drawn, and of all
    - `bar_px`, `bar_m`: the scale bar
    """

    wide: int
    tall: int
    zones: list[tuple[Any, str, tuple[float, float]]]
    pieces: dict[str, str]
    shown: int
    every: int
    bar_px: float
    bar_m: float


def kind(result: Result, before: str, after: str) -> str:
    """The kind of a change, by the keys of its classes."""
    if GONE in (before, after):
        return "gone"
    one, other = is_industry(result, before), is_industry(result, after)
    if one == other:
        return "other"
    return "to-industry" if other else "from-industry"


def ribbons(result: Result) -> Ribbons | None:
    """What became what by classes of the first level, each flow by its kinds; None where nothing did."""
    table = matrix(result, 1)
    first = {each.key: each for each in (*table.before, *table.after)}
    moved: dict[tuple[str, str, str], float] = {}
    for (before, after), m2 in matrix(result, DEEPEST).m2.items():
        one, other = _first_level(result, before), _first_level(result, after)
        if one != other and m2 > 0 and one in first and other in first:
            flow = one, other, kind(result, before, after)
            moved[flow] = moved.get(flow, 0.0) + m2
    whole = sum(moved.values())
    if not whole:
        return None
    scale = TALL / whole
    sides = [_nodes(lands, moved, scale, side) for side, lands in enumerate((table.before, table.after))]
    tops = [{node.land.key: node.y for node in nodes} for nodes in sides]
    order = [{node.land.key: number for number, node in enumerate(nodes)} for nodes in sides]
    drawn = []
    for before, after, of_kind in sorted(moved, key=lambda flow: (order[0][flow[0]], order[1][flow[1]], flow[2])):
        m2 = moved[before, after, of_kind]
        path = _band(LABEL + BAR, tops[0][before], WIDE - LABEL - BAR, tops[1][after], max(m2 * scale, LEAST_TALL))
        tops[0][before] += m2 * scale
        tops[1][after] += m2 * scale
        drawn.append(Ribbon(path, m2 / M2_PER_HA, of_kind, first[before], first[after]))
    tall = max(node.y + node.tall for nodes in sides for node in nodes) + GAP
    return Ribbons(WIDE, round(tall, 1), sides[0], sides[1], drawn)


def _first_level(result: Result, key: str) -> str:
    """The key of the class of the first level that holds one; what has no code stays."""
    return at_level(result.system, key, 1) if key in classes(result.system) else key


def _nodes(lands: list[Land], moved: dict[tuple[str, str, str], float], scale: float, side: int) -> list[Node]:
    sums: dict[str, float] = {}
    for flow, m2 in moved.items():
        sums[flow[side]] = sums.get(flow[side], 0.0) + m2
    nodes, y, text_y = [], 0.0, 0.0
    for each in lands:
        if each.key in sums:
            tall = max(sums[each.key] * scale, LEAST_TALL)
            text_y = max(text_y + LINE_PX, y + tall / 2 + TEXT_DROP_PX)
            nodes.append(Node(each, round(y, 1), round(tall, 1), sums[each.key] / M2_PER_HA, round(text_y, 1)))
            y = max(y + tall + GAP, y + LINE_PX / 2)
    return nodes


LINE_PX, TEXT_DROP_PX = 14.0, 4.0
"""Pixels from one name to the next at least, and of a name below the middle of its bar."""


def _band(left: float, top: float, right: float, other_top: float, thick: float) -> str:
    middle = (left + right) / 2
    return (
        f"M{left} {top:.1f}C{middle} {top:.1f} {middle} {other_top:.1f} {right} {other_top:.1f}"
        f"V{other_top + thick:.1f}C{middle} {other_top + thick:.1f} {middle} {top + thick:.1f} {left} {top + thick:.1f}Z"
    )


def change_map(result: Result) -> ChangeMap:
    """The map of changes over the zones."""
    pieces = changed_pieces(result)
    some = pieces.head(MOST_PIECES)
    outlines = result.outlines.geometry.to_numpy()
    west, south, east, north = shapely.total_bounds(np.concatenate([outlines, some.geometry.to_numpy()]))
    scale = min((MAP_WIDE - 2 * MARGIN) / (east - west), (MOST_TALL - 2 * MARGIN) / (north - south))
    wide, tall = round((east - west) * scale + 2 * MARGIN), round((north - south) * scale + 2 * MARGIN)

    def to_pixels(shapes: Any) -> Any:
        def pixels(points: Any) -> Any:
            return np.column_stack([(points[:, 0] - west) * scale + MARGIN, (north - points[:, 1]) * scale + MARGIN])

        return shapely.transform(shapes, pixels)

    names = {zone.zone_id: zone.name for zone in result.zones}
    zones = []
    for zone, shape in zip(result.outlines["zone_id"], _simple(to_pixels(outlines)), strict=True):
        middle = shapely.point_on_surface(shape)
        at = (0.0, 0.0) if middle.is_empty else (round(middle.x, 1), round(middle.y, 1))
        zones.append((names[zone], _path(shape), at))
    kinds = np.array(
        [kind(result, *pair) for pair in zip(some["before_key"], some["after_key"], strict=True)], dtype=object
    )
    drawn = _simple(to_pixels(some.geometry.to_numpy()))
    paths = {each: "".join(_path(shape) for shape in drawn[kinds == each]) for each in KINDS}
    bar_m = _round_length((east - west) / 5)
    return ChangeMap(wide, tall, zones, paths, len(some), len(pieces), round(bar_m * scale, 1), bar_m)


def _simple(shapes: Any) -> Any:
    return polygonal(shapely.simplify(shapes, DETAIL_PX)) if len(shapes) else shapes


def _path(shape: Any) -> str:
    """SVG path data of polygons, to a tenth of a pixel."""
    rings = shapely.get_rings(shapely.get_parts(shape))
    return "".join(f"M{'L'.join(f'{x:.1f} {y:.1f}' for x, y in shapely.get_coordinates(ring)[:-1])}Z" for ring in rings)


def _round_length(metres: float) -> float:
    """The largest length of one, two or five and noughts that is not longer.

    >>> print(_round_length(870.0), _round_length(2100.0))
    500.0 2000.0
    """
    power = 10.0 ** np.floor(np.log10(metres))
    return float(max(step for step in (1.0, 2.0, 5.0) if step * power <= metres) * power)
