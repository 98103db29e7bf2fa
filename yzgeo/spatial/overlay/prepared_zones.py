"""Prepare zones for many parcels: project, cut and index them once; overlay batches of parcels with them."""

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
from yzgeo.spatial.overlay.zone_grid import NEAR, ZoneGrid, build_grid, lookup
from yzgeo.spatial.polygon_repair import polygonal

Shapes = npt.NDArray[Any]
NO_ZONE = -1
WIDEST_DEGREES = 90
"""All of China spans 62 degrees; beyond a quarter of the globe an outline's straight edges mean something else."""
WIDEST_M = 9_000_000
"""A parcel that is wider in the projection, where half of the globe is 18,000 km wide, is not measured: its straight
edges would run elsewhere, and what encloses the point opposite of the zones is turned inside out."""
EQUAL_AREA_METHODS = ("Lambert Azimuthal Equal Area", "Albers Equal Area", "Lambert Cylindrical Equal Area")
ELLIPSOID_M = 6378137
"""Semi-major axis of CGCS2000, GRS80 and WGS 84 alike; an equal-area projection on another ellipsoid is reprojected."""
BEND_PER_M = 2e-7
"""Curvature, at most, of a line that is straight in degrees or in a Gauss-Krüger belt: tan(50°) over the radius of the Earth.
The middle of an edge of a parcel, at most half as long as its perimeter, bends away by an eighth of that, times its length²."""
ROUNDING = 16 * float(np.finfo(np.float64).eps)
"""Overlaps thinner than this part of the largest coordinate come from rounding: 0.1 micrometre on a map in metres."""


class Overlaps(NamedTuple):
    """A row per pair, and one per parcel without a zone, in the order of the parcels and then of the zones.

    - `parcel`, `zone`: (n,) int64, positions; `zone` is `NO_ZONE` where the parcel overlaps none
    - `overlap_m2`, `share`: (n,) float64, the area in common and its share of the parcel
    - `repaired`: (r,) int64, the parcels whose invalid shape was made valid first
    - `non_areal`: number of parcels whose shape is missing or has no area
    """

    parcel: Numbers
    zone: Numbers
    overlap_m2: Floats
    share: Floats
    repaired: Numbers = np.empty(0, dtype=np.int64)
    non_areal: int = 0


@dataclass(frozen=True)
class PreparedZones:
    """Zones projected, cut into pieces and indexed for one CRS of parcels.

    - `names`: the names of the zones, in their order, none twice
    - `grid`, `pieces`: the label grid and the pieces of the zones in the equal-area projection
    - `pieces_in_parcel_crs`: the pieces in the CRS of the parcels; the same object as `pieces` when that CRS has equal areas
    - `project`: from the CRS of the parcels to the projection; None when that CRS has equal areas
    - `bow_m`: how far an edge of a zone, straight in the CRS of the parcels, bends in the projection
    """

    names: list[Any]
    grid: ZoneGrid
    pieces: Pieces
    pieces_in_parcel_crs: Pieces
    project: pyproj.Transformer | None
    bow_m: float


