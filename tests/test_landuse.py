"""Land-use accounts of toy surveys whose answers are obvious, and against GEOS; every survey here is invented."""

from __future__ import annotations

import csv
import html
import io
import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import geopandas as gpd
import numpy as np
import openpyxl
import pandas as pd
import pyproj
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from payloads import PAYLOADS
from shapely import box
from test_hostile_text import is_formula, is_number, obeyed

from yzgeo.core import plugins
from yzgeo.core.errors import InputError
from yzgeo.core.i18n import Text, plain
from yzgeo.spatial.crs import CGCS2000
from yzgeo.stats.landuse import changes, run
from yzgeo.stats.landuse.accounts import AGAIN, OUTSIDE, TOTAL, UNLOCATED, overlap_of
from yzgeo.stats.landuse.result import (
    Result,
    Zone,
    all_remarks,
    changed_pieces,
    changes_by_zone,
    matrix,
    record,
    rows,
    zone_rows,
)

EQUAL = pyproj.CRS.from_proj4("+proj=laea +lat_0=29.8 +lon_0=121.5 +x_0=-5000 +y_0=-5000 +ellps=GRS80 +units=m")
"""Squares in metres here have the area on the ellipsoid that one sees. The origin is not the centre of the projection,
where PROJ places a point 0.3 mm beside its neighbours."""
FORMATS = "yzgeo.stats.landuse.formats"
HALVES = {"west": box(0, 0, 100, 100), "east": box(100, 0, 200, 100)}
M2 = 1e-4
"""A square metre, in hectares."""
STRIPS_M2 = 0.5
"""What overlaps thinner than 5 cm, which count as rounding, may add up to in a toy survey."""


@contextmanager
def silent(polygons: int) -> Iterator[Callable[[int], None]]:
    yield lambda done: None


def areas(
    zones: dict[str, Any], district: Any = None, usable: dict[str, float] | None = None, *, schematic: bool = False
) -> run.Areas:
    outline = gpd.GeoSeries([] if district is None else [district], crs=EQUAL).to_crs(CGCS2000)
    named = [Zone(name, plain(name), (usable or {}).get(name), ()) for name in zones]
    shapes = np.array(list(zones.values()), dtype=object)
    return run.Areas(Text("甲规划", "Plan A"), named, list(zones), shapes, EQUAL, outline, schematic)


def survey(file: Path, polygons: Sequence[tuple[Any, ...]], *columns: str, crs: Any = EQUAL) -> run.Source:
    """A survey of (shape, DLBM, further columns)."""
    table = {"DLBM": [row[1] for row in polygons]}
    table |= {name: [row[number] for row in polygons] for number, name in enumerate(columns, start=2)}
    frame = gpd.GeoDataFrame(table, geometry=[row[0] for row in polygons], crs=EQUAL).to_crs(crs)
    if file.suffix == ".parquet":
        frame.to_parquet(file)
    else:
        frame.to_file(file)
    return run.Source(file, {})


def measure(source: run.Source, where: run.Areas | None = None, before: run.Source | None = None, **how: Any) -> Result:
    where = where or areas(HALVES)
    earlier = None if before is None else run.open_survey(before, where)
    return run.landuse(run.open_survey(source, where), where, silent, earlier=earlier, **how)


def cells(result: Result) -> dict[tuple[str, str], float]:
    """Square metres by class and place."""
    return {(row.land.code, place): m2 for row in rows(result) for place, m2 in row.m2.items() if abs(m2) > 1e-6}


def test_each_class_is_counted_in_each_zone_and_outside(tmp_path: Path) -> None:
    polygons = [(box(50, 0, 150, 100), "0601"), (box(150, 0, 250, 100), "0101"), (box(300, 0, 310, 10), "0701")]
    found = cells(measure(survey(tmp_path / "dltb.parquet", polygons)))
    assert found == pytest.approx(
        {
            ("0601", "west"): 5000,
            ("0601", "east"): 5000,
            ("0601", TOTAL): 10000,
            ("0101", "east"): 5000,
            ("0101", OUTSIDE): 5000,
            ("0101", TOTAL): 10000,
            ("0701", OUTSIDE): 100,
            ("0701", TOTAL): 100,
        },
        abs=1e-4,
    )


def test_the_registered_area_counts_by_the_shares_of_the_shape(tmp_path: Path) -> None:
    source = survey(tmp_path / "dltb.parquet", [(box(50, 0, 150, 100), "0601", 12000.0)], "TBMJ")
    assert cells(measure(source)) == pytest.approx(
        {("0601", "west"): 6000, ("0601", "east"): 6000, ("0601", TOTAL): 12000}, abs=1e-4
    )
    assert cells(measure(source, basis="drawn"))["0601", TOTAL] == pytest.approx(10000, abs=1e-4)


def test_codes_in_wide_or_small_letters_are_the_same_codes(tmp_path: Path) -> None:
    polygons = [(box(0, 0, 100, 100), "０６０１"), (box(100, 0, 200, 100), "08h2")]
    found = cells(measure(survey(tmp_path / "dltb.parquet", polygons)))
    assert {code for code, _ in found} == {"0601", "08H2"}


