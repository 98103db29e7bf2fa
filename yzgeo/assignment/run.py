"""From a file of parcels to a file of overlaps, in batches, with all processors."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pyarrow as pa
import shapely

from yzgeo.assignment.duplicate_ids import Prints, fingerprints, repeated
from yzgeo.assignment.parcel_source import ParcelFile
from yzgeo.core import plugins
from yzgeo.core.atomic_write import replacing
from yzgeo.core.errors import Advice, InputError, Parameter
from yzgeo.core.i18n import Text
from yzgeo.core.units import M2_PER_KM2
from yzgeo.spatial.overlay.arrow_batch import located, made_valid, numbers, rows, schema, texts
from yzgeo.spatial.overlay.prepared_zones import Ground, shared_by_zones
from yzgeo.spatial.overlay.wkb_rings import Floats

FORMATS = "yzgeo.assignment.formats"
AHEAD = 2
"""Batches waiting per thread, so that none is idle and few are held."""
OVERFULL = 1e-6
"""Parcels of a zone may add up to this part more than the zone before they must overlap: rounding of coordinates."""
SHOWN = 3
"""Examples in a message."""


class Worked(NamedTuple):
    """The rows of one batch of parcels, and what is counted of it."""

    rows: pa.RecordBatch
    parcels: int
    nameless: int
    undrawn: int
    mended: int
    prints: Prints
    by_zone: Floats


Engine = Callable[[ParcelFile, Ground, pa.Schema], Iterator[Worked]]


@dataclass
class Tally:
    """What was seen on the way: counts, square metres by zone, and the fingerprints of the parcels' numbers."""

    by_zone: Floats
    parcels: int = 0
    pairs: int = 0
    outside: int = 0
    nameless: int = 0
    undrawn: int = 0
    mended: int = 0
    prints: list[Prints] = field(default_factory=list)

    def add(self, worked: Worked) -> None:
        """Count one batch."""
        outside = worked.rows["zone_id"].null_count
        self.parcels += worked.parcels
        self.outside += outside
        self.pairs += len(worked.rows) - outside
        self.nameless += worked.nameless
        self.undrawn += worked.undrawn
        self.mended += worked.mended
        self.prints.append(worked.prints)
        self.by_zone += worked.by_zone


def write(
    parcels: ParcelFile,
    ground: Ground,
    output: Path,
    engine: Engine,
    progress: Callable[[int], None] = lambda parcels: None,
) -> list[Text]:
    """Write which parcel lies in which zone; what is worth telling is given back.

    Parameters
    ----------
    parcels, ground
        The parcels, and the zones made ready for their CRS.
    output
        Its ending names the format. It is there as a whole or not at all.
    engine
        `locally`, or that of another scheduler.
    progress
        Called with the number of parcels done.

    Raises
    ------
    InputError
        When the format is not known, the parcels cannot be read or the file not written.
    """
    module = plugins.load(FORMATS, plugins.form_of(FORMATS, output))
    # GDAL has no unsigned numbers of 64 bits and would round them, as those of parcels are long.
    id_type = pa.string() if module.GEOMETRY and parcels.id_type == pa.uint64() else parcels.id_type
    columns = schema(id_type, zone_names(ground).type, module.GEOMETRY)
    tally = Tally(np.zeros(len(ground.names)))
    trouble: list[BaseException] = []

    def counted() -> Iterator[pa.RecordBatch]:
        try:
            for worked in engine(parcels, ground, columns):
                tally.add(worked)
                progress(tally.parcels)
                yield worked.rows
        except OSError as error:  # else it would be told of the output
            refused = InputError(
                Text(
                    f"地块读不下去（{error.strerror or error}）",
                    f"parcels cannot be read on ({error.strerror or error})",
                ),
                Text("检查地块文件所在的磁盘或网络共享", "check the disk or share that the parcels lie on"),
            )
            trouble.append(refused)
            raise refused from error
        except BaseException as error:
            # Through GDAL only the text of an exception would come back.
            trouble.append(error)
            raise

    with replacing(output) as temporary:
        try:
            module.write(pa.RecordBatchReader.from_batches(columns, counted()), temporary, parcels.crs)
        except (pa.ArrowException, RuntimeError) as error:  # GDAL's errors are of the latter kind
            raise trouble[0] if trouble else OSError(None, str(error)) from error
        if trouble:
            raise trouble[0]
        if tally.undrawn == tally.parcels:  # then "in no zone" would be said of what is nowhere
            raise InputError(
                Text("没有一个地块有图形（面）", "no parcel has a shape that is an area"),
                Text("核对图层、坐标列，或所选的表", "check the layer, the column of coordinates, or the sheet chosen"),
            )
    return [*_result(tally), *_told(tally, ground)]


