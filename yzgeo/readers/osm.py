"""Read what a map's ground needs of an OpenStreetMap extract (.osm.pbf, .osm), by its tags.

The meaning of the tags: https://wiki.openstreetmap.org/wiki/Map_features.
"""

from __future__ import annotations

import re
from importlib import resources
from pathlib import Path
from typing import NamedTuple

import geopandas as gpd
import pandas as pd
import pyogrio
import shapely

from yzgeo.core.boundary import refuse_unreadable
from yzgeo.core.errors import InputError
from yzgeo.core.i18n import Text
from yzgeo.readers.gdal_source import HEAD, is_elsewhere, plain_path, refuse_content
from yzgeo.readers.ogr import gdal_options
from yzgeo.spatial.crs import CGCS2000

SUFFIXES = (".osm.pbf", ".pbf", ".osm")
XML = re.compile(rb"(\xef\xbb\xbf)?\s*<(\?xml|osm[\s>])")
PBF = b"OSMHeader"
COASTLINE = "coastline"
UNSORTED = "OSM_USE_CUSTOM_INDEXING"
"""The option of GDAL that its refusal of an extract names whose nodes are not in the order of their ids, as an editor
saves them. GDAL's own index, which is quick with a province, asks for that order; the other takes any."""
Tags = dict[str, dict[str, str | None]]
"""By tag, the class of each value that is read."""
LINES: dict[str, Tags] = {
    "rivers": {"waterway": {"river": "river", "canal": "canal"}},
    "rail": {"railway": {"rail": "rail", "subway": "metro", "light_rail": "metro"}},
    "roads": {
        "highway": {
            kind: kind.removesuffix("_link")
            for kind in ("motorway", "motorway_link", "trunk", "trunk_link", "primary", "secondary")
        }
    },
    COASTLINE: {"natural": {"coastline": None}},
}
POINTS: dict[str, Tags] = {
    "stations": {"railway": {"station": "rail", "halt": "rail"}},
    "towns": {"place": {"city": "city", "town": "town", "suburb": "subdistrict", "village": "village"}},
}
AREAS: dict[str, Tags] = {
    "water": {
        "natural": {"water": "lake"},
        "waterway": {"riverbank": "river"},
        "landuse": {"reservoir": "reservoir"},
    }
}
"""By layer of a ground: the class of each value of a tag that is read. The first tag that a feature has counts."""
OF_WATER = {"reservoir": "reservoir", "river": "river", "canal": "river", "lake": "lake", "lagoon": "lake"}
"""The tag `water` says what natural=water is; other values are of no weight on a map of a district."""
SMALL_WATER = ("pond", "basin", "wastewater", "fishpond", "ditch", "moat", "pool", "reflecting_pool", "fountain")
HAN = re.compile("[\u3400-\u9fff]")
BY_LAYER = {"points": POINTS, "lines": LINES, "multipolygons": AREAS}
COLUMNS = ("name", "name_en", "class", "geometry")


class Extract(NamedTuple):
    """What an extract has inside a box: layers of a ground by name (`COLUMNS`, EPSG:4490), and pieces of coastline."""

    layers: dict[str, gpd.GeoDataFrame]
    coastline: gpd.GeoSeries


def is_extract(file: Path) -> bool:
    """Whether a file's name is that of an OpenStreetMap extract.

    >>> print(is_extract(Path("zhejiang-latest.osm.pbf")), is_extract(Path("roads.shp")))
    True False
    """
    return file.name.lower().endswith(SUFFIXES)


def read_extract(file: Path, box: tuple[float, float, float, float]) -> Extract:
    """The water, rivers, railways, stations, main roads and towns of an extract that touch a box.

    Parameters
    ----------
    file
        An extract; GDAL keeps what it needs of a large one in a temporary file.
    box
        West, south, east, north in degrees.

    Raises
    ------
    InputError
        When it is missing, or no extract, or damaged.
    """
    if not file.exists():
        raise InputError(
            Text("文件不存在", "there is no such file"),
            Text("检查路径和文件名", "check the path and the name"),
            file=str(file),
        )
    with refuse_unreadable(file):
        with file.open("rb") as stream:
            head = stream.read(HEAD)
        if is_elsewhere(head) or not ((XML.match(head) and b"<osm" in head) or PBF in head[:64]):
            raise refuse_content(file, head)
        configuration = resources.files("yzgeo.readers").joinpath("osm.ini")
        with resources.as_file(configuration) as ini, gdal_options(OSM_CONFIG_FILE=str(ini)), plain_path(file) as path:
            try:
                read = _by_layer(path, box)
            except (pyogrio.errors.DataSourceError, pyogrio.errors.FeatureError) as error:
                if UNSORTED not in str(error):
                    raise
                with gdal_options(**{UNSORTED: "NO"}):
                    read = _by_layer(path, box)
    layers: dict[str, gpd.GeoDataFrame] = {}
    for osm_layer, of_ground in BY_LAYER.items():
        for name, tags in of_ground.items():
            layers[name] = _classed(name, read[osm_layer], tags)
    coastline = layers.pop(COASTLINE).geometry
    return Extract({name: frame for name, frame in layers.items() if len(frame)}, coastline)


def _by_layer(path: Path, box: tuple[float, float, float, float]) -> dict[str, gpd.GeoDataFrame]:
    """What is wanted of each layer that GDAL makes of an extract."""
    return {
        layer: pyogrio.read_dataframe(path, layer=layer, bbox=box, where=_where(tags), use_arrow=False)
        for layer, tags in BY_LAYER.items()
    }


def _where(of_ground: dict[str, Tags]) -> str:
    """The filter that GDAL applies while it reads: the values of tags that are wanted."""
    wanted: dict[str, list[str]] = {}
    for tags in of_ground.values():
        for tag, classes in tags.items():
            wanted.setdefault(tag, []).extend(classes)
    return " OR ".join(f'"{tag}" IN ({", ".join(repr(value) for value in values)})' for tag, values in wanted.items())


def _classed(name: str, frame: gpd.GeoDataFrame, tags: Tags) -> gpd.GeoDataFrame:
    """The features of one layer of the ground, with their names and class."""
    klass = pd.Series([None] * len(frame), index=frame.index, dtype=object)
    wanted = pd.Series(data=False, index=frame.index)
    for tag, classes in tags.items():
        hit = frame[tag].isin(classes) & ~wanted
        klass[hit] = frame[tag][hit].map(classes)
        wanted |= hit
    if name == "rail":  # yards, sidings and spurs are no lines of a map
        wanted &= frame["service"].isna()
    if name == "stations":
        metro = (
            frame["station"].isin(["subway", "light_rail"]) | frame["subway"].eq("yes") | frame["light_rail"].eq("yes")
        )
        klass[metro] = "metro"
    if name == "water":
        wanted &= ~frame["water"].isin(SMALL_WATER)
        said = frame["water"].map(OF_WATER)
        klass = said.where(said.notna() & frame["natural"].eq("water"), klass)
    chosen = frame[wanted]
    here, chinese = chosen["name"], chosen["name:zh"]
    in_han = here.map(lambda text: bool(HAN.search(text)), na_action="ignore").eq(True)
    named = here.where(in_han | chinese.isna(), chinese)
    return gpd.GeoDataFrame(
        {
            "name": named.astype("str"),
            "name_en": chosen["name:en"].astype("str"),
            "class": klass[wanted].astype("str"),
        },
        geometry=gpd.GeoSeries(shapely.force_2d(chosen.geometry.to_numpy()), index=chosen.index, crs=CGCS2000),
    ).reset_index(drop=True)
