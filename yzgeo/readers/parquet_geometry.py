"""Find the geometry of a Parquet file, whichever way it is written, and give it as well-known binary.

Ways: the metadata of GeoParquet (WKB, or nested lists of coordinates), the GEOMETRY and GEOGRAPHY types of Parquet itself,
extension types of GeoArrow, a plain column of well-known binary, and text as tables hold it. No geopandas, which is slow
to import, but for text.

Sources: GeoParquet 1.1.0, the logical types of Apache Parquet, GeoArrow 0.2.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.parquet as pq
import pyproj
import shapely

from yzgeo.core.errors import InputError, unreadable
from yzgeo.core.i18n import Text
from yzgeo.spatial.crs import read_crs

if TYPE_CHECKING:
    import pandas as pd

CRS84 = "OGC:CRS84"
"""The CRS where a format states none: longitude and latitude on WGS 84."""
DEGREES = 360
"""No longitude or latitude is larger."""
WKB, WKT = "wkb", "wkt"
CELLS = "cells"
"""The encoding of a column of text that is read as a column of a table is: WKT, hexadecimal WKB, lists of coordinates."""
NESTED = {
    "point": (shapely.GeometryType.POINT, 0),
    "linestring": (shapely.GeometryType.LINESTRING, 1),
    "polygon": (shapely.GeometryType.POLYGON, 2),
    "multipoint": (shapely.GeometryType.MULTIPOINT, 1),
    "multilinestring": (shapely.GeometryType.MULTILINESTRING, 2),
    "multipolygon": (shapely.GeometryType.MULTIPOLYGON, 3),
}
"""Type and depth of the lists of each nested encoding."""
USUAL_NAMES = ("geometry", "geom", "wkb_geometry", "wkb", "the_geom", "shape", "几何", "图形")
"""Names of columns of shapes, the likeliest first."""
WKB_TYPES = range(1, 18)
EXPORT_AGAIN = Text("用 GeoPandas、GDAL 或 DuckDB 重新写出", "write it again with GeoPandas, GDAL or DuckDB")


class GeometryColumn(NamedTuple):
    """The column of shapes of a Parquet file.

    - `name`: of the column
    - `encoding`: `wkb`, `wkt`, one of `NESTED` or `CELLS`
    - `crs`: as pyproj takes it; None where the file does not state which
    - `bbox`: bounds of all coordinates as the file stores them, 4 or 6 numbers, or None
    """

    name: str
    encoding: str
    crs: Any
    bbox: list[float] | None = None


def geometry_column(file: Path) -> GeometryColumn | None:
    """The column of shapes of a file; None where no column holds shapes.

    Raises
    ------
    InputError
        When the file cannot be read, what it says of its geometry is contradictory, or a column is one of shapes by its
        name and cannot be read.

    >>> import tempfile
    >>> file = Path(tempfile.mkdtemp(), "plain.parquet")
    >>> shapes = shapely.to_wkb([shapely.Point(121.5, 29.8)])
    >>> pq.write_table(pa.table({"parcel_id": ["A"], "geom": pa.array(shapes, pa.binary())}), file)
    >>> print(geometry_column(file))
    GeometryColumn(name='geom', encoding='wkb', crs=None, bbox=None)
    """
    try:
        with pq.ParquetFile(file) as parquet:
            schema = parquet.schema_arrow
            described = (schema.metadata or {}).get(b"geo")
            if described is not None:
                return _of_metadata(file, described, schema)
            return (
                _of_logical_type(file, parquet)
                or _of_extension_type(file, schema)
                or _of_content(parquet)
                or _of_cells(file, parquet)
            )
    except (pa.ArrowException, ValueError, OSError) as error:
        if isinstance(error, OSError) and error.errno is not None:
            raise
        raise unreadable(file, error) from error


def contradicts_default(column: GeometryColumn, bounds: npt.NDArray[np.float64]) -> bool:
    """Whether bounds, (4,) float64, are not the degrees that a file without a CRS should hold: it states no CRS at all.

    >>> print(contradicts_default(GeometryColumn("geometry", "wkb", CRS84), np.array([654697.0, 3299017, 654997, 3299117])))
    True
    """
    west, south, east, north = bounds
    return (
        isinstance(column.crs, str)
        and column.crs == CRS84
        and bool(west < -DEGREES or east > DEGREES or south < -DEGREES or north > DEGREES)
    )


def to_wkb(shapes: pa.Array | pa.ChunkedArray, encoding: str) -> pa.Array:
    """Shapes of a column as an array of large binary, missing ones as null.

    >>> print(shapely.from_wkb(to_wkb(pa.array(["POINT (1 2)", None]), "wkt").to_pylist()).tolist())
    [<POINT (1 2)>, None]
    """
    if isinstance(shapes, pa.ChunkedArray):
        chunks = [to_wkb(chunk, encoding) for chunk in shapes.chunks]
        return pa.concat_arrays(chunks) if chunks else pa.array([], pa.large_binary())
    if isinstance(shapes, pa.ExtensionArray):
        shapes = shapes.storage
    if encoding == WKB:
        return shapes.cast(pa.large_binary())
    texts = shapes.to_numpy(zero_copy_only=False) if encoding == WKT else None
    geometries = _nested(shapes, encoding) if texts is None else shapely.from_wkt(texts)
    return pa.array(shapely.to_wkb(geometries), pa.large_binary(), from_pandas=True)


def _of_metadata(file: Path, described: bytes, schema: pa.Schema) -> GeometryColumn:
    try:
        geo = json.loads(described)
    except (ValueError, RecursionError) as error:
        raise _malformed(file, "geo", "JSON") from error
    name = geo.get("primary_column") if isinstance(geo, dict) else None
    columns = geo.get("columns") if isinstance(geo, dict) else None
    if not isinstance(name, str) or name not in schema.names:
        raise _malformed(file, "primary_column", "…")
    column = columns.get(name) if isinstance(columns, dict) else None
    if not isinstance(column, dict):
        raise _malformed(file, f"columns.{name}", "{…}")
    encoding = _encoding(column.get("encoding"))
    if encoding is None or not _fits(schema.field(name).type, encoding):
        raise _malformed(file, f"columns.{name}.encoding", "WKB")
    crs = column.get("crs", CRS84)
    if crs is not None:
        _parsed(file, crs, f"columns.{name}.crs", "PROJJSON")
    bbox = column.get("bbox")
    numbers = isinstance(bbox, list) and all(isinstance(value, int | float) for value in bbox)
    return GeometryColumn(name, encoding, crs, bbox if numbers else None)


def _of_logical_type(file: Path, parquet: pq.ParquetFile) -> GeometryColumn | None:
    """A column of Parquet's own types GEOMETRY or GEOGRAPHY, whose CRS is OGC:CRS84 unless stated."""
    candidates = {}
    for number in range(len(parquet.schema)):
        leaf = parquet.schema.column(number)
        if leaf.logical_type.type in ("GEOMETRY", "GEOGRAPHY"):
            candidates[leaf.path] = json.loads(leaf.logical_type.to_json())
    name = _likeliest(list(candidates))
    if name is None:
        return None
    crs = candidates[name].get("crs") or CRS84
    if isinstance(crs, str) and crs.startswith("srid:"):
        crs = f"EPSG:{crs.removeprefix('srid:')}"
    elif isinstance(crs, str) and crs.startswith("projjson:"):
        stated = (parquet.metadata.metadata or {}).get(crs.removeprefix("projjson:").encode())
        crs = crs if stated is None else stated.decode("utf-8", "replace")
    return GeometryColumn(name, WKB, _parsed(file, crs, f"{name}.crs", "PROJJSON"))


