"""A plan: the tables of a plan folder, validated and joined, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

import geopandas as gpd
import pandas as pd

from yzgeo.core.html_table import html_table
from yzgeo.core.i18n import Lang, Text, bilingual
from yzgeo.core.visible_text import one_line
from yzgeo.ledger import ledger, net_area
from yzgeo.plan.constraints import no_constraints
from yzgeo.plan.relief import HeightGrid

GROUND_SOURCE_COLUMNS = (
    "source_id",
    "layer",
    "title",
    "title_en",
    "path",
    "licence",
    "attribution",
    "attribution_en",
    "accuracy_m",
    "schematic",
)
"""Columns of `ground/sources.csv`: a row per source of a layer."""

Edition = Literal["internal", "public"]
"""The readers of an edition: the office, or the public (see `public_edition`)."""


# A plan is itself, so that `cached_per_plan` can tell plans apart, and its tables are no line of text.
@dataclass(frozen=True, eq=False, repr=False)
class Plan:
    """Tables of one plan; geometry in EPSG:4490 (CGCS2000).

    The columns are those of the plan folder (see `datapackage.json`) and these, joined on loading:

    - `zones`: `usable_area_mu`, `outline_basis`, `outline_uncertainty_m`, `outline_flaw`
      (what was invalid in the outline as drawn), polygons or missing
    - `parks`: `place`, `uncertainty_m`, points or missing; what is only known to be in a place is uncertain by how far
      the place's land reaches (`extent_m`), here and of projects
    - `projects`: `site_mu`, `floor_area_m2`, `floor_area_ratio`, `place_id`, `place`,
      `location_evidence`, `location_source`, `zone_id`, `uncertainty_m`, points or missing; `unused_location` is the
      source of an owner's address that does not place a project with new land
    - `parcels`: the ledger (columns of `ledger.COLUMNS`), without rows where none was given
    - `parcel_zones`: `parcel_id`, `zone_id`, `overlap_m2`, `share`, from `assign`
    - `parcel_land`, `parcel_overlaps`: the net area by row and zone, and the rows that overlap, from
      `net_area.net_area` and `net_area.overlaps`

    - `constraints`: land that forbids building or must hold it (columns of `constraints.COLUMNS`), polygons; without rows
      where the folder has no `constraints.geojson`
    - `ground`: what a map shows under the plan, by layer (`ground_layers.LAYERS`): `name`, `name_en`, `class`,
      `schematic` (bool), `source` (a `source_id` of `ground_sources`), in `towns` also `rank`; empty where the folder has
      no `ground/`
    - `relief`: heights of the ground on a grid in degrees; None where the folder has no `ground/relief.asc`
    - `ground_sources`: whose data each layer of the ground is, `GROUND_SOURCE_COLUMNS`; `accuracy_m` may be missing

    `clusters` have their outputs in 亿元, a column a year; `cluster_years` has them as printed, a row a year.

    `as_of` is the last day of the ledger that counts (ISO date); None: all days.
    """

    name: str
    folder: Path
    particulars: dict[str, Any]
    clauses: pd.DataFrame
    district: gpd.GeoDataFrame
    zones: gpd.GeoDataFrame
    places: gpd.GeoDataFrame
    zone_places: pd.DataFrame
    parks: gpd.GeoDataFrame
    zone_parks: pd.DataFrame
    industries: pd.DataFrame
    zone_industries: pd.DataFrame
    projects: gpd.GeoDataFrame
    measures: pd.DataFrame
    measure_relations: pd.DataFrame
    figures: pd.DataFrame
    enumerations: pd.DataFrame
    targets: pd.DataFrame
    actuals: pd.DataFrame
    clusters: pd.DataFrame
    suppressions: pd.DataFrame
    tolerances: pd.DataFrame
    parcels: gpd.GeoDataFrame = field(default_factory=ledger.empty)
    parcel_zones: pd.DataFrame = field(
        default_factory=lambda: pd.DataFrame(columns=["parcel_id", "zone_id", "overlap_m2", "share"])
    )
    parcel_land: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=list(net_area.NET_AREA_COLUMNS)))
    parcel_overlaps: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=list(net_area.OVERLAP_COLUMNS)))
    cluster_years: pd.DataFrame = field(
        default_factory=lambda: pd.DataFrame(columns=["cluster_id", "year", "output_unit"])
    )
    ground: Mapping[str, gpd.GeoDataFrame] = field(default_factory=lambda: MappingProxyType({}))
    ground_sources: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=list(GROUND_SOURCE_COLUMNS)))
    constraints: gpd.GeoDataFrame = field(default_factory=no_constraints)
    relief: HeightGrid | None = None
    as_of: str | None = None
    edition: Edition = "internal"

    def __repr__(self) -> str:
        """The plan in one line: its name, title, and how much there is of it."""
        counts = f"{len(self.zones)} zones, {len(self.parks)} parks, {len(self.projects)} projects"
        return f"<Plan {self.name!r}: {one_line(self.title('zh'))}; {counts}, {len(self.parcels)} parcels>"

    def _repr_html_(self) -> str:
        """The plan as a notebook shows it: its tables that have rows, with how many."""
        tables = [
            (one.name, len(getattr(self, one.name)), "、".join(map(str, getattr(self, one.name).columns)))
            for one in fields(self)
            if isinstance(getattr(self, one.name), pd.DataFrame) and len(getattr(self, one.name))
        ]
        titles = " · ".join(dict.fromkeys((self.title("zh"), self.title("en"))))
        return html_table(titles, ["表 / table", "行 / rows", "列 / columns"], tables, self.byline().zh)

    def title(self, lang: Lang) -> str:
        """The plan's title; the Chinese one where it has no other."""
        return bilingual(self.particulars["title"], self.particulars.get("title_en")).of(lang)

    @property
    def authority(self) -> Text:
        """The authority in both languages; empty where the plan folder names none."""
        zh = self.particulars.get("authority") or ""
        return bilingual(zh, self.particulars.get("authority_en"))

    @property
    def district_name(self) -> Text:
        """The district's name in both languages; the plan's title where the plan folder names none."""
        zh = self.particulars.get("district")
        return bilingual(zh, self.particulars.get("district_en")) if zh else Text(self.title("zh"), self.title("en"))

    @property
    def period(self) -> tuple[int, int] | None:
        """First and last year of the plan; None where the plan folder does not say."""
        years = self.particulars.get("period")
        return (years[0], years[1]) if years else None

    def byline(self) -> Text:
        """Authority, day of issue and period, as far as they are known."""
        issued, period = self.particulars.get("issued") or "", self.period
        zh = [self.authority.zh, issued, f"规划期 {period[0]}–{period[1]}" if period else ""]
        en = [self.authority.en, issued, f"period {period[0]}–{period[1]}" if period else ""]
        return Text(" · ".join(filter(None, zh)), " · ".join(filter(None, en)))

    def place(self, source: str) -> Text:
        """The label of a clause in both languages, and of a chapter, table or annex of which it is part.

        Other sources are unchanged.
        """
        named = self.clauses.loc[self.clauses["clause"] == source, "label_en"]
        if len(named):
            return bilingual(source, named.iloc[0])
        for opening, end in (("（", " ("), (" ", ",")):
            parts = self.clauses.loc[self.clauses["clause"].str.startswith(source + opening), "label_en"].dropna()
            if source and len(parts):
                return bilingual(source, parts.iloc[0].partition(end)[0])
        return bilingual(source, None)
