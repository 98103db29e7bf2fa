"""The map of a scenario: ground, zones and candidates, those chosen in the colour of their year."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import shapely

from yzgeo.checks.finding import Outcome
from yzgeo.core.i18n import LANGS, Lang, Text
from yzgeo.plan.model import Plan
from yzgeo.publish.board import ground as land
from yzgeo.publish.board import zones
from yzgeo.publish.board.board import Board, hatch_patterns
from yzgeo.publish.board.frame import Frame, edges, frame_of
from yzgeo.publish.board.svg import element, text
from yzgeo.publish.report.maps import ZONE, ZONE_SIZE, Picture, bar_below, bar_words
from yzgeo.publish.scenario.figures import Figures
from yzgeo.stats.collect import collect

YEAR_COLOURS = ("#0F3D2E", "#1F8A5B", "#74C69D", "#1D3557", "#457B9D", "#8D99AE", "#3C3C3C")
"""Of the years in their order, in hues of neither zones nor water. The shape of its sign tells a year too, and its number
where there is room."""
LEFT_OUT = "#B9BFC1"
MARK_M2 = 2.0
"""Square millimetres below which a parcel is drawn as a mark: it would not be seen."""
SMALL_MARK_M2, MANY = 0.6, 300
"""The same where more than so many parcels are chosen."""
NUMBERED = 60
"""So many chosen parcels have the last digits of their year beside them; more would cover each other."""


class Look(NamedTuple):
    """How a year looks: its number among the years, its colour, and the outline of its sign for a box of 13 by 13."""

    year: int
    number: int
    colour: str
    sign: str


def year_looks(one: Figures) -> list[Look]:
    """The look of each year."""
    return [
        Look(
            year,
            number,
            YEAR_COLOURS[number % len(YEAR_COLOURS)],
            "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in mark(number, 6.5, 6.5, 80).exterior.coords) + "Z",
        )
        for number, year in enumerate(one["years"])
    ]


def picture(plan: Plan, one: Figures, key: str = "scenario") -> Picture | None:
    """The map in parts: what no language changes, and the words; None where nothing of the plan has a place."""
    frame = frame_of(plan, ZONE)
    left, top, right, bottom = ZONE
    if frame is None:
        return None
    statistics = collect(plan)
    boards = {lang: Board(plan, Outcome([], [], [], []), statistics, lang) for lang in LANGS}
    ground = land.ground_of(plan, frame)
    inside = (
        land.draw_below(ground, frame)
        + zones.draw_areas(boards["zh"], zones.zones_on(plan, frame))
        + land.draw_above(ground)
        + _parcels(plan, one, frame)
    )
    clip = element(
        "clipPath", element("rect", x=left, y=top, width=right - left, height=bottom - top), id=f"{key}-frame"
    )
    drawing = clip + element("g", inside, clip_path=f"url(#{key}-frame)") + edges(frame) + bar_below(frame)
    words = {lang: _names(board, frame) + bar_words(board, frame) for lang, board in boards.items()}
    return Picture(key, drawing, words, ZONE_SIZE, frame.denominator, frame.meridian)


def draw(plan: Plan, one: Figures, lang: Lang) -> str:
    """The map in one language, as an SVG element; "" where nothing has a place."""
    drawn = picture(plan, one)
    if drawn is None:
        return ""
    title = Text("备选地块与所选地块的位置", "where candidates and chosen parcels lie").of(lang)
    return element(
        "svg",
        element("title", title) + element("defs", hatch_patterns()) + drawn.drawing + drawn.words[lang],
        viewBox=f"0 0 {drawn.size[0]:g} {drawn.size[1]:g}",
        xmlns="http://www.w3.org/2000/svg",
        role="img",
    )


def _names(board: Board, frame: Frame) -> str:
    """The names of zones in the middle of each."""
    drawn = ""
    for zone in zones.zones_on(board.plan, frame):
        if zone.shape is not None and not shapely.is_empty(zone.shape):
            point = shapely.point_on_surface(zone.shape)
            drawn += text(
                point.x,
                point.y,
                board.say(board.names[zone.zone_id].short),
                8.0,
                anchor="middle",
                bold=True,
                halo="#ffffff",
            )
    return drawn


def _parcels(plan: Plan, one: Figures, frame: Frame) -> str:
    """Parcels that are not recovered yet, and chosen ones; small ones as marks of a size that is seen."""
    year_of = {row["parcel_id"]: row["year"] for row in one["parcels"]}
    rows = plan.parcels[plan.parcels["status"].isin(one["statuses"]) & plan.parcels.geometry.notna()]
    if rows.empty:
        return ""
    looks = {look.year: look for look in year_looks(one)}
    is_numbered = len(year_of) <= NUMBERED and len(set(year_of.values())) > 1
    least = MARK_M2 if len(year_of) <= MANY else SMALL_MARK_M2
    others, chosen, numbers = "", "", ""
    for parcel, outline in zip(rows["parcel_id"], frame.on_sheet(rows.geometry), strict=True):
        if not frame.window.intersects(outline):
            continue
        if parcel not in year_of:
            others += land.area(outline, fill=LEFT_OUT, stroke="#ffffff", stroke_width=0.05)
            continue
        look = looks[year_of[parcel]]
        point = shapely.point_on_surface(outline)
        shape = outline if outline.area >= least else mark(look.number, point.x, point.y, least)
        chosen += land.area(shape, fill=look.colour, stroke="#ffffff", stroke_width=0.15)
        if is_numbered:
            right, middle = shape.bounds[2] + 0.4, (shape.bounds[1] + shape.bounds[3]) / 2
            numbers += text(right, middle + 0.6, f"{look.year % 100:02d}", 4.2, halo="#ffffff")
    return others + chosen + numbers


def mark(number: int, x: float, y: float, area: float = MARK_M2) -> shapely.Polygon:
    """The sign of a small parcel: square, circle, triangle, diamond, by the number of its year.

    >>> print([round(mark(number, 5, 5).area, 1) for number in range(5)])
    [2.0, 2.0, 2.0, 2.0, 2.0]
    """
    half = float(np.sqrt(area) / 2)
    shapes = (
        shapely.box(-half, -half, half, half),
        shapely.Point(0, 0).buffer(half),
        shapely.Polygon([(-half, half), (half, half), (0, -half)]),
        shapely.Polygon([(-half, 0), (0, half), (half, 0), (0, -half)]),
    )
    shape = shapes[number % len(shapes)]
    times = np.sqrt(area / shape.area)
    return shapely.transform(shape, lambda at: at * times + (x, y))
