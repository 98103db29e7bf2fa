"""Write to PostGIS: a table with key, types, SRID, spatial index and comments, in one transaction.

The address is the usual one of PostgreSQL, with `table` (and `schema`) of our own in its query:
`postgresql://me@localhost/plan?table=zones`. Passwords are best left to `~/.pgpass` or PGPASSWORD.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import unquote, unquote_plus

import geopandas as gpd
import numpy as np
import pandas as pd
import pyproj
import shapely

from yzgeo.core.errors import InputError, Parameter
from yzgeo.core.i18n import Text
from yzgeo.core.visible_text import visible
from yzgeo.export.flat_tables import title
from yzgeo.export.metadata import LayerMetadata, description
from yzgeo.spatial.crs import reproject

if TYPE_CHECKING:
    import psycopg
    from psycopg import sql

TITLE = Text("PostGIS 数据库", "PostGIS database")
SUFFIXES = ()
SCHEMES = ("postgresql://", "postgres://")
OWN = ("table", "schema")
"""What of the query is yzgeo's own."""
PARAMETER = re.compile("[A-Za-z_]+")
USER_END = re.compile(":|%3A", re.IGNORECASE)
"""What parts the user from the password; an encoded colon is a slip that must not show the password either."""
SHORTEST_SECRET = 4
GEOMETRY = "geom"
GENERATED_KEY = "gid"
SECONDS_TO_CONNECT = 10
ROWS_AT_ONCE = 50_000
LONGEST_NAME_BYTES = 63
TYPES = {"i": "int8", "u": "int8", "f": "float8", "b": "bool"}


MANY: dict[str, Any] = {
    "Point": shapely.MultiPoint,
    "LineString": shapely.MultiLineString,
    "Polygon": shapely.MultiPolygon,
}


class Column(NamedTuple):
    """A column of the table: its name, its type in PostgreSQL, and its cells."""

    name: str
    kind: str
    cells: pd.Series


def write(
    frame: gpd.GeoDataFrame, address: str, crs: pyproj.CRS | None, metadata: LayerMetadata, if_exists: str
) -> list[Text]:
    """Write a layer into a table: the whole of it or, when anything fails, nothing.

    Lists become arrays of text, dicts jsonb. The first column is the key where it is unique, else a
    number is generated. Rows go in by binary COPY; the indexes are made after them.

    Parameters
    ----------
    frame, metadata
        As for every format.
    address
        `postgresql://user@host:port/database?table=NAME&schema=NAME`; the table has the name of the layer by default.
    crs
        Any with an EPSG code; None for the frame's own.
    if_exists
        `fail`, `replace` (the table is dropped and made anew) or `append`.

    Raises
    ------
    InputError
        When the database cannot be reached or refuses, or the table exists and `if_exists` is `fail`.
    """
    import psycopg

    plain, schema, table = parts(address, metadata.layer)
    try:
        secrets = _secrets(plain)
    except psycopg.Error:  # its message repeats what it does not understand, which may be a password
        raise not_understood(address) from None
    changed, warning = reproject(frame, crs)
    srid = changed.crs.to_epsg()
    if srid is None:
        raise InputError(
            Text(
                f"{changed.crs.name} 没有 EPSG 代码，PostGIS 以代码记坐标系",
                f"{changed.crs.name} has no EPSG code, by which PostGIS knows a CRS",
            ),
            Text("用有 EPSG 代码的坐标系", "use a CRS that has one"),
            parameter=Parameter("crs", Text("EPSG:…", "EPSG:…")),
        )
    try:
        with psycopg.connect(plain, connect_timeout=SECONDS_TO_CONNECT, client_encoding="UTF8") as connection:
            name = _write(connection, changed, srid, (schema, table), metadata, if_exists)
    except psycopg.Error as error:
        reason = _reason(error, secrets)
        raise InputError(
            Text(f"数据库拒绝：{reason}", f"the database refuses: {reason}"),
            Text(
                "检查地址、权限与表；数据库未作任何改动",
                "check address, rights and table; nothing was changed in the database",
            ),
            file=without_password(plain),
        ) from error
    remarks = [warning] if warning else []
    return [*remarks, Text(f"已写入 {name}，{len(frame)} 行", f"wrote {len(frame)} rows into {name}")]


