"""Outlines of zones of unknown area: how far their named places may extend."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from yzgeo.spatial.crs import CGCS2000
from yzgeo.spatial.schematic.mesh import Floats
from yzgeo.spatial.schematic.side_by_side import DECIMALS, Ground

CLEARANCE_M = 0.5
"""Outlines keep this far off the edge of their ground and each other, so that no rounding makes them overlap."""
QUARTER_SEGMENTS = 16
"""Straight edges in a quarter of a circle: its area is 0.2 % too small."""


def extents(
    circles: dict[str, tuple[Floats, Floats]], ground: Ground, taken: list[BaseGeometry]
) -> dict[str, BaseGeometry]:
    """The land of each zone: where a circle around one of its places reaches and no nearer place of another zone does.

    Parameters
    ----------
    circles : dict
        By zone the places, (n, 2) float, metres in the CRS of the ground, and their radii, (n,) float, metres.
    ground : Ground
    taken : list of polygons
        Land of other zones, EPSG:4490.

    Returns
    -------
    dict
        By zone a valid polygon or multipolygon, EPSG:4490, counter-clockwise, rounded to 7 decimals. Zones that are
        left without land, or have no radius, are left out. Of two zones with a place at one point the first by name
        has the land that both reach.

    >>> import pyproj
    >>> ground = Ground(shapely.box(0, 0, 2e4, 2e4), pyproj.CRS("+proj=laea +lat_0=30 +lon_0=120 +ellps=GRS80"))
    >>> both = extents({zone: (np.array([[x, 1e4]]), np.array([2e3])) for zone, x in (("west", 9e3), ("east", 11e3))},
    ...     ground, [])
    >>> metric = gpd.GeoSeries(both, crs=CGCS2000).to_crs(ground.crs)
    >>> print(f"up to x = {metric['west'].bounds[2]:.0f}, from x = {metric['east'].bounds[0]:.0f}")
    up to x = 10000, from x = 10000
    """
    zones = sorted(circles)
    counts = [len(circles[zone][0]) for zone in zones]
    if not sum(counts):
        return {}
    at = np.concatenate([circles[zone][0] for zone in zones])
    radius = np.nan_to_num(np.concatenate([circles[zone][1] for zone in zones]))
    owner = np.repeat(np.arange(len(zones)), counts)
    pieces, reached = (
        shapely.buffer(shapely.points(at), radius + off, quad_segs=QUARTER_SEGMENTS) for off in (0.0, CLEARANCE_M)
    )
    for one, other in zip(*shapely.STRtree(reached).query(pieces.copy(), predicate="intersects"), strict=True):
        if owner[one] != owner[other]:
            nearer = _nearer(at[other], at[one], owner[other] < owner[one], radius[one] + radius[other])
            pieces[one] = shapely.difference(pieces[one], shapely.intersection(reached[other], nearer))
    allowed = shapely.buffer(ground.shape, -CLEARANCE_M)
    others = gpd.GeoSeries(taken, crs=CGCS2000).to_crs(ground.crs).buffer(CLEARANCE_M).to_numpy()
    lands = {}
    for number, zone in enumerate(zones):
        land = shapely.intersection(shapely.union_all(pieces[owner == number]), allowed)
        for other in others[shapely.intersects(others, land)]:  # others may change no vertex and no order of vertices
            land = shapely.difference(land, other)
        degrees = gpd.GeoSeries([_polygons(land)], crs=ground.crs).to_crs(CGCS2000).iloc[0]
        rounded = _polygons(shapely.set_precision(degrees, 10.0**-DECIMALS))
        if not rounded.is_empty:
            exact = shapely.transform(rounded, lambda points: np.round(points, DECIMALS))
            lands[zone] = shapely.orient_polygons(shapely.normalize(exact))
    return lands


def _nearer(ours: Floats, theirs: Floats, wins_tie: bool, size_m: float) -> BaseGeometry:
    """The half-plane of points nearer to `ours` than to `theirs`, as far as circles around them reach."""
    away = theirs - ours
    length = float(np.hypot(*away))
    if length == 0:
        return shapely.Point(ours).buffer(size_m) if wins_tie else shapely.Polygon()
    ahead, aside = away / length, np.array([-away[1], away[0]]) / length
    middle, size = (ours + theirs) / 2 + CLEARANCE_M * ahead, 2 * (size_m + length)
    return shapely.Polygon([middle + size * aside, middle - size * aside,
                            middle - size * (aside + ahead), middle + size * (aside - ahead)])  # fmt: skip


def _polygons(shape: BaseGeometry) -> BaseGeometry:
    """The areal parts of a geometry, as one polygon or multipolygon."""
    parts = [part for part in shapely.get_parts(shape) if part.geom_type == "Polygon" and part.area > 0]
    return parts[0] if len(parts) == 1 else shapely.MultiPolygon(parts)
