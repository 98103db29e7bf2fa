"""Zones inside zones: who lies in whom, which areas add up, and which land is a zone's own.

The tables have `zone_id` and, where zones lie in zones, `parent_zone_id`: without the column, or where it is blank,
a zone lies in none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from yzgeo.core.errors import InputError, all_of
from yzgeo.core.i18n import Text
from yzgeo.spatial.crs import equal_area
from yzgeo.spatial.topology import NOISE_M

PARENT = "parent_zone_id"
BANDS = ("带", "轴", "band", "axis")
"""Last words of the kinds of zones that run across others."""


def parents(zones: pd.DataFrame) -> dict[str, str]:
    """By zone, the zone it lies in; zones that lie in none are left out.

    >>> print(parents(pd.DataFrame({"zone_id": ["belt", "park"], "parent_zone_id": [None, "belt"]})))
    {'park': 'belt'}
    """
    if PARENT not in zones:
        return {}
    pairs = zip(zones["zone_id"], zones[PARENT], strict=True)
    return {str(zone): str(parent) for zone, parent in pairs if pd.notna(parent) and str(parent).strip()}


def refuse_cycles(zones: pd.DataFrame, file: str = "zones.csv") -> None:
    """Refuse a table in which a zone lies in one that is not there, or in itself by way of others.

    Raises
    ------
    InputError
        With the row (the header is row 1) and the zones of the cycle.

    >>> refuse_cycles(pd.DataFrame({"zone_id": ["a", "b"], "parent_zone_id": ["b", "a"]}))  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    yzgeo.core.errors.InputError: zones.csv, row 2, column parent_zone_id: zone 'a' lies in itself: a > b > a. ...
    """
    flaws = [
        InputError(problem, remedy, file=file, row=position + 2, column=PARENT)
        for position, problem, remedy in flawed_parents(zones)
    ]
    if flaws:
        raise all_of(flaws)


def flawed_parents(zones: pd.DataFrame) -> Iterator[tuple[int, Text, Text]]:
    """Zones that lie in one that is not there, or in themselves by way of others: position, problem and remedy.

    A cycle is told once, of its first zone.

    >>> zones = pd.DataFrame({"zone_id": ["a", "b", "c"], "parent_zone_id": ["b", "a", "d"]})
    >>> print([(position, problem.en) for position, problem, _ in flawed_parents(zones)])
    [(2, "there is no zone 'd'"), (0, "zone 'a' lies in itself: a > b > a")]
    """
    above = parents(zones)
    known = set(zones["zone_id"])
    for position, zone in enumerate(zones["zone_id"]):
        if zone in above and above[zone] not in known:
            yield (
                position,
                Text(f"没有片区“{above[zone]}”", f"there is no zone '{above[zone]}'"),
                Text("填写本表中的 zone_id，或留空", "write a zone_id of this table, or leave it empty"),
            )
    told: set[str] = set()
    for position, zone in enumerate(zones["zone_id"]):
        way = [zone]
        while way[-1] in above and above[way[-1]] not in way:
            way.append(above[way[-1]])
        if above.get(way[-1]) == zone and zone not in told:
            told.update(way)
            chain = " > ".join([*way, zone])
            yield (
                position,
                Text(f"片区“{zone}”位于自身之内：{chain}", f"zone '{zone}' lies in itself: {chain}"),
                Text("最外层的片区此列留空", "leave the column empty for the outermost of these zones"),
            )


def ancestors(zones: pd.DataFrame) -> dict[str, list[str]]:
    """By zone the zones it lies in, the innermost first; the table has no cycles.

    >>> print(ancestors(pd.DataFrame({"zone_id": ["a", "b", "c"], "parent_zone_id": [None, "a", "b"]}))["c"])
    ['b', 'a']
    """
    above = parents(zones)
    chains = {}
    for zone in zones["zone_id"]:
        chain: list[str] = []
        while (chain[-1] if chain else zone) in above:
            chain.append(above[chain[-1] if chain else zone])
        chains[zone] = chain
    return chains


def common_zone(above: dict[str, list[str]], zone_ids: Iterable[str]) -> str | None:
    """The innermost zone that holds all of some zones, which may be one of them; None where none does.

    Parameters
    ----------
    above
        By zone the zones it lies in, as `ancestors` gives them.
    zone_ids
        Zones.

    >>> above = ancestors(pd.DataFrame({"zone_id": ["belt", "port", "mill", "town"], "parent_zone_id": [None, "belt", "belt", None]}))
    >>> print(common_zone(above, ["port", "mill"]), common_zone(above, ["port", "belt"]), common_zone(above, ["port", "town"]))
    belt belt None
    """
    chains = [[zone, *above[zone]] for zone in zone_ids]
    if not chains:
        return None
    return next((zone for zone in chains[0] if all(zone in chain for chain in chains[1:])), None)


def with_inner(zones: pd.DataFrame) -> dict[str, list[str]]:
    """By zone, itself and all zones in it, in the order of the table.

    >>> print(with_inner(pd.DataFrame({"zone_id": ["a", "b", "c"], "parent_zone_id": [None, "a", "b"]})))
    {'a': ['a', 'b', 'c'], 'b': ['b', 'c'], 'c': ['c']}
    """
    held: dict[str, list[str]] = {zone: [] for zone in zones["zone_id"]}
    for zone, above in ancestors(zones).items():
        for outer in (zone, *above):
            held[outer].append(zone)
    return held


def in_tree_order(zones: pd.DataFrame) -> pd.DataFrame:
    """The zones with those inside a zone right behind it; zones side by side keep their order.

    >>> zones = pd.DataFrame({"zone_id": ["a", "b", "a1"], "parent_zone_id": [None, None, "a"]})
    >>> print(in_tree_order(zones)["zone_id"].tolist())
    ['a', 'a1', 'b']
    """
    above = ancestors(zones)
    place = {zone: number for number, zone in enumerate(zones["zone_id"])}
    order = sorted(place, key=lambda zone: [place[each] for each in (*reversed(above[zone]), zone)])
    return zones.iloc[[place[zone] for zone in order]].reset_index(drop=True)


def counted(zones: pd.DataFrame, column: str) -> pd.DataFrame:
    """The rows whose figures of a column add up to a total that counts land once.

    A zone counts where it has a figure; where it has none, the zones in it count in its place. A zone without a
    figure and without zones in it is kept, so that what is missing from the total can be told.

    >>> zones = pd.DataFrame({
    ...     "zone_id": ["belt", "park", "town", "port"], "parent_zone_id": [None, "belt", None, "town"],
    ...     "area_km2": [9.0, 4.0, float("nan"), 2.0]})
    >>> print(counted(zones, "area_km2")["area_km2"].tolist())
    [9.0, 2.0]
    """
    has_figure = dict(zip(zones["zone_id"], zones[column].notna(), strict=True))
    above = ancestors(zones)
    is_parent = zones["zone_id"].isin(set(parents(zones).values())).to_numpy()
    within_counted = np.array(
        [any(has_figure[outer] for outer in above[zone]) for zone in zones["zone_id"]], dtype=bool
    )
    return zones[~within_counted & (zones[column].notna().to_numpy() | ~is_parent)]


def innermost(zones: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Each zone's own land: its outline without those of the zones in it, so that land belongs to the innermost zone.

    Parameters
    ----------
    zones : GeoDataFrame
        `zone_id`, `parent_zone_id` (optional), polygons or missing.

    Returns
    -------
    GeoDataFrame
        The same rows without those that have no land of their own; same CRS. Strips thinner than rounding are
        left out. Zones that no other lies in keep their outline as it is.

    >>> from shapely import box
    >>> zones = gpd.GeoDataFrame({"zone_id": ["town", "port"], "parent_zone_id": [None, "town"]},
    ...     geometry=[box(0, 0, 9, 9), box(0, 0, 3, 9)], crs=32651)
    >>> print(innermost(zones).area.tolist())
    [54.0, 27.0]
    """
    above = parents(zones)
    if not above:
        return zones
    shapes = dict(zip(zones["zone_id"], zones.geometry, strict=True))
    planar = equal_area(zones.geometry.dropna()) if zones.geometry.notna().any() else zones.crs
    lands = []
    for zone, shape in shapes.items():
        inside = [shapes[child] for child, parent in above.items() if parent == zone and shapes.get(child) is not None]
        if shape is not None and inside:
            own = shapely.difference(shape, shapely.union_all(inside))
            metric = gpd.GeoSeries([own], crs=zones.crs).to_crs(planar)
            lands.append(None if metric.buffer(-NOISE_M / 2).is_empty.iloc[0] else own)
        else:
            lands.append(shape)
    own_land = zones.set_geometry(gpd.GeoSeries(lands, index=zones.index, crs=zones.crs))
    return own_land[own_land.geometry.notna() | zones.geometry.isna()]


