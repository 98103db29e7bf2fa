"""Shapefile: the whole set of files, UTF-8 with .cpg, names of ten bytes explained beside, no text cut.

A field of a .dbf holds 254 bytes, some 84 Chinese characters: longer text goes on in further fields. What each
short name stands for is in `NAME.fields.csv`; plan, datum, source and date in `NAME.about.txt`.
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
from yzgeo.core.formula_injection import guarded
from yzgeo.core.i18n import Text
from yzgeo.core.values import known
from yzgeo.export.flat_tables import continued, csv_line, flat, pieces, title
from yzgeo.export.metadata import About, statements, zip_stamp
from yzgeo.readers.column_matching import NAME_BYTES
from yzgeo.spatial.crs import moved

TITLE = Text("Shapefile（UTF-8，附字段对照表）", "Shapefile (UTF-8, with a table of its fields)")
SUFFIXES = (".shp", ".shp.zip", ".shz")
TEXT_BYTES = 254
NUMBER_WIDTH = 24
MOST_DECIMALS = 15
WHOLE_WIDTH = 18
STALE = (".qix", ".sbn", ".sbx", ".shp.xml")
"""Indexes and notes that other programs keep beside a Shapefile: they would belong to the file replaced."""
LAST = ".shp"
SHOWN_CHARACTERS = 120
"""Of what GDAL says of a failure, which may go on with the whole feature."""
FAMILIES = {"Point": "Point", "MultiPoint": "MultiPoint", "LineString": "LineString", "MultiLineString": "LineString"}


def write(frame: gpd.GeoDataFrame, file: Path, crs: pyproj.CRS | None, about: About) -> list[Text]:
    """Write .shp, .shx, .dbf, .prj, .cpg and the two notes, or all of them in one .shp.zip.

    All files are made aside and then moved, the .shp last.

    Raises
    ------
    InputError
        When the data does not lie in the CRS's area of use, or the files cannot be written.
    """
    changed, warning = moved(frame, crs)
    table, origins = continued(flat(changed), TEXT_BYTES, "utf-8")
    names = field_names(list(table.columns.drop(table.geometry.name)))
    packed = file.suffix.lower() != LAST
    stem = file.name.split(".")[0] if packed else file.stem
    with _moving_into(file.parent) as aside:
        _save(aside / f"{stem}.shp", table, names, about)
        (aside / f"{stem}.fields.csv").write_text(_explained(names, origins, about), "utf-8-sig", newline="")
        said = "".join(f"{heading.of(about.lang)}：{content}\r\n" for heading, content in statements(about, table.crs))
        (aside / f"{stem}.about.txt").write_text(said, "utf-8-sig", newline="")
        parts = sorted(aside.iterdir(), key=lambda part: (part.suffix == LAST, part.name))
        if packed:
            _pack(parts, aside / file.name, about)
            (aside / file.name).replace(file)
        else:
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
        short = pieces(column, NAME_BYTES, "utf-8")[0]
        number = 1
        while short.lower() in {taken.lower() for taken in names.values()}:
            number += 1
            short = pieces(column, NAME_BYTES - 2, "utf-8")[0] + f"{number:02}"
        names[column] = short
    return names


def _save(file: Path, table: gpd.GeoDataFrame, names: dict[str, str], about: About) -> None:
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
            DBF_DATE_LAST_UPDATE=about.date.isoformat(),
        ) as sink:
            sink.writerecords(_records(table, names))
    except (RuntimeError, fiona.errors.FionaError, CPLE_BaseError) as error:  # so GDAL tells of a full disk
        raise OSError(errno.EIO, str(error)[:SHOWN_CHARACTERS]) from error


def _records(table: gpd.GeoDataFrame, names: dict[str, str]) -> Iterator[dict[str, Any]]:
    shapes = shapely.orient_polygons(table.geometry.to_numpy(), exterior_cw=True)
    for row, shape in zip(table[list(names)].itertuples(index=False, name=None), shapes, strict=True):
        values = {short: known(value) for short, value in zip(names.values(), row, strict=True)}
        yield {"properties": values, "geometry": None if shape is None else shapely.geometry.mapping(shape)}


def _kind(column: pd.Series) -> str:
    """Type and width of a field, wide enough for all that the column holds."""
    kind = getattr(column.dtype, "kind", "O")
    if kind in "iub":
        return f"int:{WHOLE_WIDTH}"
    if kind == "f":
        largest = column.abs().max()
        digits = int(math.log10(largest)) + 1 if largest >= 1 else 1
        return f"float:{NUMBER_WIDTH}.{max(0, min(MOST_DECIMALS, NUMBER_WIDTH - 2 - digits))}"
    longest = column.dropna().map(lambda text: len(str(text).encode("utf-8"))).max() if column.notna().any() else 1
    return f"str:{max(1, longest)}"


def _explained(names: dict[str, str], origins: dict[str, str], about: About) -> str:
    lines = [csv_line(["field", "column", "title"])]
    for name, short in names.items():
        meaning = f"→ {origins[name]}" if name in origins else title(name).of(about.lang)
        lines.append(csv_line([guarded(short), guarded(name), guarded(meaning)]))
    return "".join(lines)


def _pack(parts: list[Path], archive: Path, about: About) -> None:
    stamp = zip_stamp(about)
    with zipfile.ZipFile(archive, "w") as packed:
        for part in parts:
            entry = zipfile.ZipInfo(part.name, stamp)
            entry.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(entry, part.read_bytes())


@contextmanager
def _moving_into(folder: Path) -> Iterator[Path]:
    """A folder beside the place of several files, gone when the block ends."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder, prefix=".shapefile-") as aside:
            yield Path(aside)
    except OSError as error:
        raise unwritable(folder, error) from error
