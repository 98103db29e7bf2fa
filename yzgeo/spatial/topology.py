"""Topology of outlines: overlaps, gaps, slivers, spikes, and pieces outside the district.

All measures are taken in an equal-area projection centred on the data, in metres; shapes are returned in the
CRS of the input. A strip is *thin* when no circle of the given width fits into it.
"""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import shapely

from yzgeo.spatial.crs import equal_area

NOISE_M = 0.05
"""Thinner strips come from rounding: 7 decimals of a degree are 1 cm, and a straight edge in degrees is slightly
curved in metres."""
LONG = 10
"""A gap that is open at an end is one only if it is this many times longer than wide: otherwise two borders
merely part there at an angle."""


def overlaps(zones: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Every connected piece that two outlines share.

    Parameters
    ----------
    zones : GeoDataFrame
        `zone_id` and valid polygons.

    Returns
    -------
    GeoDataFrame
        `one`, `other` (the two zones), `area_m2`, `width_m` (of the largest circle that fits), the piece.

    >>> from shapely import box
    >>> zones = gpd.GeoDataFrame({"zone_id": ["a", "b"]}, geometry=[box(0, 0, 9, 9), box(6, 0, 15, 9)], crs=32651)
    >>> for piece in overlaps(zones).itertuples():
    ...     print(f"{piece.one} and {piece.other} share {piece.area_m2:.0f} m²")
    a and b share 27 m²
    """
    planar = zones.geometry.to_crs(equal_area(zones.geometry)).reset_index(drop=True)
    left, right = planar.sindex.query(planar, predicate="intersects")
    first, second = left[left < right], right[left < right]
    shared = shapely.intersection(planar.to_numpy()[first], planar.to_numpy()[second])
    pieces, of_pair = _pieces(without_noise(shared))
    ids = zones["zone_id"].to_numpy()
    columns = {"one": ids[first[of_pair]], "other": ids[second[of_pair]]}
    return _with_area_and_width(columns, pieces, planar.crs, zones.crs)


def gaps(zones: gpd.GeoDataFrame, width_m: float) -> gpd.GeoDataFrame:
    """Thin strips between two or more outlines that belong to none of them.

    Parameters
    ----------
    zones : GeoDataFrame
        `zone_id` and valid polygons.
    width_m
        A gap is narrower than this; wider spaces are not taken for flaws of a shared border.

    Returns
    -------
    GeoDataFrame
        `one`, `other` (two of the zones beside it), `area_m2`, `width_m`, the strip.

    >>> from shapely import box
    >>> zones = gpd.GeoDataFrame({"zone_id": ["a", "b"]}, geometry=[box(0, 0, 90, 90), box(91, 0, 180, 90)], crs=32651)
    >>> for strip in gaps(zones, width_m=5).itertuples():
    ...     print(f"between {strip.one} and {strip.other}: {strip.area_m2:.0f} m²")
    between a and b: 90 m²
    """
    planar = zones.geometry.to_crs(equal_area(zones.geometry)).reset_index(drop=True)
    whole = shapely.union_all(planar.to_numpy())
    half = width_m / 2
    closed = whole.buffer(half, join_style="mitre").buffer(-half, join_style="mitre")
    pieces, _ = _pieces(without_noise(np.array([shapely.difference(closed, whole)])))
    strips, beside = [], []
    for piece in pieces:
        neighbours = np.sort(planar.sindex.query(piece, predicate="dwithin", distance=NOISE_M))
        mouth = shapely.difference(piece.boundary, whole.buffer(NOISE_M)).length
        is_long = piece.length / 2 > LONG * width_m
        if len(neighbours) > 1 and (is_long or mouth == 0):
            strips.append(piece)
            beside.append(neighbours[:2])
    ids = zones["zone_id"].to_numpy()
    pairs = np.array(beside, dtype=int).reshape(-1, 2)
    columns = {"one": ids[pairs[:, 0]], "other": ids[pairs[:, 1]]}
    return _with_area_and_width(columns, np.array(strips, dtype=object), planar.crs, zones.crs)


def outside(zones: gpd.GeoDataFrame, district: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Every connected piece of an outline that lies outside the district.

    Returns
    -------
    GeoDataFrame
        `zone_id`, `area_m2`, `width_m`, the piece.

    >>> from shapely import box
    >>> zone = gpd.GeoDataFrame({"zone_id": ["a"]}, geometry=[box(5, 0, 15, 10)], crs=32651)
    >>> district = gpd.GeoDataFrame(geometry=[box(0, 0, 10, 10)], crs=32651)
    >>> print(f"{outside(zone, district)['area_m2'].sum():.0f} m² of a lie outside")
    50 m² of a lie outside
    """
    crs = equal_area(zones.geometry)
    planar = zones.geometry.to_crs(crs).reset_index(drop=True)
    border = shapely.union_all(district.geometry.to_crs(crs).to_numpy())
    pieces, of_zone = _pieces(without_noise(shapely.difference(planar.to_numpy(), border)))
    return _with_area_and_width({"zone_id": zones["zone_id"].to_numpy()[of_zone]}, pieces, planar.crs, zones.crs)


def thin_pieces(zones: gpd.GeoDataFrame, width_m: float) -> gpd.GeoDataFrame:
    """Parts, holes and spikes of outlines into which no circle of a width fits.

    Returns
    -------
    GeoDataFrame
        `zone_id`, `kind` ("part", "hole", or "spike": where an outline runs out and back), `area_m2`, `width_m`, the
        piece.

    >>> from shapely import MultiPolygon, box
    >>> zone = gpd.GeoDataFrame({"zone_id": ["a"]}, geometry=[MultiPolygon([box(0, 0, 90, 90), box(99, 0, 100, 90)])], crs=32651)
    >>> print(f"{len(thin_pieces(zone, width_m=5))} thin part")
    1 thin part
    """
    planar = zones.geometry.to_crs(equal_area(zones.geometry)).reset_index(drop=True)
    parts, of_part = _pieces(planar.to_numpy())
    rings, of_ring = shapely.get_rings(parts, return_index=True)
    holes = np.flatnonzero(np.diff(of_ring, prepend=-1) == 0)  # the first ring of a part is its outer one
    spikes, of_spike = _spikes(parts, width_m)
    pieces = np.concatenate([parts, shapely.polygons(rings[holes]), spikes])
    owners = np.concatenate([of_part, of_part[of_ring[holes]], of_part[of_spike]])
    kinds = np.repeat(np.array(["part", "hole", "spike"], dtype=object), [len(parts), len(holes), len(spikes)])
    zone_ids = zones["zone_id"].to_numpy()
    measured = _with_area_and_width({"zone_id": zone_ids[owners], "kind": kinds}, pieces, planar.crs, zones.crs)
    return measured[measured["width_m"] < width_m]


def _spikes(parts: np.ndarray, width_m: float) -> tuple[np.ndarray, np.ndarray]:
    """Spikes and the part of each: the long pieces that a part loses when a circle of the width is rolled inside it.

    This is a morphological opening: https://en.wikipedia.org/wiki/Opening_(morphology).
    """
    opened = shapely.buffer(shapely.buffer(parts, -width_m / 2), width_m / 2 + NOISE_M)
    lost, owner = _pieces(shapely.difference(parts, opened))
    is_spike = (shapely.length(lost) / 2 > LONG * width_m) & ~shapely.is_empty(opened)[owner]
    return lost[is_spike], owner[is_spike]


def without_noise(shapes: np.ndarray) -> np.ndarray:
    """Shapes without strips and spikes thinner than rounding, which near-equal borders leave."""
    eroded = shapely.buffer(shapes, -NOISE_M / 2, join_style="mitre")
    return np.asarray(shapely.buffer(eroded, NOISE_M / 2, join_style="mitre"))


def _pieces(shapes: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The polygons of (n,) shapes, (p,), and the shape of each, (p,) int64."""
    parts, owner = shapely.get_parts(shapes, return_index=True)
    areal = shapely.area(parts) > 0
    return parts[areal], owner[areal]


def _with_area_and_width(
    columns: dict[str, np.ndarray], pieces: np.ndarray, planar: object, crs: object
) -> gpd.GeoDataFrame:
    """A table of pieces with area and width."""
    width = np.array([2 * _inner_radius(piece) for piece in pieces], dtype=float)
    area = np.asarray(shapely.area(pieces), dtype=float)
    shapes = gpd.GeoSeries(pieces, crs=planar)
    return gpd.GeoDataFrame({**columns, "area_m2": area, "width_m": width}, geometry=shapes).to_crs(crs)


def _inner_radius(piece: shapely.Polygon) -> float:
    """Radius of the largest circle that fits, to a hundredth of half the mean width."""
    return float(shapely.maximum_inscribed_circle(piece, tolerance=0.01 * piece.area / piece.length).length)
