"""A scenario on one page: what comes out, its map, each demand, what was assumed, and the chosen parcels below."""

from __future__ import annotations

from typing import Any

import numpy as np
import shapely
from markupsafe import Markup

from yzgeo.checks.finding import Outcome
from yzgeo.core import labels
from yzgeo.core.i18n import Lang, Text
from yzgeo.core.templates import environment
from yzgeo.plan.model import Plan
from yzgeo.publish.board import ground as land
from yzgeo.publish.board import zones
from yzgeo.publish.board.board import Board, hatch_patterns
from yzgeo.publish.board.frame import Box, Frame, edges, frame_of
from yzgeo.publish.board.svg import element, text
from yzgeo.publish.report.render import policy
from yzgeo.publish.scenario import tables
from yzgeo.publish.scenario.figures import Figures, name_of
from yzgeo.stats import recovery
from yzgeo.stats.collect import collect

PACKAGE = "yzgeo.publish.scenario"
BOX: Box = (6.0, 6.0, 174.0, 150.0)
YEAR_COLOURS = ("#7A3B12", "#C2691C", "#E0A13A", "#5B7F95", "#2F4B5C", "#8A8F3C", "#6B4E71")
"""Of the years in their order; a year is told by its number on the map too."""
LEFT_OUT = "#B9BFC1"
FIGURES = {"mu", "cost_10k_yuan", "tax_lost_10k_yuan", "stability", "parcels"}
MARK_M2 = 2.0
"""Square millimetres below which a parcel is drawn as a mark: it would not be seen."""


def render(plan: Plan, one: Figures, lang: Lang) -> str:
    """The page; it has no script and makes no request."""
    loader = environment(PACKAGE)
    style = Markup(loader.get_template("scenario.css").render())  # noqa: S704  (our own style sheet)
    large = {title.of(lang) for title in tables.SUMS.values()}  # these stand above the others already
    own = {table.name: table for table in tables.tables(plan, one, lang)}
    return loader.get_template("scenario.html").render(
        lang=lang,
        say=lambda zh, en: Text(zh, en).of(lang),
        title=name_of(one).of(lang),
        plan=plan.title(lang),
        verdict=Text(**one["verdict"]).of(lang),
        warning=recovery.warning(plan).of(lang),
        totals=one["totals"],
        summary=[row for row in own["summary"].rows[2:] if row["item"] not in large],
        demands=demand_bars(own["demands"].rows),
        conflict=own["conflict"].rows,
        by_year=own["by_year"].rows,
        by_zone=own["by_zone"].rows,
        chosen=own["chosen"].rows,
        assumptions=own["assumptions"].rows,
        colours=year_colours(one),
        left_out=LEFT_OUT,
        column=lambda name: labels.column(name, lang),
        cell=cell,
        is_figure=lambda name: name in FIGURES,
        map=Markup(draw_map(plan, one, lang)),  # noqa: S704  (made of numbers and escaped names)
        style=style,
        policy=policy(str(style)),
    )


def cell(value: Any) -> str:
    """A cell as it is read: unknown is —."""
    if value is None:
        return "—"
    if isinstance(value, bool):
        return "●" if value else ""
    if isinstance(value, float):
        return f"{value:,.2f}".rstrip("0").rstrip(".")
    return f"{value:,}" if isinstance(value, int) and abs(value) >= 10_000 else str(value)


def demand_bars(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Demands with how far along its bar each was reached, in per cent of the wider of both; None where it is no figure."""
    drawn = []
    for row in rows:
        asked = row["asked_low"] if row["asked_low"] is not None else row["asked_high"]
        reached = row["reached"]
        widest = max(asked or 0.0, reached or 0.0)
        has_bar = asked is not None and reached is not None and widest > 0 and min(asked, reached) >= 0
        drawn.append(
            {
                **row,
                "reached_width": round(100 * reached / widest, 1) if has_bar else None,
                "asked_at": round(100 * asked / widest, 1) if has_bar else None,
                "is_most": row["asked_low"] is None and row["asked_high"] is not None,
            }
        )
    return drawn


def year_colours(one: Figures) -> dict[int, str]:
    """The colour of each year."""
    return {year: YEAR_COLOURS[n % len(YEAR_COLOURS)] for n, year in enumerate(one["years"])}


def draw_map(plan: Plan, one: Figures, lang: Lang) -> str:
    """Ground, zones and candidates; chosen ones in the colour of their year."""
    frame = frame_of(plan, BOX)
    left, top, right, bottom = BOX
    if frame is None:
        return ""
    board = Board(plan, Outcome([], [], [], []), collect(plan), lang)
    ground = land.ground_of(plan, frame)
    inside = (
        land.draw_below(ground, frame)
        + zones.draw_areas(board, zones.zones_on(plan, frame))
        + land.draw_above(ground)
        + _parcels(plan, one, frame)
        + _names(board, frame)
    )
    clip = element(
        "clipPath", element("rect", x=left, y=top, width=right - left, height=bottom - top), id="scenario-frame"
    )
    title = Text("备选地块与所选地块的位置", "where candidates and chosen parcels lie").of(lang)
    return element(
        "svg",
        element("title", title)
        + element("defs", hatch_patterns())
        + clip
        + element("g", inside, clip_path="url(#scenario-frame)")
        + edges(frame)
        + text(left, bottom + 9, f"1:{frame.denominator:,.0f} (A4)", 7.0),
        viewBox=f"0 0 {right + 4:g} {bottom + 11:g}",
        xmlns="http://www.w3.org/2000/svg",
        role="img",
    )


def _names(board: Board, frame: Frame) -> str:
    """The names of zones in the middle of each."""
    drawn = ""
    for zone in zones.zones_on(board.plan, frame):
        if zone.shape is not None and not shapely.is_empty(zone.shape):
            point = shapely.point_on_surface(zone.shape)
            drawn += text(
                point.x,
                point.y,
                board.say(board.names[zone.zone_id].short),
                9.0,
                anchor="middle",
                bold=True,
                halo="#ffffff",
            )
    return drawn


def _parcels(plan: Plan, one: Figures, frame: Frame) -> str:
    """Parcels that are not recovered yet, and chosen ones; small ones as marks of a size that is seen."""
    year_of = {row["parcel_id"]: row["year"] for row in one["parcels"]}
    rows = plan.parcels[plan.parcels["status"].isin(one["statuses"]) & plan.parcels.geometry.notna()]
    if rows.empty:
        return ""
    shapes = frame.on_sheet(rows.geometry)
    colours = year_colours(one)
    drawn = {False: "", True: ""}
    for parcel, outline in zip(rows["parcel_id"], shapes, strict=True):
        if not frame.window.intersects(outline):
            continue
        year = year_of.get(parcel)
        shape = outline if year is None else _seen(outline)
        fill = LEFT_OUT if year is None else colours[int(year)]
        width = 0.05 if year is None else 0.25
        drawn[year is not None] += land.area(shape, fill=fill, stroke="#ffffff", stroke_width=width)
    return drawn[False] + drawn[True]


def _seen(shape: Any) -> Any:
    """A parcel, or a square in its place where it is too small to be seen."""
    if shape.area >= MARK_M2:
        return shape
    point, half = shapely.point_on_surface(shape), float(np.sqrt(MARK_M2) / 2)
    return shapely.box(point.x - half, point.y - half, point.x + half, point.y + half)
