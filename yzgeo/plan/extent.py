"""How far the land of a plan reaches, for maps."""

from __future__ import annotations

import numpy as np

from yzgeo.plan.model import Plan

CHINA = (73.0, 18.0, 135.5, 54.0)
"""West, south, east, north in degrees: what a map shows of a plan that has nothing on it yet."""


def extent(plan: Plan) -> tuple[float, float, float, float]:
    """West, south, east and north of the district, else of the zones, else of the places, in degrees of EPSG:4490.

    >>> from yzgeo.plan.load import load
    >>> print("{:.1f} {:.1f} {:.1f} {:.1f}".format(*extent(load("yinzhou"))))
    121.5 29.6 121.9 29.9
    """
    for frame in (plan.district, plan.zones, plan.places):
        west, south, east, north = (float(edge) for edge in frame.total_bounds)
        if np.isfinite([west, south, east, north]).all():
            return west, south, east, north
    return CHINA
