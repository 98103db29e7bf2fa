"""Land that a ledger proves as recovered (腾出盘活) as of a day, and whether that keeps the pace of the target."""

from __future__ import annotations

import datetime
from typing import Any, NamedTuple

import geopandas as gpd
import pandas as pd

from yzgeo.core.errors import Advice, Parameter
from yzgeo.core.i18n import NOTHING, Text
from yzgeo.core.values import total
from yzgeo.ledger import ledger
from yzgeo.ledger.days import parse_days
from yzgeo.ledger.ledger import STATUSES
from yzgeo.plan.cache import cached_per_plan
from yzgeo.plan.known_measures import LOW_EFFICIENCY_LAND
from yzgeo.plan.model import Plan
from yzgeo.stats import target_progress
from yzgeo.stats.target_progress import Goal

MEASURE = LOW_EFFICIENCY_LAND
"""The measure of the plan's target."""
RECOVERED = "recovered"
LATER = "later"
"""The status, in figures, of land that the ledger has as recovered after the day they hold for."""
DAYS_PER_YEAR = 365.2425
SAME_LAND = 0.9
"""Two shapes that share this part of the larger one are taken for the same land, drawn twice."""
INVENTED_MARKS = "虚构|INVENTED"
INVENTED = "虚构示例 INVENTED EXAMPLE"
"""The `note` of every parcel of an invented ledger; all figures computed from such a ledger carry it."""
INVENTED_MARK = Text("虚构示例", "INVENTED EXAMPLE")
"""The same in one language, for a heading or the head of a page."""
INVENTED_WARNING = Text(
    "虚构示例：地块台账为虚构，数字不得引用",
    "INVENTED EXAMPLE: the parcel ledger is made up, its figures must not be quoted",
)
"""What stands on everything that is made of such a ledger."""
NO_LEDGER = Advice("未提供地块台账", "no parcel ledger was given", Parameter("parcels"))
"""It tells readers what is missing; the command adds for whoever runs it how to give one."""
WITHHELD = Text("公开版不含地块台账", "the public edition holds no parcel ledger")
PACE = ("progress", "target_on", "remaining_mu", "expected_mu", "pace", "so_far_mu_per_year", "needed_mu_per_year")
"""The values of `recovery_progress` that need a target of the plan."""
RecoveryProgress = dict[str, Any]


def no_ledger(plan: Plan) -> Text:
    """The reason why a plan has no figures of recovered land.

    >>> from yzgeo.plan.load import load
    >>> print(no_ledger(load("yinzhou")).en)
    no parcel ledger was given
    """
    return WITHHELD if plan.edition == "public" else NO_LEDGER


class Target(NamedTuple):
    """The plan's target: its mu, the first and the last day of its period, its clauses."""

    target_id: str
    mu: float
    start: datetime.date
    end: datetime.date
    source: str


def recovery_target(plan: Plan) -> Target | None:
    """The plan's target of recovered land; None where it has none.

    It is due at the end of its year, or of the plan's period where it names no year.

    >>> from yzgeo.plan.load import load
    >>> target = recovery_target(load("yinzhou"))
    >>> print(f"{target.mu:.0f} mu by {target.end}")
    5000 mu by 2025-12-31
    """
    rows = target_progress.targets_in(plan, MEASURE, "亩")
    if rows.empty:
        return None
    row = rows.iloc[0]
    if plan.period is None and pd.isna(row["target_year"]):
        return None
    year = int(row["target_year"]) if pd.notna(row["target_year"]) else 0
    first, last = plan.period or (year, year)
    end = last if pd.isna(row["target_year"]) else int(row["target_year"])
    start = first if pd.isna(row["base_year"]) else int(row["base_year"]) + 1
    days_between = datetime.date(start, 1, 1), datetime.date(end, 12, 31)
    return Target(row["target_id"], float(row["target"]), *days_between, "、".join(rows["source"]))


def stripped(column: pd.Series) -> pd.Series:
    """A column of words without blanks around them; empty ones are missing.

    >>> print(stripped(pd.Series([" 腾出 ", ""])).tolist())
    ['腾出', nan]
    """
    bare = column.astype("str").str.strip()
    return bare.mask(bare == "")


def parcel_labels(parcels: gpd.GeoDataFrame) -> pd.Series:
    """The names of parcels in findings, by position: the number, or the row where a parcel has no number.

    >>> from yzgeo.ledger import ledger
    >>> print(parcel_labels(ledger.empty().reindex([0, 1]).assign(parcel_id=["A", None])).tolist())
    ['A', '#2']
    """
    named = stripped(parcels["parcel_id"]).reset_index(drop=True)
    return named.fillna(pd.Series([f"#{row}" for row in range(1, len(named) + 1)], dtype="str"))


@cached_per_plan
def net_land(plan: Plan) -> pd.DataFrame:
    """The net area of each row of the ledger in each zone, with the columns of the ledger.

    Returns
    -------
    DataFrame
        `row`, `zone_id`, `part`, `mu` as `Plan.parcel_land` has them, the ledger's columns, and `day` (of recovery).
        Land recovered after `Plan.as_of` has the status "later"; recovered land without a day counts as recovered.
    """
    row = plan.parcel_land["row"].to_numpy(dtype=int)
    own = [
        name for name in plan.parcels.columns if name in ledger.COLUMNS
    ]  # another might be called as one of ours here
    ledger_rows = pd.DataFrame(plan.parcels[own]).iloc[row].reset_index(drop=True)
    land = pd.concat([plan.parcel_land.reset_index(drop=True), ledger_rows], axis="columns")
    land["day"] = parse_days(land["recovered_on"])
    if plan.as_of is not None:
        later = (land["status"] == RECOVERED) & (land["day"] > pd.Timestamp(plan.as_of))
        land.loc[later, "status"] = LATER
    return land


