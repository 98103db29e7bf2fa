"""What rules on constraints judge: zones, parks, projects and parcels against each kind of constraint.

Official outlines and parcels are held against the constraints by area. A point stands for a place that lies within its
uncertainty: only where the whole of that circle is on one side is anything said.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

import geopandas as gpd
import pandas as pd
import shapely

from yzgeo.checks.finding import Finding, NotChecked, Severity
from yzgeo.checks.official_outlines import official_zones
from yzgeo.checks.tolerances import Tolerance
from yzgeo.core.i18n import Text, bilingual, counted, plain
from yzgeo.core.units import M2_PER_KM2, m2_to_mu
from yzgeo.plan import constraint_kinds, listings
from yzgeo.plan.constraint_kinds import BORDER_M, ConstraintKind, Effect
from yzgeo.plan.constraints import CONSTRAINTS_FILE
from yzgeo.plan.location_evidence import OWNER_ADDRESS
from yzgeo.plan.model import Plan
from yzgeo.spatial.crs import equal_area
from yzgeo.stats import recovery

LINE = Tolerance(
    BORDER_M,
    Text("米", "m"),
    Text(
        "管控界线多以 1:2000 上下的底图划定，图上 0.5 毫米即 1 米",
        "control lines are mostly set on maps of about 1:2,000, where half a millimetre is 1 m",
    ),
)
WHOLE = 0.999
"""Share of a circle from which on it is all of it: a circle is a polygon here."""
LEAST_RADIUS_M = 0.5
SQUARE_METRES_BELOW = 10_000.0
"""Smaller areas are told in square metres, larger ones in square kilometres."""
MOST_NAMED = 5
"""Constraints that a finding names."""


class Subjects(NamedTuple):
    """What is judged of one table, by its noun: `subject, name, name_en, clause` and areas in EPSG:4490; circles where `by_point`."""

    noun: Text
    frame: gpd.GeoDataFrame
    by_point: bool
    missed: list[NotChecked]


Measure = Callable[[gpd.GeoSeries, gpd.GeoSeries, float], gpd.GeoDataFrame]
"""The pieces of shapes on or off a cover, as in `spatial.coverage`."""
Wording = Callable[[ConstraintKind, Text, Text], Text]
"""A message of a kind, the name of a subject, and how much of it."""


def clause(plan: Plan) -> str:
    """The clauses that describe the zones, or the file of the constraints."""
    return listings.sections(plan.zones["source"]) or CONSTRAINTS_FILE


def findings(
    plan: Plan,
    effect: Effect,
    measure: Measure,
    width_m: float,
    severities: dict[str, Severity],
    wording: Wording,
    remedy: Text,
) -> Iterator[Finding | NotChecked]:
    """The findings of one effect on everything that its kinds judge.

    Parameters
    ----------
    plan
        A plan with constraints.
    effect
        `forbids` or `must_hold`.
    measure
        What of a shape breaks the constraint.
    width_m
        Strips narrower than this are not told.
    severities
        By table of the plan.
    wording
        Makes the message.
    remedy
        What to do.
    """
    if plan.constraints.empty:
        yield NotChecked(no_constraints(plan))
        return
    chosen = plan.constraints[plan.constraints["effect"] == effect]
    if chosen.empty:
        yield NotChecked(Text("没有这一类管控范围", "there are no constraints of this sort"))
        return
    kinds = {
        code: constraint_kinds.described(str(code), effect, next(iter(rows["basis"].dropna()), ""))
        for code, rows in chosen.groupby("kind", sort=False)
    }
    judged = {
        table: SUBJECTS_OF[table](plan) for table in SUBJECTS_OF if any(table in kind.judges for kind in kinds.values())
    }
    for of_table in judged.values():
        yield from of_table.missed
    for code, kind in kinds.items():
        cover = chosen[chosen["kind"] == code]
        for table in kind.judges:
            of_table = judged[table]
            if of_table.frame.empty:
                continue
            pieces = measure(of_table.frame.geometry, cover.geometry, 0.0 if of_table.by_point else width_m)
            whole = pieces["share"] >= WHOLE
            told = pieces[whole] if of_table.by_point else pieces
            edge = of_table.frame.loc[pieces.index.difference(told.index), "subject"].nunique()
            if edge:
                yield NotChecked(
                    Text(
                        f"{edge} {of_table.noun.zh}的位置误差及于{kind.title.zh}的边线",
                        f"the uncertainty of {counted(edge, of_table.noun.en)} reaches the edge of the {kind.title.en}",
                    ),
                    partly=True,
                )
            names = _named(told, cover)
            subjects = of_table.frame.loc[told.index].to_dict("records")
            for subject, (row, piece) in zip(subjects, told.iterrows(), strict=True):
                yield Finding(
                    severity=severities[table],
                    subject=subject["subject"],
                    aspect=f"constraint:{code}",
                    message=wording(kind, bilingual(subject["name"], subject["name_en"]), _amount(piece, by_point=of_table.by_point)),
                    remedy=remedy,
                    clause=subject["clause"],
                    consequence="amount",
                    values={
                        "kind": code,
                        "basis": kind.basis.zh,
                        "constraints": names[row],
                        **({} if of_table.by_point else {
                            "area_m2": float(piece["area_m2"]),
                            "area_mu": m2_to_mu(float(piece["area_m2"])),
                            "share": float(piece["share"]),
                            "tolerance_m": width_m,
                        }),
                    },
                    geometry=piece["geometry"],
                )  # fmt: skip


def no_constraints(plan: Plan) -> Text:
    """Why a plan has no constraints."""
    if plan.edition == "public":
        return Text("公开版不含管控范围", "the public edition has no constraints")
    return Text("没有导入管控范围", "no constraints were imported")


def _named(told: gpd.GeoDataFrame, cover: gpd.GeoDataFrame) -> dict[object, list[str]]:
    """The constraints that each piece lies on, by row: their names where they have one, else their ids."""
    named = cover["name"].fillna(cover["constraint_id"]).to_numpy()
    pieces, constraints = cover.sindex.query(told.geometry.to_numpy(), predicate="intersects")
    rows: dict[object, list[str]] = {row: [] for row in told.index}
    for piece, constraint in zip(pieces, constraints, strict=True):
        listed = rows[told.index[piece]]
        if len(listed) < MOST_NAMED and str(named[constraint]) not in listed:
            listed.append(str(named[constraint]))
    return rows


def _amount(piece: pd.Series, *, by_point: bool) -> Text:
    """How much: area in square metres or kilometres and mu, and the share; nothing of a point."""
    if by_point:
        return plain("")
    area, share, mu = float(piece["area_m2"]), float(piece["share"]), m2_to_mu(float(piece["area_m2"]))
    if area < SQUARE_METRES_BELOW:
        return Text(f"{area:,.1f} 平方米（{mu:,.2f} 亩，{share:.1%}）", f"{area:,.1f} m² ({mu:,.2f} mu, {share:.1%})")
    km2 = area / M2_PER_KM2
    return Text(f"{km2:,.3f} 平方公里（{mu:,.0f} 亩，{share:.1%}）", f"{km2:,.3f} km² ({mu:,.0f} mu, {share:.1%})")


def _zones(plan: Plan) -> Subjects:
    zones, missed = official_zones(plan)
    frame = gpd.GeoDataFrame(
        {
            "subject": "zone:" + zones["zone_id"],
            "name": zones["name"],
            "name_en": [bilingual(zone.name, zone.name_en).en for zone in zones.itertuples(index=False)],
            "clause": zones["source"],
        },
        geometry=zones.geometry,
    )
    return Subjects(Text("个片区", "zone"), frame, False, missed)


def _parks(plan: Plan) -> Subjects:
    sources = plan.zone_parks.groupby("park_id")["source"].agg(lambda rows: "；".join(dict.fromkeys(rows)))
    parks = plan.parks.assign(clause=plan.parks["park_id"].map(sources).fillna(plan.parks["source"]))
    return _points(parks, "park", Text("个园区", "park"))


def _projects(plan: Plan) -> Subjects:
    by_address = plan.projects["location_evidence"] == OWNER_ADDRESS
    known = plan.projects.geometry.where(~by_address)
    return _points(
        plan.projects.assign(clause=plan.projects["source"]).set_geometry(known), "project", Text("个项目", "project")
    )


def _points(table: gpd.GeoDataFrame, kind: str, noun: Text) -> Subjects:
    """A circle of the uncertainty around each place."""
    placed = table[table.geometry.notna() & table["uncertainty_m"].notna()]
    unknown = len(table) - len(placed)
    missed = (
        [
            NotChecked(
                Text(
                    f"{unknown} {noun.zh}没有已知位置",
                    f"{counted(unknown, f'{noun.en} has', f'{noun.en}s have')} no known place",
                ),
                partly=not placed.empty,
            )
        ]
        if unknown
        else []
    )
    single = placed.explode(ignore_index=True)
    if single.empty:
        return Subjects(noun, gpd.GeoDataFrame(geometry=gpd.GeoSeries([], crs=table.crs)), True, missed)
    crs = equal_area(single.geometry)
    radius = single["uncertainty_m"].clip(lower=LEAST_RADIUS_M).to_numpy(float)
    circles = gpd.GeoSeries(shapely.buffer(single.geometry.to_crs(crs).to_numpy(), radius), crs=crs).to_crs(table.crs)
    english = single["name_en"] if "name_en" in single else pd.Series(None, index=single.index)
    frame = gpd.GeoDataFrame(
        {
            "subject": f"{kind}:" + single[f"{kind}_id"],
            "name": single["name"],
            "name_en": [bilingual(zh, en).en for zh, en in zip(single["name"], english, strict=True)],
            "clause": single["clause"],
        },
        geometry=circles,
    )
    return Subjects(noun, frame, True, missed)


def _parcels(plan: Plan) -> Subjects:
    if plan.parcels.empty:
        return Subjects(
            Text("个地块", "parcel"), gpd.GeoDataFrame(geometry=gpd.GeoSeries([], crs=plan.parcels.crs)), False, []
        )
    numbers = recovery.parcel_labels(plan.parcels).to_numpy()
    frame = gpd.GeoDataFrame(
        {
            "subject": [f"parcel:{number}" for number in numbers],
            "name": [f"地块 {number} " for number in numbers],
            "name_en": [f"parcel {number}" for number in numbers],
            "clause": recovery.target_clause(plan),
        },
        geometry=plan.parcels.geometry.to_numpy(),
        crs=plan.parcels.crs,
    )
    without = int(frame.geometry.isna().sum())
    missed = (
        [NotChecked(Text(f"{without} 个地块没有图形", f"{counted(without, 'parcel has', 'parcels have')} no shape"), partly=True)]
        if without
        else []
    )  # fmt: skip
    return Subjects(Text("个地块", "parcel"), frame, False, missed)


SUBJECTS_OF: dict[str, Callable[[Plan], Subjects]] = {
    "zones": _zones,
    "parks": _parks,
    "projects": _projects,
    "parcels": _parcels,
}
"""What is judged, by table of the plan."""
