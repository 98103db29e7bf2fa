"""Files of parcels read in batches, so that memory does not grow with the file.

GeoParquet and GeoPackage say themselves which CRS and encoding they are in, and are read so. Any other format is read
as a whole (GDAL's Arrow stream of FlatGeobuf breaks off at a missing geometry).
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.parquet as pq
import pyproj
import shapely

from yzgeo.errors import InputError
from yzgeo.i18n import Text

if TYPE_CHECKING:  # GeoParquet is read without geopandas, which takes as long to import as a million parcels to read
    import geopandas as gpd

PARCEL_ID = "parcel_id"
AT_ONCE = 32768
"""Parcels in a batch: their coordinates fit into the cache of a processor."""
PARQUET = (".parquet", ".geoparquet")
STREAMED = (".gpkg",)


@dataclass(frozen=True)
class ParcelFile:
    """A file of parcels, opened.

    - `crs`, `rows`: of the parcels, and how many there are
    - `geometry`: the column of shapes in the file
    - `id_type`: Arrow type of the column that names them
    - `batches()`: record batches of at most `AT_ONCE` rows with `parcel_id` and `geometry` (well-known binary)
    """

    crs: pyproj.CRS
    rows: int
    geometry: str
    id_type: pa.DataType
    batches: Callable[[], Iterator[pa.RecordBatch]]


def opened(file: Path, parcel_id: str = "parcel_id", at_once: int = AT_ONCE) -> ParcelFile:
    """Open a file, or a folder of GeoParquet files (its parts in the order of their numbers).

    Raises
    ------
    InputError
        When it cannot be read, has no features, no such column or no CRS.
    """
    if not file.exists():
        raise InputError(Text("没有这个文件", "does not exist"), Text("核对路径", "check the path"), file=str(file))
    try:
        if is_parquet(file):
            source = _parquet(file, parcel_id, at_once)
        elif file.suffix.lower() in STREAMED:
            source = _streamed(file, parcel_id, at_once)
        else:
            source = of_frame(read_frame(file, parcel_id), parcel_id, at_once)
    except InputError as error:
        raise InputError(error.problem, error.remedy, file=str(file), row=error.row, column=error.column) from error
    except (pa.ArrowException, RuntimeError) as error:  # GDAL's errors are of the latter kind
        raise unreadable(file) from error
    if not source.rows:
        raise InputError(Text("没有要素", "has no features"), Text("核对图层", "check the layer"), file=str(file))
    return source


def outlines(file: ParcelFile) -> tuple[list[Any], npt.NDArray[np.object_]]:
    """Names and shapes of a small file, of zones say."""
    table = pa.Table.from_batches(file.batches())
    shapes = shapely.from_wkb(table["geometry"].to_pylist())
    return table["parcel_id"].to_pylist(), np.asarray(shapes, dtype=object)


def unreadable(file: Path) -> InputError:
    """What to say of a file that breaks off or is not what its ending says."""
    return InputError(
        Text("无法读取：文件不完整，或不是其扩展名所示的格式", "cannot be read: it is cut short or not what its ending says"),
        Text("用生成它的软件重新导出", "export it again with the program that made it"),
        file=str(file),
    )


def is_parquet(file: Path) -> bool:
    """Whether it is a file of GeoParquet, or a folder with some."""
    return file.suffix.lower() in PARQUET or (file.is_dir() and bool(parts(file)))


def parts(file: Path) -> list[Path]:
    """The GeoParquet files of a folder, part.2 before part.10; the file itself when it is one.

    >>> print(parts(Path("parcels.parquet"))[0])
    parcels.parquet
    """
    if not file.is_dir():
        return [file]
    return sorted(file.rglob("*.parquet"), key=lambda part: [(len(n), n) for n in re.split(r"(\d+)", str(part))])


def read_frame(file: Path, parcel_id: str = "parcel_id") -> gpd.GeoDataFrame:
    """A whole file in any format that `import` reads, with a column of that name.

    Where the default name is asked for and the file calls it otherwise, the column is found by what offices call it: a
    parcel number where the format has one.

    Raises
    ------
    InputError
        When it cannot be read.
    """
    import geopandas as gpd

    from yzgeo import reading

    frame = gpd.read_parquet(file) if is_parquet(file) else reading.read(file).frame
    theirs = [str(name) for name in frame.columns if name != frame.geometry.name]
    return frame.rename(columns={_column(file, theirs, parcel_id): parcel_id})


def _column(file: Path, theirs: list[str], wanted: str) -> str:
    """The column of that name; where it is our default one, the column that offices call otherwise.

    Raises
    ------
    InputError
        When there is none.
    """
    if wanted not in theirs and wanted == PARCEL_ID:
        from yzgeo import columns  # a file with our own names does not wait for these
        from yzgeo.ledger_words import HEADERS

        found = columns.match(file, theirs, {}, {wanted: HEADERS[wanted]})
        wanted = found.get(wanted, wanted)
    _require(theirs, wanted)
    return wanted


def of_frame(frame: gpd.GeoDataFrame, parcel_id: str, at_once: int = AT_ONCE) -> ParcelFile:
    """A table of parcels as if it were a file.

    >>> import geopandas as gpd
    >>> from shapely import box
    >>> frame = gpd.GeoDataFrame({"parcel_id": ["A", "B"]}, geometry=[box(0, 0, 1, 1), None], crs=4490)
    >>> for batch in of_frame(frame, "parcel_id", at_once=1).batches():
    ...     print(f"{batch['parcel_id'][0]} {batch['geometry'].null_count} without geometry")
    A 0 without geometry
    B 1 without geometry
    """
    _require([str(column) for column in frame.columns if column != frame.geometry.name], parcel_id)
    ids = pa.array(frame[parcel_id], from_pandas=True)

    def batches() -> Iterator[pa.RecordBatch]:
        for begin in range(0, len(frame), at_once):
            shapes = pa.array(frame.geometry.iloc[begin : begin + at_once].to_wkb(), pa.large_binary(), from_pandas=True)
            yield _batch(ids[begin : begin + at_once], shapes)

    return ParcelFile(_crs(frame.crs), len(frame), str(frame.geometry.name), ids.type, batches)


def _parquet(file: Path, parcel_id: str, at_once: int) -> ParcelFile:
    files = parts(file)
    first = pq.ParquetFile(files[0])
    schema = first.schema_arrow
    geo = json.loads((schema.metadata or {}).get(b"geo", b"{}"))
    if not geo:
        raise InputError(
            Text("不是 GeoParquet：没有几何列的说明", "is not GeoParquet: it does not say where its geometry is"),
            Text("用 GeoPandas、GDAL 或 DuckDB 写成 GeoParquet", "write it as GeoParquet with GeoPandas, GDAL or DuckDB"),
        )
    geometry = geo["primary_column"]
    described = geo["columns"][geometry]
    if described["encoding"] != "WKB":
        return of_frame(read_frame(file, parcel_id), parcel_id, at_once)
    parcel_id = _column(file, [name for name in schema.names if name != geometry], parcel_id)
    rows = sum(pq.ParquetFile(part).metadata.num_rows for part in files)

    def batches() -> Iterator[pa.RecordBatch]:
        for part in files:
            # Without this, all of the file that was read stays in memory until its end.
            with pq.ParquetFile(part, pre_buffer=False) as reader:
                for batch in reader.iter_batches(at_once, columns=[parcel_id, geometry]):
                    yield _batch(batch[parcel_id], batch[geometry])

    # The format: no CRS stated means longitude and latitude on WGS 84, null means unknown.
    return ParcelFile(_crs(described.get("crs", "OGC:CRS84")), rows, geometry, schema.field(parcel_id).type, batches)


def _streamed(file: Path, parcel_id: str, at_once: int) -> ParcelFile:
    import pyogrio

    from yzgeo.vector import only_layer

    layer = only_layer(file)
    about = pyogrio.read_info(file, layer=layer, force_feature_count=True)
    parcel_id = _column(file, [str(name) for name in about["fields"]], parcel_id)
    options = {"layer": layer, "columns": [parcel_id], "use_pyarrow": True}

    def batches() -> Iterator[pa.RecordBatch]:
        with pyogrio.raw.open_arrow(file, batch_size=at_once, **options) as (meta, reader):
            for batch in reader:
                yield _batch(batch[parcel_id], batch[meta["geometry_name"] or "wkb_geometry"])

    with pyogrio.raw.open_arrow(file, **options) as (_, reader):
        id_type = reader.schema.field(parcel_id).type
    return ParcelFile(_crs(about["crs"]), int(about["features"]), str(about["geometry_name"]), id_type, batches)


def _batch(ids: pa.Array, shapes: pa.Array) -> pa.RecordBatch:
    return pa.record_batch([ids, shapes.cast(pa.large_binary())], names=["parcel_id", "geometry"])


def _crs(given: Any) -> pyproj.CRS:
    if given is None:
        raise InputError(
            Text("没有坐标系", "has no CRS"),
            Text(
                "补上坐标系（如 .prj），或先用 yzgeo import parcels --crs",
                "add it (a .prj, say), or run yzgeo import parcels --crs first",
            ),
        )
    return pyproj.CRS(given)


def _require(columns: list[str], parcel_id: str) -> None:
    if parcel_id not in columns:
        raise InputError(
            Text(f"没有 {parcel_id} 列", f"there is no column {parcel_id}"),
            Text(
                f"指定其一（--id，片区用 --zone-id）：{'、'.join(columns)}",
                f"name one (--id, for zones --zone-id): {', '.join(columns)}",
            ),
        )
