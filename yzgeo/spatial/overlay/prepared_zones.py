"""Zones made ready for many parcels, and the overlap of a batch of parcels with them."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pyproj
import shapely

from yzgeo.core.errors import InputError
from yzgeo.core.i18n import Text
from yzgeo.spatial.crs import CGCS2000, equal_area_around
from yzgeo.spatial.overlay.subdivide import Pieces, cut, overlaps
from yzgeo.spatial.overlay.wkb_rings import Floats, Numbers, Rings, measure
from yzgeo.spatial.overlay.zone_grid import NEAR, LabelGrid, look, make
from yzgeo.spatial.repair import polygonal

Shapes = npt.NDArray[Any]
NO_ZONE = -1
WIDEST_DEGREES = 90
"""All of China spans 62 degrees; beyond a quarter of the globe an outline's straight edges mean something else."""
EQUAL_AREA_METHODS = ("Lambert Azimuthal Equal Area", "Albers Equal Area", "Lambert Cylindrical Equal Area")
ELLIPSOID_M = 6378137
"""Semi-major axis of CGCS2000, GRS80 and WGS 84 alike; an equal-area projection on another one is not taken as it is."""
BEND_PER_M = 2e-7
"""Curvature, at most, of a line that is straight in degrees or in a Gauss-Krüger belt: tan(50°) over the radius of the Earth.
The middle of an edge of a parcel, at most half as long as its girth, bends away by an eighth of that, times its length²."""
ROUNDING = 16 * float(np.finfo(np.float64).eps)
"""Overlaps thinner than this part of the largest coordinate come from rounding: 0.1 micrometre on a map in metres."""


class Overlaps(NamedTuple):
    """A row per pair, and one per parcel without a zone, in the order of the parcels and then of the zones.

    `parcel` and `zone` are positions; `zone` is `NO_ZONE` where the parcel overlaps none. `mended` has the parcels whose
    shape had to be made valid first, `undrawn` is how many have no shape that is an area.
    """

    parcel: Numbers
    zone: Numbers
    overlap_m2: Floats
    share: Floats
    mended: Numbers = np.empty(0, dtype=np.int64)
    undrawn: int = 0


@dataclass(frozen=True)
class Ground:
    """The zones, ready.

    - `names`: of the zones, in their order, none twice
    - `grid`, `pieces`: of the zones in the equal-area projection
    - `given`: pieces in the CRS of the parcels; the same object when that one has equal areas
    - `project`: from the CRS of the parcels; None when there is nothing to do
    - `bow_m`: how far an edge of a zone, straight in the CRS of the parcels, bends in the projection
    """

    names: list[Any]
    grid: LabelGrid
    pieces: Pieces
    given: Pieces
    project: pyproj.Transformer | None
    bow_m: float


def prepare(
    names: Sequence[Any], outlines: Shapes, zones_crs: pyproj.CRS | None, crs: pyproj.CRS, parcels: int = 0
) -> Ground:
    """Make zones ready for parcels in a CRS.

    Areas are measured in the Lambert azimuthal equal-area projection centred on the zones, or in the CRS of the
    parcels where that has equal areas in metres already.

    Parameters
    ----------
    names, outlines, zones_crs
        Of the zones. Outlines of one name are taken together; names without an outline are left out.
    crs, parcels
        Of the parcels, and how many they are.

    Raises
    ------
    InputError
        When no zone has an outline, one has no name, or the CRS is missing.
    """
    drawn = ~(shapely.is_missing(outlines) | shapely.is_empty(outlines))
    known = [name for name, there in zip(names, drawn, strict=True) if there]
    if not known:
        raise InputError(Text("片区没有范围", "the zones have no outlines"), Text("补上范围", "add outlines"))
    if any(name is None or (isinstance(name, float) and math.isnan(name)) for name in known):
        raise InputError(Text("有片区没有编号", "a zone has no name"), Text("补上编号", "add its name"))
    order = list(dict.fromkeys(known))
    number = np.array([order.index(name) for name in known])
    given = polygonal(outlines[drawn])
    if not (shapely.area(given) > 0).any():
        raise InputError(Text("片区没有一个是面", "no zone is an area"), Text("换用面图层", "give a layer of polygons"))
    if require_crs(zones_crs) != crs:
        given = polygonal(shapely.transform(given, _on_points(_transformer(require_crs(zones_crs), crs))))
    merged = np.array([_joined(given[number == each]) for each in range(len(order))], dtype=object)
    project = None if has_equal_areas(crs) else _transformer(crs, _equal_area(merged, crs))
    flat = merged if project is None else polygonal(shapely.transform(merged, _on_points(project)))
    there = cut(merged)
    pieces = there if project is None else cut(flat)
    bow = 0.0 if project is None else float(_bows(merged, project).max())
    return Ground(order, make(flat, parcels=parcels), pieces, there, project, bow)


