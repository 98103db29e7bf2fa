"""All figures that a plan states, from all its tables, in one table for rules to compare."""

from __future__ import annotations

import math

import pandas as pd

from yzgeo.checks.tolerances import Tolerance
from yzgeo.core import labels
from yzgeo.core.i18n import Text, bilingual
from yzgeo.core.units import COUNTING, rounding
from yzgeo.plan.model import Plan

AT_LEAST = {"以上", "超过", "突破", "冲破", "不低于"}
AT_MOST = {"不超过", "以内", "以下"}
APPROXIMATE_WORDS = {"约", "左右"}
APPROXIMATE = Tolerance(
    5, Text("%", "%"), Text("“约”“左右”的通常读法", "how far 约 and 左右 are commonly taken to reach")
)
WITHIN = 1 - 1e-9
"""A range excludes its upper end, which rounds to the next figure: 380 and 381 have no figure in common."""


def plan_statements(plan: Plan, approximate_percent: float = APPROXIMATE.value) -> pd.DataFrame:
    """One row per statement of a measure.

    Parameters
    ----------
    plan
        Its targets (base and target), figures and clusters are used; descriptions of projects are not.
    approximate_percent
        Half width of the range of a figure printed with 约 or 左右, in per cent.

    Returns
    -------
    DataFrame
        `measure_id, scope, year_from, year, value, low, high, source`: the range is what the words around
        the number allow (以上: no upper end), else the number as
        rounded in print; numbers of things counted are exact. `year_from` is missing
        unless the figure is cumulative.

    >>> from yzgeo.plan.load import load
    >>> rows = plan_statements(load("yinzhou"))
    >>> one = rows[(rows["measure_id"] == "value-added-per-mu") & (rows["year"] == 2020)]
    >>> print(dict(zip(one["source"], one["value"])))
    {'表1 第9行': 163.0, '一（一）1': 168.8}
    """
    base = plan.targets.rename(columns={"base": "value", "base_year": "year"})
    goal = plan.targets.drop(columns=["base", "base_year"]).rename(columns={"target": "value", "target_year": "year"})
    outputs = [
        plan.clusters.assign(
            measure_id="output",
            scope="cluster:" + plan.clusters["cluster_id"],
            year=year,
            value=plan.clusters[f"output_{year}"],
        )
        for year in labels.years(plan.clusters.columns, "output")
    ]
    own = plan.figures[~plan.figures["scope"].str.startswith("project:")]
    columns = ["measure_id", "scope", "year_from", "year", "value", "qualifier", "source"]
    parts = [part.reindex(columns=columns) for part in (base, goal, own, *outputs)]
    rows = pd.concat([part.astype(object) for part in parts], ignore_index=True)
    rows = rows[rows["value"].notna() & rows["year"].notna()].reset_index(drop=True)
    count_measures = set(plan.measures.loc[plan.measures["unit"].isin(COUNTING), "measure_id"])
    approximation = approximate_percent / 100
    ranges = [
        _range(float(row.value), row.qualifier, row.measure_id in count_measures, approximation)
        for row in rows.itertuples()
    ]
    return rows.assign(
        value=rows["value"].astype(float), low=[low for low, _ in ranges], high=[high for _, high in ranges]
    ).drop(columns="qualifier")


def _range(value: float, qualifier: object, is_count: bool, approximation: float) -> tuple[float, float]:
    """The lowest and highest figure that a number and its qualifier allow."""
    if qualifier in AT_LEAST:
        return value, math.inf
    if qualifier in AT_MOST:
        return -math.inf, value
    slack = (
        abs(value) * approximation if qualifier in APPROXIMATE_WORDS else 0.0 if is_count else rounding(value) * WITHIN
    )
    return value - slack, value + slack


def of(statements: pd.DataFrame, measure_id: str, scope: str, year: int) -> pd.DataFrame:
    """The statements of one measure and year for a scope; `tier:*` selects all scopes that begin with `tier:`."""
    rows = statements[(statements["measure_id"] == measure_id) & (statements["year"] == year)]
    matches = rows["scope"].str.startswith(scope[:-1]) if scope.endswith("*") else rows["scope"] == scope
    return rows[matches]


def narrowest(statements: pd.DataFrame) -> pd.Series:
    """The statement with the narrowest range."""
    return statements.loc[(statements["high"] - statements["low"]).idxmin()]


def relation_name(plan: Plan, relation: pd.Series, role: str) -> Text:
    """The name of a relation, else of its measure for a role ("share", "part" or "whole")."""
    if isinstance(relation["name"], str):
        return bilingual(relation["name"], relation["name_en"])
    measure = plan.measures.set_index("measure_id").loc[relation[f"{role}_measure"]]
    return bilingual(measure["name"], measure["name_en"])


def period(statement: pd.Series) -> str:
    """The year of a statement, 2020, or its period, 2017—2020, when it is cumulative.

    >>> print(period(pd.Series({"year_from": 2017, "year": 2020})), period(pd.Series({"year_from": None, "year": 2020})))
    2017—2020 2020
    """
    start = "" if pd.isna(statement["year_from"]) else f"{statement['year_from']:.0f}—"
    return f"{start}{statement['year']:.0f}"


def missing(plan: Plan, relation: pd.Series, **statements: pd.DataFrame) -> Text:
    """The reason why a relation cannot be checked: the measures without a statement, by role in `statements`."""
    names = plan.measures.set_index("measure_id")[["name", "name_en"]]
    lost = [names.loc[relation[f"{role}_measure"]] for role, rows in statements.items() if rows.empty]
    year = relation["year"]
    return Text(
        f"{relation['relation_id']}：{year} 年未载{'、'.join(name['name'] for name in lost)}",
        f"{relation['relation_id']}: not stated for {year}: {', '.join(bilingual(name['name'], name['name_en']).en for name in lost)}",
    )
