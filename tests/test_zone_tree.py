"""Zones in zones: land belongs to the innermost one, counts once, and is shared by those only that lie in each other."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pytest
import toy
from hypothesis import given
from hypothesis import strategies as st
from shapely import Point, box
from shapely.geometry.base import BaseGeometry

from yzgeo.checks.run import run
from yzgeo.core.errors import InputError
from yzgeo.facts import cite
from yzgeo.layers import zones as zone_layer
from yzgeo.ledger import ledger
from yzgeo.plan.inner_zones import zones_by_kind
from yzgeo.plan.load import load, with_parcels
from yzgeo.plan.model import Plan
from yzgeo.publish.page import views
from yzgeo.spatial.membership import zone_of_places, zones_within
from yzgeo.spatial.zone_tree import common_zone, counted, innermost, refuse_cycles
from yzgeo.stats.subjects import land_recovery, projects, summary
from yzgeo.stats.subjects import zones as zone_sums

CRS = "EPSG:4490"
HILL, LAKE = box(121.59, 29.60, 121.61, 29.62), box(121.59, 29.57, 121.61, 29.59)


def tree(**parents: str) -> pd.DataFrame:
    """A table of zones, given as zone=zone it lies in, or an empty text."""
    return pd.DataFrame({"zone_id": list(parents), "parent_zone_id": list(parents.values())})


@pytest.mark.parametrize(
    ("zones", "row", "problem"),
    [
        (tree(a="", b="c"), 3, "there is no zone 'c'"),
        (tree(a="a"), 2, "zone 'a' lies in itself: a > a"),
        (tree(x="a", a="b", b="c", c="a"), 3, "zone 'a' lies in itself: a > b > c > a"),
    ],
)
def test_a_tree_that_is_none_is_refused(zones: pd.DataFrame, row: int, problem: str) -> None:
    with pytest.raises(InputError) as refused:
        refuse_cycles(zones)
    assert (refused.value.row, refused.value.column) == (row, "parent_zone_id")
    assert refused.value.problem.en == problem


@pytest.mark.parametrize("zones", [tree(), tree(a="", b="a", c="b"), pd.DataFrame({"zone_id": ["a"]})])
def test_a_tree_is_accepted(zones: pd.DataFrame) -> None:
    refuse_cycles(zones)


@given(st.lists(st.tuples(st.integers(0, 6), st.one_of(st.none(), st.integers(1, 9))), min_size=1, max_size=7))
def test_no_land_counts_twice_and_none_is_left_out(rows: list[tuple[int, int | None]]) -> None:
    """Each zone lies in an earlier one, or in none: each figure counts, or one around it does."""
    inside = {f"z{k}": f"z{above}" if above < k else "" for k, (above, _) in enumerate(rows)}
    zones = tree(**inside).assign(area_km2=[float("nan") if km2 is None else km2 for _, km2 in rows])
    chosen = set(counted(zones, "area_km2")["zone_id"])
    for zone, km2 in zip(zones["zone_id"], zones["area_km2"], strict=True):
        way = [zone]
        while inside[way[-1]]:
            way.append(inside[way[-1]])
        if pd.notna(km2):
            assert len(chosen & set(way)) == 1


def nested_plan(folder: Path, kind: str = "core", parent: str | None = "south") -> Plan:
    """The toy plan with official outlines, its northern zone in its southern one, which has 10 km²."""
    plan = load(toy.make(folder))
    shapes: list[BaseGeometry] = [HILL, box(121.58, 29.56, 121.62, 29.63)]
    zones = plan.zones.sort_values("zone_id").assign(
        outline_basis="official", parent_zone_id=[parent, None], kind=["core", kind], usable_area_km2=[4.0, 10.0]
    )
    return replace(plan, zones=zones.set_geometry(gpd.GeoSeries(shapes, index=zones.index, crs=CRS)))


def found(plan: Plan, rule: str) -> list[str]:
    """Subjects of the findings of one rule."""
    return [finding.subject for finding in run(plan, select=[rule]).findings]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("kind", "parent", "subjects"),
    [("core", "south", []), ("发展轴", None, []), ("core", None, ["zone:north"])],
)
def test_zones_in_zones_and_bands_overlap_without_a_finding(
    tmp_path: Path, kind: str, parent: str | None, subjects: list[str]
) -> None:
    assert found(nested_plan(tmp_path / "plan", kind, parent), "zone-overlap") == subjects


@pytest.mark.slow
def test_a_gap_between_zones_in_one_zone_is_found(tmp_path: Path) -> None:
    plan = nested_plan(tmp_path / "plan", "core", None)
    north, south = box(121.59, 29.60, 121.61, 29.62), box(121.59, 29.58, 121.61, 29.59998)
    rows = plan.zones.assign(parent_zone_id="town").set_geometry(
        gpd.GeoSeries([north, south], index=plan.zones.index, crs=CRS)
    )
    town = rows.iloc[[0]].assign(
        zone_id="town", parent_zone_id=None, name="镇", geometry=[box(121.58, 29.56, 121.62, 29.63)]
    )
    zones = pd.concat([rows, town.set_index(pd.Index([9]))])
    assert found(replace(plan, zones=zones), "zone-slivers") == ["zone:north"]


@pytest.mark.slow
def test_areas_of_zones_in_zones_count_once(tmp_path: Path) -> None:
    assert summary.table(nested_plan(tmp_path / "a"))["usable_area_km2"] == 10
    assert summary.table(nested_plan(tmp_path / "b", parent=None))["usable_area_km2"] == 14


@pytest.mark.slow
def test_parcels_belong_to_the_innermost_zone_and_count_once(tmp_path: Path) -> None:
    plan = nested_plan(tmp_path / "plan")
    parcels = ledger.empty().reindex([0, 1, 2])
    parcels = parcels.assign(parcel_id=["in", "around", "off"], status="recovered", area_mu=[30.0, 15.0, 6.0])
    spots = [(121.6, 29.61), (121.6, 29.58), (121.65, 29.61)]
    parcels = parcels.set_geometry([Point(at).buffer(0.001) for at in spots], crs=CRS)
    statistic = land_recovery.table(with_parcels(plan, parcels))
    assert {row["zone_id"]: row["recovered_mu"] for row in statistic["by_zone"]} == {
        "north": pytest.approx(30), "south": pytest.approx(45), None: pytest.approx(6)}  # fmt: skip
    assert [row["includes_inner_zones"] for row in statistic["by_zone"]] == [False, True, False]
    assert statistic["recovered_mu"] == pytest.approx(51)


def banded(folder: Path, inside: tuple[str, ...] = ("north", "south"), **changes: list[toy.Row]) -> Plan:
    """The toy plan with its two zones, or one, in a band that has no project, place or area of its own."""
    band = {"zone_id": "band", "name": "产业带", "kind": "产业带", "source": "一"}
    inner = [{**zone, "parent_zone_id": "band"} if zone["zone_id"] in inside else zone for zone in toy.TABLES["zones"]]
    return load(toy.make(folder, zones=[band, *inner], **changes))


@pytest.mark.slow
def test_a_zone_counts_the_projects_of_the_zones_in_it_and_totals_count_them_once(tmp_path: Path) -> None:
    plan = banded(tmp_path / "plan")
    zone = {row["zone_id"]: row for row in zone_sums.table(plan)}
    assert [zone[one]["project_count"] for one in ("band", "north", "south")] == [1, 1, 0]
    assert [zone[one]["investment_100m_yuan"] for one in ("band", "north", "south")] == [2.5, 2.5, 0]
    assert [zone[one]["includes_inner_zones"] for one in ("band", "north", "south")] == [True, False, False]
    assert dict(zip(*zone_layer.frame(plan)[["zone_id", "project_count"]].to_numpy().T, strict=True))["band"] == 1
    cuts = projects.table(plan)
    assert {row["zone_id"]: row["project_count"] for row in cuts["by_zone"]} == {
        "band": 1, "north": 1, "south": 0, None: 0}  # fmt: skip
    assert (cuts["project_count"], summary.table(plan)["investment_100m_yuan"]) == (1, 2.5)
    told = {fact.label.zh: fact.value.zh for fact in cite.facts(plan, "zone", "band")}
    assert told["区内已定位项目（含下级片区）"].startswith("1 个")


@pytest.mark.slow
def test_a_project_across_two_zones_of_a_band_counts_in_the_band(tmp_path: Path) -> None:
    plan = banded(tmp_path / "plan", **toy.MONEY)
    cuts = projects.table(plan)
    counts = {row["zone_id"]: row["project_count"] for row in cuts["by_zone"]}
    assert counts == {"band": 3, "north": 1, "south": 1, None: 0}
    assert counts["band"] + counts[None] + cuts["unlocated"]["project_count"] == cuts["project_count"]
    rows = {row["key"]: row for row in views.projects(plan)}
    assert rows["project:wide"]["zone_ids"] == ["north", "band", "south"]
    assert (rows["project:wide"]["zone_id"], rows["project:dollar"]["zone_ids"]) == ("band", ["south", "band"])
    across = "跨片区项目（另计）"
    for zone in ("north", "south"):
        told = {fact.label.zh: fact.value.zh for fact in cite.facts(plan, "zone", zone)}
        assert told[across] == "1 个，计划总投资 5 亿元（其中 1 个按区间下限计）：两地厂"
    told = {fact.label.zh: fact.value.zh for fact in cite.facts(plan, "zone", "band")}
    assert across not in told
    assert told["区内已定位项目（含下级片区）"].startswith("3 个")


@pytest.mark.slow
def test_a_project_in_a_band_and_beyond_it_counts_apart(tmp_path: Path) -> None:
    plan = banded(tmp_path / "plan", inside=("north",), **toy.MONEY)
    cuts = projects.table(plan)
    counts = {row["zone_id"]: row["project_count"] for row in cuts["by_zone"]}
    assert counts == {"band": 1, "north": 1, "south": 1, "across zones": 1, None: 0}
    closed = sum(counts[one] for one in ("band", "south", "across zones", None)) + cuts["unlocated"]["project_count"]
    assert closed == cuts["project_count"]
    for zone in ("band", "north", "south"):
        told = {fact.label.zh: fact.value.zh for fact in cite.facts(plan, "zone", zone)}
        assert told["跨片区项目（另计）"].startswith("1 个")


@given(st.lists(st.sampled_from("abcdef"), min_size=1, max_size=4))
def test_the_common_zone_holds_all_and_none_inside_it_does(zone_ids: list[str]) -> None:
    above = {"a": [], "b": ["a"], "c": ["b", "a"], "d": ["b", "a"], "e": ["a"], "f": []}
    holds_all = {zone for zone in above if all(zone in (one, *above[one]) for one in zone_ids)}
    common = common_zone(above, zone_ids)
    assert (common in holds_all) if holds_all else common is None
    assert common is None or holds_all == {common, *above[common]}


@pytest.mark.slow
def test_new_land_of_projects_across_zones_is_apart_and_not_0_where_none_states_it(tmp_path: Path) -> None:
    stated = [
        {**row, "new_land": 30, "new_land_unit": "亩"} for row in toy.MONEY["projects"] if row["project_id"] == "wide"
    ]
    others = [row for row in toy.MONEY["projects"] if row["project_id"] != "wide"]
    found = []
    for name, rows in (("stated", [*others, *stated]), ("silent", toy.MONEY["projects"])):
        locations = toy.MONEY["project_locations"]
        plan = banded(tmp_path / name, inside=("north",), projects=rows, project_locations=locations)
        land = views.land(plan, land_recovery.table(plan))
        found.append([land["new_land_mu"], land["new_land_across_mu"], land["new_land_outside_mu"]])
    # some of the project's land may lie outside, and nobody says how much
    assert found == [[30, 30, None], [None, None, None]]


def test_a_place_that_the_text_puts_in_an_inner_zone_is_not_only_in_the_official_outer_one() -> None:
    zones = gpd.GeoDataFrame(
        tree(band="", park="band").assign(outline_basis=["official", "schematic"]), geometry=[HILL, None], crs=CRS
    )
    places = gpd.GeoDataFrame({"place_id": ["hill"]}, geometry=[HILL.centroid], crs=CRS)
    assert zone_of_places(places, zones, pd.DataFrame({"zone_id": ["park"], "place_id": ["hill"]}))["hill"] == "park"


def test_a_zone_made_up_by_those_in_it_has_no_land_of_its_own() -> None:
    zones = gpd.GeoDataFrame(tree(belt="", a="belt", b="belt"), geometry=[HILL.union(LAKE), HILL, LAKE], crs=CRS)
    assert innermost(zones)["zone_id"].tolist() == ["a", "b"]
    assert innermost(zones).geometry.tolist() == [HILL, LAKE]


def test_zones_without_outline_stay_without() -> None:
    zones = gpd.GeoDataFrame(tree(belt="", a="belt"), geometry=[None, HILL], crs=CRS)
    assert innermost(zones).geometry.isna().tolist() == [True, False]


@pytest.mark.parametrize("basis", ["official", "schematic"])
def test_a_place_belongs_to_the_innermost_zone(basis: str) -> None:
    zones = gpd.GeoDataFrame(
        tree(a="", b="a").assign(outline_basis=basis), geometry=[HILL, HILL.buffer(-0.005)], crs=CRS
    )
    places = gpd.GeoDataFrame(
        {"place_id": ["hill", "edge"]}, geometry=[HILL.centroid, Point(121.5901, 29.6001)], crs=CRS
    )
    formed_of = pd.DataFrame({"zone_id": ["a", "b", "a"], "place_id": ["hill", "hill", "edge"]})
    assert zone_of_places(places, zones, formed_of).to_dict() == {"hill": "b", "edge": "a"}


def test_a_point_may_lie_in_the_inner_zone_or_around_it() -> None:
    zones = gpd.GeoDataFrame(tree(a="", b="a"), geometry=[HILL, box(121.59, 29.60, 121.595, 29.605)], crs=CRS)
    points = gpd.GeoDataFrame(
        {"uncertainty_m": [100.0, 100.0]}, geometry=[Point(121.592, 29.602), Point(121.605, 29.615)], crs=CRS
    )
    assert zones_within(points, zones) == [["b"], ["a"]]


@pytest.mark.slow
def test_new_land_of_a_zone_includes_the_zones_in_it_and_is_not_0_where_none_is_stated(tmp_path: Path) -> None:
    factory = {**toy.TABLES["projects"][0], "new_land": 30, "new_land_unit": "亩"}
    lost = {**toy.TABLES["projects"][0], "project_id": "p2", "seq": 2}
    stated = banded(tmp_path / "stated", projects=[factory, lost])
    silent = banded(tmp_path / "silent")
    new_land = [
        {row["zone_id"]: row["new_land_mu"] for row in views.land(plan, land_recovery.table(plan))["zones"]}
        for plan in (stated, silent)
    ]
    # p2 has no known place: it may want land in the south
    assert new_land == [{"band": 30, "north": 30, "south": None}, {"band": None, "north": None, "south": None}]
    assert views.land(stated, land_recovery.table(stated))["new_land_unlocated_mu"] is None
    assert land_recovery.table(stated)["identified_in_plan_mu"] is None


@pytest.mark.slow
def test_a_zone_around_others_is_an_outline_without_a_fill(tmp_path: Path) -> None:
    frame = zone_layer.frame(banded(tmp_path / "plan")).set_index("zone_id", drop=False)
    fills = {zone: zone_layer.style(row.to_dict(), {})["fillOpacity"] for zone, row in frame.iterrows()}
    assert [fills[zone] > 0 for zone in ("band", "north", "south")] == [False, True, True]


@pytest.mark.slow
def test_zones_are_counted_by_kind_where_zones_lie_in_zones(tmp_path: Path) -> None:
    assert [count for count, _ in zones_by_kind(load(toy.make(tmp_path / "flat")))] == [2]
    counts = {words.zh: count for count, words in zones_by_kind(banded(tmp_path / "banded"))}
    assert counts == {"个产业带": 1, "个核心区": 1, "个产业集聚区": 1}