def locally(parcels: ParcelFile, ground: Ground, columns: pa.Schema) -> Iterator[Worked]:
    """Work on all processors of this computer; the rows come in the order of the parcels."""
    names = zone_names(ground)
    threads = os.cpu_count() or 1
    waiting: deque[Future[Worked]] = deque()
    with ThreadPoolExecutor(threads) as pool:
        try:
            done = 0
            for batch in parcels.batches():
                waiting.append(pool.submit(work, batch, done, ground, names, columns))
                done += len(batch)
                while len(waiting) > AHEAD * threads:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def work(batch: pa.RecordBatch, before: int, ground: Ground, names: pa.Array, columns: pa.Schema) -> Worked:
    """One batch of parcels, `before` of which others came."""
    try:
        found = located(batch["geometry"], ground)
    except InputError as error:
        raise error.at(row=None if error.row is None else error.row + before) from error
    inside = found.zone >= 0
    by_zone = np.zeros(len(names))
    np.add.at(by_zone, found.zone[inside], found.overlap_m2[inside])
    ids = batch["parcel_id"]
    counts = len(batch), ids.null_count, found.undrawn, len(found.mended)
    return Worked(rows(batch, found, names, columns), *counts, fingerprints(ids), by_zone)


def zone_names(ground: Ground) -> pa.Array:
    """What the zones are called, as Arrow has it: whole numbers or text."""
    if all(isinstance(name, int) for name in ground.names):
        return numbers(np.array(ground.names, dtype=np.int64))
    return texts([str(name) for name in ground.names])


def _result(tally: Tally) -> Iterator[Text]:
    inside = tally.by_zone.sum() / M2_PER_KM2
    yield Text(
        f"{tally.parcels:,} 个地块，{tally.pairs:,} 处落入片区（合计 {inside:,.2f} 平方公里），{tally.outside:,} 个不在任何片区",
        f"{tally.parcels:,} parcels, {tally.pairs:,} overlaps with zones ({inside:,.2f} km² in all), "
        f"{tally.outside:,} in no zone",
    )


def _told(tally: Tally, ground: Ground) -> Iterator[Text]:
    if not tally.pairs and tally.parcels > tally.undrawn:
        yield Advice(
            "没有一个地块落入片区：若不应如此，请核对两个文件的坐标系，或指明地块的",
            "no parcel lies in any zone: unless that is as it should be, check the CRS of both files, or state that of "
            "the parcels",
            Parameter("crs"),
        )
    for one, other, area in shared_by_zones(ground):
        yield Text(
            f"片区 {one} 与 {other} 重叠 {area:,.0f} 平方米：其中的地块在两区各计一行",
            f"zones {one} and {other} overlap by {area:,.0f} m²: parcels there have a row for each",
        )
    size = np.bincount(ground.pieces.zone, weights=shapely.area(ground.pieces.shapes), minlength=len(ground.names))
    for number in np.flatnonzero(tally.by_zone > size * (1 + OVERFULL)):
        much, room = tally.by_zone[number] / M2_PER_KM2, size[number] / M2_PER_KM2
        yield Text(
            f"片区 {ground.names[number]} 内地块合计 {much:,.4f} 平方公里，超过片区的 {room:,.4f}：地块相互重叠",
            f"parcels in zone {ground.names[number]} add up to {much:,.4f} km², more than its {room:,.4f}: parcels overlap",
        )
    if tally.undrawn:
        yield Text(
            f"其中 {tally.undrawn:,} 个地块没有图形（或不是面），不在任何片区",
            f"{tally.undrawn:,} parcels have no geometry, or none that is an area, and so are in no zone",
        )
    if tally.mended:
        yield made_valid(tally.mended)
    if tally.nameless:
        yield Text(f"{tally.nameless:,} 个地块没有编号", f"{tally.nameless:,} parcels have no number")
    again = repeated(np.concatenate(tally.prints)) if tally.prints else np.empty(0, dtype=np.int64)
    if len(again) > tally.nameless:
        first = "、".join(str(row + 1) for row in again[:SHOWN])
        yield Text(
            f"地块编号有重复：{len(again):,} 行的编号不止出现一次（第 {first} 行等）",
            f"numbers of parcels repeat: those of {len(again):,} rows occur more than once "
            f"(rows {first.replace('、', ', ')}, …)",
        )
