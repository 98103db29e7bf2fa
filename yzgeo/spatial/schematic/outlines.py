"""Grow schematic outlines of zones from the places that form a zone, until their area is the area of the plan."""

from __future__ import annotations

import math

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely
from pyproj import Transformer
from scipy.sparse import csr_array
from scipy.sparse.csgraph import dijkstra
from scipy.spatial import cKDTree
from shapely.geometry.base import BaseGeometry

from yzgeo.core.errors import InputError
from yzgeo.core.i18n import Text
from yzgeo.core.units import M2_PER_KM2
from yzgeo.spatial.area import ellipsoidal_m2
from yzgeo.spatial.crs import CGCS2000, equal_area
from yzgeo.spatial.schematic.growth import NoRoomError, Site, attached, cells_of_area, influence
from yzgeo.spatial.schematic.mesh import Borders, Floats, Ints, Mesh, rim_vertices, rings, triangulate

LARGEST_SHARE = 0.9
"""Zones may take this much of the district; beyond it the shapes say more about its edge than about the places."""
CELLS_ACROSS = 13.0
"""Mesh edges along the side of a square as large as the smallest zone: about 100 vertices around that zone."""
MOST_VERTICES = 100_000
"""Cap of the mesh, for time and memory (some 8 s)."""
FEWEST_CELLS = 30.0
"""A zone with fewer mesh cells than this would show the mesh instead of its places."""
LINK_WIDTH_M = 400.0
"""Built-up land follows the links between settlements about this far to either side."""
LINK_SPEED_GAIN = 3.0
"""How much faster growth is on a link than in open country."""
REACH = 0.18
"""Length over which a place's influence falls to 1/e, in radii of a circle as large as the mean zone: short enough
that the links show, long enough that outlines stay smooth."""
CORE = 0.3
"""Radius of the core of each place, in radii of a circle as large as its share of the zone: it shows as a lobe."""
AREA_TOLERANCE = 1e-5
"""Relative error of area that is accepted after coordinates are rounded; typical is 1e-7."""
DECIMALS = 7
"""Degrees are rounded to about a centimetre."""


