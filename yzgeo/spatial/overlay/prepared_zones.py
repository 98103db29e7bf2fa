"""Prepare zones for many parcels: project, cut and index them once; overlay batches of parcels with them."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import compress
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pyproj
import shapely

from yzgeo.core.errors import InputError
from yzgeo.core.i18n import Text
from yzgeo.spatial.crs import CGCS2000, equal_area_around
from yzgeo.spatial.overlay.coordinate_rounding import rounding_m, thinnest_m
from yzgeo.spatial.overlay.edge_areas import Outlines, outlines_of, shared_areas, sizes
from yzgeo.spatial.overlay.wkb_rings import Flags, Floats, Numbers, Rings, measure
from yzgeo.spatial.overlay.zone_edges import ZoneEdges, index_edges, spread
from yzgeo.spatial.overlay.zone_grid import NEAR, lookup
from yzgeo.spatial.polygon_repair import polygonal

Shapes = npt.NDArray[Any]
NO_ZONE = -1
COARSE = 256
"""Cells along the longer side of the grid in the parcels' own CRS, in which few overlaps are computed again."""
WIDEST_DEGREES = 90
"""All of China spans 62 degrees; beyond a quarter of the globe an outline's straight edges mean something else."""
WIDEST_M = 9_000_000
"""A parcel that is wider in the projection, where half of the globe is 18,000 km wide, is not measured: its straight
edges would run elsewhere, and what encloses the point opposite of the zones is turned inside out."""
WIDE_M = 5000
"""From such a width on, edges of a parcel bend by more than millimetres in the projection."""
EQUAL_AREA_METHODS = ("Lambert Azimuthal Equal Area", "Albers Equal Area", "Lambert Cylindrical Equal Area")
ELLIPSOID_M = 6378137
"""Semi-major axis of CGCS2000, GRS80 and WGS 84 alike; an equal-area projection on another ellipsoid is reprojected."""
BEND_PER_M = 2e-7
"""Curvature, at most, of a line that is straight in degrees or in a Gauss-Krüger belt: tan(50°) over the radius of the Earth.
The middle of an edge of a parcel, at most half as long as its perimeter, bends away by an eighth of that, times its length²."""
SAME_AREA = 1e-12
"""Part of a parcel's area by which the sum of its parts may lack from rounding."""
ROUNDING = 16 * float(np.finfo(np.float64).eps)
"""Overlaps thinner than this part of the largest coordinate come from rounding: 0.1 micrometre on a map in metres."""


class Overlaps(NamedTuple):
    """A row per pair, and one per parcel without a zone, in the order of the parcels and then of the zones.

    - `parcel`, `zone`: (n,) int64, positions; `zone` is `NO_ZONE` where the parcel overlaps none
    - `overlap_m2`, `share`: (n,) float64, the area in common and its share of the parcel
    - `repaired`: (r,) int64, the parcels whose invalid shape was made valid first
    - `non_areal`: number of parcels whose shape is missing or has no area
    - `dropped`, `dropped_m2`: number and area of the overlaps that were too thin or too small
    """

    parcel: Numbers
    zone: Numbers
    overlap_m2: Floats
    share: Floats
    repaired: Numbers = np.empty(0, dtype=np.int64)
    non_areal: int = 0
    dropped: int = 0
    dropped_m2: float = 0.0


