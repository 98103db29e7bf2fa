"""Contiguity: the chosen land lies in blocks of so many mu at least.

A block whose land is too little must reach out: whoever takes a parcel of it takes a parcel beside the block as well.
There are too many possible blocks to say this of each; it is said of those that a solution has, and the solution is
sought again, so that the answer is exact and its bound holds. This is the separation of connectivity cuts (Carvajal et
al. 2013, doi:10.1287/opre.2013.1168).
"""

from __future__ import annotations

from collections.abc import Iterator

import geopandas as gpd
import numpy as np
import shapely
from scipy import sparse
from scipy.sparse.csgraph import connected_components

from yzgeo.core.i18n import Text
from yzgeo.core.units import amount
from yzgeo.scenario.question import Demand, Question, Rows, once_each
from yzgeo.spatial.crs import equal_area

ORDER = 8
SHORT = 1e-6
"""Mu below which a block is not called too small: rounding of sums."""


def demands(asked: Question) -> Iterator[Demand]:
    """One demand, or none."""
    least = asked.settings.block_mu
    if least is None:
        return
    beside = neighbours(asked)
    mu = asked.candidates.units["mu"].to_numpy(dtype=float)
    taken = once_each(asked)
    told = amount(least, "亩")
    first = _reaching_out(beside, mu, taken, least)
    yield Demand(
        "blocks",
        Text(f"每片不少于 {told.zh}（相距 {asked.settings.block_distance_m:g} 米内算相连）",
             f"blocks of at least {told.en} (connected within {asked.settings.block_distance_m:g} m)"),
        "",
        first.matrix,
        first.low,
        first.high,
        more=lambda chosen: _cuts(beside, mu, taken, least, chosen),
        narrower=_in_clusters(beside, mu, taken, least),
    )  # fmt: skip


def neighbours(asked: Question) -> sparse.csr_array:
    """Which units lie within the distance of each other: (units, units), true where they do.

    A parcel without a shape lies beside none.
    """
    candidates, plan = asked.candidates, asked.plan
    ids = candidates.units["parcel_ids"]
    count = len(ids)
    unit = np.repeat(np.arange(count), ids.map(len))
    row = np.array([candidates.rows[parcel] for group in ids for parcel in group])
    shapes = gpd.GeoSeries(plan.parcels.geometry.to_numpy()[row], crs=plan.parcels.crs)
    if shapes.isna().all():
        return sparse.csr_array((count, count), dtype=bool)
    planar = shapes.to_crs(equal_area(shapes)).to_numpy()
    one, other = shapely.STRtree(planar).query(planar, predicate="dwithin", distance=asked.settings.block_distance_m)
    one, other = unit[one], unit[other]
    apart = one != other
    matrix = sparse.csr_array((np.ones(apart.sum()), (one[apart], other[apart])), shape=(count, count))
    return (matrix > 0).tocsr()


def _reaching_out(beside: sparse.csr_array, mu: np.ndarray, taken: sparse.csr_array, least: float) -> Rows:
    """What holds of every choice: a parcel that is too small alone has a chosen neighbour; none is in too small a cluster."""
    _, cluster = connected_components(beside, directed=False)
    hopeless = np.bincount(cluster, mu)[cluster] < least - SHORT
    alone = np.flatnonzero((mu < least - SHORT) & ~hopeless)
    rows = taken[alone] - beside[alone].astype(float) @ taken
    barred = sparse.csr_array(np.atleast_2d(hopeless.astype(float))) @ taken
    matrix = sparse.vstack([rows, barred], format="csr")
    return Rows(matrix, np.full(matrix.shape[0], -np.inf), np.zeros(matrix.shape[0]))


def _in_clusters(beside: sparse.csr_array, mu: np.ndarray, taken: sparse.csr_array, least: float) -> Rows:
    """Clusters of neighbours that are just large enough, taken as wholes: each choice of them is one of large blocks."""
    cluster = np.full(len(mu), -1)
    number = 0
    for seed in range(len(mu)):
        if cluster[seed] >= 0:
            continue
        members, total, queue = [], 0.0, [seed]
        seen = {seed}
        while queue and total < least:
            at = queue.pop(0)
            members.append(at)
            total += mu[at]
            for other in beside.indices[beside.indptr[at] : beside.indptr[at + 1]].tolist():
                if other not in seen and cluster[other] < 0:
                    seen.add(other)
                    queue.append(other)
        if total >= least - SHORT:
            cluster[members] = number
            number += 1
    order = np.argsort(cluster, kind="stable")
    order = order[cluster[order] >= 0]
    together = cluster[order[1:]] == cluster[order[:-1]]
    same = taken[order[1:][together]] - taken[order[:-1][together]]
    loose = np.flatnonzero(cluster < 0)
    matrix = sparse.vstack([same, taken[loose]], format="csr")
    low = np.concatenate([np.zeros(same.shape[0]), np.full(len(loose), -np.inf)])
    return Rows(matrix, low, np.zeros(matrix.shape[0]))


def _cuts(beside: sparse.csr_array, mu: np.ndarray, taken: sparse.csr_array, least: float, chosen: np.ndarray) -> Rows:
    """For each parcel of a chosen block that is too small: one beside the block must be chosen as well."""
    members = np.flatnonzero(chosen)
    _, block = connected_components(beside[members][:, members], directed=False)
    small = (
        np.flatnonzero(np.bincount(block, mu[members], minlength=1) < least - SHORT) if len(members) else np.empty(0)
    )
    rows = []
    for number in small:
        inside = members[block == number]
        around = np.setdiff1d(np.unique(beside[inside].indices), inside)
        outside = sparse.csr_array(
            (np.ones(len(around)), (np.zeros(len(around), int), around)), shape=(1, beside.shape[0])
        )
        rows.append(taken[inside] - sparse.vstack([outside @ taken] * len(inside), format="csr"))
    matrix = sparse.vstack(rows, format="csr") if rows else sparse.csr_array((0, taken.shape[1]))
    return Rows(matrix, np.full(matrix.shape[0], -np.inf), np.zeros(matrix.shape[0]))
