"""How long a scenario takes, and how far from the best its answer can be at most.

Made-up candidates in six zones and outside: log-normal areas, costs by class and chance, a part that cannot begin at
once, some in groups that are taken as a whole. Five years with a budget each, land due by the end of each, a least
land of each zone; with `--blocks` the chosen land lies in blocks of so many mu at least. Parcels stand in a grid, some
beside each other.
"""

from __future__ import annotations

import argparse
import time
from dataclasses import replace

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from yzgeo.core.i18n import Text, plain
from yzgeo.plan.load import load
from yzgeo.scenario.candidates import NEW, Candidates
from yzgeo.scenario.question import Question, demands, question
from yzgeo.scenario.settings import Settings
from yzgeo.scenario.solve import solve
from yzgeo.spatial.crs import CGCS2000

YEARS = [2021, 2022, 2023, 2024, 2025]
SEED = 1


def made_up(count: int, block_mu: float | None, group_share: float) -> Question:
    """A question of so many parcels."""
    chance = np.random.default_rng(SEED)
    plan = load("yinzhou")
    zone_ids = plan.zones["zone_id"].tolist()
    mu = chance.lognormal(2.3, 0.8, count).round(2)
    cost = (mu * chance.choice([60, 90, 140], count) * chance.uniform(0.7, 1.4, count)).round(1)
    first = np.where(chance.random(count) < 0.3, chance.integers(YEARS[0], YEARS[-1] + 1, count), -np.inf)
    zone = chance.integers(0, len(zone_ids) + 1, count)
    group = np.arange(count)
    joined = chance.random(count) < group_share
    group[1:][joined[1:]] = group[:-1][joined[1:]]  # with the parcel before
    number = np.unique(group, return_inverse=True)[1]
    parcels = pd.DataFrame({"unit": number, "mu": mu, "cost": cost, "first_year": first, "zone": zone})
    grouped = parcels.groupby("unit")
    units = grouped[["mu", "cost"]].sum().assign(
        site_m2=0.0, firms=1.0, tax=np.nan, parcels=grouped.size().astype(float), first_year=grouped["first_year"].max(),
        last_year=np.inf, must=None, group=None, zone_id=None,
    )  # fmt: skip
    units["parcel_ids"] = [tuple(f"P{row}" for row in rows) for rows in grouped.groups.values()]
    options = pd.DataFrame({"unit": range(len(units)), "industry": None, **dict.fromkeys(NEW, np.nan)})
    land = parcels.groupby(["unit", "zone"], as_index=False)["mu"].sum()
    rows = {f"P{row}": row for row in range(count)}
    offered = Candidates(units, options, land, zone_ids, rows, {"cost": 1.0}, 0.0, [])
    target, budget = 0.3 * float(mu.sum()), float(cost.sum()) * 0.3 * 0.75 / len(YEARS) * 1.02
    by_year = {
        year: {"budget_10k_yuan": budget, "least_total_mu": 0.8 * target * (n + 1) / len(YEARS)}
        for n, year in enumerate(YEARS)
    }
    by_zone = {zone_id: {"least_mu": 0.1 * target} for zone_id in zone_ids}
    name: Text = plain("made up")
    settings = Settings(name, target, YEARS, [], {}, None, by_year, by_zone, {}, block_mu, 60.0, False, {}, None, [])
    return question(replace(plan, parcels=_in_a_grid(count, chance)), settings, offered)


def _in_a_grid(count: int, chance: np.random.Generator) -> gpd.GeoDataFrame:
    """Squares of 100 to 190 m in places of a grid of 200 m, taken at random."""
    side = int(np.ceil(np.sqrt(count)))
    at = chance.permutation(side * side)[:count]
    west, south, wide = 121.4 + at % side * 2e-3, 29.7 + at // side * 1.8e-3, chance.uniform(1e-3, 1.9e-3, count)
    shapes = shapely.box(west, south, west + wide, south + 0.9 * wide)
    return gpd.GeoDataFrame({"parcel_id": [f"P{row}" for row in range(count)]}, geometry=shapes, crs=CGCS2000)


def main(arguments: list[str]) -> None:
    """Print one line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--parcels", type=int, default=10_000)
    parser.add_argument("--gap", type=float, default=1e-3)
    parser.add_argument("--seconds", type=float, default=300)
    parser.add_argument("--blocks", type=float, metavar="MU")
    parser.add_argument("--groups", type=float, default=0.1, help="share of parcels that join the one before")
    given = parser.parse_args(arguments)
    asked = made_up(given.parcels, given.blocks, given.groups)
    started, cpu = time.monotonic(), time.process_time()
    answer = solve(asked, list(demands(asked)), given.gap, given.seconds)
    gap = "no answer" if answer.gap is None else f"within {answer.gap:.3%}"
    print(
        f"{given.parcels:,} parcels, {asked.size:,} variables: {answer.status}, {gap}, "
        f"{time.monotonic() - started:.1f} s, {time.process_time() - cpu:.1f} s of processor"
    )
