"""Land of a parcel ledger: sums seen at a glance, every piece of land once, and whether the pace is enough."""

from __future__ import annotations

import json
import math
import random
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import openpyxl
import pandas as pd
import pytest
import shapely
import toy
from hypothesis import given, settings
from hypothesis import strategies as st
from pyproj import Geod

import demo_ledger
from yzgeo.checks.run import run
from yzgeo.core.errors import InputError
from yzgeo.core.plugins import load as plugin
from yzgeo.ledger import ledger
from yzgeo.plan.load import load, up_to, with_parcels
from yzgeo.plan.model import Plan
from yzgeo.publish.context import build_context
from yzgeo.publish.report.render import render
from yzgeo.stats import recovery, target_progress
from yzgeo.stats.collect import collect
from yzgeo.stats.subjects import actuals, land_intensity, land_recovery, targets

GEOD = Geod(a=6378137, rf=298.257222101)
M2_PER_MU = 2000 / 3
CUTS = ("by_zone", "by_measure", "by_class", "by_town")
STATUSES = ("recovered", "under_way", "identified")
PARCEL_RULES = ["parcel-area", "parcel-fields", "parcel-overlap", "parcel-recovered-twice"]
TARGET = {
    "target_id": "land", "measure_id": "low-efficiency-land", "scope": "district", "name": "盘活", "direction": "at_least",
    "target_year": 2030, "target": 100, "source": "二",
}  # fmt: skip
MEASURE = {"measure_id": "low-efficiency-land", "name": "盘活用地", "name_en": "Land recovered", "unit": "亩"}


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    """Two official zones side by side: north of 29.6 and south of it, from 121.55 to 121.65."""
    folder = toy.make(
        tmp_path_factory.mktemp("land") / "toy",
        targets=[*toy.TABLES["targets"], TARGET],
        measures=[*toy.TABLES["measures"], MEASURE],
    )
    toy.official(folder, north=(121.55, 29.6, 121.65, 29.65), south=(121.55, 29.55, 121.65, 29.6))
    read = load(folder)
    # A border along a parallel needs points: 10 km straight in metres leave the parallel by a metre.
    return replace(read, zones=read.zones.set_geometry(read.zones.geometry.segmentize(0.001)))


def box(west: float, south: float, east: float, north: float) -> shapely.Polygon:
    return shapely.box(121.6 + west / 1000, 29.6 + south / 1000, 121.6 + east / 1000, 29.6 + north / 1000)


def mu(shape: shapely.Polygon) -> float:
    return abs(GEOD.geometry_area_perimeter(shape)[0]) / M2_PER_MU


def parcel(
    parcel_id: str | None, shape: shapely.Polygon | None, status: str = "recovered", **said: Any
) -> dict[str, Any]:
    dated = {"recovered_on": "2027-05-01"} if status == "recovered" else {}
    return {"parcel_id": parcel_id, "status": status, "geometry": shape, **dated, **said}


def frame(rows: list[dict[str, Any]]) -> gpd.GeoDataFrame:
    cells = pd.DataFrame(rows)
    columns = {
        name: cells.get(name, pd.Series(None, cells.index, dtype=object)).astype(kind)
        for name, kind in ledger.COLUMNS.items()
    }
    return gpd.GeoDataFrame(columns, geometry=gpd.GeoSeries(list(cells["geometry"]), crs=4490))


def recovered(plan: Plan, *rows: dict[str, Any]) -> dict[str, Any]:
    return land_recovery.table(with_parcels(plan, frame(list(rows))))


def zone(found: dict[str, Any], zone_id: str | None) -> dict[str, float]:
    return next(row for row in found["by_zone"] if row["zone_id"] == zone_id)


def found_by(plan: Plan, *rows: dict[str, Any], rules: list[str] = PARCEL_RULES) -> list[tuple[str, str]]:
    outcome = run(with_parcels(plan, frame(list(rows))), select=rules)
    return [(finding.rule, finding.subject) for finding in outcome.findings]


@pytest.mark.slow
def test_the_registered_area_counts_and_is_split_by_the_shape(plan: Plan) -> None:
    found = recovered(plan, parcel("A", box(0, -1, 1, 3), area_mu=40.0))
    assert found["recovered_mu"] == 40
    assert zone(found, "south")["recovered_mu"] == pytest.approx(10, abs=1e-3)
    assert zone(found, "north")["recovered_mu"] == pytest.approx(30, abs=1e-3)
    assert zone(found, None)["recovered_mu"] == 0
    assert list(found["by_zone"][0]) == ["zone_id", "recovered_mu", "under_way_mu", "identified_mu"]
    assert (found["progress"], found["as_of"]) == (0.4, "2027-05-01")


