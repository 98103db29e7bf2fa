"""Layers in a PostGIS database, as `export` wrote them, for pygeoapi to serve: where each table is, its key and CRS.

No password is written down: PostgreSQL's own client takes it from `~/.pgpass` or PGPASSWORD where the server starts.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from yzgeo.core.errors import InputError
from yzgeo.core.i18n import Text
from yzgeo.export.formats import postgis

SRID = 4326
"""What pygeoapi 0.21 serves as it should: it takes no heed of the order of axes, so that of EPSG:4490 and of the projected
CRSs it would answer with latitude and longitude changed round, and find nothing within a bounding box."""
DEFAULT_SCHEMA = "public"
PORT = 5432
KEY_AND_SHAPE = """
SELECT (SELECT a.attname FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
        WHERE i.indrelid = c.oid AND i.indisprimary AND i.indnatts = 1),
       g.f_geometry_column, g.srid
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN geometry_columns g ON g.f_table_schema = n.nspname AND g.f_table_name = c.relname
WHERE n.nspname = %s AND c.relname = %s
"""


def providers(address: str, layers: Sequence[str], label: dict[str, str | None]) -> dict[str, dict[str, Any]]:
    """The provider of each layer that the database has a table for, which has the layer's name.

    Parameters
    ----------
    address
        `postgresql://user@host:port/database?schema=NAME`, without a password; the schema is `public` by default.
    layers
        Names of layers, and so of tables.
    label
        The column by which each layer names its features, None for none.

    Raises
    ------
    InputError
        When the address holds a password, the database cannot be reached or has none of the tables, or a table has no
        key, or is in another CRS than EPSG:4326.
    """
    import psycopg
    from psycopg.conninfo import conninfo_to_dict

    plain, schema, _ = postgis.parts(address, layers[0])
    schema = schema or DEFAULT_SCHEMA
    try:
        given = conninfo_to_dict(plain)
    except psycopg.Error:  # its message repeats what it does not understand, which may be a password
        raise postgis.not_understood(address) from None
    if any("password" in name for name in given):
        raise InputError(
            Text(
                "地址中有密码，会写进供服务用的配置",
                "the address holds a password, which would stand in the configuration",
            ),
            Text("去掉密码，放在 ~/.pgpass 或环境变量 PGPASSWORD 中", "leave it to ~/.pgpass or PGPASSWORD"),
            file=postgis.without_password(plain),
        )
    try:
        with psycopg.connect(plain, connect_timeout=postgis.SECONDS_TO_CONNECT) as connection:
            rows = {layer: connection.execute(KEY_AND_SHAPE, [schema, layer]).fetchone() for layer in layers}
    except psycopg.Error as error:
        lines = str(error).splitlines() or [type(error).__name__]
        raise InputError(
            Text(f"数据库拒绝：{lines[0]}", f"the database refuses: {lines[0]}"),
            Text("检查地址、权限与 PostGIS 扩展", "check address, rights and the PostGIS extension"),
            file=postgis.without_password(plain),
        ) from error
    found = {layer: row for layer, row in rows.items() if row is not None}
    unfit = [layer for layer, row in found.items() if None in row]
    if unfit or not found:
        raise InputError(
            Text(
                f"这些图层的表没有主键或几何列：{'、'.join(unfit)}" if unfit else f"模式 {schema} 中没有任何图层的表",
                f"these tables have no key or no geometry: {', '.join(unfit)}"
                if unfit
                else f"the schema {schema} has a table of none of the layers",
            ),
            Text("先用 yzgeo export 把图层写入这个库", "write the layers into this database first, by yzgeo export"),
            file=postgis.without_password(plain),
        )
    others = {layer: srid for layer, (_, _, srid) in found.items() if srid != SRID}
    if others:
        shown = "、".join(f"{layer}（{srid}）" for layer, srid in others.items())
        raise InputError(
            Text(
                f"这些表的坐标系不是 EPSG:{SRID}，pygeoapi 会把经纬度弄反：{shown}",
                f"tables in a CRS other than EPSG:{SRID}, whose axes pygeoapi would change round: "
                f"{shown.replace('、', ', ').replace('（', ' (').replace('）', ')')}",
            ),
            Text(f"以 EPSG:{SRID} 重新写入这些图层", f"write these layers again in EPSG:{SRID}"),
            file=postgis.without_password(plain),
        )
    data = {
        **{name: given[name] for name in ("host", "user", "dbname") if given.get(name)},
        "port": int(given.get("port") or PORT),
        "search_path": [schema],
    }
    options = {name: value for name, value in given.items() if name not in {"host", "port", "user", "dbname"}}
    return {
        layer: {
            "type": "feature",
            "name": "PostgreSQL",
            "data": data,
            **({"options": options} if options else {}),
            "id_field": key,
            "table": layer,
            "geom_field": shape,
            **({"title_field": label[layer]} if label[layer] else {}),
        }
        for layer, (key, shape, _) in found.items()
    }
