"""Assign a file of parcels to zones and write the overlaps, in batches, on all processors."""

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
from yzgeo.assignment.parcel_source import ParcelFile, torn_off
from yzgeo.core import plugins
from yzgeo.core.atomic_write import atomic_file
from yzgeo.core.errors import Advice, InputError, Parameter
from yzgeo.core.i18n import Text, plain
from yzgeo.core.units import M2_PER_KM2
from yzgeo.spatial.overlay.arrow_batch import (
    arrow_numbers,
    arrow_texts,
    overlap_rows,
    overlaps_of_wkb,
    repair_remark,
    schema,
)
from yzgeo.spatial.overlay.prepared_zones import PreparedZones, shared_by_zones
from yzgeo.spatial.overlay.wkb_rings import Floats

FORMATS = "yzgeo.assignment.formats"
AHEAD = 2
"""Batches waiting per thread, so that none is idle and few are held."""
OVERFULL = 1e-6
"""Parcels of a zone may exceed its area by this share, from rounding of coordinates, before they must overlap."""
MM_PER_M = 1000
EXAMPLES = 3
"""Examples in a message."""


class BatchResult(NamedTuple):
    """The overlap rows of one batch of parcels, its counts and its square metres by zone ((zones,) float64).

    `dropped`, `dropped_m2`: number and area of the overlaps that were too thin or too small.
    """

    overlap_rows: pa.RecordBatch
    parcels: int
    without_id: int
    non_areal: int
    repaired: int
    prints: Prints
    by_zone: Floats
    dropped: int = 0
    dropped_m2: float = 0.0


Engine = Callable[[ParcelFile, PreparedZones, pa.Schema], Iterator[BatchResult]]


@dataclass
class Tally:
    """Sums over all batches: counts, square metres by zone, and the fingerprints of the parcel ids."""

    by_zone: Floats
    parcels: int = 0
    pairs: int = 0
    outside: int = 0
    without_id: int = 0
    non_areal: int = 0
    repaired: int = 0
    dropped: int = 0
    dropped_m2: float = 0.0
    prints: list[Prints] = field(default_factory=list)

    def add(self, result: BatchResult) -> None:
        """Count one batch."""
        outside = result.overlap_rows["zone_id"].null_count
        self.parcels += result.parcels
        self.outside += outside
        self.pairs += len(result.overlap_rows) - outside
        self.without_id += result.without_id
        self.non_areal += result.non_areal
        self.repaired += result.repaired
        self.dropped += result.dropped
        self.dropped_m2 += result.dropped_m2
        self.prints.append(result.prints)
        self.by_zone += result.by_zone


