"""The formulas of GCJ-02 and BD-09, held against a maintained library where it has wheels."""

from __future__ import annotations

from typing import Any

import geopandas as gpd
import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from yzgeo.core.errors import InputError
from yzgeo.readers.gcj02 import from_wgs84, to_wgs84

MICROMETRE = 1e-11  # of a degree
EVERYWHERE = np.array([(lon, lat) for lon in np.arange(60, 145, 0.87) for lat in np.arange(-5, 60, 0.91)])
IN_CHINA = arrays(float, (5, 2), elements=st.floats(0, 1)).map(lambda share: [75, 19] + share * [59, 33])


@pytest.fixture(scope="module")
def library() -> Any:
    return pytest.importorskip("geocoordinates_ffi", reason="run pip install geocoordinates-rs")


@pytest.mark.parametrize("datum", ["gcj02", "bd09"])
def test_points_are_shifted_as_a_maintained_library_shifts_them(library: Any, datum: str) -> None:
    forward = {"gcj02": library.wgs84_to_gcj02, "bd09": library.wgs84_to_bd09}[datum]
    expected = [forward(library.Wgs84(lat=lat, lon=lon)) for lon, lat in EVERYWHERE.tolist()]
    off = np.abs(from_wgs84(EVERYWHERE, datum) - [(point.lon, point.lat) for point in expected])
    assert off.max() < MICROMETRE


@pytest.mark.parametrize("datum", ["gcj02", "bd09"])
@given(points=IN_CHINA)
def test_a_shift_that_is_taken_off_is_gone(points: np.ndarray, datum: str) -> None:
    shifted = gpd.GeoSeries([shapely.MultiPoint(from_wgs84(points, datum))], crs="EPSG:4326")
    (back,), change = to_wgs84(None, shifted, datum)
    assert np.abs(shapely.get_coordinates(back) - points).max() < 1e-9
    assert change.new == "WGS 84"


def test_abroad_nothing_is_shifted_by_gcj02() -> None:
    paris = np.array([[2.35, 48.85]])
    assert (from_wgs84(paris) == paris).all()


def test_known_shifts() -> None:
    """What the script of the page is tested with, too."""
    assert from_wgs84(np.array([[121.55, 29.8]])) == pytest.approx(np.array([[121.55415246074318, 29.79741107192127]]))


def test_no_points_and_no_shapes_stay_as_they_are() -> None:
    for shapes in ([], [None], [shapely.Polygon()]):
        assert len(to_wgs84(None, gpd.GeoSeries(shapes, crs="EPSG:4326"), "bd09")[0]) == len(shapes)


def test_metres_are_refused() -> None:
    with pytest.raises(InputError, match="for degrees"):
        to_wgs84(None, gpd.GeoSeries([shapely.Point(500000, 3300000)], crs="EPSG:4549"), "gcj02")
