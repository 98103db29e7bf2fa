"""Read one layer of a file with GDAL: the layer of that name, or the only one with features."""

from __future__ import annotations

import math
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import pyogrio
import shapely

from yzgeo.core.errors import InputError, Parameter, unreadable
from yzgeo.core.i18n import Text
from yzgeo.readers.source import ALL_ROWS, GEOMETRY, Change, Source, refuse_empty
from yzgeo.readers.wkb import from_wkb

EXACT_UP_TO = 2.0**53
"""Above this a floating-point number does not hold every whole one."""
GDAL_FAILURES = (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError, pyogrio.errors.FeatureError)
"""Exceptions of pyogrio when GDAL cannot read or write a file."""


def read_layer(file: Path, layer: str | None, encoding: str | None = None, name: str | None = None) -> Source:
    """The features of one layer.

    Parameters
    ----------
    file
        Named in refusals. Its format has checked that it begins as it should.
    layer
        The name of the layer; None where only one holds features.
    encoding
        That of its text.
    name
        The name by which GDAL opens it, where that is not the file's path.

    Raises
    ------
    InputError
        When the file cannot be read, has no feature, has several layers and none is named, or a shape of it is broken.
    """
    path = str(file) if name is None else name
    try:
        frame, messages = read_frame(file, path, only_layer(file, layer, path), encoding)
    except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError, UnicodeDecodeError) as error:
        raise unreadable(file, error) from error
    if frame.empty:
        raise refuse_empty(file)
    if GEOMETRY not in frame:
        frame = gpd.GeoDataFrame(frame, geometry=gpd.GeoSeries([None] * len(frame), index=frame.index))
    return Source(frame, [Change(ALL_ROWS, GEOMETRY, "", "", _warning_text(message)) for message in messages])


def filled_layers(path: str) -> list[str]:
    """The names of the layers that hold features, those with shapes where there are any; `path` as GDAL opens it."""
    listing = pyogrio.list_layers(path)
    names = [str(name) for name in listing[:, 0]]
    with_shapes = [name for name, kind in zip(names, listing[:, 1], strict=True) if kind is not None] or names
    return [name for name in with_shapes if pyogrio.read_info(path, layer=name)["features"]]


def only_layer(file: Path, layer: str | None = None, path: str | None = None) -> str:
    """The name of the given layer, or of the only one that holds features; `path` is the name by which GDAL opens it.

    Raises
    ------
    InputError
        When there is no such layer, none at all, or several and none is named.
    """
    path = str(file) if path is None else path
    listing = pyogrio.list_layers(path)
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
        candidates = filled_layers(path) or candidates
    if len(candidates) > 1:
        raise InputError(
            Text(f"有 {len(candidates)} 个图层", f"has {len(candidates)} layers"),
            Text(f"取其一：{'、'.join(candidates)}", f"use one of these: {', '.join(candidates)}"),
            parameter=Parameter("layer", other="all_layers"),
            file=str(file),
        )
    if not candidates:
        raise refuse_empty(file)
    return candidates[0]


def read_frame(
    file: Path, path: str, layer: str | None = None, encoding: str | None = None
) -> tuple[gpd.GeoDataFrame, list[str]]:
    """The features of a layer as they are, indexed by their number from 1, and the warnings of GDAL.

    Raises
    ------
    InputError
        When a shape is broken, with its row.
    """
    options: dict[str, Any] = {} if encoding is None else {"encoding": encoding}
    with warnings.catch_warnings(record=True) as gdal_warnings:
        warnings.simplefilter("always")
        try:
            frame = _whole_numbers(pyogrio.read_dataframe(path, layer=layer, **options), path, layer, options)
        except (shapely.errors.GEOSException, NotImplementedError) as error:
            shapes = pyogrio.raw.read(path, layer=layer, columns=[])[2]
            from_wkb(file, shapes)  # names the row
            raise unreadable(file, error) from error
    frame.index = pd.Index(np.arange(1, len(frame) + 1), name="row")
    return frame, list(dict.fromkeys(str(warning.message) for warning in gdal_warnings))


def _whole_numbers(
    frame: gpd.GeoDataFrame, path: str, layer: str | None, options: Mapping[str, Any]
) -> gpd.GeoDataFrame:
    """The features with whole numbers in the fields that hold such: where a value is missing, pandas makes 1990 of it 1990.0.

    A field whose numbers lost digits that way stays as it is, so that who needs them all can see it.
    """
    described = pyogrio.read_info(path, layer=layer, **options)
    kinds = dict(zip(described["fields"], described["dtypes"], strict=True))
    if not frame.columns.is_unique:  # refused by name later
        return frame
    for name in frame.columns:
        numbers = frame[name]
        if kinds.get(name, "").startswith("int") and numbers.dtype.kind == "f" and (numbers.abs().max() < EXACT_UP_TO):
            whole = [None if math.isnan(number) else int(number) for number in numbers]
            frame[name] = pd.Series(whole, index=frame.index, dtype=object)
    return frame


@contextmanager
def gdal_options(**options: str | None) -> Iterator[None]:
    """Set options of GDAL that are not None, and take them back in the end."""
    given = {name: value for name, value in options.items() if value is not None}
    pyogrio.set_gdal_config_options(given)
    try:
        yield
    finally:
        pyogrio.set_gdal_config_options(dict.fromkeys(given))


def _warning_text(message: str) -> Text:
    """A warning of GDAL as text; most often on values beside the coordinates, which nothing here uses."""
    if "easured" in message:
        return Text("坐标所带的 M 值已略去", "the M values of the coordinates are left out")
    return Text(f"读取时 GDAL 提示：{message}", f"GDAL says while reading: {message}")
