"""The relief of the ground as the page draws it: a quiet shading, as a small picture in web Mercator."""

from __future__ import annotations

import base64
import math
import struct
import zlib
from typing import Any

import numpy as np
import numpy.typing as npt

from yzgeo.plan.relief import HeightGrid
from yzgeo.spatial.hillshade import FLAT, hillshade

M_PER_DEGREE = 111_320.0
"""Of latitude, and of longitude at the equator."""
LEVELS = 12
"""Steps of shade, and as many of light: fewer bytes, and no more than is seen."""
MOST_SHADE = 0.34
MOST_LIGHT = 0.5
"""How strongly the darkest is covered with black, and the lightest with white."""
STEEPEST = 0.6
"""Heights are multiplied so that the steepest twentieth of the land rises so far in one: hills of a plain are seen too."""
MOST_EXAGGERATION = 8.0
BOX_DECIMALS = 6


def relief_data(grid: HeightGrid) -> dict[str, Any]:
    """`box` (west, south, east, north in degrees) and `image`, a PNG as a data address, black and white over nothing.

    Its rows stand at even steps of web Mercator, as the map does.
    """
    west, south, east, north = grid.bounds
    width = grid.cell_x * M_PER_DEGREE * math.cos(math.radians((south + north) / 2))
    height = grid.cell_y * M_PER_DEGREE
    return {
        "box": [round(edge, BOX_DECIMALS) for edge in (west, south, east, north)],
        "image": picture(_in_mercator(shaded(grid.heights, width, height), south, north)),
    }


def shaded(heights: npt.NDArray[np.float64], width: float, height: float) -> npt.NDArray[np.float64]:
    """How light each cell is, of cells so wide and high in metres; what is flat is raised until it shows."""
    return hillshade(heights, width, height, _exaggeration(heights, width, height))


def picture(shade: npt.NDArray[np.float64]) -> str:
    """A shading as a PNG in a data address: black and white over nothing."""
    return "data:image/png;base64," + base64.b64encode(_png(_levels(shade))).decode("ascii")


def _exaggeration(heights: npt.NDArray[np.float64], width: float, height: float) -> float:
    down, across = np.gradient(heights) if min(heights.shape) > 1 else (np.zeros(1), np.zeros(1))
    rises = np.hypot(down / height, across / width)
    rises = rises[np.isfinite(rises)]
    steep = float(np.quantile(rises, 0.95)) if rises.size else 0.0
    return min(MOST_EXAGGERATION, max(1.0, STEEPEST / steep)) if steep > 0 else 1.0


def _in_mercator(shade: npt.NDArray[np.float64], south: float, north: float) -> npt.NDArray[np.float64]:
    """The same rows at even steps of web Mercator."""
    rows = len(shade)

    def up(latitude: float) -> float:
        return math.asinh(math.tan(math.radians(latitude)))

    steps = up(north) + (up(south) - up(north)) * (np.arange(rows) + 0.5) / rows
    latitudes = np.degrees(np.arctan(np.sinh(steps)))
    place = np.clip(((north - latitudes) / (north - south) * rows).astype(int), 0, rows - 1)
    moved: npt.NDArray[np.float64] = shade[place]
    return moved


def _levels(shade: npt.NDArray[np.float64]) -> npt.NDArray[np.uint8]:
    """0 for nothing, 1 to `LEVELS` for shade, from there on for light."""
    known = np.nan_to_num(shade, nan=FLAT)
    dark = np.rint(np.clip((FLAT - known) / FLAT, 0, 1) * LEVELS)
    light = np.rint(np.clip((known - FLAT) / (1 - FLAT), 0, 1) * LEVELS)
    levels: npt.NDArray[np.uint8] = np.where(light > 0, LEVELS + light, dark).astype(np.uint8)
    return levels


def _png(levels: npt.NDArray[np.uint8]) -> bytes:
    """A PNG with a palette: shades of black, then of white, each of its own opacity."""
    rows, columns = levels.shape
    alphas = [0.0, *(MOST_SHADE * n / LEVELS for n in range(1, LEVELS + 1))]
    alphas += [MOST_LIGHT * n / LEVELS for n in range(1, LEVELS + 1)]
    palette = bytes(3 * (LEVELS + 1)) + b"\xff" * (3 * LEVELS)

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    lines = np.hstack([np.zeros((rows, 1), dtype=np.uint8), levels]).tobytes()
    return b"".join(
        [
            b"\x89PNG\r\n\x1a\n",
            chunk(b"IHDR", struct.pack(">IIBBBBB", columns, rows, 8, 3, 0, 0, 0)),
            chunk(b"PLTE", palette),
            chunk(b"tRNS", bytes(round(255 * alpha) for alpha in alphas)),
            chunk(b"IDAT", zlib.compress(lines, 9)),
            chunk(b"IEND", b""),
        ]
    )
