"""Hectares of each class in each zone, outside all zones, and in the district: every square metre in one place."""

from __future__ import annotations

from typing import Any, NamedTuple

import geopandas as gpd
import numpy as np
import pandas as pd
import pyproj
import shapely

from yzgeo.ledger.land_classes import INDUSTRY, at_level, classes
from yzgeo.ledger.net_area import overlaps
from yzgeo.spatial.overlay.assign import assign
from yzgeo.spatial.polygon_repair import polygonal
from yzgeo.stats.landuse.survey import Floats, Numbers, Shapes, Survey

ZONES, UNION, DISTRICT = "zones", "union", "district"
"""The layers that a survey is measured in: the zones, all of them as one where they overlap, and the district."""
OUTSIDE, AGAIN, UNLOCATED, TOTAL = "outside", "counted_again", "unlocated", "total"
"""Places beside the zones: in none of them; what zones that overlap count again (a negative figure); polygons without
a shape; and all."""
NOISE = 1e-9
"""A smaller share of a polygon comes from rounding."""


class Overlap(NamedTuple):
    """Land that a survey covers more than once.

    - `later`: (k,) int64, the polygons that lie on earlier ones
    - `pieces`: (k,) object, the land of each that an earlier one covers already
    - `remainders`: (k,) object, the land of each that is left
    - `pairs`: number of pairs that overlap
    - `first`: (m, 2) int64, the rows (from 1) of the pairs that overlap most
    """

    later: Numbers
    pieces: Shapes
    remainders: Shapes
    pairs: int
    first: Numbers


MOST_SHOWN = 3


class Accounts(NamedTuple):
    """The accounts of one survey.

    - `cells`: `code, place, m2`: the area that counts of each class of the survey in each zone, and `OUTSIDE`, `AGAIN`,
      `UNLOCATED`; they add up to `TOTAL`
    - `district`: `code, m2`: of it in the district; None without its outline
    - `zones`: a row per zone: `zone_id, drawn_m2` (of the zone), `surveyed_m2` (of it, that the survey covers),
      `overlap_m2` (covered again), `industrial_m2`
    - `overlap`: land that the survey covers more than once
    """

    cells: pd.DataFrame
    district: pd.DataFrame | None
    zones: pd.DataFrame
    overlap: Overlap


def account(survey: Survey, zones: gpd.GeoDataFrame, zone_names: list[Any]) -> Accounts:
    """The accounts of a survey.

    Parameters
    ----------
    survey
        Measured in the layers `ZONES` and, where zones overlap, `UNION`, and where there is one `DISTRICT`.
    zones
        `zone_id` and outlines in the CRS of the survey's shapes, a row per zone.
    zone_names
        The names of the zones in the order of the layer.
    """
    within = survey.inside[ZONES]
    polygons = len(survey.drawn_m2)
    located = survey.drawn_m2 > 0
    sums = np.zeros((len(survey.codes), len(zone_names)))
    for slot in range(survey.parts.shape[1]):
        amount = survey.counted_m2[within.polygon] * within.share * survey.fractions[within.polygon, slot]
        np.add.at(sums, (survey.parts[within.polygon, slot], within.zone), amount)
    in_zones = np.bincount(within.polygon, within.share, minlength=polygons)
    covered = in_zones
    if UNION in survey.inside:
        union = survey.inside[UNION]
        covered = np.bincount(union.polygon, union.share, minlength=polygons)
    covered = np.where(covered > 1 - NOISE, 1.0, covered)
    in_zones = np.where(np.abs(in_zones - covered) < NOISE, covered, in_zones)
    by_place = {
        **dict(zip(zone_names, sums.T, strict=True)),
        AGAIN: -_by_class(survey, survey.counted_m2 * (in_zones - covered)),
        OUTSIDE: _by_class(survey, survey.counted_m2 * np.where(located, 1 - covered, 0.0)),
        UNLOCATED: _by_class(survey, survey.counted_m2 * ~located),
        TOTAL: _by_class(survey, survey.counted_m2),
    }
    cells = pd.DataFrame(
        [
            {"code": code, "place": place, "m2": float(m2)}
            for place, column in by_place.items()
            for code, m2 in zip(survey.codes, column, strict=True)
            if m2
        ],
        columns=["code", "place", "m2"],
    )
    district = None
    if DISTRICT in survey.inside:
        inner = survey.inside[DISTRICT]
        share = np.minimum(np.bincount(inner.polygon, inner.share, minlength=polygons), 1.0)
        amounts = _by_class(survey, survey.counted_m2 * share)
        district = pd.DataFrame({"code": survey.codes, "m2": amounts})
    overlap = overlap_of(survey.shapes)
    drawn = zones.set_index("zone_id").geometry.area.reindex(zone_names)
    surveyed = np.zeros(len(zone_names))
    np.add.at(surveyed, within.zone, survey.drawn_m2[within.polygon] * within.share)
    again = _of_pieces(overlap, zones, zone_names, survey.crs)
    industry = [each for each, code in enumerate(survey.codes) if is_industrial(code, survey.system)]
    table = pd.DataFrame(
        {
            "zone_id": zone_names,
            "drawn_m2": drawn.to_numpy(),
            "surveyed_m2": surveyed - again,
            "overlap_m2": again,
            "industrial_m2": sums[industry].sum(axis=0),
        }
    )
    return Accounts(cells, district, table, overlap)