def test_a_deduction_that_its_own_share_does_not_give_is_told(tmp_path: Path) -> None:
    polygons = [(box(0, 0, 100, 100), "0103", 10000.0, 0.08, kcmj) for kcmj in (800.0, 1200.0)]
    polygons[1] = (box(100, 0, 200, 100), *polygons[1][1:])
    result = measure(survey(tmp_path / "dltb.parquet", polygons, "TBMJ", "KCXS", "KCMJ"))
    (told,) = (remark.en for remark in all_remarks(result) if "is not what KCXS gives" in remark.en)
    assert "of 1 polygon" in told
    assert "first in row 2: 1,200 and 800 m²" in told


@pytest.mark.parametrize(
    ("columns", "values"),
    [
        (("TBMJ", "KCDLBM", "KCXS", "KCMJ", "TBDLMJ"), (10000.0, "1203", 0.1, 1000.0, 9000.0)),
        (("TBMJ", "KCDLBM", "KCXS"), (10000.0, "1203", 0.1)),
        (("TBMJ", "TKXS"), (10000.0, 10.0)),  # as per cent, without a class: field ridges
        (("TBMJ", "TKMJ"), (10000.0, 1000.0)),
        (("TBMJ", "TBDLMJ"), (10000.0, 9000.0)),
        (("TBMJ（亩）", "KCMJ（亩）"), (15.0, 1.5)),
        (("KCXS",), (0.1,)),  # of the drawn area
    ],
)
def test_what_is_deducted_is_of_its_own_class(
    tmp_path: Path, columns: tuple[str, ...], values: tuple[Any, ...]
) -> None:
    source = survey(tmp_path / "dltb.parquet", [(box(0, 0, 100, 100), "0103", *values)], *columns)
    result = measure(source)
    assert cells(result) == pytest.approx(
        {("0103", "west"): 9000, ("0103", TOTAL): 9000, ("1203", "west"): 1000, ("1203", TOTAL): 1000}, abs=1e-4
    )
    deducting = [column for column in columns if column.startswith(("KCXS", "KCMJ", "TK"))] or ["TBDLMJ"]
    (told,) = (remark.en for remark in all_remarks(result) if "0.1000 ha are deducted" in remark.en)
    used = [column for column in deducting if column != "KCXS" or "KCMJ" not in columns]
    assert [column for column in deducting if column in told] == used
    assert ("class of KCDLBM" in told) == ("KCDLBM" in columns)


def test_lines_and_patches_of_an_older_survey_have_a_row_of_their_own(tmp_path: Path) -> None:
    row = (box(0, 0, 100, 100), "0101", 10000.0, 500.0, 100.0, 940.0, 8460.0)
    source = survey(tmp_path / "dltb.parquet", [row], "TBMJ", "XZDWMJ", "LXDWMJ", "TKMJ", "TBDLMJ")
    result = measure(source)
    by_name = {row.land.name.en: row.m2[TOTAL] for row in rows(result)}
    assert by_name == pytest.approx(
        {"paddy field": 8460, "field ridge": 940, "lines and patches (classes are in other layers)": 600}
    )
    assert not any("net area" in remark.en for remark in all_remarks(result))
    assert any("lines and patches of 0.0600 ha" in remark.en for remark in all_remarks(result))


def test_a_net_area_that_the_deductions_do_not_leave_is_told(tmp_path: Path) -> None:
    source = survey(
        tmp_path / "a.parquet", [(box(0, 0, 100, 100), "0101", 10000.0, 1000.0, 8000.0)], "TBMJ", "KCMJ", "TBDLMJ"
    )
    assert any("net area" in remark.en for remark in all_remarks(measure(source)))


def test_registered_areas_in_another_unit_are_refused(tmp_path: Path) -> None:
    source = survey(tmp_path / "dltb.parquet", [(box(0, 0, 100, 100), "0101", 15.0)], "TBMJ")
    with pytest.raises(InputError, match=r"0\.0015 times"):
        measure(source)


def test_figures_in_cells_of_text_are_read_with_their_unit(tmp_path: Path) -> None:
    cells_of = [("10,000.00", "1200"), ("１５亩", ""), ("—", "/")]
    polygons = [(box(100 * n, 0, 100 * n + 100, 100), "0103", *texts) for n, texts in enumerate(cells_of)]
    result = measure(survey(tmp_path / "a.parquet", polygons, "TBMJ", "KCMJ"))
    assert {row.land.code: row.m2[TOTAL] for row in rows(result)} == pytest.approx(
        {"0103": 28800, "1203": 1200}, abs=1e-3
    )


@pytest.mark.parametrize(("cell", "words"), [("many", "row 2, column TBMJ: 'many' is not a number"), ("-5", "row 2")])
def test_what_is_no_area_is_refused_with_its_row(tmp_path: Path, cell: str, words: str) -> None:
    polygons = [(box(0, 0, 100, 100), "0103", "10000"), (box(100, 0, 200, 100), "0103", cell)]
    with pytest.raises(InputError, match=re.escape(words)):
        measure(survey(tmp_path / "a.parquet", polygons, "TBMJ"))


def test_a_survey_elsewhere_is_told(tmp_path: Path) -> None:
    result = measure(survey(tmp_path / "a.parquet", [(box(900, 0, 1000, 100), "0601")]))
    assert any("no polygon lies in any zone" in remark.en for remark in all_remarks(result))


