"""The engine of `assign` for many computers: batches of parcels handed to the workers of a dask cluster."""

from __future__ import annotations

import logging
import os
from collections import deque
from collections.abc import Iterator
from concurrent.futures import CancelledError
from contextlib import ExitStack, contextmanager
from typing import Any

import pyarrow as pa

from yzgeo.assignment.parcel_source import ParcelFile
from yzgeo.assignment.progress import interrupts_deferred
from yzgeo.assignment.run import AHEAD, BatchResult, Engine, overlay_batch, zone_names
from yzgeo.core.errors import InputError
from yzgeo.core.i18n import Text
from yzgeo.spatial.overlay.prepared_zones import PreparedZones

PATIENCE_S = 30
"""Seconds to wait for a scheduler to answer."""
SETTINGS = {"distributed.admin.large-graph-warning-threshold": "1 GiB"}
"""A batch goes with its task, so that another worker can take it over; dask would warn of more than 10 MB."""


def on_cluster(scheduler: str | None) -> Engine:
    """An engine that has the workers of a dask cluster do the batches, which this computer reads.

    Parameters
    ----------
    scheduler
        Address of a running dask cluster; None starts one on this computer.

    Raises
    ------
    InputError
        When dask is not installed, or the cluster does not do its work.
    """
    try:
        import dask
        import distributed
    except ImportError as error:
        raise InputError(
            Text("没有安装 dask", "dask is not installed"),
            Text('运行 pip install "yzgeo[dask]"', 'run pip install "yzgeo[dask]"'),
        ) from error

    def engine(parcels: ParcelFile, prepared_zones: PreparedZones, columns: pa.Schema) -> Iterator[BatchResult]:
        with _cluster_refusals(distributed), dask.config.set(SETTINGS), _client(distributed, scheduler) as client:
            client.run(_ready)
            shared = client.scatter(prepared_zones, broadcast=True)
            waiting: deque[Any] = deque()
            done = 0
            try:
                for batch in parcels.batches():
                    # pure=False: else every batch would be hashed to see whether it was done before.
                    waiting.append(client.submit(_work, _packed(batch), done, shared, columns, pure=False))
                    done += len(batch)
                    while len(waiting) > AHEAD * sum(client.nthreads().values()):
                        yield waiting.popleft().result()
                while waiting:
                    yield waiting.popleft().result()
            finally:
                for future in waiting:
                    future.cancel()

    return engine


def _ready() -> None:
    """Import all modules that a batch needs, on a worker and before its threads start.

    Threads that import one module at the same time can see it half initialised. To call this function, dask imports
    this module and with it the rest.
    """


@contextmanager
def _client(distributed: Any, scheduler: str | None) -> Iterator[Any]:
    if scheduler is None:
        with ExitStack() as held:
            with interrupts_deferred():  # stopped half-way it would tell pages of its own troubles
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
def _cluster_refusals(distributed: Any) -> Iterator[None]:
    """Raise failures of the cluster as an InputError, since the command reports other OSErrors as a full disk."""
    try:
        yield
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


def _packed(batch: pa.RecordBatch) -> pa.Buffer:
    """A batch as an Arrow stream; pickle would also send the whole table that the batch is a slice of."""
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, batch.schema) as stream:
        stream.write_batch(batch)
    return sink.getvalue()


def _work(packed: pa.Buffer, before: int, prepared_zones: PreparedZones, columns: pa.Schema) -> BatchResult:
    """The overlay of one batch on a worker; `before` parcels of earlier batches precede it."""
    batch = pa.ipc.open_stream(packed).read_next_batch()
    return overlay_batch(batch, before, prepared_zones, zone_names(prepared_zones), columns)