def parts(address: str, layer: str) -> tuple[str, str | None, str]:
    """The address for PostgreSQL, the schema (None for the user's first) and the table.

    Raises
    ------
    InputError
        When the address is not one of PostgreSQL, or the name cannot be that of a table. No part of a password is told.

    >>> print(parts("postgresql://me@host/db?table=片区&sslmode=require", "zones"))
    ('postgresql://me@host/db?sslmode=require', None, '片区')
    >>> print(parts("postgresql:///db?host=/run/postgresql", "zones"))
    ('postgresql:///db?host=/run/postgresql', None, 'zones')
    """
    before, mark, query = _split(address)
    items = [item.partition("=") for item in query.split("&") if item]
    for name, equals, _ in items:
        if not equals or not PARAMETER.fullmatch(name):
            raise not_understood(address)
    ours = {name: unquote_plus(value) for name, _, value in items if name in OWN}
    table, schema = ours.get("table", layer), ours.get("schema")
    for name in (table, schema or "-"):
        if len(name.encode("utf-8")) > LONGEST_NAME_BYTES or "\0" in name or not name:
            raise InputError(
                Text(
                    f"“{name}”不能作表名：须为 1 至 {LONGEST_NAME_BYTES} 字节",
                    f"'{name}' cannot name a table: 1 to {LONGEST_NAME_BYTES} bytes",
                ),
                Text("换一个 table=", "choose another table="),
            )
    rest = "&".join(f"{name}={value}" for name, _, value in items if name not in OWN)
    return f"{before}{mark if rest else ''}{rest}", schema, table


def without_password(address: str) -> str:
    """The address without a password.

    >>> print(without_password("postgresql://me:secret@host:5432/db?password=secret"))
    postgresql://me@host:5432/db
    """
    scheme, _, rest = _split(address)[0].partition("://")
    credentials, at, place = rest.rpartition("@")
    return f"{scheme}://{USER_END.split(credentials)[0]}{at}{place}"


def _split(address: str) -> tuple[str, str, str]:
    """What stands before the query, its mark, and the query, as PostgreSQL's library takes an address apart.

    A password that holds @, / or ? as it is ends early there, and the rest would be taken for a host, port or database
    and be told in the message of an error: such an address is refused.
    """
    scheme, _, rest = address.partition("://")
    credentials, at, place = "", "", rest
    if "@" in rest.split("/")[0]:
        credentials, at, place = rest.partition("@")
    place, mark, query = place.partition("?")
    hosts = place.split("/")[0].split(",")
    ports = [host.rpartition("]")[2].rpartition(":")[2] for host in hosts if ":" in host.rpartition("]")[2]]
    if "@" in place or not all(port.isdecimal() or not port for port in ports):
        raise not_understood(address)
    return f"{scheme}://{credentials}{at}{place}", mark, query


def not_understood(address: str) -> InputError:
    """The refusal of an address that is none of PostgreSQL's; it tells no part of it, which may be a password."""
    return InputError(
        Text("数据库地址写法不对", "the address of the database is not understood"),
        Text(
            "写成 postgresql://用户@主机:端口/库?table=表；密码放在 ~/.pgpass 或环境变量 PGPASSWORD 中，"
            "写在地址中时 @ : / ? % 要写作 %40 %3A %2F %3F %25",
            "write postgresql://user@host:port/database?table=NAME; leave the password to ~/.pgpass or PGPASSWORD, "
            "or write @ : / ? % in it as %40 %3A %2F %3F %25",
        ),
        file=f"{address.partition('://')[0]}://…",
    )


