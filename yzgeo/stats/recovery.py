"""What a ledger proves of the land to be recovered (腾出盘活) as of a day, and whether the pace is enough."""

from __future__ import annotations

import datetime
from typing import Any, NamedTuple

import geopandas as gpd
import pandas as pd

from yzgeo.core.errors import Advice, Parameter
from yzgeo.core.i18n import Text
from yzgeo.core.values import total
from yzgeo.ledger import ledger
from yzgeo.ledger.ledger import STATUSES
from yzgeo.plan.cache import cached_per_plan
from yzgeo.plan.model import Plan
from yzgeo.stats import target_progress
from yzgeo.stats.target_progress import Goal

MEASURE = "low-efficiency-land"
"""The measure of the plan's target, in mu."""
RECOVERED = "recovered"
ISO_DAY = r"\s*(\d{4}-\d{2}-\d{2})(?:[T ]00:00(?::00(?:\.0+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?\s*"
"""A day as a ledger writes it; formats that know no bare day add the midnight."""
ISO_MONTH = r"(\d{4})(?:-(\d{2}))?"
DAYS_PER_YEAR = 365.2425
SAME_LAND = 0.9
"""Two shapes that share this part of the larger one are taken for the same land, drawn twice."""
INVENTED_MARKS = "虚构|INVENTED"
INVENTED = "虚构示例 INVENTED EXAMPLE"
"""What stands in `note` of every parcel of a made-up ledger, and on whatever is computed of one."""
NO_LEDGER = Advice(
    "未提供地块台账：请给出台账文件，或先把它导入规划文件夹",
    "no parcel ledger was given: give the file of one, or import one into the plan folder",
    Parameter("parcels"),
)
WITHHELD = Text("公开版不含地块台账", "the public edition holds no parcel ledger")
PACE = ("progress", "target_on", "remaining_mu", "expected_mu", "pace", "so_far_mu_per_year", "needed_mu_per_year")
"""What `recovery_progress` tells only where the plan has a target."""
RecoveryProgress = dict[str, Any]


def no_ledger(plan: Plan) -> Text:
    """Why there is no land recovered to tell of.

    >>> from yzgeo.plan.model import load
    >>> print(no_ledger(load("yinzhou")).en.partition(":")[0])
    no parcel ledger was given
    """
    return WITHHELD if plan.edition == "public" else NO_LEDGER


class Target(NamedTuple):
    """The plan's target: mu, the days between which it is to be reached, where it stands."""

    target_id: str
    mu: float
    start: datetime.date
    end: datetime.date
    source: str


def recovery_target(plan: Plan) -> Target | None:
    """The plan's target of recovered land; None where it has none.

    It is to be reached by the end of its year, or of the plan's period where it names no year.

    >>> from yzgeo.plan.model import load
    >>> stated = recovery_target(load("yinzhou"))
    >>> print(f"{stated.mu:.0f} mu by {stated.end}")
    5000 mu by 2025-12-31
    """
    rows = plan.targets[plan.targets["measure_id"] == MEASURE].dropna(subset=["target"])
    if rows.empty:
        return None
    first, last = plan.particulars["period"]
    row = rows.iloc[0]
    end = last if pd.isna(row["target_year"]) else int(row["target_year"])
    start = first if pd.isna(row["base_year"]) else int(row["base_year"]) + 1
    days_between = datetime.date(start, 1, 1), datetime.date(end, 12, 31)
    return Target(row["target_id"], float(row["target"]), *days_between, "、".join(rows["source"]))


def parse_days(written: pd.Series) -> pd.Series:
    """The days that a column of a ledger states, NaT where it states none that exists; of a month or year, the last one.

    >>> print(parse_days(pd.Series(["2024-02-29", "2023-02-29", "2024/3/1"])).notna().tolist())
    [True, False, False]
    >>> print(parse_days(pd.Series(["2024-02", "2024"])).dt.strftime("%Y-%m-%d").tolist())
    ['2024-02-29', '2024-12-31']
    """
    day = written.astype("str").str.extract(f"^{ISO_DAY}$", expand=False)
    month = written.astype("str").str.extract(f"^{ISO_MONTH}$")
    months = month[0] + "-" + month[1].fillna("12")
    last = pd.to_datetime(months, format="%Y-%m", errors="coerce") + pd.offsets.MonthEnd(0)
    return pd.to_datetime(day, format="%Y-%m-%d", errors="coerce").fillna(last)


def stripped(written: pd.Series) -> pd.Series:
    """A column of words without blanks around them; empty ones are missing.

    >>> print(stripped(pd.Series([" 腾出 ", ""])).tolist())
    ['腾出', nan]
    """
    bare = written.astype("str").str.strip()
    return bare.mask(bare == "")


