"""What coordinates mean: belts, axes, grids, old datums, shifted maps, and refusals that name both facts."""

from __future__ import annotations

from pathlib import Path

import geopandas as gpd
import numpy as np
import pyproj
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import box

from yzgeo.core.errors import InputError
from yzgeo.readers import crs_detection, gcj02, reading
from yzgeo.readers.source import Source
from yzgeo.spatial.crs import GEOD
from yzgeo.spatial.gauss_kruger import THREE_DEGREE, central_meridian, gauss_kruger

FILE = Path("a.shp")
SQUARE = box(121.55, 29.80, 121.56, 29.81)
DISTRICT = gpd.GeoSeries([box(121.4, 29.6, 121.9, 29.95)], crs="EPSG:4490")
XIAN = "+proj=tmerc +lat_0=0 +lon_0=120 +x_0=500000 +a=6378140 +rf=298.257 +units=m"


def placed(
    shape: shapely.Geometry,
    crs: str | None = None,
    said: str | None = None,
    shift: str | None = None,
    near: gpd.GeoSeries | None = None,
) -> crs_detection.Placement:
    frame = gpd.GeoDataFrame({"id": [1]}, geometry=[shape], crs=crs)
    return crs_detection.place(FILE, Source(frame, []), said, shift, near)


def in_grid(crs: str, swap: bool = False, east: float = 0) -> shapely.Geometry:
    """The square in metres of a grid."""
    shape = gpd.GeoSeries([SQUARE], crs="EPSG:4490").to_crs(crs).iloc[0]
    shape = shapely.transform(shape, lambda points: points + np.array([east, 0]))
    return shapely.transform(shape, lambda points: points[:, ::-1]) if swap else shape


def off_m(result: crs_detection.Placement, expected: shapely.Geometry = SQUARE) -> float:
    """How far the read square is from where it should be, in metres."""
    one, other = result.geometry.iloc[0].centroid, expected.centroid
    return float(GEOD.inv(one.x, one.y, other.x, other.y)[2])


@pytest.mark.parametrize("swap", [False, True])
@pytest.mark.parametrize("number", [20, 21, 40, 41])
@pytest.mark.parametrize("numbered_file", [False, True])
@pytest.mark.parametrize("numbered_crs", [False, True])
def test_belt_numbers_and_axes_are_seen_in_the_coordinates(
    number: int, numbered_file: bool, numbered_crs: bool, swap: bool
) -> None:
    shape = in_grid(gauss_kruger(number, numbered=numbered_file), swap)
    result = placed(shape, gauss_kruger(number, numbered=numbered_crs))
    assert off_m(result) < 0.001
    told = [change.why.en for change in result.changes]
    assert any("stood first" in why for why in told) == swap
    assert any("belt's number" in why for why in told) == (numbered_file != numbered_crs)


def test_all_codes_of_the_3_degree_belts_are_those_of_proj() -> None:
    for number in THREE_DEGREE:
        for numbered, code in ((True, 4488 + number), (False, 4509 + number)):
            crs = pyproj.CRS(gauss_kruger(number, numbered=numbered))
            assert crs.to_epsg() == code
            assert crs_detection._grid(crs) == (central_meridian(number), number if numbered else 0)


@pytest.mark.parametrize("datum_name", ["xian80", "beijing54"])
@pytest.mark.parametrize("number", [13, 23, 25, 40, 45])
@pytest.mark.parametrize("numbered", [True, False])
def test_old_grids_have_the_belts_that_their_codes_say(datum_name: str, number: int, numbered: bool) -> None:
    crs = pyproj.CRS(gauss_kruger(number, datum_name, numbered))
    assert crs_detection._grid(crs) == (central_meridian(number), number if numbered else 0)
    assert {"xian80": "Xian", "beijing54": "Beijing"}[datum_name] in crs.name


