"""GeoPackage: a layer with its style for QGIS and map servers, names of columns in Chinese or English, and metadata.

The style is in `layer_styles`, which QGIS loads by default; titles of columns in `gpkg_data_columns`; datum, source,
date and the note on schematic outlines in `gpkg_metadata`, as QGIS writes and shows it.
"""

from __future__ import annotations

import errno
import sqlite3
from contextlib import closing
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pyogrio
import pyogrio.errors
import pyproj

from yzgeo.core.atomic_write import atomic_file
from yzgeo.core.i18n import Text
from yzgeo.export import qgis
from yzgeo.export.flat_tables import flatten
from yzgeo.export.metadata import LayerMetadata, description
from yzgeo.export.table import Table
from yzgeo.readers.ogr import GDAL_FAILURES
from yzgeo.spatial.crs import reproject

TITLE = Text("GeoPackage（含样式、字段中文名、元数据）", "GeoPackage (with styles, titles of columns, metadata)")
SUFFIXES = (".gpkg",)
GEOMETRY = "geom"
VERSION = "1.3"
"""Newer versions make older GDAL and QGIS warn, and add nothing that is used here."""
QGIS_METADATA = "http://mrcc.com/qgis.dtd"
SCHEMA = """
CREATE TABLE layer_styles (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT(256), f_table_schema TEXT(256),
  f_table_name TEXT(256), f_geometry_column TEXT(256), styleName TEXT(30), styleQML TEXT, styleSLD TEXT,
  useAsDefault BOOLEAN, description TEXT, owner TEXT(30), ui TEXT(30), update_time DATETIME);
CREATE TABLE gpkg_data_columns (
  table_name TEXT NOT NULL, column_name TEXT NOT NULL, name TEXT, title TEXT, description TEXT, mime_type TEXT,
  constraint_name TEXT, CONSTRAINT pk_gdc PRIMARY KEY (table_name, column_name));
CREATE TABLE gpkg_data_column_constraints (
  constraint_name TEXT NOT NULL, constraint_type TEXT NOT NULL, value TEXT, min NUMERIC, min_is_inclusive BOOLEAN,
  max NUMERIC, max_is_inclusive BOOLEAN, description TEXT,
  CONSTRAINT gdcc_ntv UNIQUE (constraint_name, constraint_type, value));
CREATE TABLE IF NOT EXISTS gpkg_metadata (
  id INTEGER CONSTRAINT m_pk PRIMARY KEY ASC NOT NULL, md_scope TEXT NOT NULL DEFAULT 'dataset',
  md_standard_uri TEXT NOT NULL, mime_type TEXT NOT NULL DEFAULT 'text/xml', metadata TEXT NOT NULL DEFAULT '');
CREATE TABLE IF NOT EXISTS gpkg_metadata_reference (
  reference_scope TEXT NOT NULL, table_name TEXT, column_name TEXT, row_id_value INTEGER,
  timestamp DATETIME NOT NULL, md_file_id INTEGER NOT NULL, md_parent_id INTEGER,
  CONSTRAINT crmr_mfi_fk FOREIGN KEY (md_file_id) REFERENCES gpkg_metadata(id));
"""
"""Tables as the GeoPackage standard and QGIS define them."""
EXTENSIONS = [
    ("gpkg_data_columns", "gpkg_schema", "http://www.geopackage.org/spec121/#extension_schema"),
    ("gpkg_data_column_constraints", "gpkg_schema", "http://www.geopackage.org/spec121/#extension_schema"),
    ("gpkg_metadata", "gpkg_metadata", "http://www.geopackage.org/spec121/#extension_metadata"),
    ("gpkg_metadata_reference", "gpkg_metadata", "http://www.geopackage.org/spec121/#extension_metadata"),
]


def write(frame: gpd.GeoDataFrame, file: Path, crs: pyproj.CRS | None, metadata: LayerMetadata) -> list[Text]:
    """Write one layer; lists are joined to text, dicts spread over columns.

    Raises
    ------
    InputError
        When the data does not lie in the CRS's area of use, or the file cannot be written.
    """
    changed, warning = reproject(frame, crs)
    with atomic_file(file) as temporary:
        write_all([(metadata, changed)], [], temporary)
    return [warning] if warning else []


def write_all(layers: list[tuple[LayerMetadata, gpd.GeoDataFrame]], tables: list[Table], file: Path) -> None:
    """Write layers and tables into a new file, the same bytes for the same content.

    Parameters
    ----------
    layers
        Each with its metadata; any CRS.
    tables
        Tables without geometry.
    file
        Replaced if it exists.

    Raises
    ------
    OSError
        When the file cannot be written.
    """
    file.unlink(missing_ok=True)
    try:
        _fill(layers, tables, file)
    except (*GDAL_FAILURES, sqlite3.Error) as error:
        raise OSError(errno.EIO, str(error)) from error