def test_invented_codes_are_refused_with_row_and_the_nearest(tmp_path: Path) -> None:
    polygons = [
        (box(0, 0, 9, 9), "0101"),
        (box(9, 0, 19, 9), "0699"),
        (box(19, 0, 29, 9), "05H1"),
        (box(29, 0, 39, 9), "x"),
    ]
    with pytest.raises(InputError) as refused:
        measure(survey(tmp_path / "dltb.parquet", polygons))
    told = refused.value.message("en")
    assert "row 2, column DLBM: '0699'" in told
    assert "the nearest is 06, industry and mining" in told
    assert "row 4" in told


def test_missing_codes_are_a_row_of_their_own(tmp_path: Path) -> None:
    polygons = [(box(0, 0, 100, 100), None), (box(100, 0, 200, 100), " 05H1 ")]
    result = measure(survey(tmp_path / "dltb.parquet", polygons))
    assert {row.land.name.en: round(row.m2[TOTAL]) for row in rows(result)} == {
        "commerce and services": 10000,
        "no code": 10000,
    }


def test_codes_of_a_workbook_that_lost_their_zero_are_read(tmp_path: Path) -> None:
    polygons = [(box(0, 0, 100, 100), 101), (box(100, 0, 200, 100), 1101)]
    found = cells(measure(survey(tmp_path / "dltb.parquet", polygons)))
    assert {code for code, _ in found} == {"0101", "1101"}


def test_zones_that_overlap_count_once_in_the_total(tmp_path: Path) -> None:
    zones = {"west": box(0, 0, 120, 100), "east": box(80, 0, 200, 100)}
    found = cells(measure(survey(tmp_path / "dltb.parquet", [(box(0, 0, 300, 100), "0601")]), areas(zones)))
    assert found == pytest.approx(
        {
            ("0601", "west"): 12000,
            ("0601", "east"): 12000,
            ("0601", AGAIN): -4000,
            ("0601", OUTSIDE): 10000,
            ("0601", TOTAL): 30000,
        },
        abs=1e-3,
    )


def test_land_without_a_shape_counts_in_no_zone(tmp_path: Path) -> None:
    polygons = [(box(0, 0, 100, 100), "0601", 10000.0), (None, "0601", 500.0)]
    found = cells(measure(survey(tmp_path / "dltb.parquet", polygons, "TBMJ")))
    assert (found["0601", UNLOCATED], found["0601", TOTAL]) == pytest.approx((500, 10500))


def test_what_a_zone_lacks_and_what_lies_twice_is_told(tmp_path: Path) -> None:
    polygons = [(box(0, 0, 60, 100), "0601"), (box(40, 0, 80, 100), "0101"), (box(100, 0, 200, 100), "0101")]
    result = measure(survey(tmp_path / "dltb.parquet", polygons))
    west, east = zone_rows(result)
    assert (west["drawn_ha"], west["surveyed_ha"], west["uncovered_ha"], west["overlap_ha"]) == pytest.approx(
        (1, 0.8, 0.2, 0.2), abs=M2
    )
    assert (east["uncovered_ha"], east["overlap_ha"]) == pytest.approx((0, 0), abs=M2)
    told = " ".join(remark.en for remark in all_remarks(result))
    assert "overlap at 1 place, 0.2000 ha" in told
    assert "rows 1/2" in told
    assert "uncovered in 1 zone: west 0.2000 ha" in told


def test_of_a_zone_without_survey_nothing_is_known(tmp_path: Path) -> None:
    west, east = zone_rows(measure(survey(tmp_path / "dltb.parquet", [(box(0, 0, 100, 100), "0601")])))
    assert west["industrial_ha"] == pytest.approx(1, abs=M2)
    assert east["industrial_ha"] is None


def test_industrial_land_is_held_against_what_the_plan_says_is_usable(tmp_path: Path) -> None:
    polygons = [(box(0, 0, 30, 100), "100102"), (box(30, 0, 100, 100), "0701")]
    result = measure(survey(tmp_path / "dltb.parquet", polygons), areas(HALVES, usable={"west": 6000.0}))
    west, _ = zone_rows(result)
    assert west["industrial_share"] == pytest.approx(0.5)


def test_of_a_zone_without_an_outline_nothing_is_known(tmp_path: Path) -> None:
    where = areas({"line": shapely.LineString([(0, 0), (9, 9)]), "none": None, **HALVES}, usable={"none": 5000.0})
    line, none, west, _ = zone_rows(measure(survey(tmp_path / "a.parquet", [(box(0, 0, 100, 100), "0601")]), where))
    assert (line["drawn_ha"], line["industrial_ha"]) == (None, None)
    assert (none["drawn_ha"], none["industrial_share"], none["usable_area_ha"]) == (None, None, 0.5)
    assert west["industrial_ha"] == pytest.approx(1, abs=M2)


def test_zones_may_be_numbers(tmp_path: Path) -> None:
    before = survey(tmp_path / "b.parquet", [(box(0, 0, 200, 100), "0101")])
    after = survey(tmp_path / "a.parquet", [(box(0, 0, 200, 100), "0601")])
    result = measure(after, areas({2: HALVES["west"], 1: HALVES["east"]}), before=before)
    assert [(zone, round(m2)) for zone, _, _, m2 in changes_by_zone(result)] == [(2, 10000), (1, 10000)]
    assert [each["zone_id"] for each in record(result, "en")["classes"][0]["by_zone"]] == [2, 1]