@pytest.mark.slow
def test_without_a_registered_area_the_ellipsoidal_one_counts(plan: Plan) -> None:
    shape = box(-2, 1, 3, 4)
    for stated in (None, 0.0, -3.0, math.inf):
        found = recovered(plan, parcel("A", shape, "under_way", area_mu=stated))
        assert found["under_way_mu"] == pytest.approx(mu(shape), rel=1e-6)
    assert found["recovered_mu"] == found["identified_mu"] == 0
    assert found["as_of"] is None
    assert found["pace"] == "unknown"


def test_land_outside_all_zones_and_parcels_without_a_shape_have_no_zone(plan: Plan) -> None:
    half_out = parcel("A", box(49, 1, 51, 2), area_mu=10.0)
    undrawn = parcel("B", None, "identified", area_mu=7.0)
    nothing = parcel("C", None, "identified")
    found = recovered(plan, half_out, undrawn, nothing)
    assert zone(found, None)["recovered_mu"] == pytest.approx(5, abs=1e-6)
    assert zone(found, None)["identified_mu"] == found["identified_mu"] == 7
    assert (found["parcels"], found["parcels_counted"]) == (3, 2)


def test_every_zone_measure_and_class_of_the_plan_is_listed(plan: Plan) -> None:
    found = recovered(plan, parcel("A", box(0, 1, 1, 2), measure="收储", block_class="清理退出", town="山镇"))
    assert [row["zone_id"] for row in found["by_zone"]] == ["north", "south", None]
    assert [row["measure"] for row in found["by_measure"]] == ["腾出", "盘活", "收储"]
    assert [row["block_class"] for row in found["by_class"]] == ["重点发展", "改造提升", "清理退出"]
    assert [row["town"] for row in found["by_town"]] == ["山镇"]
    silent = recovered(plan, parcel("A", box(0, 1, 1, 2)))
    assert [row["measure"] for row in silent["by_measure"]] == ["腾出", "盘活", None]


def test_years_run_from_the_period_to_the_day(plan: Plan) -> None:
    rows = [
        parcel("A", box(0, 1, 1, 2), area_mu=10.0, recovered_on="2026-03-01"),
        parcel("B", box(2, 1, 3, 2), area_mu=20.0, recovered_on="2028-12-31"),
        parcel("C", box(4, 1, 5, 2), area_mu=5.0, recovered_on="soon"),
    ]
    found = recovered(plan, *rows)
    assert [(row["year"], row["recovered_mu"], row["cumulative_mu"]) for row in found["by_year"]] == [
        (2026, 10, 10),
        (2027, 0, 10),
        (2028, 20, 30),
        (None, 5, None),
    ]
    assert found["as_of"] == "2028-12-31"


def test_what_is_recovered_after_the_day_is_counted_apart(plan: Plan) -> None:
    rows = [
        parcel("A", box(0, -1, 1, 3), area_mu=10.0, recovered_on="2026-03-01"),
        parcel("B", box(2, -1, 3, 3), area_mu=20.0, recovered_on="2028-12-31"),  # in two zones, and one parcel
        parcel("C", box(4, 1, 5, 2), area_mu=5.0, recovered_on="soon"),
    ]
    ledger_of = with_parcels(plan, frame(rows))
    assert recovery.recovered_later(ledger_of) is None
    assert recovery.recovered_later(up_to(ledger_of, "2028-12-31")) is None
    assert recovery.recovered_later(up_to(ledger_of, "2028-12-30")) == {"count": 1, "mu": 20.0}


@pytest.mark.slow
def test_a_mistyped_year_does_not_set_the_day(plan: Plan) -> None:
    rows = [
        parcel("A", box(0, 1, 1, 2), area_mu=10.0, recovered_on="2027-03-01"),
        parcel("B", box(2, 1, 3, 2), area_mu=20.0, recovered_on="2205-01-01"),
    ]
    found = recovered(plan, *rows)
    assert (found["as_of"], found["recovered_mu"], found["pace"]) == ("2027-03-01", 30, "on_track")
    assert [row["year"] for row in found["by_year"]] == [2026, 2027, 2205]
    assert found_by(plan, *rows, rules=["parcel-fields"]) == [("parcel-fields", "parcel:B")]
    assert recovered(plan, rows[1])["as_of"] is None
    late = parcel("C", box(2, 1, 3, 2), area_mu=20.0, recovered_on="2031-12-31")
    assert recovered(plan, late)["as_of"] == "2031-12-31"