@dataclass(frozen=True)
class PreparedZones:
    """Zones projected and indexed for one CRS of parcels.

    - `names`: the names of the zones, in their order, none twice
    - `shapes`: (zones,) their outlines in the equal-area projection
    - `edges`: the edges of `shapes`, indexed
    - `edges_in_parcel_crs`: those in the CRS of the parcels; the same object as `edges` when that CRS has equal areas
    - `project`: from the CRS of the parcels to the projection; None when that CRS has equal areas
    - `bow_m`: how far an edge of a zone, straight in the CRS of the parcels, bends in the projection
    - `rounding_m`: to what the coordinates of the zones were rounded, 0 where they were not
    - `thinnest_m`, `least_m2`: overlaps that are thinner on average, or smaller, are none (`tolerate`)
    """

    names: list[Any]
    shapes: Shapes
    edges: ZoneEdges
    edges_in_parcel_crs: ZoneEdges
    project: pyproj.Transformer | None
    bow_m: float
    rounding_m: float = 0.0
    thinnest_m: float = 0.0
    least_m2: float = 0.0


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
        an outline, and those whose outline is no area, are left out.
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
    shapes = polygonal(outlines[has_outline])
    areal = shapely.area(shapes) > 0
    if not areal.any():
        raise InputError(Text("片区没有一个是面", "no zone is an area"), Text("换用面图层", "give a layer of polygons"))
    shapes, zone_names = shapes[areal], list(compress(zone_names, areal))
    order = list(dict.fromkeys(zone_names))
    number = np.array([order.index(name) for name in zone_names])
    if require_crs(zones_crs) != crs:
        shapes = polygonal(shapely.transform(shapes, _on_points(_transformer(require_crs(zones_crs), crs))))
    merged = np.array([_merged_outline(shapes[number == each]) for each in range(len(order))], dtype=object)
    project = None if has_equal_areas(crs) else _transformer(crs, _equal_area(merged, crs))
    projected = merged if project is None else polygonal(shapely.transform(merged, _on_points(project)))
    edges = index_edges(projected, parcels=parcels)
    in_parcel_crs = edges if project is None else index_edges(merged, COARSE)
    bow = 0.0 if project is None else float(_bows(merged, project).max())
    rounding = rounding_m(outlines[has_outline][areal], require_crs(zones_crs))
    return PreparedZones(order, projected, edges, in_parcel_crs, project, bow, rounding)


def tolerate(
    prepared_zones: PreparedZones, parcels: Shapes, crs: pyproj.CRS, min_overlap_m2: float | None = None
) -> PreparedZones:
    """The same zones, to which a part of a parcel does not belong where rounding alone can have put it.

    Parameters
    ----------
    parcels, crs
        (n,) geometries, of all parcels or of a sample, and their CRS: they tell to what coordinates were rounded.
    min_overlap_m2
        Parts of parcels that are smaller, and less than half of their parcel, are none; rounding is not looked at.
    """
    if min_overlap_m2 is not None:
        return replace(prepared_zones, thinnest_m=0.0, least_m2=min_overlap_m2)
    thinnest = thinnest_m(rounding_m(parcels, crs), prepared_zones.rounding_m)
    return replace(prepared_zones, thinnest_m=thinnest, least_m2=0.0)


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
    raw = rings
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
    # So wide that edges, bent by the projection, may cross though they do not in the CRS of the parcels.
    wide = np.setdiff1d(np.intersect1d(np.flatnonzero(_is_wide(bounds)), maybe_crossing), self_crossing)
    irregular = np.concatenate([others, self_crossing, wide])
    geometries[irregular] = polygonal(geometries[irregular])
    projected = _projected(geometries[irregular], prepared_zones)
    bent = _is_wide(shapely.bounds(projected).reshape(-1, 4))
    projected[bent] = polygonal(projected[bent])
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
    label[areal] = lookup(prepared_zones.edges.grid, bounds[areal])
    near = np.flatnonzero(label == NEAR)
    is_irregular = np.zeros(count, dtype=bool)
    is_irregular[irregular] = True
    plain_rings = np.full(count, -1)
    plain_rings[rings.rows] = np.arange(len(rings.rows))
    plain = near[~is_irregular[near]]
    flawed = near[is_irregular[near]]
    at = np.full(count, -1)
    at[irregular] = np.arange(len(irregular))
    some = plain_rings[plain]
    found = [
        _crossing(plain, _outlines(rings, some), _outlines(raw, some), area, prepared_zones),
        _crossing(flawed, outlines_of(projected[at[flawed]]), outlines_of(geometries[flawed]), area, prepared_zones),
    ]
    of_near, zone, shared = (np.concatenate([one[column] for one in found]) for column in range(3))
    dropped = np.concatenate([one[3] for one in found])
    sizes = np.array([len(zones) for zones in prepared_zones.edges.grid.zones])
    every = np.array([zone for zones in prepared_zones.edges.grid.zones for zone in zones], dtype=np.int64)
    label[near] = 0
    within = sizes[label]
    begin = np.cumsum(sizes) - sizes
    parcel = np.repeat(np.arange(count), within)
    rank = np.arange(len(parcel)) - np.repeat(np.cumsum(within) - within, within)
    parts = [
        (parcel, every[np.repeat(begin[label], within) + rank] if len(parcel) else parcel, area[parcel]),
        (of_near, zone, shared),
    ]
    has_zone = np.zeros(count, dtype=bool)
    has_zone[parcel] = True
    has_zone[of_near] = True
    without_zone = np.flatnonzero(~has_zone)
    parts.append((without_zone, np.full(len(without_zone), NO_ZONE), np.zeros(len(without_zone))))
    parcel, zone, shared = (np.concatenate(column) for column in zip(*parts, strict=True))
    order = np.argsort(parcel * (len(prepared_zones.names) + 1) + zone, kind="stable")
    parcel, zone, shared = parcel[order], zone[order], shared[order]
    whole = area[parcel]
    share = np.divide(shared, whole, out=np.zeros(len(shared)), where=shared > 0)
    return Overlaps(parcel, zone, shared, share, repaired, count - len(areal), len(dropped), float(dropped.sum()))


