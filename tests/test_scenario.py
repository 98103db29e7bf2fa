"""Scenarios: held against all subsets of small cases and against another solver, and conflicts against their definition."""

from __future__ import annotations

import itertools
import json
import math
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
import toy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from yzgeo.core.errors import InputError
from yzgeo.ledger import ledger
from yzgeo.plan.load import load, with_parcels
from yzgeo.plan.model import Plan
from yzgeo.publish.scenario import sheet
from yzgeo.publish.scenario.tables import assumptions, demand_rows
from yzgeo.scenario import settings as scenario_settings
from yzgeo.scenario.candidates import candidates
from yzgeo.scenario.conflict import conflict
from yzgeo.scenario.question import Demand, Question, demands, question
from yzgeo.scenario.result import broken, run, totals, verdict
from yzgeo.scenario.solve import chosen_units, solve

TARGET = {
    "target_id": "land", "measure_id": "low-efficiency-land", "scope": "district", "name": "盘活", "direction": "at_least",
    "target_year": 2030, "target": 100, "source": "二",
}  # fmt: skip
MEASURE = {"measure_id": "low-efficiency-land", "name": "盘活用地", "name_en": "Land recovered", "unit": "亩"}
STEP = 0.001
"""Degrees between parcels of a row; each is half as wide."""


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    """Two official zones side by side: north of 29.6 and south of it, from 121.55 to 121.65."""
    folder = toy.make(
        tmp_path_factory.mktemp("scenario") / "toy",
        targets=[*toy.TABLES["targets"], TARGET],
        measures=[*toy.TABLES["measures"], MEASURE],
    )
    toy.official(folder, north=(121.55, 29.6, 121.65, 29.65), south=(121.55, 29.55, 121.65, 29.6))
    return load(folder)


def with_row(plan: Plan, parcels: list[dict[str, Any]], gaps: dict[int, float] | None = None) -> Plan:
    """The plan with parcels in a row from west to east, the first at 121.56; `north` puts one into the northern zone."""
    frame = pd.DataFrame(parcels)
    given = {**{name: pd.Series(index=frame.index, dtype=kind) for name, kind in ledger.COLUMNS.items()}, **frame}
    frame = pd.DataFrame(given)
    frame["parcel_id"] = [f"P{number}" for number in range(len(frame))]
    frame["status"] = [parcel.get("status", "identified") for parcel in parcels]
    wests = 121.56 + STEP * np.arange(len(frame)) + sum((gaps or {}).get(n, 0) for n in range(len(frame)))
    north = [bool(parcel.get("north")) for parcel in parcels]
    shapes = [
        shapely.box(west, 29.61 if up else 29.58, west + STEP / 2, (29.61 if up else 29.58) + STEP / 2)
        for west, up in zip(wests, north, strict=True)
    ]
    frame = frame.drop(columns=["north"], errors="ignore")
    return with_parcels(plan, gpd.GeoDataFrame(frame, geometry=shapes, crs=4490))


def folder_of(path: Path, toml: str, **tables: list[dict[str, Any]]) -> Path:
    """A folder of settings."""
    path.mkdir(parents=True, exist_ok=True)
    (path / "scenario.toml").write_text(toml, "utf-8")
    for name, rows in tables.items():
        pd.DataFrame(rows).to_csv(path / f"{name}.csv", index=False)
    return path


def asked_of(plan: Plan, folder: Path) -> tuple[Question, list[Demand]]:
    read = scenario_settings.read(plan, folder)
    asked = question(plan, read, candidates(plan, read))
    return asked, list(demands(asked))


def every_choice(asked: Question, asked_demands: list[Demand]) -> float | None:
    """The least by trying everything: each unit not at all or by one of its choices."""
    choices = all_choices(asked)
    keep = np.ones(len(choices), dtype=bool)
    for demand in asked_demands:
        if demand.key == "blocks":
            keep[keep] = [large_blocks(asked, chosen_units(asked, choice > 0.5)) for choice in choices[keep]]
            continue
        reached = choices @ demand.rows.toarray().T
        keep &= ((reached >= demand.low - 1e-6) & (reached <= demand.high + 1e-6)).all(axis=1)
    return float((choices[keep] @ asked.goal).min()) if keep.any() else None