@pytest.mark.slow
def test_a_ledger_without_any_status_is_said_to_count_nothing(tmp_path: Path) -> None:
    (tmp_path / "l.csv").write_text("地块编号,面积（亩）\nA,15\nB,15\n", "utf-8")
    (tmp_path / "m.csv").write_text("地块编号,面积（亩）,状态\nA,15,\nB,15,已盘活\n", "utf-8")
    said = [
        subprocess.run(
            [sys.executable, "-m", "yzgeo", "stats", "--parcels", str(tmp_path / name)],
            capture_output=True,
            encoding="utf-8",
            check=True,
        ).stderr
        for name in ("l.csv", "m.csv")
    ]
    assert ["台账没有状态，全部不计" in text for text in said] == [True, False]
    subprocess.run(
        [sys.executable, "-m", "yzgeo", "new", "p", "--like", "yinzhou"], cwd=tmp_path, capture_output=True, check=True
    )
    command = [sys.executable, "-m", "yzgeo", "import", "parcels", "l.csv", "--into", "p", "--dry-run"]
    assert (
        "台账没有状态，全部不计"
        in subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", check=True).stdout
    )


@pytest.mark.slow
def test_a_ledger_of_several_layers_and_one_shifted_can_be_counted(tmp_path: Path) -> None:
    rows = frame([parcel("A", shapely.box(121.6, 29.8, 121.601, 29.801), area_mu=10.0, recovered_on="2024-01-01")])
    rows.to_file(tmp_path / "l.gpkg", layer="台账")
    rows.to_file(tmp_path / "l.gpkg", layer="旧台账")

    def stats(*options: str) -> subprocess.CompletedProcess[str]:
        command = [
            sys.executable,
            "-m",
            "yzgeo",
            "stats",
            "--format",
            "json",
            "--parcels",
            str(tmp_path / "l.gpkg"),
            *options,
        ]
        return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)

    assert stats().returncode == 2
    plain, shifted = stats("--layer", "台账"), stats("--layer", "台账", "--datum", "gcj02")
    assert [json.loads(done.stdout)["land_recovery"]["recovered_mu"] for done in (plain, shifted)] == [10, 10]
    for name in ("check", "build"):
        shown = subprocess.run(
            [sys.executable, "-m", "yzgeo", name, "--help"], capture_output=True, encoding="utf-8", check=True
        )
        assert "--layer" in shown.stdout
        assert "--datum" in shown.stdout


@pytest.mark.parametrize(
    ("day", "pace_", "needed"),
    [
        ("2028-12-31", "behind", 65 / 2),
        ("2030-12-31", "missed", None),
        ("2035-01-01", "missed", None),
        ("2026-06-30", "behind", 90 / 4.5),
    ],
)
def test_the_pace_as_of_a_day(plan: Plan, day: str, pace_: str, needed: float | None) -> None:
    rows = [
        parcel("A", box(0, 1, 1, 2), area_mu=10.0, recovered_on="2026-06-30"),
        parcel("B", box(2, 1, 3, 2), area_mu=25.0, recovered_on="2028-12-31"),
    ]
    found = land_recovery.table(up_to(with_parcels(plan, frame(rows)), day))
    if pace_ == "behind" and day < "2027":
        # 10 of 100 mu after a tenth of five years and a little: an even pace makes 9.9
        assert found["expected_mu"] == pytest.approx(100 * 181 / 1826)
        pace_ = "on_track"
    assert (found["pace"], found["as_of"]) == (pace_, day)
    assert found["needed_mu_per_year"] == (None if needed is None else pytest.approx(needed, rel=0.005))


@pytest.mark.parametrize(
    ("mu_", "day"), [(20.0, "2028-12-31"), (70.0, "2028-12-31"), (100.0, "2029-12-31"), (100.0, "2031-12-31")]
)
def test_a_ledger_and_what_is_reported_by_year_come_to_the_same(plan: Plan, mu_: float, day: str) -> None:
    counted = with_parcels(plan, frame([parcel("A", box(0, 1, 1, 2), area_mu=mu_, recovered_on="2026-06-30")]))
    by_day = land_recovery.table(up_to(counted, day))
    aim = target_progress.Goal("at_least", 0.0, 2025, None, by_day["target_mu"], 2030)
    by_year = target_progress.pace_in(aim, int(day[:4]), mu_)
    assert (by_day["pace"], by_day["progress"]) == (by_year.verdict, by_year.progress)
    assert by_day["expected_mu"] == pytest.approx(by_year.expected, rel=1e-3)
    assert by_day["needed_mu_per_year"] == pytest.approx(by_year.needed_per_year, rel=2e-3)


def test_what_was_recovered_later_does_not_count_yet(plan: Plan) -> None:
    rows = [
        parcel("A", box(0, 1, 1, 2), area_mu=10.0, recovered_on="2026-06-30"),
        parcel("B", box(2, 1, 3, 2), area_mu=25.0, recovered_on="2028-12-31"),
    ]
    found = land_recovery.table(up_to(with_parcels(plan, frame(rows)), "2027-12-31"))
    assert (found["recovered_mu"], found["recovered_later_mu"]) == (10, 25)
    assert math.fsum(row["recovered_mu"] for row in found["by_zone"]) == 10
    with pytest.raises(InputError, match="not a date"):
        up_to(plan, "2027-13-01")