def test_an_outer_zone_has_the_industry_of_those_in_it(tmp_path: Path) -> None:
    where = areas({"town": box(0, 0, 100, 100).difference(box(0, 0, 40, 100)), "port": box(0, 0, 40, 100)})
    where = where._replace(
        zones=[Zone("town", plain("town"), 10000.0, ("port",)), Zone("port", plain("port"), None, ())]
    )
    town, port = zone_rows(measure(survey(tmp_path / "a.parquet", [(box(0, 0, 100, 100), "0601")]), where))
    assert (town["industrial_ha"], town["industrial_share"], port["industrial_ha"]) == pytest.approx(
        (1, 1, 0.4), abs=M2
    )


def test_the_district_is_told_beside_the_zones(tmp_path: Path) -> None:
    where = areas(HALVES, district=box(-100, 0, 250, 100))
    result = measure(survey(tmp_path / "dltb.parquet", [(box(0, 0, 300, 100), "0601")]), where)
    assert rows(result)[0].district_m2 == pytest.approx(25000, abs=1)


@pytest.mark.parametrize(
    ("system", "level", "expected"),
    [
        (None, 2, {"0601": 1, "05H1": 2, "12": 0, "1203": 3}),
        (None, 1, {"06": 1, "05": 2, "12": 3}),
        ("planning-2023", 2, {"1001": 1, "09": 2, "2303": 3}),
        ("planning-2023", 1, {"10": 1, "09": 2, "23": 3}),
        ("gbt21010-2017", 2, {"0601": 1, "05": 2, "1203": 3}),
    ],
)
def test_classes_are_told_in_any_system_and_level(
    tmp_path: Path, system: str | None, level: int, expected: dict[str, float]
) -> None:
    polygons = [(box(0, 0, 100, 100), "0601"), (box(100, 0, 300, 100), "05H1"), (box(300, 0, 600, 100), "1203")]
    result = measure(survey(tmp_path / "dltb.parquet", polygons), system=system, level=level)
    found = {row.land.code: row.m2[TOTAL] / 1e4 for row in rows(result)}
    assert found == pytest.approx({code: ha for code, ha in expected.items() if ha}, abs=M2)


def test_a_class_without_a_single_equivalent_keeps_its_name(tmp_path: Path) -> None:
    result = measure(
        survey(
            tmp_path / "a.parquet",
            [(box(0, 0, 100, 100), "16"), (box(0, 0, 9, 9), "1001"), (box(9, 0, 19, 9), "100101")],
        ),
        system="survey-2019",
    )
    assert [(row.land.code, row.land.name.en[:18]) for row in rows(result)] == [
        ("0601", "industrial land"),
        ("", "reserved for later"),
    ]


def test_schematic_outlines_are_said_to_be_indicative(tmp_path: Path) -> None:
    source = survey(tmp_path / "a.parquet", [(box(0, 0, 100, 100), "0601")])
    assert "indicative" in all_remarks(measure(source, areas(HALVES, schematic=True)))[0].en
    assert not any("indicative" in remark.en for remark in all_remarks(measure(source)))


def random_survey(
    seed: int, count: int = 150, codes: Sequence[str] = ("0101", "0601", "05H1", "1101")
) -> list[tuple[Any, ...]]:
    """Voronoi cells over the zones and around: a coverage with crooked borders."""
    random = np.random.default_rng(seed)
    points = shapely.MultiPoint(random.uniform((-50, -50), (250, 150), (count, 2)))
    polygons = shapely.get_parts(shapely.voronoi_polygons(points, extend_to=box(-50, -50, 250, 150)))
    clipped = shapely.intersection(polygons, box(-50, -50, 250, 150))
    return [(shape, str(random.choice(codes))) for shape in clipped]


@pytest.mark.parametrize("crs", [EQUAL, 4528, 4490])
def test_accounts_are_those_of_geos_to_the_square_metre(tmp_path: Path, crs: Any) -> None:
    polygons = random_survey(3)
    scaled = [(shapely.affinity.scale(shape, 40, 40, origin=(0, 0)), code) for shape, code in polygons]
    zones = {name: shapely.affinity.scale(shape, 40, 40, origin=(0, 0)) for name, shape in HALVES.items()}
    found = cells(measure(survey(tmp_path / "dltb.gpkg", scaled, crs=crs), areas(zones)))
    survey_frame = gpd.GeoDataFrame(
        {"code": [code for _, code in scaled]}, geometry=[shape for shape, _ in scaled], crs=EQUAL
    )
    zone_frame = gpd.GeoDataFrame({"zone": list(zones)}, geometry=list(zones.values()), crs=EQUAL)
    parts = gpd.overlay(survey_frame, zone_frame)
    parts["m2"] = parts.area
    for (code, zone), m2 in parts.groupby(["code", "zone"])["m2"].sum().items():
        assert found[code, zone] == pytest.approx(m2, abs=1)
    for code in survey_frame["code"].unique():
        of_code = {place: m2 for (each, place), m2 in found.items() if each == code}
        assert of_code.pop(TOTAL) == pytest.approx(sum(of_code.values()), abs=1e-3)


