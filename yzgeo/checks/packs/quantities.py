"""What a limit can be held against: quantities of a plan's zones and projects, and the figures that it states."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from typing import NamedTuple

import pandas as pd

from yzgeo.checks.statements import plan_statements
from yzgeo.checks.zone_kinds import is_kind
from yzgeo.core import labels
from yzgeo.core.i18n import NOTHING, Text, bilingual
from yzgeo.core.unit_grammar import as_counted, convert
from yzgeo.plan import listings
from yzgeo.plan.cache import cached_per_plan
from yzgeo.plan.figure_units import in_unit
from yzgeo.plan.known_measures import FLOOR_AREA_RATIO, INVESTMENT
from yzgeo.plan.model import Plan


class Value(NamedTuple):
    """A figure of a thing.

    - `subject`, `name`: the thing, as kind and id and by its name
    - `value`, `unit`: the figure, as printed where the plan states it
    - `open_to`: -1 where it is printed as an upper bound (不超过), 1 as a lower one (以上), else 0
    - `source`: the clause
    - `year`: of a statement, else blank
    - `geometry`: the shape of the thing (EPSG:4490) or None
    """

    subject: str
    name: Text
    value: float
    unit: str
    source: str
    year: str = ""
    geometry: object = None
    open_to: int = 0


class Quantity(NamedTuple):
    """A quantity that zones or projects have: its name, its unit and its figures, NaN where unknown."""

    name: Text
    unit: str
    figures: Callable[[Plan], pd.Series]


def _money_per_mu(plan: Plan) -> pd.Series:
    land = plan.projects["site_mu"].fillna(plan.projects["new_land_mu"])
    return in_unit(plan.projects["investment"], plan.projects["investment_unit"], "万元") / land.where(land > 0)


def _listed(plan: Plan, lists: listings.Lists) -> pd.Series:
    counts = [
        max(len(lists.get((zone_id, place), [])) for place in ("text", "table")) for zone_id in plan.zones["zone_id"]
    ]
    return pd.Series(counts, index=plan.zones.index, dtype="float64").replace(0, float("nan"))


OF_PROJECT = {
    INVESTMENT: Quantity(Text("投资", "investment"), "亿元", lambda plan: plan.projects["investment_100m_yuan"]),
    "investment-per-mu": Quantity(Text("亩均投资", "investment per mu"), "万元/亩", _money_per_mu),
    "site-area": Quantity(Text("用地面积", "site area"), "亩", lambda plan: plan.projects["site_mu"]),
    "new-land": Quantity(Text("新增用地", "new land"), "亩", lambda plan: plan.projects["new_land_mu"]),
    "floor-area": Quantity(Text("建筑面积", "floor area"), "平方米", lambda plan: plan.projects["floor_area_m2"]),
    FLOOR_AREA_RATIO: Quantity(Text("容积率", "floor area ratio"), "", lambda plan: plan.projects["floor_area_ratio"]),
    "years": Quantity(Text("建设期", "years of building"), "年", lambda plan: plan.projects["years"]),
}
OF_ZONE = {
    "usable-area": Quantity(Text("可利用面积", "usable area"), "平方公里", lambda plan: plan.zones["usable_area_km2"]),
    "parks": Quantity(Text("园区数", "parks"), "个", lambda plan: _listed(plan, listings.parks_by_zone(plan))),
}
QUANTITIES = {"project": OF_PROJECT, "list": OF_PROJECT, "zone": OF_ZONE, "kind": OF_ZONE}
"""Quantities by the first word of the scope; every other measure is looked up among what the plan states."""


def unit_of(plan: Plan, scope: str, measure: str) -> str | None:
    """The unit of a measure in a scope; None where the plan has no such measure, or the measure no unit of its own."""
    own = QUANTITIES.get(scope.partition(":")[0], {}).get(measure)
    if own is not None:
        return own.unit
    named = plan.measures.loc[plan.measures["measure_id"] == measure, "unit"].dropna()
    return str(named.iloc[0]) if len(named) else None


def name_of(plan: Plan, scope: str, measure: str) -> Text:
    """The name of a measure; its id where the plan has none."""
    own = QUANTITIES.get(scope.partition(":")[0], {}).get(measure)
    if own is not None:
        return own.name
    named = plan.measures[plan.measures["measure_id"] == measure]
    return bilingual(named["name"].iloc[0], named["name_en"].iloc[0]) if len(named) else Text(measure, measure)


def values(plan: Plan, scope: str, measure: str) -> list[Value]:
    """The figures of a measure for a scope, unknown ones left out.

    Parameters
    ----------
    plan
        The plan.
    scope
        `district`; `zone`, `zone:ID` or `kind:KIND`; `project`, `project:ID` or `list:LIST`; `cluster` or `cluster:ID`.
    measure
        A quantity of `QUANTITIES`, or a measure of the plan, of which every statement counts, the same one in several places once.

    >>> from yzgeo.plan.load import load
    >>> one = values(load("yinzhou"), "zone:mingzhou", "usable-area")[0]
    >>> print(one.subject, one.value, one.unit)
    zone:mingzhou 16.88 平方公里
    """
    kind = scope.partition(":")[0]
    own = QUANTITIES.get(kind, {}).get(measure)
    found = _of_things(plan, scope, own) if own is not None else _stated(plan, scope, measure)
    once: dict[tuple[object, ...], Value] = {}
    for one in found:
        if pd.notna(one.value):
            key = (one.subject, one.value, one.unit, one.year, one.open_to)
            first = once.setdefault(key, one)
            if one.source not in first.source.split("；"):
                once[key] = first._replace(source=f"{first.source}；{one.source}")
    return list(once.values())


def _of_things(plan: Plan, scope: str, quantity: Quantity) -> Iterator[Value]:
    kind, _, name = scope.partition(":")
    thing = "project" if kind in ("project", "list") else "zone"
    table = plan.projects if thing == "project" else plan.zones
    figures = quantity.figures(plan)
    for row in table.itertuples():
        key = getattr(row, f"{thing}_id")
        if kind == "list":
            within = isinstance(row.list, str) and name in (row.list, *labels.word(row.list))
        elif kind == "kind":
            within = is_kind(row.kind, name)
        else:
            within = name in ("", key)
        if within:
            label = bilingual(row.name, getattr(row, "name_en", None))
            yield Value(f"{thing}:{key}", label, float(figures[row.Index]), quantity.unit, row.source, "", row.geometry)


@cached_per_plan
def _statements(plan: Plan) -> pd.DataFrame:
    return plan_statements(plan)


def _stated(plan: Plan, scope: str, measure: str) -> Iterator[Value]:
    """What the plan states of a measure: targets, figures, outputs of clusters, figures of projects."""
    kind, _, name = scope.partition(":")
    statements = _statements(plan)
    of_projects = plan.figures[plan.figures["scope"].str.startswith("project:")]
    units = of_projects["unit"].fillna(unit_of(plan, "", measure) or "")
    of_projects = of_projects.assign(printed=of_projects["value"], printed_unit=units, low=math.nan, high=math.nan)
    rows = pd.concat([statements, of_projects])
    rows = rows[rows["measure_id"] == measure]
    rows = rows[[_within(plan, one, kind, name) for one in rows["scope"]]]
    for row in rows.itertuples():
        year = "" if pd.isna(row.year) else f"{row.year:.0f}"
        thing = name_of(plan, "", measure)
        about = _named(plan, row.scope)
        label = thing if about == NOTHING else Text(f"{about.zh}{thing.zh}", f"{about.en}: {thing.en}")
        subject = row.scope if ":" in row.scope else f"figure:{measure}{year and f'-{year}'}"
        open_to = 1 if row.high == math.inf else -1 if row.low == -math.inf else 0
        yield Value(subject, label, float(row.printed), row.printed_unit or "", row.source, year, None, open_to)


def _within(plan: Plan, own: str, kind: str, name: str) -> bool:
    if kind == "district" or (name == "" and kind not in ("zone", "project", "cluster")):
        return own == kind
    if kind == "kind":
        return own == f"kind:{name}" or any(
            own == f"zone:{zone.zone_id}" and is_kind(zone.kind, name) for zone in plan.zones.itertuples()
        )
    if kind == "list":
        listed = plan.projects.loc[plan.projects["list"] == name, "project_id"]
        return own in {f"project:{project_id}" for project_id in listed}
    return own == f"{kind}:{name}" if name else own.partition(":")[0] == kind and ":" in own


def _named(plan: Plan, scope: str) -> Text:
    """The name of the thing that a scope names; nothing for the district."""
    kind, _, key = scope.partition(":")
    tables = {"zone": plan.zones, "project": plan.projects, "cluster": plan.clusters}
    if kind not in tables or not key:
        return NOTHING if not key else Text(key, key)
    rows = tables[kind][tables[kind][f"{kind}_id"] == key]
    if rows.empty:
        return Text(key, key)
    return bilingual(rows["name"].iloc[0], rows["name_en"].iloc[0] if "name_en" in rows else None)


def in_limit_unit(one: Value, unit: str) -> float | None:
    """A figure in the unit of a limit; None where it cannot be converted."""
    return convert(one.value, as_counted(one.unit, unit), unit)
