"""Read files of parcels in batches, so that memory does not grow with the file.

GeoParquet and GeoPackage state their CRS and encoding and are read in batches where a sample of their coordinates
agrees with it. Any other file is read as a whole (GDAL's Arrow stream of FlatGeobuf breaks off at a missing geometry).
"""

from __future__ import annotations

import re
import sqlite3
import weakref
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.parquet as pq
import pyproj
import shapely

from yzgeo.core.boundary import refuse_unreadable
from yzgeo.core.errors import InputError, Parameter
from yzgeo.core.i18n import Text, plain
from yzgeo.core.nesting import refuse_deep_wkb
from yzgeo.readers import crs_sampling
from yzgeo.readers.geopackage_snapshot import snapshot
from yzgeo.readers.parquet_geometry import CELLS, CRS84, GeometryColumn, contradicts_default, geometry_column, to_wkb
from yzgeo.spatial.crs import parse, read_crs, refuse_files_of_crs, refuse_missing_grids
from yzgeo.spatial.overlay.arrow_batch import repair_remark, unsupported_arcs

if TYPE_CHECKING:  # GeoParquet is read without geopandas, which takes as long to import as a million parcels to read
    import geopandas as gpd

    from yzgeo.readers.source import Change

PARCEL_ID = "parcel_id"
READ_BYTES = 1 << 20
"""Bytes of a Parquet file that are read at once."""
AT_ONCE = 32768
"""Parcels in a batch: their coordinates fit into the cache of a processor."""
SAMPLE = 100
"""Number of parcels whose coordinates are checked against the CRS of the file."""
PARQUET = (".parquet", ".geoparquet")
STREAMED = (".gpkg",)
CURVED = ("CURVE", "SURFACE", "CURVEPOLYGON", "COMPOUNDCURVE", "CIRCULARSTRING", "MULTICURVE", "MULTISURFACE")
"""Types of layers that may hold arcs: arcs become lines only when the file is read as a whole."""


Choose = Callable[[list[str]], Mapping[str, str]]
"""Of the names of a file's columns, those to read: the file's name by ours; `parcel_id` must be one of ours."""


@dataclass(frozen=True)
class ParcelFile:
    """An open file of parcels.

    - `crs`, `rows`: CRS and number of the parcels
    - `geometry`, `id_column`: the columns of the file with the shapes and with the parcel ids
    - `id_type`: Arrow type of the parcel ids
    - `batches()`: record batches of at most `AT_ONCE` rows with `parcel_id`, `geometry` (well-known binary) and what
      further columns were chosen
    - `bounds`: (4,) float64, west, south, east and north of all coordinates, where the format stores them
    - `crs_notes`: remarks for the user on how the CRS was detected, where it is not the CRS that the file states
    """

    crs: pyproj.CRS
    rows: int
    geometry: str
    id_column: str
    id_type: pa.DataType
    batches: Callable[[], Iterator[pa.RecordBatch]]
    bounds: npt.NDArray[np.float64] | None = None
    crs_notes: tuple[Text, ...] = ()


def open_parcels(
    file: Path,
    parcel_id: str = "parcel_id",
    at_once: int = AT_ONCE,
    layer: str | None = None,
    crs: str | None = None,
    datum: str | None = None,
    near: Callable[[], gpd.GeoSeries] | None = None,
    choose: Choose | None = None,
) -> ParcelFile:
    """Open a file, or a folder of GeoParquet files (its parts in the order of their numbers).

    Parameters
    ----------
    file, layer, crs, datum
        As for `reading.read`.
    parcel_id
        The column that names the parcels.
    at_once
        Parcels in a batch.
    near
        Makes shapes in EPSG:4490 near which the parcels are likely to lie; they decide where a file without a CRS might
        be on several grids.
    choose
        Chooses the columns to read, where more than the one that names the parcels are wanted.

    Raises
    ------
    InputError
        When it cannot be read, has no features, no such column or no CRS, or its coordinates do not fit the CRS.
    """
    if not file.exists():
        raise InputError(Text("没有这个文件", "does not exist"), Text("核对路径", "check the path"), file=str(file))
    if crs is not None:  # it is the user's, and no flaw of the file
        refuse_missing_grids(crs)
    with refuse_unreadable(file):
        in_batches = is_parquet(file) or file.suffix.lower() in STREAMED
        changed = datum is not None or (crs is not None and "+proj=pipeline" in crs)
        opened = None if not in_batches or changed else _in_batches(file, parcel_id, at_once, layer, crs, choose)
        source = _whole(file, parcel_id, at_once, layer, crs, datum, near, choose) if opened is None else opened
    if pa.types.is_nested(source.id_type):
        raise InputError(
            Text(f"{source.id_column} 列每格不止一个值，不能作编号", f"column {source.id_column} holds lists, which name nothing"),
            Text("指明另一列", "name another column"),
            file=str(file), column=source.id_column, parameter=Parameter("parcel_id"),
        )  # fmt: skip
    _refuse_empty(file, source.rows)
    return replace(source, batches=lambda: _within_boundary(file, source.batches))