@pytest.mark.parametrize("again", ["A", "B"])
def test_the_same_land_recovered_twice_counts_once(plan: Plan, again: str) -> None:
    shape = box(0, 1, 1, 2)
    rows = [
        parcel("A", shape, area_mu=16.0, measure="腾出", recovered_on="2027-01-01"),
        parcel(again, shape, area_mu=16.0, measure="盘活", recovered_on="2028-01-01"),
    ]
    found = recovered(plan, *rows)
    assert found["recovered_mu"] == 16
    assert {row["measure"]: row["recovered_mu"] for row in found["by_measure"]} == {"腾出": 16, "盘活": 0}
    rule = "parcel-fields" if again == "A" else "parcel-recovered-twice"
    assert found_by(plan, *(row | {"area_mu": mu(shape)} for row in rows)) == [(rule, "parcel:A")]


def test_land_that_two_parcels_share_goes_to_the_one_further_on(plan: Plan) -> None:
    left, right = box(0, 1, 2, 2), box(1, 1, 3, 2)
    found = recovered(plan, parcel("A", left, "identified"), parcel("B", right))
    assert found["recovered_mu"] == pytest.approx(mu(right), rel=1e-6)
    assert found["identified_mu"] == pytest.approx(mu(left) / 2, rel=1e-4)
    three = recovered(plan, parcel("A", left), parcel("B", right), parcel("C", box(0.5, 1, 1.5, 2), area_mu=12.0))
    assert three["recovered_mu"] == pytest.approx(mu(left.union(right)), rel=1e-5)


def test_a_row_of_unknown_status_counts_nothing_and_hides_nothing(plan: Plan) -> None:
    shape = box(0, 1, 1, 2)
    found = recovered(plan, parcel("A", shape, "done", area_mu=9.0), parcel("B", shape, area_mu=9.0))
    assert found["recovered_mu"] == 9
    assert found["parcels_counted"] == 1


@pytest.mark.slow
def test_zones_that_overlap_do_not_count_land_twice(tmp_path: Path) -> None:
    folder = toy.make(tmp_path / "toy")
    toy.official(folder, north=(121.55, 29.58, 121.65, 29.65), south=(121.55, 29.55, 121.65, 29.61))
    found = recovered(load(folder), parcel("A", box(0, 1, 1, 2), area_mu=12.0))
    assert [row["recovered_mu"] for row in found["by_zone"]] == [pytest.approx(6), pytest.approx(6), 0]


@pytest.mark.slow
def test_an_invalid_shape_is_mended_not_refused(plan: Plan) -> None:
    bow_tie = shapely.Polygon([(121.6, 29.61), (121.601, 29.611), (121.601, 29.61), (121.6, 29.611)])
    shapes = [box(5, 1, 6, 2), bow_tie]
    found = found_by(plan, *(parcel(name, shape) for name, shape in zip("AB", shapes, strict=True)))
    assert found == [("parcel-fields", "parcel:B")]
    mended = recovered(plan, parcel("B", bow_tie))
    assert mended["recovered_mu"] == pytest.approx(mu(box(0, 10, 1, 11)) / 2, rel=1e-3)


SHAPES = st.tuples(st.integers(-60, 60), st.integers(-60, 60), st.integers(1, 9), st.integers(1, 9))
ROWS = st.lists(
    st.builds(
        dict,
        corner=st.none() | SHAPES,
        parcel_id=st.sampled_from([*"ABCDEFGH", None]),
        status=st.sampled_from([*STATUSES, "done"]),
        recovered_on=st.sampled_from(["2026-01-01", "2028-02-29", "2027-02-29", None]),
        measure=st.sampled_from(["腾出", " 盘活", "收储", "", None]),
        block_class=st.sampled_from(["重点发展", None]),
        town=st.sampled_from(["甲镇", "乙镇", None]),
        area_mu=st.none() | st.floats(0.01, 500),
    ),
    min_size=1,
    max_size=12,
)


def drawn(rows: list[dict[str, Any]], **same: Any) -> list[dict[str, Any]]:
    found = []
    for row in rows:
        west, south, width, height = row["corner"] or (0, 0, 0, 0)
        shape = box(west, south, west + width, south + height) if row["corner"] else None
        found.append({**row, "geometry": shape, **same})
    return found


@pytest.mark.slow
@settings(max_examples=20)
@given(ROWS)
def test_every_cut_adds_up_to_the_totals(plan: Plan, rows: list[dict[str, Any]]) -> None:
    found = recovered(plan, *drawn(rows))
    for cut in CUTS:
        for status in STATUSES:
            whole = found[f"{status}_mu"]
            assert math.fsum(row[f"{status}_mu"] for row in found[cut]) == pytest.approx(whole, rel=1e-9), cut
    assert math.fsum(row["recovered_mu"] for row in found["by_year"]) == pytest.approx(found["recovered_mu"], rel=1e-9)


