"""A GeoPackage as GDAL may open it: nothing of it is written, all rows are there, no view of it runs without end.

SQLite writes beside a file with a write-ahead log or a journal, even on reading: such a file is copied with them, and
rows that stand in the log alone are read. GDAL trusts a count of rows that is stored in the file, and leaves out what other
programs have added since: a wrong count is taken out of the copy. And a view is SQL of a stranger, which GDAL would run
with no limit: it is run here first, under a limit of time and size, and its rows are stored as a table of the copy.
"""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from yzgeo.core.errors import InputError, unreadable
from yzgeo.core.i18n import Text
from yzgeo.readers.gdal_source import plain_path, require_beginning

BEGINNING = b"SQLite format 3\x00"
LOGS = ("-wal", "-journal")
WAL_VERSION = 2
"""In byte 18 of a file whose changes go through a write-ahead log."""
SECONDS = 10.0
"""Longest that the views of a file may take."""
STEPS = 10_000
"""Steps of SQLite between two looks at the clock."""
INTERRUPTED = "interrupted"
"""What SQLite says of a statement that ran out of time."""
ROOM = 1 << 28
"""Bytes by which views may enlarge the copy."""
TRIES = 3


@contextmanager
def snapshot(file: Path) -> Iterator[Path]:
    """The path of the file, or of a copy without logs and views.

    Raises
    ------
    InputError
        When it is no GeoPackage, is being written, or one of its views cannot be run, or not in time.
    """
    require_beginning(file, BEGINNING)
    if not _has_log(file):
        with plain_path(file) as path:
            if _is_plain(file, path):
                yield path
                return
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, "source.gpkg")
        _copy(file, copy)
        try:
            _prepare(file, copy)
        except sqlite3.Error as error:
            raise unreadable(file, error) from error
        yield copy


def _has_log(file: Path) -> bool:
    with file.open("rb") as stream:
        header = stream.read(20)
    return header[18:19] == bytes([WAL_VERSION]) or any(Path(f"{file}{ending}").exists() for ending in LOGS)


def _is_plain(file: Path, path: Path) -> bool:
    """Whether it holds no view, and the count of rows of each table is right or absent, as far as there is time to look."""
    try:
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)) as database:
            database.execute("PRAGMA trusted_schema = OFF")
            end = time.monotonic() + SECONDS
            database.set_progress_handler(lambda: time.monotonic() > end, STEPS)
            if database.execute("SELECT 1 FROM sqlite_master WHERE type = 'view'").fetchone():
                return False
            return _counts_are_right(database)
    except sqlite3.Error as error:
        if str(error) == INTERRUPTED:
            return False  # so large a file is sound all the same: its copy does without the counts
        raise unreadable(file, error) from error


def _counts_are_right(database: sqlite3.Connection) -> bool:
    if not database.execute("SELECT 1 FROM sqlite_master WHERE name = 'gpkg_ogr_contents'").fetchone():
        return True
    stored = database.execute(
        "SELECT c.table_name, c.feature_count FROM gpkg_ogr_contents c JOIN sqlite_master m ON m.name = c.table_name "
        "WHERE m.type = 'table' AND c.feature_count IS NOT NULL"
    ).fetchall()
    return all(
        database.execute(f"SELECT count(*) FROM {_quoted(table)}").fetchone() == (count,)  # noqa: S608 - names are quoted
        for table, count in stored
    )


def _copy(file: Path, copy: Path) -> None:
    """Copy the file with its logs; once more where another program wrote meanwhile."""
    for _ in range(TRIES):
        before = _state(file)
        for ending in ("", *LOGS):
            part = Path(f"{file}{ending}")
            if part.exists():
                shutil.copyfile(part, f"{copy}{ending}")
        if _state(file) == before:
            return
    raise InputError(
        Text("正被别的程序写入", "is being written by another program"),
        Text("在那个程序中保存并关闭，再试一次", "save and close it there, then try again"),
        file=str(file),
    )


def _state(file: Path) -> list[tuple[int, int]]:
    parts = [Path(f"{file}{ending}") for ending in ("", *LOGS)]
    return [(part.stat().st_size, part.stat().st_mtime_ns) for part in parts if part.exists()]


def _prepare(file: Path, copy: Path) -> None:
    """Take the log into the copy, drop triggers and counts, store the rows of each registered view; others are dropped."""
    with closing(sqlite3.connect(copy, isolation_level=None)) as database:
        database.execute("PRAGMA trusted_schema = OFF")
        database.execute("PRAGMA journal_mode = DELETE")
        for (trigger,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            database.execute(f"DROP TRIGGER {_quoted(trigger)}")
        database.execute("DROP TABLE IF EXISTS gpkg_ogr_contents")
        views = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'view'").fetchall()]
        if not views:
            return
        registered = _registered(file, database, views)
        (size,), (pages,) = (
            database.execute("PRAGMA page_size").fetchone(),
            database.execute("PRAGMA page_count").fetchone(),
        )
        database.execute(f"PRAGMA max_page_count = {pages + ROOM // size}")
        end = time.monotonic() + SECONDS
        database.set_progress_handler(lambda: time.monotonic() > end, STEPS)
        for view in views:
            if view in registered:
                _store_view(file, database, view)
        database.set_progress_handler(None, 0)
        for view in views:
            if view not in registered:
                database.execute(f"DROP VIEW {_quoted(view)}")


def _registered(file: Path, database: sqlite3.Connection, views: list[str]) -> set[str]:
    """The views that are layers; tables of the format itself must be no views."""
    system = [view for view in views if view.lower().startswith(("gpkg_", "rtree_"))]
    if system:
        raise InputError(
            Text(f"{system[0]} 是视图，应为表", f"{system[0]} is a view and should be a table"),
            Text("在 QGIS 中把图层另存为新的 GeoPackage", "save the layers as a new GeoPackage in QGIS"),
            file=str(file),
        )
    return {name for (name,) in database.execute("SELECT table_name FROM gpkg_contents")}


def _store_view(file: Path, database: sqlite3.Connection, view: str) -> None:
    rows = _quoted(f"{view} rows")
    try:
        database.execute(f"CREATE TABLE {rows} AS SELECT * FROM {_quoted(view)}")  # noqa: S608 - names are quoted
        database.execute(f"DROP VIEW {_quoted(view)}")
        database.execute(f"CREATE TABLE {_quoted(view)} AS SELECT * FROM {rows}")  # noqa: S608 - names are quoted
        database.execute(f"DROP TABLE {rows}")
    except sqlite3.Error as error:
        endless = isinstance(error, sqlite3.OperationalError) and str(error) in (
            INTERRUPTED,
            "database or disk is full",
        )
        detail = " ".join(str(error).split())
        raise InputError(
            Text(
                f"视图“{view}”在 {SECONDS:.0f} 秒内算不完，已停止",
                f"its view '{view}' does not end in {SECONDS:.0f} s: stopped",
            )
            if endless
            else Text(f"视图“{view}”算不了（{detail}）", f"its view '{view}' cannot be run ({detail})"),
            Text("在 QGIS 中把该视图另存为图层，再导入", "save that view as a layer in QGIS, and use that"),
            file=str(file),
        ) from error


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
