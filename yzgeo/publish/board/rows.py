"""The rows of the table of zones, and those that close its sums: outside all zones, place unknown, whole district."""

from __future__ import annotations

from typing import Any, NamedTuple

import pandas as pd

from yzgeo.checks.finding import Finding, by_severity
from yzgeo.core import labels
from yzgeo.core.i18n import Text, bilingual
from yzgeo.core.values import known_total
from yzgeo.plan.areas import AreasOfKind, areas_by_kind, is_one_figure, printed_area, sum_in_words
from yzgeo.plan.inner_zones import zones_in
from yzgeo.plan.location_evidence import BY_OWNER
from yzgeo.plan.model import Plan
from yzgeo.plan.project_money import LEFT_OUT, beside_sum, remark
from yzgeo.plan.project_sums import MONEY, NEW_LAND, known_sum
from yzgeo.plan.project_zones import ACROSS_ZONES, across_zones, outside_zones
from yzgeo.publish.board.board import Board
from yzgeo.stats.subjects.land_recovery import own_land

OUTSIDE, UNLOCATED, DISTRICT, OTHERS = "outside zones", "unlocated", "whole district", "other zones"
"""Keys of rows that are no zones; with their blanks they are no ids."""
CLOSING = {
    ACROSS_ZONES: Text("跨片区", "Across zones"),
    OUTSIDE: Text("片区外", "Outside zones"),
    UNLOCATED: Text("位置未知", "Place unknown"),
    DISTRICT: Text("全区指标与文本", "Targets and text"),
}
OUTSIDE_DRAWN = Text("已绘片区外", "Outside drawn zones")
"""Where zones have no outline, a place outside the others may lie in one of them."""
AT_SEVERAL_PLACES = Text("跨地点", "At several places")
MOST_ROWS = 25
KM2_DIGITS = 2
FIRM_TEXT, NEWS, OWNER, NOWHERE = "plan_text", "project_news", "owner", "unknown"
"""What money is placed by."""


class Row(NamedTuple):
    """A row of the table; None: unknown or not stated.

    - `area`: for its bar, km²; `area_text` as it is read
    - `money`, `parts`: 亿元, whole and by what the projects are placed by
    - `new_land`, `recovered`: mu
    - `warnings`, `hints`: findings
    - `is_drawn`: whether the map shows the zone or place
    - `left_out`: how many projects the money leaves out, since they state none in yuan
    """

    key: str
    name: Text
    colour: str | None
    area: float | None
    area_text: Text
    projects: int | None
    money: float | None
    parts: dict[str, float]
    new_land: float | None
    recovered: float | None
    warnings: int
    hints: int
    is_drawn: bool = True
    left_out: int = 0


class Table(NamedTuple):
    """Rows of zones (of the places of a single zone), rows that close the sums, and the sum.

    - `notes`: what the sums are without
    """

    rows: list[Row]
    closing: list[Row]
    whole: Row
    area_title: Text | None
    is_of_places: bool
    notes: tuple[Text, ...] = ()


def table_of(board: Board, most: int | None = MOST_ROWS) -> Table:
    """The table of a plan: each project, each piece of recovered land and each finding counts in exactly one row.

    A zone's row has what lies in it and in none of the zones inside it. Of more rows than `most` the last are one.
    """
    plan = board.plan
    by_places = len(plan.zones) == 1
    keys = _place_ids(plan) if by_places else plan.zones["zone_id"].tolist()
    of_project = _row_of_projects(plan, keys, by_places)
    of_finding = [_row_of_finding(plan, finding, of_project, keys, by_places) for finding in board.outcome.findings]
    recovered = _recovered(board, by_places)
    areas = areas_by_kind(plan)
    area_ids = set(areas[0].zone_ids) if areas else set()
    drawn = _drawn(plan, by_places)

    def row(key: str, name: Text, colour: str | None, zone: pd.Series | None = None) -> Row:
        projects = plan.projects[(of_project == key).to_numpy()]
        is_open = zone is not None and key not in drawn
        graver, lighter = by_severity(
            [one for one, at in zip(board.outcome.findings, of_finding, strict=True) if at == key]
        )
        area, area_text = (None, Text("—", "—")) if zone is None else _area(plan, zone)
        if (
            zone is not None and area is not None and key not in area_ids
        ):  # areas of other kinds share no axis and no sum
            area, area_text = None, _with_kind(zone, area_text)
        return Row(
            key, name, colour, area, area_text, len(projects), known_sum(projects, plan.projects, MONEY, is_open=is_open),
            _parts(projects), known_sum(projects, plan.projects, NEW_LAND, is_open=is_open), recovered.get(key), graver, lighter,
            colour is None or key in drawn, _left_out(projects, plan),
        )  # fmt: skip

    colours = board.colours
    if by_places:
        tone = next(iter(colours.values()))
        named = plan.places.set_index("place_id")
        rows = [row(key, bilingual(named.loc[key, "name"], named.loc[key, "name_en"]), tone) for key in keys]
    else:
        zones = plan.zones.set_index("zone_id", drop=False)
        rows = [row(key, board.names[key].short, colours[key], zones.loc[key]) for key in keys]
    if most is not None and len(rows) > most:
        rows = [*rows[: most - 1], _merged(rows[most - 1 :], by_places)]
    closing_names = dict(CLOSING)
    if by_places:
        closing_names[ACROSS_ZONES] = AT_SEVERAL_PLACES
    elif len(drawn) < len(plan.zones):
        closing_names[OUTSIDE] = OUTSIDE_DRAWN
    closing = [row(key, name, None) for key, name in closing_names.items()]
    closing = [one for one in closing if _holds_anything(one)]
    return Table(rows, closing, _whole(board, areas), areas[0].kind if areas else None, by_places, _notes(board, areas))


