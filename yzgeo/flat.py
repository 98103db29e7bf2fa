"""Tables whose cells are single values, for formats that know no lists."""

from __future__ import annotations

import geopandas as gpd
import pandas as pd

from yzgeo import labels
from yzgeo.i18n import LANGS, Text

SEPARATOR = "、"
"""Between the items of a list in one cell; the comma would part cells in other formats."""


def flat(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """The frame with lists joined to text and dicts spread over a column per key; other columns as they are.

    >>> from shapely import Point
    >>> parks = gpd.GeoDataFrame(
    ...     {"parks": [["甲园", "乙园"]], "project_count_by_evidence": [{"plan_text": 2}]}, geometry=[Point(0, 0)]
    ... )
    >>> print(flat(parks).drop(columns="geometry").to_dict("records"))
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
    """What a column of a flat table is called in both languages.

    >>> print(title("site_mu").zh, "|", title("project_count_by_evidence_plan_text").zh)
    用地（亩） | 项目数（按依据）：规划原文
    """
    if column in labels.COLUMNS:
        return labels.COLUMNS[column]
    for whole, text in labels.COLUMNS.items():
        key = column.removeprefix(f"{whole}_")
        if key != column and key in labels.VALUES:
            return Text(*(f"{text.of(lang)}：{labels.VALUES[key].of(lang)}" for lang in LANGS))
    return Text(column, column)
