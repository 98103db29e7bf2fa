"""Flatten tables to single values per cell, for formats without lists."""

from __future__ import annotations

from typing import Any

import geopandas as gpd
import pandas as pd
import shapely

from yzgeo.core import labels
from yzgeo.core.i18n import LANGS, Text

SEPARATOR = "、"
"""Between the items of a list in one cell; a comma would separate cells in other formats."""
DECIMALS_OF_DEGREE = 9
DECIMALS_OF_METRE = 4


def flatten(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """The frame with lists joined to text and dicts spread over a column per key; other columns unchanged.

    >>> from shapely import Point
    >>> parks = gpd.GeoDataFrame(
    ...     {"parks": [["甲园", "乙园"]], "project_count_by_evidence": [{"plan_text": 2}]}, geometry=[Point(0, 0)]
    ... )
    >>> print(flatten(parks).drop(columns="geometry").to_dict("records"))
    [{'parks': '甲园、乙园', 'project_count_by_evidence_plan_text': 2}]
    """
    columns: dict[str, pd.Series] = {}
    for name in frame.columns.drop(frame.geometry.name):
        cells = frame[name]
        if cells.dtype != object:
            columns[name] = cells
            continue
        keys = {key: None for cell in cells if isinstance(cell, dict) for key in cell}
        for key in keys:
            spread = [cell.get(key) if isinstance(cell, dict) else None for cell in cells]
            columns[f"{name}_{key}"] = pd.Series(spread, index=frame.index)
        if not keys:
            joined = cells.map(lambda cell: SEPARATOR.join(map(str, cell)) if isinstance(cell, list) else cell)
            columns[name] = joined.infer_objects() if joined.notna().any() else joined.astype("str")
    return gpd.GeoDataFrame(columns, index=frame.index, geometry=frame.geometry.to_numpy(), crs=frame.crs)


def title(column: str) -> Text:
    """The title of a column of a flat table in both languages.

    >>> print(title("site_mu").zh, "|", title("project_count_by_evidence_plan_text").zh)
    用地（亩） | 项目数（按位置依据）：规划原文
    """
    heading = labels.heading(column)
    if heading is not None:
        return heading
    for whole, text in labels.COLUMNS.items():
        key = column.removeprefix(f"{whole}_")
        if key != column and key in labels.VALUES:
            return Text(*(f"{text.of(lang)}：{labels.VALUES[key].of(lang)}" for lang in LANGS))
    return Text(column, column)


def split_bytes(text: str, limit: int, encoding: str) -> list[str]:
    """Split a text into parts of at most `limit` bytes in an encoding, between characters.

    >>> print(split_bytes("鄞州区ab", 7, "utf-8"))
    ['鄞州', '区ab']
    """
    parts, part, used = [], "", 0
    for character in text:
        size = len(character.encode(encoding, "replace"))
        if used + size > limit:
            parts.append(part)
            part, used = "", 0
        part += character
        used += size
    return [*parts, part]


def split_long_text(frame: gpd.GeoDataFrame, limit: int, encoding: str) -> tuple[gpd.GeoDataFrame, dict[str, str]]:
    """Continue long texts of a flat frame in further columns, so that a format's limit truncates nothing.

    Returns
    -------
    frame
        With `name_2`, `name_3` … after a column whose texts are longer than `limit` bytes.
    dict
        For each further column, the column that it continues.

    >>> from shapely import Point
    >>> long = gpd.GeoDataFrame({"note": ["鄞州区制造业"]}, geometry=[Point(0, 0)])
    >>> print(split_long_text(long, 9, "utf-8")[0].drop(columns="geometry").to_dict("records"))
    [{'note': '鄞州区', 'note_2': '制造业'}]
    """
    columns: dict[str, pd.Series] = {}
    origins = {}
    for name in frame.columns.drop(frame.geometry.name):
        cells = frame[name]
        columns[name] = cells
        if (
            cells.dtype != "str"
            or cells.dropna().map(lambda text: len(text.encode(encoding, "replace"))).max() <= limit
        ):
            continue
        cut = cells.map(lambda text: split_bytes(text, limit, encoding) if isinstance(text, str) else [])
        for place in range(max(map(len, cut))):
            part = f"{name}_{place + 1}" if place else str(name)
            columns[part] = cut.map(lambda parts, place=place: parts[place] if place < len(parts) else None).astype(
                "str"
            )
            if place:
                origins[part] = str(name)
    return gpd.GeoDataFrame(columns, index=frame.index, geometry=frame.geometry.to_numpy(), crs=frame.crs), origins


def wkt(shapes: gpd.GeoSeries) -> pd.Series:
    """Geometry as text: to 1e-9 of a degree or 0.1 mm, missing where there is none.

    >>> from shapely import Point
    >>> print(wkt(gpd.GeoSeries([Point(121.5, 29.25)], crs="EPSG:4490"))[0])
    POINT (121.5 29.25)
    """
    decimals = DECIMALS_OF_DEGREE if shapes.crs is None or shapes.crs.is_geographic else DECIMALS_OF_METRE
    texts = shapely.to_wkt(shapes.to_numpy(), rounding_precision=decimals, trim=True)
    return pd.Series(texts, index=shapes.index).astype("str")


def csv_line(cells: list[Any]) -> str:
    """One line of CSV: text in quotes, so that digits stay text; numbers bare; missing values empty.

    >>> print(csv_line(["330212", 1.5, None, 'a "b" c']).rstrip())
    "330212",1.5,,"a ""b"" c"
    """
    quoted = ['"' + cell.replace('"', '""') + '"' if isinstance(cell, str) else cell for cell in cells]
    return ",".join("" if cell is None else str(cell) for cell in quoted) + "\r\n"