def all_choices(asked: Question) -> np.ndarray:
    """A row per choice, over the choices of the question."""
    unit = asked.choices["unit"].to_numpy()
    ways = [[-1, *np.flatnonzero(unit == number)] for number in range(len(asked.candidates.units))]
    picks = np.array(list(itertools.product(*ways)))
    choices = np.zeros((len(picks), asked.size + 1))
    np.put_along_axis(choices, picks, 1, axis=1)  # what is not chosen is written behind the others
    return choices[:, :-1]


def large_blocks(asked: Question, taken: np.ndarray) -> bool:
    """By a flood from parcel to parcel over the drawn shapes, independent of how it is solved."""
    units = asked.candidates.units
    shapes = asked.plan.parcels.geometry.to_crs(4549)
    row = asked.candidates.rows
    of_unit = [shapes.iloc[[row[parcel] for parcel in ids]].union_all() for ids in units["parcel_ids"]]
    left = set(np.flatnonzero(taken))
    while left:
        block, queue = set(), [left.pop()]
        while queue:
            at = queue.pop()
            block.add(at)
            beside = {n for n in left if of_unit[n].distance(of_unit[at]) <= asked.settings.block_distance_m}
            left -= beside
            queue += beside
        if units["mu"].iloc[list(block)].sum() < asked.settings.block_mu - 1e-6:
            return False
    return True


def result_is_kept(asked: Question, asked_demands: list[Demand], chosen: np.ndarray) -> bool:
    for demand in asked_demands:
        reached = demand.rows @ chosen.astype(float)
        if demand.key != "blocks" and ((reached < demand.low - 1e-6) | (reached > demand.high + 1e-6)).any():
            return False
    return asked.settings.block_mu is None or large_blocks(asked, chosen_units(asked, chosen))


PARCEL = st.fixed_dictionaries(
    {"area_mu": st.integers(1, 9).map(float), "tax_10k_yuan": st.integers(0, 9).map(float), "north": st.booleans()}
)
TELLING = st.fixed_dictionaries(
    {
        "cost_10k_yuan": st.integers(0, 9),
        "first_year": st.sampled_from([2029, 2030]),
        "must": st.sampled_from(["", "", "", "take", "leave"]),
        "group": st.sampled_from(["", "", "a"]),
    }
)


@pytest.mark.slow
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    parcels=st.lists(st.tuples(PARCEL, TELLING), min_size=1, max_size=6),
    target=st.integers(1, 25),
    budget=st.one_of(st.none(), st.integers(0, 15)),
    least_south=st.one_of(st.none(), st.integers(0, 8)),
    block=st.one_of(st.none(), st.integers(2, 12)),
)
def test_no_subset_is_better(
    plan: Plan,
    tmp_path: Path,
    parcels: list[tuple[dict[str, Any], dict[str, Any]]],
    target: int,
    budget: int | None,
    least_south: int | None,
    block: int | None,
) -> None:
    toml = f"target_mu = {target}\nfirst_year = 2029\nlast_year = 2030\nminimise = {{cost = 1, tax = 0.5}}\n"
    toml += "" if budget is None else f"years.2029.budget_10k_yuan = {budget}\nyears.2030.budget_10k_yuan = {budget}\n"
    toml += "" if least_south is None else f"zones.south.least_mu = {least_south}\n"
    toml += "" if block is None else f"blocks = {{least_mu = {block}, distance_m = 60}}\n"
    rows = [{"parcel_id": f"P{number}", **telling} for number, (_, telling) in enumerate(parcels)]
    taken = [row["must"] for row in rows if row["group"]]
    if "take" in taken and "leave" in taken:
        rows = [{**row, "group": ""} for row in rows]
    asked, asked_demands = asked_of(
        with_row(plan, [parcel for parcel, _ in parcels]), folder_of(tmp_path, toml, candidates=rows)
    )
    best = every_choice(asked, asked_demands)
    answer = solve(asked, asked_demands, gap=0.0)
    if best is None:
        assert answer.status == "infeasible"
        check_conflict(asked, asked_demands)
    else:
        assert answer.status == "optimal"
        assert answer.value == pytest.approx(best, abs=1e-6)
        assert answer.bound == pytest.approx(best, abs=1e-5)
        assert result_is_kept(asked, asked_demands, answer.chosen)