def grow(
    zones: pd.DataFrame, zone_places: pd.DataFrame, places: gpd.GeoDataFrame, district: gpd.GeoDataFrame
) -> gpd.GeoDataFrame:
    """Grow a schematic outline for each zone: of the area and around the places that the plan states.

    The only inputs are the places, the areas and the district, so an outline indicates a location, never a
    boundary. The places of a zone are joined by the cheapest path that keeps clear of other zones. From there an
    influence spreads and fades over a triangular mesh (screened Poisson equation, linear finite elements; faster
    along the Gabriel graph of all places, as built-up land follows the roads between settlements). A zone is where
    its influence, times a factor, is above a common threshold and above that of every other zone; the factors are
    solved for, so that every area is met at once (semi-discrete optimal transport; Aurenhammer, Hoffmann and Aronov
    1998, https://doi.org/10.1007/PL00009187).

    Parameters
    ----------
    zones : DataFrame
        Columns zone_id, usable_area_km2 (ellipsoidal square kilometres).
    zone_places : DataFrame
        Columns zone_id, place_id: what the plan says a zone is formed of.
    places : GeoDataFrame
        Columns place_id, uncertainty_m; points in any CRS (plan folders: EPSG:4490).
    district : GeoDataFrame
        One polygon in any CRS (plan folders: EPSG:4490).

    Returns
    -------
    GeoDataFrame
        A row for each zone, in the order of `zones`, in EPSG:4490: zone_id, outline_basis ("schematic"),
        outline_uncertainty_m (the largest uncertainty of its places) and geometry, one valid polygon inside the
        district, counter-clockwise, rounded to 7 decimals, its ellipsoidal area within 1e-5 of the stated one
        (relative). Outlines do not overlap, neighbours share their vertices. A place lies in its own outline or
        within one mesh edge of it (some 190 m in a district of 800 km²), or two where places of several zones
        coincide. The order of rows in the tables makes no
        difference, and the same input gives the same bytes.

    Raises
    ------
    InputError
        A zone without places or without a positive area; a zone or place that is named but missing; a place
        outside the district; areas above 90 % of the district; a zone too small beside the district, or whose
        places cannot be joined, or that has no room between the others.

    >>> from shapely import Point, box
    >>> outlines = grow(
    ...     pd.DataFrame({"zone_id": ["port"], "usable_area_km2": [4.0]}),
    ...     pd.DataFrame({"zone_id": ["port", "port"], "place_id": ["quay", "town"]}),
    ...     gpd.GeoDataFrame(
    ...         {"place_id": ["quay", "town"], "uncertainty_m": [1000, 1500]},
    ...         geometry=[Point(121.53, 29.55), Point(121.55, 29.56)], crs=CGCS2000,
    ...     ),
    ...     gpd.GeoDataFrame(geometry=[box(121.5, 29.5, 121.6, 29.6)], crs=CGCS2000),
    ... )
    >>> row = outlines.iloc[0]
    >>> print(f"{row.zone_id}: {ellipsoidal_m2(outlines.geometry).iloc[0] / 1e6:.4f} km², {row.outline_basis}, "
    ...       f"places known to {row.outline_uncertainty_m:.0f} m")
    port: 4.0000 km², schematic, places known to 1500 m
    """
    crs = equal_area(district.geometry)
    district_shape = district.to_crs(crs).geometry.union_all()
    metric = places.to_crs(crs).sort_values("place_id").set_index("place_id")
    metric = metric[~(metric.geometry.is_empty | metric.geometry.isna())]
    members = _members(zones, zone_places, metric, district_shape)
    usable_km2 = zones.set_index("zone_id")["usable_area_km2"].loc[list(members)]
    target = np.asarray(usable_km2, dtype=np.float64) * M2_PER_KM2

    mesh = triangulate(district_shape, _spacing(district_shape.area, target))
    at = shapely.get_coordinates(metric.geometry.to_numpy())
    position = pd.Series(np.arange(len(metric)), index=metric.index)
    seats = _seats(mesh, {zone: at[position.loc[ids].to_numpy()] for zone, ids in members.items()})
    speed = _speed(mesh.points, at)
    skeletons = _skeletons(mesh, speed, seats)
    try:
        borders, nodes = _cells(mesh, speed, seats, skeletons, target)
    except NoRoomError as error:
        raise _no_room(list(members)[error.cell]) from error

    to_degrees = Transformer.from_crs(crs, CGCS2000, always_xy=True)
    degrees = np.round(np.column_stack(to_degrees.transform(*nodes.T)), DECIMALS)
    polygons = {zone: _polygon(borders, degrees, cell) for cell, zone in enumerate(members)}
    outlines = gpd.GeoSeries(polygons, crs=CGCS2000)
    _verify(outlines, target)
    return gpd.GeoDataFrame(
        {
            "zone_id": zones["zone_id"].to_numpy(),
            "outline_basis": "schematic",
            "outline_uncertainty_m": [
                float(metric.loc[members[zone], "uncertainty_m"].max()) for zone in zones["zone_id"]
            ],
        },
        geometry=outlines.loc[zones["zone_id"]].to_numpy(),
        crs=CGCS2000,
    )


