"""Zones grown to their areas: each by itself, those that touch together."""

from __future__ import annotations

from typing import NamedTuple

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import pyproj
import shapely
from pyproj import Transformer
from scipy.sparse import coo_array, csr_array
from scipy.sparse.csgraph import connected_components, dijkstra, minimum_spanning_tree
from scipy.spatial import cKDTree
from scipy.spatial.distance import cdist
from shapely.geometry.base import BaseGeometry

from yzgeo.core.errors import InputError
from yzgeo.core.i18n import Text
from yzgeo.spatial.area import ellipsoidal_m2
from yzgeo.spatial.crs import CGCS2000
from yzgeo.spatial.schematic.growth import NoRoomError, Site, attached, cells_of_area, influence
from yzgeo.spatial.schematic.mesh import Borders, Floats, Ints, Mesh, rim_vertices, rings, triangulate

CELLS_ACROSS = 16.0
"""Mesh edges along the side of a square as large as the zone: about 300 vertices in it."""
COARSEST_M = 400.0
"""Mesh edges in a large zone are no longer than this, so that links between places show."""
FINE_RADII = 1.5
"""The mesh is as fine as a zone asks up to this distance from its places, in radii of a circle of its area."""
COARSENING = 0.25
"""Farther off, mesh edges grow by this many metres a metre."""
LONGEST_LINKS = 2.0
"""A zone whose places lie so far apart that a strip one mesh edge wide between them has this many times its area is
refused at once: its mesh would have no end of vertices."""
LINK_WIDTH_M = 400.0
"""Built-up land follows the links between settlements about this far to either side."""
LINK_SPEED_GAIN = 3.0
"""How much faster growth is on a link than in open country."""
REACH = 0.18
"""Length over which a place's influence falls to 1/e, in radii of a circle as large as the mean zone: short enough
that the links show, long enough that outlines stay smooth."""
CORE = 0.3
"""Radius of the core of each place, in radii of a circle as large as its share of the zone: it shows as a lobe."""
AREA_TOLERANCE, AREA_TOLERANCE_M2 = 1e-5, 1.0
"""Error of area that is accepted after coordinates are rounded, the larger of the two; typical is 1e-7."""
DECIMALS = 7
"""Degrees are rounded to about a centimetre."""


class Ground(NamedTuple):
    """The land that outlines may take, in metres, and the equal-area CRS of these metres."""

    shape: BaseGeometry
    crs: pyproj.CRS


class Seed(NamedTuple):
    """What a zone grows from and to.

    Attributes
    ----------
    at : (n, 2) float
        Its places, metres in the CRS of the ground.
    m2 : float
        Its area.
    """

    at: Floats
    m2: float


def side_by_side(seeds: dict[str, Seed], ground: Ground) -> dict[str, shapely.Polygon]:
    """Outlines of zones, by zone, in EPSG:4490, that share no land.

    A zone that no other touches depends on its own seed and the ground alone. Zones that touch when grown apart are
    grown together, until no group touches another.

    Raises
    ------
    InputError
        A zone whose places cannot be joined, or that has no room between the others.

    >>> ground = Ground(shapely.box(0, 0, 2e4, 2e4), pyproj.CRS("+proj=laea +lat_0=30 +lon_0=120 +ellps=GRS80"))
    >>> one = Seed(np.array([[5e3, 5e3]]), 4e6)
    >>> near, far = (Seed(np.array([[x, x]]), 4e6) for x in (6e3, 15e3))
    >>> alone = side_by_side({"a": one}, ground)["a"]
    >>> print([side_by_side({"a": one, "b": other}, ground)["a"] == alone for other in (near, far)])
    [False, True]
    """
    to_degrees = Transformer.from_crs(ground.crs, CGCS2000, always_xy=True)
    groups: list[tuple[str, ...]] = [(zone,) for zone in sorted(seeds)]
    if not groups:
        return {}
    grown: dict[tuple[str, ...], list[shapely.Polygon]] = {}
    while True:
        for group in groups:
            if group not in grown:
                grown[group] = _grow_together({zone: seeds[zone] for zone in group}, ground.shape, to_degrees)
        joined = _joined_where_touching(groups, grown)
        if len(joined) == len(groups):
            return {zone: outline for group in groups for zone, outline in zip(group, grown[group], strict=True)}
        groups = joined


def _joined_where_touching(
    groups: list[tuple[str, ...]], grown: dict[tuple[str, ...], list[shapely.Polygon]]
) -> list[tuple[str, ...]]:
    """The groups, those with outlines that touch made one."""
    outlines = [outline for group in groups for outline in grown[group]]
    of_group = np.repeat(np.arange(len(groups)), [len(group) for group in groups])
    one, other = of_group[shapely.STRtree(outlines).query(outlines, predicate="intersects")]
    graph = coo_array((np.ones(len(one)), (one, other)), shape=(len(groups), len(groups)))
    count, component = connected_components(graph, directed=False)
    return [
        tuple(sorted(zone for group, at in zip(groups, component, strict=True) if at == number for zone in group))
        for number in range(count)
    ]


