"""One mark for each place with projects, at its true point; its area is their planned investment."""

from __future__ import annotations

import math
from typing import NamedTuple

import pandas as pd
import shapely

from yzgeo.core.i18n import Text, plain
from yzgeo.core.values import known_total
from yzgeo.plan.location_evidence import BY_OWNER
from yzgeo.publish.board.board import Board
from yzgeo.publish.board.frame import Frame
from yzgeo.publish.board.svg import DONE, circle, rect
from yzgeo.publish.board.zones import Zone
from yzgeo.publish.page.sites import BRACKETS, short, sites

PER_ROOT = 0.86
"""Millimetres of radius for the root of a hundred million yuan, where the largest mark keeps within `MOST`."""
MOST = 10.0
"""Millimetres of radius: a larger mark would hide what it is on."""
LEAST = 1.15
SMALL_SEED = 1.1


class Mark(NamedTuple):
    """A place with its projects.

    - `projects`: how many of them
    - `money`, `firm`: 亿元 of all projects that are here alone, and of those that are known here by more than their
      owner; None where none states any
    - `several`: how many of the projects are at other places too, so that their money stands at none
    """

    place_id: str
    x: float
    y: float
    name: Text
    projects: int
    money: float | None
    firm: float | None
    several: int
    weak: bool
    is_seed: bool
    project_ids: tuple[str, ...]
    per_root: float = PER_ROOT

    @property
    def radius(self) -> float:
        """The radius of all that is here."""
        return radius(self.money, self.per_root)


def radius(money: float | None, per_root: float = PER_ROOT) -> float:
    """The radius of a mark for 亿元; the least where it is small or not known.

    >>> print(round(radius(100.0), 2), radius(0.1), radius(None))
    8.6 1.15 1.15
    """
    return max(per_root * math.sqrt(money), LEAST) if money and money > 0 else LEAST


def scale_of(marks: list[Mark]) -> float:
    """Millimetres of radius for the root of a hundred million yuan: the same for all marks of a sheet.

    >>> print(scale_of([]))
    0.86
    """
    largest = max((mark.money or 0.0 for mark in marks), default=0.0)
    return min(PER_ROOT, MOST / math.sqrt(largest)) if largest > 0 else PER_ROOT


def marks_on(board: Board, frame: Frame, zones: list[Zone]) -> list[Mark]:
    """The marks of the places where projects are, the largest first."""
    plan = board.plan
    places = plan.places.set_index("place_id")
    projects = plan.projects.set_index("project_id", drop=False)
    seeds = {(round(x, 3), round(y, 3)) for zone in zones for x, y in zone.seeds}
    on_map = []
    for site in sites(plan):
        ids = [one["key"].removeprefix("project:") for one in site["projects"]]
        if not ids:
            continue
        here = projects.loc[ids]
        own = here[~here["place_id"].str.contains("、")]
        firm = own[~own["location_evidence"].isin(BY_OWNER)]
        point = frame.on_sheet(plan.places.geometry[plan.places["place_id"] == site["place_id"]])[0]
        x, y = float(shapely.get_x(point)), float(shapely.get_y(point))
        place = places.loc[site["place_id"]]
        name = (
            plain(BRACKETS.sub("", place["name"]) or place["name"])
            if board.lang == "zh"
            else short(place["name"], place["name_en"])
        )
        on_map.append(
            Mark(
                site["place_id"], x, y, name, len(here), _sum(own), _sum(firm), len(here) - len(own),
                bool(here["location_evidence"].isin(BY_OWNER).all()), (round(x, 3), round(y, 3)) in seeds, tuple(ids),
            )
        )  # fmt: skip
    per_root = scale_of(on_map)
    return sorted((mark._replace(per_root=per_root) for mark in on_map), key=lambda mark: -mark.radius)


def _sum(projects: pd.DataFrame) -> float | None:
    return known_total(projects["investment_100m_yuan"]) if len(projects) else None


def draw(marks: list[Mark]) -> str:
    """The marks: solid for what is known here, hatched with a dashed ring for what only its owner's address tells."""
    drawn = ""
    for mark in marks:
        whole, firm = mark.radius, radius(mark.firm, mark.per_root) if mark.firm else 0.0
        if mark.weak or whole > firm + 0.3 or not mark.firm:
            is_weak = mark.weak or (mark.money or 0.0) > (mark.firm or 0.0)
            fill = "url(#hatch)" if is_weak else "#FFFFFF"
            drawn += circle(mark.x, mark.y, whole + 0.3, fill="#FFFFFF", fill_opacity="0.85")
            drawn += circle(
                mark.x,
                mark.y,
                whole,
                fill=fill,
                stroke=DONE,
                stroke_width=0.3,
                stroke_dasharray=".9 .6" if is_weak else None,
            )
        if firm:
            drawn += circle(mark.x, mark.y, firm, fill=DONE, stroke="#FFFFFF", stroke_width=0.3)
        if mark.is_seed:
            drawn += rect(
                mark.x - SMALL_SEED / 2,
                mark.y - SMALL_SEED / 2,
                SMALL_SEED,
                SMALL_SEED,
                fill="#FFFFFF",
                stroke="#3F2A14" if not firm else None,
                stroke_width=0.2,
            )
    return drawn
