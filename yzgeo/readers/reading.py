"""Read a file of areas in any format that offices use into EPSG:4490, and log every value changed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType, ModuleType
from typing import NamedTuple

import geopandas as gpd
import pandas as pd

from yzgeo.core import plugins
from yzgeo.core.archives import refuse_swelling
from yzgeo.core.boundary import refuse_unreadable
from yzgeo.core.errors import InputError
from yzgeo.core.i18n import Lang, Text
from yzgeo.readers import crs_detection, repair
from yzgeo.readers.source import WHOLE_ROW, Change
from yzgeo.spatial.crs import CGCS2000, refuse_missing_grids, without_network

PACKAGE = "yzgeo.readers.formats"
MOST_TOLD = 20
"""Changes of one field that concern no single row, such as codes of a domain, which a summary lists."""
LOG_COLUMNS = ["file", "row", "field", "old", "new", "why"]
REMEDIES = {
    ".dwg": Text("在 CAD 中另存为 DXF", "save it as DXF in the CAD program"),
    ".xls": Text("在 Excel 或 WPS 中另存为 .xlsx", "save it as .xlsx in Excel or WPS"),
    ".et": Text("在 WPS 中另存为 .xlsx", "save it as .xlsx in WPS"),
    ".mdb": Text("在 ArcGIS 中导出为 .gdb 或 .shp", "export it from ArcGIS as .gdb or .shp"),
    ".zip": Text(
        "先解压；只含一个 Shapefile 或 .gdb 的，可改名为 .shp.zip 或 .gdb.zip",
        "unpack it first, or name it .shp.zip or .gdb.zip where it holds one shapefile or file geodatabase",
    ),
    ".rar": Text("先解压", "unpack it first"),
    ".ovkml": Text("在奥维中导出为 KML", "export it as KML"),
}
"""Remedies for endings that no format reads."""


class Reading(NamedTuple):
    """The features of a file, the log of changes and the CRS.

    - `frame`: the columns of the file, geometry in EPSG:4490, areas or missing; indexed by the row of the file
    - `log`: `file, row, field, old, new, why`, a row per value changed; `row` is missing where all rows are concerned,
      `why` is a `Text`
    - `crs`: the name of the CRS that the coordinates were read in, and `crs_grounds` what it rests on
    - `aliases`: the field by the name of its column, where a database calls it otherwise
    """

    frame: gpd.GeoDataFrame
    log: pd.DataFrame
    crs: Text
    crs_grounds: crs_detection.CrsGrounds = crs_detection.CrsGrounds("nothing")
    aliases: Mapping[str, str] = MappingProxyType({})

    def by_column(self, mapping: Mapping[str, str]) -> dict[str, str]:
        """A mapping of ours to the file's, in which fields may be named as such, with the names of their columns."""
        columns = {field: column for column, field in self.aliases.items()}
        return {ours: columns.get(theirs, theirs) for ours, theirs in mapping.items()}


def read(
    file: Path | str,
    crs: str | None = None,
    datum: str | None = None,
    layer: str | None = None,
    near: gpd.GeoSeries | None = None,
    *,
    allow_far: bool = False,
) -> Reading:
    r"""Read one layer of areas.

    Parameters
    ----------
    file
        A file of a format of `yzgeo.readers.formats`; its ending names the format.
    crs
        EPSG code, WKT, PROJ string or pipeline, or .prj file; outweighs what the file states.
    datum
        `gcj02` or `bd09` where the coordinates are shifted as on Chinese web maps.
    layer
        The layer, sheet or drawing layer, where the file has several.
    near
        The district, in EPSG:4490: it decides between grids, and coordinates far from it are refused.
    allow_far
        Accept coordinates far from the district.

    Returns
    -------
    Reading

    Raises
    ------
    InputError
        When the file is missing, of an unknown format, unreadable or empty, or its CRS cannot be detected.

    >>> import tempfile
    >>> file = Path(tempfile.mkdtemp(), "one.csv")
    >>> text = "地块编号,几何\nA1,'POLYGON((40644000 3299000,40644000 3299100,40644100 3299100,40644000 3299000))'\n"
    >>> _ = file.write_text(text.replace("'", '"'), encoding="utf-8")
    >>> reading = read(file)
    >>> print(reading.crs.en, "at", f"{reading.frame.geometry.iloc[0].centroid.x:.3f} E")
    EPSG:4528 CGCS2000 / 3-degree Gauss-Kruger zone 40 at 121.490 E
    """
    frame, placed, changes, aliases = _placed(Path(file), "read", crs, datum, layer, near, allow_far=allow_far)
    with refuse_unreadable(file):
        areal, more = repair.repair_areas(placed.geometry)
    read_in = gpd.GeoDataFrame(frame.drop(columns=frame.geometry.name), geometry=areal, crs=CGCS2000)
    return Reading(read_in, log(Path(file), [*changes, *more]), placed.crs, placed.grounds, aliases)


def layers(file: Path) -> list[str]:
    """The names of the layers or sheets with content of a file; none where its format knows one only, or reads all as one.

    Raises
    ------
    InputError
        When the file is missing, of an unknown format or unreadable.
    """
    reader = _reader(file)
    if not hasattr(reader, "layers"):
        return []
    with refuse_unreadable(file):
        refuse_swelling(file)
        names: list[str] = reader.layers(file)
    return names


