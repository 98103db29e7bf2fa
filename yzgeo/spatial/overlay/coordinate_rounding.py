"""To what coordinates were rounded: the digits that they have, and the ground that the last one stands for."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import pyproj
import shapely

from yzgeo.spatial.overlay.wkb_rings import Floats

UNITS = tuple(10.0**-digits for digits in range(12))
"""Units that coordinates are rounded to, the coarsest first."""
COARSEST_M = 0.2
"""What lies on a coarser lattice was drawn on it, and not rounded."""
NEARLY_ALL = 0.99
"""Part of the coordinates that must have the digits: a vertex put in by a program may have more."""
FEWEST = 8
"""Fewer coordinates tell nothing."""
METRES_PER_DEGREE = 111_320.0
EXACT = 8 * float(np.finfo(np.float64).eps)


def rounded_to(coordinates: Floats) -> float:
    """The unit, a power of ten, that (n,) coordinates are multiples of; 0 where they have all digits.

    >>> print(rounded_to(np.arange(20) + 0.125), rounded_to(np.arange(20) / 3))
    0.001 0.0
    """
    if len(coordinates) < FEWEST:
        return 0.0
    largest = float(np.abs(coordinates).max())
    for unit in UNITS:
        if unit < 100 * EXACT * largest:  # any number is a multiple of so little
            return 0.0
        multiples = coordinates / unit
        if np.mean(np.abs(multiples - np.rint(multiples)) <= EXACT * np.abs(multiples)) >= NEARLY_ALL:
            return unit
    return 0.0


def rounding_m(shapes: npt.NDArray[Any], crs: pyproj.CRS) -> float:
    """How many metres the unit is that the coordinates of (n,) geometries are rounded to; 0 where they are not.

    >>> grid = np.array([shapely.box(0, 0, 1, n + 0.25) for n in range(9)])
    >>> print(rounding_m(grid, pyproj.CRS(4549)), rounding_m(shapely.transform(grid, lambda points: points / 3), pyproj.CRS(4549)))
    0.01 0.0
    """
    unit = rounded_to(shapely.get_coordinates(shapes).ravel())
    in_metres = unit * (METRES_PER_DEGREE if crs.is_geographic else crs.axis_info[0].unit_conversion_factor)
    return in_metres if in_metres <= COARSEST_M else 0.0


def thinnest_m(of_parcels_m: float, of_zones_m: float) -> float:
    """How wide a strip between two drawings of one border can be, in metres, from rounding alone.

    Each vertex is off by half a unit at most along each axis, so by half a diagonal of a unit's square.

    >>> print(f"{thinnest_m(0.01, 0.001):.4f}")
    0.0078
    """
    return float((of_parcels_m + of_zones_m) * np.sqrt(0.5))
