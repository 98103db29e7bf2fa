"""The maps of the report, of the same parts as the sheet's: the whole district for the cover, and one around each zone.

What no language changes is drawn once, names once for each language.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

import geopandas as gpd
import numpy as np
import shapely

from yzgeo.core.i18n import LANGS, Lang, Text, bilingual
from yzgeo.plan.cache import cached_per_plan
from yzgeo.plan.inner_zones import zones_in
from yzgeo.plan.model import Plan
from yzgeo.plan.project_zones import reaching_into
from yzgeo.publish.board import constraints, labels, marks, zones
from yzgeo.publish.board import ground as land
from yzgeo.publish.board.board import Board, hatch_patterns
from yzgeo.publish.board.frame import Box, Frame, edges, frame_around, frame_of
from yzgeo.publish.board.labels import Drawn, draw_lines
from yzgeo.publish.board.legend import BARS_KM
from yzgeo.publish.board.lettering import shortened
from yzgeo.publish.board.marks import Mark
from yzgeo.publish.board.placement import Label
from yzgeo.publish.board.svg import INK, TEXT2, element, path, rect, text
from yzgeo.publish.board.zones import Zone
from yzgeo.publish.context import BuildContext
from yzgeo.publish.page.sites import short

COVER: Box = (0.0, 0.0, 210.0, 160.0)
COVER_NAME, COVER_NAME_OF_MANY = 15.0, 9.0
COVER_NAME_MM = 58.0
"""A longer name is shortened; the page of its zone has it whole."""
COVER_NAMES: Box = (9.0, 14.0, 201.0, 146.0)
"""Where names go: away from the trim, and from what a long title leaves uncovered of the map."""
ZONE: Box = (4.0, 4.0, 108.0, 88.0)
"""104 wide, beside the names of the parallels and below those of the meridians."""
ZONE_MARGIN = 11.0
ZONE_SIZE = (108.4, 96.0)
LEAST_M = 3_000.0
MOST_BAR = 34.0
TOO_FAR = 1.6
"""A park's place is shown where the map grows by this factor at most."""
MOST_PARKS = 2
"""Parks named below a place; of more the number is told."""
PARK_SIGN = 0.9
BEYOND = 12.0
"""Millimetres around the frame in which shapes are kept."""


class Picture(NamedTuple):
    """A map: its drawing but for the words, the words in each language, its size and scale.

    `denominator` is that at the printed size; `meridian` the central one, None outside China's belts.
    """

    key: str
    drawing: str
    words: dict[Lang, str]
    size: tuple[float, float]
    denominator: float
    meridian: int | None


class Land(NamedTuple):
    """What all maps of a plan share: on the frame of the whole plan, `places` by id in its projection."""

    boards: dict[Lang, Board]
    frame: Frame
    zones: list[Zone]
    marks: dict[Lang, list[Mark]]
    places: dict[str, Any]


@cached_per_plan
def land_of(context: BuildContext) -> Land | None:
    """Project zones, marks and places of a plan once; None where nothing has a place."""
    plan = context.plan
    boards = {lang: Board(plan, context.outcome, context.statistics, lang) for lang in LANGS}
    frame = frame_of(plan)
    if frame is None:
        return None
    areas = zones.zones_on_sheet(plan)
    located = plan.places[plan.places.geometry.notna()]
    points: Iterable[Any] = frame.on_sheet(located.geometry) if len(located) else ()
    marks_of = {lang: marks.marks_on(board, frame, areas) for lang, board in boards.items()}
    return Land(boards, frame, areas, marks_of, dict(zip(located["place_id"], points, strict=True)))


def patterns() -> str:
    """The patterns that maps and bars are filled with."""
    return hatch_patterns()


def cover(base: Land) -> Picture | None:
    """The whole district with its zones, without marks.

    >>> from yzgeo.plan.load import load
    >>> from yzgeo.publish.context import build_context
    >>> picture = cover(land_of(build_context(load("yinzhou"), "en")))
    >>> print(f"1:{picture.denominator:,.0f}", "Mingzhou" in picture.words["en"])
    1:250,000 True
    """
    board = base.boards["zh"]
    frame = _cover_frame(base)
    shown = _moved(base, frame)
    ground = land.ground_of(board.plan, frame)
    drawing = land.draw_below(ground, frame) + zones.draw_areas(board, shown) + land.draw_above(ground)
    words = {}
    for lang, one in base.boards.items():
        bare = [zone._replace(seeds=np.empty((0, 2))) for zone in shown]
        things = _zone_names(one, bare) + [
            thing
            for thing in labels.ground_labels(one, frame, bare, [], ground)
            if not thing.label.key.startswith(("town", "line"))
        ]
        words[lang] = labels.draw_placed(things, frame._replace(box=COVER_NAMES), bare, [], ground)
    left, top, right, bottom = frame.box
    return Picture("cover", drawing, words, (right - left, bottom - top), frame.denominator, frame.meridian)