def read_shapes(
    file: Path | str,
    crs: str | None = None,
    datum: str | None = None,
    layer: str | None = None,
    near: gpd.GeoSeries | None = None,
) -> Reading:
    r"""Read one layer of points, lines or areas as they are drawn, wherever they lie.

    Parameters are those of `read`. Areas that are invalid are made valid; lines stay lines, closed ones too.

    Raises
    ------
    InputError
        As `read` does.

    >>> import tempfile
    >>> file = Path(tempfile.mkdtemp(), "roads.geojson")
    >>> line = '{"type": "LineString", "coordinates": [[121, 29], [122, 30]]}'
    >>> _ = file.write_text(f'{{"type": "Feature", "properties": {{"name": "A"}}, "geometry": {line}}}')
    >>> print(read_shapes(file).frame.geometry.iloc[0])
    LINESTRING (121 29, 122 30)
    """
    frame, placed, changes, aliases = _placed(Path(file), "read_shapes", crs, datum, layer, near, allow_far=True)
    with refuse_unreadable(file):
        sound, more = repair.repair_shapes(placed.geometry)
    read_in = gpd.GeoDataFrame(frame.drop(columns=frame.geometry.name), geometry=sound, crs=CGCS2000)
    return Reading(read_in, log(Path(file), [*changes, *more]), placed.crs, placed.grounds, aliases)


def _placed(
    file: Path,
    function: str,
    crs: str | None,
    datum: str | None,
    layer: str | None,
    near: gpd.GeoSeries | None,
    *,
    allow_far: bool,
) -> tuple[gpd.GeoDataFrame, crs_detection.Placement, list[Change], Mapping[str, str]]:
    """The features of a file as a format's function gives them, their geometry in EPSG:4490, all changes so far, and aliases."""
    reader = _reader(file)
    if crs is not None:  # it is the user's, and no flaw of the file
        refuse_missing_grids(crs)
    with refuse_unreadable(file):
        refuse_swelling(file)
        source = getattr(reader, function, reader.read)(file, layer)
        refuse_repeated_columns(file, source.frame.columns)
        flat, changes = repair.drop_heights(source.frame.geometry)
        frame = source.frame.set_geometry(flat)
        with without_network():
            placed = crs_detection.place(file, source._replace(frame=frame), crs, datum, near, allow_far=allow_far)
    return frame, placed, [*source.changes, *changes, *placed.changes], source.aliases


def refuse_repeated_columns(file: Path, columns: pd.Index) -> None:
    """Refuse columns of one name: GDAL gives the values of one of them for all.

    Raises
    ------
    InputError
        When a name occurs twice.

    >>> refuse_repeated_columns(Path("a.shp"), pd.Index(["number", "area", "area"]))
    Traceback (most recent call last):
    yzgeo.core.errors.InputError: a.shp, column area: stands there more than once. Remedy: give each column a name of its own.
    """
    if not columns.is_unique:
        raise InputError(
            Text("有几列同名", "stands there more than once"),
            Text("给每一列不同的列名", "give each column a name of its own"),
            file=str(file),
            column=str(columns[columns.duplicated()][0]),
        )


def log(file: Path, changes: list[Change]) -> pd.DataFrame:
    """The log of changes: `LOG_COLUMNS`, a row per change."""
    rows = [(file.name, *change) for change in changes]
    frame = pd.DataFrame(rows, columns=LOG_COLUMNS, dtype=object)
    return frame.astype({"row": "Int64"})


def summary(changes: pd.DataFrame, lang: Lang) -> list[str]:
    """The changes and their number, a line per field and reason, in the order of first occurrence.

    >>> why = Text("单位", "unit")
    >>> print(summary(log(Path("a.csv"), [Change(2, "area_mu", 1, 15, why), Change(3, "area_mu", 2, 30, why)]), "en"))
    ['area_mu: unit (2 values, first in row 2: 1 -> 15)']
    """
    lines = []
    for (field, why), rows in changes.groupby([changes["field"], changes["why"]], sort=False):
        named = Text(f"{field}：", f"{field}: ").of(lang) if field != WHOLE_ROW else ""
        first = rows.iloc[0]
        example = f"{_shortened(first['old'])} -> {_shortened(first['new'])}"
        if pd.isna(first["row"]):  # of a field, as of each code of a domain
            every = [
                f"{_shortened(old)} -> {_shortened(new)}" for old, new in zip(rows["old"], rows["new"], strict=True)
            ]
            told = "; ".join(every[:MOST_TOLD]) + ("; …" if len(every) > MOST_TOLD else "")
            lines.append(f"{field}: {why.of(lang)} ({told})" if told != " -> " else f"{field}: {why.of(lang)}")
        else:
            lines.append(
                Text(
                    f"{named}{why.zh}（{len(rows)} 处，首见第 {first['row']} 行：{example}）",
                    f"{named}{why.en} ({len(rows)} values, first in row {first['row']}: {example})",
                ).of(lang)
            )
    return lines


def _shortened(value: object) -> str:
    text = f"{value:.12g}" if isinstance(value, float) else str(value)
    return text if len(text) <= 60 else f"{text[:59]}…"


def _reader(file: Path) -> ModuleType:
    if not file.exists():
        raise InputError(
            Text("文件不存在", "there is no such file"),
            Text("检查路径和文件名", "check the path and the name"),
            file=str(file),
        )
    return plugins.load(PACKAGE, plugins.form_of(PACKAGE, file, REMEDIES.get(file.suffix.lower())))
