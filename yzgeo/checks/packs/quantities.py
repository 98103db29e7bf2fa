"""What a limit can be held against: quantities of a plan's zones and projects, and the figures that it states."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import pandas as pd

from yzgeo.checks.project_areas import doubts, floor_words, is_under_way, ratio_span
from yzgeo.checks.statements import plan_statements, span
from yzgeo.checks.zone_kinds import is_kind
from yzgeo.core import labels
from yzgeo.core.i18n import NOTHING, Text, bilingual
from yzgeo.core.qualifiers import around, printed
from yzgeo.core.unit_grammar import as_counted, convert
from yzgeo.core.units import amount
from yzgeo.plan import listings
from yzgeo.plan.cache import cached_per_plan
from yzgeo.plan.figure_units import in_unit
from yzgeo.plan.known_measures import FLOOR_AREA_RATIO, INVESTMENT
from yzgeo.plan.model import Plan


class Value(NamedTuple):
    """A figure of a thing.

    - `subject`, `name`: the thing, as kind and id and by its name
    - `value`, `unit`: the figure, as printed where the plan states it
    - `low`, `high`: the range that the words beside it (约, 以上, 不超过) and its upper end allow, in `unit`
    - `printed`: the figure with unit and these words
    - `source`: the clause
    - `year`: of a statement, else blank
    - `geometry`: the shape of the thing (EPSG:4490) or None
    - `late`: why a limit comes late, where it does: the project is being built
    - `doubt`: what another rule doubts of the figure
    - `partial`: that only a part of the thing is printed, so that the figure is too low
    """

    subject: str
    name: Text
    value: float
    unit: str
    low: float
    high: float
    printed: Text
    source: str
    year: str = ""
    geometry: object = None
    late: Text = NOTHING
    doubt: Text = NOTHING
    partial: Text = NOTHING


class Quantity(NamedTuple):
    """A quantity that zones or projects have.

    - `name`, `unit`
    - `figures`: its figures, NaN where unknown
    - `spread`: by what the words beside the printed figures multiply it at least and at most
    - `of_floor`: whether floor area goes into it, so that a doubt of that, or a part of it alone, counts
    """

    name: Text
    unit: str
    figures: Callable[[Plan], pd.Series]
    spread: Callable[[Any], tuple[float, float]] = lambda row: (1.0, 1.0)
    of_floor: bool = False


def _spread_of(column: str) -> Callable[[Any], tuple[float, float]]:
    """How far the qualifier and the upper end of a printed column let its figure go, as factors."""

    def spread(row: Any) -> tuple[float, float]:
        value = getattr(row, column)
        if pd.isna(value) or value <= 0:
            return 1.0, 1.0
        low, high = span(value, getattr(row, f"{column}_to", math.nan), getattr(row, f"{column}_qualifier", None), True)
        return max(low, 0.0) / value, high / value

    return spread


_investment, _site, _floor, _zone_area = map(_spread_of, ("investment", "site_area", "floor_area", "area"))


def _per_mu_spread(row: Any) -> tuple[float, float]:
    low, high = _investment(row)
    least, most = (1.0, 1.0) if pd.isna(row.site_mu) else _site(row)
    return low / most, high / least if least > 0 else math.inf


def _ratio_spread(row: Any) -> tuple[float, float]:
    low, high = ratio_span(row)
    return low / row.floor_area_ratio, high / row.floor_area_ratio


def _money_per_mu(plan: Plan) -> pd.Series:
    land = plan.projects["site_mu"].fillna(plan.projects["new_land_mu"])
    return in_unit(plan.projects["investment"], plan.projects["investment_unit"], "万元") / land.where(land > 0)


def _ratio(plan: Plan) -> pd.Series:
    """The ratios of what is built; a technical upgrade builds nothing on its land."""
    built = plan.projects["works"] != "technical_upgrade"
    return plan.projects["floor_area_ratio"].where(built & (plan.projects["floor_area_ratio"] > 0))


def _listed(plan: Plan, lists: listings.Lists) -> pd.Series:
    counts = [
        max(len(lists.get((zone_id, place), [])) for place in ("text", "table")) for zone_id in plan.zones["zone_id"]
    ]
    return pd.Series(counts, index=plan.zones.index, dtype="float64").replace(0, float("nan"))


OF_PROJECT = {
    INVESTMENT: Quantity(
        Text("投资", "investment"), "亿元", lambda plan: plan.projects["investment_100m_yuan"], _investment
    ),
    "investment-per-mu": Quantity(Text("亩均投资", "investment per mu"), "万元/亩", _money_per_mu, _per_mu_spread),
    "site-area": Quantity(Text("用地面积", "site area"), "亩", lambda plan: plan.projects["site_mu"], _site),
    "new-land": Quantity(Text("新增用地", "new land"), "亩", lambda plan: plan.projects["new_land_mu"]),
    "floor-area": Quantity(
        Text("建筑面积", "floor area"), "平方米", lambda plan: plan.projects["floor_area_m2"], _floor, True
    ),
    FLOOR_AREA_RATIO: Quantity(Text("容积率", "floor area ratio"), "", _ratio, _ratio_spread, True),
    "years": Quantity(Text("建设期", "years of building"), "年", lambda plan: plan.projects["years"]),
}
OF_ZONE = {
    "usable-area": Quantity(
        Text("可利用面积", "usable area"), "平方公里", lambda plan: plan.zones["usable_area_km2"], _zone_area
    ),
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


def values(plan: Plan, scope: str, measure: str, year: str = "") -> list[Value]:
    """The figures of a measure for a scope, unknown ones left out.

    Parameters
    ----------
    plan
        The plan.
    scope
        `district`; `zone`, `zone:ID` or `kind:KIND`; `project`, `project:ID` or `list:LIST`; `cluster` or `cluster:ID`.
    measure
        A quantity of `QUANTITIES`, or a measure of the plan, of which every statement counts, the same one in several places once.
    year
        The year whose statements count; blank for those of any. Quantities have no year.

    >>> from yzgeo.plan.load import load
    >>> one = values(load("yinzhou"), "zone:mingzhou", "usable-area")[0]
    >>> print(one.subject, one.value, one.unit)
    zone:mingzhou 16.88 平方公里
    """
    kind = scope.partition(":")[0]
    own = QUANTITIES.get(kind, {}).get(measure)
    found = _of_things(plan, scope, own) if own is not None else _stated(plan, scope, measure, year)
    once: dict[tuple[object, ...], Value] = {}
    for one in found:
        if pd.notna(one.value):
            key = (one.subject, one.value, one.unit, one.year, one.low, one.high)
            first = once.setdefault(key, one)
            if one.source not in first.source.split("；"):
                once[key] = first._replace(source=f"{first.source}；{one.source}")
    return list(once.values())


def _of_things(plan: Plan, scope: str, quantity: Quantity) -> Iterator[Value]:
    kind, _, name = scope.partition(":")
    thing = "project" if kind in ("project", "list") else "zone"
    table = plan.projects if thing == "project" else plan.zones
    figures = quantity.figures(plan)
    doubted = doubts(plan) if quantity.of_floor and thing == "project" else {}
    for row in table.itertuples():
        key = getattr(row, f"{thing}_id")
        if kind == "list":
            within = _is_list(row.list, name)
        elif kind == "kind":
            within = is_kind(row.kind, name)
        else:
            within = name in ("", key)
        if within:
            value = float(figures[row.Index])
            if math.isnan(value):
                continue
            low, high = quantity.spread(row)
            floor = floor_words(row) if quantity.of_floor else None
            yield Value(
                subject=f"{thing}:{key}",
                name=bilingual(row.name, getattr(row, "name_en", None)),
                value=value,
                unit=quantity.unit,
                low=value * low,
                high=value * high,
                printed=_shown(value, quantity.unit, low, high),
                source=row.source,
                geometry=row.geometry,
                late=LATE
                if thing == "project" and kind == "project" and not name and is_under_way(row.list)
                else NOTHING,
                doubt=doubted.get(key, NOTHING),
                partial=floor.note if floor is not None and floor.partial else NOTHING,
            )


LATE = Text("已在建", "under construction")


def _shown(value: float, unit: str, low: float, high: float) -> Text:
    """A computed figure with the digits that a reader can use, and whether words beside what it is made of loosen it."""
    figure = amount(value if float(f"{value:.6g}") == value else float(f"{value:.4g}"), unit)
    if (low, high) == (1.0, 1.0):
        return figure
    word = "至少" if math.isinf(high) and low > 0 else "至多" if low <= 0 else "约"
    return around(figure, word)


@cached_per_plan
def _statements(plan: Plan) -> pd.DataFrame:
    return plan_statements(plan)


def _stated(plan: Plan, scope: str, measure: str, wanted_year: str) -> Iterator[Value]:
    """What the plan states of a measure: targets, figures, outputs of clusters, figures of projects."""
    kind, _, name = scope.partition(":")
    statements = _statements(plan)
    of_projects = plan.figures[plan.figures["scope"].str.startswith("project:")]
    units = of_projects["unit"].fillna(unit_of(plan, "", measure) or "")
    of_projects = of_projects.assign(
        printed=of_projects["value"],
        printed_to=of_projects["value_to"],
        printed_unit=units,
        printed_qualifier=of_projects["qualifier"],
    )
    rows = pd.concat([statements, of_projects])
    rows = rows[rows["measure_id"] == measure]
    rows = rows[[_within(plan, one, kind, name) for one in rows["scope"]]]
    for row in rows.itertuples():
        year = "" if pd.isna(row.year) else f"{row.year:.0f}"
        if wanted_year not in ("", year):
            continue
        thing = name_of(plan, "", measure)
        about = _named(plan, row.scope)
        low, high = span(row.printed, row.printed_to, row.printed_qualifier, is_count=True)  # as printed, no rounding
        yield Value(
            subject=row.scope if ":" in row.scope else f"figure:{measure}{year and f'-{year}'}",
            name=thing if about == NOTHING else Text(f"{about.zh}{thing.zh}", f"{about.en}: {thing.en}"),
            value=float(row.printed),
            unit=row.printed_unit or "",
            low=low,
            high=high,
            printed=printed(row.printed, row.printed_to, row.printed_unit, row.printed_qualifier),
            source=row.source,
            year=year,
        )


def _is_list(listed: object, name: str) -> bool:
    """Whether a project's list is the one of a name: its code, or its word in either language."""
    return isinstance(listed, str) and name in (listed, *labels.word(listed))


