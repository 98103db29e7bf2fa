"""Relief as shading: how a surface of heights is lit from one side."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

Heights = npt.NDArray[np.float64]

AZIMUTH = 315.0
"""Degrees clockwise from north from which the light comes: the north-west, as maps have it."""
ALTITUDE = 45.0
"""Degrees of the light above the horizon."""
FLAT = math.sin(math.radians(ALTITUDE))
"""How light a level surface is."""


def hillshade(heights: Heights, cell_x: float, cell_y: float, exaggeration: float = 1.0) -> Heights:
    """How light each cell is, from 0 (turned away) to 1 (facing the light); a level one is `FLAT`.

    Slope and aspect by the eight neighbours of each cell (Horn 1981, Hill shading and the reflectance map,
    https://doi.org/10.1109/PROC.1981.11918), as gdaldem and ArcGIS have them.

    Parameters
    ----------
    heights
        (rows, columns) in metres, rows from the north; NaN where none is known. A cell beside one is as level there as
        it is itself.
    cell_x, cell_y
        Width and height of a cell in metres.
    exaggeration
        By which heights are multiplied.

    Returns
    -------
    (rows, columns) float64
        NaN where no height is known.

    >>> slope = np.array([[0.0, 1.0, 2.0]] * 3)  # rises to the east: its face looks west, towards the light
    >>> print(hillshade(slope, 1.0, 1.0)[1, 1].round(2), hillshade(slope[:, ::-1], 1.0, 1.0)[1, 1].round(2))
    0.85 0.15
    """
    rows, columns = heights.shape
    padded = np.pad(heights * exaggeration, 1, mode="edge")
    middle = padded[1:-1, 1:-1]

    def beside(down: int, right: int) -> Heights:
        there = padded[1 + down : 1 + down + rows, 1 + right : 1 + right + columns]
        filled: Heights = np.where(np.isnan(there), middle, there)
        return filled

    west = beside(-1, -1) + 2 * beside(0, -1) + beside(1, -1)
    east = beside(-1, 1) + 2 * beside(0, 1) + beside(1, 1)
    north = beside(-1, -1) + 2 * beside(-1, 0) + beside(-1, 1)
    south = beside(1, -1) + 2 * beside(1, 0) + beside(1, 1)
    eastward = (east - west) / (8 * cell_x)
    northward = (north - south) / (8 * cell_y)
    azimuth, altitude = math.radians(AZIMUTH), math.radians(ALTITUDE)
    towards = eastward * math.sin(azimuth) + northward * math.cos(azimuth)
    light = (math.sin(altitude) - math.cos(altitude) * towards) / np.sqrt(1 + eastward**2 + northward**2)
    lit: Heights = np.where(np.isnan(heights), np.nan, np.clip(light, 0.0, 1.0))
    return lit
