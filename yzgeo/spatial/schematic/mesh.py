"""An irregular triangular mesh of a district, and the borders between labelled cells on it."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import shapely
from scipy.sparse import csr_array
from scipy.spatial import Delaunay, cKDTree
from shapely.geometry.base import BaseGeometry

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

OUTSIDE = -1
"""Label of a vertex that belongs to no cell; as an index it means the last row of `scores`."""

PLASTIC = 1.324717957244746
"""Root of x³ = x + 1, the plastic number: multiples of its powers spread evenly (the R2 sequence, Roberts 2018).

https://extremelearning.com.au/unreasonable-effectiveness-of-quasirandom-sequences/"""
INSET = 0.4
"""The mesh stays this many spacings off the district's edge, so that no rounding carries an outline over it."""
EDGE_CLEARANCE = 0.75
"""Inner points keep this many spacings off the points on the mesh's own edge: nearer ones make needles."""
JITTER = 0.5
"""A vertex stands off the centre of its square by up to half this share of its side, so that no grid shows."""
MOST_STEPS = 50_000
"""Samples along a ring; between them the spacing is interpolated."""
FLAT = 1e-6
"""A triangle with less height, in lengths of its longest side, is rounding: which way it turns is chance."""
NEAREST_CUT = 0.04
"""A border cuts a mesh edge no nearer to its ends than this share, so that rounding cannot fold an outline."""


class Mesh(NamedTuple):
    """Vertices and counter-clockwise triangles of a district, in metres.

    Attributes
    ----------
    points : (n, 2) float
    triangles : (m, 3) int
    edges : (e, 2) int
        Each edge once, lower vertex first.
    triangle_edges : (m, 3) int
        Edge between the corners k and k + 1 of each triangle.
    vertex_m2 : (n,) float
        A third of the area of the triangles around each vertex.
    """

    points: Floats
    triangles: Ints
    edges: Ints
    triangle_edges: Ints
    vertex_m2: Floats


class Borders(NamedTuple):
    """Directed segments that bound the cells of one labelling, over nodes that may still move along mesh edges.

    Nodes are numbered: first the mesh's vertices, then one for each cut edge, then one for each triangle whose
    three corners have three labels.

    Attributes
    ----------
    start, end : (s,) int
        Nodes.
    left, right : (s,) int
        Label on either side.
    cut_edges : (c, 2) int
        Vertices of the cut edges.
    cut_labels : (c, 2) int
        Labels of those vertices.
    junctions : (j, 3) int
        The three cuts, as node numbers, around each triangle with three labels.
    """

    start: Ints
    end: Ints
    left: Ints
    right: Ints
    cut_edges: Ints
    cut_labels: Ints
    junctions: Ints


def triangulate(district: BaseGeometry, spacing: Callable[[Floats], Floats], finest_m: float) -> Mesh:
    """Mesh of a polygon, finer here than there; deterministic, and independent of where its ring starts.

    Inner vertices come of squares that are halved until they are as small as the spacing asks. The squares stand at
    multiples of their side from the origin of the CRS, so the mesh around one place is the same whatever is far away.

    Parameters
    ----------
    district : Polygon or MultiPolygon
        In a projected CRS, metres.
    spacing : function of (n, 2) float, giving (n,) float
        Typical length of a mesh edge at each point; it may change by half a metre a metre at most.
    finest_m : float
        The least of these lengths.

    Returns
    -------
    Mesh
        Triangles wholly inside the district; without triangles where it is narrower than the spacing.

    >>> mesh = triangulate(shapely.box(0, 0, 2000, 1000), lambda points: np.full(len(points), 100.0), 100.0)
    >>> print(f"{100 * mesh.vertex_m2.sum() / 2e6:.0f} % of the box is meshed")
    88 % of the box is meshed
    """
    inner = shapely.normalize(shapely.buffer(district, -INSET * finest_m))
    if inner.is_empty:
        return _mesh(np.empty((0, 2)), np.empty((0, 3), dtype=np.int64))
    rings = shapely.get_parts(shapely.get_rings(shapely.get_parts(inner)))
    rim = np.concatenate([_along(ring, spacing, finest_m) for ring in rings])
    points = _quadtree(inner.bounds, spacing)
    clearance, _ = cKDTree(rim).query(points)
    shapely.prepare(inner)
    points = points[(clearance > EDGE_CLEARANCE * spacing(points)) & shapely.contains_xy(inner, points)]
    points = np.concatenate([rim, points])
    if len(points) < 4:
        return _mesh(np.empty((0, 2)), np.empty((0, 3), dtype=np.int64))
    triangles = Delaunay(points).simplices.astype(np.int64)
    triangles = triangles[shapely.contains_xy(inner, points[triangles].mean(axis=1))]
    closed = points[triangles[:, [0, 1, 2, 0]]]
    shapely.prepare(district)
    triangles = triangles[shapely.contains_properly(district, shapely.polygons(closed))]
    return _without_pinches(points, triangles)


