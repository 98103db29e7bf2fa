"""Outlines keep their promises for any places and areas that fit the district."""

from __future__ import annotations

import itertools
import os
import subprocess
import sys

import geopandas as gpd
import pandas as pd
import pyproj
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from yzgeo.core.errors import InputError
from yzgeo.spatial.schematic.outlines import grow

pytestmark = pytest.mark.slow

CRS = "EPSG:4490"
ORIGIN = (121.5, 29.8)
METRES = pyproj.CRS.from_proj4(f"+proj=laea +lon_0={ORIGIN[0]} +lat_0={ORIGIN[1]} +ellps=GRS80 +units=m")
GEOD = pyproj.Geod(ellps="GRS80")
SQUARE = shapely.box(0, 0, 20_000, 20_000)
L_SHAPE = shapely.Polygon([(0, 0), (20_000, 0), (20_000, 9_000), (9_000, 9_000), (9_000, 20_000), (0, 20_000)])


def tables(
    plan: dict[str, tuple[float, dict[str, tuple[float, float]]]], ground: shapely.Polygon = SQUARE
) -> tuple[pd.DataFrame, pd.DataFrame, gpd.GeoDataFrame, gpd.GeoDataFrame]:
    """The four tables of zones given as {zone: (km², {place: (easting, northing)})}."""
    rows = [(zone, place, at) for zone, (_, members) in plan.items() for place, at in members.items()]
    zones = pd.DataFrame({"zone_id": list(plan), "usable_area_km2": [float(km2) for km2, _ in plan.values()]})
    zone_places = pd.DataFrame([(zone, place) for zone, place, _ in rows], columns=["zone_id", "place_id"])
    places = gpd.GeoDataFrame(
        {"place_id": [place for _, place, _ in rows], "uncertainty_m": [1000 + 100 * i for i in range(len(rows))]},
        geometry=[shapely.Point(at) for _, _, at in rows],
        crs=METRES,
    ).to_crs(CRS)
    return zones, zone_places, places, gpd.GeoDataFrame(geometry=[ground], crs=METRES).to_crs(CRS)


TOY = {
    "north": (30.0, {"n1": (5_000.0, 15_000.0), "n2": (9_000.0, 16_000.0)}),
    "east": (40.0, {"e1": (14_500.0, 8_500.0)}),
    "middle": (25.0, {"m1": (11_000.0, 9_500.0), "m2": (8_000.0, 7_000.0), "m3": (11_500.0, 5_000.0)}),
}


def broken_promises(outlines: gpd.GeoDataFrame, given_tables: tuple) -> list[str]:
    """Everything that is wrong with outlines, as sentences."""
    zones, zone_places, places, district = given_tables
    found = []
    metric = outlines.to_crs(METRES).geometry
    spots = places.to_crs(METRES).set_index("place_id").geometry
    cell_m = max((zones["usable_area_km2"].min() * 1e6) ** 0.5 / 13, 70.0)
    if outlines["zone_id"].tolist() != zones["zone_id"].tolist():
        found.append("rows are not in the order of the zones")
    for zone, km2, shape, plane in zip(
        zones["zone_id"], zones["usable_area_km2"], outlines.geometry, metric, strict=True
    ):
        signed_m2, _ = GEOD.geometry_area_perimeter(shape)
        if shape.geom_type != "Polygon" or not shape.is_valid:
            found.append(f"{zone} is not one valid polygon")
        if not shape.exterior.is_ccw:
            found.append(f"{zone} runs clockwise")
        if abs(signed_m2 / 1e6 / km2 - 1) > 1e-4:
            found.append(f"{zone} has {signed_m2 / 1e6} instead of {km2} km²")
        if not shape.within(district.geometry.iloc[0]):
            found.append(f"{zone} leaves the district")
        if any(round(value, 7) != value for value in shapely.get_coordinates(shape).ravel()):
            found.append(f"{zone} is not rounded")
        for place in zone_places.loc[zone_places["zone_id"] == zone, "place_id"]:
            if plane.distance(spots[place]) > cell_m:
                found.append(f"{zone} is {plane.distance(spots[place]):.0f} m from {place}")
    for a, b in itertools.combinations(range(len(outlines)), 2):
        if metric.iloc[a].intersection(metric.iloc[b]).area > 1.0:
            found.append(f"{outlines['zone_id'].iloc[a]} and {outlines['zone_id'].iloc[b]} overlap")
    if not shapely.coverage_is_valid(outlines.geometry.to_numpy()):
        found.append("neighbours do not share their vertices")
    return found