def is_industrial(code: str, system: str) -> bool:
    """Whether a class of a survey is industrial land (工业用地).

    >>> print(is_industrial("100102", "planning-2023"), is_industrial("0602", "survey-2019"), is_industrial("", "survey-2019"))
    True False False
    """
    return (
        code in classes(system) and at_level(system, code, classes(system)[INDUSTRY[system]].level) == INDUSTRY[system]
    )


def _by_class(survey: Survey, amounts: Floats) -> Floats:
    """Sums by class, (codes,) float64, of one amount per polygon."""
    sums = np.zeros(len(survey.codes))
    for slot in range(survey.parts.shape[1]):
        np.add.at(sums, survey.parts[:, slot], amounts * survey.fractions[:, slot])
    return sums


def overlap_of(shapes: Shapes) -> Overlap:
    """The land that polygons cover more than once: of two on one piece of land the later one is again there.

    Parameters
    ----------
    shapes
        (n,) object, valid polygons in metres.

    >>> from shapely import box
    >>> overlap = overlap_of(np.array([box(0, 0, 10, 10), box(8, 0, 20, 10), box(30, 0, 40, 10)]))
    >>> print(overlap.later, shapely.area(overlap.pieces))
    [1] [20.]
    """
    pairs = overlaps(shapes)
    rows, starts = np.unique(pairs.sort_values(["other", "one"])["other"].to_numpy(), return_index=True)
    earlier = np.split(pairs.sort_values(["other", "one"])["one"].to_numpy(), starts[1:])
    taken = np.array([shapely.union_all(shapes[each]) for each in earlier if len(each)], dtype=object)
    first = pairs.nlargest(MOST_SHOWN, "overlap_m2")[["one", "other"]].to_numpy(dtype=np.int64) + 1
    if not len(rows):
        nothing = np.empty(0, dtype=object)
        return Overlap(np.empty(0, dtype=np.int64), nothing, nothing, 0, first)
    pieces = polygonal(shapely.intersection(shapes[rows], taken))
    remainders = polygonal(shapely.difference(shapes[rows], taken))
    return Overlap(rows.astype(np.int64), pieces, remainders, len(pairs), first)


def _of_pieces(overlap: Overlap, zones: gpd.GeoDataFrame, zone_names: list[Any], crs: pyproj.CRS) -> Floats:
    """Square metres by zone that the survey covers again, (zones,) float64."""
    if not len(overlap.later):
        return np.zeros(len(zone_names))
    pieces = gpd.GeoDataFrame({"parcel_id": overlap.later}, geometry=overlap.pieces, crs=crs)
    rows = assign(pieces, zones)
    sums = rows.dropna(subset="zone_id").groupby("zone_id")["overlap_m2"].sum()
    by_zone: Floats = sums.reindex(zone_names, fill_value=0.0).to_numpy(dtype=np.float64)
    return by_zone