def _equal_area(shapes: Shapes, crs: pyproj.CRS) -> pyproj.CRS:
    to_degrees = _transformer(crs, pyproj.CRS(CGCS2000))
    west, south, east, north = shapely.total_bounds(shapely.transform(shapes, _on_points(to_degrees)))
    if east - west > WIDEST_DEGREES or north - south > WIDEST_DEGREES:
        raise InputError(
            Text(
                f"片区跨 {max(east - west, north - south):.0f} 度，投影无从量算",
                f"the zones span {max(east - west, north - south):.0f} degrees, which no projection measures",
            ),
            Text("核对坐标，或分块计算", "check the coordinates, or do it part by part"),
        )
    return equal_area_around(west, south, east, north)


def require_crs(crs: pyproj.CRS | None) -> pyproj.CRS:
    """The CRS, which must be known.

    Raises
    ------
    InputError
        When it is not.
    """
    if crs is None:
        raise InputError(
            Text("没有坐标系", "the CRS is missing"),
            Text("补上 .prj，或用 set_crs 写明坐标系", "add the .prj, or name it with set_crs"),
        )
    return pyproj.CRS(crs)


def has_equal_areas(crs: pyproj.CRS) -> bool:
    """Whether areas in it are ellipsoidal areas in square metres as they are.

    >>> print(has_equal_areas(pyproj.CRS(3035)), has_equal_areas(pyproj.CRS(4549)))
    True False
    """
    operation, ellipsoid = crs.coordinate_operation, crs.ellipsoid
    return (
        crs.is_projected
        and operation is not None
        and operation.method_name in EQUAL_AREA_METHODS
        and ellipsoid is not None
        and ellipsoid.semi_major_metre == ELLIPSOID_M
        and all(axis.unit_conversion_factor == 1 for axis in crs.axis_info)
    )


def overlay(rings: Rings, others: Numbers, count: int, shapes: Callable[[Numbers], Shapes], ground: Ground) -> Overlaps:
    """Overlap of a batch of parcels with the zones.

    Parameters
    ----------
    rings, others, count
        The plain polygons, the rows of all other geometries, and how many parcels there are in all.
    shapes
        Makes the geometries of some rows. Only those near a border, or not surely sound, are ever made.
    ground
        The zones.

    Raises
    ------
    InputError
        When coordinates do not fit the CRS.
    """
    if ground.project is not None:
        rings = rings._replace(**dict(zip(("x", "y"), ground.project.transform(rings.x, rings.y), strict=True)))
    lost = ~(np.isfinite(rings.x) & np.isfinite(rings.y))
    if lost.any():
        raise _misplaced(rings.rows[np.searchsorted(rings.starts, np.flatnonzero(lost), side="right") - 1].min())
    of_rings = measure(rings)
    area, bounds = np.zeros(count), np.full((count, 4), np.nan)
    area[rings.rows], bounds[rings.rows] = of_rings.area, of_rings.bounds
    made = np.full(count, None, dtype=object)
    doubtful = rings.rows[~of_rings.sound]
    made[doubtful] = shapes(doubtful)
    made[others] = shapes(others)
    crossed = doubtful[~shapely.is_valid(made[doubtful])]
    mended = np.concatenate([crossed, others[~shapely.is_valid(made[others]) & ~shapely.is_missing(made[others])]])
    odd = np.concatenate([others, crossed])
    made[odd] = polygonal(made[odd])
    projected = _projected(made[odd], ground)
    area[odd], bounds[odd] = shapely.area(projected), shapely.bounds(projected)
    stray = odd[~np.isfinite(bounds[odd]).all(axis=1) & ~shapely.is_empty(projected) & ~shapely.is_missing(projected)]
    if len(stray):
        raise _misplaced(stray.min())

    real = np.flatnonzero(area > 0)
    label = np.zeros(count, dtype=np.int64)
    label[real] = look(ground.grid, bounds[real])
    near = np.flatnonzero(label == NEAR)
    missing = near[[shape is None for shape in made[near]]]
    made[missing] = shapes(missing)
    of_near, zone, shared = _crossing(made[near], area[near], ground)
    sizes = np.array([len(zones) for zones in ground.grid.zones])
    every = np.array([zone for zones in ground.grid.zones for zone in zones], dtype=np.int64)
    label[near] = 0
    within = sizes[label]
    begin = np.cumsum(sizes) - sizes
    parcel = np.repeat(np.arange(count), within)
    nth = np.arange(len(parcel)) - np.repeat(np.cumsum(within) - within, within)
    parts = [
        (parcel, every[np.repeat(begin[label], within) + nth] if len(parcel) else parcel, area[parcel]),
        (near[of_near], zone, shared),
    ]
    found = np.zeros(count, dtype=bool)
    found[parcel] = True
    found[near[of_near]] = True
    none = np.flatnonzero(~found)
    parts.append((none, np.full(len(none), NO_ZONE), np.zeros(len(none))))
    parcel, zone, shared = (np.concatenate(column) for column in zip(*parts, strict=True))
    order = np.argsort(parcel * (len(ground.names) + 1) + zone, kind="stable")
    parcel, zone, shared = parcel[order], zone[order], shared[order]
    whole = area[parcel]
    share = np.divide(shared, whole, out=np.zeros(len(shared)), where=shared > 0)
    return Overlaps(parcel, zone, shared, share, mended, count - len(real))