def check_conflict(asked: Question, asked_demands: list[Demand]) -> None:
    """Together they contradict, and without any one they do not."""
    reason = conflict(asked, asked_demands)
    assert reason.is_minimal
    assert every_choice(asked, reason.demands) is None
    for left_out in reason.demands:
        assert every_choice(asked, [one for one in reason.demands if one is not left_out]) is not None
    for demand, reachable in zip(reason.demands, reason.reachable, strict=True):
        if reachable is None:
            continue
        eased = demand._replace(low=np.minimum(demand.low, reachable), high=np.maximum(demand.high, reachable))
        others = [one for one in reason.demands if one is not demand]
        assert every_choice(asked, [*others, eased]) is not None
        harder = demand._replace(
            low=np.where(np.isfinite(demand.low), reachable + 0.5, demand.low),
            high=np.where(np.isfinite(demand.high), reachable - 0.5, demand.high),
        )
        assert every_choice(asked, [*others, harder]) is None


def made_up(count: int, seed: int) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    chance = np.random.default_rng(seed)
    parcels = [
        {"area_mu": float(mu), "tax_10k_yuan": 1.0, "north": bool(up)}
        for mu, up in zip(chance.integers(2, 60, count), chance.integers(0, 2, count), strict=True)
    ]
    rows = [
        {"parcel_id": f"P{number}", "cost_10k_yuan": int(cost)}
        for number, cost in enumerate(chance.integers(50, 900, count))
    ]
    return parcels, rows


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(3))
def test_another_solver_agrees(plan: Plan, tmp_path: Path, seed: int) -> None:
    parcels, rows = made_up(26, seed)
    total = sum(parcel["area_mu"] for parcel in parcels)
    toml = f"target_mu = {total * 0.4}\nfirst_year = 2029\nlast_year = 2030\nzones.south.least_share = 0.55\n"
    toml += "".join(f"years.{year}.budget_10k_yuan = 4000\n" for year in (2029, 2030))
    asked, asked_demands = asked_of(with_row(plan, parcels), folder_of(tmp_path, toml, candidates=rows))
    answer = solve(asked, asked_demands, gap=0.0)

    problem = {
        "mu": [int(parcel["area_mu"]) for parcel in parcels],
        "cost": [row["cost_10k_yuan"] for row in rows],
        "is_south": [not parcel["north"] for parcel in parcels],
        "years": [2029, 2030],
        "budget": 4000,
        "least_mu": math.ceil(total * 0.4),
        "least_south": 55,
    }
    program = Path(__file__).with_name("another_solver.py")
    told = subprocess.run(
        [sys.executable, program], input=json.dumps(problem), capture_output=True, text=True, check=True
    )
    assert answer.status == "optimal"
    assert answer.value == pytest.approx(json.loads(told.stdout))


@pytest.mark.slow
def test_the_cheapest_land_is_taken(plan: Plan, tmp_path: Path) -> None:
    parcels = [{"area_mu": 60.0}, {"area_mu": 50.0}, {"area_mu": 100.0}]
    costs = [{"parcel_id": f"P{n}", "cost_10k_yuan": cost} for n, cost in enumerate((30, 20, 60))]
    filled = with_row(plan, parcels)
    result = run(filled, scenario_settings.read(filled, folder_of(tmp_path, "", candidates=costs)))
    assert result.chosen["parcel_id"].tolist() == ["P0", "P1"]
    assert totals(result) == {"parcels": 2, "mu": 110.0, "cost": 50.0, "tax": None, "firms": None}
    assert result.kept.iloc[0].to_dict() | {"price": None} == {
        "key": "land", "name_zh": "到 2030 年累计盘活 100 亩", "name_en": "100 mu recovered by 2030 in all", "unit": "亩",
        "asked_low": 100.0, "asked_high": None, "reached": 110.0, "price": None, "binds": True,
    }  # fmt: skip
    assert broken(result) == []


def test_what_is_recovered_counts_toward_the_target(plan: Plan, tmp_path: Path) -> None:
    done = {"area_mu": 70.0, "status": "recovered", "recovered_on": "2024-05-06"}
    filled = with_row(plan, [done, {"area_mu": 30.0, "tax_10k_yuan": 1.0}, {"area_mu": 40.0, "tax_10k_yuan": 2.0}])
    result = run(filled, scenario_settings.read(filled))
    assert result.chosen["parcel_id"].tolist() == ["P1"]
    assert result.kept["reached"].tolist() == [100.0]
    assert result.asked.candidates.assumptions[0].zh.startswith("成本不详，故以损失的现状税收最少为目标")