@pytest.mark.slow
@settings(max_examples=10)
@given(ROWS, st.randoms(use_true_random=False))
def test_the_order_of_the_rows_says_nothing(plan: Plan, rows: list[dict[str, Any]], chance: random.Random) -> None:
    named = [{**row, "parcel_id": row["parcel_id"] or "Z"} for row in drawn(rows)]
    shuffled = chance.sample(named, len(named))
    first, second = (with_parcels(plan, frame(order)) for order in (named, shuffled))
    close = (pytest.approx(found, rel=1e-9, abs=1e-9) for found in [totals(first)])
    assert totals(second) == next(close)
    findings = [run(one, select=[*PARCEL_RULES, "land-recovery"]).findings for one in (first, second)]
    assert [(one.rule, one.subject, one.message.en) for one in findings[0]] == [
        (one.rule, one.subject, one.message.en) for one in findings[1]
    ]


def totals(plan: Plan) -> list[float]:
    found = land_recovery.table(plan)
    return [row[f"{status}_mu"] for cut in CUTS for row in found[cut] for status in STATUSES]


@pytest.mark.slow
@settings(max_examples=20)
@given(st.lists(SHAPES, min_size=1, max_size=10), st.lists(st.sampled_from(STATUSES), min_size=10, max_size=10))
def test_drawn_land_counts_exactly_once(plan: Plan, corners: list[tuple[int, ...]], statuses: list[str]) -> None:
    rows = [
        parcel(f"P{number}", box(west, south, west + width, south + height), status)
        for number, ((west, south, width, height), status) in enumerate(zip(corners, statuses, strict=False))
    ]
    found = recovered(plan, *rows)
    union = shapely.union_all([row["geometry"] for row in rows])
    assert sum(found[f"{status}_mu"] for status in STATUSES) == pytest.approx(mu(union), rel=1e-5)
    done = shapely.union_all([row["geometry"] for row in rows if row["status"] == "recovered"])
    assert found["recovered_mu"] == pytest.approx(mu(done), rel=1e-5, abs=1e-9)
    whole = shapely.box(121.55, 29.55, 121.65, 29.65)
    assert zone(found, None)["recovered_mu"] == pytest.approx(mu(done.difference(whole)), rel=1e-4, abs=1e-3)


@pytest.mark.slow
@settings(max_examples=20)
@given(SHAPES, st.integers(1, 8), st.floats(1, 500))
def test_a_parcel_split_in_two_counts_the_same(plan: Plan, corner: tuple[int, ...], part: int, area: float) -> None:
    west, south, width, height = corner
    whole = recovered(plan, parcel("A", box(west, south, west + width, south + height), area_mu=area))
    cut = west + width * part / 9
    pieces = [box(west, south, cut, south + height), box(cut, south, west + width, south + height)]
    areas = [area * mu(piece) / sum(map(mu, pieces)) for piece in pieces]
    split = recovered(plan, *(parcel(f"A{n}", piece, area_mu=areas[n]) for n, piece in enumerate(pieces)))
    for zone_id in ("north", "south", None):
        assert zone(split, zone_id)["recovered_mu"] == pytest.approx(
            zone(whole, zone_id)["recovered_mu"], rel=1e-5, abs=1e-5 * area
        )


def test_intensity_is_weighted_by_area_and_tells_how_many_parcels_it_rests_on(plan: Plan) -> None:
    rows = [
        parcel("A", box(0, 1, 1, 2), area_mu=10.0, tax_10k_yuan=100.0, floor_area_m2=10 * M2_PER_MU),
        parcel("B", box(2, -2, 3, -1), area_mu=30.0, tax_10k_yuan=900.0, floor_area_m2=90 * M2_PER_MU),
        parcel("C", box(4, 1, 5, 2), "identified", area_mu=50.0),
    ]
    found = {
        (row["measure_id"], row["scope"], row["zone_id"]): row
        for row in land_intensity.table(with_parcels(plan, frame(rows)))
    }
    tax = found["tax-per-mu", "all", None]
    assert (tax["value"], tax["parcels_with_figure"], tax["parcels"], tax["land_mu"]) == (25, 2, 3, 40)
    assert found["tax-per-mu", "zone", "north"]["value"] == 10
    ratio = found["floor-area-ratio", "all", None]
    assert (ratio["value"], ratio["target"], ratio["meets_target"]) == (pytest.approx(2.5), 2, True)
    nothing = found["value-added-per-mu", "all", None]
    assert (nothing["value"], nothing["meets_target"], nothing["parcels_with_figure"]) == (None, None, 0)