def _along(ring: shapely.LinearRing, spacing: Callable[[Floats], Floats], finest_m: float) -> Floats:
    """Points (n, 2) along a ring, one spacing apart, three at least."""
    corners = shapely.get_coordinates(ring)
    passed = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(corners, axis=0).T))])

    def at(metres: Floats) -> Floats:
        return np.column_stack([np.interp(metres, passed, corners[:, axis]) for axis in (0, 1)])

    samples = np.linspace(0.0, passed[-1], min(max(3, math.ceil(2 * passed[-1] / finest_m)), MOST_STEPS) + 1)
    density = 1 / spacing(at(samples))
    spacings = np.concatenate([[0.0], np.cumsum((density[1:] + density[:-1]) / 2 * np.diff(samples))])
    count = max(3, round(float(spacings[-1])))
    return at(np.interp(np.arange(count) / count * spacings[-1], spacings, samples))


def _quadtree(bounds: tuple[float, float, float, float], spacing: Callable[[Floats], Floats]) -> Floats:
    """A point (n, 2) in each square of a quadtree over bounds, halved until its side is about the spacing there."""
    west, south, east, north = bounds
    side = 2.0 ** math.ceil(math.log2(max(east - west, north - south)))
    columns, rows = (np.arange(math.floor(low / side), math.floor(high / side) + 1) for low, high in
                     ((west, east), (south, north)))  # fmt: skip
    cells: Ints = np.stack(np.meshgrid(columns, rows, indexing="ij"), axis=-1).reshape(-1, 2)
    points = [np.empty((0, 2))]
    while len(cells):
        centres = np.asarray((cells + 0.5) * side, dtype=np.float64)
        too_large = side > math.sqrt(2) * spacing(centres)
        whole = cells[~too_large]
        shift = np.stack([whole @ [1 / PLASTIC, 1 / PLASTIC**2], whole @ [1 / PLASTIC**2, 1 / PLASTIC]], axis=1) % 1.0
        points.append(centres[~too_large] + JITTER * side * (shift - 0.5))
        cells = (2 * cells[too_large][:, None] + np.array([[0, 0], [0, 1], [1, 0], [1, 1]])).reshape(-1, 2)
        side /= 2
        cells = cells[(cells * side <= [east, north]).all(axis=1) & ((cells + 1) * side >= [west, south]).all(axis=1)]
    return np.concatenate(points)


def _without_pinches(points: Floats, triangles: Ints) -> Mesh:
    """Drop the triangles around vertices where the mesh hangs together by a point only."""
    while True:
        used, flat = np.unique(triangles, return_inverse=True)
        mesh = _mesh(points[used], flat.reshape(-1, 3))
        rim = _rim(mesh)
        pinched = np.bincount(rim.ravel(), minlength=len(mesh.points)) > 2
        if not pinched.any():
            return mesh
        points, triangles = mesh.points, mesh.triangles[~pinched[mesh.triangles].any(axis=1)]