def test_toy_zones_keep_every_promise_and_touch() -> None:
    given_tables = tables(TOY)
    outlines = grow(*given_tables)
    assert broken_promises(outlines, given_tables) == []
    assert outlines["outline_basis"].tolist() == ["schematic"] * 3
    assert outlines["outline_uncertainty_m"].tolist() == [1100.0, 1200.0, 1500.0]
    assert outlines.crs == CRS
    east, middle = outlines.geometry.iloc[1], outlines.geometry.iloc[2]
    assert len(set(east.exterior.coords) & set(middle.exterior.coords)) > 5


@st.composite
def clustered_plans(draw: st.DrawFn) -> tuple[shapely.Polygon, dict]:
    """Zones whose places lie around centres 6 km and more apart, together below 60 % of the district."""
    ground = draw(st.sampled_from([SQUARE, L_SHAPE]))
    grid = [(x, y) for x in (4_000, 10_500, 16_500) for y in (4_000, 10_500, 16_500)]
    centres = [at for at in grid if ground.buffer(-2_500).contains(shapely.Point(at))]
    chosen = draw(st.lists(st.sampled_from(centres), min_size=1, max_size=5, unique=True))
    share_km2 = 0.6 * ground.area / 1e6 / len(chosen)
    offset = st.integers(-1_500, 1_500)
    plan = {}
    for k, (x, y) in enumerate(chosen):
        spots = draw(st.lists(st.tuples(offset, offset), min_size=1, max_size=3, unique=True))
        area_km2 = draw(st.floats(8.0, share_km2))
        plan[f"z{k}"] = (area_km2, {f"p{k}{i}": (x + dx, y + dy) for i, (dx, dy) in enumerate(spots)})
    return ground, plan


@settings(max_examples=20)
@given(clustered_plans())
def test_whatever_fits_the_district_is_drawn_as_promised(case: tuple[shapely.Polygon, dict]) -> None:
    ground, plan = case
    given_tables = tables(plan, ground)
    assert broken_promises(grow(*given_tables), given_tables) == []


@st.composite
def scattered_plans(draw: st.DrawFn) -> tuple[shapely.Polygon, dict]:
    """Zones whose places lie anywhere, so that they may have to go round each other."""
    ground = draw(st.sampled_from([SQUARE, L_SHAPE]))
    grid = [
        (x, y) for x in range(300, 20_000, 700) for y in range(300, 20_000, 700) if ground.contains(shapely.Point(x, y))
    ]
    spots_left = iter(draw(st.lists(st.sampled_from(grid), min_size=15, max_size=15, unique=True)))
    plan = {}
    for k in range(draw(st.integers(1, 5))):
        spots = itertools.islice(spots_left, draw(st.integers(1, 3)))
        area_km2 = draw(st.floats(8.0, 25.0))
        plan[f"z{k}"] = (area_km2, {f"p{k}{i}": at for i, at in enumerate(spots)})
    return ground, plan


@settings(max_examples=15)
@given(scattered_plans())
def test_places_in_a_tangle_are_drawn_as_promised_or_refused(case: tuple[shapely.Polygon, dict]) -> None:
    ground, plan = case
    given_tables = tables(plan, ground)
    try:
        flaws = broken_promises(grow(*given_tables), given_tables)
    except InputError as refusal:
        named = [zone for zone in plan if f"'{zone}'" in refusal.problem.en]
        flaws = [] if named else [f"the refusal names no zone: {refusal}"]
    assert flaws == []


