"""The engine of `assign` for many computers: dask-geopandas over GeoParquet in parts."""

from __future__ import annotations

import logging
import os
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from yzgeo.assignment import Engine, Worked, work, zone_names
from yzgeo.errors import InputError
from yzgeo.i18n import Text
from yzgeo.parcel_files import ParcelFile, is_parquet, of_frame, parts
from yzgeo.spatial.ground import Ground

if TYPE_CHECKING:
    import geopandas as gpd

AHEAD = 2
"""Partitions waiting per worker, so that none is idle and few are held."""
PATIENCE_S = 30
"""How long to wait for a scheduler to answer."""


def on_cluster(file: Path, parcel_id: str, scheduler: str | None) -> Engine:
    """An engine that works on the partitions of a file or folder of GeoParquet, a row group each.

    Parameters
    ----------
    file, parcel_id
        The parcels, under a path that the workers can read, and the column that names them.
    scheduler
        Address of a running dask cluster; None starts one on this computer.

    Raises
    ------
    InputError
        When dask is not installed, the file is of another format, or the scheduler does not answer.
    """
    if not is_parquet(file):
        raise InputError(
            Text("--engine dask 只读 GeoParquet", "--engine dask reads GeoParquet only"),
            Text("先转成 GeoParquet，或不用 --engine dask", "convert it to GeoParquet, or leave --engine dask out"),
            file=str(file),
        )
    try:
        import dask_geopandas
        import distributed
    except ImportError as error:
        raise InputError(
            Text("没有安装 dask", "dask is not installed"),
            Text('运行 pip install "yzgeo[dask]"', 'run pip install "yzgeo[dask]"'),
        ) from error

    def engine(parcels: ParcelFile, ground: Ground, columns: pa.Schema) -> Iterator[Worked]:
        if not parcels.as_it_stands:
            raise InputError(
                Text(
                    "坐标须先改动（如对调两轴、去偏移）才能用，dask 只按原样读",
                    "its coordinates must be changed (axes swapped, say) first, and dask reads them as they stand",
                ),
                Text(
                    "不用 --engine dask，或改正坐标后重新导出",
                    "leave --engine dask out, or mend the coordinates and export again",
                ),
                file=str(file),
            )
        with _client(distributed, scheduler) as client:
            frames = dask_geopandas.read_parquet(
                [str(part.resolve()) for part in parts(file)],
                columns=[parcel_id, parcels.geometry],
                split_row_groups=True,
            )
            shared = client.scatter(ground, broadcast=True)
            waiting: deque[Any] = deque()
            for partition in frames.to_delayed():
                waiting.append(client.submit(_work, client.compute(partition), parcel_id, shared, columns))
                while len(waiting) > AHEAD * max(len(client.nthreads()), 1):
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()

    return engine


@contextmanager
def _client(distributed: Any, scheduler: str | None) -> Iterator[Any]:
    if scheduler is None:
        with (
            distributed.LocalCluster(
                n_workers=os.cpu_count(), threads_per_worker=1, dashboard_address=None, silence_logs=logging.CRITICAL
            ) as cluster,
            distributed.Client(cluster, set_as_default=False) as client,
        ):
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
        yield client


def _work(frame: gpd.GeoDataFrame, parcel_id: str, ground: Ground, columns: pa.Schema) -> Worked:
    """One partition, on a worker."""
    whole = of_frame(frame, parcel_id, at_once=max(len(frame), 1))
    batch = next(whole.batches(), None)
    if batch is None:
        batch = pa.record_batch(
            [pa.array([], whole.id_type), pa.array([], pa.large_binary())], ["parcel_id", "geometry"]
        )
    named = pa.record_batch(
        [batch["parcel_id"].cast(columns.field("parcel_id").type), batch["geometry"]], ["parcel_id", "geometry"]
    )
    return work(named, 0, ground, zone_names(ground), columns)
