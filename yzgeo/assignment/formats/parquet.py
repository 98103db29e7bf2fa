"""Parquet: the table alone."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pyproj

SUFFIXES = (".parquet",)
GEOMETRY = False
GROUP = 1 << 18
"""Rows in a group: large enough to compress well, small enough to be written while others are worked on."""


def write(rows: pa.RecordBatchReader, file: Path, crs: pyproj.CRS) -> None:
    """Write groups of rows as they come."""
    # Names and shares repeat, areas and numbers of parcels do not.
    with pq.ParquetWriter(file, rows.schema, compression="zstd", use_dictionary=["zone_id", "share"]) as writer:
        held: list[pa.RecordBatch] = []
        for batch in rows:
            held.append(batch)
            if sum(len(each) for each in held) >= GROUP:
                writer.write_table(pa.Table.from_batches(held), GROUP)
                held = []
        writer.write_table(pa.Table.from_batches(held, rows.schema))