def test_a_missing_crs_is_guessed_where_only_one_is_possible() -> None:
    assert placed(SQUARE).crs.zh == "EPSG:4490"
    assert off_m(placed(shapely.transform(SQUARE, lambda points: points[:, ::-1]))) < 0.001
    assert placed(in_grid("EPSG:4529")).crs.zh == "EPSG:4529"
    assert placed(in_grid("EPSG:4499", swap=True)).crs.zh == "EPSG:4499"
    told = placed(in_grid("EPSG:4529")).changes[0]
    assert (told.field, told.new) == ("crs", "EPSG:4529")
    for ambiguous in (in_grid("EPSG:4549"), in_grid("EPSG:3857"), box(1, 1, 2, 2)):
        with pytest.raises(InputError, match=r"states no CRS.*crs=EPSG:4549"):
            placed(ambiguous)
    two_belts = box(40_900_000, 3_299_000, 41_300_000, 3_300_000)
    with pytest.raises(InputError, match=r"begin with 40 and with 41: two belts. Remedy: split it"):
        placed(two_belts)


def test_the_district_decides_between_grids_without_a_number() -> None:
    for crs in ("EPSG:4549", "EPSG:4550", "EPSG:3857"):
        result = placed(in_grid(crs), near=DISTRICT)
        assert (result.crs.zh, off_m(result) < 0.001) == (crs, True)


def test_a_crs_that_contradicts_the_coordinates_is_refused_with_both_facts() -> None:
    for crs, shape, match in (
        (
            "EPSG:4529",
            in_grid("EPSG:4528"),
            "zone 41 .central meridian 123.*begin with 40 .central meridian 120.*crs=EPSG:4528",
        ),
        ("EPSG:4549", in_grid("EPSG:4529"), "CM 120E.*begin with 41"),
        ("EPSG:4326", in_grid("EPSG:4529"), "is in degrees, but has coordinates such as 4136.*crs=EPSG:4529"),
        ("EPSG:4529", SQUARE, "is in metres, but its coordinates are degrees.*crs=EPSG:4490"),
    ):
        with pytest.raises(InputError, match=match):
            placed(shape, crs)
    assert off_m(placed(in_grid("EPSG:4528"), "EPSG:4529", said="EPSG:4528")) < 0.001


def test_data_far_from_the_district_are_refused_with_the_distance() -> None:
    with pytest.raises(InputError, match=r"EPSG:4548 .*lies at 118\.\d+°E .*km from the plan's district.*crs="):
        placed(in_grid("EPSG:4549"), said="EPSG:4548", near=DISTRICT)
    with pytest.raises(InputError, match="31 km from the plan's district"):
        placed(box(121.0, 29.8, 121.08, 29.9), near=DISTRICT)
    assert len(placed(box(121.2, 29.8, 121.3, 29.9), near=DISTRICT).geometry) == 1


@pytest.mark.parametrize(
    "crs", ["EPSG:4610", "EPSG:2327", "EPSG:2364", "EPSG:2385", "EPSG:4214", "EPSG:2416", "EPSG:2437", "EPSG:21421", XIAN.replace("+a=6378140 +rf=298.257", "+ellps=krass"), XIAN + " +towgs84=0,0,0,0,0,0,0 +ellps=krass"]
)  # fmt: skip
def test_old_datums_are_refused_without_a_transformation(crs: str) -> None:
    shape = SQUARE if crs in ("EPSG:4610", "EPSG:4214") else in_grid(crs)
    for stated, said in ((crs, None), (None, crs)):
        with pytest.raises(
            InputError, match=r"Between (Xian 1980|Beijing 1954) and CGCS2000 lie tens of metres.*\+towgs84"
        ):
            placed(shape, stated, said)


