"""Read DXF of AutoCAD and CASS: closed polylines and hatches are areas, a text within one is its label."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pyogrio
import shapely

from yzgeo.core.errors import InputError
from yzgeo.core.i18n import Text
from yzgeo.readers.crs_detection import refuse_not_finite
from yzgeo.readers.ogr import read_layer
from yzgeo.readers.source import ALL_ROWS, Change, Source
from yzgeo.spatial.repair import polygonal

TITLE = Text("DXF（闭合多段线）", "DXF (closed polylines)")
SUFFIXES = (".dxf",)
GAP = 0.001
"""Largest distance, in drawing units, between the ends of a polyline that counts as closed."""
COLUMNS = ["Layer", "label", "geometry"]
VERSION = re.compile(rb"\$ACADVER\s+1\s+AC(\d+)")
CODE_PAGE = re.compile(rb"\$DWGCODEPAGE\s+3\s+(\S+)")
UTF_8_SINCE = 1021
GBK_PAGE = b"ANSI_936"
ENCODINGS = {"UTF-8": "utf-8", "CP936": "gb18030"}
ENCODING_DETECTED = Text("编码按文字内容判定", "the encoding is found from the text itself")


def read(file: Path, layer: str | None) -> Source:
    """A row per closed polyline or hatch: `Layer` of the drawing and `label`, the one text inside it.

    `layer` names a layer of the drawing. All other entities are left out; open lines are logged.

    Raises
    ------
    InputError
        When there is no closed line or hatch, on that layer.
    """
    with _decoded(file) as changes_of_text:
        source = read_layer(file, None)
    frame = source.frame[source.frame.geometry.notna() & ~source.frame.geometry.is_empty]
    refuse_not_finite(file, frame.geometry)
    kind = frame.geometry.geom_type
    coordinates = shapely.get_num_coordinates(frame.geometry.to_numpy())
    line = (kind == "LineString").to_numpy() & (coordinates >= 4)
    lines = frame.geometry.to_numpy()
    apart = np.full(len(frame), np.inf)
    apart[line] = shapely.distance(shapely.get_point(lines[line], 0), shapely.get_point(lines[line], -1))
    closed = apart <= GAP
    areal = kind.isin(["Polygon", "MultiPolygon"]).to_numpy()
    on_layer = np.full(len(frame), True) if layer is None else (frame["Layer"] == layer).to_numpy()
    shapes = frame.geometry.to_numpy().copy()
    shapes[closed] = [shapely.Polygon(shapely.get_coordinates(shape)) for shape in lines[closed]]
    areas = frame.assign(geometry=shapes)[(closed | areal) & on_layer]
    if areas.empty:
        names = sorted(set(frame["Layer"].dropna()))
        raise InputError(
            Text("没有闭合的多段线", "has no closed polyline"),
            Text(
                f"在 CAD 中用 PEDIT 闭合边界线；图层有：{'、'.join(names)}",
                f"close the boundaries in CAD (PEDIT); its layers are: {', '.join(names)}",
            ),
            file=str(file),
        )
    open_lines = frame[kind.isin(["LineString", "MultiLineString"]).to_numpy() & ~closed & on_layer]
    why = Text("线没有闭合，围不成面，未读入", "the line is not closed and encloses nothing: left out")
    changes = [Change(int(row), "geometry", str(name), "", why) for row, name in open_lines["Layer"].items()]
    areas = areas.assign(label=_labels(areas, frame[kind.to_numpy() == "Point"]))
    extra = [column for column in areas.columns if column not in {*COLUMNS, *OF_DRAWING}]
    return Source(
        gpd.GeoDataFrame(areas[["Layer", "label", *extra, "geometry"]]), [*changes_of_text, *source.changes, *changes]
    )


@contextmanager
def _decoded(file: Path) -> Iterator[list[Change]]:
    """Have GDAL decode the text of a drawing with its true encoding.

    GDAL uses the code page of the header. But from AutoCAD 2007 on (AC1021) drawings are in UTF-8 whatever the header
    says, and Chinese programs write GBK under any name.
    """
    content = file.read_bytes()
    version, page = VERSION.search(content), CODE_PAGE.search(content)
    modern = version is not None and int(version[1]) >= UTF_8_SINCE
    declares_gbk = page is not None and page[1] == GBK_PAGE
    encoding = None
    if not content.isascii() and (modern or not declares_gbk):
        encoding = next((name for name, codec in ENCODINGS.items() if _is(content, codec)), None)
    if encoding is None:
        yield []
        return
    pyogrio.set_gdal_config_options({"DXF_ENCODING": encoding})
    try:
        yield [] if modern and encoding == "UTF-8" else [Change(ALL_ROWS, "encoding", "", encoding, ENCODING_DETECTED)]
    finally:
        pyogrio.set_gdal_config_options({"DXF_ENCODING": None})


def _is(content: bytes, codec: str) -> bool:
    try:
        content.decode(codec)
    except UnicodeDecodeError:
        return False
    return True


OF_DRAWING = {"PaperSpace", "SubClasses", "Linetype", "EntityHandle", "Text"}


def _labels(areas: gpd.GeoDataFrame, points: gpd.GeoDataFrame) -> pd.Series:
    """The text that stands in each area, where there is exactly one."""
    texts = points[points["Text"].notna()] if "Text" in points else points.iloc[:0]
    shapes = polygonal(areas.geometry.to_numpy())
    inside, area = shapely.STRtree(shapes).query(texts.geometry.to_numpy(), predicate="within")
    labels = pd.Series(texts["Text"].to_numpy()[inside] if len(texts) else [], index=areas.index[area], dtype="str")
    return labels[~labels.index.duplicated(keep=False)].reindex(areas.index)