def _mesh(points: Floats, triangles: Ints) -> Mesh:
    """Turn triangles counter-clockwise, drop flat ones (between points in line on the edge), and number the edges."""
    a, b, c = (points[triangles[:, k]] for k in range(3))
    doubled = (b[:, 0] - a[:, 0]) * (c[:, 1] - a[:, 1]) - (b[:, 1] - a[:, 1]) * (c[:, 0] - a[:, 0])
    longest = np.max([((a - b) ** 2).sum(axis=1), ((b - c) ** 2).sum(axis=1), ((c - a) ** 2).sum(axis=1)], axis=0)
    real = np.abs(doubled) > FLAT * longest
    triangles = np.where(doubled[:, None] < 0, triangles[:, ::-1], triangles)[real]
    pairs = np.stack([triangles, np.roll(triangles, -1, axis=1)], axis=2)
    edges, which = np.unique(np.sort(pairs.reshape(-1, 2), axis=1), axis=0, return_inverse=True)
    third_m2 = np.repeat(np.abs(doubled[real]) / 6, 3)
    vertex_m2 = np.bincount(triangles.ravel(), third_m2, minlength=len(points)).astype(np.float64)
    return Mesh(points, triangles, edges, which.reshape(-1, 3), vertex_m2)


def _rim(mesh: Mesh) -> Ints:
    """Directed edges (r, 2) along the mesh's edge, the mesh on the left."""
    pairs = np.stack([mesh.triangles, np.roll(mesh.triangles, -1, axis=1)], axis=2)
    single = np.bincount(mesh.triangle_edges.ravel(), minlength=len(mesh.edges)) == 1
    rim: Ints = pairs[single[mesh.triangle_edges]]
    return rim


def rim_vertices(mesh: Mesh) -> npt.NDArray[np.bool_]:
    """Which vertices (n,) lie on the mesh's edge."""
    on_rim = np.zeros(len(mesh.points), dtype=bool)
    on_rim[_rim(mesh).ravel()] = True
    return on_rim


def stiffness(mesh: Mesh, conductivity: Floats) -> csr_array:
    """Finite-element stiffness matrix of linear elements.

    Parameters
    ----------
    mesh : Mesh
    conductivity : (m,) float
        One value for each triangle.

    Returns
    -------
    (n, n) sparse array
        Off the diagonal never positive (weights at obtuse corners on the mesh's edge are raised to almost nothing),
        so solutions obey the discrete maximum principle (cotangent weights: Pinkall and Polthier 1993,
        https://doi.org/10.1080/10586458.1993.10504266).
    """
    weights = np.zeros(len(mesh.edges))
    for k in range(3):
        # The corner opposite to edge k is k + 2.
        apex = mesh.points[mesh.triangles[:, (k + 2) % 3]]
        to_a = mesh.points[mesh.triangles[:, k]] - apex
        to_b = mesh.points[mesh.triangles[:, (k + 1) % 3]] - apex
        twice_m2 = to_a[:, 0] * to_b[:, 1] - to_a[:, 1] * to_b[:, 0]
        cotangent = (to_a * to_b).sum(axis=1) / twice_m2
        weights += np.bincount(mesh.triangle_edges[:, k], conductivity * cotangent / 2, minlength=len(weights))
    almost_nothing = 1e-3 * conductivity.min(initial=1.0)
    weights = np.maximum(weights, almost_nothing)
    i, j = mesh.edges.T
    n = len(mesh.points)
    diagonal = np.bincount(i, weights, minlength=n) + np.bincount(j, weights, minlength=n)
    rows = np.concatenate([i, j, np.arange(n)])
    columns = np.concatenate([j, i, np.arange(n)])
    return csr_array((np.concatenate([-weights, -weights, diagonal]), (rows, columns)), shape=(n, n))