def _within_boundary(file: Path, batches: Callable[[], Iterator[pa.RecordBatch]]) -> Iterator[pa.RecordBatch]:
    """The batches of a file, damage to which may lie far behind what was read to open it."""
    with _refuse_torn(file):
        yield from batches()


@contextmanager
def _refuse_torn(file: Path) -> Iterator[None]:
    """Refuse a file that is damaged, or lies where it can no longer be read."""
    with refuse_unreadable(file):
        try:
            yield
        except OSError as error:
            if error.errno and error.strerror:  # of the system; Arrow throws it without a number over damaged bytes
                raise torn_off(error).at(file=str(file)) from error
            raise


def torn_off(error: OSError) -> InputError:
    """The refusal of parcels that the system stops giving."""
    return InputError(
        Text(f"地块读不下去（{error.strerror or error}）", f"parcels cannot be read on ({error.strerror or error})"),
        Text("检查地块文件所在的磁盘或网络共享", "check the disk or share that the parcels lie on"),
    )


def _in_batches(
    file: Path, parcel_id: str, at_once: int, layer: str | None, crs: str | None, choose: Choose | None
) -> ParcelFile | None:
    """Parcels that need not be read as a whole; None where arcs, or a CRS that must be detected, require that."""
    if is_parquet(file):
        opened = _parquet(file, parcel_id, at_once, crs, choose)
    else:
        with ExitStack() as opening:
            path = opening.enter_context(snapshot(file))
            if _has_arcs(path, layer):
                return None
            opened = _streamed(path, parcel_id, at_once, layer, crs, choose)
            weakref.finalize(opened.batches, opening.pop_all().close)  # a copy lasts as long as it can be read
    if opened is None:
        return None
    if crs is None:
        refuse_files_of_crs(opened.crs, str(file))
    detection = crs_sampling.sample_crs(file, opened.crs, opened.bounds, lambda: sample(opened))
    if detection.crs is None:
        return None
    return replace(opened, crs=detection.crs, crs_notes=_crs_notes(file, detection.changes))


def _refuse_empty(file: Path, rows: int) -> None:
    if not rows:
        raise InputError(Text("没有要素", "has no features"), Text("核对图层", "check the layer"), file=str(file))


def sample(source: ParcelFile) -> npt.NDArray[np.object_]:
    """The shapes of the first parcels; a broken one is reported later, with its row, when the batches are read."""
    batches = source.batches()
    first = next(batches, None)
    batches.close()  # type: ignore[attr-defined]  # it is a generator, and holds the file
    shapes = [] if first is None else first["geometry"][:SAMPLE].to_pylist()
    refuse_deep_wkb(shapes)
    try:
        return np.asarray(shapely.from_wkb(np.array(shapes, dtype=object), on_invalid="ignore"), dtype=object)
    except NotImplementedError as error:
        raise unsupported_arcs() from error


def _whole(
    file: Path,
    parcel_id: str,
    at_once: int,
    layer: str | None,
    crs: str | None,
    datum: str | None,
    near: Callable[[], gpd.GeoSeries] | None,
    choose: Choose | None,
) -> ParcelFile:
    frame, changes = read_frame(file, parcel_id, layer, crs, datum, None if near is None else near(), choose)
    return replace(of_frame(frame, parcel_id, at_once, choose), crs_notes=_crs_notes(file, changes))


