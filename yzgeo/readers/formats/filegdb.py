"""Esri file geodatabase, a folder or an archive of one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from yzgeo.core.errors import InputError
from yzgeo.core.i18n import Text
from yzgeo.readers import field_meanings
from yzgeo.readers.gdal_source import plain_path
from yzgeo.readers.ogr import filled_layers, only_layer, read_layer
from yzgeo.readers.source import Source
from yzgeo.readers.zip_archive import ENDING, unpacked

TITLE = Text("Esri 文件地理数据库", "Esri file geodatabase")
SUFFIXES = (".gdb", ".gdb.zip")
CATALOGUE = "a00000001.gdbtable"
"""The table that lists all others: by it a folder is a file geodatabase."""


def read(file: Path, layer: str | None) -> Source:
    """The features of one layer, with the coordinates of the file.

    Columns are called by their alias, and values of domains and subtypes are in words, where the file has them.
    """
    with _database(file) as path:
        source = read_layer(file, layer, name=path)
        return field_meanings.applied(source, field_meanings.of_geodatabase(path, only_layer(file, layer, path)))


def layers(file: Path) -> list[str]:
    """The names of the layers with features."""
    with _database(file) as path:
        return filled_layers(path)


@contextmanager
def _database(file: Path) -> Iterator[str]:
    """The name by which GDAL opens the folder, or that of an archive."""
    if file.suffix.lower() != ENDING:
        with _opened(file, file) as path:
            yield path
        return
    with unpacked(file) as folder:
        catalogues = sorted(path for path in folder.rglob("*") if path.name.lower() == CATALOGUE)
        if len(catalogues) != 1:
            raise _refuse_content(file)
        database = folder / "source.gdb"
        if catalogues[0].parent == folder:
            database.mkdir()
            for part in [part for part in folder.iterdir() if part != database]:
                part.rename(database / part.name)
        else:
            catalogues[0].parent.rename(database)
        with _opened(file, database) as path:
            yield path


@contextmanager
def _opened(file: Path, database: Path) -> Iterator[str]:
    if not any(path.name.lower() == CATALOGUE for path in database.glob("*")):
        raise _refuse_content(file)
    with plain_path(database) as path:
        yield str(path)


def _refuse_content(file: Path) -> InputError:
    return InputError(
        Text("不是文件地理数据库", "is no file geodatabase"),
        Text("给出整个 .gdb 文件夹，或只含它的 .gdb.zip", "give the whole folder .gdb, or a .gdb.zip with that alone"),
        file=str(file),
    )