@settings(max_examples=4)
@given(seed=st.integers(0, 2**31))
def test_order_of_rows_makes_no_difference(seed: int) -> None:
    zones, zone_places, places, district = tables(TOY)
    shuffled = grow(
        zones.sample(frac=1, random_state=seed),
        zone_places.sample(frac=1, random_state=seed),
        places.sample(frac=1, random_state=seed),
        district,
    ).set_index("zone_id")
    straight = grow(zones, zone_places, places, district).set_index("zone_id")
    assert shuffled.geometry.to_wkb().to_dict() == straight.geometry.to_wkb().to_dict()


def test_another_process_with_another_hash_seed_draws_the_same_bytes() -> None:
    script = "from tests.test_schematic import *; print(grow(*tables(TOY)).to_json())"
    printed = {
        subprocess.run(
            [sys.executable, "-c", script],
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert printed == {grow(*tables(TOY)).to_json() + "\n"}


def test_places_at_one_point_get_outlines_side_by_side() -> None:
    here = (10_000.0, 10_000.0)
    given_tables = tables({"a": (8.0, {"a1": here}), "b": (8.0, {"b1": here, "b2": (10_000.0, 13_000.0)})})
    assert broken_promises(grow(*given_tables), given_tables) == []


@pytest.mark.parametrize(
    ("plan", "problem"),
    [
        ({"a": (8.0, {})}, "zone 'a' has no place"),
        ({"a": (0.0, {"p": (5_000.0, 5_000.0)})}, "the usable area of zone 'a' is not a positive number"),
        ({"a": (float("nan"), {"p": (5_000.0, 5_000.0)})}, "the usable area of zone 'a' is not a positive number"),
        ({"a": (8.0, {"far": (25_000.0, 5_000.0)})}, "place 'far' lies outside the district"),
        ({"a": (370.0, {"p": (5_000.0, 5_000.0)})},
         "the zones sum to 370.00 km², above 90 % of the district (360.00 km²)"),
        ({"a": (0.01, {"p": (5_000.0, 5_000.0)})},
         "the smallest zone, 0.0100 km², is too small beside the district to be drawn"),
        (
            {"a": (1.0, {"p": (1_000.0, 1_000.0), "q": (19_000.0, 19_000.0)})},
            "zone 'a' cannot be drawn in one piece with its area",
        ),
    ],
)  # fmt: skip
def test_refusals_name_the_problem(plan: dict, problem: str) -> None:
    with pytest.raises(InputError) as refused:
        grow(*tables(plan))
    assert refused.value.problem.en == problem
    assert refused.value.remedy.en
    assert refused.value.problem.zh
    assert refused.value.remedy.zh


def test_a_place_without_a_point_is_named() -> None:
    zones, zone_places, places, district = tables(TOY)
    with pytest.raises(InputError, match="place 'e1' of zone 'east' has no point"):
        grow(zones, zone_places, places[places["place_id"] != "e1"], district)


def test_a_zone_with_places_but_without_area_is_named() -> None:
    zones, zone_places, places, district = tables(TOY)
    with pytest.raises(InputError, match="zone 'east' has places but no area"):
        grow(zones[zones["zone_id"] != "east"], zone_places, places, district)


def test_zones_on_two_islands_cannot_be_joined() -> None:
    zones, zone_places, places, _ = tables({"a": (9.0, {"p": (2_000.0, 2_000.0), "q": (18_000.0, 2_000.0)})})
    islands = shapely.MultiPolygon([shapely.box(0, 0, 8_000, 8_000), shapely.box(12_000, 0, 20_000, 8_000)])
    district = gpd.GeoDataFrame(geometry=[islands], crs=METRES).to_crs(CRS)
    with pytest.raises(InputError, match="the places of zone 'a' cannot be joined"):
        grow(zones, zone_places, places, district)