def _grow_together(seeds: dict[str, Seed], ground: BaseGeometry, to_degrees: Transformer) -> list[shapely.Polygon]:
    """The outlines of one group, whose areas are met at once."""
    target = np.array([seed.m2 for seed in seeds.values()])
    edge_m = np.minimum(np.sqrt(target) / CELLS_ACROSS, COARSEST_M)
    trees = [_tree(seed.at) for seed in seeds.values()]
    for zone, tree, edge, m2 in zip(seeds, trees, edge_m, target, strict=True):
        if shapely.length(tree) * edge > LONGEST_LINKS * m2:
            raise _no_room(zone)
    fine = [(cKDTree(shapely.get_coordinates(shapely.segmentize(tree, edge))), edge, FINE_RADII * np.sqrt(m2 / np.pi))
            for tree, edge, m2 in zip(trees, edge_m, target, strict=True)]  # fmt: skip

    def spacing(points: Floats) -> Floats:
        asked = [edge + COARSENING * np.maximum(near.query(points)[0] - radius, 0.0) for near, edge, radius in fine]
        return np.asarray(np.min(asked, axis=0), dtype=np.float64)

    mesh = triangulate(ground, spacing, float(edge_m.min()))
    at = np.concatenate([seed.at for seed in seeds.values()])
    seats = _seats(mesh, {zone: seed.at for zone, seed in seeds.items()})
    speed = _speed(mesh.points, at)
    skeletons = _skeletons(mesh, speed, seats)
    try:
        borders, nodes = _cells(mesh, speed, seats, skeletons, target)
    except NoRoomError as error:
        raise _no_room(list(seeds)[error.cell]) from error
    degrees = np.round(np.column_stack(to_degrees.transform(*nodes.T)), DECIMALS)
    outlines = [_polygon(borders, degrees, cell) for cell in range(len(seeds))]
    _verify(dict(zip(seeds, outlines, strict=True)), target)
    return outlines


def _tree(at: Floats) -> BaseGeometry:
    """The shortest lines that join all places, in one geometry; one place gives a point."""
    spots = np.unique(at, axis=0)
    i, j = minimum_spanning_tree(cdist(spots, spots)).nonzero()
    if not len(i):
        return shapely.Point(spots[0])
    return shapely.MultiLineString(np.stack([spots[i], spots[j]], axis=1).tolist())


def _speed(points: Floats, places: Floats) -> Floats:
    """How fast zones grow at each point, (n,) float64: faster near the Gabriel graph of the places.

    Gabriel and Sokal 1969, https://doi.org/10.2307/2412323.
    """
    sites = np.unique(places, axis=0)
    i, j = np.triu_indices(len(sites), k=1)
    middle, radius = (sites[i] + sites[j]) / 2, np.hypot(*(sites[i] - sites[j]).T) / 2
    if not len(i):
        return np.ones(len(points))
    nearest, _ = cKDTree(sites).query(middle)
    linked = nearest >= radius * (1 - 1e-9)
    links = shapely.multilinestrings(shapely.linestrings(np.stack([sites[i], sites[j]], axis=1)[linked]))
    shapely.prepare(links)
    distance = shapely.distance(shapely.points(points), links)
    return np.asarray(1 + LINK_SPEED_GAIN * np.exp(-((distance / LINK_WIDTH_M) ** 2)), dtype=np.float64)


def _no_room(zone: str) -> InputError:
    return InputError(
        Text(f"片区“{zone}”无法按其面积成片画出", f"zone '{zone}' cannot be drawn in one piece with its area"),
        Text(
            "检查其面积单位（应为平方公里）和各地点的位置：地点之间相距过远，或被其他区隔开",
            "check the unit of its area (km²) and its places: they lie too far apart, or other zones lie between them",
        ),
    )


def _seats(mesh: Mesh, at: dict[str, Floats]) -> dict[str, Ints]:
    """Give each place of each zone a vertex of its own, the nearest free one off the mesh's edge."""
    free = np.flatnonzero(~rim_vertices(mesh))
    places_total = sum(len(points) for points in at.values())
    if len(free) < places_total:
        raise _no_room(next(iter(at)))
    tree = cKDTree(mesh.points[free])
    taken: set[int] = set()
    seats = {}
    for zone, points in at.items():
        chosen = []
        for point in points:
            _, near = tree.query(point, k=np.arange(1, places_total + 1))
            chosen.append(next(int(v) for v in free[near] if int(v) not in taken))
            taken.add(chosen[-1])
        seats[zone] = np.array(chosen, dtype=np.int64)
    return seats