def prepare(
    names: Sequence[Any], outlines: Shapes, zones_crs: pyproj.CRS | None, crs: pyproj.CRS, parcels: int = 0
) -> PreparedZones:
    """Prepare zones for parcels in one CRS.

    Areas are measured in the Lambert azimuthal equal-area projection centred on the zones, or in the CRS of the
    parcels where that has equal areas in metres already.

    Parameters
    ----------
    names, outlines, zones_crs
        Names, polygons (an (n,) object array) and CRS of the zones. Outlines of one name are merged; names without
        an outline are left out.
    crs, parcels
        CRS and number of the parcels.

    Raises
    ------
    InputError
        When no zone has an outline, one has no name, or the CRS is missing.
    """
    has_outline = ~(shapely.is_missing(outlines) | shapely.is_empty(outlines))
    zone_names = [name for name, outlined in zip(names, has_outline, strict=True) if outlined]
    if not zone_names:
        raise InputError(Text("片区没有范围", "the zones have no outlines"), Text("补上范围", "add outlines"))
    if any(name is None or (isinstance(name, float) and math.isnan(name)) for name in zone_names):
        raise InputError(Text("有片区没有编号", "a zone has no name"), Text("补上编号", "add its name"))
    order = list(dict.fromkeys(zone_names))
    number = np.array([order.index(name) for name in zone_names])
    shapes = polygonal(outlines[has_outline])
    if not (shapely.area(shapes) > 0).any():
        raise InputError(Text("片区没有一个是面", "no zone is an area"), Text("换用面图层", "give a layer of polygons"))
    if require_crs(zones_crs) != crs:
        shapes = polygonal(shapely.transform(shapes, _on_points(_transformer(require_crs(zones_crs), crs))))
    merged = np.array([_merged_outline(shapes[number == each]) for each in range(len(order))], dtype=object)
    project = None if has_equal_areas(crs) else _transformer(crs, _equal_area(merged, crs))
    projected = merged if project is None else polygonal(shapely.transform(merged, _on_points(project)))
    pieces_in_parcel_crs = cut(merged)
    pieces = pieces_in_parcel_crs if project is None else cut(projected)
    bow = 0.0 if project is None else float(_bows(merged, project).max())
    return PreparedZones(order, build_grid(projected, parcels=parcels), pieces, pieces_in_parcel_crs, project, bow)


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
    """The CRS; a missing one is refused.

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
    """Whether planar areas in this CRS are ellipsoidal areas in square metres.

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


def overlay(
    rings: Rings, others: Numbers, count: int, shapes: Callable[[Numbers], Shapes], prepared_zones: PreparedZones
) -> Overlaps:
    """Overlap of a batch of parcels with the zones.

    Parameters
    ----------
    rings, others, count
        The rings of the plain polygons, the rows of all other geometries ((m,) int64), and the number of parcels.
    shapes
        Makes the geometries of rows ((k,) int64 to (k,) object). It is called only for rows near a border and for
        rings that may cross themselves.
    prepared_zones
        From `prepare`.

    Raises
    ------
    InputError
        When coordinates do not fit the CRS.
    """
    widest = _widest_degrees(rings, prepared_zones)
    if prepared_zones.project is not None:
        rings = rings._replace(**dict(zip(("x", "y"), prepared_zones.project.transform(rings.x, rings.y), strict=True)))
    not_finite = ~(np.isfinite(rings.x) & np.isfinite(rings.y))
    if not_finite.any():
        raise _misplaced(rings.rows[np.searchsorted(rings.starts, np.flatnonzero(not_finite), side="right") - 1].min())
    ring_measures = measure(rings)
    area, bounds = np.zeros(count), np.full((count, 4), np.nan)
    area[rings.rows], bounds[rings.rows] = ring_measures.area, ring_measures.bounds
    geometries = np.full(count, None, dtype=object)
    maybe_crossing = rings.rows[~ring_measures.simple]
    geometries[maybe_crossing] = shapes(maybe_crossing)
    geometries[others] = shapes(others)
    self_crossing = maybe_crossing[~shapely.is_valid(geometries[maybe_crossing])]
    repaired = np.concatenate(
        [self_crossing, others[~shapely.is_valid(geometries[others]) & ~shapely.is_missing(geometries[others])]]
    )
    irregular = np.concatenate([others, self_crossing])
    geometries[irregular] = polygonal(geometries[irregular])
    projected = _projected(geometries[irregular], prepared_zones)
    area[irregular], bounds[irregular] = shapely.area(projected), shapely.bounds(projected)
    extent = np.maximum(bounds[:, 2] - bounds[:, 0], bounds[:, 3] - bounds[:, 1])
    vast = np.union1d(widest, np.flatnonzero(extent > WIDEST_M))
    if _in_degrees(prepared_zones):
        spans = shapely.bounds(geometries[irregular]).reshape(-1, 4)
        vast = np.union1d(vast, irregular[spans[:, 2] - spans[:, 0] > 180])
    if len(vast):
        raise _vast(vast.min())
    misplaced = irregular[
        ~np.isfinite(bounds[irregular]).all(axis=1) & ~shapely.is_empty(projected) & ~shapely.is_missing(projected)
    ]
    if len(misplaced):
        raise _misplaced(misplaced.min())

    areal = np.flatnonzero(area > 0)
    label = np.zeros(count, dtype=np.int64)
    label[areal] = lookup(prepared_zones.grid, bounds[areal])
    near = np.flatnonzero(label == NEAR)
    missing = near[[shape is None for shape in geometries[near]]]
    geometries[missing] = shapes(missing)
    of_near, zone, shared = _crossing(geometries[near], area[near], prepared_zones)
    sizes = np.array([len(zones) for zones in prepared_zones.grid.zones])
    every = np.array([zone for zones in prepared_zones.grid.zones for zone in zones], dtype=np.int64)
    label[near] = 0
    within = sizes[label]
    begin = np.cumsum(sizes) - sizes
    parcel = np.repeat(np.arange(count), within)
    rank = np.arange(len(parcel)) - np.repeat(np.cumsum(within) - within, within)
    parts = [
        (parcel, every[np.repeat(begin[label], within) + rank] if len(parcel) else parcel, area[parcel]),
        (near[of_near], zone, shared),
    ]
    has_zone = np.zeros(count, dtype=bool)
    has_zone[parcel] = True
    has_zone[near[of_near]] = True
    without_zone = np.flatnonzero(~has_zone)
    parts.append((without_zone, np.full(len(without_zone), NO_ZONE), np.zeros(len(without_zone))))
    parcel, zone, shared = (np.concatenate(column) for column in zip(*parts, strict=True))
    order = np.argsort(parcel * (len(prepared_zones.names) + 1) + zone, kind="stable")
    parcel, zone, shared = parcel[order], zone[order], shared[order]
    whole = area[parcel]
    share = np.divide(shared, whole, out=np.zeros(len(shared)), where=shared > 0)
    return Overlaps(parcel, zone, shared, share, repaired, count - len(areal))


