"""Areas of overlaps from edges: GEOS as an independent judge where borders coincide, nearly coincide, or cross."""

from __future__ import annotations

from itertools import pairwise
from typing import Any
from unittest import mock

import numpy as np
import numpy.typing as npt
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import MultiPolygon, Polygon, box

from yzgeo.spatial.overlay.edge_areas import Shared, outlines_of, shared_areas, sizes
from yzgeo.spatial.overlay.zone_edges import index_edges, zones_of_points

CORNERS = st.tuples(st.integers(0, 12), st.integers(0, 12))
SAME = 1e-9
"""Part of a shape's area by which GEOS, which rounds crossings to coordinates, and we may differ."""


@st.composite
def shapes(draw: st.DrawFn) -> Any:
    """Boxes, with a hole or in two parts, or what a ring of corners on a lattice encloses; in either direction."""
    x, y = draw(CORNERS)
    width, height = draw(st.integers(1, 6)), draw(st.integers(1, 6))
    plain: Any = box(x, y, x + width, y + height)
    kind = draw(st.sampled_from(["box", "hole", "parts", "ring"]))
    if kind == "hole" and min(width, height) > 2:
        plain = Polygon(plain.exterior, [box(x + 1, y + 1, x + width - 1, y + height - 1).exterior])
    elif kind == "parts":
        plain = MultiPolygon([plain, box(x + width + 1, y, x + width + 2, y + height)])
    elif kind == "ring":
        ring = Polygon(draw(st.lists(CORNERS, min_size=3, max_size=9, unique=True)))
        ring = shapely.make_valid(ring, method="structure", keep_collapsed=False)
        if ring.area > 0:
            plain = ring
    return shapely.reverse(plain) if draw(st.booleans()) else plain


def found(parcels: list[Any], zones: list[Any], cells: int | None = None) -> tuple[Shared, npt.NDArray[np.float64]]:
    """The overlaps, and their areas as a table of parcels and zones."""
    shared = shared_areas(outlines_of(np.array(parcels)), len(parcels), index_edges(np.array(zones), cells))
    table = np.zeros((len(parcels), len(zones)))
    table[shared.shape, shared.zone] = shared.area
    return shared, table


def by_geos(parcels: list[Any], zones: list[Any]) -> npt.NDArray[np.float64]:
    return np.asarray(shapely.area(shapely.intersection(np.array(parcels)[:, None], np.array(zones)[None, :])))


def agree(parcels: list[Any], zones: list[Any], cells: int | None) -> None:
    _, table = found(parcels, zones, cells)
    apart = np.abs(table - by_geos(parcels, zones)) / shapely.area(parcels)[:, None]
    assert apart.max() < SAME


SOME = st.lists(shapes(), min_size=1, max_size=5)


@pytest.mark.slow
@settings(max_examples=150, deadline=None)
@given(SOME, SOME, st.integers(3, 40), st.sampled_from([0, 256]), st.sampled_from([8, 1 << 16]))
def test_agrees_with_geos_where_vertices_and_edges_coincide(
    parcels: list[Any], zones: list[Any], cells: int, few: int, at_once: int
) -> None:
    with (
        mock.patch("yzgeo.spatial.overlay.edge_areas.FEW", few),
        mock.patch("yzgeo.spatial.overlay.edge_areas.PAIRS_AT_ONCE", at_once),
    ):
        agree(parcels, zones, cells)


@pytest.mark.slow
@settings(max_examples=100, deadline=None)
@given(SOME, st.integers(3, 40), st.integers(-13, -3), st.sampled_from([(1, 0), (1 / 3, 0.1), (40, 350_000)]))
def test_agrees_with_geos_where_borders_differ_by_a_rounding(
    parcels: list[Any], cells: int, exponent: int, frame: tuple[float, float]
) -> None:
    scale, offset = frame
    place = lambda points: points * scale + offset  # noqa: E731
    waver = lambda points: points + scale * 10.0**exponent * np.sin(917.3 * points + 331.7 * points[:, ::-1])  # noqa: E731
    parcels = [shapely.transform(shape, place) for shape in parcels]
    zones = [shape for shape in (shapely.transform(shape, waver) for shape in parcels) if shape.is_valid]
    if zones:
        agree(parcels, zones, cells)


