"""Whether the CRS that a file of parcels states is that of its coordinates, told without reading the whole file.

`placing` decides, on a sample. What is plainly right needs none of the libraries that it waits for.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pyproj
import shapely

from yzgeo.spatial.crs import CGCS2000, WGS84, refuse_old_datum
from yzgeo.spatial.gauss_kruger import EASTING, LAT, LON, NORTHING, SIX_DEGREE, THREE_DEGREE, gauss_kruger

if TYPE_CHECKING:
    from yzgeo.readers.source import Change

DEGREES = (CGCS2000, WGS84, "OGC:CRS84")


class Agreed(NamedTuple):
    """The CRS of the coordinates, and what of them differs from what is stated.

    Without a CRS, only reading the whole file gets them right: its axes are swapped, say.
    """

    crs: pyproj.CRS | None
    changes: tuple[Change, ...] = ()


def plainly(crs: pyproj.CRS, bounds: npt.NDArray[np.float64]) -> bool:
    """Whether bounds (west, south, east, north) are of China in degrees or a belt of CGCS2000, as the CRS says.

    >>> print(plainly(pyproj.CRS(4490), np.array([121, 29, 122, 30])), plainly(pyproj.CRS(4490), np.array([29, 121, 30, 122])))
    True False
    """
    code = _code(crs)
    east, north = LON, LAT
    if code not in DEGREES:
        belt = _belts().get(code)
        if belt is None:
            return False
        number, numbered = belt
        shift = number * 1e6 if numbered else 0.0
        east, north = (EASTING[0] + shift, EASTING[1] + shift), NORTHING
    return bool(east[0] <= bounds[0] and bounds[2] <= east[1] and north[0] <= bounds[1] and bounds[3] <= north[1])


def agreed(
    file: Path, crs: pyproj.CRS, bounds: npt.NDArray[np.float64] | None, sample: Callable[[], npt.NDArray[Any]]
) -> Agreed:
    """What the CRS of the coordinates is, found without reading all of them.

    Parameters
    ----------
    file
        Named in refusals.
    crs
        What it states, or the user says of it.
    bounds
        Of all its coordinates, where the format keeps them.
    sample
        Makes some of its shapes; called only where the bounds do not settle it.

    Raises
    ------
    InputError
        As `crs_detection.place` does, when the CRS contradicts the coordinates or rests on an old datum.
    """
    if bounds is not None and plainly(crs, bounds):
        return Agreed(crs)
    if _tells_nothing(crs):
        refuse_old_datum(crs, str(file))
        return Agreed(crs)
    shapes = sample()
    if (shapely.is_missing(shapes) | shapely.is_empty(shapes)).all() or plainly(crs, shapely.total_bounds(shapes)):
        return Agreed(crs)
    import geopandas as gpd

    from yzgeo.readers import crs_detection
    from yzgeo.readers.source import SWAPPED, Source

    frame = gpd.GeoDataFrame(geometry=gpd.GeoSeries(shapes, index=range(1, len(shapes) + 1), crs=crs))
    placed = crs_detection.place(file, Source(frame, []), None, None, None)
    changes = [change for change in placed.changes if change.why is not crs_detection.TRANSFORMED]
    if not changes and not crs.is_bound:
        return Agreed(crs)
    belt = _belts().get(_code(crs))
    if belt is None or any(change.why is SWAPPED for change in changes):
        return Agreed(None)
    number, numbered = belt  # the one thing left that placing mends: the belt's number before the eastings
    return Agreed(pyproj.CRS(gauss_kruger(number, numbered=not numbered)), tuple(changes))


def _tells_nothing(crs: pyproj.CRS) -> bool:
    """Whether it is a projection of which no slip is known: one is told of degrees and of Gauss-Krüger grids only."""
    operation = crs.coordinate_operation
    return (
        crs.is_projected
        and not crs.is_bound
        and operation is not None
        and operation.method_name != "Transverse Mercator"
    )


def _code(crs: pyproj.CRS) -> str:
    """The code that the CRS itself states; `to_authority` would search the whole database for one that is like it."""
    stated = crs.to_json_dict().get("id", {})
    return f"{stated['authority']}:{stated['code']}" if stated else ""


def _belts() -> dict[str, tuple[int, bool]]:
    """Number of the belt, and whether eastings begin with it, by EPSG code."""
    return {
        gauss_kruger(number, numbered=numbered): (number, numbered)
        for number in (*THREE_DEGREE, *SIX_DEGREE)
        for numbered in (True, False)
    }