def _cover_frame(base: Land) -> Frame:
    frame = frame_of(base.boards["zh"].plan, COVER)
    if frame is None:  # land_of has a frame of the same shapes
        raise ValueError("a plan with land has a frame")
    return frame


def _zone_names(board: Board, shown: list[Zone]) -> list[Drawn]:
    """The names of zones, of many the largest alone."""
    with_shape = [zone for zone in shown if zone.shape is not None and not shapely.is_empty(zone.shape)]
    many = len(with_shape) > labels.MANY_ZONES
    size = COVER_NAME_OF_MANY if many else COVER_NAME
    drawn = []
    for zone in sorted(with_shape, key=lambda zone: -zone.shape.area)[: 2 * labels.MANY_ZONES]:
        name = shortened(board.say(board.names[zone.zone_id].short), COVER_NAME_MM, size, bold=True)
        lines = [labels.Line(((name, True),), size, labels.ZONE_TEXT)]
        candidates = tuple(labels.around_area(zone.shape, *labels.block_size(lines)))
        drawn.append(
            Drawn(
                Label(f"zone {zone.zone_id}", 0, candidates),
                lambda at, lines=lines: draw_lines(lines, at),  # type: ignore[misc]
            )
        )
    return drawn


@cached_per_plan
def zone_pictures(context: BuildContext) -> dict[str, Picture | None]:
    """The map of each zone by its id, with the projects that lie in it or reach into it; none where nothing has a place."""
    base, plan = land_of(context), context.plan
    if base is None:
        return {}
    return {
        zone_id: around_zone(
            base,
            zone_id,
            set(
                plan.projects.loc[plan.projects["zone_id"].isin(ids) | reaching_into(plan.projects, ids), "project_id"]
            ),
        )
        for zone_id, ids in zones_in(plan).items()
    }


def around_zone(base: Land, zone_id: str, project_ids: set[str]) -> Picture | None:
    """One zone, the places it is formed of, its projects and parks; None where nothing of it has a place.

    `project_ids` are those whose places the map must show; marks of other zones' projects that lie in the frame are
    drawn too.
    """
    board = base.boards["zh"]
    plan = board.plan
    zone = next(one for one in base.zones if one.zone_id == zone_id)
    own = [mark for mark in base.marks["zh"] if project_ids & set(mark.project_ids)]
    formed = plan.zone_places.loc[plan.zone_places["zone_id"] == zone_id, "place_id"]
    wanted = [base.places[one] for one in dict.fromkeys(formed) if one in base.places]
    if zone.shape is not None:
        wanted.append(zone.shape.buffer(zone.uncertainty / 2))
    if not wanted and not own:
        return None
    parks = _parks(base, zone_id)
    wanted = _with_near(
        [*wanted, *(shapely.Point(mark.x, mark.y) for mark in own)], [base.places[one] for one in parks]
    )
    shapes = gpd.GeoSeries(_back(base.frame, wanted), crs=base.frame.crs)
    frame = frame_around(shapes, base.frame.crs, base.frame.meridian, ZONE, ZONE_MARGIN, LEAST_M)
    shown = [one for one in _moved(base, frame) if one.zone_id == zone_id or one.shape is not None]
    inner = zones_in(plan)[zone_id]
    seeded = [one if one.zone_id in inner else one._replace(seeds=np.empty((0, 2))) for one in shown]
    ground = land.ground_of(plan, frame)
    place_of = {key: _onto(base.frame, frame, point) for key, point in base.places.items() if key in parks}
    moved = {lang: _marks_in(base, frame, lang) for lang in LANGS}
    marked = {mark.place_id for mark in moved["zh"]}
    ground = _without_towns(ground, _named(plan, seeded, marked | set(place_of)))
    signs = {key: point for key, point in place_of.items() if key not in marked and frame.window.covers(point)}
    drawing = (
        land.draw_below(ground, frame)
        + zones.draw_areas(board, shown)
        + constraints.draw(plan, frame)
        + land.draw_above(ground)
        + zones.draw_seeds(seeded)
        + marks.draw(moved["zh"])
        + "".join(_park_sign(point) for key, point in signs.items() if not _is_seed(seeded, point))
    )
    left, top, right, bottom = frame.box
    clip = element("clipPath", rect(left, top, right - left, bottom - top), id=f"frame-{zone_id}")
    drawing = clip + element("g", drawing, clip_path=f"url(#frame-{zone_id})") + edges(frame) + bar_below(frame)
    words = {}
    for lang, one in base.boards.items():
        notes = {key: _park_words(one, ids) for key, ids in parks.items()}
        named = set(marked) | {place for zone in seeded for place in _formed_of(one, zone.zone_id) if len(zone.seeds)}
        things = [
            *labels.mark_labels(one, moved[lang], {}, notes),
            *labels.seed_labels(one, seeded, moved[lang], notes),
            *(
                labels.point_label(
                    f"park {key}", 1.5, _place_name(one, key), point.x, point.y, PARK_SIGN + 0.6, labels.PLACE, INK,
                    dot=False, notes=notes[key],
                )
                for key, point in signs.items()
                if key not in named
            ),
            *_names_of_others(one, shown, inner),
            *labels.ground_labels(one, frame, seeded, moved[lang], ground),
        ]  # fmt: skip
        words[lang] = labels.draw_placed(things, frame, seeded, moved[lang], ground) + bar_words(one, frame)
    return Picture(f"zone-{zone_id}", drawing, words, ZONE_SIZE, frame.denominator, frame.meridian)


