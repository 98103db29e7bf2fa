"""Land and floor of projects as several rules hold them against each other, and which of them are in doubt."""

from __future__ import annotations

import math
import re
from typing import Any, NamedTuple

import pandas as pd

from yzgeo.checks.statements import span
from yzgeo.core.i18n import Text
from yzgeo.core.unit_grammar import convert
from yzgeo.core.units import mu_to_m2, slack
from yzgeo.plan.known_measures import ABOVE_GROUND_AREA, PLANT_AREA, UNDERGROUND_AREA
from yzgeo.plan.model import Plan

PARTS_OF_FLOOR = (PLANT_AREA, UNDERGROUND_AREA, ABOVE_GROUND_AREA)
"""Measures of figures (`measures.csv`) that are parts of a project's floor area."""
PROJECT = "project:"
FEWEST_DIGITS = 4
"""Significant digits from which on two equal areas are no chance: a ratio of 1.0 in round figures is common."""
SQUARE_METRE, MU = "平方米", "亩"
UNDER_WAY = re.compile("(?<!拟)(?:在建|续建|已?开工|建成|投产|竣工|已建)")
PART = re.compile("厂房|车间|地上|宿舍|办公|研发楼|仓库|主体|一期|二期|首期")
NEW = re.compile("新建|扩建|增建|加建")
KEPT = re.compile("拆建|保留|改造|翻新|原有|利旧|利用现有|改建")
FLOOR = "建筑面积"


def with_land(plan: Plan) -> pd.DataFrame:
    """Projects with both land and floor area, the land being the site, else the new land.

    Returns
    -------
    DataFrame
        The projects' columns and `land`, `land_unit`, `land_qualifier` (as printed) and `land_mu`.
    """
    projects = plan.projects
    has_site_area = projects["site_mu"].notna()
    return projects.assign(
        land=projects["site_area"].where(has_site_area, projects["new_land"]),
        land_unit=projects["site_area_unit"].where(has_site_area, projects["new_land_unit"]),
        land_qualifier=projects["site_area_qualifier"].where(has_site_area),
        land_mu=projects["site_mu"].fillna(projects["new_land_mu"]),
    ).dropna(subset=["land_mu", "floor_area_m2"])


def floor_like_land(plan: Plan) -> pd.DataFrame:
    """The projects of `with_land` whose floor area is their land in another unit, in figures that are not round."""
    comparable = with_land(plan)
    rounding_m2 = [
        slack(row.land, row.land_unit, SQUARE_METRE) + slack(row.floor_area, row.floor_area_unit, SQUARE_METRE)
        for row in comparable.itertuples()
    ]
    same = (comparable["floor_area_m2"] - comparable["land_mu"].map(mu_to_m2)).abs() <= rounding_m2
    exact = comparable["floor_area"].map(significant_digits) >= FEWEST_DIGITS
    return comparable[same & exact]


def significant_digits(printed: float) -> int:
    """The digits of a printed number without zeros at its ends.

    >>> print(significant_digits(20000), significant_digits(97066.0), significant_digits(11.5))
    1 5 3
    """
    return len(f"{printed:.10f}".rstrip("0").replace(".", "").strip("0"))


def parts_of_floor(plan: Plan, project_id: str) -> pd.DataFrame:
    """The figures of a project that are parts of its floor area."""
    figures = plan.figures
    return figures[figures["measure_id"].isin(PARTS_OF_FLOOR) & (figures["scope"] == f"{PROJECT}{project_id}")]


def exceeds(part: Any, part_unit: str, whole: float, unit: str, qualifier: object = None) -> bool | None:
    """Whether a part is more than its whole, each as rounded and qualified in print; None where units differ.

    `part` has `value`, `value_to` and `qualifier`.

    >>> figure = pd.Series({"value": 167398, "value_to": math.nan, "qualifier": None})
    >>> print(exceeds(figure, "平方米", 16.7, "万平方米"), exceeds(figure, "平方米", 16.6, "万平方米"))
    False True
    """
    least = convert(span(part.value, part.value_to, part.qualifier, is_count=False)[0], part_unit, unit)
    most = span(whole, math.nan, qualifier, is_count=False)[1]
    return None if least is None else least > most