def test_a_cost_that_is_not_known_is_asked_for(plan: Plan, tmp_path: Path) -> None:
    filled = with_row(
        plan, [{"area_mu": 60.0, "block_class": "清理退出"}, {"area_mu": 50.0, "block_class": "改造提升"}]
    )
    rule = {"block_class": "清理退出", "zone_id": "", "town": "", "cost_10k_yuan_per_mu": 2, "basis": "会议纪要"}
    folder = folder_of(tmp_path, "budget_10k_yuan = 500", costs=[rule])
    with pytest.raises(InputError, match=r"1 candidates have no cost \(such as P1\)"):
        run(filled, scenario_settings.read(filled, folder))
    folder = folder_of(
        tmp_path, "budget_10k_yuan = 500", costs=[rule, {**rule, "block_class": "", "cost_10k_yuan_per_mu": 3}]
    )
    result = run(filled, scenario_settings.read(filled, folder))
    assert totals(result)["cost"] == 60 * 2 + 50 * 3
    assert [text.en for text in result.asked.candidates.assumptions] == [
        "the cost of 1 parcels is by row 2 of costs.csv: 2 万元 per mu (会议纪要)",
        "the cost of 1 parcels is by row 3 of costs.csv: 3 万元 per mu (会议纪要)",
    ]


def test_what_replaces_it_must_reach_what_the_plan_asks(plan: Plan, tmp_path: Path) -> None:
    filled = with_row(plan, [{"area_mu": 60.0}, {"area_mu": 50.0}, {"area_mu": 50.0}])
    m2 = 50 * 2000 / 3
    rows = [
        {"parcel_id": "P0", "cost_10k_yuan": 1, "new_floor_area_m2": 60 * 2000 / 3 * 1.9, "new_tax_10k_yuan": 99999},
        {"parcel_id": "P1", "cost_10k_yuan": 5, "new_floor_area_m2": m2 * 2, "new_tax_10k_yuan": 50 * 20},
        {"parcel_id": "P2", "cost_10k_yuan": 9, "new_floor_area_m2": m2 * 3, "new_tax_10k_yuan": 50 * 40},
    ]
    toml = "target_mu = 50\nreplacement = {floor_area_ratio = 2, tax_per_mu = 30}"
    result = run(filled, scenario_settings.read(filled, folder_of(tmp_path, toml, candidates=rows)))
    assert result.chosen["parcel_id"].tolist() == ["P2"]
    toml = "target_mu = 100\nreplacement = {floor_area_ratio = 2, tax_per_mu = 30}"
    result = run(filled, scenario_settings.read(filled, folder_of(tmp_path, toml, candidates=rows)))
    assert result.chosen["parcel_id"].tolist() == ["P1", "P2"]  # 20 and 40 are 30 on average
    bare = [{**row, "new_floor_area_m2": ""} for row in rows]
    with pytest.raises(InputError, match="no candidate states new_floor_area_m2"):
        run(filled, scenario_settings.read(filled, folder_of(tmp_path, toml, candidates=bare)))


def test_a_zone_has_no_more_industries_than_it_may(plan: Plan, tmp_path: Path) -> None:
    filled = with_row(plan, [{"area_mu": 50.0}, {"area_mu": 50.0}, {"area_mu": 50.0, "north": True}])
    costs = [{"parcel_id": f"P{n}", "cost_10k_yuan": 1} for n in range(3)]
    uses = [
        {"parcel_id": "P0", "industry": "纺织"}, {"parcel_id": "P0", "industry": "机械"},
        {"parcel_id": "P1", "industry": "机械"}, {"parcel_id": "P2", "industry": "食品"},
    ]  # fmt: skip
    toml = "target_mu = 150\nreplacement = {industries_per_zone = 1}"
    result = run(filled, scenario_settings.read(filled, folder_of(tmp_path, toml, candidates=costs, uses=uses)))
    assert dict(zip(result.chosen["parcel_id"], result.chosen["industry"], strict=True)) == {
        "P0": "机械", "P1": "机械", "P2": "食品",
    }  # fmt: skip
    only = [use for use in uses if (use["parcel_id"], use["industry"]) != ("P0", "机械")]
    result = run(filled, scenario_settings.read(filled, folder_of(tmp_path, toml, candidates=costs, uses=only)))
    assert {demand.key for demand in result.conflict.demands} == {"land", "industries"}