def trace(mesh: Mesh, labels: Ints) -> Borders:
    """Borders of the cells of labelled vertices.

    Every edge between two labels is cut once, and a triangle with three labels gets a junction inside; so two
    vertices of one label that share an edge are always in one piece of their cell.

    Parameters
    ----------
    mesh : Mesh
    labels : (n,) int
        Cell of each vertex, or `OUTSIDE`.
    """
    n = len(mesh.points)
    is_cut = labels[mesh.edges[:, 0]] != labels[mesh.edges[:, 1]]
    cut_node = np.where(is_cut, n + np.cumsum(is_cut) - 1, -1)
    corner = labels[mesh.triangles]
    cuts = cut_node[mesh.triangle_edges]
    number_cut = (cuts >= 0).sum(axis=1)

    # Two labels: the odd corner is the one between the two cut edges, that is opposite to the uncut edge.
    two = np.flatnonzero(number_cut == 2)
    odd = (np.argmin(cuts[two], axis=1) + 2) % 3
    segments = [(cuts[two, odd], cuts[two, (odd + 2) % 3], corner[two, odd], corner[two, (odd + 1) % 3])]

    three = np.flatnonzero(number_cut == 3)
    centre = n + int(is_cut.sum()) + np.arange(len(three))
    segments += [(cuts[three, k], centre, corner[three, k], corner[three, (k + 1) % 3]) for k in range(3)]

    i, j = _rim(mesh).T
    rim_edge = mesh.triangle_edges[np.bincount(mesh.triangle_edges.ravel())[mesh.triangle_edges] == 1]
    rim_cut = cut_node[rim_edge]
    for start, end, owner, there in (
        (i, j, i, rim_cut < 0),
        (i, rim_cut, i, rim_cut >= 0),
        (rim_cut, j, j, rim_cut >= 0),
    ):
        left = labels[owner[there]]
        segments.append((start[there], end[there], left, np.full(len(left), OUTSIDE)))

    start, end, left, right = (np.concatenate(column) for column in zip(*segments, strict=True))
    real = left != right
    cut_edges = mesh.edges[is_cut]
    return Borders(start[real], end[real], left[real], right[real], cut_edges, labels[cut_edges], cuts[three])


def place_nodes(mesh: Mesh, borders: Borders, scores: Floats) -> Floats:
    """Coordinates of the nodes of `borders`: each cut lies where the scores of its two labels are equal.

    Parameters
    ----------
    mesh : Mesh
    borders : Borders
    scores : (k + 1, n) float
        How strongly each cell claims each vertex; the last row is `OUTSIDE`.

    Returns
    -------
    (nodes, 2) float
        Metres.
    """
    i, j = borders.cut_edges.T
    ours, theirs = borders.cut_labels.T
    lead = scores[ours, i] - scores[theirs, i]
    lag = scores[theirs, j] - scores[ours, j]
    total = lead + lag
    share = np.divide(lead, total, out=np.full(len(i), 0.5), where=total > 0)
    share = np.clip(share, NEAREST_CUT, 1 - NEAREST_CUT)[:, None]
    cuts = mesh.points[i] * (1 - share) + mesh.points[j] * share
    centres = cuts[borders.junctions - len(mesh.points)].mean(axis=1)
    return np.concatenate([mesh.points, cuts, centres])


def cell_m2(borders: Borders, nodes: Floats, cells: int) -> Floats:
    """Planar area (cells,) enclosed by the borders of each cell, by the shoelace formula."""
    a, b = nodes[borders.start], nodes[borders.end]
    swept = (a[:, 0] * b[:, 1] - a[:, 1] * b[:, 0]) / 2
    # OUTSIDE falls into the slot that is cut off.
    gained = np.bincount(borders.left % (cells + 1), swept, minlength=cells + 1)
    lost = np.bincount(borders.right % (cells + 1), swept, minlength=cells + 1)
    return np.asarray((gained - lost)[:cells], dtype=np.float64)


def rings(borders: Borders, cell: int) -> list[list[int]]:
    """Follow the borders of one cell to closed rings of nodes, the cell on the left (so holes run clockwise)."""
    forth, back = borders.left == cell, borders.right == cell
    following = dict(zip(borders.start[forth].tolist(), borders.end[forth].tolist(), strict=True))
    following |= zip(borders.end[back].tolist(), borders.start[back].tolist(), strict=True)
    closed_rings = []
    while following:
        first, node = following.popitem()
        ring = [first]
        while node != first:
            ring.append(node)
            node = following.pop(node)
        closed_rings.append(ring)
    return closed_rings