@pytest.mark.slow
def test_intensity_is_held_against_the_targets_of_the_plan() -> None:
    plan = load("yinzhou")
    row = parcel(
        "A", shapely.box(121.55, 29.8, 121.551, 29.801), area_mu=10.0, tax_10k_yuan=500.0, value_added_10k_yuan=100.0
    )
    rows = land_intensity.table(with_parcels(plan, frame([row])))
    totals = {row["measure_id"]: row for row in rows if row["scope"] == "all"}
    assert [totals[name]["target"] for name in ("tax-per-mu", "value-added-per-mu", "floor-area-ratio")] == [49, 200, 2]
    assert [totals[name]["meets_target"] for name in ("tax-per-mu", "value-added-per-mu")] == [True, False]


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_report_tells_intensity_in_tables_of_their_own(plan: Plan, lang: Any) -> None:
    rows = [
        parcel("A", box(0, 1, 1, 2), area_mu=30.0, tax_10k_yuan=1000.0, note=recovery.INVENTED),
        parcel("B", box(2, -2, 3, -1), area_mu=10.0),
    ]
    held = with_parcels(plan, frame(rows))
    html = render(build_context(held, lang))
    html = html[html.index(f'<article data-lang="{lang}"') :]
    part = html[html.index({"zh": "<h3>台账地块用地强度", "en": "<h3>Intensity of the ledger"}[lang]) :]
    part = part[: part.index("</section>")]
    name = plan.zones.set_index("zone_id").loc["north", "name" if lang == "zh" else "name_en"]
    assert f'<td class="t">{name}</td><td class="n">33.33</td>' in part
    assert '<td class="n">1 <small>(2)</small></td><td class="n">30.00</td>' in part  # parcels with a figure, of all
    assert {"zh": "亩均税收（万元/亩）", "en": "Tax per mu (10,000 yuan per mu)"}[lang] in part
    assert {"zh": "台账没有这项数字", "en": "The ledger has no such figure"}[lang] in part  # floor area, value added
    assert not re.search("tax-per-mu|floor-area-ratio|INVENTED|>north<|33\\.333", part)
    article = html[: html.index("</article>")]
    on_cover = article[: article.index("</section>")]
    assert {"zh": "台账为虚构，不得引用", "en": "the ledger is made up, not to be quoted"}[lang] in on_cover
    assert article.count({"zh": "虚构示例：", "en": "INVENTED EXAMPLE:"}[lang]) == article.count("<section") - 1


@pytest.mark.slow
@pytest.mark.parametrize(
    ("said", "field", "severity"),
    [
        ({"parcel_id": None}, "parcel_id", "error"),
        ({"parcel_id": " "}, "parcel_id", "error"),
        ({"status": "Recovered"}, "status", "error"),
        ({"recovered_on": None}, "recovered_on", "error"),
        ({"recovered_on": "2027-02-30"}, "recovered_on", "error"),
        ({"recovered_on": "2027/02/03"}, "recovered_on", "error"),
        ({"recovered_on": "2025-12-31"}, "recovered_on", "warning"),
        ({"recovered_on": "2031-01-01"}, "recovered_on", "warning"),
        ({"area_mu": -1.0}, "area_mu", "error"),
        ({"geometry": None}, "area_mu", "warning"),
        ({"unit_code": "330212001001GB00001"}, "unit_code", "warning"),
        ({"unit_code": "330212001001GB00001W00000001"}, "unit_code", "warning"),
        ({"unit_code": "330212001001gb00001F00010001"}, "unit_code", "warning"),
        ({"parcel_id": "330212001001GB0001"}, "parcel_id", "warning"),
        ({"land_use_code": "0605"}, "land_use_code", "warning"),
        ({"land_use_code": "1605"}, "land_use_code", "warning"),
        ({"land_use_code": "工业"}, "land_use_code", "warning"),
    ],
)
def test_a_flaw_of_a_field_is_one_finding(plan: Plan, said: dict[str, Any], field: str, severity: str) -> None:
    row = parcel("A", box(0, 1, 1, 2)) | said
    (finding,) = run(with_parcels(plan, frame([row])), select=PARCEL_RULES).findings
    assert (finding.rule, finding.severity, finding.values["field"]) == ("parcel-fields", severity, field)
    json.dumps(finding.record("zh"), allow_nan=False)


@pytest.mark.slow
@pytest.mark.parametrize(
    "said",
    [
        {"unit_code": "330212 001001 GB00001 F00010001"},
        {"unit_code": "330212001001JC00001W00000000"},
        {"parcel_id": "330212001001GB00001"},
        {"parcel_id": "甲-12"},
        {"land_use_code": "06"},
        {"land_use_code": "100101"},
        {"recovered_on": "2027-05-01T00:00:00"},
        {"recovered_on": "2026-01-01"},
        {"recovered_on": "2030-12-31"},
    ],
)
def test_what_is_in_order_is_not_told(plan: Plan, said: dict[str, Any]) -> None:
    assert found_by(plan, parcel("A", box(0, 1, 1, 2)) | said) == []