def test_what_became_what(tmp_path: Path) -> None:
    before = survey(tmp_path / "before.parquet", [(box(0, 0, 100, 100), "0101"), (box(100, 0, 200, 100), "0601")])
    after = survey(tmp_path / "after.parquet", [(box(0, 0, 150, 100), "0601"), (box(150, 0, 220, 100), "0701")])
    result = measure(after, before=before)
    table = matrix(result)
    assert table.m2 == pytest.approx(
        {("0101", "0601"): 10000, ("0601", "0601"): 5000, ("0601", "0701"): 5000, ("~none", "0701"): 2000}, abs=1e-3
    )
    assert table.changed_m2 == pytest.approx(15000, abs=1e-3)
    by_zone = [(zone, one.code, other.code, round(m2)) for zone, one, other, m2 in changes_by_zone(result)]
    assert by_zone == [("west", "0101", "0601", 10000), ("east", "0601", "0701", 5000)]
    pieces = changed_pieces(result)
    assert pieces[["before", "after", "hectares"]].round(4).fillna("").to_numpy().tolist() == [
        ["0101", "0601", 1.0],
        ["0601", "0701", 0.5],
        ["", "0701", 0.2],
    ]
    assert pieces.area.tolist() == pytest.approx([10000, 5000, 2000], abs=1e-3)


def test_field_ridges_that_stay_are_no_change(tmp_path: Path) -> None:
    before = survey(tmp_path / "before.parquet", [(box(0, 0, 100, 100), "0103", 0.1)], "KCXS")
    after = survey(tmp_path / "after.parquet", [(box(0, 0, 100, 100), "0103", 0.15)], "KCXS")
    assert matrix(measure(after, before=before)).m2 == pytest.approx(
        {("0103", "0103"): 8500, ("1203", "1203"): 1000, ("0103", "1203"): 500}
    )


def test_surveys_in_two_systems_are_compared_by_what_is_what(tmp_path: Path) -> None:
    before = survey(tmp_path / "before.parquet", [(box(0, 0, 100, 100), "0601"), (box(100, 0, 200, 100), "05H1")])
    after = survey(tmp_path / "after.parquet", [(box(0, 0, 100, 100), "100101"), (box(100, 0, 200, 100), "0901")])
    result = measure(after, before=before, level=1)
    assert matrix(result).m2 == pytest.approx({("10", "10"): 10000, ("09", "09"): 10000}, abs=1e-3)
    assert any("different systems" in remark.en for remark in all_remarks(result))


def test_strips_too_thin_for_an_overlap_leave_no_land_below_nought(tmp_path: Path) -> None:
    before = survey(tmp_path / "before.parquet", [(box(0, 0, 100.01, 100), "0101"), (box(99.99, 0, 200, 100), "0601")])
    after = survey(tmp_path / "after.parquet", [(box(0, 0, 200, 100), "0701")])
    table = matrix(measure(after, before=before))
    assert min(table.m2.values()) > 0
    assert table.column_sum("0701") == pytest.approx(20000, abs=1e-3)
    assert (table.row_sum("0101"), table.row_sum("0601")) == pytest.approx((10001, 10001), abs=1e-3)


def test_strips_of_a_border_drawn_twice_are_told(tmp_path: Path) -> None:
    before = survey(tmp_path / "before.parquet", [(box(0, 0, 100, 100), "0101"), (box(100, 0, 200, 100), "0601")])
    after = survey(tmp_path / "after.parquet", [(box(0, 0, 100.5, 100), "0101"), (box(100.5, 0, 200, 100), "0601")])
    told = " ".join(remark.en for remark in all_remarks(measure(after, before=before)))
    assert "0.0050 ha of them are strips" in told


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000), st.integers(0, 10_000), st.booleans(), st.integers(0, 6))
def test_rows_and_columns_of_the_matrix_add_up(one: int, other: int, shifted: bool, stacked: int) -> None:
    """Conserved to the square metre: land of either survey is in one cell, whether they cover, shift or overlap."""
    before, after = (
        [(shape, code) for shape, code in random_survey(seed, 25)] for seed in (one, one if other % 3 == 0 else other)
    )
    if shifted:
        after = [(shapely.affinity.translate(shape, 13.3, -7.1), code) for shape, code in after]
    before += [(shape.buffer(3), "0701") for shape, _ in before[:stacked]]
    shapes = [np.array([shape for shape, _ in survey], dtype=object) for survey in (before, after)]
    alone = [changes.once(each, overlap_of(each)) for each in shapes]
    pieces = changes._pieces(alone[0], alone[1], lambda done: None)
    for polygon, whole, covered in (
        (pieces.before, alone[0], shapely.union_all(shapes[0])),
        (pieces.after, alone[1], shapely.union_all(shapes[1])),
    ):
        there = polygon >= 0
        sums = np.bincount(polygon[there], pieces.m2[there], minlength=len(whole))
        assert sums == pytest.approx(shapely.area(whole), abs=1e-6)
        assert pieces.m2[there].sum() == pytest.approx(covered.area, abs=STRIPS_M2)
    assert pieces.m2.min() > -1e-6
    assert pieces.m2.sum() == pytest.approx(shapely.union_all(np.concatenate(shapes)).area, abs=STRIPS_M2)