def new_land_exceeds_site(project: Any) -> bool:
    """Whether a project has more new land than land at all, both as rounded and qualified in print."""
    if pd.isna(project.site_mu) or pd.isna(project.new_land_mu):
        return False
    site = span(project.site_area, math.nan, project.site_area_qualifier, is_count=False)[1]
    new = span(project.new_land, math.nan, None, is_count=False)[0]
    most, least = convert(site, project.site_area_unit, MU), convert(new, project.new_land_unit, MU)
    return most is not None and least is not None and least > most


def doubts(plan: Plan) -> dict[str, Text]:
    """By project, what another rule doubts of its land or floor area."""
    doubted = {
        project_id: Text("建筑面积与用地相同，另有疑问", "its floor area equals its land, which is doubted elsewhere")
        for project_id in floor_like_land(plan)["project_id"]
    }
    measures = plan.measures.set_index("measure_id")["unit"]
    for project in plan.projects.itertuples():
        parts = parts_of_floor(plan, project.project_id)
        units = parts["unit"].where(parts["unit"].notna(), parts["measure_id"].map(measures))
        flawed = new_land_exceeds_site(project) or any(
            isinstance(unit, str)
            and isinstance(project.floor_area_unit, str)
            and exceeds(part, unit, project.floor_area, project.floor_area_unit, project.floor_area_qualifier)
            for (_, part), unit in zip(parts.iterrows(), units, strict=True)
        )
        if flawed:
            words = Text("所载面积互相矛盾，另有疑问", "its areas contradict each other, which is told elsewhere")
            doubted.setdefault(project.project_id, words)
    return doubted


def is_under_way(listed: object) -> bool:
    """Whether a list holds projects that are being built or stand, for which a limit on new building comes late.

    >>> print([is_under_way(name) for name in ("under_construction", "续建项目", "planned", "谋划项目")])
    [True, True, False, False]
    """
    return listed == "under_construction" or (isinstance(listed, str) and UNDER_WAY.search(listed) is not None)


def is_part(words: str, content: object) -> bool:
    """Whether the area printed is only part of a project's floor: its plant, or the new part beside what is kept.

    >>> print([is_part(words, "拆建3000平方米") for words in ("新建厂房面积", "厂房总建筑面积", "新建面积", "建筑面积")])
    [True, False, True, False]
    """
    if "总" in words:
        return False
    keeps = isinstance(content, str) and KEPT.search(content) is not None
    return PART.search(words) is not None or (keeps and NEW.search(words) is not None)


class FloorWords(NamedTuple):
    """What a project's floor area is called, and whether it is only part of the floor."""

    words: str
    partial: bool

    @property
    def name(self) -> Text:
        """The words, in English as a quotation but for 建筑面积."""
        return Text(self.words, "floor area" if self.words == FLOOR else f"“{self.words}”")

    @property
    def note(self) -> Text:
        """That nothing else of the floor is printed."""
        return Text(f"只载“{self.words}”，其余建筑面积未载", f"only “{self.words}” is printed, no other floor area")


def floor_words(project: Any) -> FloorWords:
    """How a project (a row of `Plan.projects`, by attribute) names its floor area."""
    words = project.floor_area_words if isinstance(project.floor_area_words, str) else FLOOR
    return FloorWords(words, is_part(words, project.content))


def ratio_span(project: Any) -> tuple[float, float]:
    """The lowest and highest floor area ratio that 约 and the like beside a project's floor area and land allow."""
    known_site = not pd.isna(project.site_mu)
    land, qualifier = (project.site_area, project.site_area_qualifier) if known_site else (project.new_land, None)
    floors = span(project.floor_area, math.nan, project.floor_area_qualifier, is_count=True)
    lands = span(land, math.nan, qualifier, is_count=True)
    printed = project.floor_area_ratio
    low = printed * (floors[0] / project.floor_area) / (lands[1] / land)
    high = math.inf if lands[0] <= 0 else printed * (floors[1] / project.floor_area) / (lands[0] / land)
    return max(low, 0.0), high
