"""Match the features of a file to the zones of the plan, and replace their outlines."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from yzgeo.core.errors import InputError, Parameter
from yzgeo.core.i18n import Lang, Text
from yzgeo.core.units import M2_PER_KM2
from yzgeo.readers import column_matching, reading
from yzgeo.readers.source import GEOMETRY, Change
from yzgeo.spatial.area import ellipsoidal_m2
from yzgeo.spatial.crs import CGCS2000

NAMES = ("zone_id", "name", "name_table", "name_en")
"""Columns that identify a zone: its id, and its names in text, table and English."""
NO_ZONE = Text("规划中没有这个片区，未读入", "the plan has no such zone: left out")
MERGED = Text("同一片区的几个要素已合并", "several features of one zone are merged")


class ZoneMatch(NamedTuple):
    """Outlines by `zone_id`, the column that matched, names without a zone, and the log."""

    outlines: gpd.GeoDataFrame
    column: str
    strangers: list[str]
    log: pd.DataFrame


def match(file: Path, zones: pd.DataFrame, source: reading.Reading, mapping: Mapping[str, str]) -> ZoneMatch:
    """Match the outlines of a file to zones by id or by any name of the zone.

    Parameters
    ----------
    file
        Named in refusals.
    zones
        The zones of a plan.
    source
        The features of the file.
    mapping
        `zone_id` or `name`, and the file's column with it; without one, the column is taken that names most zones.

    Raises
    ------
    InputError
        When no feature names a zone, or a zone's feature is not an area.
    """
    frame = source.frame
    theirs = [name for name in frame.columns if name != frame.geometry.name]
    zone_of_name = {
        same_name(zone[name]): zone["zone_id"] for _, zone in zones.iterrows() for name in NAMES if pd.notna(zone[name])
    }
    named = column_matching.match(file, theirs, mapping, {"zone_id": (), "name": ()})
    candidates = list(named.values()) or theirs
    zone_of_row = {name: frame[name].map(same_name, na_action="ignore").map(zone_of_name) for name in candidates}
    column = max(candidates, key=lambda name: zone_of_row[name].notna().sum(), default=None)
    if column is None or not zone_of_row[column].notna().any():
        raise InputError(
            Text("没有一个要素的名称是规划中的片区", "no feature has the name of a zone of the plan"),
            Text(
                f"加一列片区名称或代码：{'、'.join(zones['name'])}；或指明这一列",
                f"add a column with the zones' ids or names: {', '.join(zones['zone_id'])}; or name it",
            ),
            file=str(file),
            parameter=Parameter("mapping", Text("name=列名", "name=COLUMN")),
            column=column if named else None,
        )
    zone_ids = zone_of_row[column]
    changes = [Change(int(row), str(column), frame[column][row], "", NO_ZONE) for row in frame.index[zone_ids.isna()]]
    shapes: dict[str, shapely.Geometry] = {}
    for zone_id, rows in frame[zone_ids.notna()].groupby(zone_ids.dropna(), sort=False):
        flawed = rows.geometry.isna()
        if flawed.any():
            raise InputError(
                Text("片区的几何不是面", "the outline of this zone is not an area"),
                Text("改为面要素", "make it a polygon"),
                file=str(file), row=int(flawed.idxmax()), column=column,
            )  # fmt: skip
        shapes[str(zone_id)] = rows.geometry.iloc[0] if len(rows) == 1 else shapely.orient_polygons(rows.union_all())
        if len(rows) > 1:
            changes.append(Change(int(rows.index[0]), GEOMETRY, f"{len(rows)}", "1", MERGED))
    outlines = gpd.GeoDataFrame({"zone_id": list(shapes)}, geometry=list(shapes.values()), crs=CGCS2000)
    strangers = [str(value) for value in frame[column][zone_ids.isna()].unique()]
    logs = [source.log, reading.log(file, changes)] if changes else [source.log]
    return ZoneMatch(outlines, str(column), strangers, pd.concat(logs, ignore_index=True))


def with_official_outlines(zones: gpd.GeoDataFrame, official: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Outlines of a plan with the official ones in place of the old ones, in the plan's order."""
    by_zone = official.set_index("zone_id").geometry
    has_official = zones["zone_id"].isin(by_zone.index)
    whole = zones[["zone_id", "outline_basis", "outline_uncertainty_m", "geometry"]].copy()
    whole["geometry"] = [by_zone.get(row.zone_id, row.geometry) for row in whole.itertuples()]
    whole["outline_basis"] = whole["outline_basis"].where(~has_official, "official")
    whole["outline_uncertainty_m"] = whole["outline_uncertainty_m"].where(~has_official, np.nan)
    return whole[whole.geometry.notna()]


def preview(zones: gpd.GeoDataFrame, match_: ZoneMatch, lang: Lang) -> list[str]:
    """The area of each matched outline beside that of the plan, and the zones and names without a match."""
    lines = [Text(f"片区按“{match_.column}”列对应：", f"zones by column {match_.column}:").of(lang)]
    drawn_km2 = pd.Series(
        ellipsoidal_m2(match_.outlines.geometry).to_numpy() / M2_PER_KM2, index=match_.outlines["zone_id"]
    )
    for zone in zones.itertuples():
        if zone.zone_id in drawn_km2.index:
            area, plan = drawn_km2[zone.zone_id], zone.area_km2
            beside = (
                Text("规划未载面积", "the plan states no area")
                if pd.isna(plan)
                else Text(f"规划 {plan:g}，相差 {area / plan - 1:+.1%}", f"plan {plan:g}, {area / plan - 1:+.1%}")
            )
            lines.append(
                Text(
                    f"  {zone.name}：图上 {area:.2f} 平方公里，{beside.zh}",
                    f"  {zone.zone_id}: drawn {area:.2f} km², {beside.en}",
                ).of(lang)
            )
    absent = zones[~zones["zone_id"].isin(drawn_km2.index)]
    if len(absent):
        lines.append(
            Text(
                f"文件中没有、保留原有范围的片区：{'、'.join(absent['name'])}",
                f"not in the file, keeping the outline they have: {', '.join(absent['zone_id'])}",
            ).of(lang)
        )
    if match_.strangers:
        lines.append(
            Text(
                f"规划中没有的名称：{'、'.join(match_.strangers)}",
                f"names that the plan has not: {', '.join(match_.strangers)}",
            ).of(lang)
        )
    return lines


def same_name(name: object) -> str:
    """A name without spaces, widths and capitals."""
    return "".join(unicodedata.normalize("NFKC", str(name)).split()).lower()