def row_height(rows: int) -> tuple[float, float]:
    """Height and size of type of so many rows.

    >>> print(row_height(6), row_height(12), row_height(25))
    (6.0, 9.0) (4.8, 8.0) (4.2, 7.6)
    """
    return (6.0, 9.0) if rows <= 8 else (4.8, 8.0) if rows <= 14 else (4.2, 7.6)


def _drawn(plan: Plan, by_places: bool) -> set[str]:
    """The zones, or places, that the map shows."""
    rows, key = (plan.places, "place_id") if by_places else (plan.zones, "zone_id")
    return set(rows.loc[rows.geometry.notna() & ~rows.geometry.is_empty, key])


def _left_out(projects: pd.DataFrame, plan: Plan) -> int:
    """How many projects a sum of money leaves out."""
    beside = beside_sum(projects, plan.projects)
    return sum(beside.get(name, 0) for name in LEFT_OUT)


def _with_kind(zone: pd.Series, figure: Text) -> Text:
    """An area with the word for its kind before it, for a column of another kind."""
    kind = labels.area(zone["area_kind"])
    return Text(f"{kind.zh.removesuffix('面积')} {figure.zh}", f"{kind.en.lower().removesuffix(' area')} {figure.en}")


def _notes(board: Board, areas: list[AreasOfKind]) -> tuple[Text, ...]:
    """What the sums of area and of money are without, where they are without anything."""
    notes = []
    if areas and areas[0].missing:
        others = [
            Text(f"{len(one.zone_ids)} 个为{one.kind.zh}", f"{len(one.zone_ids)} of {one.kind.en.lower()}")
            for one in areas[1:]
        ]
        silent = int(board.plan.zones["area_km2"].isna().sum())
        if silent:
            others.append(Text(f"{silent} 个未载面积", f"{silent} with none stated"))
        notes.append(
            Text(
                f"面积合计只计{areas[0].kind.zh}；未计的片区：" + "、".join(one.zh for one in others),
                f"The sum of areas is of {areas[0].kind.en.lower()} alone; zones not in it: "
                + ", ".join(one.en for one in others),
            )
        )
    beside = remark(board.statistics["summary"])
    if len(board.plan.projects) and beside.zh and board.statistics["summary"][MONEY] is not None:
        notes.append(Text(f"投资合计：{beside.zh}", f"Sum of investments: {beside.en}"))
    return tuple(notes)


def _place_ids(plan: Plan) -> list[str]:
    """The places of a plan's only zone: those that it is formed of, then those of its projects."""
    zone_id = plan.zones["zone_id"].iloc[0]
    formed = plan.zone_places.loc[plan.zone_places["zone_id"] == zone_id, "place_id"]
    of_projects = plan.projects.loc[plan.projects["zone_id"] == zone_id, "place_id"].dropna()
    single = of_projects[~of_projects.str.contains("、")] if len(of_projects) else of_projects
    place_ids = set(plan.places["place_id"])
    return [place for place in dict.fromkeys([*formed, *single]) if place in place_ids]


def _row_of_projects(plan: Plan, keys: list[str], by_places: bool) -> pd.Series:
    """The key of the row of each project."""
    projects = plan.projects
    rows = pd.Series(OUTSIDE, index=projects.index, dtype="object")
    rows[across_zones(projects)] = ACROSS_ZONES
    rows[outside_zones(projects)] = OUTSIDE
    inside = projects["zone_id"].notna()
    if by_places:
        at = projects["place_id"].where(projects["place_id"].isin(keys), ACROSS_ZONES)
        rows[inside] = at[inside]
    else:
        rows[inside] = projects.loc[inside, "zone_id"]
    rows[projects.geometry.isna()] = UNLOCATED
    return rows


def _row_of_finding(plan: Plan, finding: Finding, of_project: pd.Series, keys: list[str], by_places: bool) -> str:
    """The row that all subjects of a finding have in common; else that of the whole district."""
    common = {_row_of_subject(plan, subject, of_project, by_places) for subject in finding.subjects} - {None}
    only = common.pop() if len(common) == 1 else None
    return only if only in keys or only in CLOSING else DISTRICT