def _crs_notes(file: Path, changes: Sequence[Change]) -> tuple[Text, ...]:
    """Remarks on changes of all coordinates, one each; a plain transformation is expected and gets none."""
    if not changes:
        return ()
    from yzgeo.readers.crs_detection import TRANSFORMED
    from yzgeo.readers.source import ALL_ROWS, GEOMETRY

    lines = []
    for change in changes:
        if change.row is ALL_ROWS and change.field in (GEOMETRY, "crs") and change.why is not TRANSFORMED:
            values = f"{change.old} -> {change.new}".removeprefix(" -> ")
            zh, en = (f"（{values}）", f" ({values})") if values else ("", "")
            lines.append(Text(f"{file.name}：{change.why.zh}{zh}", f"{file.name}: {change.why.en}{en}"))
    return tuple(lines)


def outlines(file: ParcelFile) -> tuple[list[Any], npt.NDArray[np.object_]]:
    """Names and shapes ((n,) object) of a small file, of zones say."""
    with refuse_unreadable(""):
        table = pa.Table.from_batches(file.batches())
        binary = table["geometry"].to_pylist()
        refuse_deep_wkb(binary)
        shapes = shapely.from_wkb(binary)
    return table["parcel_id"].to_pylist(), np.asarray(shapes, dtype=object)


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


def read_frame(
    file: Path,
    parcel_id: str = "parcel_id",
    layer: str | None = None,
    crs: str | None = None,
    datum: str | None = None,
    near: gpd.GeoSeries | None = None,
    choose: Choose | None = None,
) -> tuple[gpd.GeoDataFrame, list[Change]]:
    """A whole file in any format that `import` reads, its id column renamed to `parcel_id`, and the changes of reading it.

    Where the default name is asked for and the file has another, the column is matched by the headers that offices use:
    a parcel number where the format has one. Where `choose` is to choose, all columns keep the names of the file.

    Raises
    ------
    InputError
        When it cannot be read.
    """
    import pandas as pd

    from yzgeo.ledger import ledger
    from yzgeo.readers import crs_detection, reading
    from yzgeo.readers.formats import geoparquet
    from yzgeo.readers.repair import COLLAPSED, INVALID
    from yzgeo.readers.source import ALL_ROWS, GEOMETRY, Change, Source

    if is_parquet(file) and file.is_dir():
        sources = [geoparquet.read(part, None) for part in parts(file)]
        frame = pd.concat([source.frame for source in sources], ignore_index=True)
        placed = crs_detection.place(file, Source(frame, []), crs, datum, near, allow_far=True)
        frame, changes = frame.set_geometry(placed.geometry), placed.changes
    else:
        read = reading.read(file, crs, datum, layer, near, allow_far=True)
        frame = read.frame
        whole = read.log[read.log["row"].isna()]
        changes = [Change(ALL_ROWS, *rest) for _, _, *rest in whole.itertuples(index=False)]
        broken = sum(why in (INVALID, COLLAPSED) for why in read.log["why"])
        if broken:
            changes.append(Change(ALL_ROWS, GEOMETRY, "", "", repair_remark(broken)))
    theirs = [str(name) for name in frame.columns if name != frame.geometry.name]
    if choose is not None:
        return frame, changes
    column = _column(file, theirs, parcel_id)
    ledger.refuse_rounded(file, column, frame[column])
    return frame.rename(columns={column: parcel_id}), changes


def _column(file: Path, theirs: list[str], column: str) -> str:
    """The column of that name, or for the default name a column with a header that offices use for it.

    Raises
    ------
    InputError
        When there is none.
    """
    if column not in theirs and column == PARCEL_ID:
        from yzgeo.ledger.vocabulary import HEADERS
        from yzgeo.readers import column_matching  # slow to import, and not needed for the default name

        matches = column_matching.match(file, theirs, {}, {column: HEADERS[column]})
        column = matches.get(column, column)
    _require(theirs, column)
    return column