@settings(max_examples=60, deadline=None)
@given(SOME, st.lists(st.integers(1, 29), min_size=1, max_size=4, unique=True), st.integers(3, 40))
def test_zones_that_tile_share_out_the_whole_parcel(parcels: list[Any], cuts: list[int], cells: int) -> None:
    edges = [-5, *sorted(cuts), 40]
    zones = [box(left, -5, right, 40) for left, right in pairwise(edges)]
    _, table = found(parcels, zones, cells)
    assert table.sum(axis=1) == pytest.approx(shapely.area(parcels), rel=1e-12)


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(SOME, SOME, st.integers(3, 40))
def test_each_parcel_by_itself_gives_the_same_to_the_bit(parcels: list[Any], zones: list[Any], cells: int) -> None:
    _, together = found(parcels, zones, cells)
    alone = np.vstack([found([parcel], zones, cells)[1] for parcel in parcels])
    assert (together == alone).all()


@settings(max_examples=100, deadline=None)
@given(SOME, st.lists(st.tuples(st.integers(0, 36), st.integers(0, 36)), min_size=1, max_size=30), st.integers(3, 30))
def test_the_zones_of_a_point_are_those_around_it(zones: list[Any], places: list[tuple[int, int]], cells: int) -> None:
    edges = index_edges(np.array(zones), cells)
    x, y = np.array(places, dtype=float).T / 3 + [[0.10012345], [0.0537191]]  # on no line through corners
    inside = np.zeros((len(x), len(zones)))
    point, zone, change = zones_of_points(edges, x, y, np.zeros((len(x), 2)))
    np.add.at(inside, (point, zone), change)
    assert (inside == shapely.contains(np.array(zones)[None, :], shapely.points(x, y)[:, None])).all()


@settings(max_examples=60, deadline=None)
@given(SOME, SOME, st.integers(3, 40))
def test_paths_that_pass_too_near_to_a_border_are_not_needed(parcels: list[Any], zones: list[Any], cells: int) -> None:
    with mock.patch("yzgeo.spatial.overlay.zone_edges.UNSURE", 1e9):  # so that no path is ever sure
        agree(parcels, zones, cells)


def test_the_rim_of_an_overlap_is_its_perimeter() -> None:
    shared, _ = found([box(8, 0, 12, 1), box(1, 1, 3, 2), box(-5, -5, 20, 20)], [box(0, 0, 10, 9)])
    assert shared.rim.tolist() == [6, 6, 38]
    assert shared.inner.tolist() == [5, 6, 0]


def test_a_strip_between_two_drawings_of_a_border_is_as_wide_as_they_differ() -> None:
    shared, _ = found([box(9.999, 0, 20, 100)], [box(0, 0, 10, 100)])
    assert 2 * shared.area[0] / shared.rim[0] == pytest.approx(0.001, rel=1e-4)


def test_a_parcel_of_very_many_edges_in_a_zone_of_very_many() -> None:
    angle = np.linspace(0, 2 * np.pi, 6000, endpoint=False)
    star = lambda wave: np.column_stack([np.cos(angle), np.sin(angle)]) * (1000 + 20 * np.sin(wave * angle))[:, None]  # noqa: E731
    parcel, zone = Polygon(star(301)), shapely.transform(Polygon(star(299)), lambda points: points + 100)
    assert found([parcel], [zone])[1][0, 0] == pytest.approx(parcel.intersection(zone).area, rel=1e-12)


def test_a_border_that_ends_far_away_costs_no_precision() -> None:
    far = Polygon([(-4e6, -3e6), (5e6, 4e6 + 0.25), (5e6, -3e6)])
    for parcel in (box(0, 0, 1, 1), box(1e-3, 0.11, 2e-3, 0.112), box(0.5, -200, 0.6, 400)):
        expected = parcel.intersection(far.intersection(box(-500, -500, 500, 500))).area
        assert found([parcel], [far], 64)[1][0, 0] == pytest.approx(expected, abs=1e-9 * parcel.area)


def test_sizes_count_holes_and_parts() -> None:
    holed = Polygon(box(0, 0, 4, 4).exterior, [box(1, 1, 2, 2).exterior])
    area, perimeter = sizes(outlines_of(np.array([holed, MultiPolygon([box(0, 0, 1, 1), box(2, 0, 3, 1)])])), 2)
    assert area.tolist() == [15, 2]
    assert perimeter.tolist() == [20, 8]
