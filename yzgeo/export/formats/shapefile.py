"""Write Shapefiles: the whole set of files, UTF-8 with .cpg, a table of the truncated field names, no text truncated.

A field of a .dbf holds 254 bytes, some 84 Chinese characters: longer text continues in further fields. The meaning of
each short name is in `NAME.fields.csv`; plan, datum, source and date are in `NAME.about.txt`.
"""

from __future__ import annotations

import errno
import math
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd
import pyproj
import shapely

from yzgeo.core.errors import unwritable
from yzgeo.core.formula_injection import escape_formula
from yzgeo.core.i18n import Text
from yzgeo.core.output_guard import refuse_output
from yzgeo.core.values import json_value
from yzgeo.core.visible_text import one_line
from yzgeo.export.flat_tables import csv_line, flatten, split_bytes, split_long_text, title
from yzgeo.export.metadata import LayerMetadata, statements, zip_stamp
from yzgeo.readers.column_matching import NAME_BYTES
from yzgeo.spatial.crs import reproject

TITLE = Text("Shapefile（UTF-8，附字段对照表）", "Shapefile (UTF-8, with a table of its fields)")
SUFFIXES = (".shp", ".shp.zip", ".shz")
TEXT_BYTES = 254
NUMBER_WIDTH = 24
MOST_DECIMALS = 15
WHOLE_WIDTH = 18
STALE = (".qix", ".sbn", ".sbx", ".shp.xml")
"""Indexes and notes of other programs beside a Shapefile: they belong to the file that is replaced."""
LAST = ".shp"
DETAIL_CHARACTERS = 120
"""Most characters of a GDAL error, which may repeat the whole feature."""
FAMILIES = {"Point": "Point", "MultiPoint": "MultiPoint", "LineString": "LineString", "MultiLineString": "LineString"}


def write(frame: gpd.GeoDataFrame, file: Path, crs: pyproj.CRS | None, metadata: LayerMetadata) -> list[Text]:
    """Write .shp, .shx, .dbf, .prj, .cpg and the two notes, or all of them in one .shp.zip.

    All files are written in a staging folder and then moved, the .shp last.

    Raises
    ------
    InputError
        When the data does not lie in the CRS's area of use, or the files cannot be written.
    """
    refuse_output(file)
    changed, warning = reproject(frame, crs)
    table, origins = split_long_text(flatten(changed), TEXT_BYTES, "utf-8")
    names = field_names(list(table.columns.drop(table.geometry.name)))
    packed = file.suffix.lower() != LAST
    stem = file.name.split(".")[0] if packed else file.stem
    with _staging_folder(file.parent) as staging:
        _save(staging / f"{stem}.shp", table, names, metadata)
        (staging / f"{stem}.fields.csv").write_text(_field_titles(names, origins, metadata), "utf-8-sig", newline="")
        metadata_text = "".join(
            f"{heading.of(metadata.lang)}：{one_line(content)}\r\n"
            for heading, content in statements(metadata, table.crs)
        )
        (staging / f"{stem}.about.txt").write_text(metadata_text, "utf-8-sig", newline="")
        parts = sorted(staging.iterdir(), key=lambda part: (part.suffix == LAST, part.name))
        if packed:
            _pack(parts, staging / file.name, metadata)
            (staging / file.name).replace(file)
        else:
            for part in parts:
                refuse_output(file.with_name(part.name))
            for part in parts:
                part.replace(file.with_name(part.name))
            for suffix in STALE:
                file.with_suffix(suffix).unlink(missing_ok=True)
    remarks = [warning] if warning else []
    if any(name != short for name, short in names.items()):
        where = f"{stem}.fields.csv"
        remarks.append(
            Text(
                f"字段名限 {NAME_BYTES} 字节，对照表见 {where}",
                f"names of fields have {NAME_BYTES} bytes; what they mean is in {where}",
            )
        )
    if origins:
        listed = "、".join(dict.fromkeys(origins.values()))
        remarks.append(
            Text(
                f"{listed} 有超过 {TEXT_BYTES} 字节的文字，接在后续字段里",
                f"{listed}: text over {TEXT_BYTES} bytes goes on in further fields",
            )
        )
    return remarks


