"""The engine of `assign` for a cluster: dask-geopandas over the row groups of GeoParquet."""

from __future__ import annotations

import logging
import os
from collections import deque
from collections.abc import Iterator
from concurrent.futures import CancelledError
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq
import pyproj
import shapely

from yzgeo.assignment.parcel_source import ParcelFile, is_parquet, parts
from yzgeo.assignment.progress import interrupts_deferred
from yzgeo.assignment.run import BatchResult, Engine, overlay_batch, zone_names
from yzgeo.core.errors import InputError
from yzgeo.core.i18n import Text
from yzgeo.spatial.overlay.arrow_batch import broken_wkb
from yzgeo.spatial.overlay.prepared_zones import PreparedZones

if TYPE_CHECKING:
    import geopandas as gpd

AHEAD = 2
"""Partitions waiting per worker, so that none is idle and few are held."""
PATIENCE_S = 30
"""Seconds to wait for a scheduler to answer."""


def on_cluster(file: Path, scheduler: str | None) -> Engine:
    """An engine that works on the partitions of a file or folder of GeoParquet, a row group each.

    Parameters
    ----------
    file
        The parcels, under a path that the workers can read.
    scheduler
        Address of a running dask cluster; None starts one on this computer.

    Raises
    ------
    InputError
        When dask is not installed, the file is of another format, or the cluster does not do its work.
    """
    if not is_parquet(file):
        raise InputError(
            Text("--engine dask 只读 GeoParquet", "--engine dask reads GeoParquet only"),
            Text("先转成 GeoParquet，或不用 --engine dask", "convert it to GeoParquet, or leave --engine dask out"),
            file=str(file),
        )
    try:
        import dask.dataframe
        import dask_geopandas  # registers GeoDataFrame with dask
        import distributed
    except ImportError as error:
        raise InputError(
            Text("没有安装 dask", "dask is not installed"),
            Text('运行 pip install "yzgeo[dask]"', 'run pip install "yzgeo[dask]"'),
        ) from error

    def engine(parcels: ParcelFile, prepared_zones: PreparedZones, columns: pa.Schema) -> Iterator[BatchResult]:
        if not parcels.coordinates_unchanged:
            raise InputError(
                Text(
                    "坐标须先改动（如对调两轴、去偏移）才能用，dask 只按原样读",
                    "its coordinates must be changed (axes swapped, say) first, and dask reads them as they stand",
                ),
                Text(
                    "不用 --engine dask，或改正坐标后重新导出",
                    "leave --engine dask out, or correct the coordinates and export again",
                ),
                file=str(file),
            )
        groups = _row_groups(file)
        with _cluster_refusals(file, distributed), _client(distributed, scheduler) as client:
            from_map: Any = dask.dataframe.from_map
            frames: dask_geopandas.GeoDataFrame = from_map(
                _partition, groups, id_column=parcels.id_column, geometry=parcels.geometry, crs=parcels.crs,
                meta=_frame(pa.chunked_array([], parcels.id_type), [], parcels.crs),
            )  # fmt: skip
            client.run(_import_geopandas)
            shared = client.scatter(prepared_zones, broadcast=True)
            waiting: deque[Any] = deque()
            for partition, group in zip(frames.to_delayed(), groups, strict=True):
                waiting.append(
                    client.submit(_overlay_partition, client.compute(partition), group.first_row, shared, columns)
                )
                while len(waiting) > AHEAD * max(len(client.nthreads()), 1):
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()

    return engine


class RowGroup(NamedTuple):
    """A row group of a file, and the position of its first parcel among all."""

    file: str
    number: int
    first_row: int


def _row_groups(file: Path) -> list[RowGroup]:
    groups, first_row = [], 0
    for part in parts(file):
        metadata = pq.read_metadata(part)
        for number in range(metadata.num_row_groups):
            groups.append(RowGroup(str(part.resolve()), number, first_row))
            first_row += metadata.row_group(number).num_rows
    return groups


def _import_geopandas() -> None:
    """Import geopandas on a worker before it gets work.

    When one thread begins with the package and another with a submodule, neither waits and one meets a half-initialised
    module.
    """
    import geopandas  # noqa: F401


def _partition(group: RowGroup, id_column: str, geometry: str, crs: pyproj.CRS) -> gpd.GeoDataFrame:
    """Read a row group, on a worker."""
    with pq.ParquetFile(group.file) as reader:
        table = reader.read_row_group(group.number, columns=[id_column, geometry])
    return _frame(table[id_column], table[geometry].to_pylist(), crs)