def _row_of_subject(plan: Plan, subject: str, of_project: pd.Series, by_places: bool) -> str | None:
    kind, _, name = subject.partition(":")
    if kind == "zone" and not by_places:
        return name
    if kind == "project":
        at = of_project[(plan.projects["project_id"] == name).to_numpy()]
        return str(at.iloc[0]) if len(at) else None
    if kind == "park":
        if by_places:
            at = plan.parks.loc[plan.parks["park_id"] == name, "place_id"].dropna()
        else:
            at = plan.zone_parks.loc[plan.zone_parks["park_id"] == name, "zone_id"].drop_duplicates()
        return str(at.iloc[0]) if len(at) == 1 else None
    return None


def _recovered(board: Board, by_places: bool) -> dict[str, float]:
    """Recovered land of each row: what lies in no zone is outside. A single zone has it as a whole only."""
    if not board.has_ledger or by_places:
        return {}
    own = own_land(board.plan)
    return {str(zone_id or OUTSIDE): row["recovered_mu"] for zone_id, row in own.items()}


def _area(plan: Plan, zone: pd.Series) -> tuple[float | None, Text]:
    if pd.isna(zone["area_km2"]):
        return None, Text("—", "—")
    if not is_one_figure(zone):
        printed = printed_area(zone)
        return float(zone["area_km2"]), Text(
            printed.zh.partition("（")[0].removesuffix("平方公里").strip(),
            printed.en.partition(" (")[0].removesuffix("km²").strip(),
        )
    return float(zone["area_km2"]), Text(*[f"{zone['area_km2']:,.{_digits(plan)}f}"] * 2)


def area_text(plan: Plan, zone: pd.Series) -> Text | None:
    """The area of a zone in km², with the same decimals for all zones; None where the plan states none."""
    km2, words = _area(plan, zone)
    return None if km2 is None else words


def _digits(plan: Plan) -> int:
    """Decimals of the areas: as many as the finest has, at most two."""
    areas = plan.zones["area_km2"].dropna().round(KM2_DIGITS)
    return max((len(f"{area:.10g}".partition(".")[2]) for area in areas), default=0)


def _parts(projects: pd.DataFrame) -> dict[str, float]:
    basis = projects["location_evidence"].where(~projects["location_evidence"].isin(BY_OWNER), OWNER)
    basis = basis.where(projects.geometry.notna(), NOWHERE).fillna(FIRM_TEXT) if len(projects) else basis
    sums = {name: known_total(rows["investment_100m_yuan"]) for name, rows in projects.groupby(basis)}
    return {name: amount for name in (FIRM_TEXT, NEWS, OWNER, NOWHERE) if (amount := sums.get(name))}


def _holds_anything(row: Row) -> bool:
    return bool(row.projects or row.recovered or row.warnings or row.hints)


def _merged(rows: list[Row], by_places: bool) -> Row:
    """Rows beyond the last one that fits, as one that keeps the sums."""

    def summed(values: list[Any]) -> Any:
        return known_total([float("nan") if value is None else value for value in values])

    parts: dict[str, float] = {}
    for row in rows:
        for name, value in row.parts.items():
            parts[name] = parts.get(name, 0.0) + value
    noun = Text("地点", "places") if by_places else Text("片区", "zones")
    return Row(
        OTHERS,
        Text(f"其余 {len(rows)} 个{noun.zh}", f"{len(rows)} other {noun.en}"),
        None,
        None,
        Text("—", "—"),
        sum(row.projects or 0 for row in rows),
        summed([row.money for row in rows]),
        parts,
        summed([row.new_land for row in rows]),
        summed([row.recovered for row in rows]),
        sum(row.warnings for row in rows),
        sum(row.hints for row in rows),
        all(row.is_drawn for row in rows),
        sum(row.left_out for row in rows),
    )


def _whole(board: Board, areas: list[AreasOfKind]) -> Row:
    plan = board.plan
    projects = plan.projects
    graver, lighter = by_severity(board.outcome.findings)
    text = Text("—", "—")
    if areas:
        words = sum_in_words(areas[0])
        text = Text(*[f"{areas[0].km2:,.{_digits(plan)}f}"] * 2) if areas[0].km2 == areas[0].upper_km2 else words
        if areas[0].inexact:
            text = Text(f"约 {words.zh}", f"about {words.en}")
    money, land = (board.statistics["summary"][column] for column in (MONEY, NEW_LAND))
    recovered = board.land["recovered_mu"]
    name = Text("合计", "Total")
    return Row(
        "",
        name,
        None,
        None,
        text,
        len(projects),
        money,
        {},
        land,
        recovered,
        graver,
        lighter,
        True,
        _left_out(projects, plan),
    )


def with_inner_zones(plan: Plan) -> bool:
    """Whether zones lie in zones, so that a row has less than its zone with those in it."""
    return any(len(inner) > 1 for inner in zones_in(plan).values())
