"""The relief under the map of the sheet: a quiet shading in the map's own projection."""

from __future__ import annotations

import numpy as np
import pyproj

from yzgeo.plan.model import Plan
from yzgeo.plan.relief import heights_at
from yzgeo.publish.board.frame import Frame
from yzgeo.publish.board.svg import element
from yzgeo.publish.page.relief import picture, shaded
from yzgeo.spatial.crs import CGCS2000

CELL_MM = 0.75
"""A finer shading is not seen behind a map, and makes the file large."""


def relief_on_sheet(plan: Plan, frame: Frame) -> str:
    """The shading inside the frame as an image element; "" where the plan has no heights there."""
    if plan.relief is None:
        return ""
    left, top, right, bottom = frame.box
    columns, rows = max(1, round((right - left) / CELL_MM)), max(1, round((bottom - top) / CELL_MM))
    wide, high = (right - left) / columns / frame.mm_per_m, (bottom - top) / rows / frame.mm_per_m
    easting = frame.easting + (np.arange(columns) + 0.5 - columns / 2) * wide
    northing = frame.northing - (np.arange(rows) + 0.5 - rows / 2) * high
    degrees = pyproj.Transformer.from_crs(frame.crs, CGCS2000, always_xy=True)
    lon, lat = degrees.transform(*np.meshgrid(easting, northing))
    heights = heights_at(plan.relief, np.asarray(lon), np.asarray(lat))
    if not np.isfinite(heights).any():
        return ""
    return element(
        "image",
        x=left,
        y=top,
        width=right - left,
        height=bottom - top,
        preserveAspectRatio="none",
        href=picture(shaded(heights, wide, high)),
    )