@pytest.mark.slow
def test_one_unit_code_on_two_recovered_parcels_is_told(plan: Plan) -> None:
    code = "330212001001GB00001F00010001"
    rows = [parcel(name, box(3 * at, 1, 3 * at + 1, 2), unit_code=code) for at, name in enumerate("AB")]
    assert found_by(plan, *rows) == [("parcel-recovered-twice", "parcel:A")]
    assert found_by(plan, rows[0], rows[1] | {"status": "under_way"}) == []


@pytest.mark.slow
def test_a_hundred_thousand_findings_are_all_told(plan: Plan) -> None:
    at = np.arange(100_000)
    west, south = 121.5 + at % 400 / 2000, 29.5 + at // 400 / 2000
    shapes = shapely.box(west, south, west + 0.0004, south + 0.0004)
    rows = frame([parcel("x", shapes[0])]).loc[np.zeros(100_000, dtype=int)].reset_index(drop=True)
    rows = rows.assign(parcel_id=[f"P{number}" for number in at], land_use_code="9999").set_geometry(shapes, crs=4490)
    outcome = run(with_parcels(plan, rows), select=PARCEL_RULES)
    assert len({finding.subject for finding in outcome.findings}) == 100_000


def test_without_a_ledger_the_rules_say_so(plan: Plan) -> None:
    outcome = run(plan, select=[*PARCEL_RULES, "land-recovery"])
    for state in outcome.rules:
        if state.status != "skipped":
            assert state.status == "not_checked"
            assert state.reason.zh == "未提供地块台账"


@pytest.mark.slow
def test_a_target_behind_its_pace(tmp_path: Path) -> None:
    target = {**toy.TABLES["targets"][1], "base_year": 2025, "base": 10, "target_year": 2030, "target": 20}
    limit = {**target, "target_id": "limit", "direction": "at_most", "target": 5}
    reached = [
        {"target_id": name, "year": year, "value": value, "source": "年报"}
        for name, year, value in (("floor-area-ratio", 2026, 12), ("floor-area-ratio", 2027, 13), ("limit", 2027, 8))
    ]
    plan = load(toy.make(tmp_path / "toy", targets=[target, limit], actuals=reached))
    rows = {row["target_id"]: row for row in targets.table(plan)}
    first, second = rows["floor-area-ratio"], rows["limit"]
    assert (first["actual"], first["expected"], first["progress"], first["on_track"]) == (13, 14, 0.3, False)
    assert first["needed_per_year"] == pytest.approx(7 / 3)
    assert (second["expected"], second["on_track"], second["needed_per_year"]) == (8, True, -1)
    assert [(row["year"], row["on_track"]) for row in actuals.table(plan)] == [
        (2026, True),
        (2027, False),
        (2027, True),
    ]
    (finding,) = run(plan, select=["target-pace"]).findings
    assert finding.subject == "target:floor-area-ratio"


@pytest.mark.parametrize(
    ("direction", "base", "year", "actual", "verdict"),
    [
        ("at_least", None, 2027, 19, None),
        ("at_least", None, 2027, 20, True),
        ("at_least", None, 2030, 19, False),
        ("at_most", 30, 2029, 23, False),
        ("at_most", 30, 2029, 22, True),
        ("equal", 10, 2029, 20, None),
        ("equal", 10, 2030, 20, True),
        ("equal", 10, 2031, 19, False),
    ],
)
def test_whether_the_pace_is_enough(
    direction: str, base: float | None, year: int, actual: float, verdict: bool | None
) -> None:
    aim = target_progress.Goal(direction, base, None if base is None else 2025, None, 20, 2030)
    assert target_progress.pace_in(aim, year, actual).on_track is verdict


def test_the_ledger_proves_the_actual_of_its_target(plan: Plan) -> None:
    with_ledger = with_parcels(plan, frame([parcel("A", box(0, 1, 1, 2), area_mu=40.0)]))
    row = next(row for row in targets.table(with_ledger) if row["target_id"] == "land")
    assert (row["actual"], row["actual_year"], row["actual_source"], row["on_track"]) == (40, 2027, "ledger", True)
    assert all(state.status != "found" for state in run(with_ledger, select=["target-pace"]).rules)


@pytest.mark.slow
def test_the_formats_render_what_a_ledger_adds(plan: Plan) -> None:
    rows = [
        parcel("A", box(0, 1, 1, 2), measure="=1+1", town="<b>甲镇</b>"),
        parcel("B", box(2, 1, 3, 2), "identified"),
    ]
    statistics = collect(with_parcels(plan, frame(rows)))
    json.dumps(statistics, allow_nan=False)
    text = plugin("yzgeo.stats.formats", "text").render(statistics, "zh").decode()
    for words in ("分区块类别", "进度判断", "台账地块用地强度", "含虚构数据", "否"):
        assert words in text
    assert plugin("yzgeo.stats.formats", "xlsx").render(statistics, "zh")[:2] == b"PK"
    assert ",=1+1" not in plugin("yzgeo.stats.formats", "csv").render(statistics, "zh").decode("utf-8-sig")


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("demo") / "demo-ledger-虚构示例.gpkg"
    demo_ledger.write(load("yinzhou"), file)
    return file