def constrained(plan: Plan, *rows: tuple[str, str, shapely.Geometry]) -> Plan:
    """The plan with constraints of a kind, an effect and a shape each."""
    kinds, effects, shapes = zip(*rows, strict=True)
    columns = {"constraint_id": [f"c{n}" for n in range(len(rows))], "kind": kinds, "effect": effects, "source": "甲局"}
    frame = pd.DataFrame({**columns, "name": None, "basis": None}).astype("str")
    return replace(plan, constraints=gpd.GeoDataFrame(frame.where(frame != "None"), geometry=list(shapes), crs=4490))


@pytest.mark.slow
def test_land_that_forbids_building_is_not_chosen(plan: Plan, tmp_path: Path) -> None:
    """P0 is half on farmland; a strip of half a metre of P1 is an inexact border; P2 is far off."""
    filled = with_row(plan, [{"area_mu": 100.0}] * 3)
    half_metre = 0.5 / 96_800
    farmland = [("permanent-basic-farmland", "forbids", shapely.box(121.55, 29.57, 121.56 + STEP / 4, 29.6)),
                ("permanent-basic-farmland", "forbids", shapely.box(121.561, 29.57, 121.561 + half_metre, 29.6))]  # fmt: skip
    costs = [{"parcel_id": f"P{n}", "cost_10k_yuan": 1 + n} for n in range(3)]
    barred = constrained(filled, *farmland)
    result = run(barred, scenario_settings.read(barred, folder_of(tmp_path / "a", "", candidates=costs)))
    assert result.chosen["parcel_id"].tolist() == ["P1"]
    (note,) = [text.en for text in assumptions(result) if "farmland" in text.en]
    assert "1 candidate cannot be chosen" in note
    widened = replace(
        barred, tolerances=pd.DataFrame({"rule": ["on-forbidding-land"], "value": [0.1], "reason": ["x"]})
    )
    result = run(widened, scenario_settings.read(widened, folder_of(tmp_path / "b", "", candidates=costs)))
    assert result.chosen["parcel_id"].tolist() == ["P2"]
    folder = folder_of(tmp_path / "c", "constraints = {respect = false}", candidates=costs)
    result = run(barred, scenario_settings.read(barred, folder))
    assert result.chosen["parcel_id"].tolist() == ["P0"]
    assert any("left aside" in text.en for text in assumptions(result))


def test_land_outside_what_must_hold_it_is_not_chosen(plan: Plan, tmp_path: Path) -> None:
    filled = with_row(plan, [{"area_mu": 100.0}] * 2)
    costs = [{"parcel_id": f"P{n}", "cost_10k_yuan": 1 + n, "must": "take" if n == 0 else ""} for n in range(2)]
    inside = constrained(
        filled,
        ("urban-development-boundary", "must_hold", shapely.box(121.5609, 29.5, 121.7, 29.7)),
        ("urban-green-line", "forbids", shapely.box(121.7, 29.5, 121.8, 29.6)),
    )
    result = run(inside, scenario_settings.read(inside, folder_of(tmp_path / "a", "", candidates=costs)))
    assert [one.key for one in result.conflict.demands] == ["take:P0", "constraint:urban-development-boundary"]
    costs[0]["must"] = ""
    result = run(inside, scenario_settings.read(inside, folder_of(tmp_path / "b", "", candidates=costs)))
    assert result.chosen["parcel_id"].tolist() == ["P1"]


def test_a_contradiction_is_told_with_what_is_within_reach(plan: Plan, tmp_path: Path) -> None:
    filled = with_row(plan, [{"area_mu": 60.0}, {"area_mu": 50.0}, {"area_mu": 100.0}])
    costs = [{"parcel_id": f"P{n}", "cost_10k_yuan": cost} for n, cost in enumerate((30, 20, 60))]
    toml = "budget_10k_yuan = 45\nzones.south.least_mu = 10\n"
    result = run(filled, scenario_settings.read(filled, folder_of(tmp_path, toml, candidates=costs)))
    assert [demand.key for demand in result.conflict.demands] == ["land", "budget"]
    assert result.conflict.reachable == [60.0, 50.0]