def _skeletons(mesh: Mesh, speed: Floats, seats: dict[str, Ints]) -> dict[str, Ints]:
    """Join the places of each zone by a tree of shortest paths; zones whose places lie closest together come first."""
    spread = {zone: float(np.ptp(mesh.points[own], axis=0).sum()) for zone, own in seats.items()}
    blocked = np.zeros(len(mesh.points), dtype=bool)
    blocked[np.concatenate(list(seats.values()))] = True
    skeletons = {}
    for zone in sorted(seats, key=lambda zone: (spread[zone], zone)):
        blocked[seats[zone]] = False
        skeletons[zone] = _join(mesh, speed, zone, seats[zone], blocked)
        blocked[skeletons[zone]] = True
    return {zone: skeletons[zone] for zone in seats}


def _cells(
    mesh: Mesh, speed: Floats, seats: dict[str, Ints], skeletons: dict[str, Ints], target: Floats
) -> tuple[Borders, Floats]:
    """Grow the zones from lobes around their places, or from skeletons alone where a lobe locks a zone in."""
    reach_m = REACH * float(np.sqrt(target.mean() / np.pi))
    speed = speed[mesh.triangles].mean(axis=1)
    for z, skeleton in enumerate(skeletons.values()):
        if mesh.vertex_m2[skeleton].sum() > target[z]:
            raise NoRoomError(z)
    bare = [Site(skeleton, skeleton) for skeleton in skeletons.values()]
    lobed = _with_cores(mesh, seats, bare, target)
    try:
        return cells_of_area(mesh, influence(mesh, speed, reach_m, lobed), lobed, target)
    except NoRoomError:
        return cells_of_area(mesh, influence(mesh, speed, reach_m, bare), bare, target)


def _with_cores(mesh: Mesh, seats: dict[str, Ints], bare: list[Site], target: Floats) -> list[Site]:
    """Add to each skeleton the surroundings of its places, as far as they are nearer than those of other zones."""
    distance, nearest = cKDTree(mesh.points[np.concatenate(list(seats.values()))]).query(mesh.points)
    owner = np.repeat(np.arange(len(seats)), [len(own) for own in seats.values()])[nearest]
    taken = np.zeros(len(mesh.points), dtype=bool)
    taken[np.concatenate([site.skeleton for site in bare])] = True
    sites = []
    for z, (own, site) in enumerate(zip(seats.values(), bare, strict=True)):
        radius = CORE * np.sqrt(target[z] / len(own) / np.pi)
        core = (owner == z) & (distance <= radius) & ~taken
        core[site.skeleton] = True
        sites.append(Site(site.skeleton, np.flatnonzero(attached(mesh, core, int(own[0])))))
    return sites


def _join(mesh: Mesh, speed: Floats, zone: str, seats: Ints, blocked: npt.NDArray[np.bool_]) -> Ints:
    """Vertices of the quickest tree that reaches one place after the other from the first."""
    i, j = mesh.edges[~blocked[mesh.edges].any(axis=1)].T
    time = np.hypot(*(mesh.points[i] - mesh.points[j]).T) / (speed[i] + speed[j])
    graph = csr_array((time, (i, j)), shape=(len(mesh.points), len(mesh.points)))
    tree, missing = [int(seats[0])], {int(v) for v in seats[1:]}
    while missing:
        far, before, _ = dijkstra(graph, directed=False, indices=tree, min_only=True, return_predecessors=True)
        vertex = min(missing, key=lambda v: (far[v], v))
        if not np.isfinite(far[vertex]):
            raise InputError(
                Text(f"片区“{zone}”的各地点无法连成一片", f"the places of zone '{zone}' cannot be joined"),
                Text(
                    "检查这些地点是否被行政区边界或其他区隔开",
                    "check whether the district's edge or other zones lie between them",
                ),
            )
        while vertex not in tree:
            tree.append(vertex)
            missing.discard(vertex)
            vertex = int(before[vertex])
    return np.array(sorted(tree), dtype=np.int64)


def _polygon(borders: Borders, degrees: Floats, cell: int) -> shapely.Polygon:
    """One cell as a polygon; the cell is on the left of its rings, so the shell runs counter-clockwise."""
    shell, *holes = sorted(
        (degrees[ring] for ring in rings(borders, cell)), key=lambda ring: shapely.Polygon(ring).area, reverse=True
    )
    return shapely.Polygon(shell, holes)


def _verify(outlines: dict[str, shapely.Polygon], target: Floats) -> None:
    """Refuse outlines that rounding made invalid or of the wrong area; no case has been seen."""
    shapes = gpd.GeoSeries(outlines, crs=CGCS2000)
    error_m2 = np.abs(ellipsoidal_m2(shapes).to_numpy() - target)
    flaws = (error_m2 > np.maximum(AREA_TOLERANCE * target, AREA_TOLERANCE_M2)) | ~shapes.is_valid.to_numpy()
    for zone, flaw in zip(outlines, flaws, strict=True):
        if flaw:
            raise _no_room(zone)