def write(
    parcels: ParcelFile,
    prepared_zones: PreparedZones,
    output: Path,
    engine: Engine,
    progress: Callable[[int], None] = lambda parcels: None,
) -> list[Text]:
    """Write which parcel lies in which zone; the summary and remarks for the user are returned.

    Parameters
    ----------
    parcels, prepared_zones
        The parcels, and the zones prepared for their CRS.
    output
        Its ending names the format. It is written as a whole or not at all.
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
    columns = schema(id_type, zone_names(prepared_zones).type, module.GEOMETRY)
    tally = Tally(np.zeros(len(prepared_zones.names)))
    errors: list[BaseException] = []

    def row_batches() -> Iterator[pa.RecordBatch]:
        try:
            for result in engine(parcels, prepared_zones, columns):
                tally.add(result)
                progress(tally.parcels)
                yield result.overlap_rows
        except OSError as error:  # the caller would report it as an error of the output
            refused = torn_off(error)
            errors.append(refused)
            raise refused from error
        except BaseException as error:
            # Through GDAL only the text of an exception would come back.
            errors.append(error)
            raise

    with atomic_file(output) as temporary:
        try:
            module.write(pa.RecordBatchReader.from_batches(columns, row_batches()), temporary, parcels.crs)
        except (pa.ArrowException, RuntimeError) as error:  # GDAL's errors are of the latter kind
            raise errors[0] if errors else OSError(None, str(error)) from error
        if errors:
            raise errors[0]
        if tally.non_areal == tally.parcels:  # the rows would say "in no zone" of parcels that have no location
            raise InputError(
                Text("没有一个地块有图形（面）", "no parcel has a shape that is an area"),
                Text("核对图层、坐标列，或所选的表", "check the layer, the column of coordinates, or the sheet chosen"),
            )
    return [*_summary(tally), *_remarks(tally, prepared_zones)]


def locally(parcels: ParcelFile, prepared_zones: PreparedZones, columns: pa.Schema) -> Iterator[BatchResult]:
    """The local engine: all processors of this computer; the rows come in the order of the parcels."""
    names = zone_names(prepared_zones)
    threads = os.cpu_count() or 1
    waiting: deque[Future[BatchResult]] = deque()
    with ThreadPoolExecutor(threads) as pool:
        try:
            done = 0
            for batch in parcels.batches():
                waiting.append(pool.submit(overlay_batch, batch, done, prepared_zones, names, columns))
                done += len(batch)
                while len(waiting) > AHEAD * threads:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def overlay_batch(
    batch: pa.RecordBatch, first_row: int, prepared_zones: PreparedZones, names: pa.Array, columns: pa.Schema
) -> BatchResult:
    """Overlay one batch of parcels whose first row is `first_row` of the file, counted from 0."""
    try:
        overlaps = overlaps_of_wkb(batch["geometry"], prepared_zones)
    except InputError as error:
        raise error.at(row=None if error.row is None else error.row + first_row) from error
    inside = overlaps.zone >= 0
    by_zone = np.zeros(len(names))
    np.add.at(by_zone, overlaps.zone[inside], overlaps.overlap_m2[inside])
    ids = batch["parcel_id"]
    counts = len(batch), ids.null_count, overlaps.non_areal, len(overlaps.repaired)
    rows = overlap_rows(batch, overlaps, names, columns)
    return BatchResult(rows, *counts, fingerprints(ids), by_zone, overlaps.dropped, overlaps.dropped_m2)


def zone_names(prepared_zones: PreparedZones) -> pa.Array:
    """The names of the zones as an Arrow array of int64 or strings."""
    if all(isinstance(name, int) for name in prepared_zones.names):
        return arrow_numbers(np.array(prepared_zones.names, dtype=np.int64))
    return arrow_texts([str(name) for name in prepared_zones.names])


def _summary(tally: Tally) -> Iterator[Text]:
    inside = tally.by_zone.sum() / M2_PER_KM2
    yield Text(
        f"{tally.parcels:,} 个地块，{tally.pairs:,} 处落入片区（合计 {inside:,.2f} 平方公里），{tally.outside:,} 个不在任何片区",
        f"{tally.parcels:,} parcels, {tally.pairs:,} overlaps with zones ({inside:,.2f} km² in all), "
        f"{tally.outside:,} in no zone",
    )


def _dropped_remark(tally: Tally, prepared_zones: PreparedZones) -> Text:
    """How many overlaps are none, why, and where their area went."""
    if prepared_zones.least_m2:
        why = Text(f"不足 {prepared_zones.least_m2:g} 平方米", f"smaller than {prepared_zones.least_m2:g} m²")
    else:
        thinnest_mm = prepared_zones.thinnest_m * MM_PER_M
        why = Text(
            f"平均宽不足 {thinnest_mm:.2g} 毫米（坐标取位之差）",
            f"thinner on average than {thinnest_mm:.2g} mm (what the rounding of the coordinates can make)",
        )
    return Advice(
        f"{tally.dropped:,} 处重叠{why.zh}，共 {tally.dropped_m2:,.2f} 平方米，不计，面积归入该地块的最大一处（若有）；"
        "若要保留，请指明",
        f"overlaps taken for none: {tally.dropped:,}, {tally.dropped_m2:,.2f} m² in all, {why.en}; their area counts to "
        "the largest overlap of the parcel, if it has one, unless they are to be kept",
        Parameter("min_overlap", plain("0")),
    )


def _remarks(tally: Tally, prepared_zones: PreparedZones) -> Iterator[Text]:
    if not tally.pairs and tally.parcels > tally.non_areal:
        yield Advice(
            "没有一个地块落入片区：若不应如此，请核对两个文件的坐标系，或指明地块的",
            "no parcel lies in any zone: unless that is as it should be, check the CRS of both files, or state that of "
            "the parcels",
            Parameter("crs"),
        )
    for one, other, area in shared_by_zones(prepared_zones):
        yield Text(
            f"片区 {one} 与 {other} 重叠 {area:,.0f} 平方米：其中的地块在两区各计一行",
            f"zones {one} and {other} overlap by {area:,.0f} m²: parcels there have a row for each",
        )
    size = shapely.area(prepared_zones.shapes)
    # What was too thin in one zone counts in another, and may fill it over its border.
    for number in np.flatnonzero(tally.by_zone > size * (1 + OVERFULL) + tally.dropped_m2):
        sum_km2, area_km2 = tally.by_zone[number] / M2_PER_KM2, size[number] / M2_PER_KM2
        yield Text(
            f"片区 {prepared_zones.names[number]} 内地块合计 {sum_km2:,.4f} 平方公里，超过片区的 {area_km2:,.4f}：地块相互重叠",
            f"parcels in zone {prepared_zones.names[number]} add up to {sum_km2:,.4f} km², more than its {area_km2:,.4f}: parcels overlap",
        )
    if tally.dropped:
        yield _dropped_remark(tally, prepared_zones)
    if tally.non_areal:
        yield Text(
            f"其中 {tally.non_areal:,} 个地块没有图形（或不是面），不在任何片区",
            f"{tally.non_areal:,} parcels have no geometry, or none that is an area, and so are in no zone",
        )
    if tally.repaired:
        yield repair_remark(tally.repaired)
    if tally.without_id:
        yield Text(f"{tally.without_id:,} 个地块没有编号", f"{tally.without_id:,} parcels have no number")
    count, rows = repeated(tally.prints, EXAMPLES)
    if count > tally.without_id:
        first = "、".join(str(row + 1) for row in rows)
        yield Text(
            f"地块编号有重复：{count:,} 行的编号不止出现一次（第 {first} 行等）",
            f"numbers of parcels repeat: those of {count:,} rows occur more than once "
            f"(rows {first.replace('、', ', ')}, …)",
        )
