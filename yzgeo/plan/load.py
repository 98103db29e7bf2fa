"""Load a plan folder: read its tables, check them, and join outlines, places, projects and the ledger."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd

from yzgeo.core.errors import InputError
from yzgeo.core.i18n import Text
from yzgeo.core.output_guard import refuse_unprintable
from yzgeo.core.plugins import unknown
from yzgeo.core.units import M2_PER_AREA_UNIT, MU_PER_AREA_UNIT, km2_to_mu, mu_to_m2
from yzgeo.ledger import ledger, net_area
from yzgeo.plan import tables
from yzgeo.plan.model import Plan
from yzgeo.plan.outlines import read_district, read_zone_outlines
from yzgeo.plan.transaction import valid_file
from yzgeo.spatial.crs import CGCS2000
from yzgeo.spatial.membership import zone_of_places
from yzgeo.spatial.zone_tree import innermost, refuse_cycles

OPTIONAL_TEXTS = ("authority_en", "district_en", "district_code", "text_sha256")
"""Particulars that a plan need not have."""


YEARS = range(datetime.MINYEAR, datetime.MAXYEAR + 1)


def built_in_plans() -> list[str]:
    """Names of the plans that come with yzgeo.

    >>> print(built_in_plans())
    ['yinzhou']
    """
    return sorted(file.parent.name for file in tables.built_in().glob("*/datapackage.json"))


def find_folder(plan: str | Path) -> Path:
    """The folder of a plan named by its path or, for a built-in one, by its name.

    Raises
    ------
    InputError
        When it is neither, or its name holds a line break.
    """
    folder = Path(plan)
    refuse_unprintable(folder)
    if folder.is_dir():
        return folder
    if str(plan) in built_in_plans():
        return tables.built_in() / str(plan)
    near = unknown(str(plan), built_in_plans())
    raise InputError(
        Text(f"“{plan}”既不是文件夹，也不是内置规划", f"'{plan}' is neither a folder nor a built-in plan"),
        Text(
            f"给出规划文件夹的路径；内置规划{near.remedy.zh}",
            f"give the path of a plan folder; built-in: {near.remedy.en}",
        ),
    )


def load(plan: str | Path = "yinzhou") -> Plan:
    """Load and validate a plan.

    Parameters
    ----------
    plan
        A plan folder, or the name of a built-in plan.

    Raises
    ------
    InputError
        On the first flaw of the folder, with file, row, column and remedy.

    >>> plan = load("yinzhou")
    >>> print(f"{len(plan.zones)} zones, {plan.zones['usable_area_km2'].sum():.2f} km² of usable area")
    6 zones, 70.25 km² of usable area
    """
    folder = find_folder(plan)
    particulars = _particulars(folder)
    tables_read = tables.read(folder)
    refuse_cycles(tables_read["zones"], str(folder / "zones.csv"))
    frames = in_order_of_plan(tables_read)
    if frames["zones"].empty:
        raise InputError(
            Text("没有一个片区", "has no zones"),
            Text("每个片区填一行", "fill in one row per zone"),
            file=str(folder / "zones.csv"),
        )
    district = read_district(folder)
    places = read_places(frames["places"])
    outlines = read_zone_outlines(folder, frames["zones"]["zone_id"])
    if outlines.empty and not frames["zone_places"].empty:
        outlines = grown_outlines(frames["zones"], frames["zone_places"], places, district)
    zones = _zones(frames["zones"], outlines)
    plan_read = Plan(
        name=str(particulars["name"]),
        folder=folder,
        particulars=particulars,
        clauses=frames["clauses"],
        district=district,
        zones=zones,
        places=places,
        zone_places=frames["zone_places"],
        parks=_parks(frames["parks"], places),
        zone_parks=frames["zone_parks"],
        industries=frames["industries"],
        zone_industries=frames["zone_industries"],
        projects=_projects(
            frames["projects"],
            frames["project_locations"],
            places,
            zone_of_places(places, zones, frames["zone_places"]),
        ),
        measures=frames["measures"],
        measure_relations=frames["measure_relations"],
        figures=frames["figures"],
        enumerations=frames["enumerations"],
        targets=frames["targets"],
        actuals=frames["actuals"],
        clusters=frames["clusters"],
        suppressions=frames["suppressions"],
        tolerances=frames["tolerances"],
    )
    return with_parcels(plan_read, ledger.stored(valid_file(folder, ledger.LEDGER_FILE)))


def with_parcels(plan: Plan, parcels: gpd.GeoDataFrame) -> Plan:
    """The plan with another ledger: its parcels assigned to zones, their net area and overlaps computed.

    >>> print(len(with_parcels(load("yinzhou"), ledger.empty()).parcel_zones), "parcels in zones")
    0 parcels in zones
    """
    if parcels.empty:
        return replace(plan, parcels=parcels)
    inside, land, overlaps = net_area.measure_ledger(parcels, innermost(plan.zones))
    return replace(plan, parcels=parcels, parcel_zones=inside, parcel_land=land, parcel_overlaps=overlaps)


def up_to(plan: Plan, day: str) -> Plan:
    """The plan with its ledger counted up to a day.

    Raises
    ------
    InputError
        When `day` is no ISO date.

    >>> print(up_to(load("yinzhou"), "2024-06-30").as_of)
    2024-06-30
    """
    try:
        return replace(plan, as_of=datetime.date.fromisoformat(day).isoformat())
    except ValueError as error:
        raise InputError(
            Text(f"“{day}”不是日期", f"'{day}' is not a date"),
            Text("写成 2024-06-30 这样的日期", "write a date like 2024-06-30"),
        ) from error


def in_order_of_plan(frames: dict[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """Sort the rows of tables in the order of the plan's text, so that the order of rows in a file has no effect.

    The keys are the position of the clause in `clauses`, then `seq`, then all other cells; rows whose source is
    outside the plan come last. `clauses` is sorted by `seq`, or unchanged where it has none.

    >>> frames = {"clauses": pd.DataFrame({"clause": ["二", "一"]}), "zones": pd.DataFrame({"source": ["一", "二"]})}
    >>> print("、".join(in_order_of_plan(frames)["zones"]["source"]))
    二、一
    """
    clauses = frames["clauses"]
    if "seq" in clauses:
        clauses = clauses.sort_values("seq", kind="stable", ignore_index=True)
    place = {clause: number for number, clause in enumerate(clauses["clause"])}
    return {name: clauses if name == "clauses" else _ordered(frame, place) for name, frame in frames.items()}


def _ordered(frame: pd.DataFrame, place: dict[str, int]) -> pd.DataFrame:
    keys = pd.DataFrame(index=frame.index)
    keys["clause"] = frame["source"].map(place).fillna(len(place)) if "source" in frame else 0
    keys["seq"] = frame.get("seq", 0)
    for column in frame.columns:
        keys[f"cell {column}"] = frame[column].astype("str")
    return frame.loc[keys.sort_values(list(keys.columns)).index].reset_index(drop=True)


def _particulars(folder: Path) -> dict[str, Any]:
    """Title, authority, date, period and district of the plan, from `datapackage.json`."""
    package = tables.descriptor(folder)
    plan = package.get("plan")
    particulars: dict[str, Any] = plan if isinstance(plan, dict) else {}
    checks = {key: _is_text(package.get(key)) for key in ("name", "title")}
    checks |= {f"plan.{key}": _is_text(particulars.get(key)) for key in ("authority", "issued", "district")}
    checks["title_en"] = _is_text(package.get("title_en", "-"))
    checks["version"] = isinstance(package.get("version", ""), str | int | float)
    checks |= {f"plan.{key}": isinstance(particulars.get(key, ""), str | None) for key in OPTIONAL_TEXTS}
    checks["plan.period"] = _is_period(particulars.get("period"))
    checks["plan.stated_in"] = _is_texts(particulars.get("stated_in", {}))
    for key in ("licenses", "sources"):
        entries = package.get(key) or []
        checks[key] = isinstance(entries, list) and all(map(_is_texts, entries))
    for key, usable in checks.items():
        if not usable:
            raise InputError(
                Text(f"{key} 缺失或写法不对", f"{key} is missing or not as it should be"),
                Text(
                    "对照内置规划填写：名称、机关、日期、行政区为文字，期限为 [2021, 2025] 这样的两个年份，来源与许可为对象的列表",
                    "write as the built-in plan does: title, authority, date and district as text, the period as two years, "
                    "like [2021, 2025], sources and licenses as lists of objects of text",
                ),
                file=str(folder / "datapackage.json"),
                column=key,
            )
    described = {key: package.get(key) for key in ("name", "title", "title_en", "version", "sources", "licenses")}
    return {**described, **particulars}


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_texts(value: object) -> bool:
    """Whether it is an object whose values are text, or missing."""
    return isinstance(value, dict) and all(isinstance(text, str | None) for text in value.values())


def _is_period(value: object) -> bool:
    return isinstance(value, list) and len(value) == 2 and all(type(year) is int and year in YEARS for year in value)


def read_places(places: pd.DataFrame) -> gpd.GeoDataFrame:
    """The table of places with its points (EPSG:4490)."""
    return gpd.GeoDataFrame(places, geometry=gpd.points_from_xy(places["lon"], places["lat"]), crs=CGCS2000)


def grown_outlines(
    zones: pd.DataFrame, zone_places: pd.DataFrame, places: gpd.GeoDataFrame, district: gpd.GeoDataFrame
) -> gpd.GeoDataFrame:
    """Schematic outlines for a plan without outlines; zones without a known place have none."""
    from yzgeo.spatial.schematic.outlines import grow

    return grow(zones.assign(area_km2=zones["usable_area_km2"]), zone_places, places, district)


def _zones(zones: pd.DataFrame, outlines: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    joined = zones.merge(outlines, on="zone_id", how="left")
    joined["usable_area_mu"] = joined["usable_area_km2"].map(km2_to_mu)
    for column in ("outline_basis", "outline_flaw"):  # outlines just grown have no flaw
        joined[column] = joined.get(column, pd.Series(index=joined.index)).astype("str")
    return gpd.GeoDataFrame(joined, geometry="geometry", crs=CGCS2000)


def _at_places(frame: pd.DataFrame, places: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Rows with a `place_id` get the place's name, point and uncertainty."""
    place_columns = places[["place_id", "name", "uncertainty_m", "geometry"]].rename(columns={"name": "place"})
    return gpd.GeoDataFrame(frame.merge(place_columns, on="place_id", how="left"), geometry="geometry", crs=CGCS2000)


def _parks(parks: pd.DataFrame, places: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    return _at_places(parks, places)


def _projects(
    projects: pd.DataFrame,
    locations: pd.DataFrame,
    places: gpd.GeoDataFrame,
    zone_of_place: pd.Series,
) -> gpd.GeoDataFrame:
    located = locations.rename(columns={"evidence": "location_evidence", "source": "location_source"})
    frame = projects.merge(located, on="project_id", how="left")
    frame["zone_id"] = frame["place_id"].map(zone_of_place)
    frame["site_mu"] = frame["site_area"] * frame["site_area_unit"].map(MU_PER_AREA_UNIT).astype("float64")
    frame["floor_area_m2"] = frame["floor_area"] * frame["floor_area_unit"].map(M2_PER_AREA_UNIT).astype("float64")
    land_mu = frame["site_mu"].fillna(frame["new_land_mu"])
    frame["floor_area_ratio"] = frame["floor_area_m2"] / land_mu.map(mu_to_m2)
    return _at_places(frame, places)