def names_of(plan: Plan, kind: str) -> list[str]:
    """What may stand behind the colon of a scope of this kind.

    >>> from yzgeo.plan.load import load
    >>> print(names_of(load("yinzhou"), "list"), names_of(load("yinzhou"), "kind"))
    ['planned', 'under_construction'] ['agglomeration', 'core']
    """
    columns = {
        "zone": (plan.zones, "zone_id"),
        "project": (plan.projects, "project_id"),
        "cluster": (plan.clusters, "cluster_id"),
        "kind": (plan.zones, "kind"),
        "list": (plan.projects, "list"),
    }
    if kind not in columns:
        return []
    table, column = columns[kind]
    return sorted(set(table[column].dropna())) if column in table else []


def is_known(plan: Plan, kind: str, name: str) -> bool:
    """Whether a plan has the thing that a scope names, or states a figure of it.

    >>> from yzgeo.plan.load import load
    >>> print([is_known(load("yinzhou"), *scope) for scope in (("kind", "集聚区"), ("list", "在建"), ("list", "plannd"))])
    [True, True, False]
    """
    there_are = names_of(plan, kind)
    if kind == "kind" and any(is_kind(one, name) for one in there_are):
        return True
    if kind == "list" and any(_is_list(one, name) for one in there_are):
        return True
    stated = {*plan.figures["scope"], *plan.targets["scope"]}
    return name in there_are or f"{kind}:{name}" in stated


def _within(plan: Plan, own: str, kind: str, name: str) -> bool:
    if kind == "district" or (name == "" and kind not in ("zone", "project", "cluster")):
        return own == kind
    if kind == "kind":
        return own == f"kind:{name}" or any(
            own == f"zone:{zone.zone_id}" and is_kind(zone.kind, name) for zone in plan.zones.itertuples()
        )
    if kind == "list":
        return any(
            own == f"project:{project.project_id}" and _is_list(project.list, name)
            for project in plan.projects.itertuples()
        )
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


def in_limit_unit(one: Value, unit: str) -> tuple[float, float] | None:
    """The range of a figure in the unit of a limit; None where it cannot be converted."""
    low, high = (
        end if math.isinf(end) else convert(end, as_counted(one.unit, unit), unit) for end in (one.low, one.high)
    )
    if convert(one.value, as_counted(one.unit, unit), unit) is None or low is None or high is None:
        return None
    return low, high