def _members(
    zones: pd.DataFrame, zone_places: pd.DataFrame, places: gpd.GeoDataFrame, district_shape: BaseGeometry
) -> dict[str, list[str]]:
    """Places of each zone, both sorted by identifier; zones that cannot be drawn are refused."""
    repeated = (
        zones.loc[zones["zone_id"].duplicated(), "zone_id"].tolist() + places.index[places.index.duplicated()].tolist()
    )
    if repeated:
        raise InputError(
            Text(f"编号“{repeated[0]}”重复", f"the identifier '{repeated[0]}' occurs twice"),
            Text("每个编号只保留一行", "keep one row for each identifier"),
        )
    members = {zone: sorted(set(zone_places.loc[zone_places["zone_id"] == zone, "place_id"]))
               for zone in sorted(zones["zone_id"])}  # fmt: skip
    for zone in sorted(set(zone_places["zone_id"]) - set(members)):
        raise InputError(
            Text(f"片区“{zone}”列有地点，但没有面积", f"zone '{zone}' has places but no area"),
            Text("在zones.csv中补上该区", "add the zone to the table of zones"),
        )
    for zone, area_km2 in zip(zones["zone_id"], zones["usable_area_km2"].astype(float), strict=True):
        if not (np.isfinite(area_km2) and area_km2 > 0):
            raise InputError(
                Text(f"片区“{zone}”的可用面积不是正数", f"the usable area of zone '{zone}' is not a positive number"),
                Text("填写平方公里数，如 16.88", "state square kilometres, such as 16.88"),
                column="usable_area_km2",
            )
    for zone, ids in members.items():
        if not ids:
            raise InputError(
                Text(f"片区“{zone}”没有任何地点", f"zone '{zone}' has no place"),
                Text("至少列出一个构成该区的镇、村或园区", "list at least one town, village or park that forms it"),
            )
        for place in ids:
            if place not in places.index:
                raise InputError(
                    Text(f"片区“{zone}”的地点“{place}”没有坐标", f"place '{place}' of zone '{zone}' has no point"),
                    Text(
                        "在 places.csv 中补上该点，或以所在镇的点代替",
                        "add the point, or let that of its town stand in",
                    ),
                )
            if not shapely.covers(district_shape, places.geometry.loc[place]):
                raise InputError(
                    Text(f"地点“{place}”不在行政区范围内", f"place '{place}' lies outside the district"),
                    Text(
                        "检查其经纬度是否有误或颠倒", "check its longitude and latitude, and whether they are swapped"
                    ),
                    file="places.csv",
                )
    total_km2, limit_km2 = (
        zones["usable_area_km2"].astype(float).sum(),
        LARGEST_SHARE * district_shape.area / M2_PER_KM2,
    )
    if total_km2 > limit_km2:
        raise InputError(
            Text(
                f"各区面积合计 {total_km2:.2f} 平方公里，超过行政区的 90%（{limit_km2:.2f} 平方公里）",
                f"the zones sum to {total_km2:.2f} km², above 90 % of the district ({limit_km2:.2f} km²)",
            ),
            Text("检查面积单位（应为平方公里）和行政区范围", "check the unit of the areas (km²) and the district"),
            file="zones.csv",
            column="usable_area_km2",
        )
    return members


def _spacing(district_m2: float, target: Floats) -> float:
    """Length of mesh edges: fine enough for the smallest zone, as far as the cap allows."""
    vertex_share = math.sqrt(3) / 2
    finest = math.sqrt(district_m2 / vertex_share / MOST_VERTICES)
    spacing = max(math.sqrt(target.min()) / CELLS_ACROSS, finest)
    if target.min() < FEWEST_CELLS * vertex_share * spacing**2:
        raise InputError(
            Text(
                f"面积最小的区只有 {target.min() / M2_PER_KM2:.4f} 平方公里，相对行政区太小，无法画出示意范围",
                f"the smallest zone, {target.min() / M2_PER_KM2:.4f} km², is too small beside the district to be drawn",
            ),
            Text(
                "检查面积单位（应为平方公里），或以该区附近的范围作为行政区",
                "check its unit (km²), or give a smaller district around it",
            ),
        )
    return spacing


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


def _verify(outlines: gpd.GeoSeries, target: Floats) -> None:
    """Refuse outlines that rounding made invalid or of the wrong area; no case has been seen."""
    error = np.abs(ellipsoidal_m2(outlines).to_numpy() / target - 1)
    for zone, flaw in zip(outlines.index, (error > AREA_TOLERANCE) | ~outlines.is_valid.to_numpy(), strict=True):
        if flaw:
            raise _no_room(str(zone))
