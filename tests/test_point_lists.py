"""Lists of points become areas: rings by where they lie, coordinates as people type them."""

from __future__ import annotations

import csv
import itertools
import json
import time
from pathlib import Path

import pytest
import shapely

from yzgeo.core.errors import InputError
from yzgeo.readers import point_lists, reading
from yzgeo.readers.coordinate_text import ListedPoint, number, points


def square(x: float, y: float, side: float, number: str, closed: bool = True) -> list[ListedPoint]:
    corners = [(x, y), (x + side, y), (x + side, y + side), (x, y + side)]
    named = [ListedPoint(number, at, f"J{place}") for place, at in enumerate(corners, 1)]
    return [*named, named[0]] if closed else named


def area(listed: list[ListedPoint]) -> tuple[float, set[str]]:
    shape, changes = point_lists.polygon(point_lists.split_rings(listed), row=1)
    return (0.0 if shape is None else shapely.area(shapely.make_valid(shape))), {change.why.en for change in changes}


OUTER, HOLE, ISLAND, BESIDE = (0, 0, 10, 100), (1, 1, 8, 64), (2, 2, 2, 4), (20, 0, 3, 9)


@pytest.mark.parametrize("place", range(0, 24, 5))
@pytest.mark.parametrize("numbers", ["1111", "0123", "1234", "4321", "0011", "AABB"])
@pytest.mark.parametrize("closed", [True, False])
def test_rings_are_what_they_lie_in_whatever_their_numbers_and_order(place: int, numbers: str, closed: bool) -> None:
    order = list(itertools.permutations([OUTER, HOLE, ISLAND, BESIDE]))[place]
    rings = zip(order, numbers, strict=True)
    listed = [at for (x, y, side, _), number in rings for at in square(x, y, side, number, closed)]
    assert area(listed)[0] == 100 - 64 + 4 + 9


def test_parts_that_are_not_closed_begin_where_the_first_name_comes_again() -> None:
    listed = [*square(0, 0, 10, "1", closed=False), *square(30, 0, 10, "1", closed=False)]
    size, reasons = area(listed)
    assert size == 200
    assert reasons == {point_lists.OPEN.en}


def test_a_closing_point_that_lies_beside_the_first_closes_the_ring() -> None:
    east, north = 600_000.0, 3_299_000.0
    ring = square(east, north, 100, "1", closed=False)
    size, reasons = area([*ring, ListedPoint("1", (east + 0.004, north), "J1"), *square(east + 500, north, 100, "1")])
    assert size == pytest.approx(20_000)
    assert reasons == {point_lists.NEAR_START.en}


def test_a_ring_drawn_twice_is_land_once_and_told() -> None:
    twice = [*square(0, 0, 10, "1"), *square(0, 0, 10, "2")]
    extra = [
        *square(0, 0, 10, "1"),
        *(ListedPoint("2", at) for at in [(0, 0), (5, 0), (10, 0), (10, 10), (0, 10), (0, 0)]),
    ]
    for listed in (twice, extra):
        size, reasons = area(listed)
        assert size == 100
        assert point_lists.TWICE.en in reasons


def test_a_hole_that_crosses_its_shell_and_points_that_enclose_nothing_are_told() -> None:
    size, reasons = area(
        [*square(0, 0, 10, "1"), *square(8, 4, 2.5, "2"), ListedPoint("3", (1, 1)), ListedPoint("3", (2, 2))]
    )
    assert {point_lists.CROSSING.en, point_lists.TOO_FEW.en} <= reasons
    assert size < 100 + 2.5**2 - 4


