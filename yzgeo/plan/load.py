"""Load a plan folder: read its tables, check them, and join outlines, places, projects and the ledger."""

from __future__ import annotations

import datetime
import math
from dataclasses import replace
from pathlib import Path

import geopandas as gpd
import pandas as pd
import shapely

from yzgeo.core import labels, qualifiers
from yzgeo.core.errors import InputError
from yzgeo.core.i18n import Text
from yzgeo.core.labels import YEARLY
from yzgeo.core.output_guard import refuse_unprintable
from yzgeo.core.plugins import unknown
from yzgeo.core.units import DECIMALS, km2_to_mu, mu_to_m2
from yzgeo.ledger import ledger, net_area
from yzgeo.plan import tables, validation
from yzgeo.plan.figure_units import in_unit
from yzgeo.plan.location_evidence import OWNER_ADDRESS, STAND_IN
from yzgeo.plan.model import Plan
from yzgeo.plan.relation_years import with_years
from yzgeo.plan.transaction import valid_file
from yzgeo.spatial.crs import CGCS2000
from yzgeo.spatial.membership import zone_of_places
from yzgeo.spatial.zone_tree import ancestors, common_zone, in_tree_order, innermost

USABLE = ("可利用", "可利用面积", "usable")
"""Kinds of area that are the usable one: areas of other kinds are never counted with them."""