def test_an_old_datum_with_its_seven_parameters_is_transformed() -> None:
    crs = "+proj=tmerc +lat_0=0 +lon_0=120 +x_0=40500000 +ellps=krass +towgs84=100,0,0,0,0,0,0 +units=m"
    plain = "+proj=tmerc +lat_0=0 +lon_0=120 +x_0=40500000 +ellps=krass +towgs84=1e-6,0,0,0,0,0,0 +units=m"
    shape = box(40_640_000, 3_299_000, 40_641_000, 3_300_000)
    one, other = (placed(shape, said=said).geometry.iloc[0].centroid for said in (crs, plain))
    east, north = (one.x - other.x) * 96_600, (one.y - other.y) * 110_900
    # 100 m along the geocentric X axis, seen at 121.5° E, 29.8° N
    lon, lat = np.radians([other.x, other.y])
    assert (east, north) == (
        pytest.approx(-100 * np.sin(lon), abs=0.3),
        pytest.approx(-100 * np.cos(lon) * np.sin(lat), abs=0.3),
    )


def test_a_local_grid_comes_by_prj_proj_string_or_four_parameters(tmp_path: Path) -> None:
    local = "+proj=tmerc +lat_0=29 +lon_0=121.5 +x_0=300000 +y_0=10000 +ellps=GRS80 +units=m +no_defs"
    shape = in_grid(local)
    (tmp_path / "本地.prj").write_text(pyproj.CRS(local).to_wkt("WKT1_ESRI"), "utf-8")
    for said in (local, str(tmp_path / "本地.prj")):
        assert off_m(placed(shape, said=said)) < 0.001
    dx, dy, turn, scale = 1200.0, -800.0, 3600.0, 1.0001  # from the office's grid to EPSG:4549
    inverse = pyproj.Transformer.from_pipeline(
        f"+proj=pipeline +step +inv +proj=helmert +x={dx} +y={dy} +theta={turn} +s={scale}"
    )
    rotated = shapely.transform(in_grid("EPSG:4549"), lambda points: np.column_stack(inverse.transform(*points.T)))
    pipeline = (
        f"+proj=pipeline +step +proj=helmert +x={dx} +y={dy} +theta={turn} +s={scale} "
        "+step +inv +proj=tmerc +lon_0=120 +x_0=500000 +ellps=GRS80 +step +proj=unitconvert +xy_in=rad +xy_out=deg"
    )
    assert off_m(placed(rotated, said=pipeline)) < 0.001
    for wrong, match in (("+proj=pipeline +step +proj=nonsense", "not a valid PROJ pipeline"), (pipeline.replace("lon_0=120", "lon_0=20"), "not degrees in China")):  # fmt: skip
        with pytest.raises(InputError, match=match):
            placed(rotated, said=wrong)
    with pytest.raises(InputError, match="'EPSG:99999' is not a CRS"):
        placed(shape, said="EPSG:99999")


@settings(max_examples=30)
@given(st.floats(75, 134), st.floats(19, 52), st.sampled_from(["gcj02", "bd09"]))
def test_shifts_are_taken_off_to_a_millimetre(lon: float, lat: float, name: str) -> None:
    square = box(lon, lat, lon + 0.01, lat + 0.01)
    shifted = shapely.transform(square, lambda points: gcj02.from_wgs84(points, name))
    result = placed(shifted, "EPSG:4326", shift=name)
    assert shapely.hausdorff_distance(result.geometry.iloc[0], square) < 1e-8
    assert result.changes[0].old == {"gcj02": "GCJ-02", "bd09": "BD-09"}[name]


def test_a_shift_is_of_degrees_only() -> None:
    with pytest.raises(InputError, match="the shift of gcj02 is for degrees, but the CRS is"):
        placed(in_grid("EPSG:4529"), "EPSG:4529", shift="gcj02")


def test_degrees_minutes_and_seconds_in_one_number_are_told(tmp_path: Path) -> None:
    points = [(1213600.0032, 294800.1), (1213610.0, 294800.1), (1213610.0, 294810.1)]
    rows = "".join(f"A,{n},{x},{y}\n" for n, (x, y) in enumerate(points, 1))
    (tmp_path / "a.csv").write_text(f"地块编号,点号,经度,纬度\n{rows}", "utf-8")
    with pytest.raises(InputError, match=r"121°36′00\.0″"):
        reading.read(tmp_path / "a.csv")