def _chosen(file: Path, theirs: list[str], parcel_id: str, choose: Choose | None) -> dict[str, str]:
    """The file's columns to read by ours."""
    return {PARCEL_ID: _column(file, theirs, parcel_id)} if choose is None else dict(choose(theirs))


def of_frame(
    frame: gpd.GeoDataFrame, parcel_id: str, at_once: int = AT_ONCE, choose: Choose | None = None
) -> ParcelFile:
    """A table of parcels as if it were a file.

    >>> import geopandas as gpd
    >>> from shapely import box
    >>> frame = gpd.GeoDataFrame({"parcel_id": ["A", "B"]}, geometry=[box(0, 0, 1, 1), None], crs=4490)
    >>> for batch in of_frame(frame, "parcel_id", at_once=1).batches():
    ...     print(f"{batch['parcel_id'][0]} {batch['geometry'].null_count} without geometry")
    A 0 without geometry
    B 1 without geometry
    """
    theirs = [str(column) for column in frame.columns if column != frame.geometry.name]
    columns = {PARCEL_ID: parcel_id} if choose is None else dict(choose(theirs))
    _require(theirs, columns[PARCEL_ID])
    arrays = {ours: _array(frame[name]) for ours, name in columns.items()}

    def batches() -> Iterator[pa.RecordBatch]:
        for begin in range(0, len(frame), at_once):
            shapes = pa.array(
                frame.geometry.iloc[begin : begin + at_once].to_wkb(), pa.large_binary(), from_pandas=True
            )
            yield _batch({ours: array[begin : begin + at_once] for ours, array in arrays.items()}, shapes)

    id_type = arrays[PARCEL_ID].type
    return ParcelFile(_crs(frame.crs), len(frame), str(frame.geometry.name), columns[PARCEL_ID], id_type, batches)


def _array(column: Any) -> pa.Array:
    try:
        values = pa.array(column, from_pandas=True)
    except (pa.ArrowInvalid, pa.ArrowTypeError):  # numbers and text mixed, as cells of a workbook may be
        values = pa.array(column.astype("str"), from_pandas=True)
    if isinstance(values, pa.ChunkedArray):  # of a table put together from several files
        return values.combine_chunks()
    return values


def _parquet(file: Path, parcel_id: str, at_once: int, crs: str | None, choose: Choose | None) -> ParcelFile | None:
    """Parcels of Parquet in batches; None where it must be read as a whole: shapes in text, or a CRS to detect."""
    files = parts(file)
    column = geometry_column(files[0])
    for part in files[1:]:
        _require_alike(part, files[0], geometry_column(part), column)
    schema = pq.read_schema(files[0])
    rows = sum(pq.ParquetFile(part).metadata.num_rows for part in files)
    _refuse_empty(file, rows)
    if column is None:
        raise InputError(
            Text("没有几何列", "has no column of shapes"),
            Text(
                "用 GeoPandas、GDAL 或 DuckDB 写成 GeoParquet", "write it as GeoParquet with GeoPandas, GDAL or DuckDB"
            ),
        )
    if column.encoding == CELLS:  # each cell may state its own CRS, and is read as in any table
        return None
    name, encoding = column.name, column.encoding
    columns = _chosen(file, [each for each in schema.names if each != name], parcel_id, choose)
    parcel_id = columns[PARCEL_ID]

    def batches() -> Iterator[pa.RecordBatch]:
        for part in files:
            # With pre_buffer, all that was read of the file stays in memory until its end; without a buffer, a whole
            # column of a row group does.
            with _refuse_torn(part), pq.ParquetFile(part, pre_buffer=False, buffer_size=READ_BYTES) as reader:
                for batch in reader.iter_batches(at_once, columns=[*columns.values(), name]):
                    yield _batch({ours: batch[its] for ours, its in columns.items()}, to_wkb(batch[name], encoding))

    bounds = _bounds(column.bbox) if len(files) == 1 else None
    id_type = schema.field(parcel_id).type
    opened = ParcelFile(pyproj.CRS(CRS84), rows, name, parcel_id, id_type, batches, bounds)
    if crs is None:
        extent = shapely.total_bounds(sample(opened)) if bounds is None else bounds
        if column.crs is None or contradicts_default(column, extent):
            return None
    return replace(opened, crs=_crs(column.crs, crs))