@given(
    st.lists(st.integers(0, 4), min_size=3, max_size=3, unique=True),
    st.lists(st.integers(0, 4), min_size=3, max_size=3, unique=True),
    st.lists(st.floats(0.01, 1), min_size=6, max_size=6),
)
def test_coupled_classes_keep_the_parts_of_both_sides(one: list[int], other: list[int], sizes: list[float]) -> None:
    left, right = np.array([sizes[:3]]) / sum(sizes[:3]), np.array([sizes[3:]]) / sum(sizes[3:])
    flows = changes.couple(np.array([one]), left, np.array([other]), right)[0]
    assert flows.sum(axis=1) == pytest.approx(left[0])
    assert flows.sum(axis=0) == pytest.approx(right[0])
    for i, code in enumerate(one):
        if code in other:
            assert flows[i, other.index(code)] == pytest.approx(min(left[0][i], right[0][other.index(code)]))


@pytest.fixture
def compared(tmp_path: Path) -> Result:
    """Two crooked surveys of which one is in degrees, over zones of a stranger's name."""
    codes = ("0101", "0601", "05H1", "1101", "0701")
    before = survey(tmp_path / "before.gpkg", random_survey(1, 60, codes))
    after = survey(tmp_path / "after.parquet", random_survey(2, 60, codes), crs=4490)
    zones = {"=1+1<img src=x onerror=alert(1)>": HALVES["west"], "east": HALVES["east"]}
    return measure(
        after, areas(zones, usable={"east": 5000.0}, district=box(-50, -50, 250, 150), schematic=True), before=before
    )


def test_the_workbook_adds_up(compared: Result) -> None:
    book = openpyxl.load_workbook(io.BytesIO(plugins.load(FORMATS, "xlsx").render(compared, "en")), data_only=True)
    formulas = openpyxl.load_workbook(io.BytesIO(plugins.load(FORMATS, "xlsx").render(compared, "en")))
    sheet = list(book["classes"].values)
    assert sum(row[5] for row in sheet[1:-1]) == pytest.approx(6.0, abs=M2)
    assert sheet[-1][5] == pytest.approx(6.0, abs=M2)
    assert [sum(row[2:5]) for row in sheet[1:]] == pytest.approx([row[5] for row in sheet[1:]], abs=M2)
    moves = list(book["matrix"].values)
    assert moves[-1][-1] == pytest.approx(6.0, abs=M2)
    assert [sum(cell or 0 for cell in row[2:-1]) for row in moves[1:]] == pytest.approx(
        [row[-1] for row in moves[1:]], abs=M2
    )
    written = [
        cell.value for name in formulas.sheetnames for row in formulas[name] for cell in row if cell.data_type == "f"
    ]
    assert written
    assert all(str(value).startswith("=SUM(") for value in written)


def test_the_table_of_figures_is_that_of_the_record(compared: Result) -> None:
    lines = list(csv.DictReader(io.StringIO(plugins.load(FORMATS, "csv").render(compared, "zh").decode("utf-8-sig"))))
    content = record(compared, "zh")
    total = sum(float(line["hectares"]) for line in lines if line["place"] == "total")
    assert total == pytest.approx(content["survey"]["hectares"], abs=M2)
    moved = sum(float(line["hectares"]) for line in lines if line["table"] == "changes")
    assert moved == pytest.approx(sum(flow["hectares"] for flow in content["changes"]["matrix"]), abs=M2)
    assert all(not line["place"].startswith("=") for line in lines)


@pytest.mark.slow
def test_the_page_is_whole_and_strangers_names_are_text(compared: Result) -> None:
    for lang in ("zh", "en"):
        page = plugins.load(FORMATS, "html").render(compared, lang).decode("utf-8")
        assert "default-src 'none'" in html.unescape(page)
        assert "<img" not in page
        assert "<script" not in page
        assert 'class="ribbon to-industry"' in page
        assert "http" not in page.replace("http-equiv", "")


@pytest.mark.slow
def test_changes_as_layers_have_the_hectares_of_the_matrix(compared: Result, tmp_path: Path) -> None:
    changed = matrix(compared).changed_m2 / 1e4
    for form, file in (("geojson", tmp_path / "c.geojson"), ("gpkg", tmp_path / "c.gpkg")):
        file.write_bytes(plugins.load(FORMATS, form).render(compared, "en"))
        layer = gpd.read_file(file)
        both = layer[layer["before"].notna() & layer["after"].notna()]
        assert both["hectares"].sum() == pytest.approx(changed, abs=M2)
        assert both.to_crs(EQUAL).area.sum() / 1e4 == pytest.approx(changed, abs=5 * M2)


def test_text_shows_the_classes_and_the_changes(compared: Result) -> None:
    printed = plugins.load(FORMATS, "text").render(compared, "en").decode()
    assert "industrial land" in printed
    assert "unchanged" in printed


@pytest.mark.parametrize("form", ["json", "csv", "text", "xlsx", "html"])
def test_each_output_is_the_same_twice(tmp_path: Path, form: str) -> None:
    result = measure(survey(tmp_path / "a.parquet", random_survey(7, 30)))
    renderer = plugins.load(FORMATS, form)
    assert renderer.render(result, "zh") == renderer.render(result, "zh")