def _named(plan: Plan, shown: list[Zone], place_ids: set[str]) -> set[str]:
    """The names, as short as on a map, of places that are named as what the plan says of them."""
    formed = plan.zone_places["zone_id"].isin([zone.zone_id for zone in shown if len(zone.seeds)])
    wanted = place_ids | set(plan.zone_places.loc[formed, "place_id"])
    return {short(name, None).zh for name in plan.places.loc[plan.places["place_id"].isin(wanted), "name"]}


def _without_towns(ground: land.Ground, named: set[str]) -> land.Ground:
    """The ground without the towns that are named already: a gazetteer sets them at other points."""
    return ground._replace(towns=[town for town in ground.towns if short(town.name.zh, None).zh not in named])


def _with_near(shapes: list[Any], more: list[Any]) -> list[Any]:
    """Shapes, and those of more that do not make the map much larger."""
    for one in more:
        before, after = (_reach(some) for some in (shapes, [*shapes, one]))
        if after <= before * TOO_FAR or after == 0.0:
            shapes = [*shapes, one]
    return shapes


def _reach(shapes: list[Any]) -> float:
    west, south, east, north = shapely.total_bounds(np.array(shapes, dtype="object"))
    return float(max(east - west, north - south))


def _back(frame: Frame, shapes: list[Any]) -> np.ndarray:
    """Shapes of a sheet in the projection of its frame."""
    left, top, right, bottom = frame.box

    def moved(points: np.ndarray) -> np.ndarray:
        return np.column_stack(
            [
                frame.easting + (points[:, 0] - (left + right) / 2) / frame.mm_per_m,
                frame.northing - (points[:, 1] - (top + bottom) / 2) / frame.mm_per_m,
            ]
        )

    return np.asarray(shapely.transform(np.array(shapes, dtype="object"), moved))


def _onto(old: Frame, new: Frame, shape: Any) -> Any:
    """A shape of one sheet on another of the same projection."""
    factor = new.mm_per_m / old.mm_per_m
    (x0, y0), (x1, y1) = (((box[0] + box[2]) / 2, (box[1] + box[3]) / 2) for box in (old.box, new.box))
    dx, dy = (old.easting - new.easting) * new.mm_per_m, (old.northing - new.northing) * new.mm_per_m
    return shapely.transform(
        shape,
        lambda points: np.column_stack(
            [x1 + (points[:, 0] - x0) * factor + dx, y1 + (points[:, 1] - y0) * factor - dy]
        ),
    )


def _moved(base: Land, frame: Frame) -> list[Zone]:
    """The zones on another frame, what lies far outside it left out."""
    factor = frame.mm_per_m / base.frame.mm_per_m
    areas = []
    for zone in base.zones:
        seeds = shapely.get_coordinates([_onto(base.frame, frame, shapely.Point(*seed)) for seed in zone.seeds])
        uncertainty = zone.uncertainty * factor
        shape = None
        if zone.shape is not None:
            shape = _onto(base.frame, frame, zone.shape)
            near = frame.window.buffer(BEYOND + uncertainty, join_style="mitre")
            shape = shape if near.covers(shape) else shapely.intersection(shape, near)
            shape = None if shape.is_empty else shape
        areas.append(zone._replace(shape=shape, uncertainty=uncertainty, seeds=seeds.reshape(-1, 2)))
    return areas