def shared_by_zones(prepared_zones: PreparedZones) -> list[tuple[Any, Any, float]]:
    """Pairs of zones that overlap, with the area in square metres; zones that only touch do not overlap."""
    pieces_in_parcel_crs, pieces = prepared_zones.pieces_in_parcel_crs, prepared_zones.pieces
    one, other = pieces.tree.query(pieces.shapes)
    across = pieces.zone[one] < pieces.zone[other]  # pieces of one zone do not overlap
    one, other = one[across], other[across]
    area = shapely.area(shapely.intersection(pieces.shapes[one], pieces.shapes[other]))
    pairs, of_pair = np.unique(np.column_stack([pieces.zone[one], pieces.zone[other]]), axis=0, return_inverse=True)
    area_of_pair = dict(
        zip(map(tuple, pairs.tolist()), np.bincount(of_pair.ravel(), weights=area).tolist(), strict=True)
    )
    border = np.bincount(pieces.zone, weights=_perimeter(pieces.shapes), minlength=len(prepared_zones.names))
    sliver_width_m = (
        2 * prepared_zones.bow_m + _rounding(pieces_in_parcel_crs.shapes).max() + _rounding(pieces.shapes).max()
    )
    return [
        (prepared_zones.names[one], prepared_zones.names[other], area)
        for (one, other), area in area_of_pair.items()
        if area > sliver_width_m * min(border[one], border[other])
    ]


def _crossing(shapes: Shapes, area: Floats, prepared_zones: PreparedZones) -> tuple[Numbers, Numbers, Floats]:
    """Parcel ((n,) int64), zone ((n,) int64) and shared area ((n,) float64, m²) of the parcels near a border.

    A parcel that touches a zone in the parcels' own CRS must not overlap it, and a parcel inside a zone must lie
    inside as a whole, though the projection bends straight edges slightly and rounds each vertex. So overlaps no
    wider than that error are computed again in the parcels' CRS, unless that is the CRS they were measured in.
    """
    zones = len(prepared_zones.names)
    projected = _projected(shapes, prepared_zones)
    parcel, zone, shared = overlaps(projected, prepared_zones.pieces, zones)
    perimeter = _perimeter(projected)[parcel]
    bend = 0 if prepared_zones.project is None else BEND_PER_M * (perimeter / 2) ** 2 / 8
    bow = prepared_zones.bow_m + bend + _rounding(shapes)[parcel]
    rest = area[parcel] - shared
    thin = np.flatnonzero((shared > 0) & ((shared < bow * perimeter) | (rest < bow * perimeter)))
    some, of_thin = np.unique(parcel[thin], return_inverse=True)
    if prepared_zones.project is None:
        shared_in_parcel_crs = shared[thin]
    else:
        again_parcel, again_zone, shared_again = overlaps(shapes[some], prepared_zones.pieces_in_parcel_crs, zones)
        shared_in_parcel_crs = np.zeros(len(thin))
        keys = again_parcel * zones + again_zone
        thin_keys = of_thin * zones + zone[thin]
        place = np.minimum(np.searchsorted(keys, thin_keys), max(len(keys) - 1, 0))
        if len(keys):
            shared_in_parcel_crs = np.where(keys[place] == thin_keys, shared_again[place], 0)
    noise = (_rounding(shapes[some]) * _perimeter(shapes[some]))[of_thin]
    shared[thin[shared_in_parcel_crs <= noise]] = 0
    full = thin[shapely.area(shapes[some])[of_thin] - shared_in_parcel_crs <= noise]
    shared[full] = area[parcel[full]]
    overlapping = shared > 0
    return parcel[overlapping], zone[overlapping], np.minimum(shared, area[parcel])[overlapping]


