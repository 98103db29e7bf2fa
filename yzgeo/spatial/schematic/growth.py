"""Cells of given area that grow from given vertices of a mesh."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_array, diags_array
from scipy.sparse.csgraph import connected_components
from scipy.sparse.linalg import splu

from yzgeo.spatial.schematic.mesh import OUTSIDE, Borders, Floats, Ints, Mesh, cell_m2, place_nodes, stiffness, trace

SOLVED = 1e-9
"""Relative error of area at which the solver stops."""
SWEEPS = 1000
"""Rounds of the coarse solver before giving up; zones that hardly touch need two or three."""
FREE_STEPS, STEPS = 20, 60
"""Rounds of the fine solver while vertices may still change cells, and in all."""
LONGEST_STEP = 0.5
"""Largest change of a log factor in one round, about half a reach."""
DERIVATIVE_STEP = 1e-6
"""Change of a log factor to take a derivative by."""
FAINTEST = 1e-250
"""Weaker influence counts as none, and so..."""
LARGEST_LOG_FACTOR = 600.0
"""...factors stay within floating-point numbers (up to about e^709)."""


class Site(NamedTuple):
    """The vertices of the mesh that one cell grows from.

    Attributes
    ----------
    skeleton : (s,) int
        A connected tree through all its places: always in the cell.
    core : (c,) int
        The skeleton and the surroundings of the places: full influence.
    """

    skeleton: Ints
    core: Ints


class NoRoomError(Exception):
    """The cell with this index cannot reach, or cannot be held to, its area."""

    def __init__(self, cell: int) -> None:
        self.cell = cell
        super().__init__(f"no room for cell {cell}")


def influence(mesh: Mesh, speed: Floats, reach_m: float, sites: list[Site]) -> Floats:
    """Spread each site's influence over the mesh: a screened Poisson equation in linear finite elements.

    The equation: https://en.wikipedia.org/wiki/Screened_Poisson_equation.

    Parameters
    ----------
    mesh : Mesh
    speed : (m,) float
        Factor on the reach in each triangle.
    reach_m : float
        Length over which influence falls to 1/e where the speed is 1.
    sites : list of Site
        k sites.

    Returns
    -------
    (k, n) float
        1 in the site's own core, 0 in the cores of others, fading between. The difference of two such fields has
        no maximum off the cores (maximum principle), which keeps the cells in one piece.
    """
    matrix = (stiffness(mesh, (reach_m * speed) ** 2) + diags_array(mesh.vertex_m2)).tocsr()
    field = np.zeros((len(sites), len(mesh.points)))
    for z, site in enumerate(sites):
        field[z, site.core] = 1.0
    held, free = np.flatnonzero(field.any(axis=0)), np.flatnonzero(~field.any(axis=0))
    factors = splu(
        matrix[free][:, free].tocsc(),
        permc_spec="MMD_AT_PLUS_A",
        diag_pivot_thresh=0.0,
        options={"SymmetricMode": True},
    )
    spread = factors.solve(np.ascontiguousarray(-(matrix[free][:, held] @ field[:, held].T)))
    field[:, free] = np.maximum(spread.T, 0.0)
    return field


def attached(mesh: Mesh, member: npt.NDArray[np.bool_], anchor: int) -> npt.NDArray[np.bool_]:
    """Which members, (n,) bool, are connected to the anchor vertex along mesh edges between members."""
    i, j = mesh.edges[member[mesh.edges].all(axis=1)].T
    graph = csr_array((np.ones(len(i)), (i, j)), shape=(len(member), len(member)))
    _, component = connected_components(graph, directed=False)
    return np.asarray(member & (component == component[anchor]))


def cells_of_area(mesh: Mesh, field: Floats, sites: list[Site], target_m2: Floats) -> tuple[Borders, Floats]:
    """Cells where a site's influence, times its factor, is above 1 and above that of all others.

    The factors are solved for, so that each cell has its area: first with whole vertices (Oliker and Prussner,
    Numerische Mathematik 54 (1988) 271-293: every cell in turn takes its area, until none has to give), then exactly
    (Newton on the cut mesh edges, as Kitagawa, Mérigot and Thibert 2019 do for semi-discrete optimal transport,
    https://doi.org/10.4171/JEMS/889). With logarithms of factors as weights, the cells are the analogue of a power
    diagram (Aurenhammer 1987, https://doi.org/10.1137/0216006).

    Parameters
    ----------
    mesh : Mesh
    field : (k, n) float
        From `influence`.
    sites : list of Site
    target_m2 : (k,) float
        Planar area of each cell.

    Returns
    -------
    Borders, (nodes, 2) float
        Borders of the cells and the coordinates of their nodes.

    Raises
    ------
    NoRoomError
        A cell cannot reach its area, or its skeleton alone exceeds it.
    """
    outside = np.ones((1, len(mesh.points)))

    def scores(log_factors: Floats) -> Floats:
        return np.concatenate([np.exp(log_factors)[:, None] * field, outside])

    log_factors = _coarse_factors(mesh, field, sites, target_m2)
    for step in range(STEPS):
        if step < FREE_STEPS:
            borders = trace(mesh, _labels(mesh, scores(log_factors), sites))

        def areas(log_factors: Floats, borders: Borders = borders) -> Floats:
            return cell_m2(borders, place_nodes(mesh, borders, scores(log_factors)), len(sites))

        error = areas(log_factors) / target_m2 - 1
        if np.abs(error).max() < SOLVED:
            return borders, place_nodes(mesh, borders, scores(log_factors))
        log_factors = log_factors + _newton_step(areas, log_factors, target_m2)
    raise NoRoomError(int(np.argmax(np.abs(error))))


def _coarse_factors(mesh: Mesh, field: Floats, sites: list[Site], target_m2: Floats) -> Floats:
    """Log factors (k,) that give each cell its area to within one vertex."""
    strength = np.log(field, out=np.full(field.shape, -np.inf), where=field > FAINTEST)
    for site in sites:
        strength[:, site.skeleton] = -np.inf
    slack_m2 = [mesh.vertex_m2[site.core].max() for site in sites]
    log_factors = np.full(len(sites), -np.inf)
    for _ in range(SWEEPS):
        settled = True
        for z, site in enumerate(sites):
            rivals = np.delete(log_factors, z)[:, None] + np.delete(strength, z, axis=0)
            needed = np.maximum(0.0, rivals.max(axis=0, initial=0.0)) - strength[z]
            needed[site.skeleton] = -np.inf
            if mesh.vertex_m2[needed <= log_factors[z]].sum() >= target_m2[z] - slack_m2[z] and log_factors[z] >= 0:
                continue
            settled = False
            order = np.argsort(needed, kind="stable")
            last = int(np.searchsorted(np.cumsum(mesh.vertex_m2[order]), target_m2[z]))
            if last >= len(order) or needed[order[last]] > LARGEST_LOG_FACTOR:
                raise NoRoomError(z)
            # A skeleton that nearly fills the area still needs a factor to start from.
            log_factors[z] = max(log_factors[z], needed[order[last]], 0.0)
        if settled:
            return log_factors
    raise NoRoomError(int(np.argmax(log_factors)))


def _labels(mesh: Mesh, scores: Floats, sites: list[Site]) -> Ints:
    """Cell of each vertex (n,): the strongest claim, skeletons by right, stray pieces given up."""
    cells = len(sites)
    labels = np.argmax(scores, axis=0)
    labels[labels == cells] = OUTSIDE
    for z, site in enumerate(sites):
        labels[site.skeleton] = z
    for z, site in enumerate(sites):
        member = labels == z
        labels[member & ~attached(mesh, member, int(site.skeleton[0]))] = OUTSIDE
    return np.asarray(labels, dtype=np.int64)


def _newton_step(areas: Callable[[Floats], Floats], log_factors: Floats, target_m2: Floats) -> Floats:
    """Change of the log factors (k,) that meets the areas if they were linear."""
    now = areas(log_factors)
    slope = np.column_stack(
        [(areas(log_factors + DERIVATIVE_STEP * unit) - now) / DERIVATIVE_STEP for unit in np.eye(len(now))]
    )
    step, *_ = np.linalg.lstsq(slope, target_m2 - now)
    return np.asarray(np.clip(step, -LONGEST_STEP, LONGEST_STEP))