def parcel_labels(parcels: gpd.GeoDataFrame) -> pd.Series:
    """What the parcels are called in findings, by position: their numbers, or their rows where they have none.

    >>> from yzgeo.ledger import ledger
    >>> print(parcel_labels(ledger.empty().reindex([0, 1]).assign(parcel_id=["A", None])).tolist())
    ['A', '#2']
    """
    named = stripped(parcels["parcel_id"]).reset_index(drop=True)
    return named.fillna(pd.Series([f"#{row}" for row in range(1, len(named) + 1)], dtype="str"))


@cached_per_plan
def net_land(plan: Plan) -> pd.DataFrame:
    """The land that counts, by row of the ledger and zone, with what the ledger says of it.

    Returns
    -------
    DataFrame
        `row`, `zone_id`, `part`, `mu` as `Plan.parcel_land` has them, the ledger's columns, and `day` (of recovery).
        Land recovered after `Plan.as_of` has the status "later"; recovered land without a day counts as recovered.
    """
    row = plan.parcel_land["row"].to_numpy(dtype=int)
    ledger_rows = pd.DataFrame(plan.parcels.drop(columns="geometry")).iloc[row].reset_index(drop=True)
    land = pd.concat([plan.parcel_land.reset_index(drop=True), ledger_rows], axis="columns")
    land["day"] = parse_days(land["recovered_on"])
    if plan.as_of is not None:
        later = (land["status"] == RECOVERED) & (land["day"] > pd.Timestamp(plan.as_of))
        land.loc[later, "status"] = "later"
    return land


def as_of(plan: Plan) -> datetime.date | None:
    """The day up to which the figures hold: the one asked for, else the latest recovery in the ledger.

    A day more than a year after the plan's period is taken for mistyped, and sets nothing: its row counts, and
    `parcel-fields` tells it.
    """
    if plan.as_of is not None:
        return datetime.date.fromisoformat(plan.as_of)
    recovered = parse_days(plan.parcels["recovered_on"])[(plan.parcels["status"] == RECOVERED).to_numpy()]
    latest = recovered[recovered.dt.year <= plan.particulars["period"][1] + 1].max()
    return None if pd.isna(latest) else latest.date()


@cached_per_plan
def recovery_progress(plan: Plan) -> RecoveryProgress:
    """Totals of the land that counts, and the pace.

    `expected_mu` is what an even pace from nothing at the start of the period to the target's day would have reached by
    `as_of`; that, `progress`, `needed_mu_per_year` and `pace` (the verdict) are those of `target_progress.Pace`.
    """
    land = net_land(plan)
    sums = {f"{status}_mu": total(land.loc[land["status"] == status, "mu"]) for status in reversed(STATUSES)}
    done, day, goal = sums["recovered_mu"], as_of(plan), recovery_target(plan)
    found: RecoveryProgress = {**sums, "recovered_later_mu": total(land.loc[land["status"] == "later", "mu"])}
    if goal is None:
        return {**found, "as_of": None if day is None else day.isoformat()} | dict.fromkeys(PACE)
    since = 0.0 if day is None else _years(goal.start, day)
    aim = Goal("at_least", 0.0, None, None, goal.mu, None)
    passed = None if day is None else since / _years(goal.start, goal.end)
    pace = target_progress.pace(aim, done, passed, None if day is None else (goal.end - day).days / DAYS_PER_YEAR)
    return {
        **found,
        "progress": pace.progress,
        "as_of": None if day is None else day.isoformat(),
        "target_on": goal.end.isoformat(),
        "remaining_mu": max(goal.mu - done, 0.0),
        "expected_mu": pace.expected,
        "pace": pace.verdict,
        "so_far_mu_per_year": done / since if since > 0 else None,
        "needed_mu_per_year": pace.needed_per_year,
    }


def is_invented(plan: Plan) -> bool:
    """Whether any parcel of the ledger says that it is made up."""
    return bool(plan.parcels["note"].astype("str").str.contains(INVENTED_MARKS, na=False).any())


def missing_status(plan: Plan) -> Text | None:
    """What to say of a ledger of which no row has a status, so that nothing is counted as recovered, under way or identified.

    >>> from yzgeo.plan.model import load
    >>> print(missing_status(load("yinzhou")))
    None
    """
    return ledger.NO_STATUS if len(plan.parcels) and stripped(plan.parcels["status"]).isna().all() else None


def recovered_twice(plan: Plan) -> pd.Series:
    """Whether each pair of `Plan.parcel_overlaps` is one piece of land recovered under two numbers."""
    status = plan.parcels["status"].to_numpy()
    pairs = plan.parcel_overlaps
    both = (status[pairs["one"].to_numpy(int)] == RECOVERED) & (status[pairs["other"].to_numpy(int)] == RECOVERED)
    return both & (pairs["share"] >= SAME_LAND)


def target_clause(plan: Plan) -> str:
    """Where the plan sets the target that a ledger is to prove; never empty."""
    goal = recovery_target(plan)
    return goal.source if goal is not None else "targets.csv"


def _years(start: datetime.date, end: datetime.date) -> float:
    """Years from the morning of one day to the evening of another."""
    return ((end - start).days + 1) / DAYS_PER_YEAR