def _frame(ids: pa.ChunkedArray, shapes: list[bytes | None], crs: pyproj.CRS) -> gpd.GeoDataFrame:
    """Parcels as the frame that dask-geopandas expects."""
    import geopandas as gpd
    import pandas as pd

    # Arrow types: pandas' own numbers lose the last digits of long ids where one is missing.
    named = pd.Series(pd.arrays.ArrowExtensionArray(ids))
    return gpd.GeoDataFrame({"parcel_id": named}, geometry=gpd.GeoSeries.from_wkb(shapes, crs=crs))


@contextmanager
def _client(distributed: Any, scheduler: str | None) -> Iterator[Any]:
    if scheduler is None:
        with ExitStack() as held:
            with interrupts_deferred():  # interrupted here, dask would print pages of errors of its own
                cluster = held.enter_context(
                    distributed.LocalCluster(
                        n_workers=os.cpu_count(),
                        threads_per_worker=1,
                        dashboard_address="127.0.0.1:0",  # any port that is free: there are no pages on it
                        scheduler_kwargs={"dashboard": False},
                        silence_logs=logging.CRITICAL,
                    )
                )
                client = held.enter_context(distributed.Client(cluster, set_as_default=False))
            yield client
        return
    try:
        client = distributed.Client(scheduler, timeout=PATIENCE_S, set_as_default=False)
    except (OSError, ValueError) as error:
        raise InputError(
            Text(f"连不上 dask 调度器 {scheduler}", f"the dask scheduler {scheduler} does not answer"),
            Text(
                "核对地址（如 tcp://10.0.0.1:8786）与防火墙",
                "check the address (tcp://10.0.0.1:8786, say) and the firewall",
            ),
        ) from error
    with client:
        try:
            client.wait_for_workers(1, timeout=PATIENCE_S)
        except TimeoutError as error:
            raise InputError(
                Text(f"dask 调度器 {scheduler} 没有工作进程", f"the dask scheduler {scheduler} has no workers"),
                Text(f"在各台电脑上运行 dask worker {scheduler}", f"run on each computer: dask worker {scheduler}"),
            ) from error
        yield client


@contextmanager
def _cluster_refusals(file: Path, distributed: Any) -> Iterator[None]:
    """Turn errors of other computers into refusals; the caller would report them as errors of writing the output."""
    try:
        yield
    except shapely.errors.ShapelyError as error:
        raise broken_wkb() from error
    except (CancelledError, distributed.comm.CommClosedError, distributed.KilledWorker, TimeoutError) as error:
        raise InputError(
            Text(
                "dask 集群中断：调度器或工作进程已停止",
                "the dask cluster broke off: its scheduler or a worker has stopped",
            ),
            Text(
                "核对各台电脑的内存、日志和 yzgeo 版本（须相同），重启集群后再运行",
                "look at memory, logs and yzgeo (one version) of its computers, start it again and run this again",
            ),
        ) from error
    except ImportError as error:
        raise InputError(
            Text(f"dask 工作进程缺少所需的程序（{error}）", f"a dask worker lacks what it needs ({error})"),
            Text(
                '在每台电脑上安装同一版本：pip install "yzgeo[dask]"',
                'install the same version on every computer: pip install "yzgeo[dask]"',
            ),
        ) from error
    except OSError as error:
        raise InputError(
            Text(f"有工作进程读不到它（{error.strerror}）", f"a dask worker cannot read it ({error.strerror})"),
            Text("放到所有电脑路径相同的共享文件夹", "put it where all computers find it under the same path"),
            file=str(file),
        ) from error


def _overlay_partition(
    frame: gpd.GeoDataFrame, first_row: int, prepared_zones: PreparedZones, columns: pa.Schema
) -> BatchResult:
    """Overlay one partition whose first row is `first_row` of the file, on a worker."""
    ids = pa.array(frame["parcel_id"]).cast(columns.field("parcel_id").type)
    shapes = pa.array(frame.geometry.to_wkb(), pa.large_binary(), from_pandas=True)
    named = pa.record_batch([ids, shapes], ["parcel_id", "geometry"])
    return overlay_batch(named, first_row, prepared_zones, zone_names(prepared_zones), columns)