def recovered_later(plan: Plan) -> dict[str, Any] | None:
    """How many parcels the ledger has as recovered after `Plan.as_of`, and their mu: no figure counts them; None where none.

    >>> from yzgeo.plan.load import load
    >>> print(recovered_later(load("yinzhou")))
    None
    """
    if plan.as_of is None or plan.parcels.empty:
        return None
    land = net_land(plan)
    later = land[land["status"] == LATER]
    return {"count": int(later["row"].nunique()), "mu": round(float(later["mu"].sum()), 2)} if len(later) else None


def as_of(plan: Plan) -> datetime.date | None:
    """The day up to which the figures hold: `Plan.as_of`, else the latest recovery in the ledger.

    A day more than a year after the plan's period is probably mistyped and is not used here. The land of its row
    still counts, and the rule `parcel-fields` reports the day.
    """
    if plan.as_of is not None:
        return datetime.date.fromisoformat(plan.as_of)
    recovered = parse_days(plan.parcels["recovered_on"])[(plan.parcels["status"] == RECOVERED).to_numpy()]
    latest = (recovered if plan.period is None else recovered[recovered.dt.year <= plan.period[1] + 1]).max()
    return None if pd.isna(latest) else latest.date()


@cached_per_plan
def recovery_progress(plan: Plan) -> RecoveryProgress:
    """Totals of the land that counts, and the pace.

    `target_progress.pace` computes `expected_mu`, `progress`, `needed_mu_per_year` and `pace` (the verdict). The base
    is 0 mu at the start of the plan's period, and `expected_mu` holds for the day `as_of`.
    """
    land = net_land(plan)
    sums = {f"{status}_mu": total(land.loc[land["status"] == status, "mu"]) for status in reversed(STATUSES)}
    done, day, goal = sums["recovered_mu"], as_of(plan), recovery_target(plan)
    totals: RecoveryProgress = {**sums, "recovered_later_mu": total(land.loc[land["status"] == "later", "mu"])}
    if goal is None:
        return {**totals, "as_of": None if day is None else day.isoformat()} | dict.fromkeys(PACE)
    since = 0.0 if day is None else _years(goal.start, day)
    aim = Goal("at_least", 0.0, None, None, goal.mu, None)
    elapsed_share = None if day is None else since / _years(goal.start, goal.end)
    remaining_years = None if day is None else (goal.end - day).days / DAYS_PER_YEAR
    pace = target_progress.pace(aim, done, elapsed_share, remaining_years)
    return {
        **totals,
        "progress": pace.progress,
        "as_of": None if day is None else day.isoformat(),
        "target_on": goal.end.isoformat(),
        "remaining_mu": max(goal.mu - done, 0.0),
        "expected_mu": pace.expected,
        "pace": pace.verdict,
        "so_far_mu_per_year": done / since if since > 0 else None,
        "needed_mu_per_year": pace.needed_per_year,
    }


@cached_per_plan
def is_invented(plan: Plan) -> bool:
    """Whether the note of any parcel says that the ledger is invented."""
    return says_invented(plan.parcels)


def says_invented(rows: pd.DataFrame) -> bool:
    """Whether the `note` of any row, of a ledger or of a layer made of one, says that it is invented.

    >>> print(says_invented(pd.DataFrame({"note": ["虚构示例 INVENTED EXAMPLE", None]})), says_invented(pd.DataFrame()))
    True False
    """
    return "note" in rows and bool(rows["note"].astype("str").str.contains(INVENTED_MARKS, na=False).any())


def warning(plan: Plan) -> Text:
    """What must stand on every page, sheet and panel that is made of a plan's ledger; nothing where it is real."""
    return INVENTED_WARNING if is_invented(plan) else NOTHING


def marked(text: Text) -> Text:
    """A heading or message that tells first that it comes of an invented ledger; one that says so already is unchanged.

    >>> print(marked(Text("盘活", "Recovered")).zh, "|", marked(marked(Text("盘活", "Recovered"))).en)
    【虚构示例】盘活 | [INVENTED EXAMPLE] Recovered
    """
    return (
        text
        if text.zh.startswith(f"【{INVENTED_MARK.zh}")
        else Text(f"【{INVENTED_MARK.zh}】{text.zh}", f"[{INVENTED_MARK.en}] {text.en}")
    )


def missing_status(plan: Plan) -> Text | None:
    """The remark on a ledger without any status, which therefore counts no land as recovered or under way; else None.

    >>> from yzgeo.plan.load import load
    >>> print(missing_status(load("yinzhou")))
    None
    """
    return ledger.NO_STATUS if len(plan.parcels) and stripped(plan.parcels["status"]).isna().all() else None


def recovered_twice(plan: Plan) -> pd.Series:
    """Whether both parcels of each pair of `Plan.parcel_overlaps` recover the same piece of land."""
    status = plan.parcels["status"].to_numpy()
    pairs = plan.parcel_overlaps
    both = (status[pairs["one"].to_numpy(int)] == RECOVERED) & (status[pairs["other"].to_numpy(int)] == RECOVERED)
    return both & (pairs["share"] >= SAME_LAND)


def target_clause(plan: Plan) -> str:
    """The clauses that set the target of recovered land, or the name of the table; never empty."""
    goal = recovery_target(plan)
    return goal.source if goal is not None else "targets.csv"


def _years(start: datetime.date, end: datetime.date) -> float:
    """Years from the morning of one day to the evening of another."""
    return ((end - start).days + 1) / DAYS_PER_YEAR