def _secrets(address: str) -> list[str]:
    """Every spelling of the passwords in an address, the longest first."""
    from psycopg.conninfo import conninfo_to_dict

    before, _, query = _split(address)
    credentials = before.partition("://")[2].rpartition("@")[0]
    raw = [*USER_END.split(credentials, maxsplit=1)[1:]]
    raw += [value for name, _, value in (item.partition("=") for item in query.split("&")) if "password" in name]
    used = [str(value) for name, value in conninfo_to_dict(address).items() if "password" in name and value]
    return sorted({*raw, *map(unquote, raw), *used} - {""}, key=len, reverse=True)


def columns(frame: gpd.GeoDataFrame) -> list[Column]:
    """The columns of a frame without its geometry, with their types in PostgreSQL."""
    table_columns = []
    for name in frame.columns.drop(frame.geometry.name):
        cells = frame[name]
        if cells.dtype != object:
            kind = TYPES.get(getattr(cells.dtype, "kind", ""), "text")
        elif cells.map(lambda cell: isinstance(cell, dict)).any():
            kind = "jsonb"
        else:
            kind = "text[]" if cells.map(lambda cell: isinstance(cell, list)).any() else "text"
        table_columns.append(Column(str(name), kind, cells))
    return table_columns


def _write(
    connection: psycopg.Connection[Any],
    frame: gpd.GeoDataFrame,
    srid: int,
    place: tuple[str | None, str],
    metadata: LayerMetadata,
    if_exists: str,
) -> str:
    """Make the table, fill it, index it; returns its name."""
    from psycopg import sql

    if connection.execute("SELECT to_regtype('geometry')").fetchone() == (None,):
        raise InputError(
            Text("数据库没有 PostGIS 扩展", "the database has no PostGIS extension"),
            Text("在其中执行 CREATE EXTENSION postgis", "run CREATE EXTENSION postgis in it"),
        )
    path = [part for part in place if part]
    name = sql.Identifier(*path)
    regclass = connection.execute("SELECT to_regclass(%s)", [name.as_string(connection)]).fetchone()
    exists = regclass != (None,)
    if exists and if_exists == "fail":
        raise InputError(
            Text(f"表 {name.as_string(connection)} 已存在", f"the table {name.as_string(connection)} exists already"),
            Text("改为替换（replace）或追加（append）", "replace it, or append to it"),
            parameter=Parameter("if_exists", Text("replace 或 append", "replace or append")),
        )
    if exists and if_exists == "replace":
        connection.execute(sql.SQL("DROP TABLE {}").format(name))
    table_columns = columns(frame)
    family, shapes = _shapes(frame.geometry)
    if exists and if_exists == "append":
        _same_columns(connection, name, table_columns)
    else:
        _create(connection, path, table_columns, f"{family},{srid}", metadata, description(metadata, frame.crs))
    _copy(connection, name, table_columns, shapely.set_srid(shapes, srid))
    if not exists or if_exists == "replace":
        connection.execute(sql.SQL("CREATE INDEX ON {} USING gist ({})").format(name, sql.Identifier(GEOMETRY)))
        for column in table_columns[1:]:
            if column.name == "zone_id":
                connection.execute(sql.SQL("CREATE INDEX ON {} ({})").format(name, sql.Identifier(column.name)))
    connection.execute(sql.SQL("ANALYZE {}").format(name))
    return name.as_string(connection)


def _shapes(geometry: gpd.GeoSeries) -> tuple[str, Any]:
    """The common geometry type of all shapes, and the shapes converted to it."""
    kinds = sorted(set(geometry.dropna().geom_type))
    shapes = geometry.to_numpy()
    if len(kinds) == 1:
        return kinds[0], shapes
    if kinds and len({kind.removeprefix("Multi") for kind in kinds}) == 1:
        single = kinds[-1]
        return f"Multi{single}", np.array([_as_many(shape, single) for shape in shapes], dtype=object)
    return "Geometry", shapes