def _is_wide(bounds: Floats) -> Flags:
    extent = np.maximum(bounds[:, 2] - bounds[:, 0], bounds[:, 3] - bounds[:, 1])
    return (extent > WIDE_M) & (extent <= WIDEST_M)


def shared_by_zones(prepared_zones: PreparedZones) -> list[tuple[Any, Any, float]]:
    """Pairs of zones that overlap, with the area in square metres; zones that only touch do not overlap."""
    shapes = prepared_zones.shapes
    filled = np.flatnonzero(~shapely.is_empty(shapes))
    shared = shared_areas(outlines_of(shapes[filled]), len(filled), prepared_zones.edges)
    border = np.asarray(shapely.length(shapes), dtype=np.float64)
    one, other = filled[shared.shape], shared.zone
    sliver_width_m = 2 * prepared_zones.bow_m + 2 * _rounding(np.abs(shapely.total_bounds(shapes)).max())
    wide = (one < other) & (shared.area > sliver_width_m * np.minimum(border[one], border[other]))
    return [
        (prepared_zones.names[one[pair]], prepared_zones.names[other[pair]], float(shared.area[pair]))
        for pair in np.flatnonzero(wide)
    ]


def _crossing(
    rows: Numbers, outlines: Outlines, raw: Outlines, area: Floats, prepared_zones: PreparedZones
) -> tuple[Numbers, Numbers, Floats, Floats]:
    """Parcel ((n,) int64), zone ((n,) int64) and shared area ((n,) float64, m²) of the parcels near a border.

    And the area of each overlap that is none by `tolerate`, (d,) float64, m².

    `outlines` and `raw` are those of `rows`, projected and in the parcels' own CRS; `area` is that of all parcels.

    A parcel that touches a zone in the parcels' own CRS must not overlap it, and a parcel inside a zone must lie
    inside as a whole, though the projection bends straight edges slightly and rounds each vertex. So overlaps no
    wider than that error are computed again in the parcels' CRS, unless that is the CRS they were measured in.
    """
    found = shared_areas(outlines, len(rows), prepared_zones.edges)
    parcel, zone, shared = found.shape, found.zone, found.area
    whole = area[rows][parcel]
    perimeter = sizes(outlines, len(rows))[1][parcel]
    rounding = _rounding(_largest(raw))[parcel]
    bend = 0 if prepared_zones.project is None else BEND_PER_M * (perimeter / 2) ** 2 / 8
    bow = prepared_zones.bow_m + bend + rounding
    thin = np.flatnonzero((shared < bow * perimeter) | (whole - shared < bow * perimeter))
    if prepared_zones.project is None:
        again, whole_again, noise = shared[thin], whole[thin], (rounding * perimeter)[thin]
    else:
        some, of_thin = np.unique(parcel[thin], return_inverse=True)
        chosen = _chosen(raw, some)
        once_more = shared_areas(chosen, len(some), prepared_zones.edges_in_parcel_crs)
        zones = len(prepared_zones.names)
        keys = once_more.shape * zones + once_more.zone
        thin_keys = of_thin * zones + zone[thin]
        place = np.minimum(np.searchsorted(keys, thin_keys), max(len(keys) - 1, 0))
        again = np.where(keys[place] == thin_keys, once_more.area[place], 0) if len(keys) else np.zeros(len(thin))
        areas, perimeters = sizes(chosen, len(some))
        whole_again, noise = areas[of_thin], rounding[thin] * perimeters[of_thin]
    shared[thin[again <= noise]] = 0
    full = thin[whole_again - again <= noise]
    shared[full] = whole[full]
    overlapping = np.flatnonzero(shared > 0)
    parcel, zone, shared = parcel[overlapping], zone[overlapping], np.minimum(shared, whole)[overlapping]
    whole, perimeter, rim = whole[overlapping], perimeter[overlapping], found.rim[overlapping]
    is_thin = (2 * shared < prepared_zones.thinnest_m * rim) & (2 * whole >= prepared_zones.thinnest_m * perimeter)
    none = (shared < whole / 2) & (is_thin | (shared < prepared_zones.least_m2))  # most of a parcel is never none
    kept = np.flatnonzero(~none)
    dropped = shared[none]
    shared = _given_to_largest(parcel, shared, whole, none)[kept]
    return rows[parcel[kept]], zone[kept], shared, dropped


