"""The Gauss-Krüger belts of China: numbers, central meridians and EPSG codes on each datum."""

from __future__ import annotations

from typing import NamedTuple


class Belts(NamedTuple):
    """First EPSG codes of the Gauss-Krüger grids on one datum: with the belt's number in front of eastings and without."""

    name: str
    three_degree: int
    three_degree_plain: int
    six_degree: int
    six_degree_plain: int


BELTS = {
    "cgcs2000": Belts("CGCS2000", 4513, 4534, 4491, 4502),
    "xian80": Belts("Xian 1980", 2349, 2370, 2327, 2338),
    "beijing54": Belts("Beijing 1954", 2401, 2422, 21413, 21453),
}
BELT_DEGREES = 3
THREE_DEGREE = range(25, 46)
SIX_DEGREE = range(13, 24)
"""Numbers of the belts that China lies in; no number means both kinds."""
LON, LAT = (73.0, 136.0), (3.0, 54.0)
"""Degrees that China lies in; the two ranges do not meet, so swapped axes show."""
EASTING, NORTHING = (50_000.0, 950_000.0), (1_000_000.0, 6_300_000.0)
"""Metres on a Gauss-Krüger grid with its false easting of 500 km."""


def gauss_kruger(number: int, datum: str = "cgcs2000", numbered: bool = True) -> str:
    """The EPSG code of a Gauss-Krüger belt by its number.

    >>> print(gauss_kruger(41), gauss_kruger(41, numbered=False), gauss_kruger(21), gauss_kruger(40, "xian80"))
    EPSG:4529 EPSG:4550 EPSG:4499 EPSG:2364
    """
    belts = BELTS[datum]
    if number in THREE_DEGREE:
        return f"EPSG:{(belts.three_degree if numbered else belts.three_degree_plain) + number - THREE_DEGREE.start}"
    return f"EPSG:{(belts.six_degree if numbered else belts.six_degree_plain) + number - SIX_DEGREE.start}"


def central_meridian(number: int) -> int:
    """The central meridian of a belt, in degrees east.

    >>> print(central_meridian(41), central_meridian(21))
    123 123
    """
    return BELT_DEGREES * number if number in THREE_DEGREE else 6 * number - 3