def _of_extension_type(file: Path, schema: pa.Schema) -> GeometryColumn | None:
    """A column of a type of GeoArrow, which pyarrow shows as metadata of the field unless the type is registered."""
    candidates = {}
    for field in schema:
        stated = field.metadata or {}
        kind, about = stated.get(b"ARROW:extension:name", b""), stated.get(b"ARROW:extension:metadata", b"")
        if isinstance(field.type, pa.BaseExtensionType):
            kind, about = field.type.extension_name.encode(), field.type.__arrow_ext_serialize__()
        family, _, encoding = kind.decode("utf-8", "replace").partition(".")
        if family in ("geoarrow", "ogc") and _encoding(encoding) and _fits(field.type, encoding):
            candidates[field.name] = encoding, about
    name = _likeliest(list(candidates))
    if name is None:
        return None
    encoding, about = candidates[name]
    try:
        metadata = json.loads(about or b"{}")
    except (ValueError, RecursionError) as error:
        raise _malformed(file, name, "JSON") from error
    crs = metadata.get("crs") if isinstance(metadata, dict) else None
    return GeometryColumn(name, encoding, None if crs is None else _parsed(file, crs, f"{name}.crs", "PROJJSON"))


def _of_content(parquet: pq.ParquetFile) -> GeometryColumn | None:
    """A plain column of binary of which each value that is there begins like well-known binary."""
    schema = parquet.schema_arrow
    binary = [field.name for field in schema if _fits(field.type, WKB)]
    likely = [name for name in binary if _all_wkb(parquet, name)]
    name = _likeliest(likely)
    if name is not None:
        return GeometryColumn(name, WKB, None)
    for usual in USUAL_NAMES:  # nested coordinates that no metadata describes can be told by name and depth only
        index = schema.get_field_index(usual)
        encoding = None if index < 0 else _by_depth(schema.field(index).type)
        if encoding is not None:
            return GeometryColumn(usual, encoding, None)
    return None