def _given_to_largest(parcel: Numbers, shared: Floats, whole: Floats, none: Flags) -> Floats:
    """The shared areas, where those that are `none` count to the largest other overlap of their parcel, if there is one.

    So that the shares of a parcel still add up to 1 where zones tile it.
    """
    if not none.any():
        return shared
    ranked = np.lexsort((np.where(none, 0, shared), parcel))
    largest = ranked[np.flatnonzero(np.diff(parcel[ranked], append=-1))]
    given = np.bincount(parcel, weights=np.where(none, shared, 0))[parcel[largest]]
    sums = shared[largest] + given
    full = (given > 0) & (whole[largest] - sums <= SAME_AREA * whole[largest])
    shared = np.array(shared)
    shared[largest] = np.where(full, whole[largest], np.minimum(sums, whole[largest]))
    return shared


def _outlines(rings: Rings, some: Numbers) -> Outlines:
    """The outlines of some plain rings."""
    counts = np.diff(rings.starts, append=len(rings.x))[some]
    _, at = spread(rings.starts[some], counts)
    numbers = np.arange(len(some))
    return Outlines(rings.x[at], rings.y[at], np.cumsum(counts) - counts, numbers, np.zeros(len(some), dtype=bool))


def _chosen(outlines: Outlines, shapes: Numbers) -> Outlines:
    """The outlines of some shapes, in rising order, numbered anew."""
    number = np.full(int(outlines.shape[-1]) + 1 if len(outlines.shape) else 0, -1)
    number[shapes] = np.arange(len(shapes))
    rings = np.flatnonzero(number[outlines.shape] >= 0)
    counts = np.diff(outlines.starts, append=len(outlines.x))[rings]
    _, at = spread(outlines.starts[rings], counts)
    starts = np.cumsum(counts) - counts
    return Outlines(outlines.x[at], outlines.y[at], starts, number[outlines.shape[rings]], outlines.hole[rings])


def _largest(outlines: Outlines) -> Floats:
    """The largest coordinate of each shape, (shapes,) float64."""
    first = np.flatnonzero(np.diff(outlines.shape, prepend=-1))
    if not len(first):
        return np.empty(0)
    largest = np.maximum(np.abs(outlines.x), np.abs(outlines.y))
    return np.asarray(np.maximum.reduceat(largest, outlines.starts[first]))


def _projected(shapes: Shapes, prepared_zones: PreparedZones) -> Shapes:
    if prepared_zones.project is None or not len(shapes):
        return shapes
    return shapely.transform(shapes, _on_points(prepared_zones.project))


def _rounding(largest: Any) -> Any:
    """The rounding error of coordinates as large as that, in their unit."""
    return ROUNDING * largest


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