def _require_alike(part: Path, first: Path, column: GeometryColumn | None, expected: GeometryColumn | None) -> None:
    """Refuse a part whose shapes are stored in another way, or in another CRS, than those of the first part."""
    if column is None or expected is None or column._replace(bbox=None) != expected._replace(bbox=None):
        raise InputError(
            Text(f"几何列或坐标系与 {first.name} 不同", f"has another geometry column or CRS than {first.name}"),
            Text("把各部分写成同一种几何列与坐标系", "write all parts with one geometry column and CRS"),
            file=str(part),
        )


def _bounds(stored: Any) -> npt.NDArray[np.float64] | None:
    """West, south, east and north, (4,) float64, of the bounds that a file stores, with or without heights."""
    if stored is None or len(stored) not in (4, 6):
        return None
    numbers = np.array(stored, dtype=np.float64)
    return numbers if len(numbers) == 4 else numbers[[0, 1, 3, 4]]


def _streamed(
    file: Path, parcel_id: str, at_once: int, layer: str | None, crs: str | None, choose: Choose | None
) -> ParcelFile:
    import pyogrio

    from yzgeo.readers.ogr import only_layer

    layer = only_layer(file, layer)
    layer_info = pyogrio.read_info(file, layer=layer, force_feature_count=True)
    _refuse_empty(file, layer_info["features"])  # before refusals of missing columns
    columns = _chosen(file, [str(name) for name in layer_info["fields"]], parcel_id, choose)
    parcel_id = columns[PARCEL_ID]
    options = {"layer": layer, "columns": list(columns.values()), "use_pyarrow": True}

    def batches() -> Iterator[pa.RecordBatch]:
        with pyogrio.raw.open_arrow(file, batch_size=at_once, **options) as (meta, reader):
            for batch in reader:
                shapes = batch[meta["geometry_name"] or "wkb_geometry"]
                yield _batch({ours: batch[its] for ours, its in columns.items()}, shapes)

    with pyogrio.raw.open_arrow(file, **options) as (_, reader):
        id_type = reader.schema.field(parcel_id).type
    rows, parcel_crs = int(layer_info["features"]), _crs(layer_info["crs"], crs)
    bounds = _bounds(layer_info["total_bounds"])
    return ParcelFile(parcel_crs, rows, str(layer_info["geometry_name"]), parcel_id, id_type, batches, bounds)


def _has_arcs(file: Path, layer: str | None) -> bool:
    """Whether the layer of a GeoPackage may hold arcs, which pyogrio does not report."""
    from yzgeo.readers.ogr import only_layer

    name = only_layer(file, layer)
    with closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)) as table:
        geometry_types = table.execute(
            "SELECT geometry_type_name FROM gpkg_geometry_columns WHERE table_name = ?", [name]
        )
        return any(kind.upper() in CURVED for (kind,) in geometry_types)


def _batch(columns: Mapping[str, pa.Array], shapes: pa.Array) -> pa.RecordBatch:
    return pa.record_batch({**columns, "geometry": shapes.cast(pa.large_binary())})


def _crs(file_crs: Any, user_crs: str | None = None) -> pyproj.CRS:
    """The CRS that the user states, or else that of the file."""
    if user_crs is not None:
        return parse(user_crs)
    if file_crs is None:
        raise InputError(
            Text("没有坐标系", "has no CRS"),
            Text(
                "指明坐标系，例如 EPSG:4549；或在 GIS 中补上",
                "state it, such as EPSG:4549, or add it in a GIS",
            ),
            parameter=Parameter("crs", plain("EPSG:4549")),
        )
    return read_crs(file_crs)


def _require(columns: list[str], parcel_id: str) -> None:
    if parcel_id not in columns:
        raise InputError(
            Text(f"没有 {parcel_id} 列", f"there is no column {parcel_id}"),
            Text(
                f"指定其一：{'、'.join(columns)}",
                f"name one: {', '.join(columns)}",
            ),
            parameter=Parameter("parcel_id"),
        )
