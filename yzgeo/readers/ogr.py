"""Read one layer of a file with GDAL: the layer of that name, or the only one with features."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import pyogrio
import shapely

from yzgeo.core.errors import DETAIL_CHARACTERS, InputError, Parameter, unreadable
from yzgeo.core.i18n import Text
from yzgeo.readers.source import ALL_ROWS, GEOMETRY, Change, Source, refuse_empty

GDAL_FAILURES = (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError, pyogrio.errors.FeatureError)
"""Exceptions of pyogrio when GDAL cannot read or write a file."""


def read_layer(file: Path, layer: str | None, encoding: str | None = None) -> Source:
    """The features of one layer.

    Raises
    ------
    InputError
        When the file cannot be read, has no feature, or has several layers and none is named.
    """
    try:
        return _features(file, only_layer(file, layer), encoding)
    except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError, UnicodeDecodeError) as error:
        raise unreadable(file, error) from error


def only_layer(file: Path, layer: str | None = None) -> str:
    """The name of the given layer, or of the only one that holds features.

    Raises
    ------
    InputError
        When there is no such layer, none at all, or several and none is named.
    """
    listing = pyogrio.list_layers(file)
    names = [str(name) for name in listing[:, 0]]
    if layer is not None:
        if layer in names:
            return layer
        raise InputError(
            Text(f"没有图层“{layer}”", f"has no layer '{layer}'"),
            Text(f"取其一：{'、'.join(names)}", f"use one of these: {', '.join(names)}"),
            parameter=Parameter("layer"),
            file=str(file),
        )
    candidates = [name for name, kind in zip(names, listing[:, 1], strict=True) if kind is not None] or names
    if len(candidates) > 1:
        filled = [name for name in candidates if pyogrio.read_info(file, layer=name)["features"]]
        candidates = filled or candidates
    if len(candidates) > 1:
        raise InputError(
            Text(f"有 {len(candidates)} 个图层", f"has {len(candidates)} layers"),
            Text(f"取其一：{'、'.join(candidates)}", f"use one of these: {', '.join(candidates)}"),
            parameter=Parameter("layer"),
            file=str(file),
        )
    if not candidates:
        raise refuse_empty(file)
    return candidates[0]


def _features(file: Path, layer: str, encoding: str | None) -> Source:
    options: dict[str, Any] = {} if encoding is None else {"encoding": encoding}
    with warnings.catch_warnings(record=True) as gdal_warnings:
        warnings.simplefilter("always")
        frame = read_features(file, layer=layer, **options)
    if frame.empty:
        raise refuse_empty(file)
    frame.index = pd.Index(np.arange(1, len(frame) + 1), name="row")
    if GEOMETRY not in frame:
        frame = gpd.GeoDataFrame(frame, geometry=gpd.GeoSeries([None] * len(frame), index=frame.index))
    messages = dict.fromkeys(str(warning.message) for warning in gdal_warnings)
    changes = [Change(ALL_ROWS, GEOMETRY, "", "", _warning_text(message)) for message in messages]
    return Source(frame, changes)


def read_features(file: Path, **options: Any) -> pd.DataFrame:
    """The features of a layer as pyogrio reads them; GDAL's warnings stay to be caught.

    Raises
    ------
    InputError
        When GEOS does not take a shape: a ring that is open, or of one point. `row` is the feature's number.
    """
    try:
        return pyogrio.read_dataframe(file, **options)
    except (shapely.errors.GEOSException, NotImplementedError) as error:
        raise _bad_shape(file, error, options) from error


def _bad_shape(file: Path, error: Exception, options: dict[str, Any]) -> InputError:
    _, _, shapes, _ = pyogrio.raw.read(file, columns=[], **options)
    taken = shapely.from_wkb(shapes, on_invalid="ignore")
    bad = [
        row
        for row, (shape, wkb) in enumerate(zip(taken, shapes, strict=True), start=1)
        if shape is None and wkb is not None
    ]
    detail = " ".join(str(error).split())[:DETAIL_CHARACTERS]
    return InputError(
        Text(f"图形读不出来（{detail}）", f"its shape cannot be read ({detail})"),
        Text(
            "在 GIS 中修复该图形：每个环首尾相接，至少三个不同的点",
            "repair the shape in a GIS: each ring returns to its first point and has three different ones at least",
        ),
        file=str(file),
        row=bad[0] if bad else None,
    )


def _warning_text(message: str) -> Text:
    """A warning of GDAL as text; most often on values beside the coordinates, which nothing here uses."""
    if "easured" in message:
        return Text("坐标所带的 M 值已略去", "the M values of the coordinates are left out")
    return Text(f"读取时 GDAL 提示：{message}", f"GDAL says while reading: {message}")