@pytest.mark.parametrize("nested", [False, True])
def test_three_thousand_rings_of_a_parcel_cost_little(nested: bool) -> None:
    if nested:
        rings = [square(place, place, 2000 - 2 * place, "1") for place in range(600)]
        expected = sum((-1) ** place * (2000.0 - 2 * place) ** 2 for place in range(600))
    else:
        holes = [square(10 * (place % 60) + 2, 10 * (place // 60) + 2, 5, str(place)) for place in range(2999)]
        rings, expected = [square(0, 0, 600, "0"), *holes], 600.0**2 - 2999 * 25
    start = time.process_time()
    shape, _ = point_lists.polygon(point_lists.split_rings([at for ring in rings for at in ring]), row=1)
    assert time.process_time() - start < 3
    assert shape is not None
    assert shape.area == pytest.approx(expected)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("121.5", 121.5),
        ("１２１．５", 121.5),
        ("−4.5", -4.5),
        ("121°30′00″", 121.5),
        ("121度30分", 121.5),
        ("东经121°30'36.0\"", 121.51),
        ("121°30’36”E", 121.51),
        ("29-48-00", 29.8),
        ("29:48:00.0", 29.8),
        ("121°60′00″", None),
        ("121°30′61″", None),
        ("1O5", None),
        ("l2", None),
        ("²", None),
        ("٣", None),
        ("1_000", None),
        ("nan", None),
        ("3,299,017", 3_299_017),
        ("604,123.40", 604_123.4),
        ("604,123", None),  # a comma may be that of decimals
        ("32,99,017.5", None),
        ("121 36 00.0", 121.6),
        ("121 60 00", None),
        ("121 36", None),
    ],
)
def test_a_number_is_read_as_it_looks_or_not_at_all(text: str, value: float | None) -> None:
    assert number(text) == (None if value is None else pytest.approx(value))


TRIANGLE = [(121.5, 29.8), (121.6, 29.8), (121.6, 29.9)]
GRID = [(3_299_000.0, 40_600_000.0), (3_299_000.0, 40_600_100.0), (3_299_100.0, 40_600_100.0)]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("121.5,29.8;121.6,29.8;121.6,29.9", TRIANGLE),
        ("１２１．５，２９．８；121.6，29.8；121.6，29.9", TRIANGLE),
        ("(121.5,29.8),(121.6,29.8),(121.6,29.9)", TRIANGLE),
        ("[[121.5,29.8],[121.6,29.8],[121.6,29.9]]", TRIANGLE),
        ("121.5,29.8,0 121.6,29.8,0 121.6,29.9,0", TRIANGLE),
        ("121°30′0″,29°48′0″；121°36′0″,29°48′0″；121°36′0″,29°54′0″", TRIANGLE),
        ("东经121°30′0″，北纬29°48′0″\n东经121°36′0″，北纬29°48′0″\n东经121°36′0″，北纬29°54′0″", TRIANGLE),
        ("\n".join(f"J{n},{x},{y}" for n, (x, y) in enumerate(GRID)), GRID),
        ("\r\n".join(f"{n} {x} {y}" for n, (x, y) in enumerate(GRID)), GRID),
        (";".join(f"J{n},1,{x},{y}" for n, (x, y) in enumerate(GRID)), GRID),
        ("；".join(f"{n}、X={x}，Y={y}" for n, (x, y) in enumerate(GRID)), GRID),
        ("".join(f"J{n}（X：{x}，Y：{y}）" for n, (x, y) in enumerate(GRID)), GRID),
        ("121 30 00,29 48 00;121 36 00,29 48 00;121 36 00,29 54 00", TRIANGLE),
        ("J1 121 30 00.0 29 48 00.0\nJ2 121 36 00.0 29 48 00.0\nJ3 121 36 00.0 29 54 00.0", TRIANGLE),
        (";".join(f"{x:,.2f},{y:,.2f}" for x, y in GRID), GRID),
        ("\n".join(f"{n},{x:,.2f},{y:,.2f}" for n, (x, y) in enumerate(GRID)), GRID),
        ("\n".join(f"J{n} {x:,.0f} {y:,.0f}" for n, (x, y) in enumerate(GRID)), GRID),
        (" ".join(f"{x:,.2f},{y:,.2f}" for x, y in GRID), GRID),
        ("121 60 00,29 48 00;121 36 00,29 48 00;121 36 00,29 54 00", None),
        ("1 2 3,4 5 6;1 2 3,4 5 7;1 2 4,4 5 6", None),  # nowhere in China
        ("J1,121;J2,122", None),
        ("2024,1,3;2025,2,4;2026,3,5", None),
        ("见附图，2024年；2025年；2026年，共3宗", None),
        ("121°70′0″,29°48′0″；121°36′0″,29°48′0″；121°36′0″,29°54′0″", None),
    ],
)
def test_a_list_of_points_is_read_however_it_is_typed(text: str, places: list[tuple[float, float]] | None) -> None:
    listed = points(text)
    read = None if listed is None else [at for place in listed for at in place.point]
    assert read == (None if places is None else pytest.approx([at for place in places for at in place]))


