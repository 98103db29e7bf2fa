"""Check the CRS that a file of parcels states against a sample of its coordinates, without reading the whole file.

`crs_detection` decides on the sample. Where bounds already agree with the CRS, its libraries are not imported.
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


class SampledCrs(NamedTuple):
    """The CRS of the coordinates, and the changes that it makes to the stated CRS.

    The CRS is None where the coordinates must be corrected by reading the whole file: its axes are swapped, say.
    """

    crs: pyproj.CRS | None
    changes: tuple[Change, ...] = ()


def bounds_fit(crs: pyproj.CRS, bounds: npt.NDArray[np.float64]) -> bool:
    """Whether bounds, (4,) float64 west, south, east, north, lie in China in a CRS of degrees or a belt of CGCS2000.

    >>> print(bounds_fit(pyproj.CRS(4490), np.array([121, 29, 122, 30])), bounds_fit(pyproj.CRS(4490), np.array([29, 121, 30, 122])))
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


def sample_crs(
    file: Path, crs: pyproj.CRS, bounds: npt.NDArray[np.float64] | None, sample: Callable[[], npt.NDArray[Any]]
) -> SampledCrs:
    """Check the CRS of coordinates on their bounds or on a sample of them.

    Parameters
    ----------
    file
        Named in refusals.
    crs
        The CRS that the file or the user states.
    bounds
        Bounds of all coordinates, where the format stores them.
    sample
        Makes some of the shapes; called only where the bounds do not decide.

    Raises
    ------
    InputError
        As `crs_detection.place` does, when the CRS contradicts the coordinates or rests on an old datum.
    """
    if bounds is not None and bounds_fit(crs, bounds):
        return SampledCrs(crs)
    if _is_not_checkable(crs):
        refuse_old_datum(crs, str(file))
        return SampledCrs(crs)
    shapes = sample()
    if (shapely.is_missing(shapes) | shapely.is_empty(shapes)).all() or bounds_fit(crs, shapely.total_bounds(shapes)):
        return SampledCrs(crs)
    import geopandas as gpd

    from yzgeo.readers import crs_detection
    from yzgeo.readers.source import SWAPPED, Source

    frame = gpd.GeoDataFrame(geometry=gpd.GeoSeries(shapes, index=range(1, len(shapes) + 1), crs=crs))
    placed = crs_detection.place(file, Source(frame, []), None, None, None)
    changes = [change for change in placed.changes if change.why is not crs_detection.TRANSFORMED]
    if not changes and not crs.is_bound:
        return SampledCrs(crs)
    belt = _belts().get(_code(crs))
    if belt is None or any(change.why is SWAPPED for change in changes):
        return SampledCrs(None)
    number, numbered = belt  # the only other correction: the belt number before the eastings
    return SampledCrs(pyproj.CRS(gauss_kruger(number, numbered=not numbered)), tuple(changes))


def _is_not_checkable(crs: pyproj.CRS) -> bool:
    """Whether the CRS is a projection that cannot be checked: only degrees and Gauss-Krüger grids can."""
    operation = crs.coordinate_operation
    return (
        crs.is_projected
        and not crs.is_bound
        and operation is not None
        and operation.method_name != "Transverse Mercator"
    )


def _code(crs: pyproj.CRS) -> str:
    """The code in the CRS itself; `to_authority` would search the whole database for a similar one."""
    identifier = crs.to_json_dict().get("id", {})
    return f"{identifier['authority']}:{identifier['code']}" if identifier else ""


def _belts() -> dict[str, tuple[int, bool]]:
    """Belt number, and whether eastings begin with it, by EPSG code."""
    return {
        gauss_kruger(number, numbered=numbered): (number, numbered)
        for number in (*THREE_DEGREE, *SIX_DEGREE)
        for numbered in (True, False)
    }
