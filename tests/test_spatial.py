"""Areas, membership and GeoJSON on shapes whose answers are seen at a glance."""

from __future__ import annotations

import json
import math
from typing import Any

import geopandas as gpd
import pandas as pd
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely import Point, Polygon, box

from yzgeo.export.formats import geojson
from yzgeo.spatial.area import ellipsoidal_m2
from yzgeo.spatial.crs import equal_area
from yzgeo.spatial.membership import relation, zone_of_places

CRS = "EPSG:4490"


def test_the_whole_ellipsoid_has_the_area_of_the_textbook() -> None:
    octant = gpd.GeoSeries([box(0, 0, 90, 90)], crs=CRS)
    assert ellipsoidal_m2(octant).iloc[0] == pytest.approx(510_065_621.7e6 / 8, rel=1e-6)  # GRS80, Moritz (2000)


def test_holes_count_nothing_and_ring_order_does_not_matter() -> None:
    outer, hole = box(121.0, 29.0, 121.1, 29.1), box(121.02, 29.02, 121.04, 29.04)
    holed = Polygon(outer.exterior, [hole.exterior])
    turned = Polygon(list(outer.exterior.coords)[::-1], [list(hole.exterior.coords)[::-1]])
    areas = ellipsoidal_m2(gpd.GeoSeries([outer, hole, holed, turned, None, Polygon()], crs=CRS))
    assert areas[2] == pytest.approx(areas[0] - areas[1])
    assert areas[3] == areas[2]
    assert areas[4] == areas[5] == 0


@pytest.mark.slow
@given(st.floats(116, 126), st.floats(20, 40), st.floats(0.01, 0.5), st.floats(0.01, 0.5))
def test_the_planar_area_in_the_equal_area_projection_is_the_ellipsoidal_one(
    west: float, south: float, width: float, height: float
) -> None:
    """Two independent ways to an area: an equal-area projection, and integration along geodesics."""
    fine = shapely.segmentize(box(west, south, west + width, south + height), 0.01)
    series = gpd.GeoSeries([fine], crs=CRS)
    assert series.to_crs(equal_area(series)).area.iloc[0] == pytest.approx(ellipsoidal_m2(series).iloc[0], rel=1e-6)


def test_words_count_for_schematic_outlines_and_location_for_official_ones() -> None:
    places = gpd.GeoDataFrame({"place_id": ["a", "b", "c"]}, geometry=[Point(1, 1), Point(5, 5), Point(9, 9)], crs=CRS)
    zones = gpd.GeoDataFrame(
        {"zone_id": ["drawn", "grown"], "outline_basis": ["official", "schematic"]},
        geometry=[box(0, 0, 2, 2), box(4, 4, 10, 10)],
        crs=CRS,
    )
    words = pd.DataFrame({"zone_id": ["drawn", "grown"], "place_id": ["b", "c"]})
    found = zone_of_places(places, zones, words)
    assert found["a"] == "drawn"  # it lies there, whatever the words
    assert pd.isna(found["b"])  # named for the drawn zone but outside its official outline
    assert found["c"] == "grown"


@pytest.mark.parametrize(
    ("lon", "expected"), [(121.55, "inside"), (121.605, "within_uncertainty"), (121.65, "outside")]
)
def test_relation_of_a_point_to_an_outline(lon: float, expected: str) -> None:
    # 0.005 degrees of longitude are about 484 m here.
    assert relation(Point(lon, 29.75), 500, box(121.5, 29.7, 121.6, 29.8), CRS) == expected


values = st.none() | st.integers(-10, 10) | st.floats(allow_nan=False, allow_infinity=False) | st.text()


@given(
    st.lists(st.tuples(values, st.tuples(st.floats(-180, 180), st.floats(-90, 90)) | st.none()), min_size=1, max_size=5)
)
def test_geojson_keeps_every_row_text_and_place(rows: list[tuple[Any, Any]]) -> None:
    points = [None if place is None else Point(place) for _, place in rows]
    frame = gpd.GeoDataFrame(
        {"value": pd.Series([value for value, _ in rows], dtype=object)}, geometry=points, crs="EPSG:4326"
    )
    read = json.loads(geojson.text(frame))["features"]
    assert len(read) == len(rows)
    for feature, (value, place) in zip(read, rows, strict=True):
        assert feature["properties"]["value"] == value
        if place is None:
            assert feature["geometry"] is None
        else:
            assert all(map(math.isclose, feature["geometry"]["coordinates"], [round(c, 7) + 0.0 for c in place]))