def _of_cells(file: Path, parquet: pq.ParquetFile) -> GeometryColumn | None:
    """A column of text, read as in any table; a column that only its name tells to be one of shapes is refused."""
    from yzgeo.readers import table_geometry  # imports geopandas

    schema = parquet.schema_arrow
    texts = [field.name for field in schema if _is_text(field.type)]
    cells = text_cells(parquet.read(columns=texts), texts)
    name = table_geometry.column_of_shapes(cells)
    if name is not None:
        return GeometryColumn(name, CELLS, None)
    table_geometry.refuse_unread_shapes(file, cells)
    for field in schema:
        named = table_geometry.plain_name(field.name) in (*table_geometry.GEOMETRY_HEADERS, *USUAL_NAMES)
        if named and (pa.types.is_nested(_storage(field.type)) or _fits(field.type, WKB)):
            first = next((n for n, cell in enumerate(parquet.read(columns=[field.name])[0], 1) if cell.is_valid), None)
            if first is not None:
                raise InputError(
                    Text(
                        f"这一列应是图形，但 {field.type} 类型的内容认不出来",
                        f"should hold shapes, but its content, of type {field.type}, is none that is known",
                    ),
                    EXPORT_AGAIN,
                    file=str(file), row=first, column=field.name,
                )  # fmt: skip
    return None


def text_cells(table: pa.Table, names: list[str]) -> pd.DataFrame:
    """The cells of columns of text as those of a table, the rows numbered from 1."""
    import pandas as pd

    from yzgeo.readers.table_geometry import cell_value

    index = pd.RangeIndex(1, table.num_rows + 1, name="row")
    cells = {name: [cell_value(cell) for cell in table[name].to_pylist()] for name in names}
    return pd.DataFrame({name: pd.Series(cells[name], index, dtype=object) for name in names}, index)


def _is_text(kind: pa.DataType) -> bool:
    return _fits(kind.value_type if pa.types.is_dictionary(kind) else kind, WKT)