@pytest.mark.slow
def test_prices_say_what_one_more_costs(plan: Plan, tmp_path: Path) -> None:
    """One mu costs 3 everywhere, so 1 mu more costs 3, and a budget that is not reached costs nothing."""
    filled = with_row(plan, [{"area_mu": 40.0}] * 5)
    costs = [{"parcel_id": f"P{n}", "cost_10k_yuan": 120} for n in range(5)]
    result = run(filled, scenario_settings.read(filled, folder_of(tmp_path, "budget_10k_yuan = 900", candidates=costs)))
    prices = dict(zip(result.kept["key"], result.kept["price"], strict=True))
    assert prices["land"] == pytest.approx(3)
    assert prices["budget"] == pytest.approx(0)


def test_a_choice_without_rivals_is_stable(plan: Plan, tmp_path: Path) -> None:
    filled = with_row(plan, [{"area_mu": 100.0}, {"area_mu": 100.0}, {"area_mu": 100.0}])
    costs = [{"parcel_id": f"P{n}", "cost_10k_yuan": cost} for n, cost in enumerate((10, 90, 90))]
    far = run(filled, scenario_settings.read(filled, folder_of(tmp_path / "far", "target_mu = 100", candidates=costs)))
    assert far.chosen["stability"].tolist() == [1.0]
    costs = [{**row, "cost_10k_yuan": 90} for row in costs]
    near = run(
        filled, scenario_settings.read(filled, folder_of(tmp_path / "near", "target_mu = 100", candidates=costs))
    )
    assert 0 < near.chosen["stability"].iloc[0] < 0.8


FLAWED = [
    ("target_mu = -1", "target_mu"),
    ("target = 5", "target"),
    ("years.2031.least_mu = 1", "2031"),
    ("first_year = 2031", "2031 to 2030"),
    ("zones.nowhere.least_mu = 1", "there is no zone 'nowhere'"),
    ("minimise = {beauty = 1}", "beauty"),
    ("name = [", "TOML"),
    ("zones = 3", "zones"),
    ("target_mu = nan", "target_mu is no finite number"),
    ("years.2030.least_mu = inf", "years.2030.least_mu is no finite number"),
    ("minimise = {tax = nan}", "minimise.tax is no finite number"),
    ("years = [1]", "years"),
]


@pytest.mark.parametrize(("toml", "told"), FLAWED)
def test_flawed_settings_are_refused(plan: Plan, tmp_path: Path, toml: str, told: str) -> None:
    filled = with_row(plan, [{"area_mu": 60.0}])
    with pytest.raises(InputError) as refusal:
        scenario_settings.read(filled, folder_of(tmp_path, toml))
    assert told in str(refusal.value)


def test_all_flaws_are_told_at_once(plan: Plan, tmp_path: Path) -> None:
    filled = with_row(plan, [{"area_mu": 60.0}])
    rows = [
        {"parcel_id": "P0", "cost_10k_yuan": -3, "must": "maybe"},
        {"parcel_id": "P9", "cost_10k_yuan": 1, "must": ""},
    ]
    with pytest.raises(InputError) as refusal:
        scenario_settings.read(filled, folder_of(tmp_path, "target_mu = -1", candidates=rows))
    message = str(refusal.value)
    assert "candidates.csv, row 2, column cost_10k_yuan" in message
    assert "candidates.csv, row 2, column must" in message
    assert "candidates.csv, row 3, column parcel_id: there is no parcel 'P9'" in message
    assert "target_mu" in message


@pytest.mark.slow
def test_an_end_of_the_search_gives_the_best_so_far(plan: Plan, tmp_path: Path) -> None:
    parcels, rows = made_up(200, 1)
    toml = "target_mu = 2000\nblocks = {least_mu = 200, distance_m = 250}"
    asked, asked_demands = asked_of(with_row(plan, parcels), folder_of(tmp_path, toml, candidates=rows))
    answer = solve(asked, asked_demands, 0.0, progress=lambda seconds, value, bound: value is None)
    assert answer.status in ("stopped", "optimal")
    assert large_blocks(asked, chosen_units(asked, answer.chosen))
    assert answer.bound <= answer.value


@pytest.mark.slow
def test_the_same_question_has_the_same_answer(plan: Plan, tmp_path: Path) -> None:
    parcels, rows = made_up(80, 4)
    folder = folder_of(tmp_path, "target_mu = 900\nfirst_year = 2028", candidates=rows)
    filled = with_row(plan, parcels)
    one, other = (run(filled, scenario_settings.read(filled, folder)) for _ in range(2))
    pd.testing.assert_frame_equal(one.chosen, other.chosen)
    shuffled = replace(filled)
    assert run(shuffled, scenario_settings.read(shuffled, folder)).answer.value == one.answer.value


