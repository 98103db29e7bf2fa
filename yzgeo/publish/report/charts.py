"""The numbers behind the report's charts, scaled to pixels; the templates draw them."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any, NamedTuple

from yzgeo.core import labels
from yzgeo.core.i18n import LANGS, Text, bilingual, plain
from yzgeo.core.palette import INK, QUIET, STATUS_COLOURS
from yzgeo.core.units import in_money_column
from yzgeo.plan.project_money import LEFT_OUT
from yzgeo.plan.project_zones import ACROSS, ACROSS_ZONES
from yzgeo.stats.collect import Row

PLOT_PX = 400
"""Width of the part of a chart that holds bars or points; names stand left of it, numbers right."""
TICKS = 5
OUTSIDE = Text("在片区之外", "outside all zones")
UNCLASSED = Text("未分类", "not classed")


class Bar(NamedTuple):
    """One bar: its name, its length in pixels, the number beside it, its colour, how much of its end is pale."""

    name: Text
    length: float
    number: Text
    colour: str
    pale: float = 0.0


class Span(NamedTuple):
    """A line from one value to another, with the points between."""

    name: Text
    values: list[tuple[str, float, float]]
    """Label, value and pixel of each point, in order."""


class RatioAxis(NamedTuple):
    """An axis of floor area ratios from 0 to `end`, and the ratio asked for, if one is."""

    end: float
    asked: float | None


class Spans(NamedTuple):
    """Spans over an axis."""

    spans: list[Span]
    ticks: list[tuple[str, float]]


def bars(rows: Iterable[tuple[Text, float | None, Text, str]]) -> list[Bar]:
    """Bars of name, value, number as shown and colour; the longest is as wide as the plot, an unknown value has none.

    >>> rows = [(plain("a"), 2.0, plain("2"), "#000"), (plain("b"), 1.0, plain("1"), "#000")]
    >>> print([round(bar.length) for bar in bars([*rows, (plain("c"), None, plain("—"), "#000")])])
    [400, 200, 0]
    """
    rows = list(rows)
    longest = max((value or 0 for _, value, _, _ in rows), default=0) or 1
    return [Bar(name, round(PLOT_PX * (value or 0) / longest, 1), shown, colour) for name, value, shown, colour in rows]


def row_name(zone_id: str | None, names: dict[str, Text]) -> Text:
    """The name of a row of sums by zone: that of the zone, or that its projects are across zones or outside all."""
    return ACROSS if zone_id == ACROSS_ZONES else names.get(zone_id or "", OUTSIDE)


def investment_by_class(projects: dict[str, Any], names: dict[str, Text]) -> list[Bar]:
    """Investment (in the unit of a column) by class of industry, the largest first; `names` has English for classes as printed."""
    rows = sorted(
        projects["by_industry"], key=lambda row: (row["industry"] is None, -(row["investment_100m_yuan"] or 0))
    )
    return bars(
        (
            UNCLASSED if row["industry"] is None else names.get(row["industry"], plain(row["industry"])),
            row["investment_100m_yuan"],
            _amount_and_count(row),
            INK,
        )
        for row in rows
    )


def _amount_and_count(row: Row) -> Text:
    """The sum, ≥ where it has the lower end of a range, and in brackets of how many projects, and how many it leaves out.

    There is no room for more; the tables tell why.
    """
    value, count = row["investment_100m_yuan"], row["project_count"]
    least = "≥" if row.get("investment_lower_ends") else ""
    zh, en = ("—" if value is None else f"{least}{in_money_column(value, lang):,.10g}" for lang in LANGS)
    left_out = sum(row.get(name, 0) for name in LEFT_OUT)
    if not left_out or value is None:
        return Text(f"{zh} ({count})", f"{en} ({count})")
    return Text(f"{zh} ({count}，{left_out} 未计入)", f"{en} ({count}, {left_out} left out)")


def ratio_axis(rows: list[Row]) -> RatioAxis | None:
    """The axis on which every known floor area ratio has its place; None where none is known.

    >>> print(ratio_axis([{"floor_area_ratio": 1.5, "asked": 2.0}, {"floor_area_ratio": 3.8, "asked": 2.0}]))
    RatioAxis(end=4.0, asked=2.0)
    """
    if not rows:
        return None
    asked = rows[0]["asked"]
    scale, _ = _axis(max([row["floor_area_ratio"] for row in rows] + ([asked] if asked else [])))
    return RatioAxis(PLOT_PX / scale, asked)


def cluster_outputs(rows: list[Row]) -> Spans | None:
    """Output (亿元) of each cluster from year to year; None where there is none."""
    series = [
        [(year, row[f"output_{year}"]) for year in labels.years(row, "output") if row[f"output_{year}"] is not None]
        for row in rows
    ]
    highest = max((value for points in series for _, value in points), default=0)
    if not highest:
        return None
    scale, ticks = _axis(highest)
    spans = [
        Span(
            bilingual(row["name"], row["name_en"]),
            [(str(year), value, round(value * scale, 1)) for year, value in points],
        )
        for row, points in zip(rows, series, strict=True)
        if points
    ]
    return Spans(spans, ticks)


def land_recovery(land: dict[str, Any]) -> list[Bar]:
    """Recovered, under way and identified land (mu) beside the target, if there is one; none where there is no ledger."""
    if land["recovered_mu"] is None:
        return []
    names = {
        "target_mu": (Text("目标", "target"), QUIET),
        **{f"{status}_mu": (labels.VALUES[status], colour) for status, colour in reversed(STATUS_COLOURS.items())},
    }
    shown = {key: named for key, named in names.items() if land[key] is not None}
    return bars((name, land[key], plain(f"{land[key]:,.1f}"), colour) for key, (name, colour) in shown.items())


def _axis(highest: float) -> tuple[float, list[tuple[str, float]]]:
    """Pixels per unit and the ticks of an axis from 0 to a round number not below `highest`."""
    rough = highest / TICKS
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(factor * power for factor in (1, 2, 2.5, 5, 10) if factor * power >= rough)
    count = math.ceil(highest / step - 1e-9)
    scale = PLOT_PX / (count * step)
    return scale, [(f"{number * step:,.10g}", round(number * step * scale, 1)) for number in range(count + 1)]
