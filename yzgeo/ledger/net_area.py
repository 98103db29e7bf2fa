"""Compute the net area of each parcel of a ledger by zone: every piece of land counts once.

- The area of a parcel is the registered one where the ledger states it (a finite number above zero), else that of
  the drawn shape, measured in an equal-area projection, which gives the area on the ellipsoid.
- It is split over zones by the shares of the drawn shape; land in no zone, or without a shape, has no zone.
  Where zones overlap, the shares are scaled down together, so that they never add up to more than the parcel.
- Rows of one parcel number count once. Land where shapes overlap goes to the row further on (recovered, then under
  way, then identified), of equals to the one recovered first, then to the lower number. The other row keeps the
  share of its area that the remainder has in its shape.
- A row of unknown status has no net area.

The order of the rows makes no difference.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from yzgeo.core.units import m2_to_mu
from yzgeo.ledger.ledger import STATUSES
from yzgeo.spatial.crs import equal_area
from yzgeo.spatial.overlay.assign import assign
from yzgeo.spatial.polygon_repair import AREAL, polygonal
from yzgeo.spatial.topology import NOISE_M

NOISE_SHARE = 1e-9
"""A smaller share of a parcel comes from the rounding of sums."""
PAIRS_AT_ONCE = 50_000
"""Pairs that one thread intersects at a time, so that not all intersections are in memory together."""
NET_AREA_COLUMNS = ("row", "zone_id", "part", "mu")
OVERLAP_COLUMNS = ("one", "other", "overlap_m2", "width_m", "share")


def planar(parcels: gpd.GeoDataFrame) -> gpd.GeoSeries:
    """The shapes of parcels in an equal-area projection centred on them, repaired, indexed by position."""
    planar_shapes = parcels.geometry.reset_index(drop=True)
    if (planar_shapes.isna() | planar_shapes.is_empty).all():
        return planar_shapes
    return repair_shapes(planar_shapes.to_crs(equal_area(planar_shapes)))


def repair_shapes(shapes: gpd.GeoSeries) -> gpd.GeoSeries:
    """Make invalid shapes valid.

    >>> bow_tie = shapely.Polygon([(0, 0), (2, 2), (2, 0), (0, 2)])
    >>> print(repair_shapes(gpd.GeoSeries([bow_tie]))[0].area)
    2.0
    """
    flawed = ~shapes.is_valid & shapes.notna()
    if not flawed.any():
        return shapes
    repaired = shapes.to_numpy().copy()
    repaired[flawed] = polygonal(repaired[flawed])
    return gpd.GeoSeries(repaired, index=shapes.index, crs=shapes.crs)


def overlaps(shapes: np.ndarray) -> pd.DataFrame:
    """Pairs of shapes that overlap.

    Parameters
    ----------
    shapes : array of polygons
        (n,) object, valid, in metres; missing ones overlap nothing.

    Returns
    -------
    DataFrame
        `one`, `other` (positions, the lower first), `overlap_m2`, `width_m` (mean width of the overlap: twice its
        area over its perimeter), `share` (of the larger of the two). Overlaps thinner than rounding are left out.

    >>> shapes = shapely.box([0, 90, 500], [0, 0, 0], [100, 190, 600], [100, 100, 100])
    >>> print(overlaps(shapes)[["one", "other", "overlap_m2"]].to_string(index=False, header=False))
    0 1 1000.0
    """
    one, other = shapely.STRtree(shapes).query(shapes)
    ahead = one < other
    one, other = one[ahead], other[ahead]
    west, south, east, north = shapely.bounds(shapes).T
    wide = np.minimum(east[one], east[other]) - np.maximum(west[one], west[other]) > NOISE_M
    high = np.minimum(north[one], north[other]) - np.maximum(south[one], south[other]) > NOISE_M
    one, other = one[wide & high], other[wide & high]
    may_overlap = _may_overlap(shapes, np.union1d(one, other))
    one, other = one[may_overlap[one] | may_overlap[other]], other[may_overlap[one] | may_overlap[other]]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        measured = list(pool.map(lambda part: _shared(shapes, one[part], other[part]), _slices(len(one))))
    area, width = np.hstack([np.empty((2, 0)), *measured])
    real = width > NOISE_M
    pairs = pd.DataFrame({"one": one[real], "other": other[real], "overlap_m2": area[real], "width_m": width[real]})
    whole = shapely.area(shapes)
    pairs["share"] = pairs["overlap_m2"] / np.maximum(whole[pairs["one"]], whole[pairs["other"]])
    return pairs.sort_values(["one", "other"], ignore_index=True)


def net_area(
    parcels: gpd.GeoDataFrame,
    planar_shapes: gpd.GeoSeries,
    zones: gpd.GeoDataFrame,
    inside: pd.DataFrame,
    shared: pd.DataFrame,
) -> pd.DataFrame:
    """The net area by row of the ledger and zone.

    Parameters
    ----------
    parcels
        A ledger.
    planar_shapes
        Its shapes from `planar`.
    zones
        Polygons with `zone_id`.
    inside
        `row` (position in the ledger), `zone_id`, `share`, from `assign`.
    shared
        From `overlaps` of the shapes.

    Returns
    -------
    DataFrame
        `row` (position in the ledger), `zone_id` (missing outside all zones), `part` (of the parcel's own area),
        `mu`. Rows without net area are left out.
    """
    shapes = planar_shapes.to_numpy()
    own = np.nan_to_num(shapely.area(shapes))
    registered_mu = parcels["area_mu"].to_numpy(dtype=float)
    mu = np.where(np.isfinite(registered_mu) & (registered_mu > 0), registered_mu, m2_to_mu(own))
    is_counted = _first_of_each(parcels, shapes)
    remainders = _remainders(parcels, shapes, shared[is_counted[shared["one"]] & is_counted[shared["other"]]])
    entire = inside[inside["zone_id"].notna() & is_counted[inside["row"]] & ~inside["row"].isin(list(remainders))]
    entire = entire.rename(columns={"share": "part"})[["row", "zone_id", "part"]]
    by_zone = pd.concat([entire, _of_pieces(remainders, planar_shapes.crs, zones, own)], ignore_index=True)
    whole = is_counted.astype(float)
    whole[list(remainders)] = shapely.area(np.array(list(remainders.values()), dtype=object)) / own[list(remainders)]
    in_zones = np.bincount(by_zone["row"], by_zone["part"], minlength=len(parcels))
    outside = np.where(whole - in_zones > NOISE_SHARE, whole - in_zones, 0.0)
    scale = np.divide(whole - outside, in_zones, out=np.ones_like(whole), where=in_zones > 0)
    by_zone["part"] *= scale[by_zone["row"]]
    beyond = np.flatnonzero(outside)
    rest = pd.DataFrame(
        {"row": beyond, "zone_id": pd.Series(np.nan, range(len(beyond)), "str"), "part": outside[beyond]}
    )
    net_rows = pd.concat([by_zone, rest], ignore_index=True)
    net_rows["mu"] = net_rows["part"] * mu[net_rows["row"]]
    return net_rows[net_rows["mu"] > 0].sort_values(["row", "zone_id"], ignore_index=True)[list(NET_AREA_COLUMNS)]


def measure_ledger(
    parcels: gpd.GeoDataFrame, zones: gpd.GeoDataFrame
) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """The zones of a ledger's parcels (from `assign`), their net area, and the pairs of parcels that overlap.

    >>> from shapely import box
    >>> from yzgeo.ledger import ledger
    >>> from yzgeo.spatial.crs import CGCS2000
    >>> square = box(121.5, 29.6, 121.501, 29.601)
    >>> twice = ledger.empty().reindex([0, 1]).assign(parcel_id=["A", "B"], status="recovered", area_mu=16.0)
    >>> twice = twice.set_geometry([square, square], crs=CGCS2000)
    >>> zones = gpd.GeoDataFrame({"zone_id": ["north"]}, geometry=[box(121.4, 29.5, 121.6, 29.7)], crs=CGCS2000)
    >>> _, counts, pairs = measure_ledger(twice, zones)
    >>> print(f"{counts['mu'].sum():.1f} mu, {len(pairs)} overlap")
    16.0 mu, 1 overlap
    """
    inside = _in_zones(repair_shapes(parcels.geometry.reset_index(drop=True)), zones)
    planar_shapes = planar(parcels)
    shared = overlaps(planar_shapes.to_numpy())
    counts = net_area(parcels, planar_shapes, zones, inside, shared)
    inside.insert(0, "parcel_id", parcels["parcel_id"].to_numpy()[inside.pop("row")])
    return inside, counts, shared


def _may_overlap(shapes: np.ndarray, rows: np.ndarray) -> np.ndarray:
    """Whether each shape, (n,) bool, may overlap another of `rows`: not if its edges are free or matched edge by edge.

    One pass over the edges decides it, many times faster than intersecting all neighbours of a whole cadastre.
    """
    may_overlap = np.zeros(len(shapes), dtype=bool)
    polygons = rows[np.isin(shapely.get_type_id(shapes[rows]), AREAL)]
    may_overlap[rows] = True
    may_overlap[polygons] = ~shapely.is_empty(shapely.coverage_invalid_edges(shapes[polygons]))
    return may_overlap


def _slices(length: int) -> Iterator[slice]:
    return (slice(start, start + PAIRS_AT_ONCE) for start in range(0, length, PAIRS_AT_ONCE))


def _shared(shapes: np.ndarray, one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """Area and mean width of the overlap of each pair, (2, pairs) float64."""
    pieces = shapely.intersection(shapes[one], shapes[other])
    area, perimeter = shapely.area(pieces), shapely.length(pieces)
    return np.array([area, np.divide(2 * area, perimeter, out=np.zeros_like(area), where=perimeter > 0)])


def _first_of_each(parcels: gpd.GeoDataFrame, shapes: np.ndarray) -> np.ndarray:
    """Whether each row counts, (n,) bool: it has a valid status and ranks first of its parcel number."""
    has_status = parcels["status"].isin(STATUSES).to_numpy()
    numbers = parcels["parcel_id"].reset_index(drop=True)
    repeated = (numbers.duplicated(keep=False) & numbers.notna()).to_numpy()
    ranked = _ranked(parcels, shapes, np.flatnonzero(repeated & has_status))
    is_counted: np.ndarray = has_status & ~repeated
    is_counted[ranked[~numbers.iloc[ranked].duplicated().to_numpy()]] = True
    return is_counted


def _ranked(parcels: gpd.GeoDataFrame, shapes: np.ndarray, rows: np.ndarray) -> np.ndarray:
    """Rank rows by who keeps shared land, (m,) int64; all columns are keys, so that the order of rows has no effect."""
    some = pd.DataFrame(parcels.iloc[rows].drop(columns=parcels.geometry.name)).reset_index(drop=True)
    some["status"] = -some["status"].map({name: number for number, name in enumerate(STATUSES)}).astype(float)
    some["shape"] = shapely.to_wkb(shapely.normalize(shapes[rows]), hex=True, output_dimension=2)
    keys = ["status", "recovered_on", "parcel_id", "shape"]
    keys += [name for name in some.columns if name not in keys]
    return np.asarray(rows[some.sort_values(keys, kind="stable").index])


def _remainders(parcels: gpd.GeoDataFrame, shapes: np.ndarray, shared: pd.DataFrame) -> dict[int, shapely.Geometry]:
    """The remainder of the shape of each row that loses land to rows of higher rank, by row."""
    ranked = _ranked(parcels, shapes, np.union1d(shared["one"], shared["other"]))
    rank = pd.Series(range(len(ranked)), index=ranked)
    swap = rank.reindex(shared["one"]).to_numpy() > rank.reindex(shared["other"]).to_numpy()
    keeps = pd.Series(np.where(swap, shared["other"], shared["one"]))
    loses = pd.Series(np.where(swap, shared["one"], shared["other"]))
    order = pd.DataFrame({"keeps": keeps, "loses": loses}).sort_values(["loses", "keeps"])
    rows, starts = np.unique(order["loses"].to_numpy(), return_index=True)
    groups = np.split(order["keeps"].to_numpy(), starts[1:])
    taken = [
        shapes[group[0]] if len(group) == 1 else shapely.union_all(shapes[group]) for group in groups if len(group)
    ]
    rest = shapely.difference(shapes[rows], np.array(taken, dtype=object))
    return dict(zip(rows.tolist(), rest, strict=True))


def _in_zones(shapes: gpd.GeoSeries, zones: gpd.GeoDataFrame) -> pd.DataFrame:
    """`assign` of shapes, keyed by `row`, since parcel numbers of a ledger may be missing or repeated."""
    rows = gpd.GeoDataFrame({"parcel_id": shapes.index.astype("str")}, geometry=shapes.to_numpy(), crs=shapes.crs)
    pairs = assign(rows, zones)
    pairs.insert(0, "row", pairs.pop("parcel_id").astype(int))
    return pairs


def _of_pieces(
    remainders: dict[int, shapely.Geometry], crs: object, zones: gpd.GeoDataFrame, own: np.ndarray
) -> pd.DataFrame:
    """Row, zone and share of the remainders of parcels; `own`, (n,) float64, are the areas of the whole parcels."""
    pieces = np.array(list(remainders.values()), dtype=object)
    rows = np.array(list(remainders), dtype=int)
    area = shapely.area(pieces)
    rows, pieces, area = rows[area > 0], pieces[area > 0], area[area > 0]
    if not len(rows):
        return pd.DataFrame({"row": rows, "zone_id": pd.Series(dtype="str"), "part": area})
    pairs = _in_zones(gpd.GeoSeries(pieces, crs=crs), zones)
    pairs = pairs[pairs["zone_id"].notna()]
    piece = pairs["row"].to_numpy()
    part = pairs["share"].to_numpy() * (area / own[rows])[piece]
    return pd.DataFrame({"row": rows[piece], "zone_id": pairs["zone_id"].astype("str").to_numpy(), "part": part})
