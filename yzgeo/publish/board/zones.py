"""The zones of the map: soft shapes as wide as their edges are uncertain, no outline, and the places they are formed of."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
import pandas as pd
import shapely

from yzgeo.core.palette import print_colours
from yzgeo.plan.cache import cached_per_plan
from yzgeo.plan.inner_zones import zones_in
from yzgeo.plan.model import Plan
from yzgeo.publish.board.board import Board
from yzgeo.publish.board.frame import Frame, frame_of
from yzgeo.publish.board.ground import area, soft
from yzgeo.publish.board.svg import line, rect
from yzgeo.spatial.polygon_repair import polygonal

STEPS = 14
ALPHA = {True: 0.52, False: 0.56}
"""Of all nested shapes together: for the first kind, whose tone is the darkest, and for others."""
ALPHA_AROUND = 0.24
"""Of a zone that others lie in."""
SEED = 1.5


class Zone(NamedTuple):
    """A zone on the sheet; `shape` is None where it has no outline."""

    zone_id: str
    shape: Any
    uncertainty: float
    colour: str
    seeds: np.ndarray


@cached_per_plan
def zones_on_sheet(plan: Plan) -> list[Zone]:
    """The zones on the frame of the whole plan, once for all that draw it; none where nothing of the plan has a place.

    Callers must not change the list.
    """
    frame = frame_of(plan)
    return [] if frame is None else zones_on(plan, frame)


def zones_on(plan: Plan, frame: Frame) -> list[Zone]:
    """The zones on a frame, the outer ones before those in them; `uncertainty` and places in millimetres."""
    colours = print_colours(plan.zones["zone_id"], plan.zones["kind"])
    places = plan.places[plan.places.geometry.notna()]
    points = dict(zip(places["place_id"], frame.on_sheet(places.geometry), strict=True)) if len(places) else {}
    outlines = pd.Series(None, index=plan.zones.index, dtype="object")
    drawn = plan.zones.geometry.notna()
    if drawn.any():
        outlines[drawn] = list(polygonal(np.asarray(frame.on_sheet(plan.zones.geometry[drawn]))))
    shapes = []
    for (_, zone), outline in zip(plan.zones.iterrows(), outlines, strict=True):
        formed = plan.zone_places.loc[plan.zone_places["zone_id"] == zone["zone_id"], "place_id"]
        seeds = [points[place] for place in dict.fromkeys(formed) if place in points]
        metres = zone["outline_uncertainty_m"]
        uncertainty = 0.0 if pd.isna(metres) else float(metres) * frame.mm_per_m
        is_shown = zone["outline_basis"] == "schematic" and len(seeds) > 0
        coordinates = shapely.get_coordinates(seeds) if is_shown else np.empty((0, 2))
        shape = outline if isinstance(outline, shapely.Geometry) and not shapely.is_empty(outline) else None
        shapes.append(Zone(zone["zone_id"], shape, uncertainty, colours[zone["zone_id"]], coordinates))
    held = zones_in(plan)
    return sorted(shapes, key=lambda zone: -len(held[zone.zone_id]))


def draw_areas(board: Board, zones: list[Zone]) -> str:
    """The shapes of the zones."""
    held = zones_in(board.plan)
    tones = list(dict.fromkeys(board.colours.values()))
    drawn = ""
    for zone in zones:
        if zone.shape is None:
            continue
        alpha = ALPHA_AROUND if len(held[zone.zone_id]) > 1 else ALPHA[zone.colour == tones[0]]
        if zone.uncertainty < 0.1:
            drawn += area(shapely.simplify(zone.shape, 0.03), fill=zone.colour, fill_opacity=f"{alpha:.2f}")
        else:
            drawn += soft(zone.shape, zone.colour, STEPS, zone.uncertainty / 2, alpha)
    return drawn


def spine(points: np.ndarray) -> list[tuple[int, int]]:
    """The shortest set of legs that joins all points (Prim).

    >>> print(spine(np.array([[0.0, 0.0], [5.0, 0.0], [2.0, 0.0]])))
    [(0, 2), (2, 1)]
    """
    joined, legs = [0] if len(points) else [], []
    while len(joined) < len(points):
        _, start, end = min(
            (float(np.hypot(*(points[one] - points[other]))), one, other)
            for one in joined
            for other in range(len(points))
            if other not in joined
        )
        legs.append((start, end))
        joined.append(end)
    return legs


def legs(zones: list[Zone]) -> list[np.ndarray]:
    """The legs of all spines, as pairs of points."""
    return [zone.seeds[[start, end]] for zone in zones for start, end in spine(zone.seeds)]


def draw_seeds(zones: list[Zone]) -> str:
    """The places that the plan forms zones of, joined by a dashed line for each zone."""
    drawn = "".join(
        line(leg[0][0], leg[0][1], leg[1][0], leg[1][1], 0.9, "#FFFFFF", stroke_opacity="0.6")
        + line(leg[0][0], leg[0][1], leg[1][0], leg[1][1], 0.35, "#3F2A14", stroke_dasharray="1 .7")
        for leg in legs(zones)
    )
    for x, y in dict.fromkeys((float(x), float(y)) for zone in zones for x, y in zone.seeds):
        drawn += rect(x - SEED / 2, y - SEED / 2, SEED, SEED, fill="#FFFFFF", stroke="#3F2A14", stroke_width=0.35)
    return drawn


def zone_of_plan(plan: Plan, zone_id: str) -> pd.Series:
    """The row of a zone."""
    return plan.zones.set_index("zone_id", drop=False).loc[zone_id]