@pytest.mark.slow
@pytest.mark.parametrize("form", plugins.names(FORMATS))
def test_an_output_runs_nothing_of_a_stranger(tmp_path: Path, form: str) -> None:
    zones = {name: box(10 * place, 0, 10 * place + 9, 100) for place, name in enumerate(PAYLOADS)}
    wide = box(0, 0, 10 * len(PAYLOADS), 100)
    after = survey(tmp_path / "<img src=x onerror=alert(1)>.parquet", [(wide, "0601", PAYLOADS[8])], "DLMC")
    before = survey(tmp_path / "${7*7}.parquet", [(wide, "0101", PAYLOADS[0])], "DLMC")
    content = plugins.load(FORMATS, form).render(measure(after, areas(zones), before=before), "en")
    if form == "xlsx":
        book = openpyxl.load_workbook(io.BytesIO(content))
        cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
        assert all(str(cell.value).startswith("=SUM(") for cell in cells if cell.data_type == "f")
        assert "<img src=x onerror=alert(1)>" in str([cell.value for cell in cells])
        return
    if form == "gpkg":
        return  # which has the names of classes and none of a stranger
    text = content.decode("utf-8-sig")
    if form == "csv":
        lines = list(csv.reader(io.StringIO(text, newline="")))
        assert not [cell for row in lines for cell in row if is_formula(cell) and not is_number(cell)]
    elif form == "svg":
        assert "onerror" not in text  # names of classes alone
        assert ElementTree.fromstring(text).tag == "{http://www.w3.org/2000/svg}svg"
    elif form == "html":
        bodies = re.findall(
            r"<(?!/?(?:!doctype|html|head|meta|title|style|body|section|h[1-3]|p|ul|li|div|table|thead|tbody|tfoot|tr|th|td|figure|figcaption|span|svg|g|path|rect|text)\b)",
            text,
        )
        assert bodies == []
        assert "onerror=" not in re.sub(r"&lt;.*?&gt;", "", text)
    else:
        assert obeyed(text) == []


def yzgeo(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "yzgeo", "landuse", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")


def dltb(folder: Path, form: str) -> Path:
    """A DLTB by a real driver: Chinese names, net areas; the shapefile in GBK, as offices have it."""
    squares = [box(40500000 + x, 3300000, 40500000 + x + 100, 3300100) for x in (0, 100, 200)]
    frame = gpd.GeoDataFrame(
        {
            "BSM": ["1", "2", "3"],
            "DLBM": ["0103", "0601", "1001"],
            "DLMC": ["旱地", "工业用地", "铁路用地"],
            "TBMJ": [10000.0, 10000.0, 10000.0],
            "KCDLBM": ["1203", None, None],
            "KCMJ": [1200.0, 0.0, 0.0],
            "TBDLMJ": [8800.0, 10000.0, 10000.0],
        },
        geometry=squares,
        crs=4528,
    )
    file = folder / f"DLTB{form}"
    if form == ".shp":
        frame.to_file(file, encoding="GBK")
        file.with_suffix(".cpg").unlink()
    elif form == ".gdb":
        frame.to_file(file, driver="OpenFileGDB", layer="DLTB")
        frame.iloc[:1].to_file(file, driver="OpenFileGDB", layer="XZQ", mode="a")  # 行政区, as in every such database
    else:
        frame.to_file(file)
    return file


def zones_beside(folder: Path) -> Path:
    zone = gpd.GeoDataFrame({"zone_id": ["甲区"]}, geometry=[box(40500000, 3300000, 40500150, 3300100)], crs=4528)
    zone.to_file(folder / "zones.geojson", driver="GeoJSON")
    return folder / "zones.geojson"


@pytest.mark.slow
@pytest.mark.parametrize("form", [".shp", ".gdb", ".gpkg"])
def test_the_command_reads_what_offices_have(tmp_path: Path, form: str) -> None:
    done = yzgeo(dltb(tmp_path, form), "--zones", zones_beside(tmp_path), "--format", "json", "--lang", "en")
    assert done.returncode == 0, done.stderr
    content = json.loads(done.stdout)
    assert content["system"] == "survey-2019"  # the names tell, since 1001 is industry in another
    found = {row["code"]: (row["total_ha"], row["outside_ha"]) for row in content["classes"]}
    assert found["0103"] == pytest.approx((0.88, 0), abs=M2)
    assert found["1203"] == pytest.approx((0.12, 0), abs=M2)
    assert found["0601"] == pytest.approx((1, 0.5), abs=M2)
    assert found["1001"] == pytest.approx((1, 1), abs=M2)


@pytest.mark.slow
def test_the_command_counts_in_the_zones_of_a_plan(tmp_path: Path) -> None:
    square = gpd.GeoDataFrame({"DLBM": ["0601"]}, geometry=[box(121.4, 29.6, 121.9, 30.0)], crs=4490)
    square.to_file(tmp_path / "a.gpkg")
    done = yzgeo(tmp_path / "a.gpkg", "--format", "json", "-o", tmp_path / "a.json")
    assert done.returncode == 0, done.stderr
    content = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
    assert [zone["industrial_share"] for zone in content["zones"]] == pytest.approx([1] * 6, rel=1e-3)
    assert "示意" in done.stderr


@pytest.mark.slow
@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["a.gpkg", "-o", "a.geojson"], "--before"),
        (["a.gpkg", "--before-layer", "x"], "--before-layer is for the file of --before"),
        (["a.gpkg", "--zones-layer", "x"], "--zones"),
        (["a.gpkg", "-o", "a.gpkg"], "is the input"),
        (["missing.gpkg"], "does not exist"),
        (["a.gpkg", "--map", "code=none"], "has no column 'none'"),
        (["b.gpkg"], "(--map code=DLBM)"),
        (["c.gpkg"], "(--codes survey-2019)"),
        (["a.gpkg", "--before", "c.gpkg"], "(--before-codes survey-2019)"),
        (["a.gpkg", "--area", "registered"], "(--area drawn)"),
    ],
)
def test_what_cannot_be_done_ends_with_two_and_one_message(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], words: str
) -> None:
    square = box(121.5, 29.7, 121.51, 29.71)
    for name, columns in (("a", {"DLBM": ["0601"]}), ("b", {"BSM": ["0601"]}), ("c", {"地类代码": ["1001"]})):
        gpd.GeoDataFrame(columns, geometry=[square], crs=4490).to_file(tmp_path / f"{name}.gpkg")
    monkeypatch.chdir(tmp_path)
    before = (tmp_path / "a.gpkg").read_bytes()
    done = yzgeo(*arguments, "--lang", "en")
    assert done.returncode == 2, done.stderr
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert (tmp_path / "a.gpkg").read_bytes() == before
    assert not (tmp_path / "a.geojson").exists()