def shared_by_zones(ground: Ground) -> list[tuple[Any, Any, float]]:
    """Pairs of zones that overlap, and by how many square metres; what only touches does not."""
    given, shapes = ground.given, ground.pieces
    one, other = shapes.tree.query(shapes.shapes)
    across = shapes.zone[one] < shapes.zone[other]  # pieces of one zone do not overlap
    one, other = one[across], other[across]
    area = shapely.area(shapely.intersection(shapes.shapes[one], shapes.shapes[other]))
    pairs, of_pair = np.unique(np.column_stack([shapes.zone[one], shapes.zone[other]]), axis=0, return_inverse=True)
    found = dict(zip(map(tuple, pairs.tolist()), np.bincount(of_pair.ravel(), weights=area).tolist(), strict=True))
    border = np.bincount(shapes.zone, weights=_girth(shapes.shapes), minlength=len(ground.names))
    thin = 2 * ground.bow_m + _rounding(given.shapes).max() + _rounding(shapes.shapes).max()
    return [
        (ground.names[one], ground.names[other], area)
        for (one, other), area in found.items()
        if area > thin * min(border[one], border[other])
    ]


def _crossing(given: Shapes, area: Floats, ground: Ground) -> tuple[Numbers, Numbers, Floats]:
    """Parcel, zone and shared area of the parcels near a border.

    What touches in the CRS in which it was given must not overlap, and what lies inside must lie inside as a
    whole, though a straight edge there is slightly bent in the projection and each vertex rounded. So overlaps as
    thin as that are looked at again where they came from, unless they were measured there in the first place.
    """
    zones = len(ground.names)
    projected = _projected(given, ground)
    parcel, zone, shared = overlaps(projected, ground.pieces, zones)
    around = _girth(projected)[parcel]
    bend = 0 if ground.project is None else BEND_PER_M * (around / 2) ** 2 / 8
    bow = ground.bow_m + bend + _rounding(given)[parcel]
    rest = area[parcel] - shared
    thin = np.flatnonzero((shared > 0) & ((shared < bow * around) | (rest < bow * around)))
    some, of_thin = np.unique(parcel[thin], return_inverse=True)
    if ground.project is None:
        there = shared[thin]
    else:
        again_parcel, again_zone, again = overlaps(given[some], ground.given, zones)
        there = np.zeros(len(thin))
        keys = again_parcel * zones + again_zone
        wanted = of_thin * zones + zone[thin]
        place = np.minimum(np.searchsorted(keys, wanted), max(len(keys) - 1, 0))
        if len(keys):
            there = np.where(keys[place] == wanted, again[place], 0)
    noise = (_rounding(given[some]) * _girth(given[some]))[of_thin]
    shared[thin[there <= noise]] = 0
    full = thin[shapely.area(given[some])[of_thin] - there <= noise]
    shared[full] = area[parcel[full]]
    kept = shared > 0
    return parcel[kept], zone[kept], np.minimum(shared, area[parcel])[kept]


def _projected(shapes: Shapes, ground: Ground) -> Shapes:
    if ground.project is None or not len(shapes):
        return shapes
    return shapely.transform(shapes, _on_points(ground.project))


def _girth(shapes: Shapes) -> Floats:
    return np.asarray(shapely.length(shapes), dtype=np.float64)


def _rounding(shapes: Shapes) -> Floats:
    """The size of rounding in the coordinates of each shape."""
    return np.asarray(ROUNDING * np.abs(shapely.bounds(shapes)).max(axis=1, initial=0), dtype=np.float64)


def _bows(shapes: Shapes, project: pyproj.Transformer) -> Floats:
    """How far the middle of each edge lies from the middle of its projected ends."""
    points, ring = shapely.get_coordinates(shapely.get_rings(shapely.get_parts(shapes)), return_index=True)
    joined = ring[1:] == ring[:-1]
    begin, end = points[:-1][joined], points[1:][joined]
    on_points = _on_points(project)
    chord = (on_points(begin) + on_points(end)) / 2
    return np.asarray(np.hypot(*(on_points((begin + end) / 2) - chord).T), dtype=np.float64)


def _misplaced(row: int) -> InputError:
    return InputError(
        Text("坐标与坐标系不符", "has coordinates that do not fit the CRS"),
        Text("核对坐标系，以及经纬度（或 X、Y）是否互换", "check the CRS, and whether the axes are swapped"),
        row=int(row) + 1,
    )


def _joined(shapes: Shapes) -> Any:
    return shapes[0] if len(shapes) == 1 else shapely.union_all(shapes)


def _transformer(source: pyproj.CRS, target: pyproj.CRS) -> pyproj.Transformer:
    return pyproj.Transformer.from_crs(source, target, always_xy=True)


def _on_points(project: pyproj.Transformer) -> Callable[[Floats], Floats]:
    return lambda points: np.column_stack(project.transform(points[:, 0], points[:, 1]))