def test_degrees_and_full_width_digits_of_a_sheet_of_points_are_told(tmp_path: Path) -> None:
    rows = ["甲,J1,121°30′0″,29.8", "甲,J2,121.6,２９．８", "甲,J3,121.6,29.9"]
    (tmp_path / "a.csv").write_text("\n".join(["地块编号,点号,经度,纬度", *rows]), "utf-8")
    read = reading.read(tmp_path / "a.csv")
    assert read.frame.geometry.iloc[0].equals(shapely.Polygon(TRIANGLE))
    assert read.log[read.log["field"] == "纬度"][["row", "old", "new"]].to_numpy().tolist() == [[3, "２９．８", 29.8]]
    assert read.log[read.log["field"] == "经度"][["row", "old", "new"]].to_numpy().tolist() == [[2, "121°30′0″", 121.5]]
    assert any("turned into decimal degrees" in why.en for why in read.log["why"])


def test_a_ring_number_that_is_no_number_is_refused_by_its_row(tmp_path: Path) -> None:
    rows = [f"A,{ring},{x},{y}" for ring, (x, y) in zip("1²²", TRIANGLE, strict=True)]
    (tmp_path / "a.csv").write_text("\n".join(["地块编号,圈号,经度,纬度", *rows]), "utf-8")
    with pytest.raises(InputError, match="row 3, column 圈号: '²' is no number of a ring"):
        reading.read(tmp_path / "a.csv")


SQUARE = {"type": "Polygon", "coordinates": [[[121.5, 29.8], [121.6, 29.8], [121.6, 29.9], [121.5, 29.8]]]}


def geojson_ledger(file: Path, *cells: str) -> Path:
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(["地块编号", "图形"])
        writer.writerows([f"A{number}", cell] for number, cell in enumerate(cells, 1))
    return file


def test_geojson_in_cells_is_read(tmp_path: Path) -> None:
    feature = json.dumps({"type": "Feature", "properties": {"a": 1}, "geometry": SQUARE})
    read = reading.read(geojson_ledger(tmp_path / "a.csv", json.dumps(SQUARE), feature, ""))
    assert [shape is not None and shape.equals(shapely.Polygon(TRIANGLE)) for shape in read.frame.geometry] == [
        True,
        True,
        False,
    ]


def test_the_crs_that_postgis_writes_into_geojson_holds(tmp_path: Path) -> None:
    grid = {
        "type": "Polygon",
        "coordinates": [[[600_000, 3_299_000], [600_100, 3_299_000], [600_100, 3_299_100], [600_000, 3_299_000]]],
    }
    stated = {**grid, "crs": {"type": "name", "properties": {"name": "EPSG:4549"}}}
    assert "EPSG:4549" in reading.read(geojson_ledger(tmp_path / "a.csv", json.dumps(stated))).crs.en


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        (json.dumps(SQUARE)[:-3], "GeoJSON"),
        ('{"type":"Polygon","coordinates":"x"}', "GeoJSON"),
        ('{"geometries":[' * 5000, "nests"),
        ("x", "no shape"),
    ],
)
def test_geojson_that_is_cut_or_deep_is_refused_by_its_row(tmp_path: Path, cell: str, words: str) -> None:
    with pytest.raises(InputError, match=words) as refused:
        reading.read(geojson_ledger(tmp_path / "a.csv", json.dumps(SQUARE), cell))
    assert refused.value.row == 3