def test_a_search_near_parts_of_parcels_keeps_its_bound(
    plan: Plan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parcels, rows = made_up(80, 3)
    toml = "target_mu = 900\nfirst_year = 2029\n[years.2029]\nbudget_10k_yuan = 5000"
    asked, asked_demands = asked_of(with_row(plan, parcels), folder_of(tmp_path, toml, candidates=rows))
    best = solve(asked, asked_demands, gap=1e-6)
    monkeypatch.setattr("yzgeo.scenario.solve.MANY", 1)
    monkeypatch.setattr("yzgeo.scenario.solve.CORE", 25)
    near = solve(asked, asked_demands, gap=0.05)
    assert near.status == "optimal"
    assert near.bound <= best.value <= near.value <= 1.05 * best.value
    assert result_is_kept(asked, asked_demands, near.chosen)
    assert solve(asked, asked_demands, gap=1e-6).value == pytest.approx(best.value, rel=1e-5)


@pytest.mark.slow
def test_a_search_that_was_stopped_says_so(plan: Plan) -> None:
    filled = with_row(plan, [{"area_mu": 60.0, "tax_10k_yuan": 2.0}, {"area_mu": 50.0, "tax_10k_yuan": 3.0}])
    proved = run(filled, scenario_settings.read(filled))
    stopped = proved._replace(answer=proved.answer._replace(status="stopped", bound=4.0))
    blind = proved._replace(answer=proved.answer._replace(status="stopped", bound=None))
    assert "中途停止" not in sheet.render(proved, "zh")
    for lang, words in (("zh", "求解中途停止，这是当时最好的，已证明与最优相差不超过 20.00%"),
                        ("en", "the best when the search was stopped before its end, proved to be within 20.00%")):  # fmt: skip
        assert words in sheet.render(stopped, lang)
    assert "0.00%" not in verdict(blind).en
    assert "is not known" in verdict(blind).en


@pytest.mark.slow
def test_a_target_that_is_reached_needs_nothing(plan: Plan, tmp_path: Path) -> None:
    done = {"area_mu": 120.0, "status": "recovered", "recovered_on": "2024-05-06"}
    filled = with_row(plan, [done, {"area_mu": 30.0, "tax_10k_yuan": 1.0}])
    result = run(filled, scenario_settings.read(filled))
    assert result.chosen.empty
    assert verdict(result).en == "all demands are kept without any parcel"
    assert "不选任何地块" in sheet.render(result, "zh")


@pytest.mark.parametrize("toml", ["", "blocks = {least_mu = 5}", "zones.south.least_share = 0.5"])
def test_where_no_parcel_is_free_in_time_there_is_no_choice(plan: Plan, tmp_path: Path, toml: str) -> None:
    filled = with_row(plan, [{"area_mu": 130.0}])
    rows = [{"parcel_id": "P0", "cost_10k_yuan": 1, "first_year": 2035}]
    result = run(filled, scenario_settings.read(filled, folder_of(tmp_path, toml, candidates=rows)))
    assert result.answer.status == "infeasible"
    assert [one.key for one in result.conflict.demands] == ["land"]
    assert sheet.render(result, "zh")


@pytest.mark.slow
def test_two_of_hundreds_of_demands_are_found(plan: Plan, tmp_path: Path) -> None:
    """Each of 300 parcels must be taken; one alone costs more than there is."""
    filled = with_row(plan, [{"area_mu": 1.0}] * 300)
    rows = [{"parcel_id": f"P{n}", "cost_10k_yuan": 500 if n == 7 else 0, "must": "take"} for n in range(300)]
    asked, asked_demands = asked_of(filled, folder_of(tmp_path, "budget_10k_yuan = 400", candidates=rows))
    reason = conflict(asked, asked_demands)
    assert {one.key for one in reason.demands} == {"budget", "take:P7"}
    assert reason.is_minimal
    assert reason.reachable[[one.key for one in reason.demands].index("budget")] == pytest.approx(500)


def test_a_conflict_that_ran_out_of_time_does_not_claim_to_be_smallest(
    plan: Plan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled = with_row(plan, [{"area_mu": 60.0}, {"area_mu": 50.0}])
    costs = [{"parcel_id": f"P{n}", "cost_10k_yuan": cost} for n, cost in enumerate((30, 20))]
    toml = "budget_10k_yuan = 45\nzones.south.least_mu = 10\n"
    asked, asked_demands = asked_of(filled, folder_of(tmp_path, toml, candidates=costs))
    reason = conflict(asked, asked_demands, seconds=0)
    assert [one.key for one in reason.demands] == [one.key for one in asked_demands]
    assert not reason.is_minimal
    assert reason.reachable == [None] * 3
    told: list[str] = []
    monkeypatch.setattr("yzgeo.scenario.conflict.NOTICE_S", 0.0)
    assert conflict(asked, asked_demands, notice=lambda text: told.append(text.en)).is_minimal
    assert told[-1].endswith("2 may be among them")


def test_shares_and_averages_are_told_as_such(plan: Plan, tmp_path: Path) -> None:
    """40 of 100 mu lie in the north, and 40 of 1 and 60 of 2 are 1.6 on average."""
    filled = with_row(plan, [{"area_mu": 40.0, "north": True}, {"area_mu": 60.0}])
    rows = [{"parcel_id": f"P{n}", "cost_10k_yuan": 1, "new_tax_10k_yuan": tax} for n, tax in enumerate((40, 120))]
    toml = "zones.north.least_share = 0.25\nreplacement = {tax_per_mu = 1.5}"
    result = run(filled, scenario_settings.read(filled, folder_of(tmp_path / "a", toml, candidates=rows)))
    kept = result.kept.set_index("key")
    share, average = kept.loc["zone-share:north"], kept.loc["tax-per-mu"]
    assert (share["unit"], share["asked_low"], share["reached"]) == ("%", 25, pytest.approx(40))
    assert (average["unit"], average["asked_low"], average["reached"]) == ("万元/亩", 1.5, pytest.approx(1.6))
    toml = "zones.north.least_share = 0.5"
    result = run(filled, scenario_settings.read(filled, folder_of(tmp_path / "b", toml, candidates=rows)))
    told = dict(zip([one.key for one in result.conflict.demands], result.conflict.reachable, strict=True))
    assert told == {"land": 40, "zone-share:north": None}


def test_nothing_is_chosen_in_the_past(plan: Plan, tmp_path: Path) -> None:
    done = {"area_mu": 10.0, "status": "recovered", "recovered_on": "2024-05-06"}
    filled = with_row(plan, [done, {"area_mu": 130.0, "tax_10k_yuan": 1.0}])
    with pytest.raises(InputError, match="2023, is before 2024-05-06"):
        scenario_settings.read(filled, last_year=2023)
    assert scenario_settings.read(filled, last_year=2024).years == [2024]
    assert scenario_settings.read(filled, last_year=2026).years == [2025, 2026]


def test_a_use_stands_once(plan: Plan, tmp_path: Path) -> None:
    filled = with_row(plan, [{"area_mu": 60.0}])
    uses = [{"parcel_id": "P0", "industry": "纺织", "new_tax_10k_yuan": tax} for tax in (4, 5)]
    with pytest.raises(InputError, match=r"uses\.csv, row 3"):
        scenario_settings.read(filled, folder_of(tmp_path, "", uses=uses))


def test_an_english_sheet_has_english_units(plan: Plan, tmp_path: Path) -> None:
    filled = with_row(plan, [{"area_mu": 130.0}])
    rows = [{"parcel_id": "P0", "cost_10k_yuan": 5, "must": "take"}]
    folder = folder_of(tmp_path, "budget_10k_yuan = 9", candidates=rows)
    result = run(filled, scenario_settings.read(filled, folder))
    assert [row["unit"] for row in demand_rows(result, "en")] == ["mu", "10,000 yuan", ""]
    assert [row["unit"] for row in demand_rows(result, "zh")] == ["亩", "万元", ""]


def test_an_answer_that_breaks_a_demand_is_not_passed_over(plan: Plan) -> None:
    filled = with_row(plan, [{"area_mu": 130.0, "tax_10k_yuan": 1.0}])
    result = run(filled, scenario_settings.read(filled))
    assert not any("do not use it" in note.en for note in assumptions(result))
    wrong = result._replace(answer=result.answer._replace(chosen=np.zeros_like(result.answer.chosen)))
    (note,) = [note.en for note in assumptions(wrong) if "do not use it" in note.en]
    assert note.endswith("100 mu recovered by 2030 in all")