def test_columns_of_a_stranger_are_found_by_map(tmp_path: Path) -> None:
    frame = gpd.GeoDataFrame({"类别": ["0601"], "BZ": ["x"]}, geometry=[box(0, 0, 100, 100)], crs=EQUAL)
    frame.to_parquet(tmp_path / "a.parquet")
    result = measure(run.Source(tmp_path / "a.parquet", {"code": "类别"}, codes="survey-2019"))
    assert cells(result)["0601", "west"] == pytest.approx(10000, abs=1e-3)


def of_names(file: Path, column: str, *names: str | None, codes: str | None = None) -> run.Source:
    shapes = [box(100 * place, 0, 100 * place + 100, 100) for place in range(len(names))]
    gpd.GeoDataFrame({column: names}, geometry=shapes, crs=EQUAL).to_parquet(file)
    mapping = {} if column in ("DLMC", "用地用海名称") else {"code": column}
    return run.Source(file, mapping, codes=codes)


@pytest.mark.parametrize(
    ("column", "names", "codes", "expected"),
    [
        ("DLMC", ("工业用地", " 工业 用地", None), None, {"0601", ""}),
        ("用地用海名称", ("工业用地", "一类工业用地"), None, {"1001", "100101"}),
        ("类别", ("工业用地", "一类工业用地"), None, {"1001", "100101"}),  # the second name is of one system alone
        ("类别", ("工业用地", "水田"), "gbt21010-2017", {"0601", "0101"}),
        ("类别", ("工业用地", "工业用地", "０６０２"), "survey-2019", {"0601", "0602"}),
    ],
)
def test_classes_may_stand_by_name_alone(
    tmp_path: Path, column: str, names: tuple[str | None, ...], codes: str | None, expected: set[str]
) -> None:
    result = measure(of_names(tmp_path / "a.parquet", column, *names, codes=codes), level=3)
    assert {code for code, _ in cells(result)} == expected


def test_names_that_two_systems_have_are_asked_for_and_no_class_is_guessed(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="names of classes are those of") as asked:
        measure(of_names(tmp_path / "a.parquet", "类别", "工业用地", "水田"))
    assert asked.value.parameter is not None
    assert asked.value.parameter.name == "codes"
    with pytest.raises(InputError, match="the nearest is 0601 工业用地") as unknown:
        measure(of_names(tmp_path / "b.parquet", "DLMC", "水田", "工业用土"))
    assert unknown.value.row == 2


def test_a_survey_of_lines_is_refused(tmp_path: Path) -> None:
    source = survey(tmp_path / "a.gpkg", [(shapely.LineString([(0, 0), (9, 9)]), "0601")])
    with pytest.raises(InputError, match="no polygon has a shape"):
        measure(source)


def test_frames_with_names_beside_codes_that_differ_are_told(tmp_path: Path) -> None:
    polygons = [(box(0, 0, 100, 100), "0601", "采矿用地"), (box(100, 0, 200, 100), "0602", "采矿用地")]
    result = measure(survey(tmp_path / "a.parquet", polygons, "DLMC"))
    assert any("0601 is 工业用地, written '采矿用地'" in remark.en for remark in all_remarks(result))
    assert isinstance(result.accounts.cells, pd.DataFrame)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_column_of_the_text_is_cut(tmp_path: Path, lang: str) -> None:
    names = [f"第{number}个名称很长的经济开发区核心区" for number in range(6)]
    zones = {name: box(100 * place, 0, 100 * place + 100, 100) for place, name in enumerate(names)}
    where = areas(zones, district=box(0, 0, 600, 100))
    result = measure(survey(tmp_path / "a.parquet", [(box(0, 0, 600, 100), "0601")]), where)
    text = plugins.load(FORMATS, "text").render(result, lang).decode("utf-8")
    table = text.partition("┓\n")[2].partition("┡")[0].splitlines()
    assert {line.count("┃") for line in table} == {12}  # code, class, six zones, outside, total, district
    assert text.splitlines()[1].endswith("┓")