def _projected(shapes: Shapes, prepared_zones: PreparedZones) -> Shapes:
    if prepared_zones.project is None or not len(shapes):
        return shapes
    return shapely.transform(shapes, _on_points(prepared_zones.project))


def _perimeter(shapes: Shapes) -> Floats:
    return np.asarray(shapely.length(shapes), dtype=np.float64)


def _rounding(shapes: Shapes) -> Floats:
    """The rounding error of the coordinates of each shape, (n,) float64, in units of its CRS."""
    return np.asarray(ROUNDING * np.abs(shapely.bounds(shapes)).max(axis=1, initial=0), dtype=np.float64)


def _bows(shapes: Shapes, project: pyproj.Transformer) -> Floats:
    """Distance of the middle of each edge, projected, from the middle of its projected ends, (edges,) float64, metres."""
    points, ring = shapely.get_coordinates(shapely.get_rings(shapely.get_parts(shapes)), return_index=True)
    joined = ring[1:] == ring[:-1]
    begin, end = points[:-1][joined], points[1:][joined]
    on_points = _on_points(project)
    chord = (on_points(begin) + on_points(end)) / 2
    return np.asarray(np.hypot(*(on_points((begin + end) / 2) - chord).T), dtype=np.float64)


def _in_degrees(prepared_zones: PreparedZones) -> bool:
    source = None if prepared_zones.project is None else prepared_zones.project.source_crs
    return source is not None and source.is_geographic


def _widest_degrees(rings: Rings, prepared_zones: PreparedZones) -> Numbers:
    """Rows of rings that span more than half of the longitudes, (n,) int64; a projection would fold them."""
    if not _in_degrees(prepared_zones) or not len(rings.x) or np.ptp(rings.x) <= 180:
        return np.empty(0, dtype=np.int64)
    spans = np.maximum.reduceat(rings.x, rings.starts) - np.minimum.reduceat(rings.x, rings.starts)
    return rings.rows[spans > 180]


def _vast(row: int) -> InputError:
    return InputError(
        Text(
            "图形大如半个地球，或在地球另一面，投影无从量算",
            "is as large as half of the globe, or on the far side of it, which no projection measures",
        ),
        Text("核对坐标与坐标系，或删去此行", "check the coordinates and the CRS, or leave the row out"),
        row=int(row) + 1,
    )


def _misplaced(row: int) -> InputError:
    return InputError(
        Text("坐标与坐标系不符", "has coordinates that do not fit the CRS"),
        Text("核对坐标系，以及经纬度（或 X、Y）是否互换", "check the CRS, and whether the axes are swapped"),
        row=int(row) + 1,
    )


def _merged_outline(shapes: Shapes) -> Any:
    return shapes[0] if len(shapes) == 1 else shapely.union_all(shapes)


def _transformer(source: pyproj.CRS, target: pyproj.CRS) -> pyproj.Transformer:
    return pyproj.Transformer.from_crs(source, target, always_xy=True)


def _on_points(project: pyproj.Transformer) -> Callable[[Floats], Floats]:
    return lambda points: np.column_stack(project.transform(points[:, 0], points[:, 1]))