def must_be_apart(pairs: pd.DataFrame, zones: pd.DataFrame) -> pd.Series:
    """Which pairs of zones must not share land: not a zone and one inside it, nor a band or axis and what it crosses.

    Parameters
    ----------
    pairs : DataFrame
        `one`, `other`: zones.
    zones : DataFrame
        `zone_id`, `parent_zone_id` and `kind` (both optional).

    Returns
    -------
    Series of bool
        By the index of `pairs`.

    >>> zones = pd.DataFrame({"zone_id": ["town", "port", "way"], "parent_zone_id": [None, "town", None],
    ...     "kind": ["核心区", "园区", "发展轴"]})
    >>> pairs = pd.DataFrame({"one": ["town", "port", "town"], "other": ["port", "way", "way"]})
    >>> print(must_be_apart(pairs, zones).any())
    False
    """
    above = ancestors(zones)
    bands = set(zones["zone_id"][_is_band(zones)])
    apart = [
        one not in above[other] and other not in above[one] and not {one, other} & bands
        for one, other in zip(pairs["one"], pairs["other"], strict=True)
    ]
    return pd.Series(apart, index=pairs.index, dtype=bool)


def families(zones: gpd.GeoDataFrame) -> list[gpd.GeoDataFrame]:
    """The zones in parts within which outlines should tile: those of one zone, or of none, bands and axes apart.

    A zone whose outer zone is not in the table counts to the next one that is.

    >>> zones = gpd.GeoDataFrame({"zone_id": ["a", "b", "c"], "parent_zone_id": [None, "a", "a"]}, geometry=[None] * 3)
    >>> print([family["zone_id"].tolist() for family in families(zones)])
    [['a'], ['b', 'c']]
    """
    present = set(zones["zone_id"])
    above = ancestors(zones)
    outer = [next((zone for zone in above[each] if zone in present), "") for each in zones["zone_id"]]
    keys = pd.DataFrame({"outer": outer, "is_band": _is_band(zones).to_numpy()}, index=zones.index)
    return [zones.loc[rows.index] for _, rows in keys.groupby(["outer", "is_band"])]


def _is_band(zones: pd.DataFrame) -> pd.Series:
    """Whether each zone is a band or an axis."""
    kinds = zones["kind"] if "kind" in zones else pd.Series("", index=zones.index)
    return kinds.map(lambda kind: str(kind).strip().lower().endswith(BANDS)).astype(bool)
