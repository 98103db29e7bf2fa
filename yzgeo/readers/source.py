"""The result of a reader: the features of one file with their own coordinates, and the changes made to read them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

import geopandas as gpd

from yzgeo.core.errors import InputError, Parameter
from yzgeo.core.i18n import Text

GEOMETRY = "geometry"
ALL_ROWS = None
"""The row of a change that concerns every feature of a file."""

WHOLE_ROW = ""
"""The field of a change that concerns a row as such: one left out, where the new value is empty, or one in doubt."""

SWAPPED = Text("北坐标（纬度）写在前面，两轴已对调", "the northing (latitude) stood first: the axes are swapped")
GBK_READ = Text("按 GBK 读入", "read as GBK")


class Change(NamedTuple):
    """One changed value of a file: row, field, old and new value, and the reason (`why`)."""

    row: int | None
    field: str
    old: Any
    new: Any
    why: Text


class Source(NamedTuple):
    """The features of a file.

    `frame` is indexed by the row of the file (its line in a table or text, the number of the feature elsewhere), with the
    coordinates of the file, and without a CRS where the file states none. `transformation` is a PROJ pipeline
    to degrees of CGCS2000 where the file itself carries one. `crs_refusal` is why the CRS that the file states cannot be
    used; it is raised unless the user states one. `aliases` are the fields by the names of the columns, where a column is
    called otherwise than its field.
    """

    frame: gpd.GeoDataFrame
    changes: list[Change]
    transformation: str | None = None
    crs_refusal: InputError | None = None
    aliases: Mapping[str, str] = MappingProxyType({})


def recoded(encoding: str) -> list[Change]:
    """The change to log for text that was not in UTF-8.

    >>> print(recoded("UTF-8"), recoded("UTF-16")[0].why.en)
    [] read as UTF-16
    """
    if encoding == "UTF-8":
        return []
    why = GBK_READ if encoding == "GBK" else Text(f"按 {encoding} 读入", f"read as {encoding}")
    return [Change(ALL_ROWS, "encoding", encoding, "UTF-8", why)]


def refuse_empty(file: Path) -> InputError:
    """The refusal of a file without features."""
    return InputError(
        Text("没有要素，没有可读的内容", "has no features, so there is nothing to read"),
        Text("换一个有内容的文件，或指明图层", "give a file with content, or name the layer"),
        file=str(file),
        parameter=Parameter("layer"),
    )