def built_in_plans() -> list[str]:
    """Names of the plans that come with yzgeo.

    >>> print(built_in_plans())
    ['liupanshui', 'xiangcheng', 'yinzhou']
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
        On flaws of the folder, with file, row, column and remedy: all flaws at once.

    >>> plan = load("yinzhou")
    >>> print(f"{len(plan.zones)} zones, {plan.zones['usable_area_km2'].sum():.2f} km² of usable area")
    6 zones, 70.25 km² of usable area
    """
    folder = find_folder(plan)
    valid = validation.read(folder)
    particulars, district, outlines = valid.particulars, valid.district, valid.outlines
    frames = in_order_of_plan(valid.frames)
    places = read_places(frames["places"])
    zones = with_areas(in_tree_order(frames["zones"]))
    if outlines.empty and not frames["zone_places"].empty and not district.empty:
        try:
            outlines = grown_outlines(zones, frames["zone_places"], places, district)
        except InputError as refusal:
            raise refusal.at(file=str(folder / (refusal.file or "zones.csv"))) from refusal
    zones = _zones(zones, outlines)
    clusters = _with_years(frames["clusters"], frames["cluster_years"])
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
            ancestors(zones),
        ),
        measures=frames["measures"],
        measure_relations=with_years(frames["measure_relations"], frames["figures"], frames["targets"], clusters),
        figures=frames["figures"],
        enumerations=frames["enumerations"],
        targets=_with_units(frames["targets"], frames["measures"]),
        actuals=frames["actuals"],
        clusters=clusters,
        cluster_years=frames["cluster_years"],
        suppressions=frames["suppressions"],
        tolerances=frames["tolerances"],
        constraints=valid.constraints,
        ground=valid.ground.layers,
        ground_sources=valid.ground.sources,
        relief=valid.ground.relief,
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
    """Sort the rows of tables in the order of the plan's text.

    The keys are the position of the clause in `clauses`, then `seq`; rows that these do not part keep the order of
    their file, which is the officer's. Rows whose source is outside the plan come last. `clauses` is sorted by `seq`,
    or unchanged where it has none.

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
    return frame.loc[keys.sort_values(["clause", "seq"], kind="stable").index].reset_index(drop=True)


def read_places(places: pd.DataFrame) -> gpd.GeoDataFrame:
    """The table of places with its points (EPSG:4490)."""
    return gpd.GeoDataFrame(places, geometry=gpd.points_from_xy(places["lon"], places["lat"]), crs=CGCS2000)


def grown_outlines(
    zones: pd.DataFrame, zone_places: pd.DataFrame, places: gpd.GeoDataFrame, district: gpd.GeoDataFrame
) -> gpd.GeoDataFrame:
    """Schematic outlines for a plan without outlines; zones without a known place have none."""
    from yzgeo.spatial.schematic.outlines import grow

    return grow(zones, zone_places, places, district)


def with_areas(zones: pd.DataFrame) -> pd.DataFrame:
    """Zones with their area in km², of whatever kind; as usable area only where the plan says it is usable land."""
    km2 = _in_km2(zones["area"], zones["area_unit"])
    is_usable = zones["area_kind"].isin(USABLE) & zones["area_to"].isna()
    printed = [
        as_printed(row.area, row.area_to, row.area_unit, row.area_qualifier) for row in zones.itertuples(index=False)
    ]
    return zones.assign(
        area_km2=km2,
        usable_area_km2=km2.where(is_usable),
        usable_area_mu=km2.where(is_usable).map(km2_to_mu, na_action="ignore"),
        area_as_printed=pd.Series(printed, index=zones.index, dtype="str"),
    )


def _in_km2(areas: pd.Series, units: pd.Series) -> pd.Series:
    return in_unit(areas, units, "平方公里").round(DECIMALS)


def as_printed(value: float, upper: float, unit: object, qualifier: object) -> str | float:
    """A figure as the plan prints it, with its qualifier, its upper end and its unit; missing where it has no value.

    >>> print(as_printed(60.0, math.nan, "平方公里", "约"), as_printed(5.0, 6.0, "家", None), as_printed(80.0, math.nan, "%", "左右"))
    约60平方公里 5—6家 80%左右
    """
    if pd.isna(value):
        return math.nan
    number = f"{value:,.10g}" if pd.isna(upper) else f"{value:,.10g}—{upper:,.10g}"
    before, behind = qualifiers.sides(qualifier)
    return f"{before}{number}{unit if isinstance(unit, str) else ''}{behind}"


def _zones(zones: pd.DataFrame, outlines: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    joined = zones.merge(outlines, on="zone_id", how="left")
    for column in ("outline_basis", "outline_flaw"):  # outlines just grown have no flaw
        joined[column] = joined.get(column, pd.Series(index=joined.index)).astype("str")
    return gpd.GeoDataFrame(joined, geometry="geometry", crs=CGCS2000)


def _with_units(targets: pd.DataFrame, measures: pd.DataFrame) -> pd.DataFrame:
    """Targets with a unit: their own, or that of their measure."""
    of_measure = targets["measure_id"].map(measures.set_index("measure_id")["unit"])
    return targets.assign(unit=targets["unit"].fillna(of_measure))


def _with_years(clusters: pd.DataFrame, years: pd.DataFrame) -> pd.DataFrame:
    """Clusters with a column for each figure and year that the plan prints: `output_2025` in 亿元."""
    units = years["output_unit"].fillna("亿元")
    money = {name: in_unit(years[name], units, "亿元").round(DECIMALS) for name in ("output", "city_output")}
    years = years.assign(**money)
    joined = clusters
    for year in sorted(years["year"].unique()):
        of_year = years[years["year"] == year].set_index("cluster_id")
        for measure in YEARLY:
            if of_year[measure].notna().any():
                joined = joined.assign(**{f"{measure}_{year}": joined["cluster_id"].map(of_year[measure])})
    return joined[[*(name for name in joined if name != "source"), "source"]]


def _at_places(frame: pd.DataFrame, places: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Rows with a `place_id` get the place's name, point, uncertainty and extent."""
    place_columns = places[["place_id", "name", "uncertainty_m", "extent_m", "geometry"]]
    joined = frame.merge(place_columns.rename(columns={"name": "place"}), on="place_id", how="left")
    return gpd.GeoDataFrame(joined, geometry="geometry", crs=CGCS2000)


def _within_place(frame: gpd.GeoDataFrame) -> pd.Series:
    """How uncertain a point is of which it is only known that it is in a place: by how far the place's land reaches.

    A place without an extent is known as a point, and a centre that is less certain than that tells more.
    """
    return frame[["uncertainty_m", "extent_m"]].max(axis=1)