def field_names(columns: list[str]) -> dict[str, str]:
    """A name of at most ten bytes for each column: its beginning, numbered where two would be the same.

    >>> print(field_names(["zone_id", "leading_industries", "leading_industries_table"]))
    {'zone_id': 'zone_id', 'leading_industries': 'leading_in', 'leading_industries_table': 'leading_02'}
    """
    names: dict[str, str] = {}
    for column in columns:
        short = split_bytes(column, NAME_BYTES, "utf-8")[0]
        number = 1
        while short.lower() in {taken.lower() for taken in names.values()}:
            number += 1
            short = split_bytes(column, NAME_BYTES - 2, "utf-8")[0] + f"{number:02}"
        names[column] = short
    return names


def _save(file: Path, table: gpd.GeoDataFrame, names: dict[str, str], metadata: LayerMetadata) -> None:
    import fiona
    from fiona._err import CPLE_BaseError

    kinds = sorted(set(table.geometry.dropna().geom_type))
    family = FAMILIES.get(next(iter(kinds), "Point"), "Polygon")
    properties = {short: _kind(table[name]) for name, short in names.items()}
    try:
        with fiona.open(
            file,
            "w",
            driver="ESRI Shapefile",
            crs_wkt=table.crs.to_wkt("WKT1_GDAL"),
            schema={"geometry": family, "properties": properties},
            encoding="UTF-8",
            DBF_DATE_LAST_UPDATE=metadata.date.isoformat(),
        ) as sink:
            sink.writerecords(_records(table, names))
    except (RuntimeError, fiona.errors.FionaError, CPLE_BaseError) as error:  # GDAL reports a full disk so
        raise OSError(errno.EIO, str(error)[:DETAIL_CHARACTERS]) from error


def _records(table: gpd.GeoDataFrame, names: dict[str, str]) -> Iterator[dict[str, Any]]:
    shapes = shapely.orient_polygons(table.geometry.to_numpy(), exterior_cw=True)
    for row, shape in zip(table[list(names)].itertuples(index=False, name=None), shapes, strict=True):
        values = {short: json_value(value) for short, value in zip(names.values(), row, strict=True)}
        yield {"properties": values, "geometry": None if shape is None else shapely.geometry.mapping(shape)}


def _kind(column: pd.Series) -> str:
    """Type and width of a field, wide enough for all cells of the column."""
    kind = getattr(column.dtype, "kind", "O")
    if kind in "iub":
        return f"int:{WHOLE_WIDTH}"
    if kind == "f":
        largest = column.abs().max()
        digits = int(math.log10(largest)) + 1 if largest >= 1 else 1
        return f"float:{NUMBER_WIDTH}.{max(0, min(MOST_DECIMALS, NUMBER_WIDTH - 2 - digits))}"
    longest = column.dropna().map(lambda text: len(str(text).encode("utf-8"))).max() if column.notna().any() else 1
    return f"str:{max(1, longest)}"


def _field_titles(names: dict[str, str], origins: dict[str, str], metadata: LayerMetadata) -> str:
    lines = [csv_line(["field", "column", "title"])]
    for name, short in names.items():
        meaning = f"→ {origins[name]}" if name in origins else title(name).of(metadata.lang)
        lines.append(csv_line([escape_formula(short), escape_formula(name), escape_formula(meaning)]))
    return "".join(lines)


def _pack(parts: list[Path], archive: Path, metadata: LayerMetadata) -> None:
    stamp = zip_stamp(metadata)
    with zipfile.ZipFile(archive, "w") as packed:
        for part in parts:
            entry = zipfile.ZipInfo(part.name, stamp)
            entry.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(entry, part.read_bytes())


@contextmanager
def _staging_folder(folder: Path) -> Iterator[Path]:
    """A staging folder in the target folder, removed when the block ends."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder, prefix=".shapefile-") as staging:
            yield Path(staging)
    except OSError as error:
        raise unwritable(folder, error) from error