def _marks_in(base: Land, frame: Frame, lang: Lang) -> list[Mark]:
    """The marks whose points lie in a frame."""
    inside = []
    for mark in base.marks[lang]:
        point = _onto(base.frame, frame, shapely.Point(mark.x, mark.y))
        if frame.window.covers(point):
            inside.append(mark._replace(x=point.x, y=point.y))
    return inside


def _parks(base: Land, zone_id: str) -> dict[str, list[str]]:
    """The parks of a zone by the place that they are at."""
    plan = base.boards["zh"].plan
    listed = plan.zone_parks.loc[plan.zone_parks["zone_id"] == zone_id, "park_id"].drop_duplicates()
    place_of = plan.parks.set_index("park_id")["place_id"]
    by_place: dict[str, list[str]] = {}
    for park_id in listed:
        if place_of.get(park_id) in base.places:
            by_place.setdefault(place_of[park_id], []).append(park_id)
    return by_place


def _park_words(board: Board, park_ids: list[str]) -> list[str]:
    named = board.plan.parks.set_index("park_id")
    names = [board.say(bilingual(named.loc[one, "name"], named.loc[one, "name_en"])) for one in park_ids]
    head = board.say(Text("园区：", "park: "))
    lines = [head + names[0], *names[1:MOST_PARKS]]
    rest = len(names) - MOST_PARKS
    return lines + ([board.say(Text(f"等 {len(names)} 个园区", f"and {rest} more parks"))] if rest > 0 else [])


def _place_name(board: Board, place_id: str) -> str:
    place = board.plan.places.set_index("place_id").loc[place_id]
    return board.say(bilingual(place["name"], place["name_en"]))


def _formed_of(board: Board, zone_id: str) -> list[str]:
    return list(board.plan.zone_places.loc[board.plan.zone_places["zone_id"] == zone_id, "place_id"])


def _is_seed(shown: list[Zone], point: Any) -> bool:
    return any(abs(x - point.x) < 0.05 and abs(y - point.y) < 0.05 for zone in shown for x, y in zone.seeds)


def _park_sign(point: Any) -> str:
    return element("circle", cx=point.x, cy=point.y, r=PARK_SIGN, fill="#FFFFFF", stroke=INK, stroke_width=0.35)


def _names_of_others(board: Board, shown: list[Zone], inner: Mapping[str, Any] | Any) -> list[Drawn]:
    """The names of other zones in the frame."""
    drawn = []
    for zone in shown:
        if zone.shape is None:
            continue
        inside = shapely.intersection(zone.shape, shapely.box(*ZONE).buffer(-2.0))
        if inside.is_empty or inside.area < 40.0 or (zone.zone_id in inner and len(inner) == 1):
            continue
        name = board.say(board.names[zone.zone_id].short)
        lines = [labels.Line(((name, True),), 9.0, labels.ZONE_TEXT)]
        candidates = tuple(labels.around_area(inside, *labels.block_size(lines)))
        drawn.append(
            Drawn(Label(f"zone {zone.zone_id}", 2.5, candidates), lambda at, lines=lines: draw_lines(lines, at))  # type: ignore[misc]
        )
    return drawn


def _bar_km(frame: Frame) -> float | None:
    return max((step for step in BARS_KM if step * 1000 * frame.mm_per_m <= MOST_BAR), default=None)


def bar_below(frame: Frame) -> str:
    """The scale bar and the arrow to the north, below the frame."""
    left, _, right, bottom = frame.box
    top = bottom + 5.2
    north = right - 3.0
    drawn = path(
        [[(north, top - 3.2), (north + 1.5, top + 1.6), (north, top + 0.6), (north - 1.5, top + 1.6)]], True, fill=INK
    )
    km = _bar_km(frame)
    if km is None:
        return drawn
    long = km * 1000 * frame.mm_per_m
    return (
        drawn
        + rect(left, top, long, 1.1, fill="#FFFFFF", stroke=INK, stroke_width=0.2, data_km=f"{km:g}")
        + rect(left, top, long / 2, 1.1, fill=INK)
    )


def bar_words(board: Board, frame: Frame) -> str:
    """What stands at the bar and the arrow."""
    left, _, right, bottom = frame.box
    top, size = bottom + 5.2, 7.2
    drawn = text(right - 6.4, top + 1.2, board.say(Text("北", "N")), 8.0, bold=True, anchor="middle")
    km = _bar_km(frame)
    if km is None:
        return drawn
    long = km * 1000 * frame.mm_per_m
    drawn += text(left, top - 1.0, "0", size, fill=TEXT2)
    return drawn + text(
        left + long, top - 1.0, f"{km:g} {board.say(Text('公里', 'km'))}", size, fill=TEXT2, anchor="middle"
    )
