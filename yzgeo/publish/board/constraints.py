"""Land that forbids building, and the outline of land that must hold it, over the zones of a map."""

from __future__ import annotations

from typing import Any

import geopandas as gpd
import numpy as np
import shapely

from yzgeo.core.i18n import Text
from yzgeo.layers import constraints as layer
from yzgeo.plan.cache import cached_per_plan
from yzgeo.plan.constraint_kinds import Effect
from yzgeo.plan.model import Plan
from yzgeo.publish.board.frame import Frame, clipped
from yzgeo.publish.board.ground import SIMPLER, area
from yzgeo.publish.board.svg import line, rect
from yzgeo.spatial.polygon_repair import polygonal

DASHES = "2.2 .8 .5 .8"
SIGNS: dict[Effect, Text] = {
    "forbids": Text("禁止占用的范围", "Land not to be built on"),
    "must_hold": Text("应在其内的范围", "Land to stay within"),
}
"""What the legend calls them."""


@cached_per_plan
def _merged(plan: Plan) -> gpd.GeoDataFrame:
    """The constraints, a row per effect."""
    shapes = plan.constraints[["effect", "geometry"]]
    return shapes.dissolve("effect", as_index=False) if len(shapes) else shapes


def on_map(plan: Plan, frame: Frame) -> dict[Effect, Any]:
    """The land of each effect in the frame, on the sheet; none of an effect without any there.

    >>> from yzgeo.plan.load import load
    >>> from yzgeo.publish.board.frame import frame_of
    >>> print(on_map(load("yinzhou"), frame_of(load("yinzhou"))))
    {}
    """
    merged = _merged(plan)
    if not len(merged):
        return {}
    shapes = polygonal(np.asarray(clipped(polygonal(frame.on_sheet(merged.geometry)), frame)))
    simple = polygonal(shapely.simplify(shapes, SIMPLER))
    return {effect: shape for effect, shape in zip(merged["effect"], simple, strict=True) if not shape.is_empty}


def draw(plan: Plan, frame: Frame) -> str:
    """Land that forbids is shaded, land that must hold has a dashed line around it, as on the page."""
    drawn = ""
    for effect, shape in on_map(plan, frame).items():
        if effect == "forbids":
            drawn += area(shape, fill=layer.FORBIDS, fill_opacity="0.2", stroke=layer.FORBIDS, stroke_width=0.2)
        else:
            drawn += area(shape, fill="none", stroke=layer.MUST_HOLD, stroke_width=0.45, stroke_dasharray=DASHES)
    return drawn


def sign(effect: Effect, x: float, y: float, wide: float) -> str:
    """The sign of a legend: a swatch, or a piece of the line, around a height."""
    if effect == "forbids":
        return rect(
            x, y - 1.5, wide, 3.0, fill=layer.FORBIDS, fill_opacity="0.2", stroke=layer.FORBIDS, stroke_width=0.2
        )
    return line(x, y, x + wide, y, 0.45, layer.MUST_HOLD, stroke_dasharray=DASHES)