def _all_wkb(parquet: pq.ParquetFile, name: str) -> bool:
    values = 0
    for batch in parquet.iter_batches(columns=[name]):
        for cell in batch[name].drop_null():
            begin = cell.as_buffer()[:5].to_pybytes()
            values += 1
            if len(begin) < 5 or begin[0] not in (0, 1):
                return False
            kind = int.from_bytes(begin[1:], "little" if begin[0] else "big") & 0x0FFFFFFF
            if kind % 1000 not in WKB_TYPES:
                return False
    return values > 0


def _likeliest(names: list[str]) -> str | None:
    if not names:
        return None
    usual = [name for name in USUAL_NAMES if name in (each.lower() for each in names)]
    return next((each for each in names if usual and each.lower() == usual[0]), names[0])


def _encoding(stated: Any) -> str | None:
    name = stated.lower() if isinstance(stated, str) else ""
    return name if name in (WKB, WKT, *NESTED) else None


def _storage(kind: pa.DataType) -> pa.DataType:
    return kind.storage_type if isinstance(kind, pa.BaseExtensionType) else kind


def _fits(kind: pa.DataType, encoding: str) -> bool:
    """Whether a type of Arrow can hold shapes of an encoding."""
    kind = _storage(kind)
    if encoding == WKB:
        return bool(pa.types.is_binary(kind) or pa.types.is_large_binary(kind) or pa.types.is_binary_view(kind))
    if encoding == WKT:
        return bool(pa.types.is_string(kind) or pa.types.is_large_string(kind) or pa.types.is_string_view(kind))
    return _depth(kind) == NESTED[encoding][1]


def _by_depth(kind: pa.DataType) -> str | None:
    return {2: "polygon", 3: "multipolygon"}.get(_depth(kind))


def _depth(kind: pa.DataType) -> int:
    """How many lists lie around a coordinate; -1 where there is none."""
    kind = _storage(kind)
    if pa.types.is_list(kind) or pa.types.is_large_list(kind):
        inner = _depth(kind.value_type)
        return inner if inner < 0 else inner + 1
    if pa.types.is_fixed_size_list(kind):
        return 0 if pa.types.is_floating(kind.value_type) and kind.list_size >= 2 else -1
    names = [field.name for field in kind] if pa.types.is_struct(kind) else []
    return 0 if names[:2] == ["x", "y"] else -1


def _nested(shapes: pa.Array, encoding: str) -> npt.NDArray[np.object_]:
    """Shapes of nested lists, (n,) object; a missing shape is None."""
    kind, depth = NESTED[encoding]
    offsets, inner = [], shapes
    for _ in range(depth):
        bounds = inner.offsets.to_numpy()
        inner = inner.values.slice(bounds[0], bounds[-1] - bounds[0])
        offsets.append(bounds - bounds[0])
    if pa.types.is_struct(inner.type):
        points = np.column_stack([inner.field(axis).to_numpy(zero_copy_only=False) for axis in (0, 1)])
    else:
        size = inner.type.list_size
        points = inner.values.slice(inner.offset * size, len(inner) * size).to_numpy(zero_copy_only=False)
        points = points.reshape(-1, size)[:, :2]
    geometries = shapely.from_ragged_array(kind, np.ascontiguousarray(points), tuple(reversed(offsets)))
    geometries = np.asarray(geometries, dtype=object)
    geometries[shapes.is_null().to_numpy(zero_copy_only=False)] = None
    return geometries


def _parsed(file: Path, crs: Any, member: str, right: str) -> Any:
    """The CRS, when it is one."""
    try:
        if not isinstance(crs, str | dict):
            raise _malformed(file, member, right)
        read_crs(crs)
    except pyproj.exceptions.CRSError as error:
        raise _malformed(file, member, right) from error
    return crs


def _malformed(file: Path, member: str, right: str) -> InputError:
    return InputError(
        Text(
            f"几何列的说明有误：{member} 缺失或不可用（应为 {right}）",
            f"what it says of its geometry is wrong: {member} is missing or unusable (it should be {right})",
        ),
        EXPORT_AGAIN,
        file=str(file),
    )
