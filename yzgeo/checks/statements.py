"""All figures that a plan states, from all its tables, in one table for rules to compare."""

from __future__ import annotations

import math
import re

import pandas as pd

from yzgeo.checks.tolerances import Tolerance
from yzgeo.core import labels, qualifiers
from yzgeo.core.i18n import Text, bilingual
from yzgeo.core.unit_grammar import Dimension, as_counted, convert, is_count, parse, ratio
from yzgeo.core.units import amount, rounding
from yzgeo.plan.known_measures import OUTPUT
from yzgeo.plan.model import Plan

APPROXIMATE = Tolerance(
    5,
    Text("%", "%"),
    Text("“约”“左右”的通常读法", "how far “约” (about) and “左右” (or so) are commonly taken to reach"),
)
CLUSTER_UNIT = "亿元"
"""The unit of the outputs in `Plan.clusters`."""
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
        `measure_id, scope, year_from, year, source, noun, stated_as, printed, printed_to, printed_unit,
        printed_qualifier, unit, value, low, high`. `noun` is what the plan calls the figure where that is not the
        measure's name; `stated_as` is base, target or figure. The
        range from `low` to `high` is what the words around the number allow (以上: no upper end), else the number as
        rounded in print; numbers of things counted are exact. These three are in `unit`: that of the measure, or for
        figures that cannot be converted to it (money of another currency, a measure without a unit) the first one of
        their dimension, so that figures of one measure can be compared where they have one `unit`. `printed`, and
        `printed_to` where a range is printed (5—6 家), are in `printed_unit`; `printed_qualifier` has the words
        beside. `year_from` is missing unless the
        figure is cumulative.

    >>> from yzgeo.plan.load import load
    >>> rows = plan_statements(load("yinzhou"))
    >>> one = rows[(rows["measure_id"] == "value-added-per-mu") & (rows["year"] == 2020)]
    >>> print(dict(zip(one["source"], one["value"])))
    {'表1 第9行': 163.0, '一（一）1': 168.8}
    """
    base = plan.targets.rename(columns={"base": "value", "base_year": "year", "base_qualifier": "qualifier"})
    goal = plan.targets.drop(columns=["base", "base_year"]).rename(
        columns={"target": "value", "target_year": "year", "target_qualifier": "qualifier", "target_to": "value_to"}
    )
    outputs = [_cluster_outputs(plan, year) for year in labels.years(plan.clusters.columns, "output")]
    own = plan.figures[~plan.figures["scope"].str.startswith("project:")]
    columns = ["measure_id", "scope", "year_from", "year", "value", "value_to", "unit", "qualifier", "source"]
    columns += ["noun", "stated_as"]
    roles = ("base", "target", "figure", *["figure"] * len(outputs))
    parts = [
        part.reindex(columns=columns).assign(stated_as=role)
        for part, role in zip((base, goal, own, *outputs), roles, strict=True)
    ]
    rows = pd.concat([part.astype(object) for part in parts], ignore_index=True)
    rows = rows[rows["value"].notna() & rows["year"].notna()].reset_index(drop=True)
    measures = plan.measures.dropna(subset=["unit"])
    unit_of = dict(zip(measures["measure_id"], measures["unit"], strict=True))
    of_measure = pd.Series([unit_of.get(name, "") for name in rows["measure_id"]], index=rows.index, dtype=object)
    rows["printed_unit"] = rows["unit"].where(rows["unit"].notna(), of_measure)
    units = [as_counted(*pair) for pair in zip(rows["printed_unit"], of_measure, strict=True)]
    rows["unit"] = _common_units(rows["measure_id"], units, of_measure)
    rows["value_to"] = rows["value_to"].astype(float)
    ranges = [
        (row.value, *span(row.value, row.value_to, row.qualifier, is_count(unit), approximate_percent))
        for row, unit in zip(rows.itertuples(), units, strict=True)
    ]
    converted = [
        [convert(number, unit, common) for number in numbers]
        for numbers, unit, common in zip(ranges, units, rows["unit"], strict=True)
    ]
    rows["printed"] = rows["value"].astype(float)
    rows = rows.rename(columns={"value_to": "printed_to"})
    rows[["value", "low", "high"]] = pd.DataFrame(
        converted, index=rows.index, columns=["value", "low", "high"], dtype=float
    )
    return rows.rename(columns={"qualifier": "printed_qualifier"})


def _cluster_outputs(plan: Plan, year: int) -> pd.DataFrame:
    """The outputs of clusters in a year, in the unit that they are printed in."""
    of_year = plan.cluster_years[plan.cluster_years["year"] == year].dropna(subset=["output_unit"])
    printed = dict(zip(of_year["cluster_id"], of_year["output_unit"], strict=True))
    units = [printed.get(cluster_id, CLUSTER_UNIT) for cluster_id in plan.clusters["cluster_id"]]
    in_common = zip(plan.clusters[f"output_{year}"], units, strict=True)
    return plan.clusters.assign(
        measure_id=OUTPUT,
        scope="cluster:" + plan.clusters["cluster_id"],
        year=year,
        value=[convert(output, CLUSTER_UNIT, unit) for output, unit in in_common],
        unit=units,
    )


def _common_units(measures: pd.Series, units: list[str], of_measure: pd.Series) -> list[str]:
    """The unit in which each statement is compared with others of its measure."""
    first: dict[tuple[str, Dimension], str] = {}
    return [
        wanted if ratio(unit, wanted) is not None else first.setdefault((measure, parse(unit).dimension), unit)
        for measure, unit, wanted in zip(measures, units, of_measure, strict=True)
    ]


def span(
    value: float, value_to: float, qualifier: object, is_count: bool, approximate_percent: float = APPROXIMATE.value
) -> tuple[float, float]:
    """The lowest and highest figure that a number, the upper end of its range and its qualifier allow.

    >>> print(span(380, math.nan, None, True), span(400, math.nan, "近", True), span(375, math.nan, "逾", False))
    (380.0, 380.0) (360.0, 400.0) (375, inf)

    Ends that stand the wrong way round are a range all the same:

    >>> print(span(3, 2, None, True))
    (2.0, 3.0)
    """
    value, upper = (value, value) if math.isnan(value_to) else sorted((value, value_to))
    approximation = approximate_percent / 100
    words = set(qualifiers.words(qualifier))
    if words & qualifiers.AT_LEAST:
        return value, math.inf
    if words & qualifiers.AT_MOST:
        return -math.inf, upper
    if words & qualifiers.ALMOST:  # from below only, so from twice as far
        return value - 2 * abs(value) * approximation, upper + 0.0
    is_loose = bool(words & qualifiers.APPROXIMATE)
    slacks = [
        abs(end) * approximation if is_loose else 0.0 if is_count else rounding(end) * WITHIN for end in (value, upper)
    ]
    return value - slacks[0], upper + slacks[1]


YEARLY_AVERAGE = re.compile("年均|年平均|平均每年")


def is_yearly_average(*names: object) -> bool:
    """Whether a name or noun calls its figure the average of several years, which no single year's change is.

    >>> print(is_yearly_average("工业投资年均增速"), is_yearly_average("增加值增速", None), is_yearly_average(None, "年均增长"))
    True False True
    """
    return any(isinstance(name, str) and YEARLY_AVERAGE.search(name) is not None for name in names)


def of(statements: pd.DataFrame, measure_id: str, scope: str, year: int) -> pd.DataFrame:
    """The statements of one measure and year for a scope; `tier:*` selects all scopes that begin with `tier:`."""
    rows = statements[(statements["measure_id"] == measure_id) & (statements["year"] == year)]
    matches = rows["scope"].str.startswith(scope[:-1]) if scope.endswith("*") else rows["scope"] == scope
    return rows[matches]


def as_printed(statement: pd.Series) -> Text:
    """The number or range of a statement with the unit and the words that it is printed with."""
    printed, upper, unit, words = (statement[f"printed{part}"] for part in ("", "_to", "_unit", "_qualifier"))
    return qualifiers.printed(printed, upper, unit, words)


def printed_like(statement: pd.Series, value: float) -> Text:
    """A number in the unit by which a statement is compared, told in the unit that the statement is printed in."""
    unit = statement["printed_unit"]
    number = convert(value, as_counted(statement["unit"], unit), unit)
    return amount(value, statement["unit"]) if number is None else amount(number, unit)


def in_one_unit(*groups: pd.DataFrame) -> tuple[pd.DataFrame, ...]:
    """Groups of statements in the unit that most statements of the first have; what cannot be converted is left out.

    >>> row = {"value": 3.0, "low": 3.0, "high": 3.0, "unit": "公顷"}
    >>> mu, hectares = in_one_unit(pd.DataFrame([{**row, "unit": "亩"}]), pd.DataFrame([row, {**row, "unit": "吨"}]))
    >>> print(hectares["value"].tolist(), hectares["unit"].tolist())
    [45.0] ['亩']
    """
    if groups[0].empty:
        return groups
    unit = groups[0]["unit"].mode().iloc[0]
    return tuple(_converted(rows, unit) for rows in groups)


def in_percent(statements: pd.DataFrame) -> pd.DataFrame:
    """Statements of shares and rates in per cent, as which a number without a unit counts; others are left out."""
    unit = {name: statements[name].replace("", "%") for name in ("unit", "printed_unit")}
    return _converted(statements.assign(**unit), "%")


def _converted(rows: pd.DataFrame, unit: str) -> pd.DataFrame:
    convertible = rows[rows["unit"].map(lambda own: ratio(as_counted(own, unit), unit) is not None).astype(bool)]
    units = [as_counted(own, unit) for own in convertible["unit"]]
    numbers = {
        name: [convert(value, own, unit) for value, own in zip(convertible[name], units, strict=True)]
        for name in ("value", "low", "high")
    }
    return convertible.assign(**numbers, unit=unit)


def narrowest(statements: pd.DataFrame) -> pd.Series:
    """The statement with the narrowest range."""
    return statements.loc[(statements["high"] - statements["low"]).idxmin()]


def relation_name(plan: Plan, relation: pd.Series, role: str) -> Text:
    """The name of a relation, else of its measure for a role ("share", "part" or "whole")."""
    if isinstance(relation["name"], str):
        return bilingual(relation["name"], relation["name_en"])
    measure = plan.measures.set_index("measure_id").loc[relation[f"{role}_measure"]]
    return bilingual(measure["name"], measure["name_en"])


def scope_name(plan: Plan, scope: str) -> Text:
    """The name of a cluster, industry or zone that a scope names; the scope itself where it names none of these."""
    kind, _, name = scope.partition(":")
    tables = {"cluster": plan.clusters, "industry": plan.industries, "zone": plan.zones}
    if kind in tables:
        rows = tables[kind][tables[kind][f"{kind}_id"] == name]
        if len(rows):
            return bilingual(rows["name"].iloc[0], rows["name_en"].iloc[0])
    return labels.word(scope)


def period(statement: pd.Series) -> str:
    """The year of a statement, 2020, or its period, 2017—2020, when it is cumulative.

    >>> print(period(pd.Series({"year_from": 2017, "year": 2020})), period(pd.Series({"year_from": None, "year": 2020})))
    2017—2020 2020
    """
    start = "" if pd.isna(statement["year_from"]) else f"{statement['year_from']:.0f}—"
    return f"{start}{statement['year']:.0f}"


def incomparable(relation: pd.Series) -> Text:
    """The reason why a relation cannot be checked although all its measures are stated."""
    return Text(
        f"{relation['relation_id']}：单位不同，不能相比",
        f"{relation['relation_id']}: the units cannot be converted to one another",
    )


def missing(plan: Plan, relation: pd.Series, **statements: pd.DataFrame) -> Text:
    """The reason why a relation cannot be checked: the measures without a statement, by role in `statements`."""
    names = plan.measures.set_index("measure_id")[["name", "name_en"]]
    lost = [names.loc[relation[f"{role}_measure"]] for role, rows in statements.items() if rows.empty]
    year = relation["year"]
    return Text(
        f"{relation['relation_id']}：{year} 年未载{'、'.join(name['name'] for name in lost)}",
        f"{relation['relation_id']}: not stated for {year}: {', '.join(bilingual(name['name'], name['name_en']).en for name in lost)}",
    )