@pytest.mark.slow
def test_the_demo_ledger_says_that_it_is_invented_wherever_it_is_used(demo: Path, tmp_path: Path) -> None:
    rows = ledger.read(demo)
    assert "虚构" in demo.name
    assert rows["note"].str.contains("虚构示例 INVENTED EXAMPLE").all()
    again = tmp_path / "again.gpkg"
    demo_ledger.write(load("yinzhou"), again)
    assert ledger.read(again).to_wkt().equals(rows.to_wkt())
    done = subprocess.run(
        [sys.executable, "-m", "yzgeo", "build", "-o", tmp_path / "maps", "--parcels", demo],
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "虚构示例" in done.stdout
    found = json.loads((tmp_path / "maps/data/statistics.json").read_text("utf-8"))["land_recovery"]
    assert found["invented"] is True
    assert "虚构示例" in found["invented_note"]
    assert found["recovered_mu"] > 0
    assert found["identified_in_plan_mu"] == 253
    manifest = json.loads((tmp_path / "maps/data/manifest.json").read_text("utf-8"))
    assert demo.name in manifest["inputs"]
    book = openpyxl.load_workbook(tmp_path / "maps/data/statistics.xlsx")
    about_land = [row[1].value for row in book.worksheets[0].iter_rows(min_row=2) if row[0].value.startswith("land_")]
    assert len(about_land) > 5
    assert all("虚构示例" in title or "强度" in title for title in about_land)
    assert "虚构示例" in str(list(book["land_intensity"].values))
    for written in ("index.html", "使用说明.txt", "data/findings.json"):
        assert "虚构示例" in (tmp_path / "maps" / written).read_text("utf-8"), written


@pytest.mark.slow
def test_stats_of_a_ledger_with_names_of_its_own(tmp_path: Path) -> None:
    rows = frame([parcel("A", shapely.box(121.55, 29.8, 121.551, 29.801), area_mu=12.0, recovered_on="2024-05-01")])
    rows.rename(columns={"status": "状态", "area_mu": "面积"}).to_file(tmp_path / "ledger.gpkg")
    command = [sys.executable, "-m", "yzgeo", "stats", "--format", "json", "--parcels", tmp_path / "ledger.gpkg"]
    named = [*command, "--map", "status=状态", "--map", "area_mu=面积"]
    done = subprocess.run(named, capture_output=True, encoding="utf-8", check=False)
    assert json.loads(done.stdout)["land_recovery"]["recovered_mu"] == 12, done.stderr
    earlier = subprocess.run([*named, "--as-of", "2024-04-30"], capture_output=True, encoding="utf-8", check=False)
    assert json.loads(earlier.stdout)["land_recovery"]["recovered_mu"] == 0
    for wrong in (["--map", "status"], ["--as-of", "2024-04-31"]):
        refused = subprocess.run([*named, *wrong], capture_output=True, encoding="utf-8", check=False)
        assert (refused.returncode, refused.stdout) == (2, "")
        assert len(refused.stderr.strip().splitlines()) == 1


@pytest.mark.slow
def test_rows_that_do_not_count_are_said(tmp_path: Path) -> None:
    ledger = tmp_path / "l.csv"
    ledger.write_text("地块编号,面积（亩）,状态\nA,15,已盘活\nA,15,已盘活\nB,10,不知道\nC,8,已认定\n", "utf-8")
    command = [sys.executable, "-m", "yzgeo", "stats", "--lang", "en", "--parcels", str(ledger)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    _plan, *remarks, _all_tables = done.stderr.splitlines()
    unread, entered_twice, uncounted = sorted(remarks, key=lambda line: "不知道" not in line)
    assert "不知道 (1)" in unread
    assert "row" in entered_twice
    assert uncounted.startswith("2 rows of the ledger are not counted")


def test_numbers_that_repeat_and_areas_that_are_none_are_told_with_their_row(tmp_path: Path) -> None:
    file = tmp_path / "l.csv"
    file.write_text(
        "地块编号,面积（亩）,状态\nA,15,已盘活\nB,10,已盘活\nA,8,已盘活\nC,-2,已认定\nD,0,已认定\n", "utf-8"
    )
    told = "\n".join(remark.en for remark in ledger.remarks(ledger.read_with_log(file, {}, None, None, None, None, {})))
    assert "1 row with a number that an earlier row has" in told
    assert "first in row 4: A" in told
    assert "2 registered areas not above zero" in told
    assert "first in row 5: -2 mu" in told