def _as_many(shape: Any, single: str) -> Any:
    if shape is None or shape.geom_type != single:
        return shape
    return MANY[single]([shape])


def _create(
    connection: psycopg.Connection[Any],
    path: list[str],
    table_columns: list[Column],
    family: str,
    metadata: LayerMetadata,
    table_comment: str,
) -> None:
    from psycopg import sql

    name = sql.Identifier(*path)
    key = (
        table_columns[0]
        if table_columns
        and table_columns[0].cells.notna().all()
        and table_columns[0].kind != "text[]"
        and table_columns[0].cells.is_unique
        else None
    )
    lines = (
        []
        if key
        else [sql.SQL("{} bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY").format(sql.Identifier(GENERATED_KEY))]
    )
    for column in table_columns:
        kind = sql.SQL(" ").join([sql.Identifier(column.name), sql.SQL(column.kind)])
        lines.append(sql.SQL("{} PRIMARY KEY").format(kind) if column is key else kind)
    lines.append(sql.SQL("{} geometry({})").format(sql.Identifier(GEOMETRY), sql.SQL(family)))
    connection.execute(sql.SQL("CREATE TABLE {} ({})").format(name, sql.SQL(", ").join(lines)))
    connection.execute(sql.SQL("COMMENT ON TABLE {} IS {}").format(name, sql.Literal(visible(table_comment))))
    for column in table_columns:
        comment = sql.Literal(title(column.name).of(metadata.lang))
        connection.execute(sql.SQL("COMMENT ON COLUMN {} IS {}").format(sql.Identifier(*path, column.name), comment))


def _same_columns(connection: psycopg.Connection[Any], name: sql.Identifier, table_columns: list[Column]) -> None:
    exists = connection.execute(
        "SELECT attname FROM pg_attribute WHERE attrelid = to_regclass(%s) AND attnum > 0 AND NOT attisdropped",
        [name.as_string(connection)],
    ).fetchall()
    have, want = {column for (column,) in exists}, {column.name for column in table_columns} | {GEOMETRY}
    if not want <= have:
        lacking = "、".join(sorted(want - have))
        raise InputError(
            Text(f"表中没有这些列：{lacking}", f"the table lacks the columns {lacking}"),
            Text("改为替换，或换一个表", "replace it, or use another table"),
            parameter=Parameter("if_exists", Text("replace", "replace")),
        )


def _copy(connection: psycopg.Connection[Any], name: sql.Identifier, table_columns: list[Column], shapes: Any) -> None:
    """Write all rows by binary COPY; geometry as EWKB, which PostGIS accepts directly."""
    from psycopg import sql

    names = sql.SQL(", ").join(sql.Identifier(each) for each in [*(column.name for column in table_columns), GEOMETRY])
    statement = sql.SQL("COPY {} ({}) FROM STDIN (FORMAT binary)").format(name, names)
    with connection.cursor() as cursor, cursor.copy(statement) as copy:
        copy.set_types([*(column.kind for column in table_columns), "bytea"])
        for start in range(0, len(shapes), ROWS_AT_ONCE):
            some = slice(start, start + ROWS_AT_ONCE)
            cells = [_plain(column.cells.iloc[some]) for column in table_columns]
            for row in zip(*cells, shapely.to_wkb(shapes[some], include_srid=True), strict=True):
                copy.write_row(row)


def _plain(cells: pd.Series) -> list[Any]:
    """The cells as Python values, None where missing."""
    values = cells.astype(object)
    plain: list[Any] = values.where(cells.notna(), None).tolist()
    return plain


def _reason(error: psycopg.Error, secrets: list[str]) -> str:
    """The first line of the message of server or driver, without any spelling of a password."""
    message = error.diag.message_primary or str(error)
    line = message.splitlines()[0] if message else type(error).__name__
    if any(len(secret) < SHORTEST_SECRET and secret in line for secret in secrets):
        return type(error).__name__  # what is left would tell it
    for secret in secrets:
        line = line.replace(secret, "…")
    return line