def _parks(parks: pd.DataFrame, places: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Parks at their places: where a town stands in for a park, it is only known to be in it."""
    frame = _at_places(parks, places)
    stands_in = frame["place_basis"] == STAND_IN
    return frame.assign(uncertainty_m=frame["uncertainty_m"].mask(stands_in, _within_place(frame))).drop(
        columns="extent_m"
    )


def _projects(
    projects: pd.DataFrame,
    locations: pd.DataFrame,
    places: gpd.GeoDataFrame,
    zone_of_place: pd.Series,
    above: dict[str, list[str]],
) -> gpd.GeoDataFrame:
    stands = _allowed_places(locations, projects)
    frame = projects.merge(_joined_places(locations[stands], places, zone_of_place, above), on="project_id", how="left")
    left_out = locations[~stands].groupby("project_id")["source"].agg("；".join).astype("str")
    frame["unused_location"] = frame["project_id"].map(left_out).where(frame["place_id"].isna()).astype("str")
    frame["investment_100m_yuan"] = in_unit(frame["investment"], frame["investment_unit"], "亿元").round(DECIMALS)
    frame["investment_as_printed"] = pd.Series(
        [
            as_printed(row.investment, row.investment_to, row.investment_unit, row.investment_qualifier)
            for row in frame.itertuples(index=False)
        ],
        index=frame.index,
        dtype="str",
    )
    for area in ("new_land", "site_area", "floor_area"):
        words = frame.get(f"{area}_qualifier", pd.Series(index=frame.index, dtype="str"))
        rows = zip(frame[area], frame[f"{area}_unit"], words, strict=True)
        printed = [as_printed(value, math.nan, unit, qualifier) for value, unit, qualifier in rows]
        frame[f"{area}_as_printed"] = pd.Series(printed, index=frame.index, dtype="str")
    frame["works"] = frame["works"].fillna("not_stated")
    for land in ("new_land", "site_area"):
        mu = in_unit(frame[land], frame[f"{land}_unit"], "亩")
        frame["site_mu" if land == "site_area" else f"{land}_mu"] = mu.round(DECIMALS)
    frame["floor_area_m2"] = in_unit(frame["floor_area"], frame["floor_area_unit"], "平方米")
    land_mu = frame["site_mu"].fillna(frame["new_land_mu"])
    frame["floor_area_ratio"] = frame["floor_area_m2"] / land_mu.map(mu_to_m2)
    return gpd.GeoDataFrame(frame, geometry="geometry", crs=CGCS2000)


def _allowed_places(locations: pd.DataFrame, projects: pd.DataFrame) -> pd.Series:
    """Whether a row of locations places its project: an owner's address does not say where new land is."""
    new_sites = projects.loc[projects["new_land"] > 0, "project_id"]
    return ~(locations["project_id"].isin(new_sites) & (locations["evidence"] == OWNER_ADDRESS))


def _joined_places(
    locations: pd.DataFrame, places: gpd.GeoDataFrame, zone_of_place: pd.Series, above: dict[str, list[str]]
) -> pd.DataFrame:
    """A row per project with a known place; of several places their names and points together.

    The evidence is that of the weakest place. `zone_id` is the innermost zone that holds all places (`above`: by zone
    those it lies in), missing where there is none or only some of them lie in a zone; `zone_ids` are all zones that a place lies in.
    Any evidence says of a project only in which town, village or park it is.
    """
    frame = _at_places(locations, places)
    frame["uncertainty_m"] = _within_place(frame)
    frame["zone_id"] = frame["place_id"].map(zone_of_place)
    rows = [_of_project(project_id, group, above) for project_id, group in frame.groupby("project_id", sort=False)]
    columns = [
        "project_id",
        "place_id",
        "place",
        "location_evidence",
        "location_source",
        "zone_id",
        "zone_ids",
        "uncertainty_m",
        "geometry",
    ]
    joined = pd.DataFrame(rows, columns=columns)
    texts = {name: "str" for name in columns if name not in ("uncertainty_m", "geometry")}
    return joined.astype({**texts, "uncertainty_m": "float64"})


def _of_project(project_id: object, located: gpd.GeoDataFrame, above: dict[str, list[str]]) -> tuple[object, ...]:
    within = [None if pd.isna(zone) else str(zone) for zone in located["zone_id"].unique()]
    known = [zone for zone in within if zone is not None]
    weakest = max(located["evidence"], key=labels.EVIDENCE.index)
    points = list(located.geometry)
    return (
        project_id,
        "、".join(located["place_id"]),
        "、".join(located["place"]),
        weakest,
        "；".join(dict.fromkeys(located["source"])),
        common_zone(above, known) if len(known) == len(within) else None,
        "、".join(located["zone_id"].dropna().unique()) or None,
        located["uncertainty_m"].max(),
        points[0] if len(points) == 1 else shapely.MultiPoint(points),
    )