def _fill(layers: list[tuple[LayerMetadata, gpd.GeoDataFrame]], tables: list[Table], file: Path) -> None:
    """Copy the content of GDAL's file: its count of transactions depends on the clock, that of the copy does not."""
    draft = file.with_name(f"{file.name}.draft{file.suffix}")  # removed with `file` where that is temporary
    draft.unlink(missing_ok=True)
    try:
        _draw_up(layers, tables, draft)
        with closing(sqlite3.connect(draft)) as database:
            database.execute("VACUUM INTO ?", (str(file),))
    finally:
        draft.unlink(missing_ok=True)


def _draw_up(layers: list[tuple[LayerMetadata, gpd.GeoDataFrame]], tables: list[Table], file: Path) -> None:
    flats = [(metadata, flatten(frame)) for metadata, frame in layers]
    for metadata, frame in flats:
        options = {
            "IDENTIFIER": metadata.layer,
            "DESCRIPTION": description(metadata, frame.crs),
            "GEOMETRY_NAME": GEOMETRY,
        }
        pyogrio.write_dataframe(
            frame,
            file,
            layer=metadata.layer,
            driver="GPKG",
            append=file.exists(),
            dataset_options=None if file.exists() else {"VERSION": VERSION},
            geometry_type=None if frame.geometry.notna().any() else "Unknown",
            layer_options=options,
        )
    for table in tables:
        options = {"IDENTIFIER": table.name, "DESCRIPTION": table.title.of(layers[0][0].lang)}
        pyogrio.write_dataframe(
            pd.DataFrame(table.rows), file, layer=table.name, driver="GPKG", append=True, layer_options=options
        )
    with closing(sqlite3.connect(file)) as database:
        _complete(database, flats, tables)


def _complete(
    database: sqlite3.Connection, flats: list[tuple[LayerMetadata, gpd.GeoDataFrame]], tables: list[Table]
) -> None:
    first = flats[0][0]
    stamp = f"{first.date.isoformat()}T00:00:00.000Z"
    database.executescript(SCHEMA)
    database.executemany(
        "INSERT INTO gpkg_extensions (table_name, column_name, extension_name, definition, scope) "
        "VALUES (?, NULL, ?, ?, 'read-write')",
        EXTENSIONS,
    )
    for number, (metadata, frame) in enumerate(flats, start=1):
        name, styled = metadata.title.of(metadata.lang), (qgis.qml(metadata, frame), qgis.sld(metadata, frame))
        database.execute(
            "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, "
            "styleQML, styleSLD, useAsDefault, description, owner, ui, update_time) "
            "VALUES ('', '', ?, ?, ?, ?, ?, 1, ?, '', NULL, ?)",
            (metadata.layer, GEOMETRY, name, *styled, description(metadata, frame.crs), stamp),
        )
        database.execute(
            "INSERT INTO gpkg_metadata VALUES (?, 'dataset', ?, 'text/xml', ?)",
            (number, QGIS_METADATA, qgis.qmd(metadata, frame)),
        )
        database.execute(
            "INSERT INTO gpkg_metadata_reference VALUES ('table', ?, NULL, NULL, ?, ?, NULL)",
            (metadata.layer, stamp, number),
        )
        _titles(database, metadata.layer, qgis.fields(metadata.layer, frame, metadata.lang))
    for table in tables:
        _titles(database, table.name, qgis.fields(table.name, table.rows, first.lang))
    database.execute(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, description) "
        "VALUES ('layer_styles', 'attributes', 'layer_styles', '')"
    )
    database.execute("UPDATE gpkg_contents SET last_change = ?", (stamp,))
    database.commit()


def _titles(database: sqlite3.Connection, layer: str, fields: list[dict[str, object]]) -> None:
    """Write titles of columns and the words for their codes."""
    for field in fields:
        words: list[tuple[str, str]] = field["words"]  # type: ignore[assignment]
        constraint = f"{layer}_{field['name']}".lower() if words else None
        database.executemany(
            "INSERT INTO gpkg_data_column_constraints (constraint_name, constraint_type, value, description) "
            "VALUES (?, 'enum', ?, ?)",
            [(constraint, code, word) for code, word in words],
        )
        # `name` stays empty: GDAL would use it as an alternative name, which must be unique within the table
        database.execute(
            "INSERT INTO gpkg_data_columns (table_name, column_name, title, constraint_name) VALUES (?, ?, ?, ?)",
            (layer, field["name"], field["title"], constraint),
        )
